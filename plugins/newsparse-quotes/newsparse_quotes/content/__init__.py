"""A draft in, its whole content out."""
