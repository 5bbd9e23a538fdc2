"""The rule tokenizer: raw text to syntactic words as in Universal Dependencies, with exact offsets.

The conventions are those of UD English (https://universaldependencies.org/en/): contractions and possessives are
words of one surface token, hyphenated compounds are split except after a prefix, digits of one amount stay together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, cast

import attrs

from newsparse.lexicon import lexicon

GLUED, BLANK, NEW_LINE = 0, 1, 2
"""What is before a word: nothing, blanks, or blanks with a line end."""


class Word(NamedTuple):
    """A word at ``start``-``end`` (code points); words of one surface token share ``group``.

    ``gap`` is what comes before it: ``GLUED``, ``BLANK`` or ``NEW_LINE`` (also for the first word).
    ``after_blank_line`` is True after two or more line ends, which always separate sentences.
    """

    text: str
    start: int
    end: int
    group: int
    gap: int
    after_blank_line: bool = False


Piece = tuple[int, int, bool]
"""A word by its start and end, and whether it belongs to the surface token before it, as "n't" does."""


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a list of ``data``, by "file.list"."""
    return lexicon(__package__).words(name)


@cache
def titles() -> frozenset[str]:
    """Abbreviated titles in small letters, without their full stop."""
    courtesy = words_of("titles.words.dotted") & words_of("titles.words.courtesy")
    return words_of("tokens.titles") | words_of("titles.abbreviations") | {title.lower() for title in courtesy}


@cache
def abbreviations() -> frozenset[str]:
    """Words in small letters that keep the full stop after them: titles, months and others."""
    return words_of("tokens.abbreviations") | titles() | words_of("dates.short_months")


@cache
def fused() -> Mapping[str, list[str]]:
    """Spellings of two words in one, with the two words: "cannot", "gonna", "dont"."""
    return cast("Mapping[str, list[str]]", lexicon(__package__).raw("tokens.fused"))


def _any(name: str) -> str:
    """A regular expression for the words of one list, longer ones first."""
    return "|".join(map(re.escape, sorted(words_of(name), key=lambda word: (-len(word), word))))


APOSTROPHE = "['\u2019\u02bc\uff07]"
LINE_END = re.compile(r"\r\n|[\n\r\u2028\u2029]")
UNBROKEN = re.compile(r"([a-zA-Z]++)(,)?+(?!\S)|\S+")
"""A stretch between blanks; one with a group is a word, or one and a comma, unless it spells two words as one."""
PIECE = re.compile(
    r"(?P<handle>(?:@|\#(?=[^\W\d]))\w+)"
    r"|(?P<number>(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:[.:]\d+)*(?:/\d+)*)"
    rf"(?P<tail>{_any('tokens.number_endings')}|[a-zA-Z]+\d*[a-zA-Z]*)?"
    r"|(?P<acronym>(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W\d_]))?)"
    r"|(?P<word>[^\W_](?:[\w\u0300-\u036f\u200c\u200d]|&(?=[A-Z]))*)"
    r"|(?P<repeat>([.!?\u2026])[.!?\u2026]+|-{2,}|''|``|\u2019\u2019|\u2018\u2018|<<|>>|\*{2,}|_{2,}|={2,}|~{2,})"
    r"|(?P<emoticon>[:;=8][-']?[)(DPp/\\|\]\[](?!\w))"
    r"|(?P<other>[\U0001F1E6-\U0001F1FF]{2}|.(?:[\u0300-\u036f\ufe0e\ufe0f\U0001F3FB-\U0001F3FF]|\u200d\S?)*)",
    re.DOTALL,
)
NEGATED = re.compile(rf"(?ai:n{APOSTROPHE}t)(?!\w)")
CLITIC = re.compile(rf"(?ai:n{APOSTROPHE}t|{APOSTROPHE}(?:{_any('tokens.clitics')}))(?!\w)")
CLIPPED = re.compile(rf"{APOSTROPHE}(?:\d\ds?|(?i:{_any('tokens.clipped')}))(?!\w)")
ELIDED = re.compile(
    rf"(?:{_any('tokens.elided')}){APOSTROPHE}(?=[A-Z\u00c0-\u00de]\w)|[oO]{APOSTROPHE}(?:{_any('tokens.after_o')})\b"
)
WHOLE = re.compile(rf"(?ai:{_any('tokens.whole')})")
INNER = re.compile(rf"{APOSTROPHE}[a-z]{{2,}}")
HYPHENS = "-\u2010\u2011"
POSSESSIVE = re.compile(rf"{APOSTROPHE}(?=\s\w)")
OPENED = re.compile(r"(?:^|[\s(\u201c\"])(['\u2018])(?=\w)")
CLOSED = re.compile(r"\w?[.,!?\w]['\u2019](?=[\s.,;:!?)]|$)")
INITIAL = re.compile(r"\.(?:\s?[A-Z]|,|\s?-)")
ENDING = re.compile(r"\.(?:\s*\n|\s+[A-Z]|\s*$)")
PLURAL_ENDS = "sSzx"
"""Letters after which an apostrophe alone may be a possessive."""
MARK_REACH_WORDS = 40
"""Words before a word in which a single quotation mark is looked for."""


@attrs.frozen
class Kind:
    """A kind of address: its pattern, and the stretch in which every search fails once one has failed."""

    pattern: re.Pattern[str]
    stretch: re.Pattern[str] | None = None


OUTSIDE = r"\s<>\"\u201c\u201d"
KINDS = (
    Kind(re.compile(rf"(?:https?://|www\.)[^{OUTSIDE}]*[^{OUTSIDE}.,;:!?)\]'\u2019]")),
    Kind(
        re.compile(rf"(?<!\w)[\w-]+(?:\.[\w-]+)*\.(?i:{_any('tokens.file_types')})(?!\w)"),
        re.compile(r"(?<!\w)[\w-]+(?:\.[\w-]+)*"),
    ),
    Kind(re.compile(r"(?<![\w-])(?:\d{3}-)?\d{3}-\d{4}(?![\w-])")),
    Kind(re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), re.compile(r"[\w.+-]+")),
    Kind(
        re.compile(rf"(?<![\w.])(?:[a-z0-9-]+\.)+(?:{_any('tokens.domains')})\b(?:/[^{OUTSIDE}]*[\w/])?"),
        re.compile(r"(?<![\w.])[a-z0-9-]+(?:\.[a-z0-9-]+)*"),
    ),
)
"""Links, files, telephone numbers, mail addresses and domains, in the order in which they are tried."""

HINT = re.compile(r"\.[\w-]|www\.|://|\d-\d")
"""What every address contains."""


class Addresses:
    """Finds the addresses of a text in linear time: no stretch is searched twice for one kind."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._failed_until = [0] * len(KINDS)

    def end(self, at: int) -> int:
        """The end of the address that starts at ``at``; 0 if there is none."""
        for number, kind in enumerate(KINDS):
            if at < self._failed_until[number]:
                continue
            found = kind.pattern.match(self.text, at)
            if found:
                return found.end()
            stretch = kind.stretch.match(self.text, at) if kind.stretch else None
            if stretch:
                self._failed_until[number] = stretch.end()
        return 0


def is_title(word: Word) -> bool:
    """Whether a word is a title with its full stop: "Gov."."""
    return word.text[-1:] == "." and word.text[:-1].lower() in titles()


def tokenize(text: str) -> list[Word]:
    """The words of ``text`` in order; every character except blanks is in exactly one word. Never raises."""
    words: list[Word] = []
    addresses, known = Addresses(text), fused()
    group = before = 0
    for unbroken in UNBROKEN.finditer(text):
        at, last = unbroken.span()
        lines = 0 if text[before:at] == " " else len(LINE_END.findall(text, before, at))
        gap = NEW_LINE if lines or not words else BLANK
        before = last
        plain = unbroken[1]
        if plain and plain.lower() not in known:
            words.append(Word(plain, at, at + len(plain), group, gap, lines > 1))
            group += 1
            if unbroken[2]:
                words.append(Word(",", last - 1, last, group, GLUED))
                group += 1
            continue
        for start, end, joined in _pieces(text, at, last, words, addresses):
            group += 0 if joined else 1
            words.append(Word(text[start:end], start, end, group - 1, gap, lines > 1))
            gap, lines = GLUED, 0
    return words


def _pieces(text: str, at: int, last: int, words: Sequence[Word], addresses: Addresses) -> Iterator[Piece]:
    """The words of a stretch without blanks, from ``at`` to ``last``; the caller adds each to ``words`` at once."""
    hinted = HINT.search(text, at, last) is not None
    while at < last:
        address = addresses.end(at) if hinted else 0
        reach = words[-MARK_REACH_WORDS].start if len(words) >= MARK_REACH_WORDS else 0
        for piece in [(at, address, False)] if address else _piece(text, at, reach):
            yield piece
            at = piece[1]


def _piece(text: str, at: int, reach: int) -> list[Piece]:
    """The words that start at ``at``; marks count from ``reach`` on."""
    piece = PIECE.match(text, at)
    if piece is None:
        return [(at, at + 1, False)]
    if piece.group("number"):
        return _number(piece)
    if piece.group("word") or piece.group("acronym"):
        return _word(text, piece, reach)
    after_word = at > 0 and text[at - 1].isalnum()
    clitic = CLITIC.match(text, at) if after_word else None
    clipped = clitic or CLIPPED.match(text, at)
    return [(at, (clipped or piece).end(), clitic is not None)]


def _number(piece: re.Match[str]) -> list[Piece]:
    start, end, tail = piece.start(), piece.end(), piece.group("tail")
    if tail in words_of("tokens.units"):
        middle = piece.end("number")
        return [(start, middle, False), (middle, end, False)]
    return [(start, end, False)]


def _word(text: str, piece: re.Match[str], reach: int) -> list[Piece]:
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
        and surface[-1] in PLURAL_ENDS
        and POSSESSIVE.match(text, end)
        and _no_open_mark(text, reach, start)
    ):
        result.append((end, end + 1, True))
    return result


def _no_open_mark(text: str, reach: int, start: int) -> bool:
    """Whether no single quotation mark after ``reach`` is open at ``start``, so that one at the end is a possessive."""
    opened = list(OPENED.finditer(text, max(0, reach - 1), start))
    return not opened or CLOSED.search(text, opened[-1].end(), start) is not None


def _extend(text: str, start: int, end: int) -> int:
    """The end of the word at ``start``, with elisions, prefixes, and the full stops of abbreviations and initials."""
    end = _after_elision(text, start, end)
    end = _after_prefixes(text, start, end)
    if text[end : end + 1] == "." and _is_abbreviation(text, start, end):
        end += 1
    inner = INNER.match(text, end)
    if inner and not CLITIC.match(text, end) and text[start].isupper():
        end = inner.end()
    whole = WHOLE.match(text, start)
    return max(end, whole.end()) if whole else end


def _after_elision(text: str, start: int, end: int) -> int:
    """The end of the word that an elision at ``start`` begins: "O'Brien"; ``end`` where there is none."""
    elided = ELIDED.match(text, start)
    if elided is None or elided.end() <= end:
        return end
    return _word_end(text, elided.end()) or elided.end()


def _after_prefixes(text: str, start: int, end: int) -> int:
    """The end of the word that prefixes at ``start`` begin: "re-elect"; ``end`` where there are none."""
    while end < len(text) and text[end] in HYPHENS and text[start:end].lower() in words_of("tokens.prefixes"):
        further = _word_end(text, end + 1)
        if not further:
            break
        end = further
    return end


def _word_end(text: str, at: int) -> int:
    """The end of the word at ``at``; 0 where there is none."""
    found = PIECE.match(text, at)
    return found.end() if found and found.group("word") else 0


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    surface = text[start:end]
    if text[end : end + 2] == "..":
        return False
    if surface.lower() in words_of("tokens.may_end"):
        return ENDING.match(text, end) is None
    if surface.lower() in abbreviations():
        return True
    initial = (
        len(surface) == 1 and surface.isupper() and surface.isalpha() and surface not in words_of("tokens.no_initials")
    )
    return initial and INITIAL.match(text, end) is not None


def _split_fused(surface: str, start: int) -> list[Piece]:
    parts = fused().get(surface.lower())
    if parts is None:
        return []
    cut = start + len(parts[0])
    return [(start, cut, False), (cut, start + len(surface), True)]
