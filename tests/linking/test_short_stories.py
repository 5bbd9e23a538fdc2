"""Short stories of two or three articles: how the figures about one thing relate, as labelled before they were read."""

from __future__ import annotations

import pytest

from newsparse.linking import across
from newsparse.model import Document, Meta

STORIES = (
    # of one thing with the same value, in other words, units or bounds
    ("agree", "The ferry to Tollen carried 214 passengers. | There were 214 passengers on the ferry to Tollen."),
    ("agree", "The quake in Solberg destroyed 38 houses. & Thirty-eight homes were destroyed by the quake in Solberg."),
    ("agree", "The pipeline to Kell is 120 kilometres long. | The 75-mile pipeline to Kell opened on Friday."),
    ("agree", "More than 40 shops burned in Orla. | The fire in Orla burned 43 shops."),
    (
        "agree",
        "The Tollen bakery sold 1.2 million rolls in 2024. | The Tollen bakery sold 1,200,000 rolls in 2024.",
    ),
    ("agree", "The 180-metre tanker off Kell has so far lost oil. | The tanker off Kell, 180 metres long, leaks oil."),
    ("agree", "The 9,400-tonne ferry ran aground in Orla. | The ferry in Orla weighs 9,400 tonnes."),
    ("agree", "Half of the voters in Kell stayed at home. | 50 percent of voters in Kell stayed at home."),
    ("agree", "Nearly 300 people marched through Solberg. & Some 300 people marched through Solberg, police said."),
    ("agree", "The hospital in Orla cost 85 million euros. | Orla's hospital cost about €85m."),
    ("agree", "Seats at the Orla circus cost 25 euros. & The Orla circus was sold out at 25 euros a seat."),
    ("agree", "The Kell museum drew 5,200 visitors in May. & Some 5,200 people visited the Kell museum in May."),
    ("agree", "The bus fare in Tollen goes up to 4 euros. | The bus fare in Tollen rises to 4 euros."),
    ("agree", "The Kell works has 64 kilns. | The Kell works, with its 64 kilns, made 900 tonnes of tiles last year."),
    # of one thing that changes from day to day
    ("drift", "The landslide in Kell killed nine people. | The landslide in Kell has now killed 13 people."),
    ("drift", "Rescuers found six miners alive in Tollen. | Rescuers have found eight miners alive in Tollen."),
    (
        "drift",
        "The strike in Orla began with 400 drivers out. | By Friday 650 drivers in Orla were out.",
    ),
    ("drift", "Helpers in Tollen plucked 12 people from the roofs. | In Tollen 20 people have been saved from roofs."),
    ("drift", "Divers found four bodies in the bus near Orla. | The corpses of seven pupils lay in the bus near Orla."),
    ("drift", "Two villagers are missing in Solberg. | Five villagers are missing in Solberg, the mayor said."),
    (
        "drift",
        "The spill off Kell covers 12 square kilometres. | The spill off Kell now covers 20 square kilometres.",
    ),
    ("drift", "Flooding in Tollen closed 14 schools. | Flooding in Tollen has closed 22 schools, officials said."),
    ("drift", "The outbreak in Orla has sickened 31 pupils. | The outbreak in Orla has sickened 47 pupils."),
    ("drift", "Correction: the museum in Kell lost 17 paintings, not 71. | The museum in Kell lost 71 paintings."),
    # of one thing, and not both can be true
    ("conflict", "The bus crash in Orla killed four tourists. & The bus crash in Orla killed seven tourists."),
    ("conflict", "The Kell gym was built in 1974 and is 24 metres long. & The 26-metre gym in Kell is new."),
    ("conflict", "Seats at the Orla circus cost 25 euros. & The Orla circus was sold out at 35 euros a seat."),
    (
        "conflict",
        "The Orla dairy sold 940 tonnes of butter last year. | Last year the Orla dairy sold 700 tonnes.",
    ),
    ("conflict", "Kell museum had 61,000 visitors in 2025. | In 2025, 48,000 visitors came to Kell museum."),
    ("drift", "Kell museum has had 48,000 visitors this year. | Kell museum has had 61,000 visitors this year."),
    ("conflict", "The new tower in Solberg is 180 metres tall. | The new tower in Solberg is 210 metres tall."),
    ("conflict", "The old shaft in Kell goes down 60 metres. & The old shaft in Kell is 90 metres deep."),
    ("conflict", "The tug off Orla lies 40 metres below the waves. & It lies off Orla at a depth of 65 metres."),
    ("conflict", "Police said 2,000 people rallied in Kell. & Organisers said 15,000 people rallied in Kell."),
    ("conflict", "Blast kills three in Tollen\n\nThe blast at the dock in Tollen killed five workers."),
    ("conflict", "The council in Orla cut 60 jobs on Monday. & The council in Orla cut 90 jobs on Monday."),
    ("conflict", "Thieves took 30 cars from a lot in Kell. & Thieves took 45 cars from a lot in Kell, the owner said."),
    ("conflict", "The painter from Solberg was 81. | The painter from Solberg died at the age of 86."),
    ("conflict", "At least 50 boats sank at Tollen. & No more than 30 boats sank at Tollen, the harbour master said."),
    # of one thing, but in currencies, units or extents that cannot be compared
    (
        "incomparable",
        "Orla paid 3 million euros for the player. | Orla paid 5 million pounds for the player.",
    ),
    ("incomparable", "The bridge in Kell cost 90 million dollars. & The bridge in Kell cost 70 million euros."),
    pytest.param(
        "incomparable",
        "The mine in Solberg lost 2 million euros. | The mine in Solberg lost 12 percent of its value.",
        marks=pytest.mark.xfail(
            reason="an amount and a share of one loss are not taken to be about one thing", strict=True
        ),
    ),
    # of one thing, told in other words; or two values in one article, each with its source
    (
        "conflict",
        "A blackout hit Solberg on Sunday. The lights went out for two hours, the grid firm said. | The power cut in "
        "Solberg on Sunday lasted six hours, the council of Solberg found.",
    ),
    (
        "conflict",
        "Nurses in Kell called off their strike at the clinic. They get 4 percent more, the clinic said. | The strike "
        "of nurses at the clinic in Kell is over. Their pay rises by 7 percent.",
    ),
    (
        "drift",
        "A petition to save the mill in Orla was signed by 4,000 people. | The petition to save the mill in Orla now "
        "has 6,500 signatures.",
    ),
    (
        "conflict",
        "The new bridge in Orla will cost 20 million crowns, its treasurer, Erik Halle, said. | The bridge in Orla "
        "will cost 30 million crowns, an internal paper shows. Erik Halle, the treasurer, had spoken of 20 million.",
    ),
    ("conflict", "The union said that 25,000 nurses marched in Kell; the ministry counted only 9,000 nurses."),
    ("conflict", "The mayor of Kell spoke of 300 posts at the mill, while its owner promised only 180 posts."),
    ("agree", "The vase sold in Orla was valued at 40,000 pounds. | The vase from Orla fetched 40,000 pounds."),
    ("agree", "Tickets for the fair in Kell are 12 euros each. | Tickets for the fair in Kell cost 12 euros."),
    ("agree", "Cleaners in Kell earn 14 euros an hour. | The pay of cleaners in Kell is 14 euros."),
    # of one day, where one article says that the count has grown
    (
        "drift",
        "The flood in Tollen killed 12 people. & The number of people killed by the flood in Tollen has risen to 14.",
    ),
    # of different things
    (
        "none",
        "Some 8,400 spectators saw Kell beat Orla in the cup. | Some 12,500 spectators saw Tollen lose to Solberg in "
        "the league.",
    ),
    ("none", "The mayor of Kell plans 300 posts, while the mayor of Orla sold 180 trams."),
    ("none", "The ferry to Tollen carried 214 passengers. | The school in Kell has 214 pupils."),
    ("none", "A storm in Orla damaged 12 roofs in 2019. | A storm in Orla damaged 30 roofs last week."),
    ("none", "The market in Solberg has 20 stalls. | The church in Solberg has 35 windows."),
)
"""What is right, and the articles: ``|`` is between days, ``&`` between articles of one day."""


def relations(pipeline, story):
    """The relations of the groups of figures in the articles of a story."""
    texts = [(day, text) for day, texts in enumerate(story.split(" | "), 2) for text in texts.split(" & ")]
    articles = [
        Document(text=text, id=f"a{place}", meta=Meta(published=f"2026-03-{day:02}"))
        for place, (day, text) in enumerate(texts)
    ]
    return {group.relation for group in across(pipeline.pipe(articles)).figures} or {"none"}


@pytest.mark.parametrize(("right", "story"), STORIES)
def test_the_figures_of_a_short_story_relate_as_labelled(right, story, english):
    assert relations(english, story) == {right}


GROWING = (
    ("drift", "The wildfire near Orla has burned 500 hectares. | The wildfire near Orla has burned 800 hectares."),
    ("drift", "The slick off Tollen is 3 miles long. | The slick off Tollen is 5 miles long, the coast guard said."),
    ("drift", "The lake in Kell is 40 metres deep. | The lake in Kell is now only 31 metres deep."),
    ("conflict", "The lake in Kell is 40 metres deep. | The lake in Kell is only 31 metres deep."),
    ("conflict", "The tunnel in Tollen is 3 miles long. | The tunnel in Tollen is 5 miles long, the mayor said."),
)


@pytest.mark.parametrize(("right", "story"), GROWING)
def test_a_measure_changes_from_day_to_day_where_words_say_that_it_is_of_the_moment(right, story, english):
    assert relations(english, story) == {right}


HEADLINES = (
    "Storm cuts power to 3,000 homes in Kell\n\nThe storm cut power to 5,000 homes in Kell on Monday.",
    "Two hurt in Tollen bus crash\n\nFour people were hurt in the bus crash in Tollen, police said.",
    "Orla port sells 40 cranes\n\nThe port of Orla sold 60 cranes to a firm in Solberg.",
)


@pytest.mark.parametrize("article", HEADLINES)
def test_a_headline_with_another_figure_than_the_body_conflicts_with_it(article, english):
    (group,) = across([english(Document(text=article))]).figures
    assert (group.relation, group.rule) == ("conflict", "across.figures.headline")
    assert {member.headline for member in group.members} == {True, False}


CORRECTIONS = (
    "Correction: the museum in Kell lost 17 paintings.",
    "The museum in Kell lost 17 paintings. An earlier version of this article wrongly said it lost 71 paintings.",
    "Corrected: the museum in Kell lost 17 paintings, not 71 paintings.",
)


@pytest.mark.parametrize("correction", CORRECTIONS)
def test_a_figure_is_corrected_by_an_article_of_a_later_day(correction, english):
    texts = ("The museum in Kell lost 71 paintings.", correction)
    articles = [
        Document(text=text, id=f"a{day}", meta=Meta(published=f"2026-03-0{day}")) for day, text in enumerate(texts, 1)
    ]
    statuses = across(english.pipe(articles)).statuses
    (first,) = [item for item in statuses if item.place.document == "a1" and item.kind == "figure"]
    assert {effect.place.document for effect in first.effects if effect.effect == "corrected"} == {"a2"}
