"""What is kept of one article so that it can be compared with others, as JSON: for a database to which more are added.

The three parts are written apart, because each of them is enough for one kind of comparison.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import attrs
from cattrs.preconf.json import JsonConverter, make_converter

from newsparse.linking.articles import Article, article
from newsparse.linking.known import with_known_kinds
from newsparse.linking.profiles import Profile, profiles
from newsparse.linking.quotations.sayings import Saying, sayings
from newsparse.linking.status import Statements, statements
from newsparse.linking.status.reading import Reading
from newsparse.model import LABELS, Document

Read = TypeVar("Read")


@attrs.frozen(kw_only=True)
class Sayings:
    """An article without its text, and what somebody says in it."""

    article: Article
    sayings: tuple[Saying, ...]

    def __len__(self) -> int:
        """How many sayings there are."""
        return len(self.sayings)

    def __getitem__(self, place: int) -> Saying:
        """The saying at a place."""
        return self.sayings[place]


@attrs.frozen(kw_only=True)
class Kept:
    """Of one article: its entities of all labels, what somebody says in it, and its claims, figures and answers."""

    profiles: tuple[Profile, ...]
    sayings: Sayings
    statements: Statements


Part = tuple[Profile, ...] | Sayings | Statements
"""One of the three parts."""


def kept(document: Document) -> Kept:
    """What is kept of ``document``, which comes from a pipeline with entities, numbers and quotes."""
    document = with_known_kinds(document)
    own, reading = article(document), Reading(document)
    return Kept(
        profiles=tuple(profiles(document, sorted(LABELS))),
        sayings=Sayings(article=own, sayings=tuple(sayings(document, own, reading))),
        statements=statements(document, reading),
    )


def written(part: Part) -> str:
    """A part of what is kept, which the function of its kind reads; sayings have a line each, after the article's."""
    if isinstance(part, Sayings):
        rows = [_converter().unstructure(attrs.evolve(item, article=_NOTHING)) for item in part.sayings]
        return "\n".join(map(json.dumps, [_fields(part.article), *rows]))
    return json.dumps(_converter().unstructure(part))


def read_profiles(text: str) -> tuple[Profile, ...]:
    """The profiles that were written."""
    return _read(text, tuple[Profile, ...])


def read_statements(text: str) -> Statements:
    """The claims, figures and answers that were written."""
    return _read(text, Statements)


@attrs.frozen
class Rows:
    """The sayings of an article, of which each is read when it is asked for."""

    article: Article
    rows: Sequence[str]

    def __len__(self) -> int:
        """How many sayings there are."""
        return len(self.rows)

    def __getitem__(self, place: int) -> Saying:
        """The saying at a place."""
        return attrs.evolve(_read(self.rows[place], Saying), article=self.article)


def read_rows(text: str) -> Rows:
    """The sayings that were written, all of one article."""
    own, *rows = text.split("\n")
    return Rows(_article(json.loads(own)), rows)


def read_sayings(text: str) -> Sayings:
    """As ``read_rows``, with all of them read."""
    found = read_rows(text)
    return Sayings(article=found.article, sayings=tuple(found[place] for place in range(len(found))))


def _read(text: str, kind: Callable[..., Read]) -> Read:
    found: Read = _converter().structure(json.loads(text), kind)  # type: ignore[arg-type]
    return found


def _fields(own: Article) -> dict[str, Any]:
    fields = {item.name: getattr(own, item.name) for item in attrs.fields(Article)}
    return {**fields, "names": sorted(own.names), "sketch": own.sketch.tolist()}


def _article(fields: dict[str, Any]) -> Article:
    return Article(**{**fields, "names": frozenset(fields["names"]), "sketch": array("I", fields["sketch"])})


_NOTHING = Article(
    document="", outlet=None, published=None, path=None, moment="", seconds=None, names=frozenset(), sketch=array("I")
)
"""In place of the article, which is written once for all sayings."""


@cache
def _converter() -> JsonConverter:
    """Faster than that of documents, since it checks nothing: only newsparse writes what it reads."""
    converter = make_converter(detailed_validation=False, omit_if_default=True)
    converter.register_structure_hook(str, lambda value, _: sys.intern(value))  # many articles have the same words
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    converter.register_unstructure_hook_func(lambda kind: kind is Article, lambda _: None)
    converter.register_structure_hook_func(lambda kind: kind is Article, lambda _, __: _NOTHING)
    return converter
