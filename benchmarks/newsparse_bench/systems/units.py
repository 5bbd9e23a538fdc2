"""The units of peers as ours and as NewsQuant's, from ``units.json``: quantulum3 and CQE share most names."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from typing import Any

import attrs

from newsparse.model import Quantity


@lru_cache
def tables() -> dict[str, dict[str, Any]]:
    """``claims``: fields of a quantity by a peer's name of the unit; ``newsquant``: that set's name for it."""
    found: dict[str, dict[str, Any]] = json.loads(
        resources.files(__package__).joinpath("units.json").read_text("utf-8")
    )
    return found


def quantity(low: Decimal, high: Decimal, name: str) -> Quantity:
    """The quantity from ``low`` to ``high`` in the unit that a peer names; a unit that we do not know is a measure."""
    plain = Quantity(low=min(low, high), high=max(low, high))
    if tables()["newsquant"].get(name, name) == "-":
        return plain
    return attrs.evolve(plain, **tables()["claims"].get(name, {"kind": "measure", "unit": name}))


def newsquant(name: str) -> str:
    """NewsQuant's name of a unit, "-" for none."""
    unit: str = tables()["newsquant"].get(name, name) or "-"
    return unit


def known(name: str) -> bool:
    """Whether the unit is one of ours, rather than a noun that is counted."""
    return name in tables()["claims"]
