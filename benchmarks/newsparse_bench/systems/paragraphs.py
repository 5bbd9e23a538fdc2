"""Peers that read a paragraph at a time: if one paragraph makes them crash, the others are kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from newsparse.model import Document, Failure

Found = TypeVar("Found")
PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def by_paragraph(
    document: Document, name: str, work: Callable[[str, int], Iterable[Found]]
) -> tuple[Document, list[Found]]:
    """What ``work`` finds in each paragraph, given its words and its place; each crash is a failure in the document."""
    found: list[Found] = []
    for paragraph in PARAGRAPH.finditer(document.text):
        try:
            found += list(work(paragraph[0], paragraph.start()))
        except Exception as error:  # a peer may raise anything
            document = document.with_failure(crashed(name, error))
    return document, found


def crashed(name: str, error: Exception) -> Failure:
    """The crash of a system as a failure: the type of the exception and the first line of its message."""
    words = " ".join(str(error).split())
    return Failure(stage="extract", where=name, code="NP603", message=f"{type(error).__name__}: {words}"[:200])
