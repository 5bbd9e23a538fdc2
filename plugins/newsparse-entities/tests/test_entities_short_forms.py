"""Short forms of places, storms, laws and bodies by the noun for their kind."""

from __future__ import annotations

import pytest

from newsparse.testing import parsed

ONE = {
    "initials in small letters": (
        "The {Council on Foreign Ice in Velia:Organization} ({Cofiv:Organization}) met.",
        "{Cofiv:Organization} left.",
    ),
    "blanks inside the brackets": (
        "The {Velian Institute of Social Safety:Organization} ( {IESS:Organization} ) met.",
        "The {IESS:Organization} left.",
    ),
    "the full name in brackets": (
        "{EAAB:Organization} ({Empresa de Aguas Altas de Bolva:Organization}) met.",
        "{EAAB:Organization} left.",
    ),
    "the UN in short and in full": (
        "The {UN Harbour Programme:Organization} met.",
        "The {United Nations Harbour Programme:Organization} left.",
    ),
    "a ministry by its field": (
        "The {Department of Harbour Affairs:Organization} met.",
        "{Harbour Affairs:Organization} left.",
    ),
    "county": ("{Tarn County:Location} flooded.", "{Tarn:Location} was cut off."),
    "storm": ("{Cyclone Dora:Misc} came.", "{Dora:Misc} went."),
    "law with an acronym": ("The {Clean Harbours Act:Misc} (CHA) holds.", "The {CHA:Misc} is old."),
    "assembly": ("The {Tarn National Assembly:Organization} met.", "The {Assembly:Organization} left."),
    "ministry": ("The {Ministry of Ports:Organization} met.", "The {Ministry:Organization} left."),
    "club of several": ("{Tarn Foxes:Organization} won.", "{Foxes:Organization} are second."),
    "club": ("{Tarn Rovers:Organization} won.", "{Rovers:Organization} are second."),
}

SEVERAL = {
    "another bank of a country": (
        "The {Farm Bank of China:Organization} met.",
        "The {Bank of China:Organization} left.",
        2,
    ),
    "what a commission is on": (
        "The {Joint Commission on Tarn Waters:Organization} met.",
        "{Tarn Waters:Organization} left.",
        2,
    ),
    "two counties": ("{Tarn County:Location} and {Tarn District:Location} flooded.", "{Tarn:Location} was cut off.", 3),
    "two clubs of several": (
        "{Tarn Foxes:Organization} met {Ashdon Foxes:Organization}.",
        "{Foxes:Organization} won.",
        3,
    ),
    "a firm of several": ("{Tarn Industries:Organization} fell.", "{Industries:Organization} rose.", 2),
    "two assemblies": (
        "The {Tarn Assembly:Organization} met the {Ashdon Assembly:Organization}.",
        "The {Assembly:Organization} left.",
        3,
    ),
    "a short form before the full name": (
        "The {Assembly:Organization} left.",
        "The {Tarn National Assembly:Organization} met.",
        2,
    ),
}


@pytest.mark.parametrize("case", ONE)
def test_a_short_form_means_the_only_thing_of_its_kind(read, case):
    first, second = ONE[case]
    assert len(read(first, second).names) == 1


@pytest.mark.parametrize("case", SEVERAL)
def test_a_short_form_of_several_stays_apart(read, case):
    first, second, count = SEVERAL[case]
    assert len(read(first, second).names) == count


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The {Ministry of Ports:Organization} met. Then the Ministry left.", ["Ministry of Ports", "Ministry"]),
        ("The {Ministry of Ports:Organization} met. Then a Ministry left.", ["Ministry of Ports"]),
        (
            "The {Ministry of Ports:Organization} met the {Ministry of Roads:Organization}. Then the Ministry left.",
            ["Ministry of Ports", "Ministry of Roads"],
        ),
    ],
    ids=["the only one", "any", "two"],
)
def test_a_noun_for_bodies_in_capitals_is_the_only_one_of_that_kind(extract, text, names):
    document = extract(parsed(text)).document
    assert [item.text for item in document.mentions if item.form == "named"] == names


@pytest.mark.parametrize(
    ("full", "short"),
    [("Farmers Bank of China", "Bank of China"), ("Kelby University of Kenya", "University of Kenya")],
)
def test_a_body_of_a_country_is_not_another_with_more_words_before(read, full, short):
    assert read(f"{{{full}:Organization}} lent.", f"{{{short}:Organization}} did not.").names == [full, short]


def test_a_kind_of_body_with_another_noun_is_a_short_form(read):
    first, second = (
        "{Larkmoor Institute of Marine Studies:Organization} met.",
        "{Institute of Marine Studies:Organization} left.",
    )
    assert len(read(first, second).names) == 1
