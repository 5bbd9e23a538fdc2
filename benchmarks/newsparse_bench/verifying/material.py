"""What drafts are made of: quotations and sentences with figures, taken from articles by their labels."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

import attrs

from newsparse.model import Document, NumberClaim, Quote, Span

LEAST_WORDS = 4
MOST_WORDS = 45
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_MARKS = re.compile(r"[\"“”„«»‘]|(?<!\w)['’]")
_BREAK = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(A-Z\d])|\n\s*")


@cache
def words() -> dict[str, Any]:
    """The word lists and templates of the test bed."""
    found: dict[str, Any] = json.loads(resources.files(__package__).joinpath("words.json").read_text("utf-8"))
    return found


@attrs.frozen
class Said:
    """One unbroken piece of a direct quote, and the full name of who says it."""

    article: str
    start: int
    words: str
    name: str
    person: bool


@attrs.frozen
class Sentence:
    """A sentence of an article with the places of its labelled figures, relative to its beginning."""

    article: str
    start: int
    text: str
    figures: tuple[tuple[Span, NumberClaim], ...]


def flat(text: str) -> str:
    """The text with each run of blanks as one."""
    return " ".join(text.split())


def said(document: Document) -> list[Said]:
    """The pieces of direct quotes by named speakers that can be quoted alone."""
    found = []
    for quote in document.quotes:
        speaker = quote.speaker
        if quote.form != "direct" or quote.within or speaker is None or speaker.entity is None:
            continue
        name = document.entity(speaker.entity).name
        for piece in quote.fragments:
            text = flat(piece.cut(document.text)).rstrip(".,;")
            if len(text.split()) >= LEAST_WORDS and not _MARKS.search(text):
                found.append(Said(document.id, piece.start, text, name, speaker.kind == "person"))
    return found


def people(document: Document) -> list[str]:
    """The full names of the people in an article."""
    return sorted({entity.name for entity in document.entities if entity.label == "Person"})


def sentences(document: Document) -> list[Sentence]:
    """The sentences with labelled figures that can be understood outside their article."""
    found = []
    for span in _split(document.text):
        text = span.cut(document.text)
        inside = [item for item in document.numbers if span.covers(item.span)]
        if not inside or not LEAST_WORDS <= len(text.split()) <= MOST_WORDS or not _alone(document, span, text):
            continue
        moved = tuple((Span(i.span.start - span.start, i.span.end - span.start), i) for i in inside)
        found.append(Sentence(document.id, span.start, text, moved))
    return found


def _alone(document: Document, span: Span, text: str) -> bool:
    """Whether marks are balanced, and whoever speaks in the sentence is named in it."""
    balanced = text.count("“") == text.count("”") and text.count('"') % 2 == 0 and "\n" not in text
    return balanced and all(_named(quote, span) for quote in document.quotes if quote.span.overlaps(span))


def _named(quote: Quote, span: Span) -> bool:
    mention = quote.speaker.mention if quote.speaker else None
    if mention is None or not span.covers(mention.span) or not span.covers(quote.span):
        return False
    return not set(mention.text.lower().split()) & set(words()["pronouns"])


def _split(text: str) -> Iterator[Span]:
    start = 0
    for match in _BREAK.finditer(text):
        before = text[start : match.start()].rsplit(maxsplit=1)
        last = before[-1].rstrip(".").lstrip('(“"') if before else ""
        if "\n" not in match[0] and (last in words()["abbreviations"] or _INITIALS.fullmatch(last)):
            continue
        end = match.end() - len(match[0].lstrip('"”’)'))
        if text[start:end].strip():
            yield Span(start, end)
        start = match.end()
    if text[start:].strip():
        yield Span(start, len(text.rstrip()))
