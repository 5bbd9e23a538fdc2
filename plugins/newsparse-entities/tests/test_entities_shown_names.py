"""Which of its names an entity is called by: countries by their common one, people as names are written."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("Islamic Republic of Iran", "Iran"), "Iran"),
        (("Iran", "Islamic Republic of Iran"), "Iran"),
        (("State of Qatar", "Qatar"), "Qatar"),
        (("People's Republic of China", "China"), "China"),
        (("People’s Republic of Bangladesh", "Bangladesh"), "Bangladesh"),
        (("Socialist Republic of Vietnam", "Vietnam"), "Vietnam"),
        (("Islamic Republic of Iran",), "Islamic Republic of Iran"),
        (("United States of America", "U.S."), "United States of America"),
        (("United States of America", "United States"), "United States"),
        (("TARN HILL", "Tarn Hill"), "Tarn Hill"),
        (("Tarn", "Tarn County"), "Tarn County"),
    ],
)
def test_a_country_has_its_common_name_if_the_article_uses_it(read, names, shown):
    assert read(*(f"They left {{{name}:Location}}." for name in names)).names == [shown]


def test_the_formal_name_of_a_country_is_no_body(read):
    result = read("The {Socialist Republic of Vietnam:Organization} and the {Republic of Larkmoor:Organization} met.")
    assert [item.label for item in result.document.entities] == ["Location", "Organization"]


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("NADIA Holt", "Nadia Holt"), "Nadia Holt"),
        (("NADIA McHolt", "McHolt"), "Nadia McHolt"),
        (("NADIA HOLT", "Holt"), "Nadia Holt"),
        (("KLP Holt", "Holt"), "KLP Holt"),
        (("JJ Holt", "Holt"), "JJ Holt"),
        (("Tom Holt III", "Tom Holt", "Tom Holt III"), "Tom Holt III"),
        (("Tom HOLT", "Tom Holt"), "Tom Holt"),
    ],
)
def test_a_persons_name_is_not_shown_in_capitals(read, names, shown):
    assert read(*(f"They met {{{name}:Person}}." for name in names)).names == [shown]
