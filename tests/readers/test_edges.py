"""Inputs that differ in one thing from others of their format."""

from __future__ import annotations

import io
import json

import pytest

from newsparse.errors import OptionError, ReadError
from newsparse.model import Document
from newsparse.readers import jsonl, read_csv, read_tsv
from newsparse.readers.jsonl import JsonlOptions, JsonOptions, begins_json, begins_jsonl, read_json, read_jsonl
from newsparse.readers.jsontext import JsonText
from newsparse.readers.newsml import begins_newsml, read_newsml
from newsparse.readers.records import Columns
from newsparse.readers.table import CsvOptions, begins_csv, begins_tsv
from newsparse.serial import dumps
from tests.readers.test_newsml import NITF, inline, item, message


@pytest.mark.parametrize(
    ("head", "line", "whole"),
    [
        (b'{"a": 1}', True, True),
        (b' {"a": 1}', True, True),
        (b'{"a": 1}\n', True, True),
        (b'{"a": 1}\n{"a": 2}', True, False),
        (b'{"a": 1}\n\n{"a"', True, False),
        (b'{"a": 1}\n[1]', False, False),
        (b'{"a": 1\n}', False, True),
        (b'{\n"a": 1}', False, True),
        (b'{"a": [{"b', True, True),
        (b"{'a': 1}", False, False),
        (b"{}", False, False),
        (b"{\n}", False, False),
        (b"[1]", False, False),
        (b'[{"a": 1}]', False, True),
        (b'[\n {"a": 1}]', False, True),
        (b'["a"]', False, False),
        (b'"a"\n{"b": 1}', False, False),
        (b"", False, False),
        (b"a", False, False),
        (b'("a": 1}', False, False),
        (b'{"a":\n{"b": 1}}', False, True),
        (b'{"a": 1}\n{"a"', True, False),
        (b'{ "a": 1}', True, True),
        (b"{1: 2}", False, False),
    ],
)
def test_json_is_told_from_json_lines_by_its_first_lines(head, line, whole):
    assert (begins_jsonl(head), begins_json(head)) == (line, whole)


@pytest.mark.parametrize(
    ("names", "comma", "tab"),
    [
        (b"text,title\n", True, False),
        (b"text;title\n", True, False),
        (b'"text","title"\n', True, False),
        (b"text\ttitle\n", False, True),
        (b"text,title", False, False),
        (b"text\n", False, False),
        (b"title,author\n", False, False),
        (b"text,colour\n", False, False),
        (b"\n", False, False),
    ],
)
def test_a_table_begins_with_names_of_columns_on_a_whole_line(names, comma, tab):
    assert (begins_csv(names), begins_tsv(names)) == (comma, tab)


def text_of(value):
    return JsonText(io.StringIO(value), "a.json")


@pytest.mark.parametrize(
    ("value", "path", "found"),
    [
        ('{"a": 1}', "a", 1),
        ('{"a": 1}', "b", None),
        ('{"b": {"a": 2}, "a": 1}', "a", 1),
        ('{"b": {"a": 2}, "a": 1}', "b.a", 2),
        ('{"b": [1], "a": 1}', "b.a", None),
        ("{}", "a", None),
        ("[1]", "a", None),
        ("3", "a", None),
    ],
)
def test_a_field_is_entered_where_the_object_has_it(value, path, found):
    text = text_of(value)
    entered = all(map(text.enter, path.split(".")))
    assert (text.value()[0] if entered else None) == found


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ('{"a" 1}', "Expecting ':'"),
        ('{"a": 1 "b": 2}', "Expecting ',' or '}'"),
        ('{"a": 1', "It ends where ',' or '}' should follow"),
        ("[1 2]", "Expecting ',' or ']'"),
        ("[1", "It ends where ',' or ']' should follow"),
        ("[1,]", "Expecting value"),
        ('["a', "Unterminated string"),
        ("[nul]", "Expecting value"),
        ("", r"It ends where '\[' should follow"),
    ],
)
def test_what_is_no_json_is_named_with_its_place(value, words):
    text = text_of(value)
    with pytest.raises(ReadError, match=words):
        text.enter("z") if value.startswith("{") else list(text.items())


def test_a_fault_far_into_a_file_has_its_place_in_the_whole(monkeypatch):
    monkeypatch.setattr("newsparse.readers.jsontext._CHUNK", 8)
    values = "[" + "1, " * 100
    with pytest.raises(ReadError, match=rf"character {len(values)}\)"):
        list(text_of(values + "x" * 40 + "]").items())


def articles(value, **options):
    return [item.text for item in read_json(io.BytesIO(json.dumps(value).encode()), "a.json", JsonOptions(**options))]


@pytest.mark.parametrize("records", ["b", "a.b", "a.b.c"])
def test_a_list_that_is_not_where_it_is_said_to_be_is_named(records):
    with pytest.raises(OptionError, match=f"no list under '{records}'"):
        articles({"a": {"b": {"c": {"text": "Rain."}}}}, records=records)


def test_a_document_in_a_list_somewhere_is_read_as_it_was_written():
    document = Document(text="Rain fell.", id="a1")
    listed = {"status": "ok", "results": [json.loads(dumps(document))]}
    [found] = read_json(io.BytesIO(json.dumps(listed).encode()), "a.json")
    assert (found.id, found.text) == ("a1", "Rain fell.")


def test_lists_are_looked_for_three_levels_down_and_only_where_there_is_no_text():
    some = [{"text": "one"}]
    assert articles({"a": {"b": {"c": some}}}) == ["one"]
    assert articles({"a": {"b": {"c": {"d": some}}}}) == [""]
    assert articles({"text": "whole", "a": some}) == ["whole"]
    assert articles({"a": [], "b": [1], "c": some}) == ["one"]


def test_objects_of_more_shapes_than_are_kept_are_read_all_the_same(monkeypatch):
    monkeypatch.setattr(jsonl, "_MOST_SHAPES", 2)
    lines = [json.dumps({"text": str(number), f"field{number % 7}": number}) for number in range(40)]
    found = list(read_jsonl(io.BytesIO("\n".join(lines).encode()), "a.jsonl"))
    assert [(item.text, dict(item.meta.columns)) for item in found] == [
        (str(number), {f"field{number % 7}": number}) for number in range(40)
    ]


FACTS = [
    ("outlet", 3.0, "3"),
    ("outlet", 3.5, "3.5"),
    ("outlet", 3, "3"),
    ("outlet", True, None),
    ("outlet", " ", None),
    ("outlet", " Kell Times ", "Kell Times"),
    ("country", "nz", "NZ"),
    ("country", " nz ", "NZ"),
    ("country", "nzl", None),
    ("country", "n1", None),
    ("country", "", None),
]


@pytest.mark.parametrize(("name", "value", "kept"), FACTS)
def test_a_fact_is_text_that_can_be_relied_on_and_anything_else_travels_along(name, value, kept):
    row = {"text": "Rain.", name: value}
    meta = Columns(list(row), JsonlOptions(), "a").document(row, "a", "a, row 1").meta
    assert getattr(meta, name) == kept
    assert dict(meta.columns) == ({} if kept else {name: value})


def test_a_message_lists_thirty_columns_and_says_how_many_more_there_are():
    for count, more in ((30, ""), (31, " and 1 more"), (45, " and 15 more")):
        names = [f"c{number}" for number in range(count)]
        shown = ", ".join(names[:30])
        with pytest.raises(ReadError, match=rf"\(there are: {shown}{more}\)"):
            Columns(names, JsonlOptions(), "a.csv")
    with pytest.raises(ReadError, match=r"\(there are: none\)"):
        Columns([], JsonlOptions(), "a.csv")


def table(read, data, **options):
    return [item.text for item in read(io.BytesIO(data.encode()), "a.csv", CsvOptions(**options))]


def test_columns_and_delimiters_are_the_given_ones_before_those_of_the_file():
    assert table(read_csv, "a,b\nc,d\n", columns=("text", "title")) == ["a", "c"]
    assert table(read_tsv, "text;title\na\tb;c\n", delimiter=";") == ["a\tb"]
    assert table(read_tsv, "text\ttitle\na;b\tc\n") == ["a;b"]
    assert table(read_csv, "\n\ntext;title\na,b;c\n") == ["a,b"]
    assert table(read_csv, "text|title\na;b,c|d\n") == ["a;b,c"]
    assert table(read_csv, "text,\na,b\n") == ["a"]


def news(text):
    return list(read_newsml(text.encode(), "wire.xml"))


CONTENT = inline('<p xmlns="http://www.w3.org/1999/xhtml">Rain.</p>')


@pytest.mark.parametrize("kind", ["text", "composite", "picture", "video"])
def test_items_of_text_are_read_and_media_are_not(kind):
    found = [(doc.text, doc.failures) for doc in news(message(item(CONTENT, "a"), item(CONTENT, "b", kind)))]
    assert found == [("Rain.", ())] * (2 if kind in ("text", "composite") else 1)


@pytest.mark.parametrize(
    ("changed", "field", "value"),
    [
        (
            ('<provider qcode="nprov:QW"><name>Quay Wire</name></provider>', '<provider qcode="nprov:QW"/>'),
            "outlet",
            "QW",
        ),
        (
            ('<provider qcode="nprov:QW"><name>Quay Wire</name></provider>', '<provider literal="Wire"/>'),
            "outlet",
            "Wire",
        ),
        (('<provider qcode="nprov:QW"><name>Quay Wire</name></provider>', "<provider/>"), "outlet", None),
        (("<by>Ina Calder</by>", ""), "author", None),
        (
            ("<by>Ina Calder</by>", '<creator literal="Ana Ruiz"/><creator literal="Bo Lind"/>'),
            "author",
            "Ana Ruiz, Bo Lind",
        ),
        (("<by>Ina Calder</by>", '<language tag="fr"/>'), "language", "fr"),
        (("<by>Ina Calder</by>", ""), "language", "en-GB"),
        (("<versionCreated>2026-11-03T23:40:00-05:00</versionCreated>", ""), "published", "2026-11-01T08:00:00Z"),
        (('<itemClass qcode="ninat:text"/>', ""), "title", "Ferry stays in port"),
        (
            ('<itemClass qcode="ninat:text"/>', '<itemClass uri="http://cv.iptc.org/newscodes/ninat/text"/>'),
            "author",
            "Ina Calder",
        ),
    ],
)
def test_what_an_item_leaves_out_is_taken_from_where_else_it_says_it(changed, field, value):
    given = item(CONTENT)
    assert changed[0] in given
    [document] = news(given.replace(*changed))
    assert (document.text, getattr(document.meta, field)) == ("Rain.", value)


@pytest.mark.parametrize(
    ("media", "text"),
    [
        (' contenttype="text/plain"', "a &amp; b"),
        ("", "a &amp; b"),
        (' contenttype="text/html"', "a & b"),
        (' contenttype="image/html"', None),
        (' contenttype="application/json"', None),
        (' contenttype="text/plain" encoding="base64"', None),
    ],
)
def test_data_are_read_as_what_they_say_they_are(media, text):
    [document] = news(item(f"<inlineData{media}>a &amp;amp; b</inlineData>"))
    assert document.text == (text or "")
    assert bool(document.failures) == (text is None)


@pytest.mark.parametrize(
    ("changed", "field", "value"),
    [
        (
            ('<date.issue norm="20261103T234000-0500"/>', '<date.release norm="20261102T080000Z"/>'),
            "published",
            "2026-11-02T08:00:00Z",
        ),
        (
            ('<date.issue norm="20261103T234000-0500"/>', '<story.date norm="20261101T080000Z"/>'),
            "published",
            "2026-11-01T08:00:00Z",
        ),
        (('<date.issue norm="20261103T234000-0500"/>', ""), "published", None),
        (("<urgency", '<pubdata name="Orla Post"/><urgency'), "outlet", "Orla Post"),
        (("<person>Ina Calder</person>", "Ina Calder"), "author", "By Ina Calder Quay Wire"),
        (("<hl1>Ferry stays in port</hl1>", ""), "title", "Ferry"),
        (('xml:lang="en-NZ"', ""), "language", None),
    ],
)
def test_what_nitf_leaves_out_is_taken_from_where_else_it_says_it(changed, field, value):
    assert changed[0] in NITF
    [document] = news(NITF.replace(*changed, 1))
    assert getattr(document.meta, field) == value


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ('<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', True),
        ('<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', False),
        ('<newsItem xmlns="http://other.example/"/>', False),
        ('<nitf xmlns="http://other.example/"/>', True),
    ],
)
def test_wires_are_known_by_the_name_and_the_namespace_of_their_root(text, known):
    assert begins_newsml(text.encode()) is known
