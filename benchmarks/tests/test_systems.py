"""Systems: offsets come back to the original text, units are named as ours, a crash costs one paragraph."""

from __future__ import annotations

import sys
from decimal import Decimal
from types import ModuleType, SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.model import Document, Span
from newsparse_bench.systems import SystemMissingError, cqe, quantulum, sayswho, units
from newsparse_bench.systems.aligning import way
from newsparse_bench.systems.paragraphs import by_paragraph
from newsparse_bench.systems.textacy import quoted

TEXT = st.text(st.sampled_from("ab '\""), max_size=30)


class TestWaysBack:
    @given(original=TEXT, changed=TEXT)
    def test_every_span_comes_back_inside_the_original(self, original, changed):
        for start in range(len(changed)):
            found = way(changed, original).back(start, len(changed))
            assert found is None or 0 <= found[0] < found[1] <= len(original)

    @given(words=st.lists(st.sampled_from(["port", "ship", "trade"]), min_size=1, max_size=6), gaps=st.integers(1, 4))
    def test_words_come_back_to_themselves_when_blanks_are_squeezed(self, words, gaps):
        original, changed = (" " * gaps).join(words), " ".join(words)
        back = way(changed, original)
        start = 0
        for word in words:
            low, high = back.back(start, start + len(word))
            assert original[low:high] == word
            start += len(word) + 1

    def test_what_was_added_has_no_place_in_the_original(self):
        assert way("a b", "ab").back(1, 2) is None

    def test_sayswhos_lines_pair_with_the_lines_that_have_words(self):
        text = "  ''We lost''\n\nHe said so."
        prepared = '"We lost"\nHe said so.'
        back = sayswho.prepared_way(prepared, text)
        assert [
            text[slice(*back.back(prepared.index(w), prepared.index(w) + len(w)))] for w in ("We lost", "said")
        ] == [
            "We lost",
            "said",
        ]
        with pytest.raises(ValueError, match="shorter|longer"):
            sayswho.prepared_way("one", "one\ntwo")


def test_a_crash_costs_one_paragraph_and_is_noted():
    def work(paragraph, base):
        if "odd" in paragraph:
            raise ValueError("one mark\ntoo many")
        return [(base, paragraph)]

    document, found = by_paragraph(Document(text="one\n \n\nodd\ntwo"), "peer", work)
    assert found == [(0, "one"), (11, "two")]
    assert [(f.where, f.message) for f in document.failures] == [("peer", "ValueError: one mark too many")]


class TestUnits:
    @pytest.mark.parametrize(
        ("name", "fields"),
        [
            ("percentage", ("percent", None, None)),
            ("dollar", ("money", None, "USD")),
            ("month", ("duration", "month", None)),
            ("dimensionless", ("count", None, None)),
            ("parsec", ("measure", "parsec", None)),
        ],
    )
    def test_names_of_peers_become_ours(self, name, fields):
        found = units.quantity(Decimal(3), Decimal(3), name)
        assert (found.kind, found.unit, found.currency) == fields

    def test_every_name_in_the_table_makes_a_quantity(self):
        for name in units.tables()["claims"]:
            assert units.quantity(Decimal(1), Decimal(2), name).kind != "count"

    def test_newsquants_names(self):
        assert (units.newsquant("tonne"), units.newsquant("unk"), units.newsquant("mile")) == (
            "metric ton",
            "-",
            "mile",
        )


def found(value, surface, span, unit="dimensionless", uncertainty=None):
    return SimpleNamespace(
        value=value, surface=surface, span=span, unit=SimpleNamespace(name=unit), uncertainty=uncertainty
    )


class TestQuantulum:
    def test_a_range_has_its_two_ends_again(self):
        assert quantulum.ends(found(15.0, "10 to 20", (0, 8), uncertainty=5.0)) == (10.0, 20.0)

    def test_spans_outside_of_the_text_are_cut_and_those_without_words_are_dropped(self):
        assert quantulum.place("three ships", found(3.0, "three", (-1, 5))) == Span(0, 5)
        assert quantulum.place("three ships", found(3.0, "", (2, 5))) is None


class Token(SimpleNamespace):
    """A stand-in for spaCy's."""


class TestCqe:
    def item(self, text, value, figures, unit, name, change="="):
        doc = SimpleNamespace(text=text)
        spans = {
            word: Token(i=text.split().index(word), idx=text.index(word), text=word, doc=doc)
            for word in [*figures, *unit]
        }
        return SimpleNamespace(
            value=SimpleNamespace(
                **value,
                span=[spans[word] for word in figures],
                char_indices=[(spans[w].idx, spans[w].idx + len(w)) for w in figures if w[0].isdigit()],
            ),
            unit=SimpleNamespace(norm_unit=name, span=[spans[word] for word in unit]),
            change=SimpleNamespace(change=change),
            referred_concepts=SimpleNamespace(get_nouns=list),
        )

    def test_a_counted_noun_is_the_subject_and_a_unit_belongs_to_the_span(self):
        text = "from 10 to 20 ships"
        back = way(text, text)
        range_ = self.item(text, {"lower": 10, "upper": 20}, ["from", "10", "20"], ["ships"], "ship")
        claim = cqe._claim(text, range_, back)
        assert (claim.text, claim.subject.text, str(claim.quantity)) == ("10 to 20", "ships", "10-20")
        per_cent = self.item("fell 5 percent", {"value": 5}, ["5"], ["percent"], "percentage", change="down")
        claim = cqe._claim("fell 5 percent", per_cent, way("fell 5 percent", "fell 5 percent"))
        assert (claim.text, claim.subject, claim.direction, claim.role) == ("5 percent", None, "down", "change")

    @pytest.mark.parametrize(("change", "shown"), [("~", "about 5"), (">", "at least 5"), ("<", "at most 5")])
    def test_its_signs_are_bounds_and_exactness(self, change, shown):
        item = self.item("5 ships", {"value": 5}, ["5"], ["ships"], "ship", change=change)
        assert str(cqe._claim("5 ships", item, way("5 ships", "5 ships")).quantity) == shown

    def test_a_missing_peer_is_named(self):
        with pytest.raises(SystemMissingError, match="cannot be imported"):
            cqe.needed("no_such_module_anywhere")


def test_a_triple_becomes_a_quote_without_its_marks():
    text = "xx “We lost,” said Vell"
    content = SimpleNamespace(start_char=3, end_char=13)
    item = SimpleNamespace(content=content, speaker=[Token(idx=19, text="Vell")], cue=[Token(idx=14, text="said")])
    quote = quoted(text, lambda a, b: (a, b), item)
    assert (quote.text, quote.speaker.name, quote.cue.text) == ("We lost,", "Vell", "said")


def test_the_locale_that_cqe_needs_is_named(monkeypatch):
    import locale

    broken = ModuleType("CQE")
    broken.__path__ = []
    monkeypatch.setitem(sys.modules, "CQE", broken)
    monkeypatch.setattr(cqe, "spacy_small", lambda: None)
    monkeypatch.setattr(cqe, "needed", lambda name: SimpleNamespace() if "download" in name else refused())

    def refused():
        raise locale.Error("unsupported locale setting")

    with pytest.raises(SystemMissingError, match="localedef"):
        cqe.make()
