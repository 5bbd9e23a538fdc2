"""Contents that hold a part of what is in marks."""

from __future__ import annotations

import pytest

from newsparse.model import Span
from newsparse_quotes.content.snapping import snapped
from newsparse_quotes.drafts.draft import Draft, trimmed
from newsparse_quotes.marks.stretches import Outer, stretches

LED = [
    ("The board read “Shut until noon”.", "Shut", "read", "Shut until noon"),
    ("The board read: “Shut until noon”.", "Shut", "read", "Shut until noon"),
    ("The board read something like “Shut until noon”.", "Shut", "read", "Shut"),
    ("The board read in large letters, “Shut until noon”.", "Shut", "read", "Shut until noon"),
    ("The board read “Stop”, “Shut until noon”.", "Shut", "read", "Shut"),
    ("“Shut until noon”, the board read.", "Shut", "read", "Shut"),
    ("The board read “Shut until noon", "Shut", "read", "Shut"),
    ("The board read “Shut until noon”.", "Shut until", "board", "Shut until noon"),
]


@pytest.mark.parametrize(("text", "content", "cue", "found"), LED)
def test_words_in_marks_right_after_a_cue_are_all_content(text, content, cue, found):
    places = [Span(text.index(words), text.index(words) + len(words)) for words in (content, cue)]
    draft = snapped(text, Draft(places[:1], places[1]), Outer(stretches(text)))
    assert [piece.cut(text) for piece in draft.content] == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The board states that; “It is shut.”", "It is shut."),
        ("The board states that: “It is shut.”", "It is shut."),
        ("The board states that “it is shut”.", "that “it is shut”"),
        ("The board states this: “It is shut.”", "this: “It is shut.”"),
    ],
)
def test_a_conjunction_and_a_mark_of_punctuation_before_marks_are_left_out(text, found):
    start = text.index("states") + len("states ")
    quoted = Outer(stretches(text))
    whole = Span(start, len(text.rstrip(".")))
    assert [piece.cut(text) for piece in trimmed(text, [whole], quoted)] == [found]
