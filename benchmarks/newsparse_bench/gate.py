"""Floors for the figures: a change that makes a figure worse than its floor does not pass."""

from __future__ import annotations

from typing import ClassVar

from newsparse.errors import NewsparseError
from newsparse_bench.results import Floors, Result

SLACK_F1 = 0.005
"""How far below a figure its floor is set."""


class FloorError(NewsparseError, ValueError):
    """Floors cannot be set: one would fall and nobody asked for that, or something was not measured."""

    code: ClassVar[str] = "NP602"


def check(result: Result, floors: Floors, system: str = "newsparse") -> list[str]:
    """What is wrong: the floors were set on other gold, or figures are missing or below their floors."""
    gold = result.signature.gold
    if gold != floors.gold:
        return [f"the floors were set on gold {floors.gold}, but this is {gold}: set them again with --update."]
    figures = result.systems[system].figures if system in result.systems else {}
    problems = []
    for name, floor in floors.floors.items():
        if name not in figures:
            problems.append(f"{name}: not measured.")
        elif figures[name].f1 < floor:
            problems.append(f"{name}: {100 * figures[name].f1:.2f} is below the floor {100 * floor:.2f}.")
    return problems


def updated(result: Result, old: Floors | None, *, lower: bool, system: str = "newsparse") -> Floors:
    """New floors, a little below the figures; raises ``FloorError``.

    It does so if the system was not measured, or if a floor would fall and ``lower`` is not set.

    Floors on other gold say nothing about these figures, but dropping them needs ``lower``, too.
    """
    if system not in result.systems:
        raise FloorError(f"{system} was not measured: {result.skipped.get(system, 'it is not part of this run.')}")
    figures = result.systems[system].figures
    new = {name: round(max(0.0, figure.f1 - SLACK_F1), 4) for name, figure in figures.items() if figure.gold}
    before = old.floors if old else {}
    fallen = sorted(name for name, floor in before.items() if new.get(name, -1.0) < floor)
    if fallen and not lower:
        raise FloorError(f"these floors would fall: {', '.join(fallen)}.", hint="Add --lower if that is intended.")
    sign = result.signature
    return Floors(corpus=sign.corpus, part=sign.part, gold=sign.gold, floors=new)
