"""Sentence, Mention -> Observation: which indicator a number belongs to, for which part and period."""
