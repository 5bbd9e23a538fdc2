"""The host: a broken plugin harms nobody else, and is named with its distribution, version and what to do."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace
from typing import ClassVar

import attrs
import pytest

import newsparse
from newsparse.errors import PluginConflictError, PluginLoadError, UnknownNameError
from newsparse.model import Annotation, Mention
from newsparse.specs import ExtractorSpec, KindSpec


def spec(name="one", **more):
    return ExtractorSpec(name=name, summary="Nothing.", make=list, provides=("mentions",), **more)


def plugin(name="plug", **hooks):
    return SimpleNamespace(__name__=name, **{hook: newsparse.hookimpl(function) for hook, function in hooks.items()})


def offering(*records, name="plug", hook="newsparse_extractors"):
    def hand_over():
        return records

    return plugin(name, **{hook: hand_over})


@attrs.frozen(kw_only=True)
class Weather(Annotation):
    KIND: ClassVar[str] = "weather"


@attrs.frozen(kw_only=True)
class Climate(Annotation):
    KIND: ClassVar[str] = "weather"


def test_what_a_plugin_offers():
    host = newsparse.Host.of(offering(spec("one"), spec("two")))
    assert list(host.extractors) == ["one", "two"]
    assert host.extractor("one").plugin.hooks == ("newsparse_extractors",)
    assert host.problems == ()


def test_an_import_that_fails_leaves_the_others(tmp_path, monkeypatch):
    (tmp_path / "sour.py").write_text("raise OSError('no such key\\nsecond line')\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    host = newsparse.Host.of("sour", offering(spec()))
    (problem,) = host.problems
    assert (problem.tier, problem.code) == ("load", "NP301")
    assert "OSError: no such key" in problem.message
    assert list(host.extractors) == ["one"]


def test_a_hook_that_raises_leaves_the_others():
    def broken():
        raise KeyError("colour")

    host = newsparse.Host.of(plugin("sour", newsparse_extractors=broken), offering(spec()))
    (problem,) = host.problems
    assert (problem.tier, problem.plugin) == ("load", "sour")
    assert list(host.extractors) == ["one"]


@pytest.mark.parametrize(
    ("records", "message"),
    [
        (("one",), "hands over a str where a extractor"),
        ((spec(api=99),), "made for plugin records 99"),
        ((spec("one"), spec("one")), "claimed by"),
    ],
)
def test_a_record_that_is_wrong_is_refused(records, message):
    host = newsparse.Host.of(offering(*records))
    (problem,) = host.problems
    assert (problem.tier, problem.code) == ("check", "NP302")
    assert message in problem.message


def test_two_plugins_with_one_name_name_both():
    host = newsparse.Host.of(offering(spec(), name="first"), offering(spec(), name="second"))
    (problem,) = host.problems
    assert "first" in problem.message
    assert "second" in problem.message
    assert host.extractor("one").plugin.name == "first"


@pytest.mark.parametrize(
    "kinds",
    [
        [KindSpec(type=Weather, layer="weather"), KindSpec(type=Climate, layer="climate")],
        [KindSpec(type=Weather, layer="quotes")],
        [KindSpec(type=Mention, layer="more-mentions")],
    ],
)
def test_a_kind_or_layer_that_is_taken_is_refused(kinds):
    host = newsparse.Host.of(offering(*kinds, hook="newsparse_kinds"))
    (problem,) = host.problems
    assert problem.code == "NP302"
    assert host.kinds.of_layer("quotes").name == "quote"


def test_a_hook_that_is_misspelt_is_answered_with_the_right_name():
    host = newsparse.Host.of(offering(spec(), hook="newsparse_extractor"))
    assert any("Did you mean newsparse_extractors?" in problem.message for problem in host.problems)


def test_a_hook_without_the_marker_is_told():
    def hand_over():
        return [spec()]

    host = newsparse.Host.of(SimpleNamespace(__name__="plug", newsparse_extractors=hand_over))
    assert any("not marked with @newsparse.hookimpl" in problem.message for problem in host.problems)


def test_strict_raises():
    with pytest.raises(PluginConflictError):
        newsparse.Host.of(offering("one"), strict=True)
    with pytest.raises(PluginLoadError):
        newsparse.Host.of("no_such_module_anywhere", strict=True)


def test_an_unknown_name_lists_those_there_are():
    with pytest.raises(UnknownNameError, match=r"extractor 'two' \(there are: one\)"):
        newsparse.Host.of(offering(spec())).extractor("two")


def discovered(**environment):
    code = "import newsparse; print(sorted(p.name for p in newsparse.Host.discover().plugins))"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)


def test_only_named_plugins_are_loaded():
    assert discovered(NEWSPARSE_LOAD_PLUGINS="").stdout == "['builtin']\n"


def test_loading_can_be_traced():
    done = discovered(NEWSPARSE_LOAD_PLUGINS="", NEWSPARSE_TRACE_PLUGINS="1")
    assert "newsparse: load builtin" in done.stderr
    assert "newsparse: hook newsparse_writers of builtin" in done.stderr
