"""Offices that a description names, "the senator", and whether somebody else near may hold them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from newsparse.model import Entity, Mention, Span
from newsparse_quotes.lexicon import LISTS, words
from newsparse_quotes.speakers.around import Around

_NEAR_PARAGRAPHS = 3
"""The paragraph of the source and those before it in which another holder of an office may be named."""


def told_of(entity: Entity) -> set[str]:
    """The words of the roles and titles that the text gives an entity."""
    called = [*(item.role.text for item in entity.held), *entity.titles]
    told = [word.strip(".,").lower() for phrase in called for word in phrase.replace("-", " ").split()]
    return {LISTS.map("titles.abbreviations").get(word, word) for word in told}


def may_be_of_another(around: Around, noun: str, source: Span, entity: Entity, spoke: Collection[str]) -> bool:
    """Whether an office that the text does not give an entity may be that of another who ``spoke`` and is named near.

    Whoever has only other roles is no rival; nor is anybody, where the words of ``source`` name the entity's own body.
    A post of which somebody holds one, "the prime minister", is nobody's to whom the text gives no role at all.
    """
    if noun not in words("nouns.people.post", "nouns.people.state") or noun in words("nouns.people.vague"):
        return False
    if _names_body(around, source, entity):
        return False
    if noun in words("nouns.people.post") and not told_of(entity):
        return True
    near = around.overlapping(Span(_paragraphs_before(around.document.text, source.start), source.start))
    rivals = {*spoke} - {entity.id}
    named = {mention.entity for mention in near if mention.form == "named" and mention.entity in rivals}
    return any(_may_hold(around.entities[name], noun) for name in named)


def _may_hold(entity: Entity, noun: str) -> bool:
    """Whether an entity has an office, or the text gives it none at all."""
    told = told_of(entity)
    return not told or noun in told


def is_of_other_body(around: Around, noun: str, source: Span, entity: Entity) -> bool:
    """Whether a source names a body, and an entity has roles in others alone: "the Lowmere Bank president".

    A body that is named for the first time may well be the entity's own, unless the noun is for those who work for it:
    "the Lowmere Rovers striker". Nouns for what one can be beside anything else, "leader" or "founder", tell nothing;
    nor does "former", where the article names the body together with the entity.
    """
    own = [around.entities[name] for item in entity.held if (name := item.organisation) in around.entities]
    beside = words("nouns.people.vague", "nouns.people.beside")
    chief = _is_ranked(noun, source.cut(around.document.text))
    works = noun in words("nouns.people.staff", "nouns.people.leading") - (frozenset() if chief else beside)
    if not own or not (works or noun in words("nouns.people.state") - beside):
        return False
    over = _is_former(source.cut(around.document.text))
    return any(
        _is_apart(body, own)
        for body in _bodies_in(around, source)
        if (works or body.span.start < source.start) and not (over and _are_together(around, source, body, entity))
    )


def _is_ranked(noun: str, source: str) -> bool:
    """Whether a word of rank makes an office of a noun that is else an adjective: "the chief executive"."""
    return noun in words("nouns.people.adjective") and not words("speakers.ranks").isdisjoint(_parts(source))


def is_of_other_name(around: Around, head: int, entity: Entity) -> bool:
    """Whether an office is of another body or place than the entity's: "the chief executive of Lund Lines"."""
    names = _own_names(around, around.tree.lemma(head), entity)
    given = [_parts(mention.text) for mention in _after_of(around, head)]
    return bool(names and given) and all(_is_another_name(told, name) for told in given for name in names)


def _own_names(around: Around, noun: str, entity: Entity) -> list[list[str]]:
    """The names of the bodies and places in which an entity has an office, where the text tells all of them."""
    held = [item.organisation for item in entity.held if noun in _parts(item.role.text)]
    own = [around.entities[name] for name in held if name in around.entities]
    return [_parts(name) for body in own for name in (body.name, *body.aliases)] if len(own) == len(held) else []


def _parts(name: str) -> list[str]:
    return name.lower().replace("-", " ").split()


def _after_of(around: Around, head: int) -> Iterator[Mention]:
    """The names of bodies and places that follow a noun and "of"."""
    tree = around.tree
    for top in tree.children(head, "nmod"):
        if tree.case(top) in words("cues.owning"):
            near = around.overlapping(tree.tokens[top].span)
            yield from (mention for mention in near if mention.form == "named" and mention.label != "Person")


def _bodies_in(around: Around, source: Span) -> Iterator[Entity]:
    """The bodies that a source names."""
    for mention in around.overlapping(source):
        body = around.entities.get(mention.entity or "") if mention.form == "named" else None
        if body is not None and body.label == "Organization":
            yield body


def _is_former(description: str) -> bool:
    return not words("speakers.former").isdisjoint(description.lower().replace("-", " ").split())


def _are_together(around: Around, source: Span, body: Entity, entity: Entity) -> bool:
    """Whether a sentence other than that of a source names both a body and an entity."""
    index = around.tree.index
    here = index.sentence_at(source.start)
    named, with_body = (
        {index.sentence_at(mention.span.start) for mention in around.mentions_of(item)} for item in (entity, body)
    )
    return bool((named & with_body) - {here})


def _is_apart(body: Entity, others: Collection[Entity]) -> bool:
    """Whether a body is none of ``others``, one of which at least is of its kind, and is called by other names."""
    alike = [other for other in others if other.label == body.label]
    named = [name.lower().split() for other in alike for name in (other.name, *other.aliases)]
    return bool(alike) and all(_is_another_name(body.name.lower().split(), name) for name in named)


def _is_another_name(name: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names have no word in common but the last, which says what both are: "Harrow Bank", "Orla Bank"."""
    if name[-1:] == other[-1:] and len(name) > 1 and len(other) > 1:
        name, other = name[:-1], other[:-1]
    return set(name).isdisjoint(other)


def _names_body(around: Around, source: Span, entity: Entity) -> bool:
    """Whether a source names a body in which the text gives an entity a role: "the LPA president"."""
    own = {item.organisation for item in entity.held if item.organisation}
    return any(mention.entity in own for mention in around.overlapping(source))


def _paragraphs_before(text: str, place: int) -> int:
    """Where the first of the paragraphs near before ``place`` begins."""
    for _ in range(_NEAR_PARAGRAPHS):
        line = text.rfind("\n", 0, place)
        if line < 0:
            return 0
        place = len(text[:line].rstrip())
    return place
