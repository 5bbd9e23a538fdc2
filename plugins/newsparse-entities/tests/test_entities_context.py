"""What the words beside a single mention say of it, whatever other mentions of the name are."""

from __future__ import annotations

import pytest

LABELS = {
    "in a language": ("It was written in {Norwegian:NORP}.", "Misc"),
    "in a country's goods": ("It dealt in {Norwegian:NORP} fish.", "NORP"),
    "the word": ("She used the {Zuluan:NORP} word for rain.", "Misc"),
    "joined by a hyphen": ("The {Norwegian:NORP}-speaking crew left.", "Misc"),
    "only a language": ("Her {Swahili:NORP} was good.", "Misc"),
    "the people": ("The {Norwegian:NORP} was tired.", "NORP"),
    "who holds an office of a place": ("Then the mayor of Tarn, {Ada Brook:Location}, left.", "Person"),
    "a part of a place": ("Then the mayor of Tarn, {North Velia:Location}, left.", "Location"),
    "somebody's relative": ("She came with her husband, {Quill:Location}, at noon.", "Person"),
    "a place after a relative who is nobody's": ("A husband, {Quill:Location} was told, had left.", "Location"),
    "a city's government": ("The {City of Tarn:Location} raised its fees.", "Organization"),
    "a city": ("They left {City of Tarn:Location} early.", "Location"),
}


@pytest.mark.parametrize("case", LABELS)
def test_the_words_beside_a_mention_say_what_it_is(read, case):
    sentence, label = LABELS[case]
    named = [mention for mention in read(sentence).document.mentions if mention.form == "named"]
    assert [mention.label for mention in named] == [label]


def test_languages_in_a_list_are_all_languages(read):
    result = read("She wrote in {Danish:NORP}, {Thai:NORP} and {French:NORP}.")
    assert [mention.label for mention in result.document.mentions if mention.form == "named"] == ["Misc"] * 3


def test_a_language_of_the_article_is_one_again_where_nothing_follows(read):
    result = read("She wrote in {Danish:NORP}.", "At home she spoke {Danish:NORP}.", "The {Danish:NORP} crew left.")
    assert [result.mention("Danish", number).label for number in range(3)] == ["Misc", "Misc", "NORP"]
