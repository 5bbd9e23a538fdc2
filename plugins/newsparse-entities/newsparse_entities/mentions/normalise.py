"""The backend's mentions normalised: titles and possessives removed, one mention per span, one label per name."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence

import attrs

from newsparse.model import Mention, Passage, Span
from newsparse.model.making import made_at
from newsparse_entities.lexicon import (
    WORD,
    Gender,
    countries,
    country_names,
    demonyms,
    leading_articles,
    listed,
    listed_folded,
    listed_in,
    mapped,
    title_ends,
    title_genders,
    title_words,
    titles_before,
    titles_inside,
)
from newsparse_entities.names.parse import fold, squash
from newsparse_entities.reading import Reading

VALUES = ("Date", "Money")
"""Labels of mentions that name nothing and never become entities."""

_LOOKBACK = 48
_EDGE = ' \t\r\n\xa0,;:"“”«»/'
_QUOTES = {"'": "'", "’": "‘"}
"""Single quotation marks that close, with those that open."""
_FULL_NAME_WORDS = 2
_UNBROKEN = re.compile(r"\S+")
_GENERATION = re.compile(r",?[ \xa0][JS]r\.")
_SHOP = re.compile(r"['’]s\b")
_OPEN = re.compile(r"[ \xa0]*[(\[]$")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$", re.IGNORECASE)


def tidy(reading: Reading, mentions: Iterable[Mention]) -> list[Mention]:
    """Named mentions with corrected edges, titles and heads, in the order of the text, one per span."""
    given = list(mentions)
    parts = _name_parts(given)
    even = again(reading, given, [_even(reading, item, parts) for item in given])
    pairs = zip(even, agree(even), strict=True)
    return _one_per_span(agreed if agreed is item else headed(reading, agreed) for item, agreed in pairs)


@functools.lru_cache(maxsize=8192)
def country(text: str) -> str:
    """The canonical name of a country written in any of its ways, else ``text``."""
    name = " ".join(text.replace("’", "'").split())
    first, _, rest = name.partition(" ")
    bare = rest if rest and first.lower() in listed("grammar.the") else name
    return countries().get(bare) or countries().get(name) or _in_full(bare) or " ".join(text.split())


def _in_full(name: str) -> str | None:
    """The country of a name with the form of its state: "Qatar" of "State of Qatar"."""
    words = name.replace("’", "'").split()
    at = next((at for at, word in enumerate(words) if word in listed("grammar.of")), 0)
    if " ".join(words[:at]) not in listed("countries.forms"):
        return None
    place = " ".join(word for word in words[at + 1 :] if word not in listed("grammar.the"))
    return countries().get(place) or (place if place in listed("countries.names") else None)


@functools.lru_cache(maxsize=8192)
def country_aliases(text: str) -> frozenset[str]:
    """A place's name and, if it is a country's, the others of that country, in small letters."""
    name = country(text)
    same = {alias for alias, known in countries().items() if known == name}
    return frozenset(word.lower() for word in (text, name, *same))


@functools.lru_cache(maxsize=8192)
def name_key(text: str) -> str:
    """A key that is equal for two ways of writing a name: case, diacritics, dots, blanks, aliases of places."""
    return squash(country(mapped("names.states").get(text, text)))


def is_country(text: str) -> bool:
    """Whether a name is a country's."""
    name = country(text)
    return name in country_names() or name in listed("countries.names")


def is_demonym(text: str) -> bool:
    """Whether a name is a people's ("Norwegian", "Norwegians") and not a place's."""
    word = fold(text)
    return word in demonyms() or word.removesuffix("s") in demonyms()


def title_gender(title: str | None) -> Gender | None:
    """The gender that a title states: "Ms." feminine, "Dr." and no title none."""
    if title is None:
        return None
    genders = title_genders()
    stated = [genders.get(part.strip(".").casefold()) for part in title.split()]
    return next((gender for gender in stated if gender), None)


def has_courtesy(title: Passage | None) -> bool:
    """Whether a title is only for people, such as "Mr." or "Dr."."""
    if title is None:
        return False
    return any(word.strip(".").casefold() in listed_folded("titles.words.courtesy") for word in title.text.split())


def is_titled_person(item: Mention) -> bool:
    """Whether a courtesy title is before a name that does not end like a body's: not in "Dr. Ada Brook Foundation"."""
    if not has_courtesy(item.title):
        return False
    *before, last = item.text.split() or [""]
    return len(before) < _FULL_NAME_WORDS or fold(last) not in listed_in("evidence.last_words", "body")


def head_of(reading: Reading, span: Span, label: str) -> Span:
    """The head word of a mention: by the tree if there is one, else the last word before "of", "for" and the like."""
    top = reading.top(span) if label != "Person" else None
    if top is not None:
        return top.span
    words = [Span(*match.span()) for match in _UNBROKEN.finditer(reading.text, span.start, span.end)]
    if not words:
        return span
    if label == "Person":
        return words[-1]
    small = listed("names.small_words")
    first = next((i for i, word in enumerate(words) if i and word.cut(reading.text).lower() in small), len(words))
    return words[first - 1]


def agree(mentions: Sequence[Mention]) -> list[Mention]:
    """``mentions`` with one label per name: the one with the highest confidence in total; "Mr." makes a person.

    Each mention votes with its confidence (1 where the model gives none); the first in the text decides a tie.
    """
    votes: dict[str, dict[str, float]] = {}
    for item in sorted(mentions, key=place_in_text):
        if item.label not in VALUES and not is_titled_person(item):
            sums = votes.setdefault(name_key(item.text), {})
            sums[item.label] = sums.get(item.label, 0.0) + (1.0 if item.confidence is None else item.confidence)
    elected = {key: max(sums, key=sums.__getitem__) for key, sums in votes.items()}
    return [with_label(item, _label(item, elected)) for item in mentions]


def with_label(item: Mention, label: str) -> Mention:
    """``item`` with the class ``label``; ``item`` itself if it has that class already."""
    return item if item.label == label else attrs.evolve(item, label=label)


def _label(item: Mention, elected: dict[str, str]) -> str:
    if item.label in VALUES:
        return item.label
    if is_titled_person(item):
        return "Person"
    label = elected[name_key(item.text)]
    if label in ("Location", "NORP") and is_demonym(item.text):
        return "NORP"
    name = country(item.text)
    if name not in listed("countries.unions") and (name in country_names() or _in_full(item.text)):
        return "Location"
    return label


def place_in_text(item: Mention) -> tuple[int, int, str, float]:
    """A sort key: the order of the text, the longest first; for the same span, by class and confidence."""
    return (item.span.start, -item.span.end, item.label, -(item.confidence or 0))


def _one_per_span(mentions: Iterable[Mention]) -> list[Mention]:
    kept: dict[tuple[int, int], Mention] = {}
    for item in sorted(mentions, key=place_in_text):
        kept.setdefault((item.span.start, item.span.end), item)
    return list(kept.values())


def headed(reading: Reading, item: Mention) -> Mention:
    """``item`` with its head word."""
    head = head_of(reading, item.span, item.label)
    return item if item.head == head else attrs.evolve(item, head=head)


def _name_parts(mentions: Iterable[Mention]) -> frozenset[str]:
    """What people's names of three words or more have after their first word: "Amir Holt" of "Nadia Amir Holt"."""
    words = (fold(item.text).split() for item in mentions if item.label == "Person")
    return frozenset(" ".join(name[start:]) for name in words for start in range(1, len(name) - 1))


def _even(reading: Reading, item: Mention, parts: frozenset[str]) -> Span:
    """The span of one mention with its edges trimmed; a date or a sum stays as it is."""
    if item.label in VALUES or not item.text.strip(_EDGE):
        return item.span
    span = _trimmed(reading, item)
    if item.label != "Person":
        return span
    if fold(span.cut(reading.text)) not in parts:
        span = _without_titles(reading, span)
    return _with_generation(reading, _without_honours(reading, span))


def _without_titles(reading: Reading, span: Span) -> Span:
    """The span of a name without the titles that it begins with, or with whose last word: "Seri" of "Datuk Seri"."""
    first = WORD.match(reading.text, span.start, span.end)
    if first is None or first.group().casefold() not in title_words():
        return span
    inside = titles_inside().match(reading.text, span.start, span.end)
    if inside is not None:
        return Span(inside.end(), span.end)
    rest = first.end() + 1
    ends = first.group().casefold() in title_ends() and first.group().casefold() not in title_genders()
    begin = max(0, span.start - _LOOKBACK)
    if not ends or rest >= span.end or titles_before().search(reading.text, begin, rest) is None:
        return span
    return Span(rest, span.end)


def _without_honours(reading: Reading, span: Span) -> Span:
    """The span of a full name without the letters that follow it: "KC", "MBE"."""
    words = list(_UNBROKEN.finditer(span.cut(reading.text)))
    while len(words) > _FULL_NAME_WORDS and words[-1].group() in listed("names.honours"):
        words.pop()
    return Span(span.start, span.start + words[-1].end()) if words else span


def _with_generation(reading: Reading, span: Span) -> Span:
    """The span of a name with the "Jr." or "Sr." right after it."""
    match = _GENERATION.match(reading.text, span.end)
    return Span(span.start, match.end()) if match else span


def again(reading: Reading, items: Sequence[Mention], spans: Sequence[Span]) -> list[Mention]:
    """Copies of ``items`` at ``spans``, each with the title before it and no entity yet."""
    pairs = list(zip(items, spans, strict=True))
    return made_at(
        Mention,
        reading.text,
        spans,
        label=[item.label for item in items],
        form=[item.form for item in items],
        head=[head_of(reading, span, item.label) for item, span in pairs],
        title=[None if item.label in VALUES else _title(reading, span) for item, span in pairs],
        confidence=[item.confidence for item in items],
        origin=[item.origin for item in items],
    )


def _title(reading: Reading, span: Span) -> Passage | None:
    """The title right before ``span``: "Mr.", "Prime Minister"."""
    begin = max(0, span.start - _LOOKBACK)
    before = reading.text[begin : span.start].rstrip(" \xa0.")
    last = before[before.rfind(" ") + 1 :]
    runs = WORD.findall(last)
    if not runs or runs[-1].casefold() not in title_ends():
        return None
    match = titles_before().search(reading.text, _first_of_titles(reading, begin, span.start), span.start)
    if match is None:
        return None
    words = match.group(1).rstrip()
    return Passage.at(reading.text, match.start(1), match.start(1) + len(words))


def _first_of_titles(reading: Reading, begin: int, end: int) -> int:
    """Where those words between two offsets begin that are the last and all words of titles."""
    start = end
    for match in reversed(list(WORD.finditer(reading.text, begin, end))):
        if match.group().casefold() not in title_words():
            break
        start = match.start()
    return start


def _trimmed(reading: Reading, item: Mention) -> Span:
    """The span without blanks and marks at its edges, "the" that is not part of the name, and "'s"."""
    words = item.text
    start = item.span.start + len(words) - len(words.lstrip(_EDGE))
    end = item.span.end - (len(words) - len(words.rstrip(_EDGE)))
    article = leading_articles().match(reading.text, start, end)
    kept_article = item.label == "Misc" and article and article.group()[0] == "T"
    if article and not kept_article:
        start = article.end()
    name = _without_small_words(_without_bracket(reading.text[start:end]))
    name = _without_quote(name, reading.text[start - 1 : start])
    end = start + len(name)
    ending = _POSSESSIVE.search(name, max(0, len(name) - 2))
    kept = listed_folded("names.keep_possessive")
    shop = _SHOP.match(reading.text, end) if item.label == "Organization" else None
    if shop and f"{name}'s".casefold() in kept:
        return Span(start, shop.end())
    if ending and name.casefold().replace("’", "'") not in kept:
        end = start + ending.start()
    return Span(start, end) if start < end else item.span


def _without_bracket(name: str) -> str:
    """A name without the bracket that opens at its end; what is nothing else stays as it is."""
    return _OPEN.sub("", name) or name if name.endswith(("(", "[")) else name


def _without_quote(name: str, before: str) -> str:
    """A name without the quotation mark at its end that opens right before it."""
    return name[:-1] if name[-1:] in _QUOTES and _QUOTES[name[-1]] == before else name


def _without_small_words(name: str) -> str:
    """A name without the "and", "of the" or "for" that it ends with."""
    words = name.split()
    while len(words) > 1 and words[-1] in listed("names.loose_ends"):
        name = name[: name.rindex(words.pop())].rstrip()
    return name
