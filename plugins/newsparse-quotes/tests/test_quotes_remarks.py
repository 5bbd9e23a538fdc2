"""What the author adds after a reported content."""

from __future__ import annotations

import pytest

CONTENT = "they will not back the plan"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (f"Two members of the council said {CONTENT}, as has Tom Varga, the harbour master.", CONTENT),
        (f"Two members of the council said {CONTENT}, as did most sailors.", CONTENT),
        (f"Two members of the council said {CONTENT}, as is usual in May.", f"{CONTENT}, as is usual in May"),
        (f"Two members of the council said {CONTENT}, as they had to pay.", f"{CONTENT}, as they had to pay"),
        ("The mayor, who insists the pool is safe, swims there daily.", "the pool is safe"),
        (
            "The mayor, who insists the pool is safe, clean and full, swims there daily.",
            "the pool is safe, clean and full",
        ),
        ("The mayor said the quay was rotten, a charge that the owner has denied.", "the quay was rotten"),
    ],
)
def test_a_remark_of_the_author_is_not_content(said, text, content):
    assert said(text)[0][0] == (content,)
