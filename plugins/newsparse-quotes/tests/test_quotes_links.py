"""Links: where the tree is surer of a source than the model, and where it is not."""

from __future__ import annotations

import json

import pytest

import newsparse
from newsparse.model import Document, Layer, Sentence, Span
from newsparse.syntax import Tree
from newsparse.testing import attributed, parsed, written
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.drafts.model import from_attributions
from newsparse_quotes.marks.stretches import Outer, stretches
from newsparse_quotes.sources.case import SourceCase
from newsparse_quotes.sources.choose import sourced


def place(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def source_of(document: Document, content: str, cue: str, source: str | None) -> str | None:
    """The words of the source of a draft after the tree is asked."""
    given = place(document, source) if source else None
    draft = Draft([place(document, content)], place(document, cue), given, "attribution-model", 0.9)
    found = sourced(SourceCase(draft, Tree(document), Outer(stretches(document.text)))).source
    return document.cut(found) if found else None


HEADED = [
    ("Borrowing", "NOUN", "nsubj", 4),
    ("later", "ADV", "advmod", 4),
    (",", "PUNCT", "punct", 4),
    ("Brook", "PROPN", "nsubj", 4),
    ("said", "VERB", "root", 4),
    ("debt", "NOUN", "nsubj", 6),
    ("sinks", "VERB", "ccomp", 4),
]


def test_of_two_subjects_the_one_right_before_the_verb_speaks():
    assert source_of(parsed(HEADED), "debt sinks", "said", None) == "Brook"


def test_one_subject_after_the_verb_speaks_too():
    rows = [("Ships", "NOUN", "nsubj", 1), ("sink", "VERB", "ccomp", 3), (",", "PUNCT", "punct", 1)]
    rows += [("said", "VERB", "root", 3), ("Brook", "PROPN", "nsubj", 3)]
    assert source_of(parsed(rows), "Ships sink", "said", None) == "Brook"


def test_a_piece_of_content_that_is_the_subject_of_the_cue_is_its_source():
    document = parsed(CLAUSE)
    pieces, outer = [place(document, "The treaty"), place(document, "them to help")], Outer([])
    draft = Draft(pieces, place(document, "obliges"), None, "attribution-model", 0.9)
    found = sourced(SourceCase(draft, Tree(document), outer))
    assert (found.content, found.rule) == (pieces[1:], "quotes.source.own-subject")
    assert document.cut(found.source) == "The treaty"
    alone = Draft(pieces[:1], draft.cue, None, "attribution-model", 0.9)
    assert sourced(SourceCase(alone, Tree(document), outer)).content == pieces[:1]


MARKED = [
    ("Brook", "PROPN", "nsubj", 1),
    ("laughed", "VERB", "root", 1),
    ("at", "ADP", "mark", 5),
    ("“", "PUNCT", "punct", 5),
    ("sailors", "NOUN", "nsubj", 5),
    ("sink", "VERB", "advcl", 1),
    ("”", "PUNCT", "punct", 5),
    ("claiming", "VERB", "advcl", 5),
    ("it", "PRON", "nsubj", 9),
    ("floats", "VERB", "ccomp", 7),
]


def test_nobody_in_marks_is_the_source_of_a_cue_outside_of_them():
    assert source_of(parsed(MARKED), "it floats", "claiming", None) == "Brook"


def test_without_marks_the_nearest_verb_gives_its_subject():
    rows = [(word, *("X", "dep", 1)) if word in "“”" else (word, *rest) for word, *rest in MARKED]
    rows[3], rows[6] = ("that", "SCONJ", "mark", 5), ("loudly", "ADV", "advmod", 5)
    assert source_of(parsed(rows), "it floats", "claiming", None) == "sailors"


CLAUSE = [
    ("The", "DET", "det", 1),
    ("treaty", "NOUN", "nsubj", 7),
    (",", "PUNCT", "punct", 5),
    ("which", "PRON", "obj", 5),
    ("nations", "NOUN", "nsubj", 5),
    ("signed", "VERB", "acl:relcl", 1),
    (",", "PUNCT", "punct", 5),
    ("obliges", "VERB", "root", 7),
    ("them", "PRON", "obj", 7),
    ("to", "PART", "mark", 10),
    ("help", "VERB", "xcomp", 7),
]


def test_what_a_clause_is_about_speaks_and_not_who_is_named_in_the_clause():
    assert source_of(parsed(CLAUSE), "them to help", "obliges", "nations") == "The treaty, which nations signed"


def test_a_source_that_holds_the_head_stays_as_the_model_has_it():
    assert source_of(parsed(CLAUSE), "them to help", "obliges", "The treaty") == "The treaty"


SHARED = [
    ("Brook", "PROPN", "nsubj", 1),
    ("smiled", "VERB", "root", 1),
    ("and", "CCONJ", "cc", 3),
    ("hoped", "VERB", "conj", 1),
    ("for", "ADP", "case", 5),
    ("rain", "NOUN", "obl", 3),
    (".", "PUNCT", "punct", 1),
    ("She", "PRON", "nsubj", 8),
    ("slept", "VERB", "root", 8),
]


@pytest.mark.parametrize(("cut", "source"), [(7, "Brook"), (9, "She")], ids=["elsewhere", "in the same sentence"])
def test_a_source_in_the_sentence_of_the_cue_comes_before_one_elsewhere(cut, source):
    document = parsed(SHARED)
    starts = [token.span.start for token in document.tokens]
    sentences = [
        Sentence.make(document.text, Span(starts[first], starts[last - 1]), first=first, last=last)
        for first, last in ((0, cut), (cut, 9))
        if first < last
    ]
    assert source_of(document.with_layer("sentences", sentences), "for rain", "hoped", "She") == source


def test_a_source_that_weights_find_improbable_is_left_open(tmp_path):
    weights = {"question": "quotes.source", "weights": {"quotes.source.subject": -9.0}, "open": 5.0, "threshold": 0.5}
    (tmp_path / "quotes.source.json").write_text(json.dumps(weights))
    text = "“We lost the quay,” said Ada Brook."
    ordered, weighed = (
        newsparse.load("en", extractors=["entities", "quotes"], settings={"quotes": settings})(text).quotes
        for settings in ({}, {"weights": str(tmp_path)})
    )
    assert [str(quote.speaker) for quote in ordered] == ["Ada Brook"]
    assert [quote.speaker for quote in weighed] == [None]


def test_what_weights_find_improbable_is_not_a_quote(tmp_path):
    weights = {"question": "quotes.quotation", "weights": {"cue of speech with phrase": -9.0}, "threshold": 0.5}
    (tmp_path / "quotes.quotation.json").write_text(json.dumps(weights))
    text = "Ada Brook demanded the sale of the old quay. “We lost the quay,” she said."
    ordered, weighed = (
        newsparse.load("en", extractors=["entities", "quotes"], settings={"quotes": settings})(text).quotes
        for settings in ({}, {"weights": str(tmp_path)})
    )
    assert [quote.text for quote in ordered] == ["the sale of the old quay", "We lost the quay,"]
    assert [quote.text for quote in weighed] == ["We lost the quay,"]


def test_a_source_of_the_model_ends_with_its_paragraph():
    text = "Quay is safe, says minister\n\nLowmere is quiet."
    said = attributed(text, "minister\n\nLowmere", "says", "Quay is safe", confidence=0.9)
    (draft,) = from_attributions(written(text, layers=[Layer.of("attributions", [said])]))
    assert draft.source.cut(text) == "minister"


def test_a_source_that_is_only_a_preposition_stays_as_it_is():
    made = [
        ("Sailors", "NOUN", "nsubj:pass", 1),
        ("warned", "VERB", "root", 1),
        ("by", "ADP", "obl:agent", 1),
        ("debt", "NOUN", "nsubj", 4),
        ("sinks", "VERB", "ccomp", 1),
    ]
    assert source_of(parsed(made), "debt sinks", "warned", "by") == "by"
