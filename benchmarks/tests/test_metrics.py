"""Measures: perfect against themselves, blind to order, and precision and recall change places with the sides."""

from __future__ import annotations

import random
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.model import (
    Document,
    Entity,
    Mention,
    NumberClaim,
    Passage,
    Quantity,
    Quote,
    Sentence,
    Span,
    Speaker,
    Token,
)
from newsparse.model.annotation import distinct
from newsparse_bench.forms import form, form_of_all
from newsparse_bench.kinds import Row
from newsparse_bench.metrics import MEASURES, Counts, figures
from newsparse_bench.metrics.counts import comparable, matched
from newsparse_bench.metrics.phrases import equal, suites
from newsparse_bench.scoring import measured

TEXT = "Mara Vell said the port lost 35 percent of “its traffic” in 12 months and she blamed the city for it all"
WORDS = TEXT.split()

STARTS = [sum(len(w) + 1 for w in WORDS[:i]) for i in range(len(WORDS))]


def span(first, last):
    return Span(STARTS[first], STARTS[last] + len(WORDS[last]))


ranges = st.tuples(st.integers(0, len(WORDS) - 1), st.integers(0, 4)).map(
    lambda p: span(p[0], min(p[0] + p[1], len(WORDS) - 1))
)


@st.composite
def documents(draw):
    quotes, numbers, mentions, rows, entities = [], [], [], [], []
    for content in draw(st.lists(ranges, max_size=4)):
        place = draw(st.none() | ranges)
        mention = Passage.at(TEXT, place.start, place.end) if place else None
        speaker = Speaker(name=mention.text, mention=mention) if mention else None
        quotes.append(Quote.make(TEXT, content, fragments=(content,), form="direct", speaker=speaker))
    for place in draw(st.lists(ranges, max_size=4)):
        value = draw(st.integers(1, 3))
        numbers.append(NumberClaim.make(TEXT, place, quantity=Quantity(low=Decimal(value), high=Decimal(value))))
        rows.append(Row.make(TEXT, place, values=(float(value),), change=draw(st.sampled_from("=<")), unit="port"))
    for place in draw(st.lists(ranges, max_size=5, unique=True)):
        mentions.append(Mention.make(TEXT, place, label=draw(st.sampled_from(["Person", "Location"]))))
    mentions = distinct(mentions)
    for group in {draw(st.integers(0, 2)) for _ in mentions}:
        own = [m for i, m in enumerate(mentions) if i % 3 == group]
        if own:
            entities.append(Entity.make(TEXT, own[0].span, label="Person", name="x", mentions=tuple(m.id for m in own)))
    cut = draw(st.integers(1, len(WORDS) - 1))
    tokens = [
        attrs.evolve(
            Token.make(TEXT, span(i, i), group=i), upos="X", xpos="Y", head=draw(st.integers(0, i)), deprel="dep"
        )
        for i in range(len(WORDS))
    ]
    sentences = [
        Sentence.make(TEXT, span(0, cut - 1), first=0, last=cut),
        Sentence.make(TEXT, span(cut, len(WORDS) - 1), first=cut, last=len(WORDS)),
    ]
    result = Document(text=TEXT)
    layers = {"quotes": quotes, "numbers": numbers, "rows": rows, "mentions": mentions, "entities": entities}
    for name, items in (layers | {"tokens": tokens, "sentences": sentences}).items():
        result = result.with_layer(name, distinct(items) if name != "tokens" else items)
    return result


TASKS = sorted(set(MEASURES) - {"sources"})  # which asks for what gold figures lack


class TestEveryMeasure:
    """All tasks are measured on the same documents, since drawing these takes longer than measuring."""

    @given(gold=documents())
    def test_a_document_against_itself_is_perfect(self, gold):
        for task in TASKS:
            for name, counts in MEASURES[task](gold, gold).items():
                assert counts.precision == pytest.approx(1), (task, name)
                assert counts.recall == pytest.approx(1), (task, name)

    @given(gold=documents(), guess=documents())
    def test_swapping_the_sides_swaps_precision_and_recall(self, gold, guess):
        for task in TASKS:
            one, other = MEASURES[task](gold, guess), MEASURES[task](guess, gold)
            for name in set(one) & set(other) - ACCURACIES:
                if ":" not in name and not name.startswith("label"):
                    assert one[name].precision == pytest.approx(other[name].recall), (task, name)

    @given(gold=documents(), guess=documents(), seed=st.integers(0, 9))
    def test_the_order_of_annotations_says_nothing(self, gold, guess, seed):
        mixed = attrs.evolve(
            guess,
            layers=tuple(
                layer
                if layer.name == "tokens"
                else attrs.evolve(
                    layer, annotations=tuple(random.Random(seed).sample(layer.annotations, len(layer.annotations)))
                )
                for layer in guess.layers
            ),
        )
        for task in TASKS:
            one, other = MEASURES[task](gold, guess), MEASURES[task](gold, mixed)
            for name in set(one) - TIES:
                assert one[name].f1 == pytest.approx(other[name].f1), (task, name)

    @given(gold=documents(), guess=documents())
    def test_every_figure_lies_between_nothing_and_one(self, gold, guess):
        for task in TASKS:
            for name, counts in MEASURES[task](gold, guess).items():
                assert 0 <= counts.f1 <= 1, (task, name)


ACCURACIES = {"attribution", "measured head", "speaker", "speaker entity", "exact value"} | {
    "empty sentences left alone",
    "right value",
    "right value and unit",
}
TIES = {"attribution", "direct: attribution", "mixed: attribution", "indirect: attribution"} | {
    "speech: end-to-end recall"
}
"""Where two matchings are as close, which of them is taken may depend on the order."""


def test_suites_take_the_middle_of_a_range_and_any_dollar():
    def text(low, high, **unit):
        quantity = Quantity(low=Decimal(low), high=Decimal(high), **unit)
        return Document(text="$2-4").with_layer("numbers", [NumberClaim.make("$2-4", Span(0, 4), quantity=quantity)])

    counts = suites(text(3, 3, unit="dollar"), text(2, 4, currency="USD", kind="money"))
    assert [share.f1 for share in counts.values()] == [1, 1]
    assert [share.f1 for share in suites(text(3, 3, unit="litre"), text(3, 3, unit="metre")).values()] == [1, 0]


def test_counts_without_anything_are_perfect_and_without_guesses_nothing():
    assert Counts().f1 == 1
    assert Counts(gold=3).f1 == 0
    assert Counts(guessed=3).f1 == 0


def test_matching_is_best_in_all_and_not_greedy():
    near = {("a", 1): 0.9, ("a", 2): 0.8, ("b", 1): 0.8, ("b", 2): 0.0}
    assert matched(["a", "b"], [1, 2], lambda x, y: near[x, y]) == [("a", 2), ("b", 1)]


def test_the_quotes_of_one_article_by_hand():
    content, wrong = span(3, 14), span(3, 4)
    speaker = Speaker(name="Mara Vell", mention=Passage.at(TEXT, span(0, 1).start, span(0, 1).end))
    gold = Document(text=TEXT).with_layer(
        "quotes", [Quote.make(TEXT, content, fragments=(content,), form="mixed", speaker=speaker)]
    )
    guess = Document(text=TEXT).with_layer("quotes", [Quote.make(TEXT, wrong, fragments=(wrong,), form="indirect")])
    found = MEASURES["quotes"](gold, guess)
    assert found["content strict"].f1 == 0
    assert found["content soft"].precision == 1
    assert found["content soft"].recall == pytest.approx(2 / 12)
    assert found["end-to-end"] == Counts(0, 1, 0, 1)


@pytest.mark.parametrize("inner", [True, False])
def test_quotes_inside_quotes_count_where_a_corpus_labels_some(inner):
    outer = Quote.make(TEXT, span(0, 9), fragments=(span(0, 9),), form="indirect")
    within = Quote.make(TEXT, span(3, 6), fragments=(span(3, 6),), form="indirect", within=outer.id)
    guess = Document(text=TEXT, id="one").with_layer("quotes", [outer, within])
    gold = Document(text=TEXT, id="one").with_layer("quotes", [outer, within] if inner else [outer])
    figures = measured([gold], [(guess, "")], ["quotes"]).figures
    assert figures["quotes: content strict"].precision == 1


def test_group_figures_by_hand():
    """One entity of three mentions split in two: MUC finds one of two links (Vilain et al. 1995)."""
    mentions = [Mention.make(TEXT, span(i, i), label="Person") for i in (0, 1, 2)]

    def grouped(*sizes):
        document, at, entities = Document(text=TEXT).with_layer("mentions", mentions), 0, []
        for size in sizes:
            own = mentions[at : at + size]
            entities.append(Entity.make(TEXT, own[0].span, label="Person", name="x", mentions=tuple(m.id for m in own)))
            at += size
        return document.with_layer("entities", distinct(entities))

    found = MEASURES["groups"](grouped(3), grouped(2, 1))
    assert (found["muc"].precision, found["muc"].recall) == (1, 0.5)
    assert found["b3"].recall == pytest.approx((2 * 2 / 3 + 1 / 3) / 3)
    assert found["ceafe"].recall == pytest.approx(0.8)


def test_numbers_by_hand():
    place = span(6, 7)
    gold = NumberClaim.make(TEXT, place, quantity=Quantity(low=Decimal(35), high=Decimal(35), kind="percent"))
    guess = NumberClaim.make(TEXT, span(6, 6), quantity=Quantity(low=Decimal(35), high=Decimal(35)))
    found = MEASURES["numbers"](
        Document(text=TEXT).with_layer("numbers", [gold]), Document(text=TEXT).with_layer("numbers", [guess])
    )
    assert (found["span"].f1, found["value"].f1, found["value and unit"].f1) == (0, 1, 0)


def figure(low, high=None, **fields):
    ends = [None if end is None else Decimal(end) for end in (low, low if high is None else high)]
    return Quantity(low=ends[0], high=ends[1], **fields)


@pytest.mark.parametrize(
    ("own", "wanted", "right"),
    [
        (figure("12"), figure("12"), True),
        (figure("12"), figure("13"), False),
        (Quantity(low=Decimal(12), high=None), figure("12"), True),
        (figure("0.34", kind="money"), figure("34"), True),
        (figure("0.34"), figure("34"), False),
        (figure("1", kind="ratio", per="5"), figure("0.2"), True),
        (figure("5", "8"), figure("5", "8", high_inclusive=False), True),
        (figure("5", "9"), figure("5", "8"), False),
        (Quantity(low=Decimal(5), high=None), Quantity(low=Decimal(5), high=None, low_inclusive=False), False),
    ],
)
def test_the_value_of_a_phrase_by_the_habits_of_the_specifications(own, wanted, right):
    assert equal(own, wanted) is right


def test_the_source_of_a_figure_by_hand():
    inner, outer, place = span(3, 12), span(0, 12), span(6, 6)
    vell, she = (
        Speaker(name=words, mention=Passage(s, s.cut(TEXT))) for words, s in (("V", span(0, 1)), ("s", span(14, 14)))
    )
    gold = Document(text=TEXT).with_layer(
        "quotes",
        distinct(
            [
                Quote.make(TEXT, outer, fragments=(outer,), form="indirect", speaker=she),
                Quote.make(TEXT, inner, fragments=(inner,), form="indirect", speaker=vell),
            ]
        ),
    )
    for speaker, found, right in ((vell, 1, 1), (she, 1, 0), (None, 0, 0)):
        claim = NumberClaim.make(TEXT, place, quantity=figure("35"), speaker=speaker)
        counts = MEASURES["sources"](gold, Document(text=TEXT).with_layer("numbers", [claim]))
        assert (counts["found"].f1, counts["right"].f1) == (found, right)


def test_a_figure_in_words_of_nobody_is_not_counted():
    quote = Quote.make(TEXT, span(0, 12), fragments=(span(0, 12),), form="indirect")
    claim = NumberClaim.make(TEXT, span(6, 6), quantity=figure("35"))
    gold, guess = Document(text=TEXT).with_layer("quotes", [quote]), Document(text=TEXT).with_layer("numbers", [claim])
    assert {counts.gold for counts in MEASURES["sources"](gold, guess).values()} == {0}


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        ("“We won,” he said.", "We won", "direct"),
        ("He said it was “a gift” to all.", "it was “a gift” to all", "mixed"),
        ("He said it wasn't over.", "it wasn't over", "indirect"),
        ("''We won,'' he said.", "We won", "direct"),
        ("‘We won’t go,’ he said.", "We won’t go", "direct"),
        (
            "He said It's over for the '94 team and its voters' club.",
            "It's over for the '94 team and its voters' club",
            "indirect",
        ),
        ("He said it was 'a gift' to all.", "it was 'a gift' to all", "mixed"),
        ("Sees 'An Insult' If We Don't Go", "'An Insult' If We Don't Go", "mixed"),
        ("‘People hear “long days” and stop,’ she said.", "People hear “long days” and stop", "direct"),
        ("“He asked why they were late,” she said.", "why they were late", "indirect"),
        ("“We tried. We lost it,” she said.", "We lost it", "direct"),
    ],
)
def test_forms(text, piece, expected):
    start = text.index(piece)
    assert form(text, Span(start, start + len(piece))) == expected


def test_marks_around_a_name_are_those_of_a_title():
    text = "The star of “Night Ferry” was “ready”, she said."
    content, name = Span(0, 37), Span(13, 24)
    assert name.cut(text) == "Night Ferry"
    assert form(text, Span(0, 25), [name]) == "indirect"
    assert form(text, Span(0, 25)) == "mixed"
    assert form(text, content, [name]) == "mixed"


def test_a_quote_of_unlike_fragments_is_mixed():
    text = "“We lost,” said Vell, who thought it over."
    assert form_of_all(text, [Span(1, 8), Span(34, 41)]) == "mixed"
    assert form_of_all(text, [Span(1, 8)]) == "direct"


def test_sums_over_articles():
    assert figures([{"a": Counts(1, 2, 1, 1)}, {"a": Counts(0, 1, 0, 2), "b": Counts()}])["a"] == Counts(1, 3, 1, 3)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Miners’ Echo", "MINERS' ECHO", True),
        ("José Peña", "Jose  Pena", True),
        ("Tarn-on-Sea", "Tarn on Sea", False),
        ("The The", "The", True),
        ("The", "", False),
        ("Ada Brook", "Brook", False),
        ("東京", "京都", False),
    ],
)
def test_names_are_compared_by_their_letters(one, other, same):
    assert (comparable(one) == comparable(other)) is same
