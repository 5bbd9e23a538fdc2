"""Who has told it: whoever somebody learns it from, is punished for saying it, or wrote what is passed on or cited."""

from __future__ import annotations

import pytest


@pytest.fixture
def tellers(pipeline):
    """What is said in a text, and who says it, by name or by the words for them."""

    def found(text):
        told = pipeline(text).quotes
        return [(quote.text, quote.speaker.name if quote.speaker else None) for quote in told]

    return found


@pytest.mark.parametrize(
    ("verb", "who"),
    [
        ("learned from Tom Varga", "Tom Varga"),
        ("heard from Tom Varga", "Tom Varga"),
        ("was told by Tom Varga", "Tom Varga"),
        ("found out from Tom Varga", "Tom Varga"),
        ("understood from a sailor", "a sailor"),
        ("gathered from the mayor", "the mayor"),
        ("learnt from a letter", "a letter"),
        ("heard from her doctor on Monday", "her doctor"),
    ],
)
def test_whoever_somebody_learns_it_from_has_told_it(tellers, verb, who):
    assert tellers(f"Ada Brook {verb} that the quay was lost.") == [("the quay was lost", who)]


@pytest.mark.parametrize("verb", ["learned from", "understood from", "gathered from", "knew from"])
def test_whoever_somebody_learns_it_from_has_said_it_and_not_merely_thought_it(pipeline, verb):
    (quote,) = pipeline(f"Ada Brook {verb} Tom Varga that the quay was lost.").quotes
    assert (quote.speaker.name, quote.act, quote.manner) == ("Tom Varga", "said", "speech")


@pytest.mark.parametrize("words", ["Ada Brook learned", "It is believed by Ada Brook", "Ada Brook knows from a dream"])
def test_what_nobody_tells_somebody_is_thought(pipeline, words):
    (quote,) = pipeline(f"{words} that the quay was lost.").quotes
    assert (quote.speaker.name, quote.act, quote.manner) == ("Ada Brook", "believed", "thought")


@pytest.mark.parametrize("verb", ["learned", "found out", "knows from experience", "learned from her mistakes"])
def test_whoever_learns_it_from_nobody_says_it(tellers, verb):
    assert tellers(f"Ada Brook {verb} that the quay was lost.") == [("the quay was lost", "Ada Brook")]


def test_a_court_that_hears_it_does_not_say_it(tellers):
    assert tellers("The court heard from the start that the quay was lost.") == [("the quay was lost", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook was fired by Lund Lines for saying the quay was lost.",
        "Ada Brook was fired by Tom Varga for saying that the quay was lost.",
        "Ada Brook was dismissed by the council for claiming the quay was lost.",
        "Ada Brook was suspended for warning that the quay was lost.",
        "Ada Brook was sued by Lund Lines for claiming that the quay was lost.",
        "Lund Lines sacked Ada Brook for telling reporters that the quay was lost.",
        "The council suspended Ada Brook for saying that the quay was lost.",
    ],
)
def test_whoever_is_punished_for_it_has_said_it(tellers, text):
    assert tellers(text) == [("the quay was lost", "Ada Brook")]


def test_whoever_blames_somebody_for_saying_it_is_quoted(tellers):
    told = tellers("The mayor criticised Ada Brook for suggesting that the quay was lost.")
    assert told == [
        ("Ada Brook for suggesting that the quay was lost", "The mayor"),
        ("the quay was lost", "Ada Brook"),
    ]


@pytest.mark.parametrize("verb", ["fined", "jailed", "fired"])
def test_nobody_speaks_who_is_punished_for_a_deed(tellers, verb):
    assert tellers(f"Tom Varga was {verb} for stealing a boat.") == []


@pytest.mark.parametrize(
    "what",
    [
        "retweeted a message that",
        "retweeted a post saying that",
        "forwarded an email which said that",
        "shared a post that said that",
        "shared a tweet saying that",
    ],
)
def test_whoever_passes_a_text_on_does_not_say_it(tellers, what):
    assert all(name != "Ada Brook" for _, name in tellers(f"Ada Brook {what} the quay was lost."))


@pytest.mark.parametrize("what", ["posted a message that", "sent a message that", "shared the view that"])
def test_whoever_writes_a_text_says_it(tellers, what):
    assert tellers(f"Ada Brook {what} the quay was lost.") == [("the quay was lost", "Ada Brook")]


@pytest.mark.parametrize("verb", ["cited", "quoted"])
@pytest.mark.parametrize(
    ("what", "who"),
    [
        ("a letter that warned that", "a letter"),
        ("a letter from Tom Varga that warned that", "Tom Varga"),
        ("a report by the council which said", "a report by the council"),
        ("a sailor who said", "a sailor"),
    ],
)
def test_a_text_or_person_that_somebody_cites_says_it(tellers, verb, what, who):
    assert tellers(f"Ada Brook {verb} {what} the quay was lost.") == [("the quay was lost", who)]
