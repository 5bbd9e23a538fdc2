"""Documents from files: what cannot be read becomes an empty document that says why, and the rest goes on."""

from __future__ import annotations

import contextlib
import logging
import os
from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from typing import Any

from newsparse.codeplaces import raised_at
from newsparse.configs import filled, option_names
from newsparse.endings import ending
from newsparse.errors import FormatError, NewsparseError, ReadError, described
from newsparse.guard import Caught, attempt
from newsparse.host import Host
from newsparse.inputs.choosing import chosen
from newsparse.inputs.opening import Opened, opened
from newsparse.inputs.places import STDIN, Place, apart, places, single
from newsparse.inputs.sharing import Share
from newsparse.model import Document
from newsparse.pipeline.inputs import as_document
from newsparse.readers.failing import unread
from newsparse.specs import ReaderSpec

Options = Callable[[ReaderSpec, Collection[str]], tuple[Any, ...]]
"""The last arguments of a reader: an instance of its config, or nothing; raises ``OptionError``.

Options of the names that are given beside it are left out: they are for the readers of other files.
"""

_LOG = logging.getLogger(__name__)
_END = object()


def read(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    reader: str | None = None,
    host: Host | None = None,
    **options: object,
) -> Iterator[Document]:
    """The documents in files, folders, patterns (``pages/**/*.html``) and standard input (``-``), one by one.

    ``reader`` names the reader of all of them; without it each file's content and suffix decide. ``options`` are the
    reader's, as in ``newsparse.read("articles.csv", text="body", id="key")``. A file, row or record that cannot be read
    gives an empty document with a failure that says why; in folders and patterns, an option that only other readers
    have is no fault. Raises ``UnknownNameError`` for a reader that is not
    installed, and ``OptionError`` where the named reader does not have such an option.
    """
    several = [paths] if isinstance(paths, (str, os.PathLike)) else paths

    def configured(spec: ReaderSpec, others: Collection[str]) -> tuple[Any, ...]:
        own = {name: value for name, value in options.items() if name not in others}
        return filled(f"the reader {spec.name!r}", spec.config, own)

    host = host or Host.discover(everything=False)
    found = Inputs([os.fspath(path) for path in several], host, reader=reader, options=configured)
    return found.documents()


class Inputs:
    """All that is to be read in one run.

    ``options`` gives the last arguments of a reader; ``reader`` is the name of the one to use. The file ``besides``,
    such as the output of the run, is left out where it lies in a folder that is read. Raises ``UnknownNameError`` and
    ``OptionError`` where the reader that is named does not fit.
    """

    def __init__(
        self,
        paths: Sequence[str],
        host: Host,
        *,
        reader: str | None = None,
        options: Options = lambda spec, _others: filled(f"the reader {spec.name!r}", spec.config, {}),
        besides: str | None = None,
    ) -> None:
        self._paths, self._host, self._reader, self._options = paths, host, reader, options
        self._besides = besides
        self._skipped: Counter[str] = Counter()
        self._with_many: set[str | None] = set()
        self._share: Share | None = None
        self._taken = 0
        self._standard: Opened | None = None
        if reader:
            options(host.reader(reader).spec, ())

    def several(self) -> bool:
        """Whether there may be anything but exactly one document."""
        path = single(self._paths)
        if path is None:
            return True
        try:
            file = self._opened(path)
        except ReadError:
            return False
        try:
            return chosen(file, self._host, self._reader).many
        except FormatError:
            return False
        finally:
            if path != STDIN:
                file.close()

    def holds_many(self, path: str | None) -> bool:
        """Whether a file that was read may hold several articles."""
        return path in self._with_many

    def total(self) -> int | None:
        """The number of articles, or None where that is not known without reading the files."""
        count = 0
        for path in self._paths:
            for place in places(path):
                if place.path == STDIN or self._will_hold_many(place):
                    return None
                count += apart(place, self._besides)
        return count

    def estimating(self) -> Callable[[], int | None]:
        """What tells, while documents are read, about how many there will be: None as long as nothing is known.

        It goes by how many were in the bytes that have been read. Nothing is known of standard input and of files that
        are not read from beginning to end, such as Parquet.
        """
        files = (place.path for path in self._paths for place in places(path) if apart(place, self._besides))
        self._share = share = Share(files)

        def estimate() -> int | None:
            read = share.now()
            return round(self._taken / read) if read and self._taken else None

        return estimate

    def _will_hold_many(self, place: Place) -> bool:
        try:
            with contextlib.closing(self._opened(place.path)) as file:
                return chosen(file, self._host, self._reader, named=place.named).many
        except (ReadError, FormatError):
            return False

    def documents(self) -> Iterator[Document]:
        """The documents in their order, read one file at a time.

        Files of a folder that no reader takes are skipped, and counted in one line of the log at the end.
        """
        for path in self._paths:
            yield from self._at(path)
        if self._skipped:
            kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self._skipped.items()))
            total = self._skipped.total()
            _LOG.warning("skipped %d %s that no reader takes: %s.", total, "file" if total == 1 else "files", kinds)

    def _at(self, path: str) -> Iterator[Document]:
        """The documents of a file, a folder or a pattern; one that says so where there are no files."""
        files = documents = 0
        before = self._skipped.total()
        for place in places(path):
            if apart(place, self._besides):
                files += 1
                for document in self._of(place):
                    documents += 1
                    yield document
        if not files:
            yield unread(path, ReadError(f"there are no files in {path}."))
        elif not documents and self._skipped.total() > before:
            yield unread(path, FormatError(f"{path}: no reader takes any of the files in it."))

    def _of(self, place: Place) -> Iterator[Document]:
        """The documents of one file, and last one that says what was raised, if anything was."""
        items = self._items(place)
        try:
            while (item := attempt(next, items, _END)) is not _END:
                if isinstance(item, Caught):
                    yield from self._failed(place, item.error)
                    return
                document = attempt(as_document, item)
                self._taken += 1
                yield unread(place.path, document.error) if isinstance(document, Caught) else document
        finally:
            attempt(items.close)
            if self._share:
                self._share.end(place.path)

    def _failed(self, place: Place, error: BaseException) -> Iterator[Document]:
        if isinstance(error, FormatError) and not place.named:
            self._skipped[ending(place.path) or "without a suffix"] += 1
            return
        _LOG.debug("%s could not be read", place.path, exc_info=error)
        yield unread(place.path, _located(error))

    def _items(self, place: Place) -> Generator[object]:
        """What the reader gives; raises whatever that does."""
        if place.fault:
            raise place.fault
        with contextlib.closing(self._opened(place.path)) as file:
            if self._share:
                self._share.begin(file.file)
            yield from self._given(file, named=place.named)

    def _opened(self, path: str) -> Opened:
        """The file at ``path``; standard input is opened once, so that a look at its beginning takes nothing away."""
        if path != STDIN:
            return opened(path)
        self._standard = self._standard or opened(path)
        return self._standard

    def _given(self, file: Opened, *, named: bool) -> Iterable[object]:
        spec = chosen(file, self._host, self._reader, named=named)
        options = self._options(spec, () if named or self._reader else self._of_others(spec))
        found = spec.read(file.stream if spec.streams else file.stream.read(), file.path, *options)
        if spec.many:
            self._with_many.add(file.path)
            return found
        found = list(found)
        if len(found) != 1:
            raise ReadError(
                f"{file.path}: the reader {spec.name!r} gave {len(found)} documents, but promises one per file."
            )
        return found

    def _of_others(self, spec: ReaderSpec) -> set[str]:
        """The names of options that other readers have, and this one does not."""
        names = {name for offer in self._host.readers.values() for name in option_names(offer.spec.config)}
        return names - set(option_names(spec.config))


def _located(error: BaseException) -> BaseException:
    """An error that a plugin's reader raised, as one of ours that says where in its code; others as they are."""
    place = "" if isinstance(error, (NewsparseError, OSError)) else raised_at(error, "")
    return ReadError(f"{described(error)} ({place}).") if place else error
