"""When something is done and nothing said: deeds, rulings, what is withheld or called back."""

from __future__ import annotations

from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.lexicon import LISTS, words
from newsparse_quotes.sources.passive import is_passive


def is_deed(case: AttributionCase) -> bool:
    """Whether the content is a person or thing to which something is done, or what is done: "continued to sell"."""
    if case.lemma in words("cues.doing"):
        return case.tree.lemma(case.inside[0]) in words("grammar.to")
    if case.is_seen_as:
        return False
    top = case.tree.top(case.inside)
    return top is not None and case.tree.tokens[top].upos not in {"VERB", "AUX"}


def is_withheld(case: AttributionCase) -> bool:
    """Whether somebody is not given something: "was denied entry", "have been refused a permit"."""
    return is_passive(case.tree, case.verb) and bool(case.tree.children(case.verb, "obj"))


def is_phrasal(case: AttributionCase) -> bool:
    """Whether a particle makes a deed of the verb: "called off"."""
    particles = LISTS.groups("cues.phrasal")[case.lemma]
    return any(case.tree.lemma(child) in particles for child in case.tree.children(case.verb, "compound:prt"))


def is_ruling(case: AttributionCase) -> bool:
    """Whether a court or body decides on what is put to it: "dismissed a petition", "rejected the appeal"."""
    top = case.tree.top(case.inside)
    return top is not None and case.tree.lemma(top) in words("speakers.pleas")


def is_recall(case: AttributionCase) -> bool:
    """Whether goods or people are called back, and nothing is remembered: "recalled 3,000 cars", "its envoy"."""
    top = case.tree.top(case.inside)
    if top is None or case.tree.relation(top) not in {"obj", "nsubj:pass"}:
        return False
    if case.tree.lemma(top) in words("cues.recalled"):
        return True
    if case.tree.tokens[top].upos == "NOUN" and case.tree.lemma(top) not in words("nouns.people"):
        return bool(case.tree.children(top, "nummod")) and not case.tree.children(top, "acl", "acl:relcl", "ccomp")
    return _is_moved(case, top)


def _is_moved(case: AttributionCase, person: int) -> bool:
    """Whether it says where somebody comes or goes: "recalled her to the squad", "him from his loan"."""
    verb = case.tree.head(person)
    places = case.tree.children(verb, "obl") if verb is not None else ()
    return any(case.tree.case(place) in words("grammar.moving") for place in places)
