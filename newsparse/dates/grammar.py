"""Phrases for dates: found by the patterns of the word lists, the longest first, none overlapping another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

import attrs

from newsparse.lexicon import SHARED, lexicon
from newsparse.model import Span

_LISTS = {
    "adjacent": ("dates.adjacent",),
    "ago": ("dates.ago",),
    "apart": ("dates.apart",),
    "coming": ("dates.coming",),
    "count": ("dates.counts",),
    "days": ("dates.days",),
    "month": ("dates.months", "dates.short_months"),
    "ordinal": ("dates.ordinals",),
    "part": ("dates.parts",),
    "rolling": ("dates.rolling",),
    "season": ("dates.seasons",),
    "span": ("dates.spans", "dates.units"),
    "unit": ("dates.units",),
    "weekday": ("dates.weekdays",),
    "which": ("dates.which",),
}
"""The lists whose words each slot of a phrase stands for."""
_CAPITALISED = frozenset(["weekday"])
_DIGITS = {
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "year": r"(?:1[5-9]|20)\d\d",
    "decade": r"(?:1[5-9]|20)\d0s",
    "digits": r"[0-3]\d",
    "digit": "[1-4]",
    "half": "[12]",
    "short": r"\d\d",
}
_NUMBERED = {"digit": "1234", "half": "12"}
"""The numbers of slots that a letter may be right before: "Q3", "H1"."""
_OPTIONAL = re.compile(r"\[([^\]]+)\]")
_SLOT = re.compile(r"<([a-z]+)(2?)>")
_GAP = r"(?:\s+|-)"
_RUN = re.compile(r"\w+")
_SIGN = re.compile(r"[^\w\s]")
_FIGURES = {"0": re.compile(r"\d"), "0000": re.compile(r"\d{4}"), "0s": re.compile(r"0s")}
"""What represents figures, years and decades among the words that a phrase needs."""
_FIGURE_OF_SLOT = {"year": "0000", "decade": "0s"}
_MOST_SETS = 4096
"""Sets of needs whose patterns are remembered, at most."""
_NEAR_CHARACTERS = 60
"""Characters on either side of a word of dates in which the rest of its phrase is looked for."""


@attrs.frozen
class Phrase:
    """A phrase for a date: its place, the rule that reads it, and the words in its slots.

    ``lead`` is where a preposition and words such as "early" before it begin.
    """

    span: Span
    rule: str
    slots: Mapping[str, str] = attrs.field(hash=False)
    lead: int = 0

    @property
    def led(self) -> bool:
        """Whether a preposition is before it."""
        return self.lead < self.span.start

    def overlaps(self, span: Span) -> bool:
        """Whether it shares a character with ``span``."""
        return self.span.overlaps(span)


@attrs.frozen
class Pattern:
    """A template of the rule ``rule``; a text in which it matches has one of each set of ``needs``, in any case."""

    rule: str
    template: str
    needs: frozenset[frozenset[str]]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The template as a pattern, made when it is first needed: most are rare, and to make all takes a while."""
        return _compiled(self.template)


def phrases_of(text: str) -> list[Phrase]:
    """The phrases for dates in ``text``, in their order."""
    return [phrase for start, end in _regions(text) for phrase in _within(text, start, end)]


def _within(text: str, start: int, end: int) -> list[Phrase]:
    """The phrases for dates between two offsets, in their order; of those that overlap, the longest."""
    found: list[Phrase] = []
    for known in _possible(needs_in(text[start:end])):
        for match in known.pattern.finditer(text, start, end):
            slots = {name: value for name, value in match.groupdict().items() if value}
            found.append(Phrase(Span(*match.span()), known.rule, slots, _lead(text, match.start())))
    kept: list[Phrase] = []
    for phrase in sorted(found, key=_longest_first):
        if not any(phrase.overlaps(other.span) for other in kept):
            kept.append(phrase)
    return sorted(kept, key=_place)


@lru_cache(maxsize=_MOST_SETS)
def _possible(near: frozenset[frozenset[str]]) -> tuple[Pattern, ...]:
    """The patterns of which everything that they need is in ``near``, in the order of the rules."""
    return tuple(known for known in patterns() if known.needs <= near)


def needs_in(text: str) -> frozenset[frozenset[str]]:
    """The sets of words and signs, of those that patterns need, of which something is in ``text``."""
    figures = [name for name, pattern in _FIGURES.items() if pattern.search(text)]
    near = {*_RUN.findall(text.lower()), *_SIGN.findall(text), *figures}
    by_word = _needs_by_word()
    return frozenset(need for word in by_word.keys() & near for need in by_word[word])


@cache
def _needs_by_word() -> Mapping[str, Sequence[frozenset[str]]]:
    """For each word and sign that patterns need, the sets that it is in."""
    found: dict[str, list[frozenset[str]]] = {}
    for need in _needed():
        for word in need:
            found.setdefault(word, []).append(need)
    return found


@cache
def _needed() -> frozenset[frozenset[str]]:
    return frozenset(words for known in patterns() for words in known.needs)


def _longest_first(phrase: Phrase) -> tuple[int, int]:
    return (phrase.span.start - phrase.span.end, phrase.span.start)


def _place(phrase: Phrase) -> Span:
    return phrase.span


def _lead(text: str, start: int) -> int:
    match = _leads().search(text, max(0, start - _NEAR_CHARACTERS), start)
    return match.start() if match else start


def _regions(text: str) -> Iterator[tuple[int, int]]:
    """Where the words that every phrase has one of are, with what is near them."""
    begin = end = -1
    for match in _triggers().finditer(text):
        first, last = max(0, match.start() - _NEAR_CHARACTERS), match.end() + _NEAR_CHARACTERS
        if first > end and end >= 0:
            yield begin, end
            begin = first
        elif end < 0:
            begin = first
        end = last
    if end >= 0:
        yield begin, end


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list."""
    return lexicon(SHARED).words(name)


@cache
def _triggers() -> re.Pattern[str]:
    small = [*words("dates.days"), *words("dates.units"), *words("dates.seasons"), *words("dates.parts")]
    large = [name.capitalize() for name in (*words("dates.weekdays"), *_listed("month"))]
    first = "".join(sorted({sign for word in small for sign in (word[0], word[0].upper())} | {n[0] for n in large}))
    return re.compile(
        rf"\b(?=[{first}QH12])(?:(?i:{_any(small)})|{_any(large)}|Q[1-4]|H[12]|(?:1[5-9]|20)\d\ds?)(?!\w)"
    )


@cache
def _leads() -> re.Pattern[str]:
    article, parts = (rf"(?:(?:{_any(words(name))})(?:\s+|-))" for name in ("dates.articles", "dates.parts_of_units"))
    return re.compile(rf"(?<![\w-])(?i:(?:(?:{_any(words('dates.leads'))})\s+)?{article}?(?:{parts}{article}?)?)\Z")


@cache
def patterns() -> list[Pattern]:
    """The patterns of all phrases, in the order of the rules."""
    groups = lexicon(SHARED).raw("dates.phrases")
    return [
        Pattern(rule, variant, frozenset(_needs(variant)))
        for rule, templates in groups.items()
        for template in templates
        for variant in _variants(template)
    ]


@cache
def _compiled(template: str) -> re.Pattern[str]:
    """The pattern of a template: blanks are any blanks or a hyphen, words any case, months and weekdays capitals."""
    pattern = _GAP.join(map(_token, template.split()))
    return re.compile(rf"(?<![\w$£€.,])(?<!\d-)(?:{pattern})(?![\w%]|-\w|[.,]\d)")


def _needs(template: str) -> Iterator[frozenset[str]]:
    """For each slot, each word outside slots and each sign, the words one of which is there wherever it matches."""
    for token in template.split():
        slots = list(_SLOT.finditer(token))
        yield from (frozenset([sign]) for sign in _SIGN.findall(_SLOT.sub("", token)))
        if not slots and _RUN.search(token):
            yield _distinctive([token])
        for slot in slots:
            name, before, behind = slot.group(1), token[: slot.start()][-1:], token[slot.end() :][:1]
            if name in _NUMBERED and _RUN.fullmatch(before):
                yield frozenset(f"{before.lower()}{number}" for number in _NUMBERED[name])
            elif name in _DIGITS:
                yield frozenset([_FIGURE_OF_SLOT.get(name, "0")])
            elif not _RUN.search(before + behind):
                yield _distinctive(_listed(name)) | (frozenset(["0"]) if name == "count" else frozenset())


def _distinctive(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase."""
    return frozenset(max(_RUN.findall(phrase.lower()), key=len) for phrase in phrases)


def _variants(template: str) -> list[str]:
    """A template with and without each of its optional words."""
    found = _OPTIONAL.search(template)
    if found is None:
        return [template]
    before, behind = template[: found.start()], template[found.end() :]
    return [*_variants(f"{before}{found.group(1)}{behind}"), *_variants(f"{before}{behind}")]


def _token(token: str) -> str:
    """A word, or slots with what joins them."""
    body, at = "", 0
    for match in _SLOT.finditer(token):
        body += _literal(token[at : match.start()]) + f"(?P<{match.group(1)}{match.group(2)}>{_slot(match.group(1))})"
        at = match.end()
    return body + _literal(token[at:])


def _literal(text: str) -> str:
    return f"(?i:{re.escape(text)})" if text else ""


def _slot(name: str) -> str:
    if name in _DIGITS:
        return _DIGITS[name]
    if name == "month":
        long, short = (_any(map(str.capitalize, words(name))) for name in ("dates.months", "dates.short_months"))
        return rf"(?:{long}|(?:{short})\.?)"
    if name == "count":
        return rf"(?i:{_any(_listed(name))}|\d{{1,3}})"
    if name in _CAPITALISED:
        return _any(map(str.capitalize, _listed(name)))
    return f"(?i:{_any(_listed(name))})"


def _listed(name: str) -> list[str]:
    """The words of a slot."""
    return [word for listed in _LISTS[name] for word in words(listed)]


def _any(listed: Iterable[str]) -> str:
    """An alternative of words, the longest first; blanks in them are any blanks.

    Those with the same first letter are one branch: at most places of a text only one is looked into.
    """
    branches: dict[str, list[str]] = {}
    for word in sorted(set(listed), key=lambda word: (-len(word), word)):
        branches.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s+"))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in branches.items())
