"""The gold quotations of a story: which utterance each tells, its relation to the original, the words altered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, get_args

import attrs

from newsparse.errors import SchemaError
from newsparse.model import Span
from newsparse_bench.stories.marks import Mark

Relation = Literal["verbatim", "shortened", "merged", "indirect", "altered"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
OTHER = "other"
"""The label of words that are given to somebody else."""


@attrs.frozen
class Altered:
    """Words at ``here`` in place of the words ``there`` of the original; None and "" where a side has none."""

    here: Span | None
    there: str


@attrs.frozen(kw_only=True)
class Telling:
    """A quotation in one story: its ``utterances`` (several if they are merged) and its relation to their wording.

    ``other`` says that it is given to somebody else than elsewhere. The labels are ``{words|id relation}``, with
    several ids joined by "+" and "other" behind. Passages of one speaker with one attribution are one telling. The
    original is the wording of most outlets, copies counted once, of equals the earliest, then the fullest. Case, kinds
    of marks, punctuation, and digits for numerals in letters alter nothing; words left out within are an alteration
    unless the text shows it ("..."). What is altered are only the words that differ, without a word between them that
    both sides have.
    """

    utterances: tuple[str, ...]
    relation: Relation
    other: bool
    fragments: tuple[Span, ...]
    altered: tuple[Altered, ...] = ()


def tellings(marks: Sequence[Mark]) -> tuple[Telling, ...]:
    """The quotations among the marks; those with the same labels are fragments of one."""
    by_labels: dict[str, list[Mark]] = {}
    for mark in marks:
        if mark.opening == "{":
            by_labels.setdefault(mark.labels, []).append(mark)
    return tuple(_telling(labels, found, marks) for labels, found in by_labels.items())


def _telling(labels: str, found: Sequence[Mark], marks: Iterable[Mark]) -> Telling:
    ids, name, *more = labels.split()
    relation = next((item for item in RELATIONS if item == name), None)
    if relation is None or more not in ([], [OTHER]):
        raise SchemaError(f"no labels of a quotation: {labels!r}.")
    return Telling(
        utterances=tuple(ids.split("+")),
        relation=relation,
        other=bool(more),
        fragments=tuple(Span(mark.start, mark.end) for mark in found),
        altered=tuple(_altered(found, marks)),
    )


def _altered(found: Sequence[Mark], marks: Iterable[Mark]) -> Iterator[Altered]:
    for mark in marks:
        if mark.opening == "^" and any(item.start <= mark.start and mark.end <= item.end for item in found):
            yield Altered(Span(mark.start, mark.end) if mark.start < mark.end else None, mark.labels)
