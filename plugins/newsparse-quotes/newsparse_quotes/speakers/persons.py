"""People whom a description means by the noun of an office or job, or by initials: "the harbour master", "the MCE"."""

from __future__ import annotations

from newsparse.model import Entity, Speaker
from newsparse_quotes.lexicon import words
from newsparse_quotes.speakers import newcomers, topics
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.fields import is_elsewhere, is_of_unnamed
from newsparse_quotes.speakers.from_entities import speaker_of, speaking
from newsparse_quotes.speakers.offices import is_of_other_body, told_of


def office(case: SpeakerCase) -> Speaker | None:
    """The one person whose role or title has these initials."""
    entity = case.descriptions.office(case.initials) if case.initials else None
    return speaker_of(entity, case.passage, "described") if entity is not None else None


def initials(case: SpeakerCase) -> Speaker | None:
    """The one person or body with these initials."""
    if not case.initials:
        return None
    if case.is_label:
        entity = case.descriptions.initialled(case.initials)
    else:
        entity = case.descriptions.lettered(case.initials) if case.mention is None else None
    return speaker_of(entity, case.passage, "named") if entity is not None else None


def styled(case: SpeakerCase) -> Speaker | None:
    """The one person before whose name the text puts the style by which the source calls somebody: "Her Majesty"."""
    noun = case.noun.lower()
    if noun not in words("speakers.styles"):
        return None
    gender = case.around.gender_of_pronoun(case.words.partition(" ")[0])
    people = (case.around.entities.get(name or "") for name in case.descriptions.called(noun))
    found = [item for item in people if item is not None and (gender is None or case.around.seems(item, gender))]
    return speaking(case, found[0], "described") if len(found) == 1 else None


def introduced(case: SpeakerCase) -> Speaker | None:
    """Whoever is named after the description, called by its noun, or who alone holds it in the body that it names."""
    if not (case.is_new or case.is_definite) or case.head is None or not case.is_person(case.passage.span):
        return None
    if case.around.tree.children(case.head, "conj"):
        return None
    inside = case.around.tree.index.overlapping(case.passage.span)
    named = case.descriptions
    if case.is_new:
        return speaking(case, named.introduced(inside, case.head), "described")
    return speaking(case, named.named_next(inside, case.head) or _holder(case), "described")


def _holder(case: SpeakerCase) -> Entity | None:
    """The only person with an office in a body that the description names: "the director of the Lowmere Office"."""
    near = (m for m in case.around.overlapping(case.passage.span) if m.label == "Organization")
    bodies = {mention.entity for mention in near if mention.form == "named"}
    people = [
        entity
        for entity in case.around.entities.values()
        for item in entity.affiliations
        if item.organisation in bodies and not item.former and case.noun.lower() in item.role.text.lower().split()
    ]
    return people[0] if len({person.id for person in people}) == 1 else None


def role(case: SpeakerCase) -> Speaker | None:
    """The one person whom the text calls by the noun."""
    if not case.is_definite or case.head is None or case.is_thing or case.is_crowd:
        return None
    inside = case.around.tree.index.overlapping(case.passage.span)
    entity = case.descriptions.person(inside, case.head)
    if entity is None or not case.may_speak(entity) or is_elsewhere(case.descriptions, case.head, entity):
        return None
    if is_of_other_body(case.around, case.noun, case.passage.span, entity):
        return None
    if _is_plain(case) and case.descriptions.described_before(case.noun) not in {None, entity}:
        return None  # "Chief Judge Tom Holt", where "the judge" was Ada Brook
    unnamed = is_of_unnamed(case.around, case.head, entity)
    return speaker_of(entity, case.passage, "described") if not unnamed else None


def _is_plain(case: SpeakerCase) -> bool:
    """Whether a description has nothing but its noun: "the judge", not "the Orlan judge"."""
    return case.head is not None and not case.around.tree.children(case.head, "amod", "compound", "nmod", "nmod:poss")


def owned(case: SpeakerCase) -> Speaker | None:
    """The one person whom the text calls by a noun that a pronoun owns, "her mother", and whom that does not mean."""
    own = _owners(case)
    if own is None or case.noun not in words("nouns.people.kin", "nouns.people.proxy"):
        return None
    if own <= {None} and case.noun in words("nouns.people.kin"):
        return None  # "a mother of two" need not be "his mother"
    called = case.descriptions.called(case.noun)
    entity = case.around.entities.get(next(iter(called)) or "") if len(called) == 1 else None
    if entity is None or entity.id in own or entity.span.start > case.passage.span.start:
        return None
    return speaking(case, entity, "described") if not case.has_other_gender(entity) else None


def _owners(case: SpeakerCase) -> set[str | None] | None:
    """Those whom the pronoun before the noun of a source means; None where there is none."""
    tree, head = case.around.tree, case.head
    if head is None or case.inner:
        return None
    owners = [tree.tokens[word] for word in tree.children(head, "nmod:poss")]
    if not owners or case.around.gender_of_pronoun(owners[0].text.lower()) is None:
        return None
    return {mention.entity for token in owners for mention in case.around.overlapping(token.span)}


def same_person(case: SpeakerCase) -> Speaker | None:
    """Who spoke last, where a description says only that it is a person: "the official", "the 34-year-old"."""
    if not _says_only_person(case):
        return None
    entity = _last_person(case)
    if entity is None or topics.is_of_other_age(case, entity):
        return None
    if case.is_aged:
        return None if _is_somebody_unnamed(case, entity) else speaking(case, entity, "described")
    return None if newcomers.is_after(case) else _same_or_turned_to(case, entity)


def _same_or_turned_to(case: SpeakerCase, entity: Entity) -> Speaker | None:
    """Whom the narrator has turned to since somebody spoke; else whoever spoke, unless the noun is somebody else's."""
    turned = topics.turned_to(case, entity)
    if turned is not None:
        return speaking(case, turned, "described") if not topics.is_of_another(case, turned) else None
    if _is_somebody_unnamed(case, entity):
        return None
    if case.is_asked or case.contradicts(entity):
        meant = case.descriptions.described_before(case.noun)
        return speaking(case, meant, "described") if meant != entity else None
    return speaking(case, entity, "described")


def _says_only_person(case: SpeakerCase) -> bool:
    """Whether a description without a name says only that it is one person: "the official", "the 34-year-old"."""
    if case.is_crowd or case.around.people_named(case.passage.span):
        return False
    return case.is_aged or (case.is_definite and (case.is_person(case.passage.span) or case.is_of_somebody))


def _last_person(case: SpeakerCase) -> Entity | None:
    """The person who spoke last, if not too far away; for "the 34-year-old", else whoever alone was just named."""
    entity = case.before_entity
    if case.is_aged and (entity is None or entity.label != "Person"):
        entity = case.only_named
    if entity is None or entity.label != "Person":
        return None
    return entity if case.is_mentioned_recently(entity) or _is_known_as(case, entity) else None


def _is_known_as(case: SpeakerCase, entity: Entity) -> bool:
    """Whether whoever spoke a short while ago did so under the same noun, and nobody else has been called by it."""
    before = case.before_mention
    if before is None or not case.is_recent(before.span.start):
        return False
    return case.descriptions.described_before(case.noun) == entity


def _is_somebody_unnamed(case: SpeakerCase, entity: Entity) -> bool:
    """Whether a noun is that of somebody whom the text does not name, and not the entity's.

    An officer or a lawyer tells of others: whoever just spoke is one only if the text says what that person is.
    """
    if case.head is None:
        return False
    if _is_proxy_of_named(case, entity) or is_of_unnamed(case.around, case.head, entity):
        return True
    tells = case.noun in words("nouns.people.outsider") - words("nouns.people.vague")
    return tells and not told_of(entity) and not case.descriptions.calls(entity, case.noun)


def _is_proxy_of_named(case: SpeakerCase, entity: Entity) -> bool:
    """Whether a noun such as "adviser", for which the text does not use a name, has a named owner: "Orla's adviser"."""
    tree, head = case.around.tree, case.head
    if head is None or tree.lemma(head) not in words("nouns.people.proxy"):
        return False
    owners = [tree.tokens[word].span for word in tree.children(head, "nmod:poss")]
    named = any(m.form == "named" for span in owners for m in case.around.overlapping(span))
    return named and not case.descriptions.calls(entity, tree.lemma(head))


def turned_to_another(case: SpeakerCase, entity: Entity) -> Entity | None:
    """The only person named right before, where the text calls that person by the noun of a description as well."""
    if entity.label != "Person" or case.head is None or topics.is_named_before(case, entity):
        return None
    turned = topics.turned_to(case, entity)
    called = turned is not None and case.descriptions.calls(turned, case.around.tree.lemma(case.head))
    fits = called and turned is not None and case.may_speak(turned) and not case.contradicts(turned)
    return turned if fits else None
