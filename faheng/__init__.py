"""faheng: observations with evidence, from the text of reports."""
