"""Reads the stories: articles in which names, quotations and figures are marked, with the outlet and the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources

import attrs

from newsparse.errors import SchemaError
from newsparse.model import Document, Meta, Span
from newsparse_bench.stories.marks import Mark, plain
from newsparse_bench.stories.quoted import Telling, tellings

_HEAD = re.compile(r"^== (\S+) \| (.+) \| (\d{4}-\d\d-\d\d(?:T\d\d:\d\dZ)?)$", re.MULTILINE)


@attrs.frozen
class Story:
    """One article: the document without labels, the gold id of each marked name by its span, and which are bodies.

    ``marks`` are all its marks, and ``tellings`` its gold quotations.
    """

    document: Document
    names: dict[Span, str]
    organisations: frozenset[str]
    marks: tuple[Mark, ...] = ()
    tellings: tuple[Telling, ...] = ()


def stories(part: str) -> Iterator[Story]:
    """The articles of ``part``, of the files whose names begin with it, in their order.

    Raises ``SchemaError`` for a file that does not begin with its organisations, and for marks that cannot be read.
    """
    files = [item for item in resources.files(__package__).iterdir() if item.name.endswith(".txt")]
    for file in sorted(files, key=lambda item: item.name.removesuffix(".txt")):
        if file.name.removesuffix(".txt").split("-")[0] == part:
            yield from _told(file.name, file.read_text("utf-8"))


def _told(name: str, text: str) -> Iterator[Story]:
    organisations, _, parts = split(name, text)
    for key, outlet, day, body in parts:
        words, marks = plain(body)
        document = Document(text=words, id=key, meta=Meta(outlet=outlet, published=day, language="en"))
        yield story(document, marks, organisations, tellings(marks))


def split(name: str, text: str) -> tuple[frozenset[str], str, list[tuple[str, str, str, str]]]:
    """The ids of organisations, other lines before the articles, and of each article its key, outlet, day and body.

    Raises ``SchemaError`` for a text that does not begin with its organisations.
    """
    head, *rest = _HEAD.split(text)
    first, _, others = head.partition("\n")
    start, colon, listed = first.partition(":")
    if start != "organisations" or not colon:
        raise SchemaError(f"{name} must begin with 'organisations:' and their ids.")
    fields = zip(rest[::4], rest[1::4], rest[2::4], map(str.strip, rest[3::4]), strict=True)
    return frozenset(listed.split()), others, list(fields)


def story(
    document: Document, marks: tuple[Mark, ...], organisations: frozenset[str], found: tuple[Telling, ...]
) -> Story:
    """The article with the names among its ``marks``, and the quotations that were ``found`` there."""
    names = {Span(mark.start, mark.end): mark.labels for mark in marks if mark.opening == "["}
    return Story(document=document, names=names, organisations=organisations, marks=marks, tellings=found)
