"""``newsparse serve``: this machine alone, at a port that is free."""

from __future__ import annotations

import socket
import threading
import urllib.request
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

import newsparse
from newsparse.cli import main
from newsparse.corpus import index
from tests.corpus.stories import STORIES

uvicorn = pytest.importorskip("uvicorn", reason="uvicorn is not installed")


@pytest.fixture
def database(tmp_path):
    index(STORIES[:1], tmp_path / "news.db")
    return str(tmp_path / "news.db")


def test_the_site_answers_at_the_address_that_is_shown(database, monkeypatch):
    servers, pages = [], []
    run = uvicorn.Server.run

    def watched(server, sockets):
        servers.append(server)
        run(server, sockets)

    def opened(address):
        def ask():
            try:
                pages.append(urllib.request.urlopen(address, timeout=60).read().decode())
            finally:
                servers[0].should_exit = True

        threading.Thread(target=ask).start()
        return True

    monkeypatch.setattr(uvicorn.Server, "run", watched)
    monkeypatch.setattr("webbrowser.open", opened)
    result = CliRunner().invoke(main, ["serve", database])
    assert result.exit_code == 0
    assert result.output.startswith(f"{database}: http://127.0.0.1:")
    assert "1 article" in pages[0]


def test_a_port_that_is_taken_is_one_line(database):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = CliRunner().invoke(main, ["serve", database, "--no-open", "--port", str(taken.getsockname()[1])])
    assert result.exit_code == 1
    assert "is taken" in result.output


def test_a_file_that_is_no_corpus_is_one_line(tmp_path):
    result = CliRunner().invoke(main, ["serve", str(tmp_path / "none.db")])
    assert result.exit_code == 1
    assert "there is no database" in result.output


def test_control_c_ends_it_without_a_word(database, monkeypatch):
    def interrupted(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("newsparse.site.serving.serve", interrupted)
    result = CliRunner().invoke(main, ["serve", database, "--no-open"])
    assert (result.exit_code, result.output) == (0, "")


def test_a_plugin_that_does_not_load_is_named(database, monkeypatch):
    broken = SimpleNamespace(newsparse_extractors=newsparse.hookimpl(lambda: ["not a specification"]))
    found = newsparse.Host.of("newsparse.builtin", broken)
    monkeypatch.setattr(newsparse.Host, "discover", lambda **_: found)
    monkeypatch.setattr("newsparse.site.serving.serve", lambda *_: None)
    for arguments in (["serve", database, "--no-open"], ["findings", database]):
        assert CliRunner().invoke(main, arguments).stderr.count("[NP302]") == 1


@pytest.mark.parametrize(
    ("options", "able", "asked", "told"),
    [
        ([], True, 1, ""),
        (["--open"], True, 1, ""),
        ([], False, 1, "newsparse: no browser could be started; open the address yourself.\n"),
        (["--no-open"], True, 0, ""),
        (["--no-open"], False, 0, ""),
    ],
)
def test_a_browser_is_opened_unless_that_is_not_wanted(database, monkeypatch, options, able, asked, told):
    opened = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or able)
    monkeypatch.setattr("newsparse.site.serving.serve", lambda _database, _port, started: started("http://a/"))
    result = CliRunner().invoke(main, ["serve", database, *options])
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{database}: http://a/ (Ctrl-C to stop)\n", told)
    assert opened == ["http://a/"] * asked


@pytest.mark.parametrize(("options", "port"), [([], None), (["--port", "8471"], 8471)])
def test_the_site_is_served_at_the_port_that_is_named(database, monkeypatch, options, port):
    served = []
    monkeypatch.setattr("newsparse.site.serving.serve", lambda *given: served.append(given[:2]))
    assert CliRunner().invoke(main, ["serve", database, "--no-open", *options]).exit_code == 0
    assert served == [(database, port)]
