"""What the command line says besides its results: one line each, on standard error."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterable, Iterator

import click

from newsparse.host import Problem
from newsparse.visible import one_line


def complain(message: str) -> None:
    """One line on standard error, which nothing in ``message`` can break up or control."""
    click.echo(f"newsparse: {one_line(message)}", err=True)


@contextlib.contextmanager
def noticed() -> Iterator[None]:
    """Notices that the library logs meanwhile are lines on standard error."""
    logger, lines = logging.getLogger("newsparse"), _Lines(logging.WARNING)
    logger.addHandler(lines)
    try:
        yield
    finally:
        logger.removeHandler(lines)


class _Lines(logging.Handler):
    """Each record is one line."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record's message."""
        complain(record.getMessage())


def complain_of(problems: Iterable[Problem]) -> None:
    """A line on standard error for each problem with a plugin."""
    for problem in problems:
        complain(problem.message)
