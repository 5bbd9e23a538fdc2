"""Words, sentences and dependency trees of a document, for every extractor that reads syntax.

A document enters; answers about its words by offset (`Index`), by grammar (`Tree`) and by entity (`Mentions`) leave.
Words are named by their index in the layer ``tokens``.
"""

from newsparse.syntax.index import Index
from newsparse.syntax.mentions import Mentions
from newsparse.syntax.tree import SUBJECTS, Tree

__all__ = ["SUBJECTS", "Index", "Mentions", "Tree"]
