"""Denominators after a figure: "an hour", "per 100,000 people", "daily"."""

from __future__ import annotations

from functools import cache

import attrs

from newsparse_numbers.attachments.record import Attached, Site
from newsparse_numbers.lexicon import endings, table, unit_surfaces, words
from newsparse_numbers.numerals.phrases import Phrases, phrases, unit_symbols
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream, Word

Below = tuple[str, int]
"""A denominator, and the index after it."""


@cache
def _units() -> Phrases:
    return Phrases([*table("measures.per"), *unit_surfaces()[0]])


def denominator(site: Site, attached: Attached) -> Attached:
    """What a figure is for each of: "an hour", "per 100,000 people", "daily"."""
    stream, at = site.stream, site.stream.at(attached.end)
    if many := _many(stream, at):
        return _per_many(stream, attached, many)
    if quoted := _quoted(stream, at, attached):
        return quoted
    found = _stroke(stream, at) or _per(stream, at) or _each(stream, at)
    if found:
        attached = attrs.evolve(attached, per=found[0], beyond=stream[found[1] - 1].end)
        speed = attached.kind == "measure" and attached.unit in words("measures.speeds")
        return attrs.evolve(attached, end=attached.beyond) if speed else attached
    if (found := _adverb(stream, at)) and (attached.kind != "percent" or found[0] in table("dates.units")):
        return attrs.evolve(attached, per=found[0], beyond=stream[found[1] - 1].end)
    return (_counted(stream, at, attached) or attached) if attached.kind == "count" else attached


def _stroke(stream: Stream, at: int) -> Below | None:
    """For "5 km/h", "5 mg/L"."""
    if not stream[at].glued or stream[at].text != "/" or not stream[at + 1].glued:
        return None
    symbol = unit_symbols().starting(stream, at + 1)
    if symbol:
        return unit_surfaces()[1][symbol[0]], symbol[1]
    return _named(_units().starting(stream, at + 1))


def _per(stream: Stream, at: int) -> Below | None:
    """Any unit or noun after "per": "per tonne", "per security"."""
    lead = phrases("measures.leading").starting(stream, at)
    if stream[at].glued or lead is None:
        return None
    noun, second, third = (stream[lead[1] + place] for place in range(3))
    if found := _named(_units().starting(stream, lead[1])):
        return found
    if not _noun(noun):
        return None
    joined = _noun(second) and noun.lower.endswith(endings("changes.participle_endings")) and not _noun(third)
    return (f"{noun.lower} {second.lower}", lead[1] + 2) if joined else (noun.lower, lead[1] + 1)


def _noun(word: Word) -> bool:
    """Whether a word may be a noun, as far as the word alone tells."""
    return word.plain and word.gap == Gap.BLANK and word.lower not in words("names.stops")


def _quoted(stream: Stream, at: int, attached: Attached) -> Attached | None:
    """The rate of a currency: "8.40 to the dollar", "57.42 per dollar", "20 pesos to the euro"."""
    found = phrases("measures.quoted_leads").starting(stream, at) if attached.kind in ("count", "money") else None
    money = phrases("measures.quoted").starting(stream, found[1]) if found and not stream[at].glued else None
    if money is None:
        return None
    per = table("measures.quoted")[money[0]]
    return attrs.evolve(attached, kind="rate", per=per, beyond=stream[money[1] - 1].end)


def _each(stream: Stream, at: int) -> Below | None:
    """A denominator after an article: "an hour", "dollar-a-day"; not "a year ago"."""
    if stream[at].text in HYPHENS and stream[at].glued:
        joined = stream[at + 1].lower in words("measures.one") and stream[at + 2].text in HYPHENS
        found = phrases("measures.per").starting(stream, at + 3) if joined else None
    else:
        lead = at + 1 if stream[at].lower in words("measures.of_country") else at
        if stream[lead].glued or stream[lead].lower not in words("measures.articles"):
            return None
        what = lead + 1
        if stream[what].kind == "number" and stream[what + 1].text in HYPHENS:
            what += 3
        found = phrases("measures.per").starting(stream, what)
    if found is None or (not stream[found[1]].glued and stream[found[1]].lower in words("frames.time_apart")):
        return None
    return _named(found)


def _named(found: tuple[str, int] | None) -> Below | None:
    if found is None:
        return None
    surface, after = found
    return unit_surfaces()[0].get(surface) or table("measures.per")[surface], after


def _many(stream: Stream, at: int) -> tuple[int, int] | None:
    """Where "100,000" in "per 100,000 people" is, and the index after it."""
    lead = phrases("measures.leads").starting(stream, at)
    if lead is None or stream[at].glued:
        return None
    number, following = stream[lead[1]], stream[lead[1] + 1]
    if following.glued and following.text in HYPHENS:
        return None  # "per 40-foot box"
    if number.kind == "number" or number.lower in table("measures.hundreds"):
        return lead[1], lead[1] + 1
    return None


def _per_many(stream: Stream, attached: Attached, many: tuple[int, int]) -> Attached:
    number, noun = stream[many[0]], stream[many[1]]
    named = table("measures.hundreds").get(number.lower) or number.text.replace(",", "")
    counted = noun.kind == "word" and not noun.glued and noun.lower not in words("measures.not_of")
    attached = attrs.evolve(attached, per=named, beyond=noun.end if counted else number.end)
    return attrs.evolve(attached, kind="rate", end=number.end) if attached.kind == "count" else attached


def _adverb(stream: Stream, at: int) -> Below | None:
    found = phrases("measures.per_words").starting(stream, at)
    if found is None or stream[at].glued:
        return None
    return table("measures.per_words")[found[0]], found[1]


def _counted(stream: Stream, at: int, attached: Attached) -> Attached | None:
    """A denominator after what is counted: "480,000 people a day", "45 deaths per 100,000", "30 pupils per class"."""
    for _ in range(2):
        word = stream[at]
        if not word.plain or word.gap != Gap.BLANK or word.lower in words("measures.not_counted"):
            return None
        at = stream.compound(at)
        if many := _many(stream, at):
            return attrs.evolve(_per_many(stream, attached, many), end=attached.end)
        article, what = stream[at], stream[at + 1]
        if article.lower in words("measures.articles") and what.lower in words("measures.times_per"):
            apart = stream[at + 2].lower in words("frames.time_apart")
            return None if apart else attrs.evolve(attached, per=what.lower, beyond=attached.end)
        if article.lower in words("measures.articles") and (found := _per(stream, at)):
            return attrs.evolve(attached, per=found[0], beyond=attached.end)
    return None
