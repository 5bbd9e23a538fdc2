"""Denominators after a figure: "an hour", "per 100,000 people", "daily"."""

from __future__ import annotations

from functools import cache

from newsparse.model import QuantityKind
from newsparse_numbers.attachments.record import Attached, Site
from newsparse_numbers.lexicon import endings, is_past, table, unit_surfaces, words
from newsparse_numbers.numerals.phrases import Phrases, first_words, phrases, unit_symbols
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream, Word

COUNTED_WORDS = 3
"""How many words what is counted may have before its denominator: "45 old red boats a day"."""
MEASURED_WORDS = 5
"""How many words may be between a figure and the time that it is measured over."""
BRACKET_WORDS = 8
FLOWING_WORDS = 12
"""How many words may be between a figure and the time in which that many come and go."""

_REACH_WORDS = FLOWING_WORDS + 1
"""How far behind a figure the words for a time can be at all."""
_STROKE = "/"
_CLOSING = frozenset('.,;:!?)”"’—–')
_OVER_TIME: frozenset[QuantityKind] = frozenset(["count", "money", "measure", "percent"])
_SUMS: frozenset[QuantityKind] = frozenset(["count", "money", "duration"])

Below = tuple[str, int]
"""A denominator, and the index after it."""


@cache
def _units() -> Phrases:
    return Phrases([*table("measures.per"), *unit_surfaces()[0]])


def denominator(site: Site, attached: Attached) -> Attached:
    """What a figure is for each of: "an hour", "per 100,000 people", "daily"."""
    stream, at = site.stream, _past_symbol(site.stream, site.after(attached))
    if stream[at].gap >= Gap.PARAGRAPH or site.numeral.form == "ordinal":  # not "a third a mile away"
        return attached
    if stream[at].lower in _openings() and (found := _right_behind(stream, at, attached)):
        return found
    counted = _counted(stream, at, attached) if attached.kind == "count" else None
    if counted or not stream.holds(at, at + _REACH_WORDS, _time_words()):
        return counted or attached
    return _measured(stream, at, attached) or _flowing(stream, at, attached) or attached


def _past_symbol(stream: Stream, at: int) -> int:
    """The word behind the same unit in brackets: "850 cubic metres (m³) per second"."""
    again = stream[at].text == "(" and stream[at + 1].text in unit_surfaces()[1]
    return at + 3 if again else at


@cache
def _openings() -> frozenset[str]:
    """All words and signs with which something begins that ``_right_behind`` finds."""
    lists = ("measures.leads", "measures.quoted_leads", "measures.leading", "measures.per_words")
    return first_words(*lists) | words("measures.of_country", "measures.articles") | HYPHENS | {_STROKE}


@cache
def _time_words() -> frozenset[str]:
    """The words one of which is in each time that ``_times`` finds."""
    return first_words("measures.per_words") | words("measures.times_per")


def _right_behind(stream: Stream, at: int, attached: Attached) -> Attached | None:
    """``attached`` with a denominator that begins at the word ``at``."""
    if many := _many(stream, at):
        return _per_many(stream, attached, many)
    if quoted := _quoted(stream, at, attached):
        return quoted
    found = _stroke(stream, at) or _per(stream, at) or _each(stream, at) or _each_thing(stream, at, attached)
    if found:
        attached = attached._replace(per=found[0], beyond=stream[found[1] - 1].end)
        speed = attached.unit in words("measures.speeds")
        return attached._replace(end=attached.beyond) if speed else attached
    found = None if _recurs(stream, at) else _adverb(stream, at)
    if found and (attached.kind != "percent" or found[0] in table("dates.units")):
        return attached._replace(per=found[0], beyond=stream[found[1] - 1].end)
    return None


def _recurs(stream: Stream, at: int) -> bool:
    """Whether an adverb says how often something counted comes, and not how many come: "three monthly instalments"."""
    found = phrases("measures.per_words").starting(stream, at)
    return found is not None and stream[found[1]].lower in words("measures.recurring")


def _stroke(stream: Stream, at: int) -> Below | None:
    """For "5 km/h", "5 mg/L"."""
    if stream[at].text != _STROKE:
        return None
    symbol = unit_symbols().starting(stream, at + 1)
    if symbol:
        return unit_surfaces()[1][symbol[0]], symbol[1]
    return _named(_units().starting(stream, at + 1))


def _per(stream: Stream, at: int) -> Below | None:
    """Any unit or noun after "per": "per tonne", "per security"."""
    lead = phrases("measures.leading").starting(stream, at)
    if lead is None:
        return None
    noun, second = stream[lead[1]], stream[lead[1] + 1]
    if found := _named(_units().starting(stream, lead[1])):
        return found
    if not _noun(noun):
        return None
    joined = _noun(second) and noun.lower.endswith(endings("changes.participle_endings"))
    return (f"{noun.lower} {second.lower}", lead[1] + 2) if joined else (noun.lower, lead[1] + 1)


def _noun(word: Word) -> bool:
    """Whether a word may be a noun, as far as the word alone tells."""
    return word.plain and word.lower not in words("names.stops")


def _quoted(stream: Stream, at: int, attached: Attached) -> Attached | None:
    """The rate of a currency: "8.40 to the dollar", "57.42 per dollar", "20 pesos to the euro"."""
    found = phrases("measures.quoted_leads").starting(stream, at) if attached.kind in ("count", "money") else None
    money = phrases("measures.quoted").starting(stream, found[1]) if found else None
    if money is None:
        return None
    per = table("measures.quoted")[money[0]]
    return attached._replace(kind="rate", per=per, beyond=stream[money[1] - 1].end)


def _each(stream: Stream, at: int) -> Below | None:
    """A denominator after an article: "an hour", "dollar-a-day"; not "a year ago"."""
    if stream[at].text in HYPHENS and stream[at].glued:
        joined = stream[at + 1].lower in words("measures.one")
        found = phrases("measures.per").starting(stream, at + 3) if joined else None
    else:
        lead = at + 1 if stream[at].lower in words("measures.of_country") else at
        if stream[lead].lower not in words("measures.articles"):
            return None
        what = lead + 1
        if stream[what].kind == "number":
            what += 3  # "a 40-hour week"
        found = phrases("measures.per").starting(stream, what)
    if found is None or stream[found[1]].lower in words("frames.time_apart"):
        return None
    return _named(found)


def _has_price(noun: str) -> bool:
    """Whether a word behind an article may be a thing with a price; what ``_each`` looks for is left to that."""
    if noun in table("measures.per") or noun in words("measures.not_one"):
        return False
    return not is_past(noun) and not noun.endswith(endings("changes.adverb_endings"))


def _each_thing(stream: Stream, at: int, attached: Attached) -> Below | None:
    """Any noun after an article that ends its phrase: "$5 a crate", "£40 each visit"; not "$5 each online"."""
    article, noun = stream[at], stream[at + 1]
    if noun.gap != Gap.BLANK or article.lower not in words("measures.articles"):
        return None
    if attached.kind != "money" or not _noun(noun) or not _has_price(noun.lower):
        return None
    following = stream[at + 2]
    closed = following.text in _CLOSING or following.gap >= Gap.LINE
    return (noun.lower, at + 2) if closed or following.lower in words("measures.after_one") else None


def _named(found: tuple[str, int] | None) -> Below | None:
    if found is None:
        return None
    surface, after = found
    return unit_surfaces()[0].get(surface) or table("measures.per")[surface], after


def _many(stream: Stream, at: int) -> tuple[int, int] | None:
    """Where "100,000" in "per 100,000 people" is, and the index after it."""
    lead = phrases("measures.leads").starting(stream, at)
    if lead is None:
        return None
    number, following = stream[lead[1]], stream[lead[1] + 1]
    if following.text in HYPHENS:
        return None  # "per 40-foot box"
    if number.kind == "number" or number.lower in table("measures.hundreds"):
        return lead[1], lead[1] + 1
    return None


def _per_many(stream: Stream, attached: Attached, many: tuple[int, int]) -> Attached:
    number, noun = stream[many[0]], stream[many[1]]
    named = table("measures.hundreds").get(number.lower) or number.text.replace(",", "")
    counted = noun.kind == "word" and not noun.glued and noun.lower not in words("measures.not_of")
    attached = attached._replace(per=named, beyond=noun.end if counted else number.end)
    return attached._replace(kind="rate", end=number.end) if attached.kind == "count" else attached


def _adverb(stream: Stream, at: int) -> Below | None:
    found = phrases("measures.per_words").starting(stream, at)
    if found is None:
        return None
    return table("measures.per_words")[found[0]], found[1]


def _counted(stream: Stream, at: int, attached: Attached) -> Attached | None:
    """A denominator after what is counted: "480,000 people a day", "45 deaths per 100,000", "30 pupils per class"."""
    for _ in range(COUNTED_WORDS):
        if _ends_phrase(stream[at]):
            return None
        at = stream.compound(at)
        if many := _many(stream, at):
            return _per_many(stream, attached, many)._replace(end=attached.end)
        article, what = stream[at], stream[at + 1]
        if article.lower in words("measures.articles") and what.lower in words("measures.times_per", "measures.games"):
            apart = stream[at + 2].lower in words("frames.time_apart")
            return None if apart else attached._replace(per=what.lower, beyond=attached.end)
        if article.lower in words("measures.articles") and (found := _per(stream, at)):
            return attached._replace(per=found[0], beyond=attached.end)
    return None


def _ends_phrase(word: Word) -> bool:
    """Whether a word cannot belong to what a figure counts or measures: a mark, a name, "of", the next line."""
    return not word.plain or word.gap != Gap.BLANK or word.lower in words("measures.not_counted")


def _measured(stream: Stream, at: int, attached: Attached) -> Attached | None:
    """A denominator of time behind what is measured: "4kg feed per day", "$900 of fuel an hour", "50 pesos ($3) a day".

    "A", "each" and "every" lead to it only behind "of" and a count or a sum, or behind a bracket.
    """
    if attached.kind not in _OVER_TIME | _SUMS:
        return None
    after = _past_equivalent(stream, at)
    if after != at:
        per = _times(stream, after)
        return attached._replace(per=per, beyond=attached.end) if per else None
    of = stream[at].lower in words("claims.of")
    loose = of and attached.kind in _SUMS
    for index in range(at + of, at + of + MEASURED_WORDS):
        word = stream[index]
        if index > at and (loose or _leads_for_certain(word)) and (per := _times(stream, index)):
            return attached._replace(per=per, beyond=attached.end)
        if _ends_phrase(word):
            return None
    return None


def _leads_for_certain(word: Word) -> bool:
    """Whether a word before a time cannot begin anything else: "per year", "annually"; not "a year", "each year"."""
    return word.lower not in words("measures.articles") or word.lower in words("measures.leading")


def _flowing(stream: Stream, at: int, attached: Attached) -> Attached | None:
    """A denominator behind the verb of what comes and goes: "40,000 people visit the fort each year"."""
    if attached.kind not in _OVER_TIME or attached.kind == "percent":
        return None
    flows = False
    for index in range(at, at + FLOWING_WORDS):
        word = stream[index]
        if word.kind != "word" or word.gap > Gap.BLANK or word.glued or word.lower in words("claims.relative"):
            return None
        article = word.lower in words("measures.articles") - words("bounds.articles")
        if flows and article and (per := _times(stream, index)):
            return attached._replace(per=per, beyond=attached.end)
        flows = flows or word.lower in words("measures.flows")
    return None


def _times(stream: Stream, at: int) -> str | None:
    """The time in "a year", "per day", "annually" at a word; not in "a year ago"."""
    word, what = stream[at], stream[at + 1]
    if word.glued or word.gap > Gap.BLANK:
        return None
    if word.lower in words("measures.articles") and what.lower in words("measures.times_per"):
        return None if stream[at + 2].lower in words("frames.time_apart") else what.lower
    return _time_of_adverb(stream, at)


def _time_of_adverb(stream: Stream, at: int) -> str | None:
    """The time in an adverb that ends its phrase: "annually"; not in "annually held", "of the boxes handled daily"."""
    found = _adverb(stream, at)
    if found is None or found[0] not in words("measures.times_per"):
        return None
    if stream[at - 1].lower.endswith(endings("names.past_endings")):
        return None
    what = stream[at + 1]
    return found[0] if what.kind != "word" or what.lower in words("names.stops") else None


def _past_equivalent(stream: Stream, at: int) -> int:
    """Where the words go on after the same figure in a bracket, or after the bracket that a figure ends."""
    if stream[at].text == ")":
        return at + 1
    if stream[at].text != "(":
        return at
    inside = range(at + 1, at + 1 + BRACKET_WORDS)
    close = next((index for index in inside if stream[index].text == ")"), None)
    if close is None or all(stream[index].kind != "number" for index in range(at + 1, close)):
        return at
    return close + 1
