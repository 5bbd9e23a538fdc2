"""Decisions of the extractors on labelled articles, each with its options and which of them are right."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import attrs

from newsparse.model import Document
from newsparse.pipeline import Pipeline
from newsparse.rules import Option, Traced, traced
from newsparse_bench.fitting.judging import JUDGES


@attrs.frozen(kw_only=True)
class Case:
    """One decision: the article, the features of each option, and the options that are right (none: leave open).

    A rule that proposes an option is a feature of value 1. ``first`` is the option of the first rule in order.
    """

    article: str
    options: tuple[dict[str, float], ...]
    right: frozenset[int]
    first: int = 0


def collected(
    pipeline: Pipeline, documents: Iterable[Document], questions: Collection[str]
) -> Iterator[tuple[str, Case]]:
    """The labelled decisions on ``questions``, with the question of each.

    Each article is read by ``pipeline`` without its labels, one at a time, in this process. A decision without labels
    or without options is left out.
    """
    for gold in documents:
        with traced() as trace:
            pipeline(Document(text=gold.text, id=gold.id))
        for entry in trace:
            if entry.question in questions and (case := case_of(entry, gold)) is not None:
                yield entry.question, case


def case_of(entry: Traced, gold: Document) -> Case | None:
    """The decision with the options that are right by the labels, or None where there are no labels for it."""
    is_right = JUDGES[entry.question](entry, gold)
    if is_right is None or not entry.options:
        return None
    right = frozenset(number for number, option in enumerate(entry.options) if is_right(option))
    return Case(article=gold.id, options=tuple(measured(option) for option in entry.options), right=right)


def measured(option: Option[object]) -> dict[str, float]:
    """The features of an option, including its rules."""
    return dict.fromkeys(option.rules, 1.0) | dict(option.features)


def articles(cases: Sequence[Case]) -> list[str]:
    """The articles that the cases come from, each once, in order."""
    return list(dict.fromkeys(case.article for case in cases))
