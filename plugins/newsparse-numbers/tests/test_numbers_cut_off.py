"""Texts that end where a number might go on."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.model import NumberClaim
from newsparse.testing import parsed
from newsparse_numbers import NumberExtractor


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The road is shut between June 2019 and", []),
        ("They walk out on 22 and", ["22"]),
        ("It took two million and", ["two million"]),
        ("She paid 3 million and", ["3 million"]),
        ("He saw 40 and ½", ["40 and ½"]),
    ],
)
def test_an_and_at_the_end_of_a_text_adds_nothing(text, figures):
    found = NumberExtractor().extract(parsed(text))
    assert [claim.text for claim in found if isinstance(claim, NumberClaim)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "wl\n\n249275283\n\n249275283\n7th\n7th bowl\u2003249275283\xa0249275283\n\n",
        " age_fillers\xa0age_fillers\t\xbd\nage_fillers 513520837 513520837\n\n",
        "Tarn bowl 513520837 513520837",
    ],
)
def test_figures_that_end_a_text_and_hang_on_a_noun_lose_nothing(text):
    assert not newsparse.load("en", extractors=("numbers",))(text).failures
