"""Feeds give an article for each entry, whole where they have it whole, and nothing that hostile ones ask for."""

import codecs
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.errors import ReadError
from newsparse.readers.feed import FeedOptions, begins_feed, read_feed

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Lowmere &amp; Quay Gazette</title><link>https://gazette.example/</link><language>en-gb</language>
<item>
  <title>Ferry &lt;i&gt;Skua&lt;/i&gt; stays in port</title><link>https://gazette.example/skua</link>
  <guid isPermaLink="false">gazette-17</guid><pubDate>Tue, 03 Nov 2026 23:40:00 -0500</pubDate>
  <dc:creator>Ina Calder</dc:creator><dc:creator>Tam Orwell</dc:creator><category>transport</category>
  <description>The ferry stays...</description>
  <content:encoded><![CDATA[<p>The ferry stays in port, the harbour master said.</p>
    <blockquote>We will not sail in <b>this</b> sea.</blockquote><p>Tickets cost &pound;14.</p>]]></content:encoded>
</item>
<item><title>Rates rise</title><link>https://gazette.example/rates</link>
  <description>Rates rise by 4 percent, the council &lt;b&gt;said&lt;/b&gt;.</description></item>
</channel></rss>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-NZ"><title>Orla Post</title>
<entry><id>tag:orla.example,2026:1</id><title type="html">Rain &amp;amp; hail</title>
  <author><name>Ada Brook</name></author>
  <link rel="self" href="https://orla.example/1.atom"/><link href="https://orla.example/1"/>
  <published>2026-11-01T23:30:00-05:00</published><updated>2026-11-02T09:30:00+13:00</updated>
  <content type="xhtml">
    <div xmlns="http://www.w3.org/1999/xhtml"><p>Rain fell.</p><p>“Heavy” rain.</p></div></content></entry>
<entry><id>tag:orla.example,2026:2</id><title>a &lt; b</title><updated>2026-11-02</updated>
  <content type="text">Less than 3 &lt; 4.

Next.</content></entry>
</feed>"""

RSS1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://orla.example/"><title>Orla Post</title></channel>
<item rdf:about="https://orla.example/3"><title>Snow</title>
<link>https://orla.example/3</link><description>Snow fell.</description></item>
</rdf:RDF>"""


def read(text, **options):
    return list(read_feed(text.encode(), "news.rss", FeedOptions(**options)))


def test_an_rss_entry_is_an_article_with_its_full_content():
    first, _ = read(RSS)
    assert first.text == (
        "The ferry stays in port, the harbour master said.\n\n“We will not sail in this sea.”\n\nTickets cost £14."
    )
    assert first.id == "gazette-17"
    meta = first.meta
    assert (meta.title, meta.author) == ("Ferry Skua stays in port", "Ina Calder, Tam Orwell")
    assert (meta.outlet, meta.language, meta.path) == ("Lowmere & Quay Gazette", "en-gb", "news.rss")
    assert (meta.published, meta.url) == ("2026-11-03T23:40:00-05:00", "https://gazette.example/skua")
    assert dict(meta.columns) == {"feed-text": "content", "tags": "transport"}


def test_an_entry_without_content_is_read_from_its_summary_and_says_so():
    second = read(RSS)[1]
    assert second.text == "Rates rise by 4 percent, the council said."
    assert second.id == "https://gazette.example/rates"
    assert second.meta.columns["feed-text"] == "summary"
    assert [document.id for document in read(RSS, summaries=False)] == ["gazette-17"]


@pytest.mark.parametrize("rest", ["", "<description/>", "<description>&lt;img src='a.png'/&gt; </description>"])
def test_an_entry_without_a_text_is_a_failure_that_names_it(rest):
    feed = RSS.replace("</item>\n</channel>", f"</item>\n<item><title>Talk</title>{rest}</item></channel>")
    *whole, empty = read(feed)
    assert [document.failures for document in whole] == [(), ()]
    assert [str(failure) for failure in empty.failures] == ["[NP401] news.rss, entry 3: the entry has no text."]
    assert (empty.text, empty.id) == ("", "news.rss, entry 3")
    assert len(read(feed, summaries=False)) == 1


def test_an_atom_entry_is_an_article():
    first, second = read(ATOM)
    assert first.text == "Rain fell.\n\n“Heavy” rain."
    assert (first.id, first.meta.url) == ("tag:orla.example,2026:1", "https://orla.example/1")
    assert (first.meta.title, first.meta.author, first.meta.outlet) == ("Rain & hail", "Ada Brook", "Orla Post")
    assert (first.meta.published, first.meta.language) == ("2026-11-01T23:30:00-05:00", "en-NZ")
    assert first.meta.columns["updated"] == "2026-11-02T09:30:00+13:00"
    assert (second.text, second.meta.title) == ("Less than 3 < 4.\n\nNext.", "a < b")
    assert (second.meta.published, second.meta.url) == ("2026-11-02", None)


def test_rss_1_is_read():
    (document,) = read(RSS1)
    assert (document.text, document.meta.title, document.meta.outlet) == ("Snow fell.", "Snow", "Orla Post")


def test_a_feed_without_entries_has_no_articles():
    assert read("<rss version='2.0'><channel><title>Quiet</title></channel></rss>") == []


@pytest.mark.parametrize("text", [RSS, ATOM, RSS1])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_feeds_are_known_by_their_beginning(text, encoding):
    data = text.replace(' encoding="utf-8"', "").encode(encoding)
    assert begins_feed(data[:600])


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"<html><body>rss</body></html>", b"<newsItem/>", b"<feed/>", b"Rain <rss>"]
)
def test_other_files_are_not_taken_for_feeds(data):
    assert not begins_feed(data)


@pytest.mark.parametrize("data", [b"", b"Rain fell.", b"<html><body><p>Rain</p></body></html>", b"\xff\xfe\x00", b"{}"])
def test_what_is_no_feed_is_refused(data):
    with pytest.raises(ReadError, match="news.rss is not an RSS or Atom feed"):
        list(read_feed(data, "news.rss"))


def test_a_feed_that_is_cut_off_gives_its_whole_entries_and_says_so():
    *whole, last = read(RSS[: RSS.index("the council")])
    assert [document.id for document in whole] == ["gazette-17"]
    assert last.text == ""
    (failure,) = last.failures
    assert failure.code == "NP401"
    assert "no element found in line" in failure.message
    assert "the entry after these 1 is cut off" in failure.message


def test_a_feed_that_is_not_well_formed_gives_all_its_entries_and_says_so():
    *entries, last = read(RSS.replace("Rates rise</title>", "Rates & ports rise</title>"))
    assert [document.meta.title for document in entries] == ["Ferry Skua stays in port", "Rates & ports rise"]
    assert "not well-formed (invalid token) in line" in last.failures[0].message


def test_a_wrong_declaration_of_the_encoding_is_no_fault():
    first, _ = read(
        RSS.replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="us-ascii"?>').replace("Skua", "Skúa")
    )
    assert first.meta.title == "Ferry Skúa stays in port"


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
HOSTILE = [
    f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>',
    f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>',
    '<!DOCTYPE rss [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://gazette.example/x.dtd"> %p; <!ENTITY l9 "x">]>',
]


@pytest.mark.parametrize("doctype", HOSTILE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_a_feed_that_declares_entities_is_refused(doctype, encoding):
    text = f"{doctype}<rss version='2.0'><channel><item><description>&l9;</description></item></channel></rss>"
    with pytest.raises(ReadError, match="declares XML entities"):
        list(read_feed(text.encode(encoding), "news.rss"))


def test_entities_hidden_in_an_odd_encoding_stay_small():
    entry = "<rss version='2.0'><channel><item><description>&l9;</description></item></channel></rss>"
    text = f'<?xml version="1.0" encoding="utf-7"?>{HOSTILE[0]}{entry}'
    tracemalloc.start()
    try:
        documents = list(read_feed(codecs.encode(text, "utf-7"), "news.rss"))
    except ReadError:
        documents = []
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100e6
    assert all("hahaha" not in document.text for document in documents)


@given(
    st.binary()
    | st.builds(
        lambda start, end, junk: RSS.encode()[:start] + junk + RSS.encode()[end:],
        st.integers(0, 900),
        st.integers(0, 1400),
        st.binary(max_size=20),
    )
)
def test_whatever_the_bytes_are_there_are_documents_or_a_coded_error(data):
    try:
        documents = list(read_feed(data, "news.rss"))
    except ReadError as error:
        assert "news.rss" in error.message
    else:
        assert all(document.text or document.failures or document.meta.title or document.id for document in documents)
