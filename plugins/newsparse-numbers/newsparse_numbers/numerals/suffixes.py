"""What is beside a letter behind digits, and says whether it multiplies them: "20 m euros", "Vitamin 12B"."""

from __future__ import annotations

from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import Gap, Stream


def counts_money(stream: Stream, letter: int) -> bool:
    """Whether a currency follows a letter behind digits, which then multiplies them: "20 m euros"."""
    currency = phrases("money.words").starting(stream, letter + 1)
    return currency is not None and currency[0] not in words("money.scaled_words")


def after_hours(stream: Stream, index: int) -> bool:
    """Whether a figure of hours is right before ``index``: "1h 45m"."""
    before = stream[index - 1]
    return (
        before.lower in words("numerals.hours")
        and stream[index - 2].kind == "number"
        and stream[index].gap <= Gap.BLANK
    )


def after_name(stream: Stream, first: int) -> bool:
    """Whether a capitalised word is right before: "Vitamin 12B"."""
    word = stream[first - 1]
    return word.capital and len(word.text) > 1 and stream[first].gap == Gap.BLANK
