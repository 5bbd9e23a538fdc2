"""Measures extractors of quotes, entities and number claims on labelled news articles."""
