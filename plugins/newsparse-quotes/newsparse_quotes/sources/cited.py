"""Words in marks after a colon, which somebody quotes: "Ada Brook read the letter of her father: “It sinks.”"."""

from __future__ import annotations

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.sources.case import SourceCase
from newsparse_quotes.sources.handed import BESIDE, in_marks
from newsparse_quotes.sources.letters import writer_of

_WORDINGS = (
    "cues.nouns.said",
    "cues.nouns.demanded",
    "cues.nouns.promised",
    "cues.wordings",
    "speakers.documents",
    "speakers.penned",
)
"""Lists of nouns for what somebody has said or written."""
_OPENING = " \t\r\n\u00a0'\"\u2018\u201c\u00ab"
"""What may be around the colon that leads to words in marks."""


def cited(case: SourceCase) -> Draft | None:
    """The draft with whoever is quoted or passed on as its source, where a colon leads to words in marks."""
    tree, top = case.tree, case.top
    if top is None or in_marks(case) != case.draft.content:
        return None
    start, inside = case.draft.content[0].start, case.draft.inside(tree)
    for noun in tree.children(top, *BESIDE, "obl"):
        said = _quoted(tree, top, noun) if top < noun else None
        end = tree.phrase(noun, barred=inside).end
        if said is not None and end < start and _leads(case, Span(end, start)):
            return attrs.evolve(case.draft, source=tree.phrase(said, ("case",), inside), tie=Tie.OBJECT)
    return None


def _leads(case: SourceCase, between: Span) -> bool:
    """Whether nothing but a colon and adverbs is between a noun and words in marks: "read the letter (aloud:)"."""
    tree = case.tree
    inside = [word for word in tree.index.overlapping(between) if tree.tokens[word].upos != "PUNCT"]
    if any(tree.tokens[word].upos != "ADV" for word in inside):
        return False
    return between.cut(case.text).rstrip(_OPENING).endswith(":")


def _quoted(tree: Tree, verb: int, noun: int) -> int | None:
    """Who says what a verb with the object ``noun`` quotes or passes on: the noun, or whoever wrote what it is for."""
    named = tree.tokens[noun].upos == "PROPN"
    if tree.lemma(verb) in words("cues.referring", "cues.witnessing", "cues.reciting", "cues.passing"):
        owner = _owner(tree, noun)
        if owner is not None or tree.relation(noun) == "obl":
            return owner
    if tree.lemma(verb) in words("cues.referring"):
        return noun if named or _is_quotable(tree.lemma(noun)) else None
    if tree.lemma(verb) not in words("cues.passing"):
        return None
    return noun if named else writer_of(tree, noun)


def _owner(tree: Tree, noun: int) -> int | None:
    """Whose words a noun is for: "the warning of (the mayor)", "(her father)'s words", "a letter from (Tom)"."""
    if tree.lemma(noun) not in words(*_WORDINGS):
        return None
    owners = tree.children(noun, "nmod:poss")
    owners += [
        word for word in tree.children(noun, "nmod") if tree.case(word) in words("cues.owning", "grammar.origins")
    ]
    return owners[0] if owners else None


def _is_quotable(noun: str) -> bool:
    """Whether a noun is one for people, bodies or what is read: not "reason"."""
    return is_human(noun) or noun in words("nouns.bodies", "speakers.documents", "speakers.penned", "speakers.records")
