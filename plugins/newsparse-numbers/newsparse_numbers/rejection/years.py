"""Years and decades that look like figures."""

from __future__ import annotations

import re

from newsparse_numbers.attachments.degrees import are_degrees, before_part
from newsparse_numbers.lexicon import endings, table, words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream
from newsparse_numbers.rejection.case import Case
from newsparse_numbers.rejection.places import YEAR

_EARLY = re.compile(r"1[0-3]\d\d")
_NOUN_WORDS = 4
_LAW_WORDS = 5
_OWNER_WORDS = 6
"""How far before a decade the one whose age it is may be."""
_ROUND = "00"
"""How a number ends that rather counts something than names a year: "the 2000 workers"."""
_FIRST_YEAR = "1900"
"""From when on four digits before a noun in the singular name a year."""


def is_decade(case: Case) -> bool:
    """Whether a decade is one of a calendar, not of ages or temperatures: "in the 90s", but "in his 30s"."""
    stream = case.stream
    if are_degrees(stream, case.at):
        return False
    begin = before_part(stream, case.at)
    led = stream[begin - 1].lower in words("years.owners")
    if not led and (case.counted_noun or _goes_on(stream, begin)):
        return True  # "late 90s hits"
    article = any(word in words("claims.place_articles") for word in stream.lowers(begin - 2, case.at))
    return article or not (led or begin < case.at)


def _goes_on(stream: Stream, begin: int) -> bool:
    """Whether another decade that is nobody's age is joined before: "the mid-seventies and early eighties"."""
    before = stream[begin - 2].lower
    decade = before in table("numerals.decades") or (
        stream[begin - 2].glued and before in words("names.plural_endings")
    )
    joined = decade and stream[begin - 1].lower in words("bounds.joints")
    return joined and words("years.definite").isdisjoint(stream.lowers(begin - _OWNER_WORDS, begin - 2))


def is_year(case: Case) -> bool:
    """Whether four digits name a year."""
    if _of_era(case) or _early(case) or _of_law(case):
        return True
    if not case.year or _amount(case):
        return False
    if not case.counted or _seasonal(case) or _singular(case) or _after_years(case) or _definite(case):
        return True
    return _is_led(case) or _titled(case)


def _is_led(case: Case) -> bool:
    """Whether the words before four digits lead to a year, whatever noun follows: "since 1998", "in May 1998"."""
    if phrases("years.leading").ending(case.stream, case.at - 1):
        return True
    return case.led in words("names.before_year") and case.led not in words("years.also_before_counts")


def _of_era(case: Case) -> bool:
    """Whether an era is beside the digits: "200 BC", "A.D. 250"."""
    eras, stream = phrases("years.eras", exact=True), case.stream
    if case.stream[case.behind].glued:
        return False
    before = case.at - 2 if stream[case.at - 1].text == "." else case.at - 1
    return bool(eras.starting(stream, case.behind) or eras.ending(stream, before))


def _early(case: Case) -> bool:
    """Whether four digits before 1400 name a year: "in 1274", "the summer of 1281"; not "in 1274 cases"."""
    acts = case.after.endswith(endings("names.past_endings"))  # "the mission in 1274 failed"
    if (case.counted and not acts) or not _EARLY.fullmatch(case.surface) or case.after.lower() in words("claims.of"):
        return False
    led = case.led in words("years.since_when") and case.stream[case.behind].text not in HYPHENS
    return led or phrases("years.leading").ending(case.stream, case.at - 1) is not None


def _of_law(case: Case) -> bool:
    """Whether a year goes with the number of a law: "Law No. 20 of 2018 applies"."""
    stream, at = case.stream, case.at
    number = at - 3 if stream[at - 2].text == ")" else at - 2
    of = case.year and stream[at - 1].lower in words("claims.of") and stream[number].kind == "number"
    return of and any(word in words("numbered.words.law") for word in stream.lowers(number - _LAW_WORDS, number))


def _after_years(case: Case) -> bool:
    """Whether the digits end a list of years: "the 2018 and 2022 Orla Games"."""
    stream, at = case.stream, case.at - 1
    joined = stream[at].lower in words("bounds.joints") or stream[at].text == ","
    return joined and YEAR.fullmatch(stream[at - 1].text) is not None


def _singular(case: Case) -> bool:
    """Whether nothing that can be counted by the thousand follows: "the 2008 oil crisis", "the 1997 oil prices"."""
    recent = case.surface >= _FIRST_YEAR
    the = case.led in words("claims.place_articles") and not _is_plural(case.stream[case.behind].lower)
    return recent and case.counted_noun and (the or not _several(case))


def _definite(case: Case) -> bool:
    """Whether an article or owner leads to digits that are not round: "the 2016 rivals", "the Liberal 2016 rivals"."""
    known = words("claims.place_articles", "years.definite")
    named = case.stream[case.at - 1].capital and case.stream[case.at - 2].lower in known
    return case.surface >= _FIRST_YEAR and not case.surface.endswith(_ROUND) and (named or case.led in known)


def _several(case: Case) -> bool:
    """Whether a plural is among the nouns right after the digits."""
    stream, index = case.stream, case.behind
    for _ in range(_NOUN_WORDS):
        word = stream[index]
        if not word.plain or word.lower in words("names.stops"):
            return False
        if _is_plural(word.lower):
            return True
        index = stream.compound(index)
    return False


def _is_plural(word: str) -> bool:
    return word.endswith(endings("names.plural_endings")) or word in words("names.plurals")


def _titled(case: Case) -> bool:
    """Whether a name follows and an article is before: "the 2022 Orla Games"."""
    following = case.stream[case.behind]
    return case.led in words("claims.place_articles") and following.capital


def in_spite(case: Case) -> bool:
    """Whether four digits name a year although a bound or a unit is there: nothing is counted."""
    bare = case.numeral.bare and case.attached.kind == "count"
    if not bare or not case.year or case.counted_noun:
        return False
    later = case.stream[case.at - 2].lower in words("years.later")  # "no later than 2014"
    return later or not (case.attached.bound and case.led in words("years.comparing"))


def _amount(case: Case) -> bool:
    """Whether a noun of amounts leads to the digits: "an average of 2010"."""
    stream = case.stream
    return stream[case.at - 1].lower in words("claims.of") and stream[case.at - 2].lower in words("years.amounts")


def _seasonal(case: Case) -> bool:
    """Whether what follows goes with years: "2019 season", "2024 election", "1988 horror film"."""
    stream, index = case.stream, case.behind
    if stream[index].gap != Gap.BLANK or not stream[index].plain:
        return False
    found = phrases("years.nouns")
    return any(found.starting(stream, place) for place in (index, index + 1) if not stream[place].glued)
