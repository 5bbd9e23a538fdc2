"""A quantity enters; how it is meant, and who gives it, leaves."""
