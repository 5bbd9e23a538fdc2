"""Clauses that the model attributes to nobody: the tree adds what is said after "say" and "according to"."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse.testing import parsed
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.drafts.tree import left_out
from newsparse_quotes.inner.nested import outside
from newsparse_quotes.marks.stretches import Outer, stretches

SAID = [
    ("Ada", "PROPN", "nsubj", 1),
    ("say", "VERB", "root", 1),
    ("it", "PRON", "nsubj", 3),
    ("sank", "VERB", "ccomp", 1),
]


def added(rows, *taken):
    document = parsed(rows)
    drafts = [Draft([Span(document.text.index(words), document.text.index(words) + len(words))]) for words in taken]
    found = left_out(Tree(document), drafts, [], Outer(stretches(document.text)))
    return [(document.cut(draft.content[0]).strip(), document.cut(draft.source)) for draft in found]


def test_a_clause_after_say_is_added():
    assert added(SAID) == [("it sank", "Ada")]


def test_words_that_a_draft_has_are_not_added():
    assert added(SAID, "it sank") == added(SAID, "Ada say") == []


def test_other_verbs_of_speech_add_nothing():
    assert added([SAID[0], ("insists", "VERB", "root", 1), *SAID[2:]]) == []


def test_what_is_said_inside_marks_is_not_added():
    marked = [("“", "PUNCT", "punct", 2), ("Ada", "PROPN", "nsubj", 2), ("say", "VERB", "root", 2)]
    rest = [("it", "PRON", "nsubj", 4), ("sank", "VERB", "ccomp", 2), ("”", "PUNCT", "punct", 2)]
    assert added([*marked, *rest]) == []


def test_what_is_so_according_to_somebody_is_added():
    rows = [
        ("According", "VERB", "case", 2),
        ("to", "ADP", "fixed", 0),
        ("Ada", "PROPN", "obl", 4),
        ("it", "PRON", "nsubj", 4),
        ("sank", "VERB", "root", 4),
    ]
    assert added(rows) == [("it sank", "Ada")]


FRAME = [
    ("The", "DET", "det", 1),
    ("ship", "NOUN", "nsubj", 2),
    ("left", "VERB", "ccomp", 5),
    (",", "PUNCT", "punct", 5),
    ("Ada", "PROPN", "nsubj", 5),
    ("told", "VERB", "root", 5),
    ("Tom", "PROPN", "obj", 5),
]
WHEN = [("When", "SCONJ", "mark", 3), *[(*row[:3], row[3] + 1) for row in FRAME]]
WHEN[3] = ("left", "VERB", "advcl", 6)
AND = [*FRAME[:4], ("and", "CCONJ", "cc", 6), ("Ada", "PROPN", "nsubj", 6), ("told", "VERB", "root", 6), FRAME[6]]
STATES = [
    *FRAME[:4],
    ("says", "VERB", "root", 4),
    ("the", "DET", "det", 6),
    ("report", "NOUN", "obj", 4),
]
STATES[2] = ("left", "VERB", "ccomp", 4)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (FRAME, [("The ship left", "Ada")]),
        (WHEN, []),
        (AND, []),
        (STATES, [("The ship left", "the report")]),
    ],
    ids=["a frame at the end", "a clause with when", "a second clause", "a subject after its verb"],
)
def test_a_frame_after_a_comma_that_ends_the_sentence_is_added(rows, found):
    document = parsed(rows, lemmas={"told": "tell", "says": "say", "left": "leave"})
    tokens = [attrs.evolve(t, xpos="VBD" if t.upos == "VERB" else None) for t in document.tokens]
    document = document.with_layer("tokens", tokens)
    drafts = left_out(Tree(document), [], [], Outer([]))
    assert [(document.cut(d.content[0]).strip(), document.cut(d.source)) for d in drafts if d.source] == found


BEFORE = [
    ("The dam was unsafe, the engineer had written in March.", [(("The dam was unsafe",), "the engineer")]),
    ("The bridge was too narrow, Ada Brook has written to the mayor.", [(("The bridge was too narrow",), "Ada Brook")]),
    ("The quay had sunk by a foot, the union would later write.", [(("The quay had sunk by a foot",), "the union")]),
    ("When the dam broke, the engineer had written two letters.", []),
    ("The dam was unsafe, the engineer had been told.", [(("The dam was unsafe",), None)]),
]


@pytest.mark.parametrize(
    ("text", "found"), BEFORE, ids=["had written", "has written", "would write", "a clause with when", "a passive"]
)
def test_a_frame_with_an_auxiliary_is_added_too(said, text, found):
    assert said(text) == found


WANTED = [
    ("The pilots' union now wants a raise of 9 percent over two years.", ["a raise of 9 percent over two years"]),
    ("Farmers in the valley want a fair price for their milk.", ["a fair price for their milk"]),
    ("The mayor knows what the sailors want.", []),
    ("Ada Brook wants it.", []),
]


@pytest.mark.parametrize(("text", "wanted"), WANTED, ids=["body", "people", "question", "pronoun"])
def test_what_somebody_wants_is_added(pipeline, text, wanted):
    found = [quote.text for quote in pipeline(text).quotes if quote.cue and quote.cue.text.endswith(("want", "wants"))]
    assert found == wanted


def test_a_district_can_say_something(said):
    assert said("The district says the work would add $4 to $6 a month to the bill.") == [
        (("the work would add $4 to $6 a month to the bill",), "The district")
    ]


APPEALS = [
    ("appealed", "appeal", "to", "citizens to leave"),
    ("calls", "call", "on", "citizens to leave"),
    ("pleaded", "plead", "with", "citizens to leave"),
    ("called", "call", "at", None),
]


@pytest.mark.parametrize(("form", "lemma", "joint", "asked"), APPEALS, ids=["appeal", "call on", "plead", "call at"])
def test_what_somebody_is_called_on_to_do_is_added(form, lemma, joint, asked):
    rows = [
        ("Ada", "PROPN", "nsubj", 1),
        (form, "VERB", "root", 1),
        (joint, "ADP", "case", 3),
        ("citizens", "NOUN", "obl", 1),
        ("to", "PART", "mark", 5),
        ("leave", "VERB", "advcl", 1),
    ]
    document = parsed(rows, lemmas={form: lemma})
    found = [document.cut(draft.content[0]) for draft in outside(Tree(document), [])]
    assert found == ([asked] if asked else [])
