"""When somebody only aims at something, is for or against it or senses it, or when it only seems so."""

from __future__ import annotations

from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.grammar import RELATIVE, SUBJECTS, has_finite
from newsparse_quotes.lexicon import telling, words

_PRESENT = frozenset({"VBP", "VBZ"})


def is_aim(case: AttributionCase) -> bool:
    """Whether somebody tries to do something: "seeks to", "strives to", "a law aimed at"."""
    return not _says(case)


def is_attitude(case: AttributionCase) -> bool:
    """Whether somebody is for or against a person or thing, and nothing is said of it: no verb, no "for" or "as"."""
    tree, top = case.tree, case.tree.top(case.inside)
    apart = [word for clause in tree.children(top, "acl:relcl") for word in tree.below(clause)] if top else []
    tags = {tree.tokens[word].upos for word in case.inside if word not in apart}
    return "VERB" not in tags and not any(case.tree.lemma(word) in words("cues.judging") for word in case.inside)


def is_seeming(case: AttributionCase) -> bool:
    """Whether it only appears so, or a fact shows it: "it appeared that", "this shows that"."""
    if case.lemma in words("cues.seeming"):
        return not _says(case)
    subjects = case.tree.children(case.verb, *SUBJECTS)
    facts = [word for word in subjects if case.tree.tokens[word].xpos not in RELATIVE]
    return any(case.tree.lemma(word) in words("grammar.facts") for word in facts)


def is_sensed(case: AttributionCase) -> bool:
    """Whether somebody sees or feels a thing, and nothing is said of it: "has seen a wave of thefts".

    In the present, it may be what somebody expects: "sees a surge of prices".
    """
    if case.tree.tokens[case.verb].xpos in _PRESENT:
        return False
    led = case.tree.index.overlapping(case.cue)
    said = {case.tree.lemma(word) for word in (*case.inside, *led)}
    clause = has_finite(case.tree, case.inside[:-1])
    return not clause and said.isdisjoint(words("grammar.as")) and case.tree.tokens[case.inside[0]].xpos != "TO"


def _says(case: AttributionCase) -> bool:
    """Whether a verb under that of the cue attributes a whole clause: "tried to explain that", "seems to show that"."""
    led = case.tree.index.overlapping(case.cue)
    verbs = (word for word in led if word != case.verb and case.tree.tokens[word].upos == "VERB")
    said = any(case.tree.lemma(word) in telling() for word in verbs)
    return said and has_finite(case.tree, case.inside)
