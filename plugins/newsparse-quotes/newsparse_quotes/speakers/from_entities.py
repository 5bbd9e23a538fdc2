"""A speaker from an entity, and the kind of speaker that it is."""

from __future__ import annotations

from newsparse.model import Entity, Passage, Speaker, SpeakerKind
from newsparse_quotes.speakers.case import SpeakerCase

_BODIES = frozenset({"Organization", "Location", "NORP", "Facility"})


def kind_of_label(label: str) -> SpeakerKind:
    """The kind of a speaker with the label of an entity or mention."""
    if label == "Person":
        return "person"
    return "organisation" if label in _BODIES else "unnamed"


def speaker_of(entity: Entity, passage: Passage, reason: str) -> Speaker:
    """The speaker that an entity is where it is called by the words of ``passage``; ``reason`` says how."""
    kind = kind_of_label(entity.label)
    return Speaker(name=entity.name, mention=passage, entity=entity.id, kind=kind, reason=reason)


def speaking(case: SpeakerCase, entity: Entity | None, reason: str) -> Speaker | None:
    """The speaker that an entity is in a case; None where there is no entity, or it cannot be the one who says this."""
    return speaker_of(entity, case.passage, reason) if entity is not None and case.may_speak(entity) else None
