"""Laws that only have an effect, and posts of pictures or of other people's words."""

from __future__ import annotations

from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.dismissed.finding import source_is
from newsparse_quotes.lexicon import words


def is_legal_effect(case: AttributionCase) -> bool:
    """Whether a law or rule obliges somebody to something: "the law requires that sailors have a licence"."""
    return source_is(case, "speakers.laws")


def is_posted(case: AttributionCase) -> bool:
    """Whether what is posted is a picture or another text: "tweeted a photo", "retweeted a quote"."""
    top = case.tree.top(case.inside)
    return top is not None and case.tree.lemma(top) in words("cues.posted")
