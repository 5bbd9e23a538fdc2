"""The kind of annotation that this plugin adds: numerals that are not quantities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

import attrs

from newsparse.model import Annotation

Reason = Literal["date", "year", "time", "phone", "score", "name", "law", "address", "list", "link", "idiom"]
REASONS: Mapping[Reason, str] = {
    "date": "5 March",
    "year": "2021, the 1990s",
    "time": "7:30pm",
    "phone": "713-853-3989",
    "link": "a web address",
    "address": "221 Baker Street",
    "score": "won 3-1",
    "name": "models, products, roads, flights, indexes: A100, Covid-19, M25, FTSE 100",
    "law": "Section 230",
    "list": "page 3, “1. Wash the plums”",
    "idiom": "“one of the”, “no one”, 9/11, 24/7, “a ship half loaded”",
}
"""Every reason for which a numeral is not a quantity, with examples."""


@attrs.frozen(kw_only=True)
class RejectedNumeral(Annotation):
    """A numeral that does not state a quantity; ``reason``, a key of ``REASONS``, says why."""

    KIND: ClassVar[str] = "rejected-numeral"

    reason: Reason
