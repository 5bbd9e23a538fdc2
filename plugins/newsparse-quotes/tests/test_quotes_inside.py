"""What somebody else says or thinks inside a quote, where the model finds it and the tree does not."""

from __future__ import annotations

import pytest


@pytest.fixture
def inner(pipeline):
    """The cue and the words of each quote inside another one of a text."""

    def found(text):
        return [(q.cue.text, q.text) for q in pipeline(text).quotes if q.within is not None and q.cue is not None]

    return found


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
