"""Bare numbers that have the unit of the figure before: "inflation of 3.1 percent (in October: 3.6)"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import attrs

from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.figures.order import earlier
from newsparse.model import Document, NumberClaim, Quantity
from newsparse.syntax import Index

AMOUNT = Decimal(100_000)
"""From which value on a bare number behind an amount of money is one too."""
WHOLE = Decimal(100)
"""Up to which value a bare number behind a share is one too."""
_LENT = frozenset({"percent", "money"})
_PASSED = frozenset({"multiplier", "ordinal"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})


def lender(document: Document, index: Index, claim: NumberClaim) -> NumberClaim | None:
    """The figure before, in the same sentence, whose unit a number that counts nothing leaves out."""
    quantity = claim.quantity
    if quantity.kind != "count" or quantity.unit or quantity.per or quantity.value is None:
        return None
    before = _before(document, index, claim)
    if before is None or _counts_something(index, claim):
        return None
    fits = _is_amount if before.quantity.kind == "money" else _is_share
    return before if fits(index, claim, before) else None


def _is_amount(index: Index, claim: NumberClaim, before: NumberClaim) -> bool:
    """Whether a number behind an amount of money is large enough for one, and of nothing else."""
    value = claim.quantity.value
    return value is not None and value >= AMOUNT and _is_of_no_other(index, claim, before)


def _is_share(index: Index, claim: NumberClaim, before: NumberClaim) -> bool:
    """Whether a number behind a share has decimals and is of nothing else, or has the same preposition."""
    value = claim.quantity.value
    if value is None or value > WHOLE:
        return False
    return (value % 1 != 0 and _is_of_no_other(index, claim, before)) or _is_led_alike(index, claim, before)


def lent(quantity: Quantity, before: NumberClaim) -> Quantity:
    """A bare number in the unit of the figure before."""
    same = before.quantity
    return attrs.evolve(quantity, kind=same.kind, unit=same.unit, currency=same.currency, per=same.per)


def is_of_time(index: Index, claim: NumberClaim) -> bool:
    """Whether a time stands where those would who are counted: "the 22 million of the year before"."""
    words = index.overlapping(claim.head) if claim.head else range(0)
    return bool(words) and index.words.lemmas[words[-1]] in _times()


@cache
def _times() -> frozenset[str]:
    """Words that stand for or before a time: "year", "May", "last"."""
    lists = lexicon(SHARED)
    named = (word for name in ("dates.units", "dates.seasons", "dates.which") for word in lists.map(name))
    return frozenset(named) | lists.words("dates.weekdays") | lists.words("dates.months")


def _before(document: Document, index: Index, claim: NumberClaim) -> NumberClaim | None:
    """The figure before, if it is a share or an amount in the same sentence."""
    found = (item for item in reversed(earlier(document, index, claim)) if item.quantity.kind not in _PASSED)
    before = next(found, None)
    return before if before is not None and before.quantity.kind in _LENT else None


def _counts_something(index: Index, claim: NumberClaim) -> bool:
    """Whether a noun follows a number: "11 hospitals", "22 million of the voters", but not "22 million last year"."""
    after = index.overlapping(claim.span)[-1] + 1
    if after >= len(index.tokens):
        return False
    if index.words.lower[after] in lexicon(SHARED).words("across.counted"):
        return not is_of_time(index, claim)
    head = index.words.heads[after - 1]
    counted = index.words.relations[after - 1] == "nummod" and head is not None and head >= after
    return (counted or index.tokens[after].upos in _NOUNS) and index.words.lemmas[after] not in _times()


def _is_of_no_other(index: Index, claim: NumberClaim, before: NumberClaim) -> bool:
    """Whether the words of a number name nothing else than those of the figure before, or the subject of both."""
    return (
        claim.head is None
        or claim.head.end <= before.span.start
        or is_of_time(index, claim)
        or claim.head == before.head
    )


def _is_led_alike(index: Index, claim: NumberClaim, before: NumberClaim) -> bool:
    """Whether one preposition stands before both: "its offer stands **at** 4 percent, the demand **at** 11"."""
    first, second = (index.overlapping(item.span)[0] for item in (before, claim))
    if not first or index.words.relations[second - 1] != "case":
        return False
    return index.words.lower[first - 1] == index.words.lower[second - 1]
