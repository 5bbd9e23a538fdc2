"""newsparse itself, with any backend and any extractors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import newsparse
from newsparse.model import Document
from newsparse.specs import Annotate, SystemSpec
from newsparse_bench import offers
from newsparse_bench.systems.system import package_digest

LAYERS = ("tags", "trees")
NONE = ("none",)


def make(backend: str | None, extractors: tuple[str, ...] | None) -> SystemSpec:
    """Newsparse with the default backend and all extractors, or those named; ``none`` is the backend alone.

    Named extractors without a named backend get the layers that they ask for, and no backend if they ask for none.
    """
    name = "newsparse" + (f"[{backend or ''}:{'+'.join(extractors or ())}]" if backend or extractors else "")
    chosen = () if extractors == NONE else extractors
    layers = (*LAYERS, "mentions") if extractors == NONE else () if extractors and not backend else LAYERS

    def build() -> Annotate:
        pipeline = newsparse.load("en", backend=backend, extractors=chosen, layers=layers)

        def run(documents: Sequence[Document]) -> Iterator[Document]:
            return pipeline.pipe([Document(text=document.text, id=document.id) for document in documents])

        return run

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
