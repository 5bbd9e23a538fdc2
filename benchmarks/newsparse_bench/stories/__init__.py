"""A test bed across articles: stories told by several outlets, in which people and organisations have gold ids."""

PARTS = ("dev", "test")
"""The halves of the stories."""
