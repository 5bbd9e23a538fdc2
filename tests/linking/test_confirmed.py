"""Who confirms a claim: another named person who says the same, and nobody who says something else in its words."""

from __future__ import annotations

from functools import cache

import pytest

from newsparse.linking import across
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


def test_a_claim_between_two_that_differ_joins_them_to_nothing(told):
    three = "the fire had cost the owners $3 million"
    assert not told(CALDER.format(three), REED.format("the fire had cost the owners of the mill $9 million"))
