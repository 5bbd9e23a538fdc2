"""Stretches between quotation marks: every style, nested, unbalanced, over paragraphs; apostrophes are none."""

from __future__ import annotations

import pytest
from hypothesis import given

from newsparse.testing import texts
from newsparse_quotes.drafts.marks import from_marks, is_term
from newsparse_quotes.marks.stretches import Outer, stretches, style

STYLES = [
    ('She said, "We lost four ships," and left.', ["We lost four ships,"]),
    ("She said, “We lost four ships,” and left.", ["We lost four ships,"]),
    ("She said, ''We lost four ships,'' and left.", ["We lost four ships,"]),
    ("She said, ‘We lost four ships,’ and left.", ["We lost four ships,"]),
    ("She said, 'We lost four ships,' and left.", ["We lost four ships,"]),
    ("She said, «We lost four ships» and left.", ["We lost four ships"]),
    ("She said, ‹We lost four ships› and left.", ["We lost four ships"]),
    ("She said, ‹‹We lost four ships,›› and left.", ["We lost four ships,"]),
    ("She said, <<We lost four ships>> and left.", ["We lost four ships"]),
    ("She said, »We lost four ships« and left.", ["We lost four ships"]),
    ("She said, »We lost four ships» and left.", ["We lost four ships"]),
    ("«One,» he said, and «two».", ["One,", "two"]),
    ("«One,» he said.»Two and more,» he added.", ["One,", "Two and more,"]),
    ("We lost four ships», she said.", []),
    ("a << 3 and b >> 4", []),
    ("She said, &quot;We lost four ships,&quot; and left.", ["We lost four ships,"]),
    ("She said, &#8220;We lost four ships,&#8221; and left.", ["We lost four ships,"]),
    ("She said, \u00e2\u20ac\u0153We lost four ships,\u00e2\u20ac\u009d and left.", ["We lost four ships,"]),
    ("“He told me ‘never again’ twice,” she said.", ["He told me ‘never again’ twice,", "never again"]),
    ("\"He told me 'never again' twice,\" she said.", ["He told me 'never again' twice,", "never again"]),
    ("“He told me ‘never again' twice,” she said.", ["He told me ‘never again' twice,", "never again"]),
    ("''He told me, 'Never again,''' she said.", ["He told me, 'Never again,'", "Never again,"]),
    ("“One,” he said. “Two.”", ["One,", "Two."]),
    ("‘The sailors’ ship sank,’ she said.", ["The sailors’ ship sank,"]),
    ("‘The sailors’ ship sank’, she said.", ["The sailors’ ship sank"]),
    ("She said: ‘The sailors’ ship sank’.", ["The sailors’ ship sank"]),
    ("‘The sailors’ and ‘the bakers’, she said.", ["The sailors", "the bakers"]),
    ("‘The sailors’, and the bakers’, she said.", ["The sailors"]),
    ("‘The women’ and the bakers’, she said.", ["The women"]),
    ("‘The sailors’ left at noon and she stayed.", ["The sailors"]),
    ("‘“Sink” is a word,’ she said.", ["“Sink” is a word,", "Sink"]),
    ("She said “\nand left.", []),
    ("“One,” he said. “ Two, and no more.”", ["One,", " Two, and no more."]),
    ("A mark “ alone, and “one more.”", ["one more."]),
    ("It's the sailors' union, isn't it?", []),
    ("The sailors’ union won’t go.", []),
    ("In the '90s and rock 'n' roll.", []),
]


@pytest.mark.parametrize(("text", "words"), STYLES, ids=[text for text, _ in STYLES])
def test_styles(text, words):
    assert [text[item.content.start : item.content.end] for item in stretches(text)] == words


def test_a_mark_that_never_closes_ends_with_its_paragraph():
    text = "“We lost four ships.\n\nThe board met."
    (item,) = stretches(text)
    assert (text[item.content.start : item.content.end], item.close) == ("We lost four ships.", None)


def test_a_paragraph_that_opens_a_mark_again_goes_on():
    first, second = stretches("“We lost four ships.\n\n“We will lose more,” she said.")
    assert (first.reopened, second.reopened) == (False, True)


@given(texts())
def test_any_text(text):
    for item in stretches(text):
        assert 0 <= item.open.start < item.open.end <= item.content.start < item.content.end <= len(text)
        assert item.close is None or item.content.end <= item.close.start


def words_of(text, *pairs):
    return [text[item.content.start : item.content.end] for item in stretches(text, style(pairs))]


def test_the_marks_of_an_outlet_alone_are_read():
    assert words_of("\u00bbGo home now\u00ab, she said of \u201cthe rest\u201d.", "\u00bb\u00ab") == ["Go home now"]
    assert words_of("She said \u2039go home\u203a and <<go on>>.", "\u2039\u203a", "<<>>") == ["go home", "go on"]


def test_apostrophes_are_no_marks_for_an_outlet_that_does_not_quote_with_them():
    assert words_of("'Go home,' she said, \"and stay.\"", '""') == ["and stay."]


@pytest.mark.parametrize("pair", ["", "\u00bb", "  "])
def test_half_a_pair_of_marks_is_refused(pair):
    with pytest.raises(ValueError, match="not a pair"):
        style((pair,))


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Its theme was “ships that never left the harbour”.", True),
        ("It rained.\n\n“The ships never left the harbour.”", False),
    ],
)
def test_words_in_marks_within_a_sentence_that_nobody_says_are_a_term(text, term):
    marked = Outer(stretches(text))
    (draft,) = from_marks(text, marked, [])
    assert is_term(text, draft, marked) == term


@pytest.mark.parametrize("marks", [("&quot;", "&quot;"), ("&#8220;", "&#8221;"), ("&ldquo;", "&rdquo;")], ids=str)
def test_no_part_of_an_escaped_mark_is_content(said, marks):
    opening, closing = marks
    (quote,) = said(f"{opening}We are ready for the flood,{closing} said Ada Brook on Monday.")
    assert quote == (("We are ready for the flood,",), "Ada Brook")
