"""An article's text cut into pieces under its highlights."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsparse.model import Span
from newsparse.view.pieces import MOST_LAYERS, Highlight, paragraphs
from newsparse.visible import visible

TEXT = "“It rained,” said Ada Brook.\n\nShe had 3 boats."


def highlight(key, *spans, kind="quote", **more):
    return Highlight(key, kind, tuple(Span(*span) for span in spans), **more)


def words(text, highlights):
    return ["".join(piece.words for piece in paragraph) for paragraph in paragraphs(text, highlights)]


def test_lines_are_paragraphs_and_blank_lines_are_dropped():
    assert words(TEXT, []) == ["“It rained,” said Ada Brook.", "She had 3 boats."]


def test_highlights_that_overlap_share_the_words_that_they_share():
    (pieces,) = paragraphs("one two three", [highlight("a", (0, 7)), highlight("b", (4, 13))])
    assert [(piece.words, piece.keys) for piece in pieces] == [("one ", "a"), ("two", "a b"), (" three", "b")]


def test_a_broken_quote_is_marked_in_each_part_begins_once_and_is_labelled_behind_the_last():
    broken = highlight("a", (0, 3), (8, 13), label="Ada Brook", label_at=13)
    (pieces,) = paragraphs("one two three", [broken])
    assert [piece.keys for piece in pieces] == ["a", "", "a"]
    assert [len(piece.begins) for piece in pieces] == [1, 0, 0]
    assert [len(piece.labelled) for piece in pieces] == [0, 0, 1]


def test_the_speaker_stands_behind_the_closing_mark():
    said = highlight("a", (1, 11), label="Ada Brook", label_at=12)
    first, _ = paragraphs(TEXT, [said])
    assert [piece.words for piece in first if piece.labelled] == ["”"]


def test_a_quote_over_two_paragraphs_is_marked_in_both():
    first, second = paragraphs(TEXT, [highlight("a", (18, 37))])
    assert (first[-1].keys, second[0].keys) == ("a", "a")


def test_characters_that_would_reorder_words_are_shown_as_escapes():
    assert words("a\u202eb\x1bc", []) == [r"a\u202eb\x1bc"]


LETTERS = st.text(alphabet="ab \n\r“”é\U0001f600\u202e", min_size=1, max_size=60)


@st.composite
def marked(draw):
    text = draw(LETTERS)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] != pair[1])
    found = draw(st.lists(st.lists(ends, min_size=1, max_size=3), max_size=12))
    return text, [
        highlight(f"k{number}", *(sorted(pair) for pair in pairs), label="x", label_at=max(map(max, pairs)))
        for number, pairs in enumerate(found)
    ]


@given(marked())
def test_no_word_is_lost_or_doubled_and_layers_are_few(given_):
    text, highlights = given_
    lines = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
    assert words(text, highlights) == [visible(line) for line in lines]
    pieces = [piece for paragraph in paragraphs(text, highlights) for piece in paragraph]
    assert all(len(piece.over) <= MOST_LAYERS for piece in pieces)
    begun = [item.key for piece in pieces for item in piece.begins]
    assert len(begun) == len(set(begun))
