"""Which document or body "it" means that is the source of a quote."""

from __future__ import annotations

import attrs

from newsparse.model import Entity, Speaker
from newsparse.syntax import Tree
from newsparse_quotes.grammar import NOUNS, SUBJECTS
from newsparse_quotes.lexicon import words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.from_entities import speaker_of


def thing(case: SpeakerCase) -> Speaker | None:
    """The document or body that spoke before, for "it", unless the sentence before is about another body."""
    if case.words not in words("pronouns.thing"):
        return None
    if case.thing is None:
        return _told_body(case) if case.close else None
    if _is_about_another(case, case.thing):
        return None
    if case.is_several_things(case.thing):
        return None
    return attrs.evolve(case.thing, mention=case.passage, reason="pronoun")


def _told_body(case: SpeakerCase) -> Speaker | None:
    """The body of which a speaker tells right before: “The LPA is slow. That is why (it) thinks that”."""
    tree = case.around.tree
    inside = tree.index.overlapping(case.passage.span)
    before = tree.index.sentence(inside[0]).start - 1 if inside else -1
    subject = _main_subject(tree, tree.index.sentence(before)) if before >= 0 else None
    if subject is None or not case.around.quoted.touching([tree.tokens[subject].span]):
        return None
    entity = _body_at(case, subject)
    return speaker_of(entity, case.passage, "pronoun") if entity is not None and entity.id not in case.barred else None


def _body_at(case: SpeakerCase, noun: int) -> Entity | None:
    """The body or place that a name at a word names."""
    near = (m for m in case.around.overlapping(case.around.tree.tokens[noun].span) if m.form == "named")
    bodies = [mention.entity for mention in near if mention.label in {"Organization", "Location"}]
    return case.around.entities.get(bodies[0] or "") if bodies else None


def _is_about_another(case: SpeakerCase, thing: Speaker) -> bool:
    """Whether the subject of the sentence before the quote is another body or place than the one that spoke."""
    tree = case.around.tree
    inside = tree.index.overlapping(min([case.passage.span, *case.content]))
    if thing.mention is None or not inside:
        return False
    before = tree.index.sentence(inside[0]).start - 1
    whole = tree.index.sentence(before) if before >= 0 else range(0)
    if not whole or tree.index.span(whole).overlaps(thing.mention.span):
        return False
    subject = _main_subject(tree, whole)
    return subject is not None and tree.tokens[subject].upos in NOUNS and _is_body(case, subject)


def _main_subject(tree: Tree, sentence: range) -> int | None:
    """The subject of the main clause of a sentence."""
    subjects = (word for word in sentence if tree.relation(word) in SUBJECTS)
    return next((word for word in subjects if tree.relation(tree.head(word) or 0) == "root"), None)


def _is_body(case: SpeakerCase, noun: int) -> bool:
    """Whether a noun is for a body or place, or in the name of one."""
    tree = case.around.tree
    if tree.lemma(noun) in words("nouns.bodies"):
        return True
    return any(m.label in {"Organization", "Location"} for m in case.around.overlapping(tree.tokens[noun].span))
