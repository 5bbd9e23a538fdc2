"""A quantity and the tree in, what it counts or measures, whose it is, when and where out."""
