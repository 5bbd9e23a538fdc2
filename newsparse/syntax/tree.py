"""The dependency tree of a document, in the relations of Universal Dependencies (https://universaldependencies.org)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from newsparse.model import Document, Span
from newsparse.syntax.index import Index

SUBJECTS = frozenset(["nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer"])
"""The relations of subjects to their predicate."""
_NONE: tuple[int, ...] = ()
_NOUNS = frozenset(["NOUN", "PROPN"])
_DENIALS = frozenset(["not", "n't", "n’t", "never", "no"])


class Tree:
    """Heads and dependents of the words of a document; every method accepts documents without trees.

    Words are indices into the layer ``tokens``. Malformed trees never raise and never loop: a head outside the
    document counts as missing, and walks end where heads run in a circle.
    """

    def __init__(self, document: Document, index: Index | None = None) -> None:
        """Read ``document``; ``index`` is that of its words where there is one already."""
        self.document = document
        self.index = index or Index(document)
        self.words = self.index.words
        self.tokens = self.words.tokens
        self._heads = self.words.heads
        self._relations = self.words.relations
        self._children = self.words.children

    @property
    def known(self) -> bool:
        """Whether the document has trees."""
        return bool(self._children)

    def has_head(self, word: int) -> bool:
        """Whether the backend gave this word a place in a tree, including the root."""
        return self.tokens[word].head is not None

    def head(self, word: int) -> int | None:
        """The governor of a word; None for a root and without trees."""
        return self._heads[word]

    def relation(self, word: int) -> str:
        """The relation of a word to its head; empty where there is none."""
        return self._relations[word]

    def lemma(self, word: int) -> str:
        """The lemma of a word in small letters; the word itself where it has no lemma."""
        return self.words.lemmas[word]

    def children(self, word: int, *relations: str) -> list[int]:
        """The dependents of a word in the order of the text, those of ``relations`` where any are given."""
        found = self._children.get(word)
        if found is None:
            return []
        if not relations:
            return found[:]
        known, kept = self._relations, list[int]()
        for child in found:  # faster than a comprehension, which is a call of its own before Python 3.12
            if known[child] in relations:
                kept.append(child)
        return kept

    def top(self, words: Collection[int]) -> int | None:
        """The first of ``words`` whose head is not among them, a possessor ("Ada's") only where it is the only one.

        None where there is none.
        """
        possessor = None
        for word in words:
            if self._heads[word] in words:
                continue
            if possessor is not None or word not in self.words.possessors:
                return word
            possessor = word
        return possessor

    def below(self, word: int, without: Collection[str] = (), barred: Collection[int] = ()) -> Iterator[int]:
        """A word and everything below it.

        What hangs on the word itself by one of the relations ``without`` is left out, and so are ``barred`` words, each
        with all that is below it. The order is unspecified.
        """
        yield word
        children = self._children
        waiting = [child for child in children.get(word, _NONE) if self._relations[child] not in without]
        seen = {word, *barred}
        while waiting:
            current = waiting.pop()
            if current not in seen:
                seen.add(current)
                yield current
                waiting += children.get(current, _NONE)

    def above(self, word: int) -> Iterator[int]:
        """The head of a word, the head of that, and so on up to the root; ends where heads run in a circle."""
        seen = {word}
        head = self.head(word)
        while head is not None and head not in seen:
            seen.add(head)
            yield head
            head = self.head(head)

    def phrase(self, word: int, without: Collection[str] = (), barred: Collection[int] = ()) -> Span:
        """The unbroken stretch of words below ``word`` around it, without punctuation at its ends."""
        below = set(self.below(word, without, barred))
        low = high = word
        while low - 1 in below:
            low -= 1
        while high + 1 in below:
            high += 1
        while low < word and self.tokens[low].upos == "PUNCT":
            low += 1
        while high > word and self.tokens[high].upos == "PUNCT":
            high -= 1
        return self.index.span(range(low, high + 1))

    def subject(self, verb: int) -> int | None:
        """The first subject of a verb or other predicate; None where it has none."""
        return next((child for child in self._children.get(verb, _NONE) if self.relation(child) in SUBJECTS), None)

    def case(self, word: int) -> str:
        """The preposition before a word in small letters; empty where there is none."""
        marks = (child for child in self.children(word, "case") if child < word)
        first = next(marks, None)
        return "" if first is None else self.words.lower[first]

    def is_noun(self, word: int) -> bool:
        """Whether a word is a common or proper noun."""
        return self.tokens[word].upos in _NOUNS

    def is_titled(self, word: int) -> bool:
        """Whether a word behind the first of its sentence begins with a capital, as those of a name do."""
        return self.tokens[word].text[:1].isupper() and word != self.index.sentence(word).start

    def is_main(self, word: int) -> bool:
        """Whether a word is the root of its sentence."""
        return self.tokens[word].head == word

    @cached_property
    def appositions(self) -> tuple[tuple[int, int], ...]:
        """Pairs of a word and the word in apposition to it, in the order of the text."""
        pairs = [(self.head(word), word) for word, relation in enumerate(self._relations) if relation == "appos"]
        return tuple((head, word) for head, word in pairs if head is not None)

    @cached_property
    def predicates(self) -> tuple[tuple[int, int], ...]:
        """Pairs of a subject and the noun predicated of it ("she is a nurse"), unless it is negated."""
        found = []
        for word in [word for word, relation in enumerate(self._relations) if relation == "cop"]:
            noun = self.head(word)
            if noun is None or not self.is_noun(noun):
                continue
            subject = next((c for c in self.children(noun) if self.relation(c).startswith("nsubj")), None)
            denied = any(self.words.lower[child] in _DENIALS for child in self.children(noun))
            if subject is not None and not denied:
                found.append((subject, noun))
        return tuple(found)
