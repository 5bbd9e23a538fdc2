"""What worker processes are given and how they end: batches ahead, threads, what they print, and who is to blame."""

from __future__ import annotations

import sys
import time

import pytest

from newsparse.errors import ExtractionError
from newsparse.model import Document

PLAIN = "Ada said no."
ENDS = "Bob said DO: os._exit(0)"


def order(code):
    return f"Bob said DO: {code}"


def test_two_batches_for_each_process_are_read_ahead_and_each_process_has_one_thread(load, monkeypatch):
    monkeypatch.setattr("newsparse.pipeline.workers.END_SECONDS", 400)
    taken = []

    def articles():
        for _ in range(8):
            taken.append(order("assert THREADS == [1], THREADS"))
            yield taken[-1]
        raise OSError("the wire went down")

    begun, results = time.monotonic(), load().pipe(articles(), batch_size=2, workers=1)
    documents = [next(results)]
    assert len(taken) == 4
    documents += [next(results) for _ in range(7)]
    with pytest.raises(OSError, match="the wire went down"):
        next(results)
    assert [document.failures for document in documents] == [()] * 8
    # Processes that have nothing more to do end by themselves.
    assert time.monotonic() - begun < 300


def test_whoever_wants_no_more_does_not_wait_for_what_was_begun(load, monkeypatch):
    monkeypatch.setattr("newsparse.pipeline.workers.END_SECONDS", 400)
    results = load().pipe([PLAIN, order("time.sleep(600)"), PLAIN], batch_size=1, workers=1)
    assert next(results).quotes
    begun = time.monotonic()
    results.close()
    assert time.monotonic() - begun < 300


@pytest.mark.parametrize("is_aside", [False, True])
def test_what_a_plugin_prints_goes_where_the_program_prints(load, monkeypatch, capfd, is_aside):
    if is_aside:
        monkeypatch.setattr(sys, "stdout", sys.stderr)
    (document,) = load().pipe([order("print('heard', flush=True)")], workers=1)
    assert document.failures == ()
    heard = capfd.readouterr()
    assert ("heard" in heard.out, "heard" in heard.err) == (not is_aside, is_aside)


def test_what_did_not_come_back_is_nobody_s_fault_and_neighbours_keep_their_places(load):
    class Here(Document):
        """A document that no other process can know."""

    given = [PLAIN, 7, Here(text="Cid came."), ENDS, "Eve left."]
    documents = list(load().pipe(given, batch_size=5, workers=1))
    assert [document.text for document in documents] == [PLAIN, "", "Cid came.", ENDS, "Eve left."]
    assert [[failure.where for failure in document.failures] for document in documents] == [
        [],
        ["input"],
        ["workers"],
        ["obeying"],
        [],
    ]
    assert documents[2].failures[0].message.startswith("no result came back from the process that it ran in (")


def test_what_ends_its_process_in_time_is_raised_as_that(load):
    with pytest.raises(ExtractionError, match="the process ended while obeying ran in it"):
        list(load(timeout=300, on_failure="raise").pipe([ENDS], workers=1))
