"""Reported contents as whole clauses: what the tree attaches below the clause under the cue belongs to it."""

from __future__ import annotations

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.grammar import SUBJECTS
from newsparse_quotes.lexicon import Cues
from newsparse_quotes.marks.stretches import Outer

_CLAUSES = frozenset({"ccomp", "xcomp"})


def lengthened(tree: Tree, draft: Draft, quoted: Outer, cues: Cues) -> Draft:
    """The draft with its last piece up to the end of the clause under its cue: "she said it sank (and nobody came)"."""
    last = draft.content[-1]
    if draft.cue is None or last.start < draft.cue.end or quoted.touching([last]):
        return draft
    inside = tree.index.overlapping(last)
    top = tree.top(inside)
    if top is None or tree.relation(top) not in _CLAUSES or tree.head(top) not in tree.index.overlapping(draft.cue):
        return draft
    end = _end(tree, top, inside, cues)
    longer = Span(last.start, tree.tokens[end].span.end)
    taken = any(longer.overlaps(span) for span in draft.beside()) or quoted.touching([longer])
    return draft if taken or end <= inside[-1] else attrs.evolve(draft, content=[*draft.content[:-1], longer])


def _end(tree: Tree, top: int, inside: range, cues: Cues) -> int:
    """The last word of the clause of ``top`` that continues right after ``inside``, without punctuation at its end."""
    barred = [word for word in tree.children(top, "conj") if word > inside[-1] and not _goes_on(tree, word, cues)]
    below = set(tree.below(top, barred=barred))
    end = inside[-1]
    while end + 1 in below:
        end += 1
    while end > inside[-1] and tree.tokens[end].upos in {"PUNCT", "CCONJ"}:
        end -= 1
    return end


def _goes_on(tree: Tree, verb: int, cues: Cues) -> bool:
    """Whether a clause joined to a content belongs to it: it has its own subject, and does not say something itself."""
    subjects = tree.children(verb, *SUBJECTS)
    spoken = tree.lemma(verb) in cues.verbs and any(tree.tokens[word].upos == "PRON" for word in subjects)
    return bool(subjects) and not spoken
