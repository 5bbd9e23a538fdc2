"""Rules that give a fixed answer, such as a reason or a manner, to every case that passes a test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import attrs

from newsparse.rules import Rule, where

Case = TypeVar("Case")
Found = TypeVar("Found")


@attrs.frozen
class Fixed(Generic[Case, Found]):
    """Makes the rules of the set called ``question``, each with a fixed answer."""

    question: str

    def rule(
        self,
        name: str,
        test: Callable[[Case], bool],
        answer: Found,
        summary: str,
        fires: str,
        quiet: str,
        applies: Callable[[Case], bool] | None = None,
    ) -> Rule[Case, Found]:
        """A rule that gives ``answer`` to the cases that pass ``test``; it decides in ``fires``, not in ``quiet``.

        ``applies`` says for which cases the test is made at all; without it, for every case.
        """
        find = where(test, answer)
        name = f"{self.question}.{name}"
        return Rule(name=name, find=find, summary=summary, fires=fires, quiet=quiet, applies=applies)


def always(_case: object) -> bool:
    """The test of the last rule of a set, which answers whatever no other rule did."""
    return True
