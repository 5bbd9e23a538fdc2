"""How something is said: act, manner, hedges, negations, anonymity; and what decided each part."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Layer, Span
from newsparse.syntax import Tree
from newsparse.testing import attributed, parsed, written
from newsparse_quotes.extractor import Quotes
from newsparse_quotes.readings import addressee

LEMMAS = {"denied": "deny", "promised": "promise", "wrote": "write", "believed": "believe", "feared": "fear"}
LEMMAS |= {"declined": "decline", "said": "say"}


def article(text, attribution):
    """A document with lemmas for the cues above and one attribution (source, cue, content)."""
    found = attributed(text, *attribution, confidence=0.9)
    names = {"Ada Brook": "Person"} if "Ada Brook" in text else {}
    document = written(text, names=names, layers=[Layer.of("attributions", [found])])
    tokens = [attrs.evolve(token, lemma=LEMMAS.get(token.text, token.text)) for token in document.tokens]
    return document.with_layer("tokens", tokens)


def quotes(document):
    return list(Quotes().extract(document))


CASES = [
    ("denied", "that the board had known", "denied", "speech"),
    ("promised", "that the quay would open", "promised", "speech"),
    ("wrote", "that the quay would open", "said", "writing"),
    ("believed", "that the quay would open", "believed", "thought"),
    ("feared", "that the quay would sink", "feared", "thought"),
    ("declined", "to comment on the quay", "declined", "speech"),
    ("declined", "the second prize", "said", "speech"),
]


@pytest.mark.parametrize(("cue", "content", "act", "manner"), CASES, ids=[f"{c[0]} {c[1]}" for c in CASES])
def test_the_act_and_the_manner_follow_from_the_cue(cue, content, act, manner):
    (quote,) = quotes(article(f"Ada Brook {cue} {content}.", ("Ada Brook", cue, content)))
    assert (quote.act, quote.manner) == (act, manner)


def test_hedges_and_negations_come_with_their_places():
    text = "Ada Brook said that the quay might not open."
    (quote,) = quotes(article(text, ("Ada Brook", "said", "that the quay might not open")))
    assert [str(word) for word in quote.hedges] == ["might"]
    assert [text[word.span.start : word.span.end] for word in quote.negations] == ["not"]


@pytest.mark.parametrize(
    ("content", "hedges"),
    [
        ("about 40 ships sank", ["about"]),
        ("around half of them sank", ["around"]),
        ("they went around the quay", []),
    ],
)
def test_about_and_around_are_hedges_before_a_figure_alone(content, hedges):
    (quote,) = quotes(article(f"Ada Brook said {content}.", ("Ada Brook", "said", content)))
    assert [str(word) for word in quote.hedges] == hedges


@pytest.mark.parametrize(
    ("cue", "content", "hedges"),
    [
        ("said in May", "that it sank", []),
        ("said", "that it sank in May", []),
        ("said", "that, May being wet, it sank", []),
        ("said", "that it may sink", ["may"]),
        ("said", "that IT MAY sink", ["MAY"]),
        ("said:", "May it sink", ["May"]),
        ("said", "that in May it may sink", ["may"]),
    ],
)
def test_the_month_of_may_is_no_hedge(cue, content, hedges):
    (quote,) = quotes(article(f"Ada Brook {cue} {content}.", ("Ada Brook", cue, content)))
    assert [str(word) for word in quote.hedges] == hedges


@pytest.mark.parametrize(
    ("content", "hedges"),
    [
        ("that, I think, it sank", ["I think"]),
        ("“it sank, and I guess it may burn”", ["I guess", "may"]),
        ("“it sank in my view, as far as I know”", ["in my view", "as far as I know"]),
        ("that she and Will Think met", []),
    ],
)
def test_i_is_no_name_inside_a_sentence(content, hedges):
    (quote,) = quotes(article(f"Ada Brook said {content}.", ("Ada Brook", "said", content)))
    assert [str(word) for word in quote.hedges] == hedges


def test_a_shortened_not_counts_and_another_does_not():
    text = "Ada Brook said that another quay didn't open."
    (quote,) = quotes(article(text, ("Ada Brook", "said", "that another quay didn't open")))
    assert [str(word) for word in quote.negations] == ["n't"]


@pytest.mark.parametrize(
    ("content", "negations"),
    [("that the No. 4 quay sank", []), ("that no quay sank", ["no"]), ("“No quay sank”", ["No"])],
)
def test_the_number_of_a_quay_is_no_negation(content, negations):
    (quote,) = quotes(article(f"Ada Brook said {content}.", ("Ada Brook", "said", content)))
    assert [str(word) for word in quote.negations] == negations


def test_plain_words_hold_no_hedge():
    (quote,) = quotes(article("Ada Brook said that it rained.", ("Ada Brook", "said", "that it rained")))
    assert (quote.hedges, quote.negations) == ((), ())


def test_the_reason_for_anonymity_is_kept():
    text = "A clerk, who spoke on condition of anonymity because the talks go on, said that it rained."
    (quote,) = quotes(article(text, ("A clerk", "said", "that it rained")))
    assert str(quote.speaker.anonymity) == "on condition of anonymity because the talks go on"


def test_the_evidence_names_what_decided_each_part():
    (quote,) = quotes(article("Ada Brook said that it rained.", ("Ada Brook", "said", "that it rained")))
    assert {item.part: item.rule for item in quote.evidence} == {
        "content": "attribution-model",
        "source": "quotes.source.given",
        "speaker": "quotes.speaker.mention",
    }


TOLD = [
    ("Ada", "PROPN", "nsubj", 1),
    ("told", "VERB", "root", 1),
    ("the", "DET", "det", 3),
    ("Courier", "PROPN", "obj", 1),
    ("nothing", "PRON", "ccomp", 1),
]
SPOKE = [
    ("Ada", "PROPN", "nsubj", 1),
    ("spoke", "VERB", "root", 1),
    ("to", "ADP", "case", 4),
    ("the", "DET", "det", 4),
    ("board", "NOUN", "obl", 1),
]


@pytest.mark.parametrize(
    ("rows", "lemma", "cue", "whom"),
    [
        (TOLD, "tell", "told", "the Courier"),
        (SPOKE, "speak", "spoke", "the board"),
        (TOLD, "see", "told", None),
        ([*SPOKE[:2], ("of", "ADP", "case", 4), *SPOKE[3:]], "speak", "spoke", None),
        ([*SPOKE[:4], ("length", "ADV", "obl", 1)], "speak", "spoke", None),
        ([*SPOKE[:4], ("board", "NOUN", "nmod", 0)], "speak", "spoke", None),
        ([SPOKE[0], ("spoke", "NOUN", "root", 1), *SPOKE[2:]], "speak", "spoke", None),
    ],
    ids=["told", "spoke to", "not a verb of telling", "spoke of", "no noun", "not of the verb", "no verb"],
)
def test_the_addressee_is_whom_the_cue_tells_or_speaks_to(rows, lemma, cue, whom):
    document = parsed(rows, lemmas={cue: lemma})
    start = document.text.index(cue)
    found = addressee(Tree(document), Span(start, start + len(cue)), [])
    assert (found.text if found else None) == whom


def test_whoever_is_quoted_is_no_addressee():
    document = parsed(TOLD, lemmas={"told": "tell"})
    assert addressee(Tree(document), Span(4, 8), [Span(0, len(document.text))]) is None
    assert addressee(Tree(document), None, []) is None
