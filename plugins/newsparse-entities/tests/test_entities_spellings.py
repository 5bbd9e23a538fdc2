"""Names written in two ways in one article: plurals, one letter other, a second name in brackets, capitals alone."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The {Tarn Gulls:Organization} won.", "A {Tarn Gull:Organization} wept."),
        ("{Im Tirvazu:Organization} won.", "{Im Tirvzu:Organization} wept."),
        ("{Tanreemul Makatib:Organization} won.", "{Tanreem-ul-Makatib:Organization} wept."),
        ("The {Wardens of Ashdon Moor (Warda):Organization} won.", "{Warda:Organization} wept."),
        ("{Free Ashdon:Organization} won.", "The {Free Ashdon Party:Organization} wept."),
    ],
    ids=["plural", "a letter less", "hyphens", "in brackets", "a noun more"],
)
def test_a_body_with_two_spellings_is_one(read, first, second):
    first = first.replace(" (Warda):Organization}", ":Organization} ({Warda:Organization})")
    assert len(read(first, second).names) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{Kell Rovers:Organization} won.", "{Bell Rovers:Organization} wept."),
        ("{Region Nine 1:Organization} won.", "{Region Nine 2:Organization} wept."),
        ("The {Times:Organization} won.", "{Time:Organization} wept."),
        ("The {UN:Organization} met.", "The {UN Council on Ports:Organization} met."),
        ("The {Free Union:Organization} met.", "The {Free Union Security Council:Organization} met."),
        ("{Ashdon:Organization} won.", "The {Ashdon Archive:Organization} wept."),
    ],
    ids=["another first letter", "a figure", "one word", "a council of it", "a council of several words", "an archive"],
)
def test_bodies_with_similar_names_stay_apart(read, first, second):
    assert len(read(first, second).names) == 2


def test_a_surname_spelt_otherwise_means_the_only_person_whose_name_is_close(read):
    result = read("Mr. {Marzouq Al-Ghonem:Person} spoke.", "{Al-Ghonim:Person} left.")
    assert result.means("Al-Ghonim") == "Marzouq Al-Ghonem"


@pytest.mark.parametrize(
    "sentences",
    [
        ("{Nadia Hansen:Person} met {Ilse Hensen:Person}.", "{Hinsen:Person} left."),
        ("{Nadia Holt:Person} spoke.", "{Holm:Person} left."),
        ("{Nadia Hansen:Person} spoke.", "Mr. {Hanson:Person} left."),
        ("{Nadia Hansen:Person} spoke.", "{Tom Hanson:Person} left. {Hanson:Person} wept."),
    ],
    ids=["two are close", "too short", "a man", "somebody with that name"],
)
def test_a_surname_spelt_otherwise_stays_apart_where_it_may_be_somebody_else(read, sentences):
    result = read(*sentences)
    assert result.means(sentences[-1].split("{")[-1].split(":")[0]) not in ("Nadia Hansen", "Nadia Holt")


@pytest.mark.parametrize(("short", "count"), [("KTN", 1), ("KTM", 2), ("KT", 2)])
def test_a_place_in_capitals_is_the_only_one_with_them(read, short, count):
    assert len(read("They left {KraTulu-Natir:Location}.", f"{{{short}:Location}} flooded.").names) == count


def test_a_surname_alone_does_not_mean_a_relative_introduced_with_that_word(read):
    start = "{Anna Quill:Person} spoke. Her husband, {Robert Quill:Person}, left."
    result = read(start, "{Quill:Person} wept.", "Mr. {Quill:Person} sang.")
    assert [result.means("Quill", 0), result.means("Quill", 1)] == ["Anna Quill", "Robert Quill"]


def test_a_surname_alone_does_not_mean_whom_its_bearer_married(read):
    tree = {"marry": ("VERB", "root", None), "Robert": ("PROPN", "obj", "marry"), "Quill": ("PROPN", "flat", "Robert")}
    result = read("{Anna Quill:Person} left to marry {Robert Quill:Person}.", "{Quill:Person} wept.", tree=tree)
    assert result.means("Quill") == "Anna Quill"


@pytest.mark.parametrize(("after", "label"), [("government", "Person"), ("bridge", "Location")])
def test_a_surname_before_government_is_a_person(read, after, label):
    result = read("{Nadia Orsk:Person} spoke.", f"The {{Orsk:Location}} {after} fell.")
    assert result.mention("Orsk").label == label


def test_a_place_that_speaks_under_a_surname_known_as_a_person_is_a_person(read):
    tree = {"Orsk": ("PROPN", "flat", "Vela"), "Vela": ("PROPN", "nsubj", "say"), "say": ("VERB", "root", None)}
    result = read("{Vela Orsk:Location} may say no.", "{Orsk:Person} left.", tree=tree)
    assert result.words("Vela Orsk") == ["Vela Orsk", "Orsk"]


def test_a_place_whose_next_word_is_a_verb_of_speech_and_whose_surname_is_known_is_a_person(read):
    tree = {"Tarn": ("PROPN", "nsubj", "say"), "Orsk": ("PROPN", "appos", "Tarn"), "say": ("VERB", "root", None)}
    result = read("At Tarn, {Vela Orsk:Location} say no.", "{Orsk:Person} left.", tree=tree)
    assert result.words("Vela Orsk") == ["Vela Orsk", "Orsk"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{LARKMOOR:Location} — Rain fell.", "Larkmoor"),
        ("{CUBA:Location} — Rain fell.", "Cuba"),
        ("{UAE:Location} — Rain fell.", "UAE"),
        ("{TARN ON THE MOOR:Location} — Rain fell.", "Tarn on the Moor"),
        ("{TARN:Location} — Rain fell in {Tarn:Location}.", "Tarn"),
        ("{ORDAK:Organization} left.", "ORDAK"),
        ("{ORDAK:Organization} left. {Ordak:Organization} came. {ORDAK:Organization} left.", "Ordak"),
    ],
)
def test_a_place_in_capitals_is_called_as_it_is_elsewhere(read, text, name):
    assert read(text).names == [name]


@pytest.mark.parametrize("first", ["Doug \u00adQuill", "Doug Qu\u00adill", "Doug\u200b Quill", "\ufeffDoug Quill"])
def test_what_nobody_sees_in_a_name_is_no_part_of_it(read, first):
    result = read(f"{{{first}:Person}} left.", "{Doug Quill:Person} spoke.", "{Quill:Person} wept.")
    assert [entity.name for entity in result.document.entities] == ["Doug Quill"]


def test_a_name_of_what_nobody_sees_alone_keeps_it(read):
    assert [entity.name for entity in read("{\u00ad:Person} left.").document.entities] == ["\u00ad"]
