"""``newsparse view``: a page of articles, written or opened."""

from __future__ import annotations

import signal
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

import newsparse
from newsparse.cli import main
from newsparse.specs import ExtractorSpec

names = SimpleNamespace(extract=lambda document: [])


@pytest.fixture
def view(monkeypatch):
    """Runs ``newsparse view`` without plugins that need a model; what a browser is asked to open is in ``opened``."""
    spec = ExtractorSpec(name="names", summary=".", make=lambda: names, provides=("mentions",))
    plugin = SimpleNamespace(newsparse_extractors=newsparse.hookimpl(lambda: [spec]))
    found = newsparse.Host.of("newsparse.builtin", plugin)
    monkeypatch.setattr(newsparse.Host, "discover", lambda **_: found)
    opened = []

    def run(*arguments, able=True):
        monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or able)
        result = CliRunner().invoke(main, ["view", *map(str, arguments)])
        return result, opened

    return run


def test_a_page_goes_where_it_is_said_and_is_not_opened(view, article, tmp_path):
    page = tmp_path / "out.html"
    result, opened = view(article, "-o", page, "--title", "Our reading")
    assert (result.exit_code, result.output, opened) == (0, f"{page}\n", [])
    assert "<title>Our reading</title>" in page.read_text("utf-8")


def test_without_a_place_the_page_is_opened(view, article):
    result, opened = view(article)
    (place,) = result.output.split()
    assert opened == [Path(place).as_uri()]
    assert "Ada said no." in Path(place).read_text("utf-8")


def test_a_file_that_is_missing_is_one_line_and_the_others_are_shown(view, article, tmp_path):
    page = tmp_path / "out.html"
    result, _ = view(tmp_path / "none.txt", article, "-o", page)
    assert result.exit_code == 1
    assert "no such file" in result.output
    assert "Ada said no." in page.read_text("utf-8")


def test_a_page_has_its_limit(view, files, tmp_path):
    documents = [newsparse.Document(text=str(number)) for number in range(3)]
    spec = newsparse.Host.of("newsparse.builtin").writer("html").spec
    with pytest.raises(newsparse.NewsparseError, match="at most 2 articles"):
        spec.write_all(iter(documents), tmp_path / "page.html", spec.config(most=2))


@pytest.mark.parametrize(
    ("options", "place", "asked"),
    [
        ([], False, True),
        (["--open"], False, True),
        (["--no-open"], False, False),
        ([], True, False),
        (["--open"], True, True),
        (["--no-open"], True, False),
    ],
)
@pytest.mark.parametrize("able", [True, False])
def test_a_page_is_opened_where_it_is_wanted_or_has_no_place(view, article, tmp_path, options, place, asked, able):
    result, opened = view(article, *options, *(["-o", tmp_path / "out.html"] if place else []), able=able)
    assert result.exit_code == 0
    assert opened == ([Path(result.stdout.strip()).as_uri()] if asked else [])
    told = "newsparse: no browser could be started; open the file yourself.\n"
    assert result.stderr == (told if asked and not able else "")


def test_a_page_that_cannot_be_written_is_not_opened(view, article, tmp_path):
    result, opened = view(article, "-o", tmp_path / "none" / "out.html", "--open")
    assert (result.exit_code, result.stdout, opened) == (1, "", [])
    assert "[NP402]" in result.stderr


def test_the_title_of_a_page_is_that_of_the_first_article_unless_another_is_given(view, files, tmp_path):
    for number, title in enumerate(["Rain", "Snow"]):
        files[number].write_text(f"{title}\n\nAda said no to all of it on Monday, and so did Bo.", "utf-8")
    view(*files[:2], "-o", tmp_path / "out.html")
    assert "<title>Rain</title>" in (tmp_path / "out.html").read_text("utf-8")
    view(*files[:2], "-o", tmp_path / "out.html", "--title", "Our reading")
    assert "<title>Our reading</title>" in (tmp_path / "out.html").read_text("utf-8")


def test_a_page_begins_anew_whatever_a_stopped_run_left(view, article, tmp_path):
    (tmp_path / "out.html.part").write_text("left", "utf-8")
    assert view(article, "-o", tmp_path / "out.html")[0].exit_code == 0
    assert (tmp_path / "out.html.part").read_text("utf-8") == "left"


@pytest.mark.parametrize("place", [["-o", "out.html"], []])
def test_a_page_that_is_stopped_leaves_nothing(own_process, article, tmp_path, monkeypatch, place):
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    stopped = own_process("view", article, *place, "--no-open", stop=signal.SIGTERM, at="a")
    assert (stopped.returncode, stopped.stderr) == (143, "newsparse: stopped after 0 articles.\n")
    assert list(folder.iterdir()) == []
    assert not list(tmp_path.glob("*out.html*"))


@pytest.fixture
def article(files):
    return files[0]
