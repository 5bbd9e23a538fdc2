"""Noun phrases that rules find for figures."""

from __future__ import annotations

import attrs

from newsparse.model import Passage, Span
from newsparse_numbers.trees import Trees


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


def of_child(trees: Trees, index: int, inside: range) -> int | None:
    """The noun that "of" leads to behind the one at ``index``: "number of voters"."""
    for child in trees.children(index):
        behind = child not in inside and child > index and trees.noun(child)
        if behind and trees.case(child) == "of" and trees.relation(child).startswith(("nmod", "obl")):
            return child
    return None
