"""The words and sentences of a document by offset, found in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from newsparse.model import Document, Span
from newsparse.syntax.words import words_of

_ENDS_SENTENCE = '.!?”"'


class Index:
    """Words and sentences by offset; words are indices into ``tokens``, sentences into ``sentences``.

    Works on any document: one without layers has no words and no sentences.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.words = words_of(document)
        self.tokens = self.words.tokens
        self.sentences = document.sentences
        self._starts = self.words.starts
        self._ends = self.words.ends
        self._firsts = [sentence.first for sentence in self.sentences]
        self._inside = [range(sentence.first, min(sentence.last, len(self.tokens))) for sentence in self.sentences]
        self._sentence_starts = [sentence.span.start for sentence in self.sentences]
        self._starts_of_sentences = frozenset(self._sentence_starts)
        self._overlapping: dict[tuple[int, int], range] = {}
        self._starting: dict[tuple[int, int], range] = {}

    def overlapping(self, span: Span) -> range:
        """The words that share at least one code point with ``span``."""
        key = (span.start, span.end)
        found = self._overlapping.get(key)  # rules ask about the same spans over and over
        if found is None:
            found = range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))
            self._overlapping[key] = found
        return found

    def starting_in(self, span: Span) -> range:
        """The words that start inside ``span``."""
        key = (span.start, span.end)
        found = self._starting.get(key)
        if found is None:
            found = range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))
            self._starting[key] = found
        return found

    def at(self, offset: int) -> int | None:
        """The word that covers the code point ``offset``; None in a gap."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self._ends[index] else None

    def span(self, words: range) -> Span:
        """The span from the first to the last of ``words``; raises ``IndexError`` when there are none."""
        return Span(self._starts[words[0]], self._ends[words[-1]])

    def unpunctuated(self, words: range) -> Span | None:
        """The span of ``words`` without punctuation at either end; None where there is nothing else."""
        kept = [index for index in words if self.tokens[index].upos != "PUNCT"]
        return Span(self._starts[kept[0]], self._ends[kept[-1]]) if kept else None

    def sentence_of(self, word: int) -> int | None:
        """The number of the sentence that holds a word; None for a word outside every sentence."""
        number = bisect_right(self._firsts, word) - 1
        return number if number >= 0 and word < self.sentences[number].last else None

    def sentence(self, word: int) -> range:
        """The words of the sentence that holds a word; of the word alone where no sentence does."""
        number = self.sentence_of(word)
        return range(word, word + 1) if number is None else self._inside[number]

    def sentence_at(self, offset: int) -> int:
        """The number of the last sentence that starts at or before ``offset``; -1 before the first."""
        return bisect_right(self._sentence_starts, offset) - 1

    def starts_sentence(self, offset: int) -> bool:
        """Whether a sentence starts at ``offset``."""
        return offset in self._starts_of_sentences

    def in_headline(self, offset: int) -> bool:
        """Whether ``offset`` is in a first sentence that does not end like a sentence."""
        first = self.sentences[0] if self.sentences else None
        return first is not None and offset < first.span.end and first.text[-1] not in _ENDS_SENTENCE

    def start_before(self, offset: int, words: int) -> int:
        """Where the last ``words`` words that start before ``offset`` begin; ``offset`` where there are none."""
        stop = bisect_left(self._starts, offset)
        first = max(0, stop - words)
        return self._starts[first] if first < stop else offset

    def end_after(self, offset: int, words: int) -> int:
        """Where the first ``words`` words that end after ``offset`` end; ``offset`` where there are none."""
        first = bisect_right(self._ends, offset)
        last = min(len(self._ends), first + words) - 1
        return self._ends[last] if first <= last else offset

    def breaks_before(self, word: int) -> bool:
        """Whether a line of the text ends between a word and the one before it; false for the first word."""
        return word > 0 and "\n" in self.text[self._ends[word - 1] : self._starts[word]]

    def line(self, word: int, reach_words: int) -> range:
        """The words on the same line of the text, at most ``reach_words`` on either side."""
        low, high = word, word + 1
        while low > max(0, word - reach_words) and not self.breaks_before(low):
            low -= 1
        while high < min(len(self.tokens), word + reach_words) and not self.breaks_before(high):
            high += 1
        return range(low, high)
