"""Who denies it: whoever is accused right before, and nobody where that is open."""

from __future__ import annotations

import pytest

PAUL, TOM, NOBODY = ("Paul Kell", True), ("Tom Varga", True), ("He", False)


@pytest.mark.parametrize(
    "accusation",
    [
        "Tom Varga sued Paul Kell.",
        "Tom Varga has sued Paul Kell over the boat.",
        "Prosecutor Tom Varga charged Paul Kell with fraud.",
        "Tom Varga accused Paul Kell of theft.",
        "Tom Varga blamed Paul Kell for the fire.",
        "Tom Varga prosecuted Paul Kell for fraud.",
        "Tom Varga accused Paul Kell of theft. The boat was lost.",
        "Jane Holt said Tom Varga had sued Paul Kell.",
    ],
)
@pytest.mark.parametrize("denial", ["denied owing the money", "rejected the allegations", "denies any wrongdoing"])
def test_whoever_is_accused_denies_it(last, accusation, denial):
    assert last(f"{accusation} He {denial}.") == PAUL


@pytest.mark.parametrize("denial", ["dismissed the claim that she had lied", "disputed that she had lied"])
def test_a_woman_who_is_accused_denies_it(pipeline, denial):
    text = f"Ada Brook accused Jane Holt of lying. She {denial}."
    whole = [quote for quote in pipeline(text).quotes if quote.within is None]
    assert whole[-1].speaker.name == "Jane Holt"


@pytest.mark.parametrize(
    "accusation",
    [
        "Tom Varga was sued by Paul Kell.",
        "Tom Varga is accused of stealing from Paul Kell.",
        "A sailor accused Tom Varga of theft.",
        "Tom Varga sued Ada Brook.",
        "Tom Varga sued the city.",
        "Tom Varga, who sued Paul Kell, left.",
    ],
)
def test_whoever_is_not_accused_by_another_of_that_gender_denies_it(last, accusation):
    assert last(f"{accusation} He denied that the boat was lost.") == TOM


@pytest.mark.parametrize(
    "accusation",
    [
        "Tom Varga sued a sailor.",
        "Tom Varga accused the baker of theft.",
        "Tom Varga accused his brother of theft.",
        "Ada Brook accused Tom Varga and Paul Kell of theft.",
        "Tom Varga said Paul Kell stole the boat.",
        "“Paul Kell stole the boat,” Tom Varga said.",
    ],
)
def test_it_stays_open_who_denies_it_where_several_may(last, accusation):
    assert last(f"{accusation} He denied owing the money.") == NOBODY


@pytest.mark.parametrize(
    "denial",
    [
        "denied that the suit was political",
        "disputed that the charge was invented",
        "denied that the case was lost",
    ],
)
def test_it_stays_open_who_denies_something_about_the_accusation_itself(last, denial):
    assert last(f"Tom Varga sued Paul Kell. He {denial}.") == NOBODY


@pytest.mark.parametrize("denial", ["denied the charge", "dismissed the accusation"])
def test_whoever_is_accused_denies_the_accusation(last, denial):
    assert last(f"Tom Varga sued Paul Kell. He {denial}.") == PAUL


def test_whoever_accuses_goes_on_with_other_words(last):
    assert last("Tom Varga sued Paul Kell. He claimed that Kell owed him money.") == TOM


@pytest.mark.parametrize("things", ["The gates were old.", "The harbour gates were shut.", "The ships are late."])
@pytest.mark.parametrize("denial", ["denied this", "denied that anyone was hurt", "rejected the claims"])
def test_things_do_not_deny_anything(pipeline, things, denial):
    told = pipeline(f"{things} They {denial}.").quotes
    assert all(quote.speaker is None or quote.speaker.kind == "unresolved" for quote in told)
