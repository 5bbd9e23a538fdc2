"""How much an article is about each entity: where it comes first, how often, and its share of the quoted words."""

from __future__ import annotations

import re
from collections import Counter

import attrs

from newsparse.model import Document

_WORD = re.compile(r"\w+(?:['’]\w+)*")


@attrs.frozen(kw_only=True)
class Weight:
    """How much an article is about one entity.

    ``entity`` is its id, ``first`` the offset of its first mention, ``mentions`` how many there are; ``quoted`` is its
    share, 0 to 1, of the words in direct and mixed quotes, and 0 where the article has none.
    """

    entity: str
    first: int
    mentions: int
    quoted: float


def weights(document: Document) -> tuple[Weight, ...]:
    """The weights of the entities of ``document``, most mentions first, then by words quoted and place in the text.

    Reads the layers ``entities`` and ``quotes``; words inside two quotes count for both speakers, and once in all.
    """
    spoken: dict[str | None, set[int]] = {}
    every: set[int] = set()
    for quote in document.quotes:
        if quote.form == "indirect":
            continue
        words = {m.start() for span in quote.fragments for m in _WORD.finditer(document.text, span.start, span.end)}
        every |= words
        if quote.speaker is not None:
            spoken.setdefault(quote.speaker.entity, set()).update(words)
    counts = Counter(mention.entity for mention in document.mentions)
    found = [
        Weight(
            entity=entity.id,
            first=entity.span.start,
            mentions=counts[entity.id],
            quoted=len(spoken.get(entity.id, ())) / max(1, len(every)),
        )
        for entity in document.entities
    ]
    return tuple(sorted(found, key=_rank))


def _rank(weight: Weight) -> tuple[int, float, int]:
    return (-weight.mentions, -weight.quoted, weight.first)
