"""Running many documents in several processes, each of which rebuilds the pipeline from its pickle."""

from __future__ import annotations

import contextlib
import importlib.util
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from typing import Protocol

import attrs

from newsparse.aside import aside, heard, is_aside
from newsparse.errors import ExtractionError, NewsparseError, PluginBuildError, TimeLimitError, described
from newsparse.guard import NOTE_BYTES, Note, expend, noted
from newsparse.model import Document
from newsparse.pipeline.config import Settings
from newsparse.pipeline.failures import Policy, warn_of_batch
from newsparse.pipeline.inputs import readable
from newsparse.pipeline.stream import Batches
from newsparse.visible import one_line

WHERE = "workers"

END_SECONDS = 5.0
"""Processes that are no longer needed may take so long to end."""

Lost = Mapping[str, NewsparseError]
"""The extractors or the backend that are not to be called, with the errors that their documents get instead."""


class Runnable(Protocol):
    """What this module needs of a pipeline."""

    @property
    def settings(self) -> Settings:
        """What it is built from."""

    def batch(self, documents: Sequence[object], *, lost: Lost | None = None) -> list[Document]:
        """One document for each, without calling what is in ``lost``."""

    def limit_threads(self, count: int) -> None:
        """Use no more threads than this."""


def in_processes(
    pipeline: Runnable, documents: Iterable[object], *, batch_size: int, workers: int
) -> Iterator[Document]:
    """The documents that ``workers`` processes give for batches of ``documents``, in their order.

    Two batches per process are in flight at a time. When a process ends, the documents of its batch are done again,
    each alone; an extractor that ends the process then is recorded as a failure of that document, which is done again
    without it. Raises ``PluginBuildError`` for a pipeline that another process cannot build.
    """
    batches = Batches(documents, batch_size)
    with Pool(portable(pipeline), workers, pipeline.settings) as pool:
        waiting: deque[Task] = deque()
        for batch in batches:
            waiting.append(pool.submit(batch))
            if len(waiting) >= 2 * workers:
                yield from pool.result(waiting.popleft())
        while waiting:
            yield from pool.result(waiting.popleft())
        pool.warn()
    if batches.failure:
        raise batches.failure


def portable(pipeline: Runnable) -> bytes:
    """The pipeline pickled; raises ``PluginBuildError`` when another process could not build it from that."""
    for module in pipeline.settings.host or ():
        if not _importable(module):
            raise PluginBuildError(
                f"other processes cannot import the plugin module {module!r}.", hint="Use workers=0."
            )
    try:
        return pickle.dumps(pipeline)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        hint = "Use workers=0, or settings that pickle (functions at the top of a module, no lambdas)."
        raise PluginBuildError(f"the pipeline's settings do not pickle: {error}.", hint=hint) from error


def _importable(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False


@attrs.frozen
class Task:
    """A batch in flight: its documents, whether each is to be run on, and the future results of those that are."""

    documents: list[tuple[Document, bool]]
    future: Future[list[Document] | Exception]


class Pool:
    """Processes that are replaced when one of them dies."""

    def __init__(self, pipeline: bytes, workers: int, settings: Settings) -> None:
        self._pipeline = pipeline
        self._workers = workers
        self._policy = Policy(settings.on_failure)
        self._timeout = settings.timeout
        # Spawned, not forked: a fork of a process with torch's threads may hang.
        self._context = multiprocessing.get_context("spawn")
        self._note = self._new_note()
        self._executor = self._started(workers, self._new_note())
        self._alone: ProcessPoolExecutor | None = None
        self._broken: Exception | None = None
        self._explained = False

    def __enter__(self) -> Pool:
        """The pool itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_exception: object) -> None:
        """Stop the processes, at once where there was an exception; work that has not begun is cancelled."""
        for executor in (self._executor, self._alone):
            if executor is not None:
                _stop(executor, at_once=kind is not None)

    def submit(self, batch: Sequence[object]) -> Task:
        """Submit a batch."""
        # What is neither a text nor a document may not even pickle, so it is sorted out here.
        documents = [readable(item, self._policy) for item in batch]
        given = [document for document, is_readable in documents if is_readable]
        try:
            return Task(documents, _submitted(self._executor, given))
        except BrokenProcessPool:
            _stop(self._executor)
            self._executor = self._started(self._workers, self._new_note())
            return Task(documents, _submitted(self._executor, given))

    def result(self, task: Task) -> Iterator[Document]:
        """The documents of a batch in their order; raises what the pipeline raised."""
        try:
            outcome = task.future.result()
        except Exception as error:  # not the pipeline's: the process died, or something did not pickle
            self._broken = error
            outcome = [self._done_alone(document) for document, is_readable in task.documents if is_readable]
        if isinstance(outcome, Exception):
            raise outcome
        results = iter(outcome)
        return iter([next(results) if is_readable else document for document, is_readable in task.documents])

    def warn(self) -> None:
        """Warn where batches failed, and none of their documents alone: no document has that as a failure."""
        if self._broken and not self._explained:
            warn_of_batch("a process", self._broken)

    def _done_alone(self, document: Document) -> Document:
        """The document, done in a process of its own as often as an extractor ends that, each time without this one."""
        lost: dict[str, NewsparseError] = {}
        while True:
            if self._alone is None:
                self._alone = self._started(1, self._note)
            try:
                outcome = _submitted(self._alone, [document], lost).result()
            except Exception as error:
                _stop(self._alone)
                self._alone = None
                self._explained = True
                name, fault = self._blamed(error)
                if name and name not in lost:
                    lost[name] = fault
                    continue
                return self._policy.record(document, "extract", WHERE, fault)
            if isinstance(outcome, Exception):
                raise outcome
            return outcome[0]

    def _blamed(self, error: Exception) -> tuple[str, NewsparseError]:
        """Who ran when a process ended, if anybody did, and what is wrong with it."""
        name, seconds = noted(self._note) if isinstance(error, BrokenProcessPool) else ("", 0.0)
        if not name:
            reason = f"no result came back from the process that it ran in ({described(error).rstrip('.')})."
            return name, ExtractionError(reason)
        if self._timeout is not None and seconds > self._timeout:
            reason = f"{name} could not be interrupted after {self._timeout:g} seconds, so its process was ended."
            return name, TimeLimitError(reason)
        return name, ExtractionError(f"the process ended while {name} ran in it.")

    def _new_note(self) -> Note:
        note: Note = self._context.RawArray("c", NOTE_BYTES)
        return note

    def _started(self, workers: int, note: Note) -> ProcessPoolExecutor:
        arguments = (self._pipeline, note, is_aside() or sys.stdout is sys.stderr)
        return ProcessPoolExecutor(workers, mp_context=self._context, initializer=_receive, initargs=arguments)


def _stop(executor: ProcessPoolExecutor, *, at_once: bool = False) -> None:
    """End the processes of an executor, those that do not end by themselves by force: a plugin may have left a thread.

    Work that has not begun is cancelled, and with ``at_once`` also what has.
    """
    processes = list((executor._processes or {}).values())  # from Python 3.14 on: ``terminate_workers``
    for process in processes if at_once else ():
        process.terminate()
    executor.shutdown(wait=False, cancel_futures=True)
    deadline = time.monotonic() + END_SECONDS
    for process in processes:
        if not connection.wait([process.sentinel], max(0.0, deadline - time.monotonic())):
            process.kill()
            connection.wait([process.sentinel])


def _submitted(
    executor: ProcessPoolExecutor, documents: list[Document], lost: Lost | None = None
) -> Future[list[Document] | Exception]:
    """The future result; processes that start here inherit that Ctrl-C, which this process handles, is blocked."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        return executor.submit(_run, documents, lost)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return executor.submit(_run, documents, lost)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_received: list[bytes] = []
_built: list[Runnable] = []
_built_in = contextlib.ExitStack()
"""What holds as long as this process runs."""


def _receive(pipeline: bytes, note: Note, prints_aside: bool) -> None:  # noqa: FBT001 - called by the executor
    _received.append(pipeline)
    if prints_aside:
        _built_in.enter_context(aside())
        _built_in.enter_context(heard(_told))
    expend(note)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _told(line: str) -> None:
    with contextlib.suppress(OSError):
        print(f"newsparse: {one_line(line)}", file=sys.stderr, flush=True)


def _end_with_parent() -> None:
    """Leave when the process that started this one is gone, even if it was killed and could not say so."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run(documents: list[Document], lost: Lost | None) -> list[Document] | Exception:
    # The pipeline is built at the first batch and not by the initializer, whose exceptions would end the pool unseen.
    try:
        if not _built:
            _built.append(pickle.loads(_received[-1]))
            _built[-1].limit_threads(1)
        return _built[-1].batch(documents, lost=lost)
    except Exception as error:
        return error
