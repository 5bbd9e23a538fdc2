"""The status of every claim of all articles: how its article gives it, and what is said of it, there or elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal

import attrs

from newsparse.linking.figures.comparing import compared
from newsparse.linking.figures.profiles import Article, Figure, article
from newsparse.linking.figures.stories import related
from newsparse.linking.figures.verdicts import Related, taken_back
from newsparse.linking.lines import line, record
from newsparse.linking.status.claims import Base, Stated, stated
from newsparse.linking.status.reading import Reading
from newsparse.linking.status.targets import Answer, alike, answers, owned
from newsparse.linking.status.triggers import Effect
from newsparse.model import Document, Located

SCHEMA = "newsparse.status/1"
SAME = 0.6
"""The share of the words of the shorter of two quotes that are in the other one where both say the same."""
LEAST = 2
"""How many such words there are at least."""
BEST = 0.75
"""The share of the best likeness that another claim has to have so that a clause repeats it too."""
NEXT = 12
"""With how many figures of its group, the next by time, a figure is compared."""

Key = tuple[str, str]
"""A document and the id of a claim in it."""


@attrs.frozen(kw_only=True)
class Effected:
    """What is said of a claim: disputed, confirmed or corrected, by whom, where, and the rules that say so.

    ``by`` is None where the article itself does it. ``place`` are the words that do.
    """

    effect: Effect
    place: Located
    by: str | None = None
    rules: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Status:
    """The status of one claim, a quote or a figure.

    ``base`` is how its article gives it: "asserted" by the article itself, "reported", "hedged", "denied", and "open"
    where nothing says so; ``evidence`` are the words that do, ``rule`` what decided. ``effects`` are all places, here
    and in other articles, that dispute it, confirm it or take it back.
    """

    place: Located
    claim: str
    kind: Literal["quote", "figure"]
    base: Base
    evidence: tuple[Located, ...] = ()
    rule: str = ""
    effects: tuple[Effected, ...] = ()

    @property
    def labels(self) -> frozenset[str]:
        """The base and the effects by name."""
        return frozenset({self.base, *(item.effect for item in self.effects)})


@attrs.frozen(kw_only=True)
class Statements:
    """What is kept of an article: its words and figures, its claims, and its answers to claims."""

    article: Article
    claims: tuple[Stated, ...]
    answers: tuple[Answer, ...]


def statements(document: Document) -> Statements:
    """What is kept of ``document``, which comes from a pipeline with quotes and numbers."""
    reading = Reading(document)
    kept = article(document)
    claims = tuple(stated(reading, kept.figures))
    return Statements(article=kept, claims=claims, answers=tuple(answers(reading, claims)))


def dumps(status: Status) -> str:
    """The status as one line of JSON, which ``loads`` reads."""
    return line(status, SCHEMA)


def loads(written: str) -> Status:
    """The status that ``dumps`` wrote; raises ``SchemaError`` for anything else."""
    return record(written, Status, SCHEMA)


def statuses(kept: Iterable[Statements], figures: Iterable[Sequence[Figure]]) -> tuple[Status, ...]:
    """The status of every claim, by document and place; the same for any order of ``kept``.

    ``figures`` are those of the same articles that are about one thing, in groups.
    """
    return tuple(_Linking(sorted(kept, key=lambda item: item.article.document), list(figures)).statuses())


class _Linking:
    """Claims of all articles, which of them are the same, and what is said of each."""

    def __init__(self, kept: Sequence[Statements], figures: Sequence[Sequence[Figure]]) -> None:
        self.kept = {item.article.document: item for item in kept}
        self.claims = {(name, claim.claim): claim for name, item in self.kept.items() for claim in item.claims}
        self.near: dict[str, list[str]] = defaultdict(list)
        for _, one, other in related(item.article for item in kept):
            self.near[one.document].append(other.document)
            self.near[other.document].append(one.document)
        self.groups = figures
        self.same: dict[Key, set[Key]] = defaultdict(set)
        for here, there in [*self._same_figures(), *self._same_quotes()]:
            self.same[here].add(there)
            self.same[there].add(here)

    def statuses(self) -> Iterator[Status]:
        """One for each claim."""
        effects = self._effects()
        for key, claim in sorted(self.claims.items(), key=lambda item: (item[0][0], item[1].place.start, item[0][1])):
            yield Status(
                place=claim.place,
                claim=claim.claim,
                kind=claim.kind,
                base=claim.base,
                evidence=claim.evidence,
                rule=claim.rule,
                effects=tuple(effects.get(key, ())),
            )

    def _same_figures(self) -> Iterator[tuple[Key, Key]]:
        for group in self.groups:
            for place, one in enumerate(group):
                for other in group[place + 1 : place + 1 + NEXT]:
                    if compared(one, other).verdict == "agree":
                        yield _key(one), _key(other)

    def _same_quotes(self) -> Iterator[tuple[Key, Key]]:
        for name, item in self.kept.items():
            for other in (other for other in self.near[name] if other > name):
                for claim in item.claims:
                    for another in self.kept[other].claims:
                        if _same_quote(claim, another):
                            yield (name, claim.claim), (other, another.claim)

    def _effects(self) -> Mapping[Key, list[Effected]]:
        found: dict[Key, list[Effected]] = defaultdict(list)
        for name, item in self.kept.items():
            for answer in item.answers:
                for key in sorted(self._reached(name, answer)):
                    rules = tuple(rule for rule in (answer.rule, answer.target_rule) if rule)
                    found[key].append(
                        Effected(effect=answer.effect, place=answer.place, by=answer.by or None, rules=rules)
                    )
        for key, effected in [*self._second_sources(), *self._taken_back()]:
            found[key].append(effected)
        return {key: sorted(set(items), key=_order) for key, items in found.items()}

    def _reached(self, document: str, answer: Answer) -> set[Key]:
        """The claims that an answer is about, with those of other articles that say the same."""
        targets = {(document, claim) for claim in answer.targets} or set(self._elsewhere(document, answer))
        reached = targets | {key for target in targets for key in self.same[target]}
        others = {key for key in reached if not self.claims[key].names & answer.names}
        if answer.effect == "disputed":
            return others | ({(document, claim) for claim in answer.repeated} if answer.about_noun else set())
        if answer.effect == "confirmed" and not others:
            return set()
        return reached | {(document, claim) for claim in answer.repeated}

    def _elsewhere(self, document: str, answer: Answer) -> Iterator[Key]:
        """Claims of related articles that an answer repeats, or that are of those whom it names."""
        every = [(other, claim) for other in self.near[document] for claim in self.kept[other].claims]
        if answer.effect != "corrected":
            every = [item for item in every if not item[1].names & answer.names]
        if answer.words:
            shares = [(alike(answer.words, item[1]), item) for item in every]
            most = max((share for share, _ in shares), default=0.0)
            found = [item for share, item in shares if share and share >= BEST * most]
        else:
            found = [item for item in every if answer.owners and owned(answer.owners, item[1])]
            found = [item for item in found if item[1].base != "denied" and _may_be(answer, item[1])]
            found = [item for item in found if alike(answer.beside, item[1])] or found
        yield from ((other, claim.claim) for other, claim in found)

    def _second_sources(self) -> Iterator[tuple[Key, Effected]]:
        """Claims that two named sources make, which do not belong to each other."""
        for key, others in sorted(self.same.items()):
            everyone = sorted({key, *others, *(more for other in others for more in self.same[other])})
            named = [self.claims[item] for item in everyone if self.claims[item].named]
            pair = next((pair for pair in combinations(named, 2) if _independent(*pair)), None)
            for source in pair or ():
                if not source.names & self.claims[key].names:
                    yield (
                        key,
                        Effected(
                            effect="confirmed", place=source.place, by=source.speaker, rules=("across.second-source",)
                        ),
                    )

    def _taken_back(self) -> Iterator[tuple[Key, Effected]]:
        """Figures that an article takes back, or gives again as another one."""
        for group in self.groups:
            for figure, by in taken_back(Related(group)):
                yield _key(figure), Effected(effect="corrected", place=by.place, rules=("across.figures.taken-back",))


def _may_be(answer: Answer, claim: Stated) -> bool:
    return claim.kind == "figure" or not answer.figure


def _key(figure: Figure) -> Key:
    return figure.place.document, figure.claim


def _order(item: Effected) -> tuple[str, str, int, str]:
    return item.effect, item.place.document, item.place.start, item.by or ""


def _same_quote(one: Stated, other: Stated) -> bool:
    """Whether two quotes of different articles say the same, and nothing says that different people say so."""
    if one.kind != "quote" or other.kind != "quote" or "denied" in (one.base, other.base):
        return False
    both, least = len(one.words & other.words), min(len(one.words), len(other.words))
    enough = both >= LEAST or one.words == other.words
    return enough and bool(least) and both >= SAME * least


def _independent(one: Stated, other: Stated) -> bool:
    """Whether two named sources are different ones, and neither speaks for the other."""
    if one.names & other.names or owned(one.names, other):
        return False
    return not (one.bodies & other.names or other.bodies & one.names or one.bodies & other.bodies)
