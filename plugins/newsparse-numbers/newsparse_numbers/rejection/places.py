"""Places of a text that hold digits but no quantity: dates, times, phone numbers, scores, names, links."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from newsparse_numbers.kinds import Reason
from newsparse_numbers.lexicon import BLANK, months, one_of, words
from newsparse_numbers.numerals.phrases import first_words, phrases
from newsparse_numbers.numerals.words import SPACES, Stream

YEAR = re.compile(r"(?:1[4-9]|20|21)\d\d")
SCORE_WORDS_BEFORE = 12
SCORE_WORDS_BEHIND = 8
CALL_WORDS_BEFORE = 8
_MANY_GROUPS = 3
_SHORT_PHONE, _MIN_PHONE, _MAX_PHONE = 6, 7, 13
_GROUP = 3
_LEADING_WORDS = 4
_MOST_SIGNS = 1024
"""Letters, digits and marks whose kinds of places are remembered, at most."""
_BEFORE_LISTED = " \t“‘\"'("
"""What may be before a number that numbers a line."""

_PHONE = re.compile(
    r"(?<![\w.])(?:\+\d{1,3}(?:[.-]|\s+)?)?(?:\(\d{2,5}\)(?:[.-]|\s+)?)?\d{2,5}(?:(?:[.-]|\s+)\d{3,4}){1,3}(?!\w)"
    r"|(?<!\w)\d{5}\s+\d{6}(?!\w)"
)
_PAIR = re.compile(r"(?<![\w.,$£€%-])\d{1,3}(?:\s*[-–]\s*\d{1,3}){1,2}(?![\w.,%-]*[\d%]|\w)")
_GROUPS = re.compile(r"\d+")
_LINES = re.compile(r"(?m)^[ \t]*[“‘\"']?(\d{1,2})(?=[ \t]*$|[ \t]+[A-Z“‘\"']|[ \t]?[-–][ \t])")
"""Numbers that may number a line: alone in it, or before a capital or a dash."""
_LEAST_LINES = 3
_NUMBERED = re.compile(r"(?m)^[ \t]*[“‘\"']?\(?\d{1,3}[.)](?=\s|[A-Z][a-z ])")


@cache
def _links() -> re.Pattern[str]:
    links = one_of(words("places.links"))
    return re.compile(rf"{links}\S+|\b10\.\d{{4,}}/\S+|(?<![\w.+-])[\w.+-]{{1,64}}@[\w.-]+|[@#]\w+")


@cache
def _times() -> re.Pattern[str]:
    clocks_of_four = one_of(words("places.clocks_of_four"))
    parts_of_day = one_of(words("places.parts_of_day"))
    nth = one_of(words("numerals.nth"))
    overs = one_of(words("bounds.spanning"))
    halves, zones = one_of(words("places.half_days")), one_of(words("places.clocks"))
    return re.compile(
        rf"(?:"
        rf"(?<![\d.,])(?:\d{{1,2}}(?:[:.]\d{{2}})?\s*(?:{halves}\b\.?|{zones}\b|(?-i:[BEPC][SD]?T\b))"
        rf"|\d{{4}}\s*{clocks_of_four}\b)"
        rf"|(?<![\d:])\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?![\d:])"
        rf"|(?<![\d.,$£€])\d{{1,2}}(?=\s*[-–]\s*\d{{1,2}}\s*{halves}\b)"
        rf"|(?<![\d.,])\d{{1,2}}\s+{parts_of_day}\b"
        rf"|(?<!\d)\d{{1,2}}{nth}\s+{overs}\b)",
        re.IGNORECASE,
    )


@cache
def _models() -> re.Pattern[str]:
    models = one_of(words("numbered.words.model"))
    aircraft = one_of(words("places.aircraft"))
    rounds = one_of(words("places.rounds"))
    return re.compile(
        rf"(?i)(?:"
        rf"(?<!\w){models}(?:[/-]|\s+)?\d+(?:-\d+)?(?!\s*%|[.,]\d)"
        rf"|(?<![\d.,$])7[2-8]7(?:\s+{aircraft}|-\d+)"
        rf"|(?<!\w){rounds}(?:-|\s+)(?:16|32|64|128)(?!\w|\s+[a-z]+s\b))"
    )


@cache
def _holidays() -> re.Pattern[str]:
    holidays = one_of(words("places.holidays"))
    first = "".join(sorted({name[0].upper() + name[0].lower() for name in words("places.holidays")}))
    return re.compile(rf"(?<!\w)(?=[{first}])(?i:{holidays})\b")


@cache
def _addresses() -> re.Pattern[str]:
    codes = one_of(words("places.codes"))
    blocks = one_of(words("places.blocks"))
    return re.compile(
        rf"(?:"
        rf"(?<!\d)\d{{5}}(?=\s+{codes}\b)|\b[A-Z]{{2}},?\s+\d{{5}}(?:-\d{{4}})?(?!\d)"
        rf"|(?<!\d)\d{{2,5}}(?=\s+{blocks}\b))"
    )


@cache
def _sayings() -> re.Pattern[str]:
    plurals = one_of(words("names.plurals"))
    plural = rf"(?:[a-z]+s|{plurals})\b"
    return re.compile(
        rf"(?:"
        rf"(?<![\w.,])\d+(?:[-./]\d+){{2,}}(?!\w)|(?<!\d)(?:9/11|24/7|20/20|50[/-]50|7/7)(?![\d,.%/-]\d|\d|%)"
        rf"|(?<![\d,.$£€])101(?![\d,.%/-]\d|\d|%|\s{plural})|(?<![\d,$£€])911(?![\d,]|\s{plural}))"
    )


@cache
def _dates() -> re.Pattern[str]:
    nth = one_of(words("numerals.nth"))
    joints = one_of(words("places.joints"))
    month = one_of(months()) + r"(?![a-z])\.?"
    day = rf"\d{{1,2}}{nth}?"
    many = rf"{day}(?:\s*[-–,]\s*{day}|,?{BLANK}+{joints}{BLANK}+{day})?"
    percent, of = one_of(words("measures.percent")), one_of(words("claims.of"))
    return re.compile(
        rf"(?:"
        rf"(?<![a-z]){month}{BLANK}+{many}(?![\d%]|,\d{{3}}(?!\d))(?!\s*{percent}(?!\w))(?:,?{BLANK}+(?:1[4-9]|20)\d\d(?!\d))?"
        rf"|(?<![\d.,$£€]){many}{BLANK}+(?:{of}{BLANK}+)?{month}(?:,?{BLANK}+(?:1[4-9]|20)\d\d(?!\d))?(?!\w)"
        rf"|(?<![a-z]){month}(?:,|{BLANK}+{of})?{BLANK}+(?:1[4-9]|20)\d\d\b)",
        re.IGNORECASE,
    )


@cache
def _years() -> re.Pattern[str]:
    counted = one_of([*words("measures.percent"), *words("names.plurals")])
    between, joint = one_of(words("places.between")), one_of(words("places.joints"))
    fiscal = one_of(words("places.fiscal"))
    return re.compile(
        rf"(?:"
        rf"(?<![\w’',.$£€])(?:1[4-9]|20)\d0['’]?s\b|(?<!\w)['’]\d\ds?\b"
        rf"|(?<![\d.,$£€])(?:1[4-9]|20)\d\d\s*[-–/]\s*(?:(?:1[5-9]|20)\d\d|\d\d?)(?![\d%]|[.,]\d)(?!\s*{counted})"
        rf"|\b(?i:{between})\s+(?P<first>(?:1[4-9]|20)\d\d)\s+{joint}\s+(?:1[4-9]|20)\d\d(?![\d,])"
        rf"|\bQ[1-4]\b|\b[1-4]Q\d{{0,2}}\b|\b{fiscal}\d{{2,4}}\b|\b[1-4][QH]\b)",
    )


@cache
def _year_pair_counted() -> re.Pattern[str]:
    not_after_years = one_of(words("places.not_after_years"))
    return re.compile(rf"\s+(?!{not_after_years}\b)[a-z]+s\b")


@cache
def _month_verbs() -> re.Pattern[str]:
    month_verbs = one_of(words("places.month_verbs"))
    return re.compile(rf"\b{month_verbs}\b")


class _Kind(NamedTuple):
    """A reason, the pattern of its places, and one of the first signs of these."""

    reason: Reason
    pattern: re.Pattern[str]
    opening: re.Pattern[str]


@cache
def _kinds() -> tuple[_Kind, ...]:
    """The kinds of places that begin at digits or at words before digits."""
    digit, models = re.compile(r"\d"), [*words("numbered.words.model"), *words("places.rounds")]
    return (
        _Kind("date", _dates(), re.compile(r"[\djfmasond]", re.IGNORECASE)),
        _Kind("year", _years(), re.compile(r"['’12Bb34FQ]")),
        _Kind("time", _times(), digit),
        _Kind("phone", _PHONE, re.compile(r"[\d+(]")),
        _Kind("idiom", _sayings(), digit),
        _Kind("score", _PAIR, digit),
        _Kind("name", _models(), re.compile(rf"[7{''.join(sorted({name[0] for name in models}))}]", re.IGNORECASE)),
        _Kind("address", _addresses(), re.compile(r"[A-Z\d]")),
    )


@lru_cache(maxsize=_MOST_SIGNS)
def _beginning(sign: str) -> tuple[_Kind, ...]:
    """The kinds of places that can begin with a letter, digit or mark: few, for most."""
    return tuple(kind for kind in _kinds() if kind.opening.match(sign))


def no_quantities(text: str, stream: Stream) -> list[tuple[int, int, Reason]]:
    """Places that hold digits but no quantity, with the reason, sorted; they may overlap."""
    found = list(_matches(text, _starts(stream)))
    if any(_opens_line(text, stream.starts[index]) for index in stream.numbers):
        found += [("list", match) for match in (*_NUMBERED.finditer(text), *_counted_lines(text))]
    if stream.mentions(first_words("places.holidays")):
        found += [("name", match) for match in _holidays().finditer(text)]
    if any(sign in text for sign in (*words("places.links"), "@", "#")):
        found += [("link", match) for match in _links().finditer(text)]
    return sorted(
        (match.start(), match.end(), said) for reason, match in found if (said := _meant(text, stream, reason, match))
    )


def _opens_line(text: str, start: int) -> bool:
    """Whether nothing but blanks, a quotation mark or a bracket is before a number in its line."""
    return not text[text.rfind("\n", 0, start) + 1 : start].strip(_BEFORE_LISTED)


def _counted_lines(text: str) -> Iterator[re.Match[str]]:
    """Numbers of lines that count up, at least three of them: the places of a table, the items of a list."""
    run: list[re.Match[str]] = []
    for match in _LINES.finditer(text):
        if run and int(match[1]) != int(run[-1][1]) + 1:
            run = []
        run.append(match)
        if len(run) == _LEAST_LINES:
            yield from run
        elif len(run) > _LEAST_LINES:
            yield match


def _starts(stream: Stream) -> list[int]:
    """Where the patterns of digits can begin: at digits, and at the words right before them."""
    starts = set[int]()
    for index in stream.numbers:
        word = stream[index]
        starts.update(stream.starts[max(0, index - _LEADING_WORDS) : index])
        starts.update(word.start + digits.start() for digits in _GROUPS.finditer(word.text))
    return sorted(starts)


def _matches(text: str, starts: Sequence[int]) -> Iterator[tuple[Reason, re.Match[str]]]:
    """The places of each kind that begin at ``starts``; two of one kind never overlap."""
    ends: dict[Reason, int] = {}
    for start in starts:
        for reason, pattern, _ in _beginning(text[start]):
            if start >= ends.get(reason, 0) and (match := pattern.match(text, start)):
                yield reason, match
                ends[reason] = match.end()


def _meant(text: str, stream: Stream, reason: Reason, match: re.Match[str]) -> Reason | None:
    """The actual reason of a match, or None."""
    surface = match.group()
    if reason == "idiom" and sum(surface.count(sign) for sign in "/-.") > 1:
        return "name" if "/" not in surface else "date"
    holds = {
        "date": lambda: _month_verbs().search(surface) is None,
        "score": lambda: is_score(stream, *match.span()) and not _is_share(stream, match),
        "year": lambda: not (match.group("first") and _year_pair_counted().match(text, match.end())),
        "phone": lambda: _is_phone(stream, match),
    }.get(reason)
    return reason if holds is None or holds() else None


def _is_share(stream: Stream, match: re.Match[str]) -> bool:
    """Whether two numbers are a range of percentages: "72-75 percent"; "52-48 percent" are two sides."""
    first, *others = map(int, _GROUPS.findall(match.group()))
    percent = phrases("measures.percent").starting(stream, stream.at(match.end()))
    return percent is not None and all(first < other for other in others)


def _is_phone(stream: Stream, match: re.Match[str]) -> bool:
    """Digits in groups are a phone number when there are enough of them and they are not grouped thousands."""
    surface = match.group()
    groups = _GROUPS.findall(surface)
    count = len("".join(groups))
    if surface[0] in "+(":
        return count >= _MIN_PHONE
    if count == _SHORT_PHONE:
        following = stream.after(match.end())
        counted = following.plain and following.lower not in words("names.stops")
        return not counted and _called(stream, match.start())
    if not _MIN_PHONE <= count <= _MAX_PHONE:
        return False
    return _called(stream, match.start()) or _is_grouped_as_phone(surface, groups)


def _is_grouped_as_phone(surface: str, groups: list[str]) -> bool:
    """Whether digits are in groups as those of phone numbers: "555-1234", "020 7946 0000"; not "10 000 000"."""
    first = len(groups[0])
    if len(groups) < _MANY_GROUPS and not (first == _GROUP and "-" in surface) and first != _GROUP + 2:
        return False
    if all(YEAR.fullmatch(group) for group in groups):
        return False
    thousands = first <= _GROUP and all(len(group) == _GROUP for group in groups[1:])
    return not (thousands and any(c in SPACES for c in surface))


def _called(stream: Stream, start: int) -> bool:
    """Whether a word of calls is before ``start``, in the same sentence and with no digits between."""
    at = stream.at(start)
    for index in range(at - 1, at - 1 - CALL_WORDS_BEFORE, -1):
        word = stream[index]
        if not word.kind or word.kind == "number" or word.text == ".":
            return False
        if word.lower in words("places.calls") and stream[index + 1].lower not in words("places.not_calls"):
            return True
    return False


class Places:
    """The places of a text that hold no quantities."""

    def __init__(self, stream: Stream) -> None:
        """Find the places of the text of ``stream``."""
        self._found = no_quantities(stream.text, stream)
        self._starts = [start for start, _, _ in self._found]
        self._reach = list(accumulate((end for _, end, _ in self._found), max))

    def at(self, start: int, end: int) -> Iterator[tuple[Reason, bool]]:
        """Reasons of the places that overlap ``start``-``end``, the last first, and whether each covers it."""
        for index in range(bisect_right(self._starts, end - 1) - 1, -1, -1):
            if self._reach[index] <= start:
                return
            first, last, reason = self._found[index]
            if start < last:
                yield reason, first <= start and end <= last


def is_score(stream: Stream, start: int, end: int) -> bool:
    """Whether a pair of small numbers such as "3-1" is near a word of matches or votes."""
    at, behind = stream.at(start), stream.at(end)
    known, others = words("names.score_words"), phrases("names.no_scores")
    near = (*range(at - SCORE_WORDS_BEFORE, at), *range(behind, behind + SCORE_WORDS_BEHIND))
    return any(stream[word].lower in known and others.ending(stream, word) is None for word in near)
