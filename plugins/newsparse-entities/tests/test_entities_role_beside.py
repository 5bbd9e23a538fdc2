"""What is beside a role and no part of it: its number, whom the holder works for, the state, another role."""

from __future__ import annotations

import pytest

HOLT, REED = "{Nadia Holt:Person}", "{Tom Reed:Person}"
BANK, TARN = "{Harrow Bank:Organization}", "{Tarn:Location}"
TREE = {
    **dict.fromkeys(("chair", "adviser", "director", "chairman", "partner", "host", "lawyer", "staff"), ("NOUN",) * 3),
    **dict.fromkeys(("trade", "talk"), ("NOUN", None, None)),
    **dict.fromkeys(("first", "second", "female", "late"), ("ADJ", None, None)),
    **dict.fromkeys(("founding", "managing"), ("VERB", None, None)),
    **dict.fromkeys(("Gov", "Minister", "Director", "Executive", "First", "Lady"), ("PROPN", None, None)),
    **dict.fromkeys(("a", "the"), ("DET", None, None)),
    "left": ("VERB", "root", None),
}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{HOLT}, the first chair of {BANK}, left.", ["chair (Harrow Bank)"]),
        (f"{HOLT}, the second female director of {BANK}, left.", ["female director (Harrow Bank)"]),
        (f"{HOLT}, founding managing director of {BANK}, left.", ["managing director (Harrow Bank)"]),
        (f"{BANK} first director {HOLT} left.", ["director (Harrow Bank)"]),
        (f"They met First Minister {HOLT}.", ["First Minister"]),
        (f"They met First Lady {HOLT}.", ["First Lady"]),
        (f"{HOLT}, the first minister of {TARN}, left.", ["first minister (Tarn)"]),
    ],
)
def test_which_of_several_it_is_is_no_part_of_a_role(read, text, wanted):
    assert read(text, tree=TREE).roles() == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{HOLT}, a {REED} adviser, left.", ["adviser"]),
        (f"{HOLT}, a {REED} staff, left.", []),
        (f"{HOLT}, the late {REED}, adviser, left.", []),
        (f"{HOLT}, a {REED} lawyer in {TARN}, left.", ["lawyer"]),
    ],
    ids=["adviser", "no role", "somebody else", "in a place"],
)
def test_whom_somebody_works_for_is_named_before_the_role(read, text, wanted):
    assert read(text, tree=TREE).roles()[: len(wanted)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"Then {TARN} Gov. {HOLT} left.", ["Gov. (Tarn)"]),
        (f"Then {TARN} - Gov. {HOLT} left.", ["Gov."]),
    ],
    ids=["state", "dateline"],
)
def test_a_governor_with_a_full_stop_governs(read, text, wanted):
    assert read(text, tree=TREE).roles() == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"They met host and {BANK} chairman {HOLT}.", ["host", "chairman (Harrow Bank)"]),
        (f"They met host and chairman {HOLT} of {BANK}.", ["host (Harrow Bank)", "chairman (Harrow Bank)"]),
        (f"They met Director for trade and talk {HOLT}.", ["Director for trade and talk"]),
        (f"They met Director for trade and lawyer {HOLT}.", ["lawyer"]),
    ],
)
def test_and_joins_roles_and_fields(read, text, wanted):
    assert read(text, tree=TREE).roles() == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"They met a chair, a lawyer, {HOLT}, and two pupils.", []),
        (f"They met a director, the lawyer, {HOLT} and a pupil.", []),
        (f"They met a chair, a lawyer, Dr. {HOLT} and a pupil.", []),
        (f"The lawyer, {HOLT}, and a pupil left.", ["lawyer"]),
        (f"In May, the lawyer, {HOLT}, and a pupil left.", ["lawyer"]),
    ],
)
def test_a_name_in_a_list_of_people_has_no_role_from_the_one_before(read, text, wanted):
    assert read(text, tree=TREE).roles() == wanted
