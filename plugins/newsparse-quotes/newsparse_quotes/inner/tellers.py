"""Who says what a word inside a quote attributes: the subject of a verb, the possessor or author of a claim."""

from __future__ import annotations

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.attributing import authority, speaker_like
from newsparse_quotes.drafts.draft import Tie
from newsparse_quotes.grammar import PASSIVE
from newsparse_quotes.inner.case import InnerCase
from newsparse_quotes.lexicon import words
from newsparse_quotes.sources.speaking import bare_subjects
from newsparse_quotes.sources.tree import Found, source

_NAMED_TIES = frozenset({Tie.POSSESSOR, Tie.AGENT})
"""How whoever says what a noun attributes is tied to it."""


def teller(case: InnerCase) -> Span | None:
    """The words of who says or thinks what the word attributes."""
    tree = case.tree
    noun = authority(tree, case.verb)
    if noun is not None:
        return tree.phrase(noun, ("case", "punct"))
    like = speaker_like(tree, case.verb)
    if like is not None:
        return tree.phrase(like, ("punct", "cc"))
    if case.is_passive:
        return None
    by = author(tree, case.verb) if case.is_noun else None
    if by is not None:
        return tree.phrase(by, ("case", "punct"))
    return _source_of_verb(case) if case.spoken and not case.is_noun else _from_tree(case)


def _source_of_verb(case: InnerCase) -> Span | None:
    """The subject of a verb in marks; of a participle and in the passive, whoever the tree says."""
    tree, verb = case.tree, case.verb
    subject = subject_of(tree, verb)
    if subject is not None:
        return tree.phrase(subject, ("punct", "cc"))
    elsewhere = tree.tokens[verb].xpos == "VBG" or tree.children(verb, *PASSIVE, "aux:pass")
    return _from_tree(case) if elsewhere else None


def _from_tree(case: InnerCase) -> Span | None:
    """Who says what a word attributes, according to the tree; of a noun, its possessor, agent or carrier."""
    tree = case.tree
    found = source(tree, tree.tokens[case.verb].span)
    if found is None or (case.is_noun and not _is_named(tree, found)):
        return _carrier(tree, case.verb) if case.is_noun else None
    return found.span


def author(tree: Tree, noun: int) -> int | None:
    """Who makes what a noun names, where the tree hangs that on the verb: "rejected the claim by (Ada Brook) that"."""
    above = tree.head(noun)
    if above is None or noun + 1 >= len(tree.tokens) or tree.lemma(noun + 1) not in words("grammar.agents"):
        return None
    near = tree.children(above, "obl", "obl:agent")
    return next((word for word in near if noun + 1 in tree.children(word, "case")), None)


def _is_named(tree: Tree, found: Found) -> bool:
    """Whether a noun's source is its possessor or agent, or a name right before it: "the Lowmere request"."""
    named = found.head is not None and tree.tokens[found.head].upos == "PROPN"
    return found.tie in _NAMED_TIES or (found.tie is Tie.COMPOUND and named)


def _carrier(tree: Tree, noun: int) -> Span | None:
    """The subject of the verb that carries a noun: "she made a pledge to"."""
    above = tree.head(noun)
    if above is None or tree.relation(noun) != "obj" or tree.lemma(above) not in words("cues.carrying"):
        return None
    subject = subject_of(tree, above)
    return tree.phrase(subject, ("punct", "cc")) if subject is not None else None


def _is_nearer(tree: Tree, first: int, last: int) -> bool:
    """Whether the last of two subjects is that of the verb: "Tom, (I) hope it sinks", "this is because (it) thinks"."""
    if any(tree.tokens[word].text == "," for word in range(first, last)):
        return True
    return last > first + 1 and tree.tokens[last].xpos == "PRP"


def subject_of(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, or of the one that it is joined to or complements: "she used to say"."""
    found = bare_subjects(tree, verb)
    above = tree.head(verb)
    if not found and above is not None and tree.relation(verb) in {"conj", "xcomp"}:
        found = bare_subjects(tree, above)
    before = [child for child in found if child < verb]
    if len(before) > 1 and _is_nearer(tree, before[0], before[-1]):
        return before[-1]
    return found[0] if found else None
