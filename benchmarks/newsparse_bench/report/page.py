"""One page of HTML that needs no other file: plots, tables, all errors, the worst articles with both labellings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import attrs

from newsparse.visible import in_page
from newsparse_bench.report import tables
from newsparse_bench.report.charts import Point, colours, curves, ranges
from newsparse_bench.report.texts import Pair, pair
from newsparse_bench.results import Comparison, Result, Slip, SpeedResult, Spread, SystemResult, facts
from newsparse_bench.statistics import SIGNIFICANT_P

if TYPE_CHECKING:
    from jinja2 import Template

RATES = "words/s"
BRACKETS = re.compile(r"(.*) (\([^()]*\))", re.DOTALL)
PERCENT = 100
Rows = Sequence[Sequence[str]]


@attrs.frozen
class Slips:
    """All errors of a system, and how many there are by kind and by sort, as (words, class in the page, count)."""

    found: Sequence[Slip]
    kinds: Sequence[tuple[str, str, int]]
    sorts: Sequence[tuple[str, str, int]]


@attrs.frozen
class Accuracy:
    """The section of one run."""

    title: str
    articles: int
    plot: str
    head: Sequence[str]
    rows: Rows
    tests: Rows
    skipped: Mapping[str, str]
    worst: Mapping[str, Sequence[Pair]]
    slips: Mapping[str, Slips]
    undone: Mapping[str, Sequence[str]]
    signature: str


@attrs.frozen
class Speed:
    """The section of a speed run; ``plot``, ``length`` and ``count`` are addresses of images."""

    title: str
    articles: int
    words: int
    times: int
    plot: str
    head: Sequence[str]
    rows: Rows
    length: str
    count: str
    skipped: Mapping[str, str]
    machine: str


def page(results: Sequence[Result], speed: SpeedResult | None = None) -> str:
    """The page for one or more results, and a speed run where there is one.

    Raises ``PlotsMissingError`` without matplotlib.
    """
    names = [name for result in results for name in result.systems] + list(speed.systems if speed else ())
    palette = colours(list(dict.fromkeys(names)))
    sections: list[Accuracy | Speed] = [_accuracy(result, palette) for result in results]
    if speed:
        sections.append(_speed(speed, palette))
    return _template().render(sections=sections) + "\n"


@cache
def _template() -> Template:
    """The template; everything that is put into it is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("newsparse_bench.report")
    environment = Environment(
        loader=loader, autoescape=True, finalize=in_page, undefined=StrictUndefined, trim_blocks=True
    )
    environment.filters["brackets"] = brackets
    environment.filters["kind_class"] = kind_class
    return environment.get_template("page.html.j2")


def brackets(words: str) -> tuple[str, str]:
    """The words of a cell, and what is in brackets at the end."""
    found = BRACKETS.fullmatch(words)
    return (found[1], found[2]) if found else (words, "")


def _accuracy(result: Result, palette: Mapping[str, str]) -> Accuracy:
    first = [name for name in result.leading if name in result.figures] or result.figures
    return Accuracy(
        title=result.name,
        articles=result.signature.articles,
        plot=ranges({name: _points(name, result) for name in first}, palette, top=PERCENT),
        head=["F1 (95% interval; precision, recall)", *result.systems],
        rows=tables.rows(result, whole=True),
        tests=[_test(test) for test in result.compared],
        skipped=result.skipped,
        worst={name: [pair(article) for article in found.worst] for name, found in result.systems.items()},
        slips={name: _slips(found.slips) for name, found in result.systems.items() if found.slips},
        undone=tables.undone(result),
        signature=facts(result.signature),
    )


def _slips(found: Sequence[Slip]) -> Slips:
    kinds, sorts = Counter(slip.kind for slip in found), Counter(slip.sort for slip in found)
    return Slips(
        found=found,
        kinds=[(name, kind_class(name), count) for name, count in kinds.most_common()],
        sorts=[(name, name.replace(" ", "-"), count) for name, count in sorts.most_common()],
    )


def kind_class(kind: str) -> str:
    """The class by which errors of a kind are hidden; layers of plugins share one."""
    return kind if kind in ("quote", "number", "name") else "other"


def _points(name: str, result: Result) -> list[Point]:
    figures = {system: found.figures[name] for system, found in _doing(name, result)}
    return [
        Point(system, PERCENT * f.f1, PERCENT * f.low, PERCENT * f.high, tables.cell(f))
        for system, f in figures.items()
        if f.gold
    ]


def _doing(name: str, result: Result) -> Iterator[tuple[str, SystemResult]]:
    """The systems that have a figure and give anything for its task."""
    for system, found in result.systems.items():
        if name in found.figures and result.does(system, name):
            yield system, found


def _test(test: Comparison) -> list[str]:
    sure = "" if test.p_adjusted < SIGNIFICANT_P else ", not significant"
    values = [f"{PERCENT * test.difference:+.1f}", f"{test.p:.4f}", f"{test.p_adjusted:.4f}{sure}"]
    return [test.figure, tables.systems(test), *values]


def _speed(result: SpeedResult, palette: Mapping[str, str]) -> Speed:
    rates = {name: _rates(name, result.systems) for name in result.figures if name.startswith(RATES)}
    return Speed(
        title="Speed",
        articles=result.articles,
        words=result.words,
        times=result.times,
        plot=ranges(rates, palette),
        head=["median (lowest–highest)", *result.systems],
        rows=tables.speed_rows(result),
        length=curves(result.length, palette, across="words of the article"),
        count=curves(result.count, palette, across="articles in one batch"),
        skipped=result.skipped,
        machine=facts(result.machine),
    )


def _rates(name: str, systems: Mapping[str, Mapping[str, Spread]]) -> list[Point]:
    runs = {system: found[name] for system, found in systems.items() if name in found}
    return [Point(system, r.median, r.low, r.high, f"{r.median:,.0f}") for system, r in runs.items()]
