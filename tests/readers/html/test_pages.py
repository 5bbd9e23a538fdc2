"""Thirty pages in ten layouts: the text, the metadata and the claims written down before any of them was read."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest

from newsparse.host import Host
from newsparse.readers.html import begins_html, read_html

FOLDER = Path(__file__).parent
EXPECTED = json.loads((FOLDER / "expected.json").read_text("utf-8"))
PAGES = sorted((FOLDER / "pages").glob("*.html"))
LONGER = 4
"""A fragment of a quote may hold this many times the expected words; more of them would be other people's."""
SHARE = 0.95
"""The least share of the expected claims that must be found."""


def read(path):
    (document,) = read_html(path.read_bytes(), str(path))
    return document


@pytest.fixture(scope="module")
def parsed(english):
    return {path.stem: document for path, document in zip(PAGES, english.pipe(map(read, PAGES)), strict=True)}


def test_each_page_has_its_expectations():
    assert [path.stem for path in PAGES] == sorted(EXPECTED)
    assert len({path.stem.partition("-")[0] for path in PAGES}) >= 10
    assert len(PAGES) == 30


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_text_is_the_article_paragraph_by_paragraph(path):
    document, expected = read(path), EXPECTED[path.stem]
    assert document.text.split("\n\n") == expected["paragraphs"]
    assert [words for words in expected["absent"] if words in document.text] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_metadata_are_what_the_page_says(path):
    meta, expected = read(path).meta, EXPECTED[path.stem]["meta"]
    for name in ("title", "author", "published", "outlet", "language", "country", "url"):
        assert (name, getattr(meta, name)) == (name, expected.get(name))
    assert dict(meta.columns) == ({"cut": True} if expected.get("cut") else {})


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_by_the_reader_of_pages(path):
    assert begins_html(path.read_bytes()[:4096])
    readers = [name for name, offer in Host.discover().readers.items() if path.suffix in offer.spec.suffixes]
    assert readers == ["html"]


def bare(text):
    return " ".join(text.split()).strip(" ,.“”")


def has_quote(document, speaker, words):
    fragments = [
        bare(document.cut(span))
        for quote in document.quotes
        if quote.speaker is not None and quote.speaker.name == speaker
        for span in quote.fragments
    ]
    return any(bare(words) in found and len(found) <= LONGER * len(bare(words)) for found in fragments)


def has_number(document, words, value, unit):
    for claim in document.numbers:
        given = claim.quantity
        units = {given.currency, given.unit, "%" if given.kind == "percent" else None}
        if words.split()[0] in claim.text and Decimal(value) in (given.low, given.high) and (not unit or unit in units):
            return True
    return False


def missed(document, expected):
    return {
        "quotes": [quote for quote in expected["quotes"] if not has_quote(document, *quote)],
        "numbers": [number for number in expected["numbers"] if not has_number(document, *number)],
    }


@pytest.mark.parametrize("page", sorted(EXPECTED))
def test_the_expected_claims_come_out_but_for_the_known_misses(page, parsed):
    assert missed(parsed[page], EXPECTED[page]) == EXPECTED[page]["known_misses"]


def test_most_of_the_expected_claims_come_out():
    claims = sum(len(page["quotes"]) + len(page["numbers"]) for page in EXPECTED.values())
    misses = sum(len(found) for page in EXPECTED.values() for found in page["known_misses"].values())
    assert claims >= 180
    assert 1 - misses / claims >= SHARE


def test_the_harbour_page_has_seven_quotes_and_their_speakers_alone(parsed):
    expected = EXPECTED["quotes-harbour"]["quotes"]
    assert len(expected) == 7
    assert [quote for quote in expected if not has_quote(parsed["quotes-harbour"], *quote)] == []
    speakers = [quote.speaker.name for quote in parsed["quotes-harbour"].quotes if quote.manner == "speech"]
    assert [name for name, _ in groupby(speakers)] == [name for name, _ in groupby(name for name, _ in expected)]
