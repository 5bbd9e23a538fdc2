"""Pieces that the model adds to a content from elsewhere: another sentence, a clause about the speaker, an aside."""

from __future__ import annotations

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, top_at
from newsparse_quotes.grammar import ACTIVE, has_finite
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.tree import CLAUSES

_ENDS = ".!?"
"""Marks that end a sentence: without one between them, a piece and its cue are in the same, whatever the tree says."""


def without_strays(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    """The draft without its stray pieces, which are outside marks; at least one piece stays."""
    if draft.cue is None or not draft.content[1:] or not tree.known:
        return draft
    kept = [piece for piece in draft.content if not _is_stray(tree, draft, piece, quoted)]
    return draft.having(content=kept) if kept else draft


def _is_stray(tree: Tree, draft: Draft, piece: Span, quoted: Outer) -> bool:
    others = [other for other in draft.content if other != piece]
    if quoted.touching([piece]):
        return _is_rest(tree, draft, piece, others, quoted)
    if _is_answered(tree, draft, piece) or _is_of_saying(tree, draft, piece, others, quoted):
        return True
    tests = (_is_elsewhere, _is_aside, _is_of_other_verb)
    return _is_of_speaker(tree, draft, piece) or any(test(tree, draft, piece, others) for test in tests)


def _is_rest(tree: Tree, draft: Draft, piece: Span, others: list[Span], quoted: Outer) -> bool:
    """Whether a piece begins inside a sentence before that of the cue, outside marks: "for his “theft”. She said"."""
    if draft.cue is None or piece.end > draft.cue.start or not any(other.start > piece.end for other in others):
        return False
    first, own = tree.index.overlapping(piece)[0], tree.index.sentence(tree.index.overlapping(draft.cue)[0])
    inside = tree.index.sentence(first)
    if inside.stop > own.start or first == inside.start or quoted.touching([tree.tokens[first].span]):
        return False
    return not quoted.touching([tree.tokens[first - 1].span])


def _is_answered(tree: Tree, draft: Draft, piece: Span) -> bool:
    """Whether a piece before the source is the question that is answered: "to a question (whether it sank), she"."""
    top = tree.top(tree.index.overlapping(piece))
    if draft.source is None or top is None or piece.end > draft.source.start:
        return False
    noun = tree.head(top) if tree.relation(top) in CLAUSES else None
    return noun is not None and noun < top and tree.lemma(noun) in words("speakers.requests")


def _is_of_other_verb(tree: Tree, draft: Draft, piece: Span, others: list[Span]) -> bool:
    """Whether a piece after another one hangs on a verb between the two: "who said it sank was tried for (lying)"."""
    before = max((other.end for other in others if other.end <= piece.start), default=None)
    if before is None or draft.cue is None or draft.cue.end > before:
        return False
    between = tree.index.overlapping(Span(before, piece.start))
    top = tree.top(tree.index.overlapping(piece))
    verb = tree.head(top) if top is not None else None
    if verb is None or verb not in between or tree.tokens[verb].upos != "VERB":
        return False
    own = {word for other in others for word in tree.index.overlapping(other)} | {*tree.index.overlapping(draft.cue)}
    return tree.head(verb) not in own


def _is_of_speaker(tree: Tree, draft: Draft, piece: Span) -> bool:
    """Whether a piece is in a clause about the subject of the cue: "two officials who saw (the letter) said"."""
    verb = top_at(tree, draft.cue)
    subjects = tree.children(verb, *ACTIVE) if verb is not None and tree.tokens[verb].upos == "VERB" else []
    inside = tree.index.overlapping(piece)
    return any(subject not in inside and {*inside} <= {*tree.below(subject)} for subject in subjects)


def _is_elsewhere(tree: Tree, draft: Draft, piece: Span, others: list[Span]) -> bool:
    """Whether a piece is in another sentence than the cue and the piece beside that."""
    own = tree.index.sentence(tree.index.overlapping(draft.cue)[0]) if draft.cue is not None else range(0)
    near = [other for other in others if any(word in own for word in tree.index.overlapping(other))]
    if not near or any(word in own for word in tree.index.overlapping(piece)):
        return False
    beside = [*others, *draft.beside()]
    gaps = (tree.document.text[min(piece.end, o.end) : max(piece.start, o.start)] for o in beside)
    return all(any(c.isalnum() or c in _ENDS for c in gap) for gap in gaps)


def _is_aside(tree: Tree, draft: Draft, piece: Span, others: list[Span]) -> bool:
    """Whether a whole clause comes before the cue, and a piece after that belongs to another verb or to none."""
    last = max(span.end for span in draft.beside())
    if piece.start < last or draft.cue is None or not _has_clause(tree, others, draft.cue.start):
        return False
    between = tree.index.overlapping(Span(last, piece.start)) if last < piece.start else range(0)
    if any(tree.tokens[word].upos == "VERB" for word in between):
        return True
    top = tree.top(tree.index.overlapping(piece))
    return top is not None and tree.relation(top) in {"appos", "parataxis", "dep"}


def _is_of_saying(tree: Tree, draft: Draft, piece: Span, others: list[Span], quoted: Outer) -> bool:
    """Whether a whole clause or words in marks come before the cue, and a piece right after it says to whom or when.

    “Is it old?” she asked (the crew); It is old, she said on Monday (after she met the crew).
    """
    cue, verb, text = draft.cue, top_at(tree, draft.cue), tree.document.text
    if cue is None or verb is None or not _follows(tree, cue, piece):
        return False
    before = [other for other in others if other.end <= cue.start and "\n" not in text[other.end : cue.start]]
    if not (_has_clause(tree, before, cue.start) or quoted.touching(before)):
        return False
    return _has_subject(tree, verb, before) and not _is_said(tree, verb, piece, before)


def _follows(tree: Tree, cue: Span, piece: Span) -> bool:
    """Whether a piece comes right after a cue; all of "said of (the ship)" is the cue."""
    text = tree.document.text
    if piece.start < cue.end or text[cue.end : piece.start].strip() or not text[piece.start].isalnum():
        return False
    return tree.tokens[tree.index.overlapping(cue)[-1]].upos != "ADP"


def _has_subject(tree: Tree, verb: int, before: list[Span]) -> bool:
    """Whether a verb has a subject that is not in the pieces before it."""
    subjects = [tree.tokens[word].span for word in tree.children(verb, *ACTIVE)]
    return any(not any(subject.overlaps(other) for other in before) for subject in subjects)


def _is_said(tree: Tree, verb: int, piece: Span, before: list[Span]) -> bool:
    """Whether a piece is a clause that the verb takes, or those before it only say when: "as it sank, she said"."""
    tops = [tree.top(tree.index.overlapping(other)) for other in (piece, *before)]
    if any(top is None or tree.relation(top) == "advcl" for top in tops[1:]):
        return True
    top = tops[0]
    if top is None:
        return True
    timed = any(tree.lemma(mark) in words("grammar.timing") for mark in tree.children(top, "mark"))
    return tree.head(top) == verb and tree.relation(top) in {"ccomp", "xcomp", "parataxis"} and not timed


def _has_clause(tree: Tree, pieces: list[Span], until: int) -> bool:
    """Whether any of the pieces before the character ``until`` has a finite verb."""
    return any(has_finite(tree, tree.index.overlapping(piece)) for piece in pieces if piece.end <= until)
