"""Figures that belong together: the two levels of a change, and one figure in two units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

import attrs

from newsparse.model import Exactness, NumberClaim, Quantity, QuantityKind
from newsparse_numbers.comparison.conversion import PERS, ratio

NEAR = 80
_OPENING = re.compile(
    r"(?:\s(?:an?|per)\s\w+)?(?:\s?(?:[\w.’-]+\s){0,4}\((?:about |around |roughly |approximately |nearly |some |or )?"
    r"|,?\s(?:or|equivalent to|the equivalent of|equal to)(?: about| around| roughly| nearly| some)?\s|\s?/\s?)",
    re.I,
)


def paired(text: str, claims: Sequence[NumberClaim]) -> Iterable[NumberClaim]:
    """The claims with counterparts, computed changes and equivalents filled in."""
    result = list(claims)
    for index, claim in enumerate(claims):
        for other in range(index + 1, min(index + 3, len(claims))):
            if claims[other].span.start - claim.span.end > NEAR:
                break
            if _two_levels(text, claim, claims[other]):
                _join(result, index, other)
                break
        if index and (kept := _carried(text, result[index - 1], result[index])):
            result[index] = kept
        following = index + 1
        if following < len(claims) and _same_figure(text, claim, claims[following]):
            result[following] = _repeated(result[index], result[following])
    return result


def _repeated(claim: NumberClaim, mate: NumberClaim) -> NumberClaim:
    """``mate``, which repeats the figure of ``claim``: about the same thing, with the same holder."""
    mate = attrs.evolve(mate, equivalent=claim.id, role=claim.role, direction=claim.direction)
    mate = attrs.evolve(mate, holder=claim.holder or mate.holder, whole=claim.whole or mate.whole)
    return attrs.evolve(mate, subject=claim.subject, head=claim.head) if claim.subject else mate


_ANAPHORIC = re.compile(r"\s(?:of\s(?:whom|them|those|these|which)|were|was|are|have|had|did|died|said|voted)\b")


_COMPARED = re.compile(
    r"[^.;!?]{0,60}\b(?:(?:up|down)\sfrom|compared\s(?:with|to)|against|versus)(?:\s(?:just|only|about|some|nearly))?\s"
)


def _carried(text: str, before: NumberClaim, claim: NumberClaim) -> NumberClaim | None:
    """A subject taken over from the figure before: "rose 12 percent, to 284", "31 patients, four of whom died"."""
    gap = text[before.span.end : claim.span.start]
    if before.subject is None or len(gap) > 160 or "\n" in gap or claim.rule.endswith("counted"):
        return None
    if claim.subject is None and claim.quantity.kind == before.quantity.kind and _COMPARED.fullmatch(gap):
        return attrs.evolve(claim, subject=before.subject, head=before.head)
    if claim.subject is not None and claim.subject.span.start >= before.span.end:
        return None
    apart = re.search(r"[.!?;]\s", gap)
    follows = (
        not apart and len(gap) < 60 and claim.role in ("to", "change") and claim.quantity.kind != before.quantity.kind
    )
    if follows and claim.role == "to" and before.role == "change" and before.direction == claim.direction:
        points = before.quantity.kind in ("basis-point", "index") and claim.quantity.kind == "count"
        quantity = attrs.evolve(claim.quantity, kind=before.quantity.kind) if points else claim.quantity
        return attrs.evolve(claim, subject=before.subject, head=before.head, quantity=quantity)
    if (
        follows
        and claim.role == "change"
        and re.fullmatch(r"[^.;]{0,40},?\s(?:up|down)\s(?:about\s|some\s)?", gap)
        and before.role == "level"
    ):
        return attrs.evolve(claim, subject=before.subject, head=before.head)
    if (
        claim.subject is None
        and {claim.quantity.kind, before.quantity.kind} <= {"count", "ratio"}
        and _ANAPHORIC.match(text, claim.span.end)
    ):
        return attrs.evolve(claim, subject=before.subject, head=before.head)
    return None


def _two_levels(text: str, one: NumberClaim, other: NumberClaim) -> bool:
    """Whether two claims are the levels of one change: "from A to B", or "to B from A"."""
    if {one.role, other.role} != {"from", "to"} or one.direction != other.direction:
        return False
    gap = text[one.span.end : other.span.start]
    if re.search(r"[.!?;]\s|\n", gap) or one.quantity.kind != other.quantity.kind:
        return False
    return re.search(r"\bto\b" if one.role == "from" else r"\bfrom\b", gap) is not None


def _join(result: list[NumberClaim], index: int, other: int) -> None:
    one, two = result[index], result[other]
    before, after = (one, two) if one.role == "from" else (two, one)
    quantity = difference(before.quantity, after.quantity)
    subject = one.subject or two.subject
    for place, mate in ((index, two), (other, one)):
        own = result[place]
        per = own.quantity.per or mate.quantity.per
        result[place] = attrs.evolve(
            own,
            counterpart=mate.id,
            change=quantity if own.role == "to" else None,
            direction=one.direction,
            subject=own.subject or subject,
            head=own.head if own.subject else mate.head,
            quantity=attrs.evolve(own.quantity, per=per),
        )


def difference(before: Quantity, after: Quantity) -> Quantity | None:
    """How much ``after`` lies above ``before``, both of one unit; percentages differ by percentage points."""
    if before.value is None or after.value is None:
        return None
    if (before.kind, before.unit, before.currency) != (after.kind, after.unit, after.currency):
        return None
    points: dict[QuantityKind, QuantityKind] = {"percent": "percentage-point"}
    change = after.value - before.value
    exactness: Exactness = "exact" if before.exactness == after.exactness == "exact" else "about"
    return attrs.evolve(
        after, low=change, high=change, exactness=exactness, kind=points.get(after.kind, after.kind), near=None
    )


def _same_figure(text: str, one: NumberClaim, other: NumberClaim) -> bool:
    """Whether ``other`` repeats ``one`` in another unit or currency, in brackets or behind "or"."""
    gap = text[one.span.end : other.span.start]
    if len(gap) > 40 or not _OPENING.fullmatch(gap):
        return False
    first, second = one.quantity, other.quantity
    if first.kind == second.kind == "money":
        other_time = {first.per, second.per} <= PERS.keys() and first.per != second.per
        return "(" in gap if first.currency != second.currency else other_time
    if first.kind == second.kind == "measure":
        return first.unit != second.unit and _alike(first, second)
    return False


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two measures can be the same: neither zero alone, and of the same dimension."""
    times = ratio(one, other)
    if times is not None and {one.unit, other.unit} == {"degree Celsius", "degree Fahrenheit"}:
        return True  # a difference of temperatures has no offset: "2 degrees Celsius (3.6 Fahrenheit)"
    return times is not None and Decimal("0.7") < times < Decimal("1.4")
