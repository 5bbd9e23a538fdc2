"""Noun phrases that describe a person or an organisation: those that the backend gives and those of known nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from newsparse.model import Label, Mention, Span, Token
from newsparse_entities.lexicon import (
    Gender,
    Opening,
    label_of,
    listed,
    listed_in,
    noun_genders,
    noun_labels,
    openings,
)
from newsparse_entities.reading import Reading

_SHORTEST_PLURAL = 4
"""Letters of the shortest noun that loses a plural "s"."""
_LONGEST_WORDS = 8
"""How many words before its noun a phrase can have."""

_PLURAL = "Number=Plur"
"""How Universal Dependencies says that a noun is plural."""
_INSIDE = ("ADJ", "NOUN", "PROPN", "NUM", "DET", "PART", "PUNCT")


@attrs.frozen(kw_only=True)
class Phrase:
    """A description: its span, the index of its head token, and what it says about what it can mean.

    ``word`` is the lower-case lemma of the head and ``modifiers`` the folded words before it; ``owner`` is the token of
    a possessor ("his" of "his wife"); ``given`` the backend's mention that it was made from, if there was one.
    """

    span: Span
    token: int
    word: str
    label: Label
    plural: bool
    opening: Opening
    modifiers: tuple[str, ...]
    owner: int | None
    given: Mention | None = None

    @property
    def gender(self) -> Gender | None:
        """The gender that the noun states: "woman" feminine, "neighbour" none."""
        return noun_genders().get(self.word)

    @property
    def anaphoric(self) -> bool:
        """Whether the phrase can mean something that was spoken of before."""
        return self.opening in ("definite", "possessive")


def phrases(reading: Reading, taken: set[int], given: Iterable[Mention]) -> list[Phrase]:
    """The phrases in the order of their head words; ``taken`` are the indices of tokens that belong to names."""
    found: dict[int, Phrase] = {}
    for item in sorted(given, key=_place):
        phrase = _given(reading, item)
        if phrase:
            found.setdefault(phrase.token, phrase)
    for phrase in _known(reading, taken):
        found.setdefault(phrase.token, phrase)
    return [found[token] for token in sorted(found)]


def _given(reading: Reading, item: Mention) -> Phrase | None:
    """The phrase of a mention that the backend gave."""
    inside = reading.starting_in(item.span)
    if not inside:
        return None
    token = reading.head_index(item)
    return _phrase(reading, inside.start, token, item.span, label=label_of(item), given=item)


def _known(reading: Reading, taken: set[int]) -> Iterator[Phrase]:
    """Phrases whose head is a noun for people or organisations."""
    labels = noun_labels()
    for index, token in enumerate(reading.tokens):
        if index in taken or token.upos not in (None, "NOUN") or not token.text[0].isalpha():
            continue
        label = labels.get(lemma(token))
        if label and not _compounded(reading, index) and not _goes_on(reading, index):
            start = _start(reading, index)
            span = Span(reading.tokens[start].span.start, token.span.end)
            yield _phrase(reading, start, index, span, label=label, given=None)


def lemma(token: Token) -> str:
    """The lower-case lemma of a word, without a plural "s" where the backend gives none."""
    if token.lemma:
        return token.lemma.lower()
    word = token.text.lower()
    plural = len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word


def _compounded(reading: Reading, index: int) -> bool:
    """Whether a noun is the first part of a longer one: the "police" of "police station"."""
    token = reading.tokens[index]
    if token.deprel is not None:
        return token.deprel.split(":")[0] in ("compound", "flat")
    return index + 1 < len(reading.tokens) and reading.tokens[index + 1].upos == "NOUN"


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether "of" follows, which says more about the noun than is read here: "the company of cats"."""
    return index + 1 < len(reading.tokens) and reading.tokens[index + 1].text.lower() in listed("grammar.of")


def _start(reading: Reading, index: int) -> int:
    """The first word of the phrase whose head is ``index``: over adjectives and nouns back to its determiner."""
    first = reading.sentences[reading.sentence_of_word(index)].first if reading.sentences else 0
    start = index
    for before in range(index - 1, max(first, index - _LONGEST_WORDS) - 1, -1):
        token = reading.tokens[before]
        if token.text.lower() in openings():
            return before
        if token.upos not in _INSIDE or (token.upos == "PUNCT" and token.text != "-"):
            break
        owner = token.text in ("'s", "’s") and before > first
        if token.head is not None and not owner and not before < token.head <= index:
            break
        start = before
    while start < index and reading.tokens[start].upos in ("PUNCT", "PART"):
        start += 1
    return start


def _phrase(reading: Reading, start: int, token: int, span: Span, *, label: Label, given: Mention | None) -> Phrase:
    words = reading.tokens[start:token]
    owner = _owner(reading, start, token)
    first = words[0].text.lower() if words else ""
    opening: Opening = openings().get(first, "bare")
    if owner is not None:
        opening = "possessive"
    return Phrase(
        span=span,
        token=token,
        word=lemma(reading.tokens[token]),
        label=label,
        plural=_plural(reading, token),
        opening=opening,
        modifiers=tuple(w.text.lower() for w in words if w.upos in ("ADJ", "NOUN", "PROPN", "NUM")),
        owner=owner,
        given=given,
    )


def _plural(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    if token.xpos or token.feats:
        return token.xpos in ("NNS", "NNPS") or _PLURAL in (token.feats or "")
    return token.text.lower() != lemma(token) or token.text.lower() in listed("people.plural")


def _owner(reading: Reading, start: int, token: int) -> int | None:
    """The possessor among the words before the head: "his", or the word before "'s"."""
    for index in range(token - 1, start - 1, -1):
        text = reading.tokens[index].text.lower()
        if text in ("'s", "’s"):
            return index - 1 if index > start else None
        if text in listed_in("determiners.openings", "possessive"):
            return index
    return None


def _place(item: Mention) -> tuple[int, int, str]:
    return (item.span.start, -item.span.end, item.label)
