"""Reads the stories: articles in which names are marked as ``[words|id]``, with the outlet and the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources

import attrs

from newsparse.errors import SchemaError
from newsparse.model import Document, Meta, Span

PARTS = ("dev", "test")
_HEAD = re.compile(r"^== (\S+) \| (.+) \| (\d{4}-\d\d-\d\d)$", re.MULTILINE)
_NAME = re.compile(r"\[([^|\]]+)\|([a-z0-9-]+)\]")


@attrs.frozen
class Story:
    """One article: the document without labels, the gold id of each marked name by its span, and which are bodies."""

    document: Document
    names: dict[Span, str]
    organisations: frozenset[str]


def stories(part: str) -> Iterator[Story]:
    """The articles of ``part``; raises ``SchemaError`` for a file that does not begin with its organisations."""
    text = resources.files(__package__).joinpath(f"{part}.txt").read_text("utf-8")
    head, *rest = _HEAD.split(text)
    start, colon, listed = head.partition(":")
    if start != "organisations" or not colon:
        raise SchemaError(f"{part}.txt must begin with 'organisations:' and their ids.")
    organisations = frozenset(listed.split())
    for key, outlet, day, body in zip(*(rest[number::4] for number in range(4)), strict=True):
        story = _story(key, Meta(outlet=outlet, published=day, language="en"), body.strip())
        yield attrs.evolve(story, organisations=organisations)


def _story(key: str, meta: Meta, body: str) -> Story:
    pieces: list[str] = []
    names: dict[Span, str] = {}
    at = length = 0
    for match in _NAME.finditer(body):
        before = body[at : match.start()]
        start = length + len(before)
        names[Span(start, start + len(match[1]))] = match[2]
        pieces += [before, match[1]]
        length = start + len(match[1])
        at = match.end()
    return Story(Document(text="".join([*pieces, body[at:]]), id=key, meta=meta), names, frozenset())
