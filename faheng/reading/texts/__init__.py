"""A report's file becomes text: readers give the original, cleaning gives the form that everything later reads."""
