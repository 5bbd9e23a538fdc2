"""All shipped extractors together: what must hold of any article, whoever wrote them; run where they are installed."""

from __future__ import annotations

import re
from importlib.util import find_spec
from textwrap import fill

import pytest

import newsparse

SHIPPED = ("newsparse_english", "newsparse_entities", "newsparse_numbers", "newsparse_quotes")
pytestmark = pytest.mark.skipif(
    not all(map(find_spec, SHIPPED)), reason="the extractors that newsparse ships are not installed"
)

ARTICLE = """PORT SELWYN, May 4 - Two of the harbour's five cranes have stood still since Monday, and Ada Brook, its
master, wants $3.5 million for repairs.

“We lost four ships,” Brook told reporters. “And their crews — 65 people, or more — are waiting,” she added.

Tomas Varga, who praised its workers, denied that the Kell Bank had cut its loans by 12% (from 5.1% to 4.8%).

\t- Kell Bank, their lender, gave no figures.
\t- A poll of 1,012 adults by Tidewell Research found that 48% of voters, 30 or older, want a new quay.

"Nobody asked us", said Mr. Varga's deputy. According to the union, its members will "not go back" before 7 a.m.,
when the company's owner, the Marek family, meets its bankers: 'It is over,' one of them said of the firm"""


def prefixes(text):
    """The text cut after every word, every mark, and all blanks but single ones."""
    return [text[: match.end()] for match in re.finditer(r"\w+|(?! \S)\s+|[^\w\s]", text)]


def test_every_beginning_of_an_article_is_accepted_without_a_failure():
    cuts = prefixes(ARTICLE)
    assert len(cuts) > 200
    for document in newsparse.load("en", size="small").pipe([*cuts, *(cut + " " for cut in cuts[-20:])]):
        assert document.failures == (), document.text[-60:]


FIGURES = [
    "It was cut from 5.1% to 4.8% in two years.",
    "The port counted 1,012 ships in May and 948 in June.",
    "Ada Brook sold 40 loaves, 12 pies and half of her eggs.",
    "A third of 65 crews sailed 7 miles on Monday.",
    "Between 3 and 17 September, 40 crews and 12 boats came.",
    "It was shut on 22 and 23 May, and from 11 to 14 June; 5 of 9 crews stayed.",
    "It fell from 5% in 2019 to 4% between 2020 and 2022, or 1 in 25.",
]
BLANKS = {"a line end": "\n", "two blanks": "  ", "a no-break blank": "\u00a0", "a carriage return": "\r\n"}


def figures(english, texts):
    documents = list(english.pipe(texts))
    assert [document.failures for document in documents] == [()] * len(documents)
    return [[str(claim.quantity) for claim in document.numbers] for document in documents]


@pytest.mark.parametrize("blank", BLANKS.values(), ids=BLANKS)
@pytest.mark.parametrize("sentence", FIGURES)
def test_another_blank_between_two_words_changes_no_figure(english, sentence, blank):
    variants = [sentence[: match.start()] + blank + sentence[match.end() :] for match in re.finditer(" ", sentence)]
    plain, *others = figures(english, [sentence, *variants])
    assert len(plain) >= 2
    assert [variant for variant, found in zip(variants, others, strict=True) if found != plain] == []


@pytest.mark.parametrize(
    "change", [lambda text: text.replace(" ", "  "), lambda text: fill(text, 24)], ids=["doubled", "wrapped"]
)
@pytest.mark.parametrize("sentence", FIGURES)
def test_doubled_blanks_and_narrow_lines_change_no_figure(english, sentence, change):
    plain, other = figures(english, [sentence, change(sentence)])
    assert other == plain


@pytest.mark.parametrize("dash", "-–—")
@pytest.mark.parametrize("blank", [" ", "\t", "\n", "\u00a0"], ids=["blank", "tab", "line end", "no-break blank"])
def test_a_dash_before_a_list_item_is_not_a_minus_sign(english, dash, blank):
    dashed, plain = figures(english, [f"Losses:\n{dash}{blank}5 ships\n{dash}{blank}7 men", "Losses:\n5 ships\n7 men"])
    assert dashed == plain == ["5", "7"]


def about(document, claims):
    return [[document.entity(name).name for name in claim.about] for claim in claims]


def test_a_quote_is_about_the_entities_in_its_words_except_its_speaker(english):
    text = "Ada Brook accused Tomas Varga of lying. “He cheated Kell Bank, and he cheated me,” Brook said. “It rained.”"
    document = english(text)
    assert about(document, document.quotes)[:2] == [["Tomas Varga"], ["Tomas Varga", "Kell Bank"]]


def test_a_figure_is_about_its_holder_and_what_is_counted(english):
    document = english("Kell Bank's profit rose by 12%. Tomas Varga owns 40 ships. It took 30 minutes.")
    assert about(document, document.numbers) == [["Kell Bank"], ["Tomas Varga"], []]
