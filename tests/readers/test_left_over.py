"""What is left of a page's characters and of an object's fields once the odd ones and the used ones are gone."""

from __future__ import annotations

import io
import json

import pytest

from newsparse.readers import read_jsonl
from newsparse.readers.html.blocks import cleaned, one_line
from newsparse.readers.jsonl import JsonlOptions
from newsparse.readers.markup import plain_text, text_of_fragment

KEPT_BLANKS = "\t\n\r"
INVISIBLE = "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\U0010fffd"


def test_characters_that_no_tree_can_hold_are_gone_and_those_of_windows_are_what_they_mean():
    found = {code: cleaned(chr(code)) for code in range(0x250)}
    control = {code: "" for code in range(0x20) if chr(code) not in KEPT_BLANKS} | {0x0C: " "}
    windows = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
    assert found == {code: chr(code) for code in range(0x250)} | control | windows | {0xAD: ""}
    assert (windows[0x93], windows[0x80], windows[0x81]) == ("“", "€", "")


@pytest.mark.parametrize("sign", [*INVISIBLE, "\ufffe", "\uffff"])
def test_signs_that_nobody_sees_are_gone(sign):
    assert cleaned(f"a{sign}b") == "ab"


def test_all_blanks_are_one():
    assert one_line("\u00a0 a\u2028\u2029\t\n\r\f\v b ") == "a b"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a  \r\nb\rc\n\n\n\nd\n", "a\nb\nc\n\nd"),
        ("\n a \n", "a"),
        ("", ""),
        ("a\n\nb", "a\n\nb"),
        ("a \n \n b", "a\n\n b"),
    ],
)
def test_plain_text_keeps_its_lines_and_paragraphs(text, plain):
    assert plain_text(text) == plain


@pytest.mark.parametrize("code", [0x00, 0x08, 0x0B, 0x0E, 0x1F])
def test_a_fragment_with_what_no_tree_can_hold_is_read(code):
    assert text_of_fragment(f"<p>a{chr(code)}b</p>") == "a b"
    assert text_of_fragment("<p>a\ud800b</p>") == "a\ufffdb"


def read(value, **options):
    (document,) = read_jsonl(io.BytesIO(json.dumps(value).encode()), "a.jsonl", JsonlOptions(**options))
    return document


@pytest.mark.parametrize(
    ("value", "options", "columns"),
    [
        ({"a": {"b": {"text": "Rain."}}, "n": 3}, {"text": "a.b.text", "title": "a.b"}, {"n": 3}),
        ({"a": {"text": "Rain.", "x": 1}, "n": 3}, {"text": "a.text"}, {"a": '{"x": 1}', "n": 3}),
        ({"a": {"text": "Rain."}, "n": 3}, {"text": "a.text"}, {"n": 3}),
        ({"a.text": "Rain.", "a": {"text": "Snow."}}, {"text": "a.text"}, {"a": '{"text": "Snow."}'}),
        ({"text": "Rain.", "a": [{"title": "T"}]}, {"title": "a.title"}, {"a": '[{"title": "T"}]'}),
    ],
)
def test_what_a_field_was_taken_from_keeps_the_others(value, options, columns):
    document = read(value, **options)
    assert (document.text, dict(document.meta.columns), document.failures) == ("Rain.", columns, ())
