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
    A place before the party, "the Iowa Democrat", is that of one member, or of whoever spoke last.
    """
    own, place = _party(case)
    if not own:
        return None
    members = [item for item in case.around.entities.values() if _is_member(case, item, own)]
    known = [item for item in members if case.descriptions.calls(item, place)] if place else members
    if len(known) == 1:
        return speaking(case, known[0], "described")
    near = _near(case, own)
    return speaking(case, near, "described") if not members or near in members else None


def _is_member(case: SpeakerCase, item: Entity, party: frozenset[str]) -> bool:
    """Whether an entity is a person who is named before, whom the text puts in a party."""
    return item.span.start < case.passage.span.start and _is_of(case, item, party)


def _near(case: SpeakerCase, party: frozenset[str]) -> Entity | None:
    """Who spoke last or was just named, unless the text puts that person in another party."""
    last = case.before_entity
    found = last if last is not None and last.label == "Person" else case.only_named
    if found is None or case.has_rival or not case.is_mentioned_recently(found):
        return None
    others = {word for other in LISTS.groups("speakers.parties").values() if other != party for word in other}
    return None if _is_of(case, found, others) else found


def _party(case: SpeakerCase) -> tuple[frozenset[str], str]:
    """The words for the party of a description that says no more than the party and perhaps a place, and that place."""
    said = case.words.split()
    known = LISTS.groups("speakers.parties").get(said[-1], frozenset()) if said else frozenset()
    if not known or said[0] not in words("grammar.definite"):
        return frozenset(), ""
    place = " ".join(said[1:-1])
    return (known, place) if not place or _is_place(case) else (frozenset(), "")


def _is_place(case: SpeakerCase) -> bool:
    """Whether the words between the article and the party are capitalised, and name no person or body."""
    between = case.passage.text.split()[1:-1]
    named = case.around.overlapping(case.passage.span)
    return all(word[0].isupper() for word in between) and all(m.label in {"Location", "NORP"} for m in named)


def _is_of(case: SpeakerCase, person: Entity, party: Collection[str]) -> bool:
    return any(case.descriptions.calls(person, word) for word in party)
