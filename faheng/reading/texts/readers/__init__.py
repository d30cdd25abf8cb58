"""One reader a format, each bytes -> Content, each refusing what it cannot read in one line."""
