"""What the plugin offers newsparse: the backend ``english`` and its models; what runs them is imported on use."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from newsparse.hookspecs import hookimpl
from newsparse.specs import Backend, BackendSpec, ModelSpec
from newsparse_english.installed import specs
from newsparse_english.packed import digest, folder


def make(
    _language: str,
    layers: Collection[str],
    *,
    model: Path | str | None = None,
    size: str | None = None,
    engine: str | None = None,
    precision: str | None = None,
) -> Backend:
    """The backend for ``layers``; ``model`` is a folder of packed weights, the others are those of ``Model.load``."""
    from newsparse_english.layers import EnglishBackend
    from newsparse_english.model import Model

    where = Path(model) if model else None
    loaded = Model.load(where, size=size, precision=precision, engine=engine)
    return EnglishBackend(loaded, layers, "backend:english", model=digest(where or folder(size)))


@hookimpl
def newsparse_models() -> list[ModelSpec]:
    """The sizes of the English model."""
    return specs()


@hookimpl
def newsparse_backends() -> list[BackendSpec]:
    """The English model as a backend."""
    return [
        BackendSpec(
            name="english",
            summary="Sentences, words, trees, entities and attributions from one small encoder, offline.",
            make=make,
            provides=("sentences", "tokens", "tags", "trees", "mentions", "attributions"),
            languages=("en",),
            default_for=("en",),
            model=digest(folder()),
        )
    ]
