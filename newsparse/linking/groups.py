"""Groups of entities that are one person or one body, each member with what speaks for it and a score."""

from __future__ import annotations

import json
from typing import Any, Literal

import attrs
import cattrs

from newsparse.serial.jsontext import escaped

Ground = Literal["id", "name", "role", "organisation", "company", "words", "speaker", "copy"]

SCHEMA = "newsparse.group/1"
WEIGHTS: dict[Ground, float] = {
    "id": 1.0,
    "name": 0.6,
    "organisation": 0.5,
    "role": 0.35,
    "company": 0.3,
    "words": 0.9,
    "speaker": 0.6,
    "copy": 0.6,
}
"""How much a reason of each ground leaves less doubt.

A name that is only a part of the full one counts half, and words as much as they are of an utterance.
"""


@attrs.frozen
class Reason:
    """Why an entity is in a group: its id in a list, its name, a role, an organisation, or somebody named beside it.

    A telling is in a group of one utterance because of its words, its speaker, an article of which its own is a near
    copy, or somebody named in both. ``words`` are what it shares with another member, ``weight`` is what it adds to the
    score.
    """

    ground: Ground
    words: str
    weight: float


@attrs.frozen
class Member:
    """One entity of one document; ``score`` is 0 to 1 and grows with the reasons. It is not a probability."""

    document: str
    entity: str
    name: str
    score: float
    reasons: tuple[Reason, ...]


@attrs.frozen
class Group:
    """One person or organisation: the fullest name, and its entities by document.

    ``id`` names the first of them, by the order of document ids.
    """

    id: str
    label: str
    name: str
    members: tuple[Member, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of its documents, each once."""
        return tuple(dict.fromkeys(member.document for member in self.members))


def scored(reasons: tuple[Reason, ...]) -> float:
    """How little doubt the reasons leave together: each takes its share of what is left."""
    doubt = 1.0
    for reason in reasons:
        doubt *= 1 - reason.weight
    return round(1 - doubt, 3)


def dumps(group: Group) -> str:
    """The group as one line of JSON, which ``loads`` reads."""
    return escaped(json.dumps({"schema": SCHEMA, **attrs.asdict(group)}, ensure_ascii=False))


def loads(line: str) -> Group:
    """The group that ``dumps`` wrote; raises ``ValueError`` for anything else."""
    raw: Any = json.loads(line)
    if not isinstance(raw, dict) or raw.pop("schema", None) != SCHEMA:
        raise ValueError(f"expected a group of the schema {SCHEMA}.")
    try:
        return cattrs.Converter(forbid_extra_keys=True).structure(raw, Group)
    except cattrs.BaseValidationError as error:
        raise ValueError("; ".join(cattrs.transform_error(error))) from error
