"""Every single error of a system in an article: what was missed, what is not in gold, and what has other facts.

Errors are those of the measures: quotes are paired as ``end-to-end`` pairs them, figures as ``value``, names by their
place. Layers of plugins are compared by place and fields.
"""

from __future__ import annotations

import attrs

from newsparse.model import Annotation, Document, NumberClaim, Span
from newsparse_bench.metrics.numbers import value_pairs
from newsparse_bench.metrics.quotes import Fragment, fragments, paired, same_source
from newsparse_bench.results import Slip, SlipSort

CONTEXT_WORDS = 8
_KNOWN = frozenset({"quotes", "numbers", "entities", "groups", "roles", "analysis"})
NOBODY = "nobody"


def slips(gold: Document, guess: Document, tasks: list[str]) -> list[Slip]:
    """The errors in the measured layers, in the order of the text."""
    found: list[Slip] = []
    if "quotes" in tasks:
        found += _quotes(gold, guess)
    if "numbers" in tasks:
        found += _figures(gold, guess)
    if "entities" in tasks:
        found += _names(gold, guess)
    for name in tasks:
        if name not in _KNOWN and (gold.has(name) or guess.has(name)):
            found += _others(name, gold, guess)
    return sorted(found, key=lambda slip: (slip.start, slip.kind, slip.sort))


def _quotes(gold: Document, guess: Document) -> list[Slip]:
    given, wanted = fragments(guess), fragments(gold)
    pairs = paired(given, wanted)
    spoken = {id(one): _speakers(guess, one) for one in given} | {id(one): _speakers(gold, one) for one in wanted}
    found = []
    for one, other in pairs:
        said = {"gold": spoken[id(other)], "guess": spoken[id(one)]}
        if not same_source(one, other):
            found.append(_slip(gold, _span(other), "quote", "wrong speaker", **said))
        if one.span != other.span:
            words = {"gold": gold.cut(_span(other)), "guess": guess.cut(_span(one))}
            found.append(_slip(gold, _span(other), "quote", "other words", **words))
    both = {id(item) for pair in pairs for item in pair}
    found += [
        _slip(gold, _span(item), "quote", "missed", gold=spoken[id(item)]) for item in wanted if id(item) not in both
    ]
    found += [
        _slip(gold, _span(item), "quote", "not in gold", guess=spoken[id(item)])
        for item in given
        if id(item) not in both
    ]
    return found


def _speakers(document: Document, fragment: Fragment) -> str:
    """The name of whoever says a fragment."""
    span = _span(fragment)
    quotes = (quote for quote in document.quotes if any(piece.covers(span) for piece in quote.fragments))
    speaker = next((quote.speaker for quote in quotes if quote.speaker), None)
    return speaker.name if speaker else NOBODY


def _figures(gold: Document, guess: Document) -> list[Slip]:
    pairs, same = value_pairs(gold, guess)
    found = []
    for one, other in pairs:
        told = {"gold": str(other.quantity), "guess": str(one.quantity)}
        if (one, other) not in same:
            found.append(_slip(gold, other.span, "number", "wrong value", **told))
        elif other.speaker and _said(one) != _said(other):
            found.append(_slip(gold, other.span, "number", "wrong speaker", gold=_said(other), guess=_said(one)))
    both = {item.id for _, item in pairs}
    taken = {item.id for item, _ in pairs}
    found += [
        _slip(gold, item.span, "number", "missed", gold=str(item.quantity))
        for item in gold.numbers
        if item.id not in both
    ]
    found += [
        _slip(gold, item.span, "number", "not in gold", guess=str(item.quantity))
        for item in guess.numbers
        if item.id not in taken
    ]
    return found


def _said(claim: NumberClaim) -> str:
    return claim.speaker.name if claim.speaker else NOBODY


def _names(gold: Document, guess: Document) -> list[Slip]:
    wanted, given = (
        {item.span: item.label for item in document.mentions if item.form == "named"} for document in (gold, guess)
    )
    return _compared(gold, "name", wanted, given, "wrong class")


def _others(layer: str, gold: Document, guess: Document) -> list[Slip]:
    wanted, given = ({item.span: _fields(item) for item in document.get(layer)} for document in (gold, guess))
    return _compared(gold, layer, wanted, given, "other fields")


def _compared(
    gold: Document, kind: str, wanted: dict[Span, str], given: dict[Span, str], differing: SlipSort
) -> list[Slip]:
    found = []
    for span in wanted | given:
        sides = {"gold": wanted.get(span, ""), "guess": given.get(span, "")}
        if span not in given:
            found.append(_slip(gold, span, kind, "missed", **sides))
        elif span not in wanted:
            found.append(_slip(gold, span, kind, "not in gold", **sides))
        elif wanted[span] != given[span]:
            found.append(_slip(gold, span, kind, differing, **sides))
    return found


def _fields(item: Annotation) -> str:
    """The fields that a kind has besides those of all annotations."""
    common = {field.name for field in attrs.fields(Annotation)}
    own = ((field.name, getattr(item, field.name)) for field in attrs.fields(type(item)) if field.name not in common)
    return ", ".join(f"{name} {value}" for name, value in own if value not in (None, (), ""))


def _span(fragment: Fragment) -> Span:
    return Span(*fragment.span)


def _slip(document: Document, span: Span, kind: str, sort: SlipSort, *, gold: str = "", guess: str = "") -> Slip:
    before, after = document.text[: span.start], document.text[span.end :]
    return Slip(
        article=document.id,
        start=span.start,
        kind=kind,
        sort=sort,
        before=" ".join(before.split()[-CONTEXT_WORDS:]) + (" " if before[-1:].isspace() else ""),
        words=" ".join(document.cut(span).split()),
        after=(" " if after[:1].isspace() else "") + " ".join(after.split(maxsplit=CONTEXT_WORDS)[:CONTEXT_WORDS]),
        gold=gold,
        guess=guess,
    )
