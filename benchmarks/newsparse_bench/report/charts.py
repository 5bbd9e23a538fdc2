"""Plots as SVG, drawn by hand so that a page needs nothing else: figures with intervals, bars, and curves."""

from __future__ import annotations

import html
import math
from collections.abc import Mapping, Sequence

import attrs

COLOURS = ("#1f5fa8", "#8a8f98", "#c2611f", "#2e8b57", "#7a4a9c", "#a02c44", "#2b8f92", "#b8860b", "#444444")
LEFT, WIDTH, RIGHT, LINE = 190, 520, 130, 19


@attrs.frozen
class Point:
    """A value of one system, with the lower and the upper end of what it may be, and its words."""

    system: str
    value: float
    low: float
    high: float
    shown: str


def safe(value: object) -> str:
    """The value as text of HTML."""
    return html.escape(str(value))


def colours(systems: Sequence[str]) -> dict[str, str]:
    """A colour for each system, the same in all plots of a page."""
    return {name: COLOURS[index % len(COLOURS)] for index, name in enumerate(systems)}


def ranges(
    rows: Mapping[str, Sequence[Point]], palette: Mapping[str, str], *, top: float | None = None, unit: str = ""
) -> str:
    """Points with their intervals on one scale: a group of lines a row, a line a system.

    The scale goes from 0 to ``top``, without it to the highest value; it is logarithmic where values are far apart.
    """
    values = [value for points in rows.values() for point in points for value in (point.low, point.high)]
    scale = _linear(top or max(values, default=1)) if top or not _far_apart(values) else _wide(values)
    parts: list[str] = []
    y = 30.0
    for name, points in rows.items():
        parts.append(f"<text class='name' x='0' y='{y + 4:.0f}'>{safe(name)}</text>")
        y += LINE
        for point in points:
            parts += _range(point, y, palette[point.system], scale)
            y += LINE
        y += 8
    grid = "".join(_tick(scale.place(value), f"{_plain(value)}{unit}", y - 12) for value in scale.ticks())
    return f"<svg viewBox='0 0 {LEFT + WIDTH + RIGHT} {y:.0f}' role='img'>{grid}{''.join(parts)}</svg>"


def _range(point: Point, y: float, colour: str, scale: _Linear | _Scale) -> list[str]:
    low, high, middle = (scale.place(value) for value in (point.low, point.high, point.value))
    return [
        f"<text x='{LEFT - 10}' y='{y + 4:.0f}' text-anchor='end'>{safe(point.system)}</text>",
        f"<line x1='{LEFT}' x2='{middle:.1f}' y1='{y:.0f}' y2='{y:.0f}' stroke='{colour}' stroke-opacity='.25' "
        "stroke-width='9'/>",
        f"<line x1='{low:.1f}' x2='{high:.1f}' y1='{y:.0f}' y2='{y:.0f}' stroke='{colour}' stroke-width='2.5'/>",
        f"<circle cx='{middle:.1f}' cy='{y:.0f}' r='4.5' fill='{colour}'/>",
        f"<text x='{LEFT + WIDTH + 10}' y='{y + 4:.0f}'>{safe(point.shown)}</text>",
    ]


def _tick(x: float, words: str, bottom: float) -> str:
    return (
        f"<line x1='{x:.1f}' x2='{x:.1f}' y1='18' y2='{bottom:.0f}' stroke='#e4e4e4'/>"
        f"<text class='tick' x='{x:.1f}' y='12' text-anchor='middle'>{words}</text>"
    )


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:g}"


def _far_apart(values: Sequence[float]) -> bool:
    return bool(values) and 0 < 25 * min(values) < max(values)


def curves(lines: Mapping[str, Sequence[Sequence[float]]], palette: Mapping[str, str], *, across: str, up: str) -> str:
    """Values against sizes on two logarithmic scales, a line a system: a slope of one is growth in proportion."""
    points = [point for line in lines.values() for point in line if min(point) > 0]
    if not points:
        return ""
    x = _scale([p[0] for p in points], 60, 620)
    y = _scale([p[1] for p in points], 290, 30)
    parts = [_axis(x, y, across, up)]
    for name, line in lines.items():
        places = [(x.place(a), y.place(b)) for a, b in line if min(a, b) > 0]
        if not places:
            continue
        path = " ".join(f"{a:.1f},{b:.1f}" for a, b in places)
        parts.append(f"<polyline points='{path}' fill='none' stroke='{palette[name]}' stroke-width='2'/>")
        parts += [f"<circle cx='{a:.1f}' cy='{b:.1f}' r='3.5' fill='{palette[name]}'/>" for a, b in places]
    ends = {name: y.place(line[-1][1]) for name, line in lines.items() if line and min(line[-1]) > 0}
    for name, place in _apart(ends):
        parts.append(f"<text x='632' y='{place + 4:.0f}' style='fill:{palette[name]}'>{safe(name)}</text>")
    return f"<svg viewBox='0 0 760 330' role='img'>{''.join(parts)}</svg>"


@attrs.frozen
class _Linear:
    """A scale from 0 to a round number."""

    top: float
    step: float

    def place(self, value: float) -> float:
        """The place of ``value``."""
        return LEFT + WIDTH * min(value, self.top) / self.top

    def ticks(self) -> list[float]:
        """Round numbers from 0 to the top."""
        return [index * self.step for index in range(round(self.top / self.step) + 1)]


def _linear(top: float) -> _Linear:
    """The scale whose top is ``top`` or the next round number above."""
    if top <= 0:
        return _Linear(1, 1)
    power = 10.0 ** math.floor(math.log10(top / 5))
    step = next(step * power for step in (1, 2, 5, 10) if 5 * step * power >= top * (1 - 1e-9))
    return _Linear(step * math.ceil(top / step - 1e-9), step)


@attrs.frozen
class _Scale:
    """A logarithmic scale between two places."""

    low: float
    high: float
    start: float
    end: float

    def place(self, value: float) -> float:
        """The place of ``value``."""
        share = (math.log(value) - math.log(self.low)) / (math.log(self.high) - math.log(self.low))
        return self.start + (self.end - self.start) * share

    def ticks(self) -> list[float]:
        """The powers of ten within, with their doubles and fives where there are few."""
        first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
        steps = (1, 2, 5) if self.high / self.low < 900 else (1,)
        every = [step * 10.0**power for power in range(first, last + 1) for step in steps]
        return [value for value in every if self.low <= value <= self.high]


def _scale(values: Sequence[float], start: float, end: float) -> _Scale:
    low, high = min(values) / 1.15, max(values) * 1.15
    return _Scale(low, high, start, end)


def _wide(values: Sequence[float]) -> _Scale:
    """A logarithmic scale of whole powers of ten."""
    low, high = (10.0 ** edge(math.log10(end)) for edge, end in ((math.floor, min(values)), (math.ceil, max(values))))
    return _Scale(low, high, LEFT, LEFT + WIDTH)


def _axis(x: _Scale, y: _Scale, across: str, up: str) -> str:
    parts = []
    for value in x.ticks():
        a = x.place(value)
        parts.append(f"<line x1='{a:.1f}' x2='{a:.1f}' y1='30' y2='290' stroke='#eee'/>")
        parts.append(f"<text class='tick' x='{a:.1f}' y='306' text-anchor='middle'>{_plain(value)}</text>")
    for value in y.ticks():
        b = y.place(value)
        parts.append(f"<line x1='60' x2='620' y1='{b:.1f}' y2='{b:.1f}' stroke='#eee'/>")
        parts.append(f"<text class='tick' x='52' y='{b + 4:.1f}' text-anchor='end'>{_plain(value)}</text>")
    parts.append("<path d='M60 30V290H620' fill='none' stroke='#888'/>")
    parts.append(f"<text class='tick' x='340' y='325' text-anchor='middle'>{safe(across)}</text>")
    parts.append(f"<text class='tick' x='60' y='18'>{safe(up)}</text>")
    return "".join(parts)


def _apart(places: Mapping[str, float], gap: float = 16) -> list[tuple[str, float]]:
    """The labels from top to bottom, moved down where they would cover each other."""
    result: list[tuple[str, float]] = []
    for name, place in sorted(places.items(), key=lambda item: item[1]):
        result.append((name, max(place, result[-1][1] + gap) if result else place))
    return result
