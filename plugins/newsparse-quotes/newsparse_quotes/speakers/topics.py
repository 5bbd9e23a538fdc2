"""Whom the narrator has turned to: the only person whom the sentences right before a quote name."""

from __future__ import annotations

import re
from functools import cache

from newsparse.model import Entity, Mention, Span, Speaker
from newsparse_quotes.grammar import RELATIVE_CLAUSES, SUBJECTS
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.fields import is_introduced, is_of_unnamed
from newsparse_quotes.speakers.from_entities import speaking
from newsparse_quotes.speakers.victims import is_victim

APART = (
    "nouns.people.office",
    "nouns.people.post",
    "nouns.people.proxy",
    "nouns.people.bystander",
    "nouns.people.vague",
    "nouns.people.kin",
)
"""Nouns for people who may be somebody else than the person named last."""
_AGE = re.compile(r"\d+")
_TOLD_AGE = re.compile(r", (\d{1,3})\b")
_OWNER = "nmod:poss"
_MAIN = "root"


def pronoun(case: SpeakerCase) -> Speaker | None:
    """The only person whom the narrator names right before, as one who acts, for a pronoun of that gender."""
    if case.gender is None:
        return None
    stretch = words_before(case)
    named = _named(case, stretch)
    entity = _only(case, named)
    if entity is None or _spoke(case, stretch, entity):
        return None
    if not any(_acts(case, mention) or _is_owner(case, mention) for mention in named):
        return None
    if _means(case) <= {entity.id} or _is_of_another_before(case, stretch, named[0]):
        return None
    return speaking(case, entity, "pronoun") if case.around.seems(entity, case.gender) else None


def _is_of_another_before(case: SpeakerCase, stretch: Span, name: Mention) -> bool:
    """Whether a pronoun of the same gender is in a stretch before a name."""
    before = (mention for mention in case.around.overlapping(stretch) if mention.span.start < name.span.start)
    pronouns = (mention.text.lower() for mention in before if mention.form == "pronoun")
    return any(case.around.gender_of_pronoun(pronoun) == case.gender for pronoun in pronouns)


def _means(case: SpeakerCase) -> set[str]:
    """Whom the pronoun would mean otherwise: its antecedent, or whoever spoke before."""
    antecedent = case.mention.entity if case.mention is not None else None
    before = case.before.entity if case.before is not None else None
    meant = antecedent or before
    return {meant} if meant is not None else set()


def description(case: SpeakerCase) -> Speaker | None:
    """The only person whom the narrator names right before, for the first time, for a description of somebody known.

    It is no office, of which the article may not name the holder. Where nobody has spoken by name, it is the only
    person named so far.
    """
    if not _is_of_somebody_known(case):
        return None
    stretch = words_before(case)
    entity = _new(case, stretch)
    if entity is None or not (case.is_aged or may_describe(case) or _is_member(case, entity)):
        return None
    if is_of_other_age(case, entity):
        return None
    if any(mention.entity == entity.id for mention in case.around.overlapping(case.passage.span)):
        return None  # "Brook's former boss", "the former boss of Brook"
    if _is_somebody_else(case, stretch, entity) or case.contradicts(entity) or _is_another(case, stretch, entity):
        return None
    return speaking(case, entity, "described")


def _is_somebody_else(case: SpeakerCase, stretch: Span, entity: Entity) -> bool:
    """Whether another speaks last in a stretch, or it tells what befell an entity."""
    return _spoke(case, stretch, entity) or is_victim(case, entity, stretch.start)


@cache
def _new_age() -> re.Pattern[str]:
    """The age of somebody new, who is not in apposition to a name: "a 41-year-old"."""
    return re.compile(
        rf"(?<!, )\b(?:{'|'.join(sorted(words('grammar.indefinite')))}) (\d{{1,3}})-\w+-\w+", re.IGNORECASE
    )


def is_of_other_age(case: SpeakerCase, entity: Entity) -> bool:
    """Whether a source says an age and the text gives an entity another after its name: "Ada Brook, 34"."""
    own = _AGE.search(case.words) if case.is_aged else None
    if own is None:
        return False
    text = case.around.document.text
    told = (_TOLD_AGE.match(text, item.span.end) for item in case.around.mentions_of(entity) if item.form == "named")
    ages = {found[1] for found in told if found is not None}
    since = Span(entity.span.end, max(entity.span.end + 1, case.passage.span.start)).cut(text)
    others = {found[1] for found in _new_age().finditer(since)}
    return own[0] in others or (bool(ages) and own[0] not in ages)


def _is_another(case: SpeakerCase, stretch: Span, entity: Entity) -> bool:
    """Whether the noun is that of somebody else: "Ben Holt saw a sailor", "Ben Holt left before the sailor"."""
    if case.head is not None and is_introduced(case.around, case.head, [stretch], entity):
        return True
    return not case.is_aged and _is_subject_beside(case, entity)


def is_of_another(case: SpeakerCase, entity: Entity) -> bool:
    """Whether a noun is not for a person, or came in as that of somebody without a name."""
    if case.head is None or case.contradicts(entity) or is_of_unnamed(case.around, case.head, entity):
        return True
    return is_introduced(case.around, case.head, [words_before(case)], entity)


def _is_of_somebody_known(case: SpeakerCase) -> bool:
    """Whether the source is "the 34-year-old", or "the baker" where nobody has asked a question."""
    return case.is_aged or (case.is_definite and not case.is_asked)


def _new(case: SpeakerCase, stretch: Span) -> Entity | None:
    """The only person named in a stretch, for the first time; where nobody has spoken by name, the only one so far."""
    entity = _only(case, _named(case, stretch))
    if entity is not None and entity.span.start >= stretch.start:
        return entity
    return _only(case, _named(case, Span(0, max(1, case.passage.span.start)))) if not case.spoke else None


def turned_to(case: SpeakerCase, last: Entity) -> Entity | None:
    """The only person whom the narrator names right before, as one who acts, since ``last`` spoke; else who leads."""
    stretch = words_before(case)
    named = _named(case, stretch)
    leading = [mention for mention in named if _leads(case, mention)]
    entity = _only(case, named) or _only(case, leading)
    if entity is None or entity.id == last.id:
        return None
    if not leading and _is_mentioned(case, last, stretch):
        return None
    if _has_spoken_since(case, stretch.start):
        return None
    return entity if _is_acting(case, entity, named) else None


def leader(case: SpeakerCase) -> Entity | None:
    """The only person who is the subject of a sentence of the paragraph before, unless another spoke since.

    In one paragraph with that person, a description may bring in somebody else.
    """
    stretch = words_before(case)
    people = [m for m in case.around.overlapping(stretch) if m.label == "Person" and m.entity and case.is_narrated(m)]
    leading = [mention for mention in people if mention.form != "nominal" and _leads(case, mention)]
    entity = _only(case, leading)
    if entity is None or "\n" not in case.around.document.text[leading[-1].span.end : case.passage.span.start]:
        return None
    return entity if case.before_entity in {None, entity} and not _is_somebody_else(case, stretch, entity) else None


def _is_subject_beside(case: SpeakerCase, entity: Entity) -> bool:
    """Whether a name or pronoun for an entity is a subject in the sentence of the source, before that."""
    tree, source = case.around.tree, case.passage.span
    inside = tree.index.overlapping(source)
    first = tree.index.sentence(inside[0]).start if inside else 0
    words_before = (word for word in range(first, inside[0] if inside else 0) if tree.relation(word) in SUBJECTS)
    spans = [tree.tokens[word].span for word in words_before]
    return any(
        mention.entity == entity.id and mention.form != "nominal" and case.is_narrated(mention)
        for span in spans
        for mention in case.around.overlapping(span)
    )


def _is_acting(case: SpeakerCase, entity: Entity, named: list[Mention]) -> bool:
    """Whether one of some names is an entity's, which acts there."""
    return any(mention.entity == entity.id and _acts(case, mention) for mention in named)


def _has_spoken_since(case: SpeakerCase, place: int) -> bool:
    """Whether whoever spoke before is named after the character ``place``."""
    return case.before_mention is not None and case.before_mention.span.end > place


def _is_mentioned(case: SpeakerCase, entity: Entity, stretch: Span) -> bool:
    return any(mention.span.overlaps(stretch) for mention in case.around.mentions_of(entity))


def is_named_before(case: SpeakerCase, entity: Entity) -> bool:
    """Whether the narrator's words right before name an entity."""
    return any(mention.entity == entity.id for mention in _named(case, words_before(case)))


def _is_member(case: SpeakerCase, entity: Entity) -> bool:
    """Whether a noun means whoever sits in a parliament, and the text calls a person by another: "Senator Brook"."""
    tree, head = case.around.tree, case.head
    if head is None or tree.lemma(head) not in words("nouns.people.seated"):
        return False
    return any(case.descriptions.calls(entity, noun) for noun in words("nouns.people.seated", "nouns.people.seat"))


def may_describe(case: SpeakerCase) -> bool:
    """Whether a noun for one person has words before it, and is none for an office, a proxy or whoever was there.

    Whoever is "London-based" may be any of these; a body beside the noun makes it an office. Who leads a body now, "the
    fire chief", may be anybody; who did so once, "the former boss", is somebody known.
    """
    tree, head = case.around.tree, case.head
    if head is None or tree.children(head, "conj") or not is_human(tree.lemma(head)):
        return False
    before = [word for word in tree.children(head, "amod", "compound") if word < head]
    if any(m.label == "Organization" for m in case.around.overlapping(case.passage.span)):
        return False
    if any(tree.lemma(word) in words("speakers.origins") for word in before):
        return True
    former = not words("speakers.former").isdisjoint(map(tree.lemma, before))
    apart = words(*APART) if former else words("nouns.people.leading", *APART)
    return bool(before) and tree.lemma(head) not in apart


def _spoke(case: SpeakerCase, stretch: Span, entity: Entity) -> bool:
    """Whether somebody else speaks in a stretch, last of all."""
    before = case.before
    if before is None or before.mention is None or before.entity == entity.id:
        return False
    return stretch.overlaps(before.mention.span)


def words_before(case: SpeakerCase) -> Span:
    """The narrator's words before the quote in its paragraph; where it begins that, the paragraph before."""
    text = case.around.document.text
    end = min([case.passage.span.start, *(piece.start for piece in case.content)])
    start = text.rfind("\n", 0, end) + 1
    if any(map(str.isalnum, text[start:end])):
        return Span(start, end)
    end = len(text[:start].rstrip())
    start = text.rfind("\n", 0, end) + 1
    return Span(start, end) if end > start else Span(0, 1)


def _named(case: SpeakerCase, stretch: Span) -> list[Mention]:
    """The people whom the narrator names in a stretch."""
    return [mention for mention in case.around.people_named(stretch) if case.is_narrated(mention)]


def _only(case: SpeakerCase, named: list[Mention]) -> Entity | None:
    different = {mention.entity for mention in named}
    return case.around.entities.get(different.pop() or "") if len(different) == 1 else None


def _leads(case: SpeakerCase, mention: Mention) -> bool:
    """Whether a name is the subject of its sentence."""
    tree = case.around.tree
    top = tree.top(tree.index.overlapping(mention.span))
    above = tree.head(top) if top is not None and tree.relation(top) in SUBJECTS else None
    return above is not None and tree.relation(above) == _MAIN


def _is_owner(case: SpeakerCase, mention: Mention) -> bool:
    """Whether a name owns the thing that is the subject of the sentence: "Ada Brook's fate is open, but she"."""
    tree = case.around.tree
    top, inside = tree.top(tree.index.overlapping(mention.span)), tree.index.overlapping(case.passage.span)
    owned = tree.head(top) if top is not None and tree.relation(top) == _OWNER else None
    if owned is None or not inside or owned not in tree.index.sentence(inside[0]):
        return False
    return tree.relation(owned) in SUBJECTS and not is_human(tree.lemma(owned))


def _acts(case: SpeakerCase, mention: Mention) -> bool:
    """Whether a name is a subject, the owner of one, or whom a clause with "who" is about."""
    tree = case.around.tree
    top = tree.top(tree.index.overlapping(mention.span))
    if top is None:
        return False
    if tree.relation(top) == _OWNER and (owned := tree.head(top)) is not None:
        top = owned if is_human(tree.lemma(owned)) else top
    if tree.relation(top) in SUBJECTS:
        return True
    return any(tree.relation(child) in RELATIVE_CLAUSES for child in tree.children(top))
