"""What the validator says of labels: each fault by itself, and nothing about labels without one."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from newsparse.model import Affiliation, Document, Entity, Mention, NumberClaim, Passage, Quantity, Quote, Span, Speaker
from newsparse_bench.kinds import Numeral
from newsparse_bench.validate import problems

TEXT = "Ada Brook, head of Lowmere Lines, said “we lost 12 ships” in 2019."


def at(words, text=TEXT):
    begin = text.index(words)
    return Span(begin, begin + len(words))


def passage(words):
    span = at(words)
    return Passage.at(TEXT, span.start, span.end)


def labelled():
    """The labels of a text without a fault, by layer."""
    person = Mention.make(TEXT, at("Ada Brook"), label="Person", entity="ada")
    body = Mention.make(TEXT, at("Lowmere Lines"), label="Organization", entity="lines")
    head = Affiliation(role=passage("head"), organisation="lines")
    ada = Entity.make(TEXT, person.span, label="Person", name="Ada Brook", mentions=(person.id,), affiliations=(head,))
    lines = Entity.make(TEXT, body.span, label="Organization", name="Lowmere Lines", mentions=(body.id,))
    speaker = Speaker(name="Ada Brook", mention=passage("Ada Brook"), kind="person", entity="ada")
    content = at("we lost 12 ships")
    quote = Quote.make(TEXT, content, fragments=(content,), form="direct", speaker=speaker)
    number = NumberClaim.make(
        TEXT,
        at("12"),
        quantity=Quantity(low=Decimal(12), high=Decimal(12)),
        subject=passage("ships"),
        quote=quote.id,
        speaker=speaker,
    )
    return {
        "mentions": [person, body],
        "entities": [attrs.evolve(ada, id="ada"), attrs.evolve(lines, id="lines")],
        "quotes": [quote],
        "numbers": [number],
        "numerals": [Numeral.make(TEXT, at("2019"), reason="year")],
    }


def told(layers, text=TEXT):
    document = Document(text=TEXT)
    for name, items in layers.items():
        document = document.with_layer(name, items)
    return list(problems(attrs.evolve(document, text=text)))


def changed(layer, number=0, **fields):
    layers = labelled()
    layers[layer][number] = attrs.evolve(layers[layer][number], **fields)
    return told(layers)


def test_labels_without_a_fault_are_left_alone():
    assert told(labelled()) == []


@pytest.mark.parametrize("words", ["Ada Bro", "da Brook"])
def test_a_name_that_cuts_a_word_is_told(words):
    layers = labelled()
    cut = Mention.make(TEXT, at(words), label="Person", entity="ada")
    layers["mentions"][0] = attrs.evolve(cut, id=layers["mentions"][0].id)
    assert told(layers) == [f"{layers['mentions'][0].id}: begins or ends inside a word: {words!r}."]


def test_a_quote_that_cuts_a_word_is_told():
    cut = at("lost 12 sh")
    layers = labelled()
    layers["quotes"] = [attrs.evolve(layers["quotes"][0], span=cut, text=cut.cut(TEXT), fragments=(cut,))]
    assert told(layers) == [f"{layers['quotes'][0].id}: begins or ends inside a word: 'lost 12 sh'."]


def test_a_figure_may_be_a_part_of_a_word():
    layers = labelled()
    layers["numbers"].append(attrs.evolve(layers["numbers"][0], id="part", span=at("hi"), text="hi"))
    assert told(layers) == []


def test_a_role_that_cuts_a_word_or_is_elsewhere_is_told():
    def with_role(role):
        return changed("entities", affiliations=(Affiliation(role=role, organisation="lines"),))

    assert with_role(passage("ead")) == ["ada: the role 'ead' begins or ends inside a word."]
    moved = attrs.evolve(passage("head"), span=at("Brook"))
    assert with_role(moved) == [f"ada: the text at {at('Brook').start} is not the role 'head'."]
    behind = attrs.evolve(passage("head"), span=Span(len(TEXT) - 2, len(TEXT) + 2))
    assert with_role(behind) == [f"ada: the text at {len(TEXT) - 2} is not the role 'head'."]


def test_a_role_of_what_is_no_person_is_told():
    head = (Affiliation(role=passage("head")),)
    assert changed("entities", 1, affiliations=head) == ["lines: 'Lowmere Lines' has a role, but is not a Person."]


def test_places_outside_the_text_are_told():
    found = told(labelled(), TEXT[:-6])
    assert [line for line in found if "outside" in line] == [
        f"{labelled()['numerals'][0].id}: ends outside the text of {len(TEXT) - 6} characters."
    ]


def test_an_id_that_is_not_there_is_told():
    number, quote = labelled()["numbers"][0], labelled()["quotes"][0]
    nobody = attrs.evolve(quote.speaker, entity="nobody")
    assert changed("entities", mentions=("nowhere",)) == ["ada: there is no mention 'nowhere'."]
    assert changed("mentions", entity="nobody") == [f"{labelled()['mentions'][0].id}: there is no entity 'nobody'."]
    assert changed("quotes", speaker=nobody) == [f"{quote.id}: there is no entity 'nobody'."]
    assert changed("numbers", speaker=nobody) == [f"{number.id}: there is no entity 'nobody'."]
    assert changed("numbers", quote="none") == [f"{number.id}: there is no quote 'none'."]
    head = (Affiliation(role=passage("head"), organisation="nothing"),)
    assert changed("entities", affiliations=head) == ["ada: the role 'head' is at 'nothing', which is not an entity."]


@pytest.mark.parametrize(
    ("layer", "fields"),
    [
        ("mentions", {"entity": None}),
        ("numbers", {"quote": None}),
        ("numbers", {"speaker": None}),
        ("quotes", {"speaker": None}),
        ("quotes", {"speaker": Speaker(name="somebody", kind="unnamed")}),
        ("entities", {"affiliations": (Affiliation(role=passage("head")),)}),
    ],
)
def test_what_is_open_is_no_fault(layer, fields):
    assert changed(layer, **fields) == []


def test_names_and_figures_that_overlap_are_told():
    layers = labelled()
    layers["mentions"].append(Mention.make(TEXT, at("Brook"), label="Person", entity="ada"))
    layers["numerals"].append(Numeral.make(TEXT, at("12 ships"), reason="name"))
    assert told(layers) == [
        f"names overlap: 'Ada Brook' and 'Brook' at {at('Brook').start}.",
        f"numerals overlap: '12' and '12 ships' at {at('12').start}.",
    ]


def test_only_names_must_not_overlap():
    layers = labelled()
    layers["mentions"].append(Mention.make(TEXT, at("Brook"), label="Person", entity="ada", form="nominal"))
    assert told(layers) == []


def test_digits_that_nobody_labelled_are_told_where_numerals_are_labelled():
    layers = labelled()
    layers["numerals"] = []
    (line,) = told(layers)
    assert line == f"'2019' at {at('2019').start} is labelled neither as a figure nor as a numeral without a quantity."
    del layers["numerals"]
    assert told(layers) == []
