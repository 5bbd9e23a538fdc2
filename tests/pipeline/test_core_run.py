"""What goes wrong while a pipeline runs: each fault at its stage, and nothing of it in other documents."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import attrs
import pytest

import newsparse
from newsparse.errors import (
    ContractError,
    PluginWarning,
)
from newsparse.kinds import BUILTIN_KINDS
from newsparse.model import Attribution, Document, Layer, Mention, Passage, Quote, Span, Speaker
from newsparse.specs import BackendSpec, ExtractorSpec
from newsparse.testing import FakeBackend, fake_backend

HERE = str(Path(__file__).parent)
TEXT = "Ada said no."


class Giving:
    """Gives what a function finds in a document."""

    def __init__(self, find):
        self.find = find

    def extract(self, document):
        return self.find(document)


def extractor(find, *, name="under-test", provides=("mentions",), **fields) -> ExtractorSpec:
    return ExtractorSpec(name=name, summary=".", make=lambda: Giving(find), provides=provides, **fields)


def host(*extractors, backends=()) -> newsparse.Host:
    plugin = SimpleNamespace(
        newsparse_extractors=newsparse.hookimpl(lambda: extractors),
        newsparse_backends=newsparse.hookimpl(lambda: backends),
    )
    return newsparse.Host.of(plugin, strict=True)


def load(*extractors, backends=(), **options) -> newsparse.Pipeline:
    return newsparse.load("en", host=host(*extractors, backends=backends), **options)


def mention(document, start=0, end=3, **fields) -> Mention:
    return Mention.make(document.text, Span(start, end), label="Person", **fields)


def quote(document, **fields) -> Quote:
    return Quote.make(document.text, Span(9, 11), fragments=(Span(9, 11),), form="indirect", **fields)


BREACHES = [
    (lambda d: ["Ada"], "an extractor must return annotations, not str"),
    (lambda d: [quote(d)], "quote:9-11 belongs in the layer 'quotes', which is not declared in provides"),
    (lambda d: [mention(d), mention(d)], "the id mention:0-3 occurs twice"),
    (lambda d: [attrs.evolve(mention(d), span=Span(0, 99))], "ends outside the text of 12 characters"),
    (lambda d: [attrs.evolve(mention(d), text="Eve")], "its words are not those of the text"),
    (lambda d: [mention(d, head=Span(0, 99))], "0-99 in it ends outside the text"),
    (lambda d: [mention(d, title=Passage(Span(4, 8), "told"))], "the words of 4-8 in it are not those of the text"),
    (lambda d: [attrs.evolve(mention(d), id="token:0-3")], "the id token:0-3 occurs twice"),
]


@pytest.mark.parametrize(("find", "message"), BREACHES)
def test_a_breach_of_the_contract_keeps_all_of_it_out(find, message):
    nlp = load(extractor(find, requires=("tokens",)), backends=[fake_backend()])
    document = nlp(TEXT)
    (failure,) = document.failures
    assert (failure.stage, failure.where, failure.code) == ("contract", "under-test", ContractError.code)
    assert message in failure.message
    assert not document.has("mentions")
    assert "under-test" not in {source.id for source in document.sources}


@pytest.mark.parametrize(("find", "message"), BREACHES)
def test_a_breach_is_raised_under_that_policy(find, message):
    nlp = load(extractor(find, requires=("tokens",)), backends=[fake_backend()], on_failure="raise")
    with pytest.raises(ContractError) as caught:
        nlp(TEXT)
    assert message in caught.value.message


def test_a_span_deep_in_a_claim_is_checked_too():
    speaker = Speaker(name="Ada", mention=Passage(Span(0, 3), "Eve"))
    document = load(extractor(lambda d: [quote(d, speaker=speaker)], provides=("quotes",)))(TEXT)
    assert "the words of 0-3 in it" in document.failures[0].message


def test_an_extractor_that_returns_nothing_or_stops_halfway_fails_alone():
    def halfway(document):
        yield mention(document)
        raise ValueError("odd\nwords")

    specs = [
        extractor(lambda d: None, name="a", provides=("quotes",)),
        extractor(halfway, name="b"),
        extractor(lambda d: [], name="c", provides=("numbers",)),
    ]
    document = load(*specs)(TEXT)
    assert [failure.where for failure in document.failures] == ["a", "b"]
    assert "b raised ValueError: odd words" in document.failures[1].message
    assert (document.has("mentions"), document.has("numbers")) == (False, True)


def test_whoever_needs_what_failed_is_not_run_and_says_so():
    first = extractor(lambda d: 1 / 0, name="first")
    second = extractor(lambda d: [], name="second", provides=("quotes",), requires=("mentions",))
    third = extractor(lambda d: [], name="third", provides=("numbers",), uses=("mentions",))
    document = load(first, second, third)(TEXT)
    assert [(item.where, item.code) for item in document.failures] == [("first", "NP304"), ("second", "NP103")]
    assert "the layer 'mentions' is missing" in document.failures[1].message
    assert document.has("numbers")


def test_every_layer_that_is_declared_is_there_and_stamped_with_its_source():
    spec = extractor(lambda d: [mention(d)], provides=("mentions", "quotes"))
    document = load(spec)(TEXT)
    assert document.layer("quotes") == ()
    assert [item.origin for item in document.mentions] == ["under-test"] == [item.id for item in document.sources]


def test_an_annotation_handed_on_keeps_its_first_source():
    maker = extractor(lambda d: [mention(d)], name="maker")
    completer = extractor(
        lambda d: [*(attrs.evolve(item, entity="e") for item in d.mentions), mention(d, 4, 8)],
        name="completer",
        requires=("mentions",),
    )
    document = load(maker, completer)(TEXT)
    assert [(item.text, item.origin, item.entity) for item in document.mentions] == [
        ("Ada", "maker", "e"),
        ("said", "completer", None),
    ]


class Batching(Giving):
    """Counts its calls, and has some way of its own with batches."""

    def __init__(self, batch):
        super().__init__(lambda document: [mention(document)])
        self.batch = batch
        self.sizes: list[int] = []

    def extract_batch(self, documents):
        self.sizes.append(len(documents))
        return self.batch(self, documents)


BATCH = [TEXT, "Bea left.", "Cid came."]


def batching(batch):
    made = Batching(batch)
    return load(ExtractorSpec(name="batching", summary=".", make=lambda: made, provides=("mentions",))), made


@pytest.mark.parametrize(
    "batch",
    [
        lambda extractor, documents: [extractor.extract(item) for item in documents],
        lambda extractor, documents: (extractor.extract(item) for item in documents),
    ],
)
def test_a_batch_gives_what_single_documents_give(batch):
    nlp, made = batching(batch)
    assert list(nlp.pipe(BATCH)) == [nlp(text) for text in BATCH]
    assert made.sizes == [3]
    assert [item.mentions[0].text for item in nlp.batch(BATCH)] == ["Ada", "Bea", "Cid"]


@pytest.mark.parametrize(
    ("batch", "why"),
    [
        (lambda extractor, documents: [], "got 0 results for 3 documents"),
        (lambda extractor, documents: None, "TypeError"),
        (lambda extractor, documents: 1 / 0, "division by zero"),
    ],
)
def test_a_batch_that_fails_gives_what_single_documents_give_and_a_warning(batch, why):
    nlp, made = batching(batch)
    alone = [nlp(text) for text in BATCH]
    with pytest.warns(PluginWarning, match=rf"Batching.extract_batch failed on a batch.*{why}"):
        assert list(nlp.pipe(BATCH)) == alone
    assert made.sizes == [3]


class Analysing:
    """A backend whose answer is that of a function of the texts."""

    def __init__(self, analyse):
        self.analyse = analyse


def backend(analyse, provides=("sentences", "tokens", "attributions", "mentions"), **fields) -> BackendSpec:
    def make(language, layers, **options):
        return Analysing(analyse)

    return BackendSpec(name="odd", summary=".", make=make, provides=provides, default_for=("en",), **fields)


def _only_without_rain(texts):
    if any("Rain" in text for text in texts):
        raise OSError("wet")
    return FakeBackend(["sentences", "tokens"]).analyse(texts)


def test_a_backend_that_fails_on_one_text_gives_the_others():
    nlp = load(extractors=[], backends=[backend(_only_without_rain)])
    results = list(nlp.pipe([TEXT, "Rain fell.", "Bea left."]))
    assert [item.has("tokens") for item in results] == [True, False, True]
    assert [(item.stage, item.where, item.code) for item in results[1].failures] == [("analyse", "odd", "NP304")]


def _attributed(cue):
    return Attribution.make(TEXT, Span(9, 11), content=(Span(9, 11),), cue=cue)


@pytest.mark.parametrize(
    ("given", "stage", "message"),
    [
        ([Layer("tokens", (mention(Document(text=TEXT)),))], "contract", "does not belong in the layer 'tokens'"),
        ([Layer("mentions", (Mention.make(TEXT * 2, Span(12, 15), label="P"),))], "contract", "outside the text"),
        ([Layer("attributions", (_attributed((Span(4, 99),)),))], "contract", "4-99 in it ends outside the text"),
        ([Layer("mentions", (mention(Document(text=TEXT)),) * 2)], "contract", "occurs twice"),
        (None, "analyse", "TypeError"),
    ],
)
def test_what_a_backend_gives_is_checked(given, stage, message):
    nlp = load(extractors=[], layers=["mentions", "attributions"], backends=[backend(lambda texts: [given])])
    (failure,) = nlp(TEXT).failures
    assert (failure.stage, failure.where) == (stage, "odd")
    assert message in failure.message


def test_a_backend_with_too_few_results_fails_on_each():
    nlp = load(extractors=[], backends=[backend(lambda texts: [])])
    results = nlp.batch([TEXT, "Bea left."])
    assert ["got 0 results for 1 documents" in item.failures[0].message for item in results] == [True, True]


def test_layers_that_were_not_asked_for_are_left_out():
    known = Layer("mentions", (mention(Document(text=TEXT)),))
    nlp = load(extractors=[], backends=[backend(lambda texts: [[known]] * len(texts))])
    assert nlp(TEXT).layers == ()
    assert nlp.layers == ("sentences", "tokens")


def test_what_failed_before_is_forgotten_when_it_goes_well():
    bad = load(extractor(lambda d: 1 / 0))(TEXT)
    assert [item.where for item in bad.failures] == ["under-test"]
    good = load(extractor(lambda d: [mention(d)]))(bad)
    assert (good.failures, len(good.mentions)) == ((), 1)


def test_without_a_backend_nothing_is_analysed():
    nlp = load(extractor(lambda d: [], provides=("quotes",)), backends=[fake_backend()])
    assert (nlp.backend, nlp.layers, nlp.extractors) == (None, ("quotes",), ("under-test",))


def test_an_iterable_that_raises_gives_what_came_before():
    def broken():
        yield TEXT
        yield "Bea left."
        raise OSError("the wire went down")

    results = load(extractor(lambda d: [mention(d)])).pipe(broken(), batch_size=8)
    assert [next(results).mentions[0].text, next(results).mentions[0].text] == ["Ada", "Bea"]
    with pytest.raises(OSError, match="the wire went down"):
        next(results)


@pytest.mark.parametrize("wrong", [{"batch_size": 0}, {"workers": -1}])
def test_sizes_that_make_no_sense_are_refused_at_once(wrong):
    with pytest.raises(ValueError, match="batch_size must be at least 1"):
        load(extractor(lambda d: [])).pipe([], **wrong)


def test_the_kinds_of_newsparse_each_have_a_layer_of_the_document():
    named = {"sentences", "tokens", "mentions", "entities", "attributions", "quotes", "numbers", "findings"}
    assert {kind.layer for kind in BUILTIN_KINDS} == named
    assert all(getattr(Document(text=""), name) == () for name in named)
