"""Across articles: who is the same person or body in several of them."""
