"""Checks that need only the figures of a report, in exact fractions."""
