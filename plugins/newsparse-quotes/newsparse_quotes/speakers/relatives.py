"""What the clause after "who" or "which" is about: the noun that it hangs on, or the one right before it."""

from __future__ import annotations

from collections.abc import Callable, Collection

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.grammar import CLAUSES
from newsparse_quotes.lexicon import is_human, words

_WITHIN = frozenset({"flat", "compound", "appos", "nmod", "nmod:poss", "conj"})
"""Relations between the nouns of one phrase."""
_ADVERBIAL = frozenset({"advcl", "advcl:relcl"})
"""How the tree joins a relative clause to a verb in place of the noun before its comma."""
_APART = ("acl:relcl", "case", "punct", "cc", "conj", "nsubj", "cop", "aux", "mark", "advmod")
"""Relations of what is no part of the words that a relative clause is about: "is (people who)"."""


def antecedent(tree: Tree, pronoun: Span, head: int | None) -> Span | None:
    """The words that the relative clause with the subject ``pronoun``, whose head is ``head``, is about."""
    verb = tree.head(head) if head is not None else None
    noun = _modified(tree, pronoun, verb) if verb is not None else None
    if head is None or noun is None:
        return None
    span = tree.phrase(_nearer(tree, pronoun, head, noun), _APART, [verb] if verb is not None else [])
    return span if not span.overlaps(pronoun) else None


def bearer(tree: Tree, described: Span, *, person: bool) -> Span | None:
    """Whom ``described`` words, about which a clause is, are told of: "Ada Brook, a baker who", "she is a baker who".

    Where the pronoun is not one of a ``person``, they have to be for people or bodies: not "a change that".
    """
    top = tree.top(tree.index.overlapping(described))
    noun = _outermost(tree, top, {"conj"}, lambda _: True) if top is not None else None
    if noun is None or not (person or is_human(tree.lemma(noun)) or tree.lemma(noun) in words("nouns.bodies")):
        return None
    pairs = (*tree.appositions, *(pair for pair in tree.predicates if _is_plain(tree, *pair)))
    told = next((first for first, second in pairs if second == noun), None)
    return tree.phrase(told, (*_APART, "appos")) if told is not None else None


def _is_plain(tree: Tree, subject: int, noun: int) -> bool:
    """Whether a noun is plainly predicated of one subject: not by "may be", in a question, with "among" or "if"."""
    hedged = tree.children(noun, "aux", "case", "expl", "mark") or tree.children(subject, "conj")
    return not hedged and subject < min(tree.children(noun, "cop"))


def _modified(tree: Tree, pronoun: Span, verb: int) -> int | None:
    """The noun that a clause hangs on; where the tree hangs it on a verb, that of the phrase right before it."""
    if tree.relation(verb) in CLAUSES:
        return _asserted(tree, tree.head(verb))
    if tree.relation(verb) not in _ADVERBIAL:
        return None
    above = tree.head(verb)
    if above is not None and tree.is_noun(above) and tree.children(above, "cop"):
        return above  # "it was Tom Varga and not Ada Brook who"
    word = tree.index.overlapping(pronoun)[0] - 2
    if word < 0 or tree.tokens[word + 1].text != "," or not tree.is_noun(word):
        return None
    return _outermost(tree, word, _WITHIN, tree.is_noun)


def _asserted(tree: Tree, noun: int | None) -> int | None:
    """A noun, or the one with which it is contrasted: "it was (Tom Varga) and not Ada Brook who"."""
    if noun is None or tree.relation(noun) != "conj":
        return noun
    denied = any(tree.lemma(word) in words("modality.negations.clause") for word in tree.children(noun, "advmod"))
    return tree.head(noun) if denied else noun


def _outermost(tree: Tree, word: int, relations: Collection[str], fits: Callable[[int], bool]) -> int:
    """The last of a word and the heads above it, as far as they fit and the words are in some relations to them."""
    for above in tree.above(word):
        if tree.relation(word) not in relations or not fits(above):
            break
        word = above
    return word


def _nearer(tree: Tree, pronoun: Span, head: int, noun: int) -> int:
    """The last noun below one where only that is for people and the pronoun is "who": "letter from Ada, who"."""
    known = tree.tokens[noun].upos == "PROPN" or is_human(tree.lemma(noun))
    if known or pronoun.cut(tree.document.text).lower() in words("grammar.facts"):
        return noun
    below = [word for word in tree.below(noun, ("acl:relcl",)) if noun < word < head]
    last = max((word for word in below if tree.is_noun(word)), default=noun)
    last = _outermost(tree, last, {"flat", "compound"}, below.__contains__)
    return last if tree.tokens[last].upos == "PROPN" or is_human(tree.lemma(last)) else noun
