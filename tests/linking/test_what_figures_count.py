"""What is kept of a figure: which part of a whole it counts, what happened to those, and in which unit it is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsparse.linking.figures import article
from newsparse.model import Document


def kept(english, text):
    return article(english(Document(text=text, id="a"))).figures


@pytest.mark.parametrize(
    ("text", "head", "fate"),
    [
        ("The storm in Orla killed 27 people, five of them children.", "children", "dead"),
        ("The death toll in Orla climbed to 27, among them five children.", "children", "dead"),
        ("The storm in Orla killed 27 people, including five children.", "children", "dead"),
        ("The storm in Orla killed 27 people, including at least five children.", "children", "dead"),
        ("Five of those who died in Orla were children.", "children", "dead"),
        ("Of the 27 dead, five were children.", "children", "dead"),
        ("Police in Orla arrested 44 people, at least nine of whom were students.", "children", "held"),
        ("The fire in Orla hurt 30 people, six of them seriously.", "person", "hurt"),
        ("Half the fleet of Orla sank: 12 ships, seven of them ferries.", "boats", ""),
    ],
)
def test_a_part_counts_what_its_members_are_and_what_happened_to_all(english, text, head, fate):
    part = kept(english, text)[-1]
    assert (part.part, part.head, part.fate) == (True, head, fate)


@pytest.mark.parametrize(
    "text",
    [
        "The storm in Orla killed five children.",
        "The 27 dead of Orla lay beside five children.",
        "Five children were found in Orla.",
        "The five were brothers.",
    ],
)
def test_a_figure_alone_is_no_part(english, text):
    assert not kept(english, text)[-1].part


def test_a_whole_stays_the_only_figure_of_its_sort_beside_its_parts(english):
    whole, part = kept(english, "The storm in Orla killed 27 people, five of them children.")
    assert whole.only
    assert part.only
    assert not any(figure.only for figure in kept(english, "In Orla 27 people died. In Kell nine people died."))


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("The toll in Orla rose to 14.", "dead"),
        ("The death toll in Orla rose to 14.", "dead"),
        ("Some 54 percent of voters in Orla would abolish the bridge toll.", ""),
        ("Twelve people in Orla were taken to hospital.", "hurt"),
        ("Twelve people in Orla were taken to the Kell hospital.", "hurt"),
        ("Twelve people in Orla needed hospital treatment.", "hurt"),
        ("Some 340 operations were put off, a hospital spokeswoman said.", ""),
        ("Twelve nurses at the Orla hospitals stayed away.", ""),
        ("Police in Orla questioned 40 witnesses in the murder trial.", ""),
        ("About 40 murder victims were found in Orla.", "dead"),
        ("About 40 rescue workers came to Orla.", ""),
        ("Rescuers in Orla have freed three miners.", "rescued"),
        ("Eleven of the miners in Orla are free.", "rescued"),
        ("The mill in Orla gave away 40 free tickets.", ""),
    ],
)
def test_a_word_says_what_happened_only_where_it_is_about_those_who_are_counted(english, text, fate):
    assert kept(english, text)[-1].fate == fate


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("The offer in Orla stands at 4 percent, the nurses' demand at 11.", "11", "percent"),
        ("At 3.1 percent, prices in Orla rise more slowly than in October (3.6).", "3.6", "percent"),
        ("Nurses in Orla seek 6 percent; the clinic has offered 2.5.", "2.5", "percent"),
        ("Orla has a profit of 46.3 million euros, twice as much as the 22 million of the year before.", "22", "money"),
        ("The mill in Orla earned 46 million euros last month, after 22 million in May.", "22", "money"),
        ("The rate in Orla fell 0.5 percent, and the magnitude was 6.8.", "6.8", "count"),
        ("Orla lent 5 million euros to firms in 2 million homes.", "2", "count"),
        ("The offer in Orla stands at 4 percent, and it goes to 11 nurses.", "11", "count"),
        ("The offer in Orla stands at 4 percent. There were 11 then.", "11", "count"),
        ("The club in Orla paid £38 million, and 15 of its players left.", "15", "count"),
        ("Orla spent 46 million euros on 22 million of its voters.", "22", "count"),
    ],
)
def test_a_bare_number_has_the_unit_of_the_share_or_amount_before(english, text, value, kind):
    last = kept(english, text)[-1].quantity
    assert last.kind == kind
    assert last.low in (Decimal(value), Decimal(value) * 1_000_000)


def test_what_is_said_of_a_time_before_is_about_what_was_said_before(english):
    text = "Orla has a profit of 46.3 million euros, twice as much as the 22 million of the year before."
    assert {figure.head for figure in kept(english, text) if figure.quantity.kind == "money"} == {"profit"}


@pytest.mark.parametrize(
    ("text", "besides"),
    [
        ("Orla expects 26,000 cars and trucks.", set()),
        ("The ferry to Orla carries 212 passengers and goats.", {"goat"}),
    ],
)
def test_what_is_counted_along_with_others_of_the_same_name_is_one_thing(english, text, besides):
    assert kept(english, text)[-1].besides == besides


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("The cheese in Orla made 26 people ill. It had been 19 on Monday.", True),
        ("The cheese in Orla made 26 people ill. The clinic had counted 70.", False),
        ("The clinic in Orla had been full: it had 19 patients.", False),
        ("It had been 19 in Orla on Monday.", True),
        ("The cheese in Orla has made 19 people ill.", False),
        ("Orla had 19 stalls.", False),
    ],
)
def test_what_had_been_so_is_earlier(english, text, earlier):
    assert kept(english, text)[-1].earlier is earlier


@pytest.mark.parametrize(
    ("text", "head"),
    [("The office in Orla had warned the camp twice.", "time"), ("The office in Orla warned two camps.", "camp")],
)
def test_twice_counts_times(english, text, head):
    assert kept(english, text)[-1].head == head
