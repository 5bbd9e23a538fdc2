"""Small documents for tests: sentences with marks or rows with grammar become the layers that a backend would give."""

from __future__ import annotations

import pytest

from newsparse.testing import attributed, parsed
from newsparse.testing.parsing import Word


def grammar(document):
    return [(token.text, token.lemma, token.upos, token.deprel, token.head) for token in document.tokens]


def test_marks_become_mentions_and_words_have_the_grammar_that_the_tree_gives():
    tree = {"left": ("VERB", "root", None), "Brook": ("PROPN", "nsubj", "left"), "early": ("ADV", "advmod", "gone")}
    document = parsed("{Ada Brook:Person} left early.", tree=tree, lemmas={"left": "leave"})
    assert document.text == "Ada Brook left early."
    assert [(item.text, item.label, item.entity) for item in document.mentions] == [("Ada Brook", "Person", None)]
    assert grammar(document) == [
        ("Ada", None, None, None, None),
        ("Brook", None, "PROPN", "nsubj", 2),
        ("left", "leave", "VERB", "root", 2),
        ("early", None, "ADV", "advmod", 3),
        (".", None, None, None, None),
    ]
    assert not document.has("entities")


def test_rows_are_written_with_blanks_as_in_a_text():
    rows = [
        ("(", "PUNCT", "punct", 1),
        ("Ada", "PROPN", "nsubj", 4),
        (")", "PUNCT", "punct", 1),
        ("n't", "PART", "advmod", 4),
    ]
    document = parsed([*rows, Word("Left", "VERB", "root", 4, lemma="leave", xpos="VBD"), (".", "PUNCT", "punct", 4)])
    assert document.text == "(Ada)n't Left."
    assert [token.lemma for token in document.tokens] == ["(", "ada", ")", "n't", "leave", "."]
    assert [token.xpos for token in document.tokens] == [None] * 4 + ["VBD", None]
    assert not document.has("mentions")


def test_rows_take_lemmas_from_a_table_unless_they_have_their_own():
    rows = [Word("Left", "VERB", "root", 0), Word("rose", "VERB", "conj", 0, lemma="rise")]
    assert [token.lemma for token in parsed(rows, lemmas={"Left": "leave", "rose": "rose"}).tokens] == ["leave", "rise"]


@pytest.mark.parametrize(("joint", "paragraphs"), [(" ", [0, 0, 0]), ("\n", [0, 1, 2]), ("\n\n", [0, 1, 2])])
def test_sentences_are_numbered_by_words_and_paragraphs(joint, paragraphs):
    document = parsed("Ada left.", [("Tom", "PROPN", "root", 0)], "Ina came.", joint=joint)
    assert document.text == f"Ada left.{joint}Tom{joint}Ina came."
    assert [item.text for item in document.sentences] == ["Ada left.", "Tom", "Ina came."]
    assert [(item.first, item.last) for item in document.sentences] == [(0, 3), (3, 4), (4, 7)]
    assert [item.paragraph for item in document.sentences] == paragraphs
    assert document.tokens[3].head == 3


def test_names_become_entities_with_a_mention_at_each_place():
    document = parsed("Ada met Tom. Ada left.", names={"Ada": "Person", "Tom": "Person"})
    ada, tom = document.entities
    assert [item.span.start for item in document.mentions_of(ada)] == [0, 13]
    assert (ada.mentions, len(document.mentions_of(tom))) == (("mention:0-3", "mention:13-16"), 1)
    with pytest.raises(ValueError, match="'Ina' does not occur"):
        parsed("Ada left.", names={"Ina": "Person"})
    assert parsed("Ada left.", names={}).has("entities")


def test_an_attribution_has_the_words_that_are_given():
    text = "Ada said that it rained, and hailed."
    found = attributed(text, "Ada", "said", "it rained", "hailed", confidence=0.5)
    cut = [[span.cut(text) for span in spans] for spans in (found.content, found.cue, found.source)]
    assert cut == [["it rained", "hailed"], ["said"], ["Ada"]]
    assert (found.text, found.confidence) == ("it rained hailed", 0.5)
    bare = attributed(text, "", "said", "it rained")
    assert (bare.cue[0].cut(text), bare.source) == ("said", ())
    assert attributed(text, "Ada", "", "it rained").cue == ()
    with pytest.raises(ValueError, match="not found"):
        attributed(text, "Ina", "said", "it rained")
