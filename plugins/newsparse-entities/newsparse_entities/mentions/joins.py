"""Names that the model cut in two: "Ada" and "Brook" side by side, "Md" before a name, the "Khan" after one."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs

from newsparse.model import Mention, Span
from newsparse_entities.lexicon import listed, listed_folded, lists, title_genders
from newsparse_entities.mentions.normalise import VALUES, is_demonym, place_in_text
from newsparse_entities.reading import Reading

_BLANK = re.compile(r"[ \xa0]")
_WIDEST_GAP = 7
"""Characters between the parts of a name, at most: a blank, and two initials with blanks."""
_WIDEST_TITLE = 8
"""Characters of an abbreviated title with the blanks around it, at most."""
_STOP = re.compile(r"\.[ \xa0]")
_LINE = re.compile(r"[ \xa0]?\n[ \xa0]?")
_OWNERS = frozenset(("Person", "Organization"))
_WIDEST_JOINT = 5
"""How many characters " and " and " & " take."""
_REACH_WORDS = 3
"""How many words after "the" the noun for a firm may be."""
_INITIALS = re.compile(r"[A-Z]{2}")
_INSIDE = re.compile(r"[ \xa0](?:[A-Z]\.[ \xa0]?){0,2}")
_SYLLABLES = frozenset({"PROPN", "X", "ADP", "AUX", "SCONJ", "CCONJ", "PART", "PRON", "DET", "ADV"})
"""Tags that a syllable of a name may have; others make a compound with the name: "Tom Varga-led"."""
_DOTTED = re.compile(r"(?:[A-Z]\.){1,4}")


def joined(reading: Reading, mentions: Iterable[Mention]) -> list[Mention]:
    """``mentions`` in the order of the text, with the parts of one name joined, and without titles taken for names."""
    whole: list[Mention] = []
    given = _with_places(reading, _without_titles(reading, sorted(mentions, key=place_in_text)))
    for item in given:
        if whole and _is_firm(reading, whole[-1], item):
            whole[-1] = attrs.evolve(
                _between(reading, whole[-1], whole[-1].span.start, item.span.end), label="Organization"
            )
        elif whole and _continues(reading, whole[-1], item):
            whole[-1] = _between(reading, whole[-1], whole[-1].span.start, item.span.end)
        else:
            whole.append(item)
    taken = {index for item in whole for index in reading.starting_in(item.span)}
    return [_extended(reading, item, taken) if item.label == "Person" else item for item in whole]


def _without_titles(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """``mentions`` without those that are titles, as the full stop shows: the "Barr" of "Barr. Ada Brook"."""
    titles = {one.span for one, other in pairwise(mentions) if _is_stopped_title(reading, one, other)}
    if not titles:
        return [*mentions]
    families = {item.text.split()[-1] for item in mentions if _has_several_words(item)}
    return [item for item in mentions if item.span not in titles or item.text in families]


def _with_places(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """``mentions`` with a place before a title and a person's name as one: the "Kell" of "Kell Gov. Ada Brook"."""
    places = {one.span for one, other in pairwise(mentions) if _is_of_office(reading, one, other)}
    return [attrs.evolve(item, label="Location") if item.span in places else item for item in mentions]


def _is_of_office(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether nothing but an abbreviated title is between two names of people in a sentence."""
    if not one.label == other.label == "Person" or other.span.start - one.span.end > _WIDEST_TITLE:
        return False
    title = reading.text[one.span.end : other.span.start]
    if not title.startswith(" ") or not title.endswith((". ", ".\xa0")):
        return False
    same = reading.sentence_at(one.span.start) == reading.sentence_at(other.span.start)
    return same and title.strip(". \xa0").lower() in lists().map("titles.abbreviations")


def _between(reading: Reading, item: Mention, start: int, end: int) -> Mention:
    made = Mention.make(reading.text, Span(start, end), label=item.label)
    return attrs.evolve(made, confidence=item.confidence, origin=item.origin)


def _continues(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether ``other`` is the rest of the name that ``one`` begins."""
    if one.label in VALUES or not 0 < other.span.start - one.span.end <= _WIDEST_GAP:
        return False
    gap = reading.text[one.span.end : other.span.start]
    if _LINE.fullmatch(gap) and not _has_several_words(one) and not _has_several_words(other):
        return one.label == other.label == "Person"
    if one.label == "Person":
        return _continues_person(one, other, gap)
    if not _BLANK.fullmatch(gap):
        return False
    if one.label == "Misc":
        return other.label == "Misc" and one.text.casefold() in listed("grammar.the")
    return one.label == other.label == "Organization"


def _is_stopped_title(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether ``one`` is a title with a full stop before a person's name: the "Barr" of "Barr. Ada Brook"."""
    if one.text not in listed("titles.words.stopped") or not one.label == other.label == "Person":
        return False
    return _STOP.fullmatch(reading.text, one.span.end, other.span.start) is not None


def _has_several_words(item: Mention) -> bool:
    return len(item.text.split()) > 1


def _continues_person(one: Mention, other: Mention, gap: str) -> bool:
    """Whether a person's name goes on after ``gap``: "Ada" with "R. Brook", or with a "people" that is not one."""
    if other.label == "NORP":
        return not is_demonym(other.text) and _BLANK.fullmatch(gap) is not None
    return other.label == "Person" and not _has_several_words(one) and _INSIDE.fullmatch(gap) is not None


def _is_firm(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether two single names are one firm's: "Holt & Dale", or "Holt and Dale, the law firm" or "the auditors"."""
    if one.label not in _OWNERS or other.label not in _OWNERS or other.span.start - one.span.end > _WIDEST_JOINT:
        return False
    between = reading.text[one.span.end : other.span.start].strip()
    if " " in one.text or " " in other.text or between not in ("&", *listed("grammar.and")):
        return False
    if between == "&":
        return True
    after = reading.starting_in(other.span).stop
    if reading.word(after) != "," or reading.word(after + 1) not in listed("grammar.articles"):
        return False
    nouns = {reading.word(at) for at in range(after + 2, after + 2 + _REACH_WORDS)}
    if nouns.isdisjoint(listed("evidence.partnerships")):
        return not nouns.isdisjoint(listed("nouns.bodies.company"))
    return _in_full(one.text, other.text).search(reading.text) is None  # partners with first names are people


@functools.lru_cache(maxsize=256)
def _in_full(one: str, other: str) -> re.Pattern[str]:
    """Either of two family names with a first name before it."""
    return re.compile(rf"[^\W\d_a-z][\w.]* (?:{re.escape(one)}|{re.escape(other)})\b")


def _extended(reading: Reading, item: Mention, taken: set[int]) -> Mention:
    """A person's name with the initials or first name before it, and what it was cut off from after it."""
    inside = reading.starting_in(item.span)
    if not inside:
        return item
    first, last = inside.start, inside.stop
    if first - 1 not in taken and _is_beginning(reading, first - 1):
        first -= 1
    while first - 1 not in taken and _is_initial(reading, first - 1):
        first -= 1
    last = _end(reading, inside, taken)
    if (first, last) == (inside.start, inside.stop):
        return item
    start = reading.tokens[first].span.start if first < inside.start else item.span.start
    end = reading.tokens[last - 1].span.end if last > inside.stop else item.span.end
    return _between(reading, item, start, end)


def _end(reading: Reading, inside: range, taken: set[int]) -> int:
    """Where a name ends: after the names that follow a single one, or a syllable that a longer one was cut off from."""
    last = inside.stop
    while len(inside) == 1 and last not in taken and _is_name(reading, last):
        last += 1
    return _after_syllable(reading, last) if len(inside) > 1 and last not in taken else last


def _after_syllable(reading: Reading, last: int) -> int:
    """Where a name ends that was cut before a syllable that looks like another word: the "on" of "Han Tae-on"."""
    small = last if reading.word(last - 1) == "-" else last + 1
    if small + 1 > len(reading.tokens) or reading.word(small - 1) != "-" or reading.tag(small) not in _SYLLABLES:
        return last
    glued = reading.text[reading.tokens[small - 2].span.end : reading.tokens[small].span.start] == "-"
    goes_on = reading.text[reading.tokens[small].span.end :].startswith("-")
    return small + 1 if glued and not goes_on and reading.tokens[small].text.islower() else last


def _is_beginning(reading: Reading, index: int) -> bool:
    """Whether a word right before a name is its first part: "MV Holt", "Md Holt"; not "MP Holt"."""
    if index < 0:
        return False
    word = reading.tokens[index].text
    if word in listed("names.short_first_names"):
        return _is_beside(reading, index)
    folded = word.casefold()
    known = folded in title_genders() or folded in listed("nouns.people.role") or word in listed("names.not_initials")
    return bool(_INITIALS.fullmatch(word)) and not known and _is_beside(reading, index)


def _is_initial(reading: Reading, index: int) -> bool:
    """Whether a word right before a name, in its sentence, is an initial or several: "K.", "R.P."."""
    if index < 0 or not _DOTTED.fullmatch(reading.tokens[index].text):
        return False
    return reading.sentence_of_word(index) == reading.sentence_of_word(index + 1)


def _is_name(reading: Reading, index: int) -> bool:
    """Whether a word right after a single name is a name, too, by its tag and its capital."""
    if index >= len(reading.tokens):
        return False
    word = reading.tokens[index].text
    fits = word[0].isupper() and not word.isupper() and reading.tag(index) == "PROPN"
    return fits and word.casefold() not in listed_folded("names.honours") and _is_beside(reading, index - 1)


def _is_beside(reading: Reading, index: int) -> bool:
    """Whether one blank is between a word and the next."""
    one, other = reading.tokens[index], reading.tokens[index + 1]
    return _BLANK.fullmatch(reading.text, one.span.end, other.span.start) is not None
