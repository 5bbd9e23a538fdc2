"""What somebody "was like", as speakers tell what was said: "she was like, ‘No way’"."""

from __future__ import annotations

import pytest


@pytest.fixture
def inner(pipeline):
    """The source, the cue and the words of each quote inside another one, with its manner."""

    def found(text):
        parts = [quote for quote in pipeline(text).quotes if quote.within is not None]
        return [(q.speaker.mention.text, q.cue.text, q.text, q.manner) for q in parts]

    return found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "“She was like, ‘You cannot sell it.’ And then I sold it,” Ada Brook said.",
            ("She", "like", "You cannot sell it.", "speech"),
        ),
        (
            "“He’s like, ‘No, I need new lamps on the quay.’ So we bought them,” Ada Brook said.",
            ("He", "like", "No, I need new lamps on the quay.", "speech"),
        ),
        (
            "“And then, when the quay sank, I was like, ‘Tom, it is a boat made of bone,’” Ada Brook said.",
            ("I", "like", "Tom, it is a boat made of bone,", "speech"),
        ),
    ],
)
def test_what_somebody_was_like_is_a_quote_in_what_others_say(inner, text, quote):
    assert inner(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "“It was like, ‘The Old Quay,’ a song of the sailors,” Ada Brook said.",
        "“She was like a mother to the sailors,” Ada Brook said.",
        "“She was like a mother, ‘a saint,’ to the sailors,” Ada Brook said.",
        "“They sold lamps like ‘The Old Quay,’ a song of the sailors,” Ada Brook said.",
    ],
)
def test_what_somebody_or_something_resembles_is_no_quote(inner, text):
    assert not [part for part in inner(text) if part[1] == "like"]
