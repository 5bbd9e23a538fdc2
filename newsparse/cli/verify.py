"""``newsparse verify``: a draft against its sources, as a report, as JSON or as a page."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
import click

import newsparse
from newsparse.cli.formats import check_place
from newsparse.cli.messages import complain, complain_of
from newsparse.cli.outputs import STDOUT, opened
from newsparse.cli.request import LANGUAGE
from newsparse.cli.running import failure_line, stoppable, stopped_status
from newsparse.endings import ending
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
_ENDINGS = {".html": "html", ".htm": "html", ".json": "json", ".jsonl": "json"}


@click.command("verify")
@click.argument("draft", metavar="DRAFT")
@click.argument("more", nargs=-1, metavar="")
@click.option("--against", "sources", multiple=True, required=True, metavar="SOURCE...", help="What to compare with.")
@click.option("-o", "--output", metavar="OUT", help="Write to this file instead of standard output.")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="How to write; by default by OUT's ending, or text."
)
@click.option("--language", default=LANGUAGE, show_default=True, help="Language of all texts, ISO 639-1.")
@click.option("--size", metavar="NAME", help="The size of the backend's model: full or small for English.")
@click.option("--threads", type=click.IntRange(min=1), help="Threads of the language analysis; by default every core.")
def verify_command(
    *,
    draft: str,
    more: tuple[str, ...],
    sources: tuple[str, ...],
    output: str | None,
    format_: str | None,
    language: str,
    size: str | None,
    threads: int | None,
) -> None:
    """Check that the quotations and figures of DRAFT are in its sources: newsparse verify DRAFT --against SOURCES...

    Sources are articles, folders, patterns and JSON lines of articles parsed before, which are not parsed again. Each
    quotation and figure is found verbatim, shortened, altered, said by somebody else, with another value, unit, bound
    or date, or nowhere.

    The exit status is 0 when the sources support everything; 3 when they do not; 1 when something could not be read or
    failed; 2 for incorrect usage.
    """
    output = None if output == STDOUT else output
    check_place(output, (draft, *sources, *more))
    host = Host.discover()
    pipeline = _pipeline(host, language, size, threads)
    complain_of(pipeline.problems)
    failures: list[str] = []
    try:
        with stoppable(), opened(output) as stream:
            checked = newsparse.verify(
                _only(_parsed(Inputs((draft,), host), pipeline, failures), draft),
                _parsed(Inputs((*sources, *more), host), pipeline, failures),
            )
            words = _written(checked, format_ or _ENDINGS.get(ending(output or ""), "text"))
            stream.write((words.rstrip("\n") + "\n").encode("utf-8", "backslashreplace"))
    except KeyboardInterrupt as stopped:
        raise click.exceptions.Exit(stopped_status(stopped)) from None
    finally:
        for line in failures:
            complain(line)
    if failures or pipeline.problems:
        raise click.exceptions.Exit(1)
    if any(not finding.supported for finding in checked.findings):
        raise click.exceptions.Exit(UNSUPPORTED)


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


def _only(documents: Iterable[Document], path: str) -> Document:
    found = list(documents)
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
