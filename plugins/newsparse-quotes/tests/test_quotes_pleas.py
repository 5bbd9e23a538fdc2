"""What an accused pleads: "guilty", with the charge where it follows at once."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ada Brook pleaded guilty to theft on Monday.", (("guilty to theft",), "Ada Brook")),
        (
            "Ada Brook has pleaded not guilty to three counts of theft.",
            (("not guilty to three counts of theft",), "Ada Brook"),
        ),
        ("Ada Brook pleaded guilty after the charges were read.", (("guilty",), "Ada Brook")),
        ("Tom Varga, who pleaded guilty to theft in May, will be jailed.", (("guilty to theft",), "Tom Varga")),
        ("Ada Brook said Tom Varga had pleaded guilty to theft.", (("guilty to theft",), "Tom Varga")),
        ("A nurse and a sailor have pleaded guilty to fraud.", (("guilty to fraud",), "A nurse and a sailor")),
        ("Ada Brook pleaded not guilty on Monday to charges that she took the boat.", (("not guilty",), "Ada Brook")),
    ],
)
def test_a_plea_is_a_quote(said, text, quote):
    assert quote in said(text)


@pytest.mark.parametrize("text", ["Tom Varga did not plead guilty.", "Tom Varga pleaded his case in the old hall."])
def test_other_pleading_is_none(said, text):
    assert not [pieces for pieces, _ in said(text) if "guilty" in pieces]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ada Brook pleaded not guilty to theft.", "said"),
        ("Of the 16 men charged, 14 pleaded guilty on Monday.", "said"),
        ("Tom Varga, who pleads innocent, will be tried in May.", "said"),
        ("Tom Varga pleaded with the judge to let him go.", "demanded"),
        ("“Let me go,” pleaded the sailor.", "demanded"),
    ],
)
def test_whoever_pleads_guilty_or_not_asks_for_nothing(pipeline, text, act):
    (quote,) = pipeline(text).quotes
    assert quote.act == act


def test_of_whom_some_plead_is_not_who_pleads(said):
    assert said("Of the 16 men charged, 14 pleaded not guilty.") == [(("not guilty",), "14")]
