"""Who states a figure, by all names and descriptions, and whether two figures have one source."""

from __future__ import annotations

from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.names import parts
from newsparse.linking.voices import names_of
from newsparse.model import Document, Entity, Speaker

Names = frozenset[str]


def sources(document: Document, speaker: Speaker | None) -> Names:
    """All names for a speaker, and what the article says that they are or belong to; none for a pronoun alone."""
    if speaker is None:
        return frozenset()
    entity = document.find(speaker.entity, Entity) if speaker.entity else None
    beside = [passage.text for passage in (speaker.mention, speaker.role, speaker.affiliation) if passage]
    held = [role.role.text for role in entity.held] if entity else []
    found = (" ".join(parts(name)) for name in (*names_of(document, speaker), *beside, *held))
    return frozenset(found) - {""} - lexicon(SHARED).words("grammar.pronouns.nameless")


def one_source(one: Names, other: Names) -> bool:
    """Whether two sources have a name or a description in common, or one that is a part of the other's."""
    pairs = [(set(name.split()), set(another.split())) for name in one for another in other]
    return any(first <= second or second <= first for first, second in pairs)
