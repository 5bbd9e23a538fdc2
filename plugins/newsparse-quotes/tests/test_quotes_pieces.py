"""Pieces of content: broken ones mended, cut phrases finished, scraps left out, and whole ones left alone."""

from __future__ import annotations

import pytest

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse.testing import parsed
from newsparse_quotes.content.clauses import lengthened
from newsparse_quotes.content.pieces import mended, parted
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.lexicon import cues
from newsparse_quotes.marks.stretches import Outer, stretches

WANTS = [
    ("Sailors", "NOUN", "nsubj", 1),
    ("want", "VERB", "root", 1),
    ("a", "DET", "det", 3),
    ("raise", "NOUN", "obj", 1),
    ("of", "ADP", "case", 6),
    ("9", "NUM", "nummod", 6),
    ("percent", "NOUN", "nmod", 3),
    ("soon", "ADV", "advmod", 1),
    (".", "PUNCT", "punct", 1),
]


@pytest.fixture
def content():
    """The content of a draft of "Sailors want ..." with the pieces given, after mending."""

    def of(*pieces: str, confidence: float = 0.95, rows=WANTS) -> list[str]:
        document = parsed(rows)
        spans = [Span(document.text.index(p), document.text.index(p) + len(p)) for p in pieces]
        draft = Draft(spans, Span(8, 12), Span(0, 7), "attribution-model", confidence)
        found = mended(Tree(document), draft, Outer(stretches(document.text)))
        return [document.cut(span) for span in found.content]

    return of


def test_a_piece_that_ends_in_of_goes_on_to_the_end_of_the_phrase(content):
    assert content("a raise of") == ["a raise of 9 percent"]


PERCENT = [
    *WANTS[:2],
    ("raised", "VERB", "xcomp", 1),
    ("9", "NUM", "nummod", 4),
    ("%", "SYM", "obj", 2),
    ("2030", "NUM", "obl", 2),
]


def test_a_piece_that_ends_in_a_sign_goes_on_to_the_end_of_the_amount(content):
    amount = [("€", "SYM", "obj", 1), ("5", "NUM", "nummod", 2), ("–", "PUNCT", "punct", 5), ("6", "NUM", "nummod", 2)]
    rows = [*WANTS[:2], *amount, ("billion", "NUM", "nummod", 2), ("soon", "ADV", "advmod", 1)]
    assert content("€", rows=rows) == ["€5 – 6 billion"]
    assert content("€", rows=[*rows[:3], rows[-1]]) == []
    assert content("raised 9%", rows=PERCENT) == ["raised 9%"]


def test_a_piece_that_ends_in_a_noun_stays(content):
    assert content("a raise") == ["a raise"]


LATE = [
    ("It", "PRON", "nsubj", 1),
    ("sank", "VERB", "ccomp", 6),
    ("at", "ADP", "case", 3),
    ("noon", "NOUN", "obl", 1),
    (",", "PUNCT", "punct", 1),
    ("she", "PRON", "nsubj", 6),
    ("said", "VERB", "root", 6),
]


@pytest.mark.parametrize(
    ("comma", "head", "found"), [(",", 1, "It sank at noon"), (",", 6, "It sank"), (";", 1, "It sank")]
)
def test_a_piece_goes_on_to_the_comma_before_cue_and_source(comma, head, found):
    rows = [*LATE[:3], ("noon", "NOUN", "obl", head), (comma, "PUNCT", "punct", 1), *LATE[5:]]
    document = parsed(rows)
    said, she = document.text.index("said"), document.text.index("she")
    draft = Draft([Span(0, 7)], Span(said, said + 4), Span(she, she + 3), "attribution-model", 0.9)
    assert [document.cut(p) for p in mended(Tree(document), draft, Outer([])).content] == [found]


def test_a_piece_that_its_source_touches_stays():
    document = parsed(LATE)
    draft = Draft([Span(0, 13)], None, Span(13, 20), "attribution-model", 0.9)
    assert mended(Tree(document), draft, Outer([])).content == draft.content


def test_two_pieces_with_a_word_between_them_are_one(content):
    assert content("a raise of 9", "soon") == ["a raise of 9 percent soon"]


MANY = [
    *WANTS[:2],
    ("to", "PART", "mark", 3),
    ("leave", "VERB", "xcomp", 1),
    ("the", "DET", "det", 6),
    ("old", "ADJ", "amod", 6),
    ("quay", "NOUN", "obj", 3),
    ("behind", "ADV", "advmod", 3),
    ("by", "ADP", "case", 9),
    ("noon", "NOUN", "obl", 3),
    (".", "PUNCT", "punct", 1),
]


def rows_with(rows, word, **changes):
    """Rows in which the row of a word has another text, tag, relation or head."""
    fields = ("text", "upos", "relation", "head")
    return [
        row if row[0] != word else tuple(changes.get(name, value) for name, value in zip(fields, row, strict=True))
        for row in rows
    ]


def test_pieces_of_a_clause_are_one_whatever_is_between_them(content):
    assert content("to leave", "by noon", rows=MANY) == ["to leave the old quay behind by noon"]


APART = {
    "a word between them depends on the cue": rows_with(MANY, "behind", head=1),
    "a stop between them": rows_with(MANY, "old", text=";", upos="PUNCT"),
    "a dash between them": rows_with(MANY, "the", text="–", upos="PUNCT"),
}


@pytest.mark.parametrize("rows", APART.values(), ids=APART)
def test_pieces_stay_apart_where_what_is_between_them_may_be_of_somebody_else(content, rows):
    assert content("to leave", "by noon", rows=rows) == ["to leave", "by noon"]


@pytest.mark.parametrize("relation", ["amod", "compound", "nmod:poss"])
def test_a_piece_that_ends_before_the_noun_of_its_last_word_goes_on_to_it(content, relation):
    assert content("to leave the old", rows=rows_with(MANY, "old", relation=relation)) == ["to leave the old quay"]


def test_pieces_on_both_sides_of_the_cue_stay_apart(content):
    assert content("Sailors", "a raise") == ["Sailors", "a raise"]


def test_a_pronoun_alone_is_no_content(content):
    rows = [*WANTS[:2], ("it", "PRON", "obj", 1), WANTS[7]]
    assert content("it", rows=rows) == []
    assert content("it soon", rows=rows) == ["it soon"]


@pytest.mark.parametrize(("confidence", "kept"), [(0.5, []), (0.95, ["soon"])])
def test_one_word_needs_a_sure_model(content, confidence, kept):
    assert content("soon", confidence=confidence) == kept


def test_one_word_in_marks_stays(content):
    rows = [*WANTS[:2], ("“", "PUNCT", "punct", 3), ("more", "ADJ", "obj", 1), ("”", "PUNCT", "punct", 3)]
    assert content("more", confidence=0.5, rows=rows) == ["more"]


BESIDE = [
    ("the plan: “We go home now”", "We go home now"),
    ("the plan “We go home now”", "the plan “We go home now”"),
    ("“We go home now,” and left", "“We go home now,"),
    ("“We go home now” and left", "“We go home now” and left"),
]


@pytest.mark.parametrize(("text", "words"), BESIDE, ids=[text for text, _ in BESIDE])
def test_words_behind_a_colon_or_a_comma_and_marks_are_apart_from_those_beside_them(text, words):
    quoted = Outer(stretches(text))
    whole = Span(0, len(text))
    assert parted(text, whole, quoted).cut(text).rstrip("”") == words.rstrip("”")


def test_a_piece_that_only_touches_words_in_marks_stays():
    text = "She said: “We go home now,” and left"
    quoted = Outer(stretches(text))
    for piece in (Span(0, text.index("We")), Span(text.index("”"), len(text))):
        assert parted(text, piece, quoted) == piece


ADDED = [
    ("The council said it would open a review, which takes 180 days.", "it would open a review, which takes 180 days"),
    ("The owner plans to close the shop, which leaves the town without one.", "to close the shop"),
    ("Lund Lines agreed to buy the yard, a deal that took eight months.", "to buy the yard"),
]


@pytest.mark.parametrize(("text", "words"), ADDED, ids=["said", "planned", "agreed"])
def test_what_is_added_after_a_comma_belongs_to_a_clause_and_not_to_a_plan(said, text, words):
    assert [content for content, _ in said(text)] == [(words,)]


REPORTED = [
    ("Ada", "PROPN", "nsubj", 1),
    ("said", "VERB", "root", 1),
    ("it", "PRON", "nsubj", 3),
    ("sank", "VERB", "ccomp", 1),
    (",", "PUNCT", "punct", 7),
    ("and", "CCONJ", "cc", 7),
    ("nobody", "PRON", "nsubj", 7),
    ("came", "VERB", "conj", 3),
    (".", "PUNCT", "punct", 1),
]


@pytest.mark.parametrize(
    ("subject", "found"), [("nsubj", "it sank, and nobody came"), ("advmod", "it sank")], ids=["a clause", "no subject"]
)
def test_a_reported_clause_goes_on_with_a_clause_that_has_its_own_subject(subject, found):
    rows = [(*row[:2], subject, row[3]) if row[0] == "nobody" else row for row in REPORTED]
    document = parsed(rows)
    draft = Draft([Span(9, 16)], Span(4, 8), Span(0, 3), "attribution-model", 0.9)
    longer = lengthened(Tree(document), draft, Outer([]), cues())
    assert [document.cut(piece) for piece in longer.content] == [found]
