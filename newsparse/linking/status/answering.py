"""Who answers a claim: the speaker of the words, or whoever they say does."""

from __future__ import annotations

from newsparse.linking.status.antecedents import meant
from newsparse.linking.status.reading import Reading, folded
from newsparse.linking.status.triggers import Reply
from newsparse.model import Quote, Speaker


def answering(reading: Reading, word: int, reply: Reply) -> tuple[str, frozenset[str], Quote | None]:
    """Who answers, by all names, and the quote that the answer is in or leads to."""
    cued, around = reading.cued_by(word), reading.quote_at(word)
    own = cued or (None if _is_cued_by(reading, around, reply.about) else around)
    speaker = own.speaker if own is not None else None
    if speaker is not None and (cued or reply.by is None or _means_speaker(reading, reply.by, own)):
        return *_named(reading, speaker), own
    if reply.by is None:
        return "", frozenset(), own
    if reading.index.words.lower[reply.by] in reading.lexicon.words("across.definite"):
        return "", frozenset(), own
    names = list(reading.named(meant(reading, reply.by)))
    return names[0], folded(names), own


def _means_speaker(reading: Reading, word: int, quote: Quote | None) -> bool:
    """Whether a pronoun in a quote means its speaker: "I", or "he" where the words are not the speaker's own."""
    lower = reading.index.words.lower[word]
    if lower in reading.lexicon.words("grammar.pronouns.speaker"):
        return True
    return quote is not None and quote.form == "indirect" and lower in reading.lexicon.words("across.speakers")


def _named(reading: Reading, speaker: Speaker) -> tuple[str, frozenset[str]]:
    """The name of a speaker, and all names; of "they", of whom nothing is known, those of the sentence before."""
    words = reading.index.overlapping(speaker.mention.span) if speaker.mention and not speaker.entity else range(0)
    other = meant(reading, words[0]) if len(words) == 1 else None
    if other is None or other in words:
        return speaker.name, reading.names_of(speaker)
    names = list(reading.named(other))
    return names[0], folded(names)


def _is_cued_by(reading: Reading, quote: Quote | None, noun: int | None) -> bool:
    """Whether the noun that a reply is about leads to a quote, which is then not that of whoever replies."""
    if quote is None or quote.cue is None or noun is None:
        return False
    return quote.cue.span.overlaps(reading.index.tokens[noun].span)
