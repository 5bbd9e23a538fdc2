"""A quote in the making, and how the words of its source are tied to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, auto
from operator import attrgetter
from typing import Any

import attrs

from newsparse.model import Span
from newsparse.model.claims import Manner
from newsparse.syntax import Tree
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer

_BEFORE = frozenset(" \t\r\n\u00a0,;:\u2014\u2013")
_LOOSE = frozenset(" \t\r\n\u00a0;:\u2014\u2013")
"""What content never ends with, besides two hyphens."""
_AFTER_MARK = frozenset(",.;:!? \u00a0")
"""What is outside of the quote where it follows the closing mark."""
_LONGEST_MARK = 8
"""Characters of a mark that a web page left escaped, at most."""
BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_CONJUNCTION = re.compile(r"(\w+)[ \u00a0]?[;:,]\s*")
"""A word and a punctuation mark before words in marks: 'states that; "The quay sinks."'."""
CONFIRMED = 0.99
"""The certainty of what the model finds and the tree confirms."""


class Tie(Enum):
    """How the words of a source are tied to what they say; beside each stands which words these are."""

    GIVEN = auto()  # the model's own link
    OWN_SUBJECT = auto()  # the subject of the cue, which the model took for content
    LABEL = auto()  # a name before a colon or dash that begins a line: "BROOK: It sank."
    PHRASE = auto()  # a set phrase: "in Ada Brook's words", "for Ada Brook, it is"
    BLOCK = auto()  # the subject of the line that leads to a block or list without marks
    HEADLINE = auto()  # the name at the end or the beginning of a headline
    SIGNATURE = auto()  # the name after a dash that ends the line
    NOBODY = auto()  # nobody: the cue is one of asking or hearing, or a passive without an agent
    DOUBTED = auto()  # nobody: somebody else is named since the speaker before
    SUBJECT = auto()  # the subject of the cue
    POSSESSOR = auto()  # the possessor of a cue that is a noun: "Ada Brook's view"
    AGENT = auto()  # the noun after "by" or "from"
    PREPOSITION = auto()  # the noun after "according to"
    MARK = auto()  # the name before a colon or after a dash that is the cue
    CONJUNCT = auto()  # the subject of the verb that the cue is joined to
    SHARED_SUBJECT = auto()  # the subject of the verb that the cue depends on
    OBJECT = auto()  # whoever is made to say it, or punished for that
    MODIFIED_NOUN = auto()  # the noun that the cue modifies: "a man claiming that"
    COMPOUND = auto()  # the noun right before a cue that is a noun: "a police report"
    BESIDE = auto()  # the noun right beside the cue, where the tree has no answer
    INTRODUCED = auto()  # the clause or name right before a colon that leads to the content
    INTERRUPTED = auto()  # the subject of the sentence between the content and the marks before it
    FRAME = auto()  # the subject of the verb of speech, or the name, right after the marks
    CONTINUES = auto()  # the source of the quote before
    GOVERNOR = auto()  # the subject of the verb that governs the content
    ANSWER = auto()  # whoever gives the interview
    INNER = auto()  # whatever attributes words inside another quote

    @property
    def sure(self) -> bool:
        """Whether it is right more often than the model's own link; other ties only fill in what the link left open."""
        return self in _SURE

    @property
    def weak(self) -> bool:
        """Whether it is right for words in marks, and seldom for others."""
        return self in _WEAK

    @property
    def goes_on(self) -> bool:
        """Whether the source is that of another quote, which this one continues."""
        return self in _GOING_ON


class Way(Enum):
    """How words inside a quote are told, where that decides more than who says them."""

    PLAIN = auto()
    CLAUSE = auto()  # as the clause of a verb or adjective
    ALOUD = auto()  # as what speakers tell that they said or thought another time
    LIKE = auto()  # as what somebody "was like"


_SURE = frozenset({Tie.SUBJECT, Tie.POSSESSOR, Tie.AGENT, Tie.PREPOSITION, Tie.MARK})
_WEAK = frozenset({Tie.GOVERNOR, Tie.BESIDE})
_GOING_ON = frozenset({Tie.CONTINUES, Tie.ANSWER})


@attrs.define
class Draft:
    """A quote in the making: where its content, cue and source are, and what found them.

    ``origin`` names what found the content, ``rule`` the rule that decided the source (empty where none did).
    """

    content: list[Span]
    cue: Span | None = None
    source: Span | None = None
    origin: str = "attribution-model"
    confidence: float | None = None
    tie: Tie = Tie.GIVEN
    rule: str = ""
    way: Way = Way.PLAIN
    manner: Manner = "speech"
    far: tuple[Span | None, Span | None] = (None, None)
    """Cue and source that the model links to it from afar, in the absence of better ones."""

    def inside(self, tree: Tree) -> list[int]:
        """The words of the content, by their places in ``tree``."""
        found: list[int] = []
        for piece in self.content:
            found += tree.index.overlapping(piece)
        return found

    def having(self, **changes: Any) -> Draft:
        """A draft with these fields; this one where none of them changes."""
        for name, value in changes.items():
            if getattr(self, name) != value:
                return Draft(**dict(zip(_FIELDS, _values(self), strict=True)) | changes)
        return self

    def spans(self) -> list[Span]:
        """The places of the content, the cue and the source."""
        return [*self.content, *self.beside()]

    @property
    def end(self) -> int:
        """Where the last word of the content, the cue and the source ends."""
        return max(span.end for span in self.spans())

    def beside(self) -> list[Span]:
        """The places of the cue and the source, those of them that there are."""
        return [span for span in (self.cue, self.source) if span is not None]


_FIELDS = tuple(field.name for field in attrs.fields(Draft))
_values = attrgetter(*_FIELDS)


def words_at(tree: Tree, span: Span | None) -> range:
    """The words at a place; none where there is no place."""
    return tree.index.overlapping(span) if span is not None else range(0)


def top_at(tree: Tree, span: Span | None) -> int | None:
    """The word that governs the rest of those at a place; None where there is no place."""
    return tree.top(words_at(tree, span))


def lemmas_at(tree: Tree, span: Span | None) -> list[str]:
    """The lemmas of the words at a place, all at once; none where there is no place."""
    inside = words_at(tree, span)
    return tree.words.lemmas[inside.start : inside.stop]


def trimmed(text: str, spans: Iterable[Span], quoted: Outer) -> list[Span]:
    """``spans`` without blanks, commas outside of marks and unpaired marks at their ends; what is empty is left out."""
    result = []
    for span in spans:
        start, end = _start(text, span, quoted), span.end
        end = _end(text, start, end, quoted)
        if start < end and (text[start].isalnum() or any(map(str.isalnum, text[start:end]))):
            result.append(_paired(text, Span(start, end), quoted))
    return result


def _start(text: str, span: Span, quoted: Outer) -> int:
    start = span.start
    led = _CONJUNCTION.match(text, start) if quoted.all else None
    if led is not None and led.end() in quoted.opens and led.group(1).lower() in words("grammar.that"):
        start = led.end()
    while start < span.end and (text[start] in _BEFORE or start in quoted.opens):
        start = quoted.opens.get(start, start + 1)
    return start


def _end(text: str, start: int, end: int, quoted: Outer) -> int:
    if quoted.has_long_marks:
        inside = (place for place in range(end + 1, end + _LONGEST_MARK) if quoted.closes.get(place, end) < end)
        end = next(inside, end)  # a mark of several characters, such as "&quot;", that is cut off
    end = _before_stops(text, start, end, quoted)
    while start < end and (text[end - 1] in _LOOSE or text.endswith("--", start, end) or end in quoted.closes):
        end = quoted.closes.get(end, end - (2 if text.endswith("--", start, end) else 1))
    return end


def _before_stops(text: str, start: int, end: int, quoted: Outer) -> int:
    """Where the closing mark ends that only stops and blanks follow, as in “It sinks”, she said.; else ``end``."""
    place = end
    while place > start and text[place - 1] in _AFTER_MARK:
        place -= 1
    return place if place in quoted.closes else end


def _paired(text: str, span: Span, quoted: Outer) -> Span:
    """``span`` with the mark next to it whose partner is inside: 'their "main challenge"' keeps both."""
    start, end = span.start, span.end
    for stretch in quoted.near(span):
        if stretch.close is None:
            continue
        rest = text[end : stretch.content.end]
        if end <= stretch.content.end and not any(map(str.isalnum, rest)) and start <= stretch.open.start:
            end = stretch.close.end
        elif stretch.content.start == start and stretch.close.end <= end:
            start = stretch.open.start
    return Span(start, end)
