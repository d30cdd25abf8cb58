"""data/wording: how reports word things, every row of every file as a validated record."""
