"""A page about the dues of a harbour, around whatever a test puts into it, and the document that is read from it."""

from __future__ import annotations

from newsparse.readers.html import HtmlOptions, read_html

LEAD = "The harbour board of Orla will raise its dues for lorries in June, the first rise for nine years."
CLOSE = "The board meets again in April, when the council of Orla has to vote on all of the new dues."


def page(*parts, head="", body=""):
    inner = "\n".join(parts)
    return (
        f"<!DOCTYPE html><html><head><title>Dues</title>{head}</head><body {body}>"
        f"<article><h1>Dues</h1><p>{LEAD}</p>{inner}<p>{CLOSE}</p></article></body></html>"
    )


def read(html, **options):
    data = html if isinstance(html, bytes) else html.encode()
    (document,) = read_html(data, "page.html", HtmlOptions(**options))
    return document


def inner(*parts, **options):
    """The paragraphs between the first and the last of the page."""
    found = read(page(*parts), **options).text.split("\n\n")
    assert (found[0], found[-1]) == (LEAD, CLOSE)
    return found[1:-1]
