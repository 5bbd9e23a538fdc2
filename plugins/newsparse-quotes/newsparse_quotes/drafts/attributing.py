"""Words that attribute: verbs and nouns of saying, and the case of one of them inside a quote or outside."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.grammar import PASSIVE
from newsparse_quotes.lexicon import LISTS, words
from newsparse_quotes.marks.stretches import Outer

_THINGS = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
"""Parts of speech of the head of what is wanted."""


@cache
def reporting() -> frozenset[str]:
    """Lemmas of verbs that attribute a clause or an infinitive inside a quote."""
    saying = words("speech.verbs.inner", "speech.verbs.reporting", "speech.verbs.said")
    saying |= words("speech.verbs.denied", "speech.verbs.promised", "speech.verbs.proposed")
    asking = words("speech.verbs.demanded", "speech.verbs.directing")
    return (saying | asking | words("speech.verbs.intending")) - words("cues.perceiving", "cues.training")


@cache
def pledges() -> frozenset[str]:
    """Nouns that attribute an infinitive: "the pledge to", "a call to", "the plan to"."""
    asking = words("cues.nouns.demanded", "cues.nouns.declined")
    return asking | words("cues.nouns.promised", "cues.nouns.proposed", "cues.pledges")


def is_shown(tree: Tree, verb: int) -> bool:
    """Whether a study, a poll or another text shows or finds something, as texts speak."""
    subject = tree.subject(verb) if tree.lemma(verb) in words("cues.perceiving") else None
    return subject is not None and tree.lemma(subject) in words("speakers.documents", "speakers.records")


@attrs.frozen(slots=False, eq=False)
class InnerCase:
    """A word of saying or thinking inside a quote; ``inner`` are the stretches in marks inside others.

    ``spoken`` says that the quote is in marks; of what is only reported, whole clauses alone count.
    """

    tree: Tree
    verb: int
    inner: Outer
    spoken: bool = True

    @cached_property
    def is_noun(self) -> bool:
        """Whether the word is a noun: "the claim that"."""
        return self.tree.tokens[self.verb].upos == "NOUN"

    @cached_property
    def is_saying(self) -> bool:
        """Whether the word is a verb of saying something to somebody."""
        return self.tree.lemma(self.verb) in words("speech.verbs.inner")

    @cached_property
    def is_reporting(self) -> bool:
        """Whether the word attributes a clause, and not just what is asked for or how something is seen."""
        lemma = self.tree.lemma(self.verb)
        return self.tree.tokens[self.verb].upos != "VERB" or lemma in reporting() or is_shown(self.tree, self.verb)

    @cached_property
    def is_intending(self) -> bool:
        """Whether the word says what somebody will do."""
        return self.tree.lemma(self.verb) in words("speech.verbs.intending")

    @cached_property
    def is_passive(self) -> bool:
        """Whether somebody is told or asked what follows, and nothing says by whom."""
        tree = self.tree
        if not self.is_intending and tree.lemma(self.verb) not in words("speech.verbs.telling"):
            return False
        return bool(tree.children(self.verb, *PASSIVE, "aux:pass")) and not tree.children(self.verb, "obl:agent")


def seen_as(tree: Tree, verb: int) -> Iterator[tuple[int, int]]:
    """The "as" after a verb, with the head of what somebody or something is seen as: "as a ruin"."""
    yield from _led(tree, verb, ("obl", "xcomp", "advcl"), "grammar.as")


def put_at(tree: Tree, verb: int) -> Iterator[tuple[int, int]]:
    """The "at" after a verb, with the head of the amount: "at $3 million"."""
    for particle, head in _led(tree, verb, ("obl",), "grammar.at"):
        if any(tree.tokens[word].upos in {"NUM", "SYM"} for word in tree.below(head)):
            yield particle, head


def _led(tree: Tree, verb: int, relations: tuple[str, ...], particles: str) -> Iterator[tuple[int, int]]:
    for child in tree.children(verb, *relations):
        leading = (mark for mark in tree.children(child, "case", "mark") if tree.lemma(mark) in words(particles))
        particle = next(leading, None)
        if particle is not None and child > verb:
            yield particle, child


def told_to(case: InnerCase) -> Span | None:
    """What somebody is told to do, with who that is: "told (the men to go)", "called on (the men to go)"."""
    tree, verb = case.tree, case.verb
    joints = LISTS.groups("cues.appealing").get(tree.lemma(verb), ())
    asked = [c for c in tree.children(verb, "obl") if any(tree.lemma(k) in joints for k in tree.children(c, "case"))]
    told = tree.children(verb, "obj", "iobj") or asked
    relations = ("xcomp", "advcl") if asked else ("xcomp",)
    wish = [child for child in tree.children(verb, *relations) if _is_infinitive(tree, child) and child > verb]
    if not wish or not (told or case.is_passive):
        return None
    last = tree.phrase(wish[0])
    first = tree.phrase(told[0], ("case",)) if told else last
    return Span(first.start, last.end) if first.start < last.end else None


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.lemma(mark) in words("grammar.to") for mark in tree.children(verb, "mark"))


def wanted(case: InnerCase) -> Span | None:
    """What somebody wants, with what is to happen to it: "the union wants (the quay mended by May)"."""
    tree, verb = case.tree, case.verb
    if tree.lemma(verb) not in words("cues.wanting"):
        return None
    things = [child for child in tree.children(verb, "obj") if tree.tokens[child].upos in _THINGS and child > verb]
    if not things:
        return None
    ends = [tree.phrase(child).end for child in tree.children(verb, "xcomp", "ccomp") if child > things[0]]
    whole = tree.phrase(things[0])
    return Span(whole.start, max([whole.end, *ends]))
