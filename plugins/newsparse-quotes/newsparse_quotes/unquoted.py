"""Words in marks that are not quotes, with the reason: titles of works, nicknames, terms and scare quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from newsparse.model import Document, Quote, Span
from newsparse.rules import RuleSet
from newsparse.syntax import Index, Tree
from newsparse_quotes.drafts.draft import Draft, top_at
from newsparse_quotes.fixed import Fixed, always
from newsparse_quotes.grammar import names_person
from newsparse_quotes.kinds import UnquotedWords
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer, Stretch

_BEFORE_WORDS = 3
"""Words before a mark that may name the kind of a work, or say that something is called so."""
_REACH_WORDS = 16
"""Words of the index, of which several can make one written word, in which those words are looked for."""
_MAX_NICKNAME_WORDS = 3
_LEAST_TITLE_WORDS = 2
_SHORT_CHARACTERS = 4
"""Characters of the words in a title that need no capital, at most."""
_WORD = re.compile(r"[\w'\u2019-]+")
_STOP = re.compile(r"[.!?\n](?=\s|$)")


@attrs.frozen(slots=False, eq=False)
class MarkedWords:
    """Words in marks that are not a quote; ``named`` says that they are inside the name of a person."""

    index: Index
    content: Span
    mark: Span
    named: bool

    @property
    def text(self) -> str:
        """The text of the document."""
        return self.index.text

    @cached_property
    def inside(self) -> list[str]:
        """The words."""
        return _WORD.findall(self.content.cut(self.text))

    @cached_property
    def before(self) -> list[str]:
        """The words of the sentence right before the mark, in small letters."""
        near = self.text[self.index.start_before(self.mark.start, _REACH_WORDS) : self.mark.start]
        return [word.lower() for word in _WORD.findall(_STOP.split(near)[-1])[-_BEFORE_WORDS:]]


def unquoted(index: Index, quoted: Outer, quotes: Sequence[Quote]) -> Iterator[UnquotedWords]:
    """What is in outer marks and in no quote, in the order of the text."""
    document = index.document
    held = {s.content for quote in quotes for s in quoted.touching(quote.fragments)}
    free = [s for s in quoted.all if s.content not in held and _has_words(document.text, s)]
    nicknames = _inside_names(document, quoted) if free else set[Span]()
    for stretch in free:
        case = MarkedWords(index, stretch.content, stretch.open, stretch.content in nicknames)
        decision = UNQUOTED.decide(case, at=stretch.content)
        if decision is not None:
            yield UnquotedWords.make(document.text, stretch.content, reason=decision.found)


def _inside_names(document: Document, quoted: Outer) -> set[Span]:
    """What is in marks in the names of people: 'Tom “Storm” Varga'."""
    people = (mention.span for mention in document.mentions if names_person(mention))
    return {s.content for person in people for s in quoted.near(person) if _is_within(s.content, person)}


def _is_within(content: Span, person: Span) -> bool:
    return person.start < content.start and content.end < person.end


def _has_words(text: str, stretch: Stretch) -> bool:
    return stretch.close is not None and _WORD.search(text, stretch.content.start, stretch.content.end) is not None


def is_nickname(text: str, draft: Draft, tree: Tree, quoted: Outer) -> bool:
    """Whether a draft only says what somebody is called: 'known as "the Pope"', 'call her "the Monk"'."""
    top = top_at(tree, draft.cue)
    if top is None or tree.lemma(top) not in words("cues.naming"):
        return False
    inside = quoted.touching(draft.content)
    if len(inside) != 1:
        return False
    name = _WORD.findall(inside[0].content.cut(text))
    before = text[draft.content[0].start : max(draft.content[0].start, inside[0].open.start)].lower()
    nameless = words("grammar.as", "grammar.pronouns.nameless")
    bare = nameless.issuperset(_WORD.findall(before))
    return bare and 0 < len(name) <= _MAX_NICKNAME_WORDS and name[-1][0].isupper()


def is_title(content: str) -> bool:
    """Whether ``content``, words in marks, is spelled like a title: not a sentence, capitals except in short words."""
    return content.rstrip()[-1:].isalnum() and _is_titled(_WORD.findall(content))


def _is_titled(inside: Sequence[str]) -> bool:
    """Whether all of several words except the short ones in the middle begin with a capital letter or a digit."""
    if len(inside) < _LEAST_TITLE_WORDS:
        return False
    large = [word[0].isupper() or word[0].isdigit() for word in inside]
    short = [len(word) <= _SHORT_CHARACTERS for word in inside]
    return large[0] and large[-1] and all(one or other for one, other in zip(large, short, strict=True))


def _is_named(case: MarkedWords) -> bool:
    return case.named


def _is_distanced(case: MarkedWords) -> bool:
    return bool(case.before) and case.before[-1] in words("unquoted.terms") and not case.inside[0][:1].isupper()


def _is_called(case: MarkedWords) -> bool:
    return bool(words("unquoted.names") & set(case.before))


def _is_work(case: MarkedWords) -> bool:
    return bool(words("unquoted.works") & set(case.before))


def _is_spelled_as_title(case: MarkedWords) -> bool:
    return _is_titled(case.inside)


def _is_between_names(case: MarkedWords) -> bool:
    """Whether a name continues around the marks: a capitalised word on either side, and one in them."""
    text, mark, content = case.text, case.mark, case.content
    before = text[case.index.start_before(mark.start, _REACH_WORDS) : mark.start].rsplit(None, 1)[-1:]
    after = text[content.end + 1 : case.index.end_after(content.end + 1, _REACH_WORDS)].split()
    if (
        not before
        or not after
        or not before[0][0].isupper()
        or not before[0][-1].isalnum()
        or not after[0][0].isupper()
    ):
        return False
    inside = content.cut(text)
    return inside[:1].isupper() or inside.lower().startswith(tuple(words("unquoted.article")))


_rule = Fixed[MarkedWords, str]("quotes.unquoted").rule
_PLAIN = "Ada Brook said the quay would sink."
UNQUOTED: RuleSet[MarkedWords, str] = RuleSet(
    name="quotes.unquoted",
    summary="Why words in quotation marks are not a quote.",
    rules=(
        _rule(
            "inside-name",
            _is_named,
            "name",
            "They are inside the name of a person",
            "The sailor Tom “Storm” Varga won the race on Monday.",
            "The “storm” won the race on Monday.",
        ),
        _rule(
            "so-called",
            _is_distanced,
            "term",
            'They follow "so-called" or "called", in small letters',
            "The so-called “free harbour” cost nine million.",
            "The song “Free Harbour” cost nine million.",
        ),
        _rule(
            "called",
            _is_called,
            "name",
            'They follow a word such as "nicknamed" or "known as"',
            "The ship, nicknamed “Old Duck”, sank on Monday.",
            "The song “Old Duck” was heard on Monday.",
        ),
        _rule(
            "work",
            _is_work,
            "title",
            "They follow a word for a kind of work",
            "Her first novel “Salt” was read by millions.",
            "The “salt” was sold by millions.",
        ),
        _rule(
            "capitals",
            _is_spelled_as_title,
            "title",
            "They are several words with capital letters",
            "Thousands watched “The Old Harbour” on Monday.",
            "Thousands watched the “old harbour” on Monday.",
        ),
        _rule(
            "between-names",
            _is_between_names,
            "name",
            "They are in the middle of a name",
            "The Kell “Ducks” Rowing Club won on Monday.",
            "The “ducks” of the rowing club won on Monday.",
        ),
        _rule(
            "term",
            always,
            "term",
            "Nothing else applies: the writer keeps the words at a distance",
            "The “ducks” of the rowing club won on Monday.",
            _PLAIN,
        ),
    ),
)
