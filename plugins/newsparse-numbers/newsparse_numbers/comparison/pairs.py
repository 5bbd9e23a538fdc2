"""Figures that belong together: the two levels of a change, and one figure in two units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import attrs

from newsparse.comparison.conversion import measures, ratio
from newsparse.model import Evidence, Exactness, NumberClaim, Quantity, QuantityKind
from newsparse_numbers.comparison.carried import CARRIED
from newsparse_numbers.comparison.neighbours import Carried, Neighbours
from newsparse_numbers.lexicon import one_of, words

LEVELS_CHARS = 80
"""How far apart the two levels of a change may be."""
SAME_FIGURE_CHARS = 40
_LEVELS = frozenset(["from", "to"])
_CLAUSE_END = re.compile(r"[.!?;]\s|\n")
SAME_RATIO = (Decimal("0.7"), Decimal("1.4"))
"""How many times as large one figure in two units may seem, since both are rounded."""


@attrs.frozen
class Draft:
    """A claim, and whether its subject was found as what the figure counts."""

    claim: NumberClaim
    counted: bool = False


def paired(text: str, drafts: Sequence[Draft]) -> list[NumberClaim]:
    """The claims with subjects carried over, counterparts, computed changes and equivalents filled in."""
    claims = [draft.claim for draft in drafts]
    result = list(claims)
    for index, claim in enumerate(claims):
        mate = _mate(text, claims, index)
        if mate is not None:
            _join(result, index, mate)
        if index and not drafts[index].counted:
            result[index] = _carried(text, result[index - 1], result[index])
        following = index + 1
        if following < len(claims) and result[index].subject is None:
            result[index] = _ahead(text, result[index], claims[following])
        if following < len(claims) and _same_figure(text, claim, claims[following]):
            result[following] = _repeated(result[index], result[following])
    return result


def _mate(text: str, claims: Sequence[NumberClaim], index: int) -> int | None:
    """The other level of the change that a claim begins: one of the next two claims."""
    claim = claims[index]
    if claim.role not in _LEVELS:
        return None
    for other in range(index + 1, min(index + 3, len(claims))):
        if claims[other].span.start - claim.span.end > LEVELS_CHARS:
            return None
        if _two_levels(text, claim, claims[other]):
            return other
    return None


def _repeated(claim: NumberClaim, mate: NumberClaim) -> NumberClaim:
    """``mate``, which repeats the figure of ``claim``: about the same thing, with the same holder."""
    mate = attrs.evolve(mate, equivalent=claim.id, role=claim.role, direction=claim.direction)
    mate = attrs.evolve(mate, holder=claim.holder or mate.holder, whole=claim.whole or mate.whole)
    return _about(mate, claim) if claim.subject else mate


def _about(claim: NumberClaim, mate: NumberClaim) -> NumberClaim:
    """``claim`` with the subject of ``mate`` and what decided that."""
    decided = tuple(item for item in mate.evidence if item.part == "subject")
    return attrs.evolve(
        claim, subject=mate.subject, head=mate.head, rule=mate.rule, evidence=(*decided, *_without_subject(claim))
    )


def _ahead(text: str, claim: NumberClaim, following: NumberClaim) -> NumberClaim:
    """The claim with the noun of the next figure: "won 42 percent and Holm 38 percent of the vote"."""
    head, kinds = following.head, {claim.quantity.kind, following.quantity.kind}
    if head is None or head.start < following.span.end or claim.role != "level" or following.role != "level":
        return claim
    last = text[head.start : head.end].lower()
    divided = kinds == {"percent"} and last in words("claims.divided", "claims.cast")
    if not (divided or kinds == {"count"}) or not _shared_ahead(counted=not divided).fullmatch(
        text, claim.span.end, following.span.start
    ):
        return claim
    return _about(claim, following)


@cache
def _shared_ahead(*, counted: bool) -> re.Pattern[str]:
    """What is between two figures of which the second has the noun of both."""
    about, joining = one_of(words("claims.about_compared")), one_of(words("claims.joining"))
    name = r"[A-Z][\w’'-]*"
    place = rf"\s{one_of(words('claims.place_leads'))}(?:\s{name}){{1,3}},?\s{joining}\s"
    side = rf"(?:,?\s[\w’']+){{0,2}}(?:\s{name}){{1,3}}(?:’s|'s)?\s(?:\w+\s)?"
    return re.compile(rf"(?:{place if counted else side})(?:{about}\s)?")


def _without_subject(claim: NumberClaim) -> tuple[Evidence, ...]:
    return tuple(item for item in claim.evidence if item.part != "subject")


def _carried(text: str, before: NumberClaim, claim: NumberClaim) -> NumberClaim:
    """The claim with a subject carried over from the figure before, where it shares it."""
    neighbours = Neighbours.of(text, before, claim)
    decision = CARRIED.decide(neighbours, claim.span) if neighbours else None
    if decision is None:
        return claim
    carried: Carried = decision.found
    if claim.holder is not None and claim.holder.span.overlaps(carried.subject.span):
        others = tuple(item for item in claim.evidence if item.part != "holder")
        claim = attrs.evolve(claim, holder=None, evidence=others)  # what is measured is nobody
    evidence = (Evidence("subject", decision.rule), *_without_subject(claim))
    claim = attrs.evolve(claim, subject=carried.subject, head=carried.head, rule=decision.rule, evidence=evidence)
    return attrs.evolve(claim, quantity=attrs.evolve(claim.quantity, kind=carried.kind))


@cache
def _level_lead(role: str) -> re.Pattern[str]:
    """The words that lead to the other level: "to" after "from", "from" after "to"."""
    lead = one_of(words("claims.to" if role == "from" else "claims.from"))
    return re.compile(rf"\b{lead}\b")


@cache
def _another_act() -> re.Pattern[str]:
    """A comma and "and" before what else is done: "up from 1.6 billion, and raised its dividend to 4.50"."""
    joining, lead = one_of(words("claims.joining")), one_of(words("claims.to"))
    return re.compile(rf",\s+{joining}\s+(?!(?:\w+\s+)?{lead}\b)")


def _two_levels(text: str, one: NumberClaim, other: NumberClaim) -> bool:
    """Whether two claims are the levels of one change: "from A to B", or "to B from A"."""
    if {one.role, other.role} != _LEVELS or one.direction != other.direction:
        return False
    gap = text[one.span.end : other.span.start]
    if _CLAUSE_END.search(gap) or _another_act().search(gap) or one.quantity.kind != other.quantity.kind:
        return False
    return _level_lead(one.role).search(gap) is not None


def _join(result: list[NumberClaim], index: int, other: int) -> None:
    one, two = result[index], result[other]
    before, after = (one, two) if one.role == "from" else (two, one)
    quantity = difference(before.quantity, after.quantity)
    for place, mate in ((index, two), (other, one)):
        shared = result[place].subject is None or (place == other and mate.subject is not None)
        own = _about(result[place], mate) if shared else result[place]
        per = own.quantity.per or mate.quantity.per
        result[place] = attrs.evolve(
            own,
            counterpart=mate.id,
            change=quantity if own.role == "to" else None,
            direction=one.direction,
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


@cache
def _opening() -> re.Pattern[str]:
    """What leads to the same figure again: a bracket, "or", "the equivalent of", a stroke."""
    about, about_bracket = one_of(words("claims.equivalent_about")), one_of(words("claims.bracketed_about"))
    per, again = one_of(words("claims.equivalent_per")), one_of(words("claims.equivalent"))
    return re.compile(
        rf"(?:\s+{per}\s+\w+)?(?:\s?(?:[\w.’-]+\s+){{0,4}}\((?:{about_bracket}\s+)?|,?\s+{again}(?:\s+{about})?\s+|\s?/\s?)",
        re.IGNORECASE,
    )


def _same_figure(text: str, one: NumberClaim, other: NumberClaim) -> bool:
    """Whether ``other`` repeats ``one`` in another unit or currency, in brackets or after "or"."""
    gap = text[one.span.end : other.span.start]
    if len(gap) > SAME_FIGURE_CHARS or not _opening().fullmatch(gap):
        return False
    first, second = one.quantity, other.quantity
    if first.kind == second.kind == "money":
        other_time = {first.per, second.per} <= measures().keys() and first.per != second.per
        foreign = (first.currency or first.unit) != (second.currency or second.unit)
        return "(" in gap if foreign else other_time
    if first.kind == second.kind == "measure":
        return first.unit != second.unit and _alike(first, second)
    return False


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two measures can be the same: neither zero alone, and of the same dimension."""
    times = ratio(one, other)
    if times is not None and {one.unit, other.unit} == words("claims.offset_units"):
        return True  # a difference of temperatures has no offset: "2 degrees Celsius (3.6 Fahrenheit)"
    return times is not None and SAME_RATIO[0] < times < SAME_RATIO[1]
