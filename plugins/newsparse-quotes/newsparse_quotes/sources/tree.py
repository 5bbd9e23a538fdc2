"""Who speaks, as the dependency tree and the page have it: from a cue to the words of its source."""

from __future__ import annotations

from collections.abc import Collection

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree

SUBJECTS = ("nsubj", "nsubj:outer")
PASSIVE = ("nsubj:pass", "csubj:pass")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
DEEPEST = 6
"""Steps from a cue to the verb whose subject it shares, at most."""
SHARED = frozenset({"xcomp", "advcl", "ccomp", "parataxis", "cop", "aux", "obj", "obl", "mark", "dep", "acl:relcl"})
"""Relations over which a cue without a subject shares that of its head."""
LINE_WORDS = 30
"""Words on the same line, on either side of a mark or cue, among which a name is looked for."""
NAME = 8
"""Words of a name after a dash or before a colon, at most."""


@attrs.frozen
class Found:
    """The words of a source, the rule that found them, and their head where the tree did."""

    span: Span
    rule: str
    head: int | None = None


def source(tree: Tree, cue: Span, barred: Collection[int] = ()) -> Found | None:
    """The source of the cue at ``cue``; ``barred`` are words that cannot be in it (the content's)."""
    words = tree.index.overlapping(cue)
    if not words:
        return None
    signed = _signed(tree, words)
    if signed is not None:
        return signed
    start = _start(tree, words)
    if start is not None and is_asked(tree, start):
        return None
    found = (_walk(tree, start, barred) if start is not None else None) or _beside(tree, words, barred)
    if found is None or found[0] in barred or found[0] in words:
        return None
    index, rule = found
    return Found(tree.phrase(index, ("case", "punct", "cc"), {*barred, *words}), rule, index)


def is_asked(tree: Tree, verb: int) -> bool:
    """Whether somebody is asked or told, by nobody named: "Asked whether ..., she", "he was asked"."""
    participle = tree.tokens[verb].xpos == "VBN" or (
        tree.relation(verb) == "advcl" and not tree.children(verb, *SUBJECTS, "mark", "advmod")
    )
    if tree.lemma(verb) not in {"ask", "tell", "question"} or not participle:
        return False
    active = any(tree.lemma(child) == "have" for child in tree.children(verb, "aux"))
    passive = bool(tree.children(verb, "aux:pass"))
    active = active or bool(not passive and tree.children(verb, *SUBJECTS))
    named = any(_is_agent(tree, child, False) for child in tree.children(verb, "obl:agent", "obl"))
    return (passive or not active) and not named


def _start(tree: Tree, words: range) -> int | None:
    """The word of a cue that governs the rest; a verb before other words."""
    top = tree.top(words)
    if top is not None and tree.tokens[top].upos == "VERB":
        return top
    verbs = (w for w in words if tree.tokens[w].upos == "VERB" and tree.relation(w) not in {"amod", "case"})
    return next(verbs, top)


def _signed(tree: Tree, words: range) -> Found | None:
    """The name after a dash that ends a quote, or before a colon that begins one."""
    mark = tree.tokens[words[0]]
    if len(words) > 1 or mark.text not in {":", "-", "--", "\u2013", "\u2014", "\u2015"}:
        return None
    line = tree.index.line(words[0], LINE_WORDS)
    if mark.text == ":":
        span = tree.index.unpunctuated(range(max(line.start, words[0] - NAME), words[0]))
        return Found(span, "colon") if span else None
    span = tree.index.unpunctuated(range(words[0] + 1, min(line.stop, words[0] + 1 + NAME)))
    return Found(span, "dash") if span else None


def _beside(tree: Tree, words: range, barred: Collection[int]) -> tuple[int, str] | None:
    """The noun right after a cue that follows its content ("...," said Ada Brook), else right before the cue."""
    line = tree.index.line(words[0], LINE_WORDS)
    after, before = words[-1] + 1, words[0] - 1
    content = before - (before in line and tree.tokens[before].upos == "PUNCT")
    content -= content in line and tree.tokens[content].upos == "PUNCT"
    place = after if content in barred else before
    if place not in line or place in barred or tree.tokens[place].upos not in {*NOMINAL, "DET", "ADJ"}:
        return None
    for _ in range(DEEPEST):
        above = tree.head(place)
        if above is None or above in barred or above in words or tree.tokens[above].upos not in NOMINAL:
            break
        place = above
    return (place, "beside") if tree.tokens[place].upos in NOMINAL else None


def _walk(tree: Tree, start: int, barred: Collection[int]) -> tuple[int, str] | None:
    """The head word of the source from a cue's word, by the first rule that fits on the way up."""
    current, rule = start, ""
    for _ in range(DEEPEST):
        here = _here(tree, current, barred)
        if here is not None:
            return here[0], rule or here[1]
        passive = tree.children(current, *PASSIVE)
        if passive and rule == "shared subject":
            return passive[0], rule
        above = tree.head(current)
        if above is None or passive:
            return None
        relation = tree.relation(current)
        if relation in {"case", "fixed"}:
            return above, "preposition"
        if relation == "acl":
            return above, "modified noun"
        if relation == "xcomp" and tree.lemma(above) != "promise" and tree.children(above, "obj", "iobj"):
            return tree.children(above, "obj", "iobj")[0], "object"
        if relation != "conj" and relation not in SHARED:
            return None
        rule = "conjunct" if relation == "conj" else "shared subject"
        current = above
    return None


def _here(tree: Tree, index: int, barred: Collection[int]) -> tuple[int, str] | None:
    subjects = [word for word in tree.children(index, *SUBJECTS) if word not in barred]
    if subjects:
        return max((word for word in subjects if word < index), default=subjects[0]), "subject"
    noun = tree.tokens[index].upos in {"NOUN", "PROPN"}
    owner = tree.children(index, "nmod:poss") if noun else []
    if owner:
        return owner[0], "possessor"
    agents = [child for child in tree.children(index, "obl:agent", "obl", "nmod") if _is_agent(tree, child, noun)]
    if agents:
        return agents[0], "agent"
    named = [child for child in tree.children(index, "compound") if noun]
    return (named[0], "compound") if named else None


def _is_agent(tree: Tree, index: int, noun: bool) -> bool:
    cases = {tree.lemma(child) for child in tree.children(index, "case")}
    return tree.relation(index) == "obl:agent" or "by" in cases or (noun and "from" in cases)
