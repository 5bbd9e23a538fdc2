"""Which document or body "it" means that is the source of a quote."""

from __future__ import annotations

import attrs

from newsparse.model import Entity, Span, Speaker
from newsparse.syntax import Tree
from newsparse_quotes.grammar import CLAUSES, NOUNS, RELATIVE, SUBJECTS
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.from_entities import speaker_of, speaking

_MAIN = frozenset({"root", "conj", "parataxis"})
"""Relations of the verbs of clauses that stand by themselves."""
_EMPTY = "expl"
"""The relation of an "it" that stands for nothing."""
_ONE = "NN"
"""The tag of a noun in the singular."""
_LISTED = frozenset({"conj", "appos", "flat", "nmod:desc"})
"""Relations between names that are listed, or stand beside one another."""


def thing(case: SpeakerCase) -> Speaker | None:
    """The document or body that spoke before, for "it", unless the sentence before is about another body."""
    if case.words not in words("pronouns.thing") or is_empty(case):
        return None
    if case.thing is None:
        return _told_body(case) if case.close else None
    leading = _leading(case)
    if leading is not None and not case.around.tree.tokens[leading].span.overlaps(_words_for(case.thing)):
        entity = _body_at(case, leading)
        return speaking(case, entity, "pronoun") if entity is not None and entity.id not in case.barred else None
    if _is_about_another(case, case.thing):
        return None
    if case.is_several_things(case.thing):
        return None
    return attrs.evolve(case.thing, mention=case.passage, reason="pronoun")


def is_empty(case: SpeakerCase) -> bool:
    """Whether "it" stands for nothing: "it seems that", "it is Ada Brook saying"."""
    tree = case.around.tree
    if case.head is None or tree.relation(case.head) not in SUBJECTS:
        return case.head is not None and tree.relation(case.head) == _EMPTY
    said = tree.head(case.head)
    return said is not None and any(word > case.head for word in tree.children(said, *SUBJECTS))


def _words_for(thing: Speaker) -> Span:
    """The words that named a speaker last; an empty stretch where there are none."""
    return thing.mention.span if thing.mention is not None else Span(0, 1)


def _leading(case: SpeakerCase) -> int | None:
    """The body or place that is the last subject of a main clause before "it" in its sentence: "Oslo is slow; it"."""
    tree = case.around.tree
    inside = tree.index.overlapping(case.passage.span)
    sentence = tree.index.sentence(inside[0]) if inside else range(0)
    subjects = (word for word in sentence if word < inside[0] and tree.relation(word) in SUBJECTS)
    bodies = [word for word in subjects if tree.relation(tree.head(word) or 0) in _MAIN and _is_told(case, word)]
    return bodies[-1] if bodies else None


def _is_told(case: SpeakerCase, noun: int) -> bool:
    """Whether a word is a noun for a body or place, or in the name of one, and not in what is said."""
    tree = case.around.tree
    said = any(piece.overlaps(tree.tokens[noun].span) for piece in case.content)
    return tree.tokens[noun].upos in NOUNS and _is_body(case, noun) and not said


def is_subject_near(case: SpeakerCase, entity: Entity) -> bool:
    """Whether a mention of an entity is a subject before a pronoun, in its sentence or the one before.

    A sentence about one thing, "The ferry is late.", may come between.
    """
    tree, place = case.around.tree, case.passage.span.start
    inside = tree.index.overlapping(case.passage.span)
    if not tree.known or not inside:
        return True
    first = _sentence_before(tree, inside[0])
    subject = _main_subject(tree, tree.index.sentence(first))
    if subject is not None and tree.tokens[subject].xpos == _ONE and not is_human(tree.lemma(subject)):
        first = _sentence_before(tree, first)
    start = tree.tokens[first].span.start
    near = (m for m in case.around.mentions_of(entity) if start <= m.span.start < place)
    return any(_is_subject(tree, tree.top(tree.index.overlapping(m.span))) for m in near)


def _sentence_before(tree: Tree, word: int) -> int:
    """The first word of the sentence before that of a word; of its own where it is the first."""
    first = tree.index.sentence(word).start
    return tree.index.sentence(first - 1).start if first else first


def _is_subject(tree: Tree, word: int | None) -> bool:
    """Whether a word is a subject, or one of several that are joined or beside one another as a subject."""
    places = (word, *tree.above(word)) if word is not None else ()
    first = next((at for at in places if tree.relation(at) not in _LISTED), None)
    return first is not None and tree.relation(first) in SUBJECTS


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
    subject = next((word for word in subjects if tree.relation(tree.head(word) or 0) == "root"), None)
    if subject is None or tree.tokens[subject].xpos not in RELATIVE:
        return subject
    told = (word for clause in tree.children(subject, *CLAUSES) for word in tree.children(clause, *SUBJECTS))
    return next(told, subject)  # "what Oslo can offer is a loan"


def _is_body(case: SpeakerCase, noun: int) -> bool:
    """Whether a noun is for a body or place, or in the name of one."""
    tree = case.around.tree
    if tree.lemma(noun) in words("nouns.bodies"):
        return True
    return any(m.label in {"Organization", "Location"} for m in case.around.overlapping(tree.tokens[noun].span))
