"""Who says a figure that is not in a quote: an attribution's source, or whoever estimates, promises or wants it."""

from __future__ import annotations

import pytest

from newsparse.model import Layer, NumberClaim, Quote, Span, Speaker
from newsparse.testing import attributed, parsed, written
from newsparse_numbers import NumberExtractor

PUT = [
    ("Ada", "PROPN", "nsubj", 1),
    ("put", "VERB", "root", 1),
    ("costs", "NOUN", "obj", 1),
    ("at", "ADP", "case", 4),
    ("70", "NUM", "obl", 1),
]


def said_by(document):
    (claim,) = (item for item in NumberExtractor().extract(document) if isinstance(item, NumberClaim))
    names = {entity.id: entity.name for entity in document.entities}
    return None if claim.speaker is None else (claim.speaker.name, names.get(claim.speaker.entity))


def test_whoever_puts_costs_at_a_figure_says_it():
    assert said_by(parsed(PUT, names={"Ada": "Person"})) == ("Ada", "Ada")


def test_a_description_that_nothing_names_says_it_without_an_entity():
    assert said_by(parsed([("Police", "NOUN", "nsubj", 1), *PUT[1:]])) == ("Police", None)


@pytest.mark.parametrize(
    "changed",
    [
        {1: ("cut", "VERB", "root", 1)},
        {3: ("in", "ADP", "case", 4)},
        {0: ("Once", "ADV", "advmod", 1)},
    ],
    ids=["another verb", "another preposition", "nobody"],
)
def test_whoever_does_something_else_with_a_figure_says_nothing(changed):
    rows = [changed.get(number, row) for number, row in enumerate(PUT)]
    assert said_by(parsed(rows, names={"Ada": "Person"} if 0 not in changed else {})) is None


SEEN = [
    ("Orla", "PROPN", "nsubj", 1),
    ("saw", "VERB", "root", 1),
    ("70", "NUM", "nummod", 3),
    ("fires", "NOUN", "obj", 1),
]


@pytest.mark.parametrize(("noun", "name"), [("fires", None), ("chance", ("Orla", "Orla")), ("risk", ("Orla", "Orla"))])
def test_whoever_sees_figures_says_how_likely_something_is_and_nothing_else(noun, name):
    rows = [*SEEN[:3], (noun, "NOUN", "obj", 1)]
    document = parsed(rows, names={"Orla": "Organization"}, lemmas={"saw": "see"})
    assert said_by(document) == name


@pytest.mark.parametrize(("first", "said"), [("cost 60 to", ("Ada", None)), ("cost 60", None)], ids=["line", "word"])
def test_a_figure_of_a_quote_may_go_on_in_the_next_line(first, said):
    text = "Sails cost 60 to\n70 euros, Ada said."
    pieces = [Span(text.index(words), text.index(words) + len(words)) for words in (first, "70 euros")]
    whole = Span(pieces[0].start, pieces[1].end)
    quote = Quote.make(text, whole, fragments=tuple(pieces), form="indirect", speaker=Speaker(name="Ada"))
    assert said_by(written(text, layers=[Layer.of("quotes", [quote])])) == said


@pytest.mark.parametrize(("noun", "speaks"), [("board", True), ("age", False)])
@pytest.mark.parametrize(("cue", "says"), [("said", True), ("saw", False)])
def test_neither_what_a_figure_depends_on_says_it_nor_whoever_sees_it(noun, speaks, cue, says):
    rows = [
        ("the", "DET", "det", 1),
        (noun, "NOUN", "nsubj", 2),
        (cue, "VERB", "root", 2),
        ("70", "NUM", "nummod", 4),
        ("fires", "NOUN", "nsubj", 5),
    ]
    document = parsed([*rows, ("rose", "VERB", "ccomp", 2)], lemmas={"saw": "see", "said": "say"})
    text = document.text
    found = attributed(text, text[: text.index(cue) - 1], cue, text[text.index("70") :])
    assert (said_by(document.with_layer("attributions", [found])) is not None) == (speaks and says)


ATTRIBUTIONS = {
    "what a body says": ("Costs reach 70, the Quay Board said.", "the Quay Board", "said", "Costs reach 70"),
    "what it does": ("The Quay Board celebrated 70 ships.", "The Quay Board", "celebrated", "70 ships"),
}


@pytest.mark.parametrize(("case", "said"), [("what a body says", ("Quay Board", "Quay Board")), ("what it does", None)])
@pytest.mark.parametrize("quotes", [False, True], ids=["nobody looked for quotes", "there are no quotes"])
def test_the_source_of_an_attribution_says_its_figures_where_nobody_has_looked_for_quotes(case, said, quotes):
    text, source, cue, content = ATTRIBUTIONS[case]
    layers = [Layer.of("attributions", [attributed(text, source, cue, content)])]
    layers += [Layer.of("quotes", [])] if quotes else []
    document = written(text, names={"Quay Board": "Organization"}, layers=layers)
    assert said_by(document) == (None if quotes else said)


def test_whoever_puts_out_a_fire_at_a_place_puts_nothing_at_a_figure():
    rows = [*PUT[:2], ("out", "ADP", "compound:prt", 1), ("fires", "NOUN", "obj", 1)]
    rows += [("at", "ADP", "case", 5), ("piers", "NOUN", "obl", 1), ("70", "NUM", "nummod", 5)]
    assert said_by(parsed(rows, names={"Ada": "Person"})) is None


@pytest.mark.parametrize(("owner", "name"), [("Orla", ("Orla", "Orla")), ("valley", None)])
def test_what_a_place_without_a_name_offers_it_does_not_say(owner, name):
    rows = [
        (owner, "NOUN", "nsubj", 1),
        ("offers", "VERB", "root", 1),
        ("70", "NUM", "nummod", 3),
        ("caves", "NOUN", "obj", 1),
    ]
    document = parsed(rows, names={"Orla": "Organization"} if name else {}, lemmas={"offers": "offer"})
    assert said_by(document) == name


PLANS = [
    ("Ada", "PROPN", "nsubj", 1),
    ("plans", "VERB", "root", 1),
    ("to", "PART", "mark", 3),
    ("close", "VERB", "xcomp", 1),
    ("stalls", "NOUN", "obj", 3),
]


@pytest.mark.parametrize(("relation", "says"), [("acl:relcl", False), ("advcl", False), ("conj", True)])
def test_a_clause_that_hangs_on_a_plan_is_no_part_of_it(relation, says):
    rows = [*PLANS, ("leaving", "VERB", relation, 3), ("70", "NUM", "nummod", 7), ("sailors", "NOUN", "obj", 5)]
    document = parsed(rows, names={"Ada": "Person"}, lemmas={"plans": "plan", "leaving": "leave"})
    assert (said_by(document) is not None) == says


WANT = [
    ("Ada", "PROPN", "nsubj", 1),
    ("wants", "VERB", "root", 1),
    ("a", "DET", "det", 3),
    ("raise", "NOUN", "obj", 1),
    ("of", "ADP", "case", 5),
    ("9%", "NUM", "nmod", 3),
]
ASKED = [
    ("The", "DET", "det", 1),
    ("70", "NUM", "root", 1),
    ("that", "PRON", "obj", 4),
    ("Ada", "PROPN", "nsubj", 4),
    ("asked", "VERB", "acl:relcl", 1),
    ("for", "ADP", "obl", 4),
]


@pytest.mark.parametrize("rows", [WANT, ASKED], ids=["an object", "a relative clause"])
def test_whoever_wants_an_amount_says_it(rows):
    rows = [(*row, {"wants": "want", "asked": "ask"}.get(row[0], row[0].lower())) for row in rows]
    assert said_by(parsed(rows, names={"Ada": "Person"})) == ("Ada", "Ada")


def test_whoever_has_an_amount_says_nothing():
    rows = [(*row, row[0].lower()) for row in WANT]
    rows[1] = ("has", "VERB", "root", 1, "have")
    assert said_by(parsed(rows, names={"Ada": "Person"})) is None
