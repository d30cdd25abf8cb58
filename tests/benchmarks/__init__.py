"""Benchmarks of the dashboard: `python -m tests.benchmarks [part ...]`. The budgets stand in design section 9."""
