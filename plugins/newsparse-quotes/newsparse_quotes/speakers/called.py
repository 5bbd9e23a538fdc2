"""Whom the words of a source name or call by a noun, as the mention in them tells."""

from __future__ import annotations

from newsparse.model import Entity, Mention, Speaker
from newsparse_quotes.grammar import PLURAL
from newsparse_quotes.lexicon import words
from newsparse_quotes.speakers import persons
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.fields import is_elsewhere
from newsparse_quotes.speakers.from_entities import kind_of_label, speaker_of


def mention(case: SpeakerCase) -> Speaker | None:
    """The entity of the mention that the source is about, or that name alone."""
    found = case.mention
    if found is None or found.form == "pronoun" or (found.label == "NORP" and not _is_whole_people(case, found)):
        return None
    entity = case.around.entities.get(found.entity or "")
    if entity is not None:
        if found.form == "nominal":
            return _nominal(case, entity)
        return speaker_of(_namesake(case, found, entity) or entity, case.passage, found.form)
    return Speaker(name=found.text, mention=case.passage, kind=kind_of_label(found.label), reason="named")


def _is_whole_people(case: SpeakerCase, found: Mention) -> bool:
    """Whether a source is all members of a people or party: "the Conservatives", not "Conservative", "few Greeks"."""
    tree, head = case.around.tree, case.head
    if head is None or tree.tokens[head].xpos not in PLURAL or not found.span.covers(tree.tokens[head].span):
        return False
    told = tree.children(head, "det", "amod", "nummod", "compound", "nmod", "nmod:poss", "conj")
    which = [] if case.around.document.text.startswith(",", found.span.end) else tree.children(head, "acl:relcl")
    return all(tree.words.lower[word] in words("grammar.definite") for word in (*told, *which))


def _namesake(case: SpeakerCase, found: Mention, entity: Entity) -> Entity | None:
    """The only one of a family name who has spoken, where it stands alone and another one has not: "Lee said"."""
    if entity.label != "Person" or entity.id in case.spoke or " " in found.text or _is_just_named(case, entity):
        return None
    people = (case.around.entities.get(name) for name in case.spoke)
    others = [e for e in people if e is not None and e.label == "Person" and found.text in e.name.split()]
    return others[0] if len(others) == 1 else None


def _is_just_named(case: SpeakerCase, entity: Entity) -> bool:
    """Whether somebody's full name is in the paragraph of the source or in one of the two before."""
    place = case.passage.span.start
    full = [m.span.start for m in case.around.mentions_of(entity) if " " in m.text and m.span.end <= place]
    return bool(full) and case.is_recent(max(full))


def _nominal(case: SpeakerCase, entity: Entity) -> Speaker | None:
    """The entity that a noun means, or whoever else the narrator has turned to and calls by it."""
    if _is_of_others(case, entity):
        return None
    return speaker_of(persons.turned_to_another(case, entity) or entity, case.passage, "nominal")


def _is_of_others(case: SpeakerCase, entity: Entity) -> bool:
    """Whether a noun is for several, for somebody of another office or for whoever spoke since, and not an entity."""
    if case.is_crowd or _is_told_of(case, entity):
        return True
    gender = case.around.gender_told(case.passage.span, case.content)
    if gender is not None and not case.around.seems(entity, gender):
        return True
    if case.is_of_another(entity) or is_elsewhere(case.descriptions, case.head, entity):
        return True
    return case.is_vague and case.spoke_since(entity)


def _is_told_of(case: SpeakerCase, entity: Entity) -> bool:
    """Whether a frame follows a person's name, of whom it tells: "Ada Brook, the mayor of Lowmere said, is ill".

    A body may well speak of itself by name: "Lund Lines, the company said, will close".
    """
    if entity.label != "Person" or len(case.content) == 1 or case.around.quoted.touching(case.content):
        return False
    return any(m.form == "named" and m.span in case.content for m in case.around.mentions_of(entity))
