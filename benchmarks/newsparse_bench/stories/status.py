"""How often the status of a claim is right, and which claim is disputed by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from newsparse.linking.status import Status, statements
from newsparse.linking.stored.collected import collected
from newsparse.model import Document, Located, Span
from newsparse_bench.stories.claims import Telling, Told, ToldClaim, ToldDispute

LABELS = ("asserted", "reported", "hedged", "denied", "disputed", "confirmed", "corrected")


@attrs.frozen(kw_only=True)
class StatusScores:
    """Right, found and labelled statuses by name; disputes with the right claim and the right person.

    A claim that was not found has no status. ``by`` counts disputes whose person is right too.
    """

    right: Counter[str]
    found: Counter[str]
    gold: Counter[str]
    disputes_found: int
    disputes_right: int
    disputes_by: int
    disputes_gold: int
    claims: int
    missed: int
    wrong: tuple[str, ...]

    def f1(self, label: str) -> float:
        """F1 of one status."""
        return 2 * self.right[label] / ((self.found[label] + self.gold[label]) or 1)

    @property
    def macro_f1(self) -> float:
        """The mean over all statuses."""
        return sum(map(self.f1, LABELS)) / len(LABELS)

    @property
    def dispute_f1(self) -> float:
        """F1 over disputes with the right claim."""
        return 2 * self.disputes_right / ((self.disputes_found + self.disputes_gold) or 1)

    def lines(self) -> Iterator[str]:
        """The scores in two lines."""
        each = ", ".join(f"{label} {self.f1(label):.1%}" for label in LABELS)
        yield f"status, macro F1 {self.macro_f1:.1%}  ({each}; {self.claims} claims, {self.missed} not found)"
        by = self.disputes_by / (self.disputes_gold or 1)
        counts = f"{self.disputes_gold} disputes, {self.disputes_found} found"
        yield f"disputes, targets F1 {self.dispute_f1:.1%}, with the right person {by:.1%}  ({counts})"


@attrs.frozen
class Disputed:
    """A dispute that was found: its place, who disputes, and the claims that are disputed by it."""

    place: Located
    by: str
    claims: tuple[Status, ...]


Hit = tuple[Telling, ToldDispute, Disputed | None]


def status_scores(told: Told, documents: Sequence[Document]) -> StatusScores:
    """The scores of ``documents``, which a pipeline made from the articles of ``told``."""
    found = tuple(collected(map(statements, documents)).statuses())
    pairs = [(telling, claim, _nearest(telling, claim, found)) for telling in told.tellings for claim in telling.claims]
    right, seen, gold = Counter[str](), Counter[str](), Counter[str]()
    wrong: list[str] = []
    for telling, claim, status in pairs:
        labels = status.labels & set(LABELS) if status else frozenset[str]()
        seen.update(labels)
        gold.update(claim.labels)
        right.update(labels & claim.labels)
        if labels != claim.labels:
            wrong.append(_wrong_status(telling, claim, labels))
    disputes = list(_disputes(found))
    hits = list(_hits(told.tellings, disputes))
    return StatusScores(
        right=right,
        found=seen,
        gold=gold,
        disputes_found=len(disputes),
        disputes_right=sum(hit is not None for _, _, hit in hits),
        disputes_by=sum(_is_by_the_right_person(dispute, hit) for _, dispute, hit in hits),
        disputes_gold=len(hits),
        claims=len(pairs),
        missed=sum(status is None for _, _, status in pairs),
        wrong=(*wrong, *_wrong_disputes(hits, disputes)),
    )


def _wrong_status(telling: Telling, claim: ToldClaim, labels: Iterable[str]) -> str:
    words = claim.span.cut(telling.document.text)
    shown = "+".join(sorted(labels)) or "nothing"
    return f"{telling.document.id} {words!r}: {shown}, not {'+'.join(sorted(claim.labels))}"


def _wrong_disputes(hits: Sequence[Hit], disputes: Iterable[Disputed]) -> Iterator[str]:
    """The labelled disputes that were missed or are by somebody else, then those that are none."""
    for telling, dispute, hit in hits:
        if not _is_by_the_right_person(dispute, hit):
            by = f"by {hit.by}" if hit else "missed"
            yield f"{telling.document.id}: dispute of {dispute.claim} by {dispute.by} is {by}"
    known = {id(hit) for _, _, hit in hits if hit}
    yield from (f"{item.place.document} {item.place.text!r}: no dispute" for item in disputes if id(item) not in known)


def _is_by_the_right_person(dispute: ToldDispute, hit: Disputed | None) -> bool:
    return hit is not None and _same_name(dispute.by, hit.by)


def _nearest(telling: Telling, claim: ToldClaim, found: Iterable[Status]) -> Status | None:
    """The claim found that has the most words in common with a labelled one, of the same kind."""
    kind = "figure" if claim.quantity else "quote"
    here = [item for item in found if item.place.document == telling.document.id and item.kind == kind]
    shared = [(_shared(item.place, claim.span), -abs(len(claim.span) - _length(item.place)), item) for item in here]
    best = max(shared, key=lambda item: item[:2], default=None)
    return best[2] if best and best[0] else None


def _shared(place: Located, span: Span) -> int:
    return max(0, min(place.end, span.end) - max(place.start, span.start))


def _length(place: Located) -> int:
    return place.end - place.start


def _disputes(found: Iterable[Status]) -> Iterator[Disputed]:
    """The places that dispute claims, each once with all of its claims."""
    places: dict[Located, tuple[str, list[Status]]] = {}
    for status in found:
        for effect in status.effects:
            if effect.effect == "disputed":
                places.setdefault(effect.place, (effect.by or "", []))[1].append(status)
    return (Disputed(place, by, tuple(claims)) for place, (by, claims) in places.items())


def _hits(tellings: Sequence[Telling], disputes: Sequence[Disputed]) -> Iterator[Hit]:
    """Each labelled dispute with one that was found at its place and is about its claim, None for none."""
    for telling in tellings:
        story = [other for other in tellings if other.story == telling.story]
        for dispute in telling.disputes:
            targets = _places(dispute.claim, story)
            near = [
                item
                for item in disputes
                if item.place.document == telling.document.id and _shared(item.place, dispute.span)
            ]
            yield telling, dispute, next((item for item in near if _about(item, targets)), None)


def _places(claim: str, story: Iterable[Telling]) -> list[tuple[str, Span]]:
    """Where the articles of a story make a claim."""
    return [(item.document.id, made.span) for item in story for made in item.claims if claim in made.id.split("+")]


def _about(item: Disputed, targets: Sequence[tuple[str, Span]]) -> bool:
    return any(
        status.place.document == document and _shared(status.place, span)
        for status in item.claims
        for document, span in targets
    )


def _same_name(one: str, other: str) -> bool:
    """Whether one name is in the other: "Tomas Varga" in "the owner, Tomas Varga", or the first word of a body."""
    first, second = one.casefold(), other.casefold()
    return first in second or (bool(second) and second in first)
