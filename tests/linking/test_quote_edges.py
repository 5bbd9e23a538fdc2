"""Pairs of sayings that differ in one thing: a word, a day, a figure, or what else is said of the speaker."""

from __future__ import annotations

import pytest

from newsparse.linking import across
from newsparse.linking.quotations.linking import Needed, _enough
from newsparse.linking.voices import Voice, differ, fit
from tests.linking.telling import reported, said, told

FOUR, FIVE = "pillars crumble every winter", "old pillars crumble every winter"
EIGHT = "old wooden pillars crumble here almost every winter"
NINE = "old wooden pillars crumble here almost every single winter"
LONG = (
    "old wooden pillars crumble here almost every single winter because nobody ever paints them, and no money of the "
    "county has ever gone here since"
)
"""Of 25 words."""


def linked(*articles):
    return len(across(list(articles)).quotes) == 1


@pytest.mark.parametrize(
    ("words", "day", "is_one"),
    [
        (FOUR, "2026-03-16", True),
        (FOUR, "2026-03-17", False),
        (FIVE, "2026-03-17", True),
        (FIVE, "2027-03-17", True),
    ],
)
def test_few_words_of_one_speaker_are_one_utterance_only_in_the_same_days(words, day, is_one):
    assert linked(said("a", words), said("b", words, day=day)) is is_one


@pytest.mark.parametrize(
    ("words", "day", "is_one"),
    [
        (FOUR, "2026-03-03", False),
        (FIVE, "2026-03-03", True),
        (FIVE, "2026-03-30", False),
        (LONG, "2026-03-30", True),
        (LONG.removesuffix(" since"), "2026-03-30", False),
        (LONG.removesuffix(" since"), "2026-03-03", True),
    ],
)
def test_of_two_speakers_more_words_are_needed(words, day, is_one):
    assert linked(said("a", words), said("b", words, "Tomas Varga", day=day)) is is_one


@pytest.mark.parametrize(
    ("words", "day", "is_one"),
    [(EIGHT, "2026-03-03", True), (EIGHT, "2026-03-30", False), (NINE, "2026-03-30", True)],
)
def test_where_nobody_is_named_it_is_unnamedwho_speaks(words, day, is_one):
    text = f"“{words},” an official told the Orla Dock Union."
    unnamed = told(
        "b", text, (f"{words},", "an official"), names={"Orla Dock Union": "Organization", "an official": None}, day=day
    )
    assert linked(said("a", words), unnamed) is is_one


def test_days_are_the_same_only_where_articles_have_a_name_in_common():
    alone = told("b", f"In Kell, “{FOUR},” Ada Brook said. It was noon.", (f"{FOUR},", "Ada Brook"))
    other = told("b", f"In Kell, “{FOUR},” Tomas Varga said. It was noon.", (f"{FOUR},", "Tomas Varga"))
    assert linked(said("a", FOUR), alone)
    assert not linked(said("a", FOUR), other)


def test_the_same_words_in_another_order_are_another_utterance():
    turned = " ".join(reversed(NINE.split()))
    assert linked(said("a", NINE), said("b", NINE))
    assert not linked(said("a", NINE), said("b", turned))


def test_a_speaker_whose_name_has_no_letters_is_nobody_s_namesake():
    names = {"***": "Person"}
    alone = told("b", f"In Kell, “{FIVE},” *** said. It was noon.", (f"{FIVE},", "***"), names=names)
    assert not linked(said("a", FIVE), alone)


@pytest.mark.parametrize(
    ("words", "content", "covers", "enough"),
    [
        (4, 2, 0.7, True),
        (3, 2, 0.7, False),
        (4, 1, 0.7, False),
        (4, 2, 0.69, False),
        (8, 4, 0.1, True),
        (7, 4, 0.1, False),
        (8, 3, 0.1, False),
        (7, 3, 0.7, True),
    ],
)
def test_a_stretch_is_long_enough_or_most_of_the_shorter_saying(words, content, covers, enough):
    assert _enough(Needed(0.7, 4, 2, 9), words, content, covers) is enough


def voice(*names, kind="person", described=False, near=()):
    return Voice(kind=kind, names=names, described=described, near=frozenset(near))


class TestVoices:
    @pytest.mark.parametrize(
        ("one", "other", "fits"),
        [
            (voice("Ada Brook"), voice("Ada Brook"), True),
            (voice("Ada Brook"), voice("Brook"), True),
            (voice("Ada Brook"), voice("Tomas Varga"), False),
            (voice("Ada Brook"), voice("Tomas Brook"), False),
            (voice("Ada Brook", "Brook"), voice("Tomas Brook"), False),
            (voice("Brook"), voice("Tomas Brook"), True),
            (
                voice("Orla Dock Union", "Dock Union", kind="organisation"),
                voice("Dock Union", kind="organisation"),
                True,
            ),
            (voice("Brook", kind="organisation"), voice("Brook"), False),
            (voice("Brook"), voice("Brook", kind="organisation"), False),
            (voice("the report", kind="document"), voice("the report", kind="document"), False),
        ],
    )
    def test_two_of_one_kind_fit_where_one_name_may_be_the_other(self, one, other, fits):
        assert fit(one, other) is fits
        assert fit(other, one) is fits

    @pytest.mark.parametrize(
        ("one", "others", "is_sure"),
        [
            (voice("Ada Brook"), [voice("Tomas Varga")], True),
            (voice("Ada Brook"), [], False),
            (voice("Ada Brook"), [voice("Ada Brook")], False),
            (voice("Ada Brook"), [voice("Tomas Varga"), voice("Ada Brook")], False),
            (voice("Ada Brook"), [voice("Tomas Varga"), voice("Nora Beck")], True),
            (voice("Ada Brook"), [voice("Varga Mills", kind="organisation")], False),
            (voice("Ada Brook"), [voice("Tomas Varga"), voice("Varga Mills", kind="organisation")], False),
            (voice("the report", kind="document"), [voice("the letter", kind="document")], False),
            (voice("Ada Brook", near=["varga"]), [voice("Tomas Varga")], False),
            (voice("Ada Brook", near=["tomas"]), [voice("Tomas Varga")], True),
            (voice("Ada Brook"), [voice("Tomas Varga", near=["brook"])], False),
            (voice("Ada Brook"), [voice("Tomas Varga", near=["beck"])], True),
            (voice("Ada Brook", near=["varga"]), [voice("")], True),
        ],
    )
    def test_one_is_certainly_another_where_no_name_fits_and_none_of_the_other_is_near(self, one, others, is_sure):
        assert differ(one, others) is is_sure


WORDS = "Nobody crosses this bridge before the pillars are repaired"


@pytest.mark.parametrize(
    ("report", "fields", "is_one"),
    [
        ("nobody crosses the bridge before its pillars are repaired", {}, True),
        ("nobody crosses the bridge before its pillars are repaired", {"day": "2026-03-16"}, True),
        ("nobody crosses the bridge before its pillars are repaired", {"day": "2026-03-17"}, False),
        ("nobody crosses the bridge before its pillars are repaired", {"name": "Tomas Varga"}, False),
        ("the pillars of the bridge are green, tall and famous", {}, False),
    ],
)
def test_a_report_belongs_to_words_of_its_speaker_and_days_that_have_most_of_its_terms(report, fields, is_one):
    assert linked(said("a", WORDS), reported("b", report, **fields)) is is_one


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("the bridge needs 40 new pillars", "the bridge needs 40 new pillars", True),
        ("the bridge needs 40 new pillars", "40 new pillars are needed for the bridge", True),
        ("the bridge needs 40 new pillars", "50 new pillars are needed for the bridge", False),
        ("the bridge needs 40 new pillars", "new pillars are needed for the bridge", True),
        ("the bridge needs new pillars", "new pillars are needed for the bridge", True),
    ],
)
def test_reports_with_other_figures_tell_what_has_changed(one, other, is_one):
    assert linked(reported("a", one), reported("b", other)) is is_one


@pytest.mark.parametrize(
    ("name", "day", "is_one"),
    [
        ("Ada Brook", "2026-03-03", True),
        ("Ada Brook", "2026-03-17", False),
    ],
)
def test_reports_in_the_very_same_words_are_one_whenever_one_speaker_gives_them_in_the_same_days(name, day, is_one):
    words = "the bridge needs 40 new pillars"
    assert linked(reported("a", words), reported("b", words, name, day=day)) is is_one


@pytest.mark.parametrize(
    ("telling", "relation", "here"),
    [
        (WORDS, "verbatim", []),
        ("Nobody crosses this bridge before the pillars are painted", "altered", ["painted"]),
        ("Nobody crosses this bridge", "shortened", []),
        (f"{WORDS}. It is old", "verbatim", []),
        (f"It is old. {WORDS}", "verbatim", []),
        ("Nobody crosses this bridge before we paint it. The pillars are repaired", "altered", ["we paint it"]),
    ],
)
def test_whole_sentences_more_alter_nothing_and_other_words_do(telling, relation, here):
    found = across([said("a", WORDS), said("b", WORDS), said("c", telling, day="2026-03-05")])
    (quote,) = found.quotes
    last = quote.tellings[-1]
    assert (last.relation, [item.here.text for item in last.differences if item.here]) == (relation, here)


def test_who_says_it_in_most_articles_is_the_speaker_whoever_comes_first():
    found = across([said("a", LONG, "Tomas Varga"), said("b", LONG), said("c", LONG), said("d", LONG)])
    (quote,) = found.quotes
    assert quote.speaker == "Ada Brook"
    assert [[item.part for item in telling.differences] for telling in quote.tellings] == [["speaker"], [], [], []]
    found = across([said("a", LONG, "Tomas Varga"), said("b", LONG)])
    assert found.quotes[0].speaker == "Tomas Varga"


def test_copies_count_once_for_their_outlet():
    first = [said(key, LONG, "Tomas Varga", copy_of="a", outlet="a") for key in ("a", "b")]
    found = across([*first, said("c", LONG), said("d", LONG)])
    assert found.quotes[0].speaker == "Ada Brook"
