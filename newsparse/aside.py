"""What plugins say besides what they return: it goes to standard error, and nothing in it can steer the terminal."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TextIO

from newsparse.errors import PluginWarning, message_of
from newsparse.visible import visible


class Aside:
    """In place of standard output for what plugins print: written to ``stream``; what cannot be written is dropped."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream

    def write(self, words: str) -> int:
        """Write the words, with what would steer a terminal as escapes."""
        if self._stream is not None:
            with contextlib.suppress(OSError, ValueError):
                self._stream.write(visible(words))
        return len(words)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each of them."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Have what was written written out."""
        if self._stream is not None:
            with contextlib.suppress(OSError, ValueError):
                self._stream.flush()

    def close(self) -> None:
        """Nothing: standard error is not the plugin's to close."""

    def __getattr__(self, name: str) -> Any:
        """Whatever else the stream has."""
        return getattr(self._stream, name)


@contextlib.contextmanager
def aside() -> Iterator[None]:
    """A block in which what is printed on standard output goes to standard error."""
    if is_aside():
        yield
        return
    with contextlib.redirect_stdout(Aside(sys.stderr)):
        yield


def is_aside() -> bool:
    """Whether what is printed now goes to standard error."""
    return isinstance(sys.stdout, Aside)


@contextlib.contextmanager
def heard(say: Callable[[str], None]) -> Iterator[None]:
    """A block in which each warning, and each record of a logger that nobody has set up, is a line for ``say``."""

    def show(
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,  # noqa: ARG001 - the signature of ``warnings.showwarning``
        line: str | None = None,  # noqa: ARG001
    ) -> None:
        words = message if isinstance(message, str) else message_of(message)
        coded = issubclass(category, PluginWarning)
        say(words if coded else f"{category.__name__}: {words} ({os.path.basename(filename)}:{lineno})")

    before = warnings.showwarning, logging.lastResort
    warnings.showwarning, logging.lastResort = show, _Saying(say)
    try:
        yield
    finally:
        warnings.showwarning, logging.lastResort = before


class _Saying(logging.Handler):
    """Says what a record says."""

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        """Say it; a record whose parts do not fit together is said as it was given, with the reason."""
        try:
            words = record.getMessage()
        except Exception as error:  # as logging itself does: a message must not end what it is about
            words = f"{record.msg} ({message_of(error)})"
        self._say(f"{record.name}: {words}")
