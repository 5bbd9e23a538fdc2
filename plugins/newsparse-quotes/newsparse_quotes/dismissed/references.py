"""When the content is only what is spoken of, shown or referred to, and nothing is said of it."""

from __future__ import annotations

from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.grammar import CLAUSES, RELATIVE, SUBJECTS
from newsparse_quotes.lexicon import words


def is_reference(case: AttributionCase) -> bool:
    """Whether the content is somebody, or a document, that the subject refers to: "citing two people"."""
    if case.is_seen_as:
        return False
    top = _described(case) or case.tree.top(case.inside)
    if top is None or case.tree.tokens[top].upos not in {"NOUN", "PROPN"}:
        return False
    noun, clauses = case.tree.lemma(top), case.tree.children(top, "acl", "ccomp")
    if any(case.has(clause, "grammar.that", "mark") for clause in clauses):
        return False
    return noun in words("nouns.people", "speakers.documents", "speakers.nameless")


def _described(case: AttributionCase) -> int | None:
    """The noun in the cue that a relative clause in the content is about: "quoted a report (that said it sank)"."""
    tree = case.tree
    for word in case.inside:
        verb = tree.head(word) if tree.tokens[word].xpos in RELATIVE and tree.relation(word) in SUBJECTS else None
        noun = tree.head(verb) if verb is not None and tree.relation(verb) in CLAUSES else None
        if noun is not None and noun < case.inside[0]:
            return noun
    return None


def is_pointing(case: AttributionCase) -> bool:
    """Whether a pronoun only points to what is said elsewhere: "said this in a statement"."""
    first = case.inside[0]
    points = case.tree.tokens[first].text.lower() in words("grammar.facts") and case.tree.relation(first) == "obj"
    return points and case.tree.head(first) == case.verb


def is_posted(case: AttributionCase) -> bool:
    """Whether what is posted is a picture or another text, or no clause: "tweeted a photo", "posted a cache"."""
    top = case.tree.top(case.inside)
    if top is not None and case.tree.lemma(top) in words("cues.posted"):
        return True
    return all(case.tree.tokens[word].upos not in {"VERB", "AUX"} for word in case.inside)


def is_topic(case: AttributionCase) -> bool:
    """Whether somebody only speaks of or is asked about a person or thing: "asked about the sale", "mentioning her"."""
    last = case.tree.lemma(case.tree.index.overlapping(case.cue)[-1])
    if last not in words("cues.topics") and case.lemma not in words("cues.mentioning"):
        return False
    first = case.tree.lemma(case.inside[0])
    clause = first in words("grammar.interrogatives") or first in words("grammar.that")
    top = case.tree.top(case.inside)
    return not clause and top is not None and case.tree.tokens[top].upos in {"NOUN", "PROPN", "PRON"}
