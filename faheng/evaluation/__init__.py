"""Found against gold: the score of a run, and the record of runs."""
