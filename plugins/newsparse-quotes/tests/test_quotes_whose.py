"""Whose words they are, where somebody or something else is mentioned nearby: wrong is worse than open."""

from __future__ import annotations

import pytest


@pytest.fixture
def last(pipeline):
    """The speaker of the last quote in a text: its name, and whether it is somebody whom the text names."""

    def found(text):
        speaker = pipeline(text).quotes[-1].speaker
        return (speaker.name, speaker.entity is not None) if speaker is not None else None

    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The order, signed by the mayor Ada Brook, said the quay would be closed.", "The order"),
        ("The report, written by professor Tom Varga, warned that the quay would sink.", "The report"),
        ("A letter sent by Iva Novak said the talks had failed.", "A letter sent by Iva Novak"),
        ("The notice, which was signed by Ada Brook, stated that nobody may swim.", "The notice"),
    ],
)
def test_a_document_speaks_and_not_who_signed_it(last, text, name):
    assert last(text) == (name, False)


@pytest.mark.parametrize(
    "noun", ["The government", "The meeting", "The annual review", "The hearing", "The agreement", "The campaign"]
)
def test_no_person_is_called_by_the_noun_for_a_body_or_an_event(last, noun):
    text = (
        "Pro-government lawmaker Ada Brook came to the meeting late, after the annual review.\n\n"
        f"{noun} had announced that the quay would be closed."
    )
    assert last(text) == (noun, False)


@pytest.mark.parametrize("who", ["One health worker", "A senior official", "One mental health professional", "A baker"])
def test_a_pronoun_means_whoever_spoke_last_without_a_name(last, who):
    text = (
        "Tom Varga denied that he had sold the clinic. “I never did,” he said.\n\n"
        f"{who} warned that the clinic would close. “Nobody will help us,” he said."
    )
    assert last(text) == (who, False)


@pytest.mark.parametrize("many", ["reporters", "two officials", "local residents"])
def test_a_pronoun_of_one_person_does_not_mean_several(last, many):
    text = f"Deputy mayor Vivian Holt was asked by {many} whether the quay was safe. She said that it was."
    assert last(text) == ("Vivian Holt", True)


def test_it_means_the_office_that_spoke(last):
    text = (
        "Quay Radio reported in 2009 that the mayor had sold the pier.\n\n"
        "“This is false,” the mayor’s office said of the claim.\n\n“Nobody was ever paid,” it continued."
    )
    assert last(text)[0] == "the mayor’s office"


@pytest.mark.parametrize("participle", ["adding", "noting", "stressing"])
def test_who_says_a_clause_goes_on_speaking_after_it(last, participle):
    text = f"Ada Brook said Lowmere was facing hard years, {participle} that the quay had to be closed."
    assert last(text) == ("Ada Brook", True)


def test_a_name_after_the_acronym_of_a_firm_speaks(last):
    text = "Managing director of Premier Quay Company (PQC) Tom Varga justified the rise, saying prices were too low."
    assert last(text) == ("Tom Varga", True)


def test_the_firm_speaks_and_not_its_owner(last):
    text = "The main insurer in the country QuayCare which is owned by the government announced that fees would rise."
    assert last(text)[0] == "QuayCare"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The girl, Asha, was the daughter of a farm worker, said Commissioner Tom Varga.", "Tom Varga"),
        ("The driver was asleep when the bus hit the wall, said police officer Ada Brook.", "Ada Brook"),
    ],
)
def test_whoever_follows_the_verb_says_what_precedes_it(last, text, name):
    assert last(text) == (name, True)
