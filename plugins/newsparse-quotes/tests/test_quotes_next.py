"""Whose words they are where somebody else speaks next: in the next paragraph, clause, sentence, or in a letter."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("Why should that worry me?", "The council said it was trying hard to mend it."),
        ("Who pays for it?", "A sad story, the sailors complained, and one that never ends."),
        ("Mend it now!", "Tom Varga said nobody had asked for a new quay."),
    ],
)
def test_the_next_paragraph_says_nothing_of_who_asked_at_the_end_of_this_one(said, words, rest):
    text = f"“The quay is old,” Ada Brook said, asked about the repairs in an interview. “{words}”\n\n{rest}"
    assert said(text)[0] == (("The quay is old,", words), "Ada Brook")


def test_a_sentence_after_a_question_that_says_something_of_its_own_does_not_say_the_question(said):
    text = "“The quay is old,” said Ada Brook. “Why?” The council said it was trying hard to mend it."
    assert said(text)[0] == (("The quay is old,", "Why?"), "Ada Brook")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook, the mayor, said, “The crane broke in the spring,”  adding that nobody had paid for it.",
        "Ada Brook told the council, “The crane broke in the spring,” adding that nobody had paid for it.",
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
        ("Ada Brook showed them a slide show that predicted a new harbour by May.", "a slide show"),
        ("He received an email asking for his licence and two photographs.", "an email"),
        ("Ada Brook sent a letter to the council, asking for a new quay.", "Ada Brook"),
    ],
)
def test_what_is_read_or_shown_says_what_it_says(said, text, speaker):
    assert said(text)[-1][1] == speaker


@pytest.mark.parametrize("opening", ["But said", "And then added"])
def test_a_sentence_without_a_subject_goes_on_with_who_spoke(said, opening):
    text = f"The Lowmere Council said it had long prepared the sale. {opening} that this had not been possible."
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
        "“It is a good quay,” he said.\n\nThe {} said the ship could hardly come at a better hour.\n\n"
        "These ships spur growth.\n\nSailors can insist on better food.\n\nThe {} said sailors had to be heard."
    )
    assert last(text.format("minister", "minister", "minister")) == ("Tom Varga", True)


def test_a_clause_with_which_after_a_sentence_does_not_attribute_the_sentence(said):
    assert said("Tom Varga handed over his ships to Ada Brook, who responded by closing the quay.") == []
    assert all(
        words != ("The lamps were sent to Lund Lines",)
        for words, _ in said("The lamps were sent to Lund Lines, which confirmed the damage.")
    )


def test_it_means_who_spoke_and_not_whom_they_spoke_of(last):
    text = (
        "Larkmoor has stated that it had no part in the attack and that the Orla Front was to blame. "
        "At the same time, it has declared that it wants peace."
    )
    assert last(text) == ("Larkmoor", True)


def test_it_means_who_spoke_in_the_paragraph_before_whatever_the_quote_is_about(last):
    text = (
        "The Education Ministry said it does so whenever it meets people.\n\n"
        "“The school community must be heard before a plan is changed. It was heard,” it said."
    )
    assert last(text) == ("Education Ministry", True)


def test_an_outlet_that_reports_something_is_not_he(last):
    text = (
        "Antonio Moss called for an inquiry.\n\n“It was wrong,” Moss said.\n\n"
        "On Monday, the mayor, Tom Varga, counted the dead. Varga pushed for a law, according to Radio Orla.\n\n"
        "He pointed out that “more than forty sailors died”."
    )
    assert last(text) == ("Tom Varga", True)


def test_the_adjective_of_a_body_tells_which_one_it_is(last):
    text = "The Lowmere Electoral Tribunal counted the votes. The {} body said that nobody had cheated."
    assert last(text.format("electoral")) == ("Lowmere Electoral Tribunal", True)
    assert last(text.format("medical")) == ("The medical body", False)


def test_a_thing_is_no_body_with_that_word_in_its_name(said):
    text = (
        "The General Secretariat of Harbour Integration met. “Deep integration implies that all share,” Ada Brook said."
    )
    assert ("Deep integration") in [name for _, name in said(text)]


def test_the_label_of_an_answer_is_nobody_named_in_it(said):
    text = (
        "Interview\n\nQ: What did the mayor want?\n\nA: Ada Brook’s efforts to mend the quay were old.\n\n"
        "Q: And now?\n\nA: Now we wait."
    )
    assert [name for _, name in said(text)] == ["Q", "A", "Q", "A"]


def test_a_woman_brought_in_without_a_name_is_not_whoever_is_called_one_later(said):
    text = (
        "A Larkmoor woman who claimed she owned six ships has been mocked. In posts, Jane Holt showed the ships. "
        "Rita Moss, one of the first women of this kind, was jailed in 2011."
    )
    assert said(text)[0][1] != "Rita Moss"
