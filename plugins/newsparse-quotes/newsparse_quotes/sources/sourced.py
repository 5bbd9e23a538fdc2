"""What a rule for the source of a draft answers: the draft with its source."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from newsparse.rules import Rule
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.sources.case import SourceCase

_Find = Callable[[SourceCase], Draft | None]


@attrs.frozen(eq=False)
class Sourced:
    """A draft with its source, and the words of that."""

    draft: Draft
    words: str

    def __str__(self) -> str:
        """The words, for people."""
        return self.words


def rule(
    name: str, find: _Find, summary: str, fires: str, quiet: str, applies: Callable[[SourceCase], bool] | None = None
) -> Rule[SourceCase, Sourced]:
    """The rule of that name, whose answer is the draft that ``find`` gives; a draft without a source is nobody's."""

    def sourced(case: SourceCase) -> Sourced | None:
        draft = find(case)
        if draft is None:
            return None
        return Sourced(draft, draft.source.cut(case.text) if draft.source is not None else "nobody")

    return Rule(name=f"quotes.source.{name}", find=sourced, summary=summary, fires=fires, quiet=quiet, applies=applies)
