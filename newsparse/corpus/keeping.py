"""What is kept of each article of a corpus to compare it with others."""

from __future__ import annotations

import attrs

from newsparse.linking import keeping
from newsparse.linking.keeping import Kept
from newsparse.model import Document


def kept(document: Document, key: str) -> Kept:
    """What is compared of an article, under its ``key``: the id of a document may be that of several articles."""
    return keeping.kept(attrs.evolve(document, id=key))
