"""Pieces that the model adds to a content from elsewhere: another sentence, a clause about the speaker, an aside."""

from __future__ import annotations

from functools import cached_property

import attrs

from newsparse.model import Span
from newsparse.rules import RuleSet
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, top_at, words_at
from newsparse_quotes.fixed import Fixed
from newsparse_quotes.grammar import ACTIVE, CLAUSES, has_finite
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer

_ENDS = ".!?"
"""Marks that end a sentence: without one between them, a piece and its cue are in the same, whatever the tree says."""


@attrs.frozen(slots=False, eq=False)
class StrayCase:
    """One of several pieces of a content, and the ``cue`` that attributes them all."""

    draft: Draft
    cue: Span
    piece: Span
    tree: Tree
    quoted: Outer

    @cached_property
    def is_marked(self) -> bool:
        """Whether any of the piece is in quotation marks."""
        return bool(self.quoted.touching([self.piece]))

    @cached_property
    def others(self) -> list[Span]:
        """The other pieces of the content."""
        return [other for other in self.draft.content if other != self.piece]

    @cached_property
    def inside(self) -> range:
        """The words of the piece."""
        return words_at(self.tree, self.piece)

    @cached_property
    def top(self) -> int | None:
        """The word that governs the piece."""
        return self.tree.top(self.inside)

    @cached_property
    def verb(self) -> int | None:
        """The word that governs the cue."""
        return top_at(self.tree, self.cue)

    @cached_property
    def sentence(self) -> range:
        """The words of the sentence in which the cue begins."""
        return self.tree.index.sentence(words_at(self.tree, self.cue)[0])

    def has_clause(self, pieces: list[Span]) -> bool:
        """Whether any of the pieces before the cue has a finite verb."""
        before = (piece for piece in pieces if piece.end <= self.cue.start)
        return any(has_finite(self.tree, words_at(self.tree, piece)) for piece in before)


def without_strays(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    """The draft without its stray pieces; at least one piece stays."""
    if draft.cue is None or not draft.content[1:] or not tree.known:
        return draft
    cases = [StrayCase(draft, draft.cue, piece, tree, quoted) for piece in draft.content]
    kept = [case.piece for case in cases if STRAY.decide(case, at=case.piece) is None]
    return draft.having(content=kept) if kept else draft


def _is_rest(case: StrayCase) -> bool:
    """Whether a piece begins inside a sentence before that of the cue, outside marks: "for his “theft”. She said"."""
    tree, quoted = case.tree, case.quoted
    if case.piece.end > case.cue.start or not any(other.start > case.piece.end for other in case.others):
        return False
    first = case.inside[0]
    inside = tree.index.sentence(first)
    if inside.stop > case.sentence.start or first == inside.start or quoted.touching([tree.tokens[first].span]):
        return False
    return not quoted.touching([tree.tokens[first - 1].span])


def _is_answered(case: StrayCase) -> bool:
    """Whether a piece before the source is the question that is answered: "to a question (whether it sank), she"."""
    tree, top, source = case.tree, case.top, case.draft.source
    if source is None or top is None or case.piece.end > source.start:
        return False
    noun = tree.head(top) if tree.relation(top) in CLAUSES else None
    return noun is not None and noun < top and tree.lemma(noun) in words("speakers.requests")


def _is_beside_saying(case: StrayCase) -> bool:
    """Whether a whole clause or words in marks come before the cue, and a piece right after it says to whom or when.

    “Is it old?” she asked (the crew); It is old, she said on Monday (after she met the crew).
    """
    cue, verb, text = case.cue, case.verb, case.tree.document.text
    if verb is None or not _follows_cue(case):
        return False
    before = [other for other in case.others if other.end <= cue.start and "\n" not in text[other.end : cue.start]]
    if not (case.has_clause(before) or case.quoted.touching(before)):
        return False
    return _has_subject(case.tree, verb, before) and not _is_said(case, verb, before)


def _follows_cue(case: StrayCase) -> bool:
    """Whether a piece comes right after the cue; all of "said of (the ship)" is the cue."""
    text, piece, cue = case.tree.document.text, case.piece, case.cue
    if piece.start < cue.end or text[cue.end : piece.start].strip() or not text[piece.start].isalnum():
        return False
    return case.tree.tokens[words_at(case.tree, cue)[-1]].upos != "ADP"


def _has_subject(tree: Tree, verb: int, before: list[Span]) -> bool:
    """Whether a verb has a subject that is not in the pieces before it."""
    subjects = [tree.tokens[word].span for word in tree.children(verb, *ACTIVE)]
    return any(not any(subject.overlaps(other) for other in before) for subject in subjects)


def _is_said(case: StrayCase, verb: int, before: list[Span]) -> bool:
    """Whether a piece is a clause that the verb takes, or those before it only say when: "as it sank, she said"."""
    tree, top = case.tree, case.top
    tops = [top_at(tree, other) for other in before]
    if any(other is None or tree.relation(other) == "advcl" for other in tops):
        return True
    if top is None:
        return True
    timed = any(tree.lemma(mark) in words("grammar.timing") for mark in tree.children(top, "mark"))
    return tree.head(top) == verb and tree.relation(top) in {"ccomp", "xcomp", "parataxis"} and not timed


def _is_about_speaker(case: StrayCase) -> bool:
    """Whether a piece is in a clause about the subject of the cue: "two officials who saw (the letter) said"."""
    tree, verb = case.tree, case.verb
    subjects = tree.children(verb, *ACTIVE) if verb is not None and tree.tokens[verb].upos == "VERB" else []
    inside = {*case.inside}
    return any(subject not in inside and inside <= {*tree.below(subject)} for subject in subjects)


def _is_elsewhere(case: StrayCase) -> bool:
    """Whether a piece is in another sentence than the cue and the piece beside that."""
    tree, piece, own = case.tree, case.piece, case.sentence
    near = [other for other in case.others if any(word in own for word in words_at(tree, other))]
    if not near or any(word in own for word in case.inside):
        return False
    beside = [*case.others, *case.draft.beside()]
    gaps = (tree.document.text[min(piece.end, o.end) : max(piece.start, o.start)] for o in beside)
    return all(any(c.isalnum() or c in _ENDS for c in gap) for gap in gaps)


def _is_aside(case: StrayCase) -> bool:
    """Whether a whole clause comes before the cue, and a piece after that belongs to another verb or to none."""
    tree, piece = case.tree, case.piece
    last = max(span.end for span in case.draft.beside())
    if piece.start < last or not case.has_clause(case.others):
        return False
    between = tree.index.overlapping(Span(last, piece.start)) if last < piece.start else range(0)
    if any(tree.tokens[word].upos == "VERB" for word in between):
        return True
    return case.top is not None and tree.relation(case.top) in {"appos", "parataxis", "dep"}


def _is_of_other_verb(case: StrayCase) -> bool:
    """Whether a piece after another one hangs on a verb between the two: "who said it sank was tried for (lying)"."""
    tree, piece, cue = case.tree, case.piece, case.cue
    before = max((other.end for other in case.others if other.end <= piece.start), default=None)
    if before is None or cue.end > before:
        return False
    between = tree.index.overlapping(Span(before, piece.start))
    verb = tree.head(case.top) if case.top is not None else None
    if verb is None or verb not in between or tree.tokens[verb].upos != "VERB":
        return False
    own = {word for other in case.others for word in words_at(tree, other)} | {*words_at(tree, cue)}
    return tree.head(verb) not in own


def _marked(case: StrayCase) -> bool:
    return case.is_marked


def _unmarked(case: StrayCase) -> bool:
    return not case.is_marked


_rule = Fixed[StrayCase, str]("quotes.stray").rule
_CLAUSE = "The quay sank, Ada Brook said, because nobody had mended it."
_JOINED = "Sailors have worked on the quay for years, Ada Brook said, and nobody paid them."
STRAY: RuleSet[StrayCase, str] = RuleSet(
    name="quotes.stray",
    summary="Why a piece of what the model attributes is no part of what is said.",
    rules=(
        _rule(
            "rest",
            _is_rest,
            "another sentence",
            "The rest of a sentence before that of the cue, with words in marks at its end",
            (
                "Then came a letter from Tom Varga. The council fined Tom Varga for his “theft” of the lamps. He "
                "tells it differently: “There were nine of us.”"
            ),
            "“The quay,” Ada Brook said, “will sink before the spring.”",
            _marked,
        ),
        _rule(
            "question",
            _is_answered,
            "a question",
            "The question that is answered, before the source",
            (
                "In an answer to a reporter's question whether the quay would sink, Ada Brook said “the wall was "
                "old and nobody had mended it” and that she would stay."
            ),
            "In March, Ada Brook said, “the wall was old and nobody had mended it”.",
            _unmarked,
        ),
        _rule(
            "beside-saying",
            _is_beside_saying,
            "whom or when",
            "Whom it is said to, or when, right after the cue of a whole clause or of words in marks",
            "Sailors have worked on the quay for years, Ada Brook said without specifying what they did.",
            _JOINED,
            _unmarked,
        ),
        _rule(
            "speaker",
            _is_about_speaker,
            "the speaker",
            "A clause about the subject of the cue",
            (
                "A friend who helped to write it and who asked me not to use her name said the mayor had been "
                "given the figures in March. “She read the first page and asked what was for lunch,” the person "
                "said."
            ),
            _CLAUSE,
            _unmarked,
        ),
        _rule(
            "elsewhere",
            _is_elsewhere,
            "another sentence",
            "Words of another sentence than that of the cue",
            "The report held, she argued, that the quay was old. It was wrong.",
            _CLAUSE,
            _unmarked,
        ),
        _rule(
            "aside",
            _is_aside,
            "another clause",
            "After a whole clause and its cue, words of another verb or of none",
            "The quay sank, Ada Brook said, a claim that the council made first.",
            _CLAUSE,
            _unmarked,
        ),
        _rule(
            "other-verb",
            _is_of_other_verb,
            "another clause",
            "Words that hang on a verb between them and what is said",
            (
                "A skipper who said he earns 400 euros a night and eats with the crew has been laughed at in Lowmere "
                "and scolded by owners for praising idle boats."
            ),
            _JOINED,
            _unmarked,
        ),
    ),
)
