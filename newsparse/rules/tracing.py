"""Traces: what was asked, which rules answered and which answer was picked, recorded only when somebody listens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import attrs

from newsparse.model import Span
from newsparse.rules.options import Option


@attrs.frozen(kw_only=True)
class Tried:
    """A rule that was asked, and its answer in words; None where it had none."""

    rule: str
    answer: str | None


@attrs.frozen(kw_only=True)
class Traced:
    """One decision: the question, its place in the text, all rules with their answers, and what decided.

    ``decided`` is the name of a rule, None where the question was left open. ``options`` are the answers themselves
    with their features, for fitting weights. With ``in_title``, ``at`` is a place in the title.
    """

    question: str
    at: Span
    tried: tuple[Tried, ...]
    decided: str | None
    answer: str | None
    confidence: float | None = None
    options: tuple[Option[Any], ...] = ()
    in_title: bool = False


_TRACE: ContextVar[list[Traced] | None] = ContextVar("newsparse_trace", default=None)


def current() -> list[Traced] | None:
    """The trace that listens in this context, if any."""
    return _TRACE.get()


@contextmanager
def traced() -> Iterator[list[Traced]]:
    """Records every decision made inside the ``with`` block, in this thread and process, in the order made."""
    trace: list[Traced] = []
    token = _TRACE.set(trace)
    try:
        yield trace
    finally:
        _TRACE.reset(token)


@contextmanager
def about_title() -> Iterator[None]:
    """What is decided inside the ``with`` block is recorded as being about the title of an article."""
    trace = current()
    before = len(trace) if trace is not None else 0
    try:
        yield
    finally:
        if trace is not None:
            trace[before:] = [attrs.evolve(entry, in_title=True) for entry in trace[before:]]
