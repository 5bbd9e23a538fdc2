"""Names that the model missed: those known from elsewhere in the article, surnames, "the Ministry" for the only one."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import attrs

from newsparse.model import Mention, Span
from newsparse_entities.grouping.groups import Group
from newsparse_entities.grouping.organisations import kinds_of
from newsparse_entities.lexicon import listed, title_genders
from newsparse_entities.mentions.normalise import again
from newsparse_entities.names.parse import fold, person_name, without_possessive
from newsparse_entities.reading import Reading

_WORD = re.compile(r"(?:(?<=[a-z]-)(?=[A-Z])|\b(?![a-z]+-[A-Z]))[^\W_]+(?:[.'’‑-][^\W_]+)*\.?(?!\w)")
_LEAD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ \xa0]+|[ \xa0]*\n[ \xa0]*(?!\n)")
_REPEATED = ("Person", "Organization", "Location", "Facility", "NORP")
_SHORTEST_FAMILY_NAME = 3
"""Letters of the shortest family name that is looked for alone."""

Shapes = dict[str, list[tuple[tuple[str, ...], str]]]


class _Word(NamedTuple):
    """A word of the running text: its offsets (half-open), and as written."""

    start: int
    end: int
    surface: str


def missed(reading: Reading, mentions: Sequence[Mention], groups: Iterable[Group]) -> list[Mention]:
    """New mentions for known names that are not marked yet: capitalised, the longest first, not overlapping others."""
    groups = list(groups)
    shapes = _shapes(groups)
    kinds = _new_kinds(groups, shapes)
    for kind in kinds:
        shapes.setdefault(kind, []).append(((kind,), "Organization"))
    covered = _Covered.of(item.span for item in mentions)
    if not _may_be_found(reading, shapes, covered):
        return []
    words = [_Word(*match.span(), match.group()) for match in _WORD.finditer(reading.text)]
    lower = functools.cache(lambda: _small(words))
    found: list[Mention] = []
    position = 0
    while position < len(words):
        capital = words[position].surface[0].isupper()
        length, label = _known_at(words, position, shapes, kinds) if capital else (0, "")
        span = _span(words, position, length) if length else None
        if span and not covered.touches(span) and _stands_alone(reading, words, position, length, lower):
            found.extend(again(reading, [Mention.make(reading.text, span, label=label)], [span]))
            position += length
        else:
            position += 1
    return found


def _small(words: Iterable[_Word]) -> set[str]:
    """The words that are written in small letters somewhere."""
    return {word.surface.rstrip(".") for word in words if word.surface.islower()}


def _span(words: Sequence[_Word], position: int, length: int) -> Span:
    """The span of a name, without the possessive and the full stop at its end."""
    last = words[position + length - 1]
    return Span(words[position].start, last.start + _bare_length(last))


def _may_be_found(reading: Reading, shapes: Shapes, covered: _Covered) -> bool:
    """Whether any capitalised word outside the mentions begins like a known name."""
    leads = {_lead(first) for first in shapes}
    written = [token for token in reading.tokens if not token.text.islower()]
    surfaces = {token.text for token in written}
    likely = {word for word in surfaces if not leads.isdisjoint(_parts(word))}
    return not all(map(covered.touches, [token.span for token in written if token.text in likely]))


@functools.lru_cache(maxsize=8192)
def _parts(word: str) -> tuple[str, ...]:
    """The runs of letters and digits in a word, folded."""
    return tuple(map(_folded, _LEAD.findall(word)))


def _lead(word: str) -> str:
    """The letters that a folded word begins with."""
    match = _LEAD.match(word)
    return match.group() if match else word


def _shapes(groups: Iterable[Group]) -> Shapes:
    """What to look for: a dict from the first word to (all words, label), the longest first."""
    shapes: Shapes = {}
    for group in groups:
        for form in dict.fromkeys(_forms(group)) if group.label in _REPEATED else ():
            if form:
                shapes.setdefault(form[0], []).append((form, group.label))
    for row in shapes.values():
        row.sort(key=_longest_first)
    return shapes


def _new_kinds(groups: Iterable[Group], shapes: Shapes) -> set[str]:
    """The nouns for bodies that one body's names alone begin or end with, and which are no name themselves."""
    found: Counter[str] = Counter()
    for group in groups:
        if group.label == "Organization":
            found.update({kind for text in group.surfaces() for kind in kinds_of(text)})
    once = (kind for kind, count in found.items() if count == 1)
    return {kind for kind in once if all(form != (kind,) for form, _ in shapes.get(kind, ()))}


def _is_definite(words: Sequence[_Word], position: int) -> bool:
    return any(word.surface.lower() in listed("grammar.the") for word in words[position - 1 : position])


def _longest_first(shape: tuple[tuple[str, ...], str]) -> tuple[int, tuple[str, ...], str]:
    return (-len(shape[0]), *shape)


def _forms(group: Group) -> Iterator[tuple[str, ...]]:
    for surface in group.surfaces():
        yield tuple(without_possessive(fold(match.group())).rstrip(".") for match in _WORD.finditer(surface))
    if group.label != "Person":
        return
    for name in map(person_name, group.surfaces()):
        if not name.short:
            unit = name.units[0] if group.family_first else name.units[-1]
            yield tuple(unit.split(" ")) if len(unit) >= _SHORTEST_FAMILY_NAME else ()


@functools.lru_cache(maxsize=8192)
def _folded(surface: str) -> str:
    """A word folded, without its possessive and full stop."""
    return without_possessive(fold(surface)).rstrip(".")


def _known_at(words: Sequence[_Word], position: int, shapes: Shapes, kinds: set[str]) -> tuple[int, str]:
    """How many words from ``position`` make a known name, and its label; 0 where there is none.

    One of ``kinds`` alone is a name only after "the": "the Ministry".
    """
    length, label = _longest(words, position, shapes)
    if length == 1 and _folded(words[position].surface) in kinds and not _is_definite(words, position):
        return 0, ""
    return length, label


def _longest(words: Sequence[_Word], position: int, shapes: Shapes) -> tuple[int, str]:
    """How many words from ``position`` make the longest known name, and its label; 0 where there is none."""
    first = words[position]
    for form, label in shapes.get(_folded(first.surface), ()):
        following = words[position : position + len(form)]
        if tuple(_folded(word.surface) for word in following) == form:
            return len(form), label
    return 0, ""


def _bare_length(word: _Word) -> int:
    """The length of a word without its possessive and, unless it is an abbreviation, its full stop."""
    surface = word.surface
    if surface[-2:].lower() in ("'s", "’s"):
        surface = surface[:-2]
    return len(surface) if surface.count(".") > 1 else len(surface.rstrip("."))


def _stands_alone(
    reading: Reading, words: Sequence[_Word], position: int, length: int, lower: Callable[[], set[str]]
) -> bool:
    """Whether the name is not part of a longer one and, by its tag, not a common word."""
    first, last = words[position], words[position + length - 1]
    before = words[position - 1] if position else None
    after = words[position + length] if position + length < len(words) else None
    if after and after.surface[0].isupper() and _adjacent(reading.text, last, after):
        return False
    if before and _names_on(reading, before) and _adjacent(reading.text, before, first):
        return False
    if length > 1:
        return True
    tags = {reading.tokens[index].upos for index in reading.starting_in(Span(first.start, first.end))} - {None}
    return "PROPN" in tags if tags else first.surface.lower() not in lower()


def _names_on(reading: Reading, word: _Word) -> bool:
    """Whether a capitalised word before a name is part of it: neither a title nor the first word of a sentence."""
    title = word.surface.strip(".").casefold() in title_genders()
    return word.surface[0].isupper() and not title and not reading.starts_sentence(word.start)


def _adjacent(text: str, one: _Word, other: _Word) -> bool:
    return _GAP.fullmatch(text, one.start + _bare_length(one), other.start) is not None


@attrs.frozen
class _Covered:
    """The parts of the text that mentions cover, merged, for look-up by offset."""

    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> _Covered:
        """The union of ``spans``."""
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted([(span.start, span.end) for span in spans]):
            if ends and start < ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(starts, ends)

    def touches(self, span: Span) -> bool:
        """Whether any mention shares a character with ``span``."""
        return bisect_right(self.ends, span.start) < bisect_left(self.starts, span.end)
