"""A test bed across articles: stories told by several outlets, in which people and organisations have gold ids."""
