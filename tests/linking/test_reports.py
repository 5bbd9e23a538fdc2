"""Words without quotation marks in several articles: which are of one utterance, though each says it in its own way."""

from __future__ import annotations

import pytest

from newsparse.linking import across
from tests.linking.telling import reported, said, told


def grouped(*articles):
    return [set(found.documents) for found in across(articles).quotes]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the harbour crane had rusted for years", "rust had been eating the crane in the harbour"),
        ("the freighter left the quay without lamps", "the vessel had no lamps when it left"),
        ("seven tanks were emptied on the night shift", "somebody emptied seven tanks during the night"),
        ("nobody had checked the valves since spring", "the valves had not been checked since spring"),
    ],
)
def test_reports_of_one_speaker_in_other_words_are_one_utterance(one, other):
    assert grouped(reported("a", one), reported("b", other, day="2026-03-04")) == [{"a", "b"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the harbour crane had rusted for years", "the harbour would hire forty guards"),
        ("nine tanks were emptied on the night shift", "seven tanks were emptied on the night shift"),
    ],
)
def test_reports_of_other_matters_or_other_figures_are_not(one, other):
    assert grouped(reported("a", one), reported("b", other, day="2026-03-04")) == []


def test_a_relative_says_nothing_in_place_of_the_speaker():
    text = "Ada Brook told the Orla Dock Union that the crane had rusted. Brook left."
    names = {"Orla Dock Union": "Organization"}
    one = told("a", text, ("the crane had rusted", "Ada Brook", "indirect"), names=names)
    other = reported("b", "the crane had not rusted at all, whatever was claimed", "Tom Brook")
    assert grouped(one, other) == []


def test_weeks_later_the_same_is_said_anew():
    words = "the harbour crane had rusted for years"
    assert grouped(reported("a", words), reported("b", words, day="2026-04-20")) == []


def test_articles_that_have_only_the_speaker_in_common_are_of_other_matters():
    words = "the valves of the pump were checked in spring, oiled, painted and fitted with clocks from Selm"
    other = told("b", f"Ada Brook wrote that {words}.", (words, "Ada Brook", "indirect"))
    assert grouped(reported("a", "the valves had not been checked since spring"), other) == []


def test_words_of_somebody_at_a_body_are_the_words_of_the_body():
    text = "Workers of the Orla Dock Union said the alarm had rung far too late."
    names = {"Orla Dock Union": "Organization"}
    words = "the alarm had rung far too late"
    somebody = "Workers of the Orla Dock Union"
    one = told("a", text, (words, somebody, "indirect"), names={**names, somebody: None})
    other_text = "The Orla Dock Union said the alarm rang too late."
    other = told("b", other_text, ("the alarm rang too late", "Orla Dock Union", "indirect"), names=names)
    assert grouped(one, other) == [{"a", "b"}]


def test_what_two_articles_tell_and_a_later_one_puts_together_belongs_to_both():
    first, second = "Nobody crosses this bridge today", "The pillars are the ones my father painted green"
    found = across(
        [
            said("a", f"{first}."),
            said("b", f"{second}.", day="2026-03-03"),
            said("c", f"{first}. {second}.", day="2026-03-05"),
        ]
    ).quotes
    assert [found.documents for found in found] == [("a", "c"), ("b", "c")]
    assert {telling.relation for quote in found for telling in quote.tellings if telling.document == "c"} == {"merged"}


def test_a_full_quotation_comes_before_the_articles_that_shorten_it():
    first, second = "Nobody crosses this bridge today", "The pillars are the ones my father painted green"
    (found,) = across(
        [
            said("c", f"{first}. {second}.", day="2026-03-01"),
            said("a", f"{first}."),
            said("b", f"{second}.", day="2026-03-03"),
        ]
    ).quotes
    assert found.documents == ("c", "a", "b")


def test_a_passage_of_other_words_alters_nothing():
    start, end = "Nobody crosses this bridge before the pillars,", "and my own mother would not."
    text = f"“{start}” Ada Brook told the Orla Dock Union, “{end}”"
    names = {"Orla Dock Union": "Organization"}
    said_so = (f"{start}” Ada Brook told the Orla Dock Union, “{end}", "Ada Brook")
    article = told("b", text, said_so, day="2026-03-05", names=names)
    whole = "Nobody crosses this bridge before the pillars are repaired and the deck is laid anew"
    (found,) = across([said("a", whole), article]).quotes
    assert [(telling.document, telling.relation) for telling in found.tellings] == [
        ("a", "verbatim"),
        ("b", "shortened"),
    ]
