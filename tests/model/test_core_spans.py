"""Spans: half-open, never empty, and an algebra that agrees with sets of positions."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsparse.errors import SpanError
from newsparse.model import Span, envelope
from newsparse.testing import spans, texts

ANY = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def positions(span: Span) -> set[int]:
    return set(range(span.start, span.end))


@given(ANY, ANY)
def test_covers_and_overlaps_agree_with_the_positions(one, other):
    assert one.covers(other) == (positions(one) >= positions(other))
    assert one.overlaps(other) == bool(positions(one) & positions(other)) == other.overlaps(one)
    assert len(one) == len(positions(one))


@given(st.lists(ANY, min_size=1))
def test_an_envelope_is_the_smallest_span_that_covers_all(pieces):
    whole = envelope(pieces)
    assert all(whole.covers(piece) for piece in pieces)
    assert any(piece.start == whole.start for piece in pieces)
    assert any(piece.end == whole.end for piece in pieces)
    assert envelope([whole, *pieces]) == whole


@given(ANY, ANY)
def test_spans_sort_by_start_and_then_by_end(one, other):
    assert (one < other) == ((one.start, one.end) < (other.start, other.end))


@given(st.data(), texts())
def test_a_span_cuts_its_words_from_the_text(data, text):
    assume(text)
    span = data.draw(spans(text))
    words = span.cut(text)
    assert len(words) == len(span)
    assert text[: span.start] + words + text[span.end :] == text
    assert pickle.loads(pickle.dumps(span)) == span


@pytest.mark.parametrize("ends", [(0, 0), (3, 3), (4, 3), (-1, 2), (-3, -1)])
def test_what_is_no_piece_of_a_text_is_refused(ends):
    with pytest.raises(SpanError, match=f"got {ends[0]}-{ends[1]}"):
        Span(*ends)


def test_a_span_outside_the_text_is_not_cut_short():
    with pytest.raises(SpanError, match="text of 4 characters"):
        Span(2, 5).cut("word")
    assert Span(2, 4).cut("word") == "rd"


def test_nothing_has_no_envelope():
    with pytest.raises(SpanError, match="at least one"):
        envelope([])
