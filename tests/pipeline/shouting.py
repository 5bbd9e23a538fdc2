"""A plugin for tests, importable by other processes: finds words in capitals; some words make it fail."""

from __future__ import annotations

import os
import re

import newsparse
from newsparse.model import Mention, Span
from newsparse.specs import ExtractorSpec
from newsparse.testing import fake_backend


class Shouting:
    def extract(self, document):
        if "RAISE" in document.text:
            raise ZeroDivisionError("shouted at")
        if "DIE" in document.text:
            os._exit(3)
        if "OUTSIDE" in document.text:
            return [Mention(id="mention:0-999", span=Span(0, 999), text="x", label="Misc")]
        return [
            Mention.make(document.text, Span(*match.span()), label="Misc")
            for match in re.finditer(r"\b[A-Z]{2,}\b", document.text)
        ]


@newsparse.hookimpl
def newsparse_extractors():
    return [
        ExtractorSpec(name="shouting", summary="Capitals.", make=Shouting, provides=("mentions",), requires=("tokens",))
    ]


@newsparse.hookimpl
def newsparse_backends():
    return [fake_backend()]
