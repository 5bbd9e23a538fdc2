"""Runs over what was run before, over texts without words, and over documents of which only some can be done."""

from __future__ import annotations

import gc
import warnings
import weakref

import attrs
import pytest

from newsparse.errors import ContractError, ExtractionError, ReadError
from newsparse.model import Annotation, Document, Entity, Layer, Mention, Meta, Span
from newsparse.specs import KindSpec
from newsparse.testing import FakeBackend, fake_backend
from tests.pipeline.giving import Giving, backend, extractor, first_word, load

TEXT = "Ada said no."
BATCH = ("Ada said no.", "Bea left.", "Cid came.")


def failing(_document):
    raise ValueError("no")


def entity(document):
    return [Entity.make(document.text, Span(0, 3), label="Person", name=document.text[:3])]


class TestSecondRuns:
    def test_what_fails_now_has_nothing_left_of_what_went_well(self):
        first = load(extractor())(TEXT)
        again = load(extractor(failing))(first)
        assert (first.mentions != (), again.layers, len(again.failures)) == (True, (), 1)

    def test_so_does_what_a_backend_made(self):
        class Silent(FakeBackend):
            def analyse(self, texts):
                raise ValueError("no")

        reader = extractor(lambda _document: [], requires=("tokens",))
        first = load(reader, backends=[fake_backend()])(TEXT)
        broken = backend(lambda _language, layers: Silent(layers), name="fake")
        again = load(reader, backends=[broken])(first)
        assert (len(first.tokens), again.layers) == (4, ())
        assert [failure.where for failure in again.failures] == ["fake", "under-test"]

    def test_a_layer_that_is_completed_is_that_of_the_document_that_is_given(self):
        def complete(document):
            return [*document.mentions, Mention.make(document.text, Span(4, 8), label="Misc")]

        given = load(extractor(name="maker"))(TEXT)
        completer = extractor(complete, name="completer", uses=("mentions",))
        once = load(completer)(given)
        assert [(item.text, item.origin) for item in once.mentions] == [("Ada", "maker"), ("said", "completer")]

    def test_nothing_of_a_document_stays_in_memory(self):
        documents = list(load(extractor(requires=("tokens",)), backends=[fake_backend()]).pipe(BATCH))
        kept = [weakref.ref(layer) for document in documents for layer in document.layers]
        assert all(reference() is not None for reference in kept)
        del documents
        gc.collect()
        assert [reference() for reference in kept] == [None] * 9


class TestTextsWithoutWords:
    def test_they_are_not_analysed_and_take_nobody_s_result(self):
        made = FakeBackend(("sentences", "tokens"))
        asked, analyse = [], made.analyse
        made.analyse = lambda texts: asked.extend(texts) or analyse(texts)
        reader = extractor(lambda _document: [], requires=("tokens",))
        documents = load(reader, backends=[backend(lambda *_: made)]).batch(["  ", TEXT, "\n", "Bea left."])
        assert asked == [TEXT, "Bea left."]
        assert [len(document.tokens) for document in documents] == [0, 4, 0, 3]

    def test_they_have_the_layers_of_others_empty_and_no_layer_for_what_tokens_hold(self):
        class Trees(FakeBackend):
            pass

        provides = ("sentences", "tokens", "trees", "tags")
        reader = extractor(lambda _document: [], uses=("trees", "tags"))
        made = backend(lambda _language, layers: Trees(layers), provides=provides)
        document = load(reader, backends=[made])(" ")
        assert sorted(layer.name for layer in document.layers) == ["mentions", "sentences", "tokens"]
        assert document.failures == ()


class TestBatches:
    def test_who_lacks_a_layer_is_passed_over_and_the_others_get_their_own(self):
        def only_some(document):
            return failing(document) if document.text.startswith("Bea") else []

        made = Giving(entity)
        first = extractor(only_some, name="first")
        second = extractor(name="second", provides=("entities",), requires=("mentions",), make=lambda: made)
        documents = list(load(first, second).pipe(BATCH))
        assert [[item.name for item in document.entities] for document in documents] == [["Ada"], [], ["Cid"]]
        assert made.texts == [BATCH[0], BATCH[2]]
        assert [failure.message for failure in documents[1].failures[1:]] == [
            "second was not run, since the layer 'mentions' is missing."
        ]

    @pytest.mark.parametrize("count", [1, 2, 3])
    def test_two_documents_are_a_batch_and_one_is_none(self, count):
        sizes = []

        class Batching(Giving):
            def extract_batch(self, documents):
                sizes.append(len(documents))
                return [self.extract(document) for document in documents]

        documents = load(extractor(make=lambda: Batching(first_word))).batch(BATCH[:count])
        assert sizes == ([count] if count > 1 else [])
        assert [item.text for document in documents for item in document.mentions] == ["Ada", "Bea", "Cid"][:count]

    def test_a_batch_that_fails_because_of_one_document_is_no_warning(self):
        class Batching(Giving):
            def extract_batch(self, documents):
                return [self.extract(document) for document in documents]

        def odd(document):
            return failing(document) if document.text.startswith("Bea") else first_word(document)

        with warnings.catch_warnings():
            warnings.simplefilter("error")
            documents = load(extractor(make=lambda: Batching(odd))).batch(BATCH)
        assert [len(document.failures) for document in documents] == [0, 1, 0]

    def test_an_extractor_that_cannot_say_whether_it_takes_batches_takes_none(self):
        class Shy(Giving):
            @property
            def extract_batch(self):
                raise ValueError("not now")

        with warnings.catch_warnings():
            warnings.simplefilter("error")
            documents = load(extractor(make=lambda: Shy(first_word))).batch(BATCH)
        assert [item.text for document in documents for item in document.mentions] == ["Ada", "Bea", "Cid"]


class TestFailures:
    def test_what_is_raised_has_the_error_of_the_plugin_as_its_cause_and_the_document_in_its_words(self):
        (failure,) = load(extractor(failing))(Document(text=TEXT, id="a-1")).failures
        assert failure.message.startswith("under-test raised ValueError: no (plug, tests/pipeline/test_runs_again.py:")
        assert failure.message.endswith("; document a-1).")
        assert failure.message.count("test_runs_again.py") == 1
        with pytest.raises(ExtractionError) as caught:
            load(extractor(failing), on_failure="raise")(TEXT)
        assert isinstance(caught.value.__cause__, ValueError)

    def test_a_breach_of_the_contract_is_raised_as_it_is(self):
        with pytest.raises(ContractError) as caught:
            load(extractor(lambda _document: ["Ada"]), on_failure="raise")(TEXT)
        assert caught.value.__cause__ is None

    @pytest.mark.parametrize(("error", "kind"), [(ValueError("no"), ValueError), (SystemExit(3), ExtractionError)])
    def test_a_function_is_given_an_exception_whatever_was_raised(self, error, kind):
        def raising(_document):
            raise error

        given = []
        load(extractor(raising), on_failure=lambda _failure, one: given.append(type(one)))(TEXT)
        assert given == [kind]

    @pytest.mark.parametrize(
        ("item", "message", "hint"),
        [
            (7, "expected a text or a newsparse.Document, got int.", ""),
            (
                b"Ada",
                "expected a text or a newsparse.Document, got bytes.",
                "Decode bytes first: data.decode('utf-8').",
            ),
            (bytearray(b"Ada"), "expected a text or a newsparse.Document, got bytearray.", "Decode bytes first"),
        ],
    )
    def test_what_is_no_text_says_what_it_is(self, item, message, hint):
        (document,) = load(extractor()).pipe([item])
        assert [failure.message for failure in document.failures] == [message]
        with pytest.raises(ReadError) as caught:
            load(extractor())(item)
        assert caught.value.hint.startswith(hint)
        assert bool(caught.value.hint) == bool(hint)

    def test_what_cannot_even_be_looked_at_costs_no_neighbour(self):
        class Hidden:
            @property
            def __class__(self):
                raise ValueError("not now")

        first, odd, last = load(extractor()).pipe([TEXT, Hidden(), TEXT])
        assert odd.failures[0].message == "a document cannot be used: ValueError: not now."
        assert (len(first.mentions), len(last.mentions)) == (1, 1)


@attrs.frozen(init=False)
class Closed(Annotation):
    """A kind whose constructor takes other arguments than its fields, so that it cannot be copied with other words."""

    KIND = "closed"

    def __init__(self, text="Ada", origin=None):
        self.__attrs_init__(id=f"closed:0-{len(text)}", span=Span(0, len(text)), text=text, origin=origin)


WRAPPED = "\n".join(["Ada said no to every one of the plans that she was shown."] * 9)


class TestWrappedTexts:
    def test_a_layer_that_cannot_be_copied_is_a_failure_of_whoever_made_it(self):
        given = Document(text=WRAPPED).with_layer("closed", [Closed(WRAPPED[:120])]).with_layer("quotes", [])
        kinds = [KindSpec(type=Closed, layer="closed")]
        (failure,) = load(extractor(), kinds=kinds)(given).failures
        assert (failure.where, failure.stage, failure.message.partition(":")[0]) == (
            "closed",
            "contract",
            "the layer 'closed' cannot be copied",
        )
        makes = extractor(lambda d: [Closed(d.text[:120], origin="makes")], name="makes", provides=("closed",))
        found = load(extractor(name="able"), makes, kinds=kinds)(given)
        assert [failure.where for failure in found.failures] == ["makes"]
        assert [layer.name for layer in found.layers] == ["mentions", "quotes"]


TITLED = Document(text=TEXT, meta=Meta(title="Bea declines"))


class TestHeadlines:
    def test_one_has_what_was_found_in_it_with_its_words_and_nothing_else_of_the_analysis(self):
        known = [Layer("attributions", ())]
        reader = extractor(entity, provides=("entities",), requires=("tokens",), on_title=True)
        made = fake_backend({TITLED.text: known, "Bea declines": known})
        found = load(reader, backends=[made], layers=["attributions"])(TITLED)
        assert [item.name for item in found.headline.layer("entities")] == ["Bea"]
        assert sorted(layer.name for layer in found.headline.layers) == ["entities", "sentences", "tokens"]
        assert found.has("attributions")

    def test_what_fails_on_a_title_costs_also_what_another_found_there(self):
        def only_texts(document):
            return failing(document) if document.text.startswith("Bea") else first_word(document)

        one = extractor(entity, name="one", provides=("entities",), requires=("tokens",), on_title=True)
        two = extractor(only_texts, name="two", requires=("tokens",), on_title=True)
        found = load(one, two, backends=[fake_backend()])(TITLED)
        assert (found.headline, len(found.entities), len(found.mentions)) == (None, 1, 1)
        assert [failure.message.partition(" raised")[0] for failure in found.failures] == ["The title: two"]

    def test_what_only_texts_are_read_for_makes_no_headline(self):
        known = {text: [Layer("mentions", (Mention.make(text, Span(0, 3), label="Person"),))] for text in BATCH}
        nothing = extractor(
            lambda _document: [], name="nothing", provides=("entities",), requires=("tokens",), on_title=True
        )
        adds = extractor(lambda d: d.mentions, name="adds", uses=("mentions",))
        document = Document(text=TEXT, meta=Meta(title=BATCH[1]))
        found = load(nothing, adds, backends=[fake_backend(known)])(document)
        assert ([item.text for item in found.mentions], found.headline) == (["Ada"], None)


def test_a_reference_to_what_is_given_no_more_names_nothing():
    mention = Mention.make(TEXT, Span(0, 3), label="Person")
    given = Document(text=TEXT).with_layer("mentions", [mention])

    def dropping(_document):
        return [Entity.make(TEXT, Span(0, 3), label="Person", name="Ada", mentions=(mention.id,))]

    pipeline = load(extractor(dropping, provides=("mentions", "entities"), uses=("mentions",)))
    (failure,) = pipeline(given).failures
    assert "entity:0-3: 'mention:0-3' in its fields names nothing" in failure.message
