"""What an index and a tree answer, and where they have no answer: edges of texts, sentences, lines and phrases."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Document, Mention, Span, Token
from newsparse.syntax import Index, Mentions, Tree
from newsparse.testing import parsed

ROWS = [
    ("(", "PUNCT", "punct", 2),
    ("both", "DET", "det", 2),
    ("mayors", "NOUN", "nsubj", 5),
    (")", "PUNCT", "punct", 2),
    ("now", "ADV", "advmod", 5),
    ("leave", "VERB", "root", 5),
    ("in", "ADP", "case", 7),
    ("May", "PROPN", "obl", 5),
    ("on", "ADP", "case", 7),
    (".", "PUNCT", "punct", 5),
]


def changed(document, **columns):
    """A document whose words have other values in some fields, by word."""
    tokens = [
        attrs.evolve(token, **{name: values[token.text] for name, values in columns.items() if token.text in values})
        for token in document.tokens
    ]
    return document.with_layer("tokens", tokens)


def test_dependents_are_those_of_the_relations_that_are_asked_for():
    tree = Tree(parsed(ROWS))
    assert tree.children(5) == [2, 4, 7, 9]
    assert tree.children(5, "advmod", "obl") == [4, 7]
    assert tree.children(5, "obj") == tree.children(0) == tree.children(0, "obj") == []
    assert tree.subject(5) == 2
    assert tree.subject(2) is None


def test_a_preposition_is_the_one_before_its_word():
    tree = Tree(parsed(ROWS))
    assert (tree.case(7), tree.case(2)) == ("in", "")


def test_a_phrase_has_no_punctuation_at_either_end_unless_it_is_all_there_is():
    tree = Tree(parsed(ROWS))
    cut = tree.document.cut
    assert cut(tree.phrase(2)) == "both mayors"
    assert cut(tree.phrase(0)) == "("
    assert cut(tree.phrase(5, without=["nsubj"])) == "now leave in May on"
    assert cut(tree.phrase(5, barred=[2])) == "now leave in May on"


@pytest.mark.parametrize(
    ("words", "kept"), [(range(4), "both mayors"), (range(3, 4), None), (range(0), None), (range(9, 10), None)]
)
def test_words_without_punctuation_at_either_end(words, kept):
    index = Index(parsed(ROWS))
    found = index.unpunctuated(words)
    assert (found and index.document.cut(found)) == kept


def test_a_word_without_a_lemma_is_its_own_and_capitals_do_not_count():
    tree = Tree(changed(parsed(ROWS), lemma={"leave": "Leave"}))
    assert (tree.lemma(5), tree.lemma(7)) == ("leave", "may")


@pytest.mark.parametrize("head", [-1, 10, None])
def test_a_head_that_is_no_other_word_counts_as_missing(head):
    tree = Tree(changed(parsed(ROWS), head={"mayors": head}, deprel={"mayors": None}))
    assert (tree.head(2), tree.relation(2), tree.subject(5)) == (None, "", None)
    assert tree.has_head(2) == (head is not None)


def test_what_a_word_is_predicated_of_is_a_subject_and_the_word_a_noun():
    rows = [("Ada", "PROPN", "nsubj", 3), ("is", "AUX", "cop", 3), ("a", "DET", "det", 3)]
    assert Tree(parsed([*rows, ("mayor", "NOUN", "root", 3)])).predicates == ((0, 3),)
    assert Tree(parsed([*rows, ("glad", "ADJ", "root", 3)])).predicates == ()
    assert Tree(parsed([("Ada", "PROPN", "vocative", 3), *rows[1:], ("mayor", "NOUN", "root", 3)])).predicates == ()


def test_an_apposition_without_a_head_is_none():
    tree = Tree(changed(parsed(ROWS), deprel={"mayors": "appos"}, head={"mayors": None}))
    assert tree.appositions == ()


def test_offsets_before_and_between_sentences_are_in_none():
    index = Index(parsed("Ada left.", "Tom came."))
    assert [index.starts_sentence(offset) for offset in (0, 1, 9, 10)] == [True, False, False, True]
    assert [index.sentence_at(offset) for offset in (0, 9, 10, 99)] == [0, 0, 1, 1]
    late = index.document.with_layer("sentences", index.document.sentences[1:])
    assert (Index(late).sentence_at(0), Index(late).starts_sentence(0), Index(late).sentence_of(0)) == (-1, False, None)
    early = index.document.with_layer("sentences", index.document.sentences[:1])
    assert [Index(early).sentence_of(word) for word in range(6)] == [0, 0, 0, None, None, None]


def test_no_word_is_before_the_first_or_in_a_gap():
    text = "  Ada left"
    tokens = [Token.make(text, Span(2, 5), group=0), Token.make(text, Span(6, 10), group=1)]
    index = Index(Document(text=text).with_layer("tokens", tokens))
    assert [index.at(offset) for offset in (0, 1, 2, 4, 5, 6, 9, 10)] == [None, None, 0, 0, None, 1, 1, None]


@pytest.mark.parametrize(
    ("first", "headline"), [("Mayor leaves", True), ("Mayor leaves.", False), ("Mayor leaves!", False)]
)
def test_a_headline_is_a_first_sentence_that_does_not_end_like_one(first, headline):
    index = Index(parsed(first, "Ada left", joint="\n"))
    assert (index.in_headline(3), index.in_headline(len(first) + 2)) == (headline, False)
    assert not Index(Document(text="Mayor leaves")).in_headline(3)


def test_a_line_is_read_as_far_as_it_reaches():
    index = Index(parsed("One two three four five.", "Six.", joint="\n"))
    assert [list(index.line(2, reach_words=reach)) for reach in (0, 1, 2, 9)] == [
        [2],
        [1, 2],
        [0, 1, 2, 3],
        [*range(6)],
    ]


def test_a_mention_of_nothing_known_is_no_entity_of_a_span():
    mentions = [Mention.make("Ada left", Span(0, 3), label="Person")]
    assert Mentions(Document(text="Ada left").with_layer("mentions", mentions)).entities([Span(0, 8)]) == ()
