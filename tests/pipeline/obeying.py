"""A plugin for tests, importable by other processes: two extractors, one of which does what an article tells it to."""

from __future__ import annotations

import ctypes
import os
import random
import signal
import sys
import threading
import time

import newsparse
from newsparse.model import Mention, Quote, Span
from newsparse.specs import BackendSpec, ExtractorSpec
from newsparse.testing import FakeBackend

__all__ = ["ctypes", "os", "signal", "sys", "threading", "time"]  # for what articles say

ORDER = "DO: "


class UnspeakableError(Exception):
    """An exception that raises when it is asked what it says."""

    def __str__(self):
        raise KeyboardInterrupt


THREADS: list[int] = []
"""How many threads the backend was allowed, each time that somebody said so."""


class Threaded(FakeBackend):
    """Notes how many threads it may use."""

    def limit_threads(self, count):
        THREADS.append(count)


class Obeying:
    def extract(self, document):
        exec(document.text.partition(ORDER)[2], globals())
        return [Quote.make(document.text, Span(0, 3), fragments=(Span(0, 3),), form="direct")]


class Naming:
    def extract(self, document):
        return [Mention.make(document.text, Span(0, 3), label="Person")]


class Fickle:
    """Fails on some articles, in one of several ways, by chance: the same chance in every process."""

    def extract(self, document):
        chance = random.Random(document.text).random()
        if chance < 0.1:
            raise KeyboardInterrupt
        if chance < 0.3:
            raise ZeroDivisionError(document.text)
        return "nothing" if chance < 0.4 else []


@newsparse.hookimpl
def newsparse_extractors():
    return [
        ExtractorSpec(name="obeying", summary="Obeys.", make=Obeying, provides=("quotes",), requires=("tokens",)),
        ExtractorSpec(name="naming", summary="Names.", make=Naming, provides=("mentions",)),
        ExtractorSpec(name="fickle", summary="Fails.", make=Fickle, provides=("numbers",), uses=("quotes",)),
    ]


@newsparse.hookimpl
def newsparse_backends():
    return [
        BackendSpec(
            name="threaded",
            summary="Words by rule.",
            make=lambda _language, layers: Threaded(layers),
            provides=("sentences", "tokens"),
            default_for=("en",),
        )
    ]
