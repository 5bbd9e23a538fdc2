"""The stories with claims: marks become spans, values and disputes, and the scores count what is right."""

from __future__ import annotations

import attrs
import pytest

from newsparse.errors import SchemaError
from newsparse.testing import written
from newsparse_bench.stories import PARTS
from newsparse_bench.stories.claims import told, unmarked, value
from newsparse_bench.stories.figures import figure_scores, with_gold

BASE = {"asserted", "reported", "hedged", "denied"}


@pytest.mark.parametrize(
    ("written", "shown", "kind", "direction"),
    [
        (">=12", "at least 12", "count", None),
        ("<3000", "under 3,000", "count", None),
        ("~30", "about 30", "count", None),
        ("200..250 EUR", "200-250 EUR", "money", None),
        ("-5 %", "5%", "percent", "down"),
        ("61 year old", "61 year", "age", None),
    ],
)
def test_values_are_read_as_they_are_written(written, shown, kind, direction):
    quantity, way = value(written)
    assert (str(quantity), quantity.kind, way) == (shown, kind, direction)


def test_a_value_that_cannot_be_read_is_refused():
    with pytest.raises(SchemaError, match="no value"):
        value("many")


def test_marks_may_be_inside_of_one_another():
    text, marks = unmarked("Police said <{12|dead|12|reported} died|c|reported>.", "a")
    assert text == "Police said 12 died."
    assert [(mark, span.cut(text), fields) for mark, span, fields in marks] == [
        ("<", "12 died", ["c", "reported"]),
        ("{", "12", ["dead", "12", "reported"]),
    ]
    with pytest.raises(SchemaError, match="has no end"):
        unmarked("Police said <12 died.", "a")


@pytest.mark.parametrize("part", PARTS)
def test_every_story_is_labelled_in_full(part):
    stories = told(part)
    claims = {(item.story, claim.id) for item in stories.tellings for claim in item.claims}
    groups = [(item.story, claim.group) for item in stories.tellings for claim in item.figures]
    assert {group for group in groups if groups.count(group) > 1} == set(stories.verdicts)
    assert set(stories.verdicts.values()) == {"agree", "drift", "conflict", "incomparable"}
    for item in stories.tellings:
        assert all(len(claim.labels & BASE) == 1 for claim in item.claims)
        assert all((item.story, dispute.claim) in claims for dispute in item.disputes)


def test_verdicts_on_no_figures_are_missed_and_on_labelled_ones_are_counted():
    stories = told("dev")
    documents = [attrs.evolve(item.document, layers=written(item.document.text).layers) for item in stories.tellings]
    none = figure_scores(stories, documents)
    assert (none.right, none.missed, none.pairs_found) == (0, none.verdicts, 0)
    labelled = [with_gold(*pair) for pair in zip(stories.tellings, documents, strict=True)]
    scores = figure_scores(stories, labelled)
    assert scores.pairs_gold > scores.pairs_right > 0
    assert scores.given > scores.verdicts / 2
