"""Whom the words of a source name or call by a noun, as the mention in them tells."""

from __future__ import annotations

from newsparse.model import Entity, Speaker
from newsparse_quotes.speakers import persons
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.fields import is_elsewhere
from newsparse_quotes.speakers.from_entities import kind_of_label, speaker_of


def mention(case: SpeakerCase) -> Speaker | None:
    """The entity of the mention that the source is about, or that name alone."""
    found = case.mention
    if found is None or found.form == "pronoun" or found.label == "NORP":
        return None
    entity = case.around.entities.get(found.entity or "")
    if entity is not None:
        return _nominal(case, entity) if found.form == "nominal" else speaker_of(entity, case.passage, found.form)
    return Speaker(name=found.text, mention=case.passage, kind=kind_of_label(found.label), reason="named")


def _nominal(case: SpeakerCase, entity: Entity) -> Speaker | None:
    """The entity that a noun means, or whoever else the narrator has turned to and calls by it."""
    if _is_of_others(case, entity):
        return None
    return speaker_of(persons.turned_to_another(case, entity) or entity, case.passage, "nominal")


def _is_of_others(case: SpeakerCase, entity: Entity) -> bool:
    """Whether a noun is for several, for somebody of another office or for whoever spoke since, and not an entity."""
    if case.is_crowd:
        return True
    if case.is_of_another(entity) or is_elsewhere(case.descriptions, case.head, entity):
        return True
    return case.is_vague and case.spoke_since(entity)
