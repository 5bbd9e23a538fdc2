"""What the dependency trees of a document say about its noun phrases: appositions, predicates, subjects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from newsparse.model import Token


@attrs.frozen(kw_only=True)
class Trees:
    """Relations by token index; all are empty where the backend gives no trees.

    ``appositions`` are pairs of governor and apposed word, ``predicates`` pairs of subject and nominal predicate ("she
    is a nurse", not denied), ``subjects`` maps a verb to its subject, ``children`` a word to its dependents in order.
    """

    tokens: Sequence[Token]
    appositions: tuple[tuple[int, int], ...] = ()
    predicates: tuple[tuple[int, int], ...] = ()
    subjects: Mapping[int, int] = attrs.field(factory=dict)
    children: Mapping[int, list[int]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Trees:
        """The relations of ``tokens``."""
        children: dict[int, list[int]] = {}
        subjects: dict[int, int] = {}
        appositions: list[tuple[int, int]] = []
        copulas: list[int] = []
        for index, token in enumerate(tokens):
            head, relation = token.head, token.deprel or ""
            if head is None or head == index:
                continue
            children.setdefault(head, []).append(index)
            if relation.startswith("nsubj"):
                subjects.setdefault(head, index)
            elif relation == "appos":
                appositions.append((head, index))
            elif relation == "cop":
                copulas.append(head)
        predicates = _predicates(tokens, copulas, subjects, children)
        return cls(
            tokens=tokens,
            appositions=tuple(appositions),
            predicates=tuple(predicates),
            subjects=subjects,
            children=children,
        )


def _predicates(
    tokens: Sequence[Token], copulas: Iterable[int], subjects: Mapping[int, int], children: Mapping[int, list[int]]
) -> list[tuple[int, int]]:
    found = []
    for noun in copulas:
        denied = any(tokens[child].text.lower() in ("not", "n't", "n’t", "never", "no") for child in children[noun])
        if noun in subjects and not denied and tokens[noun].upos in ("NOUN", "PROPN"):
            found.append((subjects[noun], noun))
    return found
