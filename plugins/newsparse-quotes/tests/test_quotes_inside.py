"""What somebody else says or thinks inside a quote, where the model finds it and the tree does not."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "“They have said no each time; they wish that the council would leave,” Ada Brook said.",
            [("wish", "the council would leave")],
        ),
        (
            "In one such letter, the mayor discussed how he had mistakenly sold the quay, the Gazette reported.",
            [("discussed", "how he had mistakenly sold the quay")],
        ),
        (
            "Ada Brook said the owners rejected her plan to mend the quay, calling it an “area of contention.”",
            [("calling", "it an “area of contention.”")],
        ),
        ("“We wish that the council would leave,” Ada Brook said.", []),
        ("“By noon the quay had sunk, and the crews went home,” Ada Brook said.", []),
    ],
)
def test_inner_quotes_of_the_model(inner, text, quotes):
    assert inner(text) == quotes
