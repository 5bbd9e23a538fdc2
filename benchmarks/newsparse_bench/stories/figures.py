"""How well figures are grouped across articles, and how often the verdict on a group is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from newsparse.linking.figures.profiles import Article, Figure, article
from newsparse.linking.figures.verdicts import verdict
from newsparse.linking.stored.collected import joined
from newsparse.model import Document, NumberClaim, NumberRole, distinct
from newsparse_bench.stories.claims import Telling, Told, ToldClaim

Place = tuple[str, int, int]
"""A document, and where a labelled figure is in it."""


@attrs.frozen(kw_only=True)
class FigureScores:
    """Pairs of figures in one group, and the verdicts on groups.

    ``given`` are right verdicts where the groups are the labelled ones, ``right`` where they were found; ``missed``
    groups are those of which fewer than two figures are together.
    """

    pairs_found: int
    pairs_right: int
    pairs_gold: int
    verdicts: int
    given: int
    right: int
    missed: int
    wrong: tuple[str, ...]

    @property
    def pair_f1(self) -> float:
        """F1 over pairs of figures that are in one group."""
        return 2 * self.pairs_right / ((self.pairs_found + self.pairs_gold) or 1)


def with_gold(telling: Telling, document: Document) -> Document:
    """``document`` with the labelled figures alone: their quantities as labelled, all else as it was found."""
    claims: list[NumberClaim] = []
    for told in telling.figures:
        role: NumberRole = "change" if told.direction else "level"
        fields: dict[str, Any] = {"role": role, "direction": told.direction}
        near = [item for item in document.numbers if item.span.overlaps(told.span)]
        if near:
            fields = {field.name: getattr(near[0], field.name) for field in attrs.fields(NumberClaim)}
            kept = near[0].role in ("to", "from", role)
            fields |= {} if kept else {"role": role, "direction": told.direction}
        left_out = ("id", "span", "text", "bound", "quantity")
        fields = {name: value for name, value in fields.items() if name not in left_out}
        claims.append(NumberClaim.make(document.text, told.span, quantity=told.quantity, **fields))
    return document.with_layer("numbers", distinct(claims))


def figure_scores(told: Told, documents: Sequence[Document]) -> FigureScores:
    """The scores of ``documents``, which a pipeline made from the articles of ``told``."""
    articles = [article(document) for document in documents]
    groups = labelled(told.tellings, articles)
    grouped = joined(articles)
    found = [[groups.get(key_of(item), (item.place.document, "")) for item in group] for group in grouped]
    gold = _labelled_groups(articles, groups)
    given = {name: verdict(gold[name])[0].relation for name in told.verdicts if len(gold.get(name, ())) > 1}
    answers = {name: _answer(name, grouped, groups) for name in told.verdicts}
    wrong = [
        _told_wrong(name, answers[name], given.get(name), want)
        for name, want in told.verdicts.items()
        if answers[name] != want
    ]
    return FigureScores(
        pairs_found=sum(_pairs(len(items)) for items in found),
        pairs_right=sum(map(_right_pairs, found)),
        pairs_gold=sum(_pairs(len(items)) for items in gold.values()),
        verdicts=len(told.verdicts),
        given=sum(given.get(name) == want for name, want in told.verdicts.items()),
        right=len(told.verdicts) - len(wrong),
        missed=list(answers.values()).count(None),
        wrong=tuple(wrong),
    )


def _labelled_groups(
    articles: Iterable[Article], groups: Mapping[Place, tuple[str, str]]
) -> dict[tuple[str, str], list[Figure]]:
    """The figures of each labelled group."""
    found: dict[tuple[str, str], list[Figure]] = {}
    for item in (figure for kept in articles for figure in kept.figures):
        if key_of(item) in groups:
            found.setdefault(groups[key_of(item)], []).append(item)
    return found


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _right_pairs(group: Iterable[tuple[str, str]]) -> int:
    """How many pairs of a group are of one labelled group; figures without a label are of none."""
    return sum(_pairs(count) for (_, name), count in Counter(group).items() if name)


def _told_wrong(name: tuple[str, str], answer: str | None, given: str | None, wanted: str) -> str:
    return f"{'/'.join(name)}: {answer or 'missed'} (given the group: {given}), not {wanted}"


def key_of(figure: Figure) -> Place:
    """Where a figure is."""
    return figure.place.document, figure.place.start, figure.place.end


def labelled(tellings: Iterable[Telling], articles: Iterable[Article]) -> dict[Place, tuple[str, str]]:
    """The story and the group of each figure that was labelled; each label belongs to one figure."""
    result: dict[Place, tuple[str, str]] = {}
    by_document = {item.document: item for item in articles}
    for telling in tellings:
        for told in telling.figures:
            near = [item for item in by_document[telling.document.id].figures if _overlap(item, told)]
            if near and told.group:
                result[key_of(near[0])] = telling.story, told.group
    return result


def _overlap(figure: Figure, told: ToldClaim) -> bool:
    return figure.place.start < told.span.end and told.span.start < figure.place.end


def _answer(
    name: tuple[str, str], grouped: Sequence[Sequence[Figure]], groups: Mapping[Place, tuple[str, str]]
) -> str | None:
    """The verdict on the found group that has most of the figures of a labelled one; None for fewer than two."""
    shares = [sum(groups.get(key_of(item)) == name for item in group) for group in grouped]
    most = max(shares, default=0)
    return verdict(grouped[shares.index(most)])[0].relation if most > 1 else None
