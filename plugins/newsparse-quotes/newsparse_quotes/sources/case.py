"""What is known when the source of a draft is decided: its words, the tree, the quotes before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, Tie, words_at
from newsparse_quotes.drafts.interrupted import INTERRUPTED
from newsparse_quotes.grammar import CLAUSES, FINITE, OBJECTS, SUBJECTS
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.datelines import dateline, is_dateline
from newsparse_quotes.sources.letters import informant, received
from newsparse_quotes.sources.speaking import inverted
from newsparse_quotes.sources.tree import MAX_STEPS, Found, described_by, source

_NAMING = frozenset({"compound", "nmod:poss", "nmod:desc"})
"""Relations of a name to the noun for those whom it names: "Brook critics"."""


@attrs.frozen(slots=False, eq=False)
class SourceCase:
    """A draft whose source is to be decided, as it was ``given``; ``before`` are the drafts decided before it."""

    given: Draft
    tree: Tree
    quoted: Outer
    before: Sequence[Draft] = ()

    @cached_property
    def text(self) -> str:
        """The text of the document."""
        return self.tree.document.text

    @property
    def is_parsed(self) -> bool:
        """Whether the tree can say anything about the cue."""
        return self.given.cue is not None and self.tree.known

    @property
    def is_bare(self) -> bool:
        """Whether the draft has neither cue nor source."""
        return self.given.cue is None and self.draft.source is None

    @cached_property
    def top(self) -> int | None:
        """The word of the cue that governs the rest of it."""
        cue = self.given.cue
        return self.tree.top(self.tree.index.overlapping(cue)) if cue is not None and self.tree.known else None

    @cached_property
    def draft(self) -> Draft:
        """The draft without a dateline as source, and with the subject of its cue as source if that was content."""
        draft = self.given
        if draft.cue is None and draft.source is not None and _is_told(self.tree, draft.source, draft.content[0]):
            draft = draft.having(source=None)
        if not self.is_parsed:
            return draft
        if draft.source is not None:
            nobody = is_dateline(self.tree, draft.source) or is_expletive(self.tree, draft.source)
            draft = draft.having(source=None if nobody else _agent_of(self.tree, draft.source, self.top))
            draft = _with_last_subject(self.tree, draft, self.top)
        if self.top is not None:
            draft = _with_people(self.tree, draft, self.top)
            draft = _with_own_subject(self.tree, draft, self.top, self.quoted)
            draft = _without_informant(self.tree, draft, self.top)
        return draft

    @cached_property
    def walked(self) -> Found | None:
        """The source that the tree gives the cue."""
        cue = self.draft.cue
        if cue is None or not self.tree.known:
            return None
        barred = set(self.draft.inside(self.tree))
        for span in _in_marks(self.tree, cue, self.quoted):
            barred.update(self.tree.index.overlapping(span))
        found = source(self.tree, cue, barred)
        if found is not None and is_dateline(self.tree, found.span):
            found = source(self.tree, cue, barred | dateline(self.tree, found.span))
            found = attrs.evolve(found, tie=Tie.SUBJECT) if found and _is_beside(found.span, cue) else None
        return found

    @property
    def is_read(self) -> bool:
        """Whether somebody only gets to read what is said, and the text does not say by whom: "found a note saying"."""
        if self.top is None or self.walked is not None:
            return False
        return received(self.tree, self.top, self.draft.inside(self.tree)) is not None

    @cached_property
    def agrees(self) -> bool:
        """Whether the source that the draft has is a part of what the tree finds."""
        given, found = self.draft.source, self.walked
        return given is not None and found is not None and _is_said_of(self.tree, given, found)

    @cached_property
    def keeps(self) -> bool:
        """Whether the source that the draft has is more reliable than the one that the tree gives its cue."""
        draft, found = self.draft, self.walked
        if draft.source is None:
            return False
        if found is None or draft.cue is None or self.agrees:
            return True
        apart = not together(self.tree, draft.source, draft.cue)
        return not (found.tie.sure or (apart and together(self.tree, found.span, draft.cue)))

    def acts_on(self, source: Span) -> bool:
        """Whether the cue, a participle, says something of a source: "complaints against Ada Brook, accusing her"."""
        tree, verb, top = self.tree, self.top, self.tree.top(self.tree.index.overlapping(source))
        if verb is None or top is None or tree.tokens[verb].xpos != "VBG" or tree.relation(verb) != "advcl":
            return False
        if self.walked is None or self.walked.tie is not Tie.SHARED_SUBJECT or tree.relation(top) in SUBJECTS:
            return False
        return any(tree.tokens[word].upos == "PRON" for word in tree.children(verb, *OBJECTS))


def together(tree: Tree, one: Span, other: Span) -> bool:
    """Whether two spans begin in the same sentence."""
    first, second = tree.index.overlapping(one), tree.index.overlapping(other)
    return bool(first and second) and tree.index.sentence(first[0]) == tree.index.sentence(second[0])


def is_expletive(tree: Tree, source: Span) -> bool:
    """Whether a source is the "there" of "there are hopes that", or the "it" of "it is easy to claim that"."""
    inside = tree.index.overlapping(source)
    return all(tree.relation(word) == "expl" for word in inside)


def _is_told(tree: Tree, source: Span, content: Span) -> bool:
    """Whether a source is whoever is told something before ``content``: "..., Ada Brook told the Gazette."."""
    top = tree.top(tree.index.overlapping(source)) if tree.known and source.end <= content.start else None
    verb = tree.head(top) if top is not None else None
    if top is None or verb is None:
        return False
    if tree.lemma(verb) in words("speech.verbs.asked"):
        return False  # who is asked may answer
    if tree.relation(top) in OBJECTS:
        return tree.lemma(verb) in words("speech.verbs.telling")
    spoken = tree.relation(top) == "obl" and tree.lemma(verb) in words("speech.verbs.personal")
    return spoken and tree.case(top) in words("grammar.to")


def _agent_of(tree: Tree, source: Span, cue: int | None) -> Span | None:
    """A source without its preposition; the noun that a clause is about where the source is only its agent.

    So "the order" speaks in "the order, signed by the mayor, said". Whoever is the agent of the ``cue`` itself speaks.
    """
    top = tree.top(tree.index.overlapping(source))
    noun = described_by(tree, top) if top is not None and tree.head(top) != cue else None
    if noun is None or noun == top:
        return _without_case(tree, source)
    return tree.phrase(noun, ("case", "punct", "cc"))


def _with_last_subject(tree: Tree, draft: Draft, verb: int | None) -> Draft:
    """The draft with the last of two names as source that a comma parts: "Sentencing Tom Varga, (Ada Brook) said"."""
    if draft.source is None or verb is None:
        return draft
    inside = tree.index.overlapping(draft.source)
    names = [word for word in tree.children(verb, "nsubj") if word in inside]
    parted = names and (_are_two_names(tree, inside, names) or _is_after_other(tree, inside, names))
    if not parted and not _is_after_relative(tree, names):
        return draft
    last = tree.phrase(names[-1], ("punct", "cc"))
    return draft.having(source=last) if draft.source.covers(last) else draft


def _are_two_names(tree: Tree, inside: range, subjects: Sequence[int]) -> bool:
    """Whether a comma parts two names that are neither a list, which has a conjunction, nor one with a description."""
    if any(tree.tokens[word].upos == "CCONJ" for word in inside):
        return False
    parted = any(tree.tokens[word].text == "," for word in range(subjects[0], subjects[-1]))
    return parted and all(tree.tokens[word].upos == "PROPN" for word in subjects)


def _is_after_relative(tree: Tree, subjects: Sequence[int]) -> bool:
    """Whether a noun follows the pronoun of the clause inside: "who (Tom Varga) says is ill"."""
    return len(subjects) > 1 and tree.words.lower[subjects[0]] in words("pronouns.relative")


def _is_after_other(tree: Tree, inside: range, subjects: Sequence[int]) -> bool:
    """Whether the name before the comma is told of somebody else: "read by her lawyer, Tom Varga, (Ada Brook) said"."""
    first = tree.index.overlapping(tree.phrase(subjects[-1])).start
    before = range(inside.start, first - 1)
    if len(subjects) > 1 or not before or tree.tokens[first - 1].text != ",":
        return False
    if any(tree.tokens[word].upos != "PROPN" for word in (*before, subjects[0])):
        return False
    head = tree.top(before)
    return head is not None and tree.relation(head) == "appos" and tree.head(head) not in inside


def _without_case(tree: Tree, source: Span) -> Span | None:
    """A source without the preposition before it or the mark of a possessor after it: "by critics", "the mayor's"."""
    inside = tree.index.overlapping(source)
    kept = inside[1:] if inside and tree.lemma(inside[0]) in words("grammar.origins") else inside
    kept = kept[:-1] if kept and tree.tokens[kept[-1]].xpos == "POS" else kept
    if not kept or len(kept) == len(inside):
        return source
    return Span(tree.tokens[kept[0]].span.start, tree.tokens[kept[-1]].span.end)


def _with_own_subject(tree: Tree, draft: Draft, verb: int, quoted: Outer) -> Draft:
    """The draft with the subject of its cue as source if that was a piece of the content: "The writ, ..., says".

    A frame that interrupts a clause after the clause's own subject has its speaker after the verb, or right before it.
    """
    if draft.origin == INTERRUPTED or len(draft.content) == 1:
        return draft
    subjects = [subject for subject in tree.children(verb, "nsubj") if subject < verb] or inverted(tree, verb)
    if _is_sure(tree, draft, verb, subjects):
        return draft
    piece = _piece_of_subject(tree, draft, subjects, quoted)
    if piece is None:
        return draft
    rest = [other for other in draft.content if other != piece]
    return attrs.evolve(draft, content=rest, source=piece, tie=Tie.OWN_SUBJECT)


def _piece_of_subject(tree: Tree, draft: Draft, subjects: Sequence[int], quoted: Outer) -> Span | None:
    """The piece of a content with one of some subjects.

    Where there is a source, words in marks are said: "“The quay,” pointed out the minister, “will sink.”".
    """
    whole = draft.source is not None
    free = (piece for piece in draft.content if not whole or quoted.around(piece) is None)
    return next((piece for piece in free if _has_subject(tree, piece, subjects, whole=whole)), None)


def _with_people(tree: Tree, draft: Draft, noun: int) -> Draft:
    """The draft with the noun for people in its cue as source, whose name it was: "(Brook critics): “It sank.”"."""
    if draft.source is None or draft.cue is None or tree.lemma(noun) not in words("nouns.people"):
        return draft
    named = tree.top(tree.index.overlapping(draft.source))
    if named is None or tree.head(named) != noun or tree.relation(named) not in _NAMING:
        return draft
    return draft.having(source=tree.phrase(noun, barred=draft.inside(tree)), tie=Tie.MARK)


def _without_informant(tree: Tree, draft: Draft, verb: int) -> Draft:
    """The draft with a cue that ends before whoever tells what is said: "(learned) from the mayor"."""
    told = informant(tree, verb)
    first = tree.index.overlapping(tree.phrase(told)).start if told is not None else None
    if draft.cue is None or first is None or not verb < first < tree.index.overlapping(draft.cue).stop:
        return draft
    return draft.having(cue=Span(draft.cue.start, tree.tokens[first - 1].span.end))


def _is_sure(tree: Tree, draft: Draft, verb: int, subjects: Sequence[int]) -> bool:
    """Whether a draft has its source, and not the subject of what is said."""
    return _is_nearest(tree, draft.source, subjects) or _is_between(tree, draft, verb)


def _is_nearest(tree: Tree, source: Span | None, subjects: Sequence[int]) -> bool:
    """Whether a source is the last of several subjects: "Parliament, (she) stressed, has"."""
    return source is not None and len(subjects) > 1 and source.covers(tree.tokens[subjects[-1]].span)


def _is_between(tree: Tree, draft: Draft, verb: int) -> bool:
    """Whether a source right before its verb interrupts what it says: "X, (the mayor) told reporters, is ill"."""
    inside = words_at(tree, draft.source)
    if not inside or inside[-1] != verb - 1:
        return False
    after = (piece for piece in draft.content if piece.start > tree.tokens[verb].span.end)
    firsts = (word for piece in after for word in tree.index.overlapping(piece)[:1])
    return any(tree.tokens[first].xpos in FINITE and tree.tokens[first - 1].text == "," for first in firsts)


def _has_subject(tree: Tree, piece: Span, subjects: Sequence[int], *, whole: bool) -> bool:
    """Whether a piece has one of some subjects; ``whole`` asks that it has nothing else than words of subjects."""
    inside = tree.index.overlapping(piece)
    if not any(subject in inside for subject in subjects):
        return False
    return not whole or {*inside} <= {word for subject in subjects for word in tree.below(subject)}


def _is_said_of(tree: Tree, given: Span, found: Found) -> bool:
    """Whether a source is a part of the one found, but not of a clause about it: "the treaty that they signed"."""
    if not given.overlaps(found.span):
        return False
    top = tree.top(tree.index.overlapping(given))
    if _is_other_list(tree, given, found):
        return False
    for _ in range(MAX_STEPS):
        if top is None or top == found.head:
            return True
        if tree.relation(top) in CLAUSES and found.span.covers(tree.tokens[top].span):
            return False
        if tree.relation(top) == "nmod" and not _is_part(tree, top):
            return False  # "a reply to (the mayor's tweet)"
        top = tree.head(top)
    return True


def _is_part(tree: Tree, word: int) -> bool:
    """Whether a noun follows "of", as in "hundreds of sailors", or has no preposition."""
    return tree.case(word) in words("cues.owning") or not tree.case(word)


def _is_other_list(tree: Tree, given: Span, found: Found) -> bool:
    """Whether words before the subject are a list of others that hang elsewhere: "(like Ada and Tom, baker) Jane"."""
    if found.head is None or given.end > found.span.end or given.start >= found.span.start:
        return False
    more = tree.index.overlapping(Span(given.start, found.span.start))
    joined = [word for word in more if tree.tokens[word].upos == "CCONJ"]
    if not joined:
        return False
    last = more[-1] - (joined[-1] == more[-1])
    return tree.tokens[last].text == "," and found.head not in _above(tree, more[0])


def _above(tree: Tree, word: int) -> Iterator[int]:
    """The heads of a word, the nearest first."""
    above = tree.head(word)
    for _ in range(MAX_STEPS):
        if above is None:
            return
        yield above
        above = tree.head(above)


def _is_beside(source: Span, cue: Span) -> bool:
    """Whether a source comes before its cue, or right after it: "said Ada Brook"."""
    return source.end <= cue.start or 0 <= source.start - cue.end <= 1


def _in_marks(tree: Tree, cue: Span, quoted: Outer) -> list[Span]:
    """What is in marks in the sentence of a cue that is not in marks: nobody named there says it."""
    words = tree.index.overlapping(cue)
    if not words:
        return []
    whole = tree.index.span(tree.index.sentence(words[0]))
    return [stretch.content for stretch in quoted.near(whole) if not stretch.content.overlaps(cue)]
