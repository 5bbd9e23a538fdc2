"""People whom a description calls by their party: "the Democrat"."""

from __future__ import annotations

from collections.abc import Collection

from newsparse.model import Entity, Speaker
from newsparse_quotes.lexicon import LISTS, words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.from_entities import speaking


def partisan(case: SpeakerCase) -> Speaker | None:
    """The one person whom the text puts in the party of a description, else who spoke last or was just named.

    Nobody whom the text puts in another party; nor whoever spoke last, where somebody else who spoke is named near.
    """
    own = _party(case)
    if not own:
        return None
    people = [item for item in case.around.entities.values() if item.label == "Person" and _is_before(case, item)]
    members = [item for item in people if _is_of(case, item, own)]
    if len(members) > 1:
        return None
    return speaking(case, members[0] if members else _near(case, own), "described")


def _near(case: SpeakerCase, party: frozenset[str]) -> Entity | None:
    """Who spoke last or was just named, unless the text puts that person in another party."""
    last = case.before_entity
    found = last if last is not None and last.label == "Person" else case.only_named
    if found is None or case.has_rival or not case.is_near(found):
        return None
    others = {word for other in LISTS.groups("speakers.parties").values() if other != party for word in other}
    return None if _is_of(case, found, others) else found


def _party(case: SpeakerCase) -> frozenset[str]:
    """The words for the party of a description that says no more than the party; none for other descriptions."""
    before, _, noun = case.words.rpartition(" ")
    known = LISTS.groups("speakers.parties").get(noun, frozenset())
    return known if before in words("grammar.definite") else frozenset()


def _is_before(case: SpeakerCase, person: Entity) -> bool:
    return person.span.start < case.passage.span.start


def _is_of(case: SpeakerCase, person: Entity, party: Collection[str]) -> bool:
    return any(case.descriptions.calls(person, word) for word in party)
