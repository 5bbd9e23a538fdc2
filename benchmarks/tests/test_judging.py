"""Which answers labels call right: where a source, an antecedent, an employer and what is counted may be."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from newsparse.model import Affiliation, Document, Entity, Mention, NumberClaim, Passage, Quantity, Quote, Span, Speaker
from newsparse.rules import Option, Traced
from newsparse_bench.fitting.judging import JUDGES, head_place
from newsparse_bench.metrics.aligning import aligned

TEXT = "Ada Brook, head of Lowmere Lines, met Tom. “We lost 12 of its ships,” she said. Tom said “no”."


def at(words, text=TEXT):
    begin = text.index(words)
    return Span(begin, begin + len(words))


def passage(words):
    return Passage.at(TEXT, at(words).start, at(words).end)


def quote(words, speaker, cue="said"):
    return Quote.make(TEXT, at(words), fragments=(at(words),), form="direct", speaker=speaker, cue=cue and passage(cue))


ADA = Speaker(name="Ada Brook", mention=passage("she"), kind="person", entity="ada")
SHE = at("she said")
SHE = Span(SHE.start, SHE.start + 3)


def labelled(*quotes, subject="ships", pronouns=True):
    mentions = [
        Mention.make(TEXT, at("Ada Brook"), label="Person", entity="ada"),
        Mention.make(TEXT, at("Lowmere Lines"), label="Organization", entity="lines"),
        Mention.make(TEXT, at("Tom"), label="Person", entity="tom"),
        *[Mention.make(TEXT, SHE, label="Person", form="pronoun", entity="ada") for _ in range(pronouns)],
    ]
    names = {"ada": "Person", "lines": "Organization", "tom": "Person"}
    head = (Affiliation(role=passage("head"), organisation="lines"),)
    entities = [
        attrs.evolve(
            Entity.make(TEXT, mention.span, label=names[key], name=mention.text, mentions=(mention.id,)), id=key
        )
        for mention, key in zip(mentions, names, strict=False)
    ]
    entities[0] = attrs.evolve(entities[0], affiliations=head)
    number = NumberClaim.make(
        TEXT, at("12"), quantity=Quantity(low=Decimal(12), high=Decimal(12)), subject=subject and passage(subject)
    )
    document = Document(text=TEXT)
    layers = {"mentions": mentions, "entities": entities, "quotes": quotes, "numbers": [number]}
    for name, items in layers.items():
        document = document.with_layer(name, items)
    return document


def right(question, place, *places, gold):
    """Which of these places labels call right as the answer, None being nobody; None where no label says."""
    trace = Traced(question=question, at=place, tried=(), decided=None, answer=None)
    judge = JUDGES[question](trace, gold)
    return judge and [judge(Option(found="x", rules=(), place=item)) for item in places]


WHERE = (at("Ada Brook"), at("Tom"), SHE, None)


@pytest.mark.parametrize(
    ("speaker", "answers"),
    [
        (ADA, [False, False, True, False]),
        (attrs.evolve(ADA, mention=None), [True, False, True, False]),
        (Speaker(name="somebody", kind="unnamed"), [False, False, False, True]),
        (None, [False, False, False, True]),
    ],
    ids=["its words", "any mention", "an unnamed one", "nobody"],
)
def test_the_source_of_a_quote(speaker, answers):
    gold = labelled(quote("We lost 12 of its ships", speaker))
    assert right("quotes.source", at("We lost 12 of its ships"), *WHERE, gold=gold) == answers


def test_a_place_of_which_no_label_says_anything():
    gold = labelled(quote("We lost 12 of its ships", ADA))
    assert right("quotes.source", at("Lowmere"), *WHERE, gold=gold) is None
    assert right("quotes.source", at("its ships,” she"), *WHERE, gold=gold) == [False, False, True, False]
    assert right("entities.antecedent", at("Lowmere"), *WHERE, gold=gold) is None
    assert right("entities.employer", at("met"), *WHERE, gold=gold) is None
    assert right("numbers.subject", at("met"), *WHERE, gold=gold) is None


def test_a_cue_goes_before_words_that_are_quoted():
    tom = Speaker(name="Tom", mention=passage("Tom"), kind="person", entity="tom")
    gold = labelled(quote("We lost 12 of its ships", ADA, cue=None), quote("no", tom, cue="she said"))
    assert right("quotes.source", at("ships,” she said"), *WHERE, gold=gold) == [False, True, False, False]


@pytest.mark.parametrize("pronouns", [True, False])
def test_the_antecedent_is_another_mention(pronouns):
    gold = labelled(quote("We lost 12 of its ships", ADA), pronouns=pronouns)
    answers = right("entities.antecedent", SHE, at("Ada Brook"), at("Tom"), SHE, gold=gold)
    assert answers == [True, False, False]


def test_the_employer_of_a_role():
    found = right("entities.employer", at("head"), at("Lowmere Lines"), at("Ada Brook"), gold=labelled())
    assert found == [True, False]


def test_what_a_figure_counts():
    assert right("numbers.subject", at("12"), at("ships"), at("lost"), None, gold=labelled()) == [True, False, False]
    assert right("numbers.subject", at("12"), at("ships"), None, gold=labelled(subject=None)) == [False, True]


@pytest.mark.parametrize(
    ("words", "head"),
    [("its ships", "ships"), ("head of Lowmere Lines", "head"), ("of its ships", "ships"), ("ships", "ships")],
)
def test_the_head_is_the_last_word_before_a_preposition(words, head):
    place = head_place(passage(words))
    assert place.cut(TEXT) == head
    assert at(words).covers(place)


def mention(words, head=None, text="the old mayor of Kell and the mayor"):
    return Mention.make(text, at(words, text), label="Person", form="nominal", head=head and at(head, text))


@pytest.mark.parametrize(
    ("guess", "gold", "paired"),
    [
        (mention("old mayor"), mention("old mayor"), True),
        (mention("mayor of"), mention("the old mayor of Kell", "mayor"), True),
        (mention("the old mayor of Kell", "mayor"), mention("mayor of", "mayor"), True),
        (mention("the old mayor of Kell", "Kell"), mention("mayor of", "mayor"), False),
        (mention("the old"), mention("the old mayor of Kell", "mayor"), False),
        (mention("old mayor"), mention("mayor of", "mayor"), False),
        (mention("mayor of"), mention("the old mayor of Kell"), False),
    ],
)
def test_mentions_with_other_edges_are_one_where_their_heads_are(guess, gold, paired):
    assert aligned([gold], [guess]) == ({guess.id: gold} if paired else {})


def test_of_several_mentions_the_closest_is_paired():
    gold = mention("the old mayor of Kell", "mayor")
    near, far = mention("old mayor of Kell", "mayor"), mention("mayor", "mayor")
    assert aligned([gold], [far, near]) == {near.id: gold}
