"""newsparse itself, with any backend and any extractors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import attrs

import newsparse
from newsparse.model import Document
from newsparse.specs import Annotate, SystemSpec
from newsparse_bench import offers
from newsparse_bench.systems.system import package_digest

LAYERS = ("tags", "trees")
NONE = ("none",)
EMPTY: Mapping[str, Any] = MappingProxyType({})


@attrs.frozen
class Annotator:
    """Runs a pipeline; ``conditions`` says how its backend runs on this machine."""

    pipeline: newsparse.Pipeline

    def __call__(self, documents: Sequence[Document]) -> Iterator[Document]:
        """The annotated documents, in their order."""
        return self.pipeline.pipe([Document(text=document.text, id=document.id) for document in documents])

    def conditions(self) -> dict[str, str]:
        """See ``newsparse.Pipeline``."""
        return self.pipeline.conditions()


def make(
    backend: str | None, extractors: tuple[str, ...] | None, options: Mapping[str, Any] = EMPTY, name: str = "newsparse"
) -> SystemSpec:
    """Newsparse with the default backend and all extractors, or those named; ``none`` is the backend alone.

    Named extractors without a named backend get the layers that they ask for, and no backend if they ask for none.
    ``options`` are passed to the backend.
    """
    chosen = () if extractors == NONE else extractors
    layers = (*LAYERS, "mentions") if extractors == NONE else () if extractors and not backend else LAYERS

    def build() -> Annotate:
        return Annotator(newsparse.load("en", backend=backend, extractors=chosen, layers=layers, **options))

    return SystemSpec(
        name=name,
        summary="this library, as installed",
        tasks=(),
        distributions=("newsparse",),
        make=build,
        facts=code,
    )


def code() -> dict[str, str]:
    """The digests of newsparse and of every plugin with extractors or a backend: their code, lexicons and weights."""
    host = offers.host()
    plugins = [offer.plugin for offer in host.extractors.values()] + [o.plugin for o in host.backends.values()]
    packages = {plugin.module.partition(".")[0]: str(plugin) for plugin in plugins}
    return {f"{packages[name]} code": package_digest(name) for name in sorted(packages)}
