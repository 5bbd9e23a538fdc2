"""Makes short lines of text for what the corpora lack, with invented names and their labels.

There are bylines, captions, results, lists of parties, court cases, footnotes, titles glued to names, and headlines in
capitals. A line in ``data/names.json`` has names in angle brackets: ``<Person>``, ``<Organization.court>`` for a kind,
``<Date:{month} {year}>`` for any other pattern. ``<Person.short>``, ``<Person.family>`` and ``<Person.given>`` are
parts of the last person's name, and ``<Organization.initials>`` is the acronym of the last organization.
"""

from __future__ import annotations

import random
import re

from newsparse_english.tokens import tokenize
from newsparse_english.training.corpora import Example, within
from newsparse_english.training.inventing import data, expanded, initials, invented, person

LONGEST = 3
"""Lines in the longest example."""

CAPITALS = 0.15
"""How often a line is one in capitals."""

UNSEEN = 0.03
"""How often a space in a name has a mark beside it that is not seen, as in text copied from web pages."""

MARKS = "\u200b\u2060\ufeff\u200e"
NAME = re.compile(r"<(\w+)(?:\.(\w+))?(?::([^<>]+))?>")

Piece = tuple[str, str]
"""A stretch of text and its class, which is empty outside names."""


def made(rng: random.Random, count: int) -> list[Example]:
    """``count`` examples of the corpus "made", which have only names."""
    return [_example(number, rng) for number in range(count)]


def _example(number: int, rng: random.Random) -> Example:
    pieces: list[Piece] = []
    for _ in range(rng.randint(1, LONGEST)):
        pieces.extend([*_line(rng), ("\n", "")])
    text = "".join(piece for piece, _ in pieces)
    words = tokenize(text)
    tags = ["O"] * len(words)
    at = 0
    for piece, label in pieces:
        if label:
            for inside, index in enumerate(within(words, at, at + len(piece))):
                tags[index] = ("I-" if inside else "B-") + label
        at += len(piece)
    return Example(
        corpus="made",
        name=str(number),
        words=[word.text for word in words],
        gaps=[word.gap for word in words],
        entities=tags,
    )


def _line(rng: random.Random) -> list[Piece]:
    capitals = rng.random() < CAPITALS
    writer = _Writer(rng)
    pieces = writer.pieces(rng.choice(data()["capitals" if capitals else "lines"]))
    return [(text.upper(), label) for text, label in pieces] if capitals else pieces


class _Writer:
    """Writes the names of one line, and remembers those that short forms follow."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.person = person(rng)
        self.introduced = False
        self.organization = ""

    def pieces(self, line: str) -> list[Piece]:
        """The stretches of text of ``line``."""
        result: list[Piece] = []
        at = 0
        for found in NAME.finditer(line):
            result.append((expanded(line[at : found.start()], self.rng), ""))
            result.append((self._copied(self._name(*found.groups())), found[1]))
            at = found.end()
        return [*result, (expanded(line[at:], self.rng), "")]

    def _name(self, label: str, kind: str | None, pattern: str | None) -> str:
        if pattern:
            return self._noted(label, expanded(pattern, self.rng))
        if label == "Person":
            return self._person(kind)
        if kind == "initials":
            return initials(self.organization) or invented(label, self.rng, kind="acronym")
        return self._noted(label, invented(label, self.rng, kind=kind or ""))

    def _person(self, part: str | None) -> str:
        """A new person, or a part of the name of the last one, if one was introduced by the full name."""
        if not part or not self.introduced:
            self.person = person(self.rng)
        if not part:
            self.introduced = True
            return self.person.text
        return {"short": self.person.short, "family": self.person.family, "given": self.person.given}[part]

    def _noted(self, label: str, name: str) -> str:
        if label == "Organization":
            self.organization = name
        return name

    def _copied(self, name: str) -> str:
        if " " in name and self.rng.random() < UNSEEN:
            return name.replace(" ", "\u00a0" + self.rng.choice(MARKS), 1)
        return name
