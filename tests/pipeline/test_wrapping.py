"""Paragraphs that a program wrapped are read as if each were on one line, and given back as they are."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.model import Document, Passage, Quote, Span
from newsparse.pipeline.wrapping import on_text, unwrapped

PARAGRAPH = (
    "The harbour board of Lowmere said on Monday that the old quay would be closed to ships for the whole winter, "
    "because the wood under it is older than the board itself and nobody knows how many ships it can still carry."
)
HARBOUR = Path(__file__).parents[2] / "examples" / "harbour.txt"


def wrapped(text: str, width: int = 72) -> str:
    return "\n".join(textwrap.fill(line, width) if line else "" for line in text.split("\n"))


def test_a_wrapped_paragraph_becomes_one_line_again():
    text = f"{PARAGRAPH}\n\n{PARAGRAPH}"
    assert unwrapped(wrapped(text)) == text


def test_the_end_of_a_paragraph_without_a_blank_line_stays():
    text = f"{PARAGRAPH}\nIt will open in May.\n{PARAGRAPH}"
    assert unwrapped(wrapped(text)) == text


RAGGED = (
    "The harbour board of Lowmere said on Monday that the old\n"
    "quay would be closed to ships for the whole winter, because the wood under it\n"
    "is older than the board itself."
)


def test_lines_of_many_widths_that_break_off_are_joined():
    text = f"{RAGGED}\n\nIt will open in May, the chairman of the board of\nLowmere said.\nNobody believed him."
    joined = unwrapped(text)
    assert (
        joined
        == f"{RAGGED}\n\nIt will open in May, the chairman of the board of\nLowmere said.".replace("\n", " ").replace(
            "  ", "\n\n"
        )
        + "\nNobody believed him."
    )


@pytest.mark.parametrize(
    "text",
    [
        RAGGED,
        "Ships that have left the old quay of Lowmere today\nThe Ada Brook, to Norrholm and back\n\nMore tomorrow.",
        "\n\n".join(
            ["A headline on the old quay, without a stop\nThe quay is closed, and nobody knows for how long."] * 4
        ),
    ],
    ids=["no blank line", "few lines", "headlines"],
)
def test_lines_that_may_be_paragraphs_stay(text):
    assert unwrapped(text) == text


@pytest.mark.parametrize(
    "text",
    [
        f"{PARAGRAPH}\n{PARAGRAPH}",
        "Ships\nQuays\nSailors\nBoats\nNets\n",
        "\n".join(["Ada Brook, mayor of Lowmere and head of the harbour board", "Tom Varga, baker", "Ida Kell, nurse"]),
        "",
    ],
    ids=["long lines", "a list of words", "a list of names", "nothing"],
)
def test_other_line_ends_stay(text):
    assert unwrapped(text) == text


@given(st.text(st.sampled_from("ab .\r\n"), max_size=400))
def test_nothing_but_line_ends_ever_changes(text):
    changed = unwrapped(text)
    assert len(changed) == len(text)
    assert all(new == old or (old in "\r\n" and new == " ") for old, new in zip(text, changed, strict=True))


def test_line_ends_of_windows_are_blanks_too():
    assert unwrapped(wrapped(PARAGRAPH).replace("\n", "\r\n")).split() == PARAGRAPH.split()
    assert "\r" not in unwrapped(wrapped(PARAGRAPH).replace("\n", "\r\n"))


def test_annotations_get_the_words_of_the_other_text():
    text = "One\ntwo three"
    quote = Quote.make(text, Span(0, 7), fragments=(Span(0, 7),), form="indirect")
    document = Document(text=text).with_layer("quotes", [quote])
    flat = on_text(document, "One two three")
    assert (quote.text, flat.quotes[0].text) == ("One\ntwo", "One two")
    assert on_text(flat, text) == document


def test_a_wrapped_article_says_what_the_article_says(english):
    text = HARBOUR.read_text("utf-8")
    plain, narrow = english(Document(text=text)), english(Document(text=wrapped(text)))

    def said(document):
        return [(" ".join(q.text.split()), q.speaker and q.speaker.name) for q in document.quotes]

    assert said(narrow) == said(plain)
    assert [item.name for item in narrow.entities] == [item.name for item in plain.entities]
    assert [quote.text for quote in narrow.quotes] == [" ".join(map(narrow.cut, q.pieces())) for q in narrow.quotes]
    assert any("\n" in quote.text for quote in narrow.quotes)
    assert [claim.quantity for claim in narrow.numbers] == [claim.quantity for claim in plain.numbers]


def test_words_in_fields_are_taken_from_the_other_text_too():
    old, new = "Ada\nsaid no, perhaps.", "Ada said no, perhaps."
    hedges = (Passage.at(old, 13, 20), Passage.at(old, 0, 8))
    quote = Quote.make(old, Span(9, 11), fragments=(Span(9, 11),), form="indirect", hedges=hedges)
    (found,) = on_text(Document(text=old).with_layer("quotes", [quote]), new).quotes
    assert [item.text for item in found.hedges] == ["perhaps", "Ada said"]
    assert found.hedges[0] is hedges[0]
    assert found.fragments is quote.fragments
