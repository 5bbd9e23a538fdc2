"""Turns scores into structures: entity mentions, attributions. Numbers in, indices of words out."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

SURE = 0.999
"""The probability from which a word's neighbours no longer change its tag."""

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


def order(names: Sequence[str], follows: NDArray[np.float32]) -> NDArray[np.float32]:
    """The gain, as a logarithm, of one BIO tag (column) following another (row); the last row is for the first word.

    ``follows`` (classes x classes) is what is gained when one class follows another. An I after anything but a B or I
    of the same label is barred; the first word is treated as if after an O.
    """
    allowed = [[after[0] != "I" or before[1:] == after[1:] for after in names] for before in names]
    table = np.where(allowed, follows, BARRED)
    return np.concatenate((table, table[[names.index("O")]])).astype(np.float32)


def best_tags(windows: Sequence[NDArray[np.float32]], follows: NDArray[np.float32]) -> list[NDArray[np.int64]]:
    """The best sequence of tags for each window (words x classes), by the words' own probabilities and an ``order``.

    The search (Viterbi 1967) skips words that are as sure of a tag as the word before them: they keep that tag. It goes
    through all windows at once; they do not affect one another.
    """
    if not windows:
        return []
    sizes = [len(window) for window in windows]
    firsts = np.cumsum([0, *sizes[:-1]])
    probabilities, number = np.concatenate(windows), np.arange(len(windows)).repeat(sizes)
    kept = _kept(probabilities, firsts)
    counted = kept.cumsum()
    place = counted - counted[firsts][number]
    lengths = np.add.reduceat(kept, firsts, dtype=np.int64)
    gains = np.zeros((lengths.max(), probabilities.shape[1], len(windows)), np.float32)
    gains[place[kept], :, number[kept]] = np.log(probabilities[kept] + 1e-12)
    return np.split(_paths(gains, lengths, follows)[place, number], firsts[1:])


def _kept(probabilities: NDArray[np.float32], firsts: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which words the search looks at; the ``firsts`` of the windows always."""
    best = probabilities.argmax(-1)
    sure = probabilities.max(-1) > SURE
    kept = np.ones(len(best), bool)
    kept[1:] = ~(sure[1:] & sure[:-1] & (best[1:] == best[:-1]))
    kept[firsts] = True
    return kept


def _paths(gains: NDArray[np.float32], lengths: NDArray[np.int64], follows: NDArray[np.float32]) -> NDArray[np.int64]:
    """The best sequences (words x windows) for ``gains`` (words x classes x windows), as far as each window reaches."""
    steps, _, count = gains.shape
    scores, after = gains.copy(), follows[:-1, :, None]
    scores[0] += follows[-1][:, None]
    for step in range(1, steps):
        scores[step] += (scores[step - 1][:, None] + after).max(0)
    last = scores[lengths - 1, :, np.arange(count)].argmax(1)
    scores, before = np.ascontiguousarray(scores.transpose(0, 2, 1)), np.ascontiguousarray(follows[:-1].T)
    path = np.empty((steps, count), np.int64)
    path[-1] = last
    for step in range(steps - 1, 0, -1):
        path[step - 1] = np.where(lengths > step, (scores[step - 1] + before[path[step]]).argmax(1), last)
    return path


def runs(tags: Sequence[str], probabilities: Sequence[float]) -> list[Run]:
    """The spans of BIO tags; an I that does not continue its label begins a span."""
    result: list[Run] = []
    begin, label = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        if tag == "O" and not label:
            continue
        kind = tag[2:]
        if label and (tag[0] != "I" or kind != label):
            result.append(Run(begin, index, label, sum(probabilities[begin:index]) / (index - begin)))
            label = ""
        if not label:
            begin, label = index, kind
    return result


def attributed(found: Sequence[Run], links: NDArray[np.float32]) -> list[Attributed]:
    """The attributions of one window from runs of roles and link scores (words x words, towards a cue's first word)."""
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


def inside(found: Sequence[Run], outer: Sequence[Run]) -> list[Attributed]:
    """The attributions, from runs of nested roles, that have a cue inside a content of ``outer``.

    Sources and contents go to the nearest cue in the same content; what has none there is left out.
    """
    result = []
    for whole in (run for run in outer if run.label == "Content"):
        own = within(found, whole.first, whole.last)
        groups = [Attributed([run], [], []) for run in own if run.label == "Cue"]
        for run in own:
            if run.label != "Cue" and groups:
                group = min(groups, key=lambda group: _apart(run, group.cue[0]))
                (group.source if run.label == "Source" else group.content).append(run)
        result += [group for group in groups if group.content]
    return result


def _apart(one: Run, other: Run) -> int:
    """The number of words between two runs."""
    return max(one.first - other.last, other.first - one.last)


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
    """Attributions in the order of their contents; attributions of adjacent windows with one cue are merged."""
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
