"""Findings as a report to read: what is not supported first, each with its place, its words and those of the source."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.model import Document, Finding, Located
from newsparse.visible import one_line, shortened

MEANINGS = {
    "verbatim": "as in the sources",
    "shortened": "a part of what the sources have",
    "consistent": "consistent with the sources",
    "altered": "other words than in the sources",
    "speaker": "said by somebody else in the sources",
    "value": "another value in the sources",
    "unit": "another unit in the sources",
    "bound": "another bound in the sources",
    "date": "another date in the sources",
    "absent": "not in the sources",
}
"""What each verdict tells a reader."""
SHOWN_CHARACTERS = 160


def report(document: Document) -> str:
    """The findings of ``document`` as text: those that are not supported with all differences, then the others."""
    against = [item for item in document.findings if not item.supported]
    supported = [item for item in document.findings if item.supported]
    lines = [f"{one_line(document.meta.path or document.id)}: {summary(document)}"]
    for finding in against:
        lines += ["", *_full(finding)]
    if supported:
        lines += ["", "Supported:", *map(_short, supported)]
    return "\n".join(lines)


def summary(document: Document) -> str:
    """How many quotations and figures there are, and how many of them the sources do not support."""
    parts = []
    for checked, name in (("quote", "quotation"), ("figure", "figure")):
        found = [item for item in document.findings if item.checked == checked]
        wrong = sum(not item.supported for item in found)
        parts.append(f"{len(found)} {name}{'' if len(found) == 1 else 's'}, {wrong or 'none'} unsupported")
    return "; ".join(parts)


def _full(finding: Finding) -> Iterator[str]:
    yield f"{finding.verdict.upper()}: {MEANINGS[finding.verdict]}"
    yield f"  {_place(finding)}  {shown(finding.text)}"
    if finding.there:
        yield f"  {source(finding.there)}  {shown(finding.there.text)}"
    yield from (f"  {item.part}: {one_line(str(item))}" for item in finding.differences)
    if not finding.differences and finding.reason:
        yield f"  {one_line(finding.reason)}"


def _short(finding: Finding) -> str:
    """A supported finding in a line, with the figure of the source where that is another one."""
    why = f" ({one_line(finding.reason)})" if finding.verdict == "consistent" and finding.reason else ""
    return f"  {_place(finding)}  {shown(finding.text)}{why}"


def _place(finding: Finding) -> str:
    return f"{finding.span.start}-{finding.span.end}"


def source(place: Located) -> str:
    """The document of a place, by its path where it has one, and the offsets."""
    return f"{one_line(place.path or place.document)} {place.start}-{place.end}"


def shown(words: str) -> str:
    """Words on one line, cut where they are long."""
    return shortened(one_line(words), SHOWN_CHARACTERS)
