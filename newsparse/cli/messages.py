"""What commands say, on standard output and standard error: nothing in it can steer the terminal."""

from __future__ import annotations

import contextlib
import logging
import traceback
from collections.abc import Iterable, Iterator

import click

from newsparse.host import Problem
from newsparse.visible import one_line, visible


def say(words: str, *, ends: bool = True) -> None:
    """Words on standard output, with a line end unless ``ends`` is false; what would steer the terminal is escaped."""
    click.echo(visible(words), nl=ends)  # noqa: TID251


def tell(words: str, *, ends: bool = True) -> None:
    """As ``say``, on standard error; where that cannot be written to, nothing is lost but the words."""
    with contextlib.suppress(OSError):
        click.echo(visible(words), nl=ends, err=True)  # noqa: TID251


def complain(message: str) -> None:
    """One line on standard error, which nothing in ``message`` can break up or control."""
    tell(f"newsparse: {one_line(message)}")


@contextlib.contextmanager
def noticed(*, verbose: bool = False, debug: bool = False) -> Iterator[None]:
    """What the library logs meanwhile is shown on standard error, a line each: warnings, with ``verbose`` also notices.

    With ``debug`` everything is shown, and where in the code it happened.
    """
    level = logging.DEBUG if debug else logging.INFO if verbose else logging.WARNING
    logger, lines = logging.getLogger("newsparse"), _Lines(level)
    before = logger.level
    logger.addHandler(lines)
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.setLevel(before)
        logger.removeHandler(lines)


class _Lines(logging.Handler):
    """Each record is one line."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record's message, and for debugging its traceback."""
        complain(record.getMessage())
        if record.exc_info and self.level <= logging.DEBUG:
            lines = traceback.format_exception(record.exc_info[1])
            tell("".join(lines), ends=False)


def complain_of(problems: Iterable[Problem]) -> None:
    """A line on standard error for each problem with a plugin."""
    for problem in problems:
        complain(problem.message)
