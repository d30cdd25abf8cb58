"""Table -> figures: which headers govern a cell, what they name together, and whether it is the whole's and ours."""
