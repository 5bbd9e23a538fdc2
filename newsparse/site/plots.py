"""Plots by hand: where bars and points lie; the template draws them as SVG with links, without a script."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from math import log

import attrs

from newsparse.visible import counted

WIDTH, HEIGHT = 640, 120
_LABELS = 5
"""Labels below an axis, at most."""
_LABEL = 80
"""Room for a month below an axis, where the letters are large."""
_MONTHS = 12
_ROW, _BAR = 26, 16
_NAMES, _COUNTS = 170, 60
"""Room for names on the left and numbers on the right of lying bars."""
_MARGIN = 10
_SCALE = 96
"""Room for the values beside their axis."""
_OPEN = 16
"""How far a mark reaches towards an open end."""
_FAR = 100
"""How many times a value must be another for a logarithmic axis."""


def _rounded(value: float) -> float:
    return round(value, 1)


@attrs.frozen
class Box:
    """A place in a plot."""

    x: float = attrs.field(converter=_rounded)
    y: float = attrs.field(converter=_rounded)
    width: float = attrs.field(converter=_rounded)
    height: float = attrs.field(converter=_rounded)


@attrs.frozen(kw_only=True)
class Bar:
    """A rectangle; ``label`` is what it says to somebody who points at it or hears it."""

    box: Box
    label: str
    link: str = ""
    style: str = ""


@attrs.frozen(kw_only=True)
class Label:
    """Words beside an axis."""

    x: float
    y: float
    words: str
    anchor: str = "middle"


@attrs.frozen(kw_only=True)
class Plot:
    """What is drawn, in a box of ``width`` and ``height``; ``title`` says what it shows."""

    title: str
    width: float
    height: float
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()


def months(counts: Mapping[str, int], title: str, link: Callable[[str], str], unit: str) -> Plot | None:
    """A column per month, "2024-05", without gaps; None where there is only one month or none."""
    every = _between(min(counts), max(counts)) if counts else []
    if len(every) < 2:  # noqa: PLR2004 - one column shows nothing
        return None
    top, step = max(counts.values()), WIDTH / len(every)
    bars, labels = [], []
    spacing = -(-len(every) // _LABELS)
    for place, month in enumerate(every):
        count = counts.get(month, 0)
        height = HEIGHT * count / top
        left = place * step
        if count:
            box = Box(left + step * 0.1, HEIGHT - height + _MARGIN, step * 0.8, height)
            bars.append(Bar(box=box, label=f"{month}: {counted(count, unit)}", link=link(month)))
        if place % spacing == 0:
            labels.append(_month(left + step / 2, month))
    return Plot(title=title, width=WIDTH, height=HEIGHT + 42, bars=tuple(bars), labels=tuple(labels))


def _month(middle: float, month: str) -> Label:
    """A month below its column, or at the edge of the plot where it would reach beyond it."""
    x, anchor = round(middle, 1), "middle"
    if middle < _LABEL / 2:
        x, anchor = 0, "start"
    elif middle > WIDTH - _LABEL / 2:
        x, anchor = WIDTH, "end"
    return Label(x=x, y=HEIGHT + 34, words=month, anchor=anchor)


def stacked(
    rows: Sequence[tuple[str, Mapping[str, int]]], title: str, kinds: Sequence[str], link: Callable[[str, str], str]
) -> Plot | None:
    """A lying bar per row, made of a piece per kind; all have one scale."""
    totals = [sum(counts.values()) for _, counts in rows]
    if not any(totals):
        return None
    scale = (WIDTH - _NAMES - _COUNTS) / max(totals)
    bars, labels = [], []
    for place, ((name, counts), total) in enumerate(zip(rows, totals, strict=True)):
        left, top = float(_NAMES), place * _ROW + _MARGIN
        middle = top + _BAR - 4
        labels.append(Label(x=_NAMES - 8, y=middle, words=_short(name), anchor="end"))
        for number, kind in enumerate(kinds):
            width = counts.get(kind, 0) * scale
            if width:
                words = f"{name}: {counts[kind]:,} {kind}"
                box = Box(left, top, width, _BAR)
                bars.append(Bar(box=box, label=words, link=link(name, kind), style=f"k{number}"))
            left += width
        labels.append(Label(x=round(left + 6, 1), y=middle, words=f"{total:,}", anchor="start"))
    shown = tuple((f"k{number}", kind) for number, kind in enumerate(kinds) if any(row[1].get(kind) for row in rows))
    height = len(rows) * _ROW + 2 * _MARGIN
    return Plot(title=title, width=WIDTH, height=height, bars=tuple(bars), labels=tuple(labels), legend=shown)


@attrs.frozen(kw_only=True)
class Value:
    """A figure to draw: its day, its ends (None for an open one), and what it says."""

    day: str
    low: float | None
    high: float | None
    label: str
    link: str


def values(found: Iterable[Value], title: str) -> Plot | None:
    """Figures over time: a mark per figure, longer towards an open end; None where nothing differs.

    Values that are far apart have a logarithmic axis, which the title says.
    """
    dated = [item for item in found if item.low is not None or item.high is not None]
    ends = [end for item in dated for end in (item.low, item.high) if end is not None]
    if not ends or min(ends) == max(ends):
        return None
    axis = _Axis.of(min(ends), max(ends))
    days = _Days.of(item.day for item in dated)
    bars = [
        Bar(box=_mark(item, days.at(item.day), axis), label=item.label, link=item.link, style=_openness(item))
        for item in dated
    ]
    shown = f"{title} (logarithmic)" if axis.logarithmic else title
    labels = (*axis.labels(), *days.labels())
    return Plot(title=shown, width=WIDTH, height=HEIGHT + 48, bars=tuple(bars), labels=labels)


@attrs.frozen
class _Axis:
    """The upright axis of values."""

    low: float
    high: float
    logarithmic: bool

    @classmethod
    def of(cls, low: float, high: float) -> _Axis:
        return cls(low, high, low > 0 and high / low > _FAR)

    def at(self, value: float) -> float:
        low, high, here = (log(end) if self.logarithmic else end for end in (self.low, self.high, value))
        return _OPEN + 2 + HEIGHT * (1 - (here - low) / (high - low))

    def labels(self) -> list[Label]:
        return [
            Label(x=_SCALE - 14, y=round(self.at(end) + 4, 1), words=f"{end:,.12g}", anchor="end")
            for end in (self.low, self.high)
        ]


@attrs.frozen
class _Days:
    """The lying axis of days, by their numbers; a single day is in its middle."""

    first: int
    last: int
    room: int = WIDTH - _SCALE - _MARGIN

    @classmethod
    def of(cls, days: Iterable[str]) -> _Days:
        numbers = list(map(_ordinal, days))
        return cls(min(numbers), max(numbers))

    def at(self, day: str) -> float:
        if self.first == self.last:
            return _SCALE + self.room / 2
        return _SCALE + (_ordinal(day) - self.first) * (self.room / (self.last - self.first))

    def labels(self) -> list[Label]:
        edges: list[tuple[float, str, int]] = [(_SCALE, "start", self.first), (_SCALE + self.room, "end", self.last)]
        if self.first == self.last:
            edges = [(_SCALE + self.room / 2, "middle", self.first)]
        return [
            Label(x=at, y=HEIGHT + 40, words=date.fromordinal(day).isoformat(), anchor=anchor)
            for at, anchor, day in edges
        ]


def _mark(item: Value, x: float, axis: _Axis) -> Box:
    ends = [axis.at(end) for end in (item.high, item.low) if end is not None]
    top = ends[0] - (_OPEN if item.high is None else 4)
    bottom = ends[-1] + (_OPEN if item.low is None else 4)
    return Box(x - 4, top, 8, bottom - top)


def _openness(item: Value) -> str:
    return "open" if item.low is None or item.high is None else ""


def _between(first: str, last: str) -> list[str]:
    """All months from the first to the last."""
    start, end = (int(month[:4]) * _MONTHS + int(month[5:]) - 1 for month in (first, last))
    return [f"{number // _MONTHS:04}-{number % _MONTHS + 1:02}" for number in range(start, end + 1)]


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _short(name: str) -> str:
    most = 24
    return name if len(name) <= most else f"{name[: most - 1]}…"
