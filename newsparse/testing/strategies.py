"""Hypothesis strategies: documents over texts of news and of everything that goes wrong in them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any, get_args

from hypothesis import strategies as st

from newsparse.model import (
    Affiliation,
    Annotation,
    Attribution,
    DateRelation,
    Direction,
    Document,
    Entity,
    Evidence,
    Failure,
    Granularity,
    Layer,
    Link,
    Mention,
    Meta,
    NumberClaim,
    NumberRole,
    Outlook,
    Passage,
    Period,
    Quantity,
    Quote,
    RelativeTo,
    Source,
    Span,
    Speaker,
    TitlePassage,
    TitleRole,
    distinct,
)
from newsparse.model.quantity import QuantityKind
from newsparse.testing.fakes import rule_layers
from newsparse.testing.odd_texts import spans, texts
from newsparse.testing.tying import tied


@st.composite
def documents(draw: st.DrawFn, *, max_size: int = 40) -> Document:
    """Documents with any of the layers of newsparse, true to their text, with sources, failures and what is known."""
    text = draw(texts(max_size=max_size))
    title = draw(_TITLES)
    document = Document(text=text, meta=Meta(title=title))
    layers = rule_layers(text) if draw(st.booleans()) else []
    if text:
        makers: dict[str, Callable[[str], st.SearchStrategy[Any]]] = {
            "mentions": _mention,
            "entities": partial(_entity, title=title),
            "quotes": _quote,
            "numbers": number_claims,
            "attributions": _attribution,
        }
        empty = draw(st.booleans())
        for name, maker in makers.items():
            items: list[Annotation] = draw(st.lists(maker(text), max_size=4))
            if items or empty:
                layers.append(Layer.of(name, distinct(items)))
    for layer in tied(layers):
        document = document.with_layer(layer.name, layer.annotations)
    for name in draw(_SOURCES):
        document = document.with_source(Source(id=name, distribution="fake", version="1.0"))
    if draw(st.booleans()):
        document = document.with_failure(Failure(stage="extract", where="quotes", code="NP304", message="It raised."))
    return document


# What does not depend on the text is made once: making a strategy takes longer than drawing from it.
_CONFIDENCE = st.none() | st.floats(0, 1)
_TITLES = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_SOURCES = st.lists(st.sampled_from(("quotes", "backend:fake")), unique=True)
_LABELS = st.sampled_from(("Person", "Organization", "Location"))
_MENTION_FORMS = st.sampled_from(("named", "nominal", "pronoun"))
_ALIASES = st.sampled_from(((), ("Ada",)))
_LINKS = st.none() | st.builds(Link, id=st.just("Q1"), name=st.just("Ada Brook"), score=st.floats(0, 1))
_EVIDENCE = st.lists(st.just(Evidence("source", "subject")), max_size=2)
_ABOUT = st.lists(st.sampled_from(("entity:0-3", "entity:5-9")), unique=True)
_FORMS = st.sampled_from(("direct", "indirect", "mixed"))
_ACTS = st.sampled_from(("said", "denied", "declined"))
_MANNERS = st.sampled_from(("speech", "writing", "thought"))
_ENTITY_ID, _QUOTE_ID, _NUMBER_ID = (st.none() | st.just(name) for name in ("entity:0-4", "quote:0-1", "number:0-1"))
_LOW, _MORE = st.decimals(-1_000_000, 1_000_000, places=2), st.decimals(0, 1000, places=2)
_KINDS = st.sampled_from(get_args(QuantityKind))
_EXACTNESS: st.SearchStrategy[Any] = st.sampled_from(("exact", "about", "vague"))
_UNITS, _CURRENCIES = st.sampled_from((None, "kilometre", "peso")), st.sampled_from((None, "USD"))
_PER = st.sampled_from((None, "hour", "100000 people"))
_NEAR: st.SearchStrategy[Any] = st.sampled_from((None, "below", "above"))
_DATES = st.tuples(st.dates(), st.dates()).map(sorted)
_GRANULARITY = st.sampled_from(get_args(Granularity))
_RELATION, _RELATIVE = st.sampled_from(get_args(DateRelation)), st.sampled_from((None, *get_args(RelativeTo)))
_PERIOD_LENGTHS = st.integers(1, 20)
_ROLES, _DIRECTIONS = st.sampled_from(get_args(NumberRole)), st.sampled_from((None, *get_args(Direction)))
_OUTLOOKS = st.sampled_from((None, *get_args(Outlook)))
_WAYS = st.integers(0, 3)

# And what depends on the text alone, once for a text.
_for_a_text = lru_cache(maxsize=64)


@st.composite
def _mention(draw: st.DrawFn, text: str) -> Mention:
    label, form, entity = draw(_LABELS), draw(_MENTION_FORMS), draw(_ENTITY_ID)
    return Mention.make(text, draw(_spans(text)), label=label, form=form, entity=entity, confidence=draw(_CONFIDENCE))


@st.composite
def _entity(draw: st.DrawFn, text: str, title: str | None) -> Entity:
    words = draw(st.lists(_title_words(title), max_size=3)) if title else []
    return Entity.make(
        text,
        draw(_spans(text)),
        label="Person",
        name="Ada Brook",
        aliases=draw(_ALIASES),
        affiliations=tuple(draw(_affiliations(text))),
        in_title=words[0] if words else None,
        title_roles=tuple(TitleRole(role=item, organisation=draw(_ENTITY_ID), body=words[-1]) for item in words[1:]),
        link=draw(_LINKS),
    )


@_for_a_text
def _spans(text: str) -> st.SearchStrategy[Span]:
    return spans(text)


@_for_a_text
def _passages(text: str) -> st.SearchStrategy[Passage]:
    return _spans(text).map(lambda span: Passage(span, span.cut(text)))


@_for_a_text
def _title_words(title: str) -> st.SearchStrategy[TitlePassage]:
    return _spans(title).map(lambda span: TitlePassage(span.start, span.end, span.cut(title)))


@_for_a_text
def _words(text: str) -> st.SearchStrategy[Passage | None]:
    """A passage or none."""
    return st.none() | _passages(text)


@_for_a_text
def _hedges(text: str) -> st.SearchStrategy[list[Passage]]:
    return st.lists(_passages(text), max_size=2)


@_for_a_text
def _affiliations(text: str) -> st.SearchStrategy[list[Affiliation]]:
    return st.lists(st.builds(Affiliation, role=_passages(text), organisation=_ENTITY_ID), max_size=2)


@_for_a_text
def _speakers(text: str) -> st.SearchStrategy[Speaker | None]:
    words = _words(text)
    others = st.sampled_from([(), ("entity:0-1",)])
    return st.none() | st.builds(
        Speaker, name=st.just("Ada Brook"), others=others, mention=words, role=words, anonymity=words
    )


@_for_a_text
def _periods(text: str) -> st.SearchStrategy[Period | None]:
    return st.none() | _period(text)


@_for_a_text
def _claims(text: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "evidence": _EVIDENCE.map(tuple),
            "speaker": _speakers(text),
            "cue": _words(text),
            "about": _ABOUT.map(tuple),
            "confidence": _CONFIDENCE,
        }
    )


@st.composite
def _quote(draw: st.DrawFn, text: str) -> Quote:
    fragments = draw(_apart(text))
    claim = draw(_claims(text)) | {
        "act": draw(_ACTS),
        "manner": draw(_MANNERS),
        "hedges": tuple(draw(_hedges(text))),
        "within": draw(_QUOTE_ID),
        "when": draw(_words(text)),
        "period": draw(_periods(text)),
    }
    return Quote.make(text, *fragments, fragments=fragments, form=draw(_FORMS), **claim)


@st.composite
def _attribution(draw: st.DrawFn, text: str) -> Attribution:
    content = draw(_apart(text))
    cue, source = draw(st.just(()) | _apart(text)), draw(st.just(()) | _apart(text))
    return Attribution.make(text, *content, content=content, cue=cue, source=source, confidence=draw(_CONFIDENCE))


@_for_a_text
def _apart(text: str) -> st.SearchStrategy[tuple[Span, ...]]:
    """One to three spans in the order of the text, none of which overlaps another."""
    return st.lists(_spans(text), min_size=1, max_size=3).map(_not_overlapping)


def _not_overlapping(drawn: list[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for span in sorted(drawn):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


@st.composite
def _quantity(draw: st.DrawFn) -> Quantity:
    low, kind = draw(_LOW), draw(_KINDS)
    high = low + draw(_MORE) + Decimal(0)
    ends = [(low, high), (low, low), (low, None), (None, high)][draw(_WAYS)]
    return Quantity(
        low=ends[0],
        high=ends[1],
        low_inclusive=draw(st.booleans()),
        high_inclusive=draw(st.booleans()),
        kind=kind,
        exactness=draw(_EXACTNESS),
        unit=draw(_UNITS),
        currency=draw(_CURRENCIES) if kind == "money" else None,
        per=draw(_PER),
        near=draw(_NEAR),
    )


_QUANTITIES = _quantity()
_CHANGES = st.none() | _QUANTITIES


@st.composite
def _period(draw: st.DrawFn, text: str) -> Period:
    first, last = draw(_DATES)
    return Period(
        words=draw(_passages(text)),
        start=first.isoformat(),
        end=last.isoformat(),
        granularity=draw(_GRANULARITY),
        length=draw(_PERIOD_LENGTHS),
        relation=draw(_RELATION),
        relative_to=draw(_RELATIVE),
    )


@st.composite
def number_claims(draw: st.DrawFn, text: str) -> NumberClaim:
    """Number claims over ``text``, which must not be empty, with any of their fields filled."""
    words = _words(text)
    subject = draw(words)
    return NumberClaim.make(
        text,
        draw(_spans(text)),
        quantity=draw(_QUANTITIES),
        role=draw(_ROLES),
        direction=draw(_DIRECTIONS),
        subject=subject,
        head=subject.span if subject is not None and draw(st.booleans()) else None,
        **{name: draw(words) for name in ("holder", "to", "whole", "when", "where", "bound", "negation", "condition")},
        period=draw(_periods(text)),
        hedges=tuple(draw(_hedges(text))),
        outlook=draw(_OUTLOOKS),
        counterpart=draw(_NUMBER_ID),
        change=draw(_CHANGES),
        equivalent=draw(_NUMBER_ID),
        **draw(_claims(text)),
    )
