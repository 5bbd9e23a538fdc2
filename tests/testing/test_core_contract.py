"""The contract check: it passes an honest extractor, and each broken promise fails it with its reason."""

from __future__ import annotations

import re
import warnings
from typing import Any

import attrs
import pytest

from newsparse.errors import PluginWarning
from newsparse.model import Annotation, Document, Mention, Quote, Span
from newsparse.specs import ExtractorSpec, KindSpec
from newsparse.testing import check_extractor, decides, written

WORD = re.compile(r"[A-Za-z]+")


def words(document: Document) -> list[Mention]:
    return [
        Mention.make(document.text, Span(*match.span()), label="Misc")
        for match in list(WORD.finditer(document.text))[:20]
    ]


class Finding:
    """Gives what a function finds."""

    def __init__(self, find):
        self.find = find

    def extract(self, document):
        return self.find(document)


def spec(find, provides=("mentions",), **fields) -> ExtractorSpec:
    return ExtractorSpec(name="under-test", summary=".", make=lambda: Finding(find), provides=provides, **fields)


def test_an_honest_extractor_passes_as_specification_and_alone():
    check_extractor(spec(words))
    check_extractor(spec(words), [written("Ada met Bo.")])
    check_extractor(Finding(words), provides=["mentions"])


def test_an_extractor_alone_must_say_what_it_provides():
    with pytest.raises(AssertionError, match="needs provides="):
        check_extractor(Finding(words))


def _raises_without_words(document):
    return [Mention.make(document.text, document.sentences[0].span, label="Misc")]


def _outside(document):
    return [attrs.evolve(item, span=Span(item.span.start, len(document.text) + 1)) for item in words(document)]


def _other_words(document):
    return [attrs.evolve(item, text=item.text.swapcase()) for item in words(document)]


def _twice(document):
    return words(document) * 2


def _undeclared(document):
    return [Quote.make(document.text, item.span, fragments=(item.span,), form="direct") for item in words(document)]


def _not_annotations(document):
    return [item.text for item in words(document)]


def _head_outside(document):
    return [attrs.evolve(item, head=Span(0, len(document.text) + 9)) for item in words(document)]


@pytest.mark.parametrize(
    ("find", "message"),
    [
        (_raises_without_words, "it raised IndexError"),
        (_outside, "ends outside the text"),
        (_other_words, "its words are not those of the text"),
        (_twice, "occurs twice"),
        (_undeclared, "not declared in provides"),
        (_not_annotations, "must return annotations, not str"),
        (_head_outside, "in it ends outside the text"),
    ],
)
def test_a_broken_promise_is_named(find, message):
    with pytest.raises(AssertionError) as caught:
        check_extractor(spec(find))
    assert message in str(caught.value)
    assert " with the layers " in str(caught.value)


def test_a_memory_of_earlier_documents_is_found():
    seen: list[str] = []

    def remembering(document):
        seen.append(document.text)
        return [attrs.evolve(item, label=f"Misc {len(seen)}") for item in words(document)]

    with pytest.raises(AssertionError, match="the second run gave other annotations"):
        check_extractor(spec(remembering))


def test_a_document_that_is_changed_is_found():
    def changing(document):
        object.__setattr__(document, "id", "mine")
        return []

    with pytest.raises(AssertionError, match="it changed the document"):
        check_extractor(spec(changing))


def test_a_layer_that_is_only_used_may_be_missing():
    def careless(document):
        return [item for item in words(document) if document.layer("entities") or True]

    with pytest.raises(AssertionError, match="LayerError: .*no layer 'entities'"):
        check_extractor(spec(careless, requires=("tokens",), uses=("entities",)))
    check_extractor(spec(careless, requires=("entities",)))


def test_what_is_required_is_there_even_when_it_is_no_layer_of_ours():
    seen: set[tuple[str, ...]] = set()

    def careful(document):
        seen.add(tuple(layer.name for layer in document.layers))
        return [item for item in words(document) if document.layer("polls") == ()]

    check_extractor(spec(careful, requires=("polls", "trees")), [written("Ada.").with_layer("polls", [])])
    assert ("polls", "tokens") in seen


class Batching(Finding):
    """Does with a batch what its second function says."""

    def __init__(self, find, batch):
        super().__init__(find)
        self.extract_batch = batch


def test_a_batch_must_give_what_single_documents_give():
    check_extractor(Batching(words, lambda documents: map(words, documents)), provides=["mentions"])
    with pytest.raises(AssertionError, match="0 results for a batch of"):
        check_extractor(Batching(words, lambda documents: []), provides=["mentions"])
    with pytest.raises(AssertionError, match="a batch gives other annotations"):
        check_extractor(Batching(words, lambda documents: [[] for _ in documents]), provides=["mentions"])


@attrs.frozen(kw_only=True)
class Hunch(Annotation):
    """A kind with a field of any type at all."""

    KIND = "hunch"

    value: Any = None


@attrs.frozen(kw_only=True)
class Settings:
    """What a hunch is worth."""

    value: object = 1


class Hunches:
    """Has a hunch about every word."""

    def __init__(self, config: Settings) -> None:
        self.value = config.value

    def extract(self, document):
        return [Hunch.make(document.text, item.span, value=self.value) for item in words(document)]


HUNCHES = ExtractorSpec(name="hunches", summary=".", make=Hunches, config=Settings, provides=("hunches",))


def test_a_kind_of_ones_own_is_handed_over():
    with pytest.raises(AssertionError, match="is not a registered kind"):
        check_extractor(HUNCHES)
    check_extractor(HUNCHES, kinds=[KindSpec(type=Hunch, layer="hunches")])


def test_settings_reach_the_extractor_and_what_json_cannot_hold_is_found():
    kinds = [KindSpec(type=Hunch, layer="hunches")]
    with pytest.raises(AssertionError, match="cannot be written as JSON"):
        check_extractor(HUNCHES, kinds=kinds, settings={"value": 1j})
    with pytest.raises(AssertionError, match="comes back changed from JSON"):
        check_extractor(HUNCHES, kinds=kinds, settings={"value": (1, 2)})


def test_an_extractor_that_never_returns_anything_is_warned_of():
    def names(document):
        return [item for item in words(document) if item.text == "Selwyn"]

    with pytest.warns(PluginWarning, match="nothing on any document"):
        check_extractor(spec(names))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        check_extractor(spec(names), [written("Selwyn left.")])


def test_a_broken_promise_comes_with_the_line_of_code():
    with pytest.raises(AssertionError, match=r"test_core_contract\.py:\d+, `.*`; on "):
        check_extractor(spec(_raises_without_words))
    with pytest.raises(AssertionError, match=r"test_core_contract\.py:\d+; on "):
        check_extractor(spec(_twice))
    with pytest.raises(AssertionError, match=r"extract returned None.*test_core_contract\.py:\d+; on "):
        check_extractor(spec(lambda document: None))


def test_odd_texts_are_of_every_sort():
    seen: list[str] = []

    def reading(document):
        seen.append(document.text)
        return words(document)

    check_extractor(spec(reading))
    once = list(dict.fromkeys(seen))
    assert len(once) == 12
    assert [len(text) for text in once if len(text) > 200] == [5000]
    for marks in (
        "",
        "\ud800",
        "\udfff",
        "\r\n",
        "\t",
        "\u0301",
        "\U0001f600",
        "\u200b",
        "½",
        "∞",
        "“",
        "Ada Brook",
        "NO.",
    ):
        assert any(marks in text for text in once)
    assert {"", ".", "word"} < set(once)


def test_each_promise_is_asked_of_the_caller_s_line():
    with pytest.warns(PluginWarning) as caught:
        check_extractor(spec(lambda document: []))
    assert caught[0].filename == __file__


def test_whether_a_rule_decides_in_a_text(english):
    said = "Ada Brook said the dam had leaked."
    assert decides(english, "quotes.statement.said", said)
    assert not decides(english, "quotes.statement.said", "It rained.")
    assert not decides(english, "no.such.rule", said)
