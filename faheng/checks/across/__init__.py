"""Checks between reports: rows of queries/checks -> findings."""
