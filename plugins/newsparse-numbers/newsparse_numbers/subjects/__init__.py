"""A quantity on its page enters; what it counts or measures, whose it is, when and where leaves."""
