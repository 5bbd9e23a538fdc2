"""A quantity in; how it is meant, and who gives it, out."""
