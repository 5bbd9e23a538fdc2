"""The writer of a run: the format that was named, or the one of the output's ending, with its options."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import attrs

from newsparse.cli.options import configured
from newsparse.errors import UnknownNameError, WriteError
from newsparse.host import Host
from newsparse.model import Document
from newsparse.replacing import is_folder
from newsparse.specs import WriterSpec

DEFAULT = "text"


def chosen(host: Host, name: str | None, path: str | None, inputs: Iterable[str]) -> WriterSpec:
    """The writer of that name, else the one for the ending of the output; text for standard output.

    Raises ``UnknownNameError`` where there is none, and ``WriteError`` for a place that it cannot write to.
    """
    if name is not None:
        writer = host.writer(name).spec
        _check_place(path, inputs, writer)
        return writer
    if path is None:
        return host.writer(DEFAULT).spec
    _check_place(path, inputs, None)
    ending = Path(path).suffix.lower()
    fitting = (offer.spec for offer in host.writers.values() if ending in offer.spec.suffixes)
    found = next(fitting, None)
    if found is None:
        known = ", ".join(sorted(host.writers))
        raise UnknownNameError(f"no format belongs to the ending of {path}.", hint=f"Name one with --format: {known}.")
    return found


def bound(writer: WriterSpec, options: Iterable[str]) -> WriterSpec:
    """A writer without options that writes as ``options``, texts ``name=value``, say; raises ``OptionError``."""
    config = configured(f"the writer {writer.name!r}", writer.config, options)
    write, write_all = writer.write, writer.write_all

    def one(document: Document) -> str:
        assert write is not None
        return write(document, *config)

    def every(documents: Iterable[Document], place: object) -> None:
        assert write_all is not None
        write_all(documents, place, *config)

    return attrs.evolve(writer, write=write and one, write_all=write_all and every, config=None)


def _check_place(path: str | None, inputs: Iterable[str], writer: WriterSpec | None) -> None:
    """Raise ``WriteError`` for an output that the writer cannot write to, or that is one of the inputs."""
    if path is None:
        if writer and writer.write_all and not writer.streams:
            hint = "Name a file: -o."
            raise WriteError(f"the format {writer.name!r} cannot be written to standard output.", hint=hint)
        return
    target = Path(path)
    if path and is_folder(path) and not target.is_file():
        if writer is None or not writer.folders:
            hint = "Choose a file, or name a format of tables, such as --format csv, to fill a folder."
            raise WriteError(f"{path!r} is a folder.", hint=hint)
    elif not path or path.endswith("/") or (target.exists() and not target.is_file()):
        raise WriteError(f"{path!r} is not a regular file.", hint="Choose another place.")
    for name in inputs:
        if target.exists() and Path(name).exists() and target.samefile(name):
            raise WriteError(f"{path} is one of the inputs, and would be replaced.", hint="Choose another place.")
