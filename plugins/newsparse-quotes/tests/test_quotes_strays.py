"""Pieces that belong to no content: of another sentence, of a clause about the speaker, of the author."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse.testing import parsed
from newsparse_quotes.content.fronting import fronted
from newsparse_quotes.content.strays import without_strays
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.marks.stretches import Outer, stretches

SAID = [
    ("It", "PRON", "nsubj", 1),
    ("sank", "VERB", "ccomp", 4),
    (",", "PUNCT", "punct", 4),
    ("Ada", "PROPN", "nsubj", 4),
    ("said", "VERB", "root", 4),
]
ASKED = [
    *SAID,
    (",", "PUNCT", "punct", 4),
    ("asking", "VERB", "advcl", 4),
    ("to", "PART", "mark", 8),
    ("leave", "VERB", "xcomp", 6),
]
REMARK = [*SAID, (",", "PUNCT", "punct", 4), ("the", "DET", "det", 8), ("first", "ADJ", "amod", 8)]
REMARK += [("remark", "NOUN", "appos", 1)]
GOES_ON = [*SAID, (",", "PUNCT", "punct", 4), ("because", "SCONJ", "mark", 8), ("storms", "NOUN", "nsubj", 8)]
GOES_ON += [("came", "VERB", "advcl", 1)]


FINITE = {"sank": "VBD", "said": "VBD", "came": "VBD", "left": "VBD", "has": "VBZ"}


@pytest.fixture
def kept():
    """The pieces that stay of those given, of a text in rows whose cue is "said" and whose source is "Ada"."""

    def of(step, *pieces: str, rows):
        document = parsed(*rows)
        tokens = [attrs.evolve(token, xpos=FINITE.get(token.text)) for token in document.tokens]
        document = document.with_layer("tokens", tokens)
        places = [document.text.index(piece) for piece in ("said", "Ada", *pieces)]
        spans = [Span(a, a + len(b)) for a, b in zip(places, ("said", "Ada", *pieces), strict=True)]
        draft = Draft(spans[2:], spans[0], spans[1])
        found = step(Tree(document), draft, Outer(stretches(document.text)))
        return [document.cut(piece) for piece in found.content]

    return of


@pytest.mark.parametrize(
    ("rows", "after", "stays"),
    [(ASKED, "to leave", False), (REMARK, "the first remark", False), (GOES_ON, "because storms came", True)],
    ids=["another verb", "what the author calls it", "the same clause"],
)
def test_a_piece_after_the_cue_goes_on_with_the_clause_before_it_or_is_left_out(kept, rows, after, stays):
    assert kept(without_strays, "It sank", after, rows=[rows]) == ["It sank", *([after] if stays else [])]


LEFT = [("Crews", "NOUN", "nsubj", 1), ("left", "VERB", "root", 1), (".", "PUNCT", "punct", 1)]


def test_a_piece_of_another_sentence_is_left_out(kept):
    assert kept(without_strays, "Crews left", "It sank", rows=[LEFT, SAID]) == ["It sank"]


def test_a_piece_that_only_a_comma_separates_from_the_rest_stays(kept):
    before = [*LEFT[:2], (",", "PUNCT", "punct", 1)]
    assert kept(without_strays, "Crews left", "It sank", rows=[before, SAID]) == ["Crews left", "It sank"]


def test_the_only_piece_stays_wherever_it_is(kept):
    assert kept(without_strays, "Crews left", rows=[LEFT, SAID]) == ["Crews left"]


PAID = [
    ("The", "DET", "det", 1),
    ("firm", "NOUN", "nsubj", 4),
    ("“", "PUNCT", "punct", 4),
    ("has", "AUX", "aux", 4),
    ("paid", "VERB", "ccomp", 8),
    (",", "PUNCT", "punct", 4),
    ("”", "PUNCT", "punct", 4),
    ("Ada", "PROPN", "nsubj", 8),
    ("said", "VERB", "root", 8),
]


@pytest.mark.parametrize(
    ("subject", "found"), [("nsubj", "The firm “has paid,”"), ("obl", "has paid")], ids=["a subject", "no subject"]
)
def test_words_in_marks_that_begin_with_a_verb_have_the_subject_before_them(kept, subject, found):
    rows = [("firm", "NOUN", subject, 4) if row[0] == "firm" else row for row in PAID]
    assert kept(fronted, "has paid", rows=[rows]) == [found]


ADDED = [
    "Ada Brook called for a court that tries those who sell ships, adding that the quay would sink.",
    "Ada Brook accused the council that closed the quay of theft, adding that the ships would leave.",
    "Ada Brook called for a new court and added that the quay would sink.",
]


@pytest.mark.parametrize("text", ADDED, ids=[text[-30:] for text in ADDED])
def test_who_adds_something_is_who_spoke_before(said, text):
    assert [name for _, name in said(text)] == ["Ada Brook", "Ada Brook"]


def test_what_a_clause_about_the_speaker_tells_is_not_said(kept):
    rows = [
        ("Ada", "PROPN", "nsubj", 4),
        (",", "PUNCT", "punct", 3),
        ("who", "PRON", "nsubj", 3),
        ("left", "VERB", "acl:relcl", 0),
        ("said", "VERB", "root", 4),
        ("it", "PRON", "nsubj", 6),
        ("sank", "VERB", "ccomp", 4),
    ]
    assert kept(without_strays, "who left", "it sank", rows=[rows]) == ["it sank"]
