"""Drafts from the attributions of the backend's model."""

from __future__ import annotations

import re

from newsparse.model import Attribution, Document, Span, envelope
from newsparse.syntax import Index
from newsparse_quotes.drafts.draft import BLANK_LINE, Draft
from newsparse_quotes.lexicon import words

_IN_BRACKETS = re.compile(r"\([^()]*\)?")
_PART = re.compile(r"\S(?:(?!\s*\n\s*\n)[\s\S])*")


def from_attributions(document: Document) -> list[Draft]:
    """One draft for each attribution of the backend's model; the tree decides who speaks."""
    return [
        Draft(
            content=sorted(item.content),
            cue=_unless_bare(document, envelope(item.cue)) if item.cue else None,
            source=_unless_bare(document, _in_a_paragraph(document, item)) if item.source else None,
            origin="attribution-model",
            confidence=item.confidence,
        )
        for item in document.attributions
    ]


def on_words(index: Index, draft: Draft) -> Draft:
    """The draft without places that hold no word; in a document that has no words, with all of them."""
    if not index.tokens:
        return draft
    cue, source = (span if span is not None and index.overlapping(span) else None for span in (draft.cue, draft.source))
    return draft.having(content=list(filter(index.overlapping, draft.content)), cue=cue, source=source)


def _in_a_paragraph(document: Document, item: Attribution) -> Span:
    """A source as far as it is in one paragraph: that of the cue, if any of it is."""
    source = _nearest(item)
    if not BLANK_LINE.search(document.text, source.start, source.end):
        return source
    parts = [Span(source.start + m.start(), source.start + m.end()) for m in _PART.finditer(document.cut(source))]
    cue = item.cue[0] if item.cue else source
    between = (document.text[min(part.end, cue.end) : max(part.start, cue.start)] for part in parts)
    near = (part for part, text in zip(parts, between, strict=True) if not BLANK_LINE.search(text))
    return next(near, next(iter(parts), source))


def _nearest(item: Attribution) -> Span:
    """The first of several sources, or the first that no content separates from the cue.

    In "The board backed the report, Ada Brook said", the board is not who says it.
    """
    if len(item.source) == 1:
        return item.source[0]
    cue = item.cue[0] if item.cue else item.source[0]
    for source in item.source:
        left, right = min(source.end, cue.end), max(source.start, cue.start)
        if not any(left <= piece.start and piece.end <= right for piece in item.content):
            return source
    return item.source[0]


def _unless_bare(document: Document, span: Span) -> Span | None:
    """``span`` where it is more than an article or words in brackets: "A" and "(Reuters)" say nothing."""
    text = document.cut(span)
    bare = text.lower() in words("grammar.articles") or _IN_BRACKETS.fullmatch(text)
    return None if bare else span
