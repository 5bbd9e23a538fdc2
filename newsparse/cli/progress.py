"""How far a run is, on a terminal; and what it came to, in one line."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import attrs
import click

from newsparse.cli.messages import complain
from newsparse.model import Document

_CLEAR = "\r\x1b[K"


@attrs.define
class Progress:
    """Counts documents, and shows a bar on standard error where that is a terminal and ``shown`` is set.

    ``total`` is the number of articles, or None where it is not known beforehand.
    """

    shown: bool
    total: int | None = None
    counts: Counter[str] = attrs.field(factory=Counter, init=False)
    codes: Counter[str] = attrs.field(factory=Counter, init=False)
    _began: float = attrs.field(factory=time.monotonic, init=False)
    _bar: Any = attrs.field(default=None, init=False)

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
        with click.progressbar(
            length=self.total or 0,
            label="newsparse",
            show_pos=True,
            show_percent=self.total is not None,
            show_eta=self.total is not None,
            item_show_func=lambda _: self._rate(),
            file=sys.stderr,
        ) as self._bar:
            yield
        self._bar = None

    def add(self, document: Document) -> None:
        """One more document is done."""
        self.counts.update(articles=1, quotes=len(document.get("quotes")), figures=len(document.get("numbers")))
        self.codes.update(failure.code for failure in document.failures)
        if self._bar:
            self._bar.length = self.total or self.counts["articles"]
            self._bar.update(1, self)

    def complain(self, message: str) -> None:
        """One line on standard error, in place of the bar until the next document."""
        if self._bar:
            click.echo(_CLEAR, nl=False, err=True)  # noqa: TID251
        complain(message)

    def summary(self) -> str:
        """What was done: "3 articles, 10 quotes, 4 figures, 1 failure (1 NP401), 2.1 s, 1.4 articles a second"."""
        seconds = time.monotonic() - self._began
        counted = [_counted(self.counts[name], name) for name in ("articles", "quotes", "figures")]
        failed = _counted(self.codes.total(), "failures")
        codes = ", ".join(f"{count} {code}" for code, count in sorted(self.codes.items()))
        parts = [*counted, f"{failed} ({codes})" if codes else failed, f"{seconds:,.1f} s", self._rate()]
        return ", ".join(parts) + "."

    def _rate(self) -> str:
        seconds = max(time.monotonic() - self._began, 1e-9)
        rate = f"{self.counts['articles'] / seconds:,.1f} articles a second"
        return f"{rate}, {self.codes.total():,} failed" if self._bar and self.codes else rate


def _counted(count: int, plural: str) -> str:
    return f"{count:,} {plural if count != 1 else plural[:-1]}"
