"""Which pairs of figures conflict: only those about one thing."""

from __future__ import annotations

import pytest

from newsparse.comparison.comparing import compare
from newsparse.model import NumberClaim, Passage
from tests.comparison.made import quantity


def claim(text, words, role="level", direction=None, subject=None, **fields):
    """A figure of a text, with what it measures."""
    start = text.index(words)
    what = Passage.at(text, text.index(subject), text.index(subject) + len(subject)) if subject else None
    span = Passage.at(text, start, start + len(words)).span
    amount = quantity(words, **fields)
    return NumberClaim.make(text, span, quantity=amount, role=role, direction=direction, subject=what)


@pytest.mark.parametrize(
    ("one", "other", "expected", "reason"),
    [
        ({"role": "change", "direction": "up"}, {}, "incomparable", "one is a change, the other a level"),
        ({}, {"role": "change", "direction": "up"}, "incomparable", "one is a change, the other a level"),
        ({"role": "from"}, {"role": "to"}, "conflict", "have no value in common"),
        (
            {"role": "change", "direction": "up"},
            {"role": "change", "direction": "down"},
            "conflict",
            "goes up, the other down",
        ),
        ({"role": "change"}, {"role": "change", "direction": "down"}, "conflict", "goes nowhere, the other down"),
        (
            {"role": "change", "direction": "up"},
            {"role": "change", "direction": "up"},
            "conflict",
            "no value in common",
        ),
        (
            {"role": "from", "direction": "up"},
            {"role": "to", "direction": "down"},
            "conflict",
            "no value in common",
        ),
        ({"subject": "ships"}, {"subject": "Ships"}, "conflict", "no value in common"),
        ({"subject": "ships"}, {"subject": "ship"}, "conflict", "no value in common"),
        ({"subject": "ships"}, {"subject": "boats"}, "incomparable", "one measures 'ships', the other 'boats'"),
        ({"subject": "lost ships"}, {"subject": "ships"}, "conflict", "no value in common"),
        ({"subject": "ships"}, {}, "conflict", "no value in common"),
        ({}, {"subject": "ships"}, "conflict", "no value in common"),
    ],
)
def test_claims_conflict_only_about_one_thing(one, other, expected, reason):
    text = "12 lost ships, 15 Ships and a ship beside boats"
    found = compare(claim(text, "12", **one), claim(text, "15", **other))
    assert found.verdict == expected
    assert reason in found.reason


def test_claims_of_two_things_may_still_say_the_same():
    text = "12 ships, 12 boats"
    one, other = claim(text, "12", subject="ships"), claim(text, "12", subject="boats")
    assert compare(one, other).verdict == "agree"
