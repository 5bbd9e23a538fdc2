"""Whose words they are, where the frame is unusual: relayed, after the subject, hearsay, a document."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The Daily Post quoted Iva Novak as saying that the talks had failed.", "the talks had failed", "Iva Novak"),
        ("Local media quoted police as saying two men were held.", "two men were held", "police"),
        (
            "Radio Lowmere cited a witness as saying the shots came from the roof.",
            "the shots came from the roof",
            "a witness",
        ),
        ("“We will not pay,” the Post quoted the owner as saying.", "We will not pay,", "the owner"),
    ],
)
def test_whoever_is_quoted_as_saying_something_says_it(said, text, words, speaker):
    assert said(text) == [((words,), speaker)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Varga was jailed for three years, accused of “inciting the sailors”.", None),
        ("There are hopes a new league will draw more women to the sport.", None),
        ("For human rights groups, the men are victims of an unjust system.", "human rights groups"),
    ],
)
def test_who_speaks_without_a_subject(said, text, speaker):
    assert [name for _, name in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "pieces", "speaker"),
    [
        (
            "The project, pointed out the minister, will create 300 jobs.",
            ("The project", "will create 300 jobs"),
            "the minister",
        ),
        ("The bill, recalled Ada Holt, was passed in 2009.", ("The bill", "was passed in 2009"), "Ada Holt"),
        (
            "A tax on fuel, argued economist Ada Brook, would hurt the poor.",
            ("A tax on fuel", "would hurt the poor"),
            "Ada Brook",
        ),
    ],
)
def test_a_frame_after_the_subject_has_its_speaker_after_the_verb(said, text, pieces, speaker):
    assert said(text) == [(pieces, speaker)]


def test_a_participle_after_the_subject_is_no_frame(said):
    assert said("The quay, painted by the sailors, was sold.") == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("He faces accusations that he took bribes.", "he took bribes", None),
        ("The mayor's claim that crime had fallen was false.", "crime had fallen", "The mayor"),
        ("Analysts put the cost at $3 million.", "the cost at $3 million", "Analysts"),
    ],
)
def test_whose_claim_it_is(said, text, words, speaker):
    assert said(text) == [((words,), speaker)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The quay was reportedly sold to a bank.", None),
        ("The owner allegedly offered to sell the boats.", None),
        ("Ada Brook allegedly told a friend that the quay would sink.", "Ada Brook"),
    ],
    ids=["only an adverb", "a verb that says nothing", "a verb of speech"],
)
def test_hearsay_has_no_speaker_unless_its_verb_is_one_of_speech(said, text, speaker):
    assert [name for _, name in said(text)] == [speaker]


def test_it_is_the_document_that_spoke_last(said):
    text = "Lund Lines sold the quay. The lawsuit says the price was too low. It says that nobody asked the sailors."
    assert [name for _, name in said(text)] == ["The lawsuit", "The lawsuit"]


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (
            "“We lost,” said Tom Varga. “They won,” said Ada Brook. “So what?” said Rhys Cole. “No,” said Iva Novak.",
            [
                ("We lost,", "Tom Varga"),
                ("They won,", "Ada Brook"),
                ("So what?", "Rhys Cole"),
                ("No,", "Iva Novak"),
            ],
        ),
        (
            '"No," said Mr Drake. "Never," said Ms Pine. "Not even once?" asked the chairman.',
            [("No,", "Drake"), ("Never,", "Pine"), ("Not even once?", "the chairman")],
        ),
        (
            '"Where were you?" Ada Holt asked. "Upstairs," the boy answered. "Alone?" she said.',
            [("Where were you?", "Ada Holt"), ("Upstairs,", "the boy"), ("Alone?", "Ada Holt")],
        ),
        (
            "“Is it dead?” the girl asked. “I think so,” her father replied. “Then bury it,” she said.",
            [("Is it dead?", "the girl"), ("I think so,", "her father"), ("Then bury it,", "she")],
        ),
    ],
    ids=["four", "titles", "a boy is not she", "a father is not she"],
)
def test_each_turn_with_a_frame_of_its_own_is_a_quote(said, text, turns):
    assert [(pieces, name) for pieces, name in said(text)] == [((words,), name) for words, name in turns]


def test_a_piece_without_a_frame_goes_on_with_the_last_one(said):
    text = "“It sinks,” said Ada Brook. “It has sunk,” Tom Varga said. “Nobody came.”"
    assert said(text) == [(("It sinks,",), "Ada Brook"), (("It has sunk,", "Nobody came."), "Tom Varga")]


@pytest.mark.parametrize("who", ["The court", "Jurors", "Reporters", "Ada Brook"])
def test_who_hears_something_does_not_say_it(said, who):
    assert said(f"{who} heard that the van had no brakes.") == [(("the van had no brakes",), None)]


@pytest.mark.parametrize("verb", ["praised", "sang", "played"])
def test_works_that_people_praise_or_sing_are_not_quotes(said, verb):
    assert said(f"Critics {verb} “The Salt Road” on Monday.") == []


def test_he_is_not_a_woman_who_spoke_last(said):
    text = "“Is it far?” the driver asked. “Two miles,” said Maria Omar. “Then we walk,” he said."
    assert said(text)[-1] == (("Then we walk,",), "he")


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Police named the victim as Ravi Menon.", "Ravi Menon"),
        ("The council said Ravi Menon had left.", "Ravi Menon"),
        ("Police named the victims as Ravi Menon and Paul Lund.", "The 52-year-old"),
    ],
)
def test_an_age_means_the_only_person_named_in_the_sentence_before(said, before, name):
    assert said(f"{before} The 52-year-old had told friends he was being followed.")[-1][1] == name
