"""Every error is named once, with its words, as the measures count it."""

from __future__ import annotations

from decimal import Decimal

import attrs

from newsparse.model import Document, Entity, Mention, NumberClaim, Passage, Quantity, Quote, Span, Speaker
from newsparse_bench.scoring import measured
from newsparse_bench.slips import slips

TEXT = "“We lost 3 ships,” said Ada Brook in Kell. Bo Lind sold 4 boats."


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def quote(words, who):
    place = span(words)
    speaker = Speaker(name=who, mention=Passage(span(who), who), kind="person")
    return Quote.of(TEXT, place, form="direct", speaker=speaker)


def figure(words, value, who=None):
    amount = Quantity(low=Decimal(value), high=Decimal(value))
    speaker = Speaker(name=who, mention=Passage(span(who), who), kind="person") if who else None
    return NumberClaim.make(TEXT, span(words), quantity=amount, speaker=speaker)


def document(quotes=(), numbers=(), mentions=(), **layers):
    made = Document(text=TEXT, id="one")
    for name, items in {"quotes": quotes, "numbers": numbers, "mentions": mentions, **layers}.items():
        made = made.with_layer(name, items)
    return made


def name(words, label):
    return Mention.make(TEXT, span(words), label=label)


def found(gold, guess, *tasks):
    return [(slip.kind, slip.sort, slip.words, slip.gold, slip.guess) for slip in slips(gold, guess, list(tasks))]


def test_what_is_right_is_no_error():
    same = document([quote("We lost 3 ships", "Ada Brook")], [figure("3", 3, "Ada Brook")], [name("Kell", "Location")])
    assert found(same, same, "quotes", "numbers", "entities") == []


def test_a_wrong_speaker_is_named_as_such():
    gold, guess = (document([quote("We lost 3 ships", who)]) for who in ("Ada Brook", "Bo Lind"))
    assert found(gold, guess, "quotes") == [("quote", "wrong speaker", "We lost 3 ships", "Ada Brook", "Bo Lind")]


def test_part_of_the_name_is_the_same_speaker():
    gold, guess = (document([quote("We lost 3 ships", who)]) for who in ("Ada Brook", "Brook"))
    assert found(gold, guess, "quotes") == []


def test_a_quote_that_ends_elsewhere_has_other_words():
    gold, guess = (document([quote(words, "Ada Brook")]) for words in ("We lost 3 ships", "We lost 3"))
    assert found(gold, guess, "quotes") == [("quote", "other words", "We lost 3 ships", "We lost 3 ships", "We lost 3")]


def test_what_is_on_one_side_only_is_missed_or_not_in_gold():
    gold, guess = document([quote("We lost 3 ships", "Ada Brook")]), document(numbers=[figure("4", 4)])
    assert found(gold, guess, "quotes", "numbers") == [
        ("quote", "missed", "We lost 3 ships", "Ada Brook", ""),
        ("number", "not in gold", "4", "", "4"),
    ]


def test_figures_have_wrong_values_and_wrong_speakers():
    gold = document(numbers=[figure("3", 3, "Ada Brook"), figure("4", 4)])
    guess = document(numbers=[figure("3", 3, "Bo Lind"), figure("4", 40)])
    assert found(gold, guess, "numbers") == [
        ("number", "wrong speaker", "3", "Ada Brook", "Bo Lind"),
        ("number", "wrong value", "4", "4", "40"),
    ]


def test_names_have_wrong_classes():
    gold, guess = (document(mentions=[name("Kell", label)]) for label in ("Location", "Person"))
    assert found(gold, guess, "entities") == [("name", "wrong class", "Kell", "Location", "Person")]


def test_a_plugin_s_layer_is_compared_by_place_and_fields():
    one = Entity.make(TEXT, span("Kell"), label="Location", name="Kell")
    gold, guess = document(ports=[one]), document(ports=[attrs.evolve(one, name="Kell Harbour")])
    (slip,) = found(gold, guess, "ports")
    assert slip[:3] == ("ports", "other fields", "Kell")
    assert found(gold, document(ports=[]), "ports")[0][1] == "missed"


def test_an_error_has_words_on_either_side():
    (slip,) = slips(document(mentions=[name("Kell", "Location")]), document(), ["entities"])
    assert (slip.before[-4:], slip.words, slip.after[:4]) == (" in ", "Kell", ". Bo")


def test_results_have_all_errors():
    gold = document([quote("We lost 3 ships", "Ada Brook")], [figure("3", 3)])
    result = measured([gold], [(document(numbers=[figure("3", 3)]), "")], ["quotes", "numbers"])
    assert [(slip.kind, slip.sort) for slip in result.slips] == [("quote", "missed")]
