"""Quotes for newsparse: who said what, in which words."""

from newsparse_quotes.extractor import Quotes, QuotesConfig

__all__ = ["Quotes", "QuotesConfig"]
