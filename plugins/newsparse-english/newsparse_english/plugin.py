"""What the plugin hands to newsparse: the backend ``english``; torch and stanza are imported when it is built."""

from __future__ import annotations

import json
from collections.abc import Collection
from importlib import resources
from typing import Any

from newsparse.hookspecs import hookimpl
from newsparse.specs import Backend, BackendSpec


def make(language: str, layers: Collection[str], **options: Any) -> Backend:
    """The backend for ``layers``; ``options`` may hold ``model`` (a folder of weights of one's own), ``precision``."""
    from newsparse.backends.stanza import StanzaBackend
    from newsparse_english.model import LAYERS
    from newsparse_english.processor import pipeline

    return StanzaBackend(pipeline(LAYERS & frozenset(layers), **options), layers, "backend:english")


def digest() -> str | None:
    """The SHA-256 of the packed weights, as their description gives it; None when there are none."""
    about = resources.files(__package__).joinpath("weights/model.json")
    return json.loads(about.read_text("utf-8"))["sha256"] if about.is_file() else None


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
            model=digest(),
        )
    ]
