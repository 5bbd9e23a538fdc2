"""The pipeline: a plan that depends on names alone, one result for each input in order, failures where they belong."""

from __future__ import annotations

import pickle
import random
import sys
from pathlib import Path
from types import SimpleNamespace

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.errors import ExtractionError, PlanError, PluginBuildError, ReadError, UnknownNameError
from newsparse.model import Document, Entity, Mention, Span
from newsparse.pipeline import make_plan
from newsparse.specs import ExtractorSpec
from newsparse.testing import fake_backend, texts

HERE = str(Path(__file__).parent)


@pytest.fixture(scope="module")
def host():
    sys.path.insert(0, HERE)
    yield newsparse.Host.of("shouting")
    sys.path.remove(HERE)


@pytest.fixture(scope="module")
def nlp(host):
    return newsparse.load("en", host=host)


def spec(name, provides=(), requires=(), uses=(), make=list, **more):
    return ExtractorSpec(
        name=name, summary="Nothing.", make=make, provides=provides, requires=requires, uses=uses, **more
    )


def host_of(*extractors, **backend):
    def offers():
        return extractors

    def backends():
        return [fake_backend(**backend)]

    hooks = {"newsparse_extractors": offers, "newsparse_backends": backends}
    return newsparse.Host.of(
        SimpleNamespace(__name__="plug", **{name: newsparse.hookimpl(hook) for name, hook in hooks.items()})
    )


class TestPlan:
    SPECS = (
        spec("numbers", ("numbers",), ("tokens",), ("quotes", "trees")),
        spec("quotes", ("quotes",), (), ("mentions", "entities")),
        spec("entities", ("mentions", "entities"), ("mentions",)),
        spec("polls", ("polls",), ("sentences",), ("numbers", "mentions")),
    )

    @given(st.permutations(SPECS))
    def test_the_order_depends_on_names_and_layers_alone(self, specs):
        plan = make_plan(specs, backend=("sentences", "tokens", "trees", "mentions", "attributions"))
        assert [item.name for item in plan.extractors] == ["entities", "quotes", "numbers", "polls"]
        assert plan.layers == ("mentions", "sentences", "tokens", "trees")

    def test_a_layer_that_nobody_gives(self):
        with pytest.raises(PlanError, match="requires the layer 'trees'"):
            make_plan([spec("one", ("quotes",), ("trees",))], backend=("tokens",))

    def test_a_circle(self):
        specs = [spec("one", ("quotes",), ("numbers",)), spec("two", ("numbers",), ("quotes",))]
        with pytest.raises(PlanError, match="wait for each other"):
            make_plan(specs, backend=())

    def test_a_layer_made_twice(self):
        with pytest.raises(PlanError, match="both make the layer 'quotes'"):
            make_plan([spec("one", ("quotes",)), spec("two", ("quotes",))], backend=())


class TestLoad:
    def test_names_that_there_are_not(self, host):
        for wrong in ({"extractors": ["nope"]}, {"backend": "nope"}):
            with pytest.raises(UnknownNameError, match="NP306"):
                newsparse.load("en", host=host, **wrong)

    def test_an_extractor_that_cannot_be_built(self):
        def broken():
            raise RuntimeError("no engine")

        with pytest.raises(PluginBuildError, match="'one' .* could not be built: RuntimeError: no engine"):
            newsparse.load("en", extractors=["one"], host=host_of(spec("one", ("quotes",), make=broken)))

    def test_settings_reach_the_extractor_and_wrong_ones_are_refused(self):
        @attrs.frozen
        class Config:
            label: str = "Misc"

        class First:
            def __init__(self, config):
                self.config = config

            def extract(self, document):
                return [Mention.make(document.text, Span(0, 1), label=self.config.label)]

        offers = host_of(spec("first", ("mentions",), ("tokens",), make=First, config=Config))
        document = newsparse.load("en", host=offers, settings={"first": {"label": "Person"}})("Rain.")
        assert document.mentions[0].label == "Person"
        with pytest.raises(PluginBuildError, match=r"has no setting colour \(it has: label\)"):
            newsparse.load("en", host=offers, settings={"first": {"colour": 1}})

    def test_no_extractor_at_all_gives_words(self, host):
        document = newsparse.load("en", host=host, extractors=[])("Rain fell.")
        assert [token.text for token in document.tokens] == ["Rain", "fell", "."]


class TestFailures:
    def test_it_is_noted_where_it_happened(self, nlp):
        document = nlp("RAISE it")
        (failure,) = document.failures
        assert (failure.stage, failure.where, failure.code) == ("extract", "shouting", "NP304")
        assert "ZeroDivisionError: shouted at" in failure.message
        assert document.tokens
        assert not document.has("mentions")

    def test_an_offset_outside_the_text_breaks_the_contract(self, nlp):
        (failure,) = nlp("OUTSIDE it").failures
        assert (failure.stage, failure.code) == ("contract", "NP305")

    def test_a_layer_that_was_not_declared_breaks_the_contract(self):
        class Wrong:
            def extract(self, document):
                return [Entity.make(document.text, Span(0, 1), label="Misc", name="x")]

        document = newsparse.load("en", host=host_of(spec("wrong", ("mentions",), ("tokens",), make=Wrong)))("Rain.")
        assert "'entities', which is not declared in provides" in document.failures[0].message

    def test_they_can_be_raised(self, host):
        nlp = newsparse.load("en", host=host, on_failure="raise")
        with pytest.raises(ExtractionError, match="shouting raised ZeroDivisionError"):
            nlp("RAISE it")

    def test_they_can_be_handed_to_a_function(self, host):
        seen = []
        nlp = newsparse.load(
            "en", host=host, on_failure=lambda failure, error: seen.append((failure.code, type(error)))
        )
        assert len(list(nlp.pipe(["fine", "RAISE it"]))) == 2
        assert seen == [("NP304", ZeroDivisionError)]

    @pytest.mark.parametrize("wrong", [b"bytes", None, 3])
    def test_what_is_no_text(self, nlp, wrong):
        with pytest.raises(ReadError, match="NP401"):
            nlp(wrong)
        good, bad = nlp.pipe(["Rain.", wrong])
        assert not good.failures
        assert (bad.text, bad.failures[0].code) == ("", "NP401")

    def test_a_blank_text_has_empty_layers(self, nlp):
        document = nlp(" \n ")
        assert (document.tokens, document.mentions, document.failures) == ((), (), ())
        assert document.has("mentions")


class TestPipe:
    @settings(max_examples=25)
    @given(items=st.lists(texts(max_size=6) | st.sampled_from(["RAISE", "OUTSIDE", None, b"x"]), max_size=9))
    @pytest.mark.parametrize("batch_size", [1, 4])
    def test_one_result_for_each_input_in_order(self, nlp, items, batch_size):
        results = list(nlp.pipe(items, batch_size=batch_size))
        assert [item.text for item in results] == [item if isinstance(item, str) else "" for item in items]
        assert results == [nlp(item) if isinstance(item, str) else next(nlp.pipe([item])) for item in items]

    @pytest.mark.parametrize("one", ["Rain.", b"Rain.", Document(text="Rain.")])
    def test_a_single_text_is_refused(self, nlp, one):
        with pytest.raises(ReadError, match="Call the pipeline itself"):
            nlp.pipe(one)

    def test_documents_keep_their_id_and_layers(self, nlp):
        document = Document(text="ADA met us.", id="mine").with_layer("quotes", [])
        (result,) = nlp.pipe([document])
        assert (result.id, result.has("quotes"), result.mentions[0].text) == ("mine", True, "ADA")

    def test_a_second_run_gives_what_the_first_gave(self, nlp):
        first = nlp("RAISE it")
        assert nlp(first) == first
        second = nlp("ADA met us.")
        assert nlp(second) == second

    def test_it_reads_no_more_than_a_batch_ahead(self, nlp):
        taken = []

        def endless():
            while True:
                taken.append("Rain.")
                yield taken[-1]

        results = nlp.pipe(endless(), batch_size=4)
        assert next(results).text == "Rain."
        assert len(taken) == 4

    def test_sources_say_who_made_what(self, nlp):
        document = nlp("ADA met us.")
        assert {source.id for source in document.sources} == {"backend:fake", "shouting"}
        assert {mention.origin for mention in document.mentions} == {"shouting"}

    def test_a_pipeline_can_be_pickled(self, nlp):
        again = pickle.loads(pickle.dumps(nlp))
        assert again("ADA met us.") == nlp("ADA met us.")


def test_several_processes_give_the_same(nlp, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", HERE)
    items = ["ADA met us.", "RAISE it", None, "Rain fell on ORLA."] * 5
    random.Random(4).shuffle(items)
    expected = list(nlp.pipe(items))
    assert list(nlp.pipe(items, batch_size=3, workers=2)) == expected


def test_a_document_that_ends_its_process_costs_no_other(nlp, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", HERE)
    results = list(nlp.pipe(["ADA met us.", "DIE now", "Rain fell on ORLA."], batch_size=3, workers=1))
    assert [bool(item.failures) for item in results] == [False, True, False]
    assert results[2].mentions[0].text == "ORLA"
