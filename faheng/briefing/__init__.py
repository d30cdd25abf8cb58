"""A briefing from its plan to its contents: cover, views with their facts, and what explains them."""
