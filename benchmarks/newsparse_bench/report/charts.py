"""Plots by matplotlib, each a static SVG in a data address, so that a page needs no other file."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from newsparse.errors import NewsparseError
from newsparse.visible import visible
from newsparse_bench.results import Timing

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.figure import Figure

COLOURS = ("#1f5fa8", "#8a8f98", "#c2611f", "#2e8b57", "#7a4a9c", "#a02c44", "#2b8f92", "#b8860b", "#444444")
WIDTH_INCHES = 9.0
ROW_INCHES = 0.22
MARGIN_INCHES = 0.6
CURVE_INCHES = 3.8
FAR_APART = 25
"""The ratio of the highest to the lowest value from which a scale is logarithmic."""
FEW_TICKS = 300
"""Below this ratio of its ends, a logarithmic scale has ticks at 2 and 5, too."""
STYLE: dict[Any, Any] = {
    "svg.fonttype": "path",
    "svg.hashsalt": "newsparse-bench",
    "text.parse_math": False,
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#e4e4e4",
    "axes.axisbelow": True,
}


class PlotsMissingError(NewsparseError, ImportError):
    """A page was asked for and the library that draws its plots is not installed."""

    code: ClassVar[str] = "NP604"


@attrs.frozen
class Point:
    """A value of one system, the lower and upper ends of its interval, and its text."""

    system: str
    value: float
    low: float
    high: float
    shown: str


def colours(systems: Sequence[str]) -> dict[str, str]:
    """A colour for each system, the same in all plots of a page."""
    return {name: COLOURS[index % len(COLOURS)] for index, name in enumerate(systems)}


def ranges(rows: Mapping[str, Sequence[Point]], palette: Mapping[str, str], *, top: float | None = None) -> str:
    """Points with their intervals on one scale, grouped by row; the address of the image, empty without points.

    The scale goes from 0 to ``top``, or else to the highest value; it is logarithmic where values are far apart.
    """
    lines = list(_lines(rows))
    values = [value for _, point in lines if point for value in (point.low, point.high)]
    if not values:
        return ""
    with _canvas(len(lines) * ROW_INCHES + MARGIN_INCHES) as (figure, axes):
        _scale(axes, values, top)
        axes.set_ylim(len(lines) - 0.4, -0.6)
        for place, (_, point) in enumerate(lines):
            if point:
                colour = palette[point.system]
                axes.plot([point.low, point.high], [place, place], color=colour, linewidth=2.5)
                axes.plot([point.value], [place], "o", color=colour, markersize=5)
                axes.annotate(point.shown, (1.01, place), xycoords=("axes fraction", "data"), va="center")
        axes.set_yticks(range(len(lines)), [visible(name) for name, _ in lines])
        axes.tick_params(axis="y", length=0)
        axes.grid(visible=False, axis="y")
        for label, (_, point) in zip(axes.get_yticklabels(), lines, strict=True):
            label.set_fontweight("normal" if point else "bold")
        return _address(figure)


def _scale(axes: Axes, values: Sequence[float], top: float | None) -> None:
    """The scale of values: logarithmic where they are far apart and have no ``top``, else from 0."""
    if top is None and 0 < FAR_APART * min(values) < max(values):
        axes.set_xscale("log")
        _plain_ticks(axes.xaxis)
    else:
        axes.set_xlim(0, top or max(values) or 1)


def _lines(rows: Mapping[str, Sequence[Point]]) -> Iterator[tuple[str, Point | None]]:
    """The lines of a plot from top to bottom: the name of a row, then its systems."""
    for name, points in rows.items():
        if points:
            yield name, None
            yield from ((point.system, point) for point in points)


def curves(lines: Mapping[str, Sequence[Timing]], palette: Mapping[str, str], *, across: str) -> str:
    """Seconds against sizes on two logarithmic scales, on which a slope of one is growth in proportion.

    The address of the image, empty without points.
    """
    kept = {name: [point for point in line if min(point.size, point.seconds) > 0] for name, line in lines.items()}
    if not any(kept.values()):
        return ""
    with _canvas(CURVE_INCHES) as (figure, axes):
        for name, line in kept.items():
            if line:
                sizes, seconds = [point.size for point in line], [point.seconds for point in line]
                axes.loglog(sizes, seconds, "o-", color=palette[name], markersize=4)
                axes.annotate(
                    visible(name),
                    (sizes[-1], seconds[-1]),
                    xytext=(6, 0),
                    textcoords="offset points",
                    color=palette[name],
                )
        _plain_ticks(axes.xaxis)
        _plain_ticks(axes.yaxis)
        axes.set_xlabel(across)
        axes.set_ylabel("seconds")
        return _address(figure)


@contextmanager
def _canvas(height: float) -> Iterator[tuple[Figure, Axes]]:
    """One plot in the style of the page; raises ``PlotsMissingError`` without matplotlib."""
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure
    except ImportError as error:
        hint = "`pip install 'newsparse-bench[report]'`, or ask for --markdown."
        raise PlotsMissingError(f"plots need matplotlib: {error}.", hint=hint) from error
    with rc_context(STYLE):
        figure = Figure(figsize=(WIDTH_INCHES, height))
        yield figure, figure.subplots()


def _plain_ticks(axis: Axis) -> None:
    """Ticks of a logarithmic scale at 1, 2 and 5, written as plain numbers."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

    low, high = sorted(axis.get_view_interval())
    axis.set_major_locator(LogLocator(subs=(1.0, 2.0, 5.0) if high < FEW_TICKS * low else (1.0,)))
    axis.set_major_formatter(FuncFormatter(lambda value, _place: f"{value:,g}"))
    axis.set_minor_formatter(NullFormatter())


def _address(figure: Figure) -> str:
    """The figure as the data address of an SVG image, the same for the same content."""
    stream = io.BytesIO()
    figure.savefig(stream, format="svg", bbox_inches="tight", metadata={"Date": None})
    return f"data:image/svg+xml;base64,{base64.b64encode(stream.getvalue()).decode('ascii')}"
