"""A test bed of hostile texts: made from a seed, read by all extractors, with what must hold of any result."""
