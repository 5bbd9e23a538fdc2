"""NewsML-G2 and NITF items are articles, and hostile XML is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.errors import ReadError
from newsparse.readers.newsml import NewsmlOptions, begins_newsml, read_newsml

NITF = """<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" xml:lang="en-NZ">
<head><title>Ferry</title><docdata><doc-id id-string="nitf-17"/><urgency ed-urg="3"/>
<date.issue norm="20261103T234000-0500"/><doc.copyright holder="Quay Wire"/></docdata></head>
<body><body.head><hedline><hl1>Ferry stays in port</hl1><hl2>Seas are high</hl2></hedline>
<byline>By <person>Ina Calder</person><byttl>Quay Wire</byttl></byline><dateline>LOWMERE</dateline></body.head>
<body.content><p>The <org>ferry</org> stays in port.</p><hl2>Later</hl2>
<media media-type="image"><media-reference source="a.jpg">x</media-reference>
<media-caption>The quay.</media-caption></media>
<p>Tickets cost <money>14 pounds</money>.</p></body.content></body></nitf>"""
NITF_TEXT = "The ferry stays in port.\n\nLater\n\nThe quay.\n\nTickets cost 14 pounds."

XHTML = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head>
<body><p>Snow fell.</p><p>It <em>stayed</em>.</p></body></html>"""


def item(content, guid="urn:wire.example:17", kind="text"):
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="4" xml:lang="en-GB">
<itemMeta><itemClass qcode="ninat:{kind}"/><provider qcode="nprov:QW"><name>Quay Wire</name></provider>
<versionCreated>2026-11-03T23:40:00-05:00</versionCreated><firstCreated>2026-11-01T08:00:00Z</firstCreated>
<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><urgency>3</urgency>
<located qcode="geo:1"><name>Lowmere</name><broader><name>Tarn</name></broader></located>
<by>Ina Calder</by><dateline>LOWMERE, Nov 3</dateline><subject qcode="medtop:1"><name>transport</name></subject>
<slugline>ferry</slugline><headline> Ferry stays
in port</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"""


def inline(xml):
    return f'<inlineXML contenttype="application/xml">{xml}</inlineXML>'


def message(*items):
    head = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-11-04</sent></header>'
    return f"{head}<itemSet>{''.join(items)}</itemSet></newsMessage>"


def read(text):
    return list(read_newsml(text.encode(), "wire.xml"))


def test_a_news_item_is_an_article():
    (document,) = read(item(inline(XHTML)))
    assert (document.text, document.id) == ("Snow fell.\n\nIt stayed.", "urn:wire.example:17")
    meta = document.meta
    assert (meta.title, meta.author, meta.outlet) == ("Ferry stays in port", "Ina Calder", "Quay Wire")
    assert (meta.published, meta.language) == ("2026-11-03T23:40:00-05:00", "en-GB")
    assert dict(meta.columns) == {
        "version": "4",
        "firstCreated": "2026-11-01T08:00:00Z",
        "pubStatus": "usable",
        "urgency": "3",
        "dateline": "LOWMERE, Nov 3",
        "slugline": "ferry",
        "located": "Lowmere",
        "subject": "transport",
    }


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (inline(NITF), NITF_TEXT),
        (inline('<p xmlns="http://www.w3.org/1999/xhtml">Rain.</p>'), "Rain."),
        ('<inlineData contenttype="text/plain">Rain fell.\n\nIt &lt;stayed.</inlineData>', "Rain fell.\n\nIt <stayed."),
        ('<inlineData contenttype="text/html">&lt;p>Rain.&lt;/p>&lt;p>Hail.&lt;/p></inlineData>', "Rain.\n\nHail."),
        ('<inlineData contenttype="text/plain">no</inlineData>' + inline(XHTML), "Snow fell.\n\nIt stayed."),
    ],
)
def test_the_text_is_the_first_rendition_with_paragraphs(content, text):
    assert read(item(content))[0].text == text


def test_options_say_what_of_an_item_is_its_text():
    quoted = '<p xmlns="http://www.w3.org/1999/xhtml">Rain.</p><blockquote>We stay.</blockquote>'
    given = item(inline(f'<body xmlns="http://www.w3.org/1999/xhtml">{quoted}</body>')).encode()
    assert [document.text for document in read_newsml(given, "wire.xml")] == ["Rain.\n\n“We stay.”"]
    plain = NewsmlOptions(marks=False)
    assert [document.text for document in read_newsml(given, "wire.xml", plain)] == ["Rain.\n\nWe stay."]
    (document,) = read_newsml(NITF.encode(), "wire.xml", NewsmlOptions(captions=False))
    assert document.text == NITF_TEXT.replace("The quay.\n\n", "")


def test_a_message_gives_its_items_of_text_and_says_which_cannot_be_read():
    documents = read(
        message(item(inline(XHTML), "a"), item("", "b", "picture"), item("", "c"), item(inline(NITF), "d"))
    )
    assert [document.id for document in documents] == ["a", "wire.xml, item 3", "d"]
    assert documents[1].failures[0].message == "wire.xml, item 3: the item has no text in XHTML, NITF or plain text."


def test_nitf_alone_is_an_article():
    (document,) = read(NITF)
    assert (document.text, document.id) == (NITF_TEXT, "nitf-17")
    meta = document.meta
    assert (meta.title, meta.author, meta.outlet) == ("Ferry stays in port", "Ina Calder", "Quay Wire")
    assert (meta.published, meta.language) == ("2026-11-03T23:40:00-05:00", "en-NZ")
    assert dict(meta.columns) == {"dateline": "LOWMERE", "urgency": "3", "subheadline": "Seas are high"}


def test_entities_of_a_dtd_that_is_not_loaded_keep_their_characters():
    text = '<!DOCTYPE nitf SYSTEM "http://quay.example/nitf.dtd">' + NITF.replace(
        "14 pounds", "14&nbsp;pounds &hellip;"
    )
    assert "14 pounds …" in read(text)[0].text


@pytest.mark.parametrize("text", [NITF, item(""), message(), "\n<!-- wire -->" + message()])
def test_wires_are_known_by_their_beginning(text):
    assert begins_newsml(text.encode()[:300])


@pytest.mark.parametrize("text", ["", "<rss/>", "<newsItem/>", "<html><nitf/></html>", "nitf"])
def test_other_files_are_not_taken_for_wires(text):
    assert not begins_newsml(text.encode())


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f'<!DOCTYPE nitf [<!ENTITY l0 "ha">{LAUGHS}]><nitf>&l9;</nitf>', "declares XML entities"),
        ('<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf>&x;</nitf>', "declares XML entities"),
        ('<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://quay.example/x">%x;]><nitf/>', "declares XML entities"),
        (NITF[:-20], "not well-formed XML"),
        ("<nitf>" * 2000, "not well-formed XML"),
        ("", "not well-formed XML"),
        ("<rss/>", "neither NewsML-G2 with news items nor NITF"),
        ("<nitf><body/></nitf>", "has no text"),
    ],
)
def test_what_cannot_be_read_safely_is_refused(text, words):
    with pytest.raises(ReadError, match=words):
        read(text)


@given(
    st.sampled_from([NITF, message(item(inline(XHTML)))]),
    st.integers(0, 1500),
    st.integers(0, 40),
    st.text(max_size=10),
)
def test_whatever_the_bytes_are_there_are_documents_or_a_coded_error(text, start, length, junk):
    try:
        documents = read((text[:start] + junk + text[start + length :]).encode("utf-8", "replace").decode())
    except ReadError as error:
        assert "wire.xml" in error.message
    else:
        assert all(document.text or document.failures for document in documents)
