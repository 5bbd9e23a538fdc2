"""Whom a pronoun means that is the source of a quote: who was asked, who spoke before, who was named last."""

from __future__ import annotations

import attrs

from newsparse.model import Entity, Span, Speaker
from newsparse_quotes.grammar import NOUNS, OBJECTS, PLURAL, RELATIVE_CLAUSES, SUBJECTS
from newsparse_quotes.lexicon import gender_of_noun, is_human, words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.clauses import verb_of
from newsparse_quotes.speakers.from_entities import speaker_of, speaking
from newsparse_quotes.speakers.rivals import (
    is_nearest,
    is_subject_of_clause,
    is_told_aside,
    taking_over,
    turned_since,
)
from newsparse_quotes.speakers.things import is_empty, is_subject_near
from newsparse_quotes.speakers.unnamed import pronoun as nobody


def own(case: SpeakerCase) -> Speaker | None:
    """The speaker of the quote around, for "I" and "we" in it."""
    if case.outer is None:
        return None
    return attrs.evolve(case.outer, mention=case.passage, reason="pronoun")


def asked(case: SpeakerCase) -> Speaker | None:
    """Whoever the question before is put to."""
    if case.asked is None or case.gender is None or not case.around.seems(case.asked, case.gender):
        return None
    return speaker_of(case.asked, case.passage, "pronoun")


def coreference(case: SpeakerCase) -> Speaker | None:
    """The entity that the pronoun means, unless somebody else spoke since, or the content names it."""
    mention = case.mention
    if case.inner or mention is None or mention.form != "pronoun":
        return None
    entity = case.around.entities.get(mention.entity or "")
    if entity is None or not _may_be_meant_by(case, entity):
        return None
    if case.gender is not None:
        return speaking(case, entity, "pronoun") if not _is_about_others(case, entity) else None
    means_other = _means_thing(case, entity) or _means_several(case, entity)
    return speaker_of(entity, case.passage, "pronoun") if not means_other else None


def _may_be_meant_by(case: SpeakerCase, entity: Entity) -> bool:
    """Whether no pronoun bars an entity, nor is "who" about somebody else: "it was Tom, not Ada, (who) said"."""
    if entity.id in case.barred:
        return False
    told = case.antecedent if case.words in words("pronouns.relative") else None
    named = {mention.entity for mention in case.around.people_named(told.span)} - {None} if told is not None else ()
    return not named or entity.id in named


def _is_about_others(case: SpeakerCase, entity: Entity) -> bool:
    """Whether "he" or "she" is somebody else who has spoken since or is told of, or the words in marks call it so."""
    if case.spoke_since(entity) and _may_be_meant(case):
        return True
    return _is_told_of(case, entity) or _is_brought_in(case, entity)


def _is_brought_in(case: SpeakerCase, entity: Entity) -> bool:
    """Whether a speaker tells of somebody without a name before "she": “A nurse stopped me. (She) said”."""
    if not case.close:
        return False
    tree, place = case.around.tree, case.passage.span.start
    told = (m.span.end for m in case.around.mentions_of(entity) if m.form == "named" and m.span.end <= place)
    start = max(case.around.document.text.rfind("\n", 0, place) + 1, *told, 0)
    between = tree.index.starting_in(Span(start, place)) if start < place else ()
    return any(_is_new_person(case, word) for word in between)


def _is_new_person(case: SpeakerCase, noun: int) -> bool:
    """Whether a word in marks is a noun for one person who is new and has no name, of the gender of the pronoun."""
    tree = case.around.tree
    if tree.tokens[noun].upos not in NOUNS or not is_human(tree.lemma(noun)) or tree.children(noun, "appos", "flat"):
        return False
    before = tree.children(noun, "det", "nummod")
    if not any(tree.words.lower[word] in words("grammar.introducing") for word in before):
        return False
    quoted = bool(case.around.quoted.touching([tree.tokens[noun].span]))
    return quoted and gender_of_noun(tree.lemma(noun)) in {None, case.gender}


def _means_thing(case: SpeakerCase, entity: Entity) -> bool:
    """Whether "it" is the document or body that spoke before, not an entity of which others spoke, or is nothing."""
    if case.words not in words("pronouns.thing"):
        return False
    if is_empty(case):
        return True
    if case.thing is None:
        return False
    return case.spoke_since(entity) or _is_only_told(case, entity) or _goes_on(case, entity)


def _goes_on(case: SpeakerCase, entity: Entity) -> bool:
    """Whether "it" spoke last as well, and the content names an entity: "it added. Lund Oil sells oil, it said"."""
    before = case.before_mention
    if before is None or before.text.lower() not in words("pronouns.thing") or not case.is_recent(before.span.start):
        return False
    named = (m.span for m in case.around.mentions_of(entity) if m.form == "named")
    return any(piece.covers(span) for span in named for piece in case.content)


def _means_several(case: SpeakerCase, entity: Entity) -> bool:
    """Whether "they" is no body, which does not act near it, but several just told of: "Owners are angry. They"."""
    if entity.label == "Person" or not case.is_group:
        return False
    if _said_by_several(case, entity) or _asked_of_several(case):
        return True
    return _follows_several(case, entity) or not is_subject_near(case, entity)


def _said_by_several(case: SpeakerCase, entity: Entity) -> bool:
    """Whether "they" is in a clause under a verb of which several others are the subject: "voters said they"."""
    tree, verb = case.around.tree, verb_of(case)
    above = tree.head(verb) if verb is not None and tree.relation(verb) == "ccomp" else None
    told = tree.children(above, *SUBJECTS) if above is not None else []
    several = [tree.tokens[noun].span for noun in told if tree.tokens[noun].xpos in PLURAL and noun < (verb or 0)]
    own = [mention.span for mention in case.around.mentions_of(entity)]
    return any(not any(name.overlaps(noun) for name in own) for noun in several)


def _asked_of_several(case: SpeakerCase) -> bool:
    """Whether "they" is in what several are asked, read as a clause about them: "we ask voters who they"."""
    tree, verb = case.around.tree, verb_of(case)
    noun = tree.head(verb) if verb is not None and tree.relation(verb) in RELATIVE_CLAUSES else None
    if noun is None or tree.relation(noun) not in OBJECTS or tree.tokens[noun].xpos not in PLURAL:
        return False
    asking = tree.head(noun)
    return asking is not None and tree.lemma(asking) in words("cues.asking")


def _follows_several(case: SpeakerCase, entity: Entity) -> bool:
    """Whether "they" follows a sentence about several others: "Ferry owners are angry. They say"."""
    tree, inside = case.around.tree, case.around.tree.index.overlapping(case.passage.span)
    first = tree.index.sentence(inside[0]).start if inside and case.is_group else 0
    root = (
        next((word for word in tree.index.sentence(first - 1) if tree.relation(word) == "root"), None)
        if first
        else None
    )
    subjects = tree.children(root, *SUBJECTS) if root is not None else []
    if not subjects or tree.tokens[subjects[0]].xpos not in PLURAL:
        return False
    noun = tree.tokens[subjects[0]].span
    return not any(mention.span.end == noun.end for mention in case.around.mentions_of(entity))


def _is_told_of(case: SpeakerCase, entity: Entity) -> bool:
    """Whether somebody else spoke last, and the words in marks call an entity "he" or "she"."""
    if case.before is None or case.before.entity in {None, entity.id}:
        return False
    spoken = [piece for piece in case.content if case.around.quoted.touching([piece])]
    called = (m.span for m in case.around.mentions_of(entity) if case.around.gender_of_pronoun(m.text.lower()))
    return any(piece.covers(span) for span in called for piece in spoken)


def _is_only_told(case: SpeakerCase, entity: Entity) -> bool:
    """Whether an entity is mentioned only in what somebody else said before: "Larkmoor said Orla was weak. It said"."""
    before = case.before.mention if case.before is not None and case.before.entity != entity.id else None
    if before is None or "\n" in case.around.document.text[before.span.end : case.passage.span.start]:
        return False
    mentions = (m.span for m in case.around.mentions_of(entity) if m.span.end <= case.passage.span.start)
    near = [span for span in mentions if span.start >= before.span.end]
    return bool(near) and all(any(piece.covers(span) for piece in case.heard) for span in near)


def _may_be_meant(case: SpeakerCase) -> bool:
    """Whether people spoke before, among whom "he" or "she" may be, and no outlet or other body."""
    entity = case.before_entity
    return entity is None or entity.label == "Person"


def resumed(case: SpeakerCase) -> Speaker | None:
    """Who spoke last, where a cue says that they go on: not somebody who has not spoken yet."""
    mention = case.mention
    if not case.resumes or mention is None or mention.entity is None or mention.entity in case.spoke:
        return None
    told = case.before_mention
    return last(case) if told is not None and case.is_recent(told.span.start) else None


def last(case: SpeakerCase) -> Speaker | None:
    """Who spoke last: the person, or whoever was described without a name."""
    if case.gender is None or case.before is None or case.is_several_people(case.before):
        return None
    entity = case.before_entity
    if entity is not None and entity.label == "Person":
        return _last_person(case, entity, case.gender)
    return attrs.evolve(case.before, mention=case.passage, reason="pronoun") if case.may_mean(case.before) else None


def _last_person(case: SpeakerCase, entity: Entity, gender: str) -> Speaker | None:
    """The person who spoke last, or to whom the narrator has turned since; nobody where that was told aside."""
    if is_told_aside(case, entity, gender):
        return nobody(case)
    turned = turned_since(case, entity, gender)
    if turned is not None:
        return speaking(case, turned, "pronoun") or nobody(case)
    may = case.may_speak(entity) or (entity.id not in case.barred and _is_retold(case))
    return speaker_of(entity, case.passage, "pronoun") if may and is_nearest(case, entity, gender) else None


def _is_retold(case: SpeakerCase) -> bool:
    """Whether the content has no marks and is parted by its cue: "Ada Brook paid, she said, for the quay"."""
    parted = len(case.content) > 1 and case.content[0].end <= case.passage.span.start <= case.content[-1].start
    return parted and not case.around.quoted.touching(case.content)


def speaker_before(case: SpeakerCase) -> Speaker | None:
    """The last person who spoke, or the one to whom the narrator has turned since."""
    if case.gender is None or case.last is None:
        return None
    other = taking_over(case, case.last, case.gender)
    if other is not None:
        return speaking(case, other, "pronoun") or nobody(case)
    return speaking(case, case.last, "pronoun") if is_nearest(case, case.last, case.gender) else None


def before(case: SpeakerCase) -> Speaker | None:
    """The person named last; where words in marks name that person, whoever is named last before them."""
    gender, place = case.gender, case.passage.span.start
    if gender is None:
        return None
    entity = case.around.person_before(place, gender)
    if entity is None:
        return None
    named = not case.may_speak(entity) and len(case.content) == 1 and case.around.quoted.touching(case.content)
    if named and case.content[0].start < place:
        entity = case.around.person_before(case.content[0].start, gender)
    if entity is not None and (case.close or named) and not case.is_named_right_before(entity):
        return None
    return speaking(case, entity, "pronoun")


def retold(case: SpeakerCase) -> Speaker | None:
    """The only person of fitting gender named near, in words without marks that end with "she said".

    It is the subject of a clause there, or spoke before.
    """
    entity = _only_fitting(case, case.gender) if case.gender is not None and _is_told_before(case) else None
    if entity is None or entity.id in case.barred:
        return None
    named = [mention.span for mention in case.around.people_named(case.content[0]) if mention.entity == entity.id]
    if not named or case.before_entity not in {None, entity}:
        return None
    goes_on = case.before_entity is not None or is_subject_of_clause(case.around.tree, named[0])
    return speaker_of(entity, case.passage, "pronoun") if goes_on else None


def _is_told_before(case: SpeakerCase) -> bool:
    """Whether the content is one piece without marks, before the source."""
    if len(case.content) != 1 or case.content[0].end > case.passage.span.start:
        return False
    return not case.around.quoted.touching(case.content)


def goes_on_without_marks(case: SpeakerCase) -> bool:
    """Whether whoever spoke last may be "he" after words without marks: "Paul and Tom Kell met, he said"."""
    before = case.before_entity
    if case.gender is None or before is None or before.label != "Person" or not case.may_speak(before):
        return False
    return case.around.seems(before, case.gender) and _is_told_before(case) and case.is_mentioned_recently(before)


def _only_fitting(case: SpeakerCase, gender: str) -> Entity | None:
    """The only person whom the sentence and the one before name before a pronoun, and who seems of a gender."""
    tree, source = case.around.tree, case.passage.span
    inside = tree.index.overlapping(source)
    if not inside:
        return None
    first = tree.index.sentence(inside[0]).start
    start = tree.tokens[tree.index.sentence(first - 1).start if first > 0 else first].span.start
    named = {m.entity for m in case.around.people_named(Span(start, source.start))} if start < source.start else set()
    people = (case.around.entities.get(name or "") for name in named)
    fitting = [item for item in people if item is not None and case.around.seems(item, gender)]
    return fitting[0] if len(fitting) == 1 else None


def group(case: SpeakerCase) -> Speaker | None:
    """The group that spoke before, for "they", or the people who have answered it since: "The owners disagreed"."""
    before = case.before
    answering = _answering(case) if case.is_group else None
    if answering is not None:
        return Speaker(name=answering, mention=case.passage, kind="unnamed", reason="pronoun")
    if before is None or (before.kind not in {"unnamed", "organisation"} and not before.others):
        return None
    return attrs.evolve(before, mention=case.passage, reason="pronoun") if case.is_group else None


def _answering(case: SpeakerCase) -> str | None:
    """The words for the people who say or deny something in the sentence right before, since the last quote."""
    tree, inside = case.around.tree, case.around.tree.index.overlapping(case.passage.span)
    first = tree.index.sentence(inside[0]).start if inside else 0
    stretch = tree.index.sentence(first - 1) if first > 0 else range(0)
    spoken = case.before_mention
    if not stretch or spoken is None or tree.tokens[stretch.start].span.start < spoken.span.end:
        return None
    return next((name for verb in stretch if (name := _people_who(case, verb)) is not None), None)


def _people_who(case: SpeakerCase, verb: int) -> str | None:
    """The words for the people, without names, who are the subject of a main verb of speech or denial."""
    tree = case.around.tree
    says = tree.relation(verb) == "root" and tree.lemma(verb) in words("speech.verbs", "across.answers")
    subject = tree.subject(verb) if says else None
    if subject is None or tree.tokens[subject].xpos != "NNS" or not is_human(tree.lemma(subject)):
        return None
    phrase = tree.phrase(subject)
    told = any(piece.overlaps(phrase) for piece in (*case.heard, *case.content))
    return None if told or case.around.quoted.touching([phrase]) else phrase.cut(case.around.document.text)
