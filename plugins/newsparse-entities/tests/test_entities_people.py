"""Names of people that differ in one thing: whether two are of one person, and whom a short name means."""

from __future__ import annotations

import pytest

from newsparse.model import Mention, Passage, Span
from newsparse_entities.grouping.people import group_people
from newsparse_entities.names.parse import is_acronym, is_ending, person_name, same_person


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Nadia Holt", "Nadia Holt", True),
        ("Nadia Holt", "Holt Nadia", True),
        ("Nadia Holt", "Karim Holt", False),
        ("Nadia Holt", "Nadia Reyes", False),
        ("Nadia Holt", "N. Holt", True),
        ("Nadia Holt", "K. Holt", False),
        ("Nadia Holt", "Nadia Maria Holt", True),
        ("Nadia Holt", "Nadia M. Holt", True),
        ("Nadia Maria Holt", "Nadia M. Holt", True),
        ("Nadia Maria Holt", "Nadia K. Holt", False),
        ("Nadia Holt", "Nadia Holt Jr.", True),
        ("Nadia Holt Sr.", "Nadia Holt Jr.", False),
        ("Nadia Holt Jr.", "Nadia Holt Jr.", True),
        ("Nadia Holt", "Nadia Holt-Reyes", True),
        ("Nadia Holt", "Nadia Reyes-Holt", True),
        ("Nadia Holt", "Nadia de Holt", True),
        ("Nadia Holt", "Nadia Holt Reyes", True),
        ("Nadia Holt", "Nadia Reyes Marsh", False),
        ("Nadia Maria Holt", "Nadia Holt Maria", False),
    ],
)
def test_two_full_names_of_one_person(one, other, is_one):
    first, second = person_name(one), person_name(other)
    assert same_person(first, second) is is_one
    assert same_person(second, first) is is_one


@pytest.mark.parametrize(
    ("full", "short", "is_end"),
    [
        ("Pilar Santos Lima", "Santos Lima", True),
        ("Pilar Santos Lima", "Pilar Lima", False),
        ("Pilar Santos Lima", "Lima Santos", False),
        ("Pilar Santos Lima", "Lima", False),
        ("Jose Rafael Santos Lima", "Rafael Santos", True),
        ("Jose Rafael Santos Lima", "Santos Lima", True),
        ("Jose Rafael Santos Lima", "Jose Lima", False),
        ("Pilar Ada Lima", "Ada Lima", False),
        ("Pilar dos Santos Lima", "Santos Lima", True),
        ("Santos Lima", "Santos Lima", False),
    ],
)
def test_the_end_of_a_longer_name(full, short, is_end):
    assert is_ending(person_name(full), person_name(short)) is is_end
    assert is_ending(person_name(short), person_name(full)) is is_end


@pytest.mark.parametrize(
    ("short", "full", "is_one"),
    [
        ("ODB", "Orla Dock Board", True),
        ("OB", "Orla Dock Board", True),
        ("DOB", "Orla Dock Board", False),
        ("OBX", "Orla Dock Board", False),
        ("O", "Orla Dock Board", False),
        ("odb", "Orla Dock Board", False),
        ("OrDoBo", "Orla Dock Board", True),
        ("Ordo", "Orla Dock Board", False),
        ("O DB", "Orla Dock Board", False),
        ("ODB", "ODB", False),
        ("O.D.B.", "Orla Dock Board", True),
    ],
)
def test_letters_in_brackets_stand_for_a_name(short, full, is_one):
    assert is_acronym(short, full) is is_one


def groups(*names, relatives=(), aliases=None):
    """The names of each person, in the order of the text; "Mr. Holt" has a title, which is no part of the name."""
    text, mentions = ". ".join(names), []
    end = 0
    for given in names:
        start = text.index(given, end)
        end = start + len(given)
        title, _, name = given.rpartition("| ")
        begin = end - len(name)
        held = Passage.at(text, start, start + len(title)) if title else None
        mentions.append(Mention.make(text, Span(begin, end), label="Person", title=held))
    known = frozenset(item.id for item in mentions if item.text in relatives)
    found = group_people(mentions, relatives=known, aliases=aliases or {})
    return [[item.text for item in group.members] for group in found]


@pytest.mark.parametrize(
    ("names", "people"),
    [
        (["Nadia Holt", "Holt"], [["Nadia Holt", "Holt"]]),
        (["Holt", "Nadia Holt"], [["Holt", "Nadia Holt"]]),
        (["Nadia Holt", "Nadia"], [["Nadia Holt", "Nadia"]]),
        (["Nadia Holt", "Reyes"], [["Nadia Holt"], ["Reyes"]]),
        (["Nadia Holt", "Simon Holt", "Holt"], [["Nadia Holt"], ["Simon Holt", "Holt"]]),
        (["Nadia Holt", "Simon Holt", "Nadia", "Holt"], [["Nadia Holt", "Nadia", "Holt"], ["Simon Holt"]]),
        (["Nadia Holt", "Simon Holt", "Mr.| Holt"], [["Nadia Holt"], ["Simon Holt", "Holt"]]),
        (["Simon Holt", "Nadia Holt", "Mr.| Holt"], [["Simon Holt", "Holt"], ["Nadia Holt"]]),
        (["Simon Holt", "Nadia Holt", "Ms.| Holt"], [["Simon Holt"], ["Nadia Holt", "Holt"]]),
        (["Nadia Holt", "Nadia Reyes", "Nadia"], [["Nadia Holt"], ["Nadia Reyes"], ["Nadia"]]),
        (["Nadia Holt", "Nadia", "Nadia Reyes"], [["Nadia Holt", "Nadia"], ["Nadia Reyes"]]),
        (["Nadia Maria Holt", "Maria"], [["Nadia Maria Holt", "Maria"]]),
        (["Nadia M. Holt", "M"], [["Nadia M. Holt"], ["M"]]),
        (["Mila ben Varga", "MBV"], [["Mila ben Varga", "MBV"]]),
        (["Mila ben Varga", "MV"], [["Mila ben Varga"], ["MV"]]),
        (["Mila ben Varga", "MBX"], [["Mila ben Varga"], ["MBX"]]),
        (["Mila ben Varga", "Max ben Vogt", "MBV"], [["Mila ben Varga"], ["Max ben Vogt"], ["MBV"]]),
        (["Rana Al-Ghanem", "Al-Ghanim"], [["Rana Al-Ghanem", "Al-Ghanim"]]),
        (["Rana Al-Ghanem", "Al-Ghazi"], [["Rana Al-Ghanem"], ["Al-Ghazi"]]),
        (["Al-Ghanem", "Al-Ghanim"], [["Al-Ghanem"], ["Al-Ghanim"]]),
        (["Nadia Holt", "Nadia Holt Jr."], [["Nadia Holt", "Nadia Holt Jr."]]),
        (["Nadia Holt Sr.", "Nadia Holt Jr."], [["Nadia Holt Sr."], ["Nadia Holt Jr."]]),
        (["Nadia Holt Sr.", "Holt Jr."], [["Nadia Holt Sr."], ["Holt Jr."]]),
        (["Nadia Holt Jr.", "Holt Jr."], [["Nadia Holt Jr.", "Holt Jr."]]),
        (["Mr.| Robin Holt", "Ms.| Holt"], [["Robin Holt"], ["Holt"]]),
        (["Mr.| Robin Holt", "Mr.| Holt"], [["Robin Holt", "Holt"]]),
        (["Mr.| Robin Holt", "Ms.| R. Holt"], [["Robin Holt"], ["R. Holt"]]),
        (["Mr.| Robin Holt", "Mr.| R. Holt"], [["Robin Holt", "R. Holt"]]),
        (["Senator| Nadia Holt", "Simon Holt", "Senator| Holt"], [["Nadia Holt", "Holt"], ["Simon Holt"]]),
        (["Sen.| Nadia Holt", "Simon Holt", "Senator| Holt"], [["Nadia Holt", "Holt"], ["Simon Holt"]]),
        (["Nadia Holt", "Mayor| Simon Holt", "Senator| Holt"], [["Nadia Holt", "Holt"], ["Simon Holt"]]),
        (["Chen Wei", "Mr.| Chen", "Chen"], [["Chen Wei", "Chen", "Chen"]]),
        (["R. Holt", "Robin Holt", "Rana Holt"], [["Robin Holt"], ["Rana Holt"], ["R. Holt"]]),
        (["R. Holt", "Robin Holt"], [["R. Holt", "Robin Holt"]]),
    ],
)
def test_whom_each_name_means(names, people):
    assert groups(*names) == people


@pytest.mark.parametrize(
    ("relatives", "people"),
    [
        ((), [["Nadia Holt"], ["Simon Holt", "Holt"]]),
        (("Simon Holt",), [["Nadia Holt", "Holt"], ["Simon Holt"]]),
        (("Nadia Holt", "Simon Holt"), [["Nadia Holt"], ["Simon Holt", "Holt"]]),
    ],
)
def test_whoever_is_introduced_as_a_relative_is_seldom_called_by_the_family_name(relatives, people):
    assert groups("Nadia Holt", "Simon Holt", "Holt", relatives=relatives) == people


def test_a_known_name_stands_for_another_one():
    aliases = {"lenabrook": "nadiaholt"}
    assert groups("Nadia Holt", "Lena Brook", "Brook", aliases=aliases) == [["Nadia Holt", "Lena Brook", "Brook"]]
    assert groups("Nadia Holt", "Lena Brook", "Brook") == [["Nadia Holt"], ["Lena Brook", "Brook"]]
