"""Which claims of different articles say the same, kept in a database as articles are added."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.figures import Figure
from newsparse.linking.figures.comparing import against, compared, counts_more, only_one_changes, unlike
from newsparse.linking.figures.pairs import Related
from newsparse.linking.figures.verdicts import taken_back
from newsparse.linking.status.claims import Stated
from newsparse.linking.status.differing import are_opposed, contradict, differ, share
from newsparse.linking.status.likeness import share_name
from newsparse.linking.status.matters import TAKING_PART, of_another, tell_apart
from newsparse.linking.status.meaning import Meaning
from newsparse.linking.stored.shelf import Shelf
from newsparse.model import Located

SAME = 0.6
"""The share of the words of the shorter of two quotes that are in the other one where both say the same."""
LEAST = 2
"""How many such words there are at least."""
NEXT = 12
"""With how many figures of its group, the next by time, a figure is compared."""
NUMBERED = 1 << 20
"""The number of a claim is that of its article, times this, and its place among the claims there."""
_COUNTING = frozenset(["count", "percent"])

Pair = tuple[int, int]


class Sameness:
    """The claims of the articles in a database: which are the same, and which figures are taken back."""

    def __init__(self, database: sqlite3.Connection, shelf: Shelf) -> None:
        self.database, self.shelf = database, shelf

    def claim(self, number: int) -> Stated:
        """The claim with a number."""
        return self.shelf.statements(number // NUMBERED).claims[number % NUMBERED]

    def claims(self, article: int) -> list[tuple[int, Stated]]:
        """The claims of an article with their numbers."""
        return list(enumerate(self.shelf.statements(article).claims, article * NUMBERED))

    def named(self, article: int, ids: Iterable[str]) -> set[int]:
        """The numbers of claims by their ids in an article; of ids that are no claims, none."""
        places = {claim.claim: number for number, claim in self.claims(article)}
        return {places[item] for item in ids if item in places}

    def same(self, claim: int) -> set[int]:
        """The claims that say the same as one."""
        return {row[0] for row in self.database.execute("SELECT other FROM same_claims WHERE one = ?", [claim])}

    def takes_back(self, claim: int) -> list[int]:
        """The figures by which a figure is taken back."""
        return [row[0] for row in self.database.execute("SELECT by FROM taken_back WHERE claim = ?", [claim])]

    def figures(self, claim: int) -> list[Figure]:
        """The figures among the words of a claim."""
        place = self.claim(claim).place
        return figures_at(self.shelf.statements(claim // NUMBERED).article.figures, place)

    def differ(self, one: int, other: int) -> bool:
        """Whether two claims of one kind say different things, whatever they have in common."""
        first, second = self.claim(one), self.claim(other)
        if first.kind == "figure":
            return self._figures_differ(one, other)
        if unlike(self.figures(one), self.figures(other)):
            return True
        loosely = share_name(first.names, second.names)
        return (contradict if loosely else differ)(first.meaning, second.meaning)

    def loosely_same(self, one: int, other: int) -> bool:
        """Whether two quotes have most words in common, and none contradicts the other."""
        first, second = self.claim(one), self.claim(other)
        return _same_quote(first, second) and not contradict(first.meaning, second.meaning)

    def _figures_differ(self, one: int, other: int) -> bool:
        return unlike(self.figures(one), self.figures(other)) or self._clauses_differ(one, other)

    def add_quotes(self, one: int, other: int) -> set[int]:
        """Add the quotes that are the same in two articles that tell the same story; these."""
        pairs = [
            (here, there)
            for here, mine in self.claims(one)
            for there, theirs in self.claims(other)
            if _same_quote(mine, theirs) and not self.differ(here, there)
        ]
        return self._insert(pairs, figure=False)

    def drop_quotes(self, one: int, other: int) -> set[int]:
        """Forget which quotes of two articles are the same; these."""
        ends = (other * NUMBERED, (other + 1) * NUMBERED)
        return self._delete([number for number, _ in self.claims(one)], "NOT figure AND other >= ? AND other < ?", ends)

    def put_figures(self, figures: Iterable[Figure], groups: Iterable[Sequence[Figure]]) -> set[int]:
        """Replace what is known of some figures by what their groups say; the claims that they are or were."""
        claims = self._numbers(figures)
        changed = {*claims, *self._delete(claims, "figure")}
        self.database.executemany("DELETE FROM taken_back WHERE claim = ?", [(claim,) for claim in claims])
        for group in groups:
            agreeing = [(pair[0], pair[1]) for item in _agreeing(group) if len(pair := self._numbers(item)) > 1]
            changed |= self._insert([pair for pair in agreeing if not self._clauses_differ(*pair)], figure=True)
            back = (self._numbers(pair) for pair in taken_back(Related(group)))
            rows = [pair for pair in back if len(pair) > 1]
            self.database.executemany("INSERT OR IGNORE INTO taken_back VALUES (?, ?)", rows)
        return changed

    def _clauses_differ(self, one: int, other: int) -> bool:
        """Whether the clauses of two figures say different things of one, or count what other things happen to."""
        ours, theirs = self.claim(one).meaning, self.claim(other).meaning
        if told_otherwise(ours, theirs, taking_part=0):
            return True
        pairs = product(self.figures(one), self.figures(other))
        return any(_may_count_others(*pair) for pair in pairs) and tell_apart(ours, theirs)

    def _numbers(self, figures: Iterable[Figure]) -> list[int]:
        """The numbers of figures as claims, of those that are."""
        found: list[int] = []
        for figure in figures:
            found += self.named(self.shelf.number(figure.place.document), [figure.claim])
        return found

    def _insert(self, pairs: Iterable[Pair], *, figure: bool) -> set[int]:
        both = [row for one, other in pairs for row in ((one, other, figure), (other, one, figure))]
        self.database.executemany("INSERT INTO same_claims VALUES (?, ?, ?)", both)
        return {row[0] for row in both}

    def _delete(self, claims: Iterable[int], where: str, values: Sequence[int] = ()) -> set[int]:
        found: set[int] = set()
        for claim in claims:
            query = f"SELECT other FROM same_claims WHERE one = ? AND {where}"
            others = [row[0] for row in self.database.execute(query, [claim, *values])]
            rows = [row for other in others for row in ((claim, other), (other, claim))]
            self.database.executemany("DELETE FROM same_claims WHERE one = ? AND other = ?", rows)
            found |= {claim, *others} if others else set()
        return found


def told_otherwise(one: Meaning, other: Meaning, *, taking_part: int = TAKING_PART) -> bool:
    """Whether words about one thing have most words in common, and say something else of it; or tell something else."""
    opposed = share(one, other) >= SAME and contradict(one, other)
    return opposed or of_another(one, other, taking_part=taking_part)


def figures_at(figures: Iterable[Figure], place: Located) -> list[Figure]:
    """Those of the figures of an article that are inside of a place of it."""
    return [item for item in figures if place.start <= item.place.start and item.place.end <= place.end]


def _agreeing(group: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The figures of a group that agree, each with some of those that follow."""
    for at, one in enumerate(group):
        for other in group[at + 1 : at + 1 + NEXT]:
            if compared(one, other).verdict == "agree" and not against(one, other) and not _are_of_others(one, other):
                yield one, other


def _are_of_others(one: Figure, other: Figure) -> bool:
    """Whether two figures that agree are of different things: a change and a level, a whole and a part, or others."""
    return only_one_changes(one, other) or counts_more(one, other) or _count_others(one, other)


def _may_count_others(one: Figure, other: Figure) -> bool:
    """Whether verbs say what two figures count: no fate does, they are no lengths of time, and neither has changed."""
    if one.fate and one.fate == other.fate:
        return False
    return {one.quantity.kind, other.quantity.kind} <= _COUNTING | {"money"} and {one.role, other.role} == {"level"}


def _count_others(one: Figure, other: Figure) -> bool:
    """Whether two figures count or share out different things, by nouns that are not for anybody: pupils, teachers."""
    if not {one.quantity.kind, other.quantity.kind} <= _COUNTING:
        return False
    heads = {one.head, other.head} - lexicon(SHARED).words("across.anybody") - {""}
    return len(heads) > 1 or are_opposed(one.head, other.head)


def _same_quote(one: Stated, other: Stated) -> bool:
    """Whether two quotes of different articles have the words in common that both need to say the same."""
    if one.kind != "quote" or other.kind != "quote" or "denied" in (one.base, other.base):
        return False
    both, least = len(one.words & other.words), min(len(one.words), len(other.words))
    enough = both >= LEAST or one.words == other.words
    return enough and bool(least) and both >= SAME * least
