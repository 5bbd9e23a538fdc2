"""A draft in, the words of its source out."""
