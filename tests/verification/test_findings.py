"""Findings as JSON, as a report and as a page; whatever the documents hold, they fit their text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import newsparse
from newsparse.errors import AnnotationError, ReadError
from newsparse.model import Document, Located
from newsparse.testing import documents
from newsparse.verification import page, report, verify


@pytest.fixture
def checked(port, made):
    text = "“Our members will wait,” Ada Brook said. The <b>museum</b> sold 61 paintings. Varga runs nine ferries."
    figures = [("61", {"value": 61, "subject": "paintings"}), ("nine", {"value": 9, "subject": "ferries"})]
    return verify(made(text, quotes=[("Our members will wait,", "Ada Brook", "Ada Brook")], figures=figures), [port])


def test_findings_are_read_again_as_they_were(checked):
    assert newsparse.loads(newsparse.dumps(checked)) == checked
    assert [item.verdict for item in checked.findings] == ["altered", "absent", "verbatim"]


def test_the_report_says_what_is_not_supported_and_why(checked):
    lines = report(checked).splitlines()
    assert lines[0].endswith("1 quotation, 1 unsupported; 2 figures, 1 unsupported")
    assert "ALTERED: other words than in the sources" in lines
    assert "  words: nothing for 'not'" in lines
    assert "  no source has this figure" in lines
    assert lines[-1].strip().endswith("nine")


def test_the_page_shows_all_as_text_and_loads_nothing(checked):
    html = page(checked)
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html
    assert "&lt;b&gt;museum" in html
    assert "<script" not in html
    assert html.count('class="against"') == 2
    assert "Our members will not wait" in html


def test_the_public_name_is_the_function(port):
    assert newsparse.verify is verify


def test_a_place_must_hold_something():
    with pytest.raises(AnnotationError):
        Located(document="a", start=3, end=3, text="")


@settings(max_examples=25)
@given(documents(), documents())
def test_any_documents_can_be_compared(draft, source):
    found = verify(draft, [source, draft])
    assert newsparse.loads(newsparse.dumps(found)) == found
    for finding in found.findings:
        for place in [finding.there, *(item.there for item in finding.differences)]:
            if place is not None:
                whole = next(item for item in (source, draft) if item.id == place.document)
                assert whole.text[place.start : place.end] == place.text


def test_what_is_no_document_is_refused():
    with pytest.raises(ReadError, match="got str"):
        verify("a draft", [])
    with pytest.raises(ReadError, match="got str"):
        verify(Document(text="Ada left."), ["a source"])


def test_report_and_page_say_that_a_figure_is_written_another_way(made):
    source = made("It is 25 miles to Orla.", figures=[("25 miles", {"value": 25, "kind": "measure", "unit": "mile"})])
    fields = {"value": 40, "kind": "measure", "unit": "kilometre"}
    checked = verify(made("It is 40 kilometres to Orla.", figures=[("40 kilometres", fields)]), [source])
    assert report(checked).splitlines()[-1] == "  6-19  40 kilometres (the same as '25 miles', converted)"
    assert "<p>the same as &#39;25 miles&#39;, converted</p>" in page(checked)


def test_the_page_of_a_figure_as_in_the_source_needs_no_note(made):
    documents = [made("It has 12 boats.", figures=[("12", {"value": 12})]) for _ in range(2)]
    assert "the same" not in page(verify(*documents[:1], documents[1:]))
