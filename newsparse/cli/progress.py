"""How far a run is, on a terminal; and what it came to, in one line."""

from __future__ import annotations

import itertools
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import attrs
import click

from newsparse.cli.messages import complain
from newsparse.inputs import Inputs
from newsparse.model import Document
from newsparse.visible import counted

_CLEAR = "\r\x1b[K"


@attrs.define
class Progress:
    """Counts documents, and shows a bar on standard error where that is a terminal and ``shown`` is set.

    ``total`` is the number of articles, or None where it is not known; then ``estimate`` says about how many.
    """

    shown: bool
    total: int | None = None
    estimate: Callable[[], int | None] | None = None
    counts: Counter[str] = attrs.field(factory=Counter, init=False)
    codes: Counter[str] = attrs.field(factory=Counter, init=False)
    _began: float = attrs.field(factory=time.monotonic, init=False)
    _bar: Any = attrs.field(default=None, init=False)

    def expect(self, inputs: Inputs, limit: int | None) -> None:
        """Count the articles, or have their number estimated while they are read."""
        total = inputs.total()
        estimate = inputs.estimating() if total is None else None
        self.total = _at_most(total, limit)
        self.estimate = estimate and (lambda: _at_most(estimate(), limit))

    @property
    def on_terminal(self) -> bool:
        """Whether somebody watches."""
        return self.shown and sys.stderr is not None and sys.stderr.isatty()

    @contextmanager
    def running(self) -> Iterator[None]:
        """A block in which the bar is shown."""
        if not self.on_terminal:
            yield
            return
        known = {"length": self.total} if self.total else {"iterable": itertools.count()}
        with click.progressbar(
            **known,
            label="newsparse",
            show_pos=self.total is not None,
            show_percent=self.total is not None,
            show_eta=True,
            item_show_func=lambda _: self._state(),
            file=sys.stderr,
        ) as self._bar:
            yield
        self._bar = None

    def add(self, document: Document) -> None:
        """One more document is done."""
        self.counts.update(articles=1, quotes=len(document.get("quotes")), figures=len(document.get("numbers")))
        self.codes.update(failure.code for failure in document.failures)
        if self._bar:
            self._bar.length = self._expected()
            self._bar.show_percent = self._bar.length is not None
            self._bar.update(1, self)

    def complain(self, message: str) -> None:
        """One line on standard error, in place of the bar until the next document."""
        if self._bar:
            click.echo(_CLEAR, nl=False, err=True)  # noqa: TID251
        complain(message)

    def summary(self) -> str:
        """What was done: "3 articles, 10 quotes, 4 figures, 1 failure (1 NP401), 2.1 s, 1.4 articles a second"."""
        seconds = time.monotonic() - self._began
        done = [counted(self.counts[name], name) for name in ("articles", "quotes", "figures")]
        failed = counted(self.codes.total(), "failures")
        codes = ", ".join(f"{count} {code}" for code, count in sorted(self.codes.items()))
        parts = [*done, f"{failed} ({codes})" if codes else failed, f"{seconds:,.1f} s", self._rate()]
        return ", ".join(parts) + "."

    def _expected(self) -> int | None:
        """How many articles there are, as far as that is known; never fewer than are done."""
        expected = self.total or (self.estimate() if self.estimate else None)
        return expected and max(expected, self.counts["articles"])

    def _state(self) -> str:
        """What is shown beside the bar."""
        done, expected = self.counts["articles"], self._expected()
        if self.total:
            return self._rate()
        return f"{done:,} of about {expected:,}, {self._rate()}" if expected else f"{done:,}, {self._rate()}"

    def _rate(self) -> str:
        seconds = max(time.monotonic() - self._began, 1e-9)
        rate = f"{self.counts['articles'] / seconds:,.1f} articles a second"
        return f"{rate}, {self.codes.total():,} failed" if self._bar and self.codes else rate


def _at_most(count: int | None, limit: int | None) -> int | None:
    return count if count is None or limit is None else min(count, limit)
