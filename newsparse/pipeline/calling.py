"""Calls an extractor or a backend on documents: together where that works, else one by one, within a time limit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, TypeVar

import attrs

from newsparse.errors import ContractError, ExtractionError, NewsparseError, TimeLimitError
from newsparse.guard import Caught, TimeIsUp, attempt
from newsparse.model import Document, Layer
from newsparse.pipeline.failures import warn_of_batch
from newsparse.specs import Backend, Extractor

Item = TypeVar("Item")
Result = TypeVar("Result")


@attrs.frozen
class Caller:
    """Calls whatever has ``name``; with an error in ``lost`` it calls nothing, and that error is the result.

    ``timeout`` is the most seconds that a document may take. With a limit each document is handed over by itself.
    """

    name: str
    timeout: float | None = None
    lost: NewsparseError | None = None

    def __call__(self, work: Callable[..., Result], *arguments: Any) -> Result | Caught:
        """What ``work(*arguments)`` returns, or what it raised."""
        if self.lost is not None:
            return Caught(self.lost)
        result = attempt(work, *arguments, seconds=self.timeout, name=self.name)
        if isinstance(result, Caught) and isinstance(result.error, TimeIsUp):
            late = TimeLimitError(f"{self.name} was stopped after {self.timeout:g} seconds.")
            return Caught(late.with_traceback(result.error.__traceback__))
        return result

    def each(
        self,
        alone: Callable[[Item], Result],
        items: list[Item],
        together: Callable[[list[Item]], Iterable[Result]] | None = None,
        what: str = "",
    ) -> list[Result | Caught]:
        """What ``alone`` gives for each item, or what it raised; all in one call where ``together`` succeeds.

        ``what`` is how a warning calls ``together``, for the case that it fails and ``alone`` does not.
        """
        whole: list[Result] | Caught | None = None
        if together is not None and self.timeout is None and len(items) > 1:
            whole = self(counted, together, items)
        if isinstance(whole, list):
            return [*whole]
        results = [self(alone, item) for item in items]
        if isinstance(whole, Caught) and not any(isinstance(result, Caught) for result in results):
            warn_of_batch(what, whole.error)
        return results


def counted(work: Callable[[list[Item]], Iterable[Result]], items: list[Item]) -> list[Result]:
    """The results of ``work``, as many as there are items; raises ``ExtractionError`` for more or fewer."""
    results = list(work(items))
    if len(results) != len(items):
        raise ExtractionError(f"got {len(results)} results for {len(items)} documents.")
    return results


def analyses(call: Caller, backend: Backend, texts: list[str]) -> list[Sequence[Layer] | Caught]:
    """What the backend gives for each text."""

    def alone(text: str) -> Sequence[Layer]:
        return counted(backend.analyse, [text])[0]

    def together(several: list[str]) -> Iterable[Sequence[Layer]]:
        return backend.analyse(several)

    return call.each(alone, texts, together, "the backend")


def extractions(call: Caller, extractor: Extractor, documents: list[Document]) -> list[list[object] | Caught]:
    """What the extractor gives for each document, in one call where it has ``extract_batch``."""

    def together(several: list[Document]) -> list[list[object]]:
        return [listed(result) for result in extractor.extract_batch(several)]  # type: ignore[attr-defined]

    batches = call(getattr, extractor, "extract_batch", None)
    has_batches = batches is not None and not isinstance(batches, Caught)
    what = f"{type(extractor).__name__}.extract_batch"
    return call.each(partial(extraction, extractor), documents, together if has_batches else None, what)


def extraction(extractor: Extractor, document: Document, *title: Document | None) -> list[object]:
    """What the extractor gives for one document, and its title for one that reads it."""
    return listed(extractor.extract(document, *title))


def listed(given: Iterable[object]) -> list[object]:
    """What an extractor returned, as a list; raises ``ContractError`` for None or a single annotation."""
    if isinstance(given, Iterable):
        return list(given)
    what = "None" if given is None else f"one {type(given).__name__}"
    raise ContractError(f"extract returned {what}; it must return a list of annotations, or yield them.")
