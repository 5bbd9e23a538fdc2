"""The rule tokenizer: raw text to syntactic words in the manner of Universal Dependencies, with exact offsets.

The conventions are those of UD English (https://universaldependencies.org/en/): contractions and possessives are words
of one surface token, hyphenated compounds are split except after a prefix, amounts keep their digits together.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from typing import Any

import attrs


@attrs.frozen
class Word:
    """A word at ``start``-``end`` (code points); words of one surface token share ``group``.

    ``gap`` says what stands before it: 0 nothing, 1 blanks, 2 a line end (a new paragraph), also for the first word.
    ``after_blank_line`` is True after two line ends or more, which always part sentences.
    """

    text: str
    start: int
    end: int
    group: int
    gap: int
    after_blank_line: bool = False


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """The word lists of ``tokens.json``: abbreviations, and prefixes that keep their hyphen."""
    return {name: frozenset(words) for name, words in _data().items() if name != "fused"}


@cache
def fused() -> dict[str, list[str]]:
    """Spellings of two words in one, with the two words: "cannot", "gonna", "dont"."""
    pairs: dict[str, list[str]] = _data()["fused"]
    return pairs


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(resources.files(__package__).joinpath("tokens.json").read_text("utf-8"))
    return data


APOSTROPHE = "['\u2019\u02bc\uff07]"
BLANK = re.compile(r"\s+")
LINE_END = re.compile(r"\r\n|[\n\r\u2028\u2029]")
URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"\u201c\u201d]*[^\s<>\"\u201c\u201d.,;:!?)\]'\u2019]"
    r"|(?<!\w)[\w-]+(?:\.[\w-]+)*\.(?i:docx?|xlsx?|pptx?|pdf|txt|html?|zip|exe|jpe?g|png|gif|csv)(?!\w)"
    r"|(?<![\w-])(?:\d{3}-)?\d{3}-\d{4}(?![\w-])"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.])(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|int|info|co\.uk|co|io|tv|us|uk|de|cn|eu)\b(?:/[^\s<>\"\u201c\u201d]*[\w/])?"
)
PIECE = re.compile(
    r"(?P<handle>(?:@|\#(?=[^\W\d]))\w+)"
    r"|(?P<number>(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:[.:]\d+)*(?:/\d+)*)(?P<tail>st|nd|rd|th|s|[a-zA-Z]+\d*[a-zA-Z]*)?"
    r"|(?P<acronym>(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W\d_]))?)"
    r"|(?P<word>[^\W_](?:[\w\u0300-\u036f\u200c\u200d]|&(?=[A-Z]))*)"
    r"|(?P<repeat>([.!?\u2026])[.!?\u2026]+|-{2,}|''|``|\u2019\u2019|\u2018\u2018|<<|>>|\*{2,}|_{2,}|={2,}|~{2,})"
    r"|(?P<emoticon>[:;=8][-']?[)(DPp/\\|\]\[](?!\w))"
    r"|(?P<other>[\U0001F1E6-\U0001F1FF]{2}|.(?:[\u0300-\u036f\ufe0e\ufe0f\U0001F3FB-\U0001F3FF]|\u200d\S?)*)",
    re.DOTALL,
)
CLITIC = re.compile(rf"(?:[nN]{APOSTROPHE}[tT]|{APOSTROPHE}(?:[sSmMdD]|[rRvV][eE]|[lL]{{2}}))(?!\w)")
NEGATED = re.compile(rf"[nN]{APOSTROPHE}[tT](?!\w)")
ELIDED = re.compile(rf"(?:[dDlLO]|[Mm]c|Ma|Qu){APOSTROPHE}(?=[A-Z\u00c0-\u00de]\w)|[oO]{APOSTROPHE}(?:clock|er)\b")
INNER = re.compile(rf"{APOSTROPHE}[a-z]{{2,}}")
HYPHENS = "-\u2010\u2011"
UNIT_TAILS = re.compile(
    r"(?:am|pm|AM|PM|km|kg|cm|mm|mph|kph|bn|mn|tn|km2|ft|lb|lbs|GB|MB|TB|MHz|GHz|kW|MW|GW|C|F|bhp|ml|mg)$"
)
LIGHT_TAILS = re.compile(r"(?:st|nd|rd|th|s)$")


def tokenize(text: str) -> list[Word]:
    """The words of ``text`` in order; every character but blanks lies in exactly one word. Never raises."""
    words: list[Word] = []
    group = 0
    gap, lines = 2, 0
    at = 0
    while at < len(text):
        blank = BLANK.match(text, at)
        if blank:
            lines = len(LINE_END.findall(blank.group()))
            gap = max(gap if at == 0 else 0, 2 if lines else 1)
            at = blank.end()
            continue
        for start, end, joined in _chunk(text, at):
            group += 0 if joined else 1
            words.append(Word(text[start:end], start, end, group - 1, gap, lines > 1))
            gap = lines = 0
            at = end
    return words


def _chunk(text: str, at: int) -> list[tuple[int, int, bool]]:
    """The words that start at ``at``, as (start, end, belongs to the token before)."""
    url = URL.match(text, at)
    if url:
        return [(at, url.end(), False)]
    piece = PIECE.match(text, at)
    if piece is None:
        return [(at, at + 1, False)]
    if piece.lastgroup == "tail" or piece.group("number"):
        return _number(piece)
    if piece.group("word") or piece.group("acronym"):
        return _word(text, piece)
    end = _apostrophe_word(text, at)
    if end:
        glued = at > 0 and text[at - 1].isalnum() and CLITIC.match(text, at) is not None
        return [(at, end, glued)]
    return [(at, piece.end(), False)]


def _number(piece: re.Match[str]) -> list[tuple[int, int, bool]]:
    start, end, tail = piece.start(), piece.end(), piece.group("tail")
    if tail and UNIT_TAILS.match(tail) and not LIGHT_TAILS.match(tail):
        middle = piece.end("number")
        return [(start, middle, False), (middle, end, False)]
    return [(start, end, False)]


def _apostrophe_word(text: str, at: int) -> int:
    clitic = CLITIC.match(text, at)
    if clitic and at > 0 and text[at - 1].isalnum():
        return clitic.end()
    year = re.compile(rf"{APOSTROPHE}\d\ds?(?!\w)").match(text, at)
    if year:
        return year.end()
    short = re.compile(rf"{APOSTROPHE}(?:em|til|cause|bout|n|tis|twas)(?!\w)", re.IGNORECASE).match(text, at)
    return short.end() if short else 0


def _word(text: str, piece: re.Match[str]) -> list[tuple[int, int, bool]]:
    start, end = piece.start(), piece.end()
    end = _extend(text, start, end)
    surface = text[start:end]
    fused = _split_fused(surface, start)
    if fused:
        return fused
    result = [(start, end, False)]
    negated = NEGATED.match(text, end - 1) if end - start > 1 and text[end - 1] in "nN" else None
    clitic = CLITIC.match(text, end)
    if negated:
        return [(start, end - 1, False), (end - 1, negated.end(), True)]
    if clitic:
        result.append((end, clitic.end(), True))
    elif (
        end < len(text)
        and surface[-1] in "sSzx"
        and re.match(rf"{APOSTROPHE}(?=\s+\w)", text[end : end + 3])
        and _no_open_mark(text, start, end)
    ):
        result.append((end, end + 1, True))
    return result


def _no_open_mark(text: str, start: int, end: int) -> bool:
    """Whether no single mark was opened shortly before, so that the one at ``end`` is a possessive."""
    before = text[max(0, start - 200) : start]
    opened = list(re.finditer(r"(?:^|[\s(\u201c\"])(['\u2018])(?=\w)", before))
    if not opened:
        return True
    closed = re.search(r"\w?[.,!?\w]['\u2019](?=[\s.,;:!?)]|$)", before[opened[-1].end() :])
    return closed is not None


def _extend(text: str, start: int, end: int) -> int:
    """The end of the word that starts at ``start``, with elisions, prefixes, abbreviating stops and initials."""
    words = lexicon()
    while True:
        elided = ELIDED.match(text, start)
        if elided and elided.end() > end:
            more = PIECE.match(text, elided.end())
            end = more.end() if more and more.group("word") else elided.end()
        following = text[end : end + 1]
        if following and following in HYPHENS and text[start:end].lower() in words["prefixes"]:
            more = PIECE.match(text, end + 1)
            if more and more.group("word"):
                end = more.end()
                continue
        if following == "." and _is_abbreviation(text, start, end):
            end += 1
        inner = INNER.match(text, end)
        if inner and not CLITIC.match(text, end) and text[start].isupper():
            end = inner.end()
        if text[end : end + 1] == "'" and text[start:end].lower() == "ma" and text[end : end + 3].lower() == "'am":
            end += 3
        return end


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    surface = text[start:end]
    if text[end : end + 2] == "..":
        return False
    if surface.lower() == "etc":
        return re.match(r"\.(?:\s*\n|\s+[A-Z]|\s*$)", text[end : end + 8]) is None
    if surface.lower() in lexicon()["abbreviations"]:
        return True
    initial = len(surface) == 1 and surface.isupper() and surface.isalpha() and surface != "I"
    return initial and re.match(r"\.(?:\s?[A-Z]|,|\s?-)", text[end : end + 3]) is not None


def _split_fused(surface: str, start: int) -> list[tuple[int, int, bool]]:
    parts = fused().get(surface.lower())
    if parts is None:
        return []
    cut = start + len(parts[0])
    return [(start, cut, False), (cut, start + len(surface), True)]
