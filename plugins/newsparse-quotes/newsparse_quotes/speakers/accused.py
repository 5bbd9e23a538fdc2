"""Who denies something: whoever is accused, sued or charged right before, and not the one who does so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsparse.model import Entity, Speaker
from newsparse_quotes.grammar import PASSIVE, SUBJECTS
from newsparse_quotes.lexicon import LISTS, gender_of_noun, is_human, words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.from_entities import speaker_of
from newsparse_quotes.speakers.unnamed import pronoun as nobody

_BODY = "Organization"
_TELLING = frozenset({"root", "conj", "ccomp", "parataxis"})
"""Relations of a verb that tells what has happened: not "Tom Varga, who sued Paul Kell, left"."""
_SEVERAL = frozenset({"NNS", "NNPS"})
"""Tags of plural nouns."""
_SENTENCES = 2
"""Sentences before a denial in which the accusation is looked for."""


def denier(case: SpeakerCase) -> Speaker | None:
    """Whoever is accused right before, for a pronoun that denies it; nobody where that has no name, or is open."""
    thing = case.words in words("pronouns.thing")
    if not case.denies or (case.gender is None and not case.is_group and not thing):
        return None
    verb = next(_accusations(case), None)
    if thing:
        return _body(case, verb) if verb is not None else None
    if case.is_group:
        return _all_accused(case, verb) if verb is not None else None
    if verb is None:
        return nobody(case) if _is_told_of_another(case) else None
    return nobody(case) if _is_about_accusation(case) else _accused(case, verb)


def _accusations(case: SpeakerCase) -> Iterator[int]:
    """The verbs of accusing before the source, the nearest first, up to a sentence that names people without one."""
    tree = case.around.tree
    inside = tree.index.overlapping(case.passage.span)
    accusing = words("cues.suing") | LISTS.groups("cues.accusing").keys()
    stretch = range(tree.index.sentence(inside[0]).start, inside[0]) if inside else range(0)
    for _ in range(1 + _SENTENCES):
        own = [w for w in reversed(stretch) if tree.tokens[w].upos == "VERB" and tree.lemma(w) in accusing]
        yield from (word for word in own if tree.relation(word) in _TELLING)
        if stretch and case.around.people_named(tree.index.span(stretch)):
            return
        first = stretch.start
        stretch = tree.index.sentence(first - 1) if first > 0 else range(0)


def _is_about_accusation(case: SpeakerCase) -> bool:
    """Whether it is something about the accusation itself that is denied: "denied that the **suit** was political"."""
    tree = case.around.tree
    inside = [word for piece in case.content for word in tree.index.overlapping(piece)]
    top = tree.top(inside)
    above = tree.head(top) if top is not None else None
    if above is None or tree.lemma(above) not in words("speech.verbs.denied", "cues.rebutting"):
        return False
    return any(tree.lemma(word) in words("cues.suits") for word in inside if tree.relation(word) in SUBJECTS)


def _body(case: SpeakerCase, verb: int) -> Speaker | None:
    """The body whom a verb accuses, for "it"; nobody where that has no name, or where there are several."""
    tree = case.around.tree
    blamed = _blamed(case, verb)
    mentions = [m for word in blamed for m in case.around.overlapping(tree.tokens[word].span)]
    found = {m.entity for m in mentions if m.entity is not None and m.label == _BODY}
    entity = case.around.entities.get(next(iter(found))) if len(found) == len(blamed) == 1 else None
    if entity is not None and case.may_speak(entity):
        return speaker_of(entity, case.passage, "pronoun")
    return nobody(case) if found or any(tree.lemma(word) in words("nouns.bodies") for word in blamed) else None


def _all_accused(case: SpeakerCase, verb: int) -> Speaker | None:
    """The people whom a verb accuses together, for "they"; nobody where some have no name, or others spoke since."""
    accused = _blamed(case, verb)
    people = _named(case, accused)
    if accused[1:] and len(people) == len(accused) and not _has_spoken_since(case, verb):
        speaker = speaker_of(people[0], case.passage, "pronoun")
        return attrs.evolve(speaker, others=tuple(entity.id for entity in people[1:]))
    joined = bool(accused[1:] and people)
    return nobody(case) if joined or _are_several(case, accused) else None


def _named(case: SpeakerCase, nouns: Sequence[int]) -> list[Entity]:
    """The people among some nouns whom the text names and the denial does not, each once."""
    tokens = case.around.tree.tokens
    mentions = (mention for word in nouns for mention in case.around.overlapping(tokens[word].span))
    found = dict.fromkeys(case.around.entities.get(mention.entity or "") for mention in mentions)
    return [entity for entity in found if entity is not None and entity.label == "Person" and case.may_speak(entity)]


def _has_spoken_since(case: SpeakerCase, verb: int) -> bool:
    """Whether somebody has spoken after an accusation."""
    last = case.before_mention
    return last is not None and last.span.start > case.around.tree.tokens[verb].span.start


def _are_several(case: SpeakerCase, nouns: Sequence[int]) -> bool:
    """Whether nouns are for several people: "two men", "a sailor and a baker"."""
    tree = case.around.tree
    people = [noun for noun in nouns if is_human(tree.lemma(noun))]
    return len(people) > 1 or any(tree.tokens[noun].xpos in _SEVERAL for noun in people)


def _blamed(case: SpeakerCase, verb: int) -> list[int]:
    """Whom a verb accuses: its object, or the subject of a passive, and what "and" joins to that."""
    tree = case.around.tree
    passive = bool(tree.children(verb, *PASSIVE, "aux:pass"))
    heads = tree.children(verb, *SUBJECTS) if passive else tree.children(verb, "obj")
    return [word for head in heads for word in (head, *tree.children(head, "conj"))]


def _accused(case: SpeakerCase, verb: int) -> Speaker | None:
    """The one person of fitting gender whom a verb accuses; nobody where several or somebody without a name may be."""
    passive = bool(case.around.tree.children(verb, *PASSIVE, "aux:pass"))
    found = {_person(case, word) for word in _blamed(case, verb)}
    fitting = {name for name in found if name is not None}
    if not fitting or (passive and fitting == {""}):
        return None
    entity = case.around.entities.get(next(iter(fitting))) if len(fitting) == 1 else None
    return speaker_of(entity, case.passage, "pronoun") if entity is not None else nobody(case)


def _person(case: SpeakerCase, noun: int) -> str | None:
    """The entity of a person of fitting gender, empty for somebody without a name; None for others and for things."""
    tree = case.around.tree
    mentions = case.around.overlapping(tree.tokens[noun].span)
    entity = next((e for m in mentions if (e := case.around.entities.get(m.entity or "")) is not None), None)
    if entity is not None:
        return entity.id if _may_deny(case, entity) else None
    lemma = tree.lemma(noun)
    if tree.tokens[noun].upos == "PRON":
        return "" if case.around.gender_of_pronoun(lemma) == case.gender else None
    return "" if is_human(lemma) and gender_of_noun(lemma) in {None, case.gender} else None


def _may_deny(case: SpeakerCase, entity: Entity) -> bool:
    """Whether an entity is a person of the gender of the pronoun, whom the denial does not name."""
    fits = entity.label == "Person" and case.gender is not None and case.around.seems(entity, case.gender)
    return fits and case.may_speak(entity)


def _is_told_of_another(case: SpeakerCase) -> bool:
    """Whether the last words of a person, right before, have another person of fitting gender as a subject."""
    last = case.before_entity
    if last is None or not _may_deny(case, last) or not _is_right_before(case):
        return False
    return any(entity.id != last.id and _may_deny(case, entity) for entity in _subjects_heard(case))


def _is_right_before(case: SpeakerCase) -> bool:
    """Whether the last words that somebody said end in the sentence of the source or the one before."""
    tree, inside = case.around.tree, case.around.tree.index.overlapping(case.passage.span)
    first = tree.index.sentence(inside[0]).start if inside else 0
    before = tree.index.sentence(first - 1).start if first > 0 else first
    return bool(inside) and bool(case.heard) and case.heard[-1].end > tree.tokens[before].span.start


def _subjects_heard(case: SpeakerCase) -> Iterator[Entity]:
    """The people whom the last words that somebody said name as subjects."""
    tree = case.around.tree
    for mention in (mention for piece in case.heard for mention in case.around.people_named(piece)):
        top = tree.top(tree.index.overlapping(mention.span))
        entity = case.around.entities.get(mention.entity or "")
        if entity is not None and top is not None and tree.relation(top) in SUBJECTS:
            yield entity
