"""Many files at once: worker processes, and what each file yields."""
