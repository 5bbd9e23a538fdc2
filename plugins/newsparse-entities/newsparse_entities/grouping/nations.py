"""Bodies with a country in their names: "U.S. Senate", "Bank of China", "Chilean Football Federation"."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from newsparse.model import Mention
from newsparse_entities.lexicon import country_names, generic, listed, listed_folded
from newsparse_entities.mentions.normalise import is_country
from newsparse_entities.names.parse import fold, organisation_words

_SEVERAL = 2
"""Words of a country's name, at most, before the rest of a body's."""
_SHORTEST_ROOT = 4
"""Letters of the longest country name that an adjective keeps whole: "Iran", "Iranian"; "Chile", "Chilean"."""


def at_home(names: Mapping[str, Sequence[Mention]]) -> dict[tuple[str, ...], list[str]]:
    """The keys of names that begin with a country or people, by their words after it."""
    found: dict[tuple[str, ...], list[str]] = {}
    for key, items in names.items():
        if part := without_country(items[0].text):
            found.setdefault(part, []).append(key)
    return found


def of_country(words: Sequence[str]) -> bool:
    """Whether words are "of" and a country: "Vivo India" is not "Vivo" as "Bank of India" may be "Bank"."""
    bare = [word for word in words[1:] if word not in listed("grammar.the")]
    return bool(words) and words[0] in listed("grammar.of") and is_country(" ".join(bare).title())


def is_whole(words: Sequence[str]) -> bool:
    """Whether a name is a kind of body and a country, and thus no part of another one: "Bank of China"."""
    return words[0] in generic() and of_country(words[1:])


@functools.lru_cache(maxsize=8192)
def without_country(text: str) -> tuple[str, ...]:
    """The words of a name after the country or people that it begins with: "Senate" of "U.S. Senate"; else nothing."""
    raw = text.split()
    if len(raw) > 1 and (fold(raw[0]) in listed_folded("countries.demonyms") or is_country(raw[0])):
        return organisation_words(" ".join(raw[1:]))
    both = " ".join(raw[:_SEVERAL])
    return organisation_words(" ".join(raw[_SEVERAL:])) if len(raw) > _SEVERAL and is_country(both) else ()


@functools.lru_cache(maxsize=8192)
def national(text: str) -> frozenset[str]:
    """The words of a country's body with the country: "Football Federation of Chile", "Chilean Football Federation".

    Nothing for other names.
    """
    raw = text.split()
    small = listed("names.small_words") | listed("grammar.the")
    at = max((at for at, word in enumerate(raw) if word.lower() in listed("grammar.of")), default=0)
    place = " ".join(word for word in raw[at + 1 :] if word.lower() not in small)
    if at and is_country(place):
        return frozenset({*organisation_words(" ".join(raw[:at])), fold(place)}) - small
    whose = _by_adjective().get(fold(raw[0])) if len(raw) > 1 else None
    return frozenset({*organisation_words(" ".join(raw[1:])), whose}) - small if whose else frozenset()


@functools.cache
def _by_adjective() -> Mapping[str, str]:
    """Adjectives that begin with the name of a country, the last letter of a longer one aside: "chilean": "chile"."""
    names = map(fold, listed("countries.names") | country_names())
    roots = {name[:-1] if len(name) > _SHORTEST_ROOT else name: name for name in names}
    found: dict[str, str] = {}
    for word in listed_folded("countries.demonyms"):
        fitting = [root for root in roots if word.startswith(root)]
        if fitting:
            found[word] = roots[max(fitting, key=len)]
    return found
