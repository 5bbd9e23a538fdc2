"""Roles: what an article says that someone is, given to the right person, with the organisation and "former".

A role counts as found where its words and a labelled role's share a word and both belong to one person, which means
that a name of the one entity overlaps a name of the other; pairs are matched one to one, with the best total.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from newsparse.model import Document, Entity, Span
from newsparse_bench.metrics.counts import Counts, Tally, matched, share

WORD = re.compile(r"\w+")
SHORT = 3
"""Words of up to this many letters ("of", "the", "her") do not count, unless the role has no longer ones."""


@attrs.frozen
class Held:
    """A role with the names of its person and of its organisation, each as spans."""

    role: Span
    words: frozenset[int]
    person: tuple[Span, ...]
    organisation: tuple[Span, ...] | None
    former: bool


def roles(gold: Document, guess: Document) -> Tally:
    """All figures of one article; predicted roles inside a span of the layer ``unlabelled`` are left out."""
    blind = [item.span for item in gold.get("unlabelled")]
    wanted = held(gold)
    given = [item for item in held(guess) if not any(span.covers(item.role) for span in blind)]
    pairs = matched(given, wanted, _closeness)
    right = [(one, other) for one, other in pairs if _same_holder(one, other)]
    bound = [(one, other) for one, other in pairs if other.organisation is not None]
    return {
        "found": _counts(len(pairs), given, wanted),
        "linked": _counts(len(right), given, wanted),
        "exact": _counts(sum(one.role == other.role for one, other in pairs), given, wanted),
        "organisation": share(sum(_same_holder(one, other) for one, other in bound), len(bound)),
        "former or current": share(sum(one.former == other.former for one, other in pairs), len(pairs)),
    }


def held(document: Document) -> list[Held]:
    """The roles of a document's entities."""
    names = {entity.id: _names(document, entity) for entity in document.entities}
    return [
        Held(
            item.role.span,
            _words(document.text, item.role.span),
            names[entity.id],
            names.get(item.organisation, ()) if item.organisation else None,
            item.former,
        )
        for entity in document.entities
        for item in entity.affiliations
    ]


def _names(document: Document, entity: Entity) -> tuple[Span, ...]:
    own = set(entity.mentions)
    return tuple(m.span for m in document.mentions if m.id in own and m.form == "named")


def _words(text: str, span: Span) -> frozenset[int]:
    """The places of the words that count, or else of all words."""
    every = list(WORD.finditer(text, span.start, span.end))
    telling = [match.start() for match in every if len(match.group()) > SHORT or match.group().isupper()]
    return frozenset(telling or [match.start() for match in every])


def _closeness(one: Held, other: Held) -> float:
    if not _meet(one.person, other.person):
        return 0.0
    return len(one.words & other.words) / max(1, len(one.words | other.words))


def _same_holder(one: Held, other: Held) -> bool:
    if one.organisation is None or other.organisation is None:
        return one.organisation is other.organisation
    return _meet(one.organisation, other.organisation)


def _meet(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in one for b in other)


def _counts(right: int, given: Sequence[Held], wanted: Sequence[Held]) -> Counts:
    return Counts(right, len(given), right, len(wanted))
