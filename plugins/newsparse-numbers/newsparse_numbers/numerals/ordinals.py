"""Ordinals: "third-largest", "fifth", "21st", "twenty-first", "two hundredth"; those that rank, and those that name."""

from __future__ import annotations

from decimal import Decimal

from newsparse_numbers.lexicon import table, values, words
from newsparse_numbers.numerals.lexing import Atom, Numeral
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.shares import is_superlative, next_word, superlative
from newsparse_numbers.numerals.words import DASHES, HYPHENS, Gap, Stream, Word

_SECOND = 2


def compound(stream: Stream, value: Decimal, first: Atom, last: Atom) -> Numeral | None:
    """The ordinal that ends the number from ``first`` to ``last``: "twenty-first", "hundred and fifth".

    It has the form "name" where it names a century or a street. None where no ordinal follows.
    """
    at = last.behind
    if stream[at].text in DASHES and stream[at + 1].glued:
        at += 1
    elif stream[at].glued or stream[at].gap >= Gap.LINE:
        return None
    if last.kind == "magnitude":
        if stream[at].lower not in words("claims.joining"):
            return None
        at += 1
    added = _added(stream, at, value, last)
    if added is None or (added % 10 == _SECOND and _lasts(stream, first.first, at)):
        return None
    made = ordinal(stream, first.first, at + 1, added)
    return made or Numeral(start=first.start, end=stream[at].end, low=added, high=added, form="name")


def _added(stream: Stream, at: int, value: Decimal, last: Atom) -> Decimal | None:
    """The value of the number with the ordinal at ``at``."""
    word = stream[at].lower
    unit = values("numerals.ordinal_units").get(word)
    if last.kind == "tens":
        return value + unit if unit else None
    if last.kind == "magnitude":
        below = unit or values("numerals.ordinals").get(word)
        return value + below if below else None
    scale = values("numerals.ordinal_scales").get(word)
    return value * scale if scale and value > 1 else None


def _lasts(stream: Stream, first: int, at: int) -> bool:
    """Whether "second" is a time: "a twenty-second silence"; not "her twenty-second goal"."""
    follows = stream[at + 1]
    article = stream[first - 1].lower in words("bounds.articles")
    if stream[at - 1].text in DASHES:
        return article
    return follows.kind == "word" and stream[first - 1].lower not in words("numerals.before_ordinal")


def ordinal(stream: Stream, first: int, behind: int, value: Decimal) -> Numeral | None:
    """The ordinal at the words ``first`` to ``behind``, unless it names a part of a game, a century, a street."""
    if _in_centuries(stream, behind) or (value == _SECOND and _not_second(stream, first)):
        return None
    word = next_word(stream, behind)
    if word and _in_name(stream, first, behind, word) and not superlative(stream, behind):
        return None
    end = _compound(stream, behind)
    if value == _SECOND and not word and not _follows_cue(stream, first):
        return None
    return Numeral(
        start=stream[first].start,
        end=stream[(end or behind) - 1].end,
        low=value,
        high=value,
        form="ordinal",
    )


def _in_name(stream: Stream, first: int, behind: int, word: Word) -> bool:
    """Whether an ordinal and the word after it name something: "third quarter", "the 5th Battalion"."""
    if word.capital:  # not "their third World Cup"
        return not stream[first].plain or word.lower in words("names.streets")
    return word.lower in words("names.ordinals_in_names") and not _in_a_row(stream, behind)


def _follows_cue(stream: Stream, first: int) -> bool:
    """Whether "second" without a noun is an ordinal, by the word before or its digits: "the second", "2nd"."""
    return stream[first].kind != "word" or stream[first - 1].lower in words("shares.before_second")


def _in_centuries(stream: Stream, behind: int) -> bool:
    """Whether another ordinal and a plural of time follow: "the 20th and 21st centuries"."""
    joined = stream[behind].lower in words("bounds.joints") and stream[behind + 1].kind == "number"
    return joined and any(word in words("numerals.centuries") for word in stream.lowers(behind + 2, behind + 4))


def _not_second(stream: Stream, first: int) -> bool:
    """Whether "second" is a time ("per second", "in a second") or denies any other ("without a second bid")."""
    before = first - 2 if stream[first - 1].text in HYPHENS else first - 1
    if any(phrases(name).ending(stream, before) for name in ("shares.before_time", "shares.no_second")):
        return True
    return stream[before].lower in words("shares.not_second")


def _in_a_row(stream: Stream, behind: int) -> bool:
    """Whether a noun and "in a row" follow: "third quarter in a row"."""
    return phrases("shares.repeated").starting(stream, behind + 1) is not None


def _compound(stream: Stream, behind: int) -> int | None:
    """The index after a superlative that a hyphen joins: "third-largest", "third-most-deadly"."""
    if not (stream[behind].glued and stream[behind].text == "-") or not is_superlative(stream[behind + 1].lower):
        return None
    end = behind + 2
    if stream[end].text == "-" and stream[end + 1].glued:
        end += 2
    return end


def is_rank(stream: Stream, start: int, end: int) -> bool:
    """Whether an ordinal ranks ("third-largest", "climbed to third") and does not only count."""
    first, behind = stream.at(start), stream.at(end)
    last = next_word(stream, behind)
    joined = any(is_superlative(word) for word in stream.lowers(first + 1, behind))
    if (superlative(stream, behind) or joined) and not (last and last.lower in words("shares.last")):
        return True
    if last and last.lower in words("shares.places"):
        return True
    before = stream.back(first, words("shares.before_place"))
    ranked = stream[before - 1].lower
    return ranked in words("shares.ranking") or _stands(stream, first, behind)


def _stands(stream: Stream, first: int, behind: int) -> bool:
    """Whether an ordinal without an article or a noun tells a place: "is third in the league", "second with 14%"."""
    follows, before = stream[behind], stream[first - 1].lower
    if follows.lower in words("shares.behind_rank"):
        return before in words("shares.before_rank") or before in words("shares.before_place")
    return stream[first - 2].lower in words("bounds.articles") and before in words("shares.apart_rank")


def nth(stream: Stream, end: int) -> int | None:
    """Where an ordinal's ending after digits ("th") stops, or None."""
    word = stream.after(end)
    fits = word.start == end and word.text in words("numerals.nth")
    return (
        word.end
        if fits and table("numerals.nth_of").get(_last(stream.before(end).text), word.text) == word.text
        else None
    )


def _last(digits: str) -> str:
    """The digits that the ending of an ordinal goes by: the last, or the last two of a teen."""
    return digits[-2:] if digits[-2:-1] == "1" else digits[-1:]
