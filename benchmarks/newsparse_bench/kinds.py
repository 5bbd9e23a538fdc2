"""What gold needs besides the claims: the numerals that are no quantities, and what it leaves unlabelled."""

from __future__ import annotations

from typing import ClassVar

import attrs

from newsparse.model import Annotation


@attrs.frozen(kw_only=True)
class Numeral(Annotation):
    """A numeral that states no quantity; ``reason`` says what it is ("date", "year", "phone", "name", ...)."""

    KIND: ClassVar[str] = "numeral"

    reason: str


@attrs.frozen(kw_only=True)
class Unlabelled(Annotation):
    """A stretch in which the corpus labels no roles, so that a role found there is neither right nor wrong."""

    KIND: ClassVar[str] = "unlabelled"
