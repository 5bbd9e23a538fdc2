"""Plugins that are installed: found by entry points, named by distribution, chosen by the environment."""

from __future__ import annotations

import sys
from importlib import metadata
from types import SimpleNamespace

import pytest

import newsparse
from newsparse.errors import PluginLoadError, PluginWarning
from newsparse.host import Host
from newsparse.specs import ReaderSpec


@pytest.fixture
def distribution(tmp_path, monkeypatch):
    """Installs a distribution with entry points for newsparse, by its files alone."""

    def install(name: str, entry_points: dict[str, str], *, group: str = "newsparse", **modules: str) -> None:
        info = tmp_path / f"{name.replace('-', '_')}-2.5.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 2.5\n")
        lines = [f"{point} = {module}" for point, module in entry_points.items()]
        (info / "entry_points.txt").write_text("\n".join([f"[{group}]", *lines]) + "\n")
        for module, source in modules.items():
            (tmp_path / f"{module}.py").write_text(source)
            monkeypatch.delitem(sys.modules, module, raising=False)

    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delenv("NEWSPARSE_LOAD_PLUGINS", raising=False)
    monkeypatch.delenv("NEWSPARSE_STRICT_PLUGINS", raising=False)
    return install


WORKING = (
    "import newsparse\nfrom newsparse.testing import fake_backend\n\n\n"
    "@newsparse.hookimpl\ndef newsparse_backends():\n    return [fake_backend(name='desk', languages=('xx',))]\n"
)


def test_an_installed_plugin_is_found_with_its_distribution(distribution):
    distribution("newsparse-desk", {"desk": "desk_plugin_a"}, desk_plugin_a=WORKING)
    offer = Host.discover().backend("desk")
    assert (offer.plugin.name, str(offer.plugin)) == ("desk", "newsparse-desk 2.5")
    assert metadata.version("newsparse-desk") == "2.5"


@pytest.mark.parametrize("group", ["newsparse.plugins", "newspasre", "Newsparse", "news-parse"])
def test_a_plugin_in_a_group_of_nearly_the_right_name_is_told_which_is_right(distribution, group):
    distribution("newsparse-desk", {"desk": "desk_plugin_c"}, group=group, desk_plugin_c=WORKING)
    (problem,) = (item for item in Host.discover().problems if item.plugin == "desk")
    assert (problem.code, problem.distribution) == ("NP301", "newsparse-desk")
    assert f"its entry point is in the group '{group}', and not in 'newsparse'" in problem.message


def test_a_group_of_another_name_or_beside_the_right_one_is_nobody_s_fault(distribution):
    distribution("parsenews", {"desk": "desk_plugin_d"}, group="parsers", desk_plugin_d=WORKING)
    distribution("newsparse-desk", {"desk": "desk_plugin_e"}, desk_plugin_e=WORKING)
    distribution("newsparse_desk_2", {"own": "desk_plugin_e"}, group="newsparse.own")
    assert {item.distribution for item in Host.discover().problems} == {"newsparse_desk_2"}


SPOILT = {
    "entry_points.txt": [b"[newsparse]\nlost\n", b"[other]\nlost\n[newsparse]\nlost = x\n", b"[newsparse]\n\xe9 = x\n"],
    "METADATA": [b"Name: \xe9\n", b"", b"\x80" * 99],
}


@pytest.mark.parametrize(("file", "content"), [(file, content) for file, every in SPOILT.items() for content in every])
@pytest.mark.parametrize("chosen", [None, "desk,lost"])
def test_the_spoilt_files_of_one_distribution_cost_no_other(distribution, tmp_path, monkeypatch, file, content, chosen):
    distribution("newsparse-desk", {"desk": "desk_plugin_s"}, desk_plugin_s=WORKING)
    distribution("newsparse-lost", {"lost": "desk_plugin_nowhere"})
    (tmp_path / "newsparse_lost-2.5.dist-info" / file).write_bytes(content)
    if chosen:
        monkeypatch.setenv("NEWSPARSE_LOAD_PLUGINS", chosen)
    host = Host.discover()
    assert host.backends["desk"].plugin.distribution == "newsparse-desk"
    messages = [problem.message for problem in host.problems if "could not be imported" in problem.message]
    read = file == "METADATA"
    whose = f"a distribution in {tmp_path}" if read else "newsparse-lost 2.5"
    assert [message.startswith(f"[NP301] {whose} could not be imported") for message in messages].count(True) == 1
    assert ["its entry points cannot be read" in message for message in messages].count(True) == int(not read)


def test_of_a_distribution_that_is_there_twice_the_first_counts_also_beside_a_spoilt_one(
    distribution, tmp_path, monkeypatch
):
    distribution("newsparse_desk", {"desk": "desk_plugin_nowhere"})
    earlier = tmp_path / "earlier"
    (earlier / "newsparse_desk-3.0.dist-info").mkdir(parents=True)
    (earlier / "newsparse_desk-3.0.dist-info" / "METADATA").write_text("Name: Newsparse-Desk\nVersion: 3.0\n")
    monkeypatch.syspath_prepend(earlier)
    distribution("newsparse-lost", {"lost": "x"})
    (tmp_path / "newsparse_lost-2.5.dist-info" / "entry_points.txt").write_text("[newsparse]\nlost\n")
    messages = [problem.message for problem in Host.discover().problems]
    assert [message for message in messages if "desk" in message] == []
    assert any("newsparse-lost 2.5 could not be imported" in message for message in messages)


@pytest.mark.parametrize("value", ["", "a b", "!!", "a\x00b", "\x1b[2J"])
def test_an_entry_point_that_names_no_module_is_told_so(distribution, value):
    distribution("newsparse-desk", {"desk": value})
    (problem,) = (item for item in Host.discover().problems if item.plugin == "desk")
    assert f"its entry point {value!r} does not name a module" in problem.message


@pytest.mark.parametrize("value", ["desk_plugin_x", "desk_plugin_x [more]", "json : desk_plugin_x"])
def test_an_entry_point_may_name_an_object_and_extras(distribution, value):
    distribution("newsparse-desk", {"desk": value}, desk_plugin_x=WORKING)
    problems = [item.message for item in Host.discover().problems if item.plugin == "desk"]
    assert len(problems) == value.startswith("json")
    assert not any("does not name" in message for message in problems)


def test_an_installed_plugin_that_fails_is_named_with_its_distribution(distribution, monkeypatch):
    distribution(
        "newsparse-desk",
        {"desk": "desk_plugin_b", "lost": "desk_plugin_nowhere"},
        desk_plugin_b=WORKING,
    )
    host = Host.discover()
    problem = next(item for item in host.problems if item.plugin == "lost")
    assert (problem.distribution, problem.version, problem.tier) == ("newsparse-desk", "2.5", "load")
    assert "newsparse-desk 2.5 could not be imported" in problem.message
    assert "desk" in host.backends
    monkeypatch.setenv("NEWSPARSE_STRICT_PLUGINS", "1")
    with pytest.raises(PluginLoadError, match="newsparse-desk 2.5 could not be imported"):
        Host.discover()
    monkeypatch.setenv("NEWSPARSE_STRICT_PLUGINS", "0")
    assert "desk" in Host.discover().backends


MEASURING = WORKING + (
    "\n\n@newsparse.hookimpl\ndef newsparse_metrics():\n    raise ValueError('no scales')\n"
    "\n\n@newsparse.hookimpl\ndef newsparse_commands():\n    import click\n\n    return [click.Command('weigh')]\n"
)


def test_a_plugin_is_asked_only_for_what_parsing_needs(distribution):
    distribution("newsparse-desk", {"desk": "desk_plugin_m"}, desk_plugin_m=MEASURING)
    every, parsing = Host.discover(), Host.discover(everything=False)
    assert ("weigh" in every.commands, "weigh" in parsing.commands) == (True, False)
    assert ["no scales" in item.message for item in every.problems if item.plugin == "desk"] == [True]
    assert [item for item in parsing.problems if item.plugin == "desk"] == []
    assert parsing.backends.keys() == every.backends.keys()


@pytest.mark.parametrize(("value", "found"), [("two", {"two"}), (" one , two ", {"one", "two"}), ("", set())])
def test_plugins_can_be_chosen_by_the_environment(distribution, monkeypatch, value, found):
    sources = {f"desk_plugin_{name}": WORKING.replace("'desk'", f"'{name}'") for name in ("one", "two")}
    distribution("newsparse-desk", {"one": "desk_plugin_one", "two": "desk_plugin_two"}, **sources)
    monkeypatch.setenv("NEWSPARSE_LOAD_PLUGINS", value)
    host = Host.discover()
    assert {item.name for item in host.plugins} == {"builtin", *found}
    assert set(host.backends) == {"stanza", *found}


IMPOSTOR = (
    "import newsparse\nfrom newsparse.specs import ExtractorSpec\n\n\n"
    "@newsparse.hookimpl\ndef newsparse_extractors():\n"
    "    return [ExtractorSpec(name='quotes', summary='.', make=list, provides=('quotes',))]\n"
)


def test_no_other_distribution_passes_for_an_extractor_that_newsparse_ships(distribution):
    distribution("newsparse-a", {"a": "desk_plugin_impostor"}, desk_plugin_impostor=IMPOSTOR)
    host = Host.discover()
    offer = host.extractors.get("quotes")
    assert offer is None or offer.plugin.distribution == "newsparse-quotes"
    (problem,) = [item for item in host.problems if item.distribution == "newsparse-a"]
    assert "the name 'quotes' is reserved for the extractor of newsparse-quotes" in problem.message
    assert Host.of("desk_plugin_impostor").extractors["quotes"].plugin.module == "desk_plugin_impostor"


RIVAL = WORKING.replace("name='desk', languages=('xx',)", "name='english'")


def test_no_other_distribution_takes_the_place_of_the_model_that_newsparse_ships(distribution):
    distribution("newsparse-english", {"zzz": "desk_plugin_own"}, desk_plugin_own=RIVAL)
    distribution("a-desk", {"a": "desk_plugin_rival"}, desk_plugin_rival=RIVAL)
    host = Host.discover()
    assert host.backends["english"].plugin.distribution == "newsparse-english"
    (problem,) = [item for item in host.problems if item.distribution == "a-desk"]
    assert "the backend 'english' is claimed by newsparse-english" in problem.message


def test_a_pipeline_of_what_is_installed_warns_of_a_plugin_that_does_not_load(distribution):
    distribution("newsparse-desk", {"lost": "desk_plugin_nowhere"})
    with pytest.warns(PluginWarning, match="NP301.*newsparse-desk 2.5 could not be imported"):
        nlp = newsparse.load("en", extractors=[])
    assert "newsparse-desk" in {problem.distribution for problem in nlp.problems}


@pytest.mark.parametrize(
    "source",
    [
        "raise SystemExit(0)\n",
        "raise GeneratorExit\n",
        "class Own(Exception):\n    def __str__(self):\n        raise ValueError\n\n\nraise Own\n",
        "def __dir__():\n    raise RuntimeError('no looking')\n",
        "def __dir__():\n    raise KeyboardInterrupt\n",
        "def newsparse_kinds():\n    raise SystemExit(0)\n\n\nnewsparse_kinds.newsparse_impl = {}\n",
    ],
)
def test_a_plugin_does_its_worst_while_it_is_loaded(distribution, source):
    module = f"desk_plugin_worst_{abs(hash(source))}"
    distribution(
        "newsparse-desk", {"worst": module, "desk": "desk_plugin_c"}, desk_plugin_c=WORKING, **{module: source}
    )
    host = Host.discover()
    assert [item.distribution for item in host.problems if item.plugin == "worst"] == ["newsparse-desk"]
    assert "desk" in host.backends


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_a_record_that_raises_when_it_is_looked_at_is_refused(error):
    class Odd(ReaderSpec):
        @property
        def api(self):
            raise error("no looking")

    odd = object.__new__(Odd)
    plugin = SimpleNamespace(newsparse_readers=newsparse.hookimpl(lambda: [odd]))
    (problem,) = newsparse.Host.of(plugin).problems
    assert f"cannot be read: {error.__name__}: no looking" in problem.message
