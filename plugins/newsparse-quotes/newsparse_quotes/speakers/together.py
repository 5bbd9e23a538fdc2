"""Whom "they", "the two" and "the latter" mean: those who were named together right before."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsparse.model import Entity, Mention, Span, Speaker
from newsparse_quotes.grammar import SUBJECTS
from newsparse_quotes.lexicon import words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.from_entities import speaker_of, speaking

_SPEAKING = frozenset({"Person", "Organization"})
"""Labels of those who can say something."""
_MAIN = "root"


def pair(case: SpeakerCase) -> Speaker | None:
    """The people whom "and" joins as the subject of the sentence before, or of the clause, for "they" or "the two"."""
    if case.inner or not (case.is_group or case.words in words("pronouns.both")):
        return None
    joined = next(filter(None, (_joined(case, stretch) for stretch in _before(case))), None)
    if joined is None or _is_named_after(case, {joined[0].id, *joined[1]}):
        return None
    return attrs.evolve(speaker_of(joined[0], case.passage, "pronoun"), others=joined[1])


def latter(case: SpeakerCase) -> Speaker | None:
    """The last of those who are named in the clause or the sentence before, for "the latter"."""
    if case.inner or case.words not in words("pronouns.latter"):
        return None
    for stretch in _before(case):
        near = case.around.overlapping(case.around.tree.index.span(stretch))
        named = [mention.entity for mention in near if mention.form == "named" and mention.label in _SPEAKING]
        if len(set(named)) > 1:
            return speaking(case, case.around.entities.get(named[-1] or ""), "pronoun")
    return None


def _before(case: SpeakerCase) -> Iterator[range]:
    """The words before the source in its sentence, and the sentence before."""
    index = case.around.tree.index
    inside = index.overlapping(case.passage.span)
    if not inside:
        return
    first = index.sentence(inside[0]).start
    if first < inside[0]:
        yield range(first, inside[0])
    if first > 0:
        yield index.sentence(first - 1)


def _is_named_after(case: SpeakerCase, people: set[str]) -> bool:
    """Whether the narrator names one of some people after the source in its sentence: "they shouted at Ada Brook"."""
    index, source = case.around.tree.index, case.passage.span
    end = index.span(index.sentence(index.overlapping(source)[0])).end
    after = case.around.people_named(Span(source.end, end)) if end > source.end else ()
    return any(mention.entity in people and case.is_narrated(mention) for mention in after)


def _joined(case: SpeakerCase, stretch: range) -> tuple[Entity, tuple[str, ...]] | None:
    """The people in a stretch whom "and" joins as its subject, or after "for" at its start, if it names no others."""
    tree = case.around.tree
    named = case.around.people_named(tree.index.span(stretch))
    people = list(dict.fromkeys(mention.entity or "" for mention in named))
    if not people[1:] or not all(_may_speak(case, mention) for mention in named):
        return None
    tops = [tree.top(tree.index.overlapping(mention.span)) for mention in named]
    lead = tops[0]
    if lead is None or not {lead, *tree.children(lead, "conj")}.issuperset(tops) or not _is_main(case, lead):
        return None
    first = case.around.entities.get(people[0])
    return (first, tuple(people[1:])) if first is not None else None


def _may_speak(case: SpeakerCase, mention: Mention) -> bool:
    """Whether somebody is named by the narrator, and neither told what is said nor only told of by who spoke before.

    Whoever is called "the two" may have been told of.
    """
    if mention.entity in case.barred or not case.is_narrated(mention):
        return False
    return not case.is_group or not any(piece.covers(mention.span) for piece in case.heard)


def _is_main(case: SpeakerCase, noun: int) -> bool:
    """Whether a noun is the subject or the predicate of the main clause or of what is said, or follows "for"."""
    tree = case.around.tree
    above = tree.head(noun)
    if above is None:
        return tree.relation(noun) == _MAIN
    if tree.relation(noun) in SUBJECTS:
        return tree.relation(above) == _MAIN or not case.is_group or _is_retold(case, tree.tokens[noun].span)
    marks = {tree.lemma(word) for mark in tree.children(noun, "case") for word in tree.below(mark)}
    return tree.relation(noun) == "obl" and not marks.isdisjoint(words("grammar.for"))


def _is_retold(case: SpeakerCase, name: Span) -> bool:
    """Whether a name is in what is said, and nobody spoke before: "Ada Brook and Tom Varga “are sorry,” they said"."""
    return case.before is None and any(piece.start <= name.start < piece.end for piece in case.content)
