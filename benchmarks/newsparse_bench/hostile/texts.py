"""Hostile texts from a seed: odd characters, broken marks, phrases of word lists, and articles that were damaged."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import resources

Maker = Callable[[random.Random, "Material"], str]

MARKS = "“”‘’\"'«»„‚()[]—–-…·•*"
STEERING = "\x00\x07\x08\x0b\x0c\x1b\x7f\x85\x9b\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff"
BLANKS = (" ", "  ", "\n", "\n\n", "\t", "\r\n", "\u00a0", "\u2003", "")
PLANES = ((0x20, 0x7F), (0xA0, 0x250), (0x300, 0x370), (0x370, 0x700), (0x900, 0xE00), (0x3000, 0xA000))
ODD_PLANES = ((0xD800, 0xDC00), (0xE000, 0xE100), (0x1F300, 0x1FB00), (0xE0000, 0xE0080), (0x10FF00, 0x10FFFF))
_BLANK, _BLANKS = re.compile(r"\s"), re.compile(r"(\s+)")
_BETWEEN = [re.compile(source) for source in (r"(?<=[.!?])\s", r"\s", r"\b")]
FIGURES = ("1,", "0.", "½", "$", "€ 10", "5%", "-3", "1e9", "10–12", "2,5", "1/2", "7th", "£5m", "3.5 million", "12:30")
TAGS = ("<b>", "</p>", "&amp;", "<script>", "{{ x }}", "[1]", "http://a.example/?b=1&c", "a@b.example", "#tag", "@name")


class Material:
    """What texts are made of: articles, and the phrases of word lists of ``packages``."""

    def __init__(self, articles: Sequence[str], packages: Sequence[str]) -> None:
        self.articles = articles
        self.phrases = sorted({phrase for package in packages for phrase in phrases(package)})


def phrases(package: str) -> Iterator[str]:
    """All words and phrases in the English word lists of a package."""
    place = resources.files(package).joinpath("data", "en")
    for item in place.iterdir() if place.is_dir() else ():
        yield from strings(json.loads(item.read_text("utf-8")))


def strings(value: object) -> Iterator[str]:
    """All strings in what a JSON text says, with the names of fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield key
            yield from strings(item)
    elif isinstance(value, Sequence):
        for item in value:
            yield from strings(item)


def characters(draw: random.Random, _: Material) -> str:
    """Characters of one plane of Unicode, or of all."""
    planes = draw.choice([[draw.choice(PLANES + ODD_PLANES)], [*PLANES, *ODD_PLANES]])
    return "".join(chr(draw.randint(*draw.choice(planes))) for _ in range(draw.randint(1, 200)))


def marks(draw: random.Random, material: Material) -> str:
    """Quotation marks, brackets and dashes that do not pair, between words."""
    return _joined(draw, [draw.choice(MARKS) * draw.randint(1, 3), _word(draw, material)], 60)


def figures(draw: random.Random, material: Material) -> str:
    """Figures and pieces of figures among words of the lists."""
    return _joined(draw, [draw.choice(FIGURES), draw.choice(material.phrases), str(draw.randint(0, 10**9))], 40)


def listed(draw: random.Random, material: Material) -> str:
    """Phrases of the word lists, with any blanks inside and between them."""
    words = [draw.choice(material.phrases) for _ in range(draw.randint(2, 14))]
    return "".join(word.replace(" ", draw.choice(BLANKS[:-1])) + draw.choice(BLANKS) for word in words)


def markup(draw: random.Random, material: Material) -> str:
    """Markup, templates, addresses and characters that steer."""
    return _joined(draw, [draw.choice(TAGS), draw.choice(STEERING), _word(draw, material)], 50)


def repeated(draw: random.Random, material: Material) -> str:
    """A few characters or words, many times."""
    unit: str = draw.choice([*MARKS, *FIGURES, *TAGS, _word(draw, material), "a-", "“a "])
    return (unit + draw.choice(BLANKS)) * draw.randint(1, 300)


def cut(draw: random.Random, material: Material) -> str:
    """The beginning of an article."""
    article = draw.choice(material.articles)
    return article[: draw.randint(1, len(article))][-2000:]


def damaged(draw: random.Random, material: Material) -> str:
    """A part of an article with characters lost, added or changed."""
    letters = list(_part(draw, material))
    for _ in range(draw.randint(1, 20)):
        at = draw.randrange(len(letters))
        old = letters[at]
        letters[at] = draw.choice(["", old.swapcase(), old * 3, draw.choice(MARKS), draw.choice(STEERING)])
    return "".join(letters)


def shuffled(draw: random.Random, material: Material) -> str:
    """The words, or the sentences, of a part of an article in another order."""
    pieces = draw.choice(_BETWEEN).split(_part(draw, material))
    draw.shuffle(pieces)
    return draw.choice(BLANKS).join(pieces)


def spaced(draw: random.Random, material: Material) -> str:
    """A part of an article with other blanks, or in capitals, or without blanks."""
    pieces = _BLANKS.split(_part(draw, material))
    text = "".join(
        draw.choice([piece, piece, draw.choice(BLANKS)]) if i % 2 else piece for i, piece in enumerate(pieces)
    )
    return draw.choice([text, text.upper(), text.lower(), _BLANK.sub("", text)])


MAKERS: tuple[Maker, ...] = (
    *(characters, marks, figures, listed, markup, repeated),
    *(cut, damaged, shuffled, spaced),
)


def hostile(material: Material, count: int, seed: int) -> Iterator[str]:
    """So many texts; the same seed and material give the same ones."""
    for number in range(count):
        draw = random.Random(f"{seed}-{number}")
        yield MAKERS[number % len(MAKERS)](draw, material)


def _part(draw: random.Random, material: Material) -> str:
    article = draw.choice(material.articles)
    begin = draw.randrange(len(article))
    return article[begin : begin + draw.randint(1, 1500)]


def _word(draw: random.Random, material: Material) -> str:
    return draw.choice(_part(draw, material).split() or ["a"])


def _joined(draw: random.Random, choices: Sequence[str], most: int) -> str:
    return "".join(draw.choice(choices) + draw.choice(BLANKS) for _ in range(draw.randint(1, most)))
