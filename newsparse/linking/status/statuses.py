"""Records of what is kept of the claims of an article, and of the status of a claim."""

from __future__ import annotations

from typing import Literal

import attrs

from newsparse.linking.figures.profiles import Article, article
from newsparse.linking.lines import line, record
from newsparse.linking.status.claims import Base, Stated, stated
from newsparse.linking.status.reading import Reading
from newsparse.linking.status.targets import Answer, answers
from newsparse.linking.status.triggers import Effect
from newsparse.model import Document, Located

SCHEMA = "newsparse.status/1"


@attrs.frozen(kw_only=True)
class Effected:
    """What is said of a claim: disputed, confirmed or corrected, by whom, where, and the rules that say so.

    ``by`` is None where the article itself does it. ``place`` are the words that do.
    """

    effect: Effect
    place: Located
    by: str | None = None
    rules: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Status:
    """The status of one claim, a quote or a figure.

    ``base`` is how its article gives it: "asserted" by the article itself, "reported", "hedged", "denied", and "open"
    where nothing says so; ``evidence`` are the words that do, ``rule`` what decided. ``effects`` are all places, here
    and in other articles, that dispute it, confirm it or take it back.
    """

    place: Located
    claim: str
    kind: Literal["quote", "figure"]
    base: Base
    evidence: tuple[Located, ...] = ()
    rule: str = ""
    effects: tuple[Effected, ...] = ()

    @property
    def labels(self) -> frozenset[str]:
        """The base and the effects by name."""
        return frozenset({self.base, *(item.effect for item in self.effects)})


@attrs.frozen(kw_only=True)
class Statements:
    """What is kept of an article: its words and figures, its claims, and its answers to claims."""

    article: Article
    claims: tuple[Stated, ...]
    answers: tuple[Answer, ...]


def statements(document: Document, reading: Reading | None = None) -> Statements:
    """What is kept of ``document``, which comes from a pipeline with quotes and numbers, by its ``reading`` if any."""
    reading = reading or Reading(document)
    kept = article(document)
    claims = tuple(stated(reading, kept.figures))
    return Statements(article=kept, claims=claims, answers=tuple(answers(reading, claims)))


def dumps(status: Status) -> str:
    """The status as one line of JSON, which ``loads`` reads."""
    return line(status, SCHEMA)


def loads(written: str) -> Status:
    """The status that ``dumps`` wrote; raises ``SchemaError`` for anything else."""
    return record(written, Status, SCHEMA)
