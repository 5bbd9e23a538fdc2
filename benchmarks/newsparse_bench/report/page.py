"""One page of HTML that needs nothing else: plots, tables, and the worst articles with both labellings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from typing import Any

from newsparse_bench.report.charts import Point, colours, curves, ranges, safe
from newsparse_bench.report.tables import cell, measured, number
from newsparse_bench.report.texts import pair

RATES = "words/s"
BRACKETS = re.compile(r" (\([^()]*\))$")
SMALL = r" <small>\1</small>"


def page(results: Sequence[dict[str, Any]], speed: dict[str, Any] | None = None) -> str:
    """The page for one or more results, and a speed run where there is one."""
    names = list(dict.fromkeys(name for result in [*results, speed or {}] for name in result.get("systems", {})))
    palette = colours(names)
    sections = [(_title(result), _accuracy(result, palette)) for result in results]
    if speed:
        sections.append(("Speed", _speed(speed, palette)))
    links = "".join(f"<a href='#s{i}'>{safe(title)}</a>" for i, (title, _) in enumerate(sections))
    body = "\n".join(
        f"<section id='s{i}'><h2>{safe(title)}</h2>\n{''.join(parts)}</section>"
        for i, (title, parts) in enumerate(sections)
    )
    style = resources.files(__package__).joinpath("page.css").read_text("utf-8")
    return (
        "<!doctype html>\n<html lang='en'><head><meta charset='utf-8'><title>newsparse bench</title>"
        f"<meta name='viewport' content='width=device-width, initial-scale=1'><style>{style}</style></head>"
        f"<body><header><h1>newsparse bench</h1><nav>{links}</nav></header>\n{body}\n</body></html>\n"
    )


def _title(result: dict[str, Any]) -> str:
    return f"{result['signature']['corpus']}, {result['signature']['part']}"


def _accuracy(result: dict[str, Any], palette: Mapping[str, str]) -> Iterator[str]:
    sign, systems = result["signature"], result["systems"]
    names = list(dict.fromkeys(name for found in systems.values() for name in found["figures"]))
    first = [name for name in result.get("leading", names) if name in names]
    yield f"<p>{sign['articles']} articles. F1 in percent; the lines are 95% intervals, articles drawn.</p>"
    yield ranges({name: points for name in first if (points := _points(name, systems))}, palette, top=100, unit="%")
    rows = [[name, *(cell(found["figures"].get(name)) for found in systems.values())] for name in names]
    rows.append(["articles with a crash", *(str(len(found["crashes"])) for found in systems.values())])
    every = table(["F1 (95% interval)", *systems], rows)
    yield f"<details><summary>All {len(names)} figures</summary>{every}</details>"
    yield from _tests(result["compared"])
    for name, reason in result["skipped"].items():
        yield f"<p class='quiet'>{safe(name)} was skipped: {safe(reason)}</p>"
    for name, found in systems.items():
        if found["worst"]:
            yield f"<h3>Where {safe(name)} errs most</h3><p class='key'>{KEY}</p>"
            yield "".join(pair(name, article) for article in found["worst"])
    yield f"<p class='quiet small'>Signature: {safe(_words(sign))}.</p>"


KEY = (
    "<mark class='quote'>quote</mark> <mark class='number'>number</mark> <mark class='name'>name</mark> "
    "<mark class='name wrong'>in one of the two only</mark>: point at one to see what is said of it"
)


def _points(name: str, systems: dict[str, Any]) -> list[Point]:
    found = []
    for system, result in systems.items():
        figure = result["figures"].get(name)
        if measured(figure):
            low, high = (100 * figure.get(end, figure["f1"]) for end in ("low", "high"))
            found.append(Point(system, 100 * figure["f1"], low, high, cell(figure)))
    return found


def _tests(compared: Sequence[dict[str, Any]]) -> Iterator[str]:
    if not compared:
        return
    rows = [
        [row["figure"], f"{row['one']} against {row['other']}", f"{100 * row['difference']:+.1f}", _chance(row["p"])]
        for row in compared
    ]
    head = ["paired test", "systems", "difference", "p"]
    yield f"<details><summary>Paired tests between systems</summary>{table(head, rows)}</details>"


def _chance(value: float) -> str:
    return f"{value:.4f}" + ("" if value < 0.05 else ", not significant")


def _words(facts: Mapping[str, Any]) -> str:
    return ", ".join(f"{key} {value}" for key, value in facts.items())


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; all cells are escaped, and what stands in brackets may go to a line of its own."""
    top = "".join(f"<th>{safe(item)}</th>" for item in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{BRACKETS.sub(SMALL, safe(item))}</td>" for item in row) + "</tr>" for row in rows
    )
    return f"<div class='wide'><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"


def _speed(result: dict[str, Any], palette: Mapping[str, str]) -> Iterator[str]:
    systems = result["systems"]
    names = list(dict.fromkeys(name for found in systems.values() for name in found))
    yield f"<p>{result['articles']} articles of {result['words']:,} words in all; medians of {result['times']} runs, "
    yield "the lines from the slowest to the fastest. Only ratios within one run travel. "
    yield "Where systems are far apart the scale is logarithmic.</p>"
    rates = {name: _rates(name, systems) for name in names if name.startswith(RATES)}
    yield ranges(rates, palette)
    rows = [[name, *(number(found.get(name)) for found in systems.values())] for name in names]
    yield table(["median (lowest–highest)", *systems], rows)
    yield "<h3>One article, longer and longer</h3>"
    yield curves(result["length"], palette, across="words of the article", up="seconds")
    yield "<h3>More and more articles</h3>"
    yield curves(result["count"], palette, across="articles in one batch", up="seconds")
    for name, reason in result["skipped"].items():
        yield f"<p class='quiet'>{safe(name)} was skipped: {safe(reason)}</p>"
    yield f"<p class='quiet small'>Machine: {safe(_words(result['machine']))}.</p>"


def _rates(name: str, systems: dict[str, Any]) -> list[Point]:
    runs = {system: found[name] for system, found in systems.items() if name in found}
    return [Point(system, r["median"], r["low"], r["high"], f"{r['median']:,.0f}") for system, r in runs.items()]
