"""The host: who offers what, in which tier a broken plugin fails, and that the others go on."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace
from typing import ClassVar

import attrs
import click
import pytest

from newsparse import hookimpl
from newsparse.errors import PluginConflictError, PluginLoadError, UnknownNameError
from newsparse.host import Host, rule_sets
from newsparse.model import Annotation
from newsparse.rules import RuleSet
from newsparse.specs import (
    BackendSpec,
    CorpusSpec,
    ExtractorSpec,
    KindSpec,
    MetricSpec,
    ReaderSpec,
    SystemSpec,
    WriterSpec,
)
from newsparse.testing import fake_backend


@attrs.frozen(kw_only=True)
class Mood(Annotation):
    """A kind for these tests."""

    KIND: ClassVar[str] = "mood"


@attrs.frozen(kw_only=True)
class Temper(Annotation):
    """Another type under the same name."""

    KIND: ClassVar[str] = "mood"


class Silent:
    """An extractor that finds nothing."""

    def extract(self, document):
        return ()


def extractor(name: str, **fields) -> ExtractorSpec:
    return ExtractorSpec(name=name, summary="Nothing.", make=Silent, **({"provides": ("mentions",)} | fields))


def plugin(name: str, **hooks) -> ModuleType:
    """A plugin module whose hooks return what is given, or are the functions given."""
    module = ModuleType(name)
    for hook, given in hooks.items():
        setattr(module, f"newsparse_{hook}", hookimpl(given if callable(given) else _handing_over(given)))
    return module


def _handing_over(records):
    def hook():
        return records

    return hook


def only_problem(host: Host):
    (problem,) = host.problems
    return problem


GOOD = plugin("good", extractors=[extractor("good")])


def test_all_that_plugins_offer_is_found_by_name():
    everything = plugin(
        "everything",
        extractors=[extractor("names")],
        backends=[fake_backend()],
        kinds=[KindSpec(type=Mood, layer="moods")],
        readers=[ReaderSpec(name="wire", summary="A wire.", read=lambda data, path: [])],
        writers=[WriterSpec(name="cards", summary="Cards.", write=str)],
        commands=[click.Command("count")],
    )
    host = Host.of(everything)
    assert host.problems == ()
    assert host.extractor("names").plugin.module == "everything"
    assert isinstance(host.backend("fake").spec, BackendSpec)
    assert (host.reader("wire").spec.name, host.writer("cards").spec.name, list(host.commands)) == (
        "wire",
        "cards",
        ["count"],
    )
    assert host.kinds.kind("mood").type is Mood
    assert len(host.plugins[0].hooks) == 6


def test_what_is_measured_is_found_by_name_and_a_name_is_given_once():
    def measuring(name):
        return plugin(
            name,
            corpora=[CorpusSpec(name="desk", summary=name, tasks=["quotes"], parts=["dev"], load=list)],
            systems=[SystemSpec(name="marks", summary=name, tasks=["quotes"], distributions=["newsparse"], make=list)],
            metrics=[MetricSpec(name="cues", summary=name, measure=dict, leading="words")],
        )

    host = Host.of(measuring("one"), measuring("other"))
    offers = [host.corpora["desk"], host.systems["marks"], host.metrics["cues"]]
    assert [offer.spec.summary for offer in offers] == ["one"] * 3
    assert len(host.problems) == 3
    assert all("is claimed by one and by other" in problem.message for problem in host.problems)


def test_a_system_needs_a_name_without_blanks_and_a_distribution():
    fields = {"name": "marks", "summary": "", "tasks": (), "distributions": ("newsparse",), "make": list}
    assert SystemSpec(**fields | {"name": "marks[large:one+two]"}).name == "marks[large:one+two]"
    for wrong in ({"name": "two words"}, {"distributions": ()}):
        with pytest.raises(ValueError, match="name|distributions"):
            SystemSpec(**fields | wrong)


@pytest.mark.parametrize("what", ["extractor", "backend", "reader", "writer"])
def test_a_name_that_nobody_has_is_refused_with_those_that_there_are(what):
    with pytest.raises(UnknownNameError, match=f"the {what} 'nobody' \\(there are: "):
        getattr(Host.of("newsparse.builtin", GOOD), what)("nobody")


def test_records_come_in_the_order_of_loading_even_if_a_plugin_wants_to_be_first():
    eager = ModuleType("eager")
    eager.newsparse_extractors = hookimpl(_handing_over([extractor("eager")]), tryfirst=True)
    assert list(Host.of(GOOD, eager, plugin("last", extractors=[extractor("last")])).extractors) == [
        "good",
        "eager",
        "last",
    ]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("import module_that_is_nowhere", "ModuleNotFoundError: No module named 'module_that_is_nowhere'"),
        ("raise RuntimeError('no licence\\nsecond line')", "RuntimeError: no licence"),
        ("def broken(:", "SyntaxError"),
        ("import sys\nsys.exit(3)", "SystemExit: 3"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
    ],
)
def test_a_plugin_that_cannot_be_imported_is_noted_and_the_rest_loads(tmp_path, monkeypatch, source, reason):
    (tmp_path / "newsparse_broken_on_import.py").write_text(source)
    monkeypatch.syspath_prepend(tmp_path)
    host = Host.of("newsparse_broken_on_import", GOOD)
    problem = only_problem(host)
    assert (problem.tier, problem.code) == ("load", PluginLoadError.code)
    assert reason in problem.message
    assert "no licence\nsecond" not in problem.message
    assert list(host.extractors) == ["good"]
    with pytest.raises(PluginLoadError, match="newsparse_broken_on_import could not be imported"):
        Host.of("newsparse_broken_on_import", strict=True)


def test_a_plugin_is_imported_by_name(tmp_path, monkeypatch):
    (tmp_path / "newsparse_from_a_file.py").write_text(
        "import newsparse\nfrom newsparse.testing import fake_backend\n\n\n"
        "@newsparse.hookimpl\ndef newsparse_backends():\n    return [fake_backend(name='from-a-file')]\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    host = Host.of("newsparse_from_a_file")
    assert (list(host.backends), host.problems, host.recipe) == (["from-a-file"], (), ("newsparse_from_a_file",))
    monkeypatch.delitem(sys.modules, "newsparse_from_a_file")


def _raising():
    raise KeyError("no table")


def _halfway():
    yield extractor("half")
    raise KeyError("no table")


def _leaving():
    raise SystemExit(2)


def _interrupting():
    raise KeyboardInterrupt


@pytest.mark.parametrize("hook", [_raising, _halfway, _leaving, _interrupting])
def test_a_hook_that_raises_costs_its_own_records_alone(hook):
    host = Host.of(plugin("raising", extractors=hook, backends=[fake_backend()]), GOOD)
    problem = only_problem(host)
    assert (problem.tier, problem.code, problem.plugin) == ("load", "NP301", "raising")
    assert "hook newsparse_extractors failed" in problem.message
    assert (list(host.extractors), list(host.backends)) == (["good"], ["fake"])


@pytest.mark.parametrize(
    ("hook", "given", "tier", "message"),
    [
        ("extractors", ["names"], "check", "provides str as extractor; expected ExtractorSpec"),
        ("extractors", [fake_backend()], "check", "provides BackendSpec as extractor"),
        ("extractors", [None, extractor("kept")], "check", "provides NoneType as extractor"),
        ("extractors", None, "check", "hook newsparse_extractors returned None"),
        ("extractors", extractor("alone"), "check", "returned one ExtractorSpec"),
        ("extractors", [extractor("new", api=2)], "check", "made for version 2; this newsparse reads version 1"),
        (
            "extractors",
            [extractor("set", config=dict)],
            "check",
            "the config of the extractor 'set' is not an attrs class",
        ),
        ("commands", [_raising], "check", "provides function as command; expected Command"),
        ("kinds", [KindSpec(type=str, layer="strings")], "check", "is not an attrs class derived from"),
        ("kinds", [KindSpec(type=5, layer="fives")], "check", "junk: TypeError"),
    ],
)
def test_junk_is_refused_and_named(hook, given, tier, message):
    host = Host.of(plugin("junk", **{hook: _handing_over(given)}), GOOD)
    problem = only_problem(host)
    assert (problem.tier, problem.plugin) == (tier, "junk")
    assert message in problem.message
    assert set(host.extractors) in ({"good"}, {"good", "kept"})
    with pytest.raises((PluginConflictError, PluginLoadError), match="junk"):
        Host.of(plugin("junk", **{hook: _handing_over(given)}), strict=True)


def test_a_name_claimed_twice_stays_with_the_first_and_names_both():
    host = Host.of(GOOD, plugin("late", extractors=[extractor("good"), extractor("own")]))
    problem = only_problem(host)
    assert problem.message.startswith("[NP302] the extractor 'good' is claimed by good and by late")
    assert (host.extractor("good").plugin.name, host.extractor("own").plugin.name) == ("good", "late")


def test_a_plugin_cannot_take_a_name_of_newsparse():
    host = Host.of("newsparse.builtin", plugin("taker", writers=[WriterSpec(name="json", summary=".", write=str)]))
    assert "the writer 'json' is claimed by newsparse " in only_problem(host).message
    assert host.writer("json").plugin.distribution == "newsparse"


@pytest.mark.parametrize(
    ("record", "first"),
    [
        (KindSpec(type=Temper, layer="tempers"), "first"),
        (KindSpec(type=Mood, layer="moods"), "first"),
    ],
)
def test_a_kind_claimed_twice_names_both(record, first):
    host = Host.of(
        plugin("first", kinds=[KindSpec(type=Mood, layer="moods")]), plugin("second", kinds=[record]), strict=False
    )
    assert f"the kind 'mood' or its layer {record.layer!r} is claimed by {first} and by second" in (
        only_problem(host).message
    )
    assert host.kinds.kind("mood").type is Mood


def test_a_layer_of_newsparse_cannot_be_claimed():
    host = Host.of(plugin("taker", kinds=[KindSpec(type=Mood, layer="quotes")]))
    assert "its layer 'quotes' is claimed by newsparse and by taker" in only_problem(host).message


def test_a_misnamed_hook_brings_a_suggestion():
    host = Host.of(plugin("typing", extractor=[extractor("x")]))
    assert only_problem(host).message == (
        "[NP302] typing: there is no hook newsparse_extractor. Did you mean newsparse_extractors?"
    )
    assert host.extractors == {}


def test_a_hook_without_its_marker_is_noted():
    module = ModuleType("unmarked")
    module.newsparse_extractors = _handing_over([extractor("x")])
    host = Host.of(module)
    assert "newsparse_extractors is a hook but is not marked with @newsparse.hookimpl" in only_problem(host).message
    assert host.extractors == {}


def test_a_hook_with_an_argument_is_refused_and_takes_no_other_hook_of_the_plugin_along():
    wrong = plugin("wrong", backends=[fake_backend()], extractors=lambda config: [])
    host = Host.of(wrong, GOOD)
    problem = only_problem(host)
    assert "wrong cannot be registered" in problem.message
    assert "{'config'}" in problem.message
    assert (list(host.extractors), list(host.backends)) == (["good"], [])
    assert [item.name for item in host.plugins] == ["good"]


def test_modules_of_one_package_may_share_their_last_name():
    one, two = (plugin(f"desk.{name}.plugin", extractors=[extractor(name)]) for name in ("one", "two"))
    host = Host.of(one, two)
    assert (list(host.extractors), host.problems) == (["one", "two"], ())


def test_the_same_plugin_twice_is_noted():
    host = Host.of(GOOD, GOOD)
    assert "cannot be registered" in only_problem(host).message
    assert list(host.extractors) == ["good"]


def test_an_object_whose_properties_raise_can_be_a_plugin():
    class Desk:
        @property
        def phone(self):
            raise RuntimeError("nobody picks up")

        @hookimpl
        def newsparse_extractors(self):
            return [extractor("desk")]

    host = Host.of(Desk())
    assert (list(host.extractors), host.problems) == (["desk"], ())


@pytest.mark.parametrize("rules", [_raising, _leaving, _interrupting, lambda: None, lambda: ["never"]])
def test_rules_that_cannot_be_read_are_left_out_and_named(rules):
    sets = (RuleSet(name="good.first", summary=".", rules=()),)
    host = Host.of(plugin("odd", extractors=[extractor("odd", rules=rules), extractor("good", rules=lambda: sets)]))
    found, (problem,) = rule_sets(host)
    assert found == list(sets)
    assert (problem.tier, problem.code) == ("load", "NP301")
    assert "the rules of the extractor 'odd' cannot be read" in problem.message


def test_an_object_without_hooks_offers_nothing():
    host = Host.of(SimpleNamespace(name="nothing"))
    assert (host.extractors, host.problems, host.plugins[0].hooks) == ({}, (), ())


def test_loading_can_be_traced(monkeypatch, capsys):
    monkeypatch.setenv("NEWSPARSE_TRACE_PLUGINS", "1")
    Host.of(GOOD)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("newsparse: load good = good")
    assert "newsparse: hook newsparse_extractors of good (good)" in lines
    Host.of(SimpleNamespace(__name__="odd\x1b[2J\nnewsparse: all well"))
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("newsparse: load odd\\x1b[2J newsparse: all well = odd")
    monkeypatch.setenv("NEWSPARSE_TRACE_PLUGINS", "0")
    Host.of(GOOD)
    assert capsys.readouterr().err == ""
