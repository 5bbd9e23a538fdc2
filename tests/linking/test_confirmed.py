"""Who confirms a claim: another named person who says the same, and nobody who says something else in its words."""

from __future__ import annotations

from functools import cache
from itertools import permutations

import pytest

from newsparse.linking import across
from newsparse.linking.status import statements
from newsparse.linking.status.differing import contradict, differ
from newsparse.model import Document, Meta

MET = "The crew of Kell Ferries met on Monday. "
CALDER = MET + "Ina Calder, head of the Kell Dock Union, said {}."
REED = MET + "Paul Reed, who runs Kell Ferries, said {}."


@pytest.fixture(scope="module")
def told(english):
    """What is said of the quotes of two articles, in which Ina Calder and Paul Reed say something."""

    @cache
    def article(text):
        return english(Document(text=text, id=text, meta=Meta(published="2026-03-02")))

    def effects(one, other):
        both = article(one), article(other)
        found = [list(across(articles).statuses) for articles in (both, both[::-1])]
        said = [{(item.place, item.effects) for item in statuses if item.kind == "quote"} for statuses in found]
        assert said[0] == said[1]
        return [effect for _, effects in sorted(said[0], key=str) for effect in effects]

    return effects


OTHERWISE = [
    ("the fire had cost the owners $3 million", "the fire had cost the owners $9 million"),
    ("about 400 dockers had joined the strike", "about 900 dockers had joined the strike"),
    ("the strike would last for at least three weeks", "the strike would last for at most three weeks"),
    ("the ferry would be scrapped in two years", "the ferry would be scrapped in two months"),
    ("fares would rise by 4 percent in June", "fares would fall by 4 percent in June"),
    ("the dockers had accepted the new deal", "the dockers had rejected the new deal"),
    ("the safety talks had succeeded", "the safety talks had failed"),
    ("the pay of the dockers had risen since summer", "the pay of the dockers had fallen since summer"),
    ("the captain of the Orla was guilty", "the captain of the Orla was innocent"),
    ("the north gate had been locked at night", "the north gate had been open at night"),
    ("the mate had been sober during the trip", "the mate had been drunk during the trip"),
    ("tickets had become cheaper since April", "tickets had become dearer since April"),
    ("the union had started the strike without a vote", "the company had started the strike without a vote"),
    ("the company had blamed the union for the delay", "the union had blamed the company for the delay"),
    ("the captain had warned the harbour master", "the harbour master had warned the captain"),
    ("the dockers would return to work on Friday", "the dockers would return to work on Sunday"),
    ("the engine had been repaired in March", "the engine had been repaired in May"),
    ("the boiler had burst after the inspection", "the boiler had burst before the inspection"),
    ("the crew had voted for the new contract", "the crew had voted against the new contract"),
    ("the crew would repair the pillars of the pier", "the crew would repair the towers of the pier"),
    ("the ferry had rammed the pier before dawn", "the ferry had missed the pier before dawn"),
    ("the port would close the north quay", "the port would close the south quay"),
    ("the crew of the Orla had raised the alarm", "the crew of the Maren had raised the alarm"),
    ("the ferry was bound for Tollen", "the ferry was bound for Varnholm"),
    ("the old pump had caused the leak", "the new pump had caused the leak"),
    ("the boats had arrived quickly", "the boats had arrived slowly"),
    ("all lifeboats on the ferry had been tested", "few lifeboats on the ferry had been tested"),
    ("the harbour had been dredged last year", "the harbour had never been dredged last year"),
    ("the ferry had nearly sunk off Cape Maren", "the ferry had sunk off Cape Maren"),
    ("the ferry had to slow down near Brevik", "the ferry had not slowed down near Brevik"),
    ("the port planned to close the north quay", "the port had closed the north quay"),
    ("the union had refused to sign the contract", "the union had signed the contract"),
    ("the strike would end if the pay rose", "the strike would end because the pay rose"),
    ("the mate had opened the valve", "the engineer had opened the valve"),
    ("the second engine had stalled", "the first engine had stalled"),
    ("more than 300 people had been on board", "fewer than 300 people had been on board"),
    ("the strike had ended because of the rain", "the strike had ended despite the rain"),
    ("nobody had checked the lifeboats", "everybody had checked the lifeboats"),
    ("the bank had lent the company 40 million euros", "the company had lent the bank 40 million euros"),
    ("the ferry had been built in 1998", "the ferry had been built in 1989"),
    ("the union would meet them on Thursday evening", "the union would meet them on Thursday morning"),
    ("the ferry sailed from Tollen to Kell", "the ferry sailed from Kell to Tollen"),
    ("the trial would begin with a plea", "the trial would begin without a plea"),
    ("the ferry's insurance had lapsed", "the ferry's licence had lapsed"),
    ("pilots must be on board in storms", "pilots were on board in storms"),
    ("the owners had sold the ferry to a bank", "the owners had bought the ferry from a bank"),
]
"""Claims of which the second differs from the first in one thing that carries meaning."""

ALIKE = [
    ("the dockers had walked out before dawn", "the dockers walked out before dawn"),
    ("the company had closed the mill in March", "the mill had been closed by the company in March"),
    ("the ferry had rammed the old pier before dawn", "the ferry had rammed the pier"),
    ("about 400 dockers had joined the strike", "400 dockers had joined the strike"),
    ("the firm had closed the north quay", "the company had shut the north quay"),
    ("the captain had warned the harbour master", "the captain warned the harbour master twice on the radio"),
    ("the fire had cost the owners $3 million", "the fire cost its owners 3 million dollars"),
    ("the blaze had started in the engine room", "the fire had begun in the engine room"),
    ("the ferry was not insured", "the ferry had not been insured"),
    ("the strike would last three weeks", "the strike would last for 21 days"),
    ("the pay of the dockers had risen since last summer", "the dockers' pay had risen since last summer"),
    ("the boiler had burst after the inspection in May", "the boiler burst after the inspection"),
    ("the talks would resume on Friday", "the talks on pay would resume on Friday"),
    ("every lifeboat on the ferry had been tested", "all lifeboats on the ferry were tested"),
    ("the crew had found smoke in the engine room at night", "the crew found smoke in the engine room"),
    ("two sailors had been hurt in the crash", "two sailors were injured in the collision"),
    ("the owners had bought the ferry in 2019", "the owners had purchased the ferry in 2019"),
    ("the crew had left the ship at midnight", "the ship had been left by the crew at midnight"),
    ("the ferry sank within 20 minutes", "the ferry had sunk within twenty minutes"),
    ("the talks had collapsed on Friday night", "the talks collapsed on Friday"),
    ("the harbour would remain closed until Sunday", "the harbour would stay closed until Sunday"),
    ("some lifeboats were leaking", "several lifeboats were leaking"),
    ("the mayor and the bishop had opened the pier", "the mayor had opened the pier"),
    ("the port will hire 30 pilots", "the port is hiring 30 pilots"),
]
"""Claims of which the second says the same as the first in other words, or leaves some of them out."""


@pytest.mark.parametrize(("one", "other"), OTHERWISE)
def test_a_claim_that_differs_in_one_thing_confirms_nothing(told, one, other):
    assert not told(CALDER.format(one), REED.format(other))
    assert not told(CALDER.format(other), REED.format(one))


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_a_claim_is_confirmed_by_whoever_says_the_same(told, one, other):
    for first, second in ((one, other), (other, one)):
        found = told(CALDER.format(first), REED.format(second))
        assert {(item.effect, item.by) for item in found} == {("confirmed", "Ina Calder"), ("confirmed", "Paul Reed")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the safety talks had succeeded after midnight", "the safety talks had failed after midnight"),
        ("the union had started the strike", "the company had started the strike"),
        ("the strike would end on Friday", "the strike would end on Sunday"),
        ("about 400 dockers had joined the strike", "about 900 dockers had joined the strike"),
    ],
)
@pytest.mark.parametrize("answer", ["Tomas Varga disputed this claim.", "Tomas Varga denied that {}."])
def test_who_disputes_a_claim_does_not_dispute_another_one_in_its_words(told, one, other, answer):
    disputed = [item for item in told(f"{CALDER.format(one)} {answer.format(one)}", REED.format(other)) if item.by]
    assert [(item.effect, item.by) for item in disputed if item.effect == "disputed"] == [("disputed", "Tomas Varga")]


def test_a_claim_between_two_that_differ_does_not_join_them(english):
    said = [
        "the fire had cost the owners $3 million",
        "the fire had cost the owners",
        "the fire had cost the owners $9 million",
    ]
    people = ["Ina Calder", "Paul Reed", "Tomas Varga"]
    texts = [f"{MET}{name}, who was there, said {words}." for name, words in zip(people, said, strict=True)]
    articles = [english(Document(text=text, id=str(number))) for number, text in enumerate(texts)]
    for order in permutations(articles):
        found = [item for item in across(order).statuses if item.kind == "quote"]
        by = {item.place.document: {effect.by for effect in item.effects} for item in found}
        assert by["0"] <= {"Paul Reed"}
        assert by["2"] <= {"Paul Reed"}


@pytest.mark.parametrize("other", ["towers", "bolts"])
def test_words_with_one_that_was_changed_confirm_nothing(told, other):
    words = '"Nobody crosses this bridge before the {} are repaired and the inspectors have signed," {} said.'
    calder = f"{MET}Ina Calder, head of the Kell Dock Union, was angry. {words.format('pillars', 'Calder')}"
    assert not told(calder, f"{MET}Paul Reed, who runs Kell Ferries, was angry. {words.format(other, 'Reed')}")


def test_what_is_agreed_to_in_other_words_is_confirmed_too(told):
    farmer = f"{MET}Farmer Paul Reed said the port had brought in the disease with its own saplings."
    found = told(
        farmer, f"{MET}Ina Calder agreed with the farmer: the saplings of the port carried the disease, she said."
    )
    assert [(item.effect, item.by) for item in found] == [("confirmed", "Ina Calder")] * len(found)


@pytest.mark.parametrize(("one", "other"), OTHERWISE + ALIKE)
def test_which_of_two_claims_comes_first_makes_no_difference(english, one, other):
    documents = [english(Document(text=f"Ina Calder said {words}.")) for words in (one, other)]
    first, second = (statements(item).claims[0].meaning for item in documents)
    assert differ(first, second) is differ(second, first)
    assert contradict(first, second) is contradict(second, first)
    assert not differ(first, first)
    assert not contradict(first, first)
