"""Words in marks that are no quotes: listed with the reason, and left out where somebody is quoted with them."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse.testing import check_extractor, written
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.extractor import Quotes
from newsparse_quotes.kinds import UnquotedWords
from newsparse_quotes.marks.stretches import Outer, stretches
from newsparse_quotes.plugin import newsparse_extractors
from newsparse_quotes.unquoted import is_nickname

CASES = [
    ("The so-called “free harbour” cost nine million.", "free harbour", "term"),
    ("The mayor’s “friends” got the land.", "friends", "term"),
    ("She sang the song “Nine Ships” at the quay.", "Nine Ships", "title"),
    ("He reads “The Harbour at Night” to his crew.", "The Harbour at Night", "title"),
    ("The boxer, known as “the Anvil”, retired.", "the Anvil", "name"),
    ("Tomas “Tide” Varga won the race.", "Tide", "name"),
]


def listed(text):
    found = Quotes().extract(written(text))
    return [(item.text, item.reason) for item in found if isinstance(item, UnquotedWords)]


@pytest.mark.parametrize(("text", "words", "reason"), CASES, ids=[case[1] for case in CASES])
def test_words_in_marks_that_quote_nobody_have_a_reason(text, words, reason):
    assert listed(text) == [(words, reason)]


def test_quoted_words_are_not_listed():
    assert listed("“We lost four ships that night.” The board met.") == []


def test_a_mark_that_never_closes_is_not_listed():
    assert listed("The “friends got the land.") == []


def test_the_contract_holds_with_both_layers():
    for spec in newsparse_extractors():
        assert spec.provides == ("quotes", "unquoted")
        check_extractor(spec, [written(text) for text, _, _ in CASES])


@pytest.mark.parametrize(
    ("text", "cue", "content", "nickname"),
    [
        ("Friends call her “the Anvil”.", "call", "her “the Anvil", True),
        ("The captain, known as “Old Tide”, left.", "known", "as “Old Tide", True),
        ("Friends call her “a poor sailor”.", "call", "her “a poor sailor", False),
        ("They call the report “Fraud”.", "call", "the report “Fraud", False),
        ("He asked her “the Anvil”.", "asked", "her “the Anvil", False),
    ],
)
def test_what_somebody_is_called_is_no_quote(text, cue, content, nickname):
    start, place = text.index(content), text.index(cue)
    document = written(text)
    tokens = [attrs.evolve(token, lemma={"known": "know"}.get(token.text)) for token in document.tokens]
    tree = Tree(document.with_layer("tokens", tokens))
    draft = Draft([Span(start, start + len(content))], Span(place, place + len(cue)), None, "attribution-model", 0.9)
    assert is_nickname(text, draft, tree, Outer(stretches(text))) == nickname


@pytest.mark.parametrize(
    "text",
    [
        "The Orla Vesk (“we sail today”) society has armed sailors.",
        "The word signifies “sons of the tide” in their tongue.",
        "The pier was built by Larkmoor as a “present for all sailors”.",
        "Centred on the theme of “building ships for social growth”, the fair opened at noon.",
        "Nicknamed “the city of a thousand domes”, Kelby lies by the sea.",
    ],
)
def test_words_in_marks_in_a_clause_that_says_nothing_are_no_quote(pipeline, text):
    assert pipeline(text).quotes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Mills thundered: “The pier will sink before the spring.”",
        "“The pier will sink,” Ruth Mills thundered.",
        "Ruth Mills called the pier “a ruin that nobody wants”.",
    ],
)
def test_words_in_marks_that_somebody_says_are_a_quote(pipeline, text):
    assert [str(quote.speaker) for quote in pipeline(text).quotes] == ["Ruth Mills"]
