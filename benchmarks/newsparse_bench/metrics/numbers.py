"""Number claims: figures found with their values, and each field on those that match.

A guess matches a gold claim when their spans overlap, one to one, equal values and closer spans first. ``value``: equal
ends and their inclusion; the fields ask for an equal value too and count over all claims, so that each is an F1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsparse.model import Document, NumberClaim, Passage, Span
from newsparse_bench.metrics.counts import Counts, Tally, comparable, exact, matched, share


def numbers(gold: Document, guess: Document) -> Tally:
    """All figures of one article."""
    wanted, given = gold.numbers, guess.numbers
    _, same = value_pairs(gold, guess)

    def agreed(key: Callable[[NumberClaim], object]) -> Counts:
        right = sum(key(a) == key(b) for a, b in same)
        return Counts(right, len(given), right, len(wanted))

    held = [(a, b) for a, b in same if b.subject]
    said = [(a, b) for a, b in same if b.speaker]
    result = {
        "span": exact([c.span for c in given], [c.span for c in wanted]),
        "value": agreed(_value),
        "value and unit": agreed(_unit),
        "exactness": agreed(lambda claim: claim.quantity.exactness),
        "role and direction": agreed(lambda claim: (claim.role, claim.direction)),
        "measured head": share(sum(_head(a.subject) == _head(b.subject) for a, b in held), len(held)),
        "speaker": share(sum(_speaker(a) == _speaker(b) for a, b in said), len(said)),
    }
    if gold.has("numerals"):
        result["numerals left alone"] = _left_alone(gold, given)
    return result


def _left_alone(gold: Document, given: Sequence[NumberClaim]) -> Counts:
    """How many of the numerals that are no quantities are not taken for any."""
    others = [item.span for item in gold.layer("numerals")]
    wrong = sum(any(claim.span.overlaps(span) for claim in given) for span in others)
    return share(len(others) - wrong, len(others))


def value_pairs(
    gold: Document, guess: Document
) -> tuple[list[tuple[NumberClaim, NumberClaim]], list[tuple[NumberClaim, NumberClaim]]]:
    """The predicted figures with the labelled ones that they match, and those of these pairs with equal values."""
    pairs = matched(guess.numbers, gold.numbers, _close)
    return pairs, [(a, b) for a, b in pairs if _value(a) == _value(b)]


def _close(one: NumberClaim, other: NumberClaim) -> float:
    if not one.span.overlaps(other.span):
        return 0.0
    both = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    whole = max(one.span.end, other.span.end) - min(one.span.start, other.span.start)
    return both / whole + (_value(one) == _value(other))


def _value(claim: NumberClaim) -> object:
    quantity = claim.quantity
    low, high = quantity.low, quantity.high
    return (low, low is None or quantity.low_inclusive, high, high is None or quantity.high_inclusive)


def _unit(claim: NumberClaim) -> object:
    quantity = claim.quantity
    return (quantity.kind, quantity.unit, quantity.currency, quantity.per)


def _head(subject: Passage | None) -> Span | str | None:
    """The last word of what is measured before any preposition: enough to distinguish phrases."""
    words = subject.text.split() if subject else []
    if not words:
        return None
    stops = [i for i, word in enumerate(words) if i and word.lower() in PREPOSITIONS]
    return words[(stops[0] if stops else len(words)) - 1].lower()


PREPOSITIONS = frozenset(["of", "in", "on", "for", "from", "to", "with", "by", "at", "who", "that", "which"])


def _speaker(claim: NumberClaim) -> str | None:
    return comparable(claim.speaker.name) if claim.speaker else None
