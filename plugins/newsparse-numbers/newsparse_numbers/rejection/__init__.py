"""A numeral with its attachments in, the reason out where it is not a quantity."""
