"""The tags of labelled articles become a gold document, and what is wrong with them is named."""

from __future__ import annotations

import attrs
import pytest

from newsparse.errors import SchemaError
from newsparse_bench.markup import parse
from newsparse_bench.validate import problems

HEAD = """style: wire report
entities:
vale Person Marta Vale
board Organization Tollen Water Board
ferry Misc The Ferry
---
"""
REST = ' <e i="vale">Vale</e> <e i="board">Board</e> <e i="ferry">The Ferry</e>'


def document(body, *, rest=REST):
    return parse(HEAD + body + rest, name="one")


def entity(labelled, name):
    return next(item for item in labelled.entities if item.name == name)


class TestRoles:
    def test_a_role_belongs_to_its_person_and_organisation(self):
        labelled = document('<r i="vale" o="board">chief engineer</r> Marta said so.')
        (role,) = entity(labelled, "Marta Vale").affiliations
        assert role.role.text == labelled.text[role.role.span.start : role.role.span.end] == "chief engineer"
        assert role.organisation == entity(labelled, "Tollen Water Board").id
        assert not role.former

    def test_a_role_may_be_over_and_without_an_organisation(self):
        (role,) = entity(document('The former <r i="vale" f="yes">miner</r> left.'), "Marta Vale").affiliations
        assert (role.organisation, role.former) == (None, True)

    def test_roles_are_in_the_order_of_the_text(self):
        labelled = document('A <r i="vale">nurse</r> and <r i="vale" o="board">member</r>.')
        assert [role.role.text for role in entity(labelled, "Marta Vale").affiliations] == ["nurse", "member"]

    def test_a_role_may_hold_a_name(self):
        labelled = document('<r i="vale"><e i="board">Board</e> member</r> Marta left.')
        assert entity(labelled, "Marta Vale").affiliations[0].role.text == "Board member"

    @pytest.mark.parametrize("tag", ['<r i="nobody">head</r>', '<r i="vale" o="nobody">head</r>', "<r>head</r>"])
    def test_an_unknown_id_is_refused(self, tag):
        with pytest.raises(SchemaError, match="nobody|no attribute 'i'"):
            document(f"The {tag} left.")

    def test_only_people_have_roles(self):
        labelled = document('The <r i="board">supplier</r> left.')
        assert [line for line in problems(labelled) if line.endswith("but is not a Person.")]

    def test_the_validator_names_a_role_at_no_entity(self):
        labelled = document('<r i="vale" o="board">head</r> Marta left.')
        kept = [item for item in labelled.entities if item.label != "Organization"]
        left = [attrs.evolve(m, entity=None) for m in labelled.mentions if m.label == "Organization"]
        mentions = [m for m in labelled.mentions if m.label != "Organization"] + left
        broken = labelled.with_layer("entities", kept).with_layer("mentions", mentions)
        assert any("the role 'head' is at" in line for line in problems(broken))
        assert list(problems(labelled)) == []


class TestQuotes:
    def test_two_quotes_may_share_their_speakers_words(self):
        body = '<m q="1 2">She</m> <c q="1">denied</c> <q i="1">guilt</q> and <c q="2">said</c> <q i="2">so it was</q>.'
        one, other = document(body).quotes
        assert one.speaker == other.speaker
        assert one.speaker.mention.text == "She"

    def test_a_quote_inside_another_says_in_which_one(self):
        inner = '<q i="2" s="board">it sank</q> <c q="2">said</c>'
        outer, within = document(f'<q i="1" s="vale">The board {inner}</q>, Vale <c q="1">said</c>.').quotes
        assert (outer.within, within.within) == (None, outer.id)

    def test_a_quote_that_nobody_says_gives_the_reason(self):
        body = '<q i="1" why="nobody named">Boats</q> <c q="1">are said</c> <q i="1">to leak</q>.'
        (quote,) = document(body).quotes
        assert (quote.speaker, quote.unattributed) == (None, "nobody named")

    @pytest.mark.parametrize(
        "body", ['It is <c q="1">said</c> that <q i="1">it leaks</q>.', '<q i="1" s="vale" why="passive">It leaks</q>.']
    )
    def test_a_speaker_or_a_reason_is_asked_for_and_not_both(self, body):
        with pytest.raises(SchemaError, match="needs either a speaker"):
            document(body)

    @pytest.mark.parametrize(
        ("body", "form"),
        [
            ('“<q i="1">It leaks</q>,” <m q="1">she</m> said.', "direct"),
            ("''<q i=\"1\">It leaks</q>,'' <m q=\"1\">she</m> said.", "direct"),
            ('<m q="1">She</m> said <q i="1">it “leaks”</q>.', "mixed"),
            ('<m q="1">She</m> said <q i="1">it \'leaks\'</q>.', "mixed"),
            ('<m q="1">She</m> said <q i="1">it leaks in \'most\' boats</q>.', "mixed"),
            ('<m q="1">She</m> said <q i="1">it leaks and we\'re wet</q>.', "indirect"),
            ('“<q i="1">He wrote ‘no’ to us.</q>\n\n“<q i="1">It leaks</q>,” <m q="1">she</m> said.', "direct"),
            ('"<q i="1">He wrote "no" to us.</q>\n\n"<q i="1">It leaks</q>," <m q="1">she</m> said.', "direct"),
            ('<m q="1">She</m> said <q i="1">he wrote ‘no’.</q>\n\n“<q i="1">It leaks</q>.”', "mixed"),
            ('<m q="1">She</m> saw <q i="1">“<e i="ferry">The Ferry</e>” leak</q>.', "indirect"),
        ],
    )
    def test_the_form_is_read_off_the_marks(self, body, form):
        assert document(body).quotes[0].form == form


class TestChoices:
    @pytest.mark.parametrize(
        "tag",
        [
            '<n v="2" k="lots">two</n>',
            '<n v="2" r="upwards">two</n>',
            '<n v="2" x="maybe">two</n>',
            '<x w="reason">two</x>',
            '<q i="1" s="vale" mod="shouted">two</q>',
            '<q i="1" s="vale" k="robot">two</q>',
            '<r i="vale" f="no">two</r>',
        ],
    )
    def test_a_value_that_the_guidelines_do_not_name_is_refused(self, tag):
        with pytest.raises(SchemaError, match="must be one of"):
            document(f"There were {tag}.")

    def test_a_spelled_numeral_without_a_label_is_named(self):
        assert any("'twelve'" in line for line in problems(document("It took twelve boats.")))
        assert list(problems(document('It took <n v="12" of="boats">twelve</n> boats.'))) == []


def test_what_is_measured_is_looked_for_in_the_paragraph_first():
    body = 'Of the boats that came on Monday, <n v="2" of="boats">two</n> leaked.\n\nNew boats came.'
    (claim,) = document(body).numbers
    assert claim.subject.span.start == len("Of the ")
