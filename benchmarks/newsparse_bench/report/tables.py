"""Results as Markdown: figures in percent with their intervals, a column for each system."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def markdown(result: dict[str, Any]) -> str:
    """The tables of one result, with its signature."""
    return "\n".join(_lines(result)) + "\n"


def _lines(result: dict[str, Any]) -> Iterator[str]:
    sign, systems = result["signature"], result["systems"]
    yield f"## {sign['corpus']}, {sign['part']} ({sign['articles']} articles)"
    yield ""
    if systems:
        yield "| F1 (95% interval) | " + " | ".join(systems) + " |"
        yield "|---" * (1 + len(systems)) + "|"
        for name in dict.fromkeys(name for found in systems.values() for name in found["figures"]):
            yield f"| {name} | " + " | ".join(cell(found["figures"].get(name)) for found in systems.values()) + " |"
        yield "| articles with a crash | " + " | ".join(str(len(found["crashes"])) for found in systems.values()) + " |"
        yield ""
    for row in result["compared"]:
        sure = "" if row["p"] < 0.05 else ": not significant"
        yield (
            f"- {row['figure']}: {row['one']} against {row['other']} {100 * row['difference']:+.1f} "
            f"(p = {row['p']:.4f}{sure})"
        )
    for name, reason in result["skipped"].items():
        yield f"- {name} was skipped: {reason}"
    yield ""
    yield "Signature: " + ", ".join(f"{key} {value}" for key, value in sign.items()) + "."


def cell(figure: dict[str, float] | None) -> str:
    """A figure in percent with its interval; "–" where there is nothing to measure."""
    if not figure or not measured(figure):
        return "–"
    if "low" not in figure:
        return f"{100 * figure['f1']:.1f}"
    return f"{100 * figure['f1']:.1f} ({100 * figure['low']:.1f}–{100 * figure['high']:.1f})"


def measured(figure: dict[str, float] | None) -> bool:
    """Whether gold has anything to measure."""
    return bool(figure) and bool(figure.get("gold", 1))  # type: ignore[union-attr]


def speed_markdown(result: dict[str, Any]) -> str:
    """The table of a speed run, with the machine."""
    lines = ["## Speed", "", "| | " + " | ".join(result["systems"]) + " |"]
    lines.append("|---" * (1 + len(result["systems"])) + "|")
    for name in dict.fromkeys(name for found in result["systems"].values() for name in found):
        cells = [number(found.get(name)) for found in result["systems"].values()]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    lines += [f"- {name} was skipped: {reason}" for name, reason in result["skipped"].items()]
    lines += ["", "Machine: " + ", ".join(f"{key} {value}" for key, value in result["machine"].items()) + "."]
    return "\n".join(lines) + "\n"


def number(runs: dict[str, float] | None) -> str:
    """The median of several runs, with the lowest and the highest; "–" where there are none."""
    if not runs:
        return "–"
    return f"{_plain(runs['median'])} ({_plain(runs['low'])}–{_plain(runs['high'])})"


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
