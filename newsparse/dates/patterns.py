"""Patterns of the phrases for dates, made from the templates of the word lists, and the words that they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, product

import attrs

from newsparse.lexicon import SHARED, lexicon

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
_CAPITALISED = "[A-Z][a-z]+"
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
_PIECE = re.compile(r"(?:\w|<[a-z]+2?>)+")
_GAP = r"(?:\s+|-)"
RUN = re.compile(r"\w+")
"""A word or figure of a text."""
FIGURE, _YEAR, _DECADE = "0", "0000", "0s"
"""What stands for figures among the words of phrases."""
_FIGURES = {"year": _YEAR, "decade": _DECADE}

Wording = tuple[frozenset[str], ...]
"""What the words of a phrase can be, one set for each of them, in small letters."""


@attrs.frozen
class Pattern:
    """A template of the rule ``rule``, with its place in the order of all."""

    rule: str
    template: str
    order: int

    @property
    def pattern(self) -> re.Pattern[str]:
        """The template as a pattern, made when it is first needed: most are rare, and to make all takes a while."""
        return _compiled(self.template)


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list."""
    return lexicon(SHARED).words(name)


@cache
def patterns() -> list[Pattern]:
    """The patterns of all phrases, in the order of the rules."""
    groups = lexicon(SHARED).raw("dates.phrases")
    pairs = [(rule, variant) for rule, group in groups.items() for template in group for variant in _variants(template)]
    return [Pattern(rule, variant, order) for order, (rule, variant) in enumerate(pairs)]


def starting(near: Sequence[str], at: int) -> Iterator[Pattern]:
    """The patterns that may match from the word ``at`` on, as far as the words tell; ``near`` are in small letters."""
    following = keys(near[at + 1]) if at + 1 < len(near) else ()
    for first in keys(near[at]):
        for second, group in _openings().get(first, {}).items():
            if not second:
                yield from (known for known, _ in group)
            elif not second.isdisjoint(following):
                yield from (known for known, rest in group if _go_on(rest, near[at + 2 : at + 2 + len(rest)]))


def _go_on(rest: Wording, near: Sequence[str]) -> bool:
    """Whether words are what the rest of a wording wants."""
    return len(near) == len(rest) and not any(map(_differ, rest, near))


def _differ(wanted: frozenset[str], word: str) -> bool:
    return wanted.isdisjoint(keys(word))


def keys(word: str) -> tuple[str, ...]:
    """The names of a word in wordings: a figure also has that of its kind."""
    if not word[0].isdecimal():
        return (word,)
    if len(word) == len(_YEAR) and word.isdecimal():
        return word, _YEAR
    return word, _DECADE if word.endswith(_DECADE) else FIGURE


_NOTHING: frozenset[str] = frozenset()


@cache
def _openings() -> Mapping[str, Mapping[frozenset[str], list[tuple[Pattern, Wording]]]]:
    """The patterns by their first word, then by what the second can be, each with the rest of its wording."""
    found: dict[str, dict[frozenset[str], list[tuple[Pattern, Wording]]]] = {}
    for known in patterns():
        for first, *rest in _wordings(known.template):
            second = rest[0] if rest else _NOTHING
            for word in first:
                found.setdefault(word, {}).setdefault(second, []).append((known, tuple(rest[1:])))
    return found


def opens(word: str) -> bool:
    """Whether a pattern may begin with a word in small letters."""
    return word in _openings() or word[0].isdecimal()


def _wordings(template: str) -> list[Wording]:
    """The wordings of a template, one for each number of words that its slots can stand for."""
    options = [_options(piece) for token in template.split() for piece in _PIECE.findall(token)]
    return [tuple(chain.from_iterable(chosen)) for chosen in product(*options)]


@cache
def _options(piece: str) -> list[Wording]:
    """What a word or slot of a template can stand for, by the number of words."""
    slot = _SLOT.search(piece)
    if slot is None:
        listed = [piece]
    elif slot.group() != piece:  # "Q<digit>"
        listed = [_SLOT.sub(number, piece) for number in _NUMBERED[slot.group(1)]]
    elif slot.group(1) in _DIGITS:
        listed = [_FIGURES.get(slot.group(1), FIGURE)]
    else:
        listed = [*listed_in(slot.group(1)), *([FIGURE] if slot.group(1) == "count" else [])]
    lengths: dict[int, list[list[str]]] = {}
    for phrase in listed:
        runs = RUN.findall(phrase.lower())
        lengths.setdefault(len(runs), []).append(runs)
    return [tuple(map(frozenset, zip(*same, strict=True))) for same in lengths.values()]


@cache
def _compiled(template: str) -> re.Pattern[str]:
    """The pattern of a template: blanks are any blanks or a hyphen, words any case, months and weekdays capitals.

    It is for places that ``starting`` gives: of the words in its slots, most are known to be right.
    """
    pattern = _GAP.join(map(_token, template.split()))
    return re.compile(rf"(?<![\w$£€.,])(?<!\d-)(?:{pattern})(?![\w%]|-\w|[.,]\d)")


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
    """The pattern of a slot: how its word is written, where ``starting`` has found that in the list already."""
    if name in _DIGITS:
        return _DIGITS[name]
    if name == "month":
        return rf"(?:{any_of(map(str.capitalize, words('dates.short_months')))})\b\.?|{_CAPITALISED}"
    if name == "weekday":
        return _CAPITALISED
    if name == "count":
        return r"[^\W\d]+|\d{1,3}"
    listed = listed_in(name)
    return r"\w+" if all(map(RUN.fullmatch, listed)) else f"(?i:{any_of(listed)})"


def listed_in(name: str) -> list[str]:
    """The words of a slot."""
    return [word for listed in _LISTS[name] for word in words(listed)]


def any_of(listed: Iterable[str]) -> str:
    """An alternative of words, the longest first; blanks in them are any blanks.

    Those with the same first letter are one branch: at most places of a text only one is looked into.
    """
    branches: dict[str, list[str]] = {}
    for word in sorted(set(listed), key=lambda word: (-len(word), word)):
        branches.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s+"))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in branches.items())
