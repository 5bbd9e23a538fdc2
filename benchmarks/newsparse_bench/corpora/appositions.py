"""Roles from GUM's appositions of people ("Ada Brook, a soil expert"), and the stretches where it labels none.

An apposition gives a role when one side of it is one person's name and the other is not. GUM does not label roles that
are inside a mention before the name ("fashion designer Halston", "President Ada Brook") or in a relative clause as
appositions: such stretches are marked as ``unlabelled``, so that a role found there is neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.model import Document, Mention, Passage, Span, Token
from newsparse_bench.kinds import Unlabelled

CLAUSES = ("who", "whose", "whom")


def roles(document: Document, group: Sequence[tuple[str, Mention]]) -> list[Passage]:
    """The role phrases of one entity, given as the link and mention of each place, in the order of the text."""
    ordered = sorted((mention for _, mention in group), key=lambda mention: (mention.span.start, -mention.span.end))
    apposed = {mention.span for link, mention in group if link == "appos"}
    found = []
    for mention in ordered:
        before = [other for other in ordered if other.span.end <= mention.span.start]
        if mention.span in apposed and mention.label == "Person" and before:
            nearest = max(before, key=lambda other: (other.span.end, -other.span.start))
            found += _role(document, nearest, mention)
    return found


def _role(document: Document, one: Mention, other: Mention) -> list[Passage]:
    """The side that is not a name, where the other side is one; nothing for an age or a list of people."""
    named = [_is_name(document, side) for side in (one, other)]
    if named[0] == named[1]:
        return []
    role = other if named[0] else one
    if not any(token.upos in ("NOUN", "PROPN") for token in _words(document, role.span)):
        return []
    return [Passage(role.span, role.text)]


def _is_name(document: Document, side: Mention) -> bool:
    """Whether the words up to the first comma or preposition are all proper nouns and do not name two people."""
    words = list(_words(document, side.span))
    joined = any(word.text == "and" for word in words)
    for number, word in enumerate(words):
        if number and word.upos in ("PUNCT", "ADP") and word.text != "-":
            break
        if word.upos not in ("PROPN", "PUNCT") and word.deprel not in ("flat", "nmod:desc"):
            return False
    return not joined and side.form == "named"


def _words(document: Document, span: Span) -> Iterator[Token]:
    return (token for token in document.tokens if span.covers(token.span))


def unlabelled(document: Document) -> Iterator[Unlabelled]:
    """Named mentions of a person up to their first comma or bracket, and relative clauses to their sentence's end.

    A mention that holds a labelled role is left out. ``document`` already has its entities.
    """
    given = [item.role.span for entity in document.entities for item in entity.affiliations]
    for stretch in _names(document):
        if not any(stretch.overlaps(role) for role in given):
            yield Unlabelled.make(document.text, stretch)
    for stretch in _clauses(document):
        yield Unlabelled.make(document.text, stretch)


def _names(document: Document) -> Iterator[Span]:
    """Where people are named, up to the first mark other than a hyphen."""
    for mention in document.mentions:
        if mention.label == "Person" and mention.form == "named":
            marks = (token for token in _words(document, mention.span) if token.upos == "PUNCT" and token.text != "-")
            end = next((mark.span.start for mark in marks), mention.span.end)
            if end > mention.span.start:
                yield Span(mention.span.start, end)


def _clauses(document: Document) -> Iterator[Span]:
    """From the first "who" of each sentence to its end."""
    for sentence in document.sentences:
        for token in document.tokens[sentence.first : sentence.last]:
            if token.text.lower() in CLAUSES:
                yield Span(token.span.start, sentence.span.end)
                break
