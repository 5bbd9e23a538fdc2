"""Many articles of few, and the table of what engines take for them."""

from __future__ import annotations

import platform
from importlib.util import find_spec
from itertools import islice

import pytest

from newsparse.model import Document, Mention, Span
from newsparse_bench.results import Machine
from newsparse_bench.scale import articles
from newsparse_bench.scale.measuring import Run, ScaleResult, Task, measured, stored
from newsparse_bench.scale.report import lines

TEXT = "Ada Brook sold 1,250 boats in 2019.\n\nVarga bought 3.\n\nNobody knew why."


def article(text, *names):
    places = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    return Document(text=text).with_layer("mentions", [Mention.make(text, at, label="Person") for at in places])


ARTICLES = (article(TEXT, "Ada Brook", "Varga"), article("Kell met Marek.", "Kell", "Marek"))


def first(count, words=0, seed=1):
    return list(islice(articles.made(ARTICLES, words, seed), count))


def test_articles_are_the_same_for_the_same_seed_and_differ_from_one_another():
    assert first(20) == first(20)
    assert first(20) != first(20, seed=2)
    assert len(set(first(20))) > 15


def test_family_names_and_digits_change_and_nothing_else_does():
    made = next(text for text in first(2) if text.startswith("Ada"))
    names = {"Brook", "Varga", "Kell", "Marek"}
    kept = [word for word in TEXT.split() if word not in names and not any(map(str.isdigit, word))]
    assert [word for word in made.split() if word not in names and not any(map(str.isdigit, word))] == kept
    assert [len(word) for word in made.split() if any(map(str.isdigit, word))] == [5, 5, 2]


def test_an_article_is_cut_after_the_paragraph_that_has_enough_words():
    assert articles.beginning(TEXT, 5) == "Ada Brook sold 1,250 boats in 2019."
    assert articles.beginning(TEXT, 8) == "Ada Brook sold 1,250 boats in 2019.\n\nVarga bought 3."
    assert articles.beginning(TEXT, 0) == articles.beginning(TEXT, 99) == TEXT


@pytest.mark.skipif(find_spec("newsparse_english") is None, reason="newsparse-english is not installed")
@pytest.mark.skipif(platform.system() != "Linux", reason="memory is read as Linux tells it")
def test_a_run_in_one_process_says_what_it_took(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    pytest.importorskip("pyarrow.parquet")
    (tmp_path / "in").mkdir()
    rows = [{"id": str(number), "text": text} for number, text in enumerate(first(3))]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "in" / "0.parquet")
    (run,) = measured([Task("pipe", 1)], [tmp_path / "in"], tmp_path)
    assert (run.articles, run.differing) == (3, 0)
    assert run.words == sum(len(text.split()) for text in first(3))
    assert run.worker_bytes > 2**26
    assert run.cpu_seconds > 0
    assert [row["id"] for row in stored(tmp_path / "0-pipe-1")] == ["0", "1", "2"]


def test_the_rate_leaves_out_what_the_start_takes():
    task = Task("pipe", 1)
    start = Run(task, 0, 10, 1000, 5.0, 4.0, 2**28, 2**29, 0.5, 0)
    runs = [Run(task, number, 100, 11_000, 20.0, 14.0, 2**28, 2**30, 1.5, number) for number in (1, 2)]
    machine = Machine("x", 2, "4 GiB", "Linux", "3.11", "1")
    table = list(lines(ScaleResult(machine, {"newsparse": "1"}, (start, *runs))))
    assert table[2] == "| pipe | 1 | 550 | 1,000 | 5 | 4 | 256 | 1,024 | 3 |"
    assert table[4].startswith("200 articles of 22,000 words in 2 rounds; load 0.5 to 1.5.")
