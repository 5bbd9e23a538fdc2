"""Whom the words right before tell to be dead, hurt or held: the police chief is not the man who was shot."""

from __future__ import annotations

from newsparse.model import Entity, Mention, Span
from newsparse.syntax import Tree
from newsparse_quotes.grammar import ACTIVE, CLAUSES, OBJECTS, PASSIVE
from newsparse_quotes.lexicon import words
from newsparse_quotes.speakers.case import SpeakerCase

_DONE = ("speakers.killing", "speakers.harming")
_GONE = ("speakers.perishing", "speakers.dying")
_OF = frozenset({"nmod", "nmod:poss"})
"""Relations of somebody to what befell them: "the arrest of Tom Varga", "his death"."""
_OUTCOMES = ("xcomp", "ccomp", "obl", "advmod", "conj")
"""Relations of the outcome of a deed to its verb: "shot dead", "beaten to death", "attacked and killed"."""


def is_victim(case: SpeakerCase, entity: Entity, since: int) -> bool:
    """Whether the words between the character ``since`` and the source tell what befell an entity."""
    done, gone, fates = words(*_DONE), words(*_GONE), words("speakers.deaths", "speakers.fates")
    told = (item for item in _told(case, since) if item.entity == entity.id)
    return any(_befalls(case.around.tree, item, done, gone, fates) for item in told)


def dead(case: SpeakerCase, since: int) -> frozenset[str]:
    """The people whom these words tell to be killed; whoever just died may be quoted from earlier days."""
    done, gone, fates = words("speakers.killing"), words("speakers.perishing"), words("speakers.deaths")
    found = (item.entity for item in _told(case, since) if _befalls(case.around.tree, item, done, gone, fates))
    return frozenset(filter(None, found))


def _told(case: SpeakerCase, since: int) -> list[Mention]:
    """The names and pronouns for people between the character ``since`` and the source."""
    start = case.passage.span.start
    near = case.around.overlapping(Span(since, start)) if since < start else ()
    return [item for item in near if item.form != "nominal" and item.label == "Person"]


def _befalls(tree: Tree, mention: Mention, done: frozenset[str], gone: frozenset[str], fates: frozenset[str]) -> bool:
    """Whether one of the deeds ``done`` is done to whom a mention is of, who goes, or owns one of some ``fates``."""
    top = tree.top(tree.index.overlapping(mention.span))
    above = tree.head(top) if top is not None else None
    if top is None or above is None:
        return False
    relation = tree.relation(top)
    if relation in _OF and tree.lemma(above) in fates:
        return True
    told = [(verb, done | gone) for verb in tree.children(top, *CLAUSES)]
    if relation in PASSIVE or relation in OBJECTS:
        told.append((above, done))
    elif relation in ACTIVE and not tree.children(above, "obj", "ccomp"):
        told.append((above, gone))
    return any(_comes_to(tree, verb, verbs) for verb, verbs in told)


def _comes_to(tree: Tree, verb: int, verbs: frozenset[str]) -> bool:
    """Whether a verb is one of some verbs, or its outcome is death, and it is no less than so: "was nearly killed"."""
    if any(tree.tokens[word].xpos == "MD" for word in tree.children(verb, "aux")):
        return False
    if any(tree.lemma(word) in words("speakers.spared") for word in tree.children(verb, "advmod")):
        return False
    outcomes = tree.children(verb, *_OUTCOMES)
    return tree.lemma(verb) in verbs or any(tree.lemma(word) in verbs | words("speakers.dead") for word in outcomes)
