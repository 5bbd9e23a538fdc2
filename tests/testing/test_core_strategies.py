"""What newsparse.testing makes is fit to test with: odd texts come up, documents are true, rules cut where they say."""

from __future__ import annotations

import unicodedata

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from newsparse.kinds import builtin_registry
from newsparse.model import Document, Layer, Mention, NumberClaim, Span
from newsparse.pipeline.contract import checked
from newsparse.specs import BackendSpec
from newsparse.testing import FakeBackend, documents, fake_backend, number_claims, spans, texts, written

UNDRAWN = {"addressee", "quote", "modality", "unattributed", "rule", "origin"}
"""Fields of claims that hold plain strings of one sort, the same for every kind of claim."""
UNSHRUNK = settings(phases=[Phase.generate], max_examples=2000)
"""One example is enough; making it small takes a hundred times as long."""


@pytest.mark.parametrize(
    "odd",
    [
        lambda text: not text,
        lambda text: text.isspace(),
        lambda text: "\u00a0" in text,
        lambda text: "\r\n" in text,
        lambda text: any("\ud800" <= mark <= "\udfff" for mark in text),
        lambda text: any(unicodedata.combining(mark) for mark in text),
        lambda text: "\U0001f600" in text,
        lambda text: text.count("“") > text.count("”"),
        lambda text: "Ada Brook" in text and "said" in text,
    ],
)
def test_each_oddity_comes_up(odd):
    assert odd(find(texts(), odd, settings=UNSHRUNK))


@pytest.mark.parametrize("layer", ["tokens", "mentions", "entities", "quotes", "numbers", "attributions"])
def test_each_layer_comes_up(layer):
    assert find(documents(), lambda document: bool(document.get(layer)), settings=UNSHRUNK).get(layer)


@pytest.mark.parametrize("field", [field.name for field in attrs.fields(NumberClaim) if field.name not in UNDRAWN])
def test_each_field_of_a_number_claim_comes_up(field):
    def filled(claim):
        return bool(getattr(claim, field))

    assert filled(find(number_claims("Nine ships sank."), filled, settings=UNSHRUNK))


@given(documents())
def test_documents_keep_the_contract(document):
    bare = Document(text=document.text, meta=document.meta)
    items = [item for layer in document.layers for item in layer.annotations]
    layers = checked(bare, items, provides=[layer.name for layer in document.layers], kinds=builtin_registry())
    assert {name: tuple(items) for name, items in layers.items()} == {
        layer.name: layer.annotations for layer in document.layers
    }


@given(st.data(), texts().filter(len))
def test_spans_lie_in_their_text(data, text):
    assert data.draw(spans(text)).end <= len(text)


@given(texts())
def test_each_word_is_in_one_sentence_and_nothing_but_blanks_is_left_out(text):
    document = written(text)
    in_sentences = [index for item in document.sentences for index in range(item.first, item.last)]
    assert in_sentences == list(range(len(document.tokens)))
    covered = {position for token in document.tokens for position in range(token.span.start, token.span.end)}
    assert all(mark.isspace() for position, mark in enumerate(text) if position not in covered)
    for sentence in document.sentences:
        first, last = document.tokens[sentence.first], document.tokens[sentence.last - 1]
        assert sentence.span == Span(first.span.start, last.span.end)


def test_sentences_and_paragraphs_by_rule():
    document = written("PORT CLOSES\n\n“We stop,” he said. Why?\nNobody knew 1,200.50 reasons")
    assert [(item.text, item.paragraph) for item in document.sentences] == [
        ("PORT CLOSES", 0),
        ("“We stop,” he said.", 1),
        ("Why?", 1),
        ("Nobody knew 1,200.50 reasons", 2),
    ]
    assert document.tokens[-2].text == "1,200.50"


def test_names_become_mentions_of_one_entity():
    document = written("Ada Brook left. Ada Brook won.", names={"Ada Brook": "Person"})
    (entity,) = document.entities
    assert entity.mentions == tuple(item.id for item in document.mentions)
    assert [item.span for item in document.mentions] == [Span(0, 9), Span(16, 25)]
    assert {item.entity for item in document.mentions} == {entity.id}


def test_a_name_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="is not in the text"):
        written("Nobody came.", names={"Ada Brook": "Person"})


def test_given_layers_replace_those_by_rule():
    assert written("One. Two.", layers=[Layer("sentences", ())]).sentences == ()


def test_the_fake_backend_gives_what_it_was_asked_for_and_what_it_knows():
    known = {"Ada left.": [Layer.of("mentions", [Mention.make("Ada left.", Span(0, 3), label="Person")])]}
    backend = FakeBackend(["tokens", "mentions"], known)
    first, second = backend.analyse(["Ada left.", "Rain fell."])
    assert [layer.name for layer in first] == ["tokens", "mentions"]
    assert [layer.name for layer in second] == ["tokens"]


def test_the_specification_of_a_fake_backend_declares_its_layers():
    spec = fake_backend({"a": [Layer("quotes", ())]}, name="rules", languages=("da",))
    assert isinstance(spec, BackendSpec)
    assert (spec.name, spec.default_for, spec.provides) == ("rules", ("da",), ("quotes", "sentences", "tokens"))
    assert [layer.name for layer in spec.make("da", ("quotes",)).analyse(["a"])[0]] == ["quotes"]


def test_a_backend_that_knows_nothing_gives_what_rules_find():
    assert [layer.name for layer in FakeBackend(["tokens"]).analyse(["Ada left."])[0]] == ["tokens"]
    assert fake_backend().provides == ("sentences", "tokens")


def test_the_first_paragraph_has_no_line_before_it():
    assert [item.paragraph for item in written("\n\nOne. Two.\nThree.").sentences] == [0, 0, 1]
