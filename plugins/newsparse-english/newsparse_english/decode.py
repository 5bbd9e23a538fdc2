"""Turns scores into structures: trees, entity mentions, attributions. Numbers in, indices of words out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import attrs
import numpy as np
from numpy.typing import NDArray
from ufal.chu_liu_edmonds import chu_liu_edmonds


@attrs.frozen
class Run:
    """Words ``first`` to ``last`` (half-open) with one label, and the mean probability of their tags."""

    first: int
    last: int
    label: str
    confidence: float


@attrs.define
class Attributed:
    """A cue with the sources and contents that point to it, as runs of words; each may be missing."""

    cue: list[Run]
    source: list[Run]
    content: list[Run]


def best_tags(probabilities: NDArray[np.float32], names: Sequence[str]) -> NDArray[np.int64]:
    """The most probable sequence of BIO tags (words x classes) in which an I follows a B or I of its own label.

    That is each word's own best where those fit together, else the path of Viterbi (1967).
    """
    best: NDArray[np.int64] = probabilities.argmax(-1)
    allowed = _followers(tuple(names))
    if allowed[best[:-1], best[1:]].all() and names[best[0]][0] != "I":
        return best
    gain = np.log(probabilities + 1e-12)
    barred = np.where(allowed, 0.0, -1e4)
    score = gain[0] - 1e4 * np.array([name[0] == "I" for name in names])
    back = np.zeros(probabilities.shape, np.int64)
    for index in range(1, len(gain)):
        paths = score[:, None] + barred
        back[index] = paths.argmax(0)
        score = paths.max(0) + gain[index]
    path = np.empty(len(gain), np.int64)
    path[-1] = score.argmax()
    for index in range(len(gain) - 1, 0, -1):
        path[index - 1] = back[index, path[index]]
    return path


@cache
def _followers(names: tuple[str, ...]) -> NDArray[np.bool_]:
    """Which class (column) may follow which (row)."""
    return np.array([[to[0] != "I" or before[1:] == to[1:] for to in names] for before in names])


def runs(tags: Sequence[str], probabilities: NDArray[np.float32]) -> list[Run]:
    """The spans of BIO tags; an I that follows nothing of its label begins a span."""
    result: list[Run] = []
    begin, label = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        kind = tag[2:]
        if label and (tag[0] != "I" or kind != label):
            result.append(Run(begin, index, label, float(probabilities[begin:index].mean())))
            label = ""
        if kind and not label:
            begin, label = index, kind
    return result


def tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """The heads of one sentence, a root pointing to itself, from scores of words x possible heads (diagonal: root).

    The best head of each word where that is a tree with one root, else the best spanning tree (Chu and Liu 1965,
    Edmonds 1967).
    """
    heads = scores.argmax(1)
    if _is_tree(heads):
        greedy: NDArray[np.int64] = heads.astype(np.int64)
        return greedy
    size = len(scores)
    root = _root(scores)
    matrix = np.full((size + 1, size + 1), -1e9)
    matrix[1:, 1:] = scores
    np.fill_diagonal(matrix, -1e9)
    matrix[root + 1, 0] = scores[root, root]
    matrix[root + 1, 1:] = -1e9
    best, _ = chu_liu_edmonds(matrix)
    found = np.asarray(best[1:], np.int64) - 1
    found[root] = root
    return found


def _root(scores: NDArray[np.float32]) -> int:
    """The word that loses least by being the root, against its best other head: rows differ in level."""
    others = scores.copy()
    np.fill_diagonal(others, -1e9)
    return int((scores.diagonal() - others.max(1)).argmax())


def _is_tree(heads: NDArray[np.int64]) -> bool:
    """Whether every word reaches the one word that is its own head."""
    own = np.arange(len(heads))
    if (heads == own).sum() != 1:
        return False
    reach = heads
    for _ in range(max(1, int(np.ceil(np.log2(max(2, len(heads))))))):
        reach = reach[reach]
    return bool((heads[reach] == reach).all())


def attributed(tags: Sequence[str], probabilities: NDArray[np.float32], links: NDArray[np.float32]) -> list[Attributed]:
    """The attributions of one window from role tags and link scores (words x words, towards a cue's first word)."""
    found = runs(tags, probabilities)
    cues = [run for run in found if run.label == "Cue"]
    groups = [Attributed([cue], [], []) for cue in cues]
    loose: list[Attributed] = []
    for run in found:
        if run.label == "Cue":
            continue
        group = _nearest(run, cues, groups, links)
        if group is None:
            group = Attributed([], [], [])
            loose.append(group)
        (group.source if run.label == "Source" else group.content).append(run)
    return [group for group in [*groups, *loose] if group.content]


def _nearest(run: Run, cues: list[Run], groups: list[Attributed], links: NDArray[np.float32]) -> Attributed | None:
    if not cues:
        return None
    votes = links[run.first : run.last].sum(0)
    return groups[int(np.argmax([votes[cue.first] for cue in cues]))]


def within(found: Sequence[Run], begin: int, end: int) -> list[Run]:
    """The parts of runs that lie between ``begin`` and ``end``."""
    return [
        attrs.evolve(run, first=max(run.first, begin), last=min(run.last, end))
        for run in found
        if run.first < end and run.last > begin
    ]


def joined(found: Sequence[Attributed]) -> list[Attributed]:
    """Attributions in the order of their contents; what windows that touch say of one cue becomes one attribution."""
    result: list[Attributed] = []
    by_cue: dict[int, Attributed] = {}
    for item in sorted(found, key=lambda item: item.content[0].first):
        earlier = by_cue.get(item.cue[0].first) if item.cue else None
        if earlier is None:
            result.append(item)
            if item.cue:
                by_cue[item.cue[0].first] = item
            continue
        earlier.source = earlier.source or item.source
        for run in item.content:
            if run.first == earlier.content[-1].last:
                earlier.content[-1] = attrs.evolve(earlier.content[-1], last=run.last)
            else:
                earlier.content.append(run)
    return result
