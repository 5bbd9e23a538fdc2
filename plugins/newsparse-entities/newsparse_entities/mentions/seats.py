"""Bodies named by whose office they are: "the Prime Minister's Office", "the Attorney General's Office"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsparse.model import Mention, Span
from newsparse_entities.lexicon import POSSESSIVES, before_roles, courtesies, listed
from newsparse_entities.mentions.normalise import head_of
from newsparse_entities.reading import Reading
from newsparse_entities.roles.nouns import is_role, title_start

_NAMING = ("PROPN", "NOUN", "ADJ")
_OFFICES = ("Person", "Organization")
"""What offices are taken for."""


def seated(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """``mentions`` with these bodies as wholes: the capitalised words of an office and, after its "'s", "Office"."""
    seats = listed("organisations.seats")
    if not any(seat in reading.text for seat in seats):
        return [*mentions]
    at = {index: item for item in mentions for index in reading.overlapping(item.span)}
    found = [
        span
        for index, token in enumerate(reading.tokens)
        if token.text in seats and (span := _body(reading, index, at)) is not None
    ]
    outside = [item for item in mentions if not any(span.covers(item.span) for span in found)]
    return [*outside, *(_made(reading, span) for span in found)]


def _made(reading: Reading, span: Span) -> Mention:
    return Mention.make(reading.text, span, label="Organization", head=head_of(reading, span, "Organization"))


def _body(reading: Reading, seat: int, at: Mapping[int, Mention]) -> Span | None:
    """The span of the body whose name "Office" ends, or begins where a mention goes on: "Office for the North"."""
    if reading.word(seat - 1) not in POSSESSIVES or not _is_office(reading, seat - 2):
        return None
    words = range(_first_of_office(reading, seat - 2, at), seat + 1)
    beside = {at[index].span: at[index].label for index in words if index in at}
    parts = [reading.span(words), *(span for span, label in beside.items() if label in _OFFICES)]
    whole = Span(min(span.start for span in parts), max(span.end for span in parts))
    return whole if all(map(whole.covers, beside)) else None


def _first_of_office(reading: Reading, last: int, at: Mapping[int, Mention]) -> int:
    """The first word of the office that ends with a word."""
    start = title_start(reading, last)
    first = last if start is None else start
    while first - 1 not in at and _is_of_office(reading, first - 1):
        first -= 1
    return first


def _is_office(reading: Reading, index: int) -> bool:
    """Whether a word is the capitalised noun for an office; not "Doctor", who has a practice."""
    word = reading.word(index)
    if not _is_capital(reading, index) or word in courtesies():
        return False
    return is_role(reading, index) or word.removesuffix("s") in listed("nouns.people.role")


def _is_of_office(reading: Reading, index: int) -> bool:
    """Whether a word belongs to the office after it: the "Public" of "Public Prosecutor"; not "Former"."""
    if reading.sentence_of_word(index) != reading.sentence_of_word(index + 1):
        return False
    if reading.word(index) == "-":
        return _is_capital(reading, index - 1)
    named = _is_capital(reading, index) and reading.tag(index) in _NAMING
    return named and reading.word(index) not in before_roles()


def _is_capital(reading: Reading, index: int) -> bool:
    return index >= 0 and reading.tokens[index].text[0].isupper()
