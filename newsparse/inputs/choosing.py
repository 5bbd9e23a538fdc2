"""Which reader a file is for: its content decides, then its suffix; nothing is read as what it is not."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import lru_cache

from newsparse.errors import FormatError, described
from newsparse.guard import Caught, attempt
from newsparse.host import Host
from newsparse.inputs.formats import NO_PROSE, Format, is_prose, plain, recognised
from newsparse.inputs.opening import Opened
from newsparse.specs import ReaderSpec

_LOG = logging.getLogger(__name__)

PROSE = "text"
"""The reader of what has no other format, if it looks like prose."""

GENERAL = frozenset({"json", "jsonl", "csv", "tsv"})
"""Readers of formats in which others are written: whoever recognises one of those goes first."""


def chosen(file: Opened, host: Host, name: str | None, *, named: bool = True) -> ReaderSpec:
    """The reader of that name; without one the reader that takes both suffix and content, or else the content.

    The suffix decides for a reader that does not say how its files begin, and where the content tells nothing. A reader
    that recognises a format written in JSON or CSV goes before those that read any JSON or CSV. A named
    file that reads like prose is plain text, unless its suffix is one of no articles, and so is one without a suffix.
    Raises ``UnknownNameError``, and ``FormatError`` for a file that no reader takes: it says what the file looks like.
    """
    if name:
        return host.reader(name).spec
    head = plain(file.head)
    readers = [offer.spec for offer in host.readers.values()]
    fitting = [reader for reader in readers if file.ending in reader.suffixes]
    telling = _by_content(readers, fitting, head)
    if telling:
        return telling
    found = recognised(head)
    if found and not any(reader.name in (found.reader, *found.may_be) for reader in fitting):
        raise FormatError(f"{file.path} {_looks(file, found, fitting)}", hint=_advice(found, host))
    if fitting:
        return fitting[0]
    if PROSE in host.readers and _is_article(file.ending, head, named=named):
        return host.readers[PROSE].spec
    raise FormatError(
        f"{file.path} is neither prose nor in a format that an installed reader takes.",
        hint="If it can be read all the same, name a reader: --reader text.",
    )


def _by_content(readers: Iterable[ReaderSpec], fitting: Iterable[ReaderSpec], head: bytes) -> ReaderSpec | None:
    """The reader that recognises how a file begins, if possible one of those ``fitting`` its suffix.

    A reader for the suffix that does not say how its files begin counts as one that recognises them.
    """
    telling = [reader for reader in readers if _begins(reader, head)]
    special = [reader for reader in telling if reader.name not in GENERAL]
    for among in (special, telling):
        both = [reader for reader in fitting if reader in among or _goes_by_suffix(reader)]
        if both or among:
            return (both or among)[0]
    return None


def _goes_by_suffix(reader: ReaderSpec) -> bool:
    """Whether a reader is trusted with all files of its suffixes: one without ``begins``, except that of prose."""
    return reader.begins is None and reader.name != PROSE


def _is_article(ending: str, head: bytes, *, named: bool) -> bool:
    """Whether a file reads like prose, and has no suffix, or one that articles may have and a user named the file."""
    return (named or not ending) and ending not in NO_PROSE and is_prose(head)


def _begins(reader: ReaderSpec, head: bytes) -> bool:
    """Whether a reader recognises the beginning of a file; one that fails at that does not."""
    if reader.begins is None:
        return False
    found = attempt(_found, reader.begins, head)
    if isinstance(found, Caught):
        _complain(reader.name, described(found.error))
        return False
    return found


def _found(begins: Callable[[bytes], bool], head: bytes) -> bool:
    return bool(begins(head))


@lru_cache(maxsize=64)
def _complain(reader: str, reason: str) -> None:
    """A line of the log, once for all files."""
    _LOG.warning("the reader %r cannot say how its files begin: %s", reader, reason)


def _looks(file: Opened, found: Format, fitting: list[ReaderSpec]) -> str:
    return f"looks like {found.label}" + (f", although it ends in {file.ending!r}." if fitting else ".")


def _advice(found: Format, host: Host) -> str:
    if found.reader is None:
        return found.hint
    if found.reader in host.readers:
        return f"To read it as that, name the reader: --reader {found.reader}."
    return f"No reader {found.reader!r} is installed. {found.hint}".strip()
