"""Quotes inside quotes: what a speaker says that somebody else, or they themselves another time, said or asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property

import attrs

from newsparse.model import Passage, Span
from newsparse.rules import Rule, RuleSet
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, Tie, trimmed
from newsparse_quotes.grammar import ACTIVE, PASSIVE
from newsparse_quotes.lexicon import thoughts, words
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.tree import source

_PAST = frozenset({"VBD", "VBN"})
_LISTS = {"NOUN": "cues.claims", "ADJ": "cues.adjectives"}
"""The lists of words that attribute a clause, by their part of speech."""


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


@cache
def _verbs() -> frozenset[str]:
    return words("speech.verbs.inner") | words("speech.verbs.intending") | words("speech.verbs.reporting")


def _is_listed(tree: Tree, word: int) -> bool:
    """Whether a word is one that attributes."""
    upos = tree.tokens[word].upos
    if upos == "VERB":
        return tree.lemma(word) in _verbs()
    return upos in _LISTS and tree.lemma(word) in words(_LISTS[upos])


def nested(tree: Tree, draft: Draft, quoted: Outer, inner: Outer) -> list[Draft]:
    """The drafts inside the content of ``draft``; ``inner`` are the stretches in marks inside others."""
    result: list[Draft] = []
    taken: list[Span] = []
    for piece, spoken, words_inside in _parts(tree, draft, quoted):
        for verb in words_inside:
            if not _is_listed(tree, verb):
                continue
            found = _draft(InnerCase(tree, verb, inner if spoken else Outer([]), spoken), piece)
            if found is not None and not any(content.overlaps(other) for content in found.content for other in taken):
                result.append(found)
                taken += found.content
    return result


def _parts(tree: Tree, draft: Draft, quoted: Outer) -> Iterator[tuple[Span, bool, Iterable[int]]]:
    """The parts of a content that are in marks, and its pieces, with whether they are in marks and the words to try."""
    marked: set[int] = set()
    for stretch in quoted.touching(draft.content):
        for content in draft.content:
            low, high = max(content.start, stretch.content.start), min(content.end, stretch.content.end)
            if low < high:
                part = Span(low, high)
                marked.update(tree.index.overlapping(part))
                yield part, True, tree.index.overlapping(part)
    if draft.cue is not None:
        for content in draft.content:
            yield content, False, [word for word in tree.index.overlapping(content) if word not in marked]


def _draft(case: InnerCase, piece: Span) -> Draft | None:
    """What the word of ``case`` attributes in ``piece``, with who says it where that is in ``piece`` too."""
    tree, cue = case.tree, case.tree.tokens[case.verb].span
    if not _attributes(case):
        return None
    source = _source(case)
    if source is None and not case.is_passive and not case.is_noun:
        return None
    if source is not None and not piece.covers(source):
        return None
    decision = INNER.decide(case, at=cue)
    if decision is None or not decision.found.span.overlaps(piece):
        return None
    whole = decision.found.span
    content = Span(max(whole.start, piece.start), min(whole.end, piece.end))
    if content == piece or content.overlaps(cue) or (source is not None and content.overlaps(source)):
        return None
    pieces = trimmed(tree.document.text, [content], case.inner)
    long = pieces and len(pieces[0].cut(tree.document.text).split()) > 1
    return Draft(pieces, cue, source, "nested", tie=Tie.INNER, rule=decision.rule) if long else None


def _attributes(case: InnerCase) -> bool:
    """Whether a word attributes what is said: of the lists, not negated, no wish, not "I say"."""
    tree, word = case.tree, case.verb
    if case.is_noun:
        return True
    helpers = {tree.lemma(child) for child in tree.children(word, "aux", "aux:pass")}
    negated = any(tree.lemma(child) in words("modality.negations.clause") for child in tree.children(word, "advmod"))
    if negated or helpers & words("grammar.irreal"):
        return False
    subject = _subject(tree, word)
    return subject is None or not _repeats(tree, word, subject)


def _source(case: InnerCase) -> Span | None:
    """The words of who says or thinks what the word attributes."""
    tree = case.tree
    if case.is_passive:
        return None
    if case.spoken and not case.is_noun:
        subject = _subject(tree, case.verb)
        return tree.phrase(subject, ("punct", "cc")) if subject is not None else None
    found = source(tree, tree.tokens[case.verb].span)
    return found.span if found is not None and (not case.is_noun or found.tie is Tie.POSSESSOR) else None


def _repeats(tree: Tree, verb: int, subject: int) -> bool:
    """Whether a speaker is speaking, not telling what was said another time: "I say", "we think"."""
    pronoun = tree.lemma(subject)
    saying = tree.lemma(verb) in words("cues.saying") and tree.tokens[verb].xpos == "VBP"
    thinking = tree.lemma(verb) in thoughts() and tree.tokens[verb].xpos not in _PAST
    return (saying and pronoun in words("pronouns.self")) or (thinking and pronoun in words("grammar.pronouns.speaker"))


def _subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, or of the one that it is joined to."""
    found = tree.children(verb, *ACTIVE)
    above = tree.head(verb)
    if not found and above is not None and tree.relation(verb) == "conj":
        found = tree.children(above, *ACTIVE)
    return found[0] if found else None


def _in_marks(case: InnerCase) -> Span | None:
    tree, place = case.tree, case.tree.tokens[case.verb].span
    sentence = tree.index.span(tree.index.sentence(case.verb))
    opened = [s for s in case.inner.near(sentence) if sentence.start <= s.open.start < sentence.end]
    near = [s.content for s in opened if not s.content.overlaps(place)]
    return min(near, key=lambda c: min(abs(c.start - place.end), abs(place.start - c.end)), default=None)


def _clause(case: InnerCase) -> Span | None:
    """A clause without "that", with all words after the verb except the person told."""
    tree, verb = case.tree, case.verb
    clauses = [c for c in tree.children(verb, "ccomp", "parataxis") if tree.relation(c) == "ccomp" or c < verb]
    if not clauses or case.is_noun:
        return None
    skipped = [c for c in tree.children(clauses[0], "mark") if tree.lemma(c) in words("grammar.that")]
    told = {word for child in tree.children(verb, "obj", "iobj", "obl", "advmod") for word in tree.below(child)}
    found = tree.phrase(clauses[0], barred=skipped)
    first = tree.index.overlapping(found).start
    while first - 1 > verb and first - 1 not in {*told, *skipped} and tree.tokens[first - 1].upos != "PUNCT":
        first -= 1
    return Span(min(found.start, tree.tokens[first].span.start), found.end)


def _following(case: InnerCase) -> Span | None:
    """The clause right after a verb and the person told, where the tree attaches it elsewhere."""
    tree, first = case.tree, _first_after(case.tree, case.verb)
    sentence = tree.index.sentence(case.verb)
    if first >= sentence.stop - 1:
        return None
    asked = tree.lemma(first) in words("grammar.interrogatives")
    above = tree.head(first) if tree.relation(first) in ACTIVE else None
    if not asked and (above is None or above <= first):
        return None
    last = first
    while last + 1 < sentence.stop and tree.tokens[last + 1].upos != "PUNCT":
        last += 1
    return tree.index.span(range(first, last + 1)) if last > first else None


def _first_after(tree: Tree, verb: int) -> int:
    """The first word after a verb, the pronoun for the person told, and "that"."""
    stop = tree.index.sentence(verb).stop
    first = verb + 1
    if first < stop and first in tree.children(verb, "obj", "iobj") and tree.tokens[first].upos == "PRON":
        first += tree.lemma(first) not in words("grammar.interrogatives")
    return first + (first < stop and tree.lemma(first) in words("grammar.that"))


def _told_to(case: InnerCase) -> Span | None:
    """What somebody is told to do, with who that is."""
    tree = case.tree
    told, wish = tree.children(case.verb, "obj", "iobj"), tree.children(case.verb, "xcomp")
    if not wish or not tree.children(wish[0], "mark") or not (told or case.is_passive):
        return None
    last = tree.phrase(wish[0])
    first = tree.phrase(told[0]) if told else last
    return Span(first.start, last.end) if first.start < last.end else None


def _wish(case: InnerCase) -> Span | None:
    """What somebody agrees or promises to do."""
    tree = case.tree
    wish = tree.children(case.verb, "xcomp")
    if not wish or not tree.children(wish[0], "mark") or not case.is_intending:
        return None
    return tree.phrase(wish[0])


def _that(case: InnerCase) -> Span | None:
    """The clause with "that" after a noun: "the claim that"."""
    tree = case.tree
    if not case.is_noun:
        return None
    for clause in tree.children(case.verb, "acl", "ccomp"):
        marks = [c for c in tree.children(clause, "mark") if tree.lemma(c) in words("grammar.that")]
        if marks:
            return tree.phrase(clause, barred=marks)
    return None


def _rule(
    name: str,
    find: Callable[[InnerCase], Span | None],
    summary: str,
    fires: str,
    quiet: str,
    applies: Callable[[InnerCase], bool] | None = None,
) -> Rule[InnerCase, Passage]:
    def passage(case: InnerCase) -> Passage | None:
        span = find(case)
        return None if span is None else Passage(span, case.tree.document.cut(span))

    return Rule(name=f"quotes.inner.{name}", find=passage, summary=summary, fires=fires, quiet=quiet, applies=applies)


def _is_spoken(case: InnerCase) -> bool:
    return case.spoken and case.is_saying


def _place(passage: Passage) -> Span:
    return passage.span


INNER: RuleSet[InnerCase, Passage] = RuleSet(
    name="quotes.inner",
    summary="What is quoted inside a quote.",
    place=_place,
    rules=(
        _rule(
            "marks",
            _in_marks,
            "Words in marks inside other marks, in the sentence of the verb",
            "“My father told me, ‘Never sell the quay,’ and I never did,” said Ada Brook.",
            "“My father told me never to sell the quay,” said Ada Brook.",
            _is_spoken,
        ),
        _rule(
            "clause",
            _clause,
            "The clause that depends on the verb",
            "“My father told me that the quay would sink,” said Ada Brook.",
            "“My father told me a story about the quay,” said Ada Brook.",
        ),
        _rule(
            "following",
            _following,
            "The clause right after the verb and whom it is told to, where the tree attaches it elsewhere",
            "“People tell me they never pay,” said Ada Brook. “Then I ask what they paid for coffee this morning.”",
            "“They told me a story about the quay,” said Ada Brook.",
            _is_spoken,
        ),
        _rule(
            "told-to",
            _told_to,
            "What somebody is told to do",
            "“My father told the men to sell the quay,” said Ada Brook.",
            "“My father told the men a story about the quay,” said Ada Brook.",
        ),
        _rule(
            "wish",
            _wish,
            "What somebody agrees or promises to do",
            "Ada Brook said the owners had agreed to sell the quay.",
            "Ada Brook said the owners had to sell the quay.",
        ),
        _rule(
            "that",
            _that,
            'The clause with "that" after a noun such as "claim"',
            "Ada Brook said the claim that the quay would sink was false.",
            "Ada Brook said the claim on the quay was false.",
        ),
    ),
)
