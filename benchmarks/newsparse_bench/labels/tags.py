"""The tags of the labelling guidelines, their attributes, and what an attribute may say.

The tags are ``e`` (name), ``r`` (role), ``q`` (content), ``c`` (cue), ``m`` (speaker's words), ``n`` (figure) and ``x``
(numeral that is not a quantity).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

import attrs

from newsparse.errors import SchemaError
from newsparse.model.claims import Act, Direction, Manner, Modality, NumberRole, SpeakerKind
from newsparse.model.entities import MentionForm
from newsparse.model.quantity import Exactness, QuantityKind, Side

REASONS: Final = (
    "date",
    "year",
    "time",
    "phone",
    "score",
    "name",
    "law",
    "address",
    "list",
    "link",
    "version",
    "pair",
    "idiom",
)
YES: Final = "yes"
NOBODY: Final = "-"
"""Stands for an id: of a figure that nobody says, though the quote around it has a speaker; of a name of no entity."""

ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = {
    "e": frozenset({"i", "form", "label", "name", "link", "link-name"}),
    "r": frozenset({"i", "o", "f"}),
    "q": frozenset({"i", "s", "k", "mod", "why", "by", "act", "manner", "in"}),
    "c": frozenset({"q"}),
    "m": frozenset({"q"}),
    "n": frozenset({"i", "v", "k", "u", "c", "per", "x", "near", "r", "d", "of", "at", "s", "by", "who"}),
    "x": frozenset({"w"}),
}
"""What each tag may have. Any tag may also have ``part``: tags of one kind with equal ``part`` are one tag."""

CHOICES: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("e", "form"): get_args(MentionForm),
    ("q", "k"): get_args(SpeakerKind),
    ("q", "mod"): get_args(Modality),
    ("q", "act"): get_args(Act),
    ("q", "manner"): get_args(Manner),
    ("n", "k"): get_args(QuantityKind),
    ("n", "x"): get_args(Exactness),
    ("n", "near"): get_args(Side),
    ("n", "r"): get_args(NumberRole),
    ("n", "d"): get_args(Direction),
    ("n", "who"): get_args(SpeakerKind),
    ("x", "w"): REASONS,
    ("r", "f"): (YES,),
}

READABLE: Final[Mapping[tuple[str, str], str]] = {
    ("e", "i"): "entity",
    ("e", "form"): "form",
    ("e", "label"): "entity-label",
    ("e", "name"): "name",
    ("e", "link"): "link",
    ("e", "link-name"): "link-name",
    ("r", "i"): "person",
    ("r", "o"): "organisation",
    ("r", "f"): "former",
    ("q", "s"): "speaker",
    ("q", "by"): "speaker-name",
    ("q", "k"): "speaker-kind",
    ("q", "mod"): "modality",
    ("q", "act"): "act",
    ("q", "manner"): "manner",
    ("q", "why"): "why",
    ("q", "in"): "within",
    ("n", "v"): "value",
    ("n", "k"): "kind",
    ("n", "u"): "unit",
    ("n", "c"): "currency",
    ("n", "per"): "per",
    ("n", "x"): "exactness",
    ("n", "near"): "near",
    ("n", "r"): "figure-role",
    ("n", "d"): "direction",
    ("n", "of"): "of",
    ("n", "at"): "of-at",
    ("n", "s"): "speaker",
    ("n", "by"): "speaker-name",
    ("n", "who"): "speaker-kind",
    ("x", "w"): "reason",
}
"""The names of attributes in labelling tools."""

LABELS: Final[Mapping[str, str]] = {
    "r": "Role",
    "q": "Content",
    "c": "Cue",
    "m": "Source",
    "n": "Figure",
    "x": "Numeral",
}
"""The names of tags in labelling tools; a name has the label of its entity there."""

_TAGS = {label.lower(): tag for tag, label in LABELS.items()} | {"quote": "q", "speaker": "m"}
_LETTERS = {(tag, name): letter for (tag, letter), name in READABLE.items()}


@attrs.frozen
class Tag:
    """A tag with the code points that it covers."""

    name: str
    values: Mapping[str, str]
    start: int
    end: int


@attrs.frozen
class Labelled:
    """A text with its tags; ``entities`` are label and name by the id that tags use."""

    text: str
    tags: list[Tag]
    entities: Mapping[str, tuple[str, str]]


def readable(tag: Tag) -> dict[str, str]:
    """The attributes of a tag by the names that labelling tools show; ids that join tags are left out."""
    return {READABLE[tag.name, key]: value for key, value in tag.values.items() if (tag.name, key) in READABLE}


def letters(tag: str, values: Mapping[str, str]) -> dict[str, str]:
    """The attributes of a tag from their readable names; raises ``SchemaError`` for one that the tag cannot have."""
    unknown = sorted(name for name in values if (tag, name) not in _LETTERS)
    if unknown:
        known = ", ".join(name for (owner, name) in _LETTERS if owner == tag) or "none"
        raise SchemaError(f"{LABELS.get(tag, 'a name')} has no attribute {unknown[0]!r} (it has: {known}).")
    return {_LETTERS[tag, name]: value for name, value in values.items()}


def has_attribute(label: str, name: str) -> bool:
    """Whether regions of that label have an attribute of that readable name."""
    return (tag_of(label), name) in _LETTERS


def choices(label: str, name: str) -> tuple[str, ...]:
    """What an attribute of that readable name may say for a region of that label; nothing if it is free."""
    tag = tag_of(label)
    return CHOICES.get((tag, _LETTERS.get((tag, name), "")), ())


def tag_of(label: str) -> str:
    """The tag of a label in a labelling tool: ``e`` for all that is the class of a name."""
    return _TAGS.get(label.lower(), "e")


def check(tag: str, values: Mapping[str, str], words: str) -> None:
    """Raises ``SchemaError`` for a tag or an attribute that does not exist, or a value that is not to be chosen."""
    if tag not in ATTRIBUTES or set(values) - ATTRIBUTES[tag] - {"part"}:
        raise SchemaError(f"unknown tag or attribute in <{tag} {dict(values)}> at {words!r}.")
    for name, value in values.items():
        allowed = CHOICES.get((tag, name))
        if allowed and value not in allowed:
            raise SchemaError(f"<{tag} {name}={value!r}> at {words!r} must be one of: {', '.join(allowed)}.")
