"""A speaker from an entity, and the kind of speaker that it is."""

from __future__ import annotations

from newsparse.model import Entity, Passage, Speaker, SpeakerKind

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
