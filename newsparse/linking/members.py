"""Clusters of profiles as groups: under which name, and what speaks for each member."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from newsparse.linking.groups import WEIGHTS, Ground, Group, Member, Reason, scored
from newsparse.linking.joining import Cluster, Feature, clusters, features
from newsparse.linking.names import parts
from newsparse.linking.profiles import Profile

MOST_COMPANY = 3
"""How many people and organisations named beside an entity count as reasons."""


def groups_of(profiles: Iterable[Profile]) -> tuple[Group, ...]:
    """The profiles in groups, those in most documents first; the same for any order of ``profiles``."""
    return tuple(sorted(map(group_of, clusters(profiles)), key=_rank))


def _rank(group: Group) -> tuple[int, str, str]:
    return (-len(group.documents), group.name, group.id)


def group_of(cluster: Cluster) -> Group:
    """The profiles of a cluster as a group, by document and entity."""
    ordered = sorted(cluster.profiles, key=lambda profile: profile.place)
    counts = cluster.features
    names = Counter(parts(profile.name) for profile in ordered)
    first = ordered[0]
    return Group(
        id=f"{first.document}#{first.entity}",
        label=cluster.label,
        name=_fullest(ordered),
        members=tuple(_member(profile, names, counts) for profile in ordered),
    )


def _fullest(ordered: Sequence[Profile]) -> str:
    """The name with the most words that are no initials; of those the longest, then the first in order."""
    names = {profile.name for profile in ordered}
    return min(names, key=lambda name: (-sum(len(word) > 1 for word in parts(name)), -len(name), name))


def _member(profile: Profile, names: Counter[tuple[str, ...]], counts: Counter[Feature]) -> Member:
    reasons = tuple(_reasons(profile, names, counts)) if names.total() > 1 else ()
    return Member(profile.document, profile.entity, profile.name, scored(reasons), reasons)


def _reasons(profile: Profile, names: Counter[tuple[str, ...]], counts: Counter[Feature]) -> list[Reason]:
    found: list[Reason] = []
    if profile.link is not None:
        found.append(Reason("id", profile.link, WEIGHTS["id"]))
    same = names[parts(profile.name)] > 1
    found.append(Reason("name", profile.name, WEIGHTS["name"] if same else WEIGHTS["name"] / 2))
    grounds: dict[str, Ground] = {"organisation": "organisation", "role": "role", "company": "company"}
    shared = [feature for feature in features(profile) if counts.get(feature, 0) > 1]
    company = [feature for feature in shared if feature[0] == "company"][:MOST_COMPANY]
    for kind, words in [*(feature for feature in shared if feature[0] != "company"), *company]:
        found.append(Reason(grounds[kind], words, WEIGHTS[grounds[kind]]))
    return found
