"""One figure on its page, as rules see it, and the noun phrases that they find for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from functools import cached_property, wraps
from typing import Any, TypeVar

import attrs

from newsparse.model import NumberRole, Passage, QuantityKind, Span
from newsparse_numbers.lexicon import words
from newsparse_numbers.quantities.found import Found
from newsparse_numbers.subjects.page import Page

VERB_STEPS = 3
"""How many words of the tree the verb of a figure may be above it."""


class Relation(Enum):
    """What a noun phrase is to the figure that it was found for."""

    COUNTED = "counted"
    """What there are that many of: "nine ships"."""
    PART_OF = "part of"
    """What the figure is a part of: "40% of voters"."""
    AGED = "aged"
    """Who has that age: "a resident aged 94"."""
    MEASURED = "measured"
    """What has that size: "the bridge cost $3 million"."""


@attrs.frozen
class Noun:
    """A noun phrase with its head: the word ``index`` of the page."""

    passage: Passage
    head: Span
    index: int
    relation: Relation = Relation.MEASURED


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Figure:
    """A figure: ``span`` with unit and currency, ``outer`` also with bound and denominator.

    ``words`` are those of ``span``, ``outer_words`` those of ``outer``. ``own_top`` is the word by which it is attached
    in the tree, even to another figure, and ``top`` that word, or the word of another figure that governs it. ``known``
    is for ``once``.
    """

    page: Page
    span: Span
    outer: Span
    kind: QuantityKind
    role: NumberRole
    words: range
    outer_words: range
    parsed: bool
    own_top: int
    top: int
    known: dict[str, Any] = attrs.field(factory=dict, init=False, repr=False)

    @classmethod
    def on(cls, page: Page, found: Found) -> Figure | None:
        """The figure ``found``; None where the page has no words there."""
        inside = page.index.overlapping(found.span)
        if not inside:
            return None
        own_top = _top(page, inside)
        return cls(
            page=page,
            span=found.span,
            outer=found.outer,
            kind=found.quantity.kind,
            role=found.role,
            words=inside,
            outer_words=page.index.overlapping(found.outer),
            parsed=page.has_head(inside[0]),
            own_top=own_top,
            top=_governing(page, own_top),
        )

    @cached_property
    def verb(self) -> int | None:
        """The verb that the figure depends on, even as part of a noun phrase."""
        above = self.climb(self.own_top, VERB_STEPS)
        return next((word for word in above if self.page.tokens[word].upos == "VERB"), None)

    @cached_property
    def hung(self) -> int:
        """The word by which it hangs in the tree with a noun of amount: "an average of 4 percent"."""
        head = self.page.head(self.top)
        amount = head is not None and self.page.lower[head] in words("frames.amounts", "frames.sums")
        led = head is not None and head < self.top and self.page.case(self.top) in words("claims.of")
        return head if head is not None and amount and led else self.top

    def noun(self, index: int, relation: Relation = Relation.MEASURED) -> Noun:
        """The phrase around the noun ``index``, the figure itself left out; for "the number of ships", the ships."""
        if self.page.lower[index] in words("frames.amounts", "claims.estimates"):
            of = self.of_child(index)
            index = index if of is None else of
        passage = self.page.noun_phrase(index, self.outer_words)
        return Noun(passage, self.page.tokens[index].span, index, relation)

    def numbered(self, index: int) -> Noun | None:
        """For a number at ``index`` that ends a name, "the S&P 500"; None where no noun precedes it."""
        page = self.page
        if index < 1 or page.tokens[index].upos != "NUM" or not page.noun(index - 1):
            return None
        start = page.noun_phrase(index - 1, self.words).span.start
        passage = Passage.at(page.text, start, page.tokens[index].span.end)
        return Noun(passage, page.tokens[index - 1].span, index - 1)

    def of_child(self, index: int) -> int | None:
        """The noun that "of" leads to after the one at ``index``: "number of voters", "number of injured"."""
        page = self.page
        for child in page.children(index):
            named = page.noun(child) or page.lower[child] in words("claims.fated")
            if named and page.case(child) in words("claims.of"):
                return child
        return None

    def back_over(self, fillers: frozenset[str]) -> int:
        """The last word before the figure that is not one of ``fillers``; at least the first of the page."""
        index = self.words[0] - 1
        while index > 0 and self.page.lower[index] in fillers:
            index -= 1
        return index

    def climb(self, word: int, steps: int) -> Iterator[int]:
        """A word and its heads, ``steps`` words at most."""
        at: int | None = word
        for _ in range(steps):
            if at is None:
                return
            yield at
            at = self.page.head(at)


Answer = TypeVar("Answer")


def once(find: Callable[[Figure], Answer]) -> Callable[[Figure], Answer]:
    """``find``, which looks only once at each figure: for what several rules ask of the same one."""
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def found(figure: Figure) -> Answer:
        known = figure.known
        if name not in known:
            known[name] = find(figure)
        answer: Answer = known[name]
        return answer

    return found


def _top(page: Page, inside: range) -> int:
    """The word by which a figure hangs in the tree, on a word rather than on a sign or another figure where it can."""
    top = page.top(inside)
    if top is None:
        return inside[0]
    if _is_astray(page, top):
        heads = ((word, page.head(word)) for word in inside)
        free = (word for word, head in heads if head is not None and not _is_astray(page, word))
        return next(free, top)
    return top


def _is_astray(page: Page, word: int) -> bool:
    """Whether a word hangs on a sign or another figure: the "3" of "+/-3 points", the "30" of "20 or 30 percent"."""
    head = page.head(word)
    return head is not None and (head in page.taken or page.tokens[head].upos == "SYM")


def _governing(page: Page, top: int) -> int:
    for _ in range(2):
        head = page.head(top)
        if head is None or head not in page.taken:
            break
        top = head
    return top
