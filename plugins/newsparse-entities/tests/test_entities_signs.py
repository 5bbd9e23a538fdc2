"""What the words in and around a name say of its class: each sign in a sentence, and gone with one word or mark."""

from __future__ import annotations

import pytest

from newsparse.testing import parsed
from newsparse_entities.mentions.together import Names
from newsparse_entities.mentions.uses import Use
from newsparse_entities.reading import Reading

NOUN, NAME = ("NOUN", None, None), ("PROPN", None, None)
TREE = {
    **dict.fromkeys(("hall", "board", "wife", "sales", "economist", "sister", "car", "driver", "head"), NOUN),
}
SUBJECT = {"Kell": ("PROPN", "nsubj", None), "Holt": ("PROPN", "nsubj", None)}
LEMMAS = {"sang": "sing", "said": "say", "sued": "sue", "left": "leave", "merged": "merge"}


def use(sentence, grammar=None, name=0):
    """The use of the first name that is marked in a sentence, or of another one."""
    verb = next((word for word in ("sang", "said", "sued", "left", "merged") if f" {word} " in f"{sentence} "), None)
    tree = TREE | {"merged": ("VERB", "root", None)}
    tree |= {word: (tag, relation, verb) for word, (tag, relation, _) in (grammar or {}).items()}
    document = parsed(*sentence.split(" || "), tree=tree, lemmas=LEMMAS)
    reading = Reading(document)
    return Use(Names(reading, document.mentions), document.mentions[name])


@pytest.mark.parametrize(
    ("sign", "sentence", "has"),
    [
        ("is_club", "{Kell Town:Location} beat Orla.", True),
        ("is_club", "{Kell Street:Location} beat Orla.", False),
        ("is_club", "{Kell Town:Location} met Orla.", False),
        ("has_initials_of_a_body", "{TQB:Location} fell, {Tarn Quay Board:Organization} rose.", True),
        ("has_initials_of_a_body", "{Tqb:Location} fell, {Tarn Quay Board:Organization} rose.", False),
        ("has_initials_of_a_body", "{TQ:Location} fell, {Tarn Quay:Organization} rose.", False),
        ("is_in_place", "It rained in {Kell:Location}.", True),
        ("is_in_place", "It rained on {Kell:Location}.", False),
        ("is_in_place", "It rained in {Kell:Location} hall.", False),
        ("is_in_place", "It rained in {Kell:Location} || hall", False),
        ("is_in_place", "It rained in {Kell:Location}'s hall.", False),
        ("is_in_place", "A stake in {Kell:Location} fell.", False),
        ("follows_role", "The economist {Kell:Person} came.", True),
        ("follows_role", "The sister {Kell:Person} came.", True),
        ("follows_role", "The car {Kell:Person} came.", False),
        ("is_aged", "{Kell:Person}, 44, came.", True),
        ("is_aged", "{Kell:Person}, 44 percent, came.", False),
        ("is_aged", "{Kell:Person}, 44%, came.", False),
        ("is_aged", "{Kell:Person}, 44 per cent of it, came.", False),
        ("is_aged", "{Kell:Location}, 44, came.", False),
        ("is_compounded", "{Kell:Location} shares fell.", True),
        ("is_compounded", "{Kell:Location}, founded in May, fell.", True),
        ("is_compounded", "{Kell:Location} founded in May fell.", False),
        ("is_compounded", "{Kell:Location}, seen in May, fell.", False),
        ("is_owner_in_clause", "{Kell:Location}, whose board met, fell.", True),
        ("is_owner_in_clause", "{Kell:Location}, whose wife met, fell.", False),
        ("is_owner_in_clause", "{Kell:Location} whose board met, fell.", False),
        ("in_dateline", "ORLA ({Reuben Wire:Location}) — It rained.", True),
        ("in_dateline", "ORLA {Reuben Wire:Location}) — It rained.", False),
        ("in_dateline", "ORLA ({Reuben Wire:Location}) It rained.", False),
        ("is_possessor", "Shares of {Kell:Location} fell.", True),
        ("is_possessor", "Shares from {Kell:Location} fell.", False),
        ("is_possessor", "News of {Kell:Location} fell.", False),
        ("employs", "The head of sales at {Kell:Location} came.", True),
        ("employs", "The head of sales near {Kell:Location} came.", False),
        ("employs", "The news of sales at {Kell:Location} came.", False),
        ("is_person_in_apposition", "{Kell:Location}, an economist, came.", True),
        ("is_person_in_apposition", "{Kell:Location}, a part - time economist, came.", True),
        ("is_person_in_apposition", "{Kell:Location}, a 3 economist, came.", False),
        ("is_person_in_apposition", "{Kell:Location} an economist, came.", False),
        ("is_person_in_apposition", "{Kell:Location}, no economist, came.", False),
        ("is_person_in_apposition", "{Kell:Location}, an economist of note, came.", False),
        ("is_person_in_apposition", "{Kell:Location}, an {Orla:Location} economist, came.", False),
        ("is_product_in_apposition", "{Kell:Misc}, a small car, came.", True),
        ("is_product_in_apposition", "{Kell:Misc}, a small economist, came.", False),
        ("follows_relative", "{Kell:Location} who came left.", True),
        ("follows_relative", "{Kell:Location}, who came, left.", True),
        ("follows_relative", "{Kell:Location}, which came, left.", False),
        ("follows_relative", "{Kell:Location} – who came – left.", False),
        ("is_part_of_a_person", "{Holt:Location} left, {Nadia Holt:Person} came.", True),
        ("is_part_of_a_person", "{Nadia:Location} left, {Nadia Holt:Person} came.", True),
        ("is_part_of_a_person", "{Holt:Location} left, {Reyes:Person} came.", False),
        ("is_full_name", "{Nadia Frost:Misc} left, {Frost:Person} came.", True),
        ("is_full_name", "{Orla Frost:Misc} left, {Reyes:Person} came.", False),
        ("is_full_name", "{Frost:Misc} left, {Frost:Person} came.", False),
        ("is_numbered", "{Kell 3:Misc} came.", True),
        ("is_numbered", "{Resolution 3:Misc} came.", False),
        ("is_numbered", "{Kell Resolution 3:Misc} came.", False),
        ("is_numbered", "{Directive 40:Misc} came.", False),
        ("is_numbered", "{Kell 3:Location} came.", False),
        ("has_short_form", "{Kell Larkmoor:Misc} left, {Kell:Organization} came.", True),
        ("has_short_form", "{Kell Larkmoor:Misc} left, {KL:Organization} came.", True),
        ("has_short_form", "{Kell Larkmoor:Misc} left, {Orla:Organization} came.", False),
    ],
)
def test_a_sign_is_gone_with_the_word_that_makes_it(sign, sentence, has):
    assert getattr(use(sentence), sign)() == has


@pytest.mark.parametrize(
    ("sign", "sentence", "grammar", "has"),
    [
        ("acts_by_given_name", "{Nadia Kell:Location} sang", SUBJECT, True),
        ("acts_by_given_name", "{Nadia Kell:Location} left", SUBJECT, False),
        ("acts_by_given_name", "{Tarn Kell:Location} sang", SUBJECT, False),
        ("acts_by_given_name", "They sued {Nadia Kell:Location}", {"Kell": ("PROPN", "obj", None)}, True),
        ("acts_by_given_name", "They sued {Nadia Kell:Location}", {"Kell": ("PROPN", "obl", None)}, False),
        ("acts_by_given_name", "They left {Nadia Kell:Location}", {"Kell": ("PROPN", "obj", None)}, False),
        ("acts_by_given_name", "The head of sales, {Nadia Kell:Location}, came.", {}, True),
        ("acts_by_given_name", "The hall of sales, {Nadia Kell:Location}, came.", {}, False),
        ("acts_by_given_name", "{Kell:Location} sang", SUBJECT, False),
        ("acts", "{Kell:Location} merged", SUBJECT, True),
        ("acts", "{Kell:Location} sang", SUBJECT, False),
        ("acts", "They merged {Kell:Location}", {"Kell": ("PROPN", "obj", None)}, False),
    ],
)
def test_what_a_name_does_or_meets_with_is_a_sign(sign, sentence, grammar, has):
    assert getattr(use(sentence, grammar), sign)() == has


@pytest.mark.parametrize(
    ("sentence", "grammar", "has"),
    [
        ("{Nadia Holt:Person} came || {Holt:Location} said no.", SUBJECT, True),
        ("{Nadia Holt:Person} came || {Holt:Location} sued nobody.", SUBJECT, False),
        ("{Nadia Holt:Person} came || {Holt:Location} government left.", {}, True),
        ("{Nadia Holt:Person} came || {Holt:Location} hall left.", {}, False),
        ("{Nadia Holt:Person} came || {Nadia:Location} government left.", {}, False),
        ("{Nadia Holt:Person} came || {Nadia Holt:Location} government left.", {}, False),
    ],
)
def test_a_family_name_that_speaks_or_heads_a_government_is_somebodys(sentence, grammar, has):
    assert use(sentence, grammar, name=1).is_somebody_by_family_name() == has


@pytest.mark.parametrize(
    ("sentence", "has"),
    [
        ("They met at {Weir Lane:Location}, {Ashdon:Location}, in May.", True),
        ("They met at {Weir Lane:Location}, {Ashdon:Location} in May.", False),
        ("They met at {Weir Hall:Location}, {Ashdon:Location}, in May.", False),
        ("They met at {Lane:Location}, {Ashdon:Location}, in May.", False),
        ("They met at {Weir Lane:Location} {Ashdon:Location}, in May.", False),
    ],
)
def test_a_place_follows_its_street(sentence, has):
    assert use(sentence, name=1).follows_place() == has


@pytest.mark.parametrize(
    ("sentence", "has"),
    [
        ("{Kell:Location} left its hall", True),
        ("{Kell:Location} left the hall", False),
        ("{Kell:Location} left {Orla:Location} its hall", False),
        ("{Kell:Location} left “ its hall ”", False),
        ("{Kell:Location} left . || its hall", False),
    ],
)
def test_a_pronoun_of_bodies_follows_before_any_other_name_mark_or_sentence(sentence, has):
    assert use(sentence, SUBJECT).comes_before("body") == has
