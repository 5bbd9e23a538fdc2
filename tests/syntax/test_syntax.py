"""Words by offset, and trees that never raise however broken they are."""

from __future__ import annotations

import gc
import sys
import weakref
from types import SimpleNamespace

import attrs
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse.model import Document, Span, Token
from newsparse.specs import ExtractorSpec
from newsparse.syntax import Index, Mentions, Tree
from newsparse.syntax.words import words_of
from newsparse.testing import documents, fake_backend, parsed, written

ROWS = [
    ("Ada", "PROPN", "nsubj", 4),
    ("Brook", "PROPN", "flat", 0),
    (",", "PUNCT", "punct", 3),
    ("mayor", "NOUN", "appos", 0),
    ("left", "VERB", "root", 4),
    ("at", "ADP", "case", 6),
    ("noon", "NOUN", "obl", 4),
    (".", "PUNCT", "punct", 4),
]


def test_words_are_found_by_offset():
    index = Index(parsed(ROWS))
    assert index.text == "Ada Brook, mayor left at noon."
    assert list(index.overlapping(Span(4, 12))) == [1, 2, 3]
    assert list(index.starting_in(Span(5, 17))) == [2, 3]
    assert (index.at(5), index.at(3)) == (1, None)


def test_a_word_with_a_capital_behind_the_first_of_its_sentence_is_titled():
    tree = Tree(parsed("Trains ran.", "Orla Trains ran late."))
    assert [tree.is_titled(word) for word in range(len(tree.tokens))] == [word == 4 for word in range(len(tree.tokens))]


def test_a_word_outside_every_sentence_is_its_own_sentence():
    bare = Document(text="Ada left").with_layer("tokens", [Token.make("Ada left", Span(0, 3), group=0)])
    assert list(Index(bare).sentence(0)) == [0]


def test_a_line_ends_where_the_text_does():
    index = Index(parsed("Ada left.", "Tom came.", joint="\n"))
    assert [word for word in range(6) if index.breaks_before(word)] == [3]
    assert list(index.line(4, reach_words=10)) == [3, 4, 5]


def test_a_first_line_without_a_full_stop_is_a_headline():
    index = Index(parsed("Mayor leaves", "Ada left.", joint="\n"))
    assert (index.in_headline(0), index.in_headline(14)) == (True, False)


def test_the_phrase_of_a_noun_leaves_out_punctuation_at_its_ends():
    tree = Tree(parsed(ROWS))
    assert tree.phrase(0).cut(tree.document.text) == "Ada Brook, mayor"
    assert tree.phrase(0, without=["appos"]).cut(tree.document.text) == "Ada Brook"


def test_a_possessor_heads_its_phrase_only_where_nothing_is_owned():
    rows = [
        ("Ada", "PROPN", "nsubj", 3),
        ("'s", "PART", "case", 0),
        ("aide", "NOUN", "nsubj", 3),
        ("left", "VERB", "root", 3),
    ]
    document = parsed(rows)
    tokens = [attrs.evolve(token, xpos="POS" if token.text == "'s" else None) for token in document.tokens]
    tree = Tree(document.with_layer("tokens", tokens))
    assert (tree.top(range(3)), tree.top(range(2))) == (2, 0)


def test_grammar_is_read_off_the_relations():
    tree = Tree(parsed(ROWS))
    assert (tree.subject(4), tree.case(6), tree.appositions) == (0, "at", ((0, 3),))
    assert (tree.top(range(4)), list(tree.above(3)), tree.is_main(4)) == (0, [0, 4], True)


def test_a_denied_noun_is_not_said_of_the_subject():
    rows = [("Ada", "PROPN", "nsubj", 3), ("is", "AUX", "cop", 3), ("not", "PART", "advmod", 3)]
    noun = ("mayor", "NOUN", "root", 3)
    assert Tree(parsed([*rows, noun])).predicates == ()
    assert Tree(parsed([*rows[:2], ("now", "ADV", "advmod", 3), noun])).predicates == ((0, 3),)


def test_heads_in_a_circle_end_every_walk():
    tree = Tree(parsed([("a", "NOUN", "dep", 1), ("b", "NOUN", "dep", 0)]))
    assert sorted(tree.below(0)) == [0, 1]
    assert list(tree.above(0)) == [1]


@given(documents(), st.data())
def test_no_document_makes_a_tree_raise(document, data):
    tree = Tree(document)
    assert all(word < len(document.tokens) for pair in (*tree.appositions, *tree.predicates) for word in pair)
    if document.tokens:
        word = data.draw(st.integers(0, len(document.tokens) - 1))
        phrase = tree.phrase(word)
        assert phrase.covers(document.tokens[word].span) or phrase.start <= document.tokens[word].span.start
        assert word in set(tree.below(word))
        assert word in tree.index.sentence(word)


def test_a_reach_is_counted_in_words_and_ends_with_the_text():
    index = Index(written("Ada Brook, its master, left."))
    assert index.text[index.start_before(11, 2) : 11] == "Brook, "
    assert index.text[11 : index.end_after(11, 2)] == "its master"
    assert (index.start_before(11, 99), index.end_after(11, 99)) == (0, len(index.text))
    assert (index.start_before(0, 2), index.end_after(len(index.text), 2)) == (0, len(index.text))


def test_entities_are_found_in_spans_once_and_in_the_order_of_mention():
    document = written("Orla met Ada. Ada left Orla.", names={"Ada": "Person", "Orla": "Location"})
    found = Mentions(document)
    assert found.entities([Span(0, 28)]) == ("entity:0-4", "entity:9-12")
    assert found.entities([Span(14, 20), Span(0, 4)], without="entity:0-4") == ("entity:9-12",)
    assert found.entities([Span(0, 3)]) == ()


def test_a_phrase_is_the_entity_that_it_ends_with():
    found = Mentions(written("the old Ada left.", names={"Ada": "Person"}))
    assert (found.last(Span(0, 11)), found.last(Span(0, 7)), found.last(Span(8, 16))) == ("entity:8-11", None, None)


@given(documents())
def test_entities_in_the_whole_text_are_those_that_are_mentioned(document):
    whole = [Span(0, len(document.text))] if document.text else []
    assert set(Mentions(document).entities(whole)) == {item.entity for item in document.mentions if item.entity}


def test_all_extractors_share_the_columns_of_the_same_words():
    document = parsed(ROWS)
    words = words_of(document)
    assert words_of(document.with_layer("entities", [])) is Tree(document).words is words
    assert words_of(document.with_layer("tokens", document.tokens)) is not words
    assert (words.lower[0], words.lemmas[4], words.children[4][0]) == ("ada", Tree(document).lemma(4), 0)


def test_columns_go_without_code_that_ctrl_c_could_interrupt():
    document = parsed(ROWS)
    words = weakref.ref(words_of(document))
    calls = []
    sys.setprofile(lambda frame, event, _: calls.append(frame.f_code.co_name) if event == "call" else None)
    try:
        del document
    finally:
        sys.setprofile(None)
    assert (calls, words()) == ([], None)


def test_what_is_shared_is_made_once_for_each_name():
    words, made = words_of(parsed(ROWS)), iter(range(9))
    assert [words.shared(name, lambda: next(made)) for name in ("dates", "names", "dates")] == [0, 1, 0]


def test_columns_go_when_their_document_does():
    document = parsed(ROWS)
    words = weakref.ref(words_of(document))
    del document
    gc.collect()
    assert words() is None


def test_the_columns_of_words_are_given_back_when_a_document_is_done():
    held = []

    def find(document):
        held.append(weakref.ref(Index(document).words))
        return []

    spec = ExtractorSpec(
        name="reads",
        summary=".",
        make=lambda: SimpleNamespace(extract=find),
        provides=("mentions",),
        requires=("tokens",),
    )
    hooks = {"newsparse_extractors": lambda: [spec], "newsparse_backends": lambda: [fake_backend()]}
    plugin = SimpleNamespace(**{name: newsparse.hookimpl(hook) for name, hook in hooks.items()})
    document = newsparse.load("en", host=newsparse.Host.of(plugin, strict=True))("Ada said no.")
    gc.collect()
    assert document.tokens
    assert held[0]() is None
