"""The stories across articles: marked names become spans with gold ids, and B³ counts what is joined."""

from collections import Counter
from decimal import Decimal

import attrs
import pytest

import newsparse
from newsparse.errors import SchemaError
from newsparse.linking import Across, Profile, SameQuote, Telling
from newsparse.model import Difference, Document, Located, Meta, Passage, Quantity, Quote, Span, Speaker
from newsparse.testing import written
from newsparse_bench.stories.claims import Telling as FigureTelling
from newsparse_bench.stories.claims import Told, ToldClaim
from newsparse_bench.stories.marks import Mark, plain
from newsparse_bench.stories.planted import PlantedScore, count
from newsparse_bench.stories.quoted import Altered, tellings
from newsparse_bench.stories.reading import stories
from newsparse_bench.stories.same_quotes import gold_links, score
from newsparse_bench.stories.scoring import b_cubed, found, people
from newsparse_bench.stories.weighing import pairs
from newsparse_bench.verifying.drafts import Draft, Planted


def test_every_story_is_told_several_times_and_names_are_marked():
    for part, articles, number in (("dev", 98, 26), ("test", 94, 25)):
        told = list(stories(part))
        assert len({story.document.id for story in told}) == len(told) == articles
        tellings_of = Counter(story.document.id.split("-")[0] for story in told)
        assert len(tellings_of) == number
        assert min(tellings_of.values()) == 2
        for story in told:
            assert not set("|{}‹›«»^") & set(story.document.text)
            assert "[" not in story.document.text
            assert story.names
    first = next(iter(stories("dev")))
    span, gold = next(iter(first.names.items()))
    assert (first.document.id, span.cut(first.document.text), gold) == ("d1-gazette", "Ada Brook", "brook")
    assert first.document.meta.published == "2026-03-02"


def test_the_entity_with_most_of_the_names_is_the_one_that_is_scored():
    first = next(iter(stories("dev")))
    document = written(first.document.text, names={"Ada Brook": "Person"})
    items = found(first, document)
    assert items["d1-gazette", "brook"] == document.entities[0].id
    assert items["d1-gazette", "varga"] == ""
    assert ("d1-gazette", "odu") not in people(items, first.organisations)


def test_b_cubed_counts_both_ways():
    groups = Across()
    for key in "abc":
        groups.add_profiles(key, [Profile(document=key, entity="e", label="Person", names=("Ada Brook",))])
    score = b_cubed({("a", "one"): "e", ("b", "one"): "e", ("c", "two"): "e"}, groups)
    assert (round(score.precision, 3), score.recall, score.missed) == (round(5 / 9, 3), 1.0, 0)
    assert round(score.f1, 3) == 0.714


def test_marks_may_be_inside_others_and_leave_the_plain_text():
    text, marks = plain('"{[Ada|brook] ^may/will^ ^/never^wait 1/2 day|wait altered}," ‹two|dead› said.')
    assert text == '"Ada may wait 1/2 day," two said.'
    assert [text[mark.start : mark.end] for mark in marks] == ["Ada may wait 1/2 day", "Ada", "may", "", "two"]
    assert marks[-1] == Mark("‹", 24, 27, "dead")


def test_a_telling_has_its_fragments_and_its_altered_words():
    text, marks = plain('"{We ^may/will^ go|go+stay altered other}," he said, "{^/only^ today|go+stay altered other}."')
    (telling,) = tellings(marks)
    assert [span.cut(text) for span in telling.fragments] == ["We may go", " today"]
    assert (telling.utterances, telling.relation, telling.other) == (("go", "stay"), "altered", True)
    assert telling.altered == (Altered(Span(4, 7), "will"), Altered(None, "only"))


@pytest.mark.parametrize("body", ["{We go|go verbatim", "[Ada", "{We go|go whispered}", "{We go|go verbatim loudly}"])
def test_marks_that_cannot_be_read_are_refused(body):
    with pytest.raises(SchemaError):
        tellings(plain(body)[1])


def test_links_of_tellings_are_scored_with_their_relations_and_altered_words():
    told = [story for story in stories("dev") if story.document.id.startswith("d12-")]
    gold = gold_links(told)
    places = sorted({place for link in gold for place in link})
    assert ("d12-radio", "luck") in places
    assert score(told, []).recall == 0
    first, radio = (next(item for item in told if item.document.id == key) for key in ("d12-herald-1", "d12-radio"))
    words = (next(item for item in story.tellings if item.utterances == ("luck",)) for story in (first, radio))
    tellings_found = [found_telling(story, item) for story, item in zip((first, radio), words, strict=True)]
    group = SameQuote(id="d12", text="", speaker=None, original="d12-herald-1", tellings=tuple(tellings_found))
    result = score(told, [group])
    assert (result.right, result.found, result.precision, result.relations, result.exact) == (1, 1, 1.0, 2, 1)
    assert {line.partition(":")[0] for line in result.wrong} == {"missed"}
    assert (len(score(told, []).wrong), len(result.wrong)) == (len(gold), len(gold) - 1)
    same = [attrs.evolve(item, differences=()) for item in tellings_found]
    other = attrs.evolve(
        same[1], passages=(Located(document="d12-radio", start=0, end=1, text=radio.document.text[:1]),)
    )
    wrong = score(
        told, [attrs.evolve(group, tellings=tuple(same)), attrs.evolve(group, tellings=(same[0], other))]
    ).wrong
    assert "no link: luck in d12-herald-1 and 0-1 in d12-radio" in wrong
    assert f"altered in d12-radio: {same[1].text!r}: nothing" in wrong


def found_telling(story, item):
    text, key = story.document.text, story.document.id
    passages = tuple(Located(document=key, start=at.start, end=at.end, text=at.cut(text)) for at in item.fragments)
    changes = [
        Difference(
            part="words",
            here=Passage(change.here, change.here.cut(text)),
            there=Located(document="d12-herald-1", start=0, end=6, text=change.there),
        )
        for change in item.altered
    ]
    return Telling(
        document=key,
        outlet=None,
        published=None,
        passages=passages,
        quote=None,
        relation=item.relation,
        speaker=None,
        entity=None,
        differences=tuple(changes),
    )


def test_planted_alterations_are_counted_by_what_was_done_to_a_quotation():
    source, text = "“We have waited long enough,” Ada Brook said.", "“We have tarried long enough,” Ada Brook said."
    quotes = [attributed_quote(words, "Ada Brook") for words in (source, text)]
    first, second = (attrs.evolve(quote, id=key) for quote, key in zip(quotes, ("a", "b"), strict=True))
    planted = Planted(kind="altered", span=Span(9, 16), sentence=Span(0, len(text)), before="waited")
    result = PlantedScore()
    count(result, Draft(id="b", text=text, sources=("a",), planted=planted), second, [first])
    assert (result.altered, result.found, result.exact, result.untouched) == (1, 1, 1, 0)


def attributed_quote(text, name):
    article = written(text, names={name: "Person"})
    span = Span(1, text.index("”"))
    speaker = Speaker(name=name, kind="person", reason="named", entity=article.entities[0].id)
    return article.with_layer("quotes", [Quote.make(text, span, fragments=(span,), form="direct", speaker=speaker)])


def test_pairs_of_labelled_figures_are_right_where_they_are_in_one_group():
    texts = {
        "s1-a": "The fire in Orla destroyed 40 boats and 12 cranes.",
        "s1-b": "In Orla 70 boats were destroyed by the fire.",
    }
    labels = {"s1-a": {"40": "boats", "12": "cranes"}, "s1-b": {"70": "boats"}}
    tellings = tuple(
        FigureTelling(
            story="s1",
            document=Document(text=text, id=key, meta=Meta(published="2026-03-02")),
            claims=tuple(figure(text, *label) for label in labels[key].items()),
            disputes=(),
        )
        for key, text in texts.items()
    )
    stories_told = Told(tellings=tellings, verdicts={})
    cases = list(pairs(stories_told, list(newsparse.load("en").pipe([item.document for item in tellings]))))
    assert {case.article for case in cases} == {"s1"}
    assert [case.right for case in cases if case.options[0]["head"] == 1] == [{0}]
    assert all(not case.right for case in cases if case.options[0]["head"] != 1)


def figure(text, words, group):
    start = text.index(words)
    quantity = Quantity(low=Decimal(words), high=Decimal(words))
    span = Span(start, start + len(words))
    return ToldClaim(span=span, id=group, labels=frozenset(), group=group, quantity=quantity)
