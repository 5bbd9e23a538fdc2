"""A quantity on its page in; what it counts or measures, whose it is, when and where out."""
