"""What is measured comes by hooks, ours and others', and says what its predictions depend on."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

from newsparse import Host, hookimpl
from newsparse.model import Document
from newsparse.specs import CorpusSpec, MetricSpec, SystemSpec
from newsparse_bench import offers
from newsparse_bench.corpora import find
from newsparse_bench.metrics import MEASURES
from newsparse_bench.running import Settings, run
from newsparse_bench.systems import SYSTEMS, choose, provenance, short


def bare(documents):
    return (Document(text=d.text, id=d.id) for d in documents)


def corpus():
    document = Document(text="We lost.")
    return CorpusSpec(name="tiny", summary="", tasks=["quotes"], parts=["all"], load=lambda _data, _part: [document])


def system(**more):
    return SystemSpec(name="mine", summary="", tasks=["quotes"], distributions=["newsparse"], make=lambda: bare, **more)


def words(_gold, _guess):
    return {"words": (1, 2, 1, 1)}


class TestSystemsOfPlugins:
    def test_what_plugins_hand_over_is_measured_like_ours(self, monkeypatch):
        plug = SimpleNamespace(
            __name__="plug",
            newsparse_corpora=hookimpl(lambda: [corpus()]),
            newsparse_systems=hookimpl(lambda: [system()]),
            newsparse_metrics=hookimpl(lambda: [MetricSpec(name="quotes", summary="", measure=words, leading="words")]),
        )
        monkeypatch.setattr(offers, "host", lambda: Host.of(plug))
        place, part = find("tiny:all")
        result = run(Settings(place, part, None), [choose("mine")])
        assert list(result.systems["mine"].figures) == ["quotes: words"]
        assert result.systems["mine"].figures["quotes: words"].precision == 0.5

    def test_ours_come_by_the_same_hooks(self):
        host = Host.of("newsparse_bench.plugin")
        assert host.problems == ()
        assert list(host.systems) == [item.name for item in SYSTEMS]
        assert list(host.metrics) == list(MEASURES)

    def test_provenance_changes_with_a_fact_and_stays_without(self):
        one, other = (system(facts=lambda value=value: {"model": value}) for value in "12")
        assert short(provenance(one)) == short(provenance(one)) != short(provenance(other))

    def test_newsparse_depends_on_the_code_of_every_plugin_that_runs(self):
        facts = provenance(choose("newsparse"))
        for name in ("newsparse ", "newsparse-quotes", "newsparse-english"):
            assert any(key.startswith(name) and key.endswith("code") for key in facts), name

    def test_named_extractors_get_the_layers_they_ask_for_and_with_a_named_backend_trees_too(self):
        document = Document(text="Vell leads by two points.")
        [bare_one], [whole] = (
            choose(name).make()([document]) for name in ("newsparse[:polls]", "newsparse[english:polls]")
        )
        assert {token.deprel for token in bare_one.tokens} == {None}
        assert None not in {token.deprel for token in whole.tokens}


def test_parsing_imports_nothing_that_measures():
    code = "import sys, newsparse; newsparse.load('en', extractors=['quotes']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name for name in done.stdout.split() if name.startswith("newsparse_bench")}
    assert loaded == {"newsparse_bench", "newsparse_bench.plugin", "newsparse_bench.kinds"}
