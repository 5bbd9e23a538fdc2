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


@pytest.fixture
def everyone(pipeline):
    """The names of all who say the last quote of a text, outside of other quotes."""

    def found(text):
        document = pipeline(text)
        speaker = [quote for quote in document.quotes if quote.within is None][-1].speaker
        names = {entity.id: entity.name for entity in document.entities}
        return [speaker.name, *(names[other] for other in speaker.others)]

    return found


@pytest.mark.parametrize(
    "accusation",
    [
        "Police accused Tom Varga and Paul Kell of opening the gates.",
        "The council sued Tom Varga and Paul Kell over the quay.",
        "Guards arrested Tom Varga and Paul Kell at noon.",
        "Tom Varga and Paul Kell were charged with theft by the police.",
    ],
)
@pytest.mark.parametrize("denial", ["denied taking the boat", "rejected the allegations"])
def test_all_who_are_accused_deny_it_together(everyone, accusation, denial):
    assert everyone(f"{accusation} They {denial}.") == ["Tom Varga", "Paul Kell"]


def test_those_who_are_accused_go_on_after_they_have_denied_it(everyone):
    text = "Police accused Ada Brook and Jane Holt of theft. They denied the charge and said the till was empty."
    assert everyone(text) == ["Ada Brook", "Jane Holt"]


@pytest.mark.parametrize(
    "accusation",
    [
        "Police accused two men of theft.",
        "Police accused Tom Varga and a guard of theft.",
        "Tom Varga and Paul Kell were arrested. Police said a boat was gone.",
    ],
)
def test_it_stays_open_who_they_are_where_some_have_no_name_or_others_may_be_meant(last, accusation):
    assert last(f"{accusation} They denied that force had been used.") == ("They", False)


def test_one_who_is_accused_is_not_they(last):
    assert last("Police accused Tom Varga of theft. They denied that he had been beaten.") == ("Police", False)


@pytest.mark.parametrize(
    ("before", "answer", "who"),
    [
        ("Police say Tom Varga and Paul Kell stole a boat.", "Both men denied it.", "Both men"),
        ("Officials said the guards had left.", "The guards denied this.", "The guards"),
        ("The council said the quay was safe.", "The owners disagreed.", "The owners"),
        ("Prosecutors said the bakers had lied.", "The two bakers rejected that.", "The two bakers"),
    ],
)
def test_whoever_answers_a_group_goes_on(last, before, answer, who):
    assert last(f"{before} {answer} They said nobody had been there.") == (who, False)


@pytest.mark.parametrize(
    ("before", "between", "who"),
    [
        ("Police said a man was armed.", "He refused to talk.", "Police"),
        ("The unions said talks had failed.", "The nurses will strike in May.", "The unions"),
        ("Two sailors said the quay was old.", "The gates were shut.", "Two sailors"),
        ("Two sailors said that the guards had denied it.", "It rained.", "Two sailors"),
    ],
)
def test_a_group_goes_on_where_nobody_answers_it(last, before, between, who):
    assert last(f"{before} {between} They said nobody had been there.") == (who, False)
