"""A document's words with their blanks are its text, and places are ranges of them."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.exchange.words import Alignment, Place, Ranges, heads_of, starts_of, words_of
from newsparse.model import Document, Sentence, Span, Token
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


def test_a_word_that_hangs_on_one_of_another_sentence_is_in_no_tree():
    rows = [("She", "PRON", "nsubj", 1), ("left", "VERB", "root", 1)]
    document = parsed(rows, rows)
    first, *others = document.tokens
    crossed = document.with_layer("tokens", [attrs.evolve(first, head=3), *others])
    assert heads_of(crossed, words_of(crossed)) is None


def test_a_sentence_may_begin_with_the_blank_before_it():
    document = parsed(
        [("She", "PRON", "nsubj", 1), ("left", "VERB", "root", 1)], [("No", "INTJ", "root", 0)], joint="\n\n"
    )
    first, second = document.sentences
    begin = first.span.end
    wider = Sentence.make(document.text, Span(begin, second.span.end), first=second.first, last=second.last)
    found = document.with_layer("sentences", [first, wider])
    assert heads_of(found, words_of(found)) == heads_of(document, words_of(document))


def test_a_document_without_sentences_says_nothing_of_starts():
    document = Document(text="It sank.")
    assert starts_of(document, words_of(document)) is None


def test_a_place_inside_a_word_is_that_word_and_one_between_words_is_none():
    ranges = Ranges([Span(0, 3), Span(4, 9)])
    assert (ranges.at(Span(1, 2)), ranges.at(Span(2, 5)), ranges.at(Span(3, 4))) == ((0, 1), (0, 2), None)
    assert ranges.place(0, 2) == Span(0, 9)


@pytest.mark.parametrize(
    ("text", "places", "words"),
    [
        ("a b", [(0, 1), (2, 3)], ["a_", "b"]),
        ("a  b", [(0, 1), (3, 4)], ["a_", " ", "b"]),
        ("a \nb", [(0, 1), (3, 4)], ["a_", "\n", "b"]),
        ("a\n b", [(0, 1), (3, 4)], ["a", "\n ", "b"]),
        (" a", [(1, 2)], [" ", "a"]),
        ("a ", [(0, 1)], ["a_"]),
        ("a x b", [(0, 1), (4, 5)], ["a_", "x_", "b"]),
        ("ab c", [(0, 1), (1, 2), (3, 4)], ["a", "b_", "c"]),
        ("a b", [(0, 1), (1, 2), (2, 3)], ["a", " ", "b"]),
        ("abc", [(0, 2), (1, 3)], ["abc"]),
        ("abc", [(0, 3), (1, 2)], ["abc"]),
        ("a b", [(0, 1), (1, 3)], ["a", " b"]),
        ("a b", [(0, 2), (2, 3)], ["a ", "b"]),
        ("  a", [(2, 3)], ["  ", "a"]),
        ("a", [], ["a"]),
        (" ", [], [" "]),
        ("", [], []),
    ],
)
def test_one_blank_behind_a_word_is_its_own(text, places, words):
    tokens = [Token.make(text, Span(*place), group=at) for at, place in enumerate(places)]
    found = words_of(Document(text=text).with_layer("tokens", tokens) if tokens else Document(text=text))
    assert [word.text + "_" * word.blank for word in found] == words


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ([("She", "PRON", "nsubj", 1), ("left", "VERB", "root", 1)], (1, 1)),
        ([("She", "PRON", "nsubj", 1), ("left", "VERB", "nsubj", 0)], None),
    ],
)
def test_a_sentence_needs_one_root(rows, heads):
    document = parsed(rows)
    found = heads_of(document, words_of(document))
    assert (found.heads if found else None) == heads


def test_a_blank_before_the_first_word_hangs_on_the_word_behind_it():
    text = "\n\nShe left."
    found = [Span(2, 5), Span(6, 10), Span(10, 11)]
    tokens = [
        Token.make(text, span, group=at, head=1, deprel=relation)
        for at, (span, relation) in enumerate(zip(found, ["nsubj", "root", "punct"], strict=True))
    ]
    sentence = Sentence.make(text, Span(2, 11), first=0, last=3)
    document = Document(text=text).with_layer("tokens", tokens).with_layer("sentences", [sentence])
    made = heads_of(document, words_of(document))
    assert (made.heads, made.relations) == ((1, 2, 2, 2), ("", "nsubj", "root", "punct"))


@pytest.mark.parametrize("missing", [0, 1])
def test_trees_of_some_words_are_none(missing):
    document = parsed([("She", "PRON", "nsubj", 1), ("left", "VERB", "root", 1)])
    tokens = [attrs.evolve(token, head=None) if at == missing else token for at, token in enumerate(document.tokens)]
    changed = document.with_layer("tokens", tokens)
    assert heads_of(changed, words_of(changed)) is None


def test_a_word_of_two_tokens_hangs_where_the_outer_one_does():
    text = "vom Ort kam"
    rows = [((0, 3), 0, 1), ((0, 3), 0, 2), ((4, 7), 1, 3), ((8, 11), 2, 3)]
    relations = ("case", "obl", "nmod", "root")
    tokens = [
        Token.make(text, Span(*place), group=group, head=head, deprel=relation)
        for (place, group, head), relation in zip(rows, relations, strict=True)
    ]
    sentence = Sentence.make(text, Span(0, 11), first=0, last=4)
    document = Document(text=text).with_layer("tokens", tokens).with_layer("sentences", [sentence])
    found = heads_of(document, words_of(document))
    assert (found.heads, found.relations) == ((1, 2, 2), ("obl", "nmod", "root"))


PLACES = st.lists(st.integers(0, 30), unique=True, min_size=2, max_size=10).map(sorted)


@given(PLACES, st.integers(0, 29), st.integers(1, 8))
def test_the_words_of_a_place_are_those_that_share_a_character_with_it(ends, start, size):
    words = [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]
    place = Span(start, start + size)
    shared = [at for at, word in enumerate(words) if word.start < place.end and place.start < word.end]
    assert Ranges(words).at(place) == ((shared[0], shared[-1] + 1) if shared else None)


@pytest.mark.parametrize(("text", "heads"), [(" Go", (1, 1)), ("Go\n", (0, 0)), (" Go\n", (1, 1, 1)), ("Go", (0,))])
def test_blanks_around_the_only_word_hang_on_it(text, heads):
    start = text.index("Go")
    token = Token.make(text, Span(start, start + 2), group=0, head=0, deprel="root")
    sentence = Sentence.make(text, token.span, first=0, last=1)
    document = Document(text=text).with_layer("tokens", [token]).with_layer("sentences", [sentence])
    assert heads_of(document, words_of(document)).heads == heads


def test_two_roots_in_one_sentence_and_none_in_the_other_are_no_trees():
    document = parsed([("She", "PRON", "root", 0), ("left", "VERB", "root", 1)], [("No", "INTJ", "root", 0)])
    *others, last = document.tokens
    crossed = document.with_layer("tokens", [*others, attrs.evolve(last, head=1)])
    assert heads_of(crossed, words_of(crossed)) is None


def test_an_alignment_counts_what_fits_what_is_moved_and_what_is_lost():
    places = [Place(f"a{at}", "mentions", Span(1, 3), given) for at, given in enumerate([Span(1, 3), Span(0, 3), None])]
    found = Alignment.of([*places, places[0]])
    assert found == Alignment(2, (places[1],), (places[2],))
    assert str(found) == "2 aligned, 1 moved, 1 lost"
    assert Alignment.of([]) == Alignment(0)
