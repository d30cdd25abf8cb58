"""Report file -> text -> sentences -> mentions -> figures: the whole reading of a report."""
