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
    ``blamed`` others that are said to be. ``wrong`` has a line for each link that is missed or wrong, and for each
    altered telling without exactly the altered words.
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
    wrong: tuple[str, ...]

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
    links, first = _found(told, groups)
    gold = gold_links(told)
    wanted = _linked(told, gold)
    pairs = [(item, first[place]) for place, item in wanted.items() if place in first]
    blamed = [item for item, other in pairs if other.other_speaker]
    named = sum(item.other for item in blamed)
    return QuoteScore(
        gold=len(gold),
        found=len(links),
        right=len(gold & links),
        tellings=len(wanted),
        relations=sum(item.relation == other.relation for item, other in pairs),
        altered=sum(item.relation == "altered" for item in wanted.values()),
        exact=_exact(pairs),
        others=sum(item.other for item in wanted.values()),
        named=named,
        blamed=len(blamed) - named,
        wrong=(*_listed("missed", gold - links), *_listed("no link", links - gold), *_inexact(pairs)),
    )


def _listed(name: str, links: Iterable[Link]) -> Iterator[str]:
    """A line for each link."""
    for places in sorted(sorted(link) for link in links):
        yield f"{name}: {' and '.join(f'{telling} in {document}' for document, telling in places)}"


def _inexact(pairs: Iterable[tuple[Telling, Found]]) -> Iterator[str]:
    """A line for each altered telling in which other words are found to be altered."""
    for item, other in pairs:
        if item.relation == "altered" and changes(item) != found_changes(other):
            found = ", ".join(str(change) for change in other.differences) or "nothing"
            yield f"altered in {other.document}: {other.text!r}: {found}"


def _found(told: Iterable[Story], groups: Iterable[SameQuote]) -> tuple[set[Link], dict[Place, Found]]:
    """The links that were found, and for each place the first telling that was found there."""
    by_id = {story.document.id: story for story in told}
    links: set[Link] = set()
    first: dict[Place, Found] = {}
    for group in groups:
        places = []
        for telling in group.tellings:
            place = _place(by_id[telling.document], telling)
            places.append(place)
            first.setdefault(place, telling)
        links.update(_pairs(places))
    return links, first


def _exact(pairs: Iterable[tuple[Telling, Found]]) -> int:
    """How many altered tellings have exactly the altered words."""
    altered = (pair for pair in pairs if pair[0].relation == "altered")
    return sum(changes(item) == found_changes(other) for item, other in altered)


def _linked(told: Iterable[Story], links: Iterable[Link]) -> Mapping[Place, Telling]:
    """The gold tellings that are in one of the links."""
    places = {place for link in links for place in link}
    every = {(story.document.id, "+".join(item.utterances)): item for story in told for item in story.tellings}
    return {place: item for place, item in every.items() if place in places}


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
