"""Labels and predictions that differ in one thing: which mentions are paired, which roles are right, and the like."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsparse.model import Affiliation, Document, Entity, Mention, NumberClaim, Passage, Quantity, Quote, Span
from newsparse_bench.forms import form, form_of_all, nested
from newsparse_bench.metrics.aligning import aligned
from newsparse_bench.metrics.numbers import _head, numbers
from newsparse_bench.metrics.roles import held, roles
from newsparse_bench.metrics.scheme import Scheme

TEXT = "The head of the Orla Dock Board, Ada Brook, met former TV chief Tom Varga of Kell."


def at(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def mention(words, head=None, label="Person", **fields):
    return Mention.make(TEXT, at(words), label=label, head=at(head) if head else None, **fields)


class TestAligning:
    @pytest.mark.parametrize(
        ("gold", "guess", "is_paired"),
        [
            (("Ada Brook", None), ("Ada Brook", None), True),
            (("Ada Brook", "Brook"), ("Brook", None), True),
            (("Ada Brook", "Brook"), ("Ada", None), False),
            (("Ada Brook", None), ("Brook", None), False),
            (("Brook", "Brook"), ("Ada Brook", "Brook"), True),
            (("Brook", "Brook"), ("Ada Brook", "Ada"), False),
            (("Brook", "Brook"), ("Ada Brook", None), True),
            (("Ada Brook", "Brook"), ("Brook, met former", "Brook"), False),
            (("Ada Brook", "Brook"), ("Tom Varga", "Varga"), False),
        ],
    )
    def test_one_lies_in_the_other_and_each_has_the_head_of_the_other(self, gold, guess, is_paired):
        given = mention(*guess)
        assert (given.id in aligned([mention(*gold)], [given])) is is_paired

    def test_equal_spans_come_first_and_then_the_longest_share(self):
        whole, name = mention("the Orla Dock Board", "Board"), mention("Orla Dock Board", "Board")
        last = mention("Dock Board", "Board")
        assert aligned([whole, name], [name, last]) == {name.id: name, last.id: whole}
        assert aligned([whole], [name, last]) == {name.id: whole}


def told(*given, former=(), unlabelled=()):
    """A document in which people have roles: (person, role, organisation or None)."""
    names = dict.fromkeys(name for person, _, body in given for name in (person, body) if name)
    mentions = {name: mention(name, form="named") for name in names}
    people = dict.fromkeys(person for person, _, _ in given)
    entities = []
    for name in names:
        start, end = at(name).start, at(name).end
        own = [
            Affiliation(
                role=Passage.at(TEXT, at(role).start, at(role).end),
                organisation=f"entity:{at(body).start}-{at(body).end}" if body else None,
                former=role in former,
            )
            for person, role, body in given
            if person == name
        ]
        label = "Person" if name in people else "Organization"
        entities.append(
            Entity.make(
                TEXT, Span(start, end), label=label, name=name, mentions=(mentions[name].id,), affiliations=tuple(own)
            )
        )
    document = Document(text=TEXT).with_layer("mentions", mentions.values()).with_layer("entities", entities)
    return document.with_layer("unlabelled", unlabelled) if unlabelled else document


GOLD = told(("Ada Brook", "head", "Orla Dock Board"), ("Tom Varga", "TV chief", None), former=["TV chief"])


class TestRoles:
    @pytest.mark.parametrize(
        ("guess", "found", "linked", "exact"),
        [
            (GOLD, 2, 2, 2),
            (told(("Ada Brook", "head", "Orla Dock Board")), 1, 1, 1),
            (told(("Ada Brook", "head", None)), 1, 0, 1),
            (told(("Ada Brook", "head", "Kell")), 1, 0, 1),
            (told(("Tom Varga", "head", "Orla Dock Board")), 0, 0, 0),
            (told(("Brook", "head", "Dock Board")), 1, 1, 1),
            (told(("Tom Varga", "former TV chief", None)), 1, 1, 0),
            (told(("Tom Varga", "TV", None)), 1, 1, 0),
            (told(("Tom Varga", "TV chief", "Kell")), 1, 0, 1),
            (told(("Tom Varga", "former", None)), 0, 0, 0),
            (told(("Ada Brook", "head of", "Orla Dock Board")), 1, 1, 0),
            (told(("Ada Brook", "of", "Orla Dock Board")), 0, 0, 0),
        ],
    )
    def test_how_many_are_found_linked_and_exact(self, guess, found, linked, exact):
        tally = roles(GOLD, guess)
        assert [tally[name].right for name in ("found", "linked", "exact")] == [found, linked, exact]

    def test_short_words_count_only_where_there_are_no_others_or_in_capitals(self):
        words = {
            TEXT[start:].split()[0]
            for item in held(told(("Tom Varga", "former TV chief", None)))
            for start in item.words
        }
        assert words == {"former", "TV", "chief"}
        (item,) = held(told(("Ada Brook", "of the", None)))
        assert {TEXT[start:].split()[0] for start in item.words} == {"of", "the"}

    def test_former_and_organisation_are_shares_of_the_pairs(self):
        tally = roles(GOLD, told(("Ada Brook", "head", "Kell"), ("Tom Varga", "TV chief", None)))
        assert (tally["organisation"].right, tally["organisation"].guessed) == (0, 1)
        assert (tally["former or current"].right, tally["former or current"].guessed) == (1, 2)

    def test_what_nobody_labelled_is_no_false_role(self):
        blind = [Mention.make(TEXT, at("TV chief"), label="Misc")]
        gold = told(("Ada Brook", "head", "Orla Dock Board"), unlabelled=blind)
        assert roles(gold, GOLD)["found"].guessed == 1
        assert roles(told(("Ada Brook", "head", "Orla Dock Board")), GOLD)["found"].guessed == 2


class TestScheme:
    def test_only_what_the_corpus_labels_is_kept(self):
        gold = Document(text=TEXT).with_layer("mentions", [mention("Ada Brook", form="named")])
        others = [
            mention("Ada Brook", form="named"),
            mention("Kell", label="Location", form="named"),
            mention("The head", form="nominal"),
        ]
        guess = Document(text=TEXT).with_layer("mentions", others)
        assert [item.text for item in Scheme.of([gold]).within(guess).mentions] == ["Ada Brook"]
        both = gold.with_layer("mentions", others[:2])
        assert [item.text for item in Scheme.of([gold, both]).within(guess).mentions] == ["Ada Brook", "Kell"]

    def test_what_needs_no_change_is_the_same_document(self):
        gold = Document(text=TEXT).with_layer("mentions", [mention("Ada Brook")])
        assert Scheme.of([gold]).within(gold) is gold

    def test_roles_and_quotes_in_quotes_are_labelled_where_one_document_has_them(self):
        plain = Document(text=TEXT)
        outer = Quote.make(TEXT, at(TEXT), fragments=(at(TEXT),), form="indirect")
        inner = Quote.make(TEXT, at("Kell"), fragments=(at("Kell"),), form="indirect", within=outer.id)
        quoted = plain.with_layer("quotes", [outer, inner])
        assert (Scheme.of([plain, GOLD, plain]).roles, Scheme.of([plain]).roles) == (True, False)
        assert (Scheme.of([quoted, plain]).inner, Scheme.of([plain]).inner) == (True, False)
        assert len(Scheme.of([quoted, plain]).within(quoted).quotes) == 2
        assert len(Scheme.of([plain]).within(quoted).quotes) == 1


class TestForms:
    @pytest.mark.parametrize(
        ("text", "words", "is_form"),
        [
            ("“It sinks,” she said.", "It sinks,", "direct"),
            ("“It sinks,” she said.", "“It sinks,”", "direct"),
            ("She said it sinks.", "it sinks", "indirect"),
            ("She said it “sinks” today.", "it “sinks” today", "mixed"),
            ("She said it “sinks”.", "it “sinks”", "mixed"),
            ("“It sinks, she said.", "It sinks", "direct"),
            ("She left. It sinks,” he said.", "It sinks,", "direct"),
            ("She left, it sinks,” he said.", "it sinks,", "indirect"),
            ("It was '94 and old.", "'94 and old", "indirect"),
            ("He said 'it sinks' today.", "it sinks", "direct"),
            ("He said it's the sailors' quay now.", "it's the sailors' quay", "indirect"),
            ("He said the 'old' quay sinks.", "the 'old' quay sinks", "mixed"),
            ("He said the 'old quay sinks.", "the 'old quay sinks", "indirect"),
            ("''It sinks,'' she said.", "It sinks,", "direct"),
            ("``It sinks,'' she said.", "It sinks,", "direct"),
            ("He said: «it sinks».", "it sinks", "direct"),
        ],
    )
    def test_the_form_of_a_stretch_by_its_marks(self, text, words, is_form):
        assert form(text, at(words, text)) == is_form

    def test_marks_around_a_name_are_no_quotation(self):
        text = "He said “Old Quay” sinks and “it” is old."
        stretch = at("“Old Quay” sinks", text)
        assert form(text, stretch) == "mixed"
        assert form(text, stretch, [at("Old Quay", text)]) == "indirect"
        assert form(text, at("Old Quay” sinks", text), [at("Old Quay", text)]) == "indirect"

    def test_pieces_of_one_form_have_it_and_others_are_mixed(self):
        text = "“It sinks,” she said, “today.” It was late."
        assert form_of_all(text, [at("It sinks,", text), at("today.", text)]) == "direct"
        assert form_of_all(text, [at("It sinks,", text), at("It was late", text)]) == "mixed"

    def test_a_quotation_goes_on_in_the_next_paragraph(self):
        text = "“It ‘sinks’ now.\n\n“It is old,” she said."
        pieces = [at("It ‘sinks’ now.", text), at("It is old,", text)]
        assert form_of_all(text, pieces) == "direct"
        apart = "“It ‘sinks’ now.\n\nIt is old,” she said."
        assert form_of_all(apart, [at("It ‘sinks’ now.", apart), at("It is old,", apart)]) == "mixed"

    def test_a_quote_is_within_the_shortest_longer_one_that_holds_all_its_pieces(self):
        def quote(*pieces):
            spans = tuple(at(piece) for piece in pieces)
            return Quote.make(TEXT, *spans, fragments=spans, form="indirect")

        whole, half, part = quote(TEXT), quote("Ada Brook, met former"), quote("met")
        apart = quote("The head", "Kell")
        made = nested([whole, half, part, apart])
        assert [item.within for item in made] == [None, whole.id, half.id, whole.id]
        assert [item.within for item in nested([apart, quote("met")])] == [None, None]


class TestNumbers:
    @pytest.mark.parametrize(
        ("words", "head"),
        [
            ("ships", "ships"),
            ("old ships of Orla", "ships"),
            ("of Orla", "orla"),
            ("the Price", "price"),
            ("ships that sank", "ships"),
        ],
    )
    def test_the_head_is_the_last_word_before_a_preposition(self, words, head):
        assert _head(Passage(Span(0, len(words)), words)) == head

    def test_nothing_has_no_head(self):
        assert _head(None) is None

    @pytest.mark.parametrize(
        ("fields", "right"),
        [
            ({}, 1),
            ({"low": Decimal(4)}, 0),
            ({"high": None}, 0),
            ({"low_inclusive": False}, 0),
            ({"low": None, "low_inclusive": False}, 0),
            ({"kind": "money", "currency": "EUR"}, 1),
        ],
    )
    def test_a_value_is_right_with_its_ends_and_whether_they_belong_to_it(self, fields, right):
        def document(**given):
            ends = {"low": Decimal(5), "high": Decimal(5), **given}
            claim = NumberClaim.make("It has 5 doors.", Span(7, 8), quantity=Quantity(**ends))
            return Document(text="It has 5 doors.").with_layer("numbers", [claim])

        assert numbers(document(), document(**fields))["value"].right == right

    @pytest.mark.parametrize("end", [None, 5])
    def test_whether_an_open_end_belongs_to_a_value_means_nothing(self, end):
        def document(inclusive):
            quantity = Quantity(low=None if end is None else Decimal(end), high=Decimal(9), low_inclusive=inclusive)
            claim = NumberClaim.make("It has 5 doors.", Span(7, 8), quantity=quantity)
            return Document(text="It has 5 doors.").with_layer("numbers", [claim])

        assert numbers(document(inclusive=True), document(inclusive=False))["value"].right == (end is None)
