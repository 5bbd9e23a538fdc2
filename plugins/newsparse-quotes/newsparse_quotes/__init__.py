"""Quotes for newsparse: who said what, in which words."""

from newsparse_quotes.extractor import Quotes, QuotesConfig
from newsparse_quotes.kinds import UnquotedWords

__all__ = ["Quotes", "QuotesConfig", "UnquotedWords"]
