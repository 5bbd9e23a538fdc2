"""How far a run is, and what it came to: the bar of a terminal, and one line at the end."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from types import SimpleNamespace

import attrs
import pytest

from newsparse.cli.progress import Progress
from newsparse.model import Document, Failure, Quote, Span


class Terminal:
    """A standard error that is a terminal."""

    def __init__(self, is_one=True):
        self.written = ""
        self.is_one = is_one

    def write(self, text):
        self.written += text

    def flush(self):
        pass

    def isatty(self):
        return self.is_one

    @property
    def last(self):
        """What the bar showed last."""
        return self.written.rpartition("newsparse  ")[2]


def watched(monkeypatch):
    """A terminal in place of standard error."""
    found = Terminal()
    monkeypatch.setattr("sys.stderr", found)
    return found


def failing(*codes):
    return Document(
        text="a", failures=tuple(Failure(stage="read", where="x", code=code, message=".") for code in codes)
    )


def quoting(many):
    text = "“No”"
    quotes = [Quote.make(text, Span(1, 3), fragments=(Span(1, 3),), form="direct")] * many
    return Document(text=text).with_layer("quotes", [attrs.evolve(item, id=f"q{at}") for at, item in enumerate(quotes)])


@pytest.mark.parametrize(
    ("documents", "summary"),
    [
        ([], "0 articles, 0 quotes, 0 figures, 0 failures, "),
        ([Document(text="a")], "1 article, 0 quotes, 0 figures, 0 failures, "),
        ([quoting(1)], "1 article, 1 quote, 0 figures, 0 failures, "),
        ([quoting(2), quoting(1)], "2 articles, 3 quotes, 0 figures, 0 failures, "),
        ([failing("NP401")], "1 article, 0 quotes, 0 figures, 1 failure (1 NP401), "),
        (
            [failing("NP404"), failing("NP401", "NP404")],
            "2 articles, 0 quotes, 0 figures, 3 failures (1 NP401, 2 NP404), ",
        ),
        ([Document(text="a")] * 1234, "1,234 articles, 0 quotes, 0 figures, 0 failures, "),
    ],
)
def test_a_run_is_summed_up_in_one_line(documents, summary):
    progress = Progress(shown=False)
    for document in documents:
        progress.add(document)
    assert progress.summary().startswith(summary)
    assert re.fullmatch(r"\d[\d,]*\.\d s, \d[\d,]*\.\d articles a second\.", progress.summary().removeprefix(summary))


@pytest.mark.parametrize(
    ("shown", "stream", "seen"),
    [(True, Terminal(), True), (False, Terminal(), False), (True, Terminal(is_one=False), False), (True, None, False)],
)
def test_somebody_watches_only_a_terminal_and_only_where_progress_is_shown(monkeypatch, shown, stream, seen):
    monkeypatch.setattr("sys.stderr", stream)
    progress = Progress(shown=shown, total=2)
    assert progress.on_terminal is seen
    with progress.running():
        progress.add(Document(text="a"))
        progress.complain("no such file")
    if stream is not None:
        assert ("1/2" in stream.written) is seen
        assert "newsparse: no such file\n" in stream.written
        assert ("\x1b[K" in stream.written) is seen


def test_behind_the_run_a_complaint_stands_for_itself(monkeypatch):
    terminal = watched(monkeypatch)
    progress = Progress(shown=True, total=1)
    with progress.running():
        progress.add(Document(text="a"))
    terminal.written = ""
    progress.complain("no such file")
    assert terminal.written == "newsparse: no such file\n"


def test_the_bar_counts_what_failed(monkeypatch):
    terminal = watched(monkeypatch)
    progress = Progress(shown=True, total=3)
    with progress.running():
        progress.add(Document(text="a"))
        assert "failed" not in terminal.last
        progress.add(failing("NP401", "NP404"))
        assert "2 failed" in terminal.last
    assert "failed" not in progress.summary().rpartition("articles a second")[2]


@pytest.mark.parametrize(
    ("options", "states"),
    [
        ({"total": 2}, [("1/2", "50%"), ("2/2", "100%")]),
        ({"total": 4}, [("1/4", "25%"), ("2/4", "50%"), ("3/4", "75%")]),
        ({"estimate": lambda: 2}, [("1 of about 2, ", "50%"), ("2 of about 2, ", "100%"), ("3 of about 3, ", "100%")]),
        ({"total": 0, "estimate": lambda: 4}, [("1 of about 4, ", "25%")]),
        ({}, [("  1, ", ""), ("  2, ", "")]),
        ({"estimate": lambda: None}, [("  1, ", "")]),
    ],
)
def test_the_bar_says_how_many_are_done_of_how_many(monkeypatch, options, states):
    terminal = watched(monkeypatch)
    progress = Progress(shown=True, **options)
    with progress.running():
        for state in states:
            progress.add(Document(text="a"))
            assert all(words in terminal.last for words in state)
            assert terminal.last.count("articles a second") == 1
            assert ("%" in terminal.last) is bool(state[1])
            assert ("about" in terminal.last) is ("about" in state[0])


@pytest.mark.parametrize(("options", "known"), [({"total": 50}, True), ({}, False)])
def test_the_time_that_is_left_is_shown_where_the_number_of_articles_is_known(monkeypatch, options, known):
    terminal = watched(monkeypatch)
    clock = itertools.count(0, 2)
    monkeypatch.setattr("time.time", lambda: next(clock))
    progress = Progress(shown=True, **options)
    with progress.running():
        for _ in range(3):
            progress.add(Document(text="a"))
    assert bool(re.search(r"\d\d:\d\d:\d\d", terminal.written)) is known


def inputs(total, estimate: Callable[[], int | None] | None = None):
    return SimpleNamespace(total=lambda: total, estimating=lambda: estimate)


@pytest.mark.parametrize(("total", "limit", "expected"), [(7, None, 7), (7, 5, 5), (5, 7, 5), (0, 5, 0), (7, 7, 7)])
def test_no_more_articles_are_expected_than_there_are_and_than_are_wanted(total, limit, expected):
    progress = Progress(shown=True)
    progress.expect(inputs(total, estimate=lambda: 99), limit)
    assert (progress.total, progress.estimate) == (expected, None)


@pytest.mark.parametrize(("estimate", "limit", "expected"), [(9, None, 9), (9, 5, 5), (None, 5, None), (3, 5, 3)])
def test_where_the_number_is_not_known_it_is_estimated(estimate, limit, expected):
    progress = Progress(shown=True)
    progress.expect(inputs(None, estimate=lambda: estimate), limit)
    assert progress.total is None
    assert progress.estimate() == expected
    progress.expect(inputs(None), limit)
    assert (progress.total, progress.estimate) == (None, None)
