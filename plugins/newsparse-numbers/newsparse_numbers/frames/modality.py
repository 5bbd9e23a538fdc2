"""How a figure is meant: hedged, negated, conditional, forecast or target, from the words of its clause."""

from __future__ import annotations

import re
from functools import cache

import attrs

from newsparse.model import Document, Outlook, Passage, Span
from newsparse.model.claims import Modality
from newsparse_numbers.lexicon import one_of, words

REACH = 90
_OTHERS = re.compile(r"\s[^\w\s]?\d")  # a hedge right before another figure is that figure's
_CLAUSE = re.compile(r"[.!?;\n](?=\s|$)|\s[—–]\s|[“”\"]")


@attrs.frozen(kw_only=True)
class Frame:
    """The modality and the words that make it."""

    modality: Modality = "asserted"
    hedges: tuple[Passage, ...] = ()
    negation: Passage | None = None
    condition: Passage | None = None
    outlook: Outlook | None = None


@cache
def _pattern() -> re.Pattern[str]:
    def group(name: str, surfaces: frozenset[str]) -> str:
        return rf"(?P<{name}>{one_of(surfaces)})"

    plain = [word for word in words("frames.negation") if not word.startswith("n")] + [
        "not",
        "never",
        "no",
        "neither",
        "nor",
        "nobody",
        "none",
        "nowhere near",
    ]
    return re.compile(
        rf"(?<![\w-])(?:{group('spared', words('frames.not_negation'))}|{group('hedge', words('frames.hedges'))}"
        rf"|{group('target', words('frames.target'))}|{group('forecast', words('frames.forecast'))}"
        rf"|{group('negation', frozenset(plain))}|{group('condition', words('frames.condition'))})(?![\w-])"
        r"|(?P<short>n['’]t)(?!\w)",
        re.IGNORECASE,
    )


_RUN = re.compile(r"[\w-]+")
_LISTS = ("hedges", "forecast", "target", "negation", "not_negation", "condition")


@cache
def _firsts() -> frozenset[str]:
    """The first words of all phrases of the pattern."""
    plain = {"not", "never", "no", "neither", "nor", "nobody", "none", "nowhere"}
    return (
        frozenset(run.group() for name in _LISTS for phrase in words(f"frames.{name}") if (run := _RUN.match(phrase)))
        | plain
    )


def _framed(clause: str) -> bool:
    """Whether a phrase of the pattern can stand in ``clause``; most clauses have none."""
    lower = clause.lower()
    return "n't" in lower or "n’t" in lower or not _firsts().isdisjoint(_RUN.findall(lower))


class Frames:
    """Answers for the figures of one document."""

    def __init__(self, document: Document) -> None:
        """Of ``document`` the text is read."""
        self._text = document.text

    def of(self, outer: Span, said: Modality) -> Frame:
        """The frame of the figure at ``outer``; ``said`` is the modality of the quote around it."""
        text = self._text
        start = self._clause(outer.start)
        found: dict[str, Passage] = {}
        hedges = []
        framed = _framed(text[start : outer.start])
        for match in _pattern().finditer(text, start, outer.start) if framed else ():
            name = "negation" if match.lastgroup == "short" else match.lastgroup or ""
            passage = Passage.at(text, *match.span())
            if name == "hedge":
                if not _OTHERS.match(text, match.end(), outer.start):
                    hedges.append(passage)
            elif name != "spared":
                found[name] = passage
        negation = found.get("negation")
        if negation and not self._reaches(negation, outer):
            negation = None
        outlook: Outlook | None = None
        for name in ("forecast", "target"):
            if name in found and (outlook is None or found[name].span.start > found["forecast"].span.start):
                outlook = "forecast" if name == "forecast" else "target"
        return Frame(
            modality=_modality(said, negation=negation is not None, outlook=outlook, hedged=bool(hedges)),
            hedges=tuple(hedges),
            negation=negation,
            condition=found.get("condition"),
            outlook=outlook,
        )

    def _clause(self, end: int) -> int:
        """Where the clause that ``end`` stands in begins, at most ``REACH`` characters before."""
        start = max(0, end - REACH)
        for match in _CLAUSE.finditer(self._text, start, end):
            start = match.end()
        return start

    def _reaches(self, negation: Passage, outer: Span) -> bool:
        """Whether a negation belongs to the figure: close by, no comma or new clause between."""
        between = self._text[negation.span.end : outer.start]
        return len(between.split()) <= 6 and not re.search(
            r"[,:]|\b(?:but|and|after|before|until|since|because|than|in|for)\b", between
        )


def _modality(said: Modality, *, negation: bool, outlook: Outlook | None, hedged: bool) -> Modality:
    if said != "asserted":
        return said
    if negation:
        return "negated"
    if outlook == "forecast":
        return "forecast"
    return "hedged" if hedged else "asserted"
