"""How many articles a run has: known without reading, estimated from what was read, or open."""

from __future__ import annotations

import os

import pytest

import newsparse
from newsparse.inputs import STDIN, Inputs
from newsparse.inputs.places import places, single
from newsparse.inputs.sharing import Share, Watched

PROSE = "The ferry was late on Tuesday, and nobody at the harbour could say why.\n"
ROWS = "id,text\n" + "".join(f"{number},It rained.\n" for number in range(40))


@pytest.fixture(scope="module")
def host():
    return newsparse.Host.of("newsparse.builtin")


@pytest.fixture
def folder(put, tmp_path):
    """Two articles, a folder with a third, and a file that a run may write to."""
    for name in ("a.txt", "b.txt", "inner/c.txt", "out.txt"):
        put(name, PROSE)
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("", ["a.txt", "b.txt", "inner/c.txt", "out.txt"]),
        ("*.txt", ["a.txt", "b.txt", "out.txt"]),
        ("*", ["a.txt", "b.txt", "inner/c.txt", "out.txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "inner/c.txt", "out.txt"]),
        ("**", ["a.txt", "b.txt", "inner/c.txt", "out.txt"]),
        ("inner", ["inner/c.txt"]),
    ],
)
def test_each_file_that_is_meant_is_there_once(folder, pattern, found):
    meant = [os.path.relpath(place.path, folder) for place in places(str(folder / pattern))]
    assert sorted(meant) == found


@pytest.mark.parametrize(
    ("paths", "only"),
    [
        (["a.txt"], "a.txt"),
        (["a.txt", "b.txt"], None),
        (["inner"], None),
        (["a*.txt"], None),
        (["none.txt"], "none.txt"),
        ([STDIN], STDIN),
        ([STDIN, "a.txt"], None),
    ],
)
def test_one_file_is_meant_where_one_is_named(folder, monkeypatch, paths, only):
    monkeypatch.chdir(folder)
    assert single(paths) == only


@pytest.mark.parametrize(
    ("name", "several"), [("a.txt", False), ("rows.csv", True), ("none.txt", False), ("x.pdf", False)]
)
def test_several_articles_may_be_in_what_holds_many(put, host, tmp_path, name, several):
    put("a.txt", PROSE)
    put("rows.csv", ROWS)
    put("x.pdf", "%PDF-1.7")
    assert Inputs([str(tmp_path / name)], host).several() == several
    assert Inputs([str(tmp_path)], host).several()


def test_the_number_of_articles_is_known_where_each_file_is_one(folder, host, put):
    out = str(folder / "out.txt")
    assert Inputs([str(folder)], host).total() == 4
    assert Inputs([str(folder)], host, besides=out).total() == 3
    assert Inputs([out], host, besides=out).total() == 1
    assert Inputs([str(folder), STDIN], host).total() is None
    put("rows.csv", ROWS)
    assert Inputs([str(folder)], host).total() is None


def test_the_number_of_articles_is_estimated_by_the_bytes_that_were_read(put, host):
    inputs = Inputs([put("a.csv", ROWS), put("b.csv", ROWS)], host)
    estimate = inputs.estimating()
    assert estimate() is None
    estimates = [estimate() for _ in inputs.documents()]
    assert estimates[39] == estimates[79] == estimate() == 80
    assert all(found is None or found > 0 for found in estimates)


def test_nothing_is_estimated_for_what_has_no_size(put, host, tmp_path):
    inputs = Inputs([put("a.csv", ROWS), str(tmp_path / "none.csv")], host)
    estimate = inputs.estimating()
    assert [estimate() for _ in inputs.documents()] == [None] * 41


def test_a_share_is_that_of_the_files_that_are_done_and_of_the_place_in_the_one_that_is_read(put):
    first, second = put("a", "x" * 60), put("b", "x" * 40)
    share = Share([first, second])
    assert share.now() is None
    share.end(first)
    assert share.now() == 0.6
    with Watched(second) as file:
        share.begin(file)
        file.seek(10)
        assert share.now() == 0.7
        file.seek(0, os.SEEK_END)
        assert share.now() is None
    share.end("another")
    assert share.now() == 0.6
    share.end(second)
    assert share.now() == 1.0
