"""Titles are analysed for the extractors that read them, and offsets into them are checked."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace

import attrs
import pytest

import newsparse
from newsparse.errors import SchemaError
from newsparse.model import Document, Entity, Meta, Span, TitlePassage
from newsparse.serial import dumps, loads, pretty
from newsparse.specs import BackendSpec, ExtractorSpec
from newsparse.testing import FakeBackend

TEXT, TITLE = "Ada said no.", "Ada Brook declines"


class Reading:
    """Remembers the titles that it is given, and finds one name at the same place in text and title."""

    def __init__(self, place=(0, 3)):
        self.place, self.titles = place, []

    def extract(self, document, title=None):
        self.titles.append(title)
        words = TitlePassage(*self.place, "Ada") if title else None
        return [Entity.make(document.text, Span(0, 3), label="Person", name="Ada", in_title=words)]


class Analysing(FakeBackend):
    """Counts the texts that it analyses, and fails on some."""

    def __init__(self, fails=()):
        super().__init__(("sentences", "tokens"))
        self.texts, self.fails = [], fails

    def analyse(self, texts):
        self.texts += texts
        for text in texts:
            if text in self.fails:
                raise ValueError("too odd")
        return super().analyse(texts)


class Naming:
    """Finds the name Ada, in whatever it is given; fails on some texts."""

    def __init__(self, fails=()):
        self.fails = fails

    def extract(self, document):
        if document.text in self.fails:
            raise ValueError("too odd")
        if document.text.startswith("Ada"):
            yield Entity.make(document.text, Span(0, 3), label="Person", name="Ada")


def pipeline(extractor, backend, *, reads_title=True, on_title=False):
    spec = ExtractorSpec(
        name="names",
        summary=".",
        make=lambda: extractor,
        provides=("entities",),
        requires=("tokens",),
        reads_title=reads_title,
        on_title=on_title,
    )
    given = BackendSpec(
        name="fake", summary=".", make=lambda *_: backend, provides=("sentences", "tokens"), default_for=("en",)
    )
    plugin = SimpleNamespace(
        newsparse_extractors=newsparse.hookimpl(lambda: [spec]), newsparse_backends=newsparse.hookimpl(lambda: [given])
    )
    return newsparse.load("en", host=newsparse.Host.of(plugin, strict=True))


def article(title=TITLE, text=TEXT):
    return Document(text=text, meta=Meta(title=title))


def test_an_extractor_that_reads_titles_is_given_them_with_the_layers_of_the_backend():
    reader, backend = Reading(), Analysing()
    (first, second, third) = pipeline(reader, backend).batch([article(), article(None), article("  ")])
    assert [title and [token.text for token in title.tokens] for title in reader.titles] == [
        ["Ada", "Brook", "declines"],
        None,
        None,
    ]
    assert backend.texts == [TEXT, TEXT, TEXT, TITLE]
    assert [document.entities[0].in_title is not None for document in (first, second, third)] == [True, False, False]
    assert [token.text for token in first.tokens] == ["Ada", "said", "no", "."]


def test_without_such_an_extractor_titles_are_not_analysed():
    reader, backend = Reading(), Analysing()
    pipeline(reader, backend, reads_title=False)(article())
    assert (backend.texts, reader.titles) == ([TEXT], [None])


def test_a_title_that_cannot_be_analysed_is_noted_and_costs_nothing_else():
    reader = Reading()
    document = pipeline(reader, Analysing(fails=[TITLE]))(article())
    (failure,) = document.failures
    assert (failure.stage, failure.where) == ("analyse", "fake")
    assert failure.message.startswith("The title: ")
    assert reader.titles == [None]
    assert (len(document.tokens), len(document.entities)) == (4, 1)


@pytest.mark.parametrize("place", [(4, 7), (0, 99), (-18, -15)])
def test_words_that_the_title_does_not_have_there_break_the_contract(place):
    (failure,) = pipeline(Reading(place), Analysing())(article()).failures
    assert "is not what the article's title has there" in failure.message


def test_words_that_the_title_does_not_have_are_neither_written_nor_read():
    document = pipeline(Reading(), Analysing())(article())
    assert loads(dumps(document)) == document
    for meta, there in [(Meta(), "no title"), (Meta(title="Eve declines"), "'Eve' there")]:
        with pytest.raises(SchemaError, match=rf"entities\[0\].in_title: is 'Ada', but the document has {there}"):
            dumps(attrs.evolve(document, meta=meta))
    with pytest.raises(SchemaError, match="in_title"):
        loads(dumps(document).replace('"title":"Ada B', '"title":"Eve B'))


def naming(**fails):
    return pipeline(Naming(**fails), Analysing(), reads_title=False, on_title=True)


def test_an_extractor_that_is_run_on_titles_leaves_a_headline_with_what_it_finds_there():
    document = naming()(article())
    assert (document.headline.text, document.headline.id) == (TITLE, document.id)
    assert [entity.text for entity in document.headline.layer("entities")] == ["Ada"]
    assert [token.text for token in document.headline.tokens] == ["Ada", "Brook", "declines"]
    assert [entity.text for entity in document.entities] == ["Ada"]


def test_a_title_without_anything_to_find_leaves_no_headline():
    found = naming().batch([article("Eve declines"), article(None), article("  ")])
    assert [document.headline for document in found] == [None, None, None]


def test_what_fails_on_a_title_is_noted_and_costs_its_headline_alone():
    document = naming(fails=[TITLE])(article())
    (failure,) = document.failures
    assert (failure.where, failure.message.startswith("The title: ")) == ("names", True)
    assert (document.headline, len(document.entities)) == (None, 1)


def test_a_second_run_gives_the_headline_that_the_first_one_gave():
    first = naming()(article())
    assert naming()(first) == first
    assert naming()(attrs.evolve(first, meta=Meta())).headline is None


@pytest.mark.parametrize("write", [dumps, pretty, partial(dumps, slim=True)])
def test_a_headline_is_written_and_read(write):
    document = naming()(article())
    assert loads(write(document)) == document
    assert "headline" not in write(naming()(article(None)))


def test_a_headline_of_another_title_is_neither_written_nor_read():
    document = naming()(article())
    with pytest.raises(SchemaError, match=r"headline.text: is not the title"):
        dumps(attrs.evolve(document, meta=Meta(title="Eve declines")))
    with pytest.raises(SchemaError, match=r"headline.text: is not the title"):
        loads(dumps(document).replace('"title":"Ada B', '"title":"Eve B'))
