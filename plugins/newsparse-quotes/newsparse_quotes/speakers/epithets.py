"""Whom news calls again by a noun, where the name has just been used: "the candidate", "the actress", "the senator"."""

from __future__ import annotations

from newsparse.model import Entity, Mention, Span, Speaker
from newsparse_quotes.grammar import SUBJECTS
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.speakers import topics
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.fields import is_introduced, is_of_unnamed
from newsparse_quotes.speakers.from_entities import speaking
from newsparse_quotes.speakers.offices import told_of
from newsparse_quotes.speakers.victims import is_victim

_MAIN = "root"
_OTHERS = ("nouns.people.outsider", "nouns.people.proxy", "nouns.people.bystander", "nouns.people.kin")
"""Nouns for people who may answer for somebody else."""


def epithet(case: SpeakerCase) -> Speaker | None:
    """The only person whom the narrator's nearest words are about, unless the noun is somebody else's there."""
    entity = _nearest(case) if _is_epithet(case) else None
    if entity is None or (entity == case.before_entity and (case.is_asked or case.has_rival)):
        return None
    if case.spoke_since(entity) or topics.is_of_another(case, entity) or _is_of_rival(case, entity):
        return None
    if is_victim(case, entity, topics.words_before(case).start):
        return None
    return speaking(case, entity, "described")


def answering(case: SpeakerCase) -> Speaker | None:
    """Whoever is asked, for a description of who answers: "When a reporter asked Ada Brook, the mayor said"."""
    if not case.is_definite or _names(case) or not is_human(case.noun) or case.noun in words(*_OTHERS):
        return None
    if case.head is not None and case.around.tree.children(case.head, "nmod"):
        return None  # "the mayor of Lowmere"
    entity = case.asked or _asked_in_clause(case)
    if entity is None or _holds_other(case, entity) or case.descriptions.called(case.noun) - {entity.id}:
        return None
    return speaking(case, entity, "described")


def _holds_other(case: SpeakerCase, entity: Entity) -> bool:
    """Whether the noun is for somebody without a name, or does not fit the gender or the offices of an entity."""
    if case.head is None or case.has_other_gender(entity) or is_of_unnamed(case.around, case.head, entity):
        return True
    if is_introduced(case.around, case.head, [topics.words_before(case)], entity):
        return True
    own = told_of(entity)
    return bool(own) and case.noun not in own and case.contradicts(entity)


def _asked_in_clause(case: SpeakerCase) -> Entity | None:
    """The one person whom a clause before the source says to be asked: "after Ada Brook was asked about it"."""
    tree, head = case.around.tree, case.head
    verb = tree.head(head) if head is not None else None
    clauses = [word for word in tree.children(verb, "advcl") if word < (head or 0)] if verb is not None else []
    asked = [
        mention
        for clause in clauses
        if tree.lemma(clause) in words("speech.verbs.asked")
        for word in tree.children(clause, "obj", "iobj", "nsubj:pass")
        if not tree.children(word, "conj")
        for mention in case.around.people_named(tree.tokens[word].span)
    ]
    return _only(case, asked)


def _is_epithet(case: SpeakerCase) -> bool:
    """Whether the source is "the" and such a noun, with no person's name in it, nor "and" and another noun."""
    tree, head = case.around.tree, case.head
    if head is None or case.noun not in words("nouns.people.epithet") or not case.is_definite:
        return False
    return bool(tree.children(head, "det")) and not tree.children(head, "conj", "nmod:poss") and not _names(case)


def _names(case: SpeakerCase) -> bool:
    return bool(case.around.people_named(case.passage.span))


def _nearest(case: SpeakerCase) -> Entity | None:
    """The only person in the nearest of some stretches with one: the clauses before, the sentence, the paragraph."""
    for stretch in _stretches(case):
        people = [m for m in case.around.overlapping(stretch) if _is_told_of(case, m)]
        if people:
            return _only(case, people) or _leading(case, people)
    return None


def _leading(case: SpeakerCase, people: list[Mention]) -> Entity | None:
    """The only subject among some people, if the text says what all others are: "Ada Brook met Judge Tom Varga"."""
    leading = _only(case, [mention for mention in people if _leads(case, mention)])
    others = (case.around.entities.get(mention.entity or "") for mention in people)
    return leading if all(item is None or item == leading or told_of(item) for item in others) else None


def _stretches(case: SpeakerCase) -> list[Span]:
    """The words before the source or the quote in its sentence, the sentence before that, else the last paragraph."""
    tree, text = case.around.tree, case.around.document.text
    end = min([case.passage.span.start, *(piece.start for piece in case.content)])
    inside = tree.index.overlapping(case.passage.span)
    first = tree.index.sentence(inside[0]).start
    paragraph = text.rfind("\n", 0, end) + 1
    start = max(paragraph, min(end, tree.tokens[first].span.start))
    found = [Span(start, end)] if start < end else []
    before = tree.index.span(tree.index.sentence(first - 1)) if first else None
    if before is not None and before.start >= paragraph:
        return [*found, before]
    return [*found, topics.words_before(case)]


def _is_told_of(case: SpeakerCase, mention: Mention) -> bool:
    """Whether the narrator names a person, or means one by a pronoun."""
    known = mention.label == "Person" and mention.form != "nominal" and bool(mention.entity)
    return known and case.is_narrated(mention)


def _only(case: SpeakerCase, people: list[Mention]) -> Entity | None:
    different = {mention.entity for mention in people}
    return case.around.entities.get(different.pop() or "") if len(different) == 1 else None


def _leads(case: SpeakerCase, mention: Mention) -> bool:
    """Whether a person is the subject of a sentence."""
    tree = case.around.tree
    top = tree.top(tree.index.overlapping(mention.span))
    verb = tree.head(top) if top is not None and tree.relation(top) in SUBJECTS else None
    return verb is not None and tree.relation(verb) == _MAIN


def _is_of_rival(case: SpeakerCase, entity: Entity) -> bool:
    """Whether the article calls others by the noun, or by one for who seeks the same, and never the entity."""
    nouns = words("nouns.people.seeker") if case.noun in words("nouns.people.seeker") else {case.noun}
    called = case.descriptions.called(*nouns)
    return bool(called - {entity.id}) and entity.id not in called
