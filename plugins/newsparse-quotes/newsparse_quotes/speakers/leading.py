"""Descriptions whose noun does not say who is meant: the person or body that the sentences before are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.model import Entity, Mention, Span, Speaker
from newsparse_quotes.grammar import ACTING, SUBJECTS
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.speakers import topics
from newsparse_quotes.speakers.bodies import kinds
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.fields import is_introduced
from newsparse_quotes.speakers.from_entities import speaking

_OF_SOMEBODY = frozenset({"compound", "nmod", "nmod:poss"})
"""Relations of the name of a body to the noun for somebody in it."""
_TELLING = frozenset({"ADJ", "NOUN", "PROPN"})
"""Parts of speech of words that say what a body is."""
_SENTENCES = 2
"""How many sentences before its own the body that acts is looked for."""


def person(case: SpeakerCase) -> Speaker | None:
    """The only person who is the subject of a sentence of the paragraph before, unless somebody else spoke since.

    The noun has words before it and is that of no office, or the text calls that person by it.
    """
    entity = topics.leader(case) if _is_of_person(case) else None
    if entity is None or not (topics.may_describe(case) or _is_called(case, entity)):
        return None
    return speaking(case, entity, "described") if not topics.is_of_another(case, entity) else None


def _is_of_person(case: SpeakerCase) -> bool:
    """Whether the source is "the" and a noun for one person, without a name, and answers no question."""
    if not case.is_definite or case.is_crowd or not is_human(case.noun):
        return False
    return not case.is_asked and not case.around.people_named(case.passage.span)


def _is_called(case: SpeakerCase, entity: Entity) -> bool:
    """Whether the text calls a person by the noun of a description, and nobody else who is named right before."""
    called = case.descriptions.called(case.noun)
    others = (case.around.entities.get(name or "") for name in called - {entity.id})
    return entity.id in called and not any(item and topics.is_named_before(case, item) for item in others)


def body(case: SpeakerCase) -> Speaker | None:
    """The only body that acts in the last sentence that names one, for a noun for a body of that kind."""
    if case.head is None:
        return None
    named = _in_clause_before(case, case.head)
    if named is not None:
        return speaking(case, named, "described")
    if not _is_kind(case):
        return None
    near = _near(case)
    entity = _acting(case, near)
    if entity is None or not _is_of_kind(entity, case.noun) or not _may_be_told(case, entity, case.head):
        return None
    if is_introduced(case.around, case.head, near, entity):
        return None
    return speaking(case, entity, "described")


def _in_clause_before(case: SpeakerCase, head: int) -> Entity | None:
    """The body that is the subject of a clause before a noun for it: "though the LPA was new, the group said"."""
    if case.noun not in kinds() or not (case.is_definite and case.around.tree.children(head, "det")):
        return None
    bodies = {body for word in _subjects_before(case, head) for body in _bodies_at(case, word)}
    entity = case.around.entities.get(bodies.pop() or "") if len(bodies) == 1 else None
    return entity if entity is not None and _is_of_kind(entity, case.noun) else None


def _subjects_before(case: SpeakerCase, head: int) -> Iterator[int]:
    """The subjects of the clauses before a noun that say when or why its verb is so."""
    tree, verb = case.around.tree, case.around.tree.head(head)
    for clause in tree.children(verb, "advcl") if verb is not None else ():
        if clause < head:
            yield from tree.children(clause, *SUBJECTS)


def _bodies_at(case: SpeakerCase, word: int) -> set[str | None]:
    """The bodies that a name at a word names."""
    near = case.around.overlapping(case.around.tree.tokens[word].span)
    return {mention.entity for mention in near if mention.form == "named" and mention.label == "Organization"}


def _is_kind(case: SpeakerCase) -> bool:
    """Whether the source is "the" and a noun for a body of some kind, with no name in it and nothing after it.

    A noun for any body, "the group", is not enough.
    """
    tree, head = case.around.tree, case.head
    if head is None or case.noun not in kinds() or not case.is_definite:
        return False
    if not tree.children(head, "det") or tree.children(head, "nmod", "conj", "acl", "acl:relcl"):
        return False
    inside = case.around.overlapping(case.passage.span)
    if any(mention.form == "named" and mention.label != "NORP" for mention in inside):
        return False
    return case.noun not in words("nouns.bodies.loose") or bool(tree.children(head, "amod", "compound"))


def _is_of_kind(body: Entity, noun: str) -> bool:
    """Whether the name of a body does not say that it is of another kind: an agency is no company."""
    told = {word for word in body.name.lower().split() if word in words("nouns.bodies")}
    return noun in told or noun in words("nouns.bodies.loose") or told <= words("nouns.bodies.company")


def _may_be_told(case: SpeakerCase, body: Entity, head: int) -> bool:
    """Whether the words before a noun may be said of a body: where its name says what it is, one of them is in it.

    The words for a people say nothing about what it is.
    """
    tree = case.around.tree
    told = [word for word in tree.below(head) if word < head and tree.tokens[word].upos in _TELLING]
    plain = (tree.tokens[word] for word in told if not case.around.overlapping(tree.tokens[word].span))
    said = {part for token in plain for part in token.text.lower().split("-")}
    if not said.isdisjoint(words("speakers.unlike")):
        return False
    name = set(body.name.lower().split())
    return not said or name.isdisjoint(words("nouns.bodies")) or not name.isdisjoint(said)


def _near(case: SpeakerCase) -> Sequence[Span]:
    """The narrator's words before the quote in its sentence, and the last sentences, the nearest first."""
    tree, end = case.around.tree, min([case.passage.span.start, *(piece.start for piece in case.content)])
    inside = tree.index.overlapping(Span(end, end + 1)) or range(case.head or 0, (case.head or 0) + 1)
    first = tree.index.sentence(inside[0]).start
    start = tree.tokens[first].span.start
    found = [Span(start, end)] if start < end else []
    for _ in range(_SENTENCES):
        if first > 0:
            sentence = tree.index.sentence(first - 1)
            first = sentence.start
            found.append(tree.index.span(sentence))
    return found


def _acting(case: SpeakerCase, near: Sequence[Span]) -> Entity | None:
    """The only body that acts in the first of some stretches in which one does."""
    for stretch in near:
        named = (m for m in case.around.overlapping(stretch) if m.form == "named" and m.label == "Organization")
        acting = {mention.entity for mention in named if _acts(case, mention)}
        if acting:
            return case.around.entities.get(acting.pop() or "") if len(acting) == 1 else None
    return None


def _acts(case: SpeakerCase, mention: Mention) -> bool:
    """Whether a name is that of a subject, an agent or who spoke last, or of the body of such: "an LPA captain"."""
    tree = case.around.tree
    top = tree.top(tree.index.overlapping(mention.span))
    if top is None:
        return False
    if tree.relation(top) == "conj" and (first := tree.head(top)) is not None:
        top = first
    if tree.relation(top) in _OF_SOMEBODY and (above := tree.head(top)) is not None and is_human(tree.lemma(above)):
        top = above
    return tree.relation(top) in ACTING or _spoke(case, mention)


def _spoke(case: SpeakerCase, mention: Mention) -> bool:
    """Whether a name is that of a body that spoke last and has a word of the description in its name."""
    told, body = case.before_mention, case.before_entity
    if told is None or body is None or body.id != mention.entity or not told.span.overlaps(mention.span):
        return False
    return not set(body.name.lower().split()).isdisjoint(case.words.split())
