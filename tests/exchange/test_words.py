"""A document's words with their blanks are its text, and places are ranges of them."""

from __future__ import annotations

from hypothesis import given

from newsparse.exchange.words import Ranges, heads_of, starts_of, words_of
from newsparse.model import Document, Span, Token
from newsparse.testing import documents, parsed


def written(words):
    return "".join(word.text + " " * word.blank for word in words)


def test_tokens_keep_their_places_and_blanks_become_words_only_where_there_are_more_than_one():
    document = parsed("Ada Brook left.", "She slept.", joint="\n\n ")
    words = words_of(document)
    assert [word.text for word in words] == ["Ada", "Brook", "left", ".", "\n\n ", "She", "slept", "."]
    assert [word.blank for word in words] == [True, True, False, False, False, True, False, False]
    assert written(words) == document.text


@given(documents())
def test_words_with_their_blanks_are_the_text_of_any_document(document):
    words = words_of(document)
    assert written(words) == document.text
    assert all(word.span.cut(document.text) == word.text for word in words)
    assert [index for word in words for index in word.tokens] == list(range(len(document.tokens)))


def test_tokens_that_share_a_place_are_one_word():
    text = "du pain"
    places = [(Span(0, 2), 0), (Span(0, 2), 0), (Span(3, 7), 1)]
    tokens = [Token.make(text, span, group=group) for span, group in places]
    words = words_of(Document(text=text).with_layer("tokens", tokens))
    assert [(word.text, word.tokens) for word in words] == [("du", (0, 1)), ("pain", (2,))]


def test_heads_count_words_and_a_root_is_its_own():
    rows = [("She", "PRON", "nsubj", 1), ("left", "VERB", "root", 1)]
    document = parsed(rows, [("No", "INTJ", "root", 0)], joint="\n")
    found = heads_of(document, words_of(document))
    assert found.heads == (1, 1, 1, 3)
    assert found.relations == ("nsubj", "root", "", "root")


def test_a_sentence_with_two_roots_has_no_heads_but_a_start():
    document = parsed([("She", "PRON", "root", 0), ("left", "VERB", "root", 1)])
    assert heads_of(document, words_of(document)) is None
    assert starts_of(document, words_of(document)) == [True, False]


def test_a_document_without_sentences_says_nothing_of_starts():
    document = Document(text="It sank.")
    assert starts_of(document, words_of(document)) is None


def test_a_place_inside_a_word_is_that_word_and_one_between_words_is_none():
    ranges = Ranges([Span(0, 3), Span(4, 9)])
    assert (ranges.at(Span(1, 2)), ranges.at(Span(2, 5)), ranges.at(Span(3, 4))) == ((0, 1), (0, 2), None)
    assert ranges.place(0, 2) == Span(0, 9)
