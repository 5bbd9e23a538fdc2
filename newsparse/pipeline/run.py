"""Runs a backend and extractors over a batch of documents; whatever fails on one of them stays with that one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from newsparse.errors import ContractError, ExtractionError, LayerError
from newsparse.kinds import KindRegistry
from newsparse.model import Annotation, Document, Label, Layer, Source
from newsparse.pipeline.contract import checked, checked_layers
from newsparse.pipeline.failures import Maker, Policy, warn_of_batch
from newsparse.pipeline.labels import with_known_labels
from newsparse.pipeline.plan import completes
from newsparse.pipeline.wrapping import on_text, unwrapped
from newsparse.specs import ASPECTS, Backend, Extractor, ExtractorSpec

Result = TypeVar("Result")


@attrs.frozen(kw_only=True)
class Analysis:
    """A backend that is built, the layers asked of it, and what documents record about it."""

    name: str
    backend: Backend
    layers: tuple[str, ...]
    source: Source
    labels: Mapping[str, Label | None] = attrs.field(factory=dict)

    @property
    def maker(self) -> Maker:
        """Whose code it is."""
        return Maker.of(self.source, self.backend.analyse)


@attrs.frozen(kw_only=True)
class Step:
    """An extractor that is built, with its specification and what documents record about it."""

    spec: ExtractorSpec
    extractor: Extractor
    source: Source

    @property
    def maker(self) -> Maker:
        """Whose code it is."""
        return Maker.of(self.source, self.extractor.extract)


@attrs.frozen(kw_only=True)
class Runner:
    """The analysis, if any, and the steps in the order of the plan."""

    analysis: Analysis | None
    steps: tuple[Step, ...]
    kinds: KindRegistry
    policy: Policy

    def run(self, documents: Sequence[Document]) -> list[Document]:
        """The documents with all layers, sources and failures, in their order."""
        current = [on_text(self._cleared(document), unwrapped(document.text)) for document in documents]
        titles: list[Document | None] = [None for _ in current]
        if self.analysis:
            current, titles = self._analyse(self.analysis, current)
        for step in self.steps:
            current = self._extract(step, current, titles)
        return [on_text(done, document.text) for done, document in zip(current, documents, strict=True)]

    def _cleared(self, document: Document) -> Document:
        """Without what an earlier run of the same parts left, so that a second run gives what the first one gave."""
        made = {layer for step in self.steps for layer in step.spec.provides if not completes(step.spec, layer)}
        made |= set(self.analysis.layers) if self.analysis else set()
        names = {step.spec.name for step in self.steps} | ({self.analysis.name} if self.analysis else set())
        layers = tuple(layer for layer in document.layers if layer.name not in made)
        failures = tuple(item for item in document.failures if item.stage == "read" or item.where not in names)
        return attrs.evolve(document, layers=layers, failures=failures)

    def _analyse(
        self, analysis: Analysis, documents: Sequence[Document]
    ) -> tuple[list[Document], list[Document | None]]:
        """The documents with the layers of the backend, and their titles, where a step reads these, with theirs."""
        titles = [self._title(document) for document in documents]
        parts = [*documents, *(title for title in titles if title is not None)]
        results = iter(in_batch(analysis.backend.analyse, [part.text for part in parts if part.text.strip()]))
        # A text without words needs no analysis: its layers are there, and empty.
        blank = [Layer(name, ()) for name in analysis.layers if name not in ASPECTS]
        done = [self._analysed(analysis, part, next(results) if part.text.strip() else blank) for part in parts]
        read = iter(done[len(documents) :])
        heads = [next(read) if title is not None else None for title in titles]
        noted = [with_failures_of(head, document) for head, document in zip(heads, done, strict=False)]
        return noted, [None if head is None or head.failures else head for head in heads]

    def _title(self, document: Document) -> Document | None:
        """The title as a document, if it has words and a step reads titles."""
        title = document.meta.title
        if not title or not title.strip() or not any(step.spec.reads_title for step in self.steps):
            return None
        return Document(text=title, id=document.id)

    def _analysed(self, analysis: Analysis, document: Document, given: Sequence[Layer] | BaseException) -> Document:
        try:
            if isinstance(given, BaseException):
                raise given
            layers = checked_layers(document.text, given, wanted=analysis.layers, kinds=self.kinds)
            layers, problem = with_known_labels(layers, analysis.labels)
            made = {layer.name: layer.annotations for layer in layers}
            done = with_layers(document, made, analysis.source)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            return self.policy.record(document, "analyse", analysis.name, error, analysis.maker)
        return self.policy.record(done, "contract", analysis.name, problem, analysis.maker) if problem else done

    def _extract(self, step: Step, documents: Sequence[Document], titles: Sequence[Document | None]) -> list[Document]:
        ready = [not missing(document, step.spec.requires) for document in documents]
        able = [
            (document, title) for document, title, is_ready in zip(documents, titles, ready, strict=True) if is_ready
        ]
        if step.spec.reads_title:
            results = iter([extraction(step.extractor, document, title) for document, title in able])
        else:
            results = iter(extractions(step.extractor, [document for document, _ in able]))
        return [
            self._extracted(step, document, next(results)) if is_ready else self._skipped(step, document)
            for document, is_ready in zip(documents, ready, strict=True)
        ]

    def _extracted(self, step: Step, document: Document, given: Sequence[object] | BaseException) -> Document:
        try:
            if isinstance(given, BaseException):
                raise given
            layers = checked(document, given, provides=step.spec.provides, kinds=self.kinds)
            return with_layers(document, layers, step.source)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            return self.policy.record(document, "extract", step.spec.name, error, step.maker)

    def _skipped(self, step: Step, document: Document) -> Document:
        layer = missing(document, step.spec.requires)[0]
        error = LayerError(f"not run, since the layer {layer!r} is missing.")
        return self.policy.record(document, "extract", step.spec.name, error)


def with_failures_of(title: Document | None, document: Document) -> Document:
    """``document`` with what went wrong when its title was analysed."""
    failures = [attrs.evolve(item, message=f"The title: {item.message}") for item in title.failures] if title else []
    return attrs.evolve(document, failures=(*document.failures, *failures)) if failures else document


def missing(document: Document, layers: Iterable[str]) -> list[str]:
    """Those of ``layers`` that ``document`` does not have; tags and trees come with its tokens or not at all."""
    return [layer for layer in layers if not document.has("tokens" if layer in ASPECTS else layer)]


def in_batch(work: Callable[[list[str]], Sequence[Result]], items: list[str]) -> list[Result | BaseException]:
    """The result of ``work`` for each item; when a batch fails each is tried alone; what that raises is its result."""
    if not items:
        return []
    try:
        results = list(work(items))
        if len(results) != len(items):
            raise ExtractionError(f"got {len(results)} results for {len(items)} documents.")
        return [*results]
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        if len(items) == 1:
            return [error]
        return _alone([result for item in items for result in in_batch(work, [item])], error, "the backend")


def extractions(extractor: Extractor, documents: list[Document]) -> list[list[object] | BaseException]:
    """What the extractor gives for each document, in one call where it has ``extract_batch`` and that succeeds."""
    together: Callable[[Sequence[Document]], Iterable[Iterable[Any]]] | None
    together = getattr(extractor, "extract_batch", None)
    if together is None or len(documents) <= 1:
        return [extraction(extractor, document) for document in documents]
    try:
        results = [listed(result) for result in together(documents)]
        if len(results) != len(documents):
            raise ValueError(f"got {len(results)} results for {len(documents)} documents")
        return [*results]
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        alone = [extraction(extractor, document) for document in documents]
        return _alone(alone, error, f"{type(extractor).__name__}.extract_batch")


def _alone(results: list[Result | BaseException], error: BaseException, what: str) -> list[Result | BaseException]:
    """The results of the documents of a batch that failed with ``error``, each tried alone; one of them tells why."""
    if not any(isinstance(result, BaseException) for result in results):
        warn_of_batch(what, error)
    return results


def extraction(extractor: Extractor, document: Document, *title: Document | None) -> list[object] | BaseException:
    """What the extractor gives for one document, and its title for one that reads it, or what it raises."""
    try:
        return listed(extractor.extract(document, *title))
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        return error


def listed(given: Iterable[object]) -> list[object]:
    """What an extractor returned, as a list; raises ``ContractError`` for None or a single annotation."""
    if isinstance(given, Iterable):
        return list(given)
    what = "None" if given is None else f"one {type(given).__name__}"
    raise ContractError(f"extract returned {what}; it must return a list of annotations, or yield them.")


def with_layers(document: Document, layers: dict[str, Any], source: Source) -> Document:
    """``document`` with these layers and their source; annotations that name no known source get this one."""
    known = {item.id for item in document.sources} - {source.id}
    for name, items in layers.items():
        document = document.with_layer(name, stamped(items, source.id, known))
    return document.with_source(source)


def stamped(annotations: Iterable[Annotation], origin: str, known: Collection[str]) -> list[Annotation]:
    """The annotations with their origin; what an extractor passes on from an earlier source keeps that one."""
    return [
        item if item.origin == origin or item.origin in known else attrs.evolve(item, origin=origin)
        for item in annotations
    ]
