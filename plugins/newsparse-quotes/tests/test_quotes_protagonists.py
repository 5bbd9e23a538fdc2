"""Speakers whom only their part in the article tells, and names that stand inside long descriptions."""

from __future__ import annotations

import pytest


@pytest.fixture
def first(pipeline):
    """The speaker of the first quote in a text: its name, and whether it is somebody whom the text names."""

    def found(text):
        speaker = pipeline(text).quotes[0].speaker
        return (speaker.name, speaker.entity is not None) if speaker is not None else None

    return found


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Oxford-trained, former Kelby history professor Tom Varga – a friend of the mayor –", "Tom Varga"),
        ("The ministers' deputy, Sen. Tom Varga (D-Va.),", "Tom Varga"),
        ("Lowmere food-supplement executive Tom Varga, who had backed Rep. Ada Brook of Kelby,", "Tom Varga"),
        ("Another pollster, Ada Brook of Kelby University,", "Ada Brook"),
        ("The other man, his cousin Tom Varga, 40,", "Tom Varga"),
        ("The party chairwoman, Representative Ada Brook of Kelby,", "Ada Brook"),
        ("Algerian evening daily Tarnside Echo", "Tarnside Echo"),
        ("The UN trade and shipping body, UNTASH,", "UNTASH"),
    ],
)
def test_a_name_inside_a_long_description_is_who_speaks(first, source, name):
    assert first(f"{source} said that the quay would sink.") == (name, True)


@pytest.mark.parametrize(
    "source",
    [
        "A letter from the shipping body UNTASH",
        "The Prime Minister's Office, which oversees the spying agency Mossad,",
        "A statement by the seamen's union JUMA",
    ],
)
def test_a_body_named_further_inside_does_not_speak(first, source):
    assert first(f"{source} said that the quay would sink.")[0] not in {"UNTASH", "Mossad", "JUMA"}


@pytest.mark.parametrize("who", ["A Kelby woman", "A young Scottish football coach", "A former council member"])
@pytest.mark.parametrize("later", ["Iva Novak lives beside it.", "In May, Iva Novak went to court over it."])
def test_who_is_brought_in_without_a_name_is_the_first_to_be_named(first, who, later):
    assert first(f"{who} has said that the quay will sink.\n\n{later}") == ("Iva Novak", True)


@pytest.mark.parametrize("who", ["A police spokesman", "A court official", "A judge", "A witness", "An officer"])
@pytest.mark.parametrize("later", ["Tom Varga died on Monday.", "Ada Brook, 40, was driving home from a party."])
def test_whoever_tells_what_others_did_is_not_the_first_to_be_named(first, who, later):
    assert first(f"{who} said the man was armed.\n\n{later}") == (who, False)


@pytest.mark.parametrize("later", ["Jane Holt told the court that it was over.", "Jane Holt said it was over."])
def test_whoever_tells_what_others_did_is_named_where_they_go_on(first, later):
    assert first(f"A judge has said the law is weak.\n\n{later}") == ("Jane Holt", True)


@pytest.mark.parametrize(
    "text",
    [
        "A Kelby woman has said that Tom Varga sank the quay.\n\nIva Novak lives beside it.",
        "A Kelby woman has said that the quay will sink.\n\nThe quay was built for Iva Novak.",
        "A Kelby woman has said that the quay will sink.\n\nIva Novak and Tom Varga live beside it.",
        "A Kelby woman has said it will sink.\n\nThe quay is old. It was wet. It was long. Iva Novak lives beside it.",
        "The quay is old. It was wet. It was long. It leaked.\n\nA Kelby woman has said it will sink. Iva Novak left.",
    ],
)
def test_a_name_that_may_be_somebody_elses_is_not_taken(first, text):
    assert first(text)[1] is False


@pytest.mark.parametrize(
    "source",
    ["An aide to Ada Brook", "A lawyer for Ada Brook", "A cousin of Mayor Ada Brook", "An ally of Mayor Ada Brook"],
)
@pytest.mark.parametrize(
    "later", ["Ada Brook was heard saying the ships were old.", "Brook left at noon.", "Tom Varga was at sea."]
)
def test_whoever_works_for_somebody_or_knows_them_is_somebody_else(first, source, later):
    assert first(f"{source} said the quay would sink. {later}") == (source, False)


@pytest.mark.parametrize("cue", ["was heard saying", "was overheard saying", "had been heard saying"])
def test_whoever_is_heard_saying_something_says_it(pipeline, cue):
    text = f"An aide to Ada Brook said the quay was lost. Ada Brook {cue} that the ships were old."
    (_, quote) = pipeline(text).quotes
    assert quote.speaker.name == "Ada Brook"


@pytest.mark.parametrize(
    ("text", "cue", "said"),
    [
        (
            "Ada Brook was overheard claiming the ships were too old to sail.",
            "was overheard claiming",
            "the ships were too old to sail",
        ),
        (
            "The mayor was recorded telling aides the vote was lost.",
            "was recorded telling aides",
            "the vote was lost",
        ),
        ("Tom Varga was quoted as saying the vote was lost.", "was quoted as saying", "the vote was lost"),
    ],
)
def test_the_words_of_whoever_is_overheard_begin_after_the_verb(pipeline, text, cue, said):
    quote = pipeline(text).quotes[0]
    assert (quote.cue.text, quote.text) == (cue, said)


@pytest.mark.parametrize("role", ["director-general", "president", "head", "managing director"])
def test_the_chief_of_a_body_is_the_one_who_leads_it(pipeline, role):
    text = (
        f"Ada Brook, {role} of the Lowmere Port Authority (LPA), came at noon with Tom Varga, an engineer at the LPA."
        "\n\nThe quay is old.\n\nThe LPA chief said that it would sink."
    )
    assert pipeline(text).quotes[-1].speaker.name == "Ada Brook"


@pytest.mark.parametrize(
    "said", ["“It sank,” a sailor said.", "The boat sank, a sailor said.", "“It sank,” said a man."]
)
@pytest.mark.parametrize("goes_on", ["Tom Varga left.", "Tom Varga left Lowmere in May."])
def test_somebody_after_the_words_is_not_whoever_is_named_next(last, said, goes_on):
    assert last(f"{said}\n\n{goes_on}")[1] is False


def test_somebody_at_the_start_of_an_article_is_whoever_is_named_next(last):
    text = "A Lowmere sailor has said that the boat is old.\n\nTom Varga has moored it at the quay since May."
    assert last(text) == ("Tom Varga", True)
