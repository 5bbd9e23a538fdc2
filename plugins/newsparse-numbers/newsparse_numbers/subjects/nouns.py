"""Noun phrases that rules find for figures."""

from __future__ import annotations

import attrs

from newsparse.model import Passage, Span
from newsparse_numbers.subjects.trees import Trees


@attrs.frozen
class Noun:
    """A noun phrase that a rule found."""

    passage: Passage
    head: Span
    index: int
    rule: str


def noun(trees: Trees, index: int, inside: range, rule: str) -> Noun:
    """The phrase around the noun at ``index``, the figure itself (``inside``) left out."""
    passage, head = trees.phrase(index, inside)
    return Noun(passage, head, index, rule)


def numbered(trees: Trees, index: int, inside: range, rule: str) -> Noun | None:
    """For a number at ``index`` that stands for the name it ends, "the S&P 500"; None where no noun precedes it."""
    if index < 1 or index in trees.taken or trees.tokens[index].upos != "NUM" or not trees.noun(index - 1):
        return None
    passage, head = trees.phrase(index - 1, inside)
    return Noun(Passage.at(trees.text, passage.span.start, trees.tokens[index].span.end), head, index - 1, rule)


def of_child(trees: Trees, index: int, inside: range) -> int | None:
    """The noun that "of" leads to behind the one at ``index``: "number of voters"."""
    for child in trees.children(index):
        behind = child not in inside and child > index and trees.noun(child)
        if behind and trees.case(child) == "of" and trees.relation(child).startswith(("nmod", "obl")):
            return child
    return None
