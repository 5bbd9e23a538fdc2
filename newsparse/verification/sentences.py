"""The sentences of a document as contexts of its figures: their words, and how much of one is found in another."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

import attrs

from newsparse.model import Document, NumberClaim, Span
from newsparse.wording.sentences import sentences_of
from newsparse.wording.words import Words, words_in


@attrs.frozen(eq=False)
class Context:
    """One sentence: its span, its words, and the figures in it."""

    span: Span
    words: Words
    figures: tuple[NumberClaim, ...]

    telling: frozenset[str] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """The words by which sentences are compared are all but numerals."""
        telling = frozenset(key for key in self.words.keys if not key[0].isdigit())
        object.__setattr__(self, "telling", telling)


class Contexts:
    """All sentences of a document, with an index of their words; ``words`` are those of its text, where known."""

    def __init__(self, document: Document, words: Words | None = None) -> None:
        self.document = document
        words = words or words_in(document.text)
        spans = sentences_of(document) or [Span(0, max(1, len(document.text)))]
        self._starts = [span.start for span in spans]
        figures: dict[int, list[NumberClaim]] = defaultdict(list)
        for claim in document.numbers:
            figures[bisect_right(self._starts, claim.span.start) - 1].append(claim)
        self.all = [
            Context(span, words.within(span), tuple(figures.get(number, ()))) for number, span in enumerate(spans)
        ]

    def at(self, span: Span) -> Context:
        """The sentence in which ``span`` begins."""
        return self.all[max(0, bisect_right(self._starts, span.start) - 1)]

    @cached_property
    def known(self) -> Mapping[str, Sequence[int]]:
        """In which sentences each word is."""
        known: dict[str, list[int]] = defaultdict(list)
        for number, context in enumerate(self.all):
            for key in context.telling:
                known[key].append(number)
        return dict(known)

    def weight(self, key: str) -> float:
        """How telling a word is: the rarer in the document, the more."""
        return math.log(1 + (len(self.all) + 1) / (len(self.known.get(key, ())) + 1))

    def likeness(self, context: Context) -> dict[int, float]:
        """For each sentence with words of ``context``, the share of its words there, weighted; 0 to 1."""
        weights = {key: self.weight(key) for key in context.telling}
        found: Counter[int] = Counter()
        for key in sorted(weights):
            for number in self.known.get(key, ()):
                found[number] += weights[key]  # type: ignore[assignment]
        whole = sum(weights.values()) or 1.0
        return {number: share / whole for number, share in found.items()}
