"""Dependency trees from scores of words and possible heads: the best heads where they make a tree, else the best tree.

The best tree is found by contracting cycles (Chu and Liu 1965, Edmonds 1967), on dense scores, in time proportional to
the square of the number of words (Tarjan 1977).
"""

from __future__ import annotations

import itertools

import attrs
import numpy as np
from numpy.typing import NDArray

Heads = NDArray[np.int64]
Scores = NDArray[np.float32]


def forest(scores: Scores, starts: NDArray[np.bool_]) -> Heads:
    """The heads of the words of several sentences, a root pointing to itself.

    ``scores`` is words x possible heads, with the score of being a root on the diagonal; ``starts`` is true at the
    first word of each sentence. Each sentence gets a tree with exactly one root.
    """
    if not len(scores):
        return np.empty(0, np.int64)
    edges = [*np.flatnonzero(starts).tolist(), len(scores)]
    heads: Heads = np.concatenate([scores[a:b, a:b].argmax(1) + a for a, b in itertools.pairwise(edges)])
    own = heads == np.arange(len(heads))
    reach = heads
    for _ in range(len(heads).bit_length()):
        reach = reach[reach]
    rooted = np.add.reduceat(own, edges[:-1], dtype=np.int64) == 1
    settled = np.logical_and.reduceat(own[reach], edges[:-1])
    for sentence in np.flatnonzero(~(rooted & settled)).tolist():
        first, last = edges[sentence], edges[sentence + 1]
        part = scores[first:last, first:last]
        heads[first:last] = best_tree(part, likely_root(part)) + first
    return heads


def tree(scores: Scores) -> Heads:
    """The heads of one sentence; see ``forest``."""
    return forest(scores, np.arange(len(scores)) == 0)


def likely_root(scores: Scores) -> int:
    """The word that loses least as the root, compared with its best other head, since the levels of rows differ."""
    others = scores.copy()
    np.fill_diagonal(others, -np.inf)
    return int((scores.diagonal() - others.max(1)).argmax()) if len(scores) > 1 else 0


def best_tree(scores: Scores, root: int) -> Heads:
    """The heads of the tree under ``root`` with the highest sum of scores; the root points to itself."""
    return _Search(scores, root).heads()


@attrs.define(init=False)
class _Search:
    """Nodes are the words and, after them, the cycles that were contracted.

    ``rows`` has each node's scores by head, less the best one; ``words`` the word of the node that each of them belongs
    to; ``edges`` the best head and that word; ``within`` the cycle that a node became part of; ``top`` the outermost
    node of each word.
    """

    root: int
    rows: list[NDArray[np.float64]]
    words: list[Heads]
    edges: list[tuple[int, int]]
    within: list[int]
    top: Heads

    def __init__(self, scores: Scores, root: int) -> None:
        size, every = len(scores), np.arange(len(scores))
        table = scores.astype(np.float64)
        np.fill_diagonal(table, -np.inf)
        best = table.argmax(1)
        table[root] = 0  # the root has no head, and in a sentence of one word no score
        self.root = root
        self.rows = list(table - table[every, best][:, None])
        self.words = list(np.broadcast_to(every[:, None], table.shape))
        self.edges = [(head, word) for word, head in enumerate(best.tolist())]
        self.edges[root] = (root, root)
        self.within = [-1] * size
        self.top = every

    def heads(self) -> Heads:
        """The heads, after all words have been reached."""
        size = len(self.top)
        reached = {self.root}
        for word in range(size):
            if self.top[word] not in reached:
                self._reach(int(self.top[word]), reached)
        for cycle in reversed(range(size, len(self.rows))):
            # The edge into a cycle takes the place of the one inside it that leads to the same part of the cycle.
            head, word = self.edges[cycle]
            part = word
            while self.within[part] != cycle:
                part = self.within[part]
            self.edges[part] = (head, word)
        return np.array([head for head, _ in self.edges[:size]], np.int64)

    def _reach(self, node: int, reached: set[int]) -> None:
        """Follow best heads from ``node`` to something that was reached, contracting each cycle on the way."""
        path = [node]
        while node not in reached:
            node = int(self.top[self.edges[node][0]])
            if node in path:
                at = path.index(node)
                node = self._contracted(path[at:])
                del path[at:]
            path.append(node)
        reached.update(path)

    def _contracted(self, members: list[int]) -> int:
        """The node that takes the place of a cycle."""
        number = len(self.rows)
        table = np.stack([self.rows[member] for member in members])
        inside = np.isin(self.top, members)
        table[:, inside] = -np.inf
        best, columns = table.argmax(0), np.arange(len(self.top))
        row, words = table[best, columns], np.stack([self.words[member] for member in members])[best, columns]
        head = int(row.argmax())
        self.rows.append(row - row[head])
        self.words.append(words)
        self.edges.append((head, int(words[head])))
        self.within.append(-1)
        for member in members:
            self.within[member] = number
        self.top[inside] = number
        return number
