"""Years and decades that look like figures."""

from __future__ import annotations

from newsparse_numbers.lexicon import endings, words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import HYPHENS, Gap
from newsparse_numbers.rejection.case import Case

_NOUN_WORDS = 4
_YEAR_DIGITS, _FIRST_YEAR = 4, "1900"
"""From when on four digits before a noun in the singular name a year."""


def is_decade(case: Case) -> bool:
    """Whether a decade is one of a calendar, not of ages or temperatures: "in the 90s", but "in his 30s"."""
    stream, begin = case.stream, case.at
    while stream[begin - 1].text in HYPHENS or stream[begin - 1].lower in words("dates.parts_of_units"):
        begin -= 1
    led = stream[begin - 1].lower in words("years.owners")
    article = any(word in words("claims.place_articles") for word in stream.lowers(begin - 2, case.at))
    return article or not (led or begin < case.at)


def is_year(case: Case) -> bool:
    """Whether four digits name a year."""
    if not case.year or _amount(case):
        return False
    if not case.counted or _seasonal(case) or _singular(case):
        return True
    if phrases("years.leading").ending(case.stream, case.at - 1) or _titled(case):
        return True
    leads = case.led in words("names.before_year") or case.led in words("dates.months")
    return leads and case.led not in words("years.also_before_counts")


def _singular(case: Case) -> bool:
    """Whether nothing that can be counted by the thousand follows: "the 2008 oil crisis", "its 2021 tally"."""
    recent = len(case.surface) == _YEAR_DIGITS and case.surface >= _FIRST_YEAR
    return recent and case.bare and case.counted_noun and not _several(case)


def _several(case: Case) -> bool:
    """Whether a plural is among the nouns right after the digits."""
    stream, index = case.stream, case.behind
    for _ in range(_NOUN_WORDS):
        word = stream[index]
        if not word.plain or (word.glued and index > case.behind) or word.lower in words("names.stops"):
            return False
        if word.lower.endswith(endings("names.plural_endings")) or word.lower in words("names.plurals"):
            return True
        index = stream.compound(index)
    return False


def _titled(case: Case) -> bool:
    """Whether a name follows and an article is before: "the 2022 Orla Games"."""
    following = case.stream[case.behind]
    return case.led in words("claims.place_articles") and following.capital and not following.glued


def in_spite(case: Case) -> bool:
    """Whether four digits name a year although a bound or a unit is there: nothing is counted."""
    bare = case.numeral.bare and case.digits and case.attached.kind == "count"
    if not bare or not case.year or case.counted_noun:
        return False
    return not (case.attached.bound and case.led in words("years.comparing"))


def _amount(case: Case) -> bool:
    """Whether a noun of amounts leads to the digits: "an average of 2010"."""
    stream = case.stream
    of = stream[case.at - 1].lower in words("claims.of") and stream[case.at - 2].lower in words("years.amounts")
    return of and not stream[case.at].glued


def _seasonal(case: Case) -> bool:
    """Whether what follows goes with years: "2019 season", "2024 election", "1988 horror film"."""
    stream, index = case.stream, case.behind
    if stream[index].gap != Gap.BLANK or not stream[index].plain:
        return False
    found = phrases("years.nouns")
    return any(found.starting(stream, place) for place in (index, index + 1) if not stream[place].glued)
