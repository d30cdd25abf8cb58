"""What is done with reports that somebody brings: imported, reviewed, published; or a draft, checked and forgotten."""
