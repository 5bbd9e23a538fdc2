"""Comparatives by which somebody says that a figure is another one."""

from __future__ import annotations

from newsparse.linking.status.triggers import Reply, Trigger, refers
from newsparse.model import Quote

_COMPARED = ("JJR", "RBR")
"""The tags of comparatives in the Penn Treebank."""


def too_much(case: Trigger) -> bool:
    """Whether a word says that a figure is another one: "lower", "too high"."""
    lists, tree = case.reading.lexicon, case.reading.tree
    adverbs = {case.reading.index.words.lower[item] for item in tree.children(case.word, "advmod")}
    compared = case.reading.index.tokens[case.word].xpos in _COMPARED or adverbs & lists.words("across.excess")
    return bool(compared) and case.has("across.comparatives") and not case.negated


def is_figure(case: Trigger, word: int) -> bool:
    """Whether a word is a noun for a figure."""
    return case.reading.tree.lemma(word) in case.reading.lexicon.words("across.references.figure")


def by_amount(case: Trigger) -> Reply | None:
    """A figure is said to be another one: "it was far less", "that figure is much too high"."""
    quoted = case.reading.quote_at(case.word)
    if quoted is None:
        return None
    if case.has("across.mere"):
        return _by_other(case)
    return None if not too_much(case) or _is_compared(case) else _said_to_be(case, quoted)


def _said_to_be(case: Trigger, quoted: Quote) -> Reply | None:
    """What is said to be more or less: "there were far fewer", "the number is too high"."""
    tree = case.reading.tree
    if _is_far(case) and tree.relation(case.word) == "amod":
        return Reply(effect="disputed", clause=quoted.span, figure=True)
    if _is_far(case) and any(tree.children(item, "expl") for item in tree.above(case.word)):
        return Reply(effect="disputed", about=case.word, figure=True)
    about = tree.subject(case.word)
    is_figure = about is not None and tree.children(case.word, "cop") and _may_be_figure(case, about)
    return Reply(effect="disputed", about=about, figure=True) if is_figure else None


def _is_compared(case: Trigger) -> bool:
    """Whether something else stands behind the comparative: "more than one", "too much for us"."""
    tree, lower = case.reading.tree, case.reading.index.words.lower
    behind = [item for item in tree.children(case.word, "obl", "advcl", "nmod", "acl", "fixed") if item > case.word]
    return any(not refers(case.reading, item) for item in behind) or lower[case.word] == "much"


def _is_far(case: Trigger) -> bool:
    """Whether a comparative says that it is another figure by far: "far fewer"."""
    adverbs = [case.reading.index.words.lower[item] for item in case.reading.tree.children(case.word, "advmod")]
    return not case.reading.lexicon.words("across.far").isdisjoint(adverbs)


def _by_other(case: Trigger) -> Reply | None:
    """A figure is said to be a smaller one: "it was only 200"."""
    tree, number = case.reading.tree, case.reading.tree.head(case.word)
    if number is None or case.reading.index.tokens[number].upos != "NUM" or not tree.children(number, "cop"):
        return None
    about = tree.subject(number)
    return Reply(effect="disputed", about=about, figure=True) if about and _may_be_figure(case, about) else None


def _may_be_figure(case: Trigger, about: int) -> bool:
    """Whether a word means a figure: its noun, or a pronoun."""
    noun, pronouns = is_figure(case, about), case.reading.lexicon.words("across.pronouns.claim")
    return noun or case.reading.index.words.lower[about] in pronouns
