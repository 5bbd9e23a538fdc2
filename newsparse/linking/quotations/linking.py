"""Which sayings are of one utterance: by their words, their speakers, and what else their articles share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Literal

import attrs

from newsparse.linking.names import may_be_one_body, parts
from newsparse.linking.quotations.alike import Alike, alike, most_alike
from newsparse.linking.quotations.sayings import Saying, Wording
from newsparse.linking.voices import differ, fit

Speakers = Literal["same", "open", "different"]
NEAR_DAYS = 14
"""How many days articles about one event are apart at most."""
COMPARED = 8
"""With how many later sayings of the same words one is compared."""


@attrs.frozen
class Needed:
    """What two sayings need in common: the share of the shorter, words, and words that tell.

    Below so many words (``near_below``), their articles must be of the same days and have a name in common.
    """

    covers: float
    words: int
    content: int
    near_below: int


NEEDED: dict[Speakers, Needed] = {
    "same": Needed(0.6, 3, 1, 5),
    "open": Needed(0.7, 4, 2, 9),
    "different": Needed(0.8, 5, 2, 25),
}
LEAST_APART = min(needed.near_below for needed in NEEDED.values())
"""Sayings with fewer words in common are of one utterance only if their articles are of the same days."""
STRETCH = 0.6
"""The least share of the same words within the stretches that are like each other."""
LONG = (8, 4)
"""Words, and words that tell, from which on a stretch is the same utterance whatever share of the sayings it is."""


@attrs.frozen
class Link:
    """Two sayings by their numbers, and how their words are alike."""

    one: int
    other: int
    alike: Alike


def speakers(one: Saying, other: Saying) -> Speakers:
    """Whether two sayings have the same speaker; a body and somebody who belongs to it are the same."""
    if one.voice is None or other.voice is None:
        return "open"
    if fit(one.voice, other.voice) or _belongs(one, other) or _belongs(other, one):
        return "same"
    different = not (one.voice.described or other.voice.described) and differ(one.voice, [other.voice])
    return "different" if different else "open"


def _belongs(one: Saying, other: Saying) -> bool:
    """Whether the speaker of ``one`` belongs to the body that speaks in ``other``."""
    if other.voice is None or other.voice.kind != "organisation":
        return False
    return any(may_be_one_body(body, name) for body in one.bodies for name in other.voice.names)


def near(one: Saying, other: Saying) -> bool:
    """Whether the articles of two sayings may be about one event."""
    return one.article.near(other.article, NEAR_DAYS) and not one.article.names.isdisjoint(other.article.names)


def links(
    given: Sequence[Saying], wordings: Sequence[Sequence[int]], pairs: Iterable[tuple[int, int]]
) -> Iterator[Link]:
    """The links between direct sayings, which come in the order of their places.

    ``wordings`` are the numbers of those with the same words, ``pairs`` the places of two of these that may be linked.
    """
    for shelf in wordings:
        same = alike(given[shelf[0]], given[shelf[0]]) if len(shelf) > 1 else None
        if same is not None:
            yield from _linked(given, shelf, same)
    for one, other in pairs:
        found = alike(given[wordings[one][0]], given[wordings[other][0]])
        if found is not None:
            yield from _linked(given, wordings[one], found, wordings[other])


def may_link(one: Wording, other: Wording) -> int:
    """How many words two wordings have in common by which sayings can be of one utterance, whoever says them; or 0."""
    if not _may_suffice(*most_alike(one, other)):
        return 0
    found = alike(one, other)
    if found is None or found.share < STRETCH or not _may_suffice(found.words, found.content, found.covers):
        return 0
    return found.words


def _may_suffice(words: int, content: int, covers: float) -> bool:
    return any(_enough(needed, words, content, covers) for needed in NEEDED.values())


def _linked(given: Sequence[Saying], ours: Sequence[int], found: Alike, theirs: Sequence[int] = ()) -> Iterator[Link]:
    """The links between sayings of one wording, or of two; each with those that follow it next in time."""
    turned = found.turned
    own = frozenset(ours)
    for one, other in _following(given, ours, theirs):
        if theirs and (one in own) == (other in own):
            continue
        if suffices(given[one], given[other], found):
            yield Link(one, other, found if one in own else turned)


def _following(given: Sequence[Saying], ours: Sequence[int], theirs: Sequence[int]) -> set[tuple[int, int]]:
    """Pairs of sayings next to each other in time: of all, and of those whose speakers have one family name."""
    every = sorted([*ours, *theirs])
    if len(every) <= COMPARED + 1:
        return set(combinations(every, 2))
    shelves: dict[str, list[int]] = defaultdict(list)
    for number in every:
        shelves[""].append(number)
        for name in family_names(given[number]):
            shelves[name].append(number)
    pairs: set[tuple[int, int]] = set()
    for shelf in shelves.values():
        for at, one in enumerate(shelf):
            pairs.update((one, other) for other in shelf[at + 1 : at + 1 + COMPARED])
    return pairs


def family_names(saying: Saying) -> frozenset[str]:
    """The last words of the names of the speaker, and of the bodies that the speaker belongs to."""
    names = [*(saying.voice.names if saying.voice else ()), *saying.bodies]
    return frozenset(words[-1] for words in map(parts, names) if words)


def suffices(one: Saying, other: Saying, found: Alike) -> bool:
    """Whether sayings of different articles are of one utterance, going by the words that are alike."""
    if one.article.document == other.article.document:
        return False
    needed = NEEDED[speakers(one, other)]
    enough = _enough(needed, found.words, found.content, found.covers)
    return enough and (found.words >= needed.near_below or near(one, other) or _are_of_namesakes(one, other, found))


def _are_of_namesakes(one: Saying, other: Saying, found: Alike) -> bool:
    """Whether people of one family name say the same long words within a fortnight: one of them is a mistake."""
    if not one.article.near(other.article, NEAR_DAYS) or family_names(one).isdisjoint(family_names(other)):
        return False
    return found.words >= LONG[0] and found.content >= LONG[1]


def _enough(needed: Needed, words: int, content: int, covers: float) -> bool:
    if words < needed.words or content < needed.content:
        return False
    return covers >= needed.covers or (words >= LONG[0] and content >= LONG[1])
