"""The kind of annotation that this plugin adds: numerals that are no quantities."""

from __future__ import annotations

from typing import ClassVar

import attrs

from newsparse.model import Annotation


@attrs.frozen(kw_only=True)
class RejectedNumeral(Annotation):
    """A numeral that states no quantity; ``reason`` says why.

    Reasons: "date", "year", "time", "phone", "score", "name" (models, products, roads, indexes), "law", "address",
    "list" (pages and numbers in a list), "link", "idiom" ("one of the", "24/7").
    """

    KIND: ClassVar[str] = "rejected-numeral"

    reason: str
