"""Garbage is collected between batches."""

from __future__ import annotations

import gc
from types import SimpleNamespace

import attrs
import pytest

import newsparse
from newsparse.specs import ExtractorSpec
from newsparse.testing import parsed

TEXT = "Ada said no."


def load(find, **options) -> newsparse.Pipeline:
    made = SimpleNamespace(extract=find)
    spec = ExtractorSpec(name="under-test", summary=".", make=lambda: made, provides=("mentions",))
    plugin = SimpleNamespace(newsparse_extractors=newsparse.hookimpl(lambda: [spec]))
    return newsparse.load("en", host=newsparse.Host.of(plugin, strict=True), **options)


@pytest.mark.parametrize("is_on", [True, False])
@pytest.mark.parametrize("error", [None, ValueError("no")])
def test_garbage_is_collected_between_batches_where_it_is_at_all(is_on, error):
    seen = []

    def find(document):
        seen.append(gc.isenabled())
        if error:
            raise error
        return []

    nlp = load(find)
    try:
        (gc.enable if is_on else gc.disable)()
        for _ in nlp.pipe([TEXT, TEXT, TEXT], batch_size=1):
            seen.append(gc.isenabled())
    finally:
        gc.enable()
    assert seen == [False, is_on] * 3


def test_garbage_is_collected_again_after_an_error_that_is_raised():
    def find(document):
        raise ValueError("no")

    with pytest.raises(newsparse.NewsparseError):
        load(find, on_failure="raise")(TEXT)
    assert gc.isenabled()


@pytest.mark.parametrize("name", ["entities", "quotes", "numbers", "polls"])
def test_a_shipped_extractor_leaves_nothing_that_only_the_collector_can_free(name):
    spec = newsparse.Host.discover().extractors[name].spec
    extractor = spec.make(*([] if spec.config is None else [spec.config()]))
    document = parsed(
        "{Ada Brook:Person} said a poll of 500 sailors found that 40% want a quay.", names={"Ada Brook": "Person"}
    )
    list(extractor.extract(document))
    gc.collect()
    gc.disable()
    try:
        list(extractor.extract(attrs.evolve(document, id="again")))
        assert gc.collect() == 0
    finally:
        gc.enable()
