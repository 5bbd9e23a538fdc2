"""What an article says of a name decides what kind of thing it is, where the backend took it for another."""

from __future__ import annotations

import attrs
import pytest

from newsparse.testing import parsed

SPEAKS = {
    "its board": ("{Larkmoor:Person}'s board met on Sunday.", "Larkmoor", "Organization"),
    "shares of it": ("Shares of {Larkmoor:Person} fell.", "Larkmoor", "Organization"),
    "a role at it": ("The head of sales at {Larkmoor:Person} resigned.", "Larkmoor", "Organization"),
    "the rival": ("It will buy its rival {Larkmoor:Person}.", "Larkmoor", "Organization"),
    "founded": ("{Larkmoor:Person}, founded in 1979, grew.", "Larkmoor", "Organization"),
    "its own flights": ("Passengers of a {Larkmoor:Person} flight waited.", "Larkmoor", "Organization"),
    "start of a longer name": (
        "{Larkmoor Motors:Organization} fell. {Larkmoor:Person} had grown.",
        "Larkmoor",
        "Organization",
    ),
    "last word": ("{Fenwick Rail:Location} raised its fares.", "Fenwick Rail", "Organization"),
    "newspaper": ("She told the {Holm Courier:Facility} about it.", "Holm Courier", "Organization"),
    "wire service": ("TARN ({Holm Wire:Person}) — Rain fell.", "Holm Wire", "Organization"),
    "agency that is taken for a place": ("TARN ({HLW:Location}) — Rain fell.", "HLW", "Organization"),
    "club that plays": (
        "{Fenwick Town:Location} fought to beat {Tarn Rovers:Organization}.",
        "Fenwick Town",
        "Organization",
    ),
    "the drug": ("It made the drug {Zorabin:Organization}.", "Zorabin", "Product"),
    "a scooter": ("The {Zorabin:Misc}, a scooter, sold well.", "Zorabin", "Product"),
    "model number": ("The {Zorabin 4:Misc} is cheaper.", "Zorabin 4", "Product"),
    "street": ("He lived in {Holt Lane:Person} alone.", "Holt Lane", "Location"),
    "town after a street": ("Of 5 {Holt Lane:Person}, {Fenwick:Person}, he was born there.", "Fenwick", "Location"),
    "start of a firm's name": (
        "{Tarn Paper Inc.:Organization} fell. {Tarn:Location} had grown.",
        "Tarn",
        "Organization",
    ),
    "surname of a place with a title": ("{Anna Lane:Location} fell. Ms. {Lane:Person} rose.", "Anna Lane", "Person"),
    "a museum": ("It rained at the {Tarn Water Museum:Location}.", "Tarn Water Museum", "Facility"),
    "a hospital that acts": ("{Tarn Hospital:Organization}'s board met.", "Tarn Hospital", "Facility"),
    "a station": ("It rained at {Tarn Station:Location}.", "Tarn Station", "Facility"),
    "a body in another language": ("The {Fundação Nadia Holt:Person} paid.", "Fundação Nadia Holt", "Organization"),
    "a body after somebody with a title": (
        "The Dr. {Nadia Brook Holt Foundation:Organization} paid.",
        "Nadia Brook Holt Foundation",
        "Organization",
    ),
    "storm": ("Cyclone {Dora:Location} came.", "Cyclone Dora", "Misc"),
}

QUIET = {
    "a person's age": ("{Nadia Holt:Person}, 44, a spokeswoman of the company, left.", "Nadia Holt", "Person"),
    "someone's role": ("Said {Nadia Holt:Person}, the company's director.", "Nadia Holt", "Person"),
    "family name of someone": ("{Nadia Holt:Person} left. {Holt's:Person} board met.", "Holt", "Person"),
    "courtesy title": ("Mr. {Holt:Person}, founded on hope, left.", "Holt", "Person"),
    "a station that acts": ("{Tarn Radio Station:Organization} said no.", "Tarn Radio Station", "Organization"),
    "a building without a name": ("They met {Hall:Location} there.", "Hall", "Location"),
    "a person with a title": ("Dr. {Nadia Foundation:Person} paid.", "Nadia Foundation", "Person"),
    "a year": ("The {Fraud Act 2006:Misc} applies.", "Fraud Act 2006", "Misc"),
    "a conference": ("It met at the {COP 27:Misc} again.", "COP 27", "Misc"),
    "a place where a firm of its name is": (
        "{Tarn Paper Inc.:Organization} fell. It rained in {Tarn:Location}.",
        "Tarn",
        "Location",
    ),
    "a street with a given name": ("{Anna Lane:Location} was closed.", "Anna Lane", "Location"),
    "a town": ("{Fenwick Town:Location} lies by the sea.", "Fenwick Town", "Location"),
    "a place with a people": ("{Norway:Location}'s market grew.", "Norway", "Location"),
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
    result = read("{Larkmoor:Person} grew.", "Later {Larkmoor's:Person} shareholders met.", "{Larkmoor:Person} fell.")
    assert [mention.label for mention in result.document.mentions] == ["Organization"] * 3


def test_a_dateline_names_two_places(read):
    assert [m.text for m in read("{TARN BAY, Velia:Location} (AB) - Rain fell.").document.mentions] == [
        "TARN BAY",
        "Velia",
    ]


def test_parts_of_writings_are_no_names(read):
    assert "named" not in {mention.form for mention in read("He wrote of {Article 14:Misc} again.").document.mentions}


def test_a_weekday_is_a_date(read):
    assert read("Rain fell on {Tuesday:Misc} night.").mention("Tuesday").label == "Date"


@pytest.mark.parametrize(("confidence", "label"), [(0.99, "Location"), (0.6, "Organization")])
def test_a_place_of_which_the_model_is_sure_is_no_firm_of_its_name(extract, confidence, label):
    document = parsed("{Tarn Port Co Ltd:Organization} grew.", "{Tarn:Location} officials closed bars.")
    mentions = [attrs.evolve(item, confidence=confidence) for item in document.mentions]
    result = extract(document.with_layer("mentions", mentions))
    assert {item.label for item in result.document.mentions if item.text == "Tarn"} == {label}


def test_a_country_is_no_body_that_begins_with_its_name(read):
    result = read("{Kuwait Holdings Ltd:Organization} grew.", "{Kuwait:Location}'s board met.")
    assert result.mention("Kuwait").label == "Location"


def test_a_weekly_is_a_body(read):
    assert (
        read("According to the {Tarn Fishing Weekly:Misc}, it rained.").mention("Tarn Fishing Weekly").label
        == "Organization"
    )


def test_a_title_that_is_part_of_a_name_stays_in_it(read):
    result = read("{Nadia Amir Holt:Person} came.", "{Amir Holt:Person} left.", "Then {Amir Brandt:Person} left.")
    assert result.words("Nadia Amir Holt") == ["Nadia Amir Holt", "Amir Holt"]
    assert result.mention("Brandt").title.text == "Amir"


def test_a_government_by_its_head_makes_no_body_of_them(read):
    result = read("The {Holt Government:Organization} fell.", "{Holt:Person}'s Government was old.")
    assert result.mention("Holt").label == "Person"


@pytest.mark.parametrize(("confidence", "label"), [(0.6, "Person"), (0.99, "Organization")])
def test_a_doubtful_body_with_a_persons_last_name_is_that_person(extract, confidence, label):
    document = parsed("{Nadia Holt:Person} and a friend sew.", "The socks by {Holt:Organization} sold.")
    mentions = [attrs.evolve(item, confidence=confidence) for item in document.mentions]
    result = extract(document.with_layer("mentions", mentions))
    assert {item.label for item in result.document.mentions if item.text == "Holt"} == {label}


@pytest.mark.parametrize("title", ["Consul", "OC"])
def test_a_title_in_a_mention_is_no_part_of_the_name(read, title):
    result = read("{Nadia Holt:Person} came.", f"{{{title} Nadia Holt:Person}} left.")
    assert result.names == ["Nadia Holt"]
