"""Facts about an article: from the first place in a file that has them, and from nowhere else."""

from __future__ import annotations

import io
import json

import pytest

from newsparse.readers import read_csv, read_feed, read_newsml, read_ninjs

NAR = "http://iptc.org/std/nar/2006-10-01/"
TEXT = "Rain fell."
INLINE = f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{TEXT}</p></body></html></inlineXML>'


def newsml(about="", content="", body=INLINE, kind='qcode="ninat:text"', more=""):
    xml = f"""<newsItem xmlns="{NAR}" guid="g" {more}><itemMeta><itemClass {kind}/>{about}</itemMeta>
    <contentMeta>{content}</contentMeta><contentSet>{body}</contentSet></newsItem>"""
    return next(iter(read_newsml(xml.encode(), "a.xml")), None)


def nitf(head="", body_head=""):
    xml = f"""<nitf><head><docdata>{head}</docdata></head><body><body.head>{body_head}</body.head>
    <body.content><p>{TEXT}</p></body.content></body></nitf>"""
    (document,) = read_newsml(xml.encode(), "a.xml")
    return document.meta


def ninjs(**fields):
    (document,) = read_ninjs(json.dumps({"uri": "u", "body_text": TEXT} | fields).encode(), "a.json")
    return document


@pytest.mark.parametrize(
    ("kind", "read"),
    [
        ('qcode="ninat:text"', True),
        ('uri="http://cv.iptc.org/newscodes/ninature/text"', True),
        ('uri="http://cv.iptc.org/newscodes/ninature/picture"', False),
        ("", True),
    ],
)
def test_a_news_item_is_an_article_unless_its_class_says_that_it_is_something_else(kind, read):
    assert (newsml(kind=kind) is not None) == read


@pytest.mark.parametrize(
    ("about", "content", "fact", "value"),
    [
        ('<provider literal="Quay Wire"/>', "", "outlet", "Quay Wire"),
        ('<provider qcode="p:QW"/>', "", "outlet", "QW"),
        (
            '<provider qcode="p:QW"><name>Quay</name><broader><name>All</name></broader></provider>',
            "",
            "outlet",
            "Quay",
        ),
        ('<provider qcode="p:QW"/>', '<infoSource literal="Orla Post"/>', "outlet", "QW"),
        ("", '<infoSource literal="Orla Post"/>', "outlet", "Orla Post"),
        ("", "<by>Ina Calder</by><creator literal='Tam Orwell'/>", "author", "Ina Calder"),
        ("", "<creator literal='Ina Calder'/><creator literal='Tam Orwell'/>", "author", "Ina Calder, Tam Orwell"),
        ("<title>Rain</title>", "", "title", "Rain"),
        ("<title>Rain</title>", "<headline>Snow</headline>", "title", "Snow"),
        ("<title>Rain</title>", "<headline/>", "title", "Rain"),
        ("<firstCreated>2026-11-03</firstCreated>", "", "published", "2026-11-03"),
        ("", '<language tag="en-NZ"/>', "language", "en-NZ"),
        ("", "<language/>", "language", "en-GB"),
    ],
)
def test_facts_of_a_news_item_come_from_the_likeliest_element(about, content, fact, value):
    assert getattr(newsml(about, content, more='xml:lang="en-GB"').meta, fact) == value


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<inlineData>Snow fell.</inlineData>", "Snow fell."),
        ('<inlineData contenttype="text/plain">Snow fell.</inlineData>' + INLINE, TEXT),
        ('<inlineData>Hail.</inlineData><inlineData contenttype="text/html">&lt;p>Snow&lt;/p></inlineData>', "Snow"),
        ('<inlineData contenttype="text/html">&lt;p>Snow &amp;amp; ice.&lt;/p></inlineData>', "Snow & ice."),
        ('<inlineData encoding="base64">U25vdw==</inlineData>', None),
        ('<inlineData contenttype="image/svg">Snow</inlineData>', None),
        ("<inlineXML><p>Snow fell.</p></inlineXML>", "Snow fell."),
        ("<inlineXML><svg>Snow</svg></inlineXML>", None),
    ],
)
def test_the_text_is_the_best_rendition_that_can_be_read(body, text):
    document = newsml(body=body)
    assert (document.text, len(document.failures)) == ((text, 0) if text else ("", 1))


@pytest.mark.parametrize(
    ("head", "body_head", "fact", "value"),
    [
        ('<date.issue norm="20261103"/><date.release norm="20261104"/>', "", "published", "2026-11-03"),
        ('<date.release norm="20261104"/><story.date norm="20261105"/>', "", "published", "2026-11-04"),
        ('<story.date norm="20261105"/>', "", "published", "2026-11-05"),
        ('<doc.copyright holder="Quay Wire"/>', "", "outlet", "Quay Wire"),
        ('<doc.copyright holder="Quay Wire"/><pubdata name="Orla Post"/>', "", "outlet", "Orla Post"),
        ("", "<byline>By Ina Calder</byline>", "author", "By Ina Calder"),
        ("", "<byline>By <person>Ina Calder</person></byline>", "author", "Ina Calder"),
    ],
)
def test_facts_of_nitf_come_from_the_likeliest_element(head, body_head, fact, value):
    assert getattr(nitf(head, body_head), fact) == value


@pytest.mark.parametrize(
    ("fields", "fact", "value"),
    [
        ({"headlines": [{"role": "short", "value": "Snow"}, {"role": "main", "value": "Rain"}]}, "title", "Rain"),
        ({"headlines": [{"role": "main", "value": ""}, {"value": "Snow"}]}, "title", "Snow"),
        ({"headlines": [{"value": 3}, {"value": "<b>Snow</b>"}]}, "title", "Snow"),
        ({"headlines": ["Snow"]}, "title", None),
        ({"infosource": [{"name": 3}, {"name": "Quay Wire"}], "copyrightholder": "Orla Post"}, "outlet", "Quay Wire"),
        ({"infosources": [{"name": "Quay Wire"}]}, "outlet", "Quay Wire"),
        ({"infosource": [{"name": ""}], "copyrightholder": "Orla Post"}, "outlet", "Orla Post"),
        ({"contentcreated": "2026-11-03"}, "published", "2026-11-03"),
        ({"contentcreated": "2026-11-03", "firstcreated": "2026-11-04"}, "published", "2026-11-04"),
    ],
)
def test_facts_of_ninjs_come_from_the_likeliest_member(fields, fact, value):
    assert getattr(ninjs(**fields).meta, fact) == value


@pytest.mark.parametrize(
    ("bodies", "text"),
    [
        (
            [{"contentType": "text/plain", "value": "Hail."}, {"contentType": "text/html", "value": "<p>Snow</p>"}],
            "Snow",
        ),
        ([{"value": "<p>Snow</p>"}], "Snow"),
        ([{"value": "Snow < rain"}], "Snow < rain"),
        ([{"contentType": "TEXT/HTML; charset=utf-8", "value": "<p>Snow</p>"}], "Snow"),
        (
            [
                {"contentType": "application/xml", "value": "<p>Snow</p>"},
                {"contentType": "text/plain", "value": "Hail."},
            ],
            "Hail.",
        ),
        ([{"value": 3}, {"value": "Snow"}], "Snow"),
    ],
)
def test_the_body_of_ninjs_is_html_before_plain_text_and_nothing_else(bodies, text):
    assert ninjs(body_text=None, bodies=bodies).text == text


@pytest.mark.parametrize(
    ("entry", "fact", "value"),
    [
        ("<author>ina@orla.example (Ina Calder)</author>", "author", "Ina Calder"),
        ("<author>ina@orla.example</author>", "author", "ina@orla.example"),
        ("<author>Ina Calder &lt;ina@orla.london&gt;</author>", "author", "Ina Calder"),
        ("<author>Ina Calder</author>", "author", "Ina Calder"),
        ("<pubDate>Tue, 03 Nov 2026 18:40:00 +0000</pubDate>", "published", "2026-11-03T18:40:00Z"),
        ("<pubDate>soon</pubDate>", "published", None),
        ("<link>https://orla.example/1</link>", "url", "https://orla.example/1"),
        ("<link>/1</link>", "url", None),
        ("<category>sea</category><category>sea</category><category>rain</category>", "tags", "sea; rain"),
    ],
)
def test_facts_of_an_entry_of_a_feed(entry, fact, value):
    feed = f"<rss version='2.0'><channel><item><description>{TEXT}</description>{entry}</item></channel></rss>"
    (document,) = read_feed(feed.encode(), "a.rss")
    assert getattr(document.meta, fact, document.meta.columns.get(fact)) == value


@pytest.mark.parametrize(
    ("column", "cell", "fact", "value"),
    [
        ("country", "nz", "country", "NZ"),
        ("country", "New Zealand", "country", None),
        ("country", "64", "country", None),
        ("title", "  Rain ", "title", "Rain"),
        ("title", "", "title", None),
        ("Pub-Date", "2026-11-03", "published", "2026-11-03"),
        ("byline", "Ina Calder", "author", "Ina Calder"),
    ],
)
def test_facts_of_a_row_come_from_columns_with_usual_names(column, cell, fact, value):
    (document,) = read_csv(io.BytesIO(f"text,{column}\n{TEXT},{cell}\n".encode()), "a.csv")
    assert getattr(document.meta, fact) == value


def test_a_table_with_columns_that_have_no_names_numbers_them():
    (document,) = read_csv(io.BytesIO(f"text;id;;\n{TEXT};7;;x\n".encode()), "a.csv")
    assert (document.text, document.id, dict(document.meta.columns)) == (TEXT, "7", {"column 3": None, "column 4": "x"})
