"""Running many documents in several processes, each of which rebuilds the pipeline from its pickle."""

from __future__ import annotations

import importlib.util
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol

import attrs

from newsparse.errors import ExtractionError, PluginBuildError
from newsparse.model import Document
from newsparse.pipeline.config import Settings
from newsparse.pipeline.failures import Policy, warn_of_batch
from newsparse.pipeline.inputs import readable
from newsparse.pipeline.stream import Batches

WHERE = "workers"


class Runnable(Protocol):
    """What this module needs of a pipeline."""

    @property
    def settings(self) -> Settings:
        """What it is built from."""

    def batch(self, documents: Sequence[object]) -> list[Document]:
        """One document for each."""

    def limit_threads(self, count: int) -> None:
        """Use no more threads than this."""


def in_processes(
    pipeline: Runnable, documents: Iterable[object], *, batch_size: int, workers: int
) -> Iterator[Document]:
    """The documents that ``workers`` processes give for batches of ``documents``, in their order.

    Two batches per process are in flight at a time. A document that ends its process is noted as a failure, and
    the rest of its batch is done again. Raises ``PluginBuildError`` for a pipeline that another process cannot build.
    """
    batches = Batches(documents, batch_size)
    with Pool(portable(pipeline), workers, Policy(pipeline.settings.on_failure)) as pool:
        waiting: deque[Task] = deque()
        for batch in batches:
            waiting.append(pool.submit(batch))
            if len(waiting) >= 2 * workers:
                yield from pool.result(waiting.popleft())
        while waiting:
            yield from pool.result(waiting.popleft())
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

    def __init__(self, pipeline: bytes, workers: int, policy: Policy) -> None:
        self._pipeline = pipeline
        self._workers = workers
        self._policy = policy
        self._executor = self._started(workers)
        self._alone: ProcessPoolExecutor | None = None

    def __enter__(self) -> Pool:
        """The pool itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_exception: object) -> None:
        """Stop the processes, at once where there was an exception; work that has not begun is cancelled."""
        for executor in (self._executor, self._alone):
            if executor is not None:
                running = list((executor._processes or {}).values()) if kind else []
                for process in running:  # ``terminate_workers`` of Python 3.14
                    process.terminate()
                executor.shutdown(cancel_futures=True)

    def submit(self, batch: Sequence[object]) -> Task:
        """Submit a batch."""
        # What is neither a text nor a document may not even pickle, so it is sorted out here.
        documents = [readable(item, self._policy) for item in batch]
        given = [document for document, is_readable in documents if is_readable]
        try:
            return Task(documents, _submitted(self._executor, given))
        except BrokenProcessPool:
            self._executor.shutdown()
            self._executor = self._started(self._workers)
            return Task(documents, _submitted(self._executor, given))

    def result(self, task: Task) -> Iterator[Document]:
        """The documents of a batch in their order; raises what the pipeline raised."""
        try:
            outcome = task.future.result()
        except Exception as error:  # not the pipeline's: the process died, or something did not pickle
            outcome = [self._done_alone(document) for document, is_readable in task.documents if is_readable]
            if not any(failure.where == WHERE for document in outcome for failure in document.failures):
                warn_of_batch("a process", error)
        if isinstance(outcome, Exception):
            raise outcome
        results = iter(outcome)
        return iter([next(results) if is_readable else document for document, is_readable in task.documents])

    def _done_alone(self, document: Document) -> Document:
        if self._alone is None:
            self._alone = self._started(1)
        try:
            outcome = _submitted(self._alone, [document]).result()
        except Exception as error:
            self._alone.shutdown()
            self._alone = None
            reason = f"no result came back from the process that it ran in ({type(error).__name__}: {error})."
            return self._policy.record(document, "extract", WHERE, ExtractionError(reason))
        if isinstance(outcome, Exception):
            raise outcome
        return outcome[0]

    def _started(self, workers: int) -> ProcessPoolExecutor:
        # Spawned, not forked: a fork of a process with torch's threads may hang.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, mp_context=context, initializer=_receive, initargs=(self._pipeline,))


def _submitted(executor: ProcessPoolExecutor, documents: list[Document]) -> Future[list[Document] | Exception]:
    """The future result; processes that start here inherit that Ctrl-C, which this process handles, is blocked."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        return executor.submit(_run, documents)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return executor.submit(_run, documents)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_received: list[bytes] = []
_built: list[Runnable] = []


def _receive(pipeline: bytes) -> None:
    _received.append(pipeline)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Leave when the process that started this one is gone, even if it was killed and could not say so."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run(documents: list[Document]) -> list[Document] | Exception:
    # The pipeline is built at the first batch and not by the initializer, whose exceptions would end the pool unseen.
    try:
        if not _built:
            _built.append(pickle.loads(_received[-1]))
            _built[-1].limit_threads(1)
        return _built[-1].batch(documents)
    except Exception as error:
        return error
