"""How well the tellings of one utterance are found: links between them, their relations, the altered words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from newsparse.linking import SameQuote
from newsparse.linking import Telling as Found
from newsparse.model import Span
from newsparse_bench.stories.quoted import Telling
from newsparse_bench.stories.reading import Story

Place = tuple[str, str]
"""A document, and a gold telling there by its utterances; of words that are none their offsets."""
Link = frozenset[Place]
Change = tuple[tuple[int, int] | None, str]
"""Where words are altered, and the words of the original, without case and punctuation."""


@attrs.frozen(kw_only=True)
class QuoteScore:
    """Counts of links, and of gold tellings in groups: with the right relation, and exactly the altered words.

    ``others`` are gold tellings that are given to somebody else, ``named`` those of them that are said to be, and
    ``blamed`` others that are said to be.
    """

    gold: int
    found: int
    right: int
    tellings: int
    relations: int
    altered: int
    exact: int
    others: int
    named: int
    blamed: int

    @property
    def precision(self) -> float:
        """How many of the links that were found are gold links."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """How many of the gold links were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def gold_links(told: Iterable[Story]) -> set[Link]:
    """The pairs of tellings of one utterance in different articles."""
    groups: dict[str, list[Place]] = defaultdict(list)
    for story in told:
        for telling in story.tellings:
            for utterance in telling.utterances:
                groups[utterance].append((story.document.id, "+".join(telling.utterances)))
    return {link for places in groups.values() for link in _pairs(places)}


def _pairs(places: Sequence[Place]) -> Iterator[Link]:
    return (frozenset(pair) for pair in combinations(places, 2) if pair[0][0] != pair[1][0])


def score(told: Sequence[Story], groups: Iterable[SameQuote]) -> QuoteScore:
    """The score of groups of tellings."""
    by_id = {story.document.id: story for story in told}
    found: set[Link] = set()
    best: dict[Place, Found] = {}
    for group in groups:
        places = []
        for telling in group.tellings:
            place = _place(by_id[telling.document], telling)
            places.append(place)
            best.setdefault(place, telling)
        found.update(_pairs(places))
    gold = gold_links(told)
    linked = {place for link in gold for place in link}
    pairs = [(item, best.get(place)) for place, item in _gold(told).items() if place in linked]
    altered = [(item, other) for item, other in pairs if item.relation == "altered"]
    return QuoteScore(
        gold=len(gold),
        found=len(found),
        right=len(gold & found),
        tellings=len(pairs),
        relations=sum(other is not None and item.relation == other.relation for item, other in pairs),
        altered=len(altered),
        exact=sum(other is not None and changes(item) == found_changes(other) for item, other in altered),
        others=sum(item.other for item, _ in pairs),
        named=sum(item.other and other is not None and other.other_speaker for item, other in pairs),
        blamed=sum(not item.other and other is not None and other.other_speaker for item, other in pairs),
    )


def _gold(told: Iterable[Story]) -> Mapping[Place, Telling]:
    return {(story.document.id, "+".join(item.utterances)): item for story in told for item in story.tellings}


def _place(story: Story, telling: Found) -> Place:
    """The gold telling that has most of the words of one that was found."""
    shares = {item: sum(_shared(passage, item.fragments) for passage in _spans(telling)) for item in story.tellings}
    most = max(shares.values(), default=0)
    first = telling.passages[0]
    name = next(("+".join(item.utterances) for item, share in shares.items() if most and share == most), None)
    return story.document.id, name or f"{first.start}-{first.end}"


def _spans(telling: Found) -> list[Span]:
    return [Span(passage.start, passage.end) for passage in telling.passages]


def _shared(span: Span, others: Iterable[Span]) -> int:
    return sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in others)


def changes(telling: Telling) -> set[Change]:
    """The altered words of a gold telling."""
    return {(_ends(item.here), _plain(item.there)) for item in telling.altered}


def found_changes(telling: Found) -> set[Change]:
    """The altered words of a telling that was found."""
    return {
        (_ends(item.here.span if item.here else None), _plain(item.there.text if item.there else ""))
        for item in telling.differences
        if item.part == "words"
    }


def _ends(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None


def _plain(words: str) -> str:
    return words.strip(" ,.;:!?").casefold()
