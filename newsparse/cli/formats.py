"""The writer of a run: the format that was named, or the one of the output's ending, with its options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import attrs

from newsparse.cli.options import configured
from newsparse.configs import option_names
from newsparse.endings import ending, packing
from newsparse.errors import UnknownNameError, WriteError
from newsparse.host import Host
from newsparse.model import Document
from newsparse.replacing import is_folder
from newsparse.specs import WriterSpec
from newsparse.tables import TABLES

DEFAULT = "text"
ALL = "all"
_FOLDERS = "Choose a file, or name a format of tables, such as --format csv, to fill a folder."


def chosen(host: Host, name: str | None, path: str | None, inputs: Iterable[str]) -> WriterSpec:
    """The writer of that name, else the one for the ending of the output; text for standard output.

    Raises ``UnknownNameError`` where there is none, and ``WriteError`` for a place that it cannot write to.
    """
    writer = host.writer(name or DEFAULT).spec if name or path is None else None
    check_place(path, inputs, folders=writer is not None and writer.folders, hint=_FOLDERS)
    writer = writer or _by_ending(host, path or "")
    if writer.write_all and not writer.streams:
        if path is None:
            hint = "Name a file: -o."
            raise WriteError(f"the format {writer.name!r} cannot be written to standard output.", hint=hint)
        if packing(path):
            hint = "Leave out the last ending."
            raise WriteError(f"the format {writer.name!r} cannot be compressed as a whole.", hint=hint)
    return writer


def _by_ending(host: Host, path: str) -> WriterSpec:
    fitting = (offer.spec for offer in host.writers.values() if ending(path) in offer.spec.suffixes)
    found = next(fitting, None)
    if found is None:
        known = ", ".join(sorted(host.writers))
        raise UnknownNameError(f"no format belongs to the ending of {path}.", hint=f"Name one with --format: {known}.")
    return found


def bound(writer: WriterSpec, options: Iterable[str], layers: Sequence[str] = ()) -> WriterSpec:
    """A writer without options that writes as ``options``, texts ``name=value``, say; raises ``OptionError``.

    Of each document it is given these ``layers``, or all for the name "all"; by default all but those that it omits.
    A writer with an option ``tables`` is given all, and writes these tables.
    """
    if layers and "tables" in option_names(writer.config):
        options = (*options, f"tables={','.join(TABLES if ALL in layers else layers)}")
        layers = ()
    config = configured(f"the writer {writer.name!r}", writer.config, options)
    write, write_all = writer.write, writer.write_all
    trimmed = partial(_trimmed, layers=layers, omitted=writer.omits)

    def one(document: Document) -> str:
        assert write is not None
        return write(trimmed(document), *config)

    def every(documents: Iterable[Document], place: object) -> None:
        assert write_all is not None
        write_all(map(trimmed, documents), place, *config)

    return attrs.evolve(writer, write=write and one, write_all=write_all and every, config=None)


def names_of(host: Host, layers: str | None) -> tuple[str, ...]:
    """The names of layers, separated by commas; raises ``UnknownNameError`` for one that nothing installed can give."""
    names = tuple(name.strip() for name in (layers or "").split(",") if name.strip())
    specs = [offer.spec for offers in (host.extractors, host.backends) for offer in offers.values()]
    known = {name for spec in specs for name in spec.provides} | set(TABLES)
    for name in names:
        if name not in known and name != ALL:
            listed = ", ".join(sorted(known))
            raise UnknownNameError(f"no installed plugin has the layer {name!r} (there are: {listed}).")
    return names


def _trimmed(document: Document, layers: Sequence[str], omitted: Sequence[str]) -> Document:
    if ALL in layers or not (layers or omitted):
        return document
    kept = (layer for layer in document.layers if (layer.name in layers if layers else layer.name not in omitted))
    return attrs.evolve(document, layers=tuple(kept))


def check_place(
    path: str | None, inputs: Iterable[str], *, folders: bool = False, hint: str = "Choose a file."
) -> None:
    """Raise ``WriteError`` for an output that cannot be written to, or that is one of the inputs."""
    if path is None:
        return
    target = Path(path)
    if path and is_folder(path) and not target.is_file():
        if not folders:
            raise WriteError(f"{path!r} is a folder.", hint=hint)
    elif not path or path.endswith("/") or (target.exists() and not target.is_file()):
        raise WriteError(f"{path!r} is not a regular file.", hint="Choose another place.")
    if any(_is_same_file(target, Path(name)) for name in inputs):
        raise WriteError(f"{path} is one of the inputs, and would be replaced.", hint="Choose another place.")


def _is_same_file(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def by_ending(path: str | None, formats: Mapping[str, str]) -> str:
    """The one of ``formats`` for the ending of an output; text for any other ending, and for standard output."""
    return formats.get(ending(path or ""), "text")
