"""Code of plugins is called in one place: what it raises is a value, but not what the handler of a signal raises."""

from __future__ import annotations

import signal
import threading
import time

import pytest

from newsparse.guard import Caught, TimeIsUp, attempt, watching

needs_timers = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no such timers")


@pytest.fixture(autouse=True)
def _ctrl_c():
    """Ctrl-C as a program on a terminal has it; a shell may have started the tests without it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def raising(error):
    raise error


def test_what_is_returned_is_returned_and_what_is_raised_is_a_value():
    assert attempt(divmod, 7, 2) == (3, 1)
    error = KeyboardInterrupt("of its own")
    assert attempt(raising, error) == Caught(error)


def test_what_a_plugin_raises_in_another_thread_is_a_value_too():
    found = []
    thread = threading.Thread(target=lambda: found.append(attempt(raising, KeyboardInterrupt())))
    thread.start()
    thread.join()
    assert isinstance(found[0], Caught)


def interrupted(swallowed):
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        if not swallowed:
            raise
    return "done"


@pytest.mark.parametrize("swallowed", [True, False])
@pytest.mark.parametrize("depth", [1, 3])
def test_ctrl_c_passes_through_every_call_and_is_forgotten_after_that(swallowed, depth):
    def nested(left):
        return attempt(nested, left - 1) if left else interrupted(swallowed)

    with pytest.raises(KeyboardInterrupt), watching():
        nested(depth)
    with pytest.raises(KeyboardInterrupt):
        nested(depth)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert isinstance(attempt(raising, KeyboardInterrupt()), Caught)


def test_a_handler_that_a_plugin_sets_stays():
    def ignore(*_signal):
        return None

    attempt(signal.signal, signal.SIGINT, ignore)
    assert signal.getsignal(signal.SIGINT) is ignore


def test_a_handler_that_raises_nothing_changes_nothing():
    came = []
    signal.signal(signal.SIGINT, lambda *_: came.append(True))
    assert attempt(interrupted, False) == "done"
    error = attempt(lambda: signal.raise_signal(signal.SIGINT) or 1 / 0)
    assert isinstance(error, Caught)
    assert isinstance(error.error, ZeroDivisionError)
    assert came == [True, True]


@needs_timers
def test_a_limit_ends_the_call_alone():
    late = attempt(time.sleep, 60, seconds=0.05)
    assert isinstance(late, Caught)
    assert isinstance(late.error, TimeIsUp)
    assert attempt(time.sleep, 0.06) is None
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) == signal.SIG_DFL
