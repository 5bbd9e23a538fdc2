"""Whoever is named as an example of those who say something: "sailors, including Ada Brook"."""

from __future__ import annotations

from newsparse.model import Entity, Span, Speaker
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.from_entities import speaking
from newsparse_quotes.speakers.mentioned import is_example
from newsparse_quotes.speakers.unnamed import pronoun as nobody


def example(case: SpeakerCase) -> Speaker | None:
    """The one person of a gender who is named as an example of the people who spoke last; nobody where several are."""
    told = case.before_mention
    if case.gender is None or told is None or case.before_entity is not None or not case.is_recent(told.span.start):
        return None
    found = [entity for entity in _examples(case, told.span) if case.around.seems(entity, case.gender)]
    if len(found) > 1:
        return nobody(case)
    return speaking(case, found[0], "pronoun") if found else None


def _examples(case: SpeakerCase, source: Span) -> list[Entity]:
    """The people named as examples in the words of a source, each once."""
    tree, named = case.around.tree, dict[str, Entity]()
    head = tree.top(tree.index.overlapping(source))
    for mention in case.around.people_named(source):
        entity = case.around.entities.get(mention.entity or "")
        if entity is not None and is_example(tree, head, tree.top(tree.index.overlapping(mention.span))):
            named[entity.id] = entity
    return list(named.values())
