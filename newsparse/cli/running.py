"""One run of ``newsparse parse``: articles in, results out, what fails on the way in one line each."""

from __future__ import annotations

import itertools
import signal
import threading
import traceback
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import attrs
import click

import newsparse
from newsparse.cli.explain import with_explanations
from newsparse.cli.formats import bound, chosen, names_of
from newsparse.cli.journal import Journal, beside
from newsparse.cli.messages import complain, complain_of, noticed, tell
from newsparse.cli.outputs import STDOUT, Output, opened, rendered, silence, write_run
from newsparse.cli.progress import Progress
from newsparse.cli.request import LANGUAGE, Request
from newsparse.errors import PluginWarning, WriteError
from newsparse.guard import watching
from newsparse.host import Host
from newsparse.inputs import STANDARD_INPUT, STDIN, Inputs
from newsparse.model import Document, Failure
from newsparse.pipeline import Pipeline, load
from newsparse.pipeline.config import MAX_LENGTH
from newsparse.specs import WriterSpec
from newsparse.visible import counted

BATCH_DOCUMENTS = 16
FIRST_BATCHES = (1, 2, 4, 8)
"""Documents of the first batches: nobody waits for a full one before anything is seen."""
PARSED = ("quotes", "numbers", "entities")
"""Layers of which each says that an article has been parsed."""
ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Signals that stop a run as Ctrl-C does: another process asks it to stop, or its terminal is closed."""


class Terminated(KeyboardInterrupt):
    """One of the signals ``ENDINGS`` came, whose number is the only argument."""


def stopped_status(stopped: KeyboardInterrupt) -> int:
    """The exit status of a run that was interrupted: 128 and the number of the signal, as shells have it."""
    number: int = stopped.args[0] if isinstance(stopped, Terminated) else signal.SIGINT
    return 128 + number


def execute(request: Request) -> int:
    """Do the run; its exit status. Raises errors of newsparse that leave nothing to go on with."""
    request = attrs.evolve(request, output=None if request.output == STDOUT else request.output)
    request, settings = request.with_settings()
    host = Host.discover(everything=False)
    paths = request.files or (STDIN,)
    wanted = names_of(host, request.layers)
    writer = bound(chosen(host, request.format_, request.output, paths), request.writer_options, wanted)
    if request.explain and (writer.name != "text" or request.workers):
        raise click.UsageError("--explain goes with --format text, and without --workers.")
    inputs = Inputs(
        paths,
        host,
        reader=request.reader,
        options=request.for_reader,
        besides=request.output,
    )
    pipeline = pipeline_of(request, settings, host)
    complain_of(pipeline.problems)
    progress = Progress(request.progress)
    if progress.on_terminal:
        progress.expect(inputs, request.limit)
    run = _Run(request, writer, inputs, pipeline, progress)
    with noticed(verbose=request.verbose, debug=request.debug), stoppable(), watching():
        failed = run.go(_journal(request, pipeline, host))
    return int(failed or has_fault(pipeline))


@attrs.define
class _Run:
    request: Request
    writer: WriterSpec
    inputs: Inputs
    pipeline: Pipeline
    progress: Progress
    failed: bool = False
    unwritten: int = 0

    def go(self, journal: Journal | None) -> bool:
        """Write all results; whether anything failed. A journal that a stopped run leaves is kept."""
        try:
            with self.progress.running():
                self._write(journal)
        except KeyboardInterrupt as stopped:
            silence()
            done = f"stopped after {counted(self.progress.counts['articles'], 'articles')}"
            kept = journal is not None and bool(journal.count)
            complain(f"{done}; continue with --resume." if kept else f"{done}.")
            raise click.exceptions.Exit(stopped_status(stopped)) from None
        except BrokenPipeError:
            silence()
            raise click.exceptions.Exit(1) from None
        except WriteError:
            silence()
            raise
        finally:
            if journal:
                journal.close()
        if journal:
            self._settle(journal)
        if self.request.verbose or self.progress.on_terminal:
            complain(self.progress.summary())
        return self.failed

    def _settle(self, journal: Journal) -> None:
        """Remove the journal, unless it alone has results: then say so."""
        if self.request.limit and journal.unasked:
            complain(f"{journal.unasked:,} more finished articles are kept in {journal.path}; continue with --resume.")
        elif self.unwritten:
            articles = "an article was" if self.unwritten == 1 else f"{self.unwritten:,} articles were"
            complain(f"{articles} not written. All results are kept in {journal.path}; write them with --resume.")
        else:
            journal.remove()

    def _write(self, journal: Journal | None) -> None:
        writer, results = self.writer, self._results(journal)
        if self.request.explain:
            writer, results = with_explanations(writer, self.pipeline, self._articles())
        watched = self._watched(results)
        if writer.write_all:
            write_run(writer, self.request.output, watched)
            return
        with opened(self.request.output) as stream:
            output = Output(writer, stream, self.inputs.several())
            output.begin()
            for document in watched:
                try:
                    output.add(rendered(writer, document, self._called(document)))
                except WriteError as error:
                    self._complain_of(error)
            if self.unwritten and not output.count:
                kept = " and --resume: all results are kept" if journal else ""
                hint = f"Choose another format with --format{kept}."
                raise WriteError(f"no article could be written as {writer.name!r}.", hint=hint)
            output.end()

    def _called(self, document: Document) -> str:
        return called(document, many=self.inputs.holds_many(document.meta.path))

    def _complain_of(self, error: WriteError) -> None:
        """Say that an article could not be written, and count it."""
        self.unwritten += 1
        self._complain(str(error))
        if self.request.debug and error.__cause__ is not None:
            tell("".join(traceback.format_exception(error.__cause__)), ends=False)

    def _articles(self) -> Iterator[Document]:
        return itertools.islice(self.inputs.documents(), self.request.limit)

    def _results(self, journal: Journal | None) -> Iterator[Document]:
        def made(articles: Iterable[Document]) -> Iterator[Document]:
            return parsed(articles, self.pipeline, self.request)

        return journal.results(self._articles(), made) if journal else made(self._articles())

    def _watched(self, results: Iterable[Document]) -> Iterator[Document]:
        """The results on their way to the writer; every failure is a line on standard error."""
        for document in results:
            self.progress.add(document)
            for failure in document.failures:
                many = self.inputs.holds_many(document.meta.path)
                self._complain(failure_line(document, failure, many=many))
            yield document

    def _complain(self, message: str) -> None:
        self.failed = True
        self.progress.complain(message)


def failure_line(document: Document, failure: Failure, *, many: bool = False) -> str:
    """A failure as it is shown, with its code, the file, and the article's id where the file has ``many`` articles."""
    place = called(document, many=many)
    path = place.removesuffix(f", {document.id}") if many else place
    about = failure.message if path in failure.message else f"{place}: {failure.message}"
    return f"[{failure.code}] {about}"


def called(document: Document, *, many: bool) -> str:
    """What an article is called in messages: its file, with its id where the file has ``many`` articles."""
    path = STANDARD_INPUT if document.meta.path == STDIN else document.meta.path
    return document.id if path is None else f"{path}, {document.id}" if many else path


def parsed(articles: Iterable[Document], pipeline: Pipeline, request: Request) -> Iterator[Document]:
    """The parsed articles, in order; those that were parsed before are kept as they are if requested."""
    for done, run in itertools.groupby(articles, key=lambda article: request.keep and _is_parsed(article)):
        yield from _made(run, pipeline, request.workers or 0, done=done)


def _is_parsed(article: Document) -> bool:
    return any(map(article.has, PARSED))


def _made(articles: Iterable[Document], pipeline: Pipeline, workers: int, *, done: bool) -> Iterator[Document]:
    rest = iter(articles)
    for size in () if workers or done else FIRST_BATCHES:
        yield from pipeline.pipe(itertools.islice(rest, size), batch_size=size)
    yield from rest if done else pipeline.pipe(rest, batch_size=BATCH_DOCUMENTS, workers=workers)


def pipeline_of(request: Request, settings: Any, host: Host) -> Pipeline:
    """The pipeline that the options ask for."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        options: dict[str, Any] = {"size": request.size} if request.size else {}
        return load(
            request.language or LANGUAGE,
            extractors=request.extractors or None,
            exclude=request.exclude,
            backend=request.backend,
            settings=settings,
            threads=request.threads,
            timeout=request.timeout,
            max_length=request.max_length or MAX_LENGTH,
            on_failure=show_traceback if request.debug else "record",
            host=host,
            **options,
        )


def has_fault(pipeline: Pipeline) -> bool:
    """Whether something is wrong with a plugin; one that is left out for another one is no fault."""
    return any(problem.tier != "choice" for problem in pipeline.problems)


def show_traceback(_failure: Failure, error: Exception) -> None:
    """Where in the code it happened, on standard error."""
    tell("".join(traceback.format_exception(error)), ends=False)


def _journal(request: Request, pipeline: Pipeline, host: Host) -> Journal | None:
    """The journal of a run to a file, with what an earlier run left where it is resumed."""
    if request.output is None or request.explain or not request.resumable:
        return None
    conditions = {
        "version": newsparse.__version__,
        "language": request.language or LANGUAGE,
        **({"keep": True} if request.keep else {}),
        **{f"source {source.id!r}": attrs.asdict(source) for source in pipeline.sources},
    }
    journal = Journal(beside(request.output), conditions, host.kinds)
    if journal.path.exists():
        if request.restart:
            journal.remove()
        elif request.resume:
            journal.recover()
        else:
            hint = "Continue with --resume, or start over with --restart."
            raise WriteError(f"{journal.path} holds the results of an earlier run that was stopped.", hint=hint)
    return journal


@contextmanager
def stoppable() -> Iterator[None]:
    """A block in which the signals ``ENDINGS`` stop the run as Ctrl-C does, so that nothing is left behind.

    One that is ignored, as ``nohup`` has it, still is.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, _frame: object) -> None:
        raise Terminated(number)

    handlers = {number: signal.getsignal(number) for number in ENDINGS}
    changed = [number for number, handler in handlers.items() if handler not in (signal.SIG_IGN, None)]
    for number in changed:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number in changed:
            signal.signal(number, handlers[number])
