"""Clauses that their frame interrupts after the subject, and frames that are joined to the one before."""

from __future__ import annotations

import pytest

INTERRUPTED = {
    "a noun phrase": (
        "These lamps, Ada Brook emphasised, show the way to the harbour.",
        "These lamps show the way to the harbour",
    ),
    "one noun": ("Prices, Ada Brook warned, will rise by a tenth.", "Prices will rise by a tenth"),
    "a pronoun": ("That, Ada Brook says, would give the president time.", "That would give the president time"),
    "another pronoun": ("It, Ada Brook added, would be a mistake.", "It would be a mistake"),
}


@pytest.mark.parametrize(("text", "words"), INTERRUPTED.values(), ids=INTERRUPTED)
def test_a_frame_after_the_subject_leaves_it_in_the_content(pipeline, text, words):
    (quote,) = pipeline(text).quotes
    assert (quote.text.replace(", ", " "), quote.speaker.name) == (words, "Ada Brook")


def test_the_subject_of_what_is_said_does_not_say_it(pipeline):
    text = "Ada Brook met farmers. Parliament, she stressed, has in mind the needs of small farms."
    (quote,) = pipeline(text).quotes
    assert quote.speaker.name == "Ada Brook"
    assert quote.text.startswith("Parliament")


def test_the_pronoun_of_a_relative_clause_is_no_piece_of_what_is_said(pipeline):
    (quote,) = pipeline("The quay has a roof, which Ada Brook said was old.").quotes
    assert quote.text == "was old"


JOINED = {
    "said and said": (
        "Tom Varga stressed that the quay is old and said a new one would cost less.",
        ["the quay is old", "a new one would cost less"],
    ),
    "warned and added": (
        "Ada Brook warned that prices would rise and added that wages would not.",
        ["prices would rise", "wages would not"],
    ),
    "adding without a comma": (
        "Ada Brook said that the guild had a fund of its own adding that a vote would come in May.",
        ["the guild had a fund of its own", "a vote would come in May"],
    ),
}


@pytest.mark.parametrize(("text", "words"), JOINED.values(), ids=JOINED)
def test_a_second_verb_of_the_same_speaker_begins_a_quote(pipeline, text, words):
    assert [quote.text for quote in pipeline(text).quotes] == words


def test_what_the_subject_inside_may_have_said_is_not_taken_from_it(pipeline):
    text = "Ada Brook claimed that Tom Varga started a fight and insisted that the boat was his."
    assert [quote.text for quote in pipeline(text).quotes if quote.within is None] == [
        "Tom Varga started a fight and insisted that the boat was his"
    ]


REASONS = {
    "as it believes": (
        "The guild expects the strike to go on for a week as it believes the owners are short of money.",
        ["the strike to go on for a week", "the owners are short of money"],
    ),
    "because she fears": (
        "Ada Brook wants the road shut because she fears that children will be hurt.",
        ["the road shut", "children will be hurt"],
    ),
}


@pytest.mark.parametrize(("text", "words"), REASONS.values(), ids=REASONS)
def test_what_a_speaker_thinks_besides_is_a_quote_of_its_own(pipeline, text, words):
    assert [quote.text for quote in pipeline(text).quotes] == words


def test_a_frame_that_comes_again_is_not_said(pipeline):
    text = "Ada Brook said, despite the rain, the whole fair was held outside, she added."
    (quote, *_) = pipeline(text).quotes
    assert quote.text == "despite the rain, the whole fair was held outside"


@pytest.mark.parametrize(
    ("frame", "name"),
    [
        ("pointed out the minister", "the minister"),
        ("shot back Ada Brook", "Ada Brook"),
        ("spelled out the mayor", "the mayor"),
        ("went on the sailor", "the sailor"),
        ("fired back the owner", "the owner"),
    ],
)
def test_a_subject_in_marks_is_said_and_does_not_speak(said, frame, name):
    assert said(f"“The old quay,” {frame}, “will sink.”") == [(("The old quay,", "will sink."), name)]


@pytest.mark.parametrize(
    ("frame", "name"),
    [
        ("the mayor of Lowmere said", "the mayor of Lowmere"),
        ("the head of the council told reporters", "the head of the council"),
        ("the chief of the port told the court", "the chief of the port"),
        ("his lawyer said", "his lawyer"),
    ],
)
def test_whoever_is_named_before_a_frame_is_not_the_office_in_it(pipeline, frame, name):
    (quote,) = pipeline(f"Tom Varga, {frame}, has left.").quotes
    assert (quote.speaker.name, quote.speaker.entity) == (name, None)


@pytest.mark.parametrize("office", ["the mayor of Lowmere", "the head of the council", "a lawyer for the port"])
def test_whoever_is_described_between_commas_speaks(pipeline, office):
    (quote,) = pipeline(f"Tom Varga, {office}, said the quay was old.").quotes
    assert (quote.speaker.name, quote.speaker.entity is not None) == ("Tom Varga", True)


@pytest.mark.parametrize(
    "text",
    [
        "Lund Lines will close in May, the company said on Monday.",
        "Lund Lines, the company said, will close in May.",
        "Lund Lines sold its boats. Lund Lines will close in May, the company said.",
    ],
)
def test_a_body_may_speak_of_itself_by_name(pipeline, text):
    assert pipeline(text).quotes[-1].speaker.name == "Lund Lines"
