"""The formats of predictions to correct: the files that each makes, and the configuration of its tool."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import resources
from pathlib import Path

import attrs

from newsparse.errors import NewsparseError
from newsparse.model import Document
from newsparse.serial import dumps
from newsparse.serial.jsontext import escaped
from newsparse_bench import markup, offers
from newsparse_bench.labels import Regions, regions, tagged
from newsparse_bench.prelabel import brat, prodigy, studio

NOT_IN_NAMES = re.compile(r"[^\w.-]+")
LONGEST_NAME = 100
"""Characters of a file's name without its suffix."""

Files = Iterator[tuple[str, str]]
"""Names of files with their text; a name may come several times, each time with more text for the file."""

Failed = Callable[[Document, NewsparseError], None]
"""Is told of a document that a format cannot hold."""


@attrs.frozen
class Format:
    """A format: ``files(documents, model, failed)`` gives the files, ``configuration`` names files for the tool."""

    summary: str
    files: Callable[[Iterable[Document], str, Failed], Files]
    configuration: tuple[str, ...] = ()


def configuration(name: str) -> str:
    """The text of one of the configuration files."""
    return resources.files("newsparse_bench").joinpath("prelabel", "config", name).read_text("utf-8")


def _written(
    write: Callable[[Document, str, str], Iterable[tuple[str, str]]],
    documents: Iterable[Document],
    model: str,
    failed: Failed,
) -> Files:
    """What ``write`` makes of each document, whose file name it is given; one that raises costs only itself."""
    taken: set[str] = set()
    for document in documents:
        name = _file_name(_called(document), taken)
        try:
            yield from list(write(document, name, model))
        except NewsparseError as error:
            failed(document, error)


def _called(document: Document) -> str:
    """The document's id, or the name of its file where the id is only a digest of the text."""
    path = document.meta.path
    return Path(path).stem if path and document.id == Document(text=document.text).id else document.id


def _file_name(key: str, taken: set[str]) -> str:
    """A name for a document's files that every system allows, and that no other document has."""
    plain = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    words = NOT_IN_NAMES.sub("-", plain).strip("-.")[:LONGEST_NAME] or "article"
    name, count = words, 1
    while name.lower() in taken:
        count += 1
        name = f"{words}-{count}"
    taken.add(name.lower())
    return name


def _regions(document: Document) -> Regions:
    return regions(tagged(document))


def _tags(document: Document, name: str, _model: str) -> Files:
    yield f"{name}.txt", markup.write(tagged(document), name=document.id, style=document.meta.outlet)


def _brat(document: Document, name: str, _model: str) -> Files:
    yield f"{name}.ann", brat.write(_regions(document))
    yield f"{name}.txt", document.text


def _jsonl(document: Document, _name: str, _model: str) -> Files:
    yield "articles.jsonl", dumps(document, registry=offers.host().kinds) + "\n"


def _prodigy(document: Document, _name: str, model: str) -> Files:
    task = prodigy.task(document, _regions(document), model)
    yield "tasks.jsonl", escaped(json.dumps(task, ensure_ascii=False)) + "\n"


def _studio(document: Document, _name: str, model: str) -> Files:
    yield "tasks.json", escaped(json.dumps(studio.task(document, _regions(document), model), ensure_ascii=False))


def _studio_files(documents: Iterable[Document], model: str, failed: Failed) -> Files:
    """All tasks as one JSON array."""
    count = 0
    for name, task in _written(_studio, documents, model, failed):
        yield name, ("," if count else "[") + "\n" + task
        count += 1
    yield "tasks.json", "\n]\n" if count else "[]\n"


FORMATS: dict[str, Format] = {
    "tags": Format("text with the tags of the labelling guidelines", partial(_written, _tags)),
    "brat": Format("brat standoff", partial(_written, _brat), ("annotation.conf", "visual.conf")),
    "label-studio": Format("Label Studio tasks with predictions", _studio_files, ("label-studio.xml",)),
    "prodigy": Format("Prodigy tasks with spans", partial(_written, _prodigy), ("prodigy_recipe.py",)),
    "jsonl": Format("newsparse's own JSON lines", partial(_written, _jsonl)),
}
"""By the name on the command line."""
