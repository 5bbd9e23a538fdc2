"""Readers keep a text as it is, and say of what they cannot read where the fault is."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.errors import ReadError
from newsparse.model import Document, Meta
from newsparse.readers import read_jsonl, read_text
from newsparse.serial import dumps

ODD = [
    "",
    " \n\t ",
    "one\r\ntwo\r\n",
    "The mayor \U0001f600 said",
    "cafe\u0301 non\u00a0breaking",
    "x" * 1_000_000,
    "“‘nested” unbalanced’",
]


@pytest.mark.parametrize("text", ODD)
def test_text_is_kept(text):
    (document,) = read_text(text.encode(), "a.txt")
    assert document.text == text
    assert document.meta.path == "a.txt"


def test_a_byte_order_mark_is_no_text():
    (document,) = read_text(b"\xef\xbb\xbfHello.", "a.txt")
    assert document.text == "Hello."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"caf\xe9 society", "byte 3 is 0xe9"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "zero byte at 8"),
        ("Mayor".encode("utf-16"), "zero byte"),
    ],
)
def test_what_is_no_text_says_where(data, words):
    with pytest.raises(ReadError, match=words):
        list(read_text(data, "a.txt"))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_jsonl_gives_a_document_for_each_line(texts):
    lines = [json.dumps({"text": text, "id": str(number)}) for number, text in enumerate(texts)]
    documents = list(read_jsonl("\n".join(lines).encode(), "a.jsonl"))
    assert [document.text for document in documents] == texts
    assert [document.id for document in documents] == [str(number) for number in range(len(texts))]


def test_jsonl_reads_what_newsparse_wrote():
    document = Document(text="Rain fell in Orla.", meta=Meta(title="Rain", outlet="Orla Post"))
    assert list(read_jsonl(dumps(document).encode(), "a.jsonl")) == [document]


def test_a_bad_line_loses_no_other():
    data = b'{"text": "one"}\n{"text": 3}\nnot json\n[]\n\n{"text": "two", "title": "T"}\n'
    documents = list(read_jsonl(data, "a.jsonl"))
    assert [document.text for document in documents] == ["one", "", "", "", "two"]
    assert documents[4].meta.title == "T"
    messages = [failure.message for document in documents for failure in document.failures]
    assert [message.split(":")[0] for message in messages] == [f"a.jsonl, line {number}" for number in (2, 3, 4)]
    assert all(failure.code == "NP401" for document in documents for failure in document.failures)


def test_a_damaged_document_names_the_path():
    line = dumps(Document(text="Rain fell.")).replace("Rain", "Snow")
    (document,) = read_jsonl(line.encode(), "a.jsonl")
    assert document.text == ""
    assert "$.text_sha256" in document.failures[0].message
