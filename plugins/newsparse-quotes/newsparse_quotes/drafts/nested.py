"""Quotes inside quotes: what a speaker says that somebody else, or they themselves another time, said or asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from newsparse.model import Passage, Span
from newsparse.rules import Rule, RuleSet
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, Tie, trimmed
from newsparse_quotes.grammar import ACTIVE
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.tree import is_asked, source


@attrs.frozen(eq=False)
class InnerCase:
    """A verb of saying inside a quote; ``inner`` are the stretches in marks inside others.

    ``spoken`` says that the quote is in marks; of what is only reported, whole clauses alone count.
    """

    tree: Tree
    verb: int
    inner: Outer
    spoken: bool = True


def nested(tree: Tree, draft: Draft, quoted: Outer, inner: Outer) -> list[Draft]:
    """The drafts inside the words in marks of ``draft``; ``inner`` are the stretches in marks inside others."""
    result: list[Draft] = []
    taken: list[Span] = []
    for piece, spoken in _parts(draft, quoted):
        for verb in _verbs(tree, piece, words("cues.inner" if spoken else "cues.reporting")):
            found = _draft(tree, verb, piece, inner) if spoken else _reported(tree, verb, piece)
            if found is not None and not any(content.overlaps(other) for content in found.content for other in taken):
                result.append(found)
                taken += found.content
    return result


def _parts(draft: Draft, quoted: Outer) -> Iterator[tuple[Span, bool]]:
    """The parts of a content that are in marks, and its pieces that have none, with whether they are in marks."""
    for stretch in quoted.touching(draft.content):
        for content in draft.content:
            low, high = max(content.start, stretch.content.start), min(content.end, stretch.content.end)
            if low < high:
                yield Span(low, high), True
    if draft.cue is not None:
        yield from ((content, False) for content in draft.content if not quoted.touching([content]))


def _reported(tree: Tree, verb: int, piece: Span) -> Draft | None:
    """The clause under a verb of saying or thinking in a reported content, with its subject unless that is told."""
    cue, told = tree.tokens[verb].span, is_asked(tree, verb)
    found = source(tree, cue) if not told else None
    if not told and (found is None or not piece.covers(found.span)):
        return None
    decision = INNER.decide(InnerCase(tree, verb, Outer([]), spoken=False), at=cue)
    pieces = trimmed(tree.document.text, [decision.found.span], Outer([])) if decision is not None else []
    if decision is None or not pieces or not piece.covers(decision.found.span) or decision.found.span == piece:
        return None
    return Draft(pieces, cue, found.span if found else None, "nested", tie=Tie.INNER, rule=decision.rule)


def _verbs(tree: Tree, piece: Span, listed: frozenset[str]) -> Iterator[int]:
    """Verbs of saying in ``piece`` that state a fact: not negated, not a wish."""
    for word in tree.index.overlapping(piece):
        if tree.tokens[word].upos != "VERB" or tree.lemma(word) not in listed:
            continue
        helpers = {tree.lemma(child) for child in tree.children(word, "aux", "aux:pass")}
        negated = any(tree.lemma(child) in words("modality.negations") for child in tree.children(word, "advmod"))
        if not negated and not helpers & words("grammar.irreal"):
            yield word


def _draft(tree: Tree, verb: int, piece: Span, inner: Outer) -> Draft | None:
    subject = _subject(tree, verb)
    if subject is None or _repeats(tree, verb, subject):
        return None
    source = tree.phrase(subject, ("punct", "cc"))
    cue = tree.tokens[verb].span
    decision = INNER.decide(InnerCase(tree, verb, inner), at=cue) if piece.covers(source) else None
    if decision is None or not decision.found.span.overlaps(piece):
        return None
    whole = decision.found.span
    content = Span(max(whole.start, piece.start), min(whole.end, piece.end))
    if content == piece or content.overlaps(cue) or content.overlaps(source):
        return None
    pieces = trimmed(tree.document.text, [content], inner)
    long = pieces and len(pieces[0].cut(tree.document.text).split()) > 1
    return Draft(pieces, cue, source, "nested", tie=Tie.INNER, rule=decision.rule) if long else None


def _repeats(tree: Tree, verb: int, subject: int) -> bool:
    """Whether a speaker is speaking, not telling what was said another time: "I say"."""
    alone = tree.lemma(subject) in words("pronouns.self")
    return alone and tree.lemma(verb) in words("cues.saying") and tree.tokens[verb].xpos == "VBP"


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
    if not clauses:
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
    if not told or not wish or not tree.children(wish[0], "mark"):
        return None
    first, last = tree.phrase(told[0]), tree.phrase(wish[0])
    return Span(first.start, last.end) if first.start < last.end else None


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
    return case.spoken


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
            "The clause right after the verb and whom it is told to, where the tree hangs it elsewhere",
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
            _is_spoken,
        ),
    ),
)
