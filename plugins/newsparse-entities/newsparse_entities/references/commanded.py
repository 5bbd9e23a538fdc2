"""Whom a pronoun means, or does not, by the clause that it stands in: "he said of Tom Holt", "praised her for her"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsparse.syntax import Tree
from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import listed

_BESIDE = ("obj", "iobj", "obl", "obl:agent")
"""Relations of what a verb has beside its subject."""
_OPEN = "xcomp"
"""The relation of a verb that shares its subject with the one above it: "tried to meet"."""
_OWNER = "nmod:poss"


def named_after(tree: Tree, pronoun: int, of_name: Mapping[int, Group]) -> frozenset[Group]:
    """The people whom the clause of a subject names after it, none of whom it means: "he told Tom Holt that he"."""
    verb = tree.head(pronoun)
    if verb is None or not tree.relation(pronoun).startswith("nsubj"):
        return frozenset()
    beside = (word for part in _verbs(tree, verb) for word in _named(tree, part))
    found = (of_name.get(word) for word in beside if word > pronoun)
    return frozenset(group for group in found if group is not None and group.label == "Person")


def _verbs(tree: Tree, verb: int) -> list[int]:
    """A verb, and the one under it that shares its subject."""
    return [verb, *tree.children(verb, _OPEN)]


def _named(tree: Tree, verb: int) -> Iterator[int]:
    """The heads of what a verb has beside its subject, and all words of the clause that is its object."""
    for word in tree.children(verb, *_BESIDE):
        yield word
        yield from tree.children(word, "conj")
    for clause in tree.children(verb, "ccomp"):
        yield from tree.below(clause)


def judged(tree: Tree, pronoun: int) -> int | None:
    """The object of a verb of praise or blame, where the owner of what that is for follows: "thanked (her) for her"."""
    owned = tree.head(pronoun) if tree.relation(pronoun) == _OWNER else None
    if owned is None or tree.case(owned) not in listed("grammar.reasons"):
        return None
    above = tree.head(owned)
    for verb in (above, tree.head(above) if above is not None else None):  # "of" her, or of what she is thanked for
        if verb is not None and tree.lemma(verb) in listed("speech.verbs.judging"):
            objects = [word for word in tree.children(verb, "obj") if word < pronoun]
            return objects[0] if objects else None
    return None
