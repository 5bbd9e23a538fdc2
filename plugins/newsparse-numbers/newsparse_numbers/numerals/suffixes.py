"""What is beside a letter behind digits, and says whether it multiplies them: "20 m euros", "Vitamin 12B"."""

from __future__ import annotations

from newsparse_numbers.lexicon import endings, people, table, words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import Gap, Stream

_WATER_WORDS = 7
"""How many words before a height the water that has it may be."""
_PARTING = frozenset(".;:!?")


def counts_money(stream: Stream, letter: int) -> bool:
    """Whether a currency follows a letter behind digits, which then multiplies them: "20 m euros"."""
    currency = phrases("money.words").starting(stream, letter + 1)
    return currency is not None and currency[0] not in words("money.scaled_words")


def counts_many(stream: Stream, letter: int) -> bool:
    """Whether people, or what is counted by the million, follow a letter apart from its digits: "5 m people"."""
    counted = stream[letter + 1]
    if counted.gap != Gap.BLANK or not counted.plain:
        return False
    person = counted.lower.endswith(endings("names.plural_endings")) and counted.lower[:-1] in people()
    return person or counted.lower in words("names.plurals", "numerals.by_the_million")


def is_of_water(stream: Stream, first: int) -> bool:
    """Whether water or a jump is measured near digits: "the river rose to 5.1m", "2.31m to win the high jump"."""
    jumps = phrases("numerals.jumps")
    if any(jumps.starting(stream, first + place) is not None for place in range(_WATER_WORDS)):
        return True
    for index in range(first - 1, first - 1 - _WATER_WORDS, -1):
        if stream[index + 1].gap >= Gap.LINE or stream[index].text in _PARTING:
            return False
        if phrases("numerals.of_water").ending(stream, index) or jumps.ending(stream, index):
            return True
    return False


def is_race(stream: Stream, letter: int) -> bool:
    """Whether "k" behind digits is for kilometres, as words for a race around it say: "ran a 5k", "the 10k race"."""
    first = letter - 1
    if stream[letter].text not in words("numerals.kilometres") or not stream[letter].glued:
        return False
    if stream[first].text not in table("numerals.long_races"):
        return False
    if phrases("numerals.of_races").starting(stream, letter + 1) is not None:
        return True
    article = stream[first - 1].lower in words("bounds.articles", "claims.place_articles")
    behind = stream[letter + 1]
    closed = behind.kind != "word" or behind.lower in words("names.stops")
    return closed and stream[first - 1 - article].lower in words("numerals.before_long_race")


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
