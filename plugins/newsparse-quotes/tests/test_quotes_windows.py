"""Words in marks that are divided among several attributions."""

from __future__ import annotations

import pytest

from newsparse.model import Span
from newsparse_quotes.content.windows import gathered
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.marks.stretches import Outer, stretches

TEXT = "“The quay sank,” she said. “It was old. We knew it. Nobody came.” Later he wrote that it rained."


def _draft(contents, cue=None):
    spans = [Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in contents]
    place = Span(TEXT.index(cue), TEXT.index(cue) + len(cue)) if cue else None
    return Draft(spans, place)


def _contents(drafts):
    return [[piece.cut(TEXT) for piece in draft.content] for draft in gathered(TEXT, drafts, Outer(stretches(TEXT)))]


@pytest.mark.parametrize("cue", [None, "wrote"])
def test_whoever_begins_words_in_marks_says_the_rest_of_them(cue):
    first = _draft(["“The quay sank,”", "“It was old."], "said")
    assert _contents([first, _draft(["We knew it. Nobody came.”"], cue)]) == [
        ["“The quay sank,”", "“It was old. We knew it. Nobody came."]
    ]


def test_what_the_other_says_outside_those_marks_stays_with_it():
    first = _draft(["“It was old."], "said")
    assert _contents([first, _draft(["We knew it. Nobody came.”", "it rained"], "wrote")]) == [
        ["“It was old. We knew it. Nobody came."],
        ["it rained"],
    ]


@pytest.mark.parametrize(
    ("begun", "rest", "cue"),
    [
        ("“It was old.", "Nobody came.”", None),
        ("was old.", "We knew it.", None),
        ("“It was old.", "it. Nobody", "We knew"),
    ],
)
def test_words_between_a_missing_beginning_or_a_cue_inside_keep_them_apart(begun, rest, cue):
    assert len(_contents([_draft([begun], "said"), _draft([rest], cue)])) == 2
