"""Gives each draft the source that rules or fitted weights choose, and leaves out those that are still doubtful."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.rules import IN_ORDER, Chooser
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.grammar import NOMINAL, SUBJECTS
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.case import SourceCase
from newsparse_quotes.sources.rules import SOURCE

_PREDICATE = frozenset({*SUBJECTS, "cop", "aux"})
"""Relations of what makes a noun the predicate of a clause."""
_TOPIC = 0.65
"""Confidence from which the model's content is believed where it is only a noun phrase."""
_TRUSTED = 0.8
"""Confidence from which the model's content is kept although nothing reliable gives it a source."""
_ALONE = 0.9
"""The same for content without a cue, which nothing but the model says that anybody said."""


def attributed(drafts: Sequence[Draft], tree: Tree, quoted: Outer, chooser: Chooser = IN_ORDER) -> list[Draft]:
    """The sorted drafts, each with the source that ``chooser`` picks; without those that are still doubtful."""
    result: list[Draft] = []
    for draft in drafts:
        found = sourced(SourceCase(draft, tree, quoted, result), chooser)
        if not is_doubtful(found, quoted) and not _is_topic(found, tree, quoted):
            result.append(found)
    return result


def sourced(case: SourceCase, chooser: Chooser = IN_ORDER) -> Draft:
    """The draft of ``case`` with the source that is picked, or without one if that is left open."""
    decision = SOURCE.decide(case, case.given.content[0], chooser)
    if decision is None:
        return case.draft.having(source=None)
    return decision.found.draft.having(rule=decision.rule)


def is_doubtful(draft: Draft, quoted: Outer) -> bool:
    """Whether an attribution without marks has no source, or only one that is wrong more often than right."""
    if draft.confidence is None or draft.tie is Tie.NOBODY:
        return False
    doubted = draft.tie.weak
    if draft.source is None or draft.tie is Tie.SHARED_SUBJECT:
        doubted = draft.confidence < (_TRUSTED if draft.beside() else _ALONE)
    return doubted and not quoted.touching(draft.content)


def _is_topic(draft: Draft, tree: Tree, quoted: Outer) -> bool:
    """Whether a content is a noun phrase of which the model is not sure: more often what somebody speaks about."""
    if draft.confidence is None or draft.confidence >= _TOPIC or quoted.touching(draft.content):
        return False
    top = tree.top(draft.inside(tree))
    if top is None or tree.tokens[top].upos not in NOMINAL:
        return False
    return not any(tree.relation(child) in _PREDICATE for child in tree.children(top))
