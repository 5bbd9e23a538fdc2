"""Turns scores into structures: entity mentions, attributions. Numbers in, indices of words out."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

SURE = 0.999
"""The probability from which a word's neighbours change nothing about its tag."""

BARRED = -1e4


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


def order(names: Sequence[str], follows: NDArray[np.float32], share: float) -> NDArray[np.float32]:
    """What it brings to have one BIO tag (column) behind another (row), in logarithms; the last row is for the first.

    ``follows`` (classes x classes) tells how much more often than anywhere a class stands behind another; ``share`` is
    how much that counts. An I that follows no B or I of its own label is barred; what begins stands as behind an O.
    """
    allowed = [[behind[0] != "I" or before[1:] == behind[1:] for behind in names] for before in names]
    table = np.where(allowed, share * follows, BARRED)
    return np.concatenate((table, table[[names.index("O")]])).astype(np.float32)


def best_tags(probabilities: NDArray[np.float32], follows: NDArray[np.float32]) -> NDArray[np.int64]:
    """The best sequence of tags (words x classes), by the words' own probabilities and an ``order`` (Viterbi 1967).

    Words that are as sure of a tag as the word before them have that word's tag, whatever it is: the search leaves
    them out.
    """
    best = probabilities.argmax(-1)
    sure = probabilities.max(-1) > SURE
    kept = np.ones(len(best), bool)
    kept[1:] = ~(sure[1:] & sure[:-1] & (best[1:] == best[:-1]))
    path: NDArray[np.int64] = _path(np.log(probabilities[kept] + 1e-12), follows)[kept.cumsum() - 1]
    return path


def _path(gain: NDArray[np.float32], follows: NDArray[np.float32]) -> NDArray[np.int64]:
    score, follows = gain[0] + follows[-1], follows[:-1]
    back = np.zeros(gain.shape, np.int64)
    for index in range(1, len(gain)):
        paths = score[:, None] + follows
        back[index] = paths.argmax(0)
        score = paths.max(0) + gain[index]
    path = np.empty(len(gain), np.int64)
    path[-1] = score.argmax()
    for index in range(len(gain) - 1, 0, -1):
        path[index - 1] = back[index, path[index]]
    return path


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
