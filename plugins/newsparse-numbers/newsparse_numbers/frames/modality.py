"""How a figure is meant: hedged, negated, conditional, forecast or target, from the words of its clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, cached_property

import attrs

from newsparse.model import Outlook, Passage, Span
from newsparse.model.claims import Modality
from newsparse_numbers.lexicon import one_of, words
from newsparse_numbers.subjects.page import Page

REACH_WORDS = 18
"""Words before a figure in which its frame is looked for."""
_LONGEST_REACH = 720
"""Characters of so many words, at most; what is longer are no words, such as a row of signs without blanks."""
NEGATION_WORDS = 6
"""How many words may be between a negation and the figure that it negates."""

_OTHERS = re.compile(r"\s+[^\w\s]?\d")  # a hedge right before another figure is that figure's
_CLAUSE = re.compile(r"[.!?;“”\"\s](?:(?<=[.!?;\n])(?=\s|$)|(?<=\s)[—–]\s|(?<=[“”\"]))")
_UNDASHED = re.compile(r"[.!?;“”\"\n](?:(?<=[.!?;\n])(?=\s|$)|(?<=[“”\"]))")
_DASHES = "—–"
"""Signs without which ``_UNDASHED``, which does not look at every blank, finds all that ``_CLAUSE`` does."""
_RUN = re.compile(r"[\w-]+")
_LISTS = {
    "spared": "frames.not_negation",
    "hedge": "modality.approximations.hedge",
    "target": "frames.target",
    "forecast": "modality.forecasts.figure",
    "negation": "modality.negations.figure",
    "condition": "frames.condition",
}
"""The list of each group of the pattern, in the order in which they are tried."""
_SHORT = ("n't", "n’t")
_BEFORE_CLAUSE = ("", ",", "(", "“", '"')
_GOVERNING = frozenset(["hedge", "forecast", "target"])
_MODIFIES = ("aux", "advmod", "amod", "mark", "fixed")


@attrs.frozen(kw_only=True)
class Frame:
    """The modality and the words that make it."""

    modality: Modality = "asserted"
    hedges: tuple[Passage, ...] = ()
    negation: Passage | None = None
    condition: Passage | None = None
    outlook: Outlook | None = None


@cache
def _surfaces(name: str) -> frozenset[str]:
    """The phrases of a list; "n't", which is part of a word, left out."""
    return words(name) - set(_SHORT)


@cache
def _pattern() -> re.Pattern[str]:
    """Any phrase of the lists, in the group that says what it is, or "n't" in the group "short"."""
    groups = "|".join(f"(?P<{group}>{one_of(_surfaces(name))})" for group, name in _LISTS.items())
    return re.compile(rf"(?<![\w-])(?:{groups})(?![\w-])|(?P<short>{one_of(_SHORT)})(?!\w)", re.IGNORECASE)


@cache
def _firsts() -> frozenset[str]:
    """The first words of all phrases of the pattern."""
    return frozenset(
        run.group() for name in _LISTS.values() for phrase in _surfaces(name) if (run := _RUN.match(phrase))
    )


@cache
def _stops() -> re.Pattern[str]:
    """What a negation does not reach over: a comma, a colon, the beginning of another clause."""
    words_between = one_of(words("claims.negation_stops"))
    return re.compile(rf"[,:]|\b{words_between}\b")


def _framed(clause: str) -> bool:
    """Whether a phrase of the pattern can be in ``clause``; most clauses have none."""
    lower = clause.lower()
    return any(short in lower for short in _SHORT) or not _firsts().isdisjoint(_RUN.findall(lower))


class Frames:
    """Answers for the figures of one document."""

    def __init__(self, page: Page) -> None:
        """Read the text of ``page``, and its trees where it has any."""
        self._page, self._text = page, page.text

    def of(self, outer: Span, said: Modality) -> Frame:
        """The frame of the figure at ``outer``; ``said`` is the modality of the quote around it."""
        hedges, found = self._phrases(outer)
        negation = found.get("negation")
        if negation and not self._reaches(negation, outer):
            negation = None
        outlook = _outlook(found)
        return Frame(
            modality=_modality(said, negation=negation is not None, outlook=outlook, hedged=bool(hedges)),
            hedges=tuple(hedges),
            negation=negation,
            condition=found.get("condition"),
            outlook=outlook,
        )

    def _phrases(self, outer: Span) -> tuple[list[Passage], dict[str, Passage]]:
        """The hedges before a figure in its clause, and by list the last other phrase."""
        text, start = self._text, self._clause(outer.start)
        hedges: list[Passage] = []
        found: dict[str, Passage] = {}
        if not _framed(text[start : outer.start]):
            return hedges, found
        for match in _pattern().finditer(text, start, outer.start):
            passage = Passage.at(text, *match.span())
            name = match.lastgroup or ""
            if name in _GOVERNING and not self._governs(passage, outer, start):
                continue
            if passage.text.lower() in words("frames.inverted") and not self._leads(passage, start):
                continue
            if name == "hedge":
                if not _OTHERS.match(text, match.end(), outer.start):
                    hedges.append(passage)
            else:
                found["negation" if name == "short" else name] = passage
        return hedges, found

    def _governs(self, phrase: Passage, outer: Span, clause: int) -> bool:
        """Whether a hedge or a word of outlook is part of what says the figure, or modifies that."""
        text, page = self._text, self._page
        if phrase.text[0].isupper() and text[clause : phrase.span.start].strip():
            return False  # "in May", "a Target store"
        bound = phrase.text.lower() in words("modality.approximations.bound")
        if bound and text[phrase.span.end : outer.start].strip():
            return False
        figure = page.index.overlapping(outer)
        if not figure or not page.has_head(figure[0]):
            return True
        chain = page.chain(figure)
        return any(
            word in chain
            or (page.head(word) in chain and page.relation(word).startswith(_MODIFIES))
            or (page.head(word) in figure and page.relation(word).startswith("nsubj"))
            for word in page.index.overlapping(phrase.span)
        )

    def _leads(self, phrase: Passage, clause: int) -> bool:
        """Whether a phrase begins a clause: "Should it rain"; not "it should rain"."""
        return self._text[clause : phrase.span.start].rstrip()[-1:] in _BEFORE_CLAUSE

    def _clause(self, end: int) -> int:
        """Where the clause that ``end`` is in begins, at most ``REACH_WORDS`` before."""
        start, known = self._page.index.start_before(end, REACH_WORDS), self._clauses
        if end - start > _LONGEST_REACH:
            return end
        before = bisect_right(known, end) - 1
        return max(start, known[before]) if before >= 0 else start

    @cached_property
    def _clauses(self) -> list[int]:
        """Where clauses begin, in the order of the text."""
        dashed = any(dash in self._text for dash in _DASHES)
        return [match.end() for match in (_CLAUSE if dashed else _UNDASHED).finditer(self._text)]

    def _reaches(self, negation: Passage, outer: Span) -> bool:
        """Whether a negation belongs to the figure: close by, no comma or new clause between."""
        between = self._text[negation.span.end : outer.start]
        return len(between.split()) <= NEGATION_WORDS and not _stops().search(between)


def _outlook(found: dict[str, Passage]) -> Outlook | None:
    """A forecast or a target, whichever phrase is nearer to the figure."""
    forecast, target = found.get("forecast"), found.get("target")
    if target is not None and (forecast is None or target.span.start > forecast.span.start):
        return "target"
    return "forecast" if forecast is not None else None


def _modality(said: Modality, *, negation: bool, outlook: Outlook | None, hedged: bool) -> Modality:
    if said != "asserted":
        return said
    if negation:
        return "negated"
    if outlook == "forecast":
        return "forecast"
    return "hedged" if hedged else "asserted"
