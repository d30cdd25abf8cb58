"""data/ -> Dataset: the files a domain expert may correct, read and validated."""
