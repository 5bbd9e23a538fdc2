"""What a backend got wrong: no tree, mention or attribution makes the extractor fail or break its promises."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import newsparse
from newsparse.model import Attribution, Mention, Span
from newsparse.testing import check_extractor, distorted, written
from newsparse_numbers import NumberExtractor
from newsparse_numbers.plugin import newsparse_extractors


@pytest.fixture(scope="module")
def documents():
    """Every sixteenth of the texts of ``sentences.txt`` as the backend and the extractors before read them."""
    blocks = Path(__file__).with_name("sentences.txt").read_text("utf-8").strip().split("\n\n")
    return list(
        newsparse.load("en", extractors=["entities", "quotes"]).pipe(block.splitlines()[0] for block in blocks[::16])
    )


@pytest.mark.parametrize("seed", range(3))
def test_the_extractor_keeps_its_promises_whatever_a_backend_gives(documents, seed):
    draw = random.Random(seed)
    (extractor,) = newsparse_extractors()
    check_extractor(extractor, [distorted(document, draw) for document in documents])


@pytest.mark.parametrize("date", [" ", "\n"])
def test_a_date_in_which_no_word_is_fails_nothing(date):
    text = f"Kell lost{date}20 boats in all."
    at = text.index(date)
    document = written(text).with_layer("mentions", [Mention.make(text, Span(at, at + 1), label="Date")])
    assert [item.text for item in NumberExtractor().extract(document)] == ["20"]


def test_a_source_whose_pieces_are_in_another_order_is_one_source():
    text = "Ada Brook of Kell said that 20 boats sank."
    content, cue = Span(text.index("20"), len(text) - 1), Span(text.index("said"), text.index(" that"))
    source = (Span(text.index("Kell"), text.index(" said")), Span(0, len("Ada Brook")))
    item = Attribution.make(text, content, content=(content,), cue=(cue,), source=source)
    (claim,) = NumberExtractor().extract(written(text).with_layer("attributions", [item]))
    assert claim.speaker.mention.text == "Ada Brook of Kell"


@pytest.mark.parametrize("minutes", ["1½", "3²", "½5"])
def test_a_fraction_behind_a_point_is_no_minutes(minutes):
    for text in (f"It came at 6.{minutes}.", f"6.{minutes}-3 shock.", f"It rose 6.{minutes} points."):
        assert all(item.text in text for item in NumberExtractor().extract(written(text)))
