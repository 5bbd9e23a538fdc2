"""Finds the speakers of one document, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from newsparse.model import Entity, Passage, Span, Speaker
from newsparse.syntax import Tree
from newsparse_quotes.lexicon import addressing, words
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.speakers.around import Around
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.descriptions import Descriptions
from newsparse_quotes.speakers.joint import joined_with
from newsparse_quotes.speakers.rivals import told_of
from newsparse_quotes.speakers.rules import SPEAKER
from newsparse_quotes.speakers.topics import words_before
from newsparse_quotes.speakers.victims import dead

_LOOSE = " \u00a0,;:\u2013\u2014"


@attrs.frozen
class Said:
    """A speaker, and the name of the rule that decided who it is."""

    speaker: Speaker
    rule: str


class Speakers:
    """Finds the speakers of one document; asked in the order of the text, it knows who spoke before."""

    def __init__(self, tree: Tree, quoted: Outer) -> None:
        self.around = Around(tree, quoted)
        self.descriptions = Descriptions(self.around)
        self._last: Entity | None = None
        self._spoke: set[str] = set()
        self._before: Speaker | None = None
        self._told_as: Passage | None = None
        self._earlier: Speaker | None = None
        self._thing: Speaker | None = None
        self._said: Said | None = None
        self._asked: Entity | None = None
        self._asks = self._accuses = self._retold = False
        self._heard: Sequence[Span] = ()

    def accuse(self, accused: Passage) -> None:
        """Note whom the quote before accuses: a person who denies it, where the pronoun may mean them."""
        self.ask(accused, asks=True, named=True)
        self._accuses = True

    def ask(self, addressee: Passage | None, *, asks: bool, named: bool, by: bool = False) -> None:
        """Note whether the quote before is a question, and to whom it is put: that person answers.

        Whoever asks ``by`` a passive, "was asked by a listener", is not the one who goes on. Nobody answers their own
        question, if whoever asks is ``named``: in "asked whether it would close, he replied" nobody is.
        """
        if asks and by:
            self._before, asks = self._earlier, False
        self._asks, self._accuses = asks and named, False
        self._retold = not self.around.quoted.touching(self._heard)
        self._heard = () if asks else self._heard  # "he" in a question is whoever is asked
        near = self.around.overlapping(addressee.span) if asks and addressee is not None else ()
        people = (self.around.entities.get(mention.entity or "") for mention in near)
        self._asked = next((entity for entity in people if entity is not None and entity.label == "Person"), None)

    def at(
        self,
        source: Span,
        content: Sequence[Span] = (),
        *,
        answers: bool = False,
        resumes: bool = False,
        denies: bool = False,
        barred: frozenset[str] = frozenset(),
        close: bool = False,
        told: Passage | None = None,
    ) -> Said | None:
        """The speaker whom the words at ``source`` name or mean, of the words ``content``.

        ``answers`` says that the cue is one of answering, ``resumes`` one of going on, ``denies`` one of denying. No
        pronoun means an entity ``barred`` or who is ``told``, nor, if it is ``close``, somebody who is only named
        further away than in the paragraph before.
        """
        source = self._bare(source)
        addressed = self._told(source, told)
        answers = answers or self._replies(source, content)
        answers = answers or (self._before is not None and self._before.entity in addressed)
        asked = self._asked if answers else None
        if answers:
            barred |= self._asker(source)
        case = self._case(
            source,
            content,
            self._last,
            asked=asked,
            resumes=resumes,
            denies=denies,
            barred=barred | addressed | told_of(self.around, source),
            close=close,
        )
        if case.gender is not None:
            case = attrs.evolve(case, barred=case.barred | dead(case, words_before(case).start))
        found = self._again(source) or self._decided(case)
        if found is None:
            return None
        self._note(found, case)
        entity = self.around.entities.get(found.speaker.entity or "")
        return Said(self._described(found.speaker, entity), found.rule) if entity is not None else found

    def _note(self, found: Said, case: SpeakerCase) -> None:
        """Note who has spoken, what, and by which words it was said who that is."""
        self._heard = case.content or self._heard
        if not self._goes_on(found.speaker):
            self._told_as = found.speaker.mention
        self._earlier, self._before, self._said = self._before, found.speaker, found
        entity = self.around.entities.get(found.speaker.entity or "")
        people = entity is not None and entity.label == "NORP"  # "it" is not the Conservatives
        if not people and (found.speaker.kind in {"document", "record", "organisation"} or case.is_body):
            self._thing = found.speaker
        if entity is not None and entity.label == "Person":
            self._note_person(entity, case)
        elif found.speaker.kind == "unnamed" and case.is_definite:
            self.descriptions.leave(case.noun, case.passage.span.start)

    def _note_person(self, entity: Entity, case: SpeakerCase) -> None:
        """Note that a person has spoken, and what the words of the source say of them."""
        self._last = entity
        self._spoke.add(entity.id)
        if case.gender is not None:
            self.around.call(entity, case.gender)
        if case.head is not None and self.around.tree.is_noun(case.head):
            self.descriptions.learn(case.noun, entity)

    def _goes_on(self, speaker: Speaker) -> bool:
        """Whether a pronoun means whoever spoke before."""
        return self._before is not None and speaker.reason == "pronoun" and speaker.name == self._before.name

    def _bare(self, source: Span) -> Span:
        """A source without blanks and marks at its end."""
        bare = source.cut(self.around.document.text).rstrip(_LOOSE)
        return Span(source.start, source.start + len(bare)) if bare else source

    def _asker(self, source: Span) -> frozenset[str]:
        """Whoever asks the question before, if anybody: nobody answers their own."""
        if not self._asks or self._before is None or not self._may_answer(source):
            return frozenset()
        return frozenset(filter(None, [self._before.entity]))

    def _may_answer(self, source: Span) -> bool:
        """Whether a pronoun may mean whoever is accused, or the quote before accuses nobody."""
        return self._may_be_asked(source) or not self._accuses

    def _may_be_asked(self, source: Span) -> bool:
        """Whether a source may mean whoever is asked, "he" or "the mayor", or accused, "he"."""
        said = source.cut(self.around.document.text).lower()
        gender = self.around.gender_of_pronoun(said)
        if self._asked is None or gender is None:
            asked = self._asked is not None and not self._accuses
            return asked and said.partition(" ")[0] in words("grammar.definite")
        return self.around.seems(self._asked, gender)

    def _replies(self, source: Span, content: Sequence[Span]) -> bool:
        """Whether words in marks follow a question to a person whom the source may mean.

        They are in a new paragraph, unless the question itself is told without marks.
        """
        before = self._before.mention if self._before is not None else None
        if not self._asks or before is None or not self.around.quoted.touching(content):
            return False
        parted = "\n" in self.around.document.text[before.span.end : content[0].start]
        return (self._retold or parted) and self._may_be_asked(source)

    def _told(self, source: Span, addressee: Passage | None) -> frozenset[str]:
        """The people whom the words of an addressee name: they do not speak to themselves."""
        if addressee is None or addressee.span.overlaps(source):
            return frozenset()
        return self._named([addressee.span])

    def _named(self, pieces: Sequence[Span]) -> frozenset[str]:
        """The people whom some pieces of the text name."""
        people = (mention.entity for piece in pieces for mention in self.around.people_named(piece))
        return frozenset(filter(None, people))

    def _again(self, source: Span) -> Said | None:
        """What was decided for the words of the quote before, if they are the source of this one too."""
        before = self._said.speaker.mention if self._said is not None else None
        return self._said if before is not None and before.span == source else None

    def quoted_by(self, source: Span) -> None:
        """Note who quotes the last speaker: a person who does so goes on as the narrator's own source."""
        found = self._decided(self._case(source, (), self._last))
        entity = self.around.entities.get(found.speaker.entity or "") if found is not None else None
        if found is not None and entity is not None and entity.label == "Person":
            self._before, self._last = found.speaker, entity
            self._spoke.add(entity.id)

    def inside(self, source: Span, outer: Speaker | None, *, spoken: bool, content: Sequence[Span] = ()) -> Said | None:
        """The speaker of a quote inside a quote by ``outer``, who is "I" and "we" there.

        In words that are ``spoken`` by ``outer`` and not told by somebody else, nobody is "he" or "she" to themselves,
        and nobody's own body is "it" or "they". Nor does anybody name themselves in ``content``.
        """
        passage = self._passage(source)
        case = self._case(source, (), None, inner=True, outer=outer)
        if passage.text.lower() in words("grammar.pronouns.speaker"):
            return self._decided(case)
        known = self._before, self._last, self._thing, self._told_as, self._earlier
        spoke = set(self._spoke)
        self._before = self._last = None
        barred = self._own(outer) if spoken else frozenset[str]()
        found = self.at(source, barred=barred | self._named(content), close=True)
        self._before, self._last, self._thing, self._told_as, self._earlier = known
        self._spoke = spoke
        return found

    def _own(self, speaker: Speaker | None) -> frozenset[str]:
        """The entity of a speaker, and the bodies in which it has a role."""
        entity = self.around.entities.get(speaker.entity or "") if speaker is not None else None
        if entity is None:
            return frozenset()
        bodies = (item.organisation for item in entity.affiliations if item.organisation and not item.former)
        return frozenset([entity.id, *bodies])

    def _case(self, source: Span, content: Sequence[Span], last: Entity | None, **more: Any) -> SpeakerCase:
        passage, before, thing = self._passage(source), self._before, self._thing
        return SpeakerCase(
            self.around,
            self.descriptions,
            passage,
            content,
            last,
            before,
            thing,
            described=self._told_as,
            spoke=self._spoke,
            heard=self._heard,
            asks=self._asks and not self._accuses,
            earlier=self._earlier,
            **more,
        )

    def _passage(self, span: Span) -> Passage:
        return Passage(span, span.cut(self.around.document.text))

    def _decided(self, case: SpeakerCase) -> Said | None:
        decision = SPEAKER.decide(case, at=case.passage.span)
        if decision is None:
            return None
        phrase = self._described_words(case)
        found = decision.found if phrase is None else attrs.evolve(decision.found, mention=phrase)
        return Said(found, decision.rule)

    def _described_words(self, case: SpeakerCase) -> Passage | None:
        """The words that "who" or "which" is about, with the pronoun, where nothing but a comma is between them."""
        phrase = case.antecedent if case.words in words("pronouns.relative") else None
        if phrase is None or phrase.span.end > case.passage.span.start:
            return None
        between = self.around.document.text[phrase.span.end : case.passage.span.start]
        whole = Span(phrase.span.start, case.passage.span.end)
        return self._passage(whole) if between.strip(_LOOSE) == "" else None

    def _described(self, speaker: Speaker, entity: Entity) -> Speaker:
        """The speaker with the title, role and affiliation that the text gives the entity, the nearest ones."""
        place = speaker.mention.span.start if speaker.mention else 0
        held = min(entity.affiliations, key=lambda item: (item.former, abs(item.role.span.start - place)), default=None)
        title, role = self._title(entity, place), held.role if held is not None else None
        affiliation = self._named_nearest(held.organisation, held.role.span.start) if held is not None else None
        joint = joined_with(self.around, speaker, entity) or speaker.others
        return attrs.evolve(speaker, title=title, role=role, affiliation=affiliation, others=joint)

    def _title(self, entity: Entity, place: int) -> Passage | None:
        """The title of courtesy, "Mr." or "Dame", beside the name of an entity that is nearest to a place."""
        titles = [mention.title for mention in self.around.mentions_of(entity) if mention.title is not None]
        courtesy = [title for title in titles if title.text.lower().split()[-1].rstrip(".") in addressing()]
        return _nearest(courtesy, place)

    def _named_nearest(self, body: str | None, place: int) -> Passage | None:
        """The name of a body that is nearest to a place."""
        entity = self.around.entities.get(body or "")
        mentions = self.around.mentions_of(entity) if entity is not None else ()
        return _nearest((Passage(m.span, m.text) for m in mentions if m.form == "named"), place)


def _nearest(passages: Iterable[Passage], place: int) -> Passage | None:
    return min(passages, key=lambda item: abs(item.span.start - place), default=None)
