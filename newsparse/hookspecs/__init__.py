"""The hooks of newsparse: each is called once, when plugins are loaded, and returns frozen records."""

from newsparse.hookspecs.documents import (
    newsparse_backends,
    newsparse_commands,
    newsparse_extractors,
    newsparse_kinds,
    newsparse_models,
)
from newsparse.hookspecs.files import newsparse_readers, newsparse_writers
from newsparse.hookspecs.marks import PROJECT, hookimpl, hookspec
from newsparse.hookspecs.measuring import newsparse_corpora, newsparse_metrics, newsparse_systems

__all__ = [
    "PROJECT",
    "hookimpl",
    "hookspec",
    "newsparse_backends",
    "newsparse_commands",
    "newsparse_corpora",
    "newsparse_extractors",
    "newsparse_kinds",
    "newsparse_metrics",
    "newsparse_models",
    "newsparse_readers",
    "newsparse_systems",
    "newsparse_writers",
]
