"""What seems, is wanted or is only a name is no quote."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "It sometimes appeared that the quay was sinking.",
        "This shows that the quay is old.",
        "Citizens should tell the council that the quay is old.",
        "The owners need to admit that the quay is old.",
        "She owns a salon called Orla's Glow.",
        "A survey entitled “Ships of Tomorrow” was sent out.",
        "The judge dismissed the petition against the quay.",
        "The council seeks to win back the trust of the sailors.",
    ],
)
def test_what_seems_is_wanted_or_is_only_a_name_is_no_quote(said, text):
    assert said(text) == []
