"""Readers keep a text as it is, and say of what they cannot read where the fault is."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.errors import ReadError
from newsparse.model import Document, Meta
from newsparse.readers import jsontext, read_json, read_jsonl, read_text
from newsparse.readers.jsonl import JsonlOptions, JsonOptions
from newsparse.serial import dumps

ODD = [
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


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff\n"])
def test_nothing_but_blanks_is_no_article(text):
    with pytest.raises(ReadError, match=r"there is no text in a\.txt\."):
        read_text(text.encode(), "a.txt")


def test_a_byte_order_mark_is_no_text():
    (document,) = read_text(b"\xef\xbb\xbfHello.", "a.txt")
    assert document.text == "Hello."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "its encoding cannot be told"),
        (b"Mayor\0Brook", "zero byte at 5"),
        ("Café ".encode() * 9 + b"caf\xe9", "byte 57 is 0xe9"),
    ],
)
def test_what_is_no_text_says_so(data, words):
    with pytest.raises(ReadError, match=words):
        list(read_text(data, "a.txt"))


def jsonl(data, **options):
    return list(read_jsonl(io.BytesIO(data), "a.jsonl", JsonlOptions(**options)))


def json_(value, **options):
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return list(read_json(io.BytesIO(data), "a.json", JsonOptions(**options)))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_jsonl_gives_a_document_for_each_line(texts):
    lines = [json.dumps({"text": text, "id": str(number)}) for number, text in enumerate(texts)]
    documents = jsonl("\n".join(lines).encode())
    assert [document.text for document in documents] == texts
    assert [document.id for document in documents] == [str(number) for number in range(len(texts))]


def test_jsonl_reads_what_newsparse_wrote():
    document = Document(text="Rain fell in Orla.", meta=Meta(title="Rain", outlet="Orla Post"))
    assert jsonl(dumps(document).encode()) == [document]


def test_a_bad_line_loses_no_other():
    data = b'{"text": "one"}\n{"text": 3}\nnot json\n[]\n\n{"text": "two", "title": "T"}\n'
    documents = jsonl(data)
    assert [document.text for document in documents] == ["one", "", "", "", "two"]
    assert documents[4].meta.title == "T"
    messages = [failure.message for document in documents for failure in document.failures]
    assert [message.split(":")[0] for message in messages] == [f"a.jsonl, line {number}" for number in (2, 3, 4)]
    assert all(failure.code == "NP401" for document in documents for failure in document.failures)


def test_a_damaged_document_names_the_path():
    line = dumps(Document(text="Rain fell.")).replace("Rain", "Snow")
    (document,) = jsonl(line.encode())
    assert document.text == ""
    assert "$.text_sha256" in document.failures[0].message


def test_fields_have_their_usual_names_and_all_others_travel_along():
    line = {"id": 17, "headline": "Rain", "body": "It rained.", "pubDate": "2024-05-03T10:00:00Z", "tags": ["a", "b"]}
    line |= {
        "byline": "Ada Brook",
        "lang": "en",
        "country_code": "nz",
        "words": 2,
        "score": 0.5,
        "paid": True,
        "x": None,
    }
    (document,) = jsonl(json.dumps(line).encode())
    assert (document.id, document.text) == ("17", "It rained.")
    assert document.meta == Meta(
        path="a.jsonl",
        title="Rain",
        author="Ada Brook",
        published="2024-05-03T10:00:00Z",
        language="en",
        country="NZ",
        columns={"tags": '["a", "b"]', "words": 2, "score": 0.5, "paid": True, "x": None},
    )


def test_fields_can_be_named_further_down_and_may_be_missing_in_some_lines():
    lines = [{"key": "a", "fields": {"bodyText": "One.", "h": "T"}}, {"key": "b", "fields": {"bodyText": "Two."}}, {}]
    data = "\n".join(map(json.dumps, lines)).encode()
    found = jsonl(data, text="fields.bodyText", id="key", title="fields.h")
    assert [(document.id, document.text, document.meta.title) for document in found[:2]] == [
        ("a", "One.", "T"),
        ("b", "Two.", None),
    ]
    assert "a.jsonl, line 3 has no column 'fields.bodyText'" in found[2].failures[0].message
    assert all(not document.meta.columns for document in found)


def test_what_is_left_of_an_object_travels_along_without_what_was_taken_from_it():
    line = {"a": {"b": {"text": "Rain fell.", "n": 3}, "on": "03/05/2024"}, "c": {"d": {"title": "Rain"}}}
    options = {"text": "a.b.text", "date": "a.on", "title": "c.d.title", "url": "a.b.text.x"}
    (document,) = jsonl(json.dumps(line).encode(), **options)
    assert (document.text, document.meta.title) == ("Rain fell.", "Rain")
    assert document.meta.columns == {"a": '{"b": {"n": 3}}', "a.on": "03/05/2024"}


def test_a_line_that_is_not_utf8_costs_that_line():
    documents = jsonl('{"text": "Café"}\n'.encode() * 2 + b'{"text": "caf\xe9"}\n{"text": "two"}\n')
    assert [document.text for document in documents] == ["Café", "Café", "", "two"]
    assert "a.jsonl, line 3: the byte 0xe9" in documents[2].failures[0].message


RECORDS = [{"text": "one", "id": 1}, {"text": "two", "id": 2}]


@pytest.mark.parametrize(
    ("value", "options"),
    [
        (RECORDS, {}),
        ({"status": "ok", "articles": RECORDS}, {}),
        ({"response": {"docs": RECORDS}}, {"records": "response.docs"}),
        ({"response": {"docs": RECORDS, "pages": [1, 2]}, "facets": []}, {}),
        ({"data": {"v1.0": {"articles": RECORDS}}}, {}),
        (b'{"text": "one",\n "id": 1}\n{"text": "two", "id": 2}', {}),
        (json.dumps(RECORDS).encode("utf-16"), {}),
    ],
)
def test_json_is_a_list_of_articles_wherever_it_stands(value, options):
    assert [(document.id, document.text) for document in json_(value, **options)] == [("1", "one"), ("2", "two")]


def test_of_several_lists_the_one_with_the_articles_has_to_be_named():
    with pytest.raises(ReadError, match=r"a\.json has no text, and several lists: tags, response\.docs\."):
        json_({"tags": [{"id": 3}], "response": {"docs": RECORDS}})


@pytest.mark.parametrize(("head", "tail", "options"), [("[", "]", {}), ('{"a": {"b": [', "]}}", {"records": "a.b"})])
def test_a_list_is_read_item_by_item(head, tail, options):
    item = json.dumps({"text": "It rained. " * 1000})
    data = io.BytesIO(f"{head}{','.join([item] * 1000)}{tail}".encode())
    data.seekable = lambda: False
    documents = read_json(data, "a.json", JsonOptions(**options))
    assert next(documents).text == "It rained. " * 1000
    assert data.tell() < len(data.getvalue()) // 4
    assert sum(1 for _ in documents) == 999


@given(
    st.lists(st.dictionaries(st.text(), st.integers() | st.floats(allow_nan=False) | st.text() | st.lists(st.none())))
)
def test_values_are_those_of_the_whole_text_wherever_a_piece_of_it_ends(records):
    written = json.dumps({"x": [1], "records": records}, indent=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jsontext, "_CHUNK", 1)
        text = jsontext.JsonText(io.StringIO(written), "a.json")
        assert text.enter("records")
        assert [value for value, _ in text.items()] == records


def test_a_file_that_breaks_off_gives_what_comes_before():
    documents = read_json(io.BytesIO(b'[{"text": "one"}, {"text": "tw'), "a.json")
    assert next(documents).text == "one"
    with pytest.raises(ReadError, match="is not JSON: Unterminated string"):
        next(documents)


def test_json_may_be_one_article_or_what_newsparse_wrote():
    assert [document.text for document in json_({"body": "one", "links": [{"a": 1}]})] == ["one"]
    document = Document(text="Rain fell in Orla.", meta=Meta(title="Rain", columns={"desk": 3}))
    assert json_(dumps(document).encode()) == json_(f"[{dumps(document)}]".encode()) == [document]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{]", "is not JSON"),
        (b"", "there is no JSON in it"),
        (b"3", "expected an object or a list"),
        (b"[" * 100_000, "is not JSON"),
    ],
)
def test_what_is_no_json_says_so(data, words):
    with pytest.raises(ReadError, match=words):
        json_(data)


def test_a_record_without_a_text_names_the_fields_that_there_are():
    found = json_([{"text": "one"}, {"headline": "T", "key": 3}, {"text": None}, 5])
    assert [document.text for document in found] == ["one", "", "", ""]
    messages = [document.failures[0].message for document in found[1:]]
    assert "a.json, record 2 has no column that is known to be the text (there are: headline, key)" in messages[0]
    assert "--reader-option text=COLUMN" in messages[0]
    assert messages[1] == "a.json, record 3: there is no text in 'text'."
    assert messages[2] == "a.json, record 4: expected an object, got int."
