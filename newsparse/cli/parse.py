"""``newsparse parse``: files in, claims out; what cannot be read or done is reported, and the rest continues."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from typing import Any, get_args

import attrs
import click

from newsparse.cli.explain import with_explanations
from newsparse.cli.formats import bound, chosen, names_of
from newsparse.cli.messages import complain, noticed
from newsparse.cli.options import configured
from newsparse.cli.outputs import STDOUT, Output, opened, rendered, silence, write_run
from newsparse.errors import PluginWarning, WriteError
from newsparse.host import Host
from newsparse.inputs import STDIN, Inputs
from newsparse.model import Document
from newsparse.model.claims import Manner
from newsparse.pipeline import load

BATCH_DOCUMENTS = 16
MANNERS = get_args(Manner)


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE|FOLDER|PATTERN|-]...")
@click.option("-o", "--output", metavar="OUT", help="Write to this file instead of standard output.")
@click.option(
    "--format", "format_", metavar="NAME", help="How to write; by default, chosen by OUT's ending, else text."
)
@click.option("--writer-option", "writer_options", multiple=True, metavar="NAME=VALUE", help="An option of the format.")
@click.option("--layers", metavar="NAMES", help="Only these layers or tables, such as quotes,numbers; or all of them.")
@click.option("--reader", metavar="NAME", help="How to read; by default, each file's content and suffix decide.")
@click.option("--reader-option", "reader_options", multiple=True, metavar="NAME=VALUE", help="An option of the reader.")
@click.option("--language", default="en", show_default=True, help="Language of the articles, ISO 639-1.")
@click.option("--extractor", "extractors", multiple=True, metavar="NAME", help="Only this extractor; may be repeated.")
@click.option("--only", multiple=True, type=click.Choice(MANNERS), help="Only quotes of this manner; may be repeated.")
@click.option("--backend", metavar="NAME", help="The language analysis; by default, the one for the language.")
@click.option("--size", metavar="NAME", help="The size of the backend's model: full or small for English.")
@click.option("--explain", is_flag=True, help="After each report, show which rules were tried and what decided.")
@click.option("--threads", type=click.IntRange(min=1), help="Threads of the language analysis; by default every core.")
@click.option("--workers", type=click.IntRange(min=0), default=0, help="Processes to run besides this one.")
def parse(
    *,
    files: tuple[str, ...],
    output: str | None,
    format_: str | None,
    writer_options: tuple[str, ...],
    layers: str | None,
    reader: str | None,
    reader_options: tuple[str, ...],
    language: str,
    extractors: tuple[str, ...],
    only: tuple[str, ...],
    backend: str | None,
    workers: int,
    threads: int | None,
    size: str | None,
    explain: bool,
) -> None:
    """Parse articles and print who said what, who is in them, and their figures.

    A folder stands for all files in it, a quoted pattern ("pages/**/*.html") for those that match, and - for standard
    input, which is also read when nothing is given. `newsparse plugins` lists the readers, writers,
    extractors and backends that can be named. The status is 1 when a file could not be read, something failed on an
    article, or a plugin did not load; 2 for incorrect usage.
    """
    host = Host.discover()
    output = None if output == STDOUT else output
    paths = files or (STDIN,)
    wanted = names_of(host, layers)
    writer = bound(chosen(host, format_, output, paths), writer_options, wanted)
    if explain and (writer.name != "text" or workers):
        raise click.UsageError("--explain goes with --format text, and without --workers.")
    inputs = Inputs(
        paths,
        host,
        reader=reader,
        options=lambda spec: configured(f"the reader {spec.name!r}", spec.config, reader_options),
        besides=output,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        settings = {"quotes": {"only": only}} if only else {}
        options: dict[str, Any] = {"size": size} if size else {}
        pipeline = load(
            language,
            extractors=extractors or None,
            backend=backend,
            settings=settings,
            threads=threads,
            host=host,
            **options,
        )
    for problem in pipeline.problems:
        complain(problem.message)
    articles = inputs.documents()
    if explain:
        writer, results = with_explanations(writer, pipeline, articles)
    else:
        results = pipeline.pipe(articles, batch_size=BATCH_DOCUMENTS, workers=workers)
    watched = Watched(results)
    try:
        with noticed():
            if writer.write_all:
                write_run(writer, output, watched)
            else:
                with opened(output) as stream:
                    write_each(Output(writer, stream, inputs.several()), watched)
    except BrokenPipeError:
        silence()
        raise click.exceptions.Exit(1) from None
    except WriteError:
        silence()
        raise
    if watched.failed or any(problem.tier != "choice" for problem in pipeline.problems):
        raise click.exceptions.Exit(1)


@attrs.define
class Watched:
    """The results of a run on their way to a writer; every failure is a line on standard error."""

    results: Iterable[Document]
    failed: bool = False

    def __iter__(self) -> Iterator[Document]:
        """The results, one by one."""
        for document in self.results:
            for failure in document.failures:
                place = document.meta.path or document.id
                about = failure.message if place in failure.message else f"{place}: {failure.message}"
                self.complain(f"[{failure.code}] {about}")
            yield document

    def complain(self, message: str) -> None:
        """Note that something failed."""
        self.failed = True
        complain(message)


def write_each(output: Output, documents: Watched) -> None:
    """Write one document after the other; one that cannot be written is left out."""
    output.begin()
    for document in documents:
        try:
            text = rendered(output.writer, document)
        except WriteError as error:
            documents.complain(str(error))
            continue
        output.add(text)
    output.end()
