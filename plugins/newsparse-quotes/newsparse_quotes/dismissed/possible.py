"""What somebody should, may or can say, and so has not said."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.syntax import Tree
from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.grammar import SUBJECTS
from newsparse_quotes.lexicon import LISTS, words
from newsparse_quotes.sources.passive import is_passive


def is_free_to(case: AttributionCase) -> bool:
    """Whether somebody can demand something, and has not: "he can dissolve the council and call for a vote"."""
    tree, verb = case.tree, case.verb
    if not _demands(case):
        return False
    above = tree.head(verb) if tree.relation(verb) == "conj" and not tree.children(verb, "aux", *SUBJECTS) else None
    can = case.has(verb, "grammar.possible", "aux")
    return can or (above is not None and case.has(above, "grammar.possible", "aux"))


def _demands(case: AttributionCase) -> bool:
    """Whether the cue is a verb of demanding, or ends with the preposition that makes it one: "call for"."""
    if case.lemma in words("speech.verbs.demanded"):
        return True
    joints = LISTS.groups("cues.matters").get(case.lemma)
    return joints is not None and case.cue.cut(case.tree.document.text).split()[-1] in joints


def is_wanted(case: AttributionCase) -> bool:
    """Whether somebody ought to say it, and has not: "citizens should tell the council that"."""
    tree = case.tree
    verbs = (word for word in tree.index.overlapping(case.cue) if tree.lemma(word) in words("speech.verbs.reporting"))
    return any(_is_needed(tree, verb) or case.has(verb, "grammar.obliging", "aux") for verb in verbs)


def _is_needed(tree: Tree, verb: int) -> bool:
    """Whether somebody needs or ought to do what a verb says: "has to tell"."""
    needing = tree.head(verb) if tree.relation(verb) == "xcomp" else None
    return needing is not None and tree.lemma(needing) in words("cues.needing")


def is_allowed(case: AttributionCase) -> bool:
    """Whether somebody may say it and need not have: "has the right to call for"."""
    tree = case.tree
    inside = tree.index.overlapping(case.cue)
    nouns = [word for word in inside if tree.relation(word) == "obj"]
    nouns += _with_infinitives(tree, inside)
    return any(tree.lemma(noun) in words("cues.rights") for noun in nouns)


def _with_infinitives(tree: Tree, inside: range) -> Iterator[int]:
    """The nouns of which infinitives, also joined ones, say what they are: "the right to ask and tell"."""
    for word in inside:
        if tree.tokens[word].xpos == "VB":
            first = tree.head(word) if tree.relation(word) == "conj" else word
            noun = tree.head(first) if first is not None and tree.relation(first) == "acl" else None
            if noun is not None:
                yield noun


def is_possible(case: AttributionCase) -> bool:
    """Whether a passive says what can be done, or what somebody is obliged to do, and not by whom."""
    if case.lemma not in words("cues.obliging") and not case.has(case.verb, "grammar.possible", "aux"):
        return False
    return is_passive(case.tree, case.verb)


def is_counterfactual(case: AttributionCase) -> bool:
    """Whether nobody can have said or thought it: "could not have predicted the fall"."""
    if not case.has(case.verb, "modality.negations.clause", "advmod"):
        return False
    return case.has(case.verb, "grammar.possible", "aux") and case.has(case.verb, "grammar.perfect", "aux")
