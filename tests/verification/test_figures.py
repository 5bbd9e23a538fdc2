"""Figures of a draft: the same, consistent, with another value, unit, bound or date, or nowhere."""

from __future__ import annotations

import pytest

from newsparse.verification import verify


@pytest.fixture
def check(made):
    """Gives the finding on the one figure of a text."""

    def check(text, words, source, **fields):
        (finding,) = verify(made(text, figures=[(words, fields)]), [source]).findings
        return finding

    return check


def test_the_same_figure_is_found_whatever_its_form(port, check):
    found = check("At Orla 3400 dock workers walked out.", "3400", port, value=3400, subject="dock workers")
    assert (found.checked, found.verdict, found.there.text) == ("figure", "verbatim", "3,400")


@pytest.mark.parametrize(
    ("text", "words", "fields", "verdict", "there"),
    [
        ("Varga runs seven ferries.", "seven", {"value": 7, "subject": "ferries"}, "value", "nine"),
        (
            "The deal costs the line €8 million a year.",
            "€8 million",
            {"value": 8000000, "kind": "money", "currency": "EUR", "per": "year"},
            "unit",
            "$8 million",
        ),
        (
            "It costs the line, and at most 65 trucks stayed at home in March.",
            "65",
            {"low": None, "high": 65, "bound": "at most", "subject": "trucks"},
            "bound",
            "at least 65",
        ),
    ],
)
def test_what_is_wrong_with_a_figure_is_named(port, text, words, fields, verdict, there, check):
    found = check(text, words, port, **fields)
    assert (found.verdict, [item.part for item in found.differences]) == (verdict, [verdict])
    assert found.differences[0].there.text == there


@pytest.mark.parametrize(
    ("here", "there"),
    [("on Friday", "on Monday"), ("on 3 May", "on 4 May"), ("in 2019", "in 2021"), ("in June", "in March")],
)
def test_another_date_is_a_difference_of_the_nearest_figure(here, there, check, made):
    source = made(f"Some 3,400 dock workers walked out {there}.", figures=[("3,400", {"value": 3400})])
    found = check(f"Some 3,400 dock workers walked out {here}.", "3,400", source, value=3400)
    (difference,) = found.differences
    assert (found.verdict, difference.here.text in here, difference.there.text in there) == ("date", True, True)


def test_a_day_counted_from_another_day_is_no_difference(check, made):
    source = made("Some 3,400 dock workers walked out yesterday.", figures=[("3,400", {"value": 3400})])
    assert check("Some 3,400 dock workers walked out on Monday.", "3,400", source, value=3400).verdict == "verbatim"


@pytest.mark.parametrize(
    ("words", "fields"),
    [("about 3,500", {"value": 3500, "exactness": "about"}), ("3,400", {"value": 3400})],
)
def test_less_exact_figures_are_consistent(words, fields, check, made):
    source = made("The strike of 3,412 dock workers ended.", figures=[("3,412", {"value": 3412})])
    assert check(f"The strike of {words} dock workers ended.", words, source, **fields).verdict == "consistent"


def test_a_figure_about_something_else_is_absent(port, check):
    found = check("The museum sold 61 paintings.", "61", port, value=61, subject="paintings")
    assert (found.verdict, found.there) == ("absent", None)


def test_an_equal_numeral_elsewhere_does_not_support(port, check):
    found = check("The museum sold nine old paintings.", "nine", port, value=9, subject="paintings")
    assert found.verdict == "absent"


def test_words_that_the_source_has_with_the_same_words_around_support_however_they_were_read(check, made):
    source = made("Of the coaches, four went north by night.", figures=[("four", {"value": 4, "kind": "rank"})])
    found = check("Of the coaches, four went north by night.", "four", source, value=5)
    assert (found.verdict, found.there.text) == ("verbatim", "four")


def test_a_figure_in_a_quotation_that_the_source_has_is_supported(made):
    source = made("“I have 12 boats,” Ada Brook said.")
    draft = made(
        "“I have 12 boats,” said Ada Brook.",
        quotes=[("I have 12 boats,", "Ada Brook", "Ada Brook")],
        figures=[("12", {"value": 12})],
    )
    assert [item.verdict for item in verify(draft, [source]).findings] == ["verbatim", "verbatim"]


@pytest.mark.parametrize(
    ("source", "in_sources", "in_archive"),
    [
        ("Three children were born in Sund.", "verbatim", "absent"),
        ("The storm of Monday left three children in the old harbour without shoes.", "verbatim", "absent"),
        ("Three children were hurt when the bus left the road at Orla.", "verbatim", "verbatim"),
        ("Four children were hurt when the bus left the road at Orla.", "value", "value"),
    ],
)
def test_a_figure_of_an_archive_supports_one_only_where_the_sentences_are_alike(source, in_sources, in_archive, made):
    number = {"Three": 3, "three": 3, "Four": 4}
    words = next(word for word in number if word in source)
    there = made(source, figures=[(words, {"value": number[words], "subject": "children"})])
    text = "Three children were hurt when a bus left the road near Orla on Monday."
    draft = made(text, figures=[("Three", {"value": 3, "subject": "children"})])
    (one,), (other,) = verify(draft, [there]).findings, verify(draft, [], archive=[there]).findings
    assert (one.verdict, other.verdict) == (in_sources, in_archive)
