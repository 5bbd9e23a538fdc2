"""The promises of an extractor to the host, checked on odd documents: the first test that a plugin should have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from newsparse.errors import NewsparseError
from newsparse.host import Host
from newsparse.kinds import KindRegistry, builtin_registry
from newsparse.model import Document
from newsparse.pipeline.contract import checked
from newsparse.serial import dumps, loads
from newsparse.specs import Extractor, ExtractorSpec, KindSpec
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
    "“We lost four ships,” said Ada Brook. She expects repairs to cost $3.5 million.\n\n“We will pay,” he added.",
)


def check_extractor(
    extractor: ExtractorSpec | Extractor,
    documents: Iterable[Document] = (),
    *,
    settings: Mapping[str, Any] | None = None,
    provides: Iterable[str] | None = None,
    kinds: Iterable[KindSpec] = (),
) -> None:
    """Raise ``AssertionError`` unless the extractor keeps its promises on ``documents`` and on odd ones of our own.

    It must not raise, must stay inside the text and true to it, give only what its specification declares, give each id
    once, and the same for the same document whatever came before; what it gives must survive JSON.

    Args:
        extractor: A specification, which is built with ``settings``, or an extractor with ``provides`` given.
        documents: Documents with the layers that the extractor reads, such as ``written`` makes.
        settings: For a specification, the fields of its configuration.
        provides: For an extractor without specification, the layers that it gives.
        kinds: Kinds of its own, besides those of newsparse and of the plugins that are installed.
    """
    built, layers = _built(extractor, settings or {}, provides)
    registry = _registry(kinds)
    cases = [*documents, *(written(text, names={}) for text in ODD_TEXTS)]
    first = [_annotated(built, document, layers, registry) for document in cases]
    again = [_annotated(built, document, layers, registry) for document in reversed(cases)][::-1]
    for document, one, other in zip(cases, first, again, strict=True):
        assert one == other, f"the second run gave other annotations than the first on {document.text[:60]!a}."
        assert loads(dumps(one, registry=registry), registry=registry) == one, (
            f"the annotations on {document.text[:60]!a} come back changed from JSON."
        )


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
    return registry.extended(kind for kind in Host.discover().kinds if kind.name not in known)


def _annotated(extractor: Extractor, document: Document, layers: tuple[str, ...], registry: KindRegistry) -> Document:
    where = f"on {document.text[:60]!a}"
    before = hash(document)
    try:
        found = checked(document, list(extractor.extract(document)), provides=layers, kinds=registry)
    except NewsparseError as error:
        raise AssertionError(f"{error} ({where})") from error
    except Exception as error:
        raise AssertionError(f"it raised {type(error).__name__}: {error} ({where}).") from error
    assert hash(document) == before, f"it changed the document {where}."
    for name, items in found.items():
        document = document.with_layer(name, items)
    return document
