"""Lengths and numbers at which a page is read in another way, and those beside them."""

from __future__ import annotations

import pytest

from newsparse.errors import OptionError, ReadError
from tests.readers.html.dues_page import CLOSE, LEAD, inner, page, read

ROW = "<tr><td>One wall.</td><td>Two walls.</td></tr>"


@pytest.mark.parametrize(("length", "is_data"), [(200, True), (201, False)])
def test_cells_of_data_have_200_characters_at_most(length, is_data):
    found = inner(f"<table>{ROW}<tr><td>{'word ' * 39}{'w' * (length - 195)}</td><td>Three walls.</td></tr></table>")
    assert ("One wall.\tTwo walls." in found) is is_data


@pytest.mark.parametrize(("inside", "is_data"), [("<p>Three</p>", True), ("<br>Three<br>walls", False)])
def test_cells_of_data_have_one_paragraph_at_most(inside, is_data):
    found = inner(f"<table>{ROW}<tr><td>{inside}</td><td>Four walls.</td></tr></table>")
    assert ("One wall.\tTwo walls." in found) is is_data


def test_rows_of_a_table_stand_below_its_caption_and_empty_ones_nowhere():
    empty = "<tr><td> </td><td></td></tr>"
    found = inner(f"<table><caption>The walls</caption>{ROW}{empty}<tr><td></td><td>Two</td></tr></table>")
    assert found == ["The walls", "One wall.\tTwo walls.", "Two"]


@pytest.mark.parametrize(("start", "bullets"), [("9" * 9, ["999999999. ", "1000000000. "]), ("9" * 10, ["1. ", "2. "])])
def test_a_list_begins_with_a_number_of_nine_digits_at_most(start, bullets):
    found = inner(f"<ol start='{start}'><li>Dues rise</li><li>Tolls fall</li></ol>")
    assert found == [f"{bullets[0]}Dues rise", f"{bullets[1]}Tolls fall"]


@pytest.mark.parametrize("start", ["", "x", "-3", "0"])
def test_a_list_without_a_number_to_begin_with_begins_with_one(start):
    first = 0 if start == "0" else 1
    found = inner(f"<ol start='{start}'><li>Dues rise</li><li>Tolls fall</li></ol>")
    assert found == [f"{first}. Dues rise", f"{first + 1}. Tolls fall"]


def test_quotations_that_follow_each_other_stay_apart():
    one = "<blockquote>Nobody asked us.<footer>Ada Brook</footer></blockquote>"
    other = "<blockquote>They pay.<footer>Tom Varga</footer></blockquote>"
    assert inner(one, other) == ["“Nobody asked us.”\n— Ada Brook", "“They pay.”\n— Tom Varga"]
    assert inner("<blockquote>We wait.</blockquote><blockquote>They pay.</blockquote>") == ["“We wait.”", "“They pay.”"]


@pytest.mark.parametrize("words", ["I’m not paying", "Nobody knew what they’d", "They said “no” twice", "I’d"])
def test_a_mark_inside_the_words_of_a_quotation_is_none_around_them(words):
    assert inner(f"<blockquote>{words}</blockquote>") == [f"“{words}”"]


@pytest.mark.parametrize("words", ["“We wait", "We wait”", "‘We wait’", "«We wait»", "'We wait'"])
def test_a_quotation_with_a_mark_at_an_end_gets_no_other(words):
    assert inner(f"<blockquote>{words}</blockquote>") == [words]


@pytest.mark.parametrize(("words", "is_left_out"), [("Nobody paid us", True), ("Nobody paid u", False)])
def test_a_pull_quote_of_twelve_letters_repeats_the_article(words, is_left_out):
    assert sum(map(str.isalpha, words)) == (12 if is_left_out else 11)
    said = f"<p>“{words},” she said.</p>"
    found = inner(said, f"<blockquote class='pullquote'>{words}</blockquote>")
    assert found == [f"“{words},” she said."] + ([] if is_left_out else [f"“{words}”"])


@pytest.mark.parametrize(("length", "is_left_out"), [(200, True), (201, False)])
def test_a_paragraph_that_begins_like_furniture_is_some_up_to_200_characters(length, is_left_out):
    words = f"Read more: {'the ferry is late and ' * 20}"[:length].strip()
    words += "x" * (length - len(words))
    assert (inner(f"<p>{words}</p>") == []) is is_left_out


@pytest.mark.parametrize(
    ("heading", "stays"), [("<h1>Dues to rise</h1>", False), ("<h1>Dues</h1>", False), ("<h2>Dues</h2>", True)]
)
def test_the_headline_is_no_part_of_the_text_and_a_heading_with_some_of_its_words_is(heading, stays):
    body = f"<article>{heading}<p>{LEAD}</p><p>{CLOSE}</p></article>"
    text = read(f"<html><head><title>Dues to rise</title></head><body>{body}</body></html>").text
    assert text == (f"Dues\n\n{LEAD}\n\n{CLOSE}" if stays else f"{LEAD}\n\n{CLOSE}")


def test_an_address_that_is_given_counts_more_than_that_of_the_page():
    head = '<link rel="canonical" href="https://orlapost.example/dues">'
    assert read(page(head=head)).meta.url == "https://orlapost.example/dues"
    assert read(page(head=head), url="https://kell.example/1").meta.url == "https://kell.example/1"


def test_data_without_any_value_say_nothing():
    head = '<script type="application/ld+json"></script><script type="application/LD+JSON; charset=utf-8">3</script>'
    site = '<meta property="og:site_name" content="Kell Times"><meta property="og:locale">'
    meta = read(page(head=head + site)).meta
    assert (meta.outlet, meta.country) == ("Kell Times", None)


@pytest.mark.parametrize(("repeats", "is_cut"), [(1, True), (60, False)])
def test_many_words_beside_those_of_a_paywall_are_an_article(repeats, is_cut):
    words = "<p>The ferry is late again this week.</p>" * repeats
    wall = f"<div class='paywall'><p>Subscribe to continue reading.</p>{words}</div>"
    assert ("cut" in read(page(wall)).meta.columns) is is_cut


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_first_bytes(encoding):
    assert "Łódź sinks." in read(page("<p>Łódź sinks.</p>").encode(encoding)).text


def test_what_python_calls_an_encoding_but_no_page_is_written_in_is_none():
    for name in ("idna", "punycode", "unicode_escape", "undefined", "hex"):
        with pytest.raises(OptionError, match=f"no encoding '{name}'"):
            read(page(), encoding=name)
        html = page("<p>C:\\new quays.</p>", head=f"<meta charset='{name}'>")
        assert "C:\\new quays." in read(html.encode()).text


def test_bytes_that_do_not_fit_what_a_page_declares_are_replaced_and_the_others_read():
    html = page("<p>東京の港は六月に閉まる。X</p>", head="<meta charset='Shift_JIS'>").encode("shift_jis")
    text = read(html.replace(b"X", b"\x81\x20")).text
    assert "東京の港は六月に閉まる。" in text
    assert "\ufffd" in text


def test_a_page_of_references_to_what_no_tree_can_hold_is_read():
    assert inner("<p>One&#0; wall&#x1f;.</p>") == ["One wall ."]
    with pytest.raises(ReadError, match="page.html"):
        read("<p>&#1;</p>")
