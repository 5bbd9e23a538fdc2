"""``newsparse index`` puts articles into the database of a corpus, ``newsparse serve`` shows it in a browser."""

from __future__ import annotations

import contextlib
import itertools
import webbrowser
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs
import click

from newsparse.cli.formats import check_place
from newsparse.cli.messages import complain, complain_of, noticed, say
from newsparse.cli.progress import Progress
from newsparse.cli.request import Request, analysis, analysis_options
from newsparse.cli.running import failure_line, has_fault, parsed, pipeline_of, stoppable, stopped_status
from newsparse.extras import extra
from newsparse.host import Host
from newsparse.inputs import Inputs
from newsparse.model import Document
from newsparse.pipeline import Pipeline

if TYPE_CHECKING:
    from newsparse.corpus import Corpus


@click.command()
@analysis_options
@click.option("-o", "--output", required=True, metavar="DATABASE", help="The database; articles are added to it.")
@click.option("--attributes", metavar="FILE", help="A CSV file: a column name, and others about people.")
def index(*, output: str, attributes: str | None, **given: Any) -> None:
    """Put articles, and who said what in them, into a database to search.

    Articles that are in the database already are passed over, so that a run that was stopped goes on where it was, and
    new articles can be added. Documents that newsparse has parsed (`-o articles.jsonl --layers all`) are taken as they
    are. The exit status is that of `newsparse parse`.
    """
    request = analysis(given, output)
    if not request.files and not attributes:
        raise click.UsageError("name articles, or --attributes.")
    status = _filled(request) if request.files else 0
    if attributes:
        from newsparse.corpus.attributes import attach

        found = attach(output, attributes)
        say(f"{attributes}: {found.names:,} names, {found.known:,} of them in the articles.")
    if status:
        raise click.exceptions.Exit(status)


@click.command()
@click.argument("database", metavar="DATABASE")
@click.option("--port", type=click.IntRange(1, 65535), help="The port; by default 8470, or a free one.")
@click.option("--open/--no-open", "open_", default=True, help="Open a browser; the default.")
def serve(*, database: str, port: int | None, open_: bool) -> None:
    """Search a database that `newsparse index` made, in a browser.

    Only this machine can reach the pages, and they ask nothing of others. Ctrl-C ends it.
    """
    with extra("site"):
        from newsparse.site.serving import serve as served

    def started(address: str) -> None:
        say(f"{database}: {address} (Ctrl-C to stop)")
        if open_ and not webbrowser.open(address):
            complain("no browser could be started; open the address yourself.")

    complain_of(Host.discover(everything=False).problems)
    with contextlib.suppress(KeyboardInterrupt):  # as which Ctrl-C ends it
        served(database, port, started)


def _filled(request: Request) -> int:
    request, settings = request.with_settings()
    check_place(request.output, request.files)
    host = Host.discover(everything=False)
    inputs = Inputs(
        request.files,
        host,
        reader=request.reader,
        options=request.for_reader,
        besides=request.output,
    )
    pipeline = pipeline_of(request, settings, host)
    complain_of(pipeline.problems)
    progress = Progress(request.progress)
    articles = itertools.islice(inputs.documents(), request.limit)
    with noticed(verbose=request.verbose, debug=request.debug), stoppable():
        run = _Run(request, inputs, pipeline, progress)
        failed = run.go(articles)
    return int(failed or has_fault(pipeline))


@attrs.define
class _Run:
    request: Request
    inputs: Inputs
    pipeline: Pipeline
    progress: Progress
    failed: bool = False
    added: int = 0
    passed: int = 0

    def go(self, articles: Iterable[Document]) -> bool:
        """Add all articles but those that could not be analysed, which the next run tries again; whether any failed."""
        from newsparse.corpus import Corpus  # not every Python is built with SQLite

        assert self.request.output is not None
        try:
            with Corpus(self.request.output) as corpus, self.progress.running():
                for document in parsed(self._new(articles, corpus), self.pipeline, self.request):
                    self._complain_of(document)
                    self.progress.add(document)
                    if not any(failure.stage == "analyse" for failure in document.failures):
                        self.added += corpus.add(document)
        except KeyboardInterrupt as stopped:
            complain(f"stopped after {self._new_articles()}; the same command continues.")
            raise click.exceptions.Exit(stopped_status(stopped)) from None
        say(f"{self.request.output}: {self._new_articles()}, {self.passed:,} known.")
        if self.request.verbose or self.progress.on_terminal:
            complain(self.progress.summary())
        return self.failed

    def _new_articles(self) -> str:
        return f"{self.added:,} new {'article' if self.added == 1 else 'articles'}"

    def _new(self, articles: Iterable[Document], corpus: Corpus) -> Iterator[Document]:
        """The articles that are not in the corpus; what could not be read is a line on standard error."""
        for article in articles:
            if article.failures and not article.text:
                self._complain_of(article)
            elif corpus.knows(article):
                self.passed += 1
            else:
                yield article

    def _complain_of(self, document: Document) -> None:
        for failure in document.failures:
            self.failed = True
            many = self.inputs.holds_many(document.meta.path)
            self.progress.complain(failure_line(document, failure, many=many))
