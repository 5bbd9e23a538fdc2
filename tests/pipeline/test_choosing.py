"""What ``load`` chooses and leaves out, what it warns of and where, and what documents record of it."""

from __future__ import annotations

import pickle
import warnings
from types import SimpleNamespace

import attrs
import pytest

import newsparse
from newsparse.errors import PlanError, PluginBuildError, PluginWarning, UnknownNameError
from newsparse.pipeline.config import Settings, settings_digest
from newsparse.pipeline.plan import misfit
from newsparse.testing import FakeBackend, fake_backend
from tests.pipeline.giving import backend, extractor, host, load

TEXT = "Ada said no."
FAILING = SimpleNamespace(newsparse_extractors=newsparse.hookimpl(lambda: 1 / 0))
BACKEND = SimpleNamespace(__name__="words", newsparse_backends=newsparse.hookimpl(lambda: [fake_backend()]))


def words(_language, layers):
    return FakeBackend(layers)


def broken(*_arguments):
    raise OSError("no engine")


def warned(**options):
    """The pipeline, and the warnings that came with it."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        return newsparse.load("en", **options), caught


class TestWarnings:
    def test_they_point_to_the_line_that_called_load(self):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            load(extractor(make=broken), extractor(name="good", provides=("quotes",)))
            newsparse.load("en", host=host(extractor(make=broken)))
        assert [item.category for item in caught] == [PluginWarning, PluginWarning]
        assert [item.filename.rpartition("/")[2] for item in caught] == ["giving.py", "test_choosing.py"]

    def test_what_did_not_load_is_told_by_whoever_made_the_host_and_is_a_problem_of_the_pipeline(self):
        known = newsparse.Host.of(FAILING, BACKEND)
        pipeline, caught = warned(host=known)
        assert caught == []
        assert pipeline.problems == known.problems != ()

    def test_what_did_not_load_is_warned_of_where_load_makes_the_host(self, monkeypatch):
        asked = []

        def discover(**options):
            asked.append(options)
            return attrs.evolve(newsparse.Host.of(FAILING, BACKEND), recipe=None)

        monkeypatch.setattr(newsparse.Host, "discover", discover)
        pipeline, caught = warned()
        assert [str(item.message) for item in caught] == [problem.message for problem in pipeline.problems] != []
        again = pickle.loads(pickle.dumps(pipeline))
        assert again.problems == pipeline.problems
        # Parsing needs no commands, corpora, systems and metrics, and they may import much.
        assert asked == [{"everything": False}] * 2


class TestLeftOut:
    def test_who_reads_what_one_makes_that_cannot_be_built_goes_with_it(self):
        reads = extractor(name="reads", provides=("quotes",), requires=("moods",))
        maker = extractor(name="maker", provides=("moods",), make=broken)
        pipeline, caught = warned(host=host(reads, maker, extractor(name="good"), backends=[fake_backend()]))
        assert pipeline.extractors == ("good",)
        assert ["'maker'" in str(caught[0].message), "'reads'" in str(caught[1].message)] == [True, True]
        assert [problem.tier for problem in pipeline.problems] == ["build", "build"]

    def test_of_a_circle_the_last_goes_and_nobody_behind_it(self):
        one = extractor(name="one", provides=("ones",), requires=("twos",))
        two = extractor(name="two", provides=("twos",), requires=("ones",))
        behind = extractor(name="behind")
        assert misfit([one, two, behind], backend=())[0] == "two"
        assert misfit([behind, two, one], backend=())[0] == "one"

    def test_one_that_makes_a_layer_of_a_backend_that_nobody_asks_stays(self):
        known = [newsparse.model.Layer("mentions", ())]
        assert load(extractor(), backends=[fake_backend({TEXT: known})]).extractors == ("under-test",)


class TestBackends:
    def test_one_that_nobody_reads_is_not_built_even_if_it_is_named(self):
        assert load(extractor(), backends=[backend(broken)], backend="words").backend is None
        with pytest.raises(PluginBuildError, match="no engine"):
            load(extractor(requires=("tokens",)), backends=[backend(broken)], backend="words")

    def test_without_one_an_extractor_does_without_what_it_only_uses(self):
        pipeline = load(extractor(uses=("tokens",)))
        assert (pipeline.backend, [item.text for item in pipeline(TEXT).mentions]) == (None, ["Ada"])
        with pytest.raises(UnknownNameError, match="no installed backend is the default for 'en'"):
            load(extractor(requires=("tokens",)), extractors=["under-test"])

    def test_without_one_the_log_says_that_its_options_have_no_effect(self, caplog):
        load(extractor(uses=("tags",)), size="small", precision="int8")
        assert "no backend is used, so these options have no effect: precision, size." in caplog.text
        caplog.clear()
        load(extractor(uses=("tags",)))
        assert not caplog.text

    def test_without_one_only_for_english_there_is_one_to_install(self):
        with pytest.raises(UnknownNameError) as caught:
            newsparse.load("da", host=host(), layers=["tokens"])
        assert caught.value.hint == "Name one, such as backend='stanza'."

    def test_its_engine_and_precision_are_recorded_where_they_are_texts(self):
        class Engine(FakeBackend):
            engine, precision = "fast", 7

        made = backend(lambda _language, layers: Engine(layers))
        (source, _) = load(extractor(requires=("tokens",)), backends=[made]).sources
        assert (source.engine, source.precision) == ("fast", None)

    def test_an_option_that_it_takes_by_place_alone_is_none_that_can_be_named(self):
        def several(_language, layers, *more):
            return FakeBackend(layers)

        with pytest.raises(PluginBuildError, match=r"no argument 'more', .*it has: none"):
            load(extractor(requires=("tokens",)), backends=[backend(several)], more=1)

    def test_one_thread_is_enough(self):
        class Threads(FakeBackend):
            count = 0

            def limit_threads(self, count):
                self.count = count

            def conditions(self):
                return {"threads": str(self.count)}

        made = backend(lambda _language, layers: Threads(layers))
        pipeline = load(extractor(requires=("tokens",)), backends=[made], threads=1)
        assert pipeline.conditions() == {"threads": "1"}


class TestHints:
    def test_a_layer_that_was_not_chosen_is_offered_by_those_who_make_it(self):
        quotes = extractor(name="said", provides=("quotes",))
        polls = extractor(name="polls", provides=("polls",), requires=("quotes",))
        given = [backend(words, name="deep", provides=("sentences", "tokens", "quotes"))]
        with pytest.raises(PlanError) as caught:
            load(quotes, polls, backends=[*given, fake_backend()], extractors=["polls"], backend="fake")
        assert caught.value.hint == "It could come from: backend 'deep' (plug), extractor 'said' (plug)."

    def test_an_extractor_that_completes_a_layer_is_no_source_of_it_for_itself(self):
        completer = extractor(name="completer", requires=("mentions",))
        with pytest.raises(PlanError) as caught:
            load(completer, extractors=["completer"], backends=[fake_backend()], backend="fake")
        assert caught.value.message == "the extractor 'completer' requires the layer 'mentions', which it makes itself."


@attrs.frozen
class Pages:
    """The settings of an extractor."""

    pages: int = 1
    lines: tuple[object, ...] = ()


class TestSettings:
    def test_documents_record_a_digest_of_the_settings_where_there_are_any(self):
        plain, sized = (
            extractor(),
            extractor(name="sized", provides=("quotes",), config=Pages, make=lambda config: Some),
        )
        sources = load(plain, sized, settings={"sized": {"pages": 3}}).sources
        assert [(source.id, source.settings) for source in sources] == [
            ("sized", settings_digest(Pages(pages=3))),
            ("under-test", None),
        ]
        assert settings_digest(Pages(pages=3)) != settings_digest(Pages())

    def test_a_set_or_a_record_inside_a_list_counts_as_anywhere_else(self):
        assert repr({0, 8}) != repr({8, 0})
        assert settings_digest({"pages": [{0, 8}]}) == settings_digest({"pages": ({8, 0},)})
        assert settings_digest({"pages": [Pages()]}) == settings_digest({"pages": [{"pages": 1, "lines": []}]})

    @pytest.mark.parametrize("fields", [{"threads": 1}, {"timeout": 1}, {"max_length": 1}, {"threads": None}])
    def test_a_limit_of_one_is_one(self, fields):
        (name,) = fields
        assert getattr(Settings(**fields), name) == fields[name]


class Some:
    @staticmethod
    def extract(document):
        return []


def test_the_place_of_a_mistake_while_building_is_in_the_plugin_s_own_package(tmp_path, monkeypatch):
    (tmp_path / "paging").mkdir()
    (tmp_path / "paging" / "__init__.py").write_text("")
    (tmp_path / "paging" / "plugin.py").write_text(
        "import json, newsparse\nfrom newsparse.specs import ExtractorSpec\n\n\n"
        "def make():\n    return json.loads('{')\n\n\n@newsparse.hookimpl\ndef newsparse_extractors():\n"
        "    return [ExtractorSpec(name='p', summary='.', make=make, provides=('quotes',))]\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(PluginBuildError, match=r"paging/plugin.py:6, `return json.loads"):
        newsparse.load("en", host=newsparse.Host.of("paging.plugin"), extractors=["p"])


def test_a_pipeline_reads_no_more_than_32_ahead_unless_it_is_told():
    taken = []

    def endless():
        while True:
            taken.append(TEXT)
            yield TEXT

    assert [item.text for item in next(load(extractor()).pipe(endless())).mentions] == ["Ada"]
    assert len(taken) == 32
