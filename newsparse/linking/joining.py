"""Which profiles are one person or one body: full names first, split where evidence keeps them apart, then parts.

Everything is decided on all profiles together, in the order of their names and places, so that the order in which
articles came makes no difference. What is neither a person nor an organisation is one where its label and name are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from newsparse.linking.grouping import connected
from newsparse.linking.names import initials, may_be_one_body, may_be_one_person, parts
from newsparse.linking.profiles import COMPARED, Profile

PERSON = "Person"
Feature = tuple[str, str]
COMMON_SHARE = 0.05
"""Somebody named in more than this share of all articles (and in at least ``COMMON_LEAST``) is not evidence."""
COMMON_LEAST = 20
DOMINANT = 4
"""How many times as many articles a person needs as all others of the same name to be the one who is meant."""


@attrs.define(eq=False)
class Cluster:
    """Profiles taken to be one, under all their names; ``common`` are names that are not evidence."""

    label: str
    profiles: list[Profile]
    names: tuple[str, ...]
    common: frozenset[str]
    _features: Counter[Feature] | None = None

    @property
    def features(self) -> Counter[Feature]:
        """How many of the profiles have each piece of evidence, counted when it is first asked for: most never are."""
        if self._features is None:
            self._features = Counter(feature for item in self.profiles for feature in features(item, self.common))
        return self._features

    @property
    def stated(self) -> bool:
        """Whether anything describes them: a role or an organisation."""
        return any(profile.roles or profile.bodies for profile in self.profiles)

    def take(self, profile: Profile) -> None:
        """Add a profile that is known by a part of a name."""
        self.profiles.append(profile)
        if self._features is not None:
            self._features.update(features(profile, self.common))


def clusters(profiles: Iterable[Profile]) -> list[Cluster]:
    """The profiles in clusters, each profile in one; the same for any order of ``profiles``."""
    ordered = sorted(profiles, key=lambda profile: profile.place)
    common = _common(ordered)
    listed: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    named: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    full: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    partial: list[Profile] = []
    for profile in ordered:
        key = full_key(profile)
        if profile.link is not None:
            listed[profile.label, profile.link].append(profile)
        elif profile.label not in COMPARED:
            named[profile.label, " ".join(parts(profile.name))].append(profile)
        elif key:
            full[profile.label, key].append(profile)
        else:
            partial.append(profile)
    found = [_cluster(items, common) for _, items in [*sorted(listed.items()), *sorted(named.items())]]
    for (label, _), items in sorted(full.items()):
        found += _split(items, common) if label == PERSON else [_cluster(items, common)]
    return _attached(found, partial, common)


def full_key(profile: Profile) -> str:
    """What profiles of one full name share: given name and family name, or all words; empty for a part of a name."""
    words = parts(profile.name)
    if profile.label == PERSON:
        return f"{words[0]} {words[-1]}" if len(words) > 1 and len(words[0]) > 1 else ""
    return " ".join(words) if len(words) > 1 else ""


def features(profile: Profile, common: frozenset[str] = frozenset()) -> Iterator[Feature]:
    """The evidence of a profile: words of roles, organisations and company, without what is too common to tell."""
    yield from (("role", word) for word in sorted(profile.roles))
    yield from (("organisation", " ".join(parts(name))) for name in sorted(profile.bodies))
    company = {" ".join(parts(name)) for name in profile.company}
    yield from (("company", name) for name in sorted(company - common))


def _common(profiles: Sequence[Profile]) -> frozenset[str]:
    documents = len({profile.document for profile in profiles})
    counts = Counter(name for profile in profiles for name in {" ".join(parts(item)) for item in profile.names[:1]})
    most = max(COMMON_LEAST, COMMON_SHARE * documents)
    return frozenset(name for name, count in counts.items() if count > most)


def _cluster(profiles: Sequence[Profile], common: frozenset[str]) -> Cluster:
    names = tuple(sorted({name for profile in profiles for name in profile.names}))
    return Cluster(profiles[0].label, list(profiles), names, common)


def _split(profiles: Sequence[Profile], common: frozenset[str]) -> list[Cluster]:
    """People of one full name: those with shared evidence are one, and clusters that are each described stay apart.

    Those whom nothing describes join the only one that is described, or the one that is by far the largest.
    """
    joined = [_cluster(items, common) for items in _connected(profiles, common)]
    stated = [item for item in joined if item.stated]
    if len(stated) <= 1:
        return [_cluster(sorted(profiles, key=lambda item: item.place), common)]
    largest = max(stated, key=lambda item: len(item.profiles))
    others = sum(len(item.profiles) for item in stated) - len(largest.profiles)
    if len(largest.profiles) < DOMINANT * others:
        return joined
    rest = [profile for item in joined if not item.stated for profile in item.profiles]
    merged = _cluster(sorted([*largest.profiles, *rest], key=lambda item: item.place), common)
    return [merged, *(item for item in stated if item is not largest)]


def _connected(profiles: Sequence[Profile], common: frozenset[str]) -> list[list[Profile]]:
    """The profiles in groups that are connected by shared evidence."""
    first: dict[Feature, int] = {}
    pairs = [
        (first.setdefault(feature, number), number)
        for number, profile in enumerate(profiles)
        for feature in features(profile, common)
    ]
    return [[profiles[number] for number in group] for group in connected(len(profiles), pairs)]


def _attached(found: list[Cluster], partial: Sequence[Profile], common: frozenset[str]) -> list[Cluster]:
    """Parts of names, initials and acronyms at the one cluster that they fit best; the rest on their own."""
    index = _index(found)
    left: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    given: list[tuple[Cluster, Profile]] = []
    near: dict[tuple[str, str], list[Cluster]] = {}
    for profile in partial:
        key = (profile.label, profile.name)
        if key not in near:
            near[key] = _near(profile, index)
        best = _best(profile, near[key], common)
        if best is None:
            left[profile.label, " ".join(parts(profile.name))].append(profile)
        else:
            given.append((best, profile))
    for cluster, profile in given:
        cluster.take(profile)
    for _, items in sorted(left.items()):
        found += _alone(items, common)
    return found


def _alone(items: Sequence[Profile], common: frozenset[str]) -> list[Cluster]:
    """Entities that are only known by one word or an initial: people where evidence connects them, bodies all."""
    if items[0].label != PERSON:
        return [_cluster(items, common)]
    return [_cluster(group, common) for group in _connected(items, common)]


def _index(found: Iterable[Cluster]) -> Mapping[str, list[Cluster]]:
    """The clusters by each word of their names, and bodies by their initials."""
    index: dict[str, dict[int, Cluster]] = defaultdict(dict)
    for cluster in found:
        for name in cluster.names:
            keys = {*parts(name), *(initials(name) if cluster.label != PERSON else ())}
            for key in keys:
                index[key][id(cluster)] = cluster
    return {key: list(items.values()) for key, items in index.items()}


def _near(profile: Profile, index: Mapping[str, list[Cluster]]) -> list[Cluster]:
    """The clusters that the name of a profile fits."""
    fits = may_be_one_person if profile.label == PERSON else may_be_one_body
    near = [item for item in index.get(parts(profile.name)[-1], ()) if item.label == profile.label]
    return [item for item in near if any(fits(profile.name, name) for name in item.names)]


def _best(profile: Profile, near: Sequence[Cluster], common: frozenset[str]) -> Cluster | None:
    """The cluster that a part of a name belongs to: the one that shares most, or the only one that an initial fits."""
    words = parts(profile.name)
    own = set(features(profile, common))
    shares = [(sum(1 for feature in own if feature in item.features), item) for item in near]
    most = max((share for share, _ in shares), default=0)
    best = [item for share, item in shares if share == most]
    if len(best) != 1:
        return None
    described = best[0].stated and bool(profile.roles or profile.bodies)
    sure = most > 0 or (len(words) > 1 and not described) or _alias(profile, best[0])
    return best[0] if sure else None


def _alias(profile: Profile, cluster: Cluster) -> bool:
    """Whether an article of the cluster itself uses this name for a body of the full name."""
    own = parts(profile.name)
    return profile.label != PERSON and any(own == parts(name) for name in cluster.names)
