"""Digits that name something: models, laws, pages, rooms, streets."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from newsparse_numbers.lexicon import endings, words
from newsparse_numbers.numerals.phrases import Phrases, phrases
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream, Word
from newsparse_numbers.rejection.case import Case, hyphenated
from newsparse_numbers.rejection.gaps import gapped

_OPENING = frozenset(("(", "[", "“", '"', "'", "‘", "—", "–", "/", "~", "≈", "<", ">", "=", "≤", "≥"))
_MONEY = frozenset("$£€")
_NAME_PIECES = 24
"""Pieces that touch one another in a name ("GPT-4", "A/RES/61/295"), at most; longer runs are no names."""
_STREET_WORDS = 5
_MAX_TAIL_WORDS = 2
_SENTENCE_END = 2
_SHARE_WORDS = 12
_DAYS = 31
_TITLE_WORDS = 10
"""How far from a capitalised number word a long word in small letters shows that the line is no headline."""
_LONG = 3
_LISTED = 6
"""How many numbers a list may have before one that goes on it."""
_QUOTES = frozenset('“”"')
POSSESSIVES = frozenset(["'s", "’s", "s'", "s’"])
_SENTENCE_ENDS = frozenset('.!?:\n“"(')


def letters_before(case: Case) -> bool:
    """Whether letters, or letters and a hyphen, touch the beginning of the figure: "A100", "GPT-4", "Covid-19"."""
    stream, at = case.stream, case.at
    begin, first = at, at - _NAME_PIECES
    while begin > first and stream[begin].glued and stream[begin - 1].text not in _OPENING:
        begin -= 1
    chunk = stream.between(begin, at)
    if case.attached.unit in words("ranges.lengths") and chunk and chunk[-2:][0].lower in words("ranges.by"):
        return False  # "3-by-4-metre"
    return any(word.kind == "word" for word in chunk) and not _loose(stream, begin, at)


def _loose(stream: Stream, begin: int, at: int) -> bool:
    """Whether what touches a figure is not part of a name: "mid-40", "$3-to-5", "10-or-12"."""
    last = stream[at - 1]
    if last.text == "." and at - begin == _SENTENCE_END:
        return _lacks_blank(stream, at)
    inner = stream.between(begin, at - 1)
    if last.text in _MONEY:
        return all(word.text.isupper() for word in inner)
    if last.text not in HYPHENS:
        return False
    if inner and inner[0].text in _MONEY:
        inner = inner[1:]
    if len(inner) == 1 and inner[0].kind == "word":
        return _is_prefix(inner[0])
    return _are_of_range([word.lower for word in inner if word.kind == "word"])


def _is_prefix(word: Word) -> bool:
    """Whether a word that a hyphen ties before a figure names nothing with it: "mid-40"; not "omega-3", "Covid-19"."""
    if word.lower in words("names.numbered_stems"):
        return False
    return word.text.islower() or word.lower in words("names.prefixes")


def _lacks_blank(stream: Stream, at: int) -> bool:
    """Whether a point ends a sentence and the blank behind it is missing: "under threat.15 months"."""
    end, follows = stream[at - 2], stream[at + 1]
    return end.plain and follows.plain and follows.lower not in words("names.stops")


def _are_of_range(tail: list[str]) -> bool:
    """Whether the words that hyphens tie before a figure are those of a range: the "or" of "10-or-12"."""
    if not tail or len(tail) > _MAX_TAIL_WORDS:
        return False
    return tail[-1] in words("names.range_joints") or (len(tail) == 1 and tail[0] in words("names.scaled_ranges"))


def lettered_part(case: Case) -> bool:
    """Whether a letter belongs to the number of a part: "Appendix 2C", "section 40B"."""
    stream, behind = case.stream, case.behind
    letter = stream[behind]
    single = letter.glued and letter.capital and len(letter.text) == 1
    return (single or _ends_in_letter(case)) and case.led in words("numbered.words.section")


def _ends_in_letter(case: Case) -> bool:
    """Whether a scale is one capital right behind digits: the "B" of "section 40B"."""
    written = case.stream.text[case.numeral.start : case.numeral.end]
    return written[:-1].isdigit() and written[-1:].isupper()


def letters_behind(case: Case) -> bool:
    """Whether letters touch the end of the figure, other than the plural of an age: "over-65s"."""
    word = case.stream[case.follows]
    if case.attached.kind == "age" and word.lower in words("names.plural_endings"):
        return False
    return word.glued and (word.kind == "word" or _lettered(case))


def _lettered(case: Case) -> bool:
    """Whether a letter in brackets touches the digits: "401(k)"."""
    opening, letter, closing = (case.stream[case.behind + place] for place in range(3))
    touches = opening.text == "(" and letter.glued and len(letter.text) == 1 and letter.plain
    return case.numeral.bare and touches and closing.text == ")"


def named_in_spite(case: Case) -> bool:
    """A name even with a scale or an approximation: "the Fortune 500"; not after a bound."""
    attached = case.attached
    unmeasured = case.numeral.bare and attached.kind == "count" and not attached.bound
    return unmeasured and case.led in words("numbered.words.named") and case.before[:1].isupper()


def led_by(name: str) -> Callable[[Case], bool]:
    """A rule for the words of the list ``name`` before the number."""
    return lambda case: (_leads(case) and _led(case, name)) or _listed(case, name) or _inside(case, name)


def _inside(case: Case, name: str) -> bool:
    """Whether the number is that of a part in brackets: "Section 3(1)", "Article VIII (5)"."""
    stream, at = case.stream, case.at
    touches = stream[at].glued and stream[at - 1].text == "(" and stream[case.behind].text == ")"
    if touches and stream[at - 2].text == "." and stream[at - 3].lower in words("names.numbered"):
        return True  # "Law No. (20) of 2018"
    numbered = stream[at - 2].kind == "number" or stream[at - 1].glued  # "Article VIII(5)"; not "the law book (3)"
    return touches and numbered and stream[at - 3].lower in words(name)


def _listed(case: Case, name: str) -> bool:
    """Whether the number goes on a list of numbers after a word in the plural: "Articles 5 and 6", "grades 10, 11"."""
    stream, at = case.stream, case.at
    if not case.digits:
        return False
    for _ in range(_LISTED):
        joint = stream[at - 1].lower in words("names.range_joints")
        comma = stream[at - 1 - joint].text == ","
        at -= joint + comma
        if not (joint or comma) or stream[at - 1].kind != "number":
            return False
        at -= 1
        if stream[at - 1].kind == "word":
            things = stream[at - 1].lower
            plural = things.endswith(endings("names.plural_endings"))
            return plural and (things in words(name) or things[:-1] in words(name)) and not case.counted
    return False


def led_by_thing(case: Case) -> bool:
    """The number of a thing; a lower-case word before something counted, or before thousands, does not name one."""
    if _spelled(case) or _listed(case, "numbered.words.named"):
        return True
    if case.led in words("bounds.articles") and (case.before.islower() or _opens_sentence(case)):
        return False
    if case.before.islower() and "," in case.surface:
        return False
    if not _leads(case) or (case.counted and not case.before[:1].isupper()) or _compound(case):
        return False
    return _led(case, "numbered.words.named")


def _spelled(case: Case) -> bool:
    """Whether a thing in a row has its number as a word: "phase two of the plan"; not "the game two weeks ago"."""
    if case.digits or _compound(case) or case.stream[case.at].gap != Gap.BLANK:
        return False
    if case.before in words("names.numbered"):
        return case.stream[case.at - 2].lower in words("names.ranked")  # "the world number three"
    return case.before in words("numbered.words.in-a-row") and (not case.counted or _modifies(case))


def _modifies(case: Case) -> bool:
    """Whether a noun in the singular follows, which only one could count: "the season two contestant"."""
    noun = case.after
    plural = case.plural() or noun in words("names.plurals")
    return case.numeral.low > 1 and noun.isalpha() and not plural and not noun.endswith(endings("names.past_endings"))


def _compound(case: Case) -> bool:
    """Whether a hyphen joins what is counted: "a 12-storey tower"."""
    return hyphenated(case.stream, case.behind) and case.stream[case.behind + 1].plain


def _leads(case: Case) -> bool:
    """Whether the word before may name what the number is of: a blank between, or a capital."""
    first, mark = case.stream[case.at], case.stream[case.at - 1]
    spaced = first.gap == Gap.BLANK or (first.glued and mark.text in (".", "-"))
    return (spaced and case.digits) or case.before[:1].isupper()


def _led(case: Case, name: str) -> bool:
    if case.led not in words(name):
        return False
    if (case.led in words("names.class") and not case.counted) or _is_act(case):
        return True
    return not (case.led in words("numbered.words.counting") and _counts(case))


def _is_act(case: Case) -> bool:
    """Whether a law has its number inside a sentence, whatever follows: "said Act 1079 creates exemptions"."""
    stream, at = case.stream, case.at
    inside = stream[at - 1].capital and stream[at - 2].plain and stream[at - 1].gap == Gap.BLANK
    return inside and case.led in words("numbered.words.law")


def _counts(case: Case) -> bool:
    """Whether something is counted; "No 10 refused" names a house, "No. 4 ships" has their number."""
    if case.led in words("names.numbered"):
        if _is_house(case):
            return False
        if case.before[:1].isupper() and case.stream[case.at - 1].text == ".":
            return False
        return case.counted and case.stream[case.behind].lower.endswith(endings("names.plural_endings"))
    return case.counted or _tallied(case)


def _is_house(case: Case) -> bool:
    """Whether a number is that of the house of a government, of which a verb tells: "No 10 insists the plan stands"."""
    house = case.before[:1].isupper() and case.surface in words("names.houses")
    follows = case.stream[case.behind + 1]
    return house and follows.lower in words("names.determiners", "names.behind_verbs")


def _tallied(case: Case) -> bool:
    """Whether the number is the first of two sides after a common noun: "backed the bill 61 to 38"."""
    stream, behind = case.stream, case.behind
    return stream[behind].lower in words("claims.to") and stream[behind + 1].kind == "number"


@cache
def _streets() -> Phrases:
    return Phrases([word.capitalize() for word in words("names.streets")], exact=True)


def in_street(case: Case) -> bool:
    """Digits before up to three capitalised words and one of streets: "12 Old Harbour Street"."""
    if not case.digits:
        return False
    stream, index = case.stream, _past_house(case.stream, case.behind)
    for number in range(_STREET_WORDS):
        word = stream[index]
        if number and _streets().starting(stream, index):
            return True
        if word.glued or not (word.capital or word.kind == "number"):
            return False
        index = _past_name(stream, index)
    return False


def _past_house(stream: Stream, index: int) -> int:
    """The index behind the rest of the number of a house: "12a", "12-14"."""
    if stream[index].glued and stream[index].kind == "word" and len(stream[index].text) == 1:
        index += 1
    ranged = stream[index].text == "-" and stream[index].glued and stream[index + 1].kind == "number"
    return index + 2 if ranged else index


def _past_name(stream: Stream, index: int) -> int:
    """The index behind a word and what touches it: "St.", "O'Brien"."""
    index += 1
    while stream[index].glued and (stream[index].kind == "word" or stream[index].text in (".", "’", "'")):
        index += 1
    return index


def _shares(case: Case) -> bool:
    """Whether decimals after a name go on from a percentage: "Castro got 20.3 percent and Luis Zelaya 14.02"."""
    near = case.stream.lowers(case.at - _SHARE_WORDS, case.at)
    return "." in case.surface and any(word in words("measures.percent") for word in near)


def behind_name(case: Case) -> bool:
    """Whether a capitalised word that opens no sentence is right before; "fifty Orla fans" count."""
    if not case.digits or not case.before[:1].isupper() or case.stream[case.at].gap != Gap.BLANK:
        return False
    if _counts_behind_name(case) or case.before.lower() in words("names.stops"):
        return False
    return not _opens_sentence(case) and not (case.counted and case.plural())


def _counts_behind_name(case: Case) -> bool:
    """Whether a figure is no part of the name before it: "Kasich's 143", "on Monday 300 were hurt"."""
    if case.before.endswith(tuple(POSSESSIVES)) or _shares(case) or gapped(case):
        return True
    return case.led in words("dates.weekdays") and case.numeral.low > _DAYS


def _opens_sentence(case: Case) -> bool:
    """Whether the word before a figure begins a sentence or line, and not a title alone: “Rite 1” is a work."""
    stream = case.stream
    begin = stream.at(stream[case.at].start - 1 - len(case.before))
    if stream[begin].gap < Gap.LINE and stream[begin - 1].text[-1:] not in _SENTENCE_ENDS:
        return False
    return stream[begin - 1].text not in _QUOTES or stream[case.behind].text not in _QUOTES


def in_title(case: Case) -> bool:
    """Whether a number is part of a name: "the Two Holy Mosques", "La casa de los 12", "the Group of 20"."""
    stream, at, behind = case.stream, case.at, case.behind
    if case.led in words("claims.of") and stream[at - 2].capital and stream[at - 2].lower in words("names.groups_of"):
        return True
    if case.digits:
        return case.before.lower() in words("names.foreign_articles")
    first, following = stream[at], stream[behind]
    capital = first.capital and following.capital and not following.text.isupper()
    if not capital or not stream[at - 1].plain or first.gap != Gap.BLANK:
        return False
    around = [*stream.between(max(0, at - _TITLE_WORDS), at), *stream.between(behind, behind + _TITLE_WORDS)]
    return any(word.plain and len(word.text) > _LONG for word in around)


def in_place_name(case: Case) -> bool:
    """Whether a length is part of the name of a place: "12 Mile Creek"; not "12 miles", "12 Mile Queue"."""
    stream, unit = case.stream, case.stream[case.behind]
    named = unit.capital and unit.text[1:].islower() and len(unit.text) > 1 and unit.gap == Gap.BLANK
    if not named or unit.lower.endswith(endings("names.plural_endings")) or case.attached.kind != "measure":
        return False
    return (
        phrases("names.places_of_length").starting(stream, case.behind + 1) is not None
        and stream[case.behind + 1].capital
    )


def leading_zero(case: Case) -> bool:
    """Whether digits begin with a zero: "007"."""
    surface = case.surface
    return len(surface) > 1 and surface[0] == "0" and surface[1] not in ".,"
