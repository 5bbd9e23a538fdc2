"""A chooser for large sets of rules, few of which apply to a case: it finds these once for each sort of case."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

from newsparse.rules import Decision, RuleSet

Case = TypeVar("Case")
Found = TypeVar("Found")


class BySort(Generic[Case]):
    """The answer of the first rule that has one, as with ``IN_ORDER``; only rules for cases of that sort are asked.

    ``sort`` gives all that the conditions of the rules (``applies``) depend on: they are tried once for each sort.
    A chooser is for one set of rules.
    """

    def __init__(self, sort: Callable[[Case], Hashable]) -> None:
        self._sort = sort
        self._asked: dict[Hashable, list[tuple[Callable[[Any], Any], str]]] = {}

    def choose(self, rules: RuleSet[Case, Found], case: Case) -> Decision[Found] | None:
        """The first answer in the order of the rules."""
        sort = self._sort(case)
        asked = self._asked.get(sort)
        if asked is None:
            apply = (rule for rule in rules.rules if rule.applies is None or rule.applies(case))
            asked = self._asked[sort] = [(rule.find, rule.name) for rule in apply]
        for find, name in asked:
            found = find(case)
            if found is not None:
                return Decision(found=found, rule=name)
        return None
