"""Benchmarks of the dashboard: `python -m tests.benchmarks`, or with names of parts. Design section 9 has the budgets."""
