"""How much of one utterance is in another: the stretch of each that is like the other, and how like the two are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import attrs

from newsparse.linking.quotations.sayings import Saying, Wording
from newsparse.wording import Step, steps

COMPARED = 16384
"""Of how many pairs of wordings the likeness stays in memory: the same are compared whenever another is like them."""
FUNCTION = 0.25
"""What a word counts that utterances have in common anyway ("the", "will"), against 1 for all others."""
LOSS = 0.75
"""What a word that differs takes from a stretch, against the same word that adds to it."""


@attrs.frozen(kw_only=True)
class Alike:
    """The words ``here`` and ``there`` (half-open) that are like each other, and the steps between them.

    ``words`` and ``content`` count the same words, all and those that tell utterances apart; ``share`` is how much of
    the longer stretch is the same, ``covers_here`` and ``covers_there`` how much of each utterance, by weight.
    """

    here: tuple[int, int]
    there: tuple[int, int]
    words: int
    content: int
    share: float
    covers_here: float
    covers_there: float

    @property
    def covers(self) -> float:
        """How much of the shorter utterance is the same."""
        return max(self.covers_here, self.covers_there)

    @property
    def turned(self) -> Alike:
        """The same, seen from the other utterance."""
        return Alike(
            here=self.there,
            there=self.here,
            words=self.words,
            content=self.content,
            share=self.share,
            covers_here=self.covers_there,
            covers_there=self.covers_here,
        )


def alike(one: Saying | Wording, other: Saying | Wording) -> Alike | None:
    """The best stretch of two utterances; None where no word is the same."""
    return _alike(_wording(one), _wording(other))


def most_alike(one: Wording, other: Wording) -> tuple[int, int, float]:
    """What ``alike`` may give at most of ``words``, ``content`` and ``covers``, whatever the order of the words."""
    ours, theirs = frozenset(one.keys), frozenset(other.keys)
    both = [content for key, content in zip(one.keys, one.content, strict=True) if key in theirs]
    words = min(len(both), sum(key in ours for key in other.keys))
    return words, sum(both), _weight(both) / min(_weight(one.content), _weight(other.content))


def _weight(content: Sequence[bool]) -> float:
    """The weight of some words, at least that of one."""
    return max(FUNCTION, sum(content) + FUNCTION * (len(content) - sum(content)))


def _wording(given: Saying | Wording) -> Wording:
    return given if isinstance(given, Wording) else Wording(given.keys, given.content, given.cuts)


@lru_cache(COMPARED)
def _alike(one: Wording, other: Wording) -> Alike | None:
    found = [_shown(step, one, other) for step in steps(one.keys, other.keys)]
    ours, theirs = _sums(one.content), _sums(other.content)
    best = _best(found, ours, theirs)
    if not best:
        return None
    here = (best[0].here_start, best[-1].here_end)
    there = (best[0].there_start, best[-1].there_end)
    same = [step for step in best if step.same]
    weight = sum(ours[step.here_end] - ours[step.here_start] for step in same)
    longer = max(
        sum(ours[step.here_end] - ours[step.here_start] for step in best),
        sum(theirs[step.there_end] - theirs[step.there_start] for step in best),
    )
    return Alike(
        here=here,
        there=there,
        words=sum(step.here_end - step.here_start for step in same),
        content=sum(sum(one.content[step.here_start : step.here_end]) for step in same),
        share=weight / longer,
        covers_here=weight / ours[-1],
        covers_there=weight / theirs[-1],
    )


def _shown(step: Step, one: Wording, other: Wording) -> Step:
    """The step; of words that one side leaves out and shows it, none."""
    if step.here_start == step.here_end and step.here_start in one.cuts:
        return attrs.evolve(step, there_end=step.there_start)
    if step.there_start == step.there_end and step.there_start in other.cuts:
        return attrs.evolve(step, here_end=step.here_start)
    return step


def _sums(content: Sequence[bool]) -> list[float]:
    """The weight of all words before each."""
    total = 0.0
    found = [total]
    for item in content:
        total += 1.0 if item else FUNCTION
        found.append(total)
    return found


def _best(found: Sequence[Step], ours: Sequence[float], theirs: Sequence[float]) -> Sequence[Step]:
    """The run of steps, from same words to same words, with the most weight of these above what differs."""
    best, most = (0, 0), 0.0
    start, total = 0, 0.0
    for number, step in enumerate(found):
        here = ours[step.here_end] - ours[step.here_start]
        there = theirs[step.there_end] - theirs[step.there_start]
        if not step.same:
            total -= LOSS * max(here, there)
        elif total <= 0:
            start, total = number, here
        else:
            total += here
        if total > most:
            best, most = (start, number + 1), total
    return found[best[0] : best[1]]
