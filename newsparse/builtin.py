"""What newsparse itself offers: a plugin like any other, on the same hooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from newsparse.exchange.schema_org import write_schema_org
from newsparse.exchange.spacy import write_docbin
from newsparse.exchange.web_annotation import ANALYSIS, write_web_annotation
from newsparse.hookspecs import hookimpl
from newsparse.model import CONLL, ONTONOTES
from newsparse.readers.html import HtmlOptions, begins_html, read_html
from newsparse.readers.offers import TEXTS_AND_ROWS
from newsparse.readers.wires import WIRES
from newsparse.specs import Backend, BackendSpec, ReaderSpec, WriterSpec
from newsparse.tables import FORMATS
from newsparse.writers import JsonOptions, PageOptions, write_json, write_jsonl, write_page, write_text


def make_stanza(language: str, layers: Sequence[str], **options: Any) -> Backend:
    """The backend ``stanza``; Stanza is imported here and not before."""
    from newsparse.backends.stanza import make

    return make(language, layers, **options)


@hookimpl
def newsparse_backends() -> Iterable[BackendSpec]:
    """Stanza with models that are on this machine."""
    return [
        BackendSpec(
            name="stanza",
            summary="Any Stanza pipeline, with downloaded models.",
            make=make_stanza,
            provides=("sentences", "tokens", "tags", "trees", "mentions", "attributions"),
            labels=CONLL | ONTONOTES,
        )
    ]


@hookimpl
def newsparse_readers() -> Iterable[ReaderSpec]:
    """Plain text, rows and records, and web pages."""
    return [
        *TEXTS_AND_ROWS,
        ReaderSpec(
            name="html",
            summary="A web page's article, with its title, author, date and outlet.",
            read=read_html,
            suffixes=(".html", ".htm", ".xhtml"),
            many=False,
            config=HtmlOptions,
            begins=begins_html,
        ),
        *WIRES,
    ]


@hookimpl
def newsparse_writers() -> Iterable[WriterSpec]:
    """A report to read, a page to look at, JSON in two layouts, JSON-LD for other programs, and tables."""
    return [
        WriterSpec(
            name="text", summary="A human-readable report.", write=write_text, joins="paragraphs", suffixes=(".txt",)
        ),
        WriterSpec(
            name="json",
            summary="JSON, one annotation per line.",
            write=write_json,
            joins="array",
            suffixes=(".json",),
            config=JsonOptions,
            omits=ANALYSIS,
        ),
        WriterSpec(
            name="jsonl",
            summary="JSON, one document per line.",
            write=write_jsonl,
            joins="lines",
            suffixes=(".jsonl", ".ndjson"),
            config=JsonOptions,
            omits=ANALYSIS,
        ),
        WriterSpec(
            name="html",
            summary="A page to look at: highlights and claims, in one file.",
            write_all=write_page,
            suffixes=(".html", ".htm"),
            config=PageOptions,
            streams=True,
        ),
        WriterSpec(
            name="web-annotation",
            summary="W3C Web Annotation: JSON-LD, one collection per document.",
            write=write_web_annotation,
            joins="array",
        ),
        WriterSpec(
            name="spacy",
            summary="A DocBin of spaCy, for all documents of a run.",
            write_all=write_docbin,
            suffixes=(".spacy",),
        ),
        WriterSpec(
            name="schema-org",
            summary="schema.org: JSON-LD with Quotation and Claim, one graph per document.",
            write=write_schema_org,
            joins="array",
        ),
        *FORMATS,
    ]
