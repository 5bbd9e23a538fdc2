"""Puts invented names in place of those of an article, so that the model learns their form and not their spelling.

Within one article a name becomes the same name everywhere, the surname alone follows the full name, and an acronym
follows what it abbreviates. Classes, and the words between the names, stay as they are. Dates, amounts of money and
nationalities are never replaced.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from newsparse_english.tokens import GLUED, titles, tokenize
from newsparse_english.training.corpora import Example
from newsparse_english.training.inventing import Person, data, initials, invented, kind_like, person

TOUCHED = 0.35
"""The share of the articles that change."""

REPLACED: Mapping[str, float] = {
    "Person": 0.6,
    "Organization": 0.6,
    "Facility": 0.6,
    "Product": 0.6,
    "Misc": 0.5,
    "Location": 0.15,
}
"""How often a name changes, by its class; places seldom do, since the real ones are worth knowing."""

FOOTNOTE, GLUED_FOOTNOTE, GLUED_TITLE = 0.02, 0.01, 0.1
"""How often a replaced name gets a footnote ("Holt[2]", "Holt2"), and loses the space after a title ("Dr.Holt")."""

ACRONYM = re.compile(r"[A-Z][A-Za-z&]{0,4}[A-Z]s?")
IN_CAPITALS = 6
"""Letters of the shortest single word in capitals that is not taken for an acronym."""

QUOTATION_MARKS = frozenset("\"'\u201c\u2018")
APOSTROPHES = frozenset("'\u2019")
PERSON, ORGANIZATION, ACRONYMS = "Person", "Organization", "acronym"
TREES = ("starts", "upos", "xpos", "feats", "heads", "deprels")
TRIES = 8


@attrs.define
class Surface:
    """A spelling of a name and what is around it anywhere in the article."""

    label: str
    words: list[str]
    text: str
    article: bool
    quoted: bool
    before_stop: bool = False
    fixed: bool = False


Span = tuple[int, int, str]
"""The first word of a name, the one after its last, and its class."""


def with_other_names(example: Example, rng: random.Random, *, share: float = TOUCHED) -> Example:
    """``example``, in a ``share`` of the cases with other names of the same classes.

    Examples with trees or tags per word stay as they are; roles and links move along with their words.
    """
    if example.entities is None or any(getattr(example, name) is not None for name in TREES):
        return example
    if rng.random() >= share:
        return example
    spans = list(named(example.entities))
    surfaces: dict[tuple[str, str], Surface] = {}
    keys = [_note(surfaces, example, span) for span in spans]
    other = _others(surfaces, rng)
    texts = {span[0]: other[key] for span, key in zip(spans, keys, strict=True) if key in other}
    return _rewritten(example, spans, texts, rng) if texts else example


def named(tags: Sequence[str]) -> Iterator[Span]:
    """The names in BIO tags."""
    first = -1
    for index, tag in enumerate([*tags, "O"]):
        if first >= 0 and not (tag.startswith("I-") and tag[2:] == tags[first][2:]):
            yield first, index, tags[first][2:]
            first = -1
        if first < 0 and tag != "O":
            first = index


def _note(surfaces: dict[tuple[str, str], Surface], example: Example, span: Span) -> tuple[str, str]:
    """Adds an occurrence to ``surfaces`` and returns its key."""
    first, last, label = span
    words = example.words[first:last]
    text = surface_of(words, example.gaps[first:last])
    before = example.words[first - 1] if first else ""
    key = (label, text.casefold())
    quoted = before in QUOTATION_MARKS
    found = surfaces.setdefault(key, Surface(label, words, text, before.lower() == data()["article"], quoted))
    after = example.words[last] if last < len(example.words) and example.gaps[last] == GLUED else ""
    found.before_stop = found.before_stop or after.startswith(".")
    found.fixed = found.fixed or (after in APOSTROPHES and not quoted) or not _uniform(example, first, last)
    return key


def surface_of(words: Sequence[str], gaps: Sequence[int]) -> str:
    """``words`` as text on one line."""
    return "".join(
        (" " if gap and index else "") + word for index, (word, gap) in enumerate(zip(words, gaps, strict=True))
    )


def _uniform(example: Example, first: int, last: int) -> bool:
    """Whether the words of a name all have one role, so that other words can take it over."""
    roles = example.roles[first:last] if example.roles is not None else []
    inside = roles[0].replace("B-", "I-") if roles else ""
    links = example.links[first:last] if example.links is not None else []
    return all(role == inside for role in roles[1:]) and all(link == links[0] for link in links)


def _replaceable(surface: Surface) -> bool:
    words = data()["words"]
    plain = {*words["weekday"], *words["month"], *words["year"]}
    capital = any(char.isupper() for char in surface.text)
    return capital and not surface.fixed and not plain.issuperset(surface.words)


def _others(surfaces: Mapping[tuple[str, str], Surface], rng: random.Random) -> dict[tuple[str, str], str]:
    """The new spelling of each name that changes."""
    result: dict[tuple[str, str], str] = {}
    everyone = {key: surface for key, surface in surfaces.items() if key[0] == "Person"}
    rest = {key: surface for key, surface in surfaces.items() if key[0] in REPLACED and key[0] != "Person"}
    for key, text in [*_people(everyone, rng), *_things(rest, rng)]:
        surface = surfaces[key]
        result[key] = text.upper() if _in_capitals(surface) else text
    return result


def _in_capitals(surface: Surface) -> bool:
    """Whether a name is written in capitals as in a headline, and not as an acronym is."""
    letters = [word for word in surface.words if word.isalpha() and len(word) > 1]
    return surface.text.isupper() and (len(letters) > 1 or len("".join(letters)) >= IN_CAPITALS)


def _people(surfaces: Mapping[tuple[str, str], Surface], rng: random.Random) -> Iterator[tuple[tuple[str, str], str]]:
    """People: those with one first and last word are the same person, those with one last word are a family."""
    known: dict[tuple[str, str], Person | None] = {}
    families: dict[str, Person] = {}
    for key in sorted(surfaces, key=lambda key: -len(surfaces[key].words)):
        words = key[1].split()
        whole = next((full[1].split() for full in surfaces if _inside(words, full[1].split())), words)
        ends = (whole[0], whole[-1])
        if ends not in known:
            known[ends] = _someone(families.get(ends[1]), rng) if rng.random() < REPLACED[key[0]] else None
        someone = known[ends]
        if someone is None or not _replaceable(surfaces[key]):
            continue
        families.setdefault(ends[1], someone)
        if len(words) == len(whole):
            yield key, someone.text if len(words) > 1 else someone.short
        else:
            first = words[0] == whole[0] and (key[0], whole[-1]) in surfaces
            yield key, someone.given if first else someone.short


def _someone(relative: Person | None, rng: random.Random) -> Person:
    return person(rng, of=relative.culture, family=relative.family) if relative else person(rng)


def _inside(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a name is the beginning or the end of a longer one."""
    size = len(part)
    return size < len(whole) and part in (whole[:size], whole[-size:])


def _things(surfaces: Mapping[tuple[str, str], Surface], rng: random.Random) -> Iterator[tuple[tuple[str, str], str]]:
    """Names of other classes; acronyms follow their full name; other short forms, and terms such as "GDP", stay."""
    acronyms: dict[str, str] = {}
    for key in sorted(surfaces, key=lambda key: -len(surfaces[key].words)):
        surface = surfaces[key]
        text = acronyms.get(surface.text)
        if text is None and rng.random() < REPLACED[key[0]] and not _is_short(key, surfaces) and _replaceable(surface):
            text = _thing(surface, rng)
        if len(surface.words) > 1:
            acronyms.setdefault(initials(surface.text), initials(text or ""))
        if text and not surface.fixed:
            yield key, text


def _is_short(key: tuple[str, str], surfaces: Mapping[tuple[str, str], Surface]) -> bool:
    """Whether a name is a part of another one of its class, or stands for a term: "GDP"."""
    if any(_inside(key[1].split(), full[1].split()) for full in surfaces if full[0] == key[0]):
        return True
    return key[0] != ORGANIZATION and ACRONYM.fullmatch(surfaces[key].text) is not None


def _thing(surface: Surface, rng: random.Random) -> str:
    """Another name for ``surface``; empty if none was found that fits what is around it."""
    label = surface.label
    for _ in range(TRIES):
        if label == ORGANIZATION and ACRONYM.fullmatch(surface.text):
            text = invented(label, rng, kind=ACRONYMS)
        else:
            kind = kind_like(label, surface.words, rng, article=surface.article, quoted=surface.quoted)
            text = invented(label, rng, kind=kind)
        again = surface.article and text.lower().startswith(data()["article"] + " ")
        if not again and not (surface.before_stop and text.endswith(".")):
            return text
    return ""


def _rewritten(example: Example, spans: Sequence[Span], texts: Mapping[int, str], rng: random.Random) -> Example:
    """``example`` with the names at the words in ``texts`` replaced."""
    new = _Rewriting(example)
    done = 0
    for first, last, label in spans:
        if first in texts:
            new.keep(done, first)
            new.name(first, last, label, texts[first], rng)
            done = last
    new.keep(done, len(example.words))
    return new.example()


class _Rewriting:
    """Collects the words of the new example, and where each old word went."""

    def __init__(self, example: Example) -> None:
        self.old = example
        self.words: list[str] = []
        self.gaps: list[int] = []
        self.tags: list[str] = []
        self.roles: list[str] = []
        self.inner: list[str] = []
        self.links: list[int] = []
        self.places: list[int] = []

    def keep(self, first: int, last: int) -> None:
        """Copies words."""
        old = self.old
        self.places.extend(range(len(self.words), len(self.words) + last - first))
        self.words.extend(old.words[first:last])
        self.gaps.extend(old.gaps[first:last])
        self.tags.extend((old.entities or [])[first:last])
        self.roles.extend((old.roles or [])[first:last])
        self.inner.extend((old.inner or [])[first:last])
        self.links.extend((old.links or [])[first:last])

    def name(self, first: int, last: int, label: str, text: str, rng: random.Random) -> None:
        """Writes ``text`` for the words ``first`` to ``last``, with a footnote at times."""
        self.places.extend([len(self.words)] * (last - first))
        chance = rng.random()
        free = self._is_free(last) and text[-1:].isalpha()
        if free and chance < GLUED_FOOTNOTE:
            text += str(rng.randint(1, 9))
        words = tokenize(text)
        glued = label == PERSON and rng.random() < GLUED_TITLE and self._after_title()
        for count, word in enumerate(words):
            self._add(first, word.text, word.gap, ("I-" if count else "B-") + label, inside=count > 0)
        self.gaps[-len(words)] = GLUED if glued else self.old.gaps[first]
        if free and GLUED_FOOTNOTE <= chance < GLUED_FOOTNOTE + FOOTNOTE:
            for mark in ("[", str(rng.randint(1, 30)), "]"):
                self._add(first, mark, GLUED, "O", inside=True)

    def _is_free(self, last: int) -> bool:
        """Whether no word is glued to the words before ``last``."""
        return last >= len(self.old.gaps) or self.old.gaps[last] != GLUED

    def _after_title(self) -> bool:
        word = self.words[-1] if self.words else ""
        return word.endswith(".") and word[:-1].lower() in titles()

    def _add(self, at: int, word: str, gap: int, tag: str, *, inside: bool) -> None:
        """Adds a word with the role and the link of the old word ``at``."""
        self.words.append(word)
        self.gaps.append(gap)
        self.tags.append(tag)
        for old, new in ((self.old.roles, self.roles), (self.old.inner, self.inner)):
            if old is not None:
                new.append(old[at].replace("B-", "I-") if inside else old[at])
        if self.old.links is not None:
            self.links.append(self.old.links[at])

    def example(self) -> Example:
        """The new example; links point to where their words went."""
        links = None
        if self.old.links is not None:
            links = [self.places[link] if link >= 0 else link for link in self.links]
        roles, inner = self.roles or None, self.inner or None
        return attrs.evolve(
            self.old, words=self.words, gaps=self.gaps, entities=self.tags, roles=roles, inner=inner, links=links
        )
