"""What is kept of an article is the same after it has been written as JSON and read."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.linking import keeping
from newsparse.linking.quotations.sayings import Saying
from newsparse.model import Document, Meta
from newsparse.testing import documents


def again(kept):
    """The parts after they have been written and read."""
    return (
        keeping.read_profiles(keeping.written(kept.profiles)),
        keeping.read_sayings(keeping.written(kept.sayings)),
        keeping.read_statements(keeping.written(kept.statements)),
    )


def fields(record):
    return {item.name: getattr(record, item.name) for item in attrs.fields(type(record)) if item.name != "article"}


def plain(sayings):
    """What can be compared of an article and its sayings: their fields, and that the sayings are of that article."""
    own = [saying.article is sayings.article for saying in sayings.sayings]
    return fields(sayings.article), [fields(saying) for saying in sayings.sayings], own


def parts(profiles, sayings, statements):
    return profiles, plain(sayings), statements


@settings(max_examples=40)
@given(documents())
def test_any_document(document):
    kept = keeping.kept(document)
    assert parts(*again(kept)) == parts(kept.profiles, kept.sayings, kept.statements)


@pytest.fixture(scope="module")
def kept():
    text = (
        "Fire at Orla mill kills 12\n\nA fire at the mill in Orla killed at least 12 people, said Ada Brook, "
        "president of the Orla Dock Union. “We lost 3.5 million euros [...] in one night,” Brook said. "
        "Tomas Varga rejected her claim."
    )
    meta = Meta(outlet="Kell Times", published="2026-03-02T08:00:00+01:00")
    return keeping.kept(newsparse.load("en")(Document(text=text, id="a", meta=meta)))


def test_an_article_with_quotations_figures_and_answers(kept):
    assert parts(*again(kept)) == parts(kept.profiles, kept.sayings, kept.statements)
    assert all(plain(again(kept)[1])[2])
    assert kept.statements.answers
    assert kept.statements.article.figures
    assert {item.label for item in kept.profiles} >= {"Person", "Organization"}


def test_each_field_of_a_saying_is_used(kept):
    used = {name for saying in kept.sayings.sayings for name, value in fields(saying).items() if value}
    assert used == {item.name for item in attrs.fields(Saying)} - {"article"}


@given(st.text(max_size=20))
@settings(max_examples=30)
def test_any_name_can_be_written(name):
    kept = keeping.kept(newsparse.testing.written(f"{name}Ada left.", names={f"{name}Ada": "Person"}))
    assert keeping.read_profiles(keeping.written(kept.profiles)) == kept.profiles
