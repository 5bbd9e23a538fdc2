"""Plugins made in a test: extractors that give what a function finds, and pipelines of them alone."""

from __future__ import annotations

from types import SimpleNamespace

import newsparse
from newsparse.model import Mention, Span
from newsparse.specs import BackendSpec, ExtractorSpec


class Giving:
    """Gives what a function finds in a document, and keeps the texts that it was given."""

    def __init__(self, find):
        self.find, self.texts = find, []

    def extract(self, document):
        self.texts.append(document.text)
        return self.find(document)


def first_word(document):
    """The first three characters of a text, as a mention."""
    return [Mention.make(document.text, Span(0, 3), label="Person")]


def extractor(find=first_word, *, name="under-test", provides=("mentions",), **fields):
    return ExtractorSpec(name=name, summary=".", provides=provides, **{"make": lambda: Giving(find), **fields})


def backend(make, *, name="words", provides=("sentences", "tokens"), **fields):
    return BackendSpec(name=name, summary=".", make=make, provides=provides, default_for=("en",), **fields)


def host(*extractors, backends=(), kinds=(), name="plug"):
    hooks = {
        "newsparse_extractors": lambda: extractors,
        "newsparse_backends": lambda: backends,
        "newsparse_kinds": lambda: kinds,
    }
    plugin = SimpleNamespace(__name__=name, **{name: newsparse.hookimpl(hook) for name, hook in hooks.items()})
    return newsparse.Host.of(plugin, strict=True)


def load(*extractors, backends=(), kinds=(), **options):
    return newsparse.load("en", host=host(*extractors, backends=backends, kinds=kinds), **options)
