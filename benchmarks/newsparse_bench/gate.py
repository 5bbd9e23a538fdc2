"""Floors under the figures: a change that makes a figure worse than its floor does not pass."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from newsparse.errors import NewsparseError, SchemaError
from newsparse_bench import inputs


class FloorError(NewsparseError, ValueError):
    """A floor was to be lowered without being asked to."""

    code: ClassVar[str] = "NP602"


def check(result: dict[str, Any], floors: dict[str, Any], system: str = "newsparse") -> list[str]:
    """What is wrong: other gold than the floors were set on, figures that are missing or below their floors."""
    gold = result["signature"]["gold"]
    if gold != floors["gold"]:
        return [f"the floors are set on gold {floors['gold']}, this is {gold}: set them anew with --update."]
    figures = result["systems"].get(system, {}).get("figures", {})
    problems = []
    for name, floor in floors["floors"].items():
        value = figures.get(name, {}).get("f1")
        if value is None:
            problems.append(f"{name}: not measured.")
        elif value < floor:
            problems.append(f"{name}: {100 * value:.2f} is below the floor {100 * floor:.2f}.")
    return problems


def updated(
    result: dict[str, Any], old: dict[str, Any] | None, *, lower: bool, slack: float = 0.005, system: str = "newsparse"
) -> dict[str, Any]:
    """New floors, ``slack`` below the figures; raises ``FloorError`` where one would fall and ``lower`` is not set.

    Floors on other gold say nothing about these figures, but dropping them needs ``lower`` all the same.
    """
    figures = result["systems"][system]["figures"]
    new = {name: round(max(0.0, values["f1"] - slack), 4) for name, values in figures.items() if values.get("gold", 1)}
    before = (old or {}).get("floors", {})
    fallen = sorted(name for name, floor in before.items() if new.get(name, -1.0) < floor)
    if fallen and not lower:
        raise FloorError(f"these floors would fall: {', '.join(fallen)}.", hint="Say --lower if that is meant.")
    return {"corpus": result["signature"]["corpus"], "part": result["signature"]["part"]} | {
        "gold": result["signature"]["gold"],
        "floors": new,
    }


def read(path: Path) -> dict[str, Any]:
    """The floors in the file at ``path``; raises ``SchemaError``."""
    floors = inputs.parsed(path)
    if not isinstance(floors, dict) or "gold" not in floors or not isinstance(floors.get("floors"), dict):
        raise SchemaError(f"{path}: floors need 'gold' and 'floors'.")
    return floors
