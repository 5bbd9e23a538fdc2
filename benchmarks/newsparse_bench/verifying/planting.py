"""The eight kinds of alterations: each takes material and gives altered words with the place of the alteration."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import TypeVar

import attrs

from newsparse.model import Quantity, Span
from newsparse_bench.verifying.material import Said, Sentence, words

KINDS = ("altered", "speaker", "absent-quote", "value", "unit", "bound", "date", "absent-figure")
"""What is planted: other words, another speaker, words nobody said, and figures that are wrong or nowhere."""

Item = TypeVar("Item")

CONTENT_LETTERS = 6
NEAR_YEARS = (1, 2, 3)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_INNER_WORD = re.compile(r" [a-z]{4,}(?= [a-z])")
SMALL_WORD = re.compile(r"\b[a-z]+\b")
_WORD = re.compile(r"[\w']+")


@functools.lru_cache(maxsize=1024)
def _pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern made of listed words, once."""
    return re.compile(source, flags)


@attrs.frozen
class Change:
    """The sentence after an alteration, and where in it the alteration is; ``before`` is what was there."""

    text: str
    span: Span
    before: str


def _replaced(text: str, start: int, end: int, new: str) -> Change:
    """The text with the words replaced; where nothing takes their place, the place is the word before."""
    changed = text[:start] + new + text[end:]
    span = Span(start, start + len(new)) if new.strip() else Span(max(0, start - 1), max(1, start))
    return Change(changed, span, text[start:end])


def altered_words(said: Said, others: Sequence[str], random: Random) -> Change | None:
    """Words of a quotation swapped, negated or replaced by a word of another article, or left out without a sign."""
    ways = [_swapped, _negated, _left_out, _other_word]
    random.shuffle(ways)
    found = (way(said.words, others, random) for way in ways)
    return next((item for item in found if item is not None and item.text != said.words), None)


def _swapped(text: str, _others: Sequence[str], random: Random) -> Change | None:
    pairs = list(words()["swaps"]) + [pair[::-1] for pair in words()["swaps"]]
    random.shuffle(pairs)
    for old, new in pairs:
        match = _pattern(rf"\b{old}\b").search(text)
        if match and match.start():
            return _replaced(text, match.start(), match.end(), new)
    return None


def _negated(text: str, _others: Sequence[str], _random: Random) -> Change | None:
    gone = _pattern(rf" {words()['negation']}\b").search(text)
    if gone:
        return _replaced(text, gone.start(), gone.end(), "")
    match = _pattern(rf"\b(?:{'|'.join(words()['negated'])})\b(?! {words()['negation']})").search(text)
    return _replaced(text, match.end(), match.end(), f" {words()['negation']}") if match and match.start() else None


def _left_out(text: str, _others: Sequence[str], random: Random) -> Change | None:
    inner = list(_INNER_WORD.finditer(text))[1:]
    match = random.choice(inner) if inner else None
    return _replaced(text, match.start(), match.end(), "") if match else None


def _other_word(text: str, others: Sequence[str], random: Random) -> Change | None:
    inner = [match for match in SMALL_WORD.finditer(text) if len(match[0]) >= CONTENT_LETTERS]
    if not inner or not others:
        return None
    match = random.choice(inner)
    return _replaced(text, match.start(), match.end(), random.choice(others))


def changed_value(sentence: Sentence, article: str, random: Random) -> Change | None:
    """Another numeral in place of that of a labelled figure; one that the article does not have."""
    for span, _ in _shuffled(sentence.figures, random):
        text = span.cut(sentence.text)
        for start, end, new in _other_numerals(text, random):
            if not _pattern(rf"(?<![\w.,]){re.escape(new)}(?![\w,]|\.\d)", re.IGNORECASE).search(article):
                return _replaced(sentence.text, span.start + start, span.start + end, new)
    return None


def _other_numerals(text: str, random: Random) -> Iterator[tuple[int, int, str]]:
    match = _DIGITS.search(text)
    if match:
        first = int(match[0][0])
        digits = [str(d) for d in range(1, 10) if d != first]
        random.shuffle(digits)
        for digit in digits:
            yield match.start(), match.end(), digit + match[0][1:]
        return
    for old, new in words()["amounts"]:
        found = _pattern(rf"\b{old}\b", re.IGNORECASE).search(text)
        if found:
            yield found.start(), found.end(), new
    numerals = list(words()["numerals"])
    random.shuffle(numerals)
    found = _pattern(rf"\b(?:{'|'.join(numerals)})\b").search(text)
    for new in numerals if found else ():
        if found and new != found[0]:
            yield found.start(), found.end(), new


def changed_unit(sentence: Sentence, _article: str, random: Random) -> Change | None:
    """Another unit or currency in a labelled figure."""
    for span, _ in _shuffled(sentence.figures, random):
        text = span.cut(sentence.text)
        for old, new in words()["units"]:
            pattern = rf"(?<![A-Za-z]){re.escape(old)}(?!\w)" if old[0].isalpha() else re.escape(old)
            match = _pattern(pattern).search(text)
            if match:
                return _replaced(sentence.text, span.start + match.start(), span.start + match.end(), new)
    return None


def changed_bound(sentence: Sentence, _article: str, random: Random) -> Change | None:
    """A bound turned round, or one added to an exact figure."""
    for span, claim in _shuffled(sentence.figures, random):
        before = sentence.text[: span.start]
        for old, new in words()["bounds"]:
            match = _pattern(rf"\b{old} $").search(before)
            if match:
                return _replaced(sentence.text, match.start(), match.end() - 1, new)
        if _is_exact(claim.quantity) and _is_after_plain_words(before) and span.cut(sentence.text)[0].isdigit():
            return _replaced(sentence.text, span.start, span.start, f"{random.choice(words()['added_bounds'])} ")
    return None


def _is_exact(quantity: Quantity) -> bool:
    """Whether a figure is an exact value of a kind that can have a bound."""
    if quantity.bound or quantity.exactness != "exact" or quantity.value is None:
        return False
    return quantity.kind in ("count", "money", "percent", "measure", "duration")


def _is_after_plain_words(before: str) -> bool:
    """Whether a bound can follow the words before a figure: no sign belongs to it, and no word needs it exact."""
    last = (_WORD.findall(before.lower()) or [""])[-1]
    signed = not before.endswith(" ") or before.rstrip().endswith(("-", "(", "$"))
    return not signed and last not in words()["before_exact"]


def changed_date(sentence: Sentence, article: str, random: Random) -> Change | None:
    """Another weekday, month or year in a sentence with a figure; one that the article does not have."""
    for kind in ("weekdays", "months"):
        match = _pattern(rf"\b(?:{'|'.join(words()[kind])})\b").search(sentence.text)
        free = [word for word in words()[kind] if not _pattern(rf"\b{word}\b").search(article)]
        if match and free and _is_outside_figures(match, sentence):
            return _replaced(sentence.text, match.start(), match.end(), random.choice(free))
    for match in _YEAR.finditer(sentence.text):
        new = str(int(match[0]) + random.choice(NEAR_YEARS))
        if new not in article and _is_outside_figures(match, sentence):
            return _replaced(sentence.text, match.start(), match.end(), new)
    return None


def _is_outside_figures(match: re.Match[str], sentence: Sentence) -> bool:
    place = Span(*match.span())
    return not any(span.overlaps(place) for span, _ in sentence.figures)


FIGURE_CHANGES: dict[str, Callable[[Sentence, str, Random], Change | None]] = {
    "value": changed_value,
    "unit": changed_unit,
    "bound": changed_bound,
    "date": changed_date,
}


def _shuffled(items: Sequence[Item], random: Random) -> list[Item]:
    result = list(items)
    random.shuffle(result)
    return result
