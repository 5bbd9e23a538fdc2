"""The question which class a name belongs to, and a vote on it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.model import Label
from newsparse_entities.mentions.normalise import is_country
from newsparse_entities.mentions.uses import Use

_UNSURE_BODY = 0.75
"""How sure the model is at most, on average, of the uses of a name that it may wrongly call a body."""
_SURE_PLACE = 0.98
"""How sure the model must be, on average, of the uses of a name that it calls a place."""


@attrs.frozen
class Case:
    """All uses of one name, the label that the model gave it, and how many more signs a change needs."""

    uses: Sequence[Use]
    label: str
    doubt: int

    @property
    def is_unsure_body(self) -> bool:
        """Whether the model doubts that the uses of the name which it calls a body are one."""
        sure = [use.item.confidence for use in self.uses if use.item.label == "Organization"]
        known = [value for value in sure if value is not None]
        return bool(known) and sum(known) <= _UNSURE_BODY * len(known)

    @property
    def is_sure_place(self) -> bool:
        """Whether this is a country, or the model is sure that all uses of the name are places."""
        items = [use.item for use in self.uses]
        if any(is_country(item.text) for item in items):
            return True
        sure = [item.confidence or 0 for item in items]
        return all(item.label == "Location" for item in items) and sum(sure) >= _SURE_PLACE * len(sure)


@attrs.frozen
class Vote:
    """The class that a sign supports, how much it counts, and whether the name itself says that it is a body."""

    label: Label
    weight: int
    by_name: bool = False
