"""``newsparse verify``: a draft against its sources, as a report, as JSON or as a page."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import click

import newsparse
from newsparse.cli.formats import by_ending, check_place
from newsparse.cli.messages import complain, complain_of, tell
from newsparse.cli.outputs import STDOUT, opened
from newsparse.cli.request import LANGUAGE
from newsparse.cli.running import failure_line, has_fault, stoppable, stopped_status
from newsparse.errors import PluginWarning, ReadError, UnknownNameError
from newsparse.host import Host
from newsparse.inputs import STDIN, Inputs
from newsparse.model import Document
from newsparse.pipeline import Pipeline, load

UNSUPPORTED = 3
"""The exit status where everything went well and the sources do not support something."""
KEPT = ("entities", "findings", "mentions", "numbers", "quotes")
"""The layers of the draft that are written as JSON."""
FORMATS = ("html", "json", "text")
_SQLITE = b"SQLite format 3\0"
_ENDINGS = {".html": "html", ".htm": "html", ".json": "json", ".jsonl": "json"}


@click.command("verify")
@click.argument("draft", metavar="DRAFT")
@click.argument("more", nargs=-1, metavar="")
@click.option("--against", "sources", multiple=True, required=True, metavar="SOURCE...", help="What to compare with.")
@click.option("-o", "--output", metavar="OUT", help="Write to this file instead of standard output.")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="How to write; by default by OUT's ending, or text."
)
@click.option("--store", metavar="DATABASE", help="Also keep the findings there, for newsparse serve.")
@click.option("--language", default=LANGUAGE, show_default=True, help="Language of all texts, ISO 639-1.")
@click.option("--size", metavar="NAME", help="The size of the backend's model: full, small or cased for English.")
@click.option("--threads", type=click.IntRange(min=1), help="Threads of the language analysis; by default every core.")
def verify_command(
    *,
    draft: str,
    more: tuple[str, ...],
    sources: tuple[str, ...],
    output: str | None,
    format_: str | None,
    store: str | None,
    language: str,
    size: str | None,
    threads: int | None,
) -> None:
    """Check that the quotations and figures of DRAFT are in its sources: newsparse verify DRAFT --against SOURCES...

    Sources are articles, folders, patterns, JSON lines of articles parsed before, which are not parsed again, and
    databases of newsparse index, of which the articles most like the draft are compared. Each quotation and figure is
    found verbatim, shortened, altered, said by somebody else, with another value, unit, bound or date, or nowhere.

    The exit status is 0 when the sources support everything; 3 when they do not; 1 when something could not be read or
    failed; 2 for incorrect usage.
    """
    output = None if output == STDOUT else output
    files, databases = _sorted((*sources, *more))
    check_place(output, (draft, *files, *databases, *([store] if store else [])))
    _check_store(store, (draft, *files))
    host = Host.discover(everything=False)
    pipeline = _pipeline(host, language, size, threads)
    complain_of(pipeline.problems)
    failures: list[str] = []
    try:
        with stoppable(), opened(output) as stream:
            document = _only(_parsed(Inputs((draft,), host), pipeline, failures), draft, failures)
            compared = _any(_parsed(Inputs(files, host), pipeline, failures), least=0 if databases else 1)
            checked = newsparse.verify(document, compared, archive=_indexed(databases, document))
            words = _written(checked, format_ or by_ending(output, _ENDINGS))
            stream.write((words.rstrip("\n") + "\n").encode("utf-8", "backslashreplace"))
        _store(checked, store)
    except KeyboardInterrupt as stopped:
        raise click.exceptions.Exit(stopped_status(stopped)) from None
    finally:
        for line in failures:
            complain(line)
    if failures or has_fault(pipeline):
        raise click.exceptions.Exit(1)
    if any(not finding.supported for finding in checked.findings):
        raise click.exceptions.Exit(UNSUPPORTED)


def _sorted(paths: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Files of articles, and databases of them."""
    found: dict[bool, list[str]] = {True: [], False: []}
    for path in paths:
        found[_is_database(Path(path))].append(path)
    return tuple(found[False]), tuple(found[True])


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _indexed(databases: Iterable[str], draft: Document) -> Iterator[Document]:
    """The articles of databases that are most like the draft."""
    for path in databases:
        from newsparse.corpus import alike, opened  # not every Python is built with SQLite

        with contextlib.closing(opened(path)) as database:
            yield from alike(database, draft)


def _check_store(store: str | None, inputs: Iterable[str]) -> None:
    """Raise an error before anything is parsed if the findings cannot be kept at ``store``."""
    check_place(store, inputs)
    if store and Path(store).exists():
        from newsparse.corpus import opened

        opened(store).close()


def _store(checked: Document, store: str | None) -> None:
    if store:
        from newsparse.corpus import drafts

        tell(f"{store}: draft {drafts.store(store, checked)}; newsparse serve {store} shows it.")


def _pipeline(host: Host, language: str, size: str | None, threads: int | None) -> Pipeline:
    made = {name for offer in host.extractors.values() for name in offer.spec.provides}
    for layer in ("quotes", "numbers"):
        if layer not in made:
            hint = "Install the plugins: pip install 'newsparse[english]'."
            raise UnknownNameError(f"nothing installed gives the layer {layer!r}.", hint=hint)
    options: dict[str, Any] = {"size": size} if size else {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        return load(language, threads=threads, host=host, **options)


def _parsed(inputs: Inputs, pipeline: Pipeline, failures: list[str]) -> Iterator[Document]:
    """The documents, each parsed unless it was before; what failed on the way is added to ``failures``."""
    for document in inputs.documents():
        done = document if document.has("quotes") and document.has("numbers") else pipeline(document)
        failures += [failure_line(done, item) for item in done.failures]
        if done.text:
            yield done


def _any(documents: Iterable[Document], least: int) -> Iterator[Document]:
    """All documents; raises ``ReadError`` for fewer than ``least``: what was not looked for is not called absent."""
    found = 0
    for document in documents:
        found += 1
        yield document
    if found < least:
        raise ReadError("none of the sources could be read, so there is nothing to compare with.")


def _only(documents: Iterable[Document], path: str, failures: Sequence[str]) -> Document:
    """The one document; raises ``ReadError`` for another number, unless ``failures`` say already why there is none."""
    found = list(documents)
    if not found and failures:
        raise click.exceptions.Exit(1)
    if len(found) != 1:
        what = "standard input" if path == STDIN else path
        raise ReadError(f"{what} holds {len(found)} articles.", hint="Name a draft that is exactly one.")
    return found[0]


def _written(document: Document, format_: str) -> str:
    from newsparse.verification import page, report

    if format_ == "json":
        return newsparse.dumps(_trimmed(document))
    return page(document) if format_ == "html" else report(document)


def _trimmed(document: Document) -> Document:
    return attrs.evolve(document, layers=tuple(layer for layer in document.layers if layer.name in KEPT))
