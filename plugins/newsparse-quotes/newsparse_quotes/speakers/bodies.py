"""Bodies that speak under a noun for their kind: "the ministry", "the company"."""

from __future__ import annotations

from functools import cache

from newsparse.model import Entity, Speaker
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.from_entities import speaker_of

_PLURAL = "NNS"
_MOST_WORDS = 2
"""Words of a description that says only what kind of body it is: "the company"."""


@cache
def kinds() -> frozenset[str]:
    """Nouns that after "the" can mean a body whose name does not say so: firms, and bodies of whatever kind."""
    named = words("nouns.bodies.unnamed") - words("nouns.bodies.public")
    return words("nouns.bodies.loose", "nouns.bodies.company", "nouns.bodies.apart") | named


def named(case: SpeakerCase) -> Speaker | None:
    """The one body or place whose name has the noun of a description."""
    if case.head is None:
        return None
    if not case.is_definite:
        return _in_plural(case, case.head)
    tree = case.around.tree
    if not tree.children(case.head, "det") and tree.lemma(case.head) not in words("nouns.bodies"):
        return None  # "deep integration" is no body
    entity = case.descriptions.body(case.head) or _told_by_adjective(case, case.head)
    if entity is None or _is_another(case, entity):
        return None
    return speaker_of(entity, case.passage, "described")


def _in_plural(case: SpeakerCase, head: int) -> Speaker | None:
    """The one body whose name ends in a noun in the plural, with "the" and nothing else: "the archives"."""
    tree = case.around.tree
    if case.words != f"the {tree.words.lower[head]}" or tree.tokens[head].xpos != _PLURAL or is_human(case.noun):
        return None
    last = tree.words.lower[head]
    bodies = [e for e in case.around.entities.values() if e.label == "Organization" and " " in e.name]
    found = [body for body in bodies if body.name.lower().rsplit(" ", 1)[-1] == last]
    return speaker_of(found[0], case.passage, "described") if len(found) == 1 else None


def _told_by_adjective(case: SpeakerCase, head: int) -> Entity | None:
    """The one body named before whose name has the adjective of a noun for any body: "the electoral body"."""
    tree = case.around.tree
    if tree.lemma(head) not in words("nouns.bodies.loose"):
        return None
    told = [tree.lemma(word).lower() for word in tree.children(head, "amod")]
    start = case.passage.span.start
    bodies = {e.id: e for e in case.around.entities.values() if e.label == "Organization" and e.span.end < start}
    found = [body for body in bodies.values() if told and all(word in body.name.lower().split() for word in told)]
    return found[0] if len(found) == 1 else None


def _is_another(case: SpeakerCase, entity: Entity) -> bool:
    """Whether a description has names that the body does not have: "the Lowmere secretariat"."""
    tree, own = case.around.tree, {word.lower() for name in (entity.name, *entity.aliases) for word in name.split()}
    inside = tree.index.overlapping(case.passage.span)
    if any(tree.tokens[word].upos == "PROPN" and tree.tokens[word].text.lower() not in own for word in inside):
        return True
    before = {tree.words.lower[word] for word in inside if case.head is not None and word < case.head}
    kinds = {tree.words.lower[word] for word in inside if tree.tokens[word].upos == "NOUN" and word != case.head}
    places = words("nouns.bodies.generic", "nouns.bodies.corporation")  # "the city council" of Lowmere
    return not (kinds - places | before & words("titles.apart")) <= own


def spoken(case: SpeakerCase) -> Speaker | None:
    """The body that spoke last, where a description says only that it is a company, agency or group."""
    if not case.is_definite or case.head is None or len(case.words.split()) > _MOST_WORDS:
        return None
    noun = case.around.tree.lemma(case.head)
    entity = case.before_entity
    if entity is None or entity.label != "Organization" or noun not in kinds():
        return None
    return (
        speaker_of(entity, case.passage, "described")
        if case.is_mentioned_recently(entity) and _may_be(entity, noun)
        else None
    )


def _may_be(entity: Entity, noun: str) -> bool:
    """Whether the name of a body has no noun for a body of another kind: "Harbour Ministry" is no company."""
    told = {word for word in entity.name.lower().split() if word in words("nouns.bodies")}
    return noun in words("nouns.bodies.loose") or told <= kinds()
