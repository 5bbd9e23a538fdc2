"""Annotations that nobody here knows, the roles that titles give, and records as lines of JSON."""

from __future__ import annotations

import json

import attrs

from newsparse.kinds import Unrecognised
from newsparse.linking import groups, profiles
from newsparse.linking.known import with_known_kinds
from newsparse.linking.lines import line
from newsparse.model import Document, Entity, Layer, Span, TitlePassage, TitleRole
from newsparse.testing import written

PERSON = "Person"


@attrs.frozen
class Told:
    words: str


def test_a_record_is_one_line_whatever_is_in_it():
    words = "a\u2028b\x85c\u202e\x9b\x7f"
    group = groups.Group(id="x", label=PERSON, name=words, members=())
    for written_, name in ((line(Told(words), "told/1"), "words"), (groups.dumps(group), "name")):
        assert json.loads(written_)[name] == words
        assert (len(written_.splitlines()), set(written_) & set(words) - set("abc")) == (1, set())


class TestKnown:
    TEXT = "Ada Brook left."

    def document(self, *others):
        base = written(self.TEXT, names={"Ada Brook": PERSON})
        odd = Unrecognised.make(self.TEXT, Span(0, 3), kind="mood", version=2, raw="{}")
        return attrs.evolve(base, layers=(*base.layers, *(Layer(name, (odd,)) for name in others)))

    def test_annotations_of_unknown_kinds_are_left_out(self):
        found = with_known_kinds(self.document("moods"))
        assert [(layer.name, len(layer.annotations)) for layer in found.layers][-1] == ("moods", 0)
        assert found.entities == self.document().entities

    def test_a_document_of_known_kinds_stays_what_it_is(self):
        document = self.document()
        assert with_known_kinds(document) is document
        assert with_known_kinds(Document(text="")) == Document(text="")

    def test_a_title_is_looked_through_too(self):
        title = attrs.evolve(self.document("moods"), id="t")
        for given in (self.document(), self.document("moods")):
            found = with_known_kinds(attrs.evolve(given, headline=title))
            assert not [item for layer in found.headline.layers for item in layer.annotations if layer.name == "moods"]
            assert not [item for layer in found.layers for item in layer.annotations if layer.name == "moods"]


def test_the_body_of_a_title_belongs_to_whoever_has_it():
    text = "Mayor of Orla Ada Brook left."
    document = written(text, names={"Ada Brook": PERSON})
    role = TitleRole(role=TitlePassage(0, 5, "Mayor"), body=TitlePassage(9, 13, "Orla"))
    bare = TitleRole(role=TitlePassage(0, 5, "Mayor"))
    (entity,) = document.entities
    for given, bodies in ((role, {"Orla"}), (bare, set())):
        changed = Entity.make(
            text, entity.span, label=PERSON, name="Ada Brook", mentions=entity.mentions, title_roles=(given,)
        )
        (found,) = profiles(document.with_layer("entities", [changed]))
        assert found.bodies == bodies


def test_a_record_keeps_its_letters_and_names_its_schema():
    role = groups.Reason("role", "Bürgermeisterin", 0.35)
    told = line(role, "newsparse.reason/1")
    assert "Bürgermeisterin" in told
    assert json.loads(told)["schema"] == "newsparse.reason/1"
