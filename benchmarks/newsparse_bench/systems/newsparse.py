"""newsparse itself, with any backend and any extractors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import newsparse
from newsparse.model import Document
from newsparse_bench.systems.system import Annotate, System

LAYERS = ("tags", "trees")
NONE = ("none",)


def make(backend: str | None, extractors: tuple[str, ...] | None) -> System:
    """Newsparse with the default backend and all extractors, or those named; ``none`` is the backend alone."""
    name = "newsparse" + (f"[{backend or ''}:{'+'.join(extractors or ())}]" if backend or extractors else "")
    chosen = () if extractors == NONE else extractors
    layers = (*LAYERS, "mentions") if extractors == NONE else LAYERS

    def build() -> Annotate:
        pipeline = newsparse.load("en", backend=backend, extractors=chosen, layers=layers)

        def run(documents: Sequence[Document]) -> Iterator[Document]:
            return pipeline.pipe([Document(text=document.text, id=document.id) for document in documents])

        return run

    tasks = ("quotes", "numbers", "newsquant", "entities", "groups", "roles", "analysis")
    return System(name, "this library, as installed", tasks, "newsparse", build)
