"""Clauses about a noun without a pronoun before them: what is said in them ends where the main clause goes on."""

from __future__ import annotations

import pytest

CONTACT = {
    "a name": ("The quay Ada Brook said would sink is old. The council met.", ("would sink", "Ada Brook")),
    "after that": (
        "The bridge that Ada Brook said would fall is closed. The council met.",
        ("would fall", "Ada Brook"),
    ),
    "a form of be": ("The boat Tom Varga claimed was his was sold in May.", ("was his", "Tom Varga")),
    "police": ("The man police say shot the guard was arrested on Monday.", ("shot the guard", "police")),
    "police again": ("The man police say killed the guard was arrested on Monday.", ("killed the guard", "police")),
    "officials": ("A woman officials said was ill died on Monday.", ("was ill", "officials")),
    "an office": ("The wall the mayor said was safe fell on Monday.", ("was safe", "the mayor")),
    "a body": ("The ship Lund Lines says can carry 400 people was late.", ("can carry 400 people", "Lund Lines")),
    "witnesses": ("A car that witnesses said hit two people was found in Kell.", ("hit two people", "witnesses")),
    "engineers of a company": (
        "The quay has a fault that company engineers said may grow.",
        ("may grow", "company engineers"),
    ),
    "nothing after it": ("They met the man Ada Brook says stole the boat.", ("stole the boat", "Ada Brook")),
}


@pytest.mark.parametrize(("text", "quote"), CONTACT.values(), ids=CONTACT)
def test_only_the_clause_about_the_noun_is_said(pipeline, text, quote):
    (found,) = pipeline(text).quotes
    assert (found.text, found.speaker.name) == quote


WHOLE = {
    "a clause with its subject": "The mayor said the quay would sink and is old.",
    "a title before the name": "Prime Minister Ada Brook said the quay would sink and is old.",
    "a job before the name": "Actor Ada Brook said the quay would sink and is old.",
    "students who protest": "The student protesters say the quay would sink and is old.",
    "the police of a city": "The city police say the quay would sink and is old.",
    "a setting before the name": "In a statement Ada Brook said the quay would sink and is old.",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_a_clause_with_a_subject_of_its_own_is_said_whole(pipeline, text):
    (found,) = pipeline(text).quotes
    assert found.text == "the quay would sink and is old"


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ("Larkmoor’s social media app Kellchat announced that", "it would ban accounts that sell boats"),
        ("The music service Lundify said", "users who pay would get more"),
        ("The music service Lundify said", "it would raise prices for all"),
        ("Ms Brook said", "practising old songs was forbidden at home"),
    ],
)
def test_a_name_after_a_noun_for_it_says_the_whole_clause(pipeline, frame, said):
    assert pipeline(f"{frame} {said}.").quotes[0].text == said
