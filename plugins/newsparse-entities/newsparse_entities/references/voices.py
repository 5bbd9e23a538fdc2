"""The gender of people whose names do not tell it, by the "he said" that goes on with what they say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import Gender


class Voice(NamedTuple):
    """Somebody in the text, in its order: a person named, somebody described, or "he" and "she".

    ``person`` is the group of a name, ``gender`` that of a pronoun; ``speaks`` is whether it is a source.
    """

    token: int
    speaks: bool
    person: Group | None = None
    gender: Gender | None = None


def state_genders(voices: Iterable[Voice]) -> None:
    """Note the gender of each person of whom no title or noun states one, where all pronouns that go on agree.

    A pronoun goes on where it speaks and the one who spoke last was named, with nobody else in between: "Wei Lan said
    the road was shut. ... he said." What "she" means inside of what Wei Lan says does not count.
    """
    told: dict[Group, set[Gender]] = {}
    last: Group | None = None
    for voice in sorted(voices, key=_token):
        if voice.gender is None:
            goes_on = voice.person is not None and (voice.speaks or voice.person is last)
            last = voice.person if goes_on else None
        elif voice.speaks and last is not None:
            told.setdefault(last, set()).add(voice.gender)
    for person, genders in told.items():
        if len(genders) == 1 and not person.genders and all(map(person.seems, genders)):
            person.genders |= genders


def _token(voice: Voice) -> int:
    return voice.token
