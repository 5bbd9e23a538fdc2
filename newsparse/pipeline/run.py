"""Runs a backend and extractors over a batch of documents; whatever fails on one of them stays with that one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from itertools import compress
from operator import attrgetter, is_
from types import MappingProxyType
from typing import Any

import attrs

from newsparse.errors import ContractError, LayerError, LengthError, NewsparseError, TimeLimitError, described
from newsparse.garbage import paused
from newsparse.guard import Caught, attempt, keeps_limits, watching
from newsparse.kinds import KindRegistry
from newsparse.model import Annotation, Document, Label, Layer, Source
from newsparse.model.making import remade
from newsparse.pipeline.calling import Caller, analyses, extraction, extractions
from newsparse.pipeline.contract import NO_KINDS, checked, checked_layers, well_shaped
from newsparse.pipeline.failures import Maker, Policy
from newsparse.pipeline.labels import with_known_labels
from newsparse.pipeline.plan import completes
from newsparse.pipeline.wrapping import on_text, unwrapped
from newsparse.rules import about_title
from newsparse.specs import ASPECTS, Backend, Extractor, ExtractorSpec
from newsparse.syntax.words import forget

LENGTH = "max_length"
"""Where a text that is too long failed."""

_READ = frozenset({"sentences", "tokens"})
"""The layers of the analysis that are kept of a title in which something was found, to compare it with others."""

_CHANGED = "extract changed the document that it was given."

_NAMES = [field.name for field in attrs.fields(Document)]
_FIELDS = attrgetter(*_NAMES)

NOTHING: Mapping[str, NewsparseError] = MappingProxyType({})


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
        return Maker.of(self.source, self.backend, "analyse")


@attrs.frozen(kw_only=True)
class Step:
    """An extractor that is built, with its specification and what documents record about it."""

    spec: ExtractorSpec
    extractor: Extractor
    source: Source

    @property
    def maker(self) -> Maker:
        """Whose code it is."""
        return Maker.of(self.source, self.extractor, "extract")


@attrs.frozen(kw_only=True)
class Runner:
    """The analysis, if any, and the steps in the order of the plan.

    ``timeout`` is the most seconds that each may take for a document, ``max_length`` the most characters of a text.
    """

    analysis: Analysis | None
    steps: tuple[Step, ...]
    kinds: KindRegistry
    policy: Policy
    timeout: float | None = None
    max_length: int | None = None

    def run(self, documents: Sequence[Document], *, lost: Mapping[str, NewsparseError] = NOTHING) -> list[Document]:
        """The documents with all layers, sources and failures, in their order.

        What is named in ``lost`` is not called: each document has that error instead.
        """
        if self.timeout is not None and not keeps_limits():
            hint = "Use workers, or the main thread of a system other than Windows."
            raise TimeLimitError("a time limit cannot be kept here.", hint=hint)
        refused = [self._refused(document) for document in documents]
        with watching(), paused():
            given = [document for document, no in zip(documents, refused, strict=True) if no is None]
            done = iter(_Run(self, lost).run(given))
        return [next(done) if no is None else no for no in refused]

    def _refused(self, document: Document) -> Document | None:
        """A document that is too long, with that recorded; None for any other."""
        for what, words in (("text", document.text), ("title", document.meta.title or "")):
            if self.max_length is not None and len(words) > self.max_length:
                allowed = f"more than the {self.max_length:,} that max_length (--max-length) allows"
                longer = f"its {what} has {len(words):,} characters, {allowed}."
                return self.policy.record(self.cleared(document), "analyse", LENGTH, LengthError(longer))
        return None

    def cleared(self, document: Document) -> Document:
        """Without what an earlier run of the same parts left, so that a second run gives what the first one gave."""
        made = {layer for step in self.steps for layer in step.spec.provides if not completes(step.spec, layer)}
        made |= set(self.analysis.layers) if self.analysis else set()
        names = {LENGTH, *(step.spec.name for step in self.steps), *({self.analysis.name} if self.analysis else ())}
        layers = tuple(layer for layer in document.layers if layer.name not in made)
        document = attrs.evolve(document, headline=None)
        failures = tuple(item for item in document.failures if item.stage == "read" or item.where not in names)
        return attrs.evolve(document, layers=layers, failures=failures)


@attrs.frozen
class _Run:
    """One batch on its way through a runner."""

    runner: Runner
    lost: Mapping[str, NewsparseError]

    def run(self, documents: Sequence[Document]) -> list[Document]:
        """The documents with all that the runner adds."""
        current = [self._onto(unwrapped(item.text), self.runner.cleared(item)) for item in documents]
        titles: list[Document | None] = [None for _ in current]
        if self.runner.analysis:
            current, titles = self._analyse(self.runner.analysis, current)
        for step in self.runner.steps:
            current = self._extract(step, current, titles)
            titles = self._extract_titles(step, titles) if step.spec.on_title else titles
        for done in current:
            forget(done)
        return [
            self._with_headline(self._onto(document.text, done), title)
            for done, document, title in zip(current, documents, titles, strict=True)
        ]

    def _onto(self, text: str, document: Document) -> Document:
        """``document`` on an equally long text, without the layers of annotations that cannot be copied with its words.

        Who made such a layer has failed.
        """
        done = attempt(on_text, document, text)
        if not isinstance(done, Caught):
            return done
        base = attrs.evolve(document, text=text, layers=())
        for layer in document.layers:
            alone = attempt(on_text, attrs.evolve(document, layers=(layer,)), text)
            if isinstance(alone, Caught):
                makers = (step.spec.name for step in self.runner.steps if layer.name in step.spec.provides)
                error = ContractError(f"the layer {layer.name!r} cannot be copied: {described(alone.error)}.")
                base = self._record(base, "contract", next(makers, layer.name), error)
            else:
                base = attrs.evolve(base, layers=(*base.layers, *alone.layers))
        return base

    def _analyse(
        self, analysis: Analysis, documents: Sequence[Document]
    ) -> tuple[list[Document], list[Document | None]]:
        """The documents with the layers of the backend, and their titles, where a step reads these, with theirs."""
        titles = [self._title(document) for document in documents]
        done = self._analysed_all(analysis, [*documents, *(title for title in titles if title is not None)])
        read = iter(done[len(documents) :])
        heads = [next(read) if title is not None else None for title in titles]
        noted = [with_failures_of(head, document) for head, document in zip(heads, done, strict=False)]
        return noted, [None if head is None or head.failures else head for head in heads]

    def _analysed_all(self, analysis: Analysis, parts: Sequence[Document]) -> list[Document]:
        """The documents with the layers of the backend; one without words is not analysed, and has them empty."""
        call = self._caller(analysis.name)
        results = iter(analyses(call, analysis.backend, [part.text for part in parts if part.text.strip()]))
        blank = [Layer(name, ()) for name in analysis.layers if name not in ASPECTS]
        return [self._analysed(call, analysis, part, next(results) if part.text.strip() else blank) for part in parts]

    def _title(self, document: Document) -> Document | None:
        """The title as a document, if it has words and a step reads titles."""
        title = document.meta.title
        wanted = any(step.spec.reads_title or step.spec.on_title for step in self.runner.steps)
        if not title or not title.strip() or not wanted:
            return None
        return Document(text=title, id=document.id, meta=attrs.evolve(document.meta, title=None))

    def _analysed(
        self, call: Caller, analysis: Analysis, document: Document, given: Sequence[Layer] | Caught
    ) -> Document:
        def finished(layers: Sequence[Layer]) -> tuple[Document, ContractError | None]:
            layers = checked_layers(document, layers, wanted=analysis.layers, kinds=self.runner.kinds)
            layers, problem = with_known_labels(layers, analysis.labels)
            made = {layer.name: layer.annotations for layer in layers}
            return with_layers(document, made, analysis.source), problem

        found = given if isinstance(given, Caught) else call(finished, given)
        if isinstance(found, Caught):
            return self._record(document, "analyse", analysis.name, found.error, analysis.maker)
        done, problem = found
        return self._record(done, "contract", analysis.name, problem, analysis.maker) if problem else done

    def _extract(self, step: Step, documents: Sequence[Document], titles: Sequence[Document | None]) -> list[Document]:
        call = self._caller(step.spec.name)
        ready = [not missing(document, step.spec.requires) for document in documents]
        able = [
            (document, title) for document, title, is_ready in zip(documents, titles, ready, strict=True) if is_ready
        ]
        results = self._found(call, step, able)
        found, finish = iter(results), partial(self._extracted, call, step, shaped=self._well_shaped(call, results))
        return [
            finish(document, next(found)) if is_ready else self._skipped(step, document)
            for document, is_ready in zip(documents, ready, strict=True)
        ]

    def _found(
        self, call: Caller, step: Step, pairs: Sequence[tuple[Document, Document | None]]
    ) -> list[list[object] | Caught]:
        """What the extractor gives for each document and its title."""
        before = [list(map(_fields, pair)) for pair in pairs]
        if step.spec.reads_title:
            results = [call(extraction, step.extractor, document, title) for document, title in pairs]
        else:
            results = extractions(call, step.extractor, [document for document, _ in pairs])
        changed = [any(list(map(restored, pair, fields))) for pair, fields in zip(pairs, before, strict=True)]
        return [
            Caught(ContractError(_CHANGED)) if is_changed else given
            for given, is_changed in zip(results, changed, strict=True)
        ]

    def _well_shaped(self, call: Caller, results: Iterable[list[object] | Caught]) -> frozenset[type]:
        """The kinds of annotations that are well shaped in a whole batch; with a time limit, each is checked alone."""
        if self.runner.timeout is not None:
            return NO_KINDS
        shaped = call(well_shaped, [given for given in results if not isinstance(given, Caught)])
        return NO_KINDS if isinstance(shaped, Caught) else shaped

    def _extract_titles(self, step: Step, titles: Sequence[Document | None]) -> list[Document | None]:
        """The titles with what a step finds in them."""
        given = [title for title in titles if title is not None]
        with about_title():
            done = iter(self._extract(step, given, [None] * len(given)))
        return [None if title is None else next(done) for title in titles]

    def _with_headline(self, document: Document, title: Document | None) -> Document:
        """``document`` with its title as a document, if any step has found something there."""
        found = {layer for step in self.runner.steps if step.spec.on_title for layer in step.spec.provides}
        if title is None or not any(title.get(layer) for layer in found) or title.failures:
            return with_failures_of(title, document)
        layers = tuple(layer for layer in title.layers if layer.name in found | _READ)
        return attrs.evolve(document, headline=Document(text=title.text, id=document.id, layers=layers))

    def _extracted(
        self, call: Caller, step: Step, document: Document, given: list[object] | Caught, *, shaped: frozenset[type]
    ) -> Document:
        def finished(annotations: list[object]) -> Document:
            provides, kinds = step.spec.provides, self.runner.kinds
            layers = checked(document, annotations, provides=provides, kinds=kinds, shaped=shaped)
            return with_layers(document, layers, step.source)

        done = given if isinstance(given, Caught) else call(finished, given)
        if isinstance(done, Caught):
            return self._record(document, "extract", step.spec.name, done.error, step.maker)
        return done

    def _skipped(self, step: Step, document: Document) -> Document:
        layer = missing(document, step.spec.requires)[0]
        error = LayerError(f"{step.spec.name} was not run, since the layer {layer!r} is missing.")
        return self._record(document, "extract", step.spec.name, error)

    def _caller(self, name: str) -> Caller:
        return Caller(name, self.runner.timeout, self.lost.get(name))

    def _record(
        self, document: Document, stage: str, where: str, error: BaseException, maker: Maker | None = None
    ) -> Document:
        return self.runner.policy.record(document, stage, where, error, maker)


def with_failures_of(title: Document | None, document: Document) -> Document:
    """``document`` with what went wrong when its title was analysed."""
    failures = [attrs.evolve(item, message=f"The title: {item.message}") for item in title.failures] if title else []
    return attrs.evolve(document, failures=(*document.failures, *failures)) if failures else document


def _fields(document: Document | None) -> tuple[object, ...]:
    """What is in the fields of a document; nothing for none."""
    return () if document is None else _FIELDS(document)


def restored(document: Document | None, fields: tuple[object, ...]) -> bool:
    """Whether a document had other things in its fields than ``fields``, which then are in them again.

    Documents are frozen, but Python keeps nobody from changing one: whoever does so must not cost others their layers.
    """
    if document is None or all(map(is_, _FIELDS(document), fields)):
        return False
    for name, value in zip(_NAMES, fields, strict=True):
        object.__setattr__(document, name, value)
    return True


def missing(document: Document, layers: Iterable[str]) -> list[str]:
    """Those of ``layers`` that ``document`` does not have; tags and trees come with its tokens or not at all."""
    return [layer for layer in layers if not document.has("tokens" if layer in ASPECTS else layer)]


def with_layers(document: Document, layers: dict[str, Any], source: Source) -> Document:
    """``document`` with these layers and their source; annotations that name no known source get this one."""
    known = {item.id for item in document.sources} - {source.id}
    for name, items in layers.items():
        document = document.with_layer(name, stamped(items, source.id, known))
    return document.with_source(source)


def stamped(annotations: Iterable[Annotation], origin: str, known: Collection[str]) -> list[Annotation]:
    """The annotations with their origin; what an extractor passes on from an earlier source keeps that one."""
    items = list(annotations)
    new = [item.origin != origin and item.origin not in known for item in items]
    made = iter(remade(list(compress(items, new)), origin=origin))
    return [next(made) if is_new else item for item, is_new in zip(items, new, strict=True)]
