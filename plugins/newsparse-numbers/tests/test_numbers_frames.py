"""The words around a figure: hedges, negation, outlook, condition, bound, when and where."""

from __future__ import annotations

import pytest

from newsparse.model import NumberClaim
from newsparse.testing import written
from newsparse_numbers import NumberExtractor

FRAMES = [
    ("About 9 ships sank.", "asserted", {"hedges": ["About"]}),
    ("Reportedly 9 ships sank.", "hedged", {"hedges": ["Reportedly"]}),
    ("It did not sell 300 boats.", "negated", {"negation": "not"}),
    ("It will not cut 400 jobs.", "negated", {"negation": "not", "outlook": "forecast"}),
    ("It expects to sell 300 boats.", "forecast", {"outlook": "forecast"}),
    ("It aims to sell 300 boats.", "asserted", {"outlook": "target"}),
    ("If it sells 300 boats, it stays.", "asserted", {"condition": "If"}),
    ("No fewer than 9 ships sank.", "asserted", {"bound": "No fewer than"}),
    ("Nine ships sank.", "asserted", {}),
]
QUIET = {"hedges": [], "negation": None, "outlook": None, "condition": None, "bound": None}


def the_claim(text, names=None):
    document = written(text, names=names or {})
    (claim,) = (item for item in NumberExtractor().extract(document) if isinstance(item, NumberClaim))
    return claim


@pytest.mark.parametrize(("text", "modality", "fields"), FRAMES, ids=[row[0] for row in FRAMES])
def test_how_a_figure_is_meant(text, modality, fields):
    claim = the_claim(text)
    passages = {name: getattr(claim, name) for name in ("negation", "condition", "bound")}
    found = {name: passage and passage.text for name, passage in passages.items()}
    found |= {"hedges": [passage.text for passage in claim.hedges], "outlook": claim.outlook}
    assert (claim.modality, found) == (modality, QUIET | fields)


@pytest.mark.parametrize(
    ("text", "when", "where"),
    [
        ("At least 9 ships sank in Orla in March 2020.", "in March 2020", "Orla"),
        ("Nine ships sank last year.", "last year", None),
        ("Orla counted 9 ships.", None, None),
        ("Nine ships sank. It rained in Orla in 2021.", None, None),
    ],
)
def test_when_and_where(text, when, where):
    claim = the_claim(text, {"Orla": "Location"} if "Orla" in text else None)
    assert (claim.when and claim.when.text, claim.where and claim.where.text) == (when, where)


def test_the_hedge_of_one_figure_is_not_the_next_ones():
    document = written("About 9 ships sank, reportedly with 40 people.")
    one, other = (item for item in NumberExtractor().extract(document) if isinstance(item, NumberClaim))
    assert ([str(item) for item in one.hedges], [str(item) for item in other.hedges]) == (["About"], ["reportedly"])
