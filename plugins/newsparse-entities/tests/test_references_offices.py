"""Descriptions that could mean several people or bodies: another office, another country, a body only in a quote."""

from __future__ import annotations

import pytest


def test_the_minister_is_not_the_prime_minister(meant):
    text = (
        "Prime Minister Karim Holt met his guests at noon. The prime minister was tired.\n\n"
        "Interior Minister Mazen Reyes reviewed the border. The minister was pleased."
    )
    assert meant(text, "the minister") == "Mazen Reyes"


def test_the_minister_of_another_country_is_somebody_else(meant):
    text = (
        "Interior Minister Mazen Reyes met his guest on Monday. The minister was pleased.\n\n"
        "The Norwegian minister left early."
    )
    assert meant(text, "the norwegian minister") != "Mazen Reyes"


@pytest.mark.parametrize("noun", ["party", "union", "charity"])
def test_the_body_of_the_article_is_not_one_that_only_a_quote_names(meant, noun):
    text = (
        "The Larkmoor Alliance met on Monday.\n\n“Rain fell on us all day. It has now stopped for good.”\n\n"
        f"“Let us bring the Quay Producers online quickly,” the {noun} said."
    )
    assert meant(text, f"the {noun}") != "Quay Producers"


SPOKE = "Nadia Holt said on Monday that the old quay was safe."


@pytest.mark.parametrize("words", ["the singer", "the harrow mp", "the fisheries chief", "the novelist"])
def test_a_description_that_speaks_is_the_only_one_who_spoke_before(meant, words):
    last = words.replace("harrow mp", "Harrow MP")
    assert meant(f"{SPOKE}\n\nRain fell all day.\n\n“It will open in May,” {last} said.", words) == "Nadia Holt"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (f"{SPOKE} Max Reyes said that it was closed.", "the singer"),
        (SPOKE, "the spokesman"),
        (SPOKE, "the lawyer"),
        (SPOKE, "the former singer"),
        (SPOKE, "a singer"),
        ("Nadia Holt left early on Monday.", "the singer"),
        (SPOKE, "the mayor"),
        ("“Who pays for it?” Nadia Holt asked.", "the singer"),
        (f"{SPOKE} It was Max Reyes who had mended it.", "the singer"),
        (f"Max Reyes, a singer, left early. Rain fell. Snow fell. Hail fell. {SPOKE}", "the singer"),
        (f"{SPOKE} Rain fell. Snow fell. Hail fell. Wind blew.", "the singer"),
    ],
    ids=[
        "two spoke",
        "for others",
        "for a client",
        "former",
        "indefinite",
        "silent",
        "a post",
        "a question",
        "another person",
        "another singer",
        "too far",
    ],
)
def test_a_description_that_speaks_stays_open_where_it_may_be_somebody_else(meant, before, words):
    assert meant(f"{before}\n\n“It will open in May,” {words} said.", words) != "Nadia Holt"


def test_a_description_that_speaks_in_the_same_paragraph_stays_open(meant):
    assert meant("“It pays,” Nadia Holt told the panel. “It costs,” the singer replied.", "the singer") is None


def test_a_description_that_does_not_speak_stays_open(meant):
    assert meant(f"{SPOKE}\n\nThe singer left at noon.", "the singer") is None
