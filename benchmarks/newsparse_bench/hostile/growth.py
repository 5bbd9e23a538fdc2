"""How time grows: each unit of text repeated, and repeated twice as often; measured, so no part of the tests."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Sequence

import attrs

from newsparse.model import Document
from newsparse.pipeline import Pipeline

UNITS = (
    *("a-", "1-", "+", "a.", "@", "x@", "http://", "1,", "½", "-", "\n", "\t", "é", "A ", "5 ", "5% ", "$", "$5 "),
    *('"a" ', "“a ", "“a” ", "(", "a b. ", "A poll said 5% ", "“Yes,” he said. ", "Ada Brook said no. "),
    *("said ", "of the ", "and ", "- 5 ships\n", "ADA: No.\n", "Mr. ", "five ", "million ", "its ", "who ", "that "),
    *("Ada Brook, the mayor of Kell, ", "in May 2023 ", "U.S. ", "<b>", "&amp; ", "12:30 ", "10-12 ", "her ", "… "),
)
MOST = 2.5
"""Twice the text may take so many times as long."""
LONG = 20_000
"""Characters of the shorter text."""


@attrs.frozen
class Growth:
    """The seconds for a unit repeated, and for twice as much of it: the least of several runs each."""

    unit: str
    seconds: float
    doubled: float

    @property
    def ratio(self) -> float:
        """How many times as long twice the text takes."""
        return self.doubled / max(self.seconds, 1e-9)


def measured(pipeline: Pipeline, units: Sequence[str] = UNITS, *, long: int = LONG, times: int = 3) -> Iterator[Growth]:
    """The growth for each unit, longest texts of ``2 * long`` characters; runs of both lengths take turns."""
    for unit in units:
        count = max(long // len(unit), 1)
        runs = [(_seconds(pipeline, unit * count), _seconds(pipeline, unit * 2 * count)) for _ in range(times)]
        yield Growth(unit, *map(min, zip(*runs, strict=True)))


def _seconds(pipeline: Pipeline, text: str) -> float:
    """Of this process, without the garbage collector, as ``timeit`` measures: it looks at all objects now and then."""
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        pipeline(Document(text=text))
        return time.process_time() - begun
    finally:
        gc.enable()
