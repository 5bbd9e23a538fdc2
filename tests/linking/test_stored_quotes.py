"""Quotations of articles that are added later are compared as if all had been there at once."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.linking.articles import article
from newsparse.linking.keeping import Sayings
from newsparse.linking.quotations.alike import alike, most_alike
from newsparse.linking.quotations.sayings import Wording, sayings
from newsparse.linking.status.reading import Reading
from newsparse.linking.stored.collected import Collected
from newsparse.linking.stored.runs import MOST
from tests.linking.telling import reported, said, told

PHRASES = (
    "Nobody crosses this bridge before the pillars are repaired",
    "Nobody crosses this old bridge before the towers are repaired",
    "We will pay for every broken window in the street",
    "Nobody crosses this bridge before the pillars are repaired. We will pay for every broken window in the street",
    "Nobody crosses this bridge before the pillars",
    "the steel came from a mill in Solberg",
)


def apart(day):
    """An article with two quotations that others put together."""
    first, second = PHRASES[0], PHRASES[2]
    text = f"“{first},” Ada Brook said. The Orla Dock Union met for long. Then they went. “{second},” Ada Brook said."
    names = {"Orla Dock Union": "Organization"}
    return told(f"apart{day}", text, (f"{first},", "Ada Brook"), (f"{second},", "Ada Brook"), day=day, names=names)


def articles(day):
    yield from (said(f"said{number}{day}", words, day=day) for number, words in enumerate(PHRASES))
    for number, words in enumerate(PHRASES[:3]):
        yield said(f"copy{number}{day}", words, "Tomas Varga", copy_of="wire", day=day)
    for number, words in enumerate((PHRASES[0], PHRASES[2], PHRASES[5])):
        yield reported(f"reported{number}{day}", words, day=day)
    yield apart(day)


ARTICLES = (*articles("2026-03-02"), *articles("2026-03-04"), *articles(None))


def kept(document):
    own = article(document)
    return Sayings(article=own, sayings=tuple(sayings(document, own, Reading(document))))


def answers(collected):
    """All that a collection says of quotations."""
    return sorted(collected.quoted.quotes(), key=lambda quote: quote.id), collected.quoted.copies()


def added(runs):
    """The collection of articles that were added in some runs, and asked for answers after each."""
    result = Collected()
    for run in runs:
        for document in run:
            result.put(document.id, kept(document))
        answers(result)
    return result


@settings(max_examples=60)
@given(data=st.data(), most=st.sampled_from([1, 2, MOST]))
def test_neither_the_order_nor_the_number_of_runs_makes_a_difference(data, most):
    order = data.draw(st.permutations(ARTICLES))
    ends = sorted(data.draw(st.sets(st.integers(1, len(ARTICLES) - 1), max_size=4)))
    runs = [order[start:end] for start, end in itertools.pairwise([0, *ends, len(order)])]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsparse.linking.stored.runs.MOST", most)  # so runs tell nothing
        assert answers(added(runs)) == answers(added([ARTICLES]))


def test_the_articles_have_all_kinds_of_things_to_compare():
    quotes, copies = answers(added([ARTICLES]))
    relations = {telling.relation for quote in quotes for telling in quote.tellings}
    assert relations == {"verbatim", "shortened", "altered", "merged", "indirect"}
    assert any(telling.copy_of for quote in quotes for telling in quote.tellings)
    assert copies


def test_of_words_that_too_many_quotations_have_only_that_is_kept(monkeypatch):
    monkeypatch.setattr("newsparse.linking.stored.runs.MOST", 2)
    openings = ("Nobody crosses this bridge before Monday", "Nobody crosses this bridge alone")
    collected = added([[said(f"{number}", words) for number, words in enumerate(openings)]])
    assert _of_none(collected) == 0
    collected.put("new", kept(said("new", "Nobody crosses this bridge")))
    collected.compare()
    assert _of_none(collected)


def _of_none(collected):
    """The number of runs of words of which only that is kept."""
    return collected.database.execute("SELECT count(*) FROM runs WHERE wordings IS NULL").fetchone()[0]


@given(*[st.lists(st.tuples(st.sampled_from("abcdef"), st.booleans()), min_size=1, max_size=12)] * 2)
def test_no_order_of_words_makes_them_more_alike_than_they_may_be_at_most(one, other):
    first, second = (Wording(*map(tuple, zip(*words, strict=True)), frozenset()) for words in (one, other))
    found = alike(first, second)
    words, content, covers = most_alike(first, second)
    assert found is None or (found.words <= words and found.content <= content and found.covers <= covers)


def test_only_what_a_new_article_has_in_common_is_told_again():
    first, other = said("a", PHRASES[0]), said("b", PHRASES[2])
    collected = added([[first, other]])
    quoted = collected.quoted
    new = said("c", PHRASES[0])
    collected.put("c", kept(new))
    number = collected.shelf.number("c")
    quoted.add([number])
    found = [{saying.article.document for saying in item.sayings} for item in quoted.retold()]
    assert found == [{"a", "c"}]
