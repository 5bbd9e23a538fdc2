"""Words for roles: nouns for an office, an occupation or a function."""

from __future__ import annotations

from newsparse.model import Token
from newsparse_entities.lexicon import (
    listed,
    listed_folded,
    not_roles,
    noun_labels,
    role_endings,
)
from newsparse_entities.phrases import lemma
from newsparse_entities.reading import Reading

_LONGEST_TITLE_WORDS = 3


def is_role(reading: Reading, index: int) -> bool:
    """Whether a word is a noun for a role, by the lists or by its ending; not one for kin and other relations."""
    word, tag = reading.word(index), reading.tag(index)
    if tag in ("ADV", "ADP", "VERB", "AUX") or (tag == "ADJ" and word in listed("nouns.people.adjective")):
        return False
    rank = word.endswith(".") and word[:-1] in listed("nouns.people.rank")
    if rank or word in listed("nouns.people.role") or ends_title(reading, index):
        return True
    prefix, _, office = word.partition("-")
    if prefix in listed("roles.prefixes") and office in listed("nouns.people.role"):
        return True
    return tag == "NOUN" and _is_role_by_lemma(word, _singular(reading.tokens[index]))


def _singular(noun: Token) -> str:
    """A noun in the singular, in small letters: "ceo" for "CEOs", which have no lemma of their own."""
    text = noun.text
    return text[:-1].lower() if text[-1:] == "s" and text[:-1].isupper() else lemma(noun)


def _is_role_by_lemma(word: str, base: str) -> bool:
    if base in listed("nouns.people.role"):
        return True
    by_ending = base == word and base.endswith(role_endings()) and noun_labels().get(base) != "Organization"
    return by_ending and base not in not_roles()


def ends_title(reading: Reading, index: int) -> bool:
    """Whether a capitalised title that is a role ends with this word: "Prime Minister", "Imam", "Gov."."""
    if not 0 <= index < len(reading.tokens) or not reading.tokens[index].text[0].isupper():
        return False
    return title_start(reading, index) is not None


def title_start(reading: Reading, index: int) -> int | None:
    """The first word of the longest title that ends with this word; None where none does."""
    titles, others = listed_folded("titles.words.role"), listed_folded("titles.words.no-role")
    for length in range(min(_LONGEST_TITLE_WORDS, index + 1), 0, -1):
        title = " ".join([reading.word(at).strip(".") for at in range(index - length + 1, index + 1)])
        if title in titles and title not in others:
            return index - length + 1
    return None


def is_plural(reading: Reading, index: int) -> bool:
    """Whether a noun for a role means several people."""
    token = reading.tokens[index]
    if token.xpos is not None:
        return token.xpos in ("NNS", "NNPS")
    return lemma(token) != reading.word(index)
