"""Whether a claim is one that words repeat, or one of somebody who is named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.names import parts
from newsparse.linking.status.claims import Stated

SAME = 0.6
"""The share of the words of a repeated clause, or of the claim where that is shorter, that both have."""
LEAST = 2
"""How many words these are, at least, where both have so many."""


def alike(words: frozenset[str], claim: Stated) -> float:
    """The share of ``words``, which repeat a claim, that this one has: of its own where it is a shorter quote; or 0."""
    least, both = len(words), len(words & claim.words)
    if claim.kind == "quote":
        least = min(least, len(claim.words))
    return both / least if least and both >= max(min(LEAST, least), SAME * least) else 0.0


def agree(words: frozenset[str], denied: frozenset[str], claim: Stated) -> bool:
    """Whether a claim negates the same of ``words`` as whoever repeats them, who negates those that are ``denied``."""
    return not (denied ^ claim.denied) & words & claim.words


def opposed(words: frozenset[str], core: frozenset[str], claim: Stated) -> bool:
    """Whether a quote says what ``words`` deny: it has most of them, with the predicate, ``core``, and affirms that."""
    if claim.kind != "quote" or not core <= claim.words - claim.denied:
        return False
    return len(words & claim.words) >= max(LEAST, SAME * max(len(words), len(claim.words)))


def owned(owners: frozenset[str], claims: Iterable[Stated]) -> list[Stated]:
    """The claims of ``owners``, or of those who speak for them where there are none."""
    claims = list(claims)
    own = [item for item in claims if owners & item.names]
    own = own or [item for item in claims if share_name(owners, item.names)]
    own = own or [item for item in claims if share_name(owners, item.bodies)]
    return own or _of_their_side(owners, claims)


def _of_their_side(owners: Iterable[str], claims: Iterable[Stated]) -> list[Stated]:
    """The claims of those who speak for a side: those of the prosecutor, for "the prosecution's claim"."""
    sides = _speaking_for(owners)
    return [item for item in claims if any(not sides.isdisjoint(parts(name)) for name in item.names)]


def _speaking_for(owners: Iterable[str]) -> frozenset[str]:
    """Who speaks for a side: prosecutors for "the prosecution"."""
    groups = lexicon(SHARED).groups("across.sides")
    return frozenset().union(*(groups.get(parts(owner)[-1], frozenset()) for owner in owners if parts(owner)))


def share_name(some: Collection[str], others: Collection[str]) -> bool:
    """Whether all words of one name or description are in one of the others."""
    pairs = [(set(parts(one)), set(parts(other))) for one in some for other in others]
    return any(one <= other or other <= one for one, other in pairs if one and other)


def wholes(claims: Sequence[Stated], *, figures: bool) -> list[Stated]:
    """The claims without figures within others of them, unless ``figures`` are repeated too."""
    quotes = [] if figures else [item for item in claims if item.kind == "quote"]
    return [item for item in claims if item.kind == "quote" or not any(_within(item, quote) for quote in quotes)]


def _within(figure: Stated, quote: Stated) -> bool:
    one, other = figure.place, quote.place
    return one.document == other.document and other.start <= one.start and one.end <= other.end
