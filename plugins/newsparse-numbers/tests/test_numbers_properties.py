"""What must always hold: every notation reads back as its value, offsets hold, text before only moves them."""

from __future__ import annotations

import itertools
import textwrap
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.model import NumberClaim, Passage, Span
from newsparse.testing import texts, written
from newsparse_numbers import NumberExtractor, find_quantities, find_rejected
from newsparse_numbers.lexicon import table, unit_surfaces, words

SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
MAGNITUDES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred"))
SUFFIXES = (("k", 3), ("m", 6), ("mn", 6), ("bn", 9), ("tn", 12), (" million", 6), (" billion", 9), (" lakh", 5))
SCRIPTS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９", "०१२३४५६७८९")
SENTENCES = (
    "Nine ships sank off Orla, 12 of them in March.",
    "Unemployment fell from 5.1% to 4.8% in 2021, or about 30,000 people.",
    "Shares closed 2.7 per cent lower at Rs 613.40, and 3.5 million changed hands.",
    "Ada Brook, 34, paid “at least £1,200” for half a dozen boats on 5 March.",
    "1. Wash the plums.\nIt takes 5 feet 2 inches of rope, 6, 9 and 12 kilowatts, and two and a half hours.",
    "On section 4, page 3 and flight 93 it says: call 713-853-3989.",
)
BLANKS = ("\n", "  ", "\u00a0", "\t", "\n\t")
PHRASES = sorted(
    {
        *(
            f"It cost {{}} {phrase}."
            for phrase in [*table("money.words"), *table("money.minor"), *table("bounds.after")]
        ),
        *(f"It cost {{}} {phrase}." for surfaces in unit_surfaces() for phrase in surfaces),
        *(f"It cost {{}} {phrase}." for phrase in [*table("bounds.about_after"), *table("measures.per_words")]),
        *(
            f"It cost {phrase} {{}}."
            for phrase in [*table("bounds.before"), *sorted(words("modality.approximations.bound"))]
        ),
        *(f"It cost {phrase} {{}}." for phrase in table("money.symbols")),
        *(f"It cost 5 {phrase} 7." for phrase in [*table("money.symbols"), *table("money.words")]),
        *(f"It cost {phrase} of it." for phrase in table("numerals.few")),
    }
)


def spelled(number: int) -> str:
    """A number below a trillion in words: "two hundred and five thousand"."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    value, name = next((value, name) for value, name in MAGNITUDES if value <= number)
    above, below = divmod(number, value)
    rest = f" and {spelled(below)}" if 0 < below < 100 else f" {spelled(below)}" if below else ""
    return f"{spelled(above)} {name}{rest}"


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


def indian(number: int) -> str:
    """Groups of two before the last three: 12,34,567."""
    text = str(number)
    front, last = text[:-3], text[-3:]
    pairs = [front[max(0, end - 2) : end] for end in range(len(front), 0, -2)][::-1]
    return ",".join([*pairs, last])


whole = st.integers(2, 10**12 - 1) | st.integers(2, 2500)
decimals = st.decimals("0.01", "999.99", places=2).map(Decimal.normalize)


@st.composite
def written_numbers(draw: st.DrawFn) -> tuple[str, Decimal]:
    """A number in one of the notations of news, and its value."""
    number = draw(whole)
    notation = draw(st.sampled_from(["digits", "script", "commas", "blanks", "indian", "words", "suffix", "decimal"]))
    if notation == "suffix":
        name, power = draw(st.sampled_from(SUFFIXES))
        value = draw(decimals)
        return f"{value:f}{name}", value.scaleb(power)
    if notation == "decimal":
        value = draw(decimals)
        return f"{value:f}", value
    if notation == "script":
        return str(number).translate(str.maketrans(SCRIPTS[0], draw(st.sampled_from(SCRIPTS)))), Decimal(number)
    forms = {
        "digits": str(number),
        "commas": grouped(number, ","),
        "blanks": grouped(number, draw(st.sampled_from(["\u00a0", "\u2009", "\u202f", " "]))),
        "indian": indian(number) if number >= 1000 else str(number),
        "words": spelled(number),
    }
    return forms[notation], Decimal(number)


@given(written_numbers(), st.sampled_from(["The fund counted {} ships.", "At least {} people fled Orla, it said."]))
def test_every_notation_reads_back_as_its_value(number, frame):
    words, value = number
    text = frame.format(words)
    (found,) = find_quantities(text)
    assert text[found.core.start : found.core.end] == words
    assert found.quantity.low == value


@given(decimals, st.sampled_from(["%", " percent", " per cent", " percentage points", " km", " kg", " years"]))
def test_units_do_not_change_the_value(value, unit):
    text = f"It was {value:f}{unit} in all."
    (found,) = find_quantities(text)
    assert (found.quantity.value, text[found.span.start : found.span.end]) == (value, f"{value:f}{unit}")


@given(decimals, st.sampled_from([("US$", "USD"), ("£", "GBP"), ("€", "EUR"), ("A$", "AUD"), ("Rs ", "INR")]))
def test_currencies_do_not_change_the_value(value, sign):
    text = f"It cost {sign[0]}{value:f} in all."
    (found,) = find_quantities(text)
    assert (found.quantity.value, found.quantity.currency) == (value, sign[1])


@given(texts())
def test_offsets_prove_themselves(text):
    document = written(text)
    for item in NumberExtractor().extract(document):
        assert item.text == item.span.cut(text)
        for field in attrs.fields(type(item)):
            value = getattr(item, field.name)
            for passage in value if isinstance(value, tuple) else (value,):
                if isinstance(passage, Passage):
                    assert passage.text == passage.span.cut(text)
        if isinstance(item, NumberClaim) and item.head is not None:
            assert item.subject is not None
            assert item.subject.span.covers(item.head)


def moved(item, by):
    """``item`` with all its places ``by`` characters later."""
    changes = {}
    for field in attrs.fields(type(item)):
        value = getattr(item, field.name)
        if isinstance(value, Span):
            changes[field.name] = Span(value.start + by, value.end + by)
        elif isinstance(value, tuple):
            changes[field.name] = tuple(Span(span.start + by, span.end + by) for span in value)
    return attrs.evolve(item, **changes)


@given(
    texts() | st.sampled_from(SENTENCES), st.sampled_from(["It rained all day.\n", "He came. “Stay,” she said.\n\n"])
)
def test_text_before_moves_offsets_and_changes_nothing_else(text, before):
    for find in (find_quantities, find_rejected):
        assert find(before + text) == [moved(item, len(before)) for item in find(text)]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_sentences_before_say_nothing_about_the_next(sentence):
    alone = find_quantities(sentence)
    for before in SENTENCES:
        found = find_quantities(f"{before}\n{sentence}")[-len(alone) :] if alone else []
        assert found == [moved(item, len(before) + 1) for item in alone]


@pytest.mark.parametrize("blank", BLANKS, ids=ascii)
def test_no_phrase_of_the_word_lists_is_lost_to_odd_blanks_inside(blank):
    for phrase in PHRASES:
        before, _, after = phrase.partition("{}")
        text = before.rstrip() + " 5 " + after.lstrip()
        found = [item.quantity for item in find_quantities(text.replace(" ", blank))]
        expected = [item.quantity for item in find_quantities(text)]
        # A line end can separate a sign from its figure, and begins items of lists: there, it is enough not to raise.
        assert found == expected or "\n" in blank, text


@given(st.sampled_from(["-", "−", "–", "+"]), st.sampled_from([*BLANKS, " "]), st.integers(2, 10**6))
def test_a_dash_apart_from_its_figure_is_not_a_sign(dash, blank, number):
    for text in (f"Losses:\n{dash}{blank}{number} ships", f"the plan {dash}{blank}{number} ships sank"):
        (found,) = find_quantities(text)
        assert (found.quantity.low, text[found.span.start : found.span.end]) == (number, str(number))


@given(texts())
def test_no_two_quantities_share_a_sign_or_a_word(text):
    found = find_quantities(text)
    for one, other in itertools.pairwise(found):
        assert one.span.end <= other.span.start, text[one.span.start : other.span.end]


@given(st.sampled_from(sorted(table("money.symbols"))), st.sampled_from(["", " "]), st.integers(2, 999))
def test_a_currency_between_two_figures_belongs_to_one_of_them(sign, gap, number):
    text = f"It cost 5 {sign}{gap}{number} in all."
    found = find_quantities(text)
    assert found[0].quantity.low == 5
    assert sum(item.quantity.kind == "money" for item in found) <= 1
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))


@given(st.sampled_from("£€¥₹$"), st.sampled_from([" ", " / ", ", ", " and "]), st.integers(2, 999), st.integers(2, 999))
def test_two_figures_that_each_have_a_sign_before_them_keep_their_own(sign, joint, first, second):
    found = find_quantities(f"It cost {sign}{first}{joint}{sign}{second} in all.")
    assert [(item.quantity.kind, item.quantity.low) for item in found] == [("money", first), ("money", second)]


def test_a_sign_before_notes_is_theirs_and_a_range_has_one_at_each_end():
    assert [str(item.quantity) for item in find_quantities("She gave 5 £10 notes.")] == ["5", "10 GBP"]
    assert [str(item.quantity) for item in find_quantities("It costs £5-£6 a day.")] == ["5-6 GBP per day"]


@given(st.integers(10**28, 10**60), st.integers(0, 99))
def test_long_amounts_keep_every_digit(whole_part, cents):
    (found,) = find_quantities(f"They owe ${whole_part:,}.{cents:02} in all.")
    assert found.quantity.value == Decimal(f"{whole_part}.{cents:02}")
    assert str(found.quantity).startswith(f"{whole_part:,}")


@pytest.mark.parametrize(
    "words", ["billion " * 2000, "hundreds of " * 2000, "9" * 5000 + " ", "trillion " * 50 + "and a half "]
)
def test_numbers_without_end_overflow_nothing(words):
    found = find_quantities(f"They owe 5 {words}dollars.")
    assert found[0].span.start == len("They owe ")
    assert all(item.quantity.low.is_finite() and str(item.quantity) for item in found)


@pytest.mark.parametrize("piece", ["a", "½", "+", ".5", "to", "x9"])
def test_only_digits_behind_a_comma_are_its_decimals(piece):
    found = find_quantities(f"Taxes rose 3,{piece} percent.")
    assert (found[0].span.end, found[0].quantity.low) == (len("Taxes rose 3"), 3)


TRAPS = [
    line.rpartition("|")[0].strip()
    for line in Path(__file__).with_name("traps.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def read(text: str) -> list[tuple[object, ...]]:
    """The values of ``text``; currencies are left out, as the first line says more about them."""
    found = [item.quantity for item in find_quantities(text)]
    return [(item.low, item.high, item.kind, item.per, item.exactness, item.low_inclusive) for item in found]


@pytest.mark.parametrize("blank", ["  ", "\u00a0", "\t"], ids=["two blanks", "no-break", "tab"])
def test_other_blanks_change_no_value(blank):
    for text in (*TRAPS, *SENTENCES):
        assert read(text.replace(" ", blank)) == read(text), text


@pytest.mark.parametrize("width", [20, 30, 40])
def test_wrapped_lines_change_no_value(width):
    for text in (*TRAPS, *SENTENCES):
        if "\n" not in text:
            assert read(textwrap.fill(text, width)) == read(text), text
