"""A report's own text -> which locality, period, kind of report, publisher and date it is about."""
