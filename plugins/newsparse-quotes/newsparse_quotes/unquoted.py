"""Words in marks that are no quotes, with the reason: titles of works, nicknames, terms and scare quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsparse.model import Document, Quote, Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.drafts import Draft
from newsparse_quotes.kinds import UnquotedWords
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer

BEFORE = 3
"""Words before a mark that may name the kind of a work, or say that something is called so."""
NICKNAME = 3
"""Words of a nickname, at most."""
WORD = re.compile(r"[\w'\u2019-]+")


def unquoted(document: Document, quoted: Outer, quotes: Sequence[Quote]) -> Iterator[UnquotedWords]:
    """What stands in outer marks and in no quote, in the order of the text."""
    held = {s.content for quote in quotes for s in quoted.touching(quote.fragments)}
    people = {m.span for m in document.mentions if m.form == "named" and m.label == "Person"}
    for stretch in quoted.all:
        content = stretch.content
        if stretch.close is not None and content not in held and WORD.search(document.text, content.start, content.end):
            yield UnquotedWords.make(
                document.text, content, reason=_reason(document.text, content, stretch.open, people)
            )


def is_nickname(text: str, draft: Draft, tree: Tree, quoted: Outer) -> bool:
    """Whether a draft says no more than what somebody is called: 'known as "the Pope"', 'call her "the Monk"'."""
    inside = quoted.touching(draft.content)
    top = tree.top(tree.index.overlapping(draft.cue)) if draft.cue else None
    if top is None or len(inside) != 1 or tree.lemma(top) not in words("naming"):
        return False
    name = WORD.findall(inside[0].content.cut(text))
    before = text[draft.content[0].start : max(draft.content[0].start, inside[0].open.start)].lower()
    bare = all(word == "as" or word in words("pronouns") for word in WORD.findall(before))
    return bare and 0 < len(name) <= NICKNAME and name[-1][0].isupper()


def _reason(text: str, content: Span, mark: Span, people: set[Span]) -> str:
    inside = WORD.findall(content.cut(text))
    before = [word.lower() for word in WORD.findall(_sentence_before(text, mark.start))[-BEFORE:]]
    if any(person.start < content.start and content.end < person.end for person in people):
        return "name"
    if before and before[-1] in {"so-called", "called"} and not inside[0][:1].isupper():
        return "term"
    if words("names") & set(before):
        return "name"
    if words("works") & set(before) or _is_titled(inside):
        return "title"
    return "name" if _between_names(text, content, mark) else "term"


def _sentence_before(text: str, place: int) -> str:
    """The text right before ``place`` back to a full stop or a line's end, a hundred characters at most."""
    return re.split(r"[.!?\n](?=\s|$)", text[max(0, place - 100) : place])[-1]


def is_title(content: str) -> bool:
    """Whether ``content``, words in marks, is spelled as a title is: no sentence, capitals but for short words."""
    return content.rstrip()[-1:].isalnum() and _is_titled(WORD.findall(content))


def _is_titled(inside: Sequence[str]) -> bool:
    """Whether all of several words but the short ones in the middle begin with a capital letter or a digit."""
    if len(inside) < 2:
        return False
    large = [word[0].isupper() or word[0].isdigit() for word in inside]
    return large[0] and large[-1] and all(ok or len(word) < 5 for ok, word in zip(large, inside, strict=True))


def _between_names(text: str, content: Span, mark: Span) -> bool:
    """Whether a name goes on around the marks: a capitalised word on either side, and one in them."""
    before, after = text[: mark.start].rsplit(None, 1)[-1:], text[content.end + 1 : content.end + 40].split()
    return bool(
        before and after and before[0][0].isupper() and before[0][-1].isalnum() and after[0][0].isupper()
    ) and bool(content.cut(text)[:1].isupper() or content.cut(text).lower().startswith("the "))
