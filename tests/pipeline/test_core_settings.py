"""The digest of settings: equal for equal settings, in whatever process and order."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse.errors import PluginBuildError, UnknownNameError
from newsparse.model import Layer
from newsparse.pipeline.config import settings_digest
from newsparse.specs import BackendSpec

SETTINGS = (
    "import attrs\nfrom newsparse.pipeline.config import settings_digest\n\n"
    "@attrs.frozen\nclass Config:\n    words: frozenset = frozenset({'a', 'bb', 'ccc', 'dddd'})\n\n"
    "print(settings_digest(Config()))\n"
)


class TestSettingsDigest:
    def test_it_is_the_same_in_every_process(self):
        digests = {
            subprocess.run(
                [sys.executable, "-c", SETTINGS],
                env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(newsparse.__file__).parents[1])},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for seed in ("1", "2", "3")
        }
        assert len(digests) == 1
        assert len(digests.pop().strip()) == 64

    @given(
        st.dictionaries(st.text(max_size=3) | st.integers(), st.integers() | st.lists(st.text(max_size=3)), min_size=1)
    )
    def test_it_does_not_depend_on_the_order_of_keys(self, fields):
        backwards = dict(reversed(fields.items()))
        assert settings_digest(fields) == settings_digest(backwards) is not None

    def test_it_tells_settings_apart(self):
        assert settings_digest({}) is None
        assert settings_digest({"a": 1}) != settings_digest({"a": 2}) != settings_digest({"b": 2})
        assert settings_digest({5: 1}) != settings_digest({"5": 1})
        assert settings_digest({5: 1, "5": 2}) == settings_digest({"5": 2, 5: 1}) != settings_digest({5: 2, "5": 1})


class Counting:
    """A backend that keeps the number of threads that it is given, and says it."""

    def __init__(self, *_arguments):
        self.threads = None

    def analyse(self, texts):
        return [[Layer("tokens", ()), Layer("sentences", ())] for _ in texts]

    def limit_threads(self, count):
        self.threads = count

    def conditions(self):
        return {"threads": str(self.threads)}


class Plugin:
    @newsparse.hookimpl
    def newsparse_backends(self):
        return [BackendSpec(name="counting", summary="Counts.", make=Counting, provides=("sentences", "tokens"))]


class TestThreads:
    def test_they_reach_the_backend(self):
        nlp = newsparse.load("en", backend="counting", extractors=[], threads=2, host=newsparse.Host.of(Plugin()))
        assert nlp.runner.analysis.backend.threads == 2

    def test_without_a_number_the_backend_decides(self):
        nlp = newsparse.load("en", backend="counting", extractors=[], host=newsparse.Host.of(Plugin()))
        assert nlp.runner.analysis.backend.threads is None

    def test_a_pipeline_says_how_its_backend_runs(self):
        host = newsparse.Host.of(Plugin())
        nlp = newsparse.load("en", backend="counting", extractors=[], threads=2, host=host)
        assert nlp.conditions() == {"threads": "2"}

    def test_no_threads_at_all_are_refused(self):
        with pytest.raises(PluginBuildError, match="at least 1"):
            newsparse.load("en", threads=0)


def test_an_unknown_argument_of_load_is_named_as_such_with_those_that_the_backend_has():
    def make(language, layers, size="full"):
        raise AssertionError("it must not be built")

    spec = BackendSpec(name="sized", summary=".", make=make, provides=("tokens",), default_for=("en",))
    plugin = SimpleNamespace(newsparse_backends=newsparse.hookimpl(lambda: [spec]))
    with pytest.raises(PluginBuildError, match=r"load\(\) has no argument 'batch_size', .*it has: size"):
        newsparse.load("en", host=newsparse.Host.of(plugin), layers=["tokens"], batch_size=3)


def test_where_the_backend_is_missing_the_error_names_what_did_not_load():
    host = newsparse.Host.of(SimpleNamespace(newsparse_backends=newsparse.hookimpl(lambda: 1 / 0)))
    with pytest.raises(UnknownNameError) as caught:
        newsparse.load("en", layers=["tokens"], host=host)
    assert "pip install 'newsparse[english]'" in caught.value.hint
    assert "Not loaded: [NP301]" in caught.value.hint
    assert "ZeroDivisionError" in caught.value.hint


def test_where_everything_loaded_a_missing_backend_has_the_plain_hint():
    with pytest.raises(UnknownNameError) as caught:
        newsparse.load("en", layers=["tokens"], host=newsparse.Host.of())
    assert caught.value.hint == "Get one: pip install 'newsparse[english]'."
