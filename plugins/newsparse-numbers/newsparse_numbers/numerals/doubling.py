"""Whether doubling is serving as something else: "the hall doubled as a school"."""

from __future__ import annotations

from newsparse_numbers.lexicon import endings, is_past, people, words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import Gap, Stream, Word

_MOST_WORDS = 3
"""How many words what something also is may have."""
_CLAUSE_WORDS = 12


def serves(stream: Stream, at: int) -> bool:
    """Whether "as" at a word leads to what something also is; not to a reason or a clause: "doubled as a war began"."""
    if stream[at].lower not in words("claims.as"):
        return False
    if phrases("numerals.reasons").starting(stream, at):
        return False
    if stream[at + 1].lower in words("numerals.serving"):
        end = _phrase_end(stream, at + 2)
        return end is not None and not _happens(stream, end)
    role = stream[at + 1].lower in people() and _ends(stream[at + 2]) and not stream[at + 2].capital
    return role and not _happens(stream, at + 2)


def _phrase_end(stream: Stream, begin: int) -> int | None:
    """The index behind a noun phrase in the singular that begins at a word, where it is short and no verb is in it."""
    end = begin
    while end < begin + _MOST_WORDS and not _ends(stream[end]):
        if is_past(stream[end].lower):
            return None
        end = stream.compound(end)
    last = stream[end - 1].lower
    plural = last.endswith(endings("names.plural_endings")) and not last.endswith(endings("names.singular_endings"))
    return end if end > begin and _ends(stream[end]) and not plural else None


def _happens(stream: Stream, begin: int) -> bool:
    """Whether a verb follows in the clause, so that "as" is a conjunction: "doubled as a war in the south began"."""
    for word in stream.between(begin, begin + _CLAUSE_WORDS):
        if word.kind != "word" or word.gap > Gap.BLANK or word.lower in words("numerals.serving_ends"):
            return False
        if is_past(word.lower):
            return True
    return False


def _ends(word: Word) -> bool:
    """Whether a word cannot belong to a noun phrase."""
    return not word.plain or word.gap > Gap.BLANK or word.lower in words("names.stops")
