"""Where a role begins and ends, which of several are held, and whose: sentences that differ in a word or a mark."""

from __future__ import annotations

import pytest

NOUNS = (
    "minister director directors company driver head sales mayor governor founder executive ambassador adviser officer "
    "president secretary general union producer Director Minister Company"
)
TAGS = {
    **dict.fromkeys(NOUNS.split(), ("NOUN", None, None)),
    **dict.fromkeys(("former", "chief", "young"), ("ADJ", None, None)),
    **dict.fromkeys(("met", "left"), ("VERB", None, None)),
    **dict.fromkeys(("fast", "Fast"), ("ADV", None, None)),
}
HOLT, REYES = "{Nadia Holt:Person}", "{Simon Reyes:Person}"


def roles(read, sentence, name="Nadia Holt"):
    """The roles of a person: the words, whose they are, and a cross behind those that are over."""
    result = read(*sentence.replace("HOLT", HOLT).replace("REYES", REYES).split(" || "), tree=TAGS)
    names = {entity.id: f" @ {entity.name}" for entity in result.document.entities}
    held = result.entity(name).affiliations
    return [f"{item.role.text}{names.get(item.organisation, '')}{' †' if item.former else ''}" for item in held]


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("president-elect", ["president-elect"]),
        ("president - elect", ["president - elect"]),
        ("34-year-old director", ["director"]),
        ("34 - year - old director", ["director"]),
        ("Company Director", ["Company Director"]),
        ("fast Director", ["Director"]),
        ("Minister of Education", ["Minister of Education"]),
        ("Minister of Trade and Industry", ["Minister of Trade and Industry"]),
        ("Minister of Trade & Industry", ["Minister of Trade & Industry"]),
        ("minister of {Kano:Location}", ["minister @ Kano"]),
        ("governor of the {Kano:Location}", ["governor @ Kano"]),
        ("the Chief Officer (CO)", ["Chief Officer"]),
        ("the officer CO)", []),
        ("Attorney General", ["Attorney General"]),
        ("founder and chief executive", ["founder", "chief executive"]),
        ("founder or chief executive", ["chief executive"]),
        ("former {Larkmoor:Organization} director", ["director @ Larkmoor †"]),
        ("the former {Larkmoor:Organization}'s director", ["director @ Larkmoor †"]),
        ("director Dr.", ["director"]),
        ("director,", []),
        ("director {Velian:NORP}", []),
        ("directors", []),
    ],
)
def test_a_role_right_before_a_name_begins_with_what_belongs_to_its_noun(read, before, found):
    assert roles(read, f"They met {before} HOLT in May.") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Director HOLT left.", ["Director"]),
        ("Company director HOLT left.", ["Company director"]),
        ("Fast director HOLT left.", ["director"]),
        ("The union's head, HOLT, left.", ["head"]),
        ("The driver, HOLT, left.", ["driver"]),
        ("The producer, the {Velian:NORP} HOLT, left.", ["producer"]),
        ("One of the directors, HOLT, left.", ["directors"]),
        ("Two of the directors, HOLT, left.", []),
        ("They met directors HOLT and REYES in May.", ["directors"]),
        ("They met directors HOLT, REYES in May.", ["directors"]),
        ("They met directors HOLT and {Larkmoor:Organization} in May.", []),
        ("They met the director. || HOLT left.", []),
        ("They met the director || HOLT left.", []),
    ],
)
def test_a_role_at_the_beginning_or_before_a_comma_is_that_of_the_name_behind_it(read, sentence, found):
    assert roles(read, sentence) == found


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (", the director, left.", ["director"]),
        (" (R), the mayor, left.", ["mayor"]),
        (" R), the mayor, left.", []),
        (", 44, the director, left.", ["director"]),
        (", 44 and the director, left.", ["director"]),
        (", then 29 and the director, left.", ["director"]),
        (", and the director left.", []),
        (" – the director – left.", ["director"]),
        (" – the director left.", []),
        (" (director of sales) left.", ["director of sales"]),
        (" (who met the director) left.", []),
        (", who was the director of {Larkmoor:Organization}, left.", ["director @ Larkmoor †"]),
        (", who is the director of {Larkmoor:Organization}, left.", ["director @ Larkmoor"]),
        (", who served as director of {Larkmoor:Organization}, left.", ["director @ Larkmoor †"]),
        (", who met the director of {Larkmoor:Organization}, left.", []),
        (", director and former minister, left.", ["director", "minister †"]),
        (", former director and minister, left.", ["director †", "minister †"]),
        (", the former mayor and now director of {Larkmoor:Organization}, left.", ["mayor †", "director @ Larkmoor"]),
        (", a former minister and now head of {Larkmoor:Organization}, left.", ["minister †", "head @ Larkmoor"]),
        (
            ", the former founder and current director of {Larkmoor:Organization}, left.",
            ["founder @ Larkmoor †", "director @ Larkmoor"],
        ),
        (", president and director of {Larkmoor:Organization}, left.", ["president @ Larkmoor", "director @ Larkmoor"]),
        (", one of the directors, left.", ["directors"]),
        (", one former director, left.", ["director †"]),
        (", the company's former director, left.", ["director †"]),
        (", director of sales, left.", ["director of sales"]),
        (", director of the sales, left.", ["director of the sales"]),
        (", ambassador to {Orla:Location}, left.", ["ambassador to Orla"]),
        (", ambassador to {Larkmoor:Organization}, left.", ["ambassador"]),
        (", ambassador to the company, left.", ["ambassador"]),
        (", director of {Orla:Location} sales, left.", ["director"]),
        (", secretary-general of {Larkmoor:Organization}, left.", ["secretary-general @ Larkmoor"]),
        (", secretary - general of {Larkmoor:Organization}, left.", ["secretary - general @ Larkmoor"]),
        (", {Larkmoor:Organization}'s young director, left.", ["young director @ Larkmoor"]),
        (", {Larkmoor:Organization} director, left.", ["director @ Larkmoor"]),
        (", REYES's director, left.", ["director"]),
        (", managing director, left.", ["managing director"]),
        (", fast director, left.", []),
    ],
)
def test_a_role_behind_a_name_ends_where_its_body_begins(read, after, found):
    assert roles(read, f"HOLT{after}") == found


@pytest.mark.parametrize(
    ("sentence", "holt", "reyes"),
    [
        (
            "The head of {Larkmoor:Organization}, HOLT, the head of {Kell:Organization}, REYES, left.",
            ["head @ Larkmoor"],
            ["head @ Kell"],
        ),
        (
            "The head of {Larkmoor:Organization}, HOLT, the head of {Kell:Organization}, Mr. REYES, left.",
            ["head @ Larkmoor"],
            ["head @ Kell"],
        ),
        ("HOLT, the head of {Kell:Organization}, REYES, left.", ["head @ Kell"], []),
        (
            "The head of {Larkmoor:Organization}, HOLT, the head of {Kell:Organization}, left, and REYES.",
            ["head @ Larkmoor", "head @ Kell"],
            [],
        ),
    ],
)
def test_a_role_between_two_names_belongs_to_the_second_only_in_a_list_that_began_with_a_role(
    read, sentence, holt, reyes
):
    assert (roles(read, sentence), roles(read, sentence, "Simon Reyes")) == (holt, reyes)
