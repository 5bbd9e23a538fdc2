"""The one place where code of plugins is called: whatever it raises comes back as a value, and may take so long.

What the handler of a signal raises meanwhile, such as ``KeyboardInterrupt`` after Ctrl-C, is not the plugin's doing. It
is raised as if the plugin were not there, even if the plugin caught it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any, Protocol, TextIO, TypeVar

import attrs

Result = TypeVar("Result")
Handler = Callable[[int, FrameType | None], Any]

STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""The signals by which a run is stopped from outside."""

GRACE_SECONDS = 2.0
"""A worker process that cannot be interrupted is ended so long after the time limit."""

_AGAIN_SECONDS = 0.1
"""How long after an interruption that the plugin caught the next one comes, at least."""


class TimeIsUp(BaseException):
    """Interrupts a plugin at its time limit; not an ``Exception``, so that few plugins catch it."""


@attrs.frozen
class Caught:
    """What a plugin raised."""

    error: BaseException


def attempt(
    work: Callable[..., Result], *arguments: Any, seconds: float | None = None, name: str = ""
) -> Result | Caught:
    """What ``work(*arguments)`` returns, or what it raises: ``TimeIsUp`` if it takes longer than ``seconds``.

    A limit is kept where ``keeps_limits()``. A worker process notes ``name`` during the call, in case it ends there.
    Raises only what the handler of a signal raised meanwhile.
    """
    with watching(), _noted(name, seconds):
        result = _tried(work, arguments) if seconds is None else _timed(work, arguments, seconds)
        if _in_main_thread() and _stopped:
            raise _stopped[0]
        return result


@contextlib.contextmanager
def watching() -> Iterator[None]:
    """A block in which signals that stop the run are told from what plugins raise; around many calls, it saves time."""
    if _watched or not _in_main_thread():
        yield
        return
    _stopped.clear()
    handlers = {number: handler for number in STOPPING if callable(handler := signal.getsignal(number))}
    noticing = {number: _noticing(handler) for number, handler in handlers.items()}
    try:
        for number, handler in noticing.items():
            _watched[number] = signal.signal(number, handler)
        yield
    finally:
        _watched.clear()
        for number, handler in noticing.items():
            if signal.getsignal(number) is handler:  # else a plugin has set one of its own
                signal.signal(number, handlers[number])


_watched: dict[int, Any] = {}
"""The signals that are watched, in the main thread, and what handled them before."""
_stopped: list[BaseException] = []
"""What a handler raised in the block that is being watched."""


def _noticing(handler: Handler) -> Handler:
    def notice(number: int, frame: FrameType | None) -> None:
        try:
            handler(number, frame)
        except BaseException as error:
            _stopped.append(error)
            raise

    return notice


def _tried(work: Callable[..., Result], arguments: tuple[Any, ...]) -> Result | Caught:
    try:
        return work(*arguments)
    except BaseException as error:
        return Caught(error)


def keeps_limits() -> bool:
    """Whether a time limit is kept here: in worker processes, and in the main thread where there is ``setitimer``.

    Windows has no ``setitimer``, and Python runs handlers of signals in the main thread alone.
    """
    return bool(_expendable) or (_in_main_thread() and hasattr(signal, "setitimer"))


def _timed(work: Callable[..., Result], arguments: tuple[Any, ...], seconds: float) -> Result | Caught:
    """As ``_tried``; interrupts what runs as Python code, or looks for signals, at the limit and again after it."""
    if not (_in_main_thread() and hasattr(signal, "setitimer")):
        return _tried(work, arguments)

    def ring(*_signal: object) -> None:
        raise TimeIsUp

    handler, begun = signal.signal(signal.SIGALRM, ring), time.monotonic()
    timer = signal.setitimer(signal.ITIMER_REAL, seconds, max(seconds, _AGAIN_SECONDS))
    try:
        try:
            return _tried(work, arguments)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    except TimeIsUp as late:  # between the end of the plugin and that of the timer
        signal.setitimer(signal.ITIMER_REAL, 0)
        return Caught(late)
    finally:
        signal.signal(signal.SIGALRM, handler or signal.SIG_DFL)
        if timer[0]:  # somebody else's goes on
            signal.setitimer(signal.ITIMER_REAL, max(timer[0] - time.monotonic() + begun, 0.001), timer[1])


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


NOTE_BYTES = 256
"""The size of a note."""


class Note(Protocol):
    """Bytes that another process sees, such as a ``RawArray`` of ``multiprocessing``."""

    value: bytes


@attrs.frozen
class _Expendable:
    note: Note
    nowhere: TextIO


_expendable: list[_Expendable] = []


def expend(note: Note) -> None:
    """From now on this process notes in ``note`` whom it calls and since when, and ends if that cannot be interrupted.

    ``noted`` reads it in another process.
    """
    _expendable[:] = [_Expendable(note, open(os.devnull, "w", encoding="utf-8"))]  # noqa: SIM115 - kept open


def noted(note: Note) -> tuple[str, float]:
    """The name of what a process was calling when it ended, and the seconds since the call; empty if it called none."""
    begun, _, name = note.value.decode("utf-8", "replace").partition(" ")
    return (name, time.time() - float(begun)) if name else ("", 0.0)


@contextlib.contextmanager
def _noted(name: str, seconds: float | None) -> Iterator[None]:
    if not (_expendable and name):
        yield
        return
    process = _expendable[0]
    process.note.value = f"{time.time()} {name}".encode()[: NOTE_BYTES - 1]
    if seconds is not None:  # from a thread without Python, since code that holds the interpreter's lock may hang
        faulthandler.dump_traceback_later(seconds + GRACE_SECONDS, exit=True, file=process.nowhere)
    try:
        yield
    finally:
        if seconds is not None:
            faulthandler.cancel_dump_traceback_later()
        process.note.value = b""
