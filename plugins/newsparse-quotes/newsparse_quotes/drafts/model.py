"""Drafts from the attributions of the backend's model."""

from __future__ import annotations

from newsparse.model import Document, Span, envelope
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.lexicon import words


def from_attributions(document: Document) -> list[Draft]:
    """One draft for each attribution of the backend's model; the tree decides who speaks."""
    return [
        Draft(
            content=list(item.content),
            cue=_unless_bare(document, envelope(item.cue)) if item.cue else None,
            source=_unless_bare(document, item.source[0]) if item.source else None,
            origin="attribution-model",
            confidence=item.confidence,
        )
        for item in document.attributions
    ]


def _unless_bare(document: Document, span: Span) -> Span | None:
    """``span`` where it is more than an article: "A" names nobody."""
    return None if document.cut(span).lower() in words("grammar.articles") else span
