"""Texts that end where a number might go on."""

from __future__ import annotations

import pytest

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
