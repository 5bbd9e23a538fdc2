"""Transcripts: lines that begin with a name in capitals and a colon are what that speaker says."""

from __future__ import annotations

import pytest

from newsparse.syntax import Tree
from newsparse.testing import written
from newsparse_quotes.content.transcripts import transcript


def turns(text: str) -> list[tuple[str, str]]:
    """The source and the content of each line of a transcript."""
    return [(d.source.cut(text), d.content[0].cut(text)) for d in transcript(Tree(written(text))) if d.source]


def test_a_post_and_a_stage_direction_are_not_a_part_of_the_name_or_the_content():
    text = "IDA FELL, REPORTER (on the phone): The pier is gone.\n\nFELL: 6:30, and still no help."
    assert turns(text) == [("IDA FELL", "The pier is gone."), ("FELL", "6:30, and still no help.")]


def test_questions_and_answers_take_turns():
    text = "Q: Who sank it?\nA: Nobody. It leaked.\nQ: When?"
    assert turns(text) == [("Q", "Who sank it?"), ("A", "Nobody. It leaked."), ("Q", "When?")]


@pytest.mark.parametrize(
    ("people", "answers"), [(["Ida Fell"], "Ida Fell"), (["Ida Fell", "Tom Varga"], "A"), ([], "A")]
)
def test_the_only_person_named_before_an_interview_answers(people, answers):
    text = f"We met {' and '.join(people) or 'a baker'} at noon.\n\nQ: Who sank it?\n\nA: Nobody.\n\nQ: When?"
    drafts = transcript(Tree(written(text, names=dict.fromkeys(people, "Person"))))
    assert [draft.source.cut(text) for draft in drafts] == ["Q", answers, "Q"]


def test_a_stage_direction_makes_a_single_line_a_transcript():
    assert turns("“It rains,” she says.\n\nFELL (off camera): The pier is gone.") == [("FELL", "The pier is gone.")]


def test_numbers_after_names_are_a_count_and_not_a_transcript():
    text = "Varga: 1,769.\n\nFell: 1,501.\n\nVarga: 547.\n\nFell: 46."
    assert transcript(Tree(written(text, names={"Varga": "Person", "Fell": "Person"}))) == []


TALK = "Tom Varga: Who sank it?\n\nIda Fell: Nobody.\n\nTom Varga: When?"


@pytest.mark.parametrize(
    ("people", "count"), [(["Tom Varga", "Ida Fell"], 3), (["Tom Varga"], 0), ([], 0)], ids=["two", "one", "none"]
)
def test_lines_that_begin_with_names_of_people_are_an_interview(people, count):
    drafts = transcript(Tree(written(TALK, names=dict.fromkeys(people, "Person"))))
    assert [draft.content[0].cut(TALK) for draft in drafts] == ["Who sank it?", "Nobody.", "When?"][:count]


@pytest.mark.parametrize(
    "text",
    [
        "READ MORE: The pier is gone.\n\nREAD MORE: No help came.",
        "UPDATE: The pier is gone.",
        "Ida Fell said: It rained.",
    ],
)
def test_links_and_headings_in_capitals_are_not_transcripts(text):
    assert turns(text) == []


INTERVIEW = (
    "Ada Falk spoke to Bo Lind about the quay.\n\nLIND: Is the quay old?\n\nFALK: It is as old as the town.\n\n"
    "LIND: What are you afraid of?\n\n{rest}\n\nLIND: Will it stand?\n\nFALK: I hope so."
)


def test_a_turn_ends_where_the_article_goes_on_with_words_in_marks(said):
    rest = "She takes a long time to answer.\n\n“Of wind,” says Falk. “Most quays fall in a storm.”"
    quotes = said(INTERVIEW.format(rest=rest))
    assert (("What are you afraid of?",), "Bo Lind") in quotes
    assert [name for pieces, name in quotes if "Of wind," in pieces] == ["Ada Falk"]


def test_he_in_a_turn_is_not_whoever_asked(said):
    rest = "FALK: A farmer told me that he does not want to live nearer; he wants the quay to stay where it is."
    assert (("the quay to stay where it is",), "he") in said(INTERVIEW.format(rest=rest))


def test_i_in_words_that_somebody_else_said_is_not_the_speaker_of_the_turn(said):
    rest = "FALK: One of the men said to me: “I told them the wind was too strong.” I think of it every day."
    inner = [quote for quote in said(INTERVIEW.format(rest=rest)) if "wind was too strong" in quote[0][0]]
    assert ("the wind was too strong",) not in [pieces for pieces, _ in inner]
    assert (("I told them the wind was too strong.",), "One of the men") in inner
