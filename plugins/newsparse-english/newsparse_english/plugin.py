"""What the plugin offers newsparse: the backend ``english``; torch and stanza are imported when it is built."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from newsparse.hookspecs import hookimpl
from newsparse.specs import Backend, BackendSpec
from newsparse_english.packed import digest, folder


def make(_language: str, layers: Collection[str], **options: Any) -> Backend:
    """The backend for ``layers``; ``options`` may have ``model`` (a folder of packed weights) and ``precision``."""
    from newsparse.backends.stanza import StanzaBackend
    from newsparse_english.model import LAYERS
    from newsparse_english.processor import pipeline

    name = digest(Path(options["model"])) if options.get("model") else None
    return StanzaBackend(pipeline(LAYERS & frozenset(layers), **options), layers, "backend:english", model=name)


@hookimpl
def newsparse_backends() -> list[BackendSpec]:
    """The English model as a backend."""
    return [
        BackendSpec(
            name="english",
            summary="Sentences, words, trees, entities and attributions from one small encoder, offline",
            make=make,
            provides=("sentences", "tokens", "tags", "trees", "mentions", "attributions"),
            languages=("en",),
            default_for=("en",),
            model=digest(folder()),
        )
    ]
