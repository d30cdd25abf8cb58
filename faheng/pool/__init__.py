"""Many files at once: worker processes, one file at a time in each, under limits of time and memory.

The pool knows nothing of what is done with a file: it is handed a function, and says what became of each file.
"""
