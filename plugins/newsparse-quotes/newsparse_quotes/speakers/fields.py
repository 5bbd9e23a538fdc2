"""Offices of one of several fields or countries, "the finance minister", and whether somebody holds another of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from newsparse.model import Entity, Mention, Span
from newsparse_quotes.grammar import ACTING, PLURAL
from newsparse_quotes.lexicon import LISTS, words
from newsparse_quotes.speakers.around import Around
from newsparse_quotes.speakers.descriptions import Descriptions
from newsparse_quotes.speakers.offices import is_of_other_name, told_of

_BESIDE = frozenset({"appos", "compound"})
"""Relations of a noun to the name of whoever it is for."""
_SINGULAR = "NN"
_ROOT = 4
"""Letters that the name of a country and of its people share at their beginning: "Sweden", "Swedish"."""
_SENTENCES = 4
"""How many sentences before a description somebody without a name may be brought in, at most."""
_OF_PLACE = ("amod", "compound", "nmod:poss", "nmod")
"""Relations of a people or country to the noun for an office: "the Orlan minister", "Orla's minister"."""


_TITLING = frozenset({"ADJ", "NOUN", "PROPN"})
"""Parts of speech of the words of a title."""
_DESCRIBING = _TITLING | {"VERB", "AUX", "ADV", "PUNCT"}
"""Parts of speech of the words of a description: "the would-be mayor", "the opposing coach"."""


def is_elsewhere(descriptions: Descriptions, head: int | None, entity: Entity) -> bool:
    """Whether a description with the noun ``head`` is for an office of a field, body or country not the entity's.

    Nor is it where it is that of another party, or of another rank: "the deputy mayor" is not the mayor.
    """
    if head is None:
        return False
    if _is_of_other_rank(descriptions.around, head, entity) or is_of_other_name(descriptions.around, head, entity):
        return True
    if _is_set_apart(descriptions, head, entity) or _is_of_other_side(descriptions, head, entity):
        return True
    if _is_opposite(descriptions, head, entity):
        return True
    if _is_of_other_field(descriptions.around, head, entity) or _is_of_other_country(descriptions, head, entity):
        return True
    return _is_of_other_party(descriptions, head, entity)


def _is_of_other_rank(around: Around, head: int, entity: Entity) -> bool:
    """Whether the text gives an entity the office ``head`` with other words of rank alone: "vice", "deputy"."""
    tree, noun = around.tree, around.tree.lemma(head)
    ranks = _ranks(noun)
    begin = head
    while begin and (tree.tokens[begin - 1].upos in _TITLING or tree.tokens[begin - 1].text == "-"):
        begin -= 1
    mine = ranks.intersection(tree.words.lower[begin:head])
    roles = [item.role.text for item in entity.held] or entity.titles
    told = [set(role.lower().replace("-", " ").split()) for role in roles]
    own = [role & ranks for role in told if noun in role]
    return bool(own) and noun not in ranks and mine not in own


@cache
def _ranks(noun: str) -> frozenset[str]:
    """Words of rank before a noun for an office; a lieutenant colonel is called colonel, and no governor so."""
    ranks = words("nouns.people.rank")
    return words("speakers.deputies") | (frozenset() if noun in ranks else words("titles.apart") & ranks)


def _is_set_apart(descriptions: Descriptions, head: int, entity: Entity) -> bool:
    """Whether a word before ``head`` makes it somebody else than is called by the noun: "the acting mayor"."""
    apart = words("titles.apart").intersection(_described(descriptions.around, head)) - told_of(entity)
    return any(entity.id not in descriptions.called(word) for word in apart)


def _described(around: Around, head: int) -> list[str]:
    """The words between the article of a phrase and its noun."""
    tree, begin = around.tree, head
    while begin and tree.tokens[begin - 1].upos in _DESCRIBING and not tree.index.breaks_before(begin):
        begin -= 1
    return list(tree.words.lower[begin:head])


def _is_of_other_side(descriptions: Descriptions, head: int, entity: Entity) -> bool:
    """Whether somebody is a lawyer of the other side of a trial: a defence lawyer is not "the state's lawyer"."""
    tree, sides = descriptions.around.tree, LISTS.groups("speakers.sides")
    if tree.lemma(head) not in words("nouns.people.proxy"):
        return False
    before = {tree.tokens[word].text.lower() for word in tree.children(head, "amod", "compound", "nmod:poss")}
    own = [side for side in sides if not before.isdisjoint(sides[side])]
    if not own or entity.id in descriptions.called(*(word for side in own for word in sides[side])):
        return False
    return entity.id in descriptions.called(*(word for side in sides if side not in own for word in sides[side]))


def _is_opposite(descriptions: Descriptions, head: int, entity: Entity) -> bool:
    """Whether the text calls somebody by the opposite of a noun: a coach is no striker, the loser has not won."""
    own, other = _opposites(descriptions.around.tree.lemma(head))
    return entity.id in descriptions.called(*other) and entity.id not in descriptions.called(*own)


@cache
def _opposites(noun: str) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns like a noun, and their opposites."""
    sides = LISTS.groups("speakers.opposites")
    own = [side for side, nouns in sides.items() if noun in nouns]
    kinds = {side.partition("-")[0] for side in own}
    other = [side for side in sides if side not in own and side.partition("-")[0] in kinds]
    return frozenset().union(*(sides[side] for side in own)), frozenset().union(*(sides[side] for side in other))


def _is_of_other_field(around: Around, head: int, entity: Entity) -> bool:
    """Whether the text gives an entity the office ``head`` with other fields alone: no police chief puts out fires.

    Nouns for what one can be beside anything else, "leader" or "member", tell nothing.
    """
    noun = around.tree.lemma(head)
    fields = set() if noun in words("nouns.people.vague", "nouns.people.beside") else _fields(around, head)
    if not fields:
        return False
    roles = [item.role.text.lower().replace("-", " ").split() for item in entity.held]
    own = [set(role) - {noun} for role in roles if noun in role]
    return bool(own) and all(other and fields.isdisjoint(other) for other in own)


def _fields(around: Around, head: int) -> set[str]:
    """The common nouns before ``head`` that are no part of a name: "trade" in "Orla's trade minister"."""
    tree = around.tree
    near = [word for word in tree.children(head, "compound") if word < head and tree.tokens[word].upos == "NOUN"]
    return {form for word in near for form in (tree.tokens[word].text.lower(), tree.lemma(word))}


def _is_of_other_country(descriptions: Descriptions, head: int, entity: Entity) -> bool:
    """Whether the country or people before ``head`` is beside the name of somebody else with that office alone.

    Whoever the text gives another high office is not "the Orlan president".
    """
    around = descriptions.around
    noun, post = around.tree.lemma(head), words("nouns.people.post")
    origins = list(_origins(around, head))
    if noun not in words("nouns.people.state"):
        return any(_is_of_other_origin(descriptions, mention.text, entity) for mention in origins)
    for mention in origins:
        own = told_of(entity)
        if noun in post and own & post and noun not in own:
            return True
        called = descriptions.called(mention.text.lower())
        if _is_of_other_origin(descriptions, mention.text, entity):
            return True
        if entity.id not in called and called & descriptions.called(noun, *words("speakers.peers")):
            return True
    return False


def _is_of_other_origin(descriptions: Descriptions, origin: str, entity: Entity) -> bool:
    """Whether the text gives somebody a country or people beside the name, and one alone that is not ``origin``."""
    root, peoples = origin.lower()[:_ROOT], _peoples()
    places = (descriptions.around.entities.get(item.organisation or "") for item in entity.held)
    own = {place.name.lower()[:_ROOT] for place in places if place is not None and place.label == "Location"}
    own.update(*(peoples.get(word, ()) for word in descriptions.told(entity)))
    return bool(own) and root not in own and any(root in roots for roots in peoples.values())


@cache
def _peoples() -> Mapping[str, frozenset[str]]:
    """The words for each people, with how all those of its country begin."""
    groups = [[form.lower() for form in forms] for forms in LISTS.groups("countries.demonyms").values()]
    return {form: frozenset(other[:_ROOT] for other in forms) for forms in groups for form in forms}


def _is_of_other_party(descriptions: Descriptions, head: int, entity: Entity) -> bool:
    """Whether the words before ``head`` name a party, and the text puts an entity in others alone."""
    tree, parties = descriptions.around.tree, LISTS.groups("speakers.parties")
    before = {tree.tokens[word].text.lower() for word in tree.children(head, "amod", "compound") if word < head}
    own = {word for party in parties.values() if not before.isdisjoint(party) for word in party}
    if not own or entity.id in descriptions.called(*own):
        return False
    return entity.id in descriptions.called(*(word for party in parties.values() for word in party if word not in own))


def _origins(around: Around, head: int) -> Iterator[Mention]:
    """The countries and peoples that the words before ``head`` name."""
    for word in around.tree.children(head, *_OF_PLACE):
        for mention in around.overlapping(around.tree.tokens[word].span):
            if mention.label in {"NORP", "Location"}:
                yield mention


def is_of_unnamed(around: Around, head: int, entity: Entity) -> bool:
    """Whether ``head`` is the noun of somebody without a name, who came in with "a" after an entity was named."""
    tree = around.tree
    noun, first = tree.lemma(head), tree.index.sentence(head).start
    for _ in range(_SENTENCES):
        first = tree.index.sentence(first - 1).start if first > 0 else 0
    for word in range(head - 1, first - 1, -1):
        if tree.lemma(word) == noun and tree.is_noun(word) and tree.tokens[word].xpos not in PLURAL:
            articles = {tree.tokens[child].text.lower() for child in tree.children(word, "det")}
            new = not articles.isdisjoint(words("grammar.indefinite")) and tree.relation(word) in ACTING
            return new and entity.span.start < tree.tokens[word].span.start and not _is_named(around, word)
    return False


def is_introduced(around: Around, head: int, stretches: Iterable[Span], entity: Entity) -> bool:
    """Whether ``head`` is the noun of somebody or something else in some stretches: "a company in Larkmoor"."""
    tree, noun = around.tree, around.tree.lemma(head)
    for word in (word for stretch in stretches for word in tree.index.overlapping(stretch)):
        if tree.lemma(word) != noun or tree.tokens[word].xpos != _SINGULAR or tree.children(word, "cop"):
            continue
        here = {mention.entity for mention in around.overlapping(tree.tokens[word].span)}
        if entity.id not in here and tree.relation(word) not in _BESIDE:
            return True
    return False


def _is_named(around: Around, noun: int) -> bool:
    """Whether the phrase of a noun names a person, or says of one who that is: "Ada Brook is a baker"."""
    tree = around.tree
    if around.people_named(tree.phrase(noun)):
        return True
    return bool(tree.children(noun, "cop")) or tree.relation(noun) == "appos"
