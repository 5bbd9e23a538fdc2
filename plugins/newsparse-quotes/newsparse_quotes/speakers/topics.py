"""Whom the narrator has turned to: the only person whom the sentences right before a quote name."""

from __future__ import annotations

from newsparse.model import Entity, Mention, Span, Speaker
from newsparse_quotes.grammar import SUBJECTS
from newsparse_quotes.lexicon import words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.from_entities import speaker_of
from newsparse_quotes.speakers.mentioned import is_human

_APART = (
    "nouns.people.office",
    "nouns.people.post",
    "nouns.people.proxy",
    "nouns.people.bystander",
    "nouns.people.vague",
    "nouns.people.kin",
)
"""Nouns for people who may be somebody else than the person named last."""
_OWNER = "nmod:poss"
_MAIN = "root"
_RELATIVE = frozenset({"acl:relcl", "advcl:relcl"})


def pronoun(case: SpeakerCase) -> Speaker | None:
    """The only person whom the narrator names right before, as one who acts, for a pronoun of that gender."""
    if case.gender is None or case.inner:
        return None
    stretch = _before(case)
    named = _named(case, stretch)
    entity = _only(case, named)
    if entity is None or _spoke(case, stretch, entity):
        return None
    if not any(_acts(case, mention) or _is_owner(case, mention) for mention in named):
        return None
    if _means(case) <= {entity.id}:
        return None
    others = (m for m in case.around.overlapping(stretch) if m.form == "pronoun" and m.span.start < named[0].span.start)
    if any(case.around.gender_of_pronoun(m.text.lower()) == case.gender for m in others):
        return None
    fits = case.around.seems(entity, case.gender) and case.may_speak(entity)
    return speaker_of(entity, case.passage, "pronoun") if fits else None


def _means(case: SpeakerCase) -> set[str]:
    """Whom the pronoun would mean otherwise: its antecedent, or whoever spoke before."""
    antecedent = case.mention.entity if case.mention is not None else None
    before = case.before.entity if case.before is not None else None
    return {name for name in (antecedent or before,) if name is not None}


def description(case: SpeakerCase) -> Speaker | None:
    """The only person whom the narrator names right before, for the first time, for a description of somebody known.

    It is no office, of which the article may not name the holder. Where nobody has spoken by name, it is the only
    person named so far.
    """
    if case.head is None or not (case.is_aged or (case.is_definite and not case.is_asked)):
        return None
    stretch = _before(case)
    entity = _only(case, _named(case, stretch))
    new = entity is not None and entity.span.start >= stretch.start
    if not new and not case.spoke:
        entity = _only(case, _named(case, Span(0, max(1, case.passage.span.start))))
    elif not new:
        return None
    if entity is None or not (case.is_aged or _may_describe(case) or _is_member(case, entity)):
        return None
    if any(mention.entity == entity.id for mention in case.around.overlapping(case.passage.span)):
        return None  # "Brook's former boss", "the former boss of Brook"
    fits = not _spoke(case, stretch, entity) and not case.contradicts(entity) and case.may_speak(entity)
    return speaker_of(entity, case.passage, "described") if fits else None


def turned_to(case: SpeakerCase, last: Entity) -> Entity | None:
    """The only person whom the narrator names right before, as one who acts, since ``last`` spoke; else who leads."""
    stretch = _before(case)
    named = _named(case, stretch)
    leading = [mention for mention in named if _leads(case, mention)]
    entity = _only(case, named) or _only(case, leading)
    if entity is None or entity.id == last.id:
        return None
    if not leading and any(m.span.overlaps(stretch) for m in case.around.mentions_of(last)):
        return None
    since = case.before is None or case.before.mention is None or case.before.mention.span.end <= stretch.start
    return entity if since and any(_acts(case, mention) for mention in named if mention.entity == entity.id) else None


def is_named_before(case: SpeakerCase, entity: Entity) -> bool:
    """Whether the narrator's words right before name an entity."""
    return any(mention.entity == entity.id for mention in _named(case, _before(case)))


def _is_member(case: SpeakerCase, entity: Entity) -> bool:
    """Whether a noun means whoever sits in a parliament, and the text calls a person by another: "Senator Brook"."""
    tree, head = case.around.tree, case.head
    if head is None or tree.children(head, "conj") or tree.lemma(head) not in words("nouns.people.seated"):
        return False
    return any(case.descriptions.calls(entity, noun) for noun in words("nouns.people.seated", "nouns.people.seat"))


def _may_describe(case: SpeakerCase) -> bool:
    """Whether a noun for one person has words before it, and is none for an office, a proxy or whoever was there.

    Whoever is "London-based" may be any of these; a body beside the noun makes it an office.
    """
    tree, head = case.around.tree, case.head
    if head is None or tree.children(head, "conj") or not is_human(tree.lemma(head)):
        return False
    before = [word for word in tree.children(head, "amod", "compound") if word < head]
    if any(m.label == "Organization" for m in case.around.overlapping(case.passage.span)):
        return False
    if any(tree.lemma(word) in words("speakers.origins") for word in before):
        return True
    return bool(before) and tree.lemma(head) not in words(*_APART)


def _spoke(case: SpeakerCase, stretch: Span, entity: Entity) -> bool:
    """Whether somebody else speaks in a stretch, last of all."""
    before = case.before
    within = before is not None and before.mention is not None and stretch.overlaps(before.mention.span)
    return within and before is not None and before.entity != entity.id


def _before(case: SpeakerCase) -> Span:
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
    near = (m for m in case.around.overlapping(stretch) if m.form == "named" and m.label == "Person")
    return [mention for mention in near if not case.around.quoted.touching([mention.span])]


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
    return any(tree.relation(child) in _RELATIVE for child in tree.children(top))
