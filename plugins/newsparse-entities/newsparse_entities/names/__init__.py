"""Words of a name in, its parts and keys out."""
