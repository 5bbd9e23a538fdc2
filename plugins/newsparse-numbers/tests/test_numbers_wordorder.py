"""What a figure measures where the order of the words says more than the tree, and whose it is."""

from __future__ import annotations

import pytest

from newsparse.model import Document, NumberClaim
from newsparse.testing import Word, parsed
from newsparse_numbers import NumberExtractor


def tree(rows: str) -> Document:
    """A parsed sentence of words written as word/tag/relation>head or word~lemma/tag/relation>head."""
    words = []
    for row in rows.split():
        word, upos, relation = row.rsplit("/", 2)
        deprel, head = relation.split(">")
        text, _, lemma = word.partition("~")
        words.append(Word(text, upos, deprel, int(head), lemma or text.lower()))
    return parsed(words)


def measures(rows: str) -> list[tuple[str, str | None]]:
    """Each figure with what it measures."""
    found = (item for item in NumberExtractor().extract(tree(rows)) if isinstance(item, NumberClaim))
    return [(item.text, item.subject and item.subject.text) for item in found]


def holders(rows: str) -> list[tuple[str, str | None]]:
    """Each figure with its holder."""
    found = (item for item in NumberExtractor().extract(tree(rows)) if isinstance(item, NumberClaim))
    return [(item.text, item.holder and item.holder.text) for item in found]


NAMES = "the/DET/det>2 Orla/PROPN/compound>2 500/NUM/nsubj>3 rose/VERB/root>3 2/NUM/nummod>5 %/SYM/obj>3"
APART = (
    "Brook/PROPN/compound>3 gained/VERB/amod>3 8/NUM/nummod>3 %/NOUN/obl:unmarked>6 ,/PUNCT/punct>3 "
    "Varga/PROPN/nsubj>6 rose/VERB/root>6 4/NUM/nummod>8 %/NOUN/obl>6"
)
GAPPED = (
    "profit/NOUN/nsubj>1 rose/VERB/root>1 12/NUM/nummod>3 %/SYM/obj>1 and/CCONJ/cc>5 "
    "sales/NOUN/conj>3 8/NUM/nummod>7 %/SYM/obl>1"
)
RELATIVE = (
    "in/ADP/case>2 the/DET/det>2 lake/NOUN/nmod>0 that/PRON/nsubj>7 is/AUX/cop>7 90/NUM/nummod>6 "
    "miles/NOUN/obl:unmarked>7 wide/ADJ/acl:relcl>0"
)
TWO_SUBJECTS = (
    "Last/ADJ/amod>1 fall/NOUN/nsubj>4 the/DET/det>3 price/NOUN/nsubj>4 rose/VERB/root>4 3/NUM/nummod>6 %/SYM/obj>4"
)
INVERTED = (
    "shares/NOUN/nsubj>1 fell/VERB/root>1 while/SCONJ/mark>4 wages/NOUN/obj>4 lost/VERB/advcl>1 1/NUM/nummod>6 "
    "%/NOUN/obj>4"
)
WITH = (
    "it/PRON/nsubj>1 closed/VERB/root>1 with/ADP/case>3 oil/NOUN/obl>1 at/ADP/case>5 $/SYM/obl>1 80/NUM/nummod>5 "
    "./PUNCT/punct>1"
)
ADDED = (
    "The/DET/det>1 work/NOUN/nsubj>2 added~add/VERB/root>2 $/SYM/obj>2 4/NUM/nummod>3 to/ADP/case>7 the/DET/det>7 "
    "bill/NOUN/obl>2 ./PUNCT/punct>2"
)
PAID = (
    "Orlatech/PROPN/nsubj>1 paid~pay/VERB/root>1 $/SYM/obj>1 4/NUM/nummod>2 million/NUM/nummod>2 for/ADP/case>7 "
    "the/DET/det>7 club/NOUN/obl>1 ./PUNCT/punct>1"
)
RANGING = (
    "They/PRON/nsubj>1 made/VERB/root>1 claims/NOUN/obj>1 ,/PUNCT/punct>4 ranging/VERB/acl>1 from/ADP/case>6 "
    "$/SYM/obl>1 200/NUM/nummod>6 to/ADP/case>9 $/SYM/conj>6 400/NUM/nummod>9"
)
PULLED = (
    "Varga/PROPN/nsubj>1 pulled/VERB/root>1 the/DET/det>3 sector/NOUN/obj>1 2/NUM/nummod>5 percent/NOUN/obj>1 "
    "lower/ADJ/xcomp>1"
)
YEARS = (
    "The/DET/det>1 price/NOUN/nsubj>2 fell/VERB/root>2 9/NUM/nummod>4 %/SYM/compound>5 year/NOUN/obj>2 "
    "over/ADP/case>7 year/NOUN/nmod>5"
)
BRACKET = (
    "holders/NOUN/nsubj>1 have/VERB/root>1 7/NUM/nummod>3 crowns/NOUN/obj>1 (/PUNCT/punct>5 $/SYM/appos>3 "
    "1/NUM/nummod>5 )/PUNCT/punct>5 in/ADP/case>9 deposits/NOUN/obl>1"
)
AGED = (
    "It/PRON/nsubj>1 has/VERB/root>1 players/NOUN/obj>1 over/ADP/case>5 the/DET/det>5 age/NOUN/obl>1 of/ADP/case>7 "
    "21/NUM/nmod>5 ./PUNCT/punct>1"
)
ODDS = (
    "He/PRON/nsubj>1 put~put/VERB/root>1 the/DET/det>3 odds/NOUN/obj>1 of/ADP/case>5 repair/NOUN/nmod>3 "
    "at/ADP/case>8 3/NUM/nummod>8 %/NOUN/nmod>5"
)
MARGIN = (
    "It/PRON/nsubj>1 has/VERB/root>1 a/DET/det>3 margin/NOUN/obj>1 of/ADP/case>5 error/NOUN/nmod>3 "
    "of/ADP/case>8 2/NUM/nummod>8 %/NOUN/nmod>5"
)
QUARTER = (
    "Sales/NOUN/nsubj>1 fell/VERB/root>1 in/ADP/case>4 the/DET/det>4 quarter/NOUN/obl>1 from/ADP/case>6 "
    "$/SYM/nmod>4 2/NUM/nummod>6"
)
BOTH = (
    "They/PRON/nsubj>1 have/VERB/root>1 60/NUM/nummod>3 boats/NOUN/obj>1 and/CCONJ/cc>5 sales/NOUN/conj>3 "
    "of/ADP/case>7 $/SYM/nmod>5 2/NUM/nummod>7"
)
WAIT = "The/DET/det>1 wait/NOUN/nsubj>4 is/AUX/cop>4 20/NUM/nummod>4 minutes/NOUN/root>4"


@pytest.mark.parametrize(
    ("rows", "figure", "measured"),
    [
        pytest.param(NAMES, "2%", "Orla 500", id="a name that ends in digits is a subject"),
        pytest.param(APART, "8%", "Brook", id="the verb before the figure, not the one behind it"),
        pytest.param(GAPPED, "8%", "sales", id="a verb left out"),
        pytest.param(RELATIVE, "90 miles", "lake", id="the noun before a relative pronoun"),
        pytest.param(TWO_SUBJECTS, "3%", "price", id="the nearer of two subjects"),
        pytest.param(INVERTED, "1%", "wages", id="an object before its verb is a subject"),
        pytest.param(WITH, "$80", "oil", id="with a noun at a figure"),
        pytest.param(ADDED, "$4", "bill", id="what a figure is added to"),
        pytest.param(PAID, "$4 million", "club", id="what is paid for"),
        pytest.param(RANGING, "$200 to $400", "claims", id="what ranges"),
        pytest.param(PULLED, "2 percent", "sector", id="what is pulled lower"),
        pytest.param(YEARS, "9%", "price", id="no year is counted in year over year"),
        pytest.param(ODDS, "3%", "odds", id="what is put at a figure, over of"),
        pytest.param(MARGIN, "2%", "margin", id="a margin of error"),
        pytest.param(QUARTER, "$2", "Sales", id="a period is not what falls from a figure"),
        pytest.param(BOTH, "60", "boats", id="what has a figure of its own is not counted"),
        pytest.param(BRACKET, "$1", "deposits", id="what stands behind a bracket"),
        pytest.param(AGED, "21", "players", id="who is over an age"),
        pytest.param(WAIT, "20 minutes", "wait", id="what is as long"),
    ],
)
def test_what_a_figure_measures(rows, figure, measured):
    assert (figure, measured) in measures(rows)


def test_a_raised_price_is_no_place_that_a_figure_is_put_on():
    rows = "Orla/PROPN/nsubj>1 put/VERB/root>1 prices/NOUN/obj>1 at/ADP/case>4 $/SYM/obl>1 4/NUM/nummod>4"
    assert measures(rows) == [("$4", "prices")]


def test_whoever_reports_a_figure_does_not_hold_it():
    rows = "Ada/PROPN/nsubj>1 said/VERB/root>1 two/NUM/nsubj>3 raised/VERB/ccomp>1 $/SYM/obj>3 9/NUM/nummod>4"
    assert measures(rows)[0] == ("two", None)


def test_the_name_that_a_sum_is_for_holds_it():
    rows = (
        "a/DET/det>1 penalty/NOUN/root>1 of/ADP/case>3 $/SYM/nmod>1 52/NUM/nummod>3 for/ADP/case>6 Brook/PROPN/nmod>1 "
        "and/CCONJ/cc>8 $/SYM/conj>1 75/NUM/nummod>8 for/ADP/case>11 Varga/PROPN/nmod>1 ./PUNCT/punct>1"
    )
    assert holders(rows) == [("$52", "Brook"), ("$75", "Varga")]


@pytest.mark.parametrize(
    ("rows", "holder"),
    [
        ("Nine/NUM/nummod>1 days/NOUN/obl>2 later/ADV/advmod>4 Ada/PROPN/nsubj>4 left/VERB/root>4", None),
        ("Ada/PROPN/nsubj>1 stayed/VERB/root>1 for/ADP/case>4 nine/NUM/nummod>4 days/NOUN/obl>1", "Ada"),
    ],
)
def test_a_duration_that_only_tells_when_belongs_to_nobody(rows, holder):
    assert [found for _, found in holders(rows)] == [holder]


GROUP = (
    "Among/ADP/case>1 those/PRON/obl>6 who/PRON/nsubj>3 came/VERB/acl:relcl>1 ,/PUNCT/punct>6 a/DET/det>6 "
    "third/NOUN/root>6 agreed/VERB/dep>6"
)
OLD = "They/PRON/nsubj>1 sold/VERB/root>1 ferries/NOUN/obj>1 30/NUM/nummod>4 years/NOUN/obl:unmarked>5 old/ADJ/amod>2"
MEN = (
    "The/DET/det>1 men/NOUN/nsubj>8 ,/PUNCT/punct>1 aged/VERB/acl>1 19/NUM/obj>3 and/CCONJ/cc>6 22/NUM/conj>4 "
    ",/PUNCT/punct>1 fled/VERB/root>8"
)
DROP = (
    "It/PRON/nsubj>1 had/VERB/root>1 a/DET/det>3 drop/NOUN/obj>1 of/ADP/case>6 17/NUM/nummod>6 percent/NOUN/nmod>3 "
    "in/ADP/case>8 revenue/NOUN/obl>1"
)
TOTAL = "They/PRON/nsubj>1 stole/VERB/root>1 a/DET/det>3 total/NOUN/obj>1 of/ADP/case>5 $/SYM/nmod>3 4/NUM/nummod>5"
HALF = (
    "The/DET/det>1 group/NOUN/nsubj>2 spent/VERB/root>2 half/NOUN/obj>2 of/ADP/case>5 it/PRON/nmod>3 on/ADP/case>7 "
    "ads/NOUN/obl>2"
)
GERUNDS = (
    "a/DET/det>6 600/NUM/nummod>2 metre/NOUN/compound>6 walking/NOUN/compound>6 and/CCONJ/cc>5 cycling/NOUN/conj>3 "
    "path/NOUN/root>6"
)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(GROUP, [("a third", "those")], id="the group that comes first"),
        pytest.param(OLD, [("30 years", "ferries")], id="things of an age"),
        pytest.param(MEN, [("19", "men"), ("22", "men")], id="people of several ages"),
        pytest.param(DROP, [("17 percent", "revenue")], id="what a change is in"),
        pytest.param(TOTAL, [("$4", None)], id="a sum of nothing named"),
        pytest.param(HALF, [("half", None)], id="half of what a pronoun means"),
        pytest.param(GERUNDS, [("600 metre", "path")], id="two modifiers of one noun"),
    ],
)
def test_what_shares_ages_and_sums_measure(rows, expected):
    assert measures(rows) == expected


PLACED = (
    "the/DET/det>1 rebuild/NOUN/ccomp>8 in/ADP/case>3 Port/PROPN/nmod>1 Ambry/PROPN/flat>3 to/PART/mark>6 "
    "cost/VERB/ccomp>8 80/NUM/obj>6 says/VERB/root>8"
)


def test_a_place_of_two_words_costs_nothing():
    assert measures(PLACED) == [("80", "rebuild")]


def test_a_month_between_two_levels_is_not_what_the_second_measures():
    rows = (
        "The/DET/det>1 quintal/NOUN/nsubj>2 averaged~average/VERB/root>2 $/SYM/obj>2 184.33/NUM/nummod>3 "
        "and/CCONJ/cc>7 last/ADJ/amod>7 month/NOUN/obl:unmarked>2 $/SYM/conj>2 253.79/NUM/nummod>8 ./PUNCT/punct>2"
    )
    assert measures(rows) == [("$184.33", "quintal"), ("$253.79", "quintal")]
