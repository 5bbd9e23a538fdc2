"""Interviews and polls: initials of people, whole turns, and shares of people."""

from __future__ import annotations

import pytest

INTERVIEW = (
    "Ada Brook met Tom Varga, who paints ships.\n\nAB: How did you begin?\n\n"
    "TV: My father mended boats by day.\n\nAt night he painted them.\n\n"
    "AB: And the quay?\n\nTV: It was his first picture."
)


def test_initials_before_a_colon_are_those_of_a_person_and_a_turn_has_all_its_paragraphs(pipeline):
    document = pipeline(INTERVIEW)
    names = {entity.id: entity.name for entity in document.entities}
    turns = [(names.get(quote.speaker.entity), [document.cut(p) for p in quote.fragments]) for quote in document.quotes]
    assert turns[1] == ("Tom Varga", ["My father mended boats by day.", "At night he painted them."])
    assert [name for name, _ in turns] == ["Ada Brook", "Tom Varga", "Ada Brook", "Tom Varga"]


def test_a_share_of_people_is_nobody_in_the_text(pipeline):
    document = pipeline(
        "Leader Ada Brook came at noon. As many as 55 percent of the respondents said the leader was old."
    )
    assert [quote.speaker.entity for quote in document.quotes] == [None]


HEARD = (
    "Tom Varga asked Ada Brook about the quay.\n\n“It is old,” she answered. “Nobody mends it.”\n\n"
    "“So the report, which speaks of a new wall, is wrong?”\n\n“{answer},” Ada Brook {verb}. “It was never built.”"
)


@pytest.mark.parametrize("verb", ["replied", "answered"])
def test_who_answers_a_question_has_not_asked_it(said, verb):
    quotes = said(HEARD.format(answer="I would say that it is badly written", verb=verb))
    assert [name for pieces, name in quotes if pieces[0].endswith("wrong?")] == [None]
    assert quotes[-1][1] == "Ada Brook"


def test_whoever_speaks_before_an_interview_with_letters_gives_the_answers(said):
    text = (
        "TARN – Ada Brook, a professor of law, says the plans of Tom Varga will meet many challenges.\n\n"
        "Q: What are the plans of Varga?\n\nA: They will meet a number of challenges.\n\n"
        "Q: And then?\n\nA: We will see in May."
    )
    assert [name for words, name in said(text) if words[0][:2] in {"Th", "We"}] == ["Ada Brook", "Ada Brook"]
