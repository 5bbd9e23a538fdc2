"""Offices without a name: nobody has one whom the article does not give it, nor one of another rank."""

from __future__ import annotations

import pytest

SPOKE = "Paul Duval insisted that the plan would work."


@pytest.mark.parametrize("who", ["the prime minister", "the minister", "the mayor", "the judge", "the governor"])
@pytest.mark.parametrize("gap", [" ", "\n\n", " Rain fell on the square. "])
def test_a_post_is_nobodys_to_whom_the_article_gives_no_office(last, who, gap):
    assert last(f"{SPOKE}{gap}“It costs too much,” {who} said.") == (who, False)


@pytest.mark.parametrize(
    "known",
    [
        "Mayor Paul Duval insisted that the plan would work.",
        "Paul Duval, the mayor, insisted that the plan would work.",
        f"{SPOKE} He has been mayor since May.",
        "Paul Duval was elected mayor in May.\n\nDuval insisted that the plan would work.",
    ],
)
def test_a_post_is_that_of_whoever_has_it_in_the_article(last, known):
    assert last(f"{known} “It costs too much,” the mayor said.") == ("Paul Duval", True)


@pytest.mark.parametrize("who", ["the singer", "the official", "the 34-year-old"])
def test_what_many_can_be_is_said_of_whoever_spoke_last(last, who):
    assert last(f"{SPOKE}\n\n“It costs too much,” {who} said.") == ("Paul Duval", True)


RANKS = {
    "chief judge": ("The judge", "Chief Judge Ada Brook"),
    "prime minister": ("The minister", "Prime Minister Ada Brook"),
    "vice president": ("The president", "Vice President Ada Brook"),
    "deputy director": ("The director", "Deputy director Ada Brook"),
}


@pytest.mark.parametrize(("who", "named"), RANKS.values(), ids=RANKS)
def test_whoever_is_named_next_is_of_the_same_rank(last, who, named):
    assert last(f"{who} said the quay was old. {named} came at noon.") == (who, False)


@pytest.mark.parametrize(("who", "named"), [RANKS["chief judge"], RANKS["prime minister"], RANKS["vice president"]])
def test_whoever_spoke_before_somebody_of_another_rank_was_named_goes_on(last, who, named):
    text = f"{who} said the quay was old. Rain fell. {named} came at noon."
    assert last(f"{text}\n\n“It will sink,” {who.lower()} said.") == (who.lower(), False)


@pytest.mark.parametrize(
    ("who", "named"),
    [
        ("The judge", "Judge Ada Brook"),
        ("The deputy director", "Deputy director Ada Brook"),
        ("The prime minister", "Prime Minister Ada Brook"),
    ],
)
def test_an_office_of_the_same_rank_is_that_of_whoever_is_named_next(last, who, named):
    assert last(f"{who} said the quay was old. {named} came at noon.") == ("Ada Brook", True)


def test_the_judge_is_the_chief_judge_who_was_named_before(last):
    assert last("Chief Judge Ada Brook came at noon. “It will sink,” the judge said.") == ("Ada Brook", True)
