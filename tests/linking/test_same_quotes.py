"""The same quotation in several articles: how each tells it, which words it changes, who says it, the original."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.linking import Across, across
from newsparse.linking.quotations import dumps, loads
from newsparse.testing import documents
from tests.linking.telling import member, reported, said, told

WORDS = "Nobody crosses this bridge before the pillars are repaired"


def only(*articles):
    (found,) = across(articles).quotes
    return found


def relations(found):
    return {telling.document: telling.relation for telling in found.tellings}


def test_the_same_words_are_one_quotation_that_was_seen_first_somewhere():
    found = only(said("b", WORDS, day="2026-03-03"), said("a", WORDS, day="2026-03-04"))
    assert (found.first.document, found.first.outlet, found.first.published) == ("b", "b", "2026-03-03")
    assert (found.text, found.speaker, found.original) == (f"{WORDS},", "Ada Brook", "b")
    assert relations(found) == {"b": "verbatim", "a": "verbatim"}


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("nobody crosses this BRIDGE before the pillars are repaired", "verbatim"),
        ("Nobody crosses this bridge", "shortened"),
        ("Nobody crosses ... before the pillars are repaired", "shortened"),
        ("Nobody crosses this bridge before the towers are repaired", "altered"),
    ],
)
def test_a_telling_is_compared_with_the_original(words, relation):
    found = only(said("a", WORDS), said("b", WORDS), said("c", words, day="2026-03-05"))
    assert relations(found) == {"a": "verbatim", "b": "verbatim", "c": relation}


@pytest.mark.parametrize(
    ("words", "here", "there"),
    [
        ("Nobody crosses this bridge before the towers are repaired", "towers", "pillars"),
        ("Nobody crosses this old bridge before the pillars are repaired", "old", None),
        ("Nobody crosses bridge before the pillars are repaired", None, "this"),
    ],
)
def test_altered_words_have_their_places_on_both_sides(words, here, there):
    first, later = said("a", WORDS), said("b", words, day="2026-03-05")
    telling = only(first, later).tellings[1]
    (change,) = telling.differences
    assert (change.here and change.here.text, change.there and change.there.text) == (here, there)
    if change.here:
        assert change.here.span.cut(later.text) == here
    if change.there:
        assert (change.there.document, first.text[change.there.start : change.there.end]) == ("a", there)


def test_a_short_form_is_written_for_two_words():
    first = said("a", "I would rather sell the old boat than let it sink")
    later = said("b", "I'd rather sell the old boat than let it sink", day="2026-03-05")
    (change,) = only(first, later).tellings[1].differences
    assert (change.here.text, change.there.text) == ("I'd", "I would")


def test_a_fuller_telling_adds_sentences_and_alters_nothing():
    fuller = f"{WORDS}. We have ordered steel"
    found = only(said("a", WORDS), said("b", WORDS), said("c", fuller, day="2026-03-05"))
    assert found.original == "c"
    assert relations(found) == {"a": "shortened", "b": "shortened", "c": "verbatim"}


def test_what_two_quotations_are_put_together_in_belongs_to_both():
    steel = "The steel comes from a mill in Solberg"
    text = f"“{WORDS},” Ada Brook said. It rained. “{steel},” Ada Brook said."
    apart = told("a", text, (f"{WORDS},", "Ada Brook"), (f"{steel},", "Ada Brook"))
    found = across([apart, said("b", f"{WORDS}. {steel}", day="2026-03-05")]).quotes
    assert [relations(item) for item in found] == [{"a": "verbatim", "b": "merged"}] * 2


def test_passages_of_one_quote_around_its_source_are_one_telling():
    start, end = "Nobody crosses this bridge,", "before the pillars are repaired."
    text = f"The Orla Dock Union heard it. “{start}” Ada Brook said, “{end}”"
    article = told("b", text, (f"{start}” Ada Brook said, “{end}", "Ada Brook"))
    found = only(said("a", WORDS), article)
    assert relations(found) == {"a": "verbatim", "b": "verbatim"}
    assert [passage.text for passage in found.tellings[1].passages] == [start, end]


def test_passages_with_other_words_of_a_new_sentence_between_are_two_tellings():
    steel = "The steel comes from a mill in Solberg"
    text = f"“{WORDS},” Ada Brook said when she came. Later, on the shore, she added: “{steel}.”"
    whole = text[1 : text.rindex(".")]
    found = across([told("a", text, (whole, "Ada Brook")), said("b", steel), said("c", WORDS)]).quotes
    assert sorted(item.documents for item in found) == [("a", "b"), ("a", "c")]
    assert {telling.relation for item in found for telling in item.tellings} == {"verbatim"}


def test_indirect_speech_of_the_same_speaker_is_the_same_quotation():
    report = "nobody would cross the bridge before the pillars were repaired"
    assert relations(only(said("a", WORDS), reported("b", report))) == {"a": "verbatim", "b": "indirect"}
    assert across([said("a", WORDS), reported("b", report, "Tomas Varga")]).quotes == ()
    assert across([said("a", WORDS), reported("b", report, day="2026-04-02")]).quotes == ()


def test_two_reports_alone_are_one_quotation_too():
    report = "nobody would cross the bridge before the pillars were repaired"
    assert relations(only(reported("a", report), reported("b", report))) == {"a": "indirect", "b": "indirect"}


def test_a_body_and_its_member_may_say_the_same():
    one = member(said("a", WORDS), "Ada Brook", "Orla Dock Union")
    text = "The Orla Dock Union said that nobody would cross the bridge before the pillars were repaired."
    content = "nobody would cross the bridge before the pillars were repaired"
    other = told("b", text, (content, "Orla Dock Union", "indirect"), names={"Orla Dock Union": "Organization"})
    assert relations(only(one, other)) == {"a": "verbatim", "b": "indirect"}


def test_words_that_are_given_to_somebody_else_are_said_to_be():
    found = only(said("a", WORDS), said("b", WORDS), said("c", WORDS, "Tomas Varga", day="2026-03-05"))
    assert (found.speaker, [telling.other_speaker for telling in found.tellings]) == ("Ada Brook", [False, False, True])
    (change,) = found.tellings[2].differences
    assert (change.part, change.here.text, change.there.text) == ("speaker", "Tomas Varga", "Ada Brook")
    assert {reason.ground for reason in found.tellings[2].reasons} == {"words", "company"}
    assert found.tellings[2].score < found.tellings[1].score


def test_a_set_phrase_of_two_people_in_different_stories_is_no_link():
    phrase = "We take every complaint very seriously"
    other = told("b", f"“{phrase},” Lena Marsh said.", (f"{phrase},", "Lena Marsh"))
    assert across([said("a", phrase), other]).quotes == ()
    assert across([said("a", phrase), said("b", phrase, "Lena Marsh", day="2026-09-01")]).quotes == ()


def test_long_words_of_two_people_of_one_family_name_are_one_quotation():
    def alone(key, words, name, day="2026-03-02"):
        return told(key, f"“{words},” {name} said.", (f"{words},", name), day=day)

    altered = WORDS.replace("are repaired", "were repaired")
    found = only(alone("a", WORDS, "Ada Brook"), alone("b", altered, "Nora Brook"))
    assert (relations(found), found.tellings[1].other_speaker) == ({"a": "verbatim", "b": "altered"}, True)
    assert across([alone("a", WORDS, "Ada Brook"), alone("b", altered, "Lena Marsh")]).quotes == ()
    assert across([alone("a", WORDS, "Ada Brook"), alone("b", altered, "Nora Brook", "2026-05-02")]).quotes == ()
    short = "We take every complaint very seriously"
    assert across([alone("a", short, "Ada Brook"), alone("b", short, "Nora Brook")]).quotes == ()


def test_a_short_quotation_is_one_of_the_same_speaker_alone():
    short = "We are not done"
    assert relations(only(said("a", short), said("b", short))) == {"a": "verbatim", "b": "verbatim"}
    assert across([said("a", short), said("b", short, "Tomas Varga")]).quotes == ()
    assert across([said("a", short), said("b", "We are not here")]).quotes == ()
    assert across([said("a", "So it is"), said("b", "So it is")]).quotes == ()


def test_one_quotation_in_very_many_articles_is_one_group():
    tails = ["", " before the pillars are repaired", " before the towers are repaired"]
    many = [said(f"{n:03}", f"Nobody crosses this bridge{tails[n % 3]}", day="2026-03-02") for n in range(120)]
    found = only(*many)
    assert (len(found.tellings), found.original) == (120, "001")


def test_one_article_that_repeats_a_quotation_is_no_link():
    text = f"“{WORDS},” Ada Brook said. “{WORDS},” Ada Brook said."
    assert across([told("a", text, (f"{WORDS},", "Ada Brook"))]).quotes == ()


def test_near_copies_are_known_and_count_once():
    altered = "Nobody crosses this bridge before the towers are repaired"
    wire = said("a", WORDS)
    copies = [said(key, altered, day="2026-03-03", copy_of="b") for key in ("b", "c", "d")]
    found = across([wire, said("e", WORDS, day="2026-03-04"), *copies])
    assert [item.documents for item in found.copies] == [("b", "c", "d")]
    assert found.copies[0].id == "b"
    (quote,) = found.quotes
    assert quote.original == "a"
    assert {telling.document: telling.copy_of for telling in quote.tellings} == {
        "a": None,
        "b": None,
        "c": "b",
        "d": "b",
        "e": None,
    }


def test_articles_without_dates_are_compared_and_come_last():
    found = only(said("a", WORDS, day=None), said("b", WORDS))
    assert [telling.document for telling in found.tellings] == ["b", "a"]


def test_articles_are_added_later_and_replaced():
    found = across([said("a", WORDS)])
    assert found.quotes == ()
    found.add(said("b", WORDS))
    assert len(found.quotes) == 1
    found.add(said("b", "The steel comes from a mill in Solberg"))
    assert found.quotes == ()


PHRASES = [
    WORDS,
    f"{WORDS}. The steel comes from a mill in Solberg",
    "Nobody crosses this bridge",
    "Nobody crosses this bridge before the towers are repaired",
    "The steel comes from a mill in Solberg",
    "The steel ... from a mill in Solberg",
]


@settings(max_examples=60)
@given(st.data())
def test_the_order_of_the_articles_makes_no_difference(data):
    chosen = data.draw(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=8))
    make = st.sampled_from([said, reported])
    names, days = st.sampled_from(["Ada Brook", "Tomas Varga"]), st.sampled_from([None, "2026-03-02", "2026-03-04"])
    articles = [data.draw(make)(f"{n}", words, data.draw(names), day=data.draw(days)) for n, words in enumerate(chosen)]
    results = [across(order) for order in (articles, data.draw(st.permutations(articles)))]
    assert results[0].quotes == results[1].quotes
    assert results[0].copies == results[1].copies
    for group in results[0].quotes:
        assert len(group.documents) > 1
        assert loads(dumps(group)) == group


@settings(max_examples=30)
@given(st.lists(documents(), max_size=3))
def test_the_quotations_of_any_documents_can_be_compared(given_documents):
    found = newsparse.across(given_documents)
    for group in found.quotes:
        assert loads(dumps(group)) == group
    texts = {document.id: document.text for document in given_documents}
    for place in (place for group in found.quotes for telling in group.tellings for place in telling.passages):
        assert texts[place.document][place.start : place.end] == place.text


def test_an_empty_collection_has_no_quotations():
    assert (Across().quotes, Across().copies) == ((), ())


@pytest.mark.parametrize("marks", ["„{}“", "«{}»", "»{}«", "‘{}’", '"{}"'])
def test_words_in_other_marks_are_the_same_words(marks):
    text = f"The port of Orla is shut. {marks.format(WORDS + ',')} Ada Brook told the Orla Dock Union."
    other = told("b", text, (f"{WORDS},", "Ada Brook"), names={"Orla Dock Union": "Organization"})
    found = only(said("a", WORDS), other)
    assert [telling.relation for telling in found.tellings] == ["verbatim", "verbatim"]


@pytest.mark.parametrize("name", ["Tomas Varga", "Nora Beck", "Ada Holt"])
def test_words_that_an_article_gives_to_somebody_else_are_the_same_words(name):
    found = only(said("a", WORDS), said("b", WORDS), said("c", WORDS, name))
    assert [telling.speaker for telling in found.tellings if telling.other_speaker] == [name]
