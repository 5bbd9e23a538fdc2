"""Figures across articles: grouped by what they are about, compared with reasons, the same whatever the order."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.errors import SchemaError
from newsparse.linking import across
from newsparse.linking.figures import Article, article, dumps, figure_groups, loads
from newsparse.linking.figures.heads import head_of
from newsparse.linking.figures.profiles import MOST_FIGURES
from newsparse.linking.figures.surroundings import MOST_WORDS
from newsparse.linking.stored.collected import joined
from newsparse.model import Document, Meta, NumberClaim, Quantity, Span, Token
from newsparse.syntax import Index
from newsparse.testing import written

WORD = re.compile(r"\w+")


def claim(text, words, value):
    start = text.index(words)
    quantity = Quantity(low=Decimal(value), high=Decimal(value))
    return NumberClaim.make(text, Span(start, start + len(words)), quantity=quantity)


def told(text, *claims, day="2026-03-02", id=None):
    document = written(text).with_layer("numbers", claims)
    return article(Document(text=text, id=id or text, meta=Meta(published=day), layers=document.layers))


def deaths(number, day, place="Orla"):
    text = f"The fire at the cotton mill in {place} killed {number} people so far."
    return told(text, claim(text, str(number), number), day=day, id=f"{place}-{number}-{day}")


def grouped(articles):
    return figure_groups(joined(articles))


def relations(*articles):
    return [(group.relation, len(group.members)) for group in grouped(articles)]


def test_a_figure_that_changes_from_day_to_day_drifts():
    assert relations(deaths(12, "2026-03-02"), deaths(14, "2026-03-03")) == [("drift", 2)]


def test_two_figures_of_one_day_conflict():
    assert relations(deaths(12, "2026-03-02"), deaths(14, "2026-03-02")) == [("conflict", 2)]


def test_a_noun_without_words_of_its_own_behind_what_is_counted_is_passed_over():
    text = "Two people survivors"
    places = [(word.start(), word.end(), word[0]) for word in WORD.finditer(text)]
    tags = zip(places, ("NUM", "NOUN", "NOUN"), (1, 1, 1), ("nummod", "root", "nmod"), strict=True)
    tokens = [
        Token.make(text, Span(start, end), group=number, lemma=word.casefold(), upos=upos, head=head, deprel=relation)
        for number, ((start, end, word), upos, head, relation) in enumerate(tags)
    ]
    document = written(text).with_layer("tokens", tokens)
    assert head_of(Index(document), tokens[1].span) == "people"


def test_articles_without_days_are_of_one_day():
    assert deaths(12, "2 March").published == deaths(12, "2026-02-30").published == ""
    assert deaths(12, "2026-03-02T10:30:00+01:00").published == "2026-03-02"
    assert relations(deaths(12, ""), deaths(14, "2026-03-02")) == [("conflict", 2)]


def test_figures_of_another_place_a_month_later_are_not_grouped():
    assert relations(deaths(12, "2026-03-02"), deaths(12, "2026-04-20", "Kell")) == []


def test_one_article_gives_no_group():
    assert relations(deaths(12, "2026-03-02")) == []


def test_figures_of_one_sentence_are_of_different_things():
    text = "The fire at the cotton mill in Orla killed 12 people and 14 dogs."
    both = told(text, claim(text, "12", 12), claim(text, "14", 14))
    assert relations(both) == []


def test_a_group_says_why_and_shows_both_places():
    (group,) = grouped([deaths(12, "2026-03-02"), deaths(14, "2026-03-03")])
    assert (group.one.text, group.other.text) == ("12", "14")
    assert group.reason == "12 and 14 have no value in common: the other one is of a later day"
    assert group.rule == "across.figures.later"
    assert group.documents == ("Orla-12-2026-03-02", "Orla-14-2026-03-03")
    assert [member.published for member in group.members] == ["2026-03-02", "2026-03-03"]


def test_groups_are_written_and_read_as_json():
    (group,) = grouped([deaths(12, "2026-03-02"), deaths(14, "2026-03-03")])
    assert loads(dumps(group)) == group
    with pytest.raises(SchemaError, match="expected a record"):
        loads("{}")
    with pytest.raises(SchemaError, match="not a line of JSON"):
        loads("group")


def test_a_long_article_is_kept_in_bounded_space():
    text = " ".join(f"Word{number} had {number} parts." for number in range(10, 500))
    claims = [claim(text, f" {number} ", number) for number in range(10, 500)]
    kept = told(text, *claims)
    assert len(kept.figures) == MOST_FIGURES == 80
    assert len(kept.words) == MOST_WORDS == 150


def test_articles_are_added_later_and_replaced(english):
    def read(text, day):
        return english(Document(text=text, id=day, meta=Meta(published=day)))

    first = read("A storm in Tollen killed at least 12 people on Monday.", "2026-03-02")
    result = across([first])
    assert result.figures == ()
    result.add(read("The storm in Tollen killed 11 people.", "2026-03-03"))
    assert [group.relation for group in result.figures] == ["drift"]
    result.add(read("The storm in Tollen killed 12 people.", "2026-03-03"))
    assert [group.relation for group in result.figures] == ["agree"]


THINGS = ["people", "dogs", "boats"]
PLACES = ["the mill in Orla", "the port of Kell"]


@st.composite
def tellings(draw):
    found = []
    for number in range(draw(st.integers(2, 7))):
        value, thing = draw(st.integers(2, 5)), draw(st.sampled_from(THINGS))
        text = f"A fire at {draw(st.sampled_from(PLACES))} destroyed {value} {thing}."
        day = draw(st.sampled_from(["", "2026-03-02", "2026-03-03", "2026-05-01"]))
        found.append(told(text, claim(text, str(value), value), day=day, id=f"a{number}"))
    return found


@settings(max_examples=60, deadline=None)
@given(tellings(), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_makes_no_difference(articles, random):
    shuffled: list[Article] = random.sample(articles, len(articles))
    groups = grouped(articles)
    assert grouped(shuffled) == groups
    places = [member.place for group in groups for member in group.members]
    assert len(set(places)) == len(places)


def related(english, *texts, days=("2026-03-02", "2026-03-03")):
    """How the figures of articles that follow each other relate, for each group."""
    documents = [Document(text=text, id=day, meta=Meta(published=day)) for text, day in zip(texts, days, strict=True)]
    return [group.relation for group in across(english.pipe(documents)).figures]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "The flood in Orla killed 12 people, the mayor said.",
            "The flood in Orla killed 15 people, doctors said.",
            "drift",
        ),
        (
            "In Orla, 120 cases of measles were counted, the clinic said.",
            "In Orla, 150 cases of measles were counted, the ministry said.",
            "drift",
        ),
        (
            "Ada Brook of Orla has 4,100 votes, her party said.",
            "Ada Brook of Orla has 5,300 votes, clerks said.",
            "drift",
        ),
        ("The flood damaged 80 homes in Orla.", "The flood damaged 130 homes in Orla, insurers said.", "drift"),
        (
            "The stadium in Orla cost 30 million euros, its owner said.",
            "The stadium in Orla cost 44 million euros, auditors said.",
            "conflict",
        ),
        (
            "The arena in Orla has 9,000 seats, Ada Brook said.",
            "The arena in Orla has 7,400 seats, Tim Falk said.",
            "conflict",
        ),
        ("The arena in Orla has 9,000 seats.", "The arena in Orla has 7,400 seats.", "conflict"),
        (
            "The arena in Orla will cost 30 million euros, Ada Brook said.",
            "The arena in Orla will cost 44 million euros, Ada Brook said.",
            "drift",
        ),
        ("The arena in Orla has 9,000 seats.", "The arena in Orla now has 9,900 seats.", "drift"),
    ],
)
def test_a_running_count_drifts_whoever_gives_it_and_other_values_conflict_unless_their_source_is_the_same(
    english, first, second, expected
):
    assert related(english, first, second) == [expected]


def test_a_level_may_be_another_one_after_weeks(english):
    texts = "The clinic in Orla has 90 beds in its new ward.", "The clinic in Orla has 70 beds in its new ward."
    assert related(english, *texts) == ["conflict"]
    assert related(english, *texts, days=("2026-03-02", "2026-03-26")) == ["drift"]


def test_an_article_that_also_gives_the_count_of_the_day_before_does_not_contradict_itself(english):
    first = "A soft cheese from Orla made 19 people ill, the agency said."
    second = "A soft cheese from Orla has made 26 people ill, the agency said. It had counted 19 people."
    assert related(english, first, second) == ["drift"]


def test_an_average_agrees_with_the_count_that_it_rounds_to(english):
    first, second = "A class in Orla has 28 pupils on average.", "A class in Orla has 27.8 pupils on average."
    assert related(english, first, second) == ["agree"]
    assert related(english, first, "A class in Orla has 26.8 pupils on average.") == ["conflict"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("A ferry with 212 people on board ran aground off Cape Maren.", "{} 198 passengers and 14 crew.", []),
        ("{} 212 passengers and crew.", "{} 198 passengers and 14 crew.", []),
        ("{} 212 passengers and crew.", "{} 198 passengers.", []),
        ("{} 212 passengers and crew.", "{} 214 passengers and crew.", [("212", "214")]),
        ("{} 201 passengers and 14 crew.", "{} 198 passengers and 14 crew.", [("14", "14"), ("201", "198")]),
    ],
)
def test_a_part_is_not_compared_with_what_is_counted_together(english, first, second, expected):
    texts = [text.format("The ferry that ran aground at Cape Maren carried") for text in (first, second)]
    days = ["2026-06-07", "2026-06-08"]
    articles = [
        article(english(Document(text=text, id=day, meta=Meta(published=day))))
        for text, day in zip(texts, days, strict=True)
    ]
    found = [tuple(member.place.text for member in group.members) for group in grouped(articles)]
    assert sorted(found) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("In Orla 14,300 runners started in the marathon.", "In Orla 14 runners of the marathon fainted.", []),
        ("The tower in Orla cost 90 million euros.", "The tower in Orla took 90 weeks.", []),
        ("The tower in Orla cost 9 million euros.", "The tower in Orla is 90 metres high.", []),
        (
            "Farmers in Orla lost a third of their hens to flu.",
            "A third of the hens in Orla were lost to flu.",
            ["agree"],
        ),
        ("In Orla 61,000 people may vote.", "Some 61,000 electors are on the rolls of Orla.", ["agree"]),
        ("Eight bodies were found in the ruins of the mill in Orla.", "The mill fire in Orla killed eight.", ["agree"]),
        ("The film about Orla sold 900,000 tickets.", "The film about Orla sells for 12 dollars.", []),
        ("The ferry from Orla hit two ships.", "The ferry from Orla hit two vessels.", ["agree"]),
    ],
)
def test_figures_of_one_thing_are_known_by_their_kind_their_value_and_names_for_it(english, first, second, expected):
    assert related(english, first, second) == expected


@pytest.mark.parametrize("again", ["{} 3 percent is right.", "{} 3 percent was too low."])
def test_a_value_that_is_told_again_in_few_words_is_about_what_its_best_telling_says(english, again):
    first = (
        "Health chief Tom Varga said side effects of the flu vaccine were seen in 0.2 percent of patients in Orla. "
        "Campaigner Ada Brook disputed the percentage, putting it at 3 percent."
    )
    insists = again.format("Campaigner Ada Brook insists that her figure of")
    second = f"Flu vaccine runs short in Orla, nurses say. {insists}"
    texts = {"2026-03-02": first, "2026-03-05": second}
    articles = [article(english(Document(text=text, id=day, meta=Meta(published=day)))) for day, text in texts.items()]
    (group,) = grouped(articles)
    assert {member.place.text for member in group.members} == {"0.2 percent", "3 percent"}
    assert group.relation == "conflict"


@pytest.mark.parametrize(("first", "expected"), [("The rice was kept", ["agree"]), ("The roof slopes", [])])
def test_degrees_without_a_scale_may_be_those_of_either(english, first, expected):
    told = f"{first} at 40 degrees in Orla.", "In Orla the rice stood at 104 degrees Fahrenheit."
    assert related(english, *told) == expected
