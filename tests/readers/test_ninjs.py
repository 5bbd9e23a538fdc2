"""ninjs items of all three versions are articles, and what is not text is left out."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.errors import ReadError
from newsparse.readers.ninjs import NinjsOptions, begins_ninjs, read_ninjs

FIRST = {
    "$standard": {"name": "ninjs", "version": "1.4"},
    "uri": "urn:wire.example:17",
    "type": "text",
    "versioncreated": "2026-11-03T23:40:00-05:00",
    "firstcreated": "2026-11-01T08:00:00Z",
    "headline": "Ferry stays\n in port",
    "byline": "Ina Calder",
    "language": "en-GB",
    "located": "Lowmere",
    "urgency": 3,
    "subject": [{"name": "transport", "code": "1"}, {"name": "weather"}],
    "infosource": [{"name": "Quay Wire", "rel": "supplier"}],
    "copyrightholder": "Someone Else",
    "description_text": "The ferry stays.",
    "body_text": "The ferry stays in port.\nTickets cost 14 pounds.",
    "body_html": "<p>The ferry stays in port.</p><p>Tickets cost &pound;14.</p>",
}

SECOND = {
    "standard": {"name": "ninjs", "version": "2.0"},
    "uri": "urn:wire.example:18",
    "versioncreated": "2026-11-03",
    "by": "Tam Orwell",
    "copyrightholder": "Quay Wire",
    "headlines": [{"role": "short", "value": "Rates"}, {"role": "main", "value": "Rates rise"}],
    "bodies": [
        {"role": "plain", "contenttype": "text/plain", "value": "Rates rise by 4 < 5 percent."},
        {"role": "feed", "contenttype": "application/nitf+xml", "value": "<nitf/>"},
    ],
}

THIRD = {
    "uri": "urn:wire.example:19",
    "versionCreated": "2026-11-04T00:00:00Z",
    "pubStatus": "usable",
    "headlines": [{"value": "Snow"}],
    "bodies": [{"contentType": "application/xhtml+xml", "value": "<p>Snow fell.</p><p>It stayed.</p>"}],
}


def read(*items, **options):
    value = items[0] if len(items) == 1 else list(items)
    return list(read_ninjs(json.dumps(value).encode(), "wire.json", NinjsOptions(**options)))


def test_an_item_of_version_1_is_an_article():
    (document,) = read(FIRST)
    assert document.text == "The ferry stays in port.\n\nTickets cost £14."
    assert document.id == "urn:wire.example:17"
    meta = document.meta
    assert (meta.title, meta.author, meta.outlet) == ("Ferry stays in port", "Ina Calder", "Quay Wire")
    assert (meta.published, meta.language, meta.url) == ("2026-11-03T23:40:00-05:00", "en-GB", None)
    columns = {
        name: meta.columns[name] for name in ("located", "urgency", "subject", "firstcreated", "description_text")
    }
    assert columns == {
        "located": "Lowmere",
        "urgency": 3,
        "subject": "transport; weather",
        "firstcreated": "2026-11-01T08:00:00Z",
        "description_text": "The ferry stays.",
    }


def test_items_of_versions_2_and_3_are_articles():
    second, third = read(SECOND, THIRD)
    assert second.text == "Rates rise by 4 < 5 percent."
    assert (second.meta.title, second.meta.author, second.meta.outlet) == ("Rates rise", "Tam Orwell", "Quay Wire")
    assert second.meta.published == "2026-11-03"
    assert third.text == "Snow fell.\n\nIt stayed."
    assert (third.meta.title, third.meta.published) == ("Snow", "2026-11-04T00:00:00Z")


def test_items_come_one_a_line_too_and_a_bad_line_loses_no_other():
    lines = [json.dumps(FIRST), "", "{nonsense", json.dumps(THIRD)]
    documents = list(read_ninjs("\n".join(lines).encode(), "wire.jsonl"))
    assert [document.id for document in documents] == [
        "urn:wire.example:17",
        "wire.jsonl, line 3",
        "urn:wire.example:19",
    ]
    assert documents[1].failures[0].message.startswith("wire.jsonl, line 3: not JSON")


@pytest.mark.parametrize(
    ("item", "body", "text"),
    [
        (FIRST, "text", "The ferry stays in port.\nTickets cost 14 pounds."),
        (SECOND, "plain", "Rates rise by 4 < 5 percent."),
        (SECOND, "text/plain", "Rates rise by 4 < 5 percent."),
    ],
)
def test_an_option_names_the_body(item, body, text):
    assert read(item, body=body)[0].text == text


def test_a_body_that_is_not_there_is_a_failure_that_lists_those_there_are():
    (document,) = read(FIRST, body="xhtml")
    assert document.failures[0].message == "wire.json: the item has no body 'xhtml' (it has: text, html)."


@pytest.mark.parametrize("kind", ["picture", "video", "audio", "graphic", "event"])
def test_pictures_and_other_media_are_no_articles(kind):
    assert read({**FIRST, "type": kind}) == []


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ({"uri": "a", "type": "text", "headline": "H"}, "has no body in HTML or plain text (it has: none)"),
        ({**FIRST, "headline": 3}, "'headline' must be a string, got int"),
        ({**FIRST, "uri": ["a"]}, "'uri' must be a string, got list"),
        ({**SECOND, "bodies": "text"}, "has no body"),
        (["a"], "expected an object, got str"),
        (None, "expected an object, got NoneType"),
    ],
)
def test_an_item_that_cannot_be_read_says_why_and_loses_no_other(item, words):
    documents = read(THIRD, item, THIRD) if not isinstance(item, list) else read(THIRD, *item, THIRD)
    assert [bool(document.text) for document in documents] == [True, False, True]
    assert words in documents[1].failures[0].message
    assert documents[1].failures[0].message.startswith("wire.json, item 2: ")


@pytest.mark.parametrize(
    "data", [b"", b"Rain fell.\nIt was wet.", b"Rain fell.", b"{", b"\xff\xfe", b"[" * 100_000, b"{}{}"]
)
def test_what_is_not_json_is_refused(data):
    with pytest.raises(ReadError, match="wire.json"):
        list(read_ninjs(data, "wire.json"))


@pytest.mark.parametrize("value", [FIRST, [SECOND], THIRD])
@pytest.mark.parametrize("indent", [None, 2])
def test_ninjs_is_known_by_its_members(value, indent):
    assert begins_ninjs(json.dumps(value, indent=indent).encode("utf-8-sig"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"text": "uri"}',
        b'{"uri": "a", "text": "b"}',
        b'<a>"uri": "body_text":</a>',
        b'{"body_text": "a"}',
    ],
)
def test_other_json_is_not_taken_for_ninjs(data):
    assert not begins_ninjs(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*FIRST, *SECOND, *THIRD, "value", "role", "name"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON)
def test_whatever_the_json_is_there_are_documents(value):
    documents = list(read_ninjs(json.dumps(value).encode(), "wire.json"))
    assert all(document.text or document.failures for document in documents)


@given(st.binary())
def test_whatever_the_bytes_are_there_are_documents_or_a_coded_error(data):
    try:
        list(read_ninjs(data, "wire.json"))
    except ReadError as error:
        assert "wire.json" in error.message
