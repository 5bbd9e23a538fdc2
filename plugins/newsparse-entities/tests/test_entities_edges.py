"""Where names begin and end: what backends put into one mention, and what they cut in two."""

from __future__ import annotations

import re

import attrs
import pytest

from newsparse.model import Span, Token
from newsparse.testing import parsed

CUT = {
    "compass before a place": ("She left for {north Velia:Location}.", ["Velia"]),
    "words before a place": ("It rained in the {southern part of Velia:Location}.", ["Velia"]),
    "prefix against a people": ("The {anti-Velian:NORP} bloc met.", ["Velian"]),
    "apostrophe inside a name": ("Then {Du’a Samir:Person} left.", ["Du’a Samir"]),
    "kind after a place": ("She left for {Tarn district:Location}.", ["Tarn"]),
    "town and country": ("She left for {Calder, Velia:Location}.", ["Calder", "Velia"]),
    "town in a country": ("She left for {Calder, in Velia:Location}.", ["Calder", "Velia"]),
    "town in a country without a comma": ("She left for {Calder in Velia:Location}.", ["Calder", "Velia"]),
    "village of a town": ("She left for {Calder village of Tarn:Location}.", ["Calder", "Tarn"]),
    "part of a country": ("It rained in the {northern province of Velia:Location}.", ["Velia"]),
    "of in a name": ("She left for the {Isthmus of Tarn:Location}.", ["Isthmus of Tarn"]),
    "prefix of a region": ("It rained in {sub-Saharan Africa:Location}.", ["sub-Saharan Africa"]),
    "kind with a hyphen": ("It rained in the {Tarn agro-ecological zone:Location}.", ["Tarn"]),
    "bracket at the end": ("The {Tarn Water Regulations (:Misc}L. 2) hold.", ["Tarn Water Regulations"]),
    "single quotation mark at the end": ("She saw 'The {Tarn Ice Show':Misc} there.", ["Tarn Ice Show'"]),
    "single quotation marks around it": ("She saw '{Tarn Ice Show':Misc} there.", ["Tarn Ice Show"]),
    "a house with 's": ("It sold at {Sotheby:Organization}'s in May.", ["Sotheby's"]),
    "country and province": ("She left for {Norway's Tarn Province:Location}.", ["Norway", "Tarn Province"]),
    "a body of a body named alone": (
        "The {Tarn Union:Organization} met in the {Tarn Union's Tidal Board:Organization}.",
        ["Tarn Union", "Tidal Board"],
    ),
    "a building of a town named alone": (
        "In {Calder:Location}, she left {Calder’s Tarn Hospital:Facility}.",
        ["Calder", "Tarn Hospital"],
    ),
    "an owner that is not named alone": (
        "In {Tarn:Location}, she left the {Tarn Magistrate's Court:Organization}.",
        ["Tarn", "Tarn Magistrate's Court"],
    ),
    "short form and what is behind its bracket": (
        "The Tarn Union ({TU) Caucus:Organization} met.",
        ["TU"],
    ),
    "district of a city": ("She left for {Calder, D.C.:Location}", ["Calder, D.C."]),
    "prefix": ("The {anti-Velia:Location} bloc met.", ["Velia"]),
    "particle": ("She left for {al-Tarn:Location}.", ["al-Tarn"]),
    "two peoples": ("The {Thai-Norwegian:NORP} border closed.", ["Thai", "Norwegian"]),
    "two nations of one person": ("The {Thai-Norwegian:NORP} singer left.", ["Thai-Norwegian"]),
    "nationality before a name": (
        "The medal of {Norwegian Ada Tarn Brook:Person} fell.",
        ["Norwegian", "Ada Tarn Brook"],
    ),
    "nationality that is a name": ("The medal of {Norwegian Brook:Person} fell.", ["Norwegian Brook"]),
    "brackets after a name": ("The imam {Hasan Brook (A.S.):Person} spoke.", ["Hasan Brook"]),
    "kind before a body": ("Staff of the {union Tarn Labour:Organization} met.", ["Tarn Labour"]),
    "capital before a body": ("Staff of the {Union Tarn:Organization} met.", ["Union Tarn"]),
    "kind after a body": ("The {Tarn Union party:Organization} met.", ["Tarn Union"]),
    "article before a newspaper": ("He told {The Tarn Courier:Organization} so.", ["Tarn Courier"]),
    "article of a work": ("He wrote {The Tarn Road:Misc} alone.", ["The Tarn Road"]),
    "common noun": ("They asked the {hapu:NORP} first.", []),
    "another disease": ("He died of {Smallpox:Misc} in May.", []),
    "disease": ("He died of {Tuberculosis:Misc} in May.", []),
}

JOINED = {
    "given and family name": ("{Ada:Person} {Brook:Person} left.", ["Ada Brook"]),
    "a name that looks like a people": ("{Ada Tarn:Person} {Habsi:NORP}, a poet, left.", ["Ada Tarn Habsi"]),
    "a nationality after a name": ("{Ada Tarn:Person} {Norwegian:NORP} friends left.", ["Ada Tarn", "Norwegian"]),
    "two people": ("{Ada Tarn:Person} {Ben Holt:Person} left.", ["Ada Tarn", "Ben Holt"]),
    "body in two": ("The {NGO:Organization} {Affairs Bureau:Organization} met.", ["NGO Affairs Bureau"]),
    "firm of two names": ("{Holt:Person} & {Dale:Organization} said no.", ["Holt & Dale"]),
    "firm with its noun": ("{Holt:Person} and {Dale:Person}, the law firm, said no.", ["Holt and Dale"]),
    "firm with its trade": ("{Holt:Person} and {Dale:Person}, the auditors, said no.", ["Holt and Dale"]),
    "partners with first names": (
        "{Ada Holt:Person} met {Ben Dale:Person}; {Holt:Person} and {Dale:Person}, the architects, said no.",
        ["Ada Holt", "Ben Dale"],
    ),
    "two surnames": ("{Holt:Person} and {Dale:Person}, the lawyers, said no.", ["Holt", "Dale"]),
    "two full names": ("{Ada Holt:Person} & {Ben Dale:Person} said no.", ["Ada Holt", "Ben Dale"]),
    "initials before a name": ("A book by HV {Holt:Person} sold.", ["HV Holt"]),
    "an office before a name": ("A book by MP {Holt:Person} sold.", ["Holt"]),
    "dotted initials before a name": ("Then K. V. {Holt:Person} left.", ["K. V. Holt"]),
    "an initial between two parts": ("Then {Ada:Person} J. {Holt:Person} left.", ["Ada J. Holt"]),
    "short first name": ("Then Md {Karim Holt:Person} left.", ["Md Karim Holt"]),
}


@pytest.mark.parametrize("case", CUT)
def test_a_mention_is_cut_to_the_names_in_it(read, case):
    sentence, names = CUT[case]
    assert read(sentence).names == names


def _cut_at_hyphens(sentence, tag=None):
    document = parsed(sentence)
    spans = [Span(*match.span()) for match in re.finditer(r"\w+|[^\w\s]", document.text)]
    tokens = [Token.make(document.text, span, group=place, upos=tag) for place, span in enumerate(spans)]
    (whole,) = document.sentences
    document = document.with_layer("tokens", tokens)
    return document.with_layer("sentences", [attrs.evolve(whole, last=len(tokens))])


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("She left for {south-east Velia:Location}.", ["Velia"]),
        ("The {ultra-Velian:NORP} bloc met.", ["ultra-Velian"]),
        ("Then {Hsu Lien-an:Person} left.", ["Hsu Lien-an"]),
    ],
)
def test_words_that_a_hyphen_joins_are_read_as_one(extract, sentence, names):
    assert extract(_cut_at_hyphens(sentence)).names == names


SYLLABLES = {
    "cut before the hyphen": ("Then {Han Tae:Person}-on left.", "ADP", ["Han Tae-on"]),
    "cut after the hyphen": ("Then {Han To-:Person}as left.", "ADV", ["Han To-as"]),
    "a part by its tag": ("Then {Ma So:Person}-is left.", "PROPN", ["Ma So-is"]),
    "a compound with a noun": ("The {Tom Varga:Person}-era port closed.", "NOUN", ["Tom Varga"]),
    "a compound with a verb": ("The {Tom Varga:Person}-led talks failed.", "VERB", ["Tom Varga"]),
    "one of three": ("Then {Tom Varga:Person}-at-large left.", "ADP", ["Tom Varga"]),
    "a dash": ("Then {Tom Varga:Person} - on Monday - left.", "ADP", ["Tom Varga"]),
    "a capital": ("Then {Tom Varga:Person}-On left.", "ADP", ["Tom Varga"]),
    "a name of one word": ("The {Varga:Person}-on port closed.", "ADP", ["Varga"]),
}


@pytest.mark.parametrize("case", SYLLABLES)
def test_a_name_keeps_a_syllable_that_looks_like_another_word(extract, case):
    sentence, tag, names = SYLLABLES[case]
    assert extract(_cut_at_hyphens(sentence, tag)).names == names


@pytest.mark.parametrize("case", JOINED)
def test_parts_of_one_name_are_joined(read, case):
    sentence, names = JOINED[case]
    assert read(sentence).names == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Then the Duke of {Tarn:Location} left.", ["Duke of Tarn"]),
        ("Princess of {Tarn:Location} left.", ["Princess of Tarn"]),
        ("Then the mayor of {Tarn:Location} left.", ["Tarn"]),
        ("Then {Ada Holt:Person}, Duchess of {Tarn:Location}, left.", ["Ada Holt", "Tarn"]),
    ],
)
def test_a_peer_is_named_by_the_place_of_the_title(read, sentence, names):
    assert read(sentence).names == names


def test_a_letter_that_ends_a_sentence_is_not_an_initial(read):
    assert read("They took plan B.", "{Holt:Person} left.").names == ["Holt"]


def test_a_name_in_another_script_is_that_of_the_name_before_it(read):
    result = read("{Li Marina:Person} (李瑪瑞) left.")
    assert result.words("Li Marina") == ["Li Marina", "李瑪瑞"]


def test_the_kingdom_is_the_only_one_that_an_article_names(read):
    result = read("{Bahrain:Location} and {Peru:Location} met.", "Officials of the Kingdom left.")
    assert result.words("Bahrain") == ["Bahrain", "Kingdom"]


def test_two_kingdoms_leave_the_kingdom_open(read):
    result = read("{Bahrain:Location} and {Jordan:Location} met.", "Officials of the Kingdom left.")
    assert result.names == ["Bahrain", "Jordan", "Kingdom"]
