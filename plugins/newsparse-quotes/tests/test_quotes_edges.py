"""Edges of content: what belongs to its cue, what goes on after it, and what is another act."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse.testing import parsed
from newsparse_quotes.content.edges import edged, pleaded, without_that
from newsparse_quotes.content.snapping import in_paragraph
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.marks.stretches import Outer, stretches


@pytest.fixture
def edges():
    """The cue and the content of a draft of the words given, after their edges are looked at."""

    def of(rows, source: str, cue: str, *pieces: str, xpos=None, lemmas=None) -> tuple[str, list[str]]:
        document = parsed(rows, lemmas=lemmas)
        tokens = [attrs.evolve(token, xpos=(xpos or {}).get(token.text)) for token in document.tokens]
        document = document.with_layer("tokens", tokens)
        spans = [Span(document.text.index(p), document.text.index(p) + len(p)) for p in (source, cue, *pieces)]
        draft = Draft(spans[2:], spans[1], spans[0], "attribution-model", 0.9)
        tree = Tree(document)
        found = edged(tree, pleaded(tree, draft), Outer(stretches(document.text)))
        return document.cut(found.cue), [document.cut(piece) for piece in found.content]

    return of


DECLINED = [
    ("They", "PRON", "nsubj", 1),
    ("declined", "VERB", "root", 1),
    ("to", "PART", "mark", 3),
    ("comment", "VERB", "xcomp", 1),
    ("on", "ADP", "case", 6),
    ("the", "DET", "det", 6),
    ("payment", "NOUN", "obl", 3),
    (".", "PUNCT", "punct", 1),
]


def test_what_nobody_comments_on_is_the_content(edges):
    found = edges(DECLINED, "They", "declined", "to comment on the payment", lemmas={"declined": "decline"})
    assert found == ("declined to comment on", ["the payment"])


def test_declined_to_comment_alone_stays(edges):
    rows = [*DECLINED[:4], (".", "PUNCT", "punct", 1)]
    assert edges(rows, "They", "declined", "to comment", lemmas={"declined": "decline"}) == ("declined", ["to comment"])


def test_declined_to_do_something_else_stays(edges):
    rows = [*DECLINED[:3], ("vote", "VERB", "xcomp", 1), *DECLINED[4:]]
    found = edges(rows, "They", "declined", "to vote on the payment", lemmas={"declined": "decline"})
    assert found == ("declined", ["to vote on the payment"])


ESTIMATES = [
    ("He", "PRON", "nsubj", 1),
    ("estimates", "VERB", "root", 1),
    ("the", "DET", "det", 3),
    ("odds", "NOUN", "obj", 1),
    ("and", "CCONJ", "cc", 6),
    ("has", "AUX", "aux", 6),
    ("cut", "VERB", "conj", 1),
    ("ratings", "NOUN", "obj", 6),
    (".", "PUNCT", "punct", 1),
]


@pytest.mark.parametrize(
    ("xpos", "content"),
    [({"has": "VBZ", "cut": "VBN"}, "the odds"), ({"cut": "VBN"}, "the odds and has cut ratings")],
    ids=["he does it", "it is done"],
)
def test_what_the_source_does_next_is_not_content(edges, xpos, content):
    assert edges(ESTIMATES, "He", "estimates", "the odds and has cut ratings", xpos=xpos)[1] == [content]


def test_a_second_verb_of_the_content_stays(edges):
    rows = [*ESTIMATES[:3], ("fleet", "NOUN", "nsubj", 4), ("sank", "VERB", "ccomp", 1), *ESTIMATES[4:]]
    rows = [row if row[0] not in {"and", "has", "ratings"} else (*row[:3], 7) for row in rows]
    found = edges(rows, "He", "estimates", "the fleet sank and has cut ratings", xpos={"sank": "VBD", "has": "VBZ"})
    assert found[1] == ["the fleet sank and has cut ratings"]


BROKEN = [
    ("“", "PUNCT", "punct", 1),
    ("Poor", "ADJ", "ccomp", 5),
    (",", "PUNCT", "punct", 1),
    ("”", "PUNCT", "punct", 1),
    ("it", "PRON", "nsubj", 5),
    ("says", "VERB", "root", 5),
    ("in", "ADP", "case", 7),
    ("passing", "NOUN", "obl", 5),
    (",", "PUNCT", "punct", 7),
    ("“", "PUNCT", "punct", 10),
    ("very", "ADV", "ccomp", 5),
    ("”", "PUNCT", "punct", 10),
]


def test_the_manner_of_saying_between_cue_and_marks_is_not_content(edges):
    assert edges(BROKEN, "it", "says", "Poor,", "in passing, “very”")[1] == ["Poor,", "very"]


def test_words_before_marks_stay_where_no_other_piece_is_in_marks(edges):
    rows = [("so", "ADV", "advmod", 1) if place in {0, 3} else row for place, row in enumerate(BROKEN)]
    assert edges(rows, "it", "says", "in passing, “very”")[1] == ["in passing, “very”"]


PLEADED = [
    ("She", "PRON", "nsubj", 1),
    ("pleaded", "VERB", "root", 1),
    ("not", "PART", "advmod", 3),
    ("guilty", "ADJ", "xcomp", 1),
    ("to", "ADP", "case", 5),
    ("charges", "NOUN", "obl", 1),
    ("that", "SCONJ", "mark", 8),
    ("she", "PRON", "nsubj", 8),
    ("stole", "VERB", "acl", 5),
]


@pytest.mark.parametrize("cue", ["pleaded", "pleaded not guilty to charges", "charges"])
def test_a_plea_is_said_and_a_charge_is_not(edges, cue):
    found = edges(PLEADED, "She", cue, "that she stole", lemmas={"pleaded": "plead", "charges": "charge"})
    assert found == ("pleaded", ["not guilty"])


def test_who_pleads_for_something_makes_no_plea(edges):
    rows = [("loudly", "ADV", "advmod", 1) if row[0] in {"not", "guilty"} else row for row in PLEADED]
    found = edges(rows, "She", "pleaded", "that she stole", lemmas={"pleaded": "plead"})
    assert found == ("pleaded", ["that she stole"])


COMMENT = [
    ("“", "PUNCT", "punct", 1),
    ("Perhaps", "ADV", "ccomp", 4),
    ("”", "PUNCT", "punct", 1),
    ("she", "PRON", "nsubj", 4),
    ("says", "VERB", "root", 4),
    (",", "PUNCT", "punct", 8),
    ("and", "CCONJ", "cc", 8),
    ("smiles", "VERB", "conj", 4),
    ("once", "ADV", "conj", 4),
]


@pytest.mark.parametrize(("joint", "kept"), [("and", ["Perhaps"]), ("adding", ["Perhaps", "smiles once"])])
def test_what_the_author_joins_to_words_in_marks_is_no_content(edges, joint, kept):
    rows = [*COMMENT[:6], (joint, "CCONJ" if joint == "and" else "VERB", "cc", 8), *COMMENT[7:]]
    assert edges(rows, "she", "says", "Perhaps", "smiles once")[1] == kept


ASKING = [
    ("Ada", "PROPN", "nsubj", 1),
    ("asking", "VERB", "root", 1),
    (",", "PUNCT", "punct", 1),
    ("“", "PUNCT", "punct", 4),
    ("why", "ADV", "obj", 1),
    ("there", "ADV", "advmod", 4),
    ("”", "PUNCT", "punct", 4),
]


@pytest.mark.parametrize(("first", "kept"), [("Ada", "why there"), ("that", "that asking, “why there”")])
def test_a_source_and_a_cue_before_marks_are_no_content(edges, first, kept):
    rows = [(first, *ASKING[0][1:]), *ASKING[1:], ("heard", "VERB", "parataxis", 1)]
    assert edges(rows, "heard", "heard", f"{first} asking, “why there”")[1] == [kept]


BECAUSE = [
    ("Ships", "NOUN", "nsubj", 1),
    ("sank", "VERB", "ccomp", 3),
    (",", "PUNCT", "punct", 3),
    ("said", "VERB", "root", 3),
    ("Brook", "PROPN", "nsubj", 3),
    (",", "PUNCT", "punct", 8),
    ("because", "SCONJ", "mark", 8),
    ("they", "PRON", "nsubj", 8),
    ("leaked", "VERB", "advcl", 3),
    (".", "PUNCT", "punct", 3),
]


@pytest.mark.parametrize(
    ("word", "content"),
    [("because", ["Ships sank", "because they leaked"]), ("when", ["Ships sank"])],
    ids=["why", "when"],
)
def test_content_goes_on_with_because_after_a_cue_between_commas(edges, word, content):
    rows = [(word, *row[1:]) if row[0] == "because" else row for row in BECAUSE]
    assert edges(rows, "Brook", "said", "Ships sank")[1] == content


def test_a_headline_does_not_join_the_content_of_a_later_paragraph():
    text = "Fire at harbour\n\nFour ships burned, police said."
    draft = Draft([Span(0, 15), Span(17, 34)], Span(43, 47), Span(36, 42), "attribution-model", 0.9)
    assert in_paragraph(text, draft, Outer([])).content == [Span(17, 34)]
    whole = Draft([Span(0, 34)], Span(43, 47), Span(36, 42), "attribution-model", 0.9)
    assert in_paragraph(text, whole, Outer([])).content == [Span(17, 34)]


CLAIMS = [
    ("Brook", "PROPN", "nsubj", 8),
    (",", "PUNCT", "punct", 3),
    ("who", "PRON", "nsubj", 3),
    ("claims", "VERB", "acl:relcl", 0),
    ("it", "PRON", "nsubj", 5),
    ("sank", "VERB", "ccomp", 3),
    (",", "PUNCT", "punct", 3),
    ("then", "ADV", "advmod", 8),
    ("fled", "VERB", "root", 8),
]


def test_the_clause_around_a_relative_clause_is_not_said_in_it(edges):
    assert edges(CLAIMS, "who", "claims", "it sank, then fled") == ("claims", ["it sank"])


ASKED = [
    ("They", "PRON", "nsubj", 1),
    ("ask", "VERB", "root", 1),
    ("Ada", "PROPN", "obj", 1),
    ("Brook", "PROPN", "flat", 2),
    ("if", "SCONJ", "mark", 6),
    ("it", "PRON", "nsubj", 6),
    ("sank", "VERB", "ccomp", 1),
]


@pytest.mark.parametrize(("joint", "content"), [("if", "if it sank"), ("and", "Ada Brook and it sank")])
def test_who_is_asked_is_not_what_is_asked(edges, joint, content):
    rows = [(joint, "SCONJ", "mark", 6) if word == "if" else (word, *rest) for word, *rest in ASKED]
    assert edges(rows, "They", "ask", f"Ada Brook {joint} it sank") == ("ask", [content])


THAT = [
    ("That", "SCONJ", "mark", 2),
    ("loaves", "NOUN", "nsubj", 2),
    ("sell", "VERB", "ccomp", 4),
    ("she", "PRON", "nsubj", 4),
    ("said", "VERB", "root", 4),
]


@pytest.mark.parametrize(("marks", "kept"), [("“”", "That loaves sell"), ("", "loaves sell")])
def test_that_stays_where_it_is_in_marks(marks, kept):
    rows = [(marks[:1], "PUNCT", "punct", 3)] if marks else []
    shifted = [(word, tag, relation, head + len(rows)) for word, tag, relation, head in THAT]
    rows += shifted[:3] + ([(marks[1:], "PUNCT", "punct", 3)] if marks else []) + shifted[3:]
    document = parsed(rows)
    start = document.text.index("That")
    draft = Draft([Span(start, start + len("That loaves sell"))])
    (content,) = without_that(Tree(document), draft, Outer(stretches(document.text))).content
    assert document.cut(content) == kept


SEEN = [
    ("The", "DET", "det", 1),
    ("board", "NOUN", "nsubj", 7),
    ("that", "PRON", "nsubj", 3),
    ("saw", "VERB", "acl:relcl", 1),
    ("Brook", "PROPN", "obj", 3),
    ("as", "ADP", "case", 6),
    ("saviour", "NOUN", "obl", 3),
    ("fired", "VERB", "root", 7),
    ("her", "PRON", "obj", 7),
]


@pytest.mark.parametrize(
    ("lemma", "tag", "content"),
    [
        ("see", "VBD", "Brook as saviour"),
        ("fear", "VBD", "Brook as saviour fired her"),
        ("see", "VBG", "Brook as saviour fired her"),
    ],
)
def test_how_somebody_is_seen_in_a_relative_clause_ends_before_the_main_verb(edges, lemma, tag, content):
    found = edges(SEEN, "The board", "saw", "Brook as saviour fired her", xpos={"fired": tag}, lemmas={"saw": lemma})
    assert found == ("saw", [content])
