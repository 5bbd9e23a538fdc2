"""Cuts texts into windows and turns words into the encoder's input, in training and at run time alike."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import Unigram

from newsparse_english.tokens import NEW_LINE

LIMIT = 160
"""Words in a training window, at most; it ends at a paragraph or a likely sentence end if there is one."""

OWN, CONTEXT = 136, 24
"""Words whose layers a window decides at run time, and words of context that it reads on either side, at most.

Longer windows would be faster, but training has none, and they cost a point of quotes end to end (PolNeAR, dev). No
context at the edges of paragraphs would be a sixth less to read; it costs a point of exact contents (real news, dev).
"""

SUBWORDS = 12
"""Subwords of one word, at most; longer ones (a link, a hash) keep the first."""

MEMORY = 20_000
"""Words whose subwords are remembered, about as many as 2,000 articles have."""

CLS, SEP, UNKNOWN, MASK = 101, 102, 100, 103
SPECIAL = {"[PAD]": 0, "[UNK]": UNKNOWN, "[CLS]": CLS, "[SEP]": SEP, "[MASK]": MASK}
"""Subwords of BERT's vocabulary with a special role, and their numbers; every vocabulary here has them."""

FIRST_PIECE = MASK + 1
"""The lowest number that a subword without a special role may have."""

BLANK_MARK = "\u2581"
"""What a unigram tokenizer (Kudo 2018) reads for the blank before a word."""

MARKS = {
    mark: number
    for number, group in enumerate(
        ('"', "\u201c\u00ab\u201e", "\u201d\u00bb", "'", "\u2018\u201a\u2039", "\u2019\u203a", "``", "''"), 1
    )
    for mark in ((group,) if group in ("``", "''") else tuple(group))
}
SHAPES = 9
ENDS = frozenset(".!?\u2026") | {"...", '."'}


def shape(word: str) -> int:
    """The kind of capitals and digits in a word, 0 to ``SHAPES - 1``."""
    if word.islower():
        return 1
    if any(c.isdigit() for c in word):
        return 2 if word[0].isdigit() else 3
    if len(word) == 1:
        return 4 if word.isupper() else 0
    if word.isupper():
        return 5
    if word[0].isupper():
        return 6 if word[1:].islower() else 7
    return 8 if any(c.isalpha() for c in word) else 0


def cuts(
    words: Sequence[str], gaps: Sequence[int], starts: Sequence[int] | None = None, *, limit: int = LIMIT
) -> list[int]:
    """Where windows begin: at most ``limit`` words apart, at paragraph or sentence starts where there are any.

    ``starts`` are known sentence starts; without them a full stop before a capital counts as one.
    """
    result, begin, count = [0], 0, len(words)
    while count - begin > limit:
        middle = begin + limit // 2
        rank = [(_rank(words, gaps, starts, at), at) for at in range(middle, begin + limit + 1)]
        begin = max(rank)[1]
        result.append(begin)
    return result


@attrs.frozen
class Stretch:
    """The words ``first`` to ``last`` that a window reads, and from ``begin`` to ``end`` those that it decides."""

    first: int
    begin: int
    end: int
    last: int


def stretches(words: Sequence[str], gaps: Sequence[int]) -> list[Stretch]:
    """The windows of a text at run time: they decide adjacent stretches and read whole sentences around them."""
    edges = [*cuts(words, gaps, limit=OWN), len(words)] if words else []
    result = []
    for begin, end in itertools.pairwise(edges):
        before = range(max(0, begin - CONTEXT), begin)
        after = range(min(len(words) - 1, end + CONTEXT), end, -1)
        first = next((at for at in before if at == 0 or _rank(words, gaps, None, at) > 1), begin)
        last = end if end == len(words) else next((at for at in after if _rank(words, gaps, None, at) > 1), end)
        if end < len(words) <= end + CONTEXT:
            last = len(words)
        result.append(Stretch(first, begin, end, last))
    return result


def is_start(words: Sequence[str], gaps: Sequence[int], at: int) -> bool:
    """Whether a sentence is likely to begin at the word ``at``, by line ends, full stops and capitals."""
    return at == 0 or _rank(words, gaps, None, at) > 1


def _rank(words: Sequence[str], gaps: Sequence[int], starts: Sequence[int] | None, at: int) -> int:
    """How good a place for a cut is: before a paragraph, a sentence, another line, behind a comma, anywhere (4 to 0).

    A line that does not end a sentence may be one of a text with lines of equal length.
    """
    if starts is not None:
        return 2 * starts[at] + (1 if starts[at] and gaps[at] == NEW_LINE else 0)
    before = words[at - 1]
    closed = before in ENDS or (before in MARKS and at > 1 and words[at - 2] in ENDS)
    if closed and gaps[at]:
        return 4 if gaps[at] == NEW_LINE else 3
    if gaps[at] == NEW_LINE:
        return 2
    return 1 if before in ",;:" else 0


@attrs.frozen
class Encoded:
    """A window as numbers: ``ids`` (subwords), ``first`` (each word's first subword), ``features`` (words x 3)."""

    ids: NDArray[np.int32]
    first: NDArray[np.int32]
    features: NDArray[np.int8]


class WordEncoder:
    """Subwords of words; the words read last are remembered, so threads may share it.

    The tokenizer is of WordPieces, or a unigram model, which is also told whether there is a blank before a word.
    """

    def __init__(self, tokenizer: Tokenizer, *, memory: int = MEMORY) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._blank = BLANK_MARK if isinstance(tokenizer.model, Unigram) else ""
        self._memory = memory
        self._known: dict[str, tuple[tuple[int, ...], int, int]] = {}

    def encode(self, words: Sequence[str], gaps: Sequence[int]) -> Encoded:
        """The window ``[CLS] words [SEP]`` as numbers."""
        if len(self._known) > self._memory:
            self._known = {}  # threads that are at work keep the table that they have
        known = self._known
        read = [self._blank + word if gap else word for word, gap in zip(words, gaps, strict=True)]
        new = sorted({word for word in read if word not in known})
        if new:
            known.update(self._read(new))
        ids, first, features = [CLS], [], []
        for word, gap in zip(read, gaps, strict=True):
            pieces, form, mark = known[word]
            first.append(len(ids))
            ids.extend(pieces)
            features.append((form, mark, gap))
        ids.append(SEP)
        return Encoded(
            np.asarray(ids, np.int32), np.asarray(first, np.int32), np.asarray(features, np.int8).reshape(-1, 3)
        )

    def _read(self, words: list[str]) -> Iterator[tuple[str, tuple[tuple[int, ...], int, int]]]:
        """Each word with its subwords, its shape and its number among the quotation marks."""
        clean = [word.encode("utf-8", "replace").decode("utf-8") for word in words]
        for word, found in zip(words, self._tokenizer.encode_batch_fast(clean, add_special_tokens=False), strict=True):
            bare = word.removeprefix(self._blank)
            yield word, (tuple(found.ids[:SUBWORDS]) or (UNKNOWN,), shape(bare), MARKS.get(bare, 0))
