"""Limits of a pipeline: how long an extractor may take for a document, and how long a text may be."""

from __future__ import annotations

import signal
import threading
import time
from types import SimpleNamespace

import pytest

import newsparse
from newsparse.errors import LengthError, PluginBuildError, TimeLimitError
from newsparse.model import Document, Layer, Mention, Meta, Span
from newsparse.specs import BackendSpec, ExtractorSpec
from newsparse.testing import FakeBackend

TEXT = "Ada said no."
needs_timers = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no such timers")


def names(document):
    return [Mention.make(document.text, Span(0, 3), label="Person")]


def load(find=names, analyse=None, **options):
    """A pipeline of one extractor and a backend, which do what the functions do."""
    backend = SimpleNamespace(analyse=analyse or FakeBackend(("sentences", "tokens")).analyse)
    specs = {
        "extractors": ExtractorSpec(
            name="names",
            summary=".",
            make=lambda: SimpleNamespace(extract=find),
            provides=("mentions",),
            requires=("tokens",),
        ),
        "backends": BackendSpec(
            name="words",
            summary=".",
            make=lambda language, layers: backend,
            provides=("sentences", "tokens"),
            default_for=("en",),
        ),
    }
    hooks = {f"newsparse_{name}": newsparse.hookimpl(lambda spec=spec: [spec]) for name, spec in specs.items()}
    return newsparse.load("en", host=newsparse.Host.of(SimpleNamespace(**hooks), strict=True), **options)


@needs_timers
def test_a_backend_has_the_same_limit_and_the_next_document_is_done():
    def analyse(texts):
        time.sleep(60 if "slow" in texts[0] else 0)
        return FakeBackend(("sentences", "tokens")).analyse(texts)

    first, slow, last = load(analyse=analyse, timeout=0.2).pipe([TEXT, f"{TEXT} slow", TEXT])
    assert [(failure.where, failure.code) for failure in slow.failures] == [("words", "NP308"), ("names", "NP103")]
    assert first.mentions
    assert last.mentions


@needs_timers
def test_what_an_extractor_yields_has_the_same_limit():
    def slow(document):
        yield from names(document)
        time.sleep(60)

    (failure,) = load(slow, timeout=0.2)(TEXT).failures
    assert (failure.stage, failure.where, failure.code) == ("extract", "names", "NP308")
    assert "names was stopped after 0.2 seconds (" in failure.message
    assert "test_limits.py" in failure.message
    with pytest.raises(TimeLimitError):
        load(slow, timeout=0.2, on_failure="raise")(TEXT)


@needs_timers
def test_the_limit_is_for_each_document_of_a_batch_and_each_extractor():
    def slowly(document):
        time.sleep(0.15)
        return names(document)

    assert not any(document.failures for document in load(slowly, timeout=0.6).pipe([TEXT] * 6))


@needs_timers
def test_a_limit_that_cannot_be_kept_is_refused():
    errors = []

    def run():
        try:
            load(timeout=5)(TEXT)
        except TimeLimitError as error:
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert [error.code for error in errors] == ["NP308"]
    assert "workers" in errors[0].hint


@pytest.mark.parametrize("options", [{"timeout": 0}, {"timeout": float("inf")}, {"max_length": 0}])
def test_a_limit_must_be_above_zero(options):
    with pytest.raises(PluginBuildError, match="must be above 0"):
        load(**options)


def test_a_text_that_is_too_long_is_refused_with_a_code_and_the_others_are_done():
    analysed = []

    def analyse(texts):
        analysed.extend(texts)
        return FakeBackend(("sentences", "tokens")).analyse(texts)

    short, long, odd, last = load(analyse=analyse, max_length=20).pipe([TEXT, f"{TEXT} No, no!!", 5, "a" * 20])
    assert [bool(document.mentions) for document in (short, long, odd, last)] == [True, False, False, True]
    (failure,) = long.failures
    assert (failure.stage, failure.where, failure.code) == ("analyse", "max_length", "NP309")
    assert failure.message == "its text has 21 characters, more than the 20 that max_length (--max-length) allows."
    assert (long.text, long.layers) == (f"{TEXT} No, no!!", ())
    assert f"{TEXT} No, no!!" not in analysed


def test_a_title_is_measured_like_a_text():
    document = load(max_length=20)(Document(text=TEXT, meta=Meta(title="n" * 21)))
    assert (
        document.failures[0].message
        == "its title has 21 characters, more than the 20 that max_length (--max-length) allows."
    )


def test_the_limit_can_be_raised_or_taken_away_and_what_was_refused_is_then_done():
    refused = load(max_length=5)(TEXT)
    assert refused == load(max_length=5)(refused)
    for most in (12, None):
        done = load(max_length=most)(refused)
        assert (done.failures, len(done.mentions)) == ((), 1)
    with pytest.raises(LengthError):
        load(max_length=11, on_failure="raise")(TEXT)


def test_a_million_characters_are_allowed_by_default():
    def analyse(texts):
        return [[Layer("sentences", ()), Layer("tokens", ())] for _ in texts]

    long = "word " * 200_001
    document = load(analyse=analyse)(long)
    assert "1,000,005 characters, more than the 1,000,000 that max_length" in document.failures[0].message
    assert not load(analyse=analyse)(long[:1_000_000]).failures
