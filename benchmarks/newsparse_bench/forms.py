"""What labels leave to the text: the form of a content by its quotation marks, and which quote holds another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import attrs

from newsparse.model import Quote, Span
from newsparse.model.claims import QuoteForm

ELIDED = r"(?!\d\ds?\b|(?:em|til|tis|twas|cause|n)\b)"
"""What follows an apostrophe in place of omitted letters: '94, 'em."""
NOT_ELIDED = re.compile(ELIDED)
DOUBLE = re.compile(r"[\"“”«»]|''|``")
SINGLE = re.compile(rf"(?<!\w)[‘']{ELIDED}(?=\w)")
SINGLE_END = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")
BEFORE = re.compile(r"(?:[\"“«‘']|``)$")
AT_START = re.compile(rf"[\"“”«‘]|''|``|'{ELIDED}(?=\w)")
AFTER = re.compile(r"[.,!?…]*(?:[\"”»]|[’'](?!\w))")
AT_END = re.compile(r"[\"”»’']$")
SENTENCE_END = re.compile(r"[.!?]\s+$")
NEXT_PARAGRAPH = re.compile(r"[.,!?…]*\s*\n\s*(?:[\"“«‘']+|``)")
EDGE = 2
"""The marks that enclose a stretch may be this many characters inside it."""


def form(text: str, span: Span, names: Collection[Span] = (), *, open_ended: bool = False) -> QuoteForm:
    """Direct if the stretch is in quotation marks, mixed if it contains some, otherwise indirect.

    Apostrophes are not quotation marks, nor are marks around one of ``names`` (titles and nicknames).
    A stretch that ends at a mark and begins with a sentence continues a quotation opened before it. ``open_ended`` says
    that the quotation goes on in the next paragraph, so that no mark closes this stretch.
    """
    titles = _titles(text, names)
    mark = _opening_mark(text, span, titles)
    closed = _is_closed(text, span)
    ended = closed or open_ended
    inside = any(_inside(text, span, titles))
    if mark in ("‘", "'") and not ended:
        inside |= bool(SINGLE_END.search(text[: span.end - EDGE], span.start + EDGE))
    if mark and (ended or not inside):
        return "direct"
    if closed and not inside and SENTENCE_END.search(text[max(0, span.start - 9) : span.start]):
        return "direct"
    return "mixed" if inside or mark else "indirect"


def _is_closed(text: str, span: Span) -> bool:
    """Whether a quotation mark is at the end of a stretch or right after it."""
    return bool(AFTER.match(text, span.end)) or bool(AT_END.search(span.cut(text)))


def _opening_mark(text: str, span: Span, titles: Collection[int]) -> str:
    """The quotation mark at the beginning of a stretch or right before it; empty without one, or before a name."""
    words = span.cut(text)
    found = AT_START.match(words)
    if found:
        return "" if span.start + found.end() in titles else found[0]
    before = text[max(0, span.start - EDGE) : span.start]
    elided = before.endswith("'") and not before.endswith("''") and not NOT_ELIDED.match(words)
    found = None if elided or span.start in titles else BEFORE.search(before)
    return found[0] if found else ""


def form_of_all(text: str, fragments: Collection[Span], names: Collection[Span] = ()) -> QuoteForm:
    """The form of a quote: that of its fragments, mixed where they differ."""
    ordered = sorted(fragments)
    following = [*ordered[1:], None]
    forms = {
        form(text, one, names, open_ended=_goes_on(text, one, other))
        for one, other in zip(ordered, following, strict=True)
    }
    return forms.pop() if len(forms) == 1 else "mixed"


def _goes_on(text: str, span: Span, following: Span | None) -> bool:
    """Whether ``following`` begins the next paragraph with a new opening mark, while ``span`` has no closing one."""
    reopened = NEXT_PARAGRAPH.match(text, span.end)
    return bool(following and reopened and following.start <= reopened.end() <= following.start + EDGE)


def _titles(text: str, names: Collection[Span]) -> set[int]:
    """Where the marks around names end: before the name, and after it."""
    closed = [(name.start, found.end()) for name in names if (found := AFTER.match(text, name.end))]
    return {place for pair in closed for place in pair}


def _inside(text: str, span: Span, titles: Collection[int]) -> Iterator[re.Match[str]]:
    """The marks inside the stretch, without those at its edges and around names; a single mark needs a closing one."""
    first, last = span.start + EDGE, span.end - EDGE
    for mark in DOUBLE.finditer(text, first, max(first, last)):
        if mark.end() not in titles:
            yield mark
    for mark in SINGLE.finditer(text, first, max(first, last)):
        close = SINGLE_END.search(text, mark.end())
        if mark.end() not in titles and close and close.end() <= span.end + EDGE:
            yield mark


def nested(quotes: Sequence[Quote]) -> list[Quote]:
    """``quotes``, each with the id of the shortest longer one that has it inside one of its fragments."""
    return [attrs.evolve(quote, within=_outer(quote, quotes)) for quote in quotes]


def _outer(quote: Quote, quotes: Sequence[Quote]) -> str | None:
    around = [other for other in quotes if len(other.span) > len(quote.span) and _holds(other, quote)]
    return min(around, key=lambda other: len(other.span)).id if around else None


def _holds(outer: Quote, inner: Quote) -> bool:
    return any(all(whole.covers(part) for part in inner.fragments) for whole in outer.fragments)
