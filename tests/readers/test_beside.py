"""Inputs at the edge of what a reader takes, and those just beside it."""

from __future__ import annotations

import datetime
import io
import json

import openpyxl
import pytest

from newsparse.errors import OptionError, ReadError
from newsparse.model import Document
from newsparse.readers import read_csv, read_feed, read_json, read_jsonl, read_newsml, read_ninjs, read_xlsx, unread
from newsparse.readers.articles import article, iso_time, on_one_line
from newsparse.readers.dates import iso_date
from newsparse.readers.excel import begins_xlsx
from newsparse.readers.feed import begins_feed
from newsparse.readers.jsonl import JsonlOptions, JsonOptions
from newsparse.readers.records import Columns, scalar
from newsparse.readers.table import CsvOptions
from newsparse.serial import SCHEMA, dumps
from tests.readers.test_feed import ATOM, RSS
from tests.readers.test_newsml import NITF, inline, item
from tests.readers.test_ninjs import FIRST, THIRD

DAY = datetime.datetime(2024, 5, 3)


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("2026-11-06", "2026-11-06"),
        ("20261106", "2026-11-06"),
        ("20261106T10", "2026-11-06T10:00:00"),
        ("20261106T1030+0000", "2026-11-06T10:30:00Z"),
        ("2026-11-06 10:30", "2026-11-06T10:30:00"),
        ("6 Nov 2026 10:00:00 +0100", "2026-11-06T10:00:00+01:00"),
        (" 2026-11-06 ", "2026-11-06"),
        ("November 3, 2026 6:40 PM", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_times_of_wires_keep_their_offset_and_days_have_no_time(written, time):
    assert iso_time(written) == time


@pytest.mark.parametrize(
    ("value", "layout", "date"),
    [
        (DAY, None, "2024-05-03"),
        (DAY.replace(hour=1), None, "2024-05-03T01:00:00"),
        (DAY.replace(tzinfo=datetime.UTC), None, "2024-05-03T00:00:00+00:00"),
        (DAY.date(), None, "2024-05-03"),
        (20240503, None, None),
        (None, None, None),
        ("2024-13", None, None),
        ("2024-12", None, "2024-12"),
        ("0000", None, None),
        ("20240503T100000", None, None),
        ("2024-05-03", "%d/%m/%Y", "2024-05-03"),
        ("3 May 2024", "%d/%m/%Y", "2024-05-03"),
        ("03/05/2024", "%d/%m/%Y", "2024-05-03"),
        ("03/05/2024 10:30", "%d/%m/%Y %H:%M", "2024-05-03T10:30:00"),
        ("May 3, 2024 6:40 PM", None, None),
        ("Fri, 03 May 2024 06:40:00 GMT", None, "2024-05-03T06:40:00+00:00"),
        ("2024-05-03 18:40 GMT", None, "2024-05-03T18:40+00:00"),
        ("2024-05-03T18:40:00UTC", None, "2024-05-03T18:40:00+00:00"),
        ("2024-05-03 18:40 -0130", None, "2024-05-03T18:40-0130"),
        ("2024-05-03 18:40 CET", None, None),
        ("2024-05-03 GMT", None, None),
        ("2024-05-03 +01:00", None, None),
    ],
)
def test_a_date_is_one_beyond_doubt_or_none(value, layout, date):
    assert iso_date(value, layout) == date


def test_loose_facts_that_are_empty_are_left_out_and_zero_is_not_empty():
    made = article("Rain.", "a.xml", "a-1", {"n": 0, "no": False, "none": None, "empty": ""}, title="", author="Ada")
    assert (made.id, made.meta.title, made.meta.author) == ("a-1", None, "Ada")
    assert dict(made.meta.columns) == {"n": 0, "no": False}
    assert article("Rain.", "a.xml", "", {}).id == Document(text="Rain.").id
    assert (on_one_line(None), on_one_line(" a\n b ")) == ("", "a b")


@pytest.mark.parametrize(
    ("path", "place", "error", "where", "message"),
    [
        ("a.csv", None, ReadError("a.csv is empty.", hint="Give another."), "a.csv", "a.csv is empty. Give another."),
        ("a.csv", None, ReadError("it is empty."), "a.csv", "a.csv: it is empty."),
        ("a.csv", "a.csv, row 7", OSError("gone"), "a.csv", "a.csv, row 7: OSError: gone."),
        ("a.csv", "a.csv, row 7", ReadError("no text."), "a.csv", "a.csv, row 7: no text."),
        ("-", None, ReadError("- is empty - see."), "standard input", "standard input is empty - see."),
        ("-", None, ReadError("there is no text in -."), "standard input", "there is no text in standard input."),
        ("-", "-, row 7", ReadError("no text."), "standard input", "standard input, row 7: no text."),
        ("-", "-, row 7", ReadError("-, row 7: no - text."), "standard input", "standard input, row 7: no - text."),
    ],
)
def test_what_could_not_be_read_says_where_and_why(path, place, error, where, message):
    document = unread(path, error, place)
    (failure,) = document.failures
    assert (failure.stage, failure.where, failure.message) == ("read", where, message)
    assert (document.text, document.id, document.meta.path) == ("", place or path, path)


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (b"PK\x03\x04....xl/workbook.xml", True),
        (b"PK\x03\x04....application/vnd.oasis.opendocument.spreadsheet", True),
        (b"PK\x03\x04....word/document.xml", False),
        (b"xl/workbook.xml", False),
        (b"", False),
    ],
)
def test_a_workbook_is_an_archive_with_the_parts_of_one(head, known):
    assert begins_xlsx(head) is known


def workbook(*rows):
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return io.BytesIO(file.getvalue())


def test_an_empty_sheet_is_refused_and_rows_and_columns_without_anything_are_passed_over():
    with pytest.raises(ReadError, match=r"a.xlsx is empty: a sheet needs a row"):
        list(read_xlsx(workbook(), "a.xlsx"))
    given = workbook((None, "Text", None, " Words "), (), (None, "It rained.", "x", 2.0), ("y", None, "z", None))
    (document,) = read_xlsx(given, "a.xlsx")
    assert (document.text, json.dumps(dict(document.meta.columns))) == ("It rained.", '{"Words": 2}')


class TestFeeds:
    def read(self, text):
        return list(read_feed(text.encode(), "news.rss"))

    def entry(self, inside, channel=""):
        given = f"{channel}<item><description>Rain.</description>{inside}</item>"
        (document,) = self.read(f"<rss version='2.0'><channel>{given}</channel></rss>")
        return document

    @pytest.mark.parametrize(
        ("root", "known"),
        [
            ('<feed xmlns="http://www.w3.org/2005/Atom">', True),
            ('<entry xmlns="http://www.w3.org/2005/Atom">', False),
            ('<feed xmlns="http://other.example/">', False),
            ('<rdf:RDF xmlns:rdf="r" xmlns="http://my.netscape.com/rdf/simple/0.9/">', True),
            ('<rdf:RDF xmlns:rdf="r">', False),
            ("<rss>", True),
        ],
    )
    def test_a_feed_is_known_by_its_root(self, root, known):
        assert begins_feed(root.encode()) is known

    def test_a_time_that_only_the_parser_of_feeds_understands_is_in_utc(self):
        assert self.entry("<pubDate>2026-307</pubDate>").meta.published == "2026-11-03T00:00:00Z"
        assert self.entry("<pubDate>never</pubDate>").meta.published is None
        assert self.entry("").meta.published is None

    def test_an_empty_last_entry_of_a_whole_feed_is_no_damage(self):
        whole, empty = self.read(RSS[: RSS.index("<item><title>Rates")] + "<item /></channel></rss>")
        assert (whole.failures, empty.failures[0].message) == ((), "news.rss, entry 2: the entry has no text.")

    def test_a_damaged_feed_without_a_cut_entry_loses_none(self):
        *_, last = self.read(RSS.replace("Rates rise</title>", "Rates & ports rise</title>"))
        assert "cut off" not in last.failures[0].message
        assert last.failures[0].message.endswith("Entries may be missing.")

    def test_authors_are_named_by_what_there_is_of_each_once(self):
        people = "<author><name>Ada Brook</name></author><author><name>Tam Orwell</name></author>"
        first, _ = self.read(ATOM.replace("<author><name>Ada Brook</name></author>", people * 2))
        assert first.meta.author == "Ada Brook, Tam Orwell"
        first, second = self.read(ATOM.replace("<name>Ada Brook</name>", "<email>ada@orla.example</email>"))
        assert (first.meta.author, second.meta.author) == ("ada@orla.example", None)

    def test_tags_have_the_words_for_people_before_those_for_programs(self):
        tags = '<category term="t1" label="Weather"/><category term="sea"/><category term="t2" label="Weather"/>'
        first, second = self.read(ATOM.replace("<published>", f"{tags}<published>"))
        assert dict(first.meta.columns) == {
            "feed-text": "content",
            "tags": "Weather; sea",
            "updated": "2026-11-02T09:30:00+13:00",
        }
        assert dict(second.meta.columns) == {"feed-text": "content"}

    def test_the_language_of_an_entry_counts_more_than_that_of_its_feed(self):
        french = self.read(ATOM.replace('<content type="text"', '<content type="text" xml:lang="fr"'))
        assert [document.meta.language for document in french] == ["en-NZ", "fr"]
        assert self.entry("", "<language>mi</language>").meta.language == "mi"

    def test_an_entry_without_an_id_has_that_of_its_address_or_of_its_text(self):
        assert self.entry("<link>https://orla.example/1</link>").id == "https://orla.example/1"
        assert self.entry("").id == Document(text="Rain.").id


def jsonl(*objects, **options):
    data = "\n".join(map(json.dumps, objects)).encode()
    return list(read_jsonl(io.BytesIO(data), "a.jsonl", JsonlOptions(**options)))


def test_what_says_that_newsparse_wrote_it_is_held_to_that():
    written = json.loads(dumps(Document(text="Rain.", id="a")))
    assert "text_sha256" in written
    for given in ({"text": "Rain.", "text_sha256": "x"}, {"text": "Rain.", "schema": SCHEMA}):
        (document,) = jsonl(given)
        assert (document.text, len(document.failures)) == ("", 1)
        assert "$" in document.failures[0].message
    assert jsonl({"text": "Rain.", "schema": "other"})[0].meta.columns["schema"] == "other"


def test_of_many_lists_ten_are_named():
    lists = {chr(97 + number): [{"n": number}] for number in range(12)}
    with pytest.raises(ReadError) as caught:
        list(read_json(io.BytesIO(json.dumps(lists).encode()), "a.json", JsonOptions()))
    assert caught.value.message == "a.json has no text, and several lists: a, b, c, d, e, f, g, h, i, j."
    assert caught.value.hint == "Name the one with the articles: --reader-option records=a."


class TestWires:
    def news(self, text):
        (document,) = read_newsml(text.encode(), "wire.xml")
        return document

    def test_a_concept_is_called_by_its_own_name(self):
        own = '<provider qcode="p:QW"><broader><name>All</name></broader><name>Quay</name></provider>'
        known = '<provider qcode="nprov:QW"><name>Quay Wire</name></provider>'
        given = item(inline('<p xmlns="http://www.w3.org/1999/xhtml">Rain.</p>'))
        assert known in given
        assert self.news(given.replace(known, own)).meta.outlet == "Quay"

    def test_without_a_byline_of_its_own_an_item_has_that_of_its_nitf(self):
        given = item(inline(NITF))
        assert self.news(given.replace("<by>Ina Calder</by>", "").replace("Ina Calder", "Tam Orwell")).meta.author == (
            "Tam Orwell"
        )

    def test_html_without_words_is_no_plain_text(self):
        given = item('<inlineData contenttype="text/html">&lt;p>&lt;/p></inlineData>')
        assert (self.news(given).text, len(self.news(given).failures)) == ("", 1)

    def test_all_columns_of_ninjs_travel_along(self):
        (document,) = read_ninjs(json.dumps(FIRST).encode(), "wire.json")
        assert dict(document.meta.columns) == {
            "type": "text",
            "versioncreated": "2026-11-03T23:40:00-05:00",
            "firstcreated": "2026-11-01T08:00:00Z",
            "located": "Lowmere",
            "urgency": 3,
            "subject": "transport; weather",
            "infosource": "Quay Wire",
            "copyrightholder": "Someone Else",
            "description_text": "The ferry stays.",
        }

    def test_two_lines_are_enough_for_json_lines_and_one_is_none(self):
        lines = "\n".join([json.dumps(FIRST), json.dumps(THIRD)])
        assert [document.id for document in read_ninjs(lines.encode(), "wire.json")] == [FIRST["uri"], THIRD["uri"]]
        with pytest.raises(ReadError, match="is not JSON"):
            list(read_ninjs(b'\n{"uri": 1,\n', "wire.json"))
        with pytest.raises(ReadError, match="is not JSON"):
            list(read_ninjs(b'[1]\n{"uri": "a"}\n', "wire.json"))

    @pytest.mark.parametrize("kind", ["nitf", "xml"])
    def test_a_body_in_xml_is_named_and_not_read(self, kind):
        (document,) = read_ninjs(json.dumps({"uri": "a", f"body_{kind}": "<p>Rain.</p>"}).encode(), "wire.json")
        assert (
            document.failures[0].message == f"wire.json: the item has no body in HTML or plain text (it has: {kind})."
        )
        (document,) = read_ninjs(json.dumps({"uri": "a", "body_xhtml": "<p>Rain.</p>"}).encode(), "wire.json")
        assert document.text == "Rain."


def rows(table, **options):
    return list(read_csv(io.BytesIO(table.encode()), "a.csv", CsvOptions(**options)))


class TestTables:
    def test_rows_are_counted_from_the_top_of_the_file(self):
        assert (
            rows("a\n", columns=("id", "text"))[0].failures[0].message
            == "a.csv, row 1 has 1 cells, not 2 as the header."
        )
        assert rows("id,text\na\n")[0].failures[0].message == "a.csv, row 2 has 1 cells, not 2 as the header."

    @pytest.mark.parametrize(
        ("options", "is_right"),
        [
            ({"quote": ""}, True),
            ({"quote": "'"}, True),
            ({"quote": "''"}, False),
            ({"delimiter": ""}, False),
            ({"delimiter": "pipe"}, True),
            ({"escape": ""}, False),
            ({"escape": "\\\\"}, False),
        ],
    )
    def test_marks_are_one_character_and_only_quotation_marks_may_be_none(self, options, is_right):
        if is_right:
            assert CsvOptions(**options)
            return
        (name,) = options
        with pytest.raises(OptionError, match=f"{name} must be one character"):
            CsvOptions(**options)

    def test_the_delimiter_is_the_one_that_gives_the_columns_that_are_named(self):
        assert [document.text for document in rows("a,b;main\n1,2;Rain.\n", text="main")] == ["Rain."]
        assert [document.text for document in rows("a,b,c;text\n1,2,3;Rain.\n", text="text")] == ["Rain."]
        assert [document.text for document in rows("a;b;c,id,text\n1;2;3,7,Rain.\n")] == ["Rain."]

    def test_of_two_columns_for_one_thing_the_likelier_is_it_and_the_other_travels_along(self):
        (document,) = rows("body,text,headline,title\nSnow.,Rain.,a,b\n")
        assert (document.text, document.meta.title) == ("Rain.", "b")
        assert dict(document.meta.columns) == {"body": "Snow.", "headline": "a"}
        (document,) = rows("Pub Date,pub_date,text\n2026-11-03,2026-11-04,Rain.\n")
        assert (document.meta.published, dict(document.meta.columns)) == ("2026-11-03", {"pub_date": "2026-11-04"})

    def test_a_row_without_an_id_has_that_of_its_text(self):
        row = {"text": "Rain.", "id": None}
        assert Columns(list(row), JsonlOptions(), "a").document(row, "a", "a, row 1").id == Document(text="Rain.").id

    @pytest.mark.parametrize(
        ("value", "kept"),
        [
            (DAY, "2024-05-03"),
            (float("inf"), None),
            ((1, "é"), '[1, "é"]'),
            ({"a": DAY}, '{"a": "2024-05-03 00:00:00"}'),
            (b"x", "b'x'"),
        ],
    )
    def test_other_values_become_those_that_a_column_can_have(self, value, kept):
        assert scalar(value) == kept
