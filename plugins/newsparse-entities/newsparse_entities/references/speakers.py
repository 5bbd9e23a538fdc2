"""Whose words are in quotation marks: the token of each quote's speaker, for "I" and for what "he" cannot mean."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse.model import Span
from newsparse_entities.lexicon import listed
from newsparse_entities.phrases import lemma
from newsparse_entities.reading import Reading

_PAST = "ed"
_REACH_WORDS = 14
"""How many words away from a quote its speech verb may be."""


def speaker_tokens(reading: Reading, mentions: Iterable[int]) -> dict[int, int]:
    """A dict from the number of each quote to the head token of its speaker; ``mentions`` are the head tokens of all.

    The backend's attributions come first, then the subject of a speech verb beside the quote; a quote without a frame
    has the speaker of the one before it in its paragraph.
    """
    heads = set(mentions)
    found = _attributed(reading, heads)
    for number in range(len(reading.quoted)):
        if number not in found:
            token = _framed(reading, number, heads)
            if token is None and number and _goes_on(reading, number):
                token = found.get(number - 1)
            if token is not None:
                found[number] = token
    return found


def _attributed(reading: Reading, heads: set[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for item in reading.attributions:
        numbers = {reading.quote_at(span.start + 1) for span in item.content if len(span) > 1} - {None}
        source = [index for span in item.source for index in reading.starting_in(span) if index in heads]
        for number in numbers if source else ():
            found.setdefault(number or 0, source[0])
    return found


def _framed(reading: Reading, number: int, heads: set[int]) -> int | None:
    """The subject of the nearest speech verb after the quote, else before it, in the quote's own sentences."""
    quote = reading.quoted[number]
    inside = reading.starting_in(quote)
    after = _frame(reading, inside.stop, quote, 1)
    before = _frame(reading, inside.start - 1, quote, -1)
    for verb in (*after, *before):
        subject = reading.tree.subject(verb)
        if subject in heads:
            return subject
        near = [index for index in (verb + 1, verb - 1, verb + 2, verb - 2) if index in heads]
        if subject is None and near:
            return near[0]
    return None


def _frame(reading: Reading, index: int, quote: Span, step: int) -> list[int]:
    """Speech verbs from ``index`` on, outside quotes, in the sentence that the quote ends or begins in."""
    stop = min(max(index + step * _REACH_WORDS, -1), len(reading.tokens))
    verbs = [at for at in range(index, stop, step) if _is_speech_verb(reading, at)]
    if not verbs:
        return []
    sentence = reading.sentence_at(quote.end - 2 if step > 0 else quote.start)
    for at in range(index, verbs[-1] + step, step):
        start = reading.tokens[at].span.start
        if reading.sentence_at(start) != sentence or reading.quote_at(start) is not None:
            return [verb for verb in verbs if (at - verb) * step > 0]
    return verbs


def _is_speech_verb(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return token.upos in (None, "VERB") and _is_speech(lemma(token), reading.lower[index])


def _is_speech(base: str, word: str) -> bool:
    verbs = listed("speech.verbs.personal")
    return (
        base in verbs or word in listed("speech.past_forms") or word.removesuffix(_PAST) in verbs or word[:-1] in verbs
    )


def _goes_on(reading: Reading, number: int) -> bool:
    """Whether a quote is in the same line as the one before it."""
    return "\n" not in reading.text[reading.quoted[number - 1].end : reading.quoted[number].start]
