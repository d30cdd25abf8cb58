"""The steps, one a form."""
