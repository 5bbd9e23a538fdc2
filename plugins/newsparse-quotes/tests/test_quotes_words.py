"""The language of the quotes is data, and hostile texts take no more than linear time."""

from __future__ import annotations

import sys

import pytest

from newsparse.testing import check_lexicon, words_in_code, written
from newsparse_quotes.extractor import Quotes
from newsparse_quotes.lexicon import LISTS

PARTS = ("content", "source", "speaker")
"""Parts of a claim, of which the evidence is given."""
GENDERS = ("masculine", "feminine")
"""Classes of pronouns and titles."""


def test_no_word_of_english_is_in_the_code():
    found = [(item.file, item.word) for item in words_in_code("newsparse_quotes", names=(*PARTS, *GENDERS, *LISTS))]
    exceptions = [
        ("content/pieces.py", "Sc"),  # the Unicode category of currency signs
        *(("marks/stretches.py", mark) for mark in ("ldquo", "quot", "rdquo", "quot")),  # HTML's names of marks
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
def test_work_grows_with_the_length_of_one_line(unit):
    extractor = Quotes()

    def steps(times: int) -> int:
        """The lines of Python that run, and the calls that they make."""
        document = written(unit * times)
        count = 0

        def step(frame, event, argument):
            nonlocal count
            count += 1
            return step

        before = sys.gettrace()
        sys.settrace(step)
        try:
            list(extractor.extract(document))
        finally:
            sys.settrace(before)
        return count

    steps(10)
    assert steps(1000) < 5 * steps(250), "four times the length: 4 if linear, 16 if not"
