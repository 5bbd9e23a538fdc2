"""Parts of a whole and ordinals that are written alike: "about a third would stay", "a third bid"."""

from __future__ import annotations

import pytest

from newsparse.model import Document, NumberClaim, Sentence, Span, Token
from newsparse_numbers import NumberExtractor, find_quantities
from newsparse_numbers.lexicon import table, words

SHARES = [
    ("Most want it, while about a third would rather see it stopped.", "a third", "about 0.3333"),
    ("A third would stay.", "A third", "0.3333"),
    ("One third would stay.", "One third", "0.3333"),
    ("A third of the crew left.", "A third", "0.3333"),
    ("Fares fell by a third by 2030.", "a third", "0.3333"),
    ("Nearly a quarter live alone.", "a quarter", "about 0.25"),
    ("Roughly one third support the plan.", "one third", "about 0.3333"),
    ("More than a fifth cannot read.", "a fifth", "over 0.2"),
    ("Less than a tenth answered.", "a tenth", "under 0.1"),
    ("More than a third question the plan.", "a third", "over 0.3333"),
    ("About a third back the plan.", "a third", "about 0.3333"),
    ("Around a third voted for it.", "a third", "about 0.3333"),
]
ORDINALS = [
    ("A third bid came in.", "third"),
    ("A third man fled.", "third"),
    ("A third straight win came.", "third"),
    ("They argued over a third runway.", "third"),
    ("They spoke about a third term for him.", "third"),
    ("Talk about a third man grew.", "third"),
    ("It asks for no more than a third term.", "third"),
    ("It won at least a third place.", "third"),
    ("She won a third in a row.", "third"),
    ("It is a fifth-largest port.", "fifth-largest"),
    ("She won her third Grand Slam title.", "third"),
    ("The second Orla ferry sank.", "second"),
    ("It was the third time that month.", "third"),
    ("They go to the second round.", "second"),
    ("It is their third World Cup.", "third"),
]
IN_A_ROW = [
    ("Four trees fell on Monday and a fifth on Tuesday.", ["Four", "fifth"]),
    ("Three sailors died and a fourth was hurt.", ["Three", "fourth"]),
    ("Two men were held and a third is sought.", ["Two", "third"]),
    ("Two men were held and a third of the crew fled.", ["Two", "a third"]),
    ("Two men were held. A third would stay.", ["Two", "A third"]),
    ("Nine men were held and a third would stay.", ["Nine", "a third"]),
]
NEITHER = [
    "It was signed without a second bid.",
    "There is no second chance.",
    "The Third Fleet left.",
    "It is on third Street.",
    "It took nearly a quarter century.",
    "It reached more than a quarter final.",
    "It needs more than a third party.",
    "It is nearly a third-party matter.",
]


def tagged(text: str, tag: str) -> Document:
    """A text whose "third" has the tag ``tag``, under the word behind it."""
    tokens, at = [], 0
    parts = text.removesuffix(".").split()
    for index, word in enumerate(parts):
        span = Span(at, at + len(word))
        upos, head = (tag, min(index + 1, len(parts) - 1)) if word == "third" else ("X", len(parts) - 1)
        deprel = "amod" if tag == "ADJ" else "nsubj"
        tokens.append(Token.make(text, span, group=index, lemma=word, upos=upos, deprel=deprel, head=head))
        at = span.end + 1
    sentence = Sentence.make(text, Span(0, len(text)), first=0, last=len(tokens))
    return Document(text=text).with_layer("tokens", tokens).with_layer("sentences", [sentence])


def read(text: str) -> list[tuple[str, str, str]]:
    """Each figure of a text: the words, the value, the kind."""
    found = find_quantities(text)
    return [(text[item.span.start : item.span.end], str(item.quantity), item.quantity.kind) for item in found]


@pytest.mark.parametrize(("text", "surface", "value"), SHARES, ids=[row[0] for row in SHARES])
def test_a_part_before_no_noun_or_behind_a_hedge_is_a_share(text, surface, value):
    assert (surface, value, "fraction") in read(text)


@pytest.mark.parametrize(("text", "surface"), ORDINALS, ids=[row[0] for row in ORDINALS])
def test_a_part_before_its_noun_is_an_ordinal(text, surface):
    ((found, _, kind),) = read(text)
    assert found == surface
    assert kind in ("ordinal", "rank")


@pytest.mark.parametrize(("text", "surfaces"), IN_A_ROW, ids=[row[0] for row in IN_A_ROW])
def test_a_part_that_goes_on_counting_is_an_ordinal(text, surfaces):
    assert [surface for surface, _, _ in read(text)] == surfaces


@pytest.mark.parametrize("text", NEITHER)
def test_a_part_that_belongs_to_a_name_of_its_own_is_no_share(text):
    assert read(text) == []


def test_ordinals_that_are_joined_stay_ordinals():
    assert [kind for _, _, kind in read("He set a third and fourth record.")] == ["ordinal", "ordinal"]


def test_an_ordinal_behind_an_article_is_not_near_its_value():
    assert read("They spoke about a third term for him.") == [("third", "3", "ordinal")]
    assert read("She came about 20th in the race.") == [("20th", "about 20", "ordinal")]


@pytest.mark.parametrize("tag", ["NOUN", "ADJ", "NUM", "ADV"])
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("and about a third would rather see it stopped.", "fraction"),
        ("and nearly a third support it.", "fraction"),
        ("and a third bid came in.", "ordinal"),
        ("and talk about a third man grew.", "ordinal"),
    ],
)
def test_the_tag_of_the_part_does_not_matter(text, kind, tag):
    found = (item for item in NumberExtractor().extract(tagged(text, tag)) if isinstance(item, NumberClaim))
    assert [item.quantity.kind for item in found] == [kind]


def test_every_firm_hedge_is_a_known_hedge():
    known = {*table("bounds.before"), *table("bounds.near"), *words("modality.approximations.bound")}
    assert words("shares.firm") <= known
