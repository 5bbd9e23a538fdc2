"""Descriptions and pronouns that could mean one of two, and the word that tells them apart."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("first", "words", "found"),
    [
        ("Nadia Holt, a nurse, left early.", "the nurse", "Nadia Holt"),
        ("Nadia Holt, a nurse, left early.", "the former nurse", None),
        ("Nadia Holt, a former nurse, left early.", "the former nurse", "Nadia Holt"),
        ("Nadia Holt, a nurse, met Karim Reyes, a driver.", "the nurse", "Nadia Holt"),
        ("The nurses left early.", "the nurse", None),
        ("Nadia Holt, the head of sales, left early.", "the head", "Nadia Holt"),
        ("Nadia Holt, the head of sales, left early.", "the head of marketing", None),
        ("Karim Holt met his lawyer, Nadia Reyes.", "his lawyer", "Nadia Reyes"),
        ("Karim Holt met his lawyer, Nadia Reyes.", "the lawyer", "Nadia Reyes"),
        ("Lady Holt left early.", "the lady", "Holt"),
        ("Ms. Holt and Lady Reyes left early.", "the lady", "Reyes"),
        ("Nadia Holt left early.", "the teenager", "Nadia Holt"),
        ("Nadia Holt left early.", "a teenager", None),
    ],
)
def test_a_description_means_whoever_was_described_so(meant, first, words, found):
    assert meant(f"{first} {words.capitalize()} was tired.", words) == found


@pytest.mark.parametrize(
    ("first", "words", "found"),
    [
        ("Nadia Holt, 34, left early.", "the 34-year-old", "Nadia Holt"),
        ("Nadia Holt, 34, left early.", "the 35-year-old", None),
        ("Nadia Holt, 34, met Karim Reyes, 19.", "the 19-year-old", "Karim Reyes"),
        ("Nadia Holt, 34, met Ana Reyes.", "the 35-year-old", "Ana Reyes"),
        ("Nadia Holt, 34, met Ana Reyes.", "the 34-year-old", "Nadia Holt"),
        ("Nadia Holt left early.", "the 34-year-old", "Nadia Holt"),
    ],
)
def test_somebody_of_an_age_is_nobody_whose_age_is_another(meant, first, words, found):
    assert meant(f"{first} {words.capitalize()} was tired.", words) == found


@pytest.mark.parametrize(
    ("first", "words", "found"),
    [
        ("Larkmoor Robotics Inc. met on Monday.", "the robotics company", "Larkmoor Robotics Inc."),
        ("Larkmoor Robotics Inc. met on Monday.", "the company", "Larkmoor Robotics Inc."),
        ("Larkmoor Robotics Inc. met on Monday.", "the danish company", None),
        ("Nadia Holt, the nurse, met Larkmoor Inc.", "her company", None),
        ("Nadia Holt, founder of Larkmoor Inc., left early.", "her company", "Larkmoor Inc."),
        ("Nadia Holt, founder of Larkmoor Inc., left early.", "her companies", None),
    ],
)
def test_a_company_is_meant_by_nothing_that_contradicts_its_name_or_its_owner(meant, first, words, found):
    shown = words.capitalize().replace("danish", "Danish")
    assert meant(f"{first} {shown} stood empty.", words) == found


@pytest.mark.parametrize(
    ("text", "pronoun", "found"),
    [
        ("Nadia Holt met Ana Reyes. Nadia Holt thanked her.", "her", "Ana Reyes"),
        ("Nadia Holt met Ana Reyes. Then she thanked her.", "her", "Ana Reyes"),
        ("Nadia Holt met Ana Reyes. Nadia Holt thanked herself.", "herself", "Nadia Holt"),
        ("Nadia Holt met Karim Reyes. He thanked her.", "her", "Nadia Holt"),
        ("“I left early,” said Nadia Holt.", "i", "Nadia Holt"),
        ("“I left early,” Larkmoor Robotics said.", "i", None),
        ("“We left early,” said Nadia Holt.", "we", None),
        ("“We left early,” Larkmoor Robotics said.", "we", "Larkmoor Robotics"),
        ("“He left early,” said Karim Holt.", "he", None),
        ("Simon Brandt sang. “He left early,” said Karim Holt.", "he", "Simon Brandt"),
        ("Larkmoor Robotics and Harrow Motors fell. It closed early.", "it", None),
        ("Larkmoor Robotics fell in Orla. It closed early.", "it", "Larkmoor Robotics"),
        ("The drivers met Nadia Holt. They left early.", "they", None),
        ("Larkmoor Robotics met Nadia Holt. They left early.", "they", "Larkmoor Robotics"),
    ],
)
def test_a_pronoun_is_neither_who_acts_on_it_nor_who_cannot_be_called_so(meant, text, pronoun, found):
    assert meant(text, pronoun) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It is a bank with few friends.", "Harrow Bank"),
        ("It is the largest lender in Peru.", "Harrow Bank"),
        ("It is not a common disease.", None),
        ("It became a popular song.", None),
        ("It became the owner of a ferry.", "Harrow Bank"),
        ("It made the ferry a ruin.", "Harrow Bank"),
        ("It is expected to grow.", "Harrow Bank"),
        ("Nobody pays until it is determined that the ferry is safe.", None),
        ("According to the Harrow Bank, it is less severe.", None),
        ("The Harrow Bank said it was less quiet.", "Harrow Bank"),
    ],
)
def test_it_is_no_body_where_what_is_said_of_it_is_not_said_of_bodies(meant, sentence, found):
    assert meant(f"The Harrow Bank met on Monday. {sentence}", "it") == found


@pytest.mark.parametrize(
    ("first", "field", "found"),
    [
        ("President Nadia Holt left early.", "state", "Nadia Holt"),
        ("President Nadia Holt left early.", "sales", None),
        ("President Nadia Holt met King Karim Reyes.", "state", None),
        ("Prime Minister Nadia Holt met President Karim Reyes.", "government", "Nadia Holt"),
    ],
)
def test_the_head_of_a_state_is_whoever_has_such_an_office(meant, first, field, found):
    assert meant(f"{first} The head of {field} was tired.", "the head") == found


@pytest.mark.parametrize("noun", ["man", "driver"])
@pytest.mark.parametrize("frame", ["said", "told the court", "wrote in a letter"])
def test_whoever_is_spoken_of_is_not_the_one_who_speaks(meant, noun, frame):
    assert meant(f"The {noun}, Tom Varga {frame}, was ill.", f"the {noun}") != "Tom Varga"


@pytest.mark.parametrize("rest", [", was ill.", ", said the quay was lost.", " said the quay was lost."])
def test_a_name_after_a_comma_says_who_somebody_is(meant, rest):
    assert meant(f"The mayor, Ada Brook{rest}", "the mayor") == "Ada Brook"


FRAMES = ["the mayor said", "the mayor told reporters", "the mayor told the court on Monday", "a baker warned"]


@pytest.mark.parametrize("frame", FRAMES)
def test_whoever_speaks_between_commas_is_not_the_one_spoken_of(meant, frame):
    words = " ".join(frame.split()[:2])
    assert meant(f"Tom Varga, {frame}, was ill.", words) != "Tom Varga"


@pytest.mark.parametrize(
    "text",
    [
        "Tom Varga, the mayor, told reporters that he was ill.",
        "Tom Varga, the mayor of Lowmere, said the quay, which is old, will sink.",
        "Tom Varga, the mayor, said Ada Brook, who is old, was ill.",
    ],
)
def test_whoever_is_described_between_commas_may_speak(meant, text):
    assert meant(text, "the mayor") == "Tom Varga"


@pytest.mark.parametrize(
    ("first", "words", "found"),
    [
        ("The Harrow Bank met the Tarn Bank in May.", "the bank", "Harrow Bank"),
        ("The Ministry of Ports met the Ministry of Trade in May.", "the ministry", "Ministry of Ports"),
        ("The Harrow Bank raised fees after talks with the Tarn Bank.", "the bank", "Harrow Bank"),
        ("The Harrow Bank and the Tarn Bank met in May.", "the bank", None),
        ("The deal between the Harrow Bank and the Tarn Bank was signed in May.", "the bank", None),
        ("Nadia Holt praised a deal of the Ministry of Ports with the Ministry of Trade.", "the ministry", None),
        ("The Harrow Bank left early. The Tarn Bank stayed on.", "the bank", "Tarn Bank"),
        ("The Harrow Bank said that the Tarn Bank was late.", "the bank", "Tarn Bank"),
    ],
)
def test_of_two_bodies_of_one_kind_in_a_sentence_its_subject_is_meant(meant, first, words, found):
    assert meant(f"{first} {words.capitalize()} was sold.", words) == found
