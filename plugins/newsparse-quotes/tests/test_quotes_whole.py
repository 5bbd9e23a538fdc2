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
        (
            '“The quay is old,” she said, stating that "the firm still has money to mend it."\n\nWhat future for us?',
            '"the firm still has money to mend it."',
        ),
        (
            "Ada Brook said there is a great difference between the two boats, in a paper published on Monday.",
            "there is a great difference between the two boats",
        ),
        (
            "Tom Varga said the firm would close its oldest yard, in an interview with Radio Lowmere.",
            "the firm would close its oldest yard",
        ),
        (
            "Ada Brook said the firm was founded in a small town, in a year of war.",
            "the firm was founded in a small town, in a year of war",
        ),
    ],
)
def test_contents_end_where_their_clauses_do(said, text, content):
    assert [words for words, _ in said(text)][-1] == (content,)


def test_a_frame_may_part_a_subject_from_what_it_does(said):
    text = "The rising costs of food and fuel, according to the agencies, added to their plight."
    assert said(text) == [(("The rising costs of food and fuel", "added to their plight"), "the agencies")]


def test_the_subject_of_a_clause_is_not_in_its_source(said):
    text = "According to a report by the local weekly Quay News, the committees and the council decided to cap prices."
    assert [words for words, _ in said(text)] == [("the committees and the council decided to cap prices",)]
