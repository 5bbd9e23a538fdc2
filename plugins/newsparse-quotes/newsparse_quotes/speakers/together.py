"""Whom "they", "the two" and "the latter" mean: those who were named together right before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsparse.model import Entity, Mention, Span, Speaker
from newsparse.syntax import Tree
from newsparse_quotes.grammar import OBJECTS, SUBJECTS
from newsparse_quotes.lexicon import words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.from_entities import speaker_of, speaking
from newsparse_quotes.speakers.pronouns import goes_on_without_marks
from newsparse_quotes.speakers.unnamed import pronoun as nobody

_BESIDE = frozenset({"appos", "flat"})
"""Relations of a name to the noun that it stands beside."""
_SPEAKING = frozenset({"Person", "Organization"})
"""Labels of those who can say something."""
_MAIN = "root"


def pair(case: SpeakerCase) -> Speaker | None:
    """The people whom "and" joins as the subject of the sentence before, or of the clause, for "they" or "the two"."""
    if not (case.is_group or case.words in words("pronouns.both")):
        return None
    joined = next(filter(None, (_joined(case, stretch) for stretch in _before(case))), None)
    if joined is None or _is_named_after(case, {joined[0].id, *joined[1]}):
        return None
    return attrs.evolve(speaker_of(joined[0], case.passage, "pronoun"), others=joined[1])


def one_of_two(case: SpeakerCase) -> Speaker | None:
    """Nobody, for "he" right after two men whom "and" joins, or who meet, where neither alone has spoken before."""
    if case.gender is None:
        return None
    if _may_answer(case, case.gender):
        return nobody(case)
    for stretch in _before(case):
        named = {mention.entity or "" for mention in _outside(case, stretch)}
        if named:
            return nobody(case) if _are_equal(case, named) and _is_of_both(case, stretch) else None
    return None


def _may_answer(case: SpeakerCase, gender: str) -> bool:
    """Whether one man has just asked something of another who spoke before, and "he" may answer, or ask on."""
    if not (case.asks and case.is_asked) or case.resumes or case.asked is not None:
        return False
    if not case.around.quoted.touching(case.content):
        return False
    other = case.earlier.entity if case.earlier is not None else None
    people = [case.before_entity, case.around.entities.get(other or "")]
    fits = all(entity is not None and _is_man(case, entity, gender) for entity in people)
    return fits and people[0] != people[1] and _is_in_line(case)


def _is_in_line(case: SpeakerCase) -> bool:
    """Whether the words for whoever spoke before are in the paragraph of the source."""
    told = case.before_mention
    return told is not None and "\n" not in case.around.document.text[told.span.end : case.passage.span.start]


def _is_man(case: SpeakerCase, entity: Entity, gender: str) -> bool:
    """Whether an entity is a person who may have the gender of the pronoun."""
    return entity.label == "Person" and case.around.seems(entity, gender)


def _outside(case: SpeakerCase, stretch: range) -> list[Mention]:
    """The people named in a stretch; without those in what is said, where somebody spoke before whom "he" may mean."""
    named = case.around.people_named(case.around.tree.index.span(stretch))
    if not goes_on_without_marks(case):
        return named
    return [mention for mention in named if not any(piece.covers(mention.span) for piece in case.content)]


def _are_equal(case: SpeakerCase, people: set[str]) -> bool:
    """Whether people, more than one, all have the gender of the pronoun, and not just some have spoken before."""
    found = [case.around.entities.get(name) for name in people]
    fits = all(entity is not None and case.around.seems(entity, case.gender or "") for entity in found)
    return fits and len(found) > 1 and len(people & set(case.spoke)) in {0, len(people)}


def _is_of_both(case: SpeakerCase, stretch: range) -> bool:
    """Whether "and" joins the people whom the narrator names in a stretch, or one of them meets the other there."""
    tree = case.around.tree
    named = [mention for mention in _outside(case, stretch) if case.is_narrated(mention)]
    tops = [_place(tree, top) for m in named if (top := tree.top(tree.index.overlapping(m.span))) is not None]
    if len(set(tops)) > 1 and {tops[0], *tree.children(tops[0], "conj")}.issuperset(tops):
        return True  # two names for one place are not joined: "one friend of Varga's, Paul Kell"
    return any(tree.relation(verb) == _MAIN and _is_meeting(tree, verb) and _meet(tree, verb, tops) for verb in stretch)


def _place(tree: Tree, name: int) -> int:
    """The noun beside which a name stands, if any: "the (king), Paul Kell"."""
    return next((word for word in (name, *tree.above(name)) if tree.relation(word) not in _BESIDE), name)


def _is_meeting(tree: Tree, verb: int) -> bool:
    """Whether two do something with one another: they "meet", or "hold talks"."""
    return any(tree.lemma(word) in words("cues.meeting") for word in (verb, *tree.children(verb, "obj")))


def _meet(tree: Tree, verb: int, people: Sequence[int]) -> bool:
    """Whether one of some people is the subject of a verb, and another its object or after "with"."""
    leads = any(tree.head(word) == verb and tree.relation(word) in SUBJECTS for word in people)
    met = any(tree.head(word) == verb and _is_met(tree, word) for word in people)
    return leads and (met or any(tree.case(word) in words("cues.meeting-with") for word in people))


def _is_met(tree: Tree, word: int) -> bool:
    """Whether somebody is an object, or a name beside one that is read as an adverbial: "met the king, Paul Kell"."""
    return tree.relation(word) in OBJECTS or (tree.relation(word) == "obl" and not tree.case(word))


def latter(case: SpeakerCase) -> Speaker | None:
    """The last of those who are named in the clause or the sentence before, for "the latter"."""
    if case.words not in words("pronouns.latter"):
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
    first = index.sentence(inside[0]).start if inside else 0
    if first < inside.start:
        yield range(first, inside.start)
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
    return not marks.isdisjoint(words("grammar.for"))


def _is_retold(case: SpeakerCase, name: Span) -> bool:
    """Whether a name is in what is said, and nobody spoke before: "Ada Brook and Tom Varga “are sorry,” they said"."""
    return case.before is None and any(piece.start <= name.start < piece.end for piece in case.content)
