"""A briefing as a note in the layout of official documents (GB/T 9704-2012)."""
