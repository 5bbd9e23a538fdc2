"""Headlines and bullet points: lines without a full stop that name a speaker at one end, or hold words in marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property

import attrs

from newsparse.model import Span
from newsparse.rules import Rule, RuleSet
from newsparse.syntax import Tree
from newsparse_quotes.content.lines import matching
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.grammar import SUBJECTS
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.marks.stretches import Outer

_LINE = re.compile(r"[ \t]*+(?:[-*\u2022\u2023\u25aa][ \t]++)?(?P<line>[^\n]*[^\s.,;:!?])[ \t]*\Z")
_STOPS = frozenset(".,;:!?")
"""Marks at the end of lines that are no headlines."""
_AFTER = re.compile(r"(?P<said>.+?)(?:(?=:)| (?=[-\u2013\u2014] ))(?P<mark>[:\u2013\u2014-]) (?P<who>[^:]+)")
_BEFORE = re.compile(r"(?P<who>[^:]+)(?P<mark>:) (?P<said>.+)")
_MARKS = "'\"\u2018\u2019\u201c\u201d"
_SINGLE = "'\u2018"
_MAX_WORDS = 16
"""Words of a headline, at most."""
_MAX_NAME_WORDS = 4
"""Words that name the speaker of a headline, at most."""
_LEAST_WORDS = 3
"""Words of what a headline says, and of what it has in marks, at least."""
_VERBS = frozenset({"VERB", "AUX"})


@attrs.frozen(slots=False, eq=False)
class HeadlineCase:
    """A line without a full stop."""

    tree: Tree
    line: Span
    quoted: Outer

    @cached_property
    def text(self) -> str:
        """The words of the line."""
        return self.line.cut(self.tree.document.text)

    def at(self, start: int, end: int) -> Span:
        """A part of the line by its place in it."""
        return Span(self.line.start + start, self.line.start + end)

    def names_speaker(self, span: Span) -> bool:
        """Whether words are short and name somebody, or somebody's office."""
        tree, inside = self.tree, self.tree.index.overlapping(span)
        if not inside or len(inside) > _MAX_NAME_WORDS or any(tree.tokens[word].upos in _VERBS for word in inside):
            return False
        if _speaks(tree.lemma(inside[-1])) or tree.lemma(inside[-1]) in words("speakers.ministers"):
            return True
        known = {"Person"} if span.start == self.line.start else {"Person", "Organization"}
        return any(m.label in known and m.span.covers(span) for m in tree.document.mentions if m.span.overlaps(span))

    def is_said(self, span: Span) -> bool:
        """Whether words are long enough and have a verb, or are in marks."""
        tree, inside = self.tree, self.tree.index.overlapping(span)
        told = any(tree.tokens[word].upos in _VERBS for word in inside) or bool(self.quoted.touching([span]))
        return told and len(span.cut(tree.document.text).split()) >= _LEAST_WORDS


def _speaks(noun: str) -> bool:
    """Whether a noun is one for a person, a body or something that is read."""
    if noun in words("nouns.people.known") or noun in words("speakers.nameless") or noun in words("nouns.bodies.kind"):
        return True
    return noun in words("speakers.documents") or noun in words("speakers.records")


def headlines(tree: Tree, quoted: Outer, drafts: Sequence[Draft]) -> list[tuple[Span, Draft]]:
    """The lines without a full stop that attribute words, each with its draft; not those with a cue of ``drafts``."""
    found = []
    cues = [draft.cue for draft in drafts if draft.cue is not None and draft.source is not None]
    for line in _lines(tree.document.text):
        if any(line.covers(cue) for cue in cues):
            continue
        decision = HEADLINE.decide(HeadlineCase(tree, line, quoted), at=line)
        if decision is not None:
            found.append((line, decision.found))
    return found


def below(drafts: Sequence[Draft], lines: Sequence[Span]) -> list[Draft]:
    """``drafts`` without what is in ``lines``; those with their cue there, or with nothing else, are left out."""
    if not lines:
        return list(drafts)
    result = []
    for draft in drafts:
        if draft.cue is not None and any(line.overlaps(draft.cue) for line in lines):
            continue
        content = [rest for piece in draft.content if (rest := _outside(piece, lines)) is not None]
        if content:
            result.append(draft.having(content=content))
    return result


def _outside(piece: Span, lines: Sequence[Span]) -> Span | None:
    """What of a piece comes after all of the lines that it overlaps; None where nothing does."""
    start = max((line.end for line in lines if line.overlaps(piece)), default=piece.start)
    return Span(start, piece.end) if start < piece.end else None


def _lines(text: str) -> Iterator[Span]:
    """Lines without a full stop, of few words, that have a colon, a comma, a dash or a mark."""
    for found in matching(_LINE, text, but=_STOPS):
        line = found["line"]
        if len(line.split()) <= _MAX_WORDS and any(
            sign in line for sign in (":", ",", " - ", "\u2013", "\u2014", *_MARKS)
        ):
            yield Span(*found.span("line"))


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is said, with a cue before the speaker or, except for prepositions, after."""
    mark = rf"(?P<mark>{'|'.join(sorted(words('cues.headline')))})"
    return re.compile(rf"(?P<said>.+?), {mark} (?P<who>.+)"), re.compile(rf"(?P<said>.+), (?P<who>[^,]+) {mark}")


def _matched(pattern: re.Pattern[str], case: HeadlineCase) -> Draft | None:
    found = pattern.fullmatch(case.text)
    if found is None:
        return None
    said, who = case.at(*found.span("said")), case.at(*found.span("who"))
    if not case.names_speaker(who) or not case.is_said(said) or _is_credit(case, said):
        return None
    return Draft([said], case.at(*found.span("mark")), who, "headline", tie=Tie.HEADLINE)


def _is_credit(case: HeadlineCase, said: Span) -> bool:
    """Whether a line is a caption that says whose picture it is: "The quay last week. Photo: Quay Wire"."""
    inside = case.tree.index.overlapping(said)
    return any(case.tree.lemma(word) in words("speakers.pictures") for word in inside[-1:])


def _says(case: HeadlineCase) -> Draft | None:
    return _matched(_cues()[0], case) or _matched(_cues()[1], case)


def _after(case: HeadlineCase) -> Draft | None:
    return _matched(_AFTER, case)


def _before(case: HeadlineCase) -> Draft | None:
    found = _matched(_BEFORE, case)
    return found if found is not None and not _is_described(case, found.content[0]) else None


def _is_described(case: HeadlineCase, said: Span) -> bool:
    """Whether the words after a name only say who that is: "Ada Brook: the baker who sank the quay"."""
    tree, inside = case.tree, case.tree.index.overlapping(said)
    top = tree.top(inside)
    if top is None or case.quoted.touching([said]) or not is_human(tree.lemma(top)):
        return False
    return tree.lemma(inside[0]) in words("grammar.articles") and not tree.children(top, *SUBJECTS, "cop")


def _marks(case: HeadlineCase) -> Draft | None:
    """Words in single marks after others: headlines quote so."""
    near = [stretch for stretch in case.quoted.touching([case.line]) if case.line.covers(stretch.content)]
    text = case.tree.document.text
    if len(near) != 1 or near[0].open.cut(text) not in _SINGLE or near[0].open.start == case.line.start:
        return None
    content = near[0].content
    long = len(content.cut(text).split()) >= _LEAST_WORDS and content.cut(text)[0].islower()
    return Draft([content], origin="headline") if long else None


def _key(draft: Draft) -> Span:
    return draft.content[0]


def _shown(draft: Draft) -> str:
    return draft.origin


def _rule(
    name: str, find: Callable[[HeadlineCase], Draft | None], summary: str, fires: str, quiet: str
) -> Rule[HeadlineCase, Draft]:
    return Rule(name=f"quotes.headline.{name}", find=find, summary=summary, fires=fires, quiet=quiet)


_PLAIN = "The quay will sink\n\nAda Brook said the quay would sink."
HEADLINE: RuleSet[HeadlineCase, Draft] = RuleSet(
    name="quotes.headline",
    summary="What is quoted in a headline or bullet point, a line without a full stop.",
    key=_key,
    place=_key,
    shown=_shown,
    rules=(
        _rule(
            "says",
            _says,
            'The words before "says" and the speaker, in either order',
            "Quay 'will sink by spring', says mayor\n\nThe quay was closed.",
            _PLAIN,
        ),
        _rule(
            "after",
            _after,
            "The words before a colon or dash and the speaker",
            "Quay will sink: mayor\n\nThe quay was closed.",
            _PLAIN,
        ),
        _rule(
            "before",
            _before,
            "The words after the speaker and a colon",
            "Harbour police: quay will sink by spring\n\nThe quay was closed.",
            _PLAIN,
        ),
        _rule(
            "marks",
            _marks,
            "Words in single marks, in small letters, after others",
            "Mayor 'ignored warnings for years'\n\nThe quay was closed.",
            "Mayor reads 'The Old Harbour'\n\nThe quay was closed.",
        ),
    ),
)
