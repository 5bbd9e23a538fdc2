"""More ways in which somebody confirms a claim, or takes back their own; and whose claim or figure is meant."""

from __future__ import annotations

import pytest

CLAIM = "Lena Marsh said the roof of the school had collapsed."


def effects(found, words="collapsed"):
    """What is done to each claim of the first article that has these words, and by whom."""
    first = [item for item in found if item.place.document == "2026-03-02" and item.place.text.endswith(words)]
    return {(effect.effect, effect.by) for item in first[:1] for effect in item.effects}


@pytest.mark.parametrize(
    "answer",
    [
        "Paul Stein came to the same conclusion.",
        "Paul Stein told the same story as Lena Marsh.",
        "Paul Stein gave a similar account.",
        "Paul Stein gave a similar account of events.",
        "Paul Stein came to the same conclusion on Monday.",
    ],
)
def test_who_tells_the_same_story_confirms_it(statuses, answer):
    assert effects(statuses(f"{CLAIM} {answer}")) == {("confirmed", "Paul Stein")}


@pytest.mark.parametrize("answer", ["Her claim turned out to be true.", "The claim proved correct."])
def test_what_is_found_to_be_so_is_confirmed(statuses, answer):
    assert {effect for effect, _ in effects(statuses(f"{CLAIM} {answer}"))} == {"confirmed"}


@pytest.mark.parametrize(
    "answer",
    [
        "Paul Stein heard the same story.",
        "Paul Stein did not come to the same conclusion.",
        "Paul Stein wore a similar coat.",
        "Paul Stein came to the same conclusion about the bridge.",
        "Paul Stein gave a similar account of the match.",
        "Paul Stein told the same story twice.",
        "Paul Stein has often given the same account.",
        "Paul Stein told the same story again and again.",
        "Paul Stein told the same tale every time.",
        "The claim did not turn out to be true.",
        "Lena Marsh insists that her claim is right.",
    ],
)
def test_what_is_built_alike_confirms_nothing(statuses, answer):
    assert "confirmed" not in {effect for effect, _ in effects(statuses(f"{CLAIM} {answer}"))}


@pytest.mark.parametrize(
    "answer",
    [
        "Marsh rowed back.",
        "Marsh rowed back from that.",
        "Marsh recanted.",
        "Marsh ate her words.",
        "Marsh issued a retraction.",
        "Marsh no longer claims that.",
        "Marsh has since changed her story.",
        "Marsh dropped her claim.",
        "Marsh disowned her own claim.",
        "Marsh apologised for saying that the roof of the school had collapsed.",
        "Marsh said she had misspoken.",
        "Marsh amended her statement.",
    ],
)
def test_who_takes_a_claim_back(statuses, answer):
    assert {effect for effect, _ in effects(statuses(f"{CLAIM} {answer}"))} == {"corrected"}


@pytest.mark.parametrize(
    "answer",
    [
        "Marsh rowed back to the shore.",
        "Paul Stein recanted.",
        "Marsh changed her shoes.",
        "Marsh changed the story of the film.",
        "Marsh dropped her claim for damages.",
        "Marsh dropped her bag.",
        "Marsh painted her own house.",
        "Marsh no longer works there.",
        "They wanted to persuade Marsh to recant.",
        "Marsh apologised for the noise, saying that the roof of the school had collapsed.",
    ],
)
def test_who_does_something_else_takes_nothing_back(statuses, answer):
    assert "corrected" not in {effect for effect, _ in effects(statuses(f"{CLAIM} {answer}"))}


def test_whoever_speaks_for_a_side_made_its_claim(statuses):
    claim = "The prosecutor, Lena Marsh, said the clerk took 310 crowns."
    answer = "Nora Beck said it rained. Paul Stein rejected the prosecution's claim."
    found = statuses(f"{claim} {answer}")
    assert [item.place.text for item in found if "disputed" in item.labels] == ["the clerk took 310 crowns"]


def test_a_number_is_rather_one_that_somebody_gives(statuses):
    found = statuses(
        "Orla Trains said 45 percent of its trains ran. 2,000 guards are on strike. Paul Stein disputed that number."
    )
    assert [item.place.text for item in found if "disputed" in item.labels] == ["45 percent"]


def test_who_disagrees_with_somebody_means_what_they_said_and_not_a_figure_of_it(statuses):
    found = statuses("Lena Marsh said the school had 310 pupils, too many for its yard. Paul Stein contradicted her.")
    disputed = [item for item in found if "disputed" in item.labels]
    assert [item.kind for item in disputed] == ["quote"]


@pytest.mark.parametrize(
    "words", ["Organisers spoke of 800 people.", "He counted 800 people.", "The union counted 800."]
)
def test_a_figure_that_somebody_counts_is_reported(statuses, words):
    assert [item.base for item in statuses(words) if item.kind == "figure"] == ["reported"]


def test_a_clause_that_somebody_dismisses_is_denied(statuses):
    found = statuses("Paul Stein dismissed that the roof of the school had collapsed.")
    assert [item.base for item in found] == ["denied"]
