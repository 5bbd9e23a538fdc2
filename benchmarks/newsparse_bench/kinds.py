"""What gold needs besides claims: numerals that are no quantities, rows of NewsQuant, and what is left unlabelled."""

from __future__ import annotations

from typing import ClassVar

import attrs

from newsparse.model import Annotation


@attrs.frozen(kw_only=True)
class Numeral(Annotation):
    """A numeral that does not state a quantity; ``reason`` says what it is ("date", "year", "phone", "name", ...)."""

    KIND: ClassVar[str] = "numeral"

    reason: str


@attrs.frozen(kw_only=True)
class Unlabelled(Annotation):
    """A stretch in which the corpus does not label roles, so that a role found there is neither right nor wrong."""

    KIND: ClassVar[str] = "unlabelled"


@attrs.frozen(kw_only=True)
class Row(Annotation):
    """A quantity in NewsQuant's form: one value or two, the sign of its change, its unit, and its concept in words."""

    KIND: ClassVar[str] = "newsquant"

    values: tuple[float, ...]
    change: str = "="
    unit: str = "-"
    concept: tuple[str, ...] = ()
