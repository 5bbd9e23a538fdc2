"""Places of annotations, to the very end of the text and at any depth: true ones are accepted, others refused."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Annotation, Document, Entity, Layer, Mention, Meta, Passage, Quote, Span, TitlePassage
from newsparse.pipeline.contract import all_right
from newsparse.specs import KindSpec
from newsparse.testing import fake_backend
from tests.pipeline.giving import extractor, load

TEXT = "Ada said no."
PAIR = "Ada said \ud83d\ude00."
"""A text with a sign that is written as two code points, as some programs cut it."""


@attrs.frozen(kw_only=True)
class Held:
    """A record with a place."""

    place: Passage | None = None


@attrs.frozen(kw_only=True)
class Deep(Annotation):
    """A kind with places at any depth."""

    KIND = "deep"

    several: tuple[Passage, ...] = ()
    held: tuple[Held, ...] = ()
    named: dict[str, Passage] = attrs.field(factory=dict)
    any_order: frozenset[Passage] = frozenset()
    span_of: Span | None = None


def deep(text, **fields):
    return Deep.make(text, Span(0, 3), **fields)


def run(item, text=TEXT, layer="deeps"):
    kinds = [KindSpec(type=Deep, layer="deeps")]
    return load(extractor(lambda _document: [item], provides=(layer,)), kinds=kinds)(text)


def holding(name, passage):
    """A field of that name with the place inside."""
    return {
        "several": (Passage(Span(0, 3), "Ada"), passage),
        "held": (Held(), Held(place=passage)),
        "named": {"first": Passage(Span(0, 3), "Ada"), "second": passage},
        "any_order": frozenset([passage]),
    }[name]


@pytest.mark.parametrize("name", ["several", "held", "named", "any_order"])
@pytest.mark.parametrize("text", [TEXT, PAIR], ids=["plain", "pair"])
class TestPlacesInside:
    def test_the_last_words_of_the_text_are_a_place(self, text, name):
        passage = Passage(Span(9, len(text)), text[9:])
        found = run(deep(text, **{name: holding(name, passage)}), text)
        assert (found.failures, len(found.layer("deeps"))) == ((), 1)

    def test_one_behind_the_text_is_refused_even_with_its_last_words(self, text, name):
        passage = Passage(Span(9, len(text) + 1), text[9:])
        (failure,) = run(deep(text, **{name: holding(name, passage)}), text).failures
        end = len(text)
        assert f"deep:0-3: 9-{end + 1} in it ends outside the text of {end} characters" in failure.message

    def test_other_words_are_refused(self, text, name):
        (failure,) = run(deep(text, **{name: holding(name, Passage(Span(4, 8), "told"))}), text).failures
        assert "deep:0-3: the words of 4-8 in it are not those of the text" in failure.message


@pytest.mark.parametrize("text", [TEXT, PAIR], ids=["plain", "pair"])
class TestPlaces:
    def test_an_annotation_may_end_with_the_text(self, text):
        item = Mention.make(text, Span(4, len(text)), label="Misc", head=Span(9, len(text)))
        assert run(item, text, "mentions").failures == ()

    def test_one_behind_the_text_is_refused_even_with_its_last_words(self, text):
        item = attrs.evolve(Mention.make(text, Span(4, len(text)), label="Misc"), span=Span(4, len(text) + 1))
        (failure,) = run(item, text, "mentions").failures
        assert f"mention:4-{len(text)} ends outside the text of {len(text)} characters" in failure.message

    def test_a_span_inside_may_not_be_behind_the_text(self, text):
        item = Mention.make(text, Span(0, 3), label="Misc", head=Span(9, len(text) + 1))
        (failure,) = run(item, text, "mentions").failures
        assert f"9-{len(text) + 1} in it ends outside the text" in failure.message


def mention(start, end, **fields):
    return Mention.make(TEXT, Span(start, end), label="Misc", **fields)


DOCUMENT = Document(text=TEXT, meta=Meta(title="Ada declines"))
HELD = Quote.of(TEXT, Span(0, 3), Span(9, 11), form="indirect")
NAMED = Entity.make(TEXT, Span(0, 3), label="Person", name="Ada", in_title=TitlePassage(0, 3, "Ada"))


class TestTogether:
    """Annotations of one kind are looked at together, which is several times faster than one by one."""

    @pytest.mark.parametrize(
        "items",
        [[], [mention(0, 3)], [mention(0, 3), mention(4, 12, head=Span(9, 12))], [HELD], [NAMED]],
        ids=["none", "one", "to the end", "in pieces", "in the title"],
    )
    @pytest.mark.parametrize("shaped", [(), (Mention, Quote, Entity)], ids=["unknown", "known to be well shaped"])
    def test_what_is_right_is_right_at_once_and_its_ids_are_taken(self, items, shaped):
        taken = {"quote:1-2"}
        assert all_right(items, DOCUMENT, taken, shaped)
        assert taken == {"quote:1-2", *(item.id for item in items)}

    @pytest.mark.parametrize(
        "items",
        [
            [mention(0, 3), mention(0, 3)],
            [attrs.evolve(mention(0, 3), id="quote:1-2")],
            [attrs.evolve(mention(0, 3), text="Eve")],
            [attrs.evolve(mention(9, 12), span=Span(9, 13))],
            [mention(0, 3, head=Span(9, 13))],
            [mention(0, 3, title=Passage(Span(4, 8), "told"))],
            [attrs.evolve(NAMED, in_title=TitlePassage(0, 3, "Eve"))],
            [mention(0, 3), attrs.evolve(mention(4, 8), label=7)],
        ],
        ids=["twice", "taken", "words", "behind", "behind inside", "words inside", "not in the title", "shape"],
    )
    def test_what_is_not_takes_no_id(self, items):
        taken = {"quote:1-2"}
        assert not all_right(items, DOCUMENT, taken)
        assert taken == {"quote:1-2"}

    def test_what_is_known_to_be_well_shaped_is_not_asked_again(self):
        odd = [attrs.evolve(mention(0, 3), label=7)]
        assert all_right(odd, DOCUMENT, set(), (Mention,))
        assert not all_right(odd, DOCUMENT, set(), (Quote,))


def test_words_that_cannot_be_written_may_be_annotated_where_the_text_has_them():
    item = Mention.make(PAIR, Span(9, 11), label="Misc")
    assert item.text == "\ud83d\ude00"
    found = run(item, PAIR, "mentions")
    assert (found.failures, found.mentions[0].text) == ((), item.text)


def test_a_backend_may_give_layers_that_end_with_the_text():
    layer = Layer("mentions", (mention(0, 3), mention(9, 12)))
    found = load(
        extractor(provides=("quotes",), find=lambda _document: [], uses=("mentions",)),
        backends=[fake_backend({TEXT: [layer]})],
    )(TEXT)
    assert (found.failures, [item.text for item in found.mentions]) == ((), ["Ada", "no."])
