"""How a rule of subjects is written."""

from __future__ import annotations

from collections.abc import Callable

from newsparse.rules import Rule
from newsparse_numbers.subjects import asked
from newsparse_numbers.subjects.figure import Figure, Noun

Find = Callable[[Figure], Noun | None]
Applies = Callable[[Figure], bool]


def unowned(find: Find) -> Find:
    """What ``find`` gives, unless it is somebody who has, gives or receives the figure."""

    def found(figure: Figure) -> Noun | None:
        noun = find(figure)
        return None if noun is None or asked.has_figure(figure, noun) else noun

    return found


def rule(name: str, summary: str, find: Find, applies: Applies, *, fires: str, quiet: str) -> Rule[Figure, Noun]:
    """The rule ``numbers.subject.NAME``: for the figures that ``applies`` takes, what ``find`` gives."""
    return Rule(name=f"numbers.subject.{name}", summary=summary, find=find, applies=applies, fires=fires, quiet=quiet)
