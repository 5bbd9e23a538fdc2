"""What becomes of a mention that the backend gives: its edges, its title and its class, by the words beside it."""

from __future__ import annotations

import pytest

TREE = dict.fromkeys(["hall", "party", "deal", "people"], ("NOUN", None, None)) | {
    "speak": ("VERB", "root", None),
    "spoke": ("VERB", "root", None),
}


def mentions(read, sentences):
    """The names that are found, each with its class, and with the title before it in angle brackets."""
    found = read(*sentences.split(" || "), tree=TREE).document.mentions
    titles = [f" <{item.title.text}>" if item.title else "" for item in found]
    named = [item.form == "named" for item in found]
    return [f"{m.text}: {m.label}{title}" for m, title, keep in zip(found, titles, named, strict=True) if keep]


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        ("They speak {Danish:NORP}.", ["Danish: Misc"]),
        ("{Danish:NORP} was spoken.", ["Danish: NORP"]),
        ("The {Danish:NORP} party won.", ["Danish: NORP"]),
        ("They speak {Danish:Misc} and {Norwegian:NORP}.", ["Danish: Misc", "Norwegian: Misc"]),
        ("They speak {Danish:Misc}, {Norwegian:NORP}.", ["Danish: Misc", "Norwegian: Misc"]),
        ("They speak {Danish:Misc} hall and {Norwegian:NORP}.", ["Danish: Misc", "Norwegian: NORP"]),
        ("He spoke to {Danish:NORP} people.", ["Danish: NORP"]),
        ("{Danish:Misc} is hard || {Danish:NORP} is fine.", ["Danish: Misc", "Danish: Misc"]),
    ],
)
def test_a_language_is_one_where_it_is_spoken(read, sentences, found):
    assert mentions(read, sentences) == found


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        ("{Kell, Orla:Location} fell.", ["Kell: Location", "Orla: Location"]),
        ("{Kell, D.C.:Location} fell.", ["Kell, D.C.: Location"]),
        ("{Danish-Norwegian:NORP} deal came.", ["Danish: NORP", "Norwegian: NORP"]),
        ("{Denmark-Norway:Location} deal came.", ["Denmark: Location", "Norway: Location"]),
        ("{Kell-Orla:Location} deal came.", ["Kell-Orla: Location"]),
        ("{the Kell:Organization} fell.", ["Kell: Organization"]),
        ("{Kell Bank's:Organization} fell.", ["Kell Bank: Organization"]),
        ("{Kell's Bank:Organization} fell.", ["Kell's Bank: Organization"]),
        ("{Ada Brook's:Person} hall fell.", ["Ada Brook: Person"]),
        ('{"Ada Brook":Person} fell.', ["Ada Brook: Person"]),
        ("{Ada Brook (AB):Person} came.", ["Ada Brook: Person"]),
        ("{Brook and Lund:Organization} came.", ["Brook and Lund: Organization"]),
    ],
)
def test_a_mention_has_the_edges_of_the_name_in_it(read, sentences, found):
    assert mentions(read, sentences) == found


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        ("{Mr. Brook:Person} fell.", ["Brook: Person <Mr.>"]),
        ("Mr. {Brook:Person} fell.", ["Brook: Person <Mr.>"]),
        ("Mr {Brook:Person} fell.", ["Brook: Person <Mr>"]),
        ("{Dr. Ada Brook PhD:Person} came.", ["Ada Brook: Person <Dr.>"]),
        ("{Sir Tom Brook OBE:Person} came.", ["Tom Brook: Person <Sir>"]),
        ("{Minister Ada Brook:Person} fell.", ["Ada Brook: Person <Minister>"]),
        ("{former Minister Ada Brook:Person} fell.", ["Ada Brook: Person <Minister>"]),
        ("Lord {Holt:Person} of {Kell:Location} came.", ["Holt: Person <Lord>", "Kell: Location"]),
    ],
)
def test_a_title_belongs_to_the_name_and_is_no_part_of_it(read, sentences, found):
    assert mentions(read, sentences) == found


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        ("{Ada Brook:Person}, Jr., fell.", ["Ada Brook, Jr.: Person"]),
        ("{Ada Brook:Person} Jr. fell.", ["Ada Brook Jr.: Person"]),
        ("{Ada:Person} B. {Brook:Person} fell.", ["Ada B. Brook: Person"]),
        ("{Ada:Person} B. fell.", ["Ada: Person"]),
        ("B. {Brook:Person} fell.", ["B. Brook: Person"]),
        ("A.B. {Brook:Person} fell.", ["A.B. Brook: Person"]),
        ("I {Brook:Person} fell.", ["Brook: Person"]),
        ("Storm {Ada:Person} came.", ["Storm Ada: Misc"]),
        ("{Storm Ada:Person} came.", ["Storm Ada: Misc"]),
        ("The storm {Ada:Person} came.", ["Ada: Person"]),
        ("{Kell University:Location} came.", ["Kell University: Organization"]),
    ],
)
def test_initials_generations_and_storms_are_parts_of_a_name(read, sentences, found):
    assert mentions(read, sentences) == found
