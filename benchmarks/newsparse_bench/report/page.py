"""One page of HTML that needs nothing else: tables, plots as SVG, and the worst articles with both labellings."""

from __future__ import annotations

import html
import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from newsparse_bench.report.tables import cell

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; margin: 1rem 0; } td, th { border: 1px solid #ccc; padding: .2rem .6rem; }
th { background: #f3f3f3; text-align: left; } td { text-align: right; } td:first-child { text-align: left; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; } .pair div { white-space: pre-wrap; }
mark.quote { background: #ffe9a8; } mark.number { background: #b9e3c6; } mark.name { background: #c9d8f5; }
svg { max-width: 100%; } svg text { font: 13px system-ui, sans-serif; } summary { cursor: pointer; }
@media (max-width: 50rem) { .pair { grid-template-columns: 1fr; } }
"""
COLOURS = ("#1f5fa8", "#b2571d", "#3b7d3b", "#7a4a9c", "#a02c44", "#5c5c5c", "#2b8f92")


def page(results: Sequence[dict[str, Any]], speed: dict[str, Any] | None = None) -> str:
    """The page for one or more results, and a speed run where there is one."""
    body = [part for result in results for part in _section(result)]
    if speed:
        body += list(_speed(speed))
    return (
        "<!doctype html>\n<html lang='en'><head><meta charset='utf-8'><title>newsparse bench</title>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        f"<style>{STYLE}</style></head><body><h1>newsparse bench</h1>\n" + "\n".join(body) + "\n</body></html>\n"
    )


def _section(result: dict[str, Any]) -> Iterator[str]:
    sign, systems = result["signature"], result["systems"]
    yield f"<h2>{_safe(sign['corpus'])}, {_safe(sign['part'])}: {sign['articles']} articles</h2>"
    names = list(dict.fromkeys(name for found in systems.values() for name in found["figures"]))
    rows = [[name, *(cell(found["figures"].get(name)) for found in systems.values())] for name in names]
    rows.append(["crashes", *(str(len(found["crashes"])) for found in systems.values())])
    yield table(["F1 (95% interval)", *systems], rows)
    yield bars(names, systems)
    tests = [
        [r["figure"], f"{r['one']} – {r['other']}", f"{100 * r['difference']:+.1f}", f"{r['p']:.4f}"]
        for r in result["compared"]
    ]
    if tests:
        yield table(["paired test", "systems", "difference", "p"], tests)
    for name, reason in result["skipped"].items():
        yield f"<p>{_safe(name)} was skipped: {_safe(reason)}</p>"
    for name, found in systems.items():
        for article in found["worst"]:
            yield _worst(name, article)
    signature = ", ".join(f"{key} {value}" for key, value in sign.items())
    yield f"<p><small>Signature: {_safe(signature)}.</small></p>"


def _safe(value: object) -> str:
    return html.escape(str(value))


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; all cells are escaped."""
    top = "".join(f"<th>{_safe(item)}</th>" for item in head)
    body = "".join("<tr>" + "".join(f"<td>{_safe(item)}</td>" for item in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def bars(names: Sequence[str], systems: dict[str, Any]) -> str:
    """F1 of every figure as points with their intervals, a row a figure, a colour a system."""
    shown = [n for n in names if any(_plotted(found["figures"].get(n)) for found in systems.values())]
    height, left, width = 12 + 14 * len(systems), 270, 560
    parts = []
    for row, name in enumerate(shown):
        top = 30 + row * height
        parts.append(f"<text x='{left - 8}' y='{top + height / 2}' text-anchor='end'>{_safe(name)}</text>")
        for number, found in enumerate(systems.values()):
            figure, y = found["figures"].get(name), top + 10 + 14 * number
            if _plotted(figure):
                low, high, middle = (left + width * figure.get(k, figure["f1"]) for k in ("low", "high", "f1"))
                colour = COLOURS[number % len(COLOURS)]
                parts.append(f"<line x1='{low:.1f}' x2='{high:.1f}' y1='{y}' y2='{y}' stroke='{colour}'/>")
                parts.append(f"<circle cx='{middle:.1f}' cy='{y}' r='4' fill='{colour}'/>")
    bottom = 30 + len(shown) * height
    for tick in range(0, 101, 20):
        x = left + width * tick / 100
        parts.append(f"<line x1='{x}' x2='{x}' y1='26' y2='{bottom}' stroke='#ddd'/><text x='{x}' y='20'>{tick}</text>")
    key = "".join(
        f"<tspan fill='{COLOURS[i % len(COLOURS)]}'> ● {_safe(name)}</tspan>" for i, name in enumerate(systems)
    )
    parts.append(f"<text x='{left}' y='{bottom + 20}'>{key}</text>")
    return f"<svg viewBox='0 0 {left + width + 40} {bottom + 30}' role='img'>{''.join(parts)}</svg>"


def _plotted(figure: dict[str, float] | None) -> bool:
    return bool(figure) and bool(figure.get("gold", 1))  # type: ignore[union-attr]


def _worst(system: str, article: dict[str, Any]) -> str:
    text = article["text"]
    gold, guess = (highlighted(text, article[name]) for name in ("gold", "guess"))
    return (
        f"<details><summary>{_safe(system)}: {_safe(article['id'])}, {article['errors']} errors</summary>"
        f"<div class='pair'><div><b>gold</b>\n{gold}</div><div><b>{_safe(system)}</b>\n{guess}</div></div></details>"
    )


def highlighted(text: str, spans: Sequence[Sequence[Any]]) -> str:
    """``text`` with ``mark`` elements over ``spans`` (start, end, class); where spans nest or cross, each is cut."""
    edges = sorted({0, len(text), *(s[0] for s in spans), *(s[1] for s in spans)})
    pieces = []
    for start, end in itertools.pairwise(edges):
        own = [kind for a, b, kind in spans if a <= start and end <= b]
        words = _safe(text[start:end])
        pieces.append(f"<mark class='{own[-1]}' title='{', '.join(own)}'>{words}</mark>" if own else words)
    return "".join(pieces)


def _speed(result: dict[str, Any]) -> Iterator[str]:
    yield "<h2>Speed</h2>"
    names = list(dict.fromkeys(name for found in result["systems"].values() for name in found))
    rows = []
    for name in names:
        runs = [found.get(name) for found in result["systems"].values()]
        rows.append([name, *(f"{r['median']:,.4g} ({r['low']:,.4g}–{r['high']:,.4g})" if r else "–" for r in runs)])
    yield table(["median (lowest–highest)", *result["systems"]], rows)
    yield scaling(result["scaling"])
    machine = ", ".join(f"{key} {value}" for key, value in result["machine"].items())
    yield f"<p><small>Machine: {_safe(machine)}.</small></p>"


def scaling(curves: dict[str, list[list[float]]]) -> str:
    """Seconds against the words of one article, a line a system."""
    points = [point for curve in curves.values() for point in curve]
    if not points:
        return ""
    wide, high = max(p[0] for p in points) or 1, max(p[1] for p in points) or 1
    parts = [
        "<line x1='60' y1='280' x2='640' y2='280' stroke='#888'/><line x1='60' y1='20' x2='60' y2='280' stroke='#888'/>"
    ]
    for number, (name, curve) in enumerate(curves.items()):
        colour = COLOURS[number % len(COLOURS)]
        line = " ".join(f"{60 + 580 * w / wide:.1f},{280 - 250 * s / high:.1f}" for w, s in curve)
        parts.append(f"<polyline points='{line}' fill='none' stroke='{colour}'/>")
        parts.append(f"<text x='70' y='{30 + 16 * number}' fill='{colour}'>{_safe(name)}</text>")
    parts.append(f"<text x='560' y='298'>{wide:,.0f} words</text><text x='2' y='30'>{high:.2f} s</text>")
    return f"<svg viewBox='0 0 700 305' role='img'>{''.join(parts)}</svg>"
