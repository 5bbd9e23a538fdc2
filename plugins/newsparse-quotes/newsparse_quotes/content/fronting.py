"""Reported contents before their cue as whole clauses: "the quay sank at noon with all its lamps, she said"."""

from __future__ import annotations

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, trimmed
from newsparse_quotes.grammar import ACTIVE
from newsparse_quotes.marks.stretches import Outer

_LINKING = frozenset({"CCONJ", "ADV", "PUNCT", "SCONJ"})
"""Parts of speech of what may link a content to the sentence before, and is not a part of it."""


def fronted(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    """The draft with the clause that its cue follows, where the tree says so and all its pieces are in that clause."""
    if draft.cue is None or not tree.known or quoted.touching(draft.content):
        return draft
    until = min(span.start for span in draft.beside())
    if any(piece.end > until for piece in draft.content):
        return draft
    clause = _clause(tree, draft.cue)
    if clause is None or clause.start >= until:
        return draft
    whole = Span(clause.start, min(clause.end, until))
    if not all(whole.covers(piece) for piece in draft.content) or quoted.touching([whole]):
        return draft
    start = min(piece.start for piece in draft.content)
    before = tree.index.overlapping(Span(whole.start, start)) if whole.start < start else range(0)
    if all(tree.tokens[word].upos in _LINKING for word in before):
        whole = Span(start, whole.end)
    pieces = trimmed(tree.document.text, [whole], quoted)
    return attrs.evolve(draft, content=pieces) if pieces else draft


def _clause(tree: Tree, cue: Span) -> Span | None:
    """The clause before a cue that is its complement, or whose parenthesis the cue is."""
    verb = tree.top(tree.index.overlapping(cue))
    if verb is None or tree.tokens[verb].upos != "VERB":
        return None
    subjects = tree.children(verb, *ACTIVE)
    for clause in tree.children(verb, "ccomp", "parataxis"):
        if clause < verb:
            whole = tree.phrase(clause)
            own = [word for word in subjects if word < clause and max(subjects) > verb]  # hangs on the wrong verb
            return Span(min([whole.start, *(tree.phrase(word).start for word in own)]), whole.end)
    above = tree.head(verb)
    if tree.relation(verb) == "parataxis" and above is not None and above < verb:
        return tree.phrase(above, barred=[verb])
    return None
