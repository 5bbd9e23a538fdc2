"""What must hold for every document, whatever the mentions in it."""

from __future__ import annotations

import random
from functools import partial

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsparse.model import Document, Layer, Mention, Span
from newsparse.testing import parsed, written

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
    """A document with sentences and words by rule and any mentions, overlapping ones too."""
    text = draw(TEXTS)
    rows = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 20), st.sampled_from(LABELS))))
    return marked(text, [(start, min(start + length, len(text)), label) for start, length, label in rows])


def marked(text, rows):
    """A document with words by rule and the mentions of ``rows``."""
    return written(text).with_layer("mentions", [Mention.make(text, Span(a, b), label=label) for a, b, label in rows])


OVERLAPPING = "Nadia " * 9 + "Holt Mr. Mr. Mr. Mr. company é 00 company"


@given(articles())
@example(marked(OVERLAPPING, [(87, 89, "Organization"), (88, 89, "Person")]))
def test_every_mention_of_an_entity_lists_it_and_ids_are_unique(extract, article):
    document = extract(article).document
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
def test_the_order_of_the_mentions_does_not_matter(extract, document, shuffler: random.Random):
    shuffled = list(document.mentions)
    shuffler.shuffle(shuffled)
    layers = (*(item for item in document.layers if item.name != "mentions"), Layer("mentions", tuple(shuffled)))
    assert extract(attrs.evolve(document, layers=layers)).document.entities == extract(document).document.entities


@pytest.mark.parametrize("label", ["Person", "Organization", "Location", "Facility", "Misc"])
@pytest.mark.parametrize("text", [" (Ada)", "( Ada", ", Ada"])
def test_a_mention_of_a_blank_or_a_mark_fails_nothing(extract, text, label):
    for start in range(2):
        document = written(text)
        mention = Mention.make(text, Span(start, start + 1), label=label)
        assert extract(document.with_layer("mentions", [mention])).document.text == text


def test_a_document_without_mentions_or_text_has_no_entities(extract):
    assert extract(Document(text="")).document.entities == ()
    assert extract(written("Rain fell.")).document.entities == ()


def test_pronouns_of_the_backend_are_kept(extract):
    document = written("We left.")
    pronoun = Mention.make(document.text, Span(0, 2), label="Person", form="pronoun")
    assert extract(document.with_layer("mentions", [pronoun])).document.mentions == (pronoun,)


def test_the_work_grows_with_the_number_of_mentions_and_not_with_its_square(extract):
    count = partial(_comparisons, extract)
    assert count(400) < 3 * count(200)


def _comparisons(extract, people: int) -> int:
    """How many functions are called for an article in which ``people`` different people share a surname."""
    import sys

    names = [f"Na{chr(97 + i % 26)}{chr(97 + i // 26)} Holt" for i in range(people)]
    document = parsed(*(f"{{{name}:Person}}." for name in names))
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


ROLES = (
    "{Nadia Holt:Person}, who praised its chairman, its former head and their spokesman, left {Larkmoor:Organization}.",
    "The company's director, {Simon Brandt:Person}, 44, now a member of the board, told her that it and the firm fell.",
    "Its owner, {Ivo Reyes:Person}, said of the {Harrow Bank:Organization}: “We and I, who own it, will pay them.”",
)
"""What ends in the middle of a role, a possessor or a description wherever it is cut."""


def test_every_prefix_of_an_article_is_accepted(extract):
    document = parsed(*ROLES)
    for end in range(len(document.text)):
        text = document.text[:end]
        mentions = [item for item in document.mentions if item.span.end <= end]
        assert extract(written(text).with_layer("mentions", mentions)).document.text == text
