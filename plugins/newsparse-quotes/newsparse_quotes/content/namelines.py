"""Lists of voices: a line with somebody's name, and under it paragraphs of what they say, "Ada Brook, 34, baker"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from newsparse.model import Mention, Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, Tie, trimmed
from newsparse_quotes.grammar import has_finite, names_person
from newsparse_quotes.marks.stretches import Outer

_LINE = re.compile(r"[^\n]*\S")
_DASH = re.compile(r"\s*[-\u2013\u2014\u2022*]\s+")
_ENDING = frozenset(".!?:;")
"""Marks at the end of a line that is more than a name."""
_MOST_WORDS = 12
"""Words of a line with a name, and what is said of its bearer, at most."""
_LEAST_NAMES = 2
"""Different people who make a list, at least."""
NAME_LINE = "name-line"
"""What drafts of the paragraphs under a name come from."""


@attrs.frozen
class _Entry:
    """A line of a list: who is named in it, or the words that are said in it; neither in any other line."""

    name: Mention | None = None
    said: Span | None = None
    item: bool = False


def under_names(tree: Tree, quoted: Outer) -> list[Draft]:
    """A draft for each paragraph in marks under a line with the name of a person, where several such lines are a list.

    Where the first words in marks come before the first name, the names may be those of who said what is above them.
    """
    known = {mention.span.start: mention for mention in tree.document.mentions if names_person(mention)}
    if sum(_begins_line(tree.document.text, start) for start in known) < _LEAST_NAMES:
        return []
    entries = [_entry(tree, quoted, known, Span(*line.span())) for line in _LINE.finditer(tree.document.text)]
    found = [draft for run in _runs(entries) for draft in _drafts(tree, quoted, run)]
    return found if len({draft.source for draft in found}) >= _LEAST_NAMES else []


def _begins_line(text: str, start: int) -> bool:
    """Whether only blanks come before a place in its line."""
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _runs(entries: Sequence[_Entry]) -> Iterator[list[_Entry]]:
    """The parts of a text that are a line with a name and what is under it, and nothing in marks right above."""
    above = False
    run: list[_Entry] = []
    for entry in [*entries, _Entry()]:
        if entry.said is not None or entry.item:
            run += [entry] if run else []
            above = not run
        else:
            if len(run) > 1:
                yield run
            led = entry.name is not None and not above
            run = [entry] if led else []
            above = above and entry.name is not None


def _drafts(tree: Tree, quoted: Outer, run: Sequence[_Entry]) -> Iterator[Draft]:
    name = run[0].name
    for entry in run[1:]:
        pieces = trimmed(tree.document.text, [entry.said], quoted) if entry.said is not None else []
        if name is not None and pieces:
            yield Draft(pieces, source=name.span, origin=NAME_LINE, tie=Tie.LABEL)


def _entry(tree: Tree, quoted: Outer, known: dict[int, Mention], line: Span) -> _Entry:
    text = tree.document.text
    dash = _DASH.match(text, line.start, line.end)
    start = dash.end() if dash is not None else line.start + len(line.cut(text)) - len(line.cut(text).lstrip())
    said = Span(start, line.end)
    marked = quoted.touching([said])
    if dash is not None:
        return _Entry(said=said if marked else None, item=True)
    if marked:
        whole = start in quoted.opens and (marked[0].close is None or marked[0].close.end >= line.end)
        return _Entry(said=said) if whole else _Entry()
    return _Entry(name=known[start]) if start in known and _is_name(tree, known[start], said) else _Entry()


def _is_name(tree: Tree, name: Mention, line: Span) -> bool:
    """Whether a line is a name, and after a comma or bracket what is said of its bearer."""
    inside, rest = tree.index.overlapping(line), tree.document.text[name.span.end : line.end]
    if len(inside) > _MOST_WORDS or rest[-1:] in _ENDING or (rest.strip() and rest.lstrip()[0] not in ",("):
        return False
    return not has_finite(tree, inside)
