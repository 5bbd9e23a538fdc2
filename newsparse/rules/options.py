"""What a set of rules has to offer, and what is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

import attrs

from newsparse.model import Span

Found = TypeVar("Found")


@attrs.frozen(kw_only=True)
class Option(Generic[Found]):
    """One answer, the names of the rules that propose it, where it is in the text, and what is measured of it."""

    found: Found
    rules: tuple[str, ...]
    place: Span | None = None
    features: Mapping[str, float] = attrs.field(factory=dict, hash=False)


@attrs.frozen(kw_only=True)
class Decision(Generic[Found]):
    """The answer that was picked and the first rule that proposed it.

    ``confidence`` is the probability that a learned chooser gives it, None where rules were tried in order.
    """

    found: Found
    rule: str
    confidence: float | None = None
