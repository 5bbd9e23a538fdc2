"""A quantity in; how it is meant, and who says it, out."""
