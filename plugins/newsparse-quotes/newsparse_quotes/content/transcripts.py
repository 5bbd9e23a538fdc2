"""Transcripts: lines that begin with the name of their speaker and a colon, most often in capitals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

import attrs

from newsparse.model import Document, Mention, Span
from newsparse.rules import RuleSet
from newsparse.syntax import Tree
from newsparse_quotes.content.lines import matching
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.fixed import Fixed
from newsparse_quotes.lexicon import words
from newsparse_quotes.sources.datelines import is_dateline

_LINE = re.compile(
    r"(?P<name>[A-Z](?:[A-Z.'\u2019\- ]{1,40}|\d{1,3})?)(?P<post>, [A-Z][A-Z.,'\u2019\-& ]{1,60})?"
    r"(?: \((?P<stage>[^()\n]{1,40})\))?(?P<mark>:)[ \t\u00a0]+(?P<said>[^\n]*[^\s])"
)
_NAMED = re.compile(
    r"(?P<name>[A-Z][\w.'\u2019\-]*(?: [A-Z][\w.'\u2019\-]*){0,3})(?P<mark>:)[ \t\u00a0]+(?P<said>[^\n]*[^\s])"
)
_DIGITS = "0123456789"
_PARAGRAPH = re.compile(r"[^\n]*\S")
_LABEL = re.compile(r"[A-Z][\w.'\u2019\- ]{1,40}(?:, [^:\n]{1,60})?:\s")
"""A name, perhaps with an office, and a colon."""
_STOPS = (".", "!", "\u201d", '"', "\u2019", "\u2026")
"""What a paragraph of an answer ends with; headings have no stop, and a question is somebody else's."""
_MARKS = frozenset('"\u201c\u2018\u00ab')
_MOST_PARAGRAPHS = 8
"""Paragraphs of one turn, at most."""
TURN = "transcript"
"""What drafts of the lines of a transcript come from."""
_LEAST_SPEAKERS = 2
_LEAST_LINES = 3
"""Lines that begin with names in small letters which make an interview, at least."""


@attrs.frozen(eq=False)
class TranscriptCase:
    """The lines of a text that begin with words in capitals, or with names of people, and a colon."""

    lines: Sequence[re.Match[str]]


def transcript(tree: Tree) -> list[Draft]:
    """A draft for each line of a transcript: all words after the colon, said by the name before it."""
    found = [line for line in matching(_LINE, tree.document.text) if _is_staged(line) or not _is_dateline(tree, line)]
    found, named = list(filter(_has_words, found)), list(filter(_has_words, _named(tree)))
    found = sorted([*found, *named], key=_start) if found or len(named) >= _LEAST_LINES else []
    decision = TRANSCRIPT.decide(TranscriptCase(found), at=Span(*found[0].span())) if found else None
    if decision is None:
        return []
    asked = _interviewed(tree, found[0].start())
    alternate = decision.rule == TRANSCRIPT.rules[-1].name
    ends = [line.start() for line in found[1:]] if alternate else []
    return [
        Draft(
            [Span(*line.span("said")), *_more(tree.document.text, line, end)],
            cue=Span(*line.span("mark")),
            source=_source(line, asked),
            origin=TURN,
            tie=Tie.LABEL,
        )
        for line, end in zip_longest(found, ends)
    ]


def _source(line: re.Match[str], asked: Span | None) -> Span | None:
    """The name that begins a line; for an answer, who is interviewed, and nobody for a number: "Q3:", "A3:"."""
    letter = line["name"].rstrip(_DIGITS)
    if letter in words("speakers.answers") and asked is not None:
        return asked
    return Span(*line.span("name")) if letter == line["name"] else None


def _has_words(line: re.Match[str]) -> bool:
    """Whether anything is said, and not only counted: "Brook: 547"."""
    return any(map(str.isalpha, line["said"]))


def _start(line: re.Match[str]) -> int:
    return line.start()


def _more(text: str, line: re.Match[str], end: int | None) -> list[Span]:
    """The paragraphs between a line and the next one with a name, as far as they can go on with what is said.

    None where one of them is in marks and the line is not: there the article goes on without labels.
    """
    result: list[Span] = []
    bare = line[0].lstrip()[:1] not in _MARKS
    for found in _PARAGRAPH.finditer(text, line.end(), end) if end is not None else ():
        paragraph = found[0].strip()
        if len(result) == _MOST_PARAGRAPHS or (bare and paragraph[:1] in _MARKS):
            return []
        if not paragraph.endswith(_STOPS) or _LABEL.match(paragraph):
            break
        result.append(Span(found.end() - len(paragraph), found.end()))
    return result


def _named(tree: Tree) -> list[re.Match[str]]:
    """The lines that begin with the name of a person of the article, not in capitals, and a colon."""
    document = tree.document
    lines = list(matching(_NAMED, document.text))
    if not lines:
        return []
    known = {mention.text.split()[-1] for mention in _names_of_people(document)}
    return [line for line in lines if line["name"].split()[-1] in known and not _LINE.match(line[0])]


def _names_of_people(document: Document) -> list[Mention]:
    people = {item.id for item in document.entities if item.label == "Person"}
    return [mention for mention in document.mentions if mention.form == "named" and mention.entity in people]


def _interviewed(tree: Tree, end: int) -> Span | None:
    """The name of the only person who speaks, or is named at all, before an interview with letters for its speakers."""
    document = tree.document
    named = [mention for mention in _names_of_people(document) if mention.span.end <= end]
    sources = [span for item in document.attributions for span in item.source or () if span.end <= end]
    spoke = [mention for mention in named if any(map(mention.span.overlaps, sources))] or named
    return spoke[0].span if len({mention.entity for mention in spoke}) == 1 else None


def _is_dateline(tree: Tree, line: re.Match[str]) -> bool:
    return is_dateline(tree, Span(*line.span("name")))


def _is_staged(line: re.Match[str]) -> bool:
    """Whether a stage direction follows the name, in small letters: "(on the phone)", not "(AP)"."""
    return (line.groupdict().get("stage") or "")[:1].islower()


def _post(case: TranscriptCase) -> bool:
    return any(line.groupdict().get("post") for line in case.lines)


def _stage(case: TranscriptCase) -> bool:
    return any(map(_is_staged, case.lines))


def _turns(case: TranscriptCase) -> bool:
    turns = Counter(line["name"].split()[-1].rstrip(_DIGITS) for line in case.lines)
    return len(turns) >= _LEAST_SPEAKERS and max(turns.values()) > 1


_rule = Fixed[TranscriptCase, str]("quotes.transcript").rule
_LINKS = "READ MORE: The quay will sink.\n\nREAD MORE: Nobody will come."
TRANSCRIPT: RuleSet[TranscriptCase, str] = RuleSet(
    name="quotes.transcript",
    summary="Whether lines that begin with words in capitals, or with names of people, and a colon are a transcript.",
    rules=(
        _rule(
            "post",
            _post,
            "post",
            "A speaker's office follows the name: ADA BROOK, MAYOR",
            "IDA FELL, REPORTER: Will the quay sink?",
            _LINKS,
        ),
        _rule(
            "stage",
            _stage,
            "stage",
            "A stage direction in small letters follows a name",
            "BROOK (on the phone): The quay will sink.",
            _LINKS,
        ),
        _rule(
            "turns",
            _turns,
            "turns",
            "Two or more speakers take turns, one of them at least twice",
            "Q: Will the quay sink?\nA: Before the spring.\nQ: And the ships?",
            _LINKS,
        ),
    ),
)
