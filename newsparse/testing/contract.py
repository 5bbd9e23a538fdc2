"""The promises that an extractor makes to the host, checked on odd documents: a plugin's first test."""

from __future__ import annotations

import copy
import warnings
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from newsparse.codeplaces import defined_at, package_of, raised_at
from newsparse.errors import ContractError, NewsparseError, PluginWarning, described
from newsparse.host import Host
from newsparse.kinds import KindRegistry, builtin_registry
from newsparse.model import Document, Layer
from newsparse.pipeline.calling import listed
from newsparse.pipeline.contract import checked
from newsparse.serial import dumps, loads
from newsparse.specs import ASPECTS, Extractor, ExtractorSpec, KindSpec
from newsparse.testing.fakes import written

ODD_TEXTS = (
    "",
    " \n\t\r\n ",
    "word",
    ".",
    "“‘” unbalanced \"marks' ‘ and «more",
    "A line\r\nand one more.\r\n\r\nAnd a last one",
    "caf\u00e9 cafe\u0301 \U0001f600 \ufb01 \u00a0 \u2009 \u200b",
    "\ud800 said \udfff",
    "٣٫٥ ½ 1,200.50 10\u202f000 12,34,567 -0 1e5 ∞",
    "NO. NO. NO.",
    "x" * 5000,
)
NEWS = "“We lost four ships,” said Ada Brook. She expects repairs to cost $3.5 million.\n\n“We will pay,” he added."
_IDLE = "the extractor returned nothing on any document: give documents= in which it finds something."


def check_extractor(
    extractor: ExtractorSpec | Extractor,
    documents: Iterable[Document] = (),
    *,
    settings: Mapping[str, Any] | None = None,
    provides: Iterable[str] | None = None,
    kinds: Iterable[KindSpec] = (),
) -> None:
    """Raise ``AssertionError`` unless the extractor keeps its promises on ``documents`` and on odd ones of our own.

    It must not raise, must stay inside the text and true to it, return only what its specification declares, use each
    id once, and return the same for the same document whatever came before, alone or in a batch. It must leave the
    document unchanged, need no more than the layers that it requires, and what it returns must survive JSON.

    Args:
        extractor: A specification, which is built with ``settings``, or an extractor with ``provides`` given.
        documents: Documents with the layers that the extractor reads, such as ``written`` makes; give some that it
            finds something in.
        settings: For a specification, the fields of its configuration.
        provides: For an extractor without specification, the layers that it gives.
        kinds: Kinds of its own, besides those of newsparse and of the plugins that are installed.

    Warns:
        PluginWarning: It returned nothing on any document, so hardly any of this was tested.
    """
    requires = extractor.requires if isinstance(extractor, ExtractorSpec) else None
    check = _Check(*_built(extractor, settings or {}, provides), registry=_registry(kinds))
    cases = [*documents, *_odd(requires)]
    first = [check.run(document) for document in cases]
    again = [check.run(document) for document in reversed(cases)][::-1]
    for document, one, other in zip(cases, first, again, strict=True):
        assert one == other, f"the second run gave other annotations than the first ({_where(document)})."
        check.survives_json(one)
    check.agrees_in_a_batch(cases, first)
    if not any(document.get(layer) for document in first for layer in check.provides):
        warnings.warn(_IDLE, PluginWarning, stacklevel=2)


@attrs.frozen
class _Check:
    """An extractor under test, and what it may give."""

    extractor: Extractor
    provides: tuple[str, ...]
    registry: KindRegistry

    def run(self, document: Document) -> Document:
        """The document with what the extractor gives, once that is found true."""
        before = copy.deepcopy(document)
        try:
            given = listed(self.extractor.extract(document))
        except ContractError as error:
            raise AssertionError(f"{error} ({defined_at(self.extractor.extract)}; {_where(document)})") from error
        except Exception as error:
            place = raised_at(error, package_of(self.extractor))
            about = f"{place}; {_where(document)}" if place else _where(document)
            raise AssertionError(f"it raised {described(error)} ({about}).") from error
        assert document == before, f"it changed the document ({_where(before)})."
        return self.added(document, given)

    def added(self, document: Document, given: Iterable[object]) -> Document:
        """``document`` with the annotations ``given`` for it, in the order of ``Document.with_layer``."""
        try:
            layers = checked(document, given, provides=self.provides, kinds=self.registry)
        except NewsparseError as error:
            place = defined_at(self.extractor.extract)
            raise AssertionError(f"{error} ({place}; {_where(document)})") from error
        for name, items in layers.items():
            document = document.with_layer(name, items)
        return document

    def survives_json(self, document: Document) -> None:
        """Written and read again the document must be the same."""
        try:
            back = loads(dumps(document, registry=self.registry), registry=self.registry)
        except NewsparseError as error:
            raise AssertionError(f"its annotations do not go through JSON: {error} ({_where(document)})") from error
        assert back == document, f"its annotations come back changed from JSON ({_where(document)})."

    def agrees_in_a_batch(self, documents: list[Document], alone: list[Document]) -> None:
        """Where there is an ``extract_batch`` it must give for each document what ``extract`` gives."""
        together = getattr(self.extractor, "extract_batch", None)
        if together is None:
            return
        results = [list(result) for result in together(documents)]
        assert len(results) == len(documents), f"{len(results)} results for a batch of {len(documents)} documents."
        for document, given, one in zip(documents, results, alone, strict=True):
            assert self.added(document, given) == one, f"a batch gives other annotations ({_where(document)})."


def _odd(requires: Iterable[str] | None) -> Iterator[Document]:
    """Odd texts and one of news, with the layers of ``written`` and those required, and again with the latter alone."""
    needed = {"tokens" if name in ASPECTS else name for name in requires or ()}
    for document in [*(written(text, names={}) for text in ODD_TEXTS), written(NEWS, names={"Ada Brook": "Person"})]:
        layers = {name: Layer(name, ()) for name in needed} | {layer.name: layer for layer in document.layers}
        yield attrs.evolve(document, layers=tuple(layers[name] for name in sorted(layers)))
        if requires is not None:
            yield attrs.evolve(document, layers=tuple(layers[name] for name in sorted(needed)))


def _built(
    extractor: ExtractorSpec | Extractor, settings: Mapping[str, Any], provides: Iterable[str] | None
) -> tuple[Extractor, tuple[str, ...]]:
    if isinstance(extractor, ExtractorSpec):
        arguments = [extractor.config(**settings)] if extractor.config else []
        return extractor.make(*arguments), extractor.provides
    assert provides is not None, "an extractor without its specification needs provides=."
    return extractor, tuple(provides)


def _registry(kinds: Iterable[KindSpec]) -> KindRegistry:
    registry = builtin_registry().extended(kinds)
    known = {kind.name for kind in registry}
    return registry.extended(kind for kind in Host.discover(everything=False).kinds if kind.name not in known)


def _where(document: Document) -> str:
    return f"on {document.text[:60]!a} with the layers {', '.join(layer.name for layer in document.layers) or 'none'}"
