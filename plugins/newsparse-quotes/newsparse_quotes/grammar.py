"""Relations, parts of speech and questions about words and names that several stages use."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse.model import Mention
from newsparse.syntax import Tree
from newsparse_quotes.lexicon import words

ACTIVE = ("nsubj", "nsubj:outer")
"""Relations of subjects that can be the agent of their verb."""
PASSIVE = ("nsubj:pass", "csubj:pass")
"""Relations of subjects that something is done to."""
SUBJECTS = (*ACTIVE, "nsubj:pass")
OBJECTS = frozenset({"obj", "iobj"})
"""Relations of what or whom a verb is done to."""
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
"""Tags of finite verbs."""
RELATIVE = frozenset({"WDT", "WP"})
"""Tags of the pronouns that open a relative clause."""
ACTING = frozenset({*SUBJECTS, "obl:agent"})
"""Relations of whoever does something."""
CLAUSES = frozenset({"acl", "acl:relcl"})
"""Relations of clauses about a noun."""
RELATIVE_CLAUSES = frozenset({"acl:relcl", "advcl:relcl"})
"""Relations of clauses such as "who said", about a noun or, as the tree has it, about its verb."""
PLURAL = frozenset({"NNS", "NNPS"})
"""Tags of nouns and names in the plural."""
NOUNS = frozenset({"NOUN", "PROPN"})
NOMINAL = NOUNS | {"PRON"}


def has_finite(tree: Tree, inside: Iterable[int]) -> bool:
    """Whether one of some words is a finite verb or auxiliary."""
    tokens = tree.tokens
    return any(tokens[word].xpos in FINITE for word in inside)


def names_person(mention: Mention) -> bool:
    """Whether a mention is the name of a person."""
    return mention.form == "named" and mention.label == "Person"


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether a verb has "to" before it: "to sink"."""
    return any(tree.lemma(mark) in words("grammar.to") for mark in tree.children(verb, "mark"))


def that_before(tree: Tree, clause: int) -> list[int]:
    """The "that" which opens a clause; ``clause`` is its head."""
    return [mark for mark in tree.children(clause, "mark") if tree.lemma(mark) in words("grammar.that")]
