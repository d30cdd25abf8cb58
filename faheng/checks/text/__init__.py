"""Checks that look at the text of a report."""
