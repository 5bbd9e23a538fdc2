"""Contents that hold a part of what is in marks."""

from __future__ import annotations

import pytest

from newsparse.model import Span
from newsparse_quotes.content.snapping import snapped
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.marks.stretches import Outer, stretches

LED = [
    ("The board read “Shut until noon”.", "Shut", "read", "Shut until noon"),
    ("The board read: “Shut until noon”.", "Shut", "read", "Shut until noon"),
    ("The board read something like “Shut until noon”.", "Shut", "read", "Shut"),
    ("“Shut until noon”, the board read.", "Shut", "read", "Shut"),
    ("The board read “Shut until noon", "Shut", "read", "Shut"),
    ("The board read “Shut until noon”.", "Shut until", "board", "Shut until noon"),
]


@pytest.mark.parametrize(("text", "content", "cue", "found"), LED)
def test_words_in_marks_right_after_a_cue_are_all_content(text, content, cue, found):
    places = [Span(text.index(words), text.index(words) + len(words)) for words in (content, cue)]
    draft = snapped(text, Draft(places[:1], places[1]), Outer(stretches(text)))
    assert [piece.cut(text) for piece in draft.content] == [found]
