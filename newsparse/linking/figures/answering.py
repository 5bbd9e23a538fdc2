"""Figures that leave what they are about to the one before: "She said it was 200" behind what somebody else counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

import attrs

from newsparse.lexicon import SHARED, lexicon
from newsparse.model import Span
from newsparse.syntax import Index

if TYPE_CHECKING:
    from newsparse.linking.figures.profiles import Figure


NEAR = 2
"""How many sentences a figure is at most behind the one that it is put against."""
_VERBS = ("VERB", None)


def with_answers(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures, of which those that answer one before are about the same as that."""
    known: list[Figure] = []
    for figure in figures:
        before = known[-1] if known and _is_answer(figure, known[-1]) else _countered(figure, known)
        known.append(figure if before is None else _answering(figure, before))
        yield known[-1]


def _countered(figure: Figure, known: Sequence[Figure]) -> Figure | None:
    """The last figure of its kind before a sentence that disputes one and gives another: "spoke of 190 instead"."""
    if not figure.countering or figure.head or (known and known[-1].sentence == figure.sentence):
        return None
    near = (item for item in reversed(known) if figure.sentence - item.sentence <= NEAR)
    return next((item for item in near if _may_be_countered(figure, item)), None)


def _may_be_countered(figure: Figure, before: Figure) -> bool:
    """Whether a figure may be put in the place of one that somebody else gives."""
    spoken = before.speaker and before.speaker != figure.speaker
    return bool(spoken) and not before.headline and (_of_one_unit(figure, before) or _is_bare(figure, before))


def _of_one_unit(figure: Figure, before: Figure) -> bool:
    one, other = figure.quantity, before.quantity
    return (one.kind, one.unit, one.currency) == (other.kind, other.unit, other.currency)


def _is_bare(figure: Figure, before: Figure) -> bool:
    """Whether a number leaves its unit to the figure before: "9 million tonnes", and "it was 5.5 million"."""
    bare = figure.quantity.kind == "count" and not figure.quantity.unit
    return bare and before.quantity.kind in ("money", "measure")


def _is_answer(figure: Figure, before: Figure) -> bool:
    """Whether somebody gives a figure for what somebody else gave the one before for: "She said it was 200"."""
    if figure.head or figure.words or before.headline != figure.headline:
        return False
    if figure.fate and figure.fate != before.fate:
        return False
    same = (figure.quantity.kind, figure.quantity.unit) == (before.quantity.kind, before.quantity.unit)
    same = same or (before.quantity.kind == "money" and figure.quantity.kind == "count" and not figure.quantity.unit)
    return same and figure.speaker != before.speaker and "" not in (figure.speaker, before.speaker)


def _answering(figure: Figure, before: Figure) -> Figure:
    quantity = figure.quantity
    if _is_bare(figure, before):
        same = before.quantity
        quantity = attrs.evolve(quantity, kind=same.kind, unit=same.unit, currency=same.currency, per=same.per)
    return attrs.evolve(
        figure,
        quantity=quantity,
        answered=before.claim,
        head=before.head,
        words=figure.words | before.words,
        near=figure.near | before.near,
        fate=before.fate or figure.fate,
        role=before.role,
        direction=before.direction,
    )


@cache
def disputing() -> frozenset[str]:
    """The lemmas of verbs by which somebody disputes a claim."""
    return lexicon(SHARED).groups("across.answers")["disputes"]


def counters(index: Index, sentence: range, figure: Span) -> bool:
    """Whether words before a figure dispute one: "disputed the **number** and spoke of 190"."""
    lists = lexicon(SHARED)
    words = [word for word in sentence if index.tokens[word].span.end <= figure.start]
    nouns = lists.words("across.references.figure") - lists.words("across.references.measure")
    verbs = {index.words.lemmas[word] for word in words if index.tokens[word].upos in _VERBS}
    return not (disputing().isdisjoint(verbs) or nouns.isdisjoint(index.words.lemmas[word] for word in words))
