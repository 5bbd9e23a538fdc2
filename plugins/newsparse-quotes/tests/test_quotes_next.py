"""Whose words they are where somebody else speaks next: in the next paragraph, clause, sentence, or in a letter."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("Why should that worry me?", "The council said it was doing its best to mend it."),
        ("Who pays for it?", "A sad story, the sailors complained, and one that never ends."),
        ("Mend it now!", "Tom Varga said nobody had asked for a new quay."),
    ],
)
def test_the_next_paragraph_says_nothing_of_who_asked_at_the_end_of_this_one(said, words, rest):
    text = f"“The quay is old,” Ada Brook said, asked about the repairs in an interview. “{words}”\n\n{rest}"
    assert said(text)[0] == (("The quay is old,", words), "Ada Brook")


def test_a_sentence_after_a_question_that_says_something_of_its_own_does_not_say_the_question(said):
    text = "“The quay is old,” said Ada Brook. “Why?” The council said it was doing its best to mend it."
    assert said(text)[0] == (("The quay is old,", "Why?"), "Ada Brook")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook, the mayor, said, “The crane broke in the spring,”  adding that nobody had paid for it.",
        "Ada Brook told the council, “The crane broke in the spring,” adding that nobody had paid for it.",
        'Ada Brook said, "The crane broke in the spring," adding that nobody had paid for it.',
    ],
)
def test_whoever_adds_something_after_words_in_marks_said_these(said, text):
    pieces, speaker = said(text)[-1]
    assert (pieces[-1], speaker) == ("nobody had paid for it", "Ada Brook")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Brook praised the sailors, and Tom Varga mended the quay and vowed to close it.", "Tom Varga"),
        ("Ada Brook shook her head and said that nobody would sail.", "Ada Brook"),
        ("Tom Varga sat down, Ada Brook stood up and promised to mend the quay.", "Ada Brook"),
    ],
)
def test_a_joined_verb_shares_the_last_subject_before_it(said, text, speaker):
    assert said(text)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Brook led them through a slide show that predicted a new harbour by May.", "a slide show"),
        ("He received an email asking for his licence and two photographs.", "an email"),
        ("Ada Brook sent a letter to the council, asking for a new quay.", "Ada Brook"),
    ],
)
def test_what_is_read_or_shown_says_what_it_says(said, text, speaker):
    assert said(text)[-1][1] == speaker


@pytest.mark.parametrize("opening", ["But said", "And then added"])
def test_a_sentence_without_a_subject_goes_on_with_who_spoke(said, opening):
    text = f"The Lowmere Council said it had been working on the sale. {opening} that this had not been possible."
    assert said(text)[1][1] == said(text)[0][1] == "Lowmere Council"


def test_whoever_is_asked_in_the_same_paragraph_goes_on_in_the_next(said):
    text = (
        "“Nobody should sail today,” Ada Brook told the Gazette in an interview when asked who should stay.\n\n"
        "“We all have to stay, because the sea is too rough for small boats.”\n\nShips came at noon."
    )
    assert said(text)[-1] == (("We all have to stay, because the sea is too rough for small boats.",), "Ada Brook")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook has run the port since May and stirred anger with an assertion that the sailors were lazy.",
        "Ada Brook ended the talks with a warning that the sailors were lazy.",
    ],
)
def test_whoever_ends_something_with_a_warning_gives_it(said, text):
    assert said(text) == [(("the sailors were lazy",), "Ada Brook")]


def test_those_that_say_something_in_a_quote_say_it_there(said):
    text = "“The sailors that say ‘we do not know how to mend it’ need a school,” Ada Brook said."
    assert said(text)[1] == (("we do not know how to mend it",), "The sailors")


def test_a_description_means_whom_the_narrator_has_turned_to(said):
    text = (
        "President Ada Brook of Larkmoor opened the meeting. “This is the way that we want to take,” she said.\n\n"
        "Tom Varga {}. The Orlan leader argued that it was “so much nicer” to meet."
    )
    assert said(text.format("sat beside his old friends from school"))[-1][1] == "Tom Varga"


def test_a_description_goes_on_meaning_whom_it_meant(last):
    text = (
        "Tom Varga, the {} of labour, harbour relations and the creation of work in Lowmere, spoke at noon.\n\n"
        "“It is a good quay,” he said.\n\nThe {} said the ship could not have come at a better time.\n\n"
        "These ships spur growth.\n\nSailors can insist on better food.\n\nThe {} said sailors had to be heard."
    )
    assert last(text.format("minister", "minister", "minister")) == ("Tom Varga", True)
