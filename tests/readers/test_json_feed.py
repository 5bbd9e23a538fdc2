"""JSON Feed: an article for each item, whatever is missing or odd in the others."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse.errors import ReadError
from newsparse.readers.feed import FeedOptions
from newsparse.readers.json_feed import begins_json_feed, read_json_feed

ITEM = {
    "id": "urn:gazette:1",
    "url": "https://gazette.example/ferry",
    "title": "Ferry\nstays",
    "content_html": "<p>“It is late,” said Ada Brook.</p><p>Tickets cost 14 pounds.</p>",
    "content_text": "Less of it.",
    "summary": "Least of it.",
    "date_published": "2026-11-03T18:40:00Z",
    "authors": [{"name": "Ina Calder"}, {"url": "https://a.example"}, {"name": "Bo Lind"}],
    "tags": ["ferries", "travel"],
}


def feed(*items, **more):
    head = {"version": "https://jsonfeed.org/version/1.1", "title": "Lowmere Gazette", "language": "en-GB"}
    return json.dumps({**head, **more, "items": list(items)}).encode()


def read(*items, **more):
    return list(read_json_feed(feed(*items, **more), "a.json"))


def test_an_item_is_an_article_with_its_metadata():
    (article,) = read(ITEM)
    assert article.id == "urn:gazette:1"
    assert article.text == "“It is late,” said Ada Brook.\n\nTickets cost 14 pounds."
    meta = article.meta
    assert (meta.title, meta.outlet, meta.author) == ("Ferry stays", "Lowmere Gazette", "Ina Calder; Bo Lind")
    assert (meta.published, meta.url, meta.language) == (
        "2026-11-03T18:40:00Z",
        "https://gazette.example/ferry",
        "en-GB",
    )
    assert dict(meta.columns) == {"feed-text": "content", "tags": "ferries; travel"}


@pytest.mark.parametrize(
    ("without", "text", "which"),
    [
        (["content_html"], "Less of it.", "content"),
        (["content_html", "content_text"], "Least of it.", "summary"),
    ],
)
def test_plain_text_and_then_a_summary_stand_in_for_html(without, text, which):
    item = {name: value for name, value in ITEM.items() if name not in without}
    (article,) = read(item)
    assert (article.text, article.meta.columns["feed-text"]) == (text, which)
    kept = list(read_json_feed(feed(item), "a.json", FeedOptions(summaries=False)))
    assert len(kept) == (which == "content")


def test_an_item_that_cannot_be_read_costs_no_other():
    first, second, third = read({"id": "1", "title": "Bare"}, "no object", ITEM)
    assert first.failures[0].message == "a.json, item 1: the item has no text."
    assert second.failures[0].message == "a.json, item 2: expected an object, got str."
    assert third.id == "urn:gazette:1"


def test_version_1_has_one_author_and_some_ids_are_numbers():
    item = {
        "id": 17,
        "content_text": "It rained.",
        "author": {"name": "Ina Calder"},
        "external_url": "https://b.example",
    }
    (article,) = read(item, version="https://jsonfeed.org/version/1")
    assert (article.id, article.meta.author, article.meta.url) == ("17", "Ina Calder", "https://b.example")
    (article,) = read({"id": "1", "content_text": "It rained."}, authors=[{"name": "The desk"}])
    assert article.meta.author == "The desk"


def test_a_json_feed_is_known_by_its_version(tmp_path):
    data = feed(ITEM)
    assert begins_json_feed(data)
    assert begins_json_feed(b"\xef\xbb\xbf" + data.replace(b"/", b"\\/"))
    assert not begins_json_feed(b'[{"version": "https://jsonfeed.org/version/1"}]')
    assert not begins_json_feed(b'{"version": "1.1", "text": "jsonfeed.org/version"}')
    (tmp_path / "feed.json").write_bytes(data)
    assert [article.meta.outlet for article in newsparse.read(tmp_path / "feed.json")] == ["Lowmere Gazette"]


@pytest.mark.parametrize("data", [b"{", b"[]", b"{}", b'{"items": {}}', b"[" * 100_000])
def test_what_is_no_feed_is_refused(data):
    with pytest.raises(ReadError, match=r"a\.json is not"):
        list(read_json_feed(data, "a.json"))


VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3))


@given(st.lists(st.dictionaries(st.sampled_from([*ITEM, "author", "language", "external_url"]), VALUES)))
def test_whatever_members_hold_each_item_is_a_document(items):
    documents = read(*items)
    assert len(documents) == len(items)
    assert [newsparse.loads(newsparse.dumps(document)) for document in documents] == documents


@pytest.mark.parametrize(
    ("given", "kept"), [(7, "7"), ("7", "7"), (True, None), (7.5, None), (None, None), (["7"], None)]
)
def test_an_id_is_a_string_or_a_whole_number(given, kept):
    own, none = read({**ITEM, "id": given}), read({**ITEM, "id": ""})
    assert own[0].id == (none[0].id if kept is None else kept)
