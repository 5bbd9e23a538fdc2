"""What the words beside one mention say about it alone: "in English" is a language, "tuberculosis" names nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from newsparse.model import Mention, Span
from newsparse_entities.lexicon import listed, listed_folded, listed_in, lists, relatives
from newsparse_entities.mentions.normalise import VALUES, head_of, is_demonym, with_label
from newsparse_entities.names.parse import fold
from newsparse_entities.reading import Reading

_MODIFIED = ("NOUN", "PROPN", "ADJ", "NUM")
_PEOPLES = ("ADJ", "PROPN", "NOUN")
_HYPHENATED = re.compile(r"-([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")


def named_only(mentions: Iterable[Mention]) -> list[Mention]:
    """``mentions`` without diseases and the like, which are not names."""
    return [item for item in mentions if item.label in VALUES or not _is_disease(item.text)]


@lru_cache(maxsize=8192)
def _is_disease(text: str) -> bool:
    words = _WORD.findall(text)
    if not words:
        return False
    return fold(words[0]) in listed("names.diseases") or fold(words[-1]) in listed("names.disease_kinds")


def in_context(reading: Reading, mentions: Iterable[Mention]) -> list[Mention]:
    """``mentions``, in which languages are distinguished from peoples, and governments of cities from cities."""
    result: list[Mention] = []
    for item in mentions:
        label = _label(reading, item, result[-1] if result else None)
        result.append(with_label(item, label))
    spoken = {fold(item.text) for item in result if item.label == "Misc" and is_demonym(item.text)}
    if not spoken:
        return result
    return [with_label(item, "Misc") if _is_again(reading, item, spoken) else item for item in result]


def _label(reading: Reading, item: Mention, before: Mention | None) -> str:
    """The class of one mention; ``before`` is the one before it, which may be a language that this one joins."""
    if item.label == "NORP":
        return "Misc" if _is_language(reading, item, before) else "NORP"
    if item.label == "Location" and _is_corporation(reading, item):
        return "Organization"
    if item.label == "Organization" and _is_treaty(item.text):
        return "Misc"
    if item.label in _BUILT and _is_building(item.text, acting=item.label == "Organization"):
        return "Facility"
    return "Person" if item.label == "Location" and follows_relative(reading, item) else item.label


def _is_treaty(text: str) -> bool:
    """Whether a name's noun is that of a treaty: "Tarn Treaty", "Convention on the Seas"; not "Party Convention"."""
    words = text.split()
    if len(words) > 1 and words[-1].lower() in listed_in("names.treaties", "treaty"):
        return True
    return any(word.lower() in listed("names.treaties") and after.islower() for word, after in pairwise(words))


_BUILT = ("Location", "Organization")


def _is_building(text: str, *, acting: bool) -> bool:
    """Whether a name of several words ends like that of a building; with ``acting``, of one that is never a body."""
    words = text.split()
    kinds = listed("evidence.last_words.site")
    kinds = kinds if acting else kinds | listed("evidence.last_words.building")
    return len(words) > 1 and words[-1].lower() in kinds


_BETWEEN_TITLE = 3
"""Words of a title between a comma and a name, at most."""
_BETWEEN_OWNER = 2
"""Words between "his" and the relative, at most: "his late father", "her two-year-old son"."""
DESCRIBING = frozenset({"ADJ", "NUM"})
"""Parts of speech between "his" and the relative."""


def follows_relative(reading: Reading, item: Mention) -> bool:
    """Whether "her brother", "his late father" and the like come right before a name, with a comma or without.

    After a comma, a title may stand between: "her husband, former President Ada Brook".
    """
    first = reading.starting_in(item.span).start
    titled = range(first - 1, first - 2 - _BETWEEN_TITLE, -1)
    comma = next((at for at in titled if reading.tag(at) not in (*DESCRIBING, "PROPN")), -1)
    noun = comma - 1 if reading.word(comma) == "," else first - 1
    if reading.word(noun) not in relatives():
        return False
    before = range(noun - 1, noun - 2 - _BETWEEN_OWNER, -1)
    owner = next((at for at in before if reading.tag(at) not in DESCRIBING), -1)
    return reading.word(owner) in listed_in("evidence.pronouns", "person")


def _is_language(reading: Reading, item: Mention, before: Mention | None) -> bool:
    """Whether a people's name means its language: "in English", "speaks Danish and German", "the Yoruba word"."""
    inside = reading.starting_in(item.span)
    if not inside:
        return False
    if fold(item.text) in listed_folded("languages.only") or _is_called_so(reading, item, inside.stop):
        return True
    if not is_demonym(item.text) or _modifies(reading, inside.stop):
        return False
    return _is_spoken(reading, inside.start - 1) or (before is not None and _joins(reading, item, before))


def _is_called_so(reading: Reading, item: Mention, index: int) -> bool:
    """Whether "language", "word" or "-speaking" follows."""
    match = _HYPHENATED.match(reading.text, item.span.end)
    if match is not None:
        return match.group(1) in listed("languages.speaking")
    return reading.word(index) in listed("languages.nouns")


def _modifies(reading: Reading, index: int) -> bool:
    """Whether a name describes the word after it: a noun or, without tags, any word; or what a hyphen joins."""
    tag, word = reading.tag(index), reading.word(index)
    return tag in _MODIFIED or word == "-" or (tag is None and word.isalpha() and word not in listed("grammar.and"))


def _is_spoken(reading: Reading, index: int) -> bool:
    """Whether "in" or a form of "speak" is before the name."""
    if index < 0:
        return False
    verb = (reading.tokens[index].lemma or reading.word(index)).lower()
    return verb in listed("languages.verbs") or reading.word(index) in listed("languages.in")


def _joins(reading: Reading, item: Mention, before: Mention) -> bool:
    """Whether a comma or "and" joins a name to that of a language."""
    if before.label != "Misc" or not is_demonym(before.text):
        return False
    between = reading.text[before.span.end : item.span.start].replace(",", " ").split()
    return set(between) <= listed("grammar.and")


def _is_again(reading: Reading, item: Mention, spoken: set[str]) -> bool:
    """Whether a name that is a language elsewhere in the article has neither an article nor a noun beside it."""
    if item.label != "NORP" or fold(item.text) not in spoken:
        return False
    inside = reading.starting_in(item.span)
    return not _modifies(reading, inside.stop) and reading.word(inside.start - 1) not in listed("grammar.articles")


def _is_corporation(reading: Reading, item: Mention) -> bool:
    """Whether a place is named as its government: "the City of Calder"."""
    words = item.text.split()
    start = reading.starting_in(item.span).start
    called = (
        len(words) > 1 and words[0].lower() in listed("nouns.bodies.corporation") and words[1] in listed("grammar.of")
    )
    return called and reading.word(start - 1) in listed("grammar.the")


def peoples(reading: Reading, mentions: Iterable[Mention]) -> list[Mention]:
    """New mentions for peoples' names that the model left unmarked."""
    taken = {index for item in mentions for index in reading.starting_in(item.span)}
    tokens = reading.tokens
    return [
        _people(reading, tokens[index].span)
        for index in reading.capitals
        if index not in taken and tokens[index].upos in _PEOPLES and _is_people(tokens[index].text)
    ]


def realms(reading: Reading, mentions: Iterable[Mention]) -> list[Mention]:
    """New mentions for what the text calls a country or a part of it, with a capital: "the Kingdom", "the Region"."""
    known = lists().groups("countries.realms").keys() | listed("countries.divisions")
    if not any(word in reading.text for word in known):
        return []
    taken = {index for item in mentions for index in reading.starting_in(item.span)}
    found = []
    for index, token in enumerate(reading.tokens):
        if token.text in known and index not in taken and reading.word(index - 1) in listed("grammar.the"):
            after = reading.tokens[index + 1].text if index + 1 < len(reading.tokens) else "."
            if not after[0].isupper() and after not in listed("grammar.of"):
                found.append(Mention.make(reading.text, token.span, label="Location", head=token.span))
    return found


def _is_people(text: str) -> bool:
    return is_demonym(text) or text in listed("countries.parties")


def _people(reading: Reading, span: Span) -> Mention:
    return Mention.make(reading.text, span, label="NORP", head=head_of(reading, span, "NORP"))
