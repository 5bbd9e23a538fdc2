"""How much an article is about each of its entities."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Quote, Span, Speaker
from newsparse_entities import weights


@pytest.fixture
def article(read):
    """Three people, of whom two speak: one three words, the other one."""
    return read(
        "{Simon Reyes:Person} met {Nadia Holt:Person}.",
        "“We won,” she said, and “often”.",
        "{Reyes:Person} and {Ivo:Person}: “No.”",
    )


def quote(document, words, form, speaker):
    span = Span(document.text.index(words), document.text.index(words) + len(words))
    held = Speaker(name=speaker.name, entity=speaker.id) if speaker else None
    return Quote.make(document.text, span, fragments=(span,), form=form, speaker=held)


def weighed(article, *rows):
    people = {entity.name: entity for entity in article.document.entities}
    quotes = [quote(article.document, words, form, people.get(name)) for words, form, name in rows]
    found = weights(article.document.with_layer("quotes", quotes))
    names = {entity.id: entity.name for entity in people.values()}
    return {names[item.entity]: item for item in found}


def test_the_most_mentioned_come_first_and_equals_in_the_order_of_the_text(article):
    found = weighed(article)
    assert list(found) == ["Simon Reyes", "Nadia Holt", "Ivo"]
    starts = {entity.name: entity.span.start for entity in article.document.entities}
    assert {name: item.first for name, item in found.items()} == starts
    assert found["Simon Reyes"].mentions == 2


def test_quoted_words_are_shared_out_to_their_speakers(article):
    rows = [("We won", "direct", "Nadia Holt"), ("often", "mixed", "Nadia Holt"), ("No.", "direct", "Ivo")]
    found = weighed(article, *rows)
    assert (found["Nadia Holt"].quoted, found["Ivo"].quoted, found["Simon Reyes"].quoted) == (0.75, 0.25, 0)


def test_words_quoted_twice_count_once_in_all(article):
    found = weighed(article, ("We won", "direct", "Nadia Holt"), ("won", "direct", "Ivo"))
    assert (found["Nadia Holt"].quoted, found["Ivo"].quoted) == (1, 0.5)


def test_what_is_not_in_marks_or_of_nobody_known_is_no_one_s_share(article):
    found = weighed(article, ("We won", "direct", None), ("No.", "indirect", "Ivo"))
    assert {item.quoted for item in found.values()} == {0}


def test_among_equally_mentioned_ones_the_quoted_come_first(read):
    article = read("{Simon Reyes:Person} met {Nadia Holt:Person}: “No.”")
    assert list(weighed(article)) == ["Simon Reyes", "Nadia Holt"]
    assert list(weighed(article, ("No.", "direct", "Nadia Holt"))) == ["Nadia Holt", "Simon Reyes"]


def test_ids_and_weights_do_not_change_between_runs(article, extract):
    again = extract(attrs.evolve(article.document)).document
    assert weights(again) == weights(article.document)
