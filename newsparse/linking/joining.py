"""Which entities of several articles are one: those of a full name, split where evidence keeps them apart; then parts.

What is compared of an entity is a row of its names and of its evidence: hashes of the words of its roles, of its
organisations and of the names beside it. What is neither a person nor an organisation is one where its label and name
are.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from hashlib import blake2b
from itertools import repeat

import attrs

from newsparse.linking.grouping import connected
from newsparse.linking.names import initials, may_be_one_person, parts
from newsparse.linking.profiles import COMPARED, Profile

PERSON = "Person"
Feature = tuple[str, str]
COMMON_SHARE = 0.05
"""Somebody named in more than this share of all articles (and in at least ``COMMON_LEAST``) is not evidence."""
COMMON_LEAST = 20
DOMINANT = 4
"""How many times as many articles a person needs as all others of the same name to be the one who is meant."""
_HASH_BYTES = 8


class Kind(IntEnum):
    """By what entities are looked up: an id in a list, a name that is the same for all, a full name, a part of one."""

    LISTED = 0
    NAMED = 1
    FULL = 2
    PART = 3


@attrs.frozen(eq=False)
class Row:
    """What is compared of an entity, by its number: ``stated`` are its roles and organisations, ``company`` the rest.

    ``evidence`` has both, without the names that are too common to tell. ``home``, ``shown`` and ``host`` are what was
    found of it before.
    """

    number: int
    names: tuple[str, ...]
    stated: array[int]
    company: array[int]
    evidence: frozenset[int]
    home: int = 0
    shown: str = ""
    host: int | None = None

    @property
    def name(self) -> tuple[str, ...]:
        """The words of the fullest name."""
        return parts(self.names[0])


@attrs.frozen(eq=False)
class Cluster:
    """Rows that are one, under all their names, with all their evidence."""

    rows: Sequence[Row]
    names: frozenset[str]
    evidence: frozenset[int]
    stated: bool

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Cluster:
        """The cluster of some rows."""
        names = frozenset(name for row in rows for name in row.names)
        evidence = frozenset[int]().union(*(row.evidence for row in rows))
        return cls(rows, names, evidence, any(row.stated for row in rows))

    @property
    def key(self) -> int:
        """The smallest number of its rows, which no other cluster has."""
        return min(row.number for row in self.rows)


def placed(profile: Profile) -> tuple[Kind, str]:
    """The kind of look-up for a profile, and what those have in common that may be one."""
    words = parts(profile.name)
    if profile.link is not None:
        return Kind.LISTED, profile.link
    if profile.label not in COMPARED:
        return Kind.NAMED, " ".join(words)
    if profile.label == PERSON:
        whole = len(words) > 1 and len(words[0]) > 1
        return (Kind.FULL, f"{words[0]} {words[-1]}") if whole else (Kind.PART, " ".join(words))
    return (Kind.FULL if len(words) > 1 else Kind.PART), " ".join(words)


def features(profile: Profile) -> Iterator[Feature]:
    """The evidence of a profile: words of roles, organisations and company."""
    yield from (("role", word) for word in sorted(profile.roles))
    yield from (("organisation", name) for name in sorted({" ".join(parts(name)) for name in profile.bodies}))
    yield from (("company", name) for name in sorted({" ".join(parts(name)) for name in profile.company}))


def hashed(*words: str) -> int:
    """Words as a number of 64 bits."""
    data = "\0".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=_HASH_BYTES).digest(), "big", signed=True)


def looked_up(label: str, names: Iterable[str]) -> set[str]:
    """The words by which a part of a name finds these names: all of theirs, and of bodies their initials."""
    return {word for name in names for word in (*parts(name), *(initials(name) if label != PERSON else ()))}


def common_from(articles: int) -> int:
    """In how many of so many articles somebody has to be named, at most, to be evidence.

    The number of articles counts as the next power of two, so that it seldom changes.
    """
    return max(COMMON_LEAST, int(COMMON_SHARE * (1 << (max(articles, 1) - 1).bit_length())))


def may_be_several(kind: Kind, label: str) -> bool:
    """Whether entities of one look-up of full names may be several: only people of one name are."""
    return kind == Kind.FULL and label == PERSON


def split(kind: Kind, label: str, rows: Sequence[Row]) -> list[Cluster]:
    """Entities of one look-up in clusters.

    Of people of one full name, those with shared evidence are one, and clusters that are each described stay apart.
    Those whom nothing describes join the only one that is described, or the one that is by far the largest.
    """
    if not may_be_several(kind, label):
        return [Cluster.of(rows)]
    joined = _connected(rows)
    stated = [group for group in joined if _is_described(group)]
    if len(stated) <= 1:
        return [Cluster.of(rows)]
    largest = max(stated, key=len)
    others = sum(map(len, stated)) - len(largest)
    if len(largest) < DOMINANT * others:
        return list(map(Cluster.of, joined))
    rest = [row for group in joined if not _is_described(group) for row in group]
    return [Cluster.of([*largest, *rest]), *(Cluster.of(group) for group in stated if group is not largest)]


def _is_described(group: Iterable[Row]) -> bool:
    """Whether any of some rows has a role or an organisation."""
    return any(row.stated for row in group)


def alone(label: str, rows: Sequence[Row]) -> list[Cluster]:
    """Entities that are only known by one word or an initial: people where evidence connects them, bodies all."""
    return [Cluster.of(group) for group in (_connected(rows) if label == PERSON else [rows])]


def fits(name: str, cluster: Cluster) -> bool:
    """Whether a part of a person's name may be one of a cluster's."""
    return any(may_be_one_person(name, other) for other in cluster.names)


def chosen(
    label: str, rows: Sequence[Row], near: Sequence[Cluster], fitting: Sequence[Cluster]
) -> list[Cluster | None]:
    """For entities of one part of a name, the cluster each belongs to, of ``near`` ones whose names it fits.

    ``fitting`` are all of those, or none where there are several. It is the one that shares most, or the only one that
    an initial fits. People who are described stay apart from those described with other words, whoever else is named
    beside both.
    """
    every = frozenset[int]().union(*(row.evidence for row in rows))
    having: dict[int, list[Cluster]] = defaultdict(list)
    for cluster in near:
        for feature in every & cluster.evidence:
            having[feature].append(cluster)
    return [_best(label, row, fitting, having) for row in rows]


def _best(label: str, row: Row, fitting: Sequence[Cluster], having: dict[int, list[Cluster]]) -> Cluster | None:
    shares = Counter(cluster for feature in row.evidence for cluster in having.get(feature, ()))
    if not shares:
        return fitting[0] if len(fitting) == 1 and _is_sure(label, row, fitting[0]) else None
    most = max(shares.values())
    best = [cluster for cluster, share in shares.items() if share == most]
    return best[0] if len(best) == 1 and not _described_apart(label, row, best[0]) else None


def _described_apart(label: str, row: Row, cluster: Cluster) -> bool:
    """Whether somebody and those of a full name are described, and nothing in it is the same: "President Brook"."""
    if label != PERSON or not row.stated or not cluster.stated:
        return False
    return cluster.evidence.isdisjoint(row.stated)


def _is_sure(label: str, row: Row, only: Cluster) -> bool:
    """Whether a part of a name means the only one whom it fits, without evidence: an initial, or a name used there."""
    if len(row.name) > 1 and not (only.stated and row.stated):
        return True
    return label != PERSON and any(row.name == parts(name) for name in only.names)


def _connected(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows in groups that are connected by shared evidence."""
    first: dict[int, int] = {}
    sharing = ((at, set(map(first.setdefault, row.evidence, repeat(at)))) for at, row in enumerate(rows))
    pairs = ((other, at) for at, others in sharing for other in others if other != at)
    return [[rows[at] for at in group] for group in connected(len(rows), pairs)]
