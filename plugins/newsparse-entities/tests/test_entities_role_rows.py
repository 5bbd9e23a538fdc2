"""Roles among several people and clauses: each role belongs to the person whose it is."""

from __future__ import annotations

import pytest

HOLT, REED, BRANDT = "{Nadia Holt:Person}", "{Tom Reed:Person}", "{Robin Brandt:Person}"
LARK, BANK, TARN = "{Larkmoor:Organization}", "{Harrow Bank:Organization}", "{Tarn:Location}"
NOUNS = {
    **dict.fromkeys(
        ("actor", "actors", "painters", "driver", "drivers", "head", "nurse", "lawyer", "founder", "chairman", "owner"),
        ("NOUN", None, None),
    ),
    **dict.fromkeys(("general", "senior", "public", "foreign"), ("ADJ", None, None)),
    **dict.fromkeys(("manager", "deputy", "law", "policy", "club", "chess", "forces"), ("NOUN", None, None)),
    "armed": ("ADJ", None, None),
    "and": ("CCONJ", None, None),
    "the": ("DET", None, None),
}


def roles(result, name):
    """The roles of a person with the names of the bodies, "former" before those that are over."""
    names = {entity.id: entity.name for entity in result.document.entities}
    return [
        ("former " if item.former else "")
        + item.role.text
        + (f" ({names[item.organisation]})" if item.organisation else "")
        for item in result.entity(name).affiliations
    ]


ROWS = {
    "role before each name": (
        f"They met {HOLT}, senior nurse {REED}, {LARK} driver {BRANDT} and others.",
        {"Nadia Holt": [], "Tom Reed": ["senior nurse"], "Robin Brandt": ["driver (Larkmoor)"]},
    ),
    "role with its body before each name": (
        f"They met {HOLT}, Chairman of {BANK} {REED}.",
        {"Nadia Holt": [], "Tom Reed": ["Chairman (Harrow Bank)"]},
    ),
    "role with its body after each name": (
        f"They met {HOLT}, chairman of {BANK}, {REED}, head of {LARK}, and others.",
        {"Nadia Holt": ["chairman (Harrow Bank)"], "Tom Reed": ["head (Larkmoor)"]},
    ),
    "other people after a comma": (f"In addition to {HOLT}, two other drivers left.", {"Nadia Holt": []}),
    "one of several": (f"{HOLT}, one of the drivers, left.", {"Nadia Holt": ["drivers"]}),
    "a plural after the names": (
        f"{HOLT}, {REED} and {BRANDT}, painters from {TARN}, left.",
        {key: ["painters"] for key in ("Nadia Holt", "Tom Reed", "Robin Brandt")},
    ),
    "a plural before the names": (
        f"The former actors {HOLT} and {REED} left.",
        {key: ["former actors"] for key in ("Nadia Holt", "Tom Reed")},
    ),
}


@pytest.mark.parametrize("case", ROWS)
def test_each_role_belongs_to_its_person(read, case):
    text, wanted = ROWS[case]
    result = read(text, tree=NOUNS)
    assert {name: roles(result, name) for name in wanted} == wanted


SEVERAL = {
    "founder, chairman and head": (
        f"{HOLT}, founder, chairman and head of {LARK}, left.",
        ["founder (Larkmoor)", "chairman (Larkmoor)", "head (Larkmoor)"],
    ),
    "each with its body": (
        f"{HOLT}, head of {LARK} and former chairman of {BANK}, left.",
        ["head (Larkmoor)", "former chairman (Harrow Bank)"],
    ),
    "both in a body named before": (
        f"The {LARK} founder and chairman, {HOLT}, left.",
        ["founder (Larkmoor)", "chairman (Larkmoor)"],
    ),
    "no rank of what stands before it": (f"They met rival Sen. {HOLT}.", ["Sen."]),
    "a rank of a state": (f"They met state Sen. {HOLT}.", ["state Sen."]),
    "an office before a rank": (f"They met presidential candidate Sen. {HOLT}.", ["presidential candidate", "Sen."]),
    "a rank after another's office": (f"Chief of Police {REED} and Sen. {HOLT} left.", ["Sen."]),
    "an office with its field, and another": (
        f"{HOLT}, a former chief of police and senator, left.",
        ["former chief of police", "former senator"],
    ),
    "the second in a body of its own": (
        f"{HOLT}, the {TARN} chairman and {LARK} owner, left.",
        ["chairman", "owner (Larkmoor)"],
    ),
    "an address is no role": (f"They met His Highness Sheikh {HOLT}.", []),
    "a sheikh with an office": (f"They met Prime Minister Sheikh {HOLT}.", ["Prime Minister"]),
    "a rank of two words after an office": (f"They met Chairman Rear Admiral {HOLT}.", ["Chairman", "Rear Admiral"]),
    "a rank after an office": (f"Chief of Police General {HOLT} left.", ["Chief of Police", "General"]),
    "two fields": (f"Deputy Youth and Sports Minister {HOLT} left.", ["Deputy Youth and Sports Minister"]),
    "past an honour": (f"They met Sports Minister Datuk Seri {HOLT}.", ["Sports Minister"]),
}
OFFICES = {
    **dict.fromkeys(
        ("Chief", "Police", "Deputy", "Youth", "Sports", "Minister", "Chairman", "Rear", "Admiral"),
        ("PROPN", None, None),
    ),
    **dict.fromkeys(("presidential", "rival"), ("ADJ", None, None)),
    **dict.fromkeys(("secretary", "senator", "candidate", "state"), ("NOUN", None, None)),
}


@pytest.mark.parametrize("case", SEVERAL)
def test_one_person_has_several_roles(read, case):
    text, wanted = SEVERAL[case]
    assert roles(read(text, tree=NOUNS | OFFICES), "Nadia Holt") == wanted


WHOLE = {
    "a deputy of a kind": (f"{HOLT}, a deputy general manager, left.", ["deputy general manager"]),
    "two fields of work": (f"{HOLT}, lawyer for law and foreign policy, left.", ["lawyer for law and foreign policy"]),
    "head of what a country has": (f"{HOLT}, head of {TARN}'s armed forces, left.", ["head of Tarn's armed forces"]),
    "a body with its kind before it": (f"{HOLT}, owner of the chess club {LARK}, left.", ["owner (Larkmoor)"]),
    "a body of a place": (f"{HOLT}, owner of {TARN}'s {LARK}, left.", ["owner (Larkmoor)"]),
    "a body by its place": (f"{HOLT}, owner of {TARN}-based {LARK}, left.", ["owner (Larkmoor)"]),
    "without a comma": (f"They met {HOLT} owner of {LARK} there.", ["owner (Larkmoor)"]),
    "vice": (f"The vice-chairperson, {HOLT}, left.", ["vice-chairperson"]),
    "ex": (f"They met ex-mayor {HOLT}.", ["former mayor"]),
    "designate": (f"{LARK} chairman designate {HOLT} left.", ["chairman designate (Larkmoor)"]),
    "brackets before the comma": (f"So said Head of Water (Rural), {HOLT}.", ["Head of Water"]),
    "a people before it": (f"They met a {{Velian:NORP}} lawyer, {HOLT}.", ["lawyer"]),
    "a courtesy before the name": (f"So says local lawyer, Dr. {HOLT}.", ["lawyer"]),
    "a place before the name": (f"The chairman of {BANK} in {TARN} {HOLT} left.", ["chairman (Harrow Bank)"]),
    "then-": (f"The then - chairman of {BANK}, {HOLT}, left.", ["former chairman (Harrow Bank)"]),
}


@pytest.mark.parametrize("case", WHOLE)
def test_a_role_is_found_whole_with_its_body(read, case):
    text, wanted = WHOLE[case]
    assert roles(read(text, tree=NOUNS), "Nadia Holt") == wanted


def test_the_subject_of_a_clause_after_a_name_is_nobody_in_it(read):
    tree = {
        "president": ("NOUN", "nsubj", "stressed"),
        "stressed": ("VERB", None, None),
        "Nadia": ("PROPN", "obl", "stressed"),
    }
    assert roles(read(f"Together with {HOLT}, the president stressed it.", tree=tree), "Nadia Holt") == []


def test_a_subject_after_a_comma_does_not_have_the_role_before_it(read):
    tree = {
        "took": ("VERB", None, None),
        "Nadia": ("PROPN", "nsubj", "took"),
        "nurse": ("NOUN", "nmod", "took"),
    }
    assert roles(read(f"With a nurse in {TARN}, {HOLT} took him in.", tree=tree), "Nadia Holt") == []


def test_a_noun_that_only_describes_another_is_no_role(read):
    tree = {"delegate": ("NOUN", "compound", "math"), "math": ("NOUN", None, None)}
    assert roles(read(f"It is hard for {HOLT}, the delegate math says.", tree=tree), "Nadia Holt") == []


def test_what_is_for_a_party_member_is_not_theirs(read):
    result = read(f"Reed was owner for {{Democratic:NORP}} {HOLT} then.", tree=NOUNS)
    assert roles(result, "Nadia Holt") == []


def test_the_role_before_a_government_is_not_that_of_its_head(read):
    result = read(f"{HOLT}, vice president of the {{Reed:Person}} government, left.", tree=NOUNS)
    assert roles(result, "Nadia Holt") == ["vice president"]
    assert roles(result, "Reed") == []


HELD = {
    "the union's director for a country": (
        f"{LARK}'s {{Velia:Location}} chairman {HOLT} left.",
        ["chairman (Larkmoor)"],
    ),
    "an actor in the news of a body": (f"{LARK} met. The actor and director {HOLT} left.", ["actor", "director"]),
    "a committee's chairman": (f"{LARK} met. The committee chairman, {HOLT}, left.", ["committee chairman"]),
    "a manager of money": (f"{LARK} met. {HOLT}, a money manager, left.", ["money manager"]),
    "a place where a country is named": (
        f"{TARN} was wet. The minister, {HOLT}, left {{Peru:Location}}.",
        ["minister"],
    ),
    "the people of a republic": (
        f"The {{Czech Republic:Location}} voted. {{Czech:NORP}} President {HOLT} left.",
        ["President (Czech Republic)"],
    ),
    "a title at the start": (f"{LARK} met. Vice President {HOLT} left.", ["Vice President"]),
    "the party's secretary in a place": (
        f"{{Orla Party:Organization}} met. The party's secretary in {TARN}, {HOLT}, left.",
        ["secretary (Orla Party)"],
    ),
    "a minister and a coast": (f"The {TARN} coast flooded. The minister, {HOLT}, left.", ["minister"]),
    "a minister and a government": (
        f"The {TARN} government fell. The minister, {HOLT}, left.",
        ["minister (Tarn)"],
    ),
    "a minister of a venue": (f"They met in {TARN}. The minister, {HOLT}, left.", ["minister"]),
    "a country by its people": (
        f"{{Argentina:Location}} met {{Chilean:NORP}}, {{Chilean:NORP}} and {{Chilean:NORP}} friends. "
        f"The finance minister, {HOLT}, left {{Chile:Location}}.",
        ["finance minister (Chile)"],
    ),
    "a country named behind": (
        f"The finance minister, {HOLT}, left. {{Chile:Location}} met. The {{Chile:Location}} plan failed.",
        ["finance minister (Chile)"],
    ),
    "a country named once behind": (f"The minister, {HOLT}, left. {{Chile:Location}} met.", ["minister"]),
    "two countries named behind, one of them twice": (
        f"The minister, {HOLT}, left. {{Chile:Location}} met {{Peru:Location}}. {{Chile:Location}} won.",
        ["minister (Chile)"],
    ),
    "a people with another name for its country": (
        f"The {{UK:Location}} voted. {{British:NORP}} Prime Minister {HOLT} left.",
        ["Prime Minister (UK)"],
    ),
}


@pytest.mark.parametrize("case", HELD)
def test_a_role_is_held_in_no_body_from_far_away(read, case):
    text, wanted = HELD[case]
    tree = NOUNS | dict.fromkeys(
        ("director", "secretary", "minister", "finance", "committee", "money", "manager", "coast", "government"),
        ("NOUN", None, None),
    )
    assert roles(read(*text.split(". "), tree=tree, joint=". "), "Nadia Holt") == wanted
