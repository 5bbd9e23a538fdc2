"""The pipeline that users hold: called on one text, or given many to process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from newsparse.errors import NewsparseError, PluginBuildError, ReadError, described
from newsparse.guard import Caught, attempt
from newsparse.host import Problem
from newsparse.model import Document, Source
from newsparse.pipeline.config import Settings
from newsparse.pipeline.inputs import as_document, readable
from newsparse.pipeline.run import Runner
from newsparse.pipeline.stream import in_this_process


@attrs.frozen(kw_only=True)
class Pipeline:
    """A backend and extractors, ready to run; ``newsparse.load`` builds one.

    ``settings`` is what it was built from, ``rebuild`` the function that does it; ``problems`` are the plugins that did
    not load, and the extractors that were left out. Pickling a pipeline keeps these two
    alone: another process, or another machine, builds the same pipeline from them.
    """

    settings: Settings
    runner: Runner = attrs.field(repr=False)
    rebuild: Callable[[Settings], Pipeline] = attrs.field(repr=False)
    problems: tuple[Problem, ...] = ()

    def __reduce__(self) -> tuple[object, ...]:
        """Models and extractors are not pickled; what they are built from is."""
        return (self.rebuild, (self.settings,))

    def __call__(self, document: str | Document) -> Document:
        """The document with its layers; a text becomes a document.

        Layers that this pipeline does not make are kept. What fails is noted in ``failures``, or raised with
        ``on_failure="raise"``. Raises ``ReadError`` for anything but a text or a document.
        """
        return self.runner.run([as_document(document)])[0]

    def batch(self, documents: Sequence[object], *, lost: Mapping[str, NewsparseError] | None = None) -> list[Document]:
        """One document for each of ``documents``, in their order, whatever fails: ``pipe`` for a single batch.

        The extractors and the backend whose names are in ``lost`` are not called; their errors are recorded.
        """
        inputs = [readable(item, self.runner.policy) for item in documents]
        given = [document for document, is_readable in inputs if is_readable]
        results = iter(self.runner.run(given, lost=lost or {}))
        return [next(results) if is_readable else document for document, is_readable in inputs]

    def pipe(self, documents: Iterable[object], *, batch_size: int = 32, workers: int = 0) -> Iterator[Document]:
        """Exactly one document for each of ``documents`` (texts or documents), in their order, whatever fails.

        An input of another type gives an empty document with a ``Failure``. At most ``batch_size`` documents are held
        at a time, and with ``workers`` processes two batches for each. The processes are spawned and build the pipeline
        again, with one thread each: a script that uses them needs ``if __name__ == "__main__":``, and a function given
        as ``on_failure`` must pickle. Raises ``ValueError`` for a batch size under 1 or a negative number of
        workers, ``ReadError`` for a single text in place of several.
        """
        if isinstance(documents, (str, bytes, Document)):
            raise ReadError("pipe takes several documents.", hint="Call the pipeline itself on one: nlp(text).")
        if batch_size < 1 or workers < 0:
            raise ValueError(f"batch_size must be at least 1 and workers at least 0, got {batch_size} and {workers}.")
        if workers:
            from newsparse.pipeline.workers import in_processes  # which brings multiprocessing

            return in_processes(self, documents, batch_size=batch_size, workers=workers)
        return in_this_process(self.batch, documents, batch_size=batch_size)

    @property
    def extractors(self) -> tuple[str, ...]:
        """The names of the extractors, in the order in which they run."""
        return tuple(step.spec.name for step in self.runner.steps)

    @property
    def backend(self) -> str | None:
        """The name of the backend, or None where no extractor needs one."""
        return self.runner.analysis.name if self.runner.analysis else None

    @property
    def layers(self) -> tuple[str, ...]:
        """The names of the layers that the pipeline makes, sorted."""
        made = {layer for step in self.runner.steps for layer in step.spec.provides}
        return tuple(sorted(made | set(self.runner.analysis.layers if self.runner.analysis else ())))

    @property
    def sources(self) -> tuple[Source, ...]:
        """What documents record about the backend and the extractors, sorted: who made them, models and settings."""
        analysis = (self.runner.analysis.source,) if self.runner.analysis else ()
        return tuple(sorted((*analysis, *(step.source for step in self.runner.steps)), key=lambda item: item.id))

    def limit_threads(self, count: int) -> None:
        """Let the backend use no more than ``count`` threads, where it has a method ``limit_threads`` for that.

        Raises ``PluginBuildError`` where that method fails.
        """
        limit = getattr(self.runner.analysis.backend, "limit_threads", None) if self.runner.analysis else None
        done = limit and attempt(limit, count)
        if isinstance(done, Caught):
            raise PluginBuildError(f"the backend {self.backend!r} cannot limit its threads: {described(done.error)}.")

    def conditions(self) -> dict[str, str]:
        """How the backend runs here, such as its engine and threads, where it has a method ``conditions`` to say so."""
        known = getattr(self.runner.analysis.backend, "conditions", None) if self.runner.analysis else None
        return dict(known()) if known is not None else {}
