"""Measures agree with official scorers, and with examples that are worked out in publications."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.model import Document, Entity, Mention, Span
from newsparse_bench.corpora.treebanks import Builder
from newsparse_bench.metrics import MEASURES

LETTERS = "theportlostships"
OFFICIAL = {"words": "Words", "sentences": "Sentences", "upos": "UPOS", "xpos": "XPOS", "uas": "UAS", "las": "LAS"}
SHORTENED = """1\tVell\tVell\tPROPN\tNNP\t_\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tlose\tlose\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

"""


@st.composite
def analyses(draw):
    """The letters cut into words and sentences, with tags and a tree for each, as CoNLL-U."""
    cuts = sorted(draw(st.sets(st.integers(1, len(LETTERS) - 1), min_size=1, max_size=7)))
    words = [LETTERS[a:b] for a, b in zip([0, *cuts], [*cuts, len(LETTERS)], strict=True)]
    stop = draw(st.integers(1, len(words)))
    return "".join(draw(trees(sentence)) for sentence in (words[:stop], words[stop:]) if sentence)


@st.composite
def trees(draw, words):
    order = draw(st.permutations(range(1, len(words) + 1)))
    heads = {word: draw(st.sampled_from(order[:place])) if place else 0 for place, word in enumerate(order)}
    lines = []
    for number, word in enumerate(words, 1):
        upos, xpos = draw(st.sampled_from(["NOUN VB", "NOUN NN", "VERB VB"])).split()
        deprel = draw(st.sampled_from(["obj", "nsubj", "nsubj:pass"])) if heads[number] else "root"
        lines.append(f"{number}\t{word}\t_\t{upos}\t{xpos}\t_\t{heads[number]}\t{deprel}\t_\tSpaceAfter=No\n")
    return "".join(lines) + "\n"


def document(conllu):
    builder = Builder("one")
    for sentence in conllu.strip().split("\n\n"):
        builder.add([line.split("\t") for line in sentence.split("\n")])
    return builder.document()


def official(conllu):
    """What the scorer of the shared task reads, which Stanza calls as well."""
    from udtools import udeval

    return udeval.load_conllu(io.StringIO(conllu), "one", {})


def official_counts(gold, guess):
    """Right, guessed, found and gold words by the scorer of the shared task, for each of our figures."""
    from udtools import udeval

    expected = udeval.evaluate(official(gold), official(guess))
    scores = {name: expected[key] for name, key in OFFICIAL.items()}
    return {name: (s.correct, s.system_total, s.correct, s.gold_total) for name, s in scores.items()}


def counts(gold, guess):
    """The same by ours."""
    found = MEASURES["analysis"](document(gold), document(guess))
    return {name: (found[name].right, found[name].guessed, found[name].found, found[name].gold) for name in OFFICIAL}


class TestAnalysis:
    """Against the scorer of the CoNLL 2018 shared task (Zeman et al. 2018)."""

    @settings(deadline=None)
    @given(analyses(), analyses())
    def test_all_counts_are_those_of_the_official_scorer(self, gold, guess):
        assert counts(gold, guess) == official_counts(gold, guess)

    def test_words_of_one_token_count_as_in_the_official_scorer(self):
        other = SHORTENED.replace("4\tadvmod", "2\tdep").replace("RB", "UH")
        assert counts(SHORTENED, SHORTENED) == official_counts(SHORTENED, SHORTENED)
        assert counts(SHORTENED, other) == official_counts(SHORTENED, other)


def grouped(*entities):
    """A document in which every letter is a mention, and letters that are written together are one entity."""
    text = "abcdefghixyz"
    found = []
    for letters in entities:
        mentions = tuple(f"mention:{at}-{at + 1}" for at in sorted(map(text.index, letters)))
        first = text.index(min(letters))
        span = Span(first, first + 1)
        found.append(Entity.make(text, span, label="Person", name=letters, mentions=mentions))
    places = sorted(text.index(letter) for letters in entities for letter in letters)
    mentions = [Mention.make(text, Span(at, at + 1), label="Person") for at in places]
    by_place = sorted(found, key=lambda entity: entity.span)
    return Document(text=text).with_layer("mentions", mentions).with_layer("entities", by_place)


class TestGroups:
    """Against examples of the reference scorer, worked out by its authors."""

    @pytest.mark.parametrize(
        ("figure", "recall", "precision"),
        [("muc", 2 / 5, 2 / 5), ("b3", 35 / 12 / 7, 4 / 8), ("ceafe", 1.3 / 2, 1.3 / 3)],
    )
    def test_the_example_of_the_paper(self, figure, recall, precision):
        """Pradhan et al. (ACL 2014, https://aclanthology.org/P14-2006), section 4 and table 2."""
        found = MEASURES["groups"](grouped("abc", "defg"), grouped("ab", "cd", "fghi"))[figure]
        assert (found.recall, found.precision) == pytest.approx((recall, precision))

    @pytest.mark.parametrize(
        ("guess", "recall", "precision"),
        [
            (("a", "bc", "def"), 1, 1),
            (("a", "de"), 1.8 / 3, 1.8 / 2),
            (("a", "bcx", "defy", "z"), (1 + 4 / 5 + 6 / 7) / 3, (1 + 4 / 5 + 6 / 7) / 4),
            (("a", "bcx", "dy", "z"), 2.2 / 3, 2.2 / 4),
        ],
    )
    def test_missing_and_spurious_mentions_in_ceafe(self, guess, recall, precision):
        """Cases 1 to 4 of https://github.com/conll/reference-coreference-scorers, test/TestCases.README."""
        found = MEASURES["groups"](grouped("a", "bc", "def"), grouped(*guess))["ceafe"]
        assert (found.recall, found.precision) == pytest.approx((recall, precision))

    def test_missing_mentions_in_muc_and_b3(self):
        """Case 2: one of three links is found; of six mentions a is whole, d and e share two thirds."""
        found = MEASURES["groups"](grouped("a", "bc", "def"), grouped("a", "de"))
        assert (found["muc"].recall, found["muc"].precision) == pytest.approx((1 / 3, 1))
        assert (found["b3"].recall, found["b3"].precision) == pytest.approx((7 / 18, 1))
