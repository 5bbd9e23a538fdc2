"""Mentions with all that they name: storms with their kind, peers with their place; datelines cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from newsparse.model import Mention, Span
from newsparse_entities.lexicon import listed
from newsparse_entities.mentions.normalise import VALUES, head_of, headed, name_key
from newsparse_entities.reading import Reading

NUMBERED = re.compile(r"[A-Z]\w*(?: [A-Z]\w*)? (?!(?:19|20)\d\d$)\d{1,4}[A-Za-z]{0,2}")
"""A model number: "Zorabin 4", "Corsa Plus 200X"; not a year."""
_PEER_WORDS = 2
"""Words of "Duke of" before the place."""
_CAPITALS = re.compile(r"([^\W\d_]{2,}(?:[ '’.-]+[^\W\d_]{2,})*), (?=[A-Z])")


def reshaped(reading: Reading, mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions with all that they name: storms with their kind, peers with their place; weekdays are dates."""
    weekdays = listed("dates.weekdays")
    kept = [item for item in mentions if not _is_section(item)]
    dated = [attrs.evolve(item, label="Date") if item.text.lower() in weekdays else item for item in kept]
    parts = [part for item in dated for part in _dateline(reading, item)]
    storms = listed("evidence.storms")
    small = reading.text.lower()
    if not any(storm in small for storm in storms):
        return _once([_peer(reading, part) for part in parts])
    return _as_storms(_once([_peer(reading, _with_storm(reading, part, storms)) for part in parts]), storms)


def _once(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, one for each place: a name marked with and without its kind is the same with it."""
    found: dict[Span, Mention] = {}
    for item in mentions:
        found.setdefault(item.span, item)
    return list(found.values())


def _is_section(item: Mention) -> bool:
    """Whether a mention is the number of a part of something, not a name: "Chapter 11"."""
    if NUMBERED.fullmatch(item.text) is None:
        return False
    return item.text.split()[0].lower() in listed("numbered.words.section")


def _as_storms(mentions: Sequence[Mention], storms: frozenset[str]) -> list[Mention]:
    """The mentions of storms as things, those by their names alone, too: "Storm Zora", "Zora"."""
    bare = {name_key(" ".join(item.text.split()[1:])) for item in mentions if _stormy(item, storms)}
    return [
        attrs.evolve(item, label="Misc") if name_key(item.text) in bare or _stormy(item, storms) else item
        for item in mentions
    ]


def _dateline(reading: Reading, item: Mention) -> list[Mention]:
    """The two places of "CALDER BAY, Velia"."""
    match = _CAPITALS.match(item.text) if item.label == "Location" else None
    if match is None or not match.group(1).isupper():
        return [item]
    start, end = item.span.start, item.span.end
    spans = (Span(start, start + match.end(1)), Span(start + match.end(), end))
    made = [Mention.make(reading.text, span, label=item.label) for span in spans]
    return [headed(reading, attrs.evolve(part, confidence=item.confidence, origin=item.origin)) for part in made]


def _peer(reading: Reading, item: Mention) -> Mention:
    """A peer who is named by a place alone: "the Duke of Tarn"."""
    inside = reading.starting_in(item.span)
    first = inside.start
    if item.label in VALUES or not inside or first < _PEER_WORDS or reading.word(first - 1) not in listed("grammar.of"):
        return item
    peer = reading.tokens[first - _PEER_WORDS]
    before = first - _PEER_WORDS - 1
    begins = before < 0 or reading.sentence_of_word(before) != reading.sentence_of_word(first)
    if peer.text not in listed("people.peers") or not (begins or reading.word(before) in listed("grammar.the")):
        return item
    made = Mention.make(reading.text, Span(peer.span.start, item.span.end), label="Person", head=peer.span)
    return attrs.evolve(made, confidence=item.confidence, origin=item.origin)


def _stormy(item: Mention, storms: frozenset[str]) -> bool:
    words = item.text.lower().split()
    return len(words) > 1 and words[0] in storms


def _with_storm(reading: Reading, item: Mention, storms: frozenset[str]) -> Mention:
    inside = reading.starting_in(item.span)
    if item.label in VALUES or not inside.start:
        return item
    before = reading.tokens[inside.start - 1]
    if before.text.lower() not in storms or not before.text[0].isupper():
        return item
    span = Span(before.span.start, item.span.end)
    made = Mention.make(reading.text, span, label="Misc", head=head_of(reading, span, "Misc"))
    return attrs.evolve(made, confidence=item.confidence, origin=item.origin)
