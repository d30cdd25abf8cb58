"""CleanText -> Sentence: where a report is divided, under which headings, and what part each section plays."""
