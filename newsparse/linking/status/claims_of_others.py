"""Quotes that spell out what somebody else said: "rejected **Brook's theory that it leaked**"."""

from __future__ import annotations

from newsparse.linking.status.reading import Reading, folded
from newsparse.model import Quote

_DENIED = "denied"


def claim_of_another(reading: Reading, quote: Quote) -> int | None:
    """The noun for a claim that a quote spells out, where that is somebody else's than the speaker's; None if not."""
    noun = _noun_within(reading, quote)
    disputed = noun is not None and is_disputing(reading, quote)
    if noun is None:
        noun = _noun_before(reading, quote)
    if noun is None:
        return None
    owner = reading.owner(noun)
    names = folded(reading.named(owner)) if owner is not None else frozenset[str]()
    own = names & reading.names_of(quote.speaker)
    return noun if disputed or (names and not own and not _is_pronoun(reading, owner)) else None


def names_of_another(reading: Reading, noun: int) -> tuple[str, ...]:
    """The names of whoever made the claim that a noun means; none where it only says "his"."""
    owner = reading.owner(noun)
    return () if owner is None or _is_pronoun(reading, owner) else tuple(reading.named(owner))


def _is_pronoun(reading: Reading, word: int | None) -> bool:
    """Whether it is a pronoun of which nobody knows whom it means."""
    if word is None or reading.index.tokens[word].upos != "PRON":
        return False
    mention = reading.mentions.get(word)
    return mention is None or mention.entity is None


def _noun_within(reading: Reading, quote: Quote) -> int | None:
    """The noun of a quote that is only that, with the clause that spells it out."""
    if reading.is_clause(quote):
        return None
    words = [word for span in quote.fragments for word in reading.index.overlapping(span)]
    marks = [word for word in words if reading.tree.relation(word) == "mark" and word != words[0]]
    nouns = reading.lexicon.words("across.references.words")
    return next((word for word in words if marks and word < marks[-1] and reading.tree.lemma(word) in nouns), None)


def _noun_before(reading: Reading, quote: Quote) -> int | None:
    """The noun that is itself the cue of a quote: "his **claim** that it leaked"."""
    words = reading.index.overlapping(quote.cue.span) if quote.cue else ()
    nouns = reading.lexicon.words("across.references.words")
    return next((word for word in words if reading.tree.is_noun(word) and reading.tree.lemma(word) in nouns), None)


def is_disputing(reading: Reading, quote: Quote) -> bool:
    """Whether whoever is quoted disputes it: by the verb of the cue, with its object or without."""
    if quote.act == _DENIED:
        return True
    words = reading.index.overlapping(quote.cue.span) if quote.cue else ()
    disputing = reading.lexicon.words("across.answers.disputes")
    return any(not disputing.isdisjoint(reading.lemmas(word)) for word in words)
