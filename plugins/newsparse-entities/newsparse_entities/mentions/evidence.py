"""Labels by what the whole article says of a name: "Larkmoor's board", "the drug Zorabin", "Holt, 44, who left"."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from newsparse.model import Mention, Span
from newsparse_entities.lexicon import lexicon, table
from newsparse_entities.mentions.normalise import VALUES, head_of, headed, name_key
from newsparse_entities.names.parse import organisation_words, person_name
from newsparse_entities.reading import Reading

_DATELINE = re.compile(r"\)[ \xa0]?[-–—]")
_AGE = re.compile(r", ?\d{1,3}\b(?! (?:percent|per cent))")
_NUMBERED = re.compile(r"[A-Z]\w*(?: [A-Z]\w*)? (?!(?:19|20)\d\d$)\d{1,4}[A-Za-z]{0,2}")
_CAPITALS = re.compile(r"([^\W\d_]{2,}(?:[ '’.-]+[^\W\d_]{2,})*), (?=[A-Z])")
_SURE = 2
"""What a sign counts for that leaves no doubt."""

_REACH = 6
"""How many words from a name its signs may stand."""

_POSSESSIVES = ("'s", "’s", "'", "’")


@attrs.frozen
class Lists:
    """The word lists of ``evidence.json``: kind of evidence to words, for each of four classes."""

    organisation: dict[str, frozenset[str]]
    product: dict[str, frozenset[str]]
    place: dict[str, frozenset[str]]
    person: dict[str, frozenset[str]]


@functools.cache
def lists() -> Lists:
    """The word lists, read from disk at the first call."""
    data = table("evidence")
    kinds = ("organisation", "product", "place", "person")
    return Lists(*({key: frozenset(words) for key, words in data[kind].items()} for kind in kinds))


def settled(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """``mentions`` with the labels that the article speaks for: one label a name, changed only against no person.

    Each use of a name brings signs for a class; a name called a person becomes what most signs say if there are more of
    them than signs of a person, and a full name that holds it counts as such a sign. A model number makes a product.
    """
    signs: dict[str, Counter[str]] = {}
    finder = _Signs(reading, mentions)
    for item in mentions:
        if item.label not in VALUES:
            signs.setdefault(name_key(item.text), Counter()).update(finder.of(item))
    for own in signs.values():
        own["Organization"] += min(own["beginning"], 1)
    return [_relabelled(item, signs.get(name_key(item.text), Counter())) for item in mentions]


def _relabelled(item: Mention, signs: Counter[str]) -> Mention:
    wanted = _label(item.label, signs, doubt=len(item.text.split()) - 1)
    return item if wanted == item.label else attrs.evolve(item, label=wanted)


def _label(label: str, signs: Counter[str], doubt: int) -> str:
    """The class that ``signs`` speak for, for names of classes that the model confuses.

    A name of several words is seldom taken for a person's without being one, and needs one sign more.
    """
    if label in VALUES or label == "NORP" or not signs:
        return label
    best = max(("Location", "Organization", "Product"), key=lambda kind: signs[kind])
    if label == "Person":
        return best if signs[best] > signs["Person"] + min(doubt, 1) else label
    if label == "Misc":
        return "Product" if signs["Product"] else label
    if label == "Organization" and signs["Product"] > signs["Organization"]:
        return "Product"
    if label in ("Location", "Facility") and signs["tail"]:
        return "Organization"
    return label


class _Signs:
    """Finds the signs of one use of a name in the words around it."""

    def __init__(self, reading: Reading, mentions: Iterable[Mention]) -> None:
        self._reading = reading
        named = [item for item in mentions if item.label not in VALUES]
        self._at = {index: item for item in named for index in reading.starting_in(item.span)}
        full = [person_name(m.text) for m in named if m.label == "Person"]
        self._people = {unit for name in full if not name.short for unit in (name.units[0], name.units[-1])}
        bodies = [organisation_words(m.text) for m in named if m.label == "Organization" or self._is_club(m)]
        self._beginnings = {words[:end] for words in bodies for end in range(1, len(words))}

    def _is_club(self, item: Mention) -> bool:
        """Whether a place's name is that of a team that plays here: "Thornley Town came back to beat"."""
        inside = self._reading.starting_in(item.span)
        words = item.text.lower().split()
        return len(words) > 1 and words[-1] in lists().organisation["clubs"] and self._contest(inside)

    def of(self, item: Mention) -> Counter[str]:
        """How many signs of each class stand around ``item``, and under "tail" whether its last word names a body."""
        inside = self._reading.starting_in(item.span)
        signs: Counter[str] = Counter()
        if not inside:
            return signs
        first, last = inside.start, inside.stop
        self._by_name(item, signs)
        for kind, found in (
            ("Person", self._person(item, first, last)),
            ("Organization", self._body(item, first, last)),
            ("Product", self._thing(item, first, last)),
            ("Location", self._place(item, first)),
        ):
            signs[kind] += found
        return signs

    def _by_name(self, item: Mention, signs: Counter[str]) -> None:
        words = organisation_words(item.text)
        tail = words[-1] if len(words) > 1 else ""
        if tail in lists().organisation["tails"]:
            signs["Organization"] += _SURE
            signs["tail"] += 1
        signs["tail"] += self._is_club(item)
        if tail in lists().place["tails"]:
            signs["Location"] += _SURE
        signs["beginning"] += words in self._beginnings
        name = person_name(item.text)
        if name.short and name.units and name.units[0] in self._people:
            signs["Person"] += 4 * _SURE

    def _person(self, item: Mention, first: int, last: int) -> int:
        own = lists().person
        before, after = self._reading.word(first - 1), self._reading.word(last)
        aged = _AGE.match(self._reading.text, item.span.end) is not None and item.label == "Person"
        signs = (
            after in _POSSESSIVES and self._reading.word(last + 1) in own["possessed"],
            after in own["relatives"] or (after == "," and self._reading.word(last + 1) in own["relatives"]),
            after == "," and self._apposed(last + 1, lexicon().role_nouns),
            before in lexicon().role_nouns and before not in lists().organisation["appositions"],
            self._later(item, first, last, own["pronouns"]),
        )
        return sum(signs) + _SURE * (item.title is not None) + _SURE * aged

    def _later(self, item: Mention, first: int, last: int, wanted: frozenset[str]) -> bool:
        """Whether such a pronoun follows a subject in its sentence before any other name."""
        if self._reading.subject_rank(self._reading.top_index(range(first, last))) == 0:
            return False
        sentence = self._reading.sentence_at(item.span.start)
        for index in range(last, min(last + 3 * _REACH, len(self._reading.lower))):
            other = self._at.get(index)
            token = self._reading.tokens[index]
            if other or token.text in '"“”' or self._reading.sentence_at(token.span.start) != sentence:
                return False
            if self._reading.lower[index] in wanted:
                return True
        return False

    def _body(self, item: Mention, first: int, last: int) -> int:
        own = lists().organisation
        before, after, second = self._reading.word(first - 1), self._reading.word(last), self._reading.word(last + 1)
        line = before == "(" and _DATELINE.match(self._reading.text, item.span.end) is not None
        signs = (
            after in _POSSESSIVES and second in own["possessed"],
            self._reading.word(first - 2) in own["possessors"] and before in ("of", "in", "at", "with", "by"),
            before in ("at", "of", "for") and self._role_before(first - 1),
            before in own["appositions"] or (before == "," and self._reading.word(first - 2) in own["appositions"]),
            after in own["compounds"] or (after == "," and second in own["participles"] | own["relatives"]),
            after == "," and second == "whose" and self._reading.word(last + 2) in own["possessed"],
            after == "," and self._apposed(last + 1, own["appositions"]),
            self._verb(first, last) in own["verbs"],
            self._later(item, first, last, frozenset({"its"})),
            self._contest(range(first, last)),
        )
        return sum(signs) + _SURE * line

    def _contest(self, inside: range) -> bool:
        around = (inside.start - 1, *range(inside.stop, inside.stop + _REACH))
        return any(self._reading.word(index) in lists().organisation["contests"] for index in around)

    def _role_before(self, index: int) -> bool:
        """Whether the phrase that ends before ``index`` holds a word for a role: "head of purchasing at"."""
        return any(self._reading.word(at) in lexicon().role_nouns for at in range(index - 4, index))

    def _thing(self, item: Mention, first: int, last: int) -> int:
        own = lists().product
        before = self._reading.word(first - 1)
        numbered = item.label == "Misc" and _NUMBERED.fullmatch(item.text) is not None
        signs = (
            before == "," and self._reading.word(first - 2) in own["appositions"],
            self._reading.word(last) == "," and self._apposed(last + 1, own["appositions"]),
            numbered and item.text.split()[0].lower() not in own["not_numbered"],
        )
        return sum(signs) + _SURE * (before in own["appositions"])

    def _apposed(self, index: int, nouns: frozenset[str]) -> bool:
        """Whether a phrase with an article and one of ``nouns`` begins here, before any mark or other name."""
        if self._reading.word(index) not in ("a", "an", "the"):
            return False
        for at in range(index + 1, index + _REACH):
            word = self._reading.word(at)
            if word in nouns:
                return self._reading.word(at + 1) not in ("of", *_POSSESSIVES)
            if at in self._at or (not word.replace("-", "").isalpha() and word != "-"):
                return False
        return False

    def _place(self, item: Mention, first: int) -> int:
        """A name after a place and a comma: "Weir Lane, Ashdon"."""
        if self._reading.word(first - 1) != "," or self._reading.word(first + 1) not in (",", "(", "."):
            return 0
        other = self._at.get(first - 2)
        words = organisation_words(other.text) if other else ()
        return _SURE * (len(words) > 1 and words[-1] in lists().place["tails"])

    def _verb(self, first: int, last: int) -> str:
        """The lemma of the verb that a name is the subject of."""
        top = self._reading.top_index(range(first, last))
        head = self._reading.tokens[top].head
        if head is None or self._reading.subject_rank(top) == 0 or not 0 <= head < len(self._reading.lower):
            return ""
        return (self._reading.tokens[head].lemma or "").lower()


def reshaped(reading: Reading, mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions cut to what they name: storms with their kind, datelines in two; weekdays are dates."""
    data = table("evidence")
    storms, sections = frozenset(data["storms"]), frozenset(data["sections"])
    dated = [attrs.evolve(m, label="Date") if m.text.lower() in data["weekdays"] else m for m in mentions]
    kept = [item for item in dated if not (_NUMBERED.fullmatch(item.text) and item.text.split()[0].lower() in sections)]
    wide = [_with_storm(reading, part, storms) for item in kept for part in _dateline(reading, item)]
    bare = {name_key(" ".join(item.text.split()[1:])) for item in wide if _stormy(item, storms)}
    return [
        attrs.evolve(item, label="Misc") if name_key(item.text) in bare or _stormy(item, storms) else item
        for item in wide
    ]


def _dateline(reading: Reading, item: Mention) -> list[Mention]:
    """The two places of "CALDER BAY, Velia"."""
    match = _CAPITALS.match(item.text) if item.label == "Location" else None
    if match is None or not match.group(1).isupper():
        return [item]
    start, end = item.span.start, item.span.end
    spans = (Span(start, start + match.end(1)), Span(start + match.end(), end))
    made = [Mention.make(reading.text, span, label=item.label) for span in spans]
    return [headed(reading, attrs.evolve(part, confidence=item.confidence, origin=item.origin)) for part in made]


def _stormy(item: Mention, storms: frozenset[str]) -> bool:
    words = item.text.lower().split()
    return len(words) > 1 and words[0] in storms and item.label not in VALUES


def _with_storm(reading: Reading, item: Mention, storms: frozenset[str]) -> Mention:
    inside = reading.starting_in(item.span)
    if item.label in VALUES or not inside or not inside.start:
        return item
    before = reading.tokens[inside.start - 1]
    if before.text.lower() not in storms or not before.text[0].isupper() or item.title is not None:
        return item
    span = Span(before.span.start, item.span.end)
    made = Mention.make(reading.text, span, label="Misc", head=head_of(reading, span, "Misc"))
    return attrs.evolve(made, confidence=item.confidence, origin=item.origin)
