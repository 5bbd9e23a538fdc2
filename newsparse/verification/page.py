"""Findings as a page of HTML that needs no network: the text with its findings, and each beside its source."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

import attrs

from newsparse.model import Document, Finding
from newsparse.verification.report import MEANINGS, source, summary
from newsparse.view.pieces import Highlight, Piece, paragraphs
from newsparse.visible import in_page, one_line


@attrs.frozen
class Card:
    """A finding as it is shown beside the text; ``link`` is where its source can be seen, if anywhere.

    ``note`` says in what way a figure that is written differently is the same.
    """

    key: str
    finding: Finding
    meaning: str
    words: str
    source: str
    there: str
    differences: tuple[str, ...]
    link: str = ""
    note: str = ""


@attrs.frozen
class Shown:
    """A text with its findings, ready for the template."""

    language: str
    summary: str
    paragraphs: tuple[Sequence[Piece], ...]
    cards: tuple[Card, ...]

    @staticmethod
    def classes(piece: Piece) -> str:
        """The classes of a piece: what it is, and "against" where any finding over it is."""
        styles = {style for item in piece.over for style in item.styles}
        return f"{piece.over[-1].kind} {'against' if 'against' in styles else 'supported'}"


@attrs.frozen
class Link:
    """Where a source can be seen, and what it is called."""

    address: str
    name: str


def shown(document: Document, links: Mapping[str, Link] | None = None) -> Shown:
    """The text of ``document`` with its findings marked, and a card for each, those that are not supported first.

    ``links`` are those of the sources, by the ids of the findings.
    """
    ordered = sorted(document.findings, key=_gravest)
    keys = {item.id: f"f{number}" for number, item in enumerate(ordered, 1)}
    return Shown(
        language=document.meta.language or "",
        summary=summary(document),
        paragraphs=tuple(paragraphs(document.text, [_highlight(item, keys[item.id]) for item in ordered])),
        cards=tuple(_card(item, keys[item.id], (links or {}).get(item.id)) for item in ordered),
    )


def page(document: Document, title: str | None = None) -> str:
    """A page with the text of ``document``, its findings marked, and a card for each; it loads nothing.

    ``title`` is the page's, by default the document's own, its path or its id.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("newsparse", "data/verification"),
        autoescape=True,
        finalize=in_page,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    sheet = data("page.css") + data("style.css")
    return environment.get_template("page.html").render(
        title=one_line(title or document.meta.title or document.meta.path or document.id),
        shown=shown(document),
        style=sheet,
        style_digest=base64.b64encode(hashlib.sha256(sheet.encode("utf-8")).digest()).decode("ascii"),
    )


def _gravest(finding: Finding) -> tuple[bool, int]:
    return finding.supported, finding.span.start


def _highlight(finding: Finding, key: str) -> Highlight:
    style = "supported" if finding.supported else "against"
    return Highlight(key, "quote" if finding.checked == "quote" else "figure", (finding.span,), styles=(style,))


def _card(finding: Finding, key: str, link: Link | None) -> Card:
    there = finding.there
    return Card(
        key=key,
        finding=finding,
        meaning=MEANINGS[finding.verdict],
        words=one_line(finding.text),
        source=link.name if link else source(there) if there else "",
        there=one_line(there.text) if there else "",
        differences=tuple(f"{item.part}: {one_line(str(item))}" for item in finding.differences),
        link=link.address if link else "",
        note=one_line(finding.reason) if finding.verdict == "consistent" else "",
    )


@cache
def data(name: str) -> str:
    """A file of the page: ``style.css`` for what is shown, ``page.css`` for the page around it."""
    return resources.files("newsparse").joinpath("data", "verification", name).read_text("utf-8")
