"""Whom the narrator has turned to: names right before a quote, people without a name who go on, and who is to speak."""

from __future__ import annotations

import pytest

MILLS = "Ruth Mills runs the ferry.\n\n“We sail at dawn,” Mills said.\n\n“The sea is calm,” she said.\n\n"


@pytest.mark.parametrize(
    "turn",
    [
        "Hanna Orlo has a boat at the same pier, and paints it each spring.",
        "The ferry also matters to Hanna Orlo, who crosses the bay each week.",
        "Hanna Orlo’s grandfather built the pier. Her mother sold tickets on it.",
    ],
)
def test_she_is_the_only_woman_named_right_before(last, turn):
    assert last(f"{MILLS}{turn}\n\n“It is a part of my family,” she said.") == ("Hanna Orlo", True)


@pytest.mark.parametrize(
    "turn",
    [
        "The pier was built by Hanna Orlo in 1931.",
        "She has read every book about Hanna Orlo.",
        "Hanna Orlo painted the pier, and a sailor says that it fell down.",
        "Martin Orlo painted the pier each spring.",
    ],
)
def test_she_is_nobody_of_whom_the_narrator_only_tells(last, turn):
    assert last(f"{MILLS}{turn}\n\n“It is a part of my family,” she said.") != ("Hanna Orlo", True)


@pytest.mark.parametrize("who", ["An officer", "A spokesman", "One doctor"])
def test_somebody_without_a_name_goes_on_for_several_sentences(last, who):
    text = (
        f"{who} said that a man was found on the pier. He said that nobody knew him.\n\n"
        "“We have now named him as Karel Doon, a son of Oskar Doon of Kelby,” he said.\n\n"
        "He further said that a second man was found in the bay. He added that both had drowned."
    )
    assert last(text) == (who, False)


@pytest.mark.parametrize("cue", ["added", "also said", "went on to say"])
def test_whoever_goes_on_has_spoken_before(last, cue):
    text = (
        "“A sailor fell off the pier,” said the captain, Oskar Mills.\n\nKarel Doon was 23. He drowned at once.\n\n"
        f"He {cue} that the pier would be closed."
    )
    assert last(text) == ("Oskar Mills", True)


DESCRIBED = {
    "by the age in words": "Ruth Mills sails alone. But she is never lonely.\n\n“I read,” said the 31 year old.",
    "by where she lives": "Ruth Mills saw the pier in 2017.\n\n“I drew it all,” the Kelby-based artist said.",
    "after somebody else": (
        "“It is safe,” said Hanna Orlo.\n\nRuth Mills disagrees.\n\n“It is not,” said the young sailor."
    ),
}


@pytest.mark.parametrize("text", DESCRIBED.values(), ids=DESCRIBED)
def test_a_description_is_the_only_person_named_right_before(last, text):
    assert last(text) == ("Ruth Mills", True)


@pytest.mark.parametrize("who", ["the deputy mayor", "the harbour lawyer", "the UN special envoy", "the judge"])
def test_an_office_may_be_that_of_somebody_else(last, who):
    text = f"“It is safe,” said Hanna Orlo.\n\nThis view is not shared by Ruth Mills.\n\n“It is not,” {who} said."
    assert last(text) != ("Ruth Mills", True)


def test_initials_are_those_of_the_title_before_a_name(last):
    text = (
        "“Three sailors drowned,” said Deputy Superintendent of Police (Rural), Oskar Mills.\n\n"
        "Karel Doon sailed to Kelby, the DSP told the Echo."
    )
    assert last(text) == ("Oskar Mills", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The sale raised concerns among members of Ruth Mills’ Harbour Party, who have said the pier is theirs.",
            "members of Ruth Mills’ Harbour Party",
        ),
        ("“We have counted 18 ships,” read the letter, which again insisted that the port must act.", "the letter"),
    ],
)
def test_a_clause_after_a_comma_is_about_the_words_right_before(last, text, name):
    assert last(text) == (name, False)


@pytest.mark.parametrize("frame", ["he is expected to say", "Mr Mills is expected to tell the club on Friday"])
def test_whoever_is_expected_to_say_words_in_marks_is_their_speaker(pipeline, frame):
    document = pipeline(f"Oskar Mills will speak to the sailors.\n\n“The port has sold our pier,” {frame}.")
    [quote] = [quote for quote in document.quotes if quote.form == "direct"]
    assert (quote.text, str(quote.speaker), quote.manner) == ("The port has sold our pier,", "Oskar Mills", "speech")


def test_nobody_speaks_where_somebody_is_expected_to_act(pipeline):
    document = pipeline("Oskar Mills is expected to close the pier.")
    assert [quote.speaker for quote in document.quotes] == [None]


def test_it_is_not_several_texts(last):
    text = (
        "The sea is low on the list of fears, according to surveys and interviews.\n\n"
        "A new poll echoed that. It said that most sailors care about work."
    )
    assert last(text)[0] != "surveys and interviews"
