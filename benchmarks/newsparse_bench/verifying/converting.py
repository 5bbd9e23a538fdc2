"""Figures written another way: each figure of an article that can be converted, once rightly and once wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from random import Random

import attrs

from newsparse.model import Document, NumberClaim, Span
from newsparse_bench.verifying.drafts import DISTRACTING, Draft, Planted
from newsparse_bench.verifying.material import Sentence, flat, sentences, words

WAYS = ("share", "multiple", "measure", "digits")
"""How a figure is written another way: a fraction for percent, a rise for a multiple, another unit, and all digits."""
FAR = 0.1
"""How far a wrong conversion is at least from the right one, as a share of it."""
SMALL, THREE_DIGITS = 10, 100
MILLION, BILLION = 10**6, 10**9
_MEASURES = frozenset({"measure", "duration", "age"})
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ENDING = re.compile(r"[.,]| (?:to|in|from|over|since|between)\b")
_PERCENT = re.compile(r"(\d+)(?:%| percent| per cent)")
_AMOUNT = re.compile(r"([$€£]?)(\d+(?:\.\d+)?) (million|billion)")
_DIGITS = re.compile(r"([$€£]?)(\d{1,3}(?:,\d{3}){2,})")


@attrs.frozen
class Converted:
    """What is written in place of a figure: the same, and something else."""

    way: str
    right: str
    wrong: str


def conversions(documents: Iterable[Document], *, seed: str) -> list[Draft]:
    """A draft for each figure that can be converted: its sentence with the figure converted, and converted wrongly.

    The wrong one is planted; the same for the same articles and seed.
    """
    random = Random(seed)
    articles = list(documents)
    return [draft for article in articles for draft in _of_article(article, articles, random)]


def _of_article(article: Document, articles: Sequence[Document], random: Random) -> Iterator[Draft]:
    for sentence in sentences(article):
        for span, claim in sentence.figures:
            if _is_quoted(article, Span(sentence.start + span.start, sentence.start + span.end)):
                continue
            found = converted(sentence, span, claim, random)
            if found is not None:
                others = random.sample([item.id for item in articles if item is not article], DISTRACTING)
                yield _draft(sentence, span, found, (article.id, *others))


def _is_quoted(article: Document, span: Span) -> bool:
    """Whether words are somebody's own, which nobody may write another way."""
    return any(
        piece.overlaps(span) for quote in article.quotes if quote.form != "indirect" for piece in quote.fragments
    )


def _draft(sentence: Sentence, span: Span, found: Converted, sources: tuple[str, ...]) -> Draft:
    before, after = sentence.text[: span.start], sentence.text[span.end :]
    right = flat(f"{before}{found.right}{after}")
    start = len(right) + 2
    place = Span(start + span.start, start + span.start + len(found.wrong))
    text = f"{right}\n\n{before}{found.wrong}{after}"
    planted = Planted(kind=found.way, span=place, sentence=Span(start, len(text)), before=span.cut(sentence.text))
    return Draft(
        id=f"{found.way}-{sentence.article}-{sentence.start + span.start}", text=text, sources=sources, planted=planted
    )


def converted(sentence: Sentence, span: Span, claim: NumberClaim, random: Random) -> Converted | None:
    """A figure in another unit, as another sort of share, or with its millions in digits; None for all others."""
    text, after = span.cut(sentence.text), sentence.text[span.end :]
    kind = claim.quantity.kind
    if kind in ("percent", "fraction") and after.startswith(" of "):
        return _share(text, random)
    if kind == "multiplier" and _alone(sentence.text[: span.start]) and _ENDING.match(after):
        return _multiple(text, random)
    if kind in _MEASURES:
        return _measure(text, random)
    return _amount(text, random) if kind in ("count", "money") else None


def _alone(before: str) -> bool:
    """Whether a verb after these words can be one in the past tense."""
    return not set(before.casefold().split()[-1:]) & {*words()["auxiliaries"], *words()["before_exact"]}


def _share(text: str, random: Random) -> Converted | None:
    """A fraction or a ratio in place of percent, and percent in place of a fraction."""
    shares: dict[str, list[str]] = words()["shares"]
    match = _PERCENT.fullmatch(text)
    percent = match[1] if match else next((key for key, forms in shares.items() if text.casefold() in forms), None)
    if percent is None or percent not in shares:
        return None
    other = random.choice([key for key in shares if abs(int(key) / int(percent) - 1) > FAR])
    if match:
        return Converted("share", random.choice(shares[percent]), random.choice(shares[other]))
    return Converted("share", f"{percent} percent", f"{other} percent")


def _multiple(text: str, random: Random) -> Converted | None:
    """A rise in percent in place of a multiple."""
    rises: dict[str, list[int]] = words()["rises"]
    if text not in rises:
        return None
    right, *wrong = rises[text]
    return Converted("multiple", f"rose {right} percent", f"rose {random.choice(wrong)} percent")


def _measure(text: str, random: Random) -> Converted | None:
    """Another unit, rounded as articles do."""
    number, _, unit = text.partition(" ")
    number = words()["spelled"].get(number.casefold(), number).replace(",", "")
    way = next((way for way in words()["ways"] if unit in way["units"]), None)
    if way is None or not _NUMBER.fullmatch(number) or float(number) > way.get("most", float("inf")):
        return None
    value = float(number) * way["factor"]
    right = _written(value, number, way)
    mistakes = [
        _written(value * by, number, way) for by in random.sample(words()["mistaken"], len(words()["mistaken"]))
    ]
    wrong = next((item for item in mistakes if _apart(item, right)), None)
    if wrong is None or _value(right) <= 1:
        return None
    return Converted("measure", f"{right} {way['to']}", f"{wrong} {way['to']}")


def _written(value: float, number: str, way: dict[str, object]) -> str:
    """A converted value: whole for a whole factor, else to two digits, or three where the source has more than two."""
    if way.get("whole"):
        return f"{round(value):,}"
    if value < SMALL:
        return f"{value:.1f}".removesuffix(".0")
    digits = 3 if len(number.replace(".", "").rstrip("0")) > 2 else 2  # noqa: PLR2004
    return f"{round(float(f'{value:.{digits}g}')):,}"


def _apart(one: str, other: str) -> bool:
    return _value(one) > 1 and abs(_value(one) / _value(other) - 1) > FAR


def _value(text: str) -> float:
    return float(text.replace(",", ""))


def _amount(text: str, random: Random) -> Converted | None:
    """All digits in place of a word for millions, and the other way round; wrong by a factor of ten."""
    by = random.choice((10, 0.1))
    if match := _AMOUNT.fullmatch(text):
        value = float(match[2]) * (MILLION if match[3] == "million" else BILLION)
        return Converted("digits", f"{match[1]}{round(value):,}", f"{match[1]}{round(value * by):,}")
    match = _DIGITS.fullmatch(text)
    if not match or _value(match[2]) % (MILLION / THREE_DIGITS) or _value(match[2]) >= BILLION:
        return None
    value = _value(match[2]) / MILLION
    return Converted("digits", f"{match[1]}{value:g} million", f"{match[1]}{value * by:g} million")
