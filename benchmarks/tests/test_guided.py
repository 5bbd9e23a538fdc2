"""Fuzzing that is guided by coverage: what is a fault of each target, what is kept, and what inputs are made from."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

import newsparse
from newsparse.readers.html import read_html
from newsparse_bench.commands import bench
from newsparse_bench.hostile import exploring, guided
from newsparse_bench.hostile.exploring import dictionary, explore, quoted, seeds_of
from newsparse_bench.hostile.guided import FaultError, made
from newsparse_bench.hostile.texts import Material

ARTICLE = "“We lost 5 ships,” said Ada Brook. Tomas Varga, the mayor of Kell, denied that."
MATERIAL = Material([ARTICLE], ["newsparse"])
TOKENIZER = """
import re

def three(text):
    return list(re.finditer(r"\\S+", text))[:3]

class Word:
    def __init__(self, match):
        self.start, self.end = match.span()

def words(text):
    if "odd" in text:
        raise ValueError(text)
    return [Word(match) for match in three(text)] + [Word(match) for match in three(text) if "twice" in text]
"""
"""A tokenizer that stops after three words, takes all "twice" where it reads that, and raises on what is odd."""


@pytest.fixture
def tokenizer(tmp_path, monkeypatch):
    (tmp_path / "three_words.py").write_text(TOKENIZER, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *sys.path]))
    yield "three_words:words"
    sys.modules.pop("three_words", None)


def faults(target, *inputs):
    check = made(target)
    for data in inputs:
        try:
            check(data)
        except FaultError as fault:
            yield str(fault)
        else:
            yield ""


def test_words_that_overlap_or_leave_something_out_are_a_fault(tokenizer):
    found = faults(tokenizer, b" Ada said no ", b"Ada twice", b"Ada said no more")
    assert [*found] == ["", "words overlap, or leave out more than blanks", "words end before the text does"]


@pytest.mark.parametrize("name", ["quotes", "numbers"])
def test_an_extractor_reads_any_bytes(name):
    assert [*faults(name, ARTICLE.encode(), b"\xff\x00\x80 5 \xed\xa0\x80")] == ["", ""]


def test_json_is_refused_or_read_back_as_it_was_written():
    line = newsparse.dumps(newsparse.Document(text="Ada said no."))
    assert [*faults("json", line.encode(), b"{", b"[]", b"\xff")] == [""] * 4


def test_a_page_has_a_text_or_is_refused():
    pytest.importorskip("trafilatura")
    (page,) = seeds_of("html", [ARTICLE])
    assert ARTICLE in read_html(page.encode(), "page.html")[0].text
    assert [*faults("html", page.encode(), b"", b"<html><body></body></html>", b"\xff<p>")] == [""] * 4


def test_each_fault_is_kept_once(tokenizer, tmp_path, monkeypatch, capsys):
    inputs = [b"Ada", b"odd 1", b"odd 2", b"1 2 3 4", b"5 6 7 8"]
    tried = []
    atheris = SimpleNamespace(
        instrument_imports=lambda include: contextlib.nullcontext(),
        Setup=lambda arguments, once: tried.append((arguments, once)),
        Fuzz=lambda: [once(data) for _, once in tried for data in inputs],
    )
    monkeypatch.setitem(sys.modules, "atheris", atheris)
    monkeypatch.setattr(guided, "SAMPLE", b"Ada")
    findings = tmp_path / "findings"
    findings.mkdir()
    guided.main(tokenizer, str(findings), "newsparse", "-seed=1")
    assert tried[0][0][1:] == [f"-artifact_prefix={findings}/", "-seed=1"]
    assert sorted(path.read_bytes() for path in findings.iterdir()) == [b"1 2 3 4", b"odd 1"]
    said = capsys.readouterr().out
    assert "ValueError in words (three_words.py:" in said
    assert "words end before the text does" in said


def test_seeds_are_paragraphs_documents_and_pages():
    assert seeds_of("numbers", [f"{ARTICLE}\n\n  5 ships \n", ARTICLE]) == [ARTICLE, "5 ships"]
    assert newsparse.loads(seeds_of("json", [ARTICLE])[0]).text == ARTICLE
    found = seeds_of("html", [f"{ARTICLE}\n5 < 6\n{ARTICLE} Yes.\n"])
    assert [page.count("<article") for page in found] == [1, 1]
    assert (found[0].count(ARTICLE), found[0].count("<p>5 &lt; 6</p>")) == (3, 1)


def test_dictionaries_are_made_from_word_lists_fields_and_elements():
    assert set(dictionary("numbers", MATERIAL)) == set(MATERIAL.phrases)
    assert {'"layers"', '"quotes"', '"span"'} < set(dictionary("json", MATERIAL))
    assert {"<article", "</p", "class="} < set(dictionary("html", MATERIAL))


def test_words_are_written_as_the_fuzzer_reads_them():
    word = 'a "b" \\ “c”\n'
    written = quoted(word)
    assert written.isascii()
    read = re.sub(r"\\x(..)", lambda match: chr(int(match[1], 16)), written[1:-1])
    assert read.encode("latin-1").decode() == word


def test_the_seed_and_the_time_reach_the_fuzzer(tmp_path, monkeypatch):
    given = []
    monkeypatch.setitem(sys.modules, "atheris", SimpleNamespace())
    monkeypatch.setattr(
        exploring.subprocess, "run", lambda line, check: given.append(line) or SimpleNamespace(returncode=0)
    )
    assert explore("numbers", MATERIAL, ["newsparse"], tmp_path / "found", 9, 7) == []
    assert {"-seed=7", "-max_total_time=9", "numbers", "newsparse"} < set(given[0])


def test_without_atheris_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "atheris", None)
    done = CliRunner().invoke(bench, ["explore", "json"])
    assert "newsparse-bench[fuzz]" in str(done.exception)


def test_the_command_keeps_what_it_finds(tokenizer, tmp_path):
    pytest.importorskip("atheris", reason="atheris is not installed")
    done = CliRunner().invoke(
        bench, ["explore", tokenizer, "--seconds", "2", "--seed", "7", "--findings", str(tmp_path / "found")]
    )
    assert done.exit_code == 1
    assert any((tmp_path / "found").iterdir())
