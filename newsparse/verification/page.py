"""Findings as a page of HTML that needs no network: the text with its findings, and each beside its source."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

import attrs

from newsparse.model import Document, Finding
from newsparse.verification.report import MEANINGS, source, summary
from newsparse.view.pieces import Highlight, Piece, paragraphs
from newsparse.visible import in_page, one_line


@attrs.frozen
class _Card:
    key: str
    finding: Finding
    meaning: str
    words: str
    source: str
    there: str
    differences: tuple[str, ...]


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
    style = _style()
    ordered = sorted(document.findings, key=_gravest)
    keys = {item.id: f"f{number}" for number, item in enumerate(ordered, 1)}
    return environment.get_template("page.html").render(
        title=one_line(title or document.meta.title or document.meta.path or document.id),
        language=document.meta.language or "",
        summary=summary(document),
        paragraphs=list(paragraphs(document.text, [_highlight(item, keys[item.id]) for item in ordered])),
        cards=[_card(item, keys[item.id]) for item in ordered],
        classes=_classes,
        style=style,
        style_digest=base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii"),
    )


def _gravest(finding: Finding) -> tuple[bool, int]:
    return finding.supported, finding.span.start


def _highlight(finding: Finding, key: str) -> Highlight:
    style = "supported" if finding.supported else "against"
    return Highlight(key, "quote" if finding.checked == "quote" else "figure", (finding.span,), styles=(style,))


def _classes(piece: Piece) -> str:
    """The classes of a piece: what it is, and "against" where any finding over it is."""
    styles = {style for item in piece.over for style in item.styles}
    return f"{piece.over[-1].kind} {'against' if 'against' in styles else 'supported'}"


def _card(finding: Finding, key: str) -> _Card:
    there = finding.there
    return _Card(
        key=key,
        finding=finding,
        meaning=MEANINGS[finding.verdict],
        words=one_line(finding.text),
        source=source(there) if there else "",
        there=one_line(there.text) if there else "",
        differences=tuple(f"{item.part}: {one_line(str(item))}" for item in finding.differences),
    )


@cache
def _style() -> str:
    return resources.files("newsparse").joinpath("data", "verification", "style.css").read_text("utf-8")
