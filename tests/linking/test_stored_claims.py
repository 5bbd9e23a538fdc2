"""Figures and claims of articles that are added later are compared as if all had been there at once."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.linking.figures import figure_groups
from newsparse.linking.rarity import RAREST, numbers, total, weight
from newsparse.linking.status import statements
from newsparse.linking.stored import stories
from newsparse.linking.stored.collected import Collected
from newsparse.model import Document, Meta

TOLD = (
    "A fire at the cotton mill in Orla killed {} people, Ada Brook said.",
    "Ada Brook said the gates of the cotton mill in Orla had been locked. The fire killed {} people.",
    "Tomas Varga denied that the gates of the Orla mill had been locked. {} people died in the fire.",
    "Police confirmed that {} people died at the cotton mill in Orla. Varga rejected Brook's claim about the gates.",
    "Correction: the fire at the Orla mill killed {} people. Nora Beck said the gates had been locked.",
)
DAYS = ("2026-03-02", "2026-03-02", "2026-03-03", None, "2026-03-09")


@pytest.fixture(scope="module")
def kept(english):
    """What is kept of ten articles about one fire, some of a day."""
    texts = [(text.format(number), day) for number in (12, 14) for text, day in zip(TOLD, DAYS, strict=True)]
    articles = [
        Document(text=text, id=f"a{place}", meta=Meta(published=day)) for place, (text, day) in enumerate(texts)
    ]
    return [statements(document) for document in english.pipe(articles)]


def answers(collected):
    """All that a collection says of figures and claims."""
    return figure_groups(collected.claims.groups()), tuple(collected.statuses())


def added(runs):
    """The collection of articles that were added in some runs, and asked for answers after each."""
    result = Collected()
    for run in runs:
        for item in run:
            result.put(item.article.document, item)
        answers(result)
    return result


@settings(max_examples=40)
@given(data=st.data(), near=st.sampled_from([1, 2, stories.NEXT]))
def test_neither_the_order_nor_the_number_of_runs_makes_a_difference(kept, data, near):
    order = data.draw(st.permutations(kept))
    ends = sorted(data.draw(st.sets(st.integers(1, len(kept) - 1), max_size=4)))
    runs = [order[start:end] for start, end in itertools.pairwise([0, *ends, len(order)])]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stories, "NEXT", near)  # new articles come between others, and fewer are looked at than there are
        assert answers(added(runs)) == answers(added([kept]))


def test_the_articles_have_all_kinds_of_things_to_compare(kept):
    groups, statuses = answers(added([kept]))
    assert groups
    assert {item.effect for status in statuses for item in status.effects} == {"disputed", "confirmed", "corrected"}


def test_an_article_that_takes_the_place_of_another_leaves_nothing_of_it(kept, english):
    first, *others = kept
    meta = Meta(published="2026-03-03")
    other = statements(english(Document(text=TOLD[0].format(80), id=first.article.document, meta=meta)))
    result = added([kept])
    result.put(first.article.document, other)
    assert answers(result) == answers(added([[other, *others]])) != answers(added([kept]))


def test_what_is_compared_of_a_new_article_does_not_grow_with_those_that_have_nothing_in_common(english):
    strangers = [f"The {word} of Kell sold 40 {word} lamps, Nora Beck said." for word in ("salt", "tin", "glass")]
    documents = [
        Document(text=text, id=f"{number}", meta=Meta(published=f"20{number}-05-04"))
        for number, text in enumerate(strangers * 5, 10)
    ]
    collected = Collected()
    for document in english.pipe(documents):
        collected.put(document.id, statements(document))
    answers(collected)
    assert collected.database.execute("SELECT count(*) FROM related").fetchone()[0] == 0
    assert collected.database.execute("SELECT count(*) FROM figure_pairs").fetchone()[0] == 0


def test_a_word_counts_more_the_fewer_articles_have_it():
    common, rarer, unknown = (next(iter(numbers([word]))) for word in ("say", "inflation", "xylograph"))
    assert weight(common) < weight(rarer) < weight(unknown)
    assert total([common, unknown]) == pytest.approx(weight(common) + weight(unknown))
    assert RAREST > 1


def test_words_of_one_meaning_count_like_the_commonest_of_them():
    firms, company, enterprise = (next(iter(numbers([word]))) for word in ("firms", "company", "enterprise"))
    assert weight(firms) == weight(company) < weight(enterprise)


def test_the_words_of_figures_do_not_say_what_an_article_is_about(english):
    kept = statements(english(Document(text="The bridge in Kell cost 35 million euros.", id="a")))
    assert kept.article.figures
    assert "bridge" in kept.article.words
    assert kept.article.words.isdisjoint({"million", "euro"})


@given(*[st.tuples(st.lists(st.integers(0, 1 << 14), unique=True), st.integers(0, 60))] * 2)
def test_no_two_articles_are_more_alike_than_their_bits_say(one, other):
    first, second = (
        stories._Outline((day, 0, number), len(words), total(words), stories._bits(words))
        for number, (words, day) in enumerate((one, other))
    )
    alike = stories._share(total({*one[0]} & {*other[0]}), first, second)
    assert alike <= stories._most_alike(first, second)
