"""``newsparse bench prelabel``: articles in, predictions to correct out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import click

from newsparse.cli.messages import tell
from newsparse.errors import NewsparseError, WriteError
from newsparse.inputs import Inputs
from newsparse.model import Document, Failure
from newsparse.specs import SystemSpec
from newsparse.visible import one_line
from newsparse_bench import offers
from newsparse_bench.predictions import BATCH, safely
from newsparse_bench.prelabel.formats import FORMATS, configuration
from newsparse_bench.systems import choose, version

LABELLED = ("quotes", "numbers", "mentions")
"""A document that already has one of these layers is not predicted again."""


@click.command("prelabel")
@click.argument("files", nargs=-1, required=True, metavar="ARTICLES...")
@click.option("--to", "format_", type=click.Choice(list(FORMATS)), required=True, help="The tool to correct them in.")
@click.option(
    "--out", "-o", type=click.Path(path_type=Path, file_okay=False), required=True, help="A new or empty folder."
)
@click.option("--reader", metavar="NAME", help="How to read the articles; by default, as `newsparse parse` does.")
@click.option("--system", "-s", "wanted", default="newsparse", show_default=True, help="The system that predicts.")
def prelabel_command(files: tuple[str, ...], format_: str, out: Path, reader: str | None, wanted: str) -> None:
    """Write predictions for articles, to be corrected in a labelling tool.

    Documents that were parsed before (JSON lines) keep their layers. The tool's configuration is written beside.
    The exit status is 1 if an article could not be read or written.
    """
    system, chosen = choose(wanted), FORMATS[format_]
    model = f"{system.name} {version(system)}"
    failures: list[str] = []

    def failed(document: Document, error: NewsparseError | Failure) -> None:
        failures.append(document.id)
        tell(one_line(f"{document.meta.path or document.id}: [{error.code}] {error.message}"))

    def readable(found: Iterable[Document]) -> Iterator[Document]:
        for document in found:
            if unread := next((item for item in document.failures if item.stage == "read"), None):
                failed(document, unread)
            else:
                yield document

    with _Folder(out) as folder:
        predicted = _predicted(readable(Inputs(files, offers.host(), reader=reader).documents()), system)
        for name, text in chosen.files(predicted, model, failed):
            folder.add(name, text)
        for name in chosen.configuration:
            folder.add(name, configuration(name))
    tell(f"wrote {folder.count} {'file' if folder.count == 1 else 'files'} to {out}")
    if failures:
        sys.exit(1)


def _predicted(documents: Iterable[Document], system: SystemSpec) -> Iterator[Document]:
    """The documents with layers, in batches: those that have none yet are given to the system."""
    annotate = None
    waiting = iter(documents)
    while batch := list(islice(waiting, BATCH)):
        bare = [document for document in batch if not any(map(document.has, LABELLED))]
        annotate = annotate or (system.make() if bare else None)
        made = iter(list(safely(annotate, bare, system.name)) if annotate and bare else [])
        for document in batch:
            yield document if any(map(document.has, LABELLED)) else _with_layers(document, next(made))


def _with_layers(document: Document, predicted: Document) -> Document:
    for layer in predicted.layers:
        document = document.with_layer(layer.name, layer.annotations)
    return document


class _Folder:
    """A folder for files that grow; raises ``WriteError`` for one that holds anything, or cannot be written to."""

    def __init__(self, path: Path) -> None:
        self.path, self.names = path, set[str]()

    def __enter__(self) -> _Folder:
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            full = any(self.path.iterdir())
        except OSError as error:
            raise WriteError(f"{self.path} cannot be written to: {error.strerror or error}.") from error
        if full:
            raise WriteError(f"{self.path} is not empty.", hint="Choose a new folder: corrected labels may be there.")
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is left open."""

    @property
    def count(self) -> int:
        """How many files there are."""
        return len(self.names)

    def add(self, name: str, text: str) -> None:
        """Add to the file of that name, as UTF-8 with its line ends as they are."""
        try:
            with (self.path / name).open("ab") as stream:
                stream.write(text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise WriteError(f"{self.path / name} cannot be written: {error.strerror or error}.") from error
        self.names.add(name)
