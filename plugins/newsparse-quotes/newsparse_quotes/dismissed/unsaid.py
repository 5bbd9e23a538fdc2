"""When nobody says what is attributed: it is denied to have been said, held back, or only a way of speaking."""

from __future__ import annotations

from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.drafts.draft import top_at
from newsparse_quotes.drafts.relayed import let_by
from newsparse_quotes.grammar import SUBJECTS, has_finite, is_infinitive
from newsparse_quotes.lexicon import words

_GERUND = "VBG"
_MUCH_WORDS = 2
"""Words for how much a face or figures say, at most: "it all"."""


def is_unsaid(case: AttributionCase) -> bool:
    """Whether a clause is denied to have been said: "nobody said", "it goes without saying that".

    A question is only with "did": "did not say where it went"; "would not say where it went" refuses. Nor is anything
    said that nobody hears or lets somebody say, or that is only tried: "tried to make the mayor say".
    """
    verb, tree = case.said_without if case.said_without is not None else case.verb, case.tree
    above = let_by(tree, verb)
    if above is not None:
        return _is_negated(case, above) or is_infinitive(tree, above)
    if _is_short_of(case) or _is_held_back(case):
        return True
    if tree.lemma(verb) not in words("speech.verbs.unsaid") or not _is_negated(case, verb):
        return False
    if case.has(verb, "grammar.only", "advmod"):
        return False
    asks = tree.lemma(case.inside[0]) in words("grammar.interrogatives")
    return case.has(verb, "grammar.did", "aux") if asks else has_finite(tree, case.inside)


def _is_short_of(case: AttributionCase) -> bool:
    """Whether somebody nearly says it, and does not: "stopped short of saying"."""
    cue = f"{case.cue.cut(case.tree.document.text).lower()} "
    last = case.tree.tokens[case.tree.index.overlapping(case.cue)[-1]]
    return last.xpos == _GERUND and any(f" {phrase} " in cue for phrase in words("cues.short-of"))


def _is_held_back(case: AttributionCase) -> bool:
    """Whether somebody leaves it unsaid, or is kept from saying it: "failed to say that", "stopped her from saying"."""
    tree = case.tree
    top = tree.top(case.inside)
    verb = tree.head(top) if top is not None else None
    above = tree.head(verb) if verb is not None and tree.relation(verb) in {"xcomp", "advcl", "ccomp"} else None
    if verb is None or above is None or tree.lemma(case.inside[0]) in words("grammar.interrogatives"):
        return False
    if tree.tokens[verb].xpos == _GERUND and case.has(verb, "grammar.from", "mark"):
        return tree.lemma(above) in words("cues.failing", "cues.preventing")
    fails = tree.tokens[verb].xpos == _GERUND or is_infinitive(tree, verb)
    return fails and tree.lemma(above) in words("cues.failing") and not _is_negated(case, above)


def _is_negated(case: AttributionCase, verb: int) -> bool:
    """Whether a verb has a "not" or "never", or nobody for its subject."""
    if case.has(verb, "modality.negations.clause", "advmod", "mark"):
        return True
    return any(_is_none(case, subject) for subject in case.tree.children(verb, *SUBJECTS))


def _is_none(case: AttributionCase, noun: int) -> bool:
    """Whether a noun phrase names nobody: "nobody", "no minister", "neither of them"."""
    denied = case.tree.tokens[noun].text.lower() in words("modality.negations.clause")
    return denied or case.has(noun, "modality.negations.clause", "det", "cc:preconj")


def is_undisclosed(case: AttributionCase) -> bool:
    """Whether somebody gave no word of something, and did not refuse to: "did not disclose the price"."""
    verb = case.verb
    if not case.has(verb, "modality.negations.clause", "advmod"):
        return False
    return case.has(verb, "grammar.did", "aux") and not case.has(verb, "grammar.only", "advmod")


def is_no_comment(case: AttributionCase) -> bool:
    """Whether nobody answers: "did not reply to a call for comment", "declined to comment"."""
    if case.lemma in words("cues.declining"):
        return all(case.tree.lemma(word) in words("cues.commenting") for word in case.inside)
    top = case.tree.top(case.inside)
    asked = top is not None and case.tree.lemma(top) in words("speakers.requests")
    return asked and case.has(case.verb, "modality.negations.clause", "advmod")


def is_figure_of_speech(case: AttributionCase) -> bool:
    """Whether it is only said that something tells much: "their smiles said a lot", "which is to say"."""
    verb, tree = case.verb, case.tree
    infinitive = is_infinitive(tree, verb)
    if (infinitive or _is_thing(case)) and _is_much(case, verb):
        return True
    if not infinitive or not tree.children(verb, "cop", "aux"):
        return False
    return any(tree.lemma(subject) in words("grammar.facts") for subject in tree.children(verb, *SUBJECTS))


def _is_much(case: AttributionCase, verb: int) -> bool:
    """Whether what is said is only a word for how much that tells: "said a lot"."""
    tree, much = case.tree, words("cues.telling-much")
    if 0 < len(case.inside) <= _MUCH_WORDS and tree.lemma(case.inside[-1]) in much:
        return True
    return any(tree.lemma(word) in much for word in tree.children(verb, "obj") if word not in case.inside)


def _is_thing(case: AttributionCase) -> bool:
    """Whether the source is a noun that is not one for people: "their smiles"."""
    top = top_at(case.tree, case.draft.source)
    return (
        top is not None and case.tree.tokens[top].upos == "NOUN" and case.tree.lemma(top) not in words("nouns.people")
    )
