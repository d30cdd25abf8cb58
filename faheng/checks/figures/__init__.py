"""The figures that the checks read, and what a report's figures give together."""
