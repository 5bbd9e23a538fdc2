"""Reported contents as whole clauses: what the tree attaches below the clause under the cue belongs to it."""

from __future__ import annotations

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.grammar import SUBJECTS, is_infinitive
from newsparse_quotes.lexicon import Cues
from newsparse_quotes.marks.stretches import Outer

_CLAUSES = frozenset({"ccomp", "xcomp"})
_ENDING = frozenset({"PUNCT", "CCONJ"})
_STEPS = 3
"""Steps from the words of a content to the head of its clause, at most."""


def lengthened(tree: Tree, draft: Draft, quoted: Outer, cues: Cues) -> Draft:
    """The draft with its last piece up to the end of the clause under its cue: "she said it sank (and nobody came)"."""
    last = draft.content[-1]
    if draft.cue is None or not tree.known or quoted.is_broken_by(last):
        return draft
    if last.end <= draft.cue.start:
        return _with_predicate(tree, draft)
    inside = tree.index.overlapping(last)
    top = _clause(tree, inside, tree.index.overlapping(draft.cue))
    if top is None:
        return draft
    end = _end(tree, top, inside, cues)
    longer = Span(last.start, tree.tokens[end].span.end)
    taken = quoted.is_broken_by(longer)
    return draft if taken or end <= inside[-1] else attrs.evolve(draft, content=[*draft.content[:-1], longer])


def _with_predicate(tree: Tree, draft: Draft) -> Draft:
    """The draft with what its content, a subject, does after its frame: "The costs, according to X, (added to it)"."""
    cue, source = draft.cue, draft.source
    verb = _verb_of_subject(tree, draft.content[-1])
    if cue is None or source is None or verb is None or source.start < cue.end:
        return draft
    comma = tree.index.overlapping(source)[-1] + 1
    if verb <= comma or tree.tokens[comma].text != "," or tree.relation(tree.index.overlapping(cue)[0]) != "case":
        return draft
    below = set(tree.below(verb))
    end = comma
    while end + 1 in below:
        end += 1
    end = _without_ending(tree, end, comma)
    rest = tree.index.span(range(comma + 1, end + 1)) if end > comma else None
    if rest is None:
        return draft
    return attrs.evolve(draft, content=[*draft.content, rest])


def _verb_of_subject(tree: Tree, piece: Span) -> int | None:
    """The verb of which a whole piece is the subject; None where it is anything else."""
    top = tree.top(tree.index.overlapping(piece))
    return tree.head(top) if top is not None and tree.relation(top) in SUBJECTS else None


def _without_ending(tree: Tree, end: int, least: int) -> int:
    """The last word up to ``end``, but not before ``least``, that is neither punctuation nor a conjunction."""
    while end > least and tree.tokens[end].upos in _ENDING:
        end -= 1
    return end


def _clause(tree: Tree, inside: range, cue: range) -> int | None:
    """The head of the clause under the cue that words begin, or that follows "according to" and a source.

    Where they break off before that head, the word after them must not be punctuation, unless they are its subject.
    """
    top = begun = tree.top(inside)
    according = _verb_after_source(tree, cue, inside[0])
    for _ in range(_STEPS):
        if top is None:
            return None
        broken = top > inside[-1]
        ends = broken and tree.tokens[inside[-1] + 1].upos in _ENDING
        if ends and begun not in tree.children(top, *SUBJECTS):
            return None
        if (tree.relation(top) in _CLAUSES or _is_of_noun(tree, top)) and tree.head(top) in cue:
            return top
        if broken and top == according:
            return top
        top = tree.head(top)
    return None


def _verb_after_source(tree: Tree, cue: range, until: int) -> int | None:
    """The verb of which "according to" and a source before the word ``until`` are an adverbial."""
    source = tree.head(cue[0]) if tree.relation(cue[0]) == "case" else None
    return tree.head(source) if source is not None and source < until else None


def _is_of_noun(tree: Tree, top: int) -> bool:
    """Whether a clause says what a noun such as "plan" or "decision" is: "the decision to raise (the rates)"."""
    noun = tree.head(top) if tree.relation(top) == "acl" else None
    if noun is None or tree.tokens[noun].upos != "NOUN":
        return False
    return is_infinitive(tree, top)


def _end(tree: Tree, top: int, inside: range, cues: Cues) -> int:
    """The last word of the clause of ``top`` that continues right after ``inside``, without punctuation at its end.

    What is added after a comma may be the author's: "it was a mistake, giving new hope to those who fought it".
    """
    barred = [word for word in tree.children(top, "conj") if word > inside[-1] and not _goes_on(tree, word, cues)]
    below = set(tree.below(top, barred=barred))
    end = inside[-1]
    while end + 1 in below and not _adds(tree, end + 1):
        end += 1
    return _without_ending(tree, end, inside[-1])


def _adds(tree: Tree, comma: int) -> bool:
    """Whether a word is a comma before anything but a conjunction."""
    after = tree.tokens[comma + 1 : comma + 2]
    return tree.tokens[comma].text == "," and any(token.upos != "CCONJ" for token in after)


def _goes_on(tree: Tree, verb: int, cues: Cues) -> bool:
    """Whether a clause joined to a content belongs to it: it has its own subject, and does not say something itself."""
    subjects = tree.children(verb, *SUBJECTS)
    spoken = tree.lemma(verb) in cues.verbs and any(tree.tokens[word].upos == "PRON" for word in subjects)
    return bool(subjects) and not spoken
