"""Contents as whole clauses: none ends in the middle of a phrase, none runs into the clause around it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The authorities, citing safety concerns, are taking stricter steps against motorbikes on highways.",
            "safety concerns",
        ),
        (
            "According to government sources, five of the nine reactors are at Lowmere Electric Power Co.’s nuclear "
            "power plants in Larkmoor Prefecture.",
            "five of the nine reactors are at Lowmere Electric Power Co.’s nuclear power plants in Larkmoor Prefecture",
        ),
        (
            "He came under fire after he said he had someone hired at the office when Holt was chief of staff.",
            "he had someone hired at the office when Holt was chief of staff",
        ),
        (
            "She said that the plan was made abroad under pressure, which was denied by the sailors.",
            "the plan was made abroad under pressure, which was denied by the sailors",
        ),
    ],
)
def test_contents_end_where_their_clauses_do(said, text, content):
    assert [words for words, _ in said(text)][-1] == (content,)
