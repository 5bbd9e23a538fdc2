"""Hypothesis strategies: texts of news and of everything that goes wrong in them, and documents over such texts."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from itertools import pairwise
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
    distinct,
)
from newsparse.model.quantity import QuantityKind
from newsparse.testing.fakes import rule_layers
from newsparse.testing.tying import tied

ODD = (
    "",
    " ",
    "\n\n",
    "\r\n",
    "\u00a0",
    "\u2009",
    "e\u0301",
    "\U0001f600",
    "\ud800",
    "\udfff",
    "\u200b",
    "\ufeff",
    "“",
    "”",
    "‘",
    "’",
    '"',
    "''",
    "'",
    "—",
    "...",
    "ﬁ",
    "北京",
    "١٢٣",
    "½",
)
WORDS = (
    "Ada Brook",
    "the minister",
    "said",
    "told reporters",
    "according to",
    "that",
    "nobody",
    "counted",
    "$3.5 million",
    "1,200.50",
    "40%",
    "Mr. Varga",
    "she",
    "denied",
    "in 2021",
    "ships",
    "“we lost,”",
    '"No."',
    "Port Selwyn",
    ".",
)


def texts(*, max_size: int = 40) -> st.SearchStrategy[str]:
    """Texts of up to ``max_size`` pieces: words of news, odd characters, marks that do not pair, any code points."""
    piece = st.one_of(st.sampled_from(WORDS), st.sampled_from(ODD), st.text(st.characters(), max_size=5))
    joint = st.sampled_from((" ", " ", " ", "", "\n", ". "))
    pairs = st.lists(st.tuples(piece, joint), max_size=max_size)
    return pairs.map(lambda items: "".join(words + gap for words, gap in items)).filter(_joined)


def _joined(text: str) -> bool:
    """JSON cannot tell a surrogate pair from the character that it represents."""
    return not any("\ud800" <= a <= "\udbff" and "\udc00" <= b <= "\udfff" for a, b in pairwise(text))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """A span of ``text``, which must not be empty."""
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, min(len(text), start + 60))))


@st.composite
def documents(draw: st.DrawFn, *, max_size: int = 40) -> Document:
    """Documents with any of the layers of newsparse, true to their text, with sources, failures and what is known."""
    text = draw(texts(max_size=max_size))
    title = draw(st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
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
    for name in draw(st.lists(st.sampled_from(["quotes", "backend:fake"]), unique=True)):
        document = document.with_source(Source(id=name, distribution="fake", version="1.0"))
    if draw(st.booleans()):
        document = document.with_failure(Failure(stage="extract", where="quotes", code="NP304", message="It raised."))
    return document


_CONFIDENCE = st.none() | st.floats(0, 1)


@st.composite
def _mention(draw: st.DrawFn, text: str) -> Mention:
    label = draw(st.sampled_from(["Person", "Organization", "Location"]))
    form = draw(st.sampled_from(["named", "nominal", "pronoun"]))
    entity = draw(st.none() | st.just("entity:0-4"))
    return Mention.make(text, draw(spans(text)), label=label, form=form, entity=entity, confidence=draw(_CONFIDENCE))


@st.composite
def _entity(draw: st.DrawFn, text: str, title: str | None) -> Entity:
    place = draw(st.none() | spans(title)) if title else None
    roles = st.builds(Affiliation, role=_passage(text), organisation=st.none() | st.just("entity:0-4"))
    return Entity.make(
        text,
        draw(spans(text)),
        label="Person",
        name="Ada Brook",
        aliases=draw(st.sampled_from([(), ("Ada",)])),
        affiliations=tuple(draw(st.lists(roles, max_size=2))),
        in_title=TitlePassage(place.start, place.end, place.cut(title)) if title and place else None,
        link=draw(st.none() | st.builds(Link, id=st.just("Q1"), name=st.just("Ada Brook"), score=st.floats(0, 1))),
    )


@st.composite
def _passage(draw: st.DrawFn, text: str) -> Passage:
    span = draw(spans(text))
    return Passage(span, span.cut(text))


@st.composite
def _claim(draw: st.DrawFn, text: str) -> dict[str, Any]:
    words = st.none() | _passage(text)
    speaker = draw(
        st.none() | st.builds(Speaker, name=st.just("Ada Brook"), mention=words, role=words, anonymity=words)
    )
    return {
        "evidence": tuple(draw(st.lists(st.just(Evidence("source", "subject")), max_size=2))),
        "speaker": speaker,
        "cue": draw(st.none() | _passage(text)),
        "about": tuple(draw(st.lists(st.sampled_from(["entity:0-3", "entity:5-9"]), unique=True))),
        "confidence": draw(_CONFIDENCE),
    }


@st.composite
def _quote(draw: st.DrawFn, text: str) -> Quote:
    fragments = draw(_apart(text))
    form = draw(st.sampled_from(["direct", "indirect", "mixed"]))
    claim = draw(_claim(text)) | {
        "act": draw(st.sampled_from(["said", "denied", "declined"])),
        "manner": draw(st.sampled_from(["speech", "writing", "thought"])),
        "hedges": tuple(draw(st.lists(_passage(text), max_size=2))),
        "within": draw(st.none() | st.just("quote:0-1")),
        "when": draw(st.none() | _passage(text)),
        "period": draw(st.none() | _period(text)),
    }
    return Quote.make(text, *fragments, fragments=fragments, form=form, **claim)


@st.composite
def _attribution(draw: st.DrawFn, text: str) -> Attribution:
    content = draw(_apart(text))
    cue, source = draw(st.just(()) | _apart(text)), draw(st.just(()) | _apart(text))
    return Attribution.make(text, *content, content=content, cue=cue, source=source, confidence=draw(_CONFIDENCE))


@st.composite
def _apart(draw: st.DrawFn, text: str) -> tuple[Span, ...]:
    """One to three spans in the order of the text, none of which overlaps another."""
    found: list[Span] = []
    for span in sorted(draw(st.lists(spans(text), min_size=1, max_size=3))):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


@st.composite
def _quantity(draw: st.DrawFn) -> Quantity:
    low = draw(st.decimals(-1_000_000, 1_000_000, places=2))
    high = low + draw(st.decimals(0, 1000, places=2)) + Decimal(0)
    kind: QuantityKind = draw(st.sampled_from(get_args(QuantityKind)))
    ends = draw(st.sampled_from([(low, high), (low, low), (low, None), (None, high)]))
    return Quantity(
        low=ends[0],
        high=ends[1],
        low_inclusive=draw(st.booleans()),
        high_inclusive=draw(st.booleans()),
        kind=kind,
        exactness=draw(st.sampled_from(["exact", "about", "vague"])),
        unit=draw(st.sampled_from([None, "kilometre", "peso"])),
        currency=draw(st.sampled_from([None, "USD"])) if kind == "money" else None,
        per=draw(st.sampled_from([None, "hour", "100000 people"])),
        near=draw(st.sampled_from([None, "below", "above"])),
    )


@st.composite
def _period(draw: st.DrawFn, text: str) -> Period:
    first, last = sorted(draw(st.tuples(st.dates(), st.dates())))
    return Period(
        words=draw(_passage(text)),
        start=first.isoformat(),
        end=last.isoformat(),
        granularity=draw(st.sampled_from(get_args(Granularity))),
        length=draw(st.integers(1, 20)),
        relation=draw(st.sampled_from(get_args(DateRelation))),
        relative_to=draw(st.sampled_from([None, *get_args(RelativeTo)])),
    )


@st.composite
def number_claims(draw: st.DrawFn, text: str) -> NumberClaim:
    """Number claims over ``text``, which must not be empty, with any of their fields filled."""
    words, mate = st.none() | _passage(text), st.none() | st.just("number:0-1")
    subject = draw(words)
    return NumberClaim.make(
        text,
        draw(spans(text)),
        quantity=draw(_quantity()),
        role=draw(st.sampled_from(get_args(NumberRole))),
        direction=draw(st.sampled_from([None, *get_args(Direction)])),
        subject=subject,
        head=subject.span if subject is not None and draw(st.booleans()) else None,
        **{name: draw(words) for name in ("holder", "to", "whole", "when", "where", "bound", "negation", "condition")},
        period=draw(st.none() | _period(text)),
        hedges=tuple(draw(st.lists(_passage(text), max_size=2))),
        outlook=draw(st.sampled_from([None, *get_args(Outlook)])),
        counterpart=draw(mate),
        change=draw(st.none() | _quantity()),
        equivalent=draw(mate),
        **draw(_claim(text)),
    )
