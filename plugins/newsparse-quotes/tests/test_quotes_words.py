"""The language of the quotes is data, and hostile texts take no more than linear time."""

from __future__ import annotations

import time

import pytest

from newsparse.testing import check_lexicon, words_in_code, written
from newsparse_quotes.extractor import Quotes

PARTS = ("content", "source", "speaker")
"""Parts of a claim, of which the evidence is given."""


def test_no_word_of_english_is_in_the_code():
    found = [(item.file, item.word) for item in words_in_code("newsparse_quotes", names=PARTS)]
    exceptions = [
        ("content/pieces.py", "Sc"),  # the Unicode category of currency signs
        ("sources/phrases.py", "name"),  # the place of a name in a phrase of the lists
    ]
    assert found == exceptions


def test_every_word_list_is_read_and_no_two_are_equal():
    check_lexicon("newsparse_quotes")


@pytest.mark.parametrize(
    "unit",
    ['"a" ', "“We lost four ships,” said Brook, ", "«a» ", "according to Brook, "],
    ids=["marks", "cues", "«", "to"],
)
def test_time_grows_with_the_length_of_one_line(unit):
    extractor = Quotes()

    def seconds(times: int) -> float:
        document = written(unit * times)
        began = time.process_time()
        list(extractor.extract(document))
        return time.process_time() - began

    seconds(100)
    assert seconds(4000) < 9 * max(seconds(1000), seconds(1000), 0.02), "four times the length: 4 if linear, 16 if not"
