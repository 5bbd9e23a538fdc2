"""The test bed for ``newsparse verify``: seeded, of eight kinds, with the places of what was altered."""

import hashlib
from decimal import Decimal
from random import Random

import pytest

from newsparse.model import NumberClaim, Quantity, Span
from newsparse_bench.corpora import shipped
from newsparse_bench.verifying.converting import WAYS, conversions, converted
from newsparse_bench.verifying.drafts import drafts
from newsparse_bench.verifying.material import Sentence
from newsparse_bench.verifying.planting import KINDS

PART = {"dev": "f8cb1f5dfbc3d381", "test": "8d1d7d6a1e3d5136"}

CONVERTED = {"dev": "6ae797b083e06bee", "test": "1b45a2a1e4ca472f"}


@pytest.mark.parametrize("part", ["dev", "test"])
def test_the_drafts_of_a_part_are_always_the_same(part):
    made = drafts(shipped.load(None, part), count=300, seed=f"verify-{part}")
    written = "\f".join(f"{draft.id} {draft.sources} {draft.planted} {draft.text}" for draft in made)
    assert hashlib.sha256(written.encode()).hexdigest()[:16] == PART[part]


def test_each_draft_has_one_alteration_of_a_kind_at_the_place_named():
    made = drafts(shipped.load(None, "dev"), count=80, seed="some")
    sources = {document.id: " ".join(document.text.split()) for document in shipped.load(None, "dev")}
    assert {draft.planted.kind for draft in made} == set(KINDS)
    for draft in made:
        sentence = draft.planted.sentence.cut(draft.text)
        assert draft.planted.sentence.covers(draft.planted.span)
        assert sentence not in sources[draft.sources[0]]
        if draft.planted.kind in ("value", "unit", "bound", "date"):
            changed = draft.planted.span.cut(draft.text)
            restored = sentence.replace(changed, draft.planted.before, 1)
            assert changed != draft.planted.before
            assert len(restored) > len(sentence) - len(changed) - 1


@pytest.mark.parametrize("part", ["dev", "test"])
def test_the_conversions_of_a_part_are_always_the_same(part):
    made = conversions(shipped.load(None, part), seed=f"verify-{part}")
    written = "\f".join(f"{draft.id} {draft.sources} {draft.planted} {draft.text}" for draft in made)
    assert hashlib.sha256(written.encode()).hexdigest()[:16] == CONVERTED[part]


def test_each_conversion_stands_beside_a_wrong_one_at_the_place_named():
    made = conversions(shipped.load(None, "dev"), seed="some")
    assert {draft.planted.kind for draft in made} == set(WAYS)
    for draft in made:
        right, wrong = draft.text.split("\n\n")
        sentence, place = draft.planted.sentence, draft.planted.span
        assert sentence.cut(draft.text) == wrong
        assert sentence.covers(place)
        assert wrong != right
        assert place.cut(draft.text) != draft.planted.before


@pytest.mark.parametrize(
    ("text", "figure", "fields", "right", "way"),
    [
        ("It is 25 miles away.", "25 miles", {"value": 25, "kind": "measure"}, ["40 kilometres"], "measure"),
        ("It took two years.", "two years", {"value": 2, "kind": "duration"}, ["24 months"], "measure"),
        ("It saw 25% of homes.", "25%", {"value": 25, "kind": "percent"}, ["a quarter", "one in four"], "share"),
        ("It lost half of it.", "half", {"value": "0.5", "kind": "fraction"}, ["50 percent"], "share"),
        ("It doubled in May.", "doubled", {"value": 2, "kind": "multiplier"}, ["rose 100 percent"], "multiple"),
        ("It cost $1.5 million.", "$1.5 million", {"value": 1500000, "kind": "money"}, ["$1,500,000"], "digits"),
        ("It cost $1,500,000.", "$1,500,000", {"value": 1500000, "kind": "money"}, ["$1.5 million"], "digits"),
    ],
)
def test_a_figure_is_converted(text, figure, fields, right, way):
    found = converted(*_figure(text, figure, **fields), Random(1))
    assert (found.right in right, found.way) == (True, way)
    assert found.wrong != found.right


@pytest.mark.parametrize(
    ("text", "figure", "fields"),
    [
        ("It is 25% larger.", "25%", {"value": 25, "kind": "percent"}),
        ("It has doubled in May.", "doubled", {"value": 2, "kind": "multiplier"}),
        ("It has 25 rooms.", "25", {"value": 25}),
        ("It is 9 furlongs long.", "9 furlongs", {"value": 9, "kind": "measure"}),
    ],
)
def test_a_figure_that_cannot_be_told_in_its_place_another_way_stays(text, figure, fields):
    assert converted(*_figure(text, figure, **fields), Random(1)) is None


def _figure(text, figure, *, value, kind="count"):
    span = Span(text.index(figure), text.index(figure) + len(figure))
    quantity = Quantity(low=Decimal(value), high=Decimal(value), kind=kind)
    claim = NumberClaim.make(text, span, quantity=quantity)
    return Sentence("article", 0, text, ((span, claim),)), span, claim
