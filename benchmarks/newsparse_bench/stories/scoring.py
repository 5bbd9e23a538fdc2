"""B³ across articles (Bagga and Baldwin, 1998): how well the entities of all articles are joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from newsparse.model import Document
from newsparse_bench.stories.reading import Story

if TYPE_CHECKING:
    from newsparse.linking import Across

Item = tuple[str, str]
"""A document, and the gold id of somebody named in it."""


@attrs.frozen
class BCubed:
    """Precision and recall of B³ over all items; ``missed`` are those of which no entity was found."""

    precision: float
    recall: float
    items: int
    missed: int

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def found(story: Story, document: Document) -> dict[Item, str]:
    """For each person or body of a story the entity that most of its marked names are mentions of."""
    votes: dict[Item, Counter[str]] = {}
    for span, gold in story.names.items():
        item = votes.setdefault((story.document.id, gold), Counter())
        for mention in document.mentions:
            if mention.entity and mention.span.overlaps(span):
                item[mention.entity] += 1
    return {item: min(count, key=lambda key: (-count[key], key)) if count else "" for item, count in votes.items()}


def b_cubed(predicted: Mapping[Item, str], across: Across) -> BCubed:
    """The score of groups; each item without an entity is a cluster of its own."""
    given = _clusters(predicted, across)
    precision = recall = 0.0
    for item in predicted:
        same_group = [other for other in predicted if given[other] == given[item]]
        same_gold = [other for other in predicted if other[1] == item[1]]
        both = sum(other[1] == item[1] for other in same_group)
        precision += both / len(same_group)
        recall += both / len(same_gold)
    count = len(predicted) or 1
    return BCubed(precision / count, recall / count, len(predicted), sum(not entity for entity in predicted.values()))


def _clusters(predicted: Mapping[Item, str], across: Across) -> dict[Item, str]:
    """The cluster of each item: the group of its entity, else its own."""
    places = {(member.document, member.entity): group.id for group in across.groups for member in group.members}
    return {
        item: places.get((item[0], entity), f"{item}") if entity else f"{item}" for item, entity in predicted.items()
    }


def people(items: Mapping[Item, str], organisations: frozenset[str]) -> dict[Item, str]:
    """The items that are people."""
    return {item: entity for item, entity in items.items() if item[1] not in organisations}


def joined(pairs: Iterable[tuple[Story, Document]]) -> tuple[dict[Item, str], Across]:
    """The entities of all gold items, and the groups of all documents."""
    from newsparse.linking import Across

    items: dict[Item, str] = {}
    groups = Across()
    for story, document in pairs:
        items |= found(story, document)
        groups.add(document)
    return items, groups
