"""The run survives what an extractor does to it, with and without worker processes; whoever stops it does stop it."""

from __future__ import annotations

import os
import signal
import time

import pytest

import newsparse
from newsparse.errors import PluginWarning

PLAIN = "Ada said no."

RAISING = {
    "sys.exit(3)": "obeying raised SystemExit: 3",
    "raise KeyboardInterrupt": "obeying raised KeyboardInterrupt",
    "raise GeneratorExit": "obeying raised GeneratorExit",
    "raise UnspeakableError": "obeying raised UnspeakableError: (its message cannot be read: KeyboardInterrupt)",
    "raise MemoryError": "obeying raised MemoryError",
    "f = lambda: f(); f()": "obeying raised RecursionError",
}
ENDING = {
    "os._exit(0)": "the process ended while obeying ran in it",
    "sys.stderr.close(); os.kill(os.getpid(), signal.SIGSEGV)": "the process ended while obeying ran in it",
    "os.kill(os.getpid(), signal.SIGKILL)": "the process ended while obeying ran in it",
}


def ordered(*orders):
    """Articles that order these, each after one that orders nothing."""
    return [text for order in orders for text in (PLAIN, f"Bob said DO: {order}")] + [PLAIN]


def told(documents, code="NP304"):
    """What every second document says of its failure, in which nothing else is missing, nor anywhere in the others."""
    documents = list(documents)
    assert all(document.mentions for document in documents)
    assert all(document.quotes and not document.failures for document in documents[::2])
    failures = [document.failures for document in documents[1::2]]
    assert [[(failure.where, failure.code) for failure in found] for found in failures] == [[("obeying", code)]] * len(
        failures
    )
    return [failure.message for (failure,) in failures]


def each(messages, parts):
    """Whether each message has its part."""
    return [part in message for message, part in zip(messages, parts, strict=True)] == [True] * len(messages)


@pytest.mark.parametrize(("order", "message"), RAISING.items())
def test_whatever_is_raised_costs_one_layer_of_one_document(load, order, message):
    assert each(told(load().pipe(ordered(order))), [message])


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signals")
def test_with_workers_what_ends_the_process_costs_no_more(load):
    orders = RAISING | ENDING
    assert each(told(load().pipe(ordered(*orders), batch_size=3, workers=2)), orders.values())


def test_a_process_that_ends_now_and_then_is_a_warning(load, tmp_path):
    once = f"open({str(tmp_path / 'been')!r}, 'x'); os._exit(1)"
    again = f"os.path.exists({str(tmp_path / 'been')!r}) or ({once.replace('; ', ' and ')})"
    with pytest.warns(PluginWarning, match="a process failed on a batch"):
        documents = list(load().pipe([PLAIN, f"Bob said DO: {again}"], workers=1))
    assert [document.failures for document in documents] == [(), ()]


def test_a_thread_that_an_extractor_leaves_behind_does_not_keep_the_run_from_ending(load, monkeypatch):
    monkeypatch.setattr("newsparse.pipeline.workers.END_SECONDS", 0.5)
    left = "threading.Thread(target=time.sleep, args=(600,)).start()"
    begun = time.monotonic()
    (document,) = load().pipe([f"Bob said DO: {left}"], workers=1)
    assert (len(document.quotes), document.failures) == (1, ())
    assert time.monotonic() - begun < 300


STOPS = {
    "at once": "os.kill(os.getpid(), signal.SIGINT); time.sleep(60)",
    "caught by the plugin": "\ntry:\n  os.kill(os.getpid(), signal.SIGINT); time.sleep(60)\nexcept BaseException: pass",
    "turned into another": (
        "\ntry:\n  os.kill(os.getpid(), signal.SIGINT); time.sleep(60)\nexcept BaseException: raise ValueError"
    ),
}


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no signals to single processes")
@pytest.mark.parametrize("order", STOPS.values(), ids=STOPS)
def test_ctrl_c_stops_the_run_whatever_the_plugin_makes_of_it(load, order):
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        documents = load().pipe(ordered(order), batch_size=1)
        assert next(documents).mentions
        with pytest.raises(KeyboardInterrupt):
            next(documents)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
        assert load()("Ada said no DO: raise KeyboardInterrupt").failures
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no signals to single processes")
def test_what_a_handler_of_the_program_raises_is_not_taken_for_the_plugins(load):
    def stop(*_signal):
        raise SystemExit("stopped by another process")

    before = signal.signal(signal.SIGTERM, stop)
    try:
        with pytest.raises(SystemExit, match="by another process"):
            load()("Bob said DO: os.kill(os.getpid(), signal.SIGTERM); time.sleep(60)")
        assert signal.getsignal(signal.SIGTERM) is stop
    finally:
        signal.signal(signal.SIGTERM, before)


HANGING = {
    "time.sleep(600)": "time.sleep",
    "while True: pass": "",
    "\nwhile True:\n  try: time.sleep(600)\n  except Exception: pass": "",
    "import re; re.match('(x+x+)+y', 'x' * 40)": "re.match",
}
needs_timers = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no such timers")


@needs_timers
def test_what_takes_longer_than_the_limit_costs_one_layer_of_one_document(load):
    nlp = load(timeout=0.3)
    assert each(told(nlp.pipe(ordered(*HANGING)), "NP308"), ["obeying was stopped after 0.3 seconds"] * len(HANGING))


@needs_timers
def test_what_catches_every_interruption_is_stopped_when_it_is_noticed(load):
    stubborn = "\nfor _ in range(3):\n  try: time.sleep(600)\n  except BaseException: pass\nelse: time.sleep(600)"
    assert each(told(load(timeout=0.2).pipe(ordered(stubborn)), "NP308"), ["obeying was stopped after 0.2 seconds"])


@needs_timers
def test_with_workers_even_what_cannot_be_interrupted_is_stopped(load):
    # Signals are blocked, and the interpreter's lock is held all the time.
    deaf = "signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM]); ctypes.PyDLL(None).sleep(600)"
    documents = list(load(timeout=0.5).pipe(ordered("time.sleep(600)", deaf), batch_size=2, workers=1))
    messages = ["obeying was stopped after 0.5 seconds", "obeying could not be interrupted after 0.5 seconds"]
    assert each(told(documents, "NP308"), messages)


@needs_timers
def test_somebody_elses_timer_goes_on(load):
    rung = []
    handler = signal.signal(signal.SIGALRM, lambda *_: rung.append(True))
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        load(timeout=60)(PLAIN)
        assert 0 < signal.getitimer(signal.ITIMER_REAL)[0] <= 0.3
        deadline = time.monotonic() + 10
        while not rung and time.monotonic() < deadline:
            signal.pause()
        assert rung
    finally:
        signal.signal(signal.SIGALRM, handler)


@pytest.mark.parametrize("workers", [1, 2])
def test_workers_change_nothing_also_where_an_extractor_fails_at_random(load, workers):
    nlp = load("obeying", "naming", "fickle")
    texts = [f"Ada said no {number}." for number in range(80)]
    alone = [newsparse.dumps(document) for document in nlp.pipe(texts)]
    assert 20 < sum("ZeroDivisionError" in line or "KeyboardInterrupt" in line for line in alone) < 60
    assert [newsparse.dumps(document) for document in nlp.pipe(texts, batch_size=7, workers=workers)] == alone
