"""Stretches between marks: what closes them, what goes on from the paragraph before, what lies inside of what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.model import Span
from newsparse_quotes.marks.stretches import Outer, stretches, style

STRETCHES = [
    ("‘The sailors’ ship sank.’ She left.", ["The sailors’ ship sank."]),
    ("‘The sailors’ ‘big’ ship.’", ["The sailors’ ‘big’ ship.", "big, inner"]),
    ("‘The sailors’ and no more", ["The sailors"]),
    ("‘One ship’ sank, the sailors’ second", ["One ship"]),
    ("‘The box’ is the bakers’.", ["The box"]),
    ("She said “ We left”, he nodded.", [" We left"]),
    ("She said “ We “left” now”.", ["left"]),
    ("She said “ We left.", []),
    ("She said “  We left”.", []),
    ("a“We left”", ["We left"]),
    ("x «We left» y", ["We left"]),
    ("»We left« and »no", ["We left"]),
    ("»We left", []),
    ('5\'10" and "six"', ["six"]),
    ("'n' he said 'n'", []),
    ("rock ’n’ roll ‘is’", ["is"]),
    ("'\"Sink\" is', she said", ['"Sink" is', "Sink, inner"]),
    ("'“Sink” is', she said", ["“Sink” is", "Sink, inner"]),
    ("' We left'", []),
    ("'We left", []),
    ("‘We left", []),
    ("“”", []),
    ("“ ”", []),
    ('""', []),
    ("“We” “left”", ["We", "left"]),
    ('“We left" she', ["We left"]),
    ('"We left” she', ["We left"]),
    ("‘We left' she", ["We left"]),
    ("”We left” she", ["We left"]),
    ("”We left she", ["We left she, open"]),
    ("We left” she", []),
    ("''We left'' she", ["We left"]),
    ("''He said, 'no' ''", ["He said, 'no' ", "no, inner"]),
    ("''He said, 'no'''", ["He said, 'no'", "no, inner"]),
    ('"We left " she', ["We left "]),
    ("(“We left”)", ["We left"]),
    ("“We left\n“and came” she", ["We left, open", "and came, again"]),
    ("“We left\n\n“and came” she", ["We left, open", "and came, again"]),
    ("“We left\n   \n“and came” she", ["We left, open", "and came, again"]),
    ("“We left\nno\n“and came” she", ["We left, open", "and came"]),
    ("“We left\nso “and came” she", ["We left, open", "and came"]),
    ("“We left”\n“and came” she", ["We left", "and came"]),
    ("‘We left\n“and came” she", ["and came"]),
    ("“One.\n“Two.\n“Three.”", ["One., open", "Two., open, again", "Three., again"]),
    ("“One. “Two.” three", ["One. “Two.” three, open", "Two., inner"]),
    ("sailors' and bakers'", []),
    ("“It's the sailors' ship” she", ["It's the sailors' ship"]),
]


def told(text, stretch):
    """The words of a stretch, and what is unusual about it."""
    known = {"open": stretch.close is None, "again": stretch.reopened, "inner": stretch.depth > 0}
    return ", ".join([stretch.content.cut(text), *(name for name, is_so in known.items() if is_so)])


@pytest.mark.parametrize(("text", "found"), STRETCHES, ids=[text for text, _ in STRETCHES])
def test_marks_open_and_close_by_what_stands_beside_them(text, found):
    assert [told(text, stretch) for stretch in stretches(text)] == found


MARKED = st.lists(
    st.sampled_from(["“", "”", "‘", "’", '"', "''", "«", "»", " ", " we left", "a", ".", "\n"]), max_size=14
).map("".join)
PLACES = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda drawn: Span(drawn[0], drawn[0] + drawn[1]))


@given(MARKED)
def test_outer_stretches_are_in_order_apart_and_in_no_other(text):
    found = stretches(text)
    outer = Outer(found)
    for stretch in found:
        assert stretch.content.cut(text).strip()
        assert "\n" not in stretch.content.cut(text)
    for one, other in zip(outer.all, outer.all[1:], strict=False):
        assert one.content.end <= other.open.start
    assert all(stretch.depth == 0 for stretch in outer.all)
    marks = [mark for stretch in outer.all for mark in stretch.marks]
    assert outer.opens == {mark.start: mark.end for mark in marks}
    assert outer.closes == {mark.end: mark.start for mark in marks}
    assert outer.has_long_marks == any(len(mark) > 1 for mark in marks)


@given(MARKED, st.lists(PLACES, max_size=3))
def test_stretches_are_found_by_place(text, places):
    outer = Outer(stretches(text))
    for place in places:
        near = [s for s in outer.all if s.content.start <= place.end and place.start <= s.content.end]
        assert outer.near(place) == near
        assert outer.around(place) == next((s for s in outer.all if s.content.covers(place)), None)
    touched = [s for s in outer.all if any(s.content.overlaps(place) for place in places)]
    assert outer.touching(places) == touched
    for at, stretch in enumerate(outer.all):
        assert outer.before(stretch) == (outer.all[at - 1] if at else None)


@pytest.mark.parametrize("pair", ["“", "«»»", "   ", "", "\n\n"])
def test_a_pair_of_marks_has_two_halves_that_can_be_seen(pair):
    with pytest.raises(ValueError, match="not a pair"):
        style((pair,))
    assert stretches("“We left”", style(("“”",)))


def test_a_mark_may_be_closed_by_several():
    found = style(("„“", "„”"))
    assert [
        stretch.content.cut(text) for text in ("„We left“ so", "„We left” so") for stretch in stretches(text, found)
    ] == ["We left"] * 2
    assert stretches("«We left»", found) == []
