"""Whose a claim is that an article spells out behind a noun: "confirmed Brook's claim that it leaked"."""

from __future__ import annotations

import pytest

from newsparse.linking.status import statements
from newsparse.model import Document


@pytest.mark.parametrize(
    ("text", "whose", "not_whose"),
    [
        ("Tomas Varga rejected Ada Brook's claim that the bridge had collapsed.", "ada brook", "tomas varga"),
        ("Tomas Varga confirmed Ada Brook's claim that the bridge had collapsed.", "ada brook", "tomas varga"),
        ("Tomas Varga repeated Ada Brook's claim that the bridge had collapsed.", "ada brook", "tomas varga"),
        ("Tomas Varga repeated his claim that the bridge had collapsed.", "tomas varga", "ada brook"),
        (
            "Ada Brook was in Kell. Tomas Varga repeated her claim that the bridge had collapsed.",
            "ada brook",
            "tomas varga",
        ),
        (
            "Ada Brook was in Kell. Tomas Varga rejected her claim that the bridge had collapsed.",
            "ada brook",
            "tomas varga",
        ),
    ],
)
def test_a_claim_that_is_spelled_out_is_of_whoever_made_it(english, text, whose, not_whose):
    claims = statements(english(Document(text=text))).claims
    assert claims
    assert all(whose in claim.names and not_whose not in claim.names for claim in claims)


def test_it_is_not_of_whoever_rejects_what_she_says_who_is_not_known(english):
    found = statements(english(Document(text="Tomas Varga rejected her claim that the bridge had collapsed."))).claims
    assert found
    assert not any("tomas varga" in claim.names for claim in found)
