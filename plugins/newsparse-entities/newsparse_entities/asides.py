"""Frames between commas, whose subject says who speaks of a name and not who that is: "X, the mayor said, is ill"."""

from __future__ import annotations

from newsparse_entities.lexicon import listed
from newsparse_entities.phrases import lemma
from newsparse_entities.reading import Reading

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TO = "TO"
_MOST_WORDS = 12
"""Words between the verb of a frame and its comma, at most."""


def speaks_between(reading: Reading, first: int, verb: int) -> bool:
    """Whether the words from ``first`` to ``verb`` say who speaks of the name before them, of which more is said.

    So it is in "X, the mayor told reporters, is ill", but not in "X, the mayor, told reporters" or "X, the man said to
    be ill, is old".
    """
    if reading.word(first - 1) != "," or not _is_speech(reading, verb):
        return False
    sentence = reading.sentence_of_word(verb)
    for at in range(verb + 1, min(verb + 1 + _MOST_WORDS, len(reading.tokens) - 1)):
        if reading.sentence_of_word(at) != sentence:
            return False
        if reading.word(at) == ",":
            return reading.tokens[at + 1].xpos in _FINITE
    return False


def _is_speech(reading: Reading, verb: int) -> bool:
    """Whether a word is a finite verb of speech with nothing after it that makes it a participle: "said (to) be"."""
    if verb >= len(reading.tokens) or reading.tokens[verb].xpos not in _FINITE:
        return False
    after = reading.tokens[verb + 1].xpos if verb + 1 < len(reading.tokens) else None
    return lemma(reading.tokens[verb]) in listed("speech.verbs.personal", "speech.verbs.telling") and after != _TO
