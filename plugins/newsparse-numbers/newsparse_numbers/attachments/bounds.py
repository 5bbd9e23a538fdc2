"""Bounds and approximation around a numeral: "at least", "nearly", "or more", "-odd"."""

from __future__ import annotations

from functools import cache

from newsparse.model import Span
from newsparse_numbers.attachments.record import Attached, Site
from newsparse_numbers.lexicon import endings, table, words
from newsparse_numbers.numerals.lexing import Numeral
from newsparse_numbers.numerals.phrases import Phrases, phrases
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream

MAX_PHRASES = 4
_MANY = 1000
"""The least count that somebody passes, and does not pass one by one."""
_BEFORE_DAY = 2
"""How many words before a weekday may be about a quarrel: "resigned on Friday"."""
_OTHER_SIDE = {"low": "high", "high": "low"}
"""The bound of a level that is not passed: what never falls below 33 is at least 33."""
_AROUND_WORDS = frozenset(",.;:(“\"'")


@cache
def _before() -> Phrases:
    return Phrases([*table("bounds.before"), *words("modality.approximations.bound")])


def bound_before(site: Site, attached: Attached) -> Attached:
    """Up to four phrases backwards from the figure: "an estimated", "at least", "nearly"."""
    stream = site.stream
    if site.numeral.form == "ordinal" and stream[site.first - 1].lower in words("bounds.articles"):
        return attached  # "about a third term" is of the third, not near it
    at = begin = site.outer(attached)
    if attached.kind == "duration" and (recent := _recent(stream, at, attached)):
        return recent
    for _ in range(MAX_PHRASES):
        found = _before().ending(stream, at - 1) if stream[at].gap < Gap.PARAGRAPH else None
        if found is None:
            if at != begin or not _is_filler(stream, at - 1):
                return attached
            at -= 1
            continue
        taken = _applied(stream, found, at, attached) if _belongs(site, found, begin - at, attached) else None
        if taken is None:
            return attached
        at = begin = found[1]
        attached = taken._replace(outer=stream[at].start)
    return attached


def _belongs(site: Site, found: tuple[str, int], between: int, attached: Attached) -> bool:
    """Whether a phrase before the figure, with as many words ``between`` them, is one of its bounds."""
    if _compares(site.stream, found) or _is_of_par(site.stream, found[1]):
        return False
    return _bounds(site.stream, found, between, attached) and _passes(site.stream, found, site.numeral, attached)


def _compares(stream: Stream, found: tuple[str, int]) -> bool:
    """Whether a phrase says by how much the figure is passed: "twice as much as the $40 of May"."""
    phrase, begin = found
    return stream[begin - 1].lower in words("bounds.times_or_parts") and phrase.endswith(endings("bounds.comparing"))


def _is_of_par(stream: Stream, begin: int) -> bool:
    """Whether a hyphen ties a number before to the bound: "a four-under 67"."""
    number = stream[begin - 2]
    tied = stream[begin].glued and stream[begin - 1].text in HYPHENS and stream[begin - 1].glued
    return tied and (number.kind == "number" or number.lower in table("numerals.small"))


def _is_filler(stream: Stream, index: int) -> bool:
    """Whether a word may be between a bound and its figure, and touches neither: "at least another 5"."""
    filler = stream[index].lower in words("bounds.fillers")
    return filler and not stream[index].glued and not stream[index + 1].glued


def _recent(stream: Stream, at: int, attached: Attached) -> Attached | None:
    """The bound of a period up to now: "almost the past 80 days", "for at least the past twelve weeks"."""
    lead = phrases("bounds.recent_leads").ending(stream, at - 1)
    found = _before().ending(stream, lead[1] - 1) if lead else None
    if lead is None or found is None or found[0] in words("bounds.weak", "claims.from", "bounds.directions"):
        return None
    return _applied(stream, found, lead[1], attached)


def _bounds(stream: Stream, found: tuple[str, int], between: int, attached: Attached) -> bool:
    """Whether a phrase that may also be a preposition or a verb bounds the figure.

    It does not where an article is between ("a quarrel over a $20m bridge"), after a noun of quarrels ("anger over 12
    deaths", "resigned on Friday over 12 deaths"), after a word of rising or going ("edged up to 7%"), or as a
    superlative ("the top 20").
    """
    phrase, begin = found
    before = stream[begin - 1].lower
    if phrase in words("bounds.prepositions"):
        return not between and not _is_quarrel(stream, begin - 1) and not _is_place_or_time(stream, attached)
    if phrase in words("claims.from"):
        return attached.kind == "money" and before in words("bounds.priced")
    if phrase in words("bounds.directions"):
        climbs = before in words("bounds.climbing") and attached.kind != "count"
        return not climbs and before not in words("changes.up") and before not in words("bounds.going")
    return phrase not in words("bounds.modal") or before in words("bounds.before_modal")


def _is_quarrel(stream: Stream, index: int) -> bool:
    """Whether a word or, where it is a weekday, one of the two before it is about a quarrel."""
    back = _BEFORE_DAY if stream[index].lower in words("dates.weekdays") else 0
    return any(stream[index - number].lower in words("bounds.quarrels") for number in range(back + 1))


def _is_place_or_time(stream: Stream, attached: Attached) -> bool:
    """Whether a preposition with the figure says where or when: "under one roof", "over two summers"."""
    first, after = stream.at(attached.start), stream.at(attached.end)
    if attached.kind == "count" and after == first + 1 and stream[first].lower in words("names.ones"):
        return True
    return stream.holds(after, after + 2, words("bounds.seasons"))


def _passes(stream: Stream, found: tuple[str, int], numeral: Numeral, attached: Attached) -> bool:
    """Whether a verb of passing can bound the figure: "crossed $5 million", "rose past 9%"; not "passed 12 bills"."""
    phrase, begin = found
    if phrase not in words("bounds.passing"):
        return True
    amount = attached.kind not in ("count", "duration", "age") or numeral.low >= _MANY
    if phrase not in words("bounds.after_moves"):
        return amount
    before = stream[begin - 1].lower
    return amount and any(before in words(name) for name in ("changes.up", "changes.down", "bounds.moving_past"))


def _applied(stream: Stream, found: tuple[str, int], after: int, attached: Attached) -> Attached | None:
    """``attached`` with a phrase; None when it does not belong to the figure."""
    phrase, begin = found
    place = Span(stream[begin].start, stream[after - 1].end)
    weak = phrase in words("bounds.weak")
    if weak and (attached.bound or _moves(stream, begin, phrase, attached)):
        return None
    side = table("bounds.near").get(phrase)
    if side in ("below", "above"):
        attached = attached._replace(near=side)
    if phrase in words("modality.approximations.bound"):
        return attached._replace(exactness="about", hedged_at=(place, *attached.hedged_at))
    if attached.bound:
        return attached
    side, included = table("bounds.before")[phrase]
    if (phrase in words("bounds.exceeding") and _is_never(stream, begin)) or _never_passes(stream, begin, phrase):
        side, included = _OTHER_SIDE[side], True
    return attached._replace(bound=side, inclusive=included, bound_at=place)


def _is_never(stream: Stream, verb: int) -> bool:
    """Whether a verb is denied with words between: "must not on any day exceed 5%"."""
    when = phrases("bounds.whenever").ending(stream, verb - 1)
    return when is not None and stream[when[1] - 1].lower in words("bounds.denying")


def _never_passes(stream: Stream, begin: int, phrase: str) -> bool:
    """Whether nothing moves past a figure: "never fell below 33", "has not risen above 30"."""
    verb = begin - 1
    if phrase not in words("bounds.levels") or stream[verb].lower not in words(
        "changes.up", "changes.down", "bounds.moving_past"
    ):
        return False
    return stream[verb - 1].lower in words("bounds.denying") or _is_never(stream, verb)


def _moves(stream: Stream, begin: int, phrase: str, attached: Attached) -> bool:
    """Whether "over" or a similar word belongs to what precedes it: "over two years", "took over 10", "3% above 5"."""
    index = begin - 1
    while stream[index].text in _AROUND_WORDS:
        index -= 1
    last = stream[index].lower
    if phrase in words("bounds.spanning") and attached.kind == "duration":
        back = stream.after(attached.end).lower in words("bounds.spanning_back")
        return last not in words("bounds.before_spanning") and not back
    return last in words("bounds.moved_by") or (
        phrase in words("bounds.positions") and last in words("bounds.before_positions")
    )


def bound_after(site: Site, attached: Attached) -> Attached:
    """A bound or an approximation that follows: "or more", "-ish", "or so", "people or more"."""
    stream = site.stream
    at = site.after(attached)
    if stream[at].gap >= Gap.PARAGRAPH:
        return attached
    if stream[at].text in HYPHENS and stream[at + 1].lower in words("bounds.suffixes"):
        end = stream[at + 1].end if stream[at + 1].lower in words("bounds.own_suffixes") else attached.end
        return attached._replace(exactness="about", end=end)
    if found := _behind(stream, at, attached):
        return found
    counted = stream[at].plain and stream[at].gap == Gap.BLANK and stream[at + 1].lower in words("bounds.joints")
    return (_behind(stream, at + 1, attached) if counted else None) or attached


def _behind(stream: Stream, at: int, attached: Attached) -> Attached | None:
    if found := _tail(stream, at):
        return _bounded(stream, at, found, attached)
    while stream[at].text == ",":
        at += 1
    if found := phrases("bounds.about_after").starting(stream, at):
        place = Span(stream[at].start, stream[found[1] - 1].end)
        return attached._replace(exactness="about", hedged_at=(*attached.hedged_at, place))
    return None


def _tail(stream: Stream, at: int) -> tuple[str, int] | None:
    found = phrases("bounds.after").starting(stream, at)
    if found is None:
        return None
    following = stream[found[1]]
    runs_on = following.glued and (following.text in HYPHENS or following.text[:1].isalnum())
    return None if runs_on else found


def _bounded(stream: Stream, at: int, found: tuple[str, int], attached: Attached) -> Attached:
    if attached.bound:
        return attached
    side, included = table("bounds.after")[found[0]]
    place = Span(stream[at].start, stream[found[1] - 1].end)
    return attached._replace(bound=side, inclusive=included, bound_at=place)
