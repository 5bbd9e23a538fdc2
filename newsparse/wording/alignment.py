"""The fewest changes that turn words of a source into words of a text, by rapidfuzz."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from newsparse.extras import extra

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcode


@attrs.frozen(kw_only=True)
class Step:
    """Words ``here_start`` to ``here_end`` of the text in place of words ``there_start`` to ``there_end`` of a source.

    ``same`` says that they are the same words.
    """

    same: bool
    here_start: int
    here_end: int
    there_start: int
    there_end: int


def steps(here: Sequence[str], there: Sequence[str]) -> list[Step]:
    """How ``here`` follows from ``there``, as runs of the same words and changes, in order."""
    with extra("across"):
        from rapidfuzz.distance import Indel

    return _merged(Indel.opcodes(there, here))


def _merged(codes: Iterable[Opcode]) -> list[Step]:
    """Neighbouring changes as one: words left out and put in at one place replace each other."""
    result: list[Step] = []
    for code in codes:
        step = Step(
            same=code.tag == "equal",
            here_start=code.dest_start,
            here_end=code.dest_end,
            there_start=code.src_start,
            there_end=code.src_end,
        )
        if result and not result[-1].same and not step.same:
            last = result.pop()
            step = attrs.evolve(step, here_start=last.here_start, there_start=last.there_start)
        result.append(step)
    return result


def trimmed(found: Sequence[Step], here: Sequence[str], there: Sequence[str]) -> list[Step]:
    """The steps without words of the source that lie outside of what was quoted.

    These are words of the source alone at either end; others there are replaced by as many as the text has, where "I'd"
    is as many as "I would".
    """
    result = list(found)
    for end in (0, -1):
        if result and not result[end].same:
            step = result.pop(end)
            words = min(_written_out(step, here, there), step.there_end - step.there_start)
            if end == 0:
                step = attrs.evolve(step, there_start=step.there_end - words)
            else:
                step = attrs.evolve(step, there_end=step.there_start + words)
            if step.here_start < step.here_end:
                result.insert(0 if end == 0 else len(result), step)
    return result


def _written_out(step: Step, here: Sequence[str], there: Sequence[str]) -> int:
    """How many words of the text are replaced, those that are short for two of the source counted as two."""
    source = list(pairwise(there[step.there_start : step.there_end]))
    words = here[step.here_start : step.here_end]
    return len(words) + sum(any(_short_for(word, *pair) for pair in source) for word in words)


def _short_for(word: str, first: str, second: str) -> bool:
    """Whether a word is two others with an apostrophe for letters of the second: "I'd", of "I" and "would"."""
    stem, mark, ending = word.partition("'")
    return bool(mark and ending) and second.endswith(ending) and first == stem


def matching(found: Sequence[Step]) -> int:
    """How many words are the same."""
    return sum(step.here_end - step.here_start for step in found if step.same)
