"""The words around a figure: hedges, negation, outlook, condition, bound, when and where."""

from __future__ import annotations

import pytest

from newsparse.model import NumberClaim
from newsparse.testing import parsed, written
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


def the_parsed_claim(*words):
    document = parsed(list(words))
    (claim,) = (item for item in NumberExtractor().extract(document) if isinstance(item, NumberClaim))
    return claim


RAISED_FORECAST = (
    ("Orlatech", "PROPN", "nsubj", 1),
    ("raised", "VERB", "root", 1),
    ("its", "PRON", "nmod:poss", 3),
    ("forecast", "NOUN", "obj", 1),
    ("after", "SCONJ", "mark", 6),
    ("sales", "NOUN", "nsubj", 6),
    ("rose", "VERB", "advcl", 1),
    ("6%", "NUM", "obj", 6),
)


def test_a_forecast_that_was_raised_is_not_the_outlook_of_another_figure():
    assert the_parsed_claim(*RAISED_FORECAST).outlook is None


def test_the_verb_that_governs_a_figure_says_its_outlook():
    words = (
        ("Orlatech", "PROPN", "nsubj", 2),
        ("will", "AUX", "aux", 2),
        ("hire", "VERB", "root", 2),
        ("9", "NUM", "nummod", 4),
        ("divers", "NOUN", "obj", 2),
    )
    assert the_parsed_claim(*words).outlook == "forecast"


def test_a_month_with_the_name_of_a_verb_is_no_outlook():
    assert the_claim("In May they saw 9 ships.").outlook is None


def test_a_word_of_approximation_hedges_only_the_figure_that_it_touches():
    document = written("Rents have almost doubled, and some of the 9 towns object.")
    claims = [item for item in NumberExtractor().extract(document) if isinstance(item, NumberClaim)]
    assert [str(item) for item in claims[-1].hedges] == []


OTHER_CLAUSE = (
    ("Nine", "NUM", "nummod", 1),
    ("ships", "NOUN", "nsubj", 2),
    ("sank", "VERB", "root", 2),
    ("where", "ADV", "advmod", 6),
    ("a", "DET", "det", 5),
    ("mill", "NOUN", "nsubj", 6),
    ("burned", "VERB", "advcl", 2),
    ("in", "ADP", "case", 8),
    ("2019", "NUM", "obl", 6),
)


def test_the_date_of_another_clause_is_not_that_of_the_figure():
    assert the_parsed_claim(*OTHER_CLAUSE).when is None


def test_a_date_that_says_since_when_is_no_date_of_the_figure_before():
    assert the_claim("Nine ships sank, the most since 2019.").when is None


def test_a_target_that_another_clause_speaks_of_is_not_the_outlook_of_the_figure():
    words = (
        ("Targets", "NOUN", "nsubj:pass", 2),
        ("were", "AUX", "aux:pass", 2),
        ("missed", "VERB", "root", 2),
        (":", "PUNCT", "punct", 2),
        ("9", "NUM", "nummod", 5),
        ("homes", "NOUN", "nsubj:pass", 6),
        ("burned", "VERB", "parataxis", 2),
    )
    assert the_parsed_claim(*words).outlook is None
