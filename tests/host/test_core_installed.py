"""Plugins that are installed: found by entry points, named by distribution, chosen by the environment."""

from __future__ import annotations

import sys
from importlib import metadata

import pytest

from newsparse.errors import PluginLoadError
from newsparse.host import Host


@pytest.fixture
def distribution(tmp_path, monkeypatch):
    """Installs a distribution with entry points for newsparse, by its files alone."""

    def install(name: str, entry_points: dict[str, str], **modules: str) -> None:
        info = tmp_path / f"{name.replace('-', '_')}-2.5.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 2.5\n")
        lines = [f"{point} = {module}" for point, module in entry_points.items()]
        (info / "entry_points.txt").write_text("\n".join(["[newsparse]", *lines]) + "\n")
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


@pytest.mark.parametrize(("value", "found"), [("two", {"two"}), (" one , two ", {"one", "two"}), ("", set())])
def test_plugins_can_be_chosen_by_the_environment(distribution, monkeypatch, value, found):
    sources = {f"desk_plugin_{name}": WORKING.replace("'desk'", f"'{name}'") for name in ("one", "two")}
    distribution("newsparse-desk", {"one": "desk_plugin_one", "two": "desk_plugin_two"}, **sources)
    monkeypatch.setenv("NEWSPARSE_LOAD_PLUGINS", value)
    host = Host.discover()
    assert {item.name for item in host.plugins} == {"builtin", *found}
    assert set(host.backends) == {"stanza", *found}
