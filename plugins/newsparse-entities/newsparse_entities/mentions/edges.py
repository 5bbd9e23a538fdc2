"""Mentions with more than the words of one name: "north Velia", "Calder, Velia", "anti-Velia", "Velian Ada Brook"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import attrs

from newsparse.model import Mention, Span
from newsparse_entities.lexicon import countries, listed, place_joints
from newsparse_entities.mentions.normalise import VALUES, is_demonym
from newsparse_entities.reading import Reading

_PLACES = ("Location", "NORP", "Facility")
_PREFIX = re.compile(r"[^\W\d_]{2,}-(?=[A-ZÀ-Þ])")
_PAIR = re.compile(r"([^\W\d_]+)([-–/ \xa0])([^\W\d_]+)")
_ODD = re.compile(
    r"^[a-zß-ÿ]|[ \xa0][a-zß-ÿ][^ \xa0]*$|, |['’]s?[ \xa0]|^[^\W\d_]+[-–/ \xa0][^\W\d_]+$|[ \xa0][a-zß-ÿ]+[ \xa0]"
)
_OWNING = ("Location", "Organization")
_OWNED_LABELS = ("Location", "Organization", "Facility")
_OWNED = re.compile(r"['’]s[ \xa0](?=[A-ZÀ-Þ])")
_BRACKETED = re.compile(r"[ \xa0]?\([^()]{0,12}\)?$")
_FEWEST_WORDS = 3
"""Words of the shortest mention that holds a nationality and a full name."""


def apart(reading: Reading, mentions: Iterable[Mention]) -> list[Mention]:
    """``mentions`` cut to the names in them; what names nothing ("iwi", "the taka") is left out."""
    given = list(mentions)
    owners = {item.text: item.label for item in given if item.label in _OWNING}
    return [part for item in given for own in _owned(reading, item, owners) for part in _parts(reading, own)]


def _owned(reading: Reading, item: Mention, owners: dict[str, str]) -> Iterator[Mention]:
    """A name and what it owns, if the article has the first alone, too: "Velia's Tidal Board", "Orla's High Hill"."""
    match = _OWNED.search(item.text) if item.label in _OWNED_LABELS else None
    first = item.text[: match.start()] if match else ""
    label = owners.get(first) or ("Location" if _is_country(first) else None)
    if match is None or label is None:
        yield item
        return
    yield _cut(reading, item, item.span.start, item.span.start + match.start(), label)
    yield _cut(reading, item, item.span.start + match.end(), item.span.end)


def _parts(reading: Reading, item: Mention) -> Iterable[Mention]:
    """The names inside one mention; most often, the mention is one name."""
    if item.label in VALUES:
        return (item,)
    closed = item.text.find(")")
    if closed > 0 and reading.text[item.span.start - 1 : item.span.start] == "(":
        return (_cut(reading, item, item.span.start, item.span.start + closed),)  # "Velian Party (VP) Caucus"
    if item.text.islower() and item.label == "NORP":
        return ()
    if item.label == "Person":
        return _of_person(reading, item)
    if item.label in _PLACES:
        return _of_place(reading, item) if _is_odd(item.text) else (item,)
    return (_without_kind(reading, _without_prefix(reading, item)),)


@lru_cache(maxsize=8192)
def _is_odd(text: str) -> bool:
    """Whether a mention of a place may hold more than its name."""
    return _ODD.search(text) is not None


def _cut(reading: Reading, item: Mention, start: int, end: int, label: str | None = None) -> Mention:
    """The part of ``item`` between two offsets of the text."""
    if (start, end) == (item.span.start, item.span.end):
        return item
    made = Mention.make(reading.text, Span(start, end), label=label or item.label)
    return attrs.evolve(made, confidence=item.confidence, origin=item.origin)


def _without_prefix(reading: Reading, item: Mention) -> Mention:
    """The name after a prefix: "Velia" of "anti-Velia"."""
    match = _PREFIX.match(item.text) if item.text[0].islower() else None
    known = listed("names.hyphenated_particles", "names.particles", "names.place_prefixes")
    if match is None or match.group()[:-1] in known:
        return item
    return _cut(reading, item, item.span.start + match.end(), item.span.end)


def _without_kind(reading: Reading, item: Mention) -> Mention:
    """The name without a noun in small letters: "Velian Union" of "Velian Union party"."""
    if item.label != "Organization" or " " not in item.text:
        return item
    last = item.text.rsplit(" ", 1)[-1]
    end = item.span.end - len(last) - 1
    return _cut(reading, item, item.span.start, end) if last in listed("nouns.bodies.apart") else item


def _of_person(reading: Reading, item: Mention) -> Iterator[Mention]:
    """A full name without the nationality before it and the brackets after it."""
    item = _without_prefix(reading, item)
    first, _, rest = item.text.partition(" ")
    start, end = item.span.start, item.span.end
    people = len(item.text.split()) >= _FEWEST_WORDS and is_demonym(first)
    if people:
        yield _cut(reading, item, start, start + len(first), "NORP")
        start = end - len(rest)
    match = _BRACKETED.search(item.text) if "(" in item.text else None
    if match is not None and match.start() > start - item.span.start:
        end = item.span.start + match.start()
    yield _cut(reading, item, start, end)


def _of_place(reading: Reading, item: Mention) -> Iterator[Mention]:
    """The places or peoples that one mention names, without what describes them."""
    pair = _PAIR.fullmatch(item.text)
    if pair and _are_two(pair.group(1), pair.group(3)) and _between_two(reading, item):
        middle = item.span.start + pair.end(1)
        yield _cut(reading, item, item.span.start, middle)
        yield _cut(reading, item, middle + 1, item.span.end)
        return
    start = item.span.start
    for match in place_joints().finditer(item.text) if item.label == "Location" else ():
        place = item.span.start + match.start()
        if not reading.text[start:place].strip():
            continue
        if match.group()[0] in ", \xa0" or _is_country(reading.text[start:place]):
            if _is_abbreviated(item.text[match.end() :]):
                continue
            if not reading.text[start:place].islower():
                yield _bare(reading, item, start, place)
            start = item.span.start + match.end()
    yield _bare(reading, item, start, item.span.end)


def _is_country(text: str) -> bool:
    return text in countries() or text in listed("countries.names")


def _is_abbreviated(text: str) -> bool:
    """Whether a place is in capitals as a district of another: "Washington, D.C."."""
    return text.replace(".", "") in listed("names.districts")


def _are_two(one: str, other: str) -> bool:
    """Whether two joined words are two peoples, or two countries: "Velian-Norlandic", not "Asian American"."""
    if is_demonym(one) and is_demonym(other):
        return other not in listed("countries.hyphenated")
    return _is_country(one) and _is_country(other)


def _between_two(reading: Reading, item: Mention) -> bool:
    """Whether the noun after a name is something that two sides share: "border", "talks"; not a noun for one person."""
    return reading.word(reading.starting_in(item.span).stop) in listed("evidence.between")


def _bare(reading: Reading, item: Mention, start: int, end: int) -> Mention:
    """The words of a name of a place without those in small letters before and after it."""
    inside = reading.starting_in(Span(start, end))
    first, last = inside.start, inside.stop
    while first < last and (_describes(reading, first) or reading.word(first) == "-"):
        first += 1
    while last - 1 > first and _trails(reading, last - 1):
        last -= 1
    if first >= last:
        return _cut(reading, item, start, end)
    tokens = reading.tokens
    start = max(start, tokens[first].span.start) if first > inside.start else start
    end = min(end, tokens[last - 1].span.end) if last < inside.stop else end
    return _without_prefix(reading, _cut(reading, item, start, end))


def _trails(reading: Reading, index: int) -> bool:
    """Whether a word at the end is in small letters, or is the hyphen of two such words: "agro-ecological zone"."""
    return reading.word(index) == "-" or _describes(reading, index)


def _describes(reading: Reading, index: int) -> bool:
    """Whether a word is in small letters and not a part of names: the "north" of "north Velia"."""
    word = reading.tokens[index].text
    known = word in listed("names.particles", "names.hyphenated_particles", "names.place_prefixes")
    return word.islower() and word.replace("-", "").isalpha() and not known
