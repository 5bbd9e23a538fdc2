"""Whether pounds are money or a weight: "an 800-pound fine", "a 12-pound cod"."""

from __future__ import annotations

from newsparse_numbers.lexicon import people, words
from newsparse_numbers.numerals.lexing import Numeral
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import HYPHENS, Stream

_PAID_WORDS = 6
"""How many words before pounds may say that they are paid."""


def are_paid(stream: Stream, numeral: Numeral) -> bool:
    """Whether pounds are money in any text: they are very many, or words around them say that they are paid."""
    unit = stream.at(numeral.end)
    unit += numeral.form == "vague" and stream[unit].lower in words("claims.of")  # "hundreds of pounds of fish"
    while stream[unit].text in HYPHENS:
        unit += 1
    if stream[unit + 1].lower in words("claims.of"):
        return False  # "2 million pounds of fish"
    joined = stream[unit - 1].text in HYPHENS
    return numeral.scaled or _names_payment(stream, unit + 1) or (not joined and _are_spent(stream, numeral))


def _names_payment(stream: Stream, index: int) -> bool:
    """Whether what pounds modify is paid: "an 800-pound fine", "a 60-pound train ticket"; not "a 12-pound cod"."""
    kind = phrases("money.kinds_of_payment").starting(stream, index)
    found = phrases("money.payments").starting(stream, kind[1] if kind else index)
    if found is None or stream[found[1]].glued_word:
        return False
    return stream[found[1]].lower not in people()  # "a 300-pound ticket collector"


def _are_spent(stream: Stream, numeral: Numeral) -> bool:
    """Whether words for money are before the numeral, and no nearer ones for weights: "a fine of 800 pounds"."""
    at = stream.at(numeral.start)
    cues = [
        word for word in stream.lowers(at - _PAID_WORDS, at) if word in words("money.paying") | words("money.weighing")
    ]
    return bool(cues) and cues[-1] in words("money.paying")
