"""How the figures of a group relate: they agree, drift as time passes, conflict, or cannot be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, combinations
from typing import Literal

import attrs

from newsparse.comparison.conversion import measure
from newsparse.linking.figures.comparing import compared
from newsparse.linking.figures.pairs import MOST, Pair, Related, equal
from newsparse.linking.figures.profiles import Figure
from newsparse.model import Span
from newsparse.rules import Rule, RuleSet

Relation = Literal["agree", "drift", "conflict", "incomparable"]
STEPS = 3
"""How many steps lead away from a value and back to it."""
_LASTING = frozenset({"measure", "age"})
_CHANGEABLE, _TIME = "temperature", "time"


@attrs.frozen(eq=False)
class Verdict:
    """The relation, the pair of figures that shows it, and why in one line."""

    relation: Relation
    pair: Pair
    reason: str


def _pair(
    relation: Relation, find: Callable[[Related], Pair | None], why: str | Callable[[Pair], str]
) -> Callable[[Related], Verdict | None]:
    """The ``find`` of a rule that gives ``relation`` for the pair that ``find`` finds."""

    def answer(case: Related) -> Verdict | None:
        pair = find(case)
        if pair is None:
            return None
        return Verdict(relation, pair, f"{pair.comparison.reason}: {why if isinstance(why, str) else why(pair)}")

    return answer


def _taken_back(case: Related) -> Pair | None:
    """A pair against each other where an article takes one back, if no pair without such values is left."""
    return case.against[0] if _taking_back(case) and case.against else None


def _taking_back(case: Related) -> list[Figure]:
    """The figures of sentences that take one back: "Correction: Lime Works sold **54,000** lamps"."""
    return [item for item in case.figures if item.taken_back]


def taken_back(case: Related) -> Iterator[tuple[Figure, Figure]]:
    """Figures whose value is taken back, each with the one of the sentence that does so."""
    if _taken_back(case) is None:
        return
    by = _taking_back(case)[0]
    model = _no_longer(case)
    if model is not None:
        yield from ((item, by) for item in case.figures if equal(item, model))


def _no_longer(case: Related) -> Figure | None:
    """The value that is taken back: one that is negated or said to be an earlier one, else the first other one."""
    back = _taking_back(case)
    negated = next((item for item in back if item.negated), None)
    if negated is not None:
        return negated
    values = [item for item in case.figures if not item.taken_back]
    earlier = (item for item in back if item.earlier and _is_given(item, values))
    holding = _holding(back)
    before = (item for item in values if not _is_given(item, holding))
    return next(chain(earlier, before), None)


def _is_given(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether others give the value of a figure too."""
    return any(equal(figure, other) for other in others)


def _holding(back: Sequence[Figure]) -> Sequence[Figure]:
    """Those of the figures of corrections that hold: all of one article; of several articles, the last one."""
    articles = {item.place.document for item in back}
    return back if len(articles) == 1 else back[-1:]


def _said_earlier(case: Related) -> Pair | None:
    pairs = [pair for pair in case.against if pair.same_article and (pair.one.earlier or pair.other.earlier)]
    return pairs[0] if pairs and len(pairs) == len(case.against) else None


def _headline(case: Related) -> Pair | None:
    return _first(case, lambda pair: pair.same_article and pair.one.headline != pair.other.headline)


def _same_day(case: Related) -> Pair | None:
    return _first(case, lambda pair: pair.same_day and not _is_behind(case, pair))


def _on_which_day(pair: Pair) -> str:
    dated = pair.same_article or (pair.one.published and pair.other.published)
    return "both are of the same day" if dated else "no date says that they are of different days"


def _is_behind(case: Related, pair: Pair) -> bool:
    """Whether one figure of a day is that of an earlier time, so that the other one need not contradict it."""
    return case.recounts(pair) or case.grows(pair) or _has_changed(pair)


def _has_changed(pair: Pair) -> bool:
    """Whether one of two articles of a day says that what it counts has changed: "the number has risen to 14"."""
    says = [item.changing or item.role == "to" for item in (pair.one, pair.other)]
    return not pair.same_article and any(says) and not all(says)


def _lasting(case: Related) -> Pair | None:
    return _first(case, lambda pair: _lasts(pair.one) and _lasts(pair.other))


def _lasts(figure: Figure) -> bool:
    """Whether a figure is one of size, weight or age, which stays the same from one day to the next.

    That of a fire does not, nor one that is said to be that of the moment, nor how long something is going to take.
    """
    quantity = figure.quantity
    if quantity.kind not in _LASTING or figure.role != "level" or figure.direction or figure.changing:
        return False
    found = measure(quantity.unit or "")
    of = dict(found.dimension) if found else {}
    return _CHANGEABLE not in of and not (figure.outlook and _TIME in of)


def _settled(case: Related) -> Pair | None:
    return _first(case, _is_settled)


def _is_settled(pair: Pair) -> bool:
    return pair.one.period == pair.other.period and _is_over(pair.one) and _is_over(pair.other)


def _is_over(figure: Figure) -> bool:
    """Whether the period that a figure is about was over when its article came out, so that nothing is added to it."""
    return bool(figure.period) and figure.role == "level" and _ends(figure) < figure.published


def _ends(figure: Figure) -> str:
    return figure.period[1] if figure.period else ""


def _back_again(case: Related) -> Pair | None:
    """The step back to a value that was given before another one."""
    for one, middle, last in _triples(case.figures[:MOST]):
        if one.published < middle.published < last.published and equal(one, last):
            pair = Pair(middle, last, compared(middle, last))
            if pair.comparison.verdict == "conflict" and compared(one, middle).verdict == "conflict":
                return pair
    return None


def _triples(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, Figure]]:
    for triple in combinations(figures, STEPS):
        yield triple[0], triple[1], triple[2]


def _by_two(case: Related) -> Pair | None:
    return None if case.running else _first(case, lambda pair: pair.two_sources and not pair.long)


def _later(case: Related) -> Pair | None:
    """A pair against each other of which the kind of figure, its source or the weeks between them explain that."""
    return _first(case, lambda pair: case.running or _is_behind(case, pair) or _is_explained(pair))


def _is_explained(pair: Pair) -> bool:
    return pair.one_source or pair.long or _is_expected(pair)


def _is_expected(pair: Pair) -> bool:
    """Whether both say what is going to be, which may be said anew on another day; of how long it lasts, one does."""
    lasts = pair.one.quantity.kind == pair.other.quantity.kind == "duration"
    outlooks = [bool(item.outlook) for item in (pair.one, pair.other)]
    return any(outlooks) if lasts else all(outlooks)


def _unexplained(case: Related) -> Pair | None:
    return _first(case, lambda _: True)


def _not_comparable(case: Related) -> Pair | None:
    return next((pair for pair in case.pairs if pair.comparison.verdict == "incomparable"), None)


def _agree(case: Related) -> Pair | None:
    return case.pairs[0] if not case.against else None


def _first(case: Related, test: Callable[[Pair], bool]) -> Pair | None:
    return next((pair for pair in case.against if test(pair)), None)


VERDICT: RuleSet[Related, Verdict] = RuleSet(
    name="across.figures",
    summary="How figures about one thing at one time relate, in one article or in several",
    shown=lambda found: f"{found.relation}: {found.reason}",
    rules=(
        Rule(
            name="across.figures.taken-back",
            summary="Drift: they have no value in common, and an article takes one back",
            find=_pair("drift", _taken_back, "an article takes one of them back"),
            fires="Lime Works sold 45,000 lamps in May. | Correction: Lime Works sold 54,000 lamps in May.",
            quiet="Lime Works sold 45,000 lamps in May. | Lime Works sold 54,000 lamps in May.",
        ),
        Rule(
            name="across.figures.said-earlier",
            summary="Drift: an article gives both and says that one is earlier",
            find=_pair("drift", _said_earlier, "the article says which is the earlier one"),
            fires="The storm killed 14 people in Tollen. Earlier, police said that it killed 12 people in Tollen.",
            quiet="The storm killed 14 people in Tollen. Police said that it killed 12 people in Tollen.",
        ),
        Rule(
            name="across.figures.headline",
            summary="Conflict: the headline gives another figure than the body",
            find=_pair("conflict", _headline, "headline and body differ"),
            fires="Storm kills two hikers in Tollen\n\nThe storm killed three hikers in Tollen.",
            quiet="Storm kills three hikers in Tollen\n\nThe storm killed three hikers in Tollen.",
        ),
        Rule(
            name="across.figures.same-day",
            summary="Conflict: they have no value in common and are of one day",
            find=_pair("conflict", _same_day, _on_which_day),
            fires="The storm killed two hikers in Tollen. & The storm killed three hikers in Tollen.",
            quiet="The storm killed two hikers in Tollen. | The storm killed three hikers in Tollen.",
        ),
        Rule(
            name="across.figures.lasting",
            summary="Conflict: sizes, weights and ages, which stay the same for days, have no value in common",
            find=_pair("conflict", _lasting, "such a measure stays the same from one day to the next"),
            fires="The bridge in Tollen is 240 metres long. | The bridge in Tollen is 260 metres long.",
            quiet="The lake in Tollen was 12 degrees Celsius warm. | The lake in Tollen was 20 degrees Celsius warm.",
        ),
        Rule(
            name="across.figures.settled",
            summary="Conflict: they are about one period that was over before, and have no value in common",
            find=_pair("conflict", _settled, "the period was over before, so that nothing is added to it"),
            fires="The farm in Kell sold 940 sheep last year. | The farm in Kell sold 810 sheep last year.",
            quiet="The farm in Kell has sold 810 sheep this year. | The farm in Kell has sold 940 sheep this year.",
        ),
        Rule(
            name="across.figures.back-again",
            summary="Conflict: after another figure, an article gives the first one again",
            find=_pair("conflict", _back_again, "the figure before is given again later"),
            fires="Fog killed two hikers in Kell. | Fog killed three hikers in Kell. | Fog killed two hikers in Kell.",
            quiet="Fog killed two hikers in Kell. | Fog killed three hikers in Kell. | Fog killed six hikers in Kell.",
        ),
        Rule(
            name="across.figures.two-sources",
            summary="Conflict: two sources give them, and nothing says that what they measure has changed",
            find=_pair("conflict", _by_two, "two sources differ, and nothing says that it has changed"),
            fires="The dam in Kell cost 30 million euros, the mayor said. | The dam in Kell cost 40 million euros, "
            "auditors said.",
            quiet="The dam in Kell cost 30 million euros, the mayor said. | The dam in Kell cost 40 million euros, "
            "the mayor said.",
        ),
        Rule(
            name="across.figures.later",
            summary="Drift: what they count grows or shrinks, or one source gives another value on a later day",
            find=_pair("drift", _later, "the other one is of a later day"),
            fires="The storm killed at least two hikers in Tollen. | The storm killed one hiker in Tollen.",
            quiet="The storm killed at least two hikers in Tollen. | The storm killed three hikers in Tollen.",
        ),
        Rule(
            name="across.figures.unexplained",
            summary="Conflict: they have no value in common, and nothing says that what they measure has changed",
            find=_pair("conflict", _unexplained, "nothing says that it has changed"),
            fires="The school in Tollen has 340 desks. | The school in Tollen has 360 desks.",
            quiet="The school in Tollen has 340 desks. | The school in Tollen now has 360 desks.",
        ),
        Rule(
            name="across.figures.incomparable",
            summary="Not comparable: another currency, kind or unit, or what is included differs",
            find=_pair("incomparable", _not_comparable, "they cannot be compared"),
            fires="The dam in Tollen cost 3 million euros. | The dam in Tollen cost 4 million dollars.",
            quiet="The dam in Tollen cost 3 million euros. | The dam in Tollen cost 3 million euros.",
        ),
        Rule(
            name="across.figures.agree",
            summary="They agree: all have values in common, with their bounds, units and rounding",
            find=_pair("agree", _agree, "none is against another"),
            fires="The road in Tollen is 7 miles long. | The road in Tollen is 11 kilometres long.",
            quiet="The road in Tollen is 7 miles long. | The road in Tollen is 19 kilometres long.",
        ),
    ),
)
"""The rules for the relation of a group's figures, the gravest first."""


def verdict(figures: Sequence[Figure]) -> tuple[Verdict, str]:
    """The verdict on figures about one thing, two or more, and the name of the rule that gives it."""
    ordered = sorted(figures, key=lambda item: item.order)
    place = ordered[0].place
    decision = VERDICT.decide(Related(ordered), Span(place.start, place.end))
    assert decision is not None
    return decision.found, decision.rule
