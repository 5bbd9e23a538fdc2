"""Which nouns can be those of whoever or whatever says something, and which one after a verb is."""

from __future__ import annotations

from newsparse.syntax import Tree
from newsparse_quotes.grammar import ACTIVE
from newsparse_quotes.lexicon import words

_WRITTEN = ("speakers.documents", "speakers.records", "speakers.penned", "speakers.pictures", "speakers.evidence")


def may_say(tree: Tree, noun: int) -> bool:
    """Whether a noun is a name, or one for people, bodies, words or pictures: not "line" or "sigh"."""
    if tree.tokens[noun].upos != "NOUN" or tree.tokens[noun].xpos == "NNS":
        return True
    return tree.lemma(noun) in words("nouns.people", "nouns.bodies", "speakers.people", "cues.claims", *_WRITTEN)


def inverted(tree: Tree, verb: int) -> list[int]:
    """The noun right after a verb of speech that ends what is said, where the tree takes it for its object.

    So it does in "the quay is old, states the report".
    """
    if tree.lemma(verb) not in words("speech.verbs.personal") or tree.tokens[verb - 1].text != ",":
        return []
    said = [child for child in tree.children(verb, "ccomp", "parataxis") if child < verb]
    return tree.children(verb, "obj") if said else []


def bare_subjects(tree: Tree, verb: int) -> list[int]:
    """The subjects of a verb, without a noun after a preposition that the tree takes for another one."""
    found = tree.children(verb, *ACTIVE)
    return [word for word in found if not _is_led(tree, word)] or found


def _is_led(tree: Tree, noun: int) -> bool:
    return any(tree.tokens[mark].upos == "ADP" for mark in tree.children(noun, "case"))
