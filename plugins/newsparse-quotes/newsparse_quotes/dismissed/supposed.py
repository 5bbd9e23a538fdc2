"""What somebody is only supposed, asked or urged to say."""

from __future__ import annotations

from newsparse.syntax import Tree
from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.grammar import ACTIVE, OBJECTS, SUBJECTS, is_infinitive
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.sources.passive import is_passive

_URGED = frozenset({"xcomp", "ccomp", "advcl"})
"""Relations of what somebody is urged to say to the verb that urges."""
_INSIDE = frozenset({"ccomp", "csubj", "acl", "acl:relcl"})
"""Relations of a clause to what is told of it."""


def is_supposed(case: AttributionCase) -> bool:
    """Whether it is only supposed that somebody says it: "if she said that", "suppose she says", "did she say?"."""
    tree, verb = case.tree, case.verb
    if _is_condition(case, verb) or _is_imagined(tree, verb) or _is_question(case, verb):
        return True
    return _is_doubted(case, verb)


def _is_doubted(case: AttributionCase, verb: int) -> bool:
    """Whether it is not so, or open, that somebody says it: "it is not true that she said", "no evidence that she"."""
    tree, above = case.tree, case.tree.head(verb)
    if above is None or tree.relation(verb) not in _INSIDE:
        return False
    if tree.lemma(above) in words("cues.proofs"):
        return case.has(above, "modality.negations.clause", "det")
    if tree.is_noun(above) and tree.lemma(above) in words("cues.claims"):
        told = tree.head(above) if tree.relation(above) in SUBJECTS else None
        return told is not None and tree.lemma(told) in words("cues.untrue", "speech.verbs.denied")
    if tree.lemma(above) in words("cues.true"):
        return case.has(above, "modality.negations.clause", "advmod", "det")
    subjects = tree.children(above, *ACTIVE)
    nobody = any(tree.words.lower[word] in words("modality.negations.clause") for word in subjects)
    return tree.lemma(above) in words("cues.untrue") or nobody


def _is_condition(case: AttributionCase, verb: int) -> bool:
    """Whether a verb is that of a clause with "if", but not "even if", or of one turned round: "had she said"."""
    tree = case.tree
    for mark in tree.children(verb, "mark"):
        if tree.lemma(mark) in words("grammar.conditions"):
            return not (mark and tree.words.lower[mark - 1] in words("grammar.conceding"))
    if tree.relation(verb) != "advcl":
        return False
    helpers = tree.children(verb, "aux")
    subjects = tree.children(verb, *ACTIVE)
    turned = helpers and subjects and helpers[0] < subjects[0]
    return bool(turned) and tree.lemma(helpers[0]) in words("grammar.perfect")


def _is_imagined(tree: Tree, verb: int) -> bool:
    """Whether readers are told to imagine that somebody says it: "imagine the mayor saying"."""
    above = tree.head(verb) if tree.relation(verb) in {"ccomp", "xcomp", "advcl"} else None
    if above is None or above > verb or tree.lemma(above) not in words("cues.supposing"):
        return False
    return not tree.children(above, *ACTIVE, "aux", "nsubj:pass") and above == tree.index.sentence(above).start


def _is_question(case: AttributionCase, verb: int) -> bool:
    """Whether the narrator asks if somebody said it: "Did the mayor say that it sank?"; not what somebody asks."""
    tree = case.tree
    subjects = [word for word in tree.children(verb, *ACTIVE) if word < verb]
    helpers = [word for word in tree.children(verb, "aux") if subjects and word < subjects[0]]
    if not helpers:
        return False
    sentence = tree.index.sentence(verb)
    opens = helpers[0] == sentence.start or tree.tokens[helpers[0] - 1].upos == "PUNCT"
    return opens and any(tree.tokens[word].text == "?" for word in sentence[-2:])


def is_urged(case: AttributionCase) -> bool:
    """Whether somebody is asked or expected to say it, and need not have: "urged the mayor to say that it sank"."""
    tree, top = case.tree, case.tree.top(case.inside)
    verb = tree.head(top) if top is not None else None
    if verb is None or verb in case.inside or tree.relation(verb) not in _URGED or not is_infinitive(tree, verb):
        return False
    above = tree.head(verb)
    if above is None or tree.lemma(above) not in words(
        "speech.verbs.directing", "speech.verbs.telling", "speech.verbs.expecting", "cues.wanting", "cues.urging"
    ):
        return False
    near = (*tree.children(above, *OBJECTS, "obl"), *tree.children(verb, *ACTIVE))
    return any(_is_somebody(tree, word) for word in near if above < word < verb)


def _is_somebody(tree: Tree, word: int) -> bool:
    """Whether a word is a name, a pronoun, or a noun for people or a body."""
    lemma = tree.lemma(word)
    return tree.tokens[word].upos in {"PROPN", "PRON"} or is_human(lemma) or lemma in words("nouns.bodies")


def is_thinkable(case: AttributionCase) -> bool:
    """Whether somebody may or might say it: "critics might say", "she could argue", "she would have said"."""
    tree, verb = case.tree, case.verb
    if tree.lemma(verb) not in words("speech.verbs.reporting") or is_passive(tree, verb):
        return False
    perfect = case.has(verb, "grammar.perfect", "aux")
    if perfect:
        return case.has(verb, "grammar.would", "aux")
    return case.has(verb, "grammar.possible", "aux") and not case.has(verb, "modality.negations.clause", "advmod")
