"""Runs that are stopped halfway go on with ``--resume`` and give the same bytes as a run that nobody stopped."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

ARTICLES = 40
STOP_AT = 25
"""Behind the first batch of articles, and before the last."""


@pytest.fixture
def newsparse_(own_process, tmp_path):
    """Runs ``newsparse parse`` in a process of its own, which a signal may stop at an article."""
    (tmp_path / "in").mkdir()
    for number in range(ARTICLES):
        (tmp_path / "in" / f"{number:02}.txt").write_text(f"Ada said “né \U0001f600”. {number}", "utf-8")

    def run(*arguments, stop=None):
        return own_process("parse", *arguments, stop=stop, at=f" {STOP_AT}")

    return run


def left(folder: Path) -> list[str]:
    return sorted(
        path.name for path in folder.iterdir() if path.name not in {"in", "run.py", "stopping.py", "__pycache__"}
    )


@pytest.mark.parametrize("name", ["out.jsonl", "out.json", "out.txt", "out.csv", "out.parquet", "out.html"])
def test_a_run_that_is_killed_goes_on_and_gives_the_same_bytes(newsparse_, tmp_path, name):
    assert newsparse_("in", "-o", "whole_" + name).returncode == 0
    assert newsparse_("in", "-o", name, stop=signal.SIGKILL).returncode == -signal.SIGKILL
    assert not (tmp_path / name).exists()
    ended = newsparse_("in", "-o", name, "--resume", "-v")
    assert (ended.returncode, ended.stderr.count("40 articles")) == (0, 1)
    assert (tmp_path / name).read_bytes() == (tmp_path / f"whole_{name}").read_bytes()


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_run_that_is_stopped_says_so_keeps_what_is_done_and_leaves_nothing_else(newsparse_, tmp_path, sent, status):
    stopped = newsparse_("in", "-o", "out.jsonl", stop=sent)
    assert stopped.returncode == status
    assert stopped.stderr == "newsparse: stopped after 15 articles; continue with --resume.\n"
    assert left(tmp_path) == ["out.jsonl.part"]
    assert newsparse_("in", "-o", "out.jsonl", "--resume").returncode == 0
    assert left(tmp_path) == ["out.jsonl"]


def test_what_is_done_is_not_done_again(newsparse_, tmp_path):
    newsparse_("in", "-o", "out.jsonl", stop=signal.SIGKILL)
    (tmp_path / "stop").write_text(" 3", "utf-8")
    assert newsparse_("in", "-o", "out.jsonl", "--resume").returncode == 0
    assert (tmp_path / "stop").exists()


def test_a_run_resumed_with_a_limit_keeps_what_it_does_not_write(newsparse_, tmp_path):
    newsparse_("in", "-o", "out.jsonl", stop=signal.SIGINT)
    few = newsparse_("in", "-o", "out.jsonl", "--resume", "--limit", "5")
    assert few.returncode == 0
    assert few.stderr == "newsparse: 10 more finished articles are kept in out.jsonl.part; continue with --resume.\n"
    assert left(tmp_path) == ["out.jsonl", "out.jsonl.part"]
    assert len((tmp_path / "out.jsonl").read_text("utf-8").splitlines()) == 5
    (tmp_path / "stop").write_text(" 3", "utf-8")
    assert newsparse_("in", "-o", "out.jsonl", "--resume").returncode == 0
    assert (tmp_path / "stop").exists()
    assert left(tmp_path)[0] == "out.jsonl"
    assert len((tmp_path / "out.jsonl").read_text("utf-8").splitlines()) == ARTICLES


def test_an_article_that_changed_meanwhile_is_done_anew(newsparse_, tmp_path):
    newsparse_("in", "-o", "out.jsonl", stop=signal.SIGKILL)
    (tmp_path / "in" / "03.txt").write_text("Ida said so. 3", "utf-8")
    newsparse_("in", "-o", "out.jsonl", "--resume")
    newsparse_("in", "-o", "whole.jsonl")
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert "Ida said so." in (tmp_path / "out.jsonl").read_text("utf-8")


def test_a_document_that_was_cut_off_is_done_anew(newsparse_, tmp_path):
    newsparse_("in", "-o", "out.jsonl", stop=signal.SIGKILL)
    journal = tmp_path / "out.jsonl.part"
    journal.write_bytes(journal.read_bytes()[:-5])
    newsparse_("in", "-o", "out.jsonl", "--resume")
    newsparse_("in", "-o", "whole.jsonl")
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_a_second_run_neither_goes_on_nor_begins_anew_by_itself(newsparse_, tmp_path):
    newsparse_("in", "-o", "out.jsonl", stop=signal.SIGKILL)
    refused = newsparse_("in", "-o", "out.jsonl")
    assert refused.returncode == 1
    assert "--resume" in refused.stderr
    assert "--restart" in refused.stderr
    assert newsparse_("in", "-o", "out.jsonl", "--restart").returncode == 0
    assert (tmp_path / "out.jsonl").exists()
    assert not (tmp_path / "out.jsonl.part").exists()


def test_a_run_with_other_extractors_is_not_mixed_in(newsparse_, tmp_path):
    newsparse_("in", "-o", "out.jsonl", stop=signal.SIGKILL)
    refused = newsparse_("in", "-o", "out.jsonl", "--resume", "--exclude", "said")
    assert refused.returncode == 1
    assert "belongs to a run that differs in source 'said'" in refused.stderr


def test_another_file_of_that_name_is_not_touched(newsparse_, tmp_path):
    (tmp_path / "out.jsonl.part").write_text("mine", "utf-8")
    assert newsparse_("in", "-o", "out.jsonl", "--resume").returncode == 1
    assert (tmp_path / "out.jsonl.part").read_text("utf-8") == "mine"


def test_with_workers_a_run_goes_on_too(newsparse_, tmp_path):
    newsparse_("in", "-o", "whole.jsonl")
    newsparse_("in", "-o", "out.jsonl", stop=signal.SIGKILL)
    assert newsparse_("in", "-o", "out.jsonl", "--resume", "--workers", "1").returncode == 0
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_a_run_that_was_not_stopped_can_be_resumed_which_does_it_anew(newsparse_, tmp_path):
    assert newsparse_("in", "-o", "out.jsonl", "--resume").returncode == 0
    assert left(tmp_path) == ["out.jsonl"]


@pytest.mark.parametrize(
    "more", [["--resume"], ["-o", "o", "--resume", "--restart"], ["-o", "o", "--resume", "--explain"]]
)
def test_what_cannot_be_resumed_is_incorrect_usage(newsparse_, more):
    assert newsparse_("in", *more).returncode == 2
