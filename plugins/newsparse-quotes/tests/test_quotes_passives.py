"""What is said in the passive, and by whom: its subject says nothing, and whoever is quoted "as saying" it does."""

from __future__ import annotations

import pytest

import newsparse


@pytest.fixture(scope="module")
def pipeline():
    """The English pipeline that finds quotes."""
    return newsparse.load("en", extractors=["entities", "quotes"])


def said(pipeline, text):
    document = pipeline(text)
    return [
        (tuple(document.cut(piece) for piece in quote.fragments), quote.speaker.name if quote.speaker else None)
        for quote in document.quotes
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Food prices are already projected to rise by a tenth.", ("Food prices", "to rise by a tenth")),
        ("The poems were sent off and are expected to win.", ("The poems", "to win")),
        ("About 4,000 residents were told to boil their water.", ("About 4,000 residents", "to boil their water")),
        ("The company was ordered to pay $4 million.", ("The company", "to pay $4 million")),
        ("The ferry is thought to have been overloaded.", ("The ferry", "to have been overloaded")),
        ("Parents are being asked to keep children at home.", ("Parents", "to keep children at home")),
        ("He is alleged to have taken bribes.", ("to have taken bribes",)),
        ("The bridge, believed to be very old, collapsed.", ("The bridge", "to be very old")),
        ("Three people were reported missing.", ("Three people", "missing")),
        ("The road was declared safe on Monday.", ("The road", "safe")),
        ("Losses are put at $3 million.", ("Losses", "at $3 million")),
        (
            "The festival, described as the largest in the region, opens.",
            ("The festival", "as the largest in the region"),
        ),
        ("It is feared that the dam will not hold.", ("the dam will not hold",)),
        ("They were told they would lose their jobs.", ("they would lose their jobs",)),
        ("The public is hereby notified that the quay will close.", ("the quay will close",)),
    ],
)
def test_a_passive_has_its_subject_as_a_piece_and_no_speaker(pipeline, text, pieces):
    assert said(pipeline, text) == [(pieces, None)]


@pytest.mark.parametrize(
    ("text", "pieces", "speaker"),
    [
        ("She was told by her doctor to rest.", ("to rest",), "her doctor"),
        ("The trial is said by his lawyers to be a farce.", ("The trial", "to be a farce"), "his lawyers"),
        ("The damage was estimated by the insurer at $3 million.", ("The damage", "at $3 million"), "the insurer"),
        ("The fund has been described as a slush fund by critics.", ("The fund", "a slush fund"), "critics"),
        ("The officer was quoted as saying that two men had fled.", ("two men had fled",), "The officer"),
        ("She is worried that the school will close.", ("the school will close",), "She"),
    ],
)
def test_a_passive_that_names_its_agent_or_tells_how_somebody_feels_has_a_speaker(pipeline, text, pieces, speaker):
    assert said(pipeline, text) == [(pieces, speaker)]


@pytest.mark.parametrize(
    "text",
    ["The quay was built to last.", "The boy was found to have drowned.", "The quay was closed on Monday."],
)
def test_other_passives_say_nothing(pipeline, text):
    assert said(pipeline, text) == []


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
def test_whoever_is_quoted_as_saying_something_says_it(pipeline, text, words, speaker):
    assert said(pipeline, text) == [((words,), speaker)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Varga was jailed for three years, accused of “inciting the sailors”.", None),
        ("There are hopes a new league will draw more women to the sport.", None),
        ("For human rights groups, the men are victims of an unjust system.", "human rights groups"),
        ("Muscat: Hoping to support the market, Lund Lines has introduced a new ferry service.", None),
    ],
)
def test_who_speaks_without_a_subject(pipeline, text, speaker):
    assert [name for _, name in said(pipeline, text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "pieces", "speaker"),
    [
        (
            "The project, pointed out the minister, will create 300 jobs.",
            ("The project", "will create 300 jobs"),
            "the minister",
        ),
        ("The bill, recalled Mrs Holt, was passed in 2009.", ("The bill", "was passed in 2009"), "Holt"),
        (
            "A tax on fuel, argued economist Ada Brook, would hurt the poor.",
            ("A tax on fuel", "would hurt the poor"),
            "Ada Brook",
        ),
    ],
)
def test_a_frame_after_the_subject_has_its_speaker_behind_the_verb(pipeline, text, pieces, speaker):
    assert said(pipeline, text) == [(pieces, speaker)]


def test_a_participle_after_the_subject_is_no_frame(pipeline):
    assert said(pipeline, "The quay, painted by the sailors, was sold.") == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("He faces accusations that he took bribes.", "he took bribes", None),
        ("The mayor's claim that crime had fallen was false.", "crime had fallen", "The mayor"),
        ("Analysts put the cost at $3 million.", "the cost at $3 million", "Analysts"),
    ],
)
def test_whose_claim_it_is(pipeline, text, words, speaker):
    assert said(pipeline, text) == [((words,), speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "It sometimes appeared that the quay was sinking.",
        "This shows that the quay is old.",
        "Citizens should tell the council that the quay is old.",
        "The owners need to admit that the quay is old.",
        "She owns a salon called Orla's Glow.",
        "A survey entitled “Ships of Tomorrow” was sent out.",
        "The judge dismissed the petition against the quay.",
        "The council seeks to win back the trust of the sailors.",
    ],
)
def test_what_seems_is_wanted_or_is_only_a_name_is_no_quote(pipeline, text):
    assert said(pipeline, text) == []


INTERVIEW = (
    "Ada Brook met Tom Varga, who paints ships.\n\nAB: How did you begin?\n\n"
    "TV: My father mended boats by day.\n\nAt night he painted them.\n\n"
    "AB: And the quay?\n\nTV: It was his first picture."
)


def test_initials_before_a_colon_are_those_of_a_person_and_a_turn_has_all_its_paragraphs(pipeline):
    document = pipeline(INTERVIEW)
    names = {entity.id: entity.name for entity in document.entities}
    turns = [(names.get(quote.speaker.entity), [document.cut(p) for p in quote.fragments]) for quote in document.quotes]
    assert turns[1] == ("Tom Varga", ["My father mended boats by day.", "At night he painted them."])
    assert [name for name, _ in turns] == ["Ada Brook", "Tom Varga", "Ada Brook", "Tom Varga"]


def test_a_share_of_people_is_nobody_in_the_text(pipeline):
    document = pipeline(
        "Leader Ada Brook came at noon. As many as 55 percent of the respondents said the leader was old."
    )
    assert [quote.speaker.entity for quote in document.quotes] == [None]


@pytest.mark.parametrize(
    "text", ["The owner allegedly continued to sell the boats.", "Two men reportedly stole the lamps of the quay."]
)
def test_hearsay_has_no_speaker(pipeline, text):
    assert all(speaker is None for _, speaker in said(pipeline, text))


def test_it_is_the_document_that_spoke_last(pipeline):
    text = "Lund Lines sold the quay. The lawsuit says the price was too low. It says that nobody asked the sailors."
    assert [name for _, name in said(pipeline, text)] == ["The lawsuit", "The lawsuit"]
