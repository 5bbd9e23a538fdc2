"""What must hold for every document, whatever the mentions in it."""

from __future__ import annotations

import random
from functools import partial

import attrs
from hypothesis import given
from hypothesis import strategies as st

from newsparse.model import Document, Layer, Mention, Span

WORDS = [
    "Nadia",
    "Holt",
    "Mr.",
    "Ms.",
    "Larkmoor",
    "Inc.",
    "(LI)",
    "she",
    "it",
    "the",
    "company",
    "who",
    ",",
    "van",
    "U.S.",
    "é",
    "😀",
]
LABELS = ["Person", "Organization", "Location", "NORP", "Misc", "Date"]
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(min_size=1, max_size=6), min_size=1, max_size=25).map(" ".join)


@st.composite
def articles(draw):
    """A text, its halves as sentences, and any mentions, overlapping ones too."""
    text = draw(TEXTS)
    places = st.integers(0, len(text) - 1)
    ends = st.integers(1, 20)
    rows = draw(st.lists(st.tuples(places, ends, st.sampled_from(LABELS)), max_size=12))
    mentions = [(start, min(start + length, len(text)), label) for start, length, label in rows]
    half = draw(st.integers(1, len(text)))
    bounds = [(0, half), (half, len(text))] if half < len(text) else [(0, half)]
    return text, bounds, mentions


@given(articles())
def test_every_mention_of_an_entity_lists_it_and_ids_are_unique(build, extract, article):
    document = extract(build(*article, {})).document
    entities = {entity.id: entity for entity in document.entities}
    mentions = {mention.id: mention for mention in document.mentions}
    assert len(entities) == len(document.entities)
    assert len(mentions) == len(document.mentions)
    for mention in mentions.values():
        assert mention.text == document.cut(mention.span)
        assert mention.entity is None or mention.id in entities[mention.entity].mentions
    for entity in entities.values():
        assert entity.text == document.cut(entity.span)
        assert [mentions[item].entity for item in entity.mentions] == [entity.id] * len(entity.mentions) != []


@given(articles(), st.randoms(use_true_random=False))
def test_the_order_of_the_mentions_does_not_matter(build, extract, article, shuffler: random.Random):
    document = build(*article, {})
    shuffled = list(document.mentions)
    shuffler.shuffle(shuffled)
    layers = (*(item for item in document.layers if item.name != "mentions"), Layer("mentions", tuple(shuffled)))
    assert extract(attrs.evolve(document, layers=layers)).document.entities == extract(document).document.entities


def test_a_document_without_mentions_or_text_has_no_entities(build, extract):
    assert extract(Document(text="")).document.entities == ()
    assert extract(build("Rain fell.", [(0, 10)], [], {})).document.entities == ()


def test_pronouns_of_the_backend_are_kept(build, extract):
    document = build("We left.", [(0, 8)], [], {})
    pronoun = Mention.make(document.text, Span(0, 2), label="Person", form="pronoun")
    assert extract(document.with_layer("mentions", [pronoun])).document.mentions == (pronoun,)


def test_the_work_grows_with_the_number_of_mentions_and_not_with_its_square(build, extract):
    count = partial(_comparisons, build, extract)
    assert count(400) < 3 * count(200)


def _comparisons(build, extract, people: int) -> int:
    """How many functions are called for an article in which ``people`` different people share a surname."""
    import sys

    names = [f"Na{chr(97 + i % 26)}{chr(97 + i // 26)} Holt" for i in range(people)]
    text = ". ".join(names) + "."
    starts = [text.index(name) for name in names]
    mentions = [(start, start + len(name), "Person") for start, name in zip(starts, names, strict=True)]
    document = build(
        text, [(start, start + len(name) + 1) for start, name in zip(starts, names, strict=True)], mentions, {}
    )
    calls = 0

    def tally(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(tally)
    try:
        extract(document)
    finally:
        sys.setprofile(None)
    return calls
