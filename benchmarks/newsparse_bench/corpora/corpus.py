"""Where corpora are, and the digest that distinguishes one state of their labels from another."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from newsparse.errors import DataMissingError
from newsparse.kinds import KindRegistry
from newsparse.model import Document
from newsparse.serial import dumps

HINT = "Give the folder with the corpora by --data or NEWSPARSE_DATA."


def data_folder(given: Path | None) -> Path | None:
    """The folder given, else that of ``NEWSPARSE_DATA``, else None."""
    named = os.environ.get("NEWSPARSE_DATA")
    return given or (Path(named) if named else None)


def files(data: Path | None, folder: str, pattern: str) -> list[Path]:
    """The files of ``pattern`` in a folder of the data, sorted; raises ``DataMissingError`` when there are none."""
    if data is None:
        raise DataMissingError(f"{folder} needs a data folder.", hint=HINT)
    found = sorted((data / folder).glob(pattern))
    if not found:
        raise DataMissingError(f"no {pattern} in {data / folder}.", hint=HINT)
    return found


def same_id(documents: Iterable[Document]) -> str | None:
    """The first id that two of ``documents`` share: results could not distinguish them."""
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            return document.id
        seen.add(document.id)
    return None


def digest(documents: Iterable[Document], registry: KindRegistry) -> str:
    """Sixteen hexadecimal digits of the SHA-256 of the documents with their labels: they change when gold does."""
    whole = hashlib.sha256()
    for document in documents:
        whole.update(dumps(document, registry=registry).encode("utf-8"))
    return whole.hexdigest()[:16]
