"""What an article says of a name decides what kind of thing it is, where the backend took it for another."""

from __future__ import annotations

import pytest

SPEAKS = {
    "its board": ("{Larkmoor:P}'s board met on Sunday.", "Larkmoor", "Organization"),
    "shares of it": ("Shares of {Larkmoor:P} fell.", "Larkmoor", "Organization"),
    "a role at it": ("The head of sales at {Larkmoor:P} resigned.", "Larkmoor", "Organization"),
    "the rival": ("It will buy its rival {Larkmoor:P}.", "Larkmoor", "Organization"),
    "founded": ("{Larkmoor:P}, founded in 1979, grew.", "Larkmoor", "Organization"),
    "its own flights": ("Passengers of a {Larkmoor:P} flight waited.", "Larkmoor", "Organization"),
    "start of a longer name": ("{Larkmoor Motors:O} fell. {Larkmoor:P} had grown.", "Larkmoor", "Organization"),
    "last word": ("{Fenwick Rail:L} raised its fares.", "Fenwick Rail", "Organization"),
    "newspaper": ("She told the {Holm Courier:F} about it.", "Holm Courier", "Organization"),
    "wire service": ("TARN ({Holm Wire:P}) — Rain fell.", "Holm Wire", "Organization"),
    "club that plays": ("{Fenwick Town:L} fought to beat {Tarn Rovers:O}.", "Fenwick Town", "Organization"),
    "the drug": ("It made the drug {Zorabin:O}.", "Zorabin", "Product"),
    "a scooter": ("The {Zorabin:X}, a scooter, sold well.", "Zorabin", "Product"),
    "model number": ("The {Zorabin 4:X} is cheaper.", "Zorabin 4", "Product"),
    "street": ("He lived in {Holt Lane:P} alone.", "Holt Lane", "Location"),
    "town after a street": ("Of 5 {Holt Lane:P}, {Fenwick:P}, he was born there.", "Fenwick", "Location"),
    "storm": ("Cyclone {Dora:L} came.", "Cyclone Dora", "Misc"),
}

QUIET = {
    "a person's age": ("{Nadia Holt:P}, 44, a spokeswoman of the company, left.", "Nadia Holt", "Person"),
    "someone's role": ("Said {Nadia Holt:P}, the company's director.", "Nadia Holt", "Person"),
    "family name of someone": ("{Nadia Holt:P} left. {Holt's:P} board met.", "Holt", "Person"),
    "courtesy title": ("Mr. {Holt:P}, founded on hope, left.", "Holt", "Person"),
    "a year": ("The {Fraud Act 2006:X} applies.", "Fraud Act 2006", "Misc"),
    "a conference": ("It met at the {COP 27:X} again.", "COP 27", "Misc"),
    "a town": ("{Fenwick Town:L} lies by the sea.", "Fenwick Town", "Location"),
    "a place with a people": ("{Norway:L}'s market grew.", "Norway", "Location"),
}


@pytest.mark.parametrize("case", SPEAKS)
def test_the_words_around_a_name_correct_its_class(read, case):
    sentence, name, label = SPEAKS[case]
    assert read(sentence).mention(name).label == label


@pytest.mark.parametrize("case", QUIET)
def test_a_class_stays_where_nothing_speaks_against_it(read, case):
    sentence, name, label = QUIET[case]
    assert read(sentence).mention(name).label == label


def test_a_sign_counts_for_every_use_of_the_name(read):
    result = read("{Larkmoor:P} grew.", "Later {Larkmoor's:P} shareholders met.", "{Larkmoor:P} fell.")
    assert [mention.label for mention in result.document.mentions] == ["Organization"] * 3


def test_a_dateline_names_two_places(read):
    assert [m.text for m in read("{TARN BAY, Velia:L} (AB) - Rain fell.").document.mentions] == ["TARN BAY", "Velia"]


def test_parts_of_writings_are_no_names(read):
    assert "named" not in {mention.form for mention in read("He wrote of {Article 14:X} again.").document.mentions}


def test_a_weekday_is_a_date(read):
    assert read("Rain fell on {Tuesday:X} night.").mention("Tuesday").label == "Date"
