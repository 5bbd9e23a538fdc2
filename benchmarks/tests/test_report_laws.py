"""What holds for every article of a report, however its marks nest and cross, and for every cell of its tables."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse_bench.report.tables import cell, number
from newsparse_bench.report.texts import DIFFERS, key, pair, pieces
from newsparse_bench.results import Figure, Mark, Spread, WorstArticle

TEXT = "“We lost,” said Ada Vell of 12."
MARKS = st.builds(
    lambda start, size, kind, said: Mark(start, min(start + size, len(TEXT)), kind, said),
    st.integers(0, len(TEXT) - 1),
    st.integers(1, 12),
    st.sampled_from(list(DIFFERS)),
    st.sampled_from(("Vell", "Ada Vell", "Holt", "")),
)


@given(st.lists(MARKS, max_size=5, unique=True), st.data())
def test_each_word_says_all_marks_around_it_the_widest_first(marks, data):
    wrong, differing = (data.draw(st.sets(st.sampled_from(marks) if marks else st.nothing())) for _ in range(2))
    found = list(pieces(TEXT, marks, wrong=wrong, word="missed", differing=differing))
    assert "".join(piece.words for piece in found) == TEXT
    start = 0
    for piece in found:
        end = start + len(piece.words)
        own = [mark for mark in marks if mark.start <= start and end <= mark.end]
        assert all(mark.end <= start or mark.start >= end for mark in marks if mark not in own)
        assert piece.wrong == any(mark in wrong for mark in own)
        assert piece.differs == any(mark in differing for mark in own)
        lengths = [mark.end - mark.start for mark in own]
        assert piece.kind in ({mark.kind for mark in own if mark.end - mark.start == min(lengths)} if own else {None})
        said = piece.said.split("; ") if piece.said else []
        widest = sorted(own, key=lambda mark: mark.start - mark.end)
        assert len(said) == len(own)
        for words, mark in zip(said, widest, strict=True):
            if lengths.count(mark.end - mark.start) == 1:
                note = DIFFERS[mark.kind] if mark in differing else "missed" if mark in wrong else ""
                assert words == f"{mark.kind}: {mark.said}" + (f" ({note})" if note else "")
        start = end


@given(st.lists(MARKS, max_size=4), st.lists(MARKS, max_size=4))
def test_what_one_side_alone_has_is_wrong_there_and_nowhere_else(gold, guess):
    found = pair(WorstArticle(id="a", errors=1.0, text=TEXT, gold=tuple(gold), guess=tuple(guess)))
    there, given_ = ({key(TEXT, mark) for mark in side} for side in (gold, guess))
    missed, all_, extra, predicted, other = map(int, re.findall(r"\d+", found.summary)[1:])
    assert (missed, all_, extra, predicted) == (len(there - given_), len(there), len(given_ - there), len(given_))
    assert other <= len(there & given_)
    assert any(piece.wrong for piece in found.gold) == bool(there - given_)
    assert any(piece.wrong for piece in found.guess) == bool(given_ - there)
    assert any(piece.differs for piece in (*found.gold, *found.guess)) == bool(other)


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        (Mark(1, 9, "quote", "Ada Vell"), Mark(1, 8, "quote", "Vell"), False),
        (Mark(1, 8, "quote", "Vell"), Mark(1, 9, "quote", "Ada Vell"), False),
        (Mark(1, 8, "quote", "VELL"), Mark(1, 8, "quote", "Vell"), False),
        (Mark(1, 8, "quote", "Ada Holt"), Mark(1, 8, "quote", "Ada Vell"), True),
        (Mark(28, 30, "number", "12"), Mark(28, 30, "number", "2"), True),
        (Mark(28, 30, "number", "12"), Mark(28, 30, "number", "12"), False),
        (Mark(15, 23, "name", "Person"), Mark(15, 23, "name", "Person x"), True),
    ],
)
def test_two_speakers_agree_where_one_name_is_part_of_the_other(one, other, differs):
    found = pair(WorstArticle(id="a", errors=1.0, text=TEXT, gold=(one,), guess=(other,)))
    assert any(piece.differs for piece in found.gold) is differs
    assert not any(piece.wrong for piece in (*found.gold, *found.guess))


@pytest.mark.parametrize(
    ("figure", "whole", "shown"),
    [
        (None, False, "–"),
        (Figure(f1=0.5, low=0.4, high=0.6, gold=0), True, "–"),
        (Figure(f1=0.5, low=0.4, high=0.6, gold=4), True, "50.0 (40.0–60.0)"),
        (Figure(f1=0.5, low=0.4, high=0.6, gold=4, precision=0.25, recall=0.75), False, "50.0 (40.0–60.0)"),
        (
            Figure(f1=0.5, low=0.4, high=0.6, gold=4, precision=0.25, recall=0.75),
            True,
            "50.0 (40.0–60.0; P 25.0, R 75.0)",
        ),
        (Figure(f1=0.5, low=0.4, high=0.6, gold=4, precision=0.5, recall=0.5), True, "50.0 (40.0–60.0)"),
        (Figure(f1=0.5, low=0.4, high=0.6, gold=4, precision=0.5), True, "50.0 (40.0–60.0)"),
        (Figure(f1=0.5, low=0.4, high=0.6, gold=4, recall=0.5), True, "50.0 (40.0–60.0)"),
    ],
)
def test_precision_and_recall_stand_beside_a_figure_that_is_neither(figure, whole, shown):
    assert cell(figure, whole=whole) == shown


def test_large_rates_have_no_digits_behind_the_point_and_small_ones_three_in_all():
    assert number(None) == "–"
    assert number(Spread(median=1234.6, low=99.44, high=0.01234)) == "1,235 (99.4–0.0123)"
    assert number(Spread(median=100.4, low=100, high=99.96)) == "100 (100–100)"
