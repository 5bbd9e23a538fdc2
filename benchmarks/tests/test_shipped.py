"""The shipped articles: enough of them, well labelled, and newsparse above its floors on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsparse_bench import gate
from newsparse_bench.corpora import find
from newsparse_bench.running import Settings, run
from newsparse_bench.systems import choose
from newsparse_bench.validate import problems

BASELINES = Path(__file__).parents[1] / "baselines"
SHIPPED = find("shipped")[0]


def articles(part):
    return list(SHIPPED.load(None, part))


@pytest.mark.parametrize("part", SHIPPED.parts)
class TestArticles:
    def test_there_are_twenty_of_the_length_of_news(self, part):
        lengths = [len(document.text.split()) for document in articles(part)]
        assert len(lengths) >= 20
        assert min(lengths) >= 250
        assert max(lengths) <= 900

    def test_the_labels_are_sound(self, part):
        assert {d.id: found for d in articles(part) if (found := list(problems(d)))} == {}

    def test_every_article_has_all_kinds_of_label(self, part):
        for document in articles(part):
            assert document.quotes, document.id
            assert document.numbers, document.id
            assert document.entities, document.id

    def test_every_form_and_kind_occurs(self, part):
        documents = articles(part)
        assert {quote.form for d in documents for quote in d.quotes} == {"direct", "indirect", "mixed"}
        kinds = {claim.quantity.kind for d in documents for claim in d.numbers}
        assert {"count", "money", "percent", "percentage-point", "measure", "duration", "age", "ordinal"} <= kinds
        assert {claim.role for d in documents for claim in d.numbers} == {"level", "change", "from", "to"}

    def test_newsparse_holds_its_floors(self, part):
        result = run(Settings(SHIPPED, part, None), [choose("newsparse")])
        assert gate.check(result, gate.read(BASELINES / f"shipped-{part}.json")) == []


def test_no_article_is_in_both_parts():
    assert not {d.text for d in articles("dev")} & {d.text for d in articles("test")}
