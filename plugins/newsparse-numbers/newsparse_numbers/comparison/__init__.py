"""Two claims in, how they relate out: the same, in conflict, or one change."""
