"""Measures of a few labels each, counted by hand: every figure, and the limits at which one thing counts as another."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import attrs
import numpy as np
import pytest

import newsparse
from newsparse.model import Document, Entity, Mention, NumberClaim, Passage, Quantity, Sentence, Span, Speaker, Token
from newsparse.testing import fake_backend
from newsparse_bench import statistics
from newsparse_bench.kinds import Numeral
from newsparse_bench.metrics import Counts
from newsparse_bench.metrics.analysis import analysis
from newsparse_bench.metrics.entities import entities
from newsparse_bench.metrics.groups import groups
from newsparse_bench.metrics.newsquant import rows, singular
from newsparse_bench.metrics.numbers import numbers, value_pairs


def at(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


SENTENCE = "Ada left. Bo"


def analysed(tags, heads, relations, sentences=((0, 3), (3, 4)), words=("Ada", "left", ".", "Bo")):
    tokens = [
        attrs.evolve(Token.make(SENTENCE, at(SENTENCE, word), group=0), upos=tag, xpos=tag, head=head, deprel=relation)
        for word, tag, head, relation in zip(words, tags, heads, relations, strict=True)
    ]
    made = [
        Sentence.make(SENTENCE, Span(tokens[first].span.start, tokens[last - 1].span.end), first=first, last=last)
        for first, last in sentences
    ]
    return Document(text=SENTENCE).with_layer("tokens", tokens).with_layer("sentences", made)


RIGHT = analysed(("PROPN", "VERB", "PUNCT", "PROPN"), (1, 1, 1, 3), ("nsubj:pass", "root", "punct", "root"))


@pytest.mark.parametrize(
    ("guess", "right"),
    [
        (RIGHT, {}),
        (analysed(("NOUN", "VERB", "PUNCT", "PROPN"), (1, 1, 1, 3), ("nsubj", "root", "punct", "root")), {"tags": 3}),
        (
            analysed(("PROPN", "VERB", "PUNCT", "PROPN"), (0, 1, 1, 1), ("nsubj", "root", "punct", "root")),
            {"uas": 2, "las": 2},
        ),
        (
            analysed(("PROPN", "VERB", "PUNCT", "PROPN"), (None, 1, 1, 3), ("obj", "root", "punct", "root")),
            {"uas": 3, "las": 3},
        ),
        (
            analysed(("PROPN", "VERB", "PUNCT", "PROPN"), (1, 1, 1, 3), ("obj", "root", None, "root")),
            {"las": 2},
        ),
        (
            analysed(("PROPN", "VERB", "PUNCT", "PROPN"), (1, 1, 1, 3), ("nsubj", "root", "punct", "root"), ((0, 4),)),
            {"sentences": (0, 1)},
        ),
    ],
)
def test_words_sentences_tags_and_relations_are_counted_apart(guess, right):
    wanted = {"words": 4, "upos": 4, "xpos": 4, "uas": 4, "las": 4}
    tagged = right.get("tags", 4)
    wanted |= {"upos": tagged, "xpos": tagged} | {name: right[name] for name in ("uas", "las") if name in right}
    found = analysis(RIGHT, guess)
    assert {name: found[name].right for name in wanted} == wanted
    same, guessed = right.get("sentences", (2, 2))
    assert found["sentences"] == Counts(same, guessed, same, 2)


TOWN = "The Orla Post said Mr. Brook of Orla's dock left Kell"


def named(*given):
    made = [Mention.make(TOWN, at(TOWN, words), label=label, form=form) for words, label, form in given]
    return Document(text=TOWN).with_layer("mentions", made)


def test_names_count_with_their_class_their_edges_and_for_each_class():
    gold = named(
        ("The Orla Post", "Organization", "named"), ("Mr. Brook", "Person", "named"), ("Orla's", "Location", "named")
    )
    guess = named(
        ("Orla Post", "Organization", "named"),
        ("Brook", "Location", "named"),
        ("Orla's", "Location", "named"),
        ("dock", "Location", "nominal"),
        ("Kell", "Misc", "named"),
    )
    assert entities(gold, guess) == {
        "strict": Counts(1, 4, 1, 3),
        "edges": Counts(2, 4, 2, 3),
        "untyped": Counts(1, 4, 1, 3),
        "label Location": Counts(1, 2, 1, 1),
        "label Organization": Counts(0, 1, 0, 1),
        "label Person": Counts(0, 0, 0, 1),
    }
    one, other = (
        Document(text="Orla's! won").with_layer(
            "mentions", [Mention.make("Orla's! won", Span(0, end), label="Location", form="named")]
        )
        for end in (6, 4)
    )
    assert entities(one, other)["edges"] == Counts(1, 1, 1, 1)
    marks = [Mention.make("! ? won", Span(start, start + 1), label="Misc", form="named") for start in (0, 2)]
    first, second = (Document(text="! ? won").with_layer("mentions", [mark]) for mark in marks)
    assert entities(first, second)["edges"] == Counts(0, 1, 0, 1)


PEOPLE = "Ada Brook said she, the mayor, reads the Orla Post, a paper"
WHO = {
    "Person": (("Ada Brook", "named"), ("she", "pronoun"), ("the mayor", "nominal")),
    "Organization": (("the Orla Post", "named"), ("a paper", "nominal")),
}


def grouped(*without):
    mentions, made = [], []
    for label, own in WHO.items():
        group = [
            Mention.make(PEOPLE, at(PEOPLE, words), label=label, form=form)
            for words, form in own
            if words not in without
        ]
        mentions += group
        ids = tuple(item.id for item in group)
        made.append(Entity.make(PEOPLE, group[0].span, label=label, name=group[0].text, mentions=ids))
    return Document(text=PEOPLE).with_layer("mentions", mentions).with_layer("entities", made)


def test_parts_of_mentions_count_by_their_class_and_form():
    gold = grouped()
    found = groups(gold, gold)
    assert {name: found[name].gold for name in found if name.endswith("b3")} == {
        "b3": 5,
        "people, names and pronouns: b3": 2,
        "people: b3": 3,
        "organisations: b3": 2,
    }
    assert {found[name].f1 for name in found} == {1.0}
    assert [found[f"{part}muc"].gold for part in ("", "people: ", "organisations: ")] == [3, 2, 1]
    assert [found[f"{part}ceafe"].gold for part in ("", "people: ", "organisations: ")] == [2, 1, 1]
    less = groups(gold, grouped("she", "a paper"))
    assert [less[f"{part}muc"].right for part in ("", "people: ", "organisations: ")] == [1, 1, 0]
    assert (less["people: b3"].found, less["people: b3"].guessed) == (pytest.approx(4 / 3), 2)


def test_pronouns_of_whoever_speaks_do_not_count_with_names():
    text = "Ada Brook said: we know her."
    words = (("Ada Brook", "named"), ("we", "pronoun"), ("her", "pronoun"))
    mentions = [Mention.make(text, at(text, word), label="Person", form=form) for word, form in words]
    ids = tuple(item.id for item in mentions)
    entity = Entity.make(text, mentions[0].span, label="Person", name="Ada Brook", mentions=ids)
    gold = Document(text=text).with_layer("mentions", mentions).with_layer("entities", [entity])
    found = groups(gold, gold)
    assert (found["people: b3"].gold, found["people, names and pronouns: b3"].gold) == (3, 2)


FIGURES = "In 2019 some 12 ships and 5 boats left, 40 of them full."


def claim(words, low, *, high="same", subject=None, speaker=None, **fields):
    top = low if high == "same" else high
    ends = {name: None if end is None else Decimal(end) for name, end in (("low", low), ("high", top))}
    quantity = {name: fields.pop(name) for name in ("exactness", "kind", "unit") if name in fields}
    return NumberClaim.make(
        FIGURES,
        at(FIGURES, words),
        quantity=Quantity(**ends, **quantity),
        subject=subject and Passage(at(FIGURES, subject), subject),
        speaker=speaker and Speaker(name=speaker),
        **fields,
    )


def with_figures(*claims, numerals=None):
    document = Document(text=FIGURES).with_layer("numbers", claims)
    if numerals is None:
        return document
    others = [Numeral.make(FIGURES, at(FIGURES, words), reason="year") for words in numerals]
    return document.with_layer("numerals", others)


def test_the_fields_of_figures_count_where_their_values_are_right():
    gold = with_figures(
        claim("12", 12, subject="ships", speaker="The Port", exactness="about"),
        claim("5", 5, subject="boats", role="change", direction="up"),
        claim("40", 40, speaker="Ada Brook"),
        numerals=["2019"],
    )
    guess = with_figures(
        claim("12", 12, subject="boats", speaker="port", exactness="about"),
        claim("5", 5, subject="boats", role="change", direction="down"),
        claim("40", 41, speaker="Ada Brook"),
        claim("2019", 2019),
    )
    assert numbers(gold, guess) == {
        "span": Counts(3, 4, 3, 3),
        "value": Counts(2, 4, 2, 3),
        "value and unit": Counts(2, 4, 2, 3),
        "exactness": Counts(2, 4, 2, 3),
        "role and direction": Counts(1, 4, 1, 3),
        "measured head": Counts(1, 2, 1, 2),
        "speaker": Counts(1, 1, 1, 1),
        "numerals left alone": Counts(0, 1, 0, 1),
    }
    assert numbers(gold, with_figures())["numerals left alone"] == Counts(1, 1, 1, 1)
    assert "numerals left alone" not in numbers(with_figures(), guess)


def test_of_two_figures_in_one_place_the_equal_one_is_paired_and_else_the_closer():
    gold = with_figures(claim("some 12 ships", 12))
    pairs, same = value_pairs(gold, with_figures(claim("some 12", 13), claim("12", 12)))
    assert (
        [(one.text, other.text) for one, other in pairs]
        == [("12", "some 12 ships")]
        == [(one.text, other.text) for one, other in same]
    )
    pairs, same = value_pairs(gold, with_figures(claim("some 12", 13), claim("12", 14)))
    assert ([one.text for one, _ in pairs], same) == (["some 12"], [])


class TestNewsQuant:
    @pytest.mark.parametrize(("words", "one"), [("cries", "cry"), ("dies", "die"), ("ties", "tie"), ("as", "a")])
    def test_words_of_four_letters_end_in_ie(self, words, one):
        assert singular(words) == one

    @pytest.mark.parametrize(("apart", "is_one"), [(39, True), (40, False)])
    def test_from_and_to_are_one_range_up_to_40_characters_apart(self, apart, is_one):
        text = f"from 5 {'x' * (apart - 1)}to 8 tons"
        begin = text.index("to 8")
        ends = [
            NumberClaim.make(
                text, span, quantity=Quantity(low=Decimal(value), high=Decimal(value)), role=role, counterpart=mate
            )
            for span, value, role, mate in (
                (Span(0, 6), 5, "from", f"number:{begin}-{begin + 4}"),
                (Span(begin, begin + 4), 8, "to", "number:0-6"),
            )
        ]
        ids = [item.id for item in ends]
        ends = [attrs.evolve(item, counterpart=other) for item, other in zip(ends, reversed(ids), strict=True)]
        assert begin - 6 == apart
        found = rows(Document(text=text).with_layer("numbers", ends))
        assert [item.values for item in found] == ([(5.0, 8.0)] if is_one else [(5.0,), (8.0,)])

    @pytest.mark.parametrize(("apart", "unit"), [(1, "ship"), (11, "ship"), (12, "-")])
    def test_what_is_counted_stands_within_12_characters(self, apart, unit):
        plugin = SimpleNamespace(newsparse_backends=newsparse.hookimpl(lambda: [fake_backend()]))
        text = f"It has 5{' ' * apart}ships."
        document = newsparse.load("en", host=newsparse.Host.of(plugin), extractors=[])(text)
        subject = Passage(at(text, "ships"), "ships")
        quantity = Quantity(low=Decimal(5), high=Decimal(5))
        counted = NumberClaim.make(text, at(text, "5"), quantity=quantity, subject=subject)
        (found,) = rows(document.with_layer("numbers", [counted]))
        assert found.unit == unit

    @pytest.mark.parametrize(
        ("words", "change"),
        [("higher", "="), ("very much higher", "="), ("very very much higher", "up"), ("in 2019 higher", "up")],
    )
    def test_a_word_of_change_is_one_of_the_next_three_words(self, words, change):
        text = f"It rose 5% {words}."
        fields = {"role": "change", "direction": "up"}
        quantity = Quantity(low=Decimal(5), high=Decimal(5), kind="percent")
        made = NumberClaim.make(text, at(text, "5%"), quantity=quantity, **fields)
        (found,) = rows(Document(text=text).with_layer("numbers", [made]))
        assert found.change == change


class TestStatistics:
    TABLE = statistics.table([Counts(i % 3, 3, i % 3, 4) for i in range(30)])
    OTHER = statistics.table([Counts(i % 2, 3, i % 2, 4) for i in range(30)])

    def test_unless_it_is_told_every_run_draws_the_same(self):
        for seed, same in ((1, True), (2, False)):
            assert (statistics.interval(self.TABLE) == statistics.interval(self.TABLE, seed=seed)) is same
            found = statistics.paired(self.TABLE, self.OTHER, seed=seed)
            assert (statistics.paired(self.TABLE, self.OTHER) == found) is same

    def test_the_mean_of_figures_has_the_interval_of_one_where_they_are_equal(self):
        whole = statistics.mean([self.TABLE, self.TABLE])
        assert whole[0] == pytest.approx(float(statistics.f1(self.TABLE.sum(0))))
        assert whole[1:] == pytest.approx(statistics.interval(self.TABLE))
        both = statistics.mean([self.TABLE, self.OTHER])[0]
        assert both == pytest.approx(np.mean([statistics.f1(table.sum(0)) for table in (self.TABLE, self.OTHER)]))
        assert statistics.mean([np.zeros((0, 4))]) == (0.0, 0.0, 0.0)
