"""Hostile texts: the same from one seed, of every kind, and what is wrong with a result is found."""

from __future__ import annotations

import random
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

import newsparse
from newsparse.model import Document, Mention, Span
from newsparse.specs import ExtractorSpec
from newsparse_bench.commands import bench
from newsparse_bench.hostile import checking
from newsparse_bench.hostile.checking import by_rules, faults
from newsparse_bench.hostile.growth import Growth, measured
from newsparse_bench.hostile.texts import MAKERS, Material, hostile

ARTICLE = "“We lost 5 ships,” said Ada Brook. Tomas Varga, the mayor of Kell, denied that.\n\nIt cost $3.5 million."
MATERIAL = Material([ARTICLE], ["newsparse"])


def test_a_seed_gives_the_same_texts():
    assert list(hostile(MATERIAL, 40, 3)) == list(hostile(MATERIAL, 40, 3))
    assert list(hostile(MATERIAL, 40, 3)) != list(hostile(MATERIAL, 40, 4))


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_every_maker_gives_many_texts(maker):
    assert len({maker(random.Random(seed), MATERIAL) for seed in range(50)}) > 20


def test_extractors_hold_on_hostile_texts():
    assert list(faults(by_rules(), list(hostile(MATERIAL, 160, 1)), closer=True)) == []


def pipeline(extract):
    spec = ExtractorSpec(
        name="names", summary=".", make=lambda: SimpleNamespace(extract=extract), provides=("mentions",), languages=()
    )
    plugin = SimpleNamespace(newsparse_extractors=newsparse.hookimpl(lambda: [spec]))
    return newsparse.load("xx", host=newsparse.Host.of("newsparse.builtin", plugin))


def test_a_failure_is_a_fault():
    def fail(document):
        raise ValueError("odd")

    ((text, fault),) = faults(pipeline(fail), ["Ada"], closer=False)
    assert text == "Ada"
    assert "ValueError: odd" in fault


def test_a_result_that_changes_from_one_time_to_the_next_is_a_fault():
    labels = iter("abcd")
    nlp = pipeline(lambda document: [Mention.make(document.text, Span(0, 3), label=next(labels))])
    assert [fault for _, fault in faults(nlp, ["Ada"], closer=True)] == ["alone it is read differently than in a batch"]


def test_a_report_or_page_that_steers_is_a_fault(monkeypatch):
    monkeypatch.setattr(checking, "write_text", lambda document: document.text)
    found = [fault for _, fault in faults(pipeline(lambda _: []), ["\x1b[2J"], closer=True)]
    assert found == ["the report holds U+001B"]


def test_a_pipe_that_loses_a_document_is_a_fault():
    lossy = SimpleNamespace(pipe=lambda texts, batch_size: [Document(text=texts[0])])
    assert [fault for _, fault in faults(lossy, ["a", "b"], closer=False)] == [
        "pipe gave other documents than it was given"
    ]


def test_growth_is_the_ratio_of_the_shortest_runs():
    assert Growth("a", 2.0, 5.0).ratio == 2.5
    found = list(measured(pipeline(lambda _: []), ["a-", "said "], long=100, times=2))
    assert [item.unit for item in found] == ["a-", "said "]
    assert all(item.doubled >= 0 for item in found)


def test_the_command_reads_articles_and_texts():
    done = CliRunner().invoke(bench, ["fuzz", "--texts", "20", "-c", "shipped:dev"])
    assert done.exit_code == 0, done.output
    assert done.output.splitlines()[-1] == "65 texts, 0 faults"
