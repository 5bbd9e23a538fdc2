"""Laws that only have an effect, and posts of pictures or of other people's words."""

from __future__ import annotations

from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.dismissed.finding import source_is
from newsparse_quotes.lexicon import words


def is_legal_effect(case: AttributionCase) -> bool:
    """Whether a law or rule obliges somebody to something: "the law requires that sailors have a licence"."""
    return source_is(case, "speakers.laws")


def is_posted(case: AttributionCase) -> bool:
    """Whether what is posted is a picture or another text, or no clause: "tweeted a photo", "posted a cache"."""
    top = case.tree.top(case.inside)
    if top is not None and case.tree.lemma(top) in words("cues.posted"):
        return True
    return all(case.tree.tokens[word].upos not in {"VERB", "AUX"} for word in case.inside)


def is_topic(case: AttributionCase) -> bool:
    """Whether somebody only speaks of or is asked about a person or thing: "asked about the sale", "mentioning her"."""
    if case.verb is None or case.draft.cue is None:
        return False
    last = case.tree.lemma(case.tree.index.overlapping(case.draft.cue)[-1])
    if last not in words("cues.topics") and case.lemma not in words("cues.mentioning"):
        return False
    first = case.tree.lemma(case.inside[0])
    clause = first in words("grammar.interrogatives") or first in words("grammar.that")
    top = case.tree.top(case.inside)
    return not clause and top is not None and case.tree.tokens[top].upos in {"NOUN", "PROPN", "PRON"}
