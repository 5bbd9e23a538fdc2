"""What entities that are one share, and what speaks for each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newsparse.linking.groups import WEIGHTS, Ground, Group, Member, Reason, scored
from newsparse.linking.joining import Row, features
from newsparse.linking.names import parts
from newsparse.linking.profiles import Profile

MOST_COMPANY = 3
"""How many people and organisations named beside an entity count as reasons."""
SAME, PART = "2", "1"
"""How what an entity shows begins: others have the same name, or it has only a part of theirs."""
_GROUNDS: dict[str, Ground] = {"organisation": "organisation", "role": "role", "company": "company"}


def fullest(names: Iterable[str]) -> str:
    """The name with the most words that are no initials; of those the longest, then the first in order."""
    return min(names, key=lambda name: (-sum(len(word) > 1 for word in parts(name)), -len(name), name))


def shown(rows: Sequence[Row]) -> Iterator[str]:
    """What each of some rows shares with another one: of its name, and the places of its evidence that count."""
    names = Counter(row.name for row in rows)
    seen: set[int] = set()
    shared: set[int] = set()
    for row in rows:
        shared |= row.evidence & seen
        seen |= row.evidence
    for row in rows:
        stated = [at for at, item in enumerate(row.stated) if item in shared]
        company = [at for at, item in enumerate(row.company, len(row.stated)) if item in shared][:MOST_COMPANY]
        places = [SAME if names[row.name] > 1 else PART, *map(str, stated), *map(str, company)]
        yield " ".join(places) if len(rows) > 1 else ""


def member(profile: Profile, given: str) -> Member:
    """An entity with the reasons for what it shares with others, which ``shown`` gave."""
    reasons = tuple(_reasons(profile, *given.split())) if given else ()
    return Member(profile.document, profile.entity, profile.name, scored(reasons), reasons)


def group(label: str, members: Iterable[Member]) -> Group:
    """The group of some entities, by document and entity."""
    ordered = tuple(sorted(members, key=lambda item: (item.document, item.entity)))
    first, name = ordered[0], fullest({item.name for item in ordered})
    return Group(id=f"{first.document}#{first.entity}", label=label, name=name, members=ordered)


def rank(item: Group) -> tuple[int, str, str]:
    """By what groups are ordered: those in most documents first."""
    return (-len(item.documents), item.name, item.id)


def _reasons(profile: Profile, name: str, *places: str) -> Iterator[Reason]:
    if profile.link is not None:
        yield Reason("id", profile.link, WEIGHTS["id"])
    yield Reason("name", profile.name, WEIGHTS["name"] if name == SAME else WEIGHTS["name"] / 2)
    told = list(features(profile))
    for kind, words in (told[int(place)] for place in places):
        yield Reason(_GROUNDS[kind], words, WEIGHTS[_GROUNDS[kind]])
