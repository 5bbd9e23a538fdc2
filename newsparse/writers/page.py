"""The articles of a run as one page of HTML."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import attrs

from newsparse.errors import WriteError
from newsparse.model import Document
from newsparse.view import render


@attrs.frozen
class PageOptions:
    """Options of the writer ``html``.

    ``title`` is the page's, by default the first article's; ``most`` is how many articles it may hold.
    """

    title: str | None = None
    most: int = 200


def write_page(documents: Iterable[Document], place: Path | BinaryIO, options: PageOptions) -> None:
    """Write the page to a path or a binary stream; raises ``WriteError`` for more articles than it may hold."""
    shown: list[Document] = []
    for document in documents:
        if len(shown) == options.most:
            raise WriteError(
                f"a page holds at most {options.most:,} articles, and there are more.",
                hint="Choose fewer, write JSON lines or tables, or raise the option 'most'.",
            )
        shown.append(document)
    page = render(*shown, title=options.title).encode("utf-8", "backslashreplace")
    if isinstance(place, Path):
        place.write_bytes(page)
    else:
        place.write(page)
