"""Two articles of a few words: which claim of the first the second answers, and who says the same independently."""

from __future__ import annotations

from functools import cache

import attrs
import pytest

from newsparse.linking import across
from newsparse.model import Document, Meta

MET = "The crew of Kell Ferries met on Monday. "
LEAKED = "the dam had leaked in March"
REJECTED = "Tomas Varga rejected Ada Brook's claim."


@pytest.fixture(scope="module")
def effects(english):
    """What is done to the claims of articles, one for each day, in both orders: words, effect and by whom."""

    @cache
    def article(text):
        return english(Document(text=MET + text))

    def read(*texts):
        given = [
            attrs.evolve(article(text), id=str(number), meta=Meta(published=f"2026-03-{number + 2:02}", outlet=text))
            for number, text in enumerate(texts)
        ]
        found = [
            {
                (item.place.document, item.place.text.rstrip(","), effect.effect, effect.by)
                for item in across(order).statuses
                for effect in item.effects
            }
            for order in (given, given[::-1])
        ]
        assert found[0] == found[1]
        return found[0]

    return read


@pytest.mark.parametrize(
    ("first", "second", "disputed"),
    [
        ("Ada Brook said 40 gates had been locked. Ada Brook said {}.", REJECTED, [LEAKED]),
        ("Ada Brook said {}. Ada Brook said 40 gates had been locked.", REJECTED, [LEAKED]),
        ("Ada Brook said the road was shut. Ada Brook said {}.", REJECTED, []),
        ("Ada Brook denied that {}.", REJECTED, []),
        ("Ada Brook said the road was shut. Ada Brook denied that {}.", REJECTED, ["the road was shut"]),
        (
            "Ada Brook said {}. Ada Brook said the road was shut.",
            "Tomas Varga rejected Ada Brook's claim that a road in Kell fails.",
            ["the road was shut"],
        ),
        (
            "Ada Brook said {}. Ada Brook said the road was shut.",
            "Tomas Varga rejected Ada Brook's claim that a bus in Kell fails.",
            [],
        ),
        ("Ada Brook, the mayor, said {}.", f"The mayor said the gates had been locked. {REJECTED}", []),
        (
            "Ada Brook, the mayor, said {}.",
            "The mayor said the gates had been locked. The mayor rejected Ada Brook's claim.",
            [LEAKED],
        ),
        ("Ada Brook, the mayor, said {}.", f"The mayor spoke of 40 gates. {REJECTED}", [LEAKED]),
        ("Ada Brook said {}.", "Tomas Varga rejected the claim that the dam had leaked in March.", [LEAKED]),
        ("Ada Brook said {}.", "Tomas Varga rejected the claim that the dam had not leaked in March.", []),
        ("Ada Brook said the dam had not leaked in March.", "Tomas Varga rejected the claim that {}.", []),
        ("Tomas Varga is a thief, Ada Brook said.", "Tomas Varga called it nonsense.", ["Tomas Varga is a thief"]),
        ("Ada Brook said {}.", "Tomas Varga called it nonsense.", []),
        (
            "Tomas Varga stole the boat, Ada Brook said. Tomas Varga stole the car, Nora Beck said.",
            "Tomas Varga called it nonsense.",
            [],
        ),
        ("The prosecutor said {}.", "Tomas Varga rejected the prosecution's claim.", [LEAKED]),
        ("Ada Brook of Orla Mills said {}.", "Tomas Varga rejected Orla Mills' claim.", [LEAKED]),
        ("Ada Brook said the boats had sunk.", "The boats had not sunk, Tomas Varga said.", ["the boats had sunk"]),
        ("Ada Brook said 40 boats had sunk.", "40 boats had not sunk, Tomas Varga said.", []),
        ("The boats had not sunk, Tomas Varga said.", "Ada Brook said the boats had sunk.", []),
        (
            "Ada Brook said 40 people had died near Kell. Ada Brook said {}.",
            "Tomas Varga disputed Ada Brook's figure.",
            ["40"],
        ),
    ],
)
def test_which_claim_of_an_earlier_article_is_disputed(effects, first, second, disputed):
    found = effects(first.format(LEAKED), second.format(LEAKED))
    assert sorted(words for document, words, effect, _ in found if (document, effect) == ("0", "disputed")) == disputed


@pytest.mark.parametrize(
    ("first", "second", "is_confirmed"),
    [
        ("Ada Brook said {}.", "Tomas Varga said {}.", True),
        ("Ada Brook said {}.", "Brook said {}.", False),
        ("An official said {}.", "Tomas Varga said {}.", False),
        ("Orla Mills said {}.", "Tomas Varga of Kell Ferries said {}.", True),
        ("Orla Mills said {}.", "Tomas Varga of Orla Mills said {}.", False),
        ("Ada Brook, who runs Orla Mills, said {}.", "Orla Mills said {}.", False),
        ("Ada Brook, director of Orla Mills, said {}.", "Tomas Varga, chairman of Solberg Bank, said {}.", True),
        ("Ada Brook, director of Orla Mills, said {}.", "Tomas Varga, chairman of Orla Mills, said {}.", False),
        ("Ada Brook said {}. Tomas Varga denied this.", "Tomas Varga said {}.", False),
        ("“The dam had leaked in March,” Ada Brook said.", "Tomas Varga said {}.", True),
        ("Ada Brook said {}.", "“The dam had leaked in March,” Tomas Varga said.", True),
        ("“The dam had leaked in March,” Ada Brook said.", "“The dam had leaked in March,” Tomas Varga said.", False),
        ("Ada Brook said the dam leaked.", "Tomas Varga said the old dam leaked.", True),
        ("Ada Brook, a farmer, said {}.", "Tomas Varga said he agreed with the farmer that {}.", True),
        ("Ada Brook, a farmer, said {}.", "Tomas Varga agreed with the farmer: {}, he said.", True),
    ],
)
def test_a_claim_is_confirmed_by_somebody_else_who_is_named_and_does_not_only_repeat_it(
    effects, first, second, is_confirmed
):
    found = effects(first.format(LEAKED), second.format(LEAKED))
    confirmed = {document for document, _, effect, _ in found if effect == "confirmed"}
    assert confirmed == ({"0", "1"} if is_confirmed else set())


def test_what_three_say_is_confirmed_by_the_first_two_and_disputed_by_whoever_disputes_one_of_them(effects):
    found = effects(f"Ada Brook said {LEAKED}.", f"Tomas Varga said {LEAKED}.", f"Nora Beck denied that {LEAKED}.")
    by = {(document, effect, who) for document, _, effect, who in found}
    assert {(document, "disputed", "Nora Beck") for document in "01"} <= by
    assert {("0", "confirmed", "Tomas Varga"), ("1", "confirmed", "Ada Brook")} <= by


@pytest.mark.parametrize("answer", ["Ada Brook withdrew her claim.", "Ada Brook said she had been mistaken."])
def test_a_claim_is_taken_back_in_another_article(effects, answer):
    assert effects(f"Ada Brook said {LEAKED}.", answer) == {("0", LEAKED, "corrected", "Ada Brook")}
