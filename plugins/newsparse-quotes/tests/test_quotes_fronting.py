"""Reported contents before their cue are whole clauses where the tree says so."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse.testing import parsed
from newsparse_quotes.content.fronting import fronted
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.marks.stretches import Outer

CLAUSE = [
    ("The", "DET", "det", 1),
    ("ship", "NOUN", "nsubj", 2),
    ("left", "VERB", "ccomp", 7),
    ("at", "ADP", "case", 4),
    ("noon", "NOUN", "obl", 2),
    (",", "PUNCT", "punct", 7),
    ("Ada", "PROPN", "nsubj", 7),
    ("said", "VERB", "root", 7),
]
PARENTHESIS = [(*row[:3], 2 if row[3] == 7 else row[3]) for row in CLAUSE]
PARENTHESIS[2] = ("left", "VERB", "root", 2)
PARENTHESIS[6:] = [("Ada", "PROPN", "nsubj", 7), ("said", "VERB", "parataxis", 2)]
LINKED = [("But", "CCONJ", "cc", 3), *[(*row[:3], row[3] + 1) for row in CLAUSE]]


@pytest.mark.parametrize(
    ("rows", "given", "found"),
    [
        (CLAUSE, "The ship", "The ship left at noon"),
        (CLAUSE, "left at noon", "The ship left at noon"),
        (PARENTHESIS, "The ship", "The ship left at noon"),
        (LINKED, "The ship", "The ship left at noon"),
        (CLAUSE[:5], "The ship", "The ship"),
    ],
    ids=["cut short", "begun late", "a parenthesis", "a conjunction before it", "no cue"],
)
def test_a_content_before_its_cue_is_the_whole_clause(rows, given, found):
    document = parsed(rows)
    text = document.text
    places = [Span(text.index(words), text.index(words) + len(words)) for words in ("said", "Ada") if words in text]
    cue, source = places or (None, None)
    start = text.index(given)
    draft = fronted(Tree(document), Draft([Span(start, start + len(given))], cue, source), Outer([]))
    assert [document.cut(piece) for piece in draft.content] == [found]


ACCORDING = [
    *(row for row in CLAUSE[:2]),
    ("left", "VERB", "root", 2),
    *CLAUSE[3:5],
    (",", "PUNCT", "punct", 8),
    ("according", "VERB", "case", 8),
    ("to", "ADP", "fixed", 6),
    ("Ada", "PROPN", "obl", 2),
    (".", "PUNCT", "punct", 2),
]


@pytest.mark.parametrize(
    ("subject", "found"),
    [("nsubj", "The ship left at noon"), ("obl", "The ship")],
    ids=["a clause", "no subject in it"],
)
def test_a_content_before_according_to_goes_on_to_the_end_of_its_clause(subject, found):
    document = parsed([("ship", "NOUN", subject, 2) if row[0] == "ship" else row for row in ACCORDING])
    places = [document.text.index(words) for words in ("according", "Ada")]
    draft = Draft([Span(0, 8)], Span(places[0], places[0] + 12), Span(places[1], places[1] + 3))
    assert [document.cut(piece) for piece in fronted(Tree(document), draft, Outer([])).content] == [found]


WORK = [
    ("He", "PRON", "nsubj", 1),
    ("claimed", "VERB", "root", 1),
    ("work", "NOUN", "obj", 1),
    ("that", "PRON", "nsubj", 4),
    ("failed", "VERB", "acl:relcl", 2),
    (",", "PUNCT", "punct", 1),
    ("Ada", "PROPN", "nsubj", 8),
    ("also", "ADV", "advmod", 8),
    ("said", "VERB", "dep", 1),
]


@pytest.mark.parametrize(
    ("relation", "found"),
    [("acl:relcl", "He claimed work that failed"), ("ccomp", "that failed")],
    ids=["about the noun before it", "a clause that is said"],
)
def test_a_content_that_begins_with_a_relative_clause_begins_with_its_sentence(relation, found):
    rows = [("failed", "VERB", relation, 2) if row[0] == "failed" else row for row in WORK]
    document = parsed(rows)
    tokens = [attrs.evolve(token, xpos="WDT") if token.text == "that" else token for token in document.tokens]
    document = document.with_layer("tokens", tokens)
    start, end = (document.text.index(words) for words in ("that", "said"))
    draft = Draft([Span(start, start + len("that failed"))], Span(end, end + len("said")), None)
    assert [document.cut(piece) for piece in fronted(Tree(document), draft, Outer([])).content] == [found]
