"""How a quotation is told: who says it where some articles do not say so, what a report repeats, what is altered."""

from __future__ import annotations

import attrs
import pytest

from newsparse.linking import across
from tests.linking.telling import reported, said, told

WORDS = "Nobody crosses this bridge before the pillars are repaired"
OTHERS = "The county pays for every stone of the old harbour wall"
UNION = {"Orla Dock Union": "Organization"}


def quotes(*articles):
    return list(across(list(articles)).quotes)


def nameless(key, words=WORDS, **fields):
    """An article that does not say who speaks."""
    return told(key, f"“{words},” it was heard at the Orla Dock Union.", (f"{words},", None), names=UNION, **fields)


def twice(key, *words, **fields):
    """An article in which Ada Brook says several things."""
    text = " ".join(f"“{item},” Ada Brook told the Orla Dock Union." for item in words)
    return told(key, text, *((f"{item},", "Ada Brook") for item in words), names=UNION, **fields)


class TestSpeakers:
    def test_an_article_without_a_speaker_tells_the_words_of_whoever_others_name(self):
        (quote,) = quotes(nameless("a"), said("b", WORDS), said("c", WORDS))
        assert [telling.speaker for telling in quote.tellings] == [None, "Ada Brook", "Ada Brook"]
        assert all(not telling.differences for telling in quote.tellings)

    def test_nobody_speaks_where_no_article_says_who_does(self):
        (quote,) = quotes(nameless("a"), nameless("b"))
        assert quote.speaker is None
        assert [reason.ground for telling in quote.tellings for reason in telling.reasons].count("speaker") == 0

    def test_a_name_speaks_for_a_link_and_no_name_does_not(self):
        (quote,) = quotes(said("a", WORDS), said("b", WORDS), nameless("c"))
        found = [{reason.ground: reason.words for reason in telling.reasons} for telling in quote.tellings]
        assert [reasons.get("speaker") for reasons in found] == ["Ada Brook", "Ada Brook", None]

    def test_of_two_names_the_one_in_more_outlets_is_the_speaker(self):
        given = [said(key, WORDS, "Tomas Varga", outlet="Courier") for key in ("a", "b", "c")]
        given += [said("d", WORDS, outlet="Echo"), said("e", WORDS, outlet="Gazette")]
        (quote,) = quotes(*given)
        assert quote.speaker == "Ada Brook"
        (quote,) = quotes(*given[:-1])
        assert quote.speaker == "Tomas Varga"

    def test_articles_without_an_outlet_count_each(self):
        given = [said("a", WORDS, "Tomas Varga"), said("b", WORDS), said("c", WORDS)]
        (quote,) = quotes(*(attrs.evolve(item, meta=attrs.evolve(item.meta, outlet=None)) for item in given))
        assert quote.speaker == "Ada Brook"


class TestReports:
    REPORT = "nobody crosses the bridge before its pillars are repaired"

    def test_a_report_belongs_to_the_words_that_have_most_of_its_terms(self):
        near = "Nobody crosses the old bridge while we wait for money"
        for order in ([WORDS, near], [near, WORDS]):
            found = quotes(twice("a", *order), reported("b", self.REPORT))
            assert [quote.text for quote in found] == [f"{WORDS},"]

    def test_a_report_of_its_own_article_is_no_other_telling(self):
        text = f"“{WORDS},” Ada Brook told the Orla Dock Union. She said {self.REPORT}."
        one = told("a", text, (f"{WORDS},", "Ada Brook"), (self.REPORT, "Ada Brook", "indirect"), names=UNION)
        assert quotes(one) == []

    @pytest.mark.parametrize(
        ("report", "is_told"),
        [
            ("nobody crosses the bridge before its pillars are repaired", True),
            ("nobody crosses the bridge", True),
            ("the pillars hold", False),
            ("nobody crosses the old, green and narrow bridge of the whole county on foot or by night", False),
        ],
    )
    def test_most_of_the_terms_of_the_report_are_needed(self, report, is_told):
        assert bool(quotes(said("a", WORDS), reported("b", report))) is is_told

    def test_the_relation_of_a_report_is_told_with_the_words_that_both_have(self):
        (quote,) = quotes(said("a", WORDS), reported("b", self.REPORT))
        assert [telling.relation for telling in quote.tellings] == ["verbatim", "indirect"]
        (words,) = [reason.words for reason in quote.tellings[1].reasons if reason.ground == "words"]
        assert {"bridge", "pillar"} <= {word.removesuffix("s") for word in words.split()}

    def test_reports_alone_have_the_first_one_for_their_original(self):
        (quote,) = quotes(reported("a", self.REPORT), reported("b", self.REPORT, day="2026-03-04"))
        assert (quote.original, quote.text) == ("a", self.REPORT)
        assert {telling.relation for telling in quote.tellings} == {"indirect"}


class TestWording:
    @pytest.mark.parametrize(
        ("words", "relation", "pairs"),
        [
            (WORDS, "verbatim", []),
            ("Nobody crosses this bridge before the arches are repaired", "altered", [("arches", "pillars")]),
            ("Everybody crosses this bridge before the pillars are repaired", "altered", [("Everybody", "Nobody")]),
            ("Nobody crosses this bridge before the pillars are painted", "altered", [("painted", "repaired")]),
            ("Nobody crosses this old bridge before the pillars are repaired", "altered", [("old", None)]),
            ("Nobody crosses this bridge before pillars are repaired", "altered", [(None, "the")]),
            ("crosses this bridge before the pillars are repaired", "shortened", []),
            ("Nobody crosses this bridge before the pillars", "shortened", []),
            ("Nobody crosses this bridge … the pillars are repaired", "shortened", []),
            (f"We know it. {WORDS}", "verbatim", []),
            (f"{WORDS}. We know it", "verbatim", []),
        ],
    )
    def test_what_is_altered_beside_the_original(self, words, relation, pairs):
        (quote,) = quotes(said("a", WORDS), said("b", WORDS), said("c", words, day="2026-03-05"))
        last = quote.tellings[-1]
        found = [(item.here and item.here.text, item.there and item.there.text) for item in last.differences]
        assert (last.relation, found) == (relation, pairs)

    def test_two_quotations_of_one_article_are_two(self):
        found = quotes(twice("a", WORDS, OTHERS), twice("b", WORDS, OTHERS))
        assert sorted(quote.text for quote in found) == [f"{WORDS},", f"{OTHERS},"]

    def test_the_original_is_the_wording_that_most_outlets_have_then_the_earliest(self):
        altered = WORDS.replace("pillars", "arches")
        (quote,) = quotes(said("a", altered), said("b", WORDS), said("c", WORDS))
        assert quote.original == "b"
        (quote,) = quotes(said("a", altered), said("b", WORDS, day="2026-03-04"))
        assert quote.original == "a"
        (quote,) = quotes(said("a", altered), said("b", WORDS, outlet="Echo"), said("c", WORDS, outlet="Echo"))
        assert quote.original == "a"
