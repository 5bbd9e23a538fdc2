"""Reads news articles: who said what, in which words, about whom, with which numbers, and where in the text.

Importing this module imports neither plugins nor a language model; each name is fetched when it is first used.
"""

from __future__ import annotations

import importlib
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsparse.errors import NewsparseError
    from newsparse.hookspecs import hookimpl
    from newsparse.host import Host
    from newsparse.inputs import read
    from newsparse.linking import across
    from newsparse.model import Document, Span
    from newsparse.pipeline import Pipeline, load
    from newsparse.serial import dump_jsonl, dumps, load_jsonl, loads
    from newsparse.verification import verify
    from newsparse.view import render

__version__ = "0.1.0"

logging.getLogger("newsparse").addHandler(logging.NullHandler())

__all__ = [
    "Document",
    "Host",
    "NewsparseError",
    "Pipeline",
    "Span",
    "__version__",
    "across",
    "dump_jsonl",
    "dumps",
    "hookimpl",
    "load",
    "load_jsonl",
    "loads",
    "read",
    "render",
    "verify",
]

_HOMES = {
    "Document": "newsparse.model",
    "Host": "newsparse.host",
    "NewsparseError": "newsparse.errors",
    "Pipeline": "newsparse.pipeline",
    "Span": "newsparse.model",
    "dump_jsonl": "newsparse.serial",
    "dumps": "newsparse.serial",
    "hookimpl": "newsparse.hookspecs",
    "load": "newsparse.pipeline",
    "load_jsonl": "newsparse.serial",
    "loads": "newsparse.serial",
    "across": "newsparse.linking",
    "read": "newsparse.inputs",
    "render": "newsparse.view",
    "verify": "newsparse.verification",
}


def __getattr__(name: str) -> object:
    """Fetch a public name from its module (PEP 562); raises ``AttributeError`` for an unknown name."""
    if name not in _HOMES:
        raise AttributeError(f"module 'newsparse' has no attribute {name!r}")
    found = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """The public names, whether they have been fetched or not."""
    return sorted(__all__)
