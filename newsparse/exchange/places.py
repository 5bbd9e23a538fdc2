"""What the formats on the web share: names for an article and its annotations, and JSON on one line or several."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

from newsparse.errors import SchemaError
from newsparse.model import Document
from newsparse.serial.jsontext import escaped

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")


def is_iri(words: str | None) -> bool:
    """Whether ``words`` can stand as an address: a scheme, a colon, and nothing that an address must escape."""
    return bool(words and _IRI.fullmatch(words))


def address(document: Document) -> str:
    """The article's URL, or ``urn:newsparse:ID`` where none is known."""
    url = document.meta.url
    return url if url and is_iri(url) else f"urn:newsparse:{_quoted(document.id)}"


def anchor(document: Document, name: str) -> str:
    """The name of an annotation or another part of the article, as a fragment of its address."""
    return f"{address(document).partition('#')[0]}#{_quoted(name)}"


def _quoted(words: str) -> str:
    return quote(words, safe=":-._", errors="backslashreplace")


def as_json(value: object, *, indent: int | None = None) -> str:
    """``value`` as JSON that UTF-8 and a ``script`` of a page can hold; raises ``SchemaError`` for what JSON cannot."""
    try:
        written = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
        return escaped(written).replace("<", "\\u003c")  # a "</script>" in an article would end the one that it is in
    except (TypeError, ValueError, RecursionError) as error:
        raise SchemaError(f"not JSON: {error}.") from error
