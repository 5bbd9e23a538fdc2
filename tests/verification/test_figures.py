"""Figures of a draft: the same, consistent, with another value, unit, bound or date, or nowhere."""

from __future__ import annotations

import attrs
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


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (["In June 9 ferries sailed.", "In July 9 ferries sailed."], "In July 9 ferries sailed."),
        (["On 3 May 9 ferries sailed.", "On 4 May 9 ferries sailed."], "On 4 May 9 ferries sailed."),
    ],
)
def test_of_sentences_that_only_differ_in_dates_the_one_of_the_same_date_counts(lines, line, made):
    text, value = "\n\n".join(lines), {"value": 9}
    starts = [0, len(lines[0])]
    claims = [made(" " * at + text[at:], figures=[("9", value)]).numbers[0] for at in starts]
    (finding,) = verify(made(line, figures=[("9", value)]), [made(text).with_layer("numbers", claims)]).findings
    assert (finding.verdict, finding.differences) == ("verbatim", ())


@pytest.mark.parametrize(("line", "verdict"), [("Forecast: 77 percent", "verbatim"), ("Forecast: 55 percent", "value")])
def test_a_short_line_is_the_same_where_all_its_words_are(line, verdict, made):
    percent = {"value": 90, "kind": "percent"}
    source = made("Forecast: 90 percent\n\nForecast: 77 percent", figures=[("90 percent", percent)])
    words = line.removeprefix("Forecast: ")
    draft = made(line, figures=[(words, {"value": int(words.split()[0]), "kind": "percent"})])
    (finding,) = verify(draft, [source]).findings
    assert finding.verdict == verdict


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


def amount(words, value, kind, **fields):
    return words, {"value": value, "kind": kind, **fields}


QUARTER, QUARTERS = amount("a quarter", "0.25", "fraction"), amount("three quarters", "0.75", "fraction")
THIRD = amount("a third", "0.3333333333333333", "fraction")
HALF_HOUR = amount("an hour and a half", "1.5", "duration", unit="hour")
MILES, TONNES = amount("25 miles", 25, "measure", unit="mile"), amount("two tonnes", 2, "measure", unit="tonne")

PER_YEAR = amount("$12 a year", 12, "money", currency="USD", per="year")
EUROS = amount("€9 a month", 9, "money", currency="EUR", per="month")


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (amount("25 percent", 25, "percent"), QUARTER),
        (amount("one in four", 1, "ratio", per="4"), amount("25%", 25, "percent")),
        (amount("three out of four", 3, "ratio", per="4"), QUARTERS),
        (amount("two out of eight", 2, "ratio", per="8"), amount("one in four", 1, "ratio", per="4")),
        (amount("33 percent", 33, "percent"), THIRD),
        (amount("half a point", "0.5", "percentage-point"), amount("50 basis points", 50, "basis-point")),
        (amount("24 months", 24, "duration", unit="month"), amount("two years", 2, "duration", unit="year")),
        (amount("90 minutes", 90, "duration", unit="minute"), HALF_HOUR),
        (amount("2,000 kilograms", 2000, "measure", unit="kilogram"), TONNES),
        (amount("100 metres", 100, "measure", unit="metre"), amount("328 feet", 328, "measure", unit="foot")),
        (MILES, amount("40 kilometres", 40, "measure", unit="kilometre")),
        (amount("three kilometres", 3, "measure", unit="kilometre"), amount("two miles", 2, "measure", unit="mile")),
        (
            amount("62 miles per hour", 62, "measure", unit="mile", per="hour"),
            amount("100 km/h", 100, "measure", unit="kilometre", per="hour"),
        ),
        (
            amount("41 degrees Fahrenheit", 41, "measure", unit="degree Fahrenheit"),
            amount("5 degrees Celsius", 5, "measure", unit="degree Celsius"),
        ),
        (
            amount("20 to 30 miles", None, "measure", low=20, high=30, unit="mile"),
            amount("32 to 48 kilometres", None, "measure", low=32, high=48, unit="kilometre"),
        ),
    ],
)
def test_a_figure_written_another_way_is_found_in_either_direction(here, there, check, made):
    for (words, fields), (others, known) in ((here, there), (there, here)):
        source = made(f"It was {others} at Orla on Monday.", figures=[(others, known)])
        found = check(f"It was {words} at Orla on Monday.", words, source, **fields)
        assert (found.verdict, found.differences) == ("consistent", ())
        assert found.reason == f"the same as {others!r}, converted"


@pytest.mark.parametrize(
    ("here", "there", "verdict"),
    [
        (amount("35 percent", 35, "percent"), QUARTER, "value"),
        (amount("30 percent", 30, "percent"), THIRD, "value"),
        (amount("a quarter", "0.25", "fraction"), amount("26 percent", 26, "percent"), "value"),
        (amount("one in three", 1, "ratio", per="3"), QUARTER, "value"),
        (amount("23 months", 23, "duration", unit="month"), amount("two years", 2, "duration", unit="year"), "value"),
        (amount("two hours", 2, "duration", unit="hour"), amount("90 minutes", 90, "duration", unit="minute"), "value"),
        (amount("two kilograms", 2, "measure", unit="kilogram"), TONNES, "unit"),
        (amount("50 kilometres", 50, "measure", unit="kilometre"), MILES, "value"),
        (amount("44 kilometres", 44, "measure", unit="kilometre"), MILES, "value"),
        (amount("5 miles", 5, "measure", unit="mile"), amount("9 km", 9, "measure", unit="kilometre"), "value"),
        (amount("25 percentage points", 25, "percentage-point"), QUARTER, "value"),
        (
            amount("$12 a year", 12, "money", currency="USD", per="year"),
            amount("€9", 9, "money", currency="EUR"),
            "value",
        ),
    ],
)
def test_a_wrong_conversion_is_named_once(here, there, verdict, check, made):
    (words, fields), (others, known) = here, there
    source = made(f"It was {others} at Orla on Monday.", figures=[(others, known)])
    found = check(f"It was {words} at Orla on Monday.", words, source, **fields)
    assert (found.verdict, [item.part for item in found.differences]) == (verdict, [verdict])


@pytest.mark.parametrize(
    ("here", "there", "verdict"),
    [
        (("doubled", 2, "multiplier", "up"), ("100 percent", 100, "percent", "up"), "consistent"),
        (("tripled", 3, "multiplier", "up"), ("200 percent", 200, "percent", "up"), "consistent"),
        (("halved", "0.5", "multiplier", "down"), ("50 percent", 50, "percent", "down"), "consistent"),
        (("halved", "0.5", "multiplier", "down"), ("half", "0.5", "fraction", "down"), "verbatim"),
        (("doubled", 2, "multiplier", "up"), ("50 percent", 50, "percent", "up"), "value"),
        (("doubled", 2, "multiplier", "up"), ("100 percent", 100, "percent", "down"), "value"),
        (("a third", "0.33333333", "fraction", "down"), ("33 percent", 33, "percent", "up"), "value"),
    ],
)
def test_a_change_told_as_a_multiple_is_one_told_as_a_share(here, there, verdict, made):
    documents = []
    for words, value, kind, direction in (here, there):
        document = made(f"Traffic at Orla {words} in May.", figures=[(words, {"value": value, "kind": kind})])
        claims = [attrs.evolve(item, role="change", direction=direction) for item in document.numbers]
        documents.append(document.with_layer("numbers", claims))
    for draft, source in (documents, documents[::-1]):
        (found,) = verify(draft, [source]).findings
        assert found.verdict == verdict


def test_a_difference_of_temperature_is_converted_without_the_zero_of_the_scale(made):
    documents = []
    for words, value, unit in (("1.5 C", "1.5", "degree Celsius"), ("2.7 F", "2.7", "degree Fahrenheit")):
        fields = {"value": value, "kind": "measure", "unit": unit}
        document = made(f"Orla grew warmer by {words} in May.", figures=[(words, fields)])
        claims = [attrs.evolve(item, role="change", direction="up") for item in document.numbers]
        documents.append(document.with_layer("numbers", claims))
    (found,) = verify(documents[0], [documents[1]]).findings
    assert found.verdict == "consistent"


def degrees(number, scale=""):
    return amount(f"{number} degrees {scale}".strip(), number, "measure", unit=f"degree {scale}".strip())


@pytest.mark.parametrize(
    ("here", "there", "verdict"),
    [
        (degrees(5), degrees(5, "Celsius"), "verbatim"),
        (degrees(5), degrees(41, "Fahrenheit"), "consistent"),
        (degrees(5), degrees(5), "verbatim"),
        (degrees(5), degrees(9, "Celsius"), "value"),
        (degrees(5, "Fahrenheit"), degrees(5, "Celsius"), "unit"),
    ],
)
def test_a_scale_that_a_text_leaves_open_is_any_that_fits(here, there, verdict, check, made):
    for (words, fields), (others, known) in ((here, there), (there, here)):
        source = made(f"It was {others} at Orla on Monday.", figures=[(others, known)])
        assert check(f"It was {words} at Orla on Monday.", words, source, **fields).verdict == verdict


DOLLARS = amount("$8 million", 8000000, "money", unit="dollar")


@pytest.mark.parametrize(
    ("there", "verdict"),
    [
        (amount("$8,000,000", 8000000, "money", currency="USD"), "verbatim"),
        (amount("$8 million", 8000000, "money", currency="AUD"), "verbatim"),
        (amount("€8 million", 8000000, "money", currency="EUR"), "unit"),
        (amount("8 million pesos", 8000000, "money", unit="peso"), "unit"),
        (amount("$9 million", 9000000, "money", currency="USD"), "value"),
    ],
)
def test_a_sign_that_several_currencies_share_is_any_of_them(there, verdict, check, made):
    (words, fields), (others, known) = DOLLARS, there
    source = made(f"It cost {others} at Orla on Monday.", figures=[(others, known)])
    assert check(f"It cost {words} at Orla on Monday.", words, source, **fields).verdict == verdict


def test_coins_of_a_currency_left_open_are_hundredths_of_it(check, made):
    source = made("It lost $0.84 a share.", figures=[amount("$0.84", "0.84", "money", currency="USD")])
    found = check("It lost 84 cents a share.", "84 cents", source, value=84, kind="money", unit="cent")
    assert found.verdict == "verbatim"


def test_the_same_words_are_the_same_figure_however_the_currency_was_read(check, made):
    source = made(
        "It lost 84 cents a share.", figures=[("84 cents", {"value": "0.84", "kind": "money", "currency": "USD"})]
    )
    found = check("It lost 84 cents a share.", "84 cents", source, value=84, kind="money", unit="cent")
    assert found.supported


@pytest.mark.parametrize(
    ("per", "words", "verdict", "here", "there"),
    [
        ("week", "a week", "unit", "$8 million a week", "$8 million a day"),
        ("day", "per day", "verbatim", None, None),
        (None, "in all", "verbatim", None, None),
    ],
)
def test_what_is_behind_the_same_words_of_a_figure_counts(per, words, verdict, here, there, check, made):
    money = {"value": 8000000, "kind": "money", "currency": "USD"}
    source = made("Ada Brook put the loss at $8 million a day.", figures=[("$8 million", {**money, "per": "day"})])
    found = check(f"Ada Brook put the loss at $8 million {words}.", "$8 million", source, **money, per=per)
    assert found.verdict == verdict
    shown = [(item.here.text, item.there.text) for item in found.differences]
    assert shown == ([(here, there)] if here else [])


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
