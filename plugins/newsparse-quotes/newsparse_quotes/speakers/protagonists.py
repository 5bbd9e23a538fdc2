"""People whom a description means by their part in the article: who heads a body, is brought in early, or wrote."""

from __future__ import annotations

from newsparse.model import Entity, Mention, Span, Speaker
from newsparse_quotes.grammar import SUBJECTS, names_person
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.from_entities import speaking

_OPENING_SENTENCES = 3
"""Sentences at the start of an article that bring somebody in without the name."""
_NEXT_SENTENCES = 2
"""How many sentences later the name comes at the latest."""


def heading(case: SpeakerCase) -> Speaker | None:
    """The one person with a leading role in the body before "chief" or "head": "the WHO chief"."""
    if case.head is None or case.around.tree.lemma(case.head) not in words("speakers.heading"):
        return None
    body, field = _body(case, case.head), _field(case, case.head)
    people = case.around.entities.values()
    found = [item for item in people if _leads(item, body) or _leads_field(item, field)]
    return speaking(case, found[0], "described") if len(found) == 1 else None


def _body(case: SpeakerCase, head: int) -> str | None:
    """The body or place that the words right before ``head`` name or describe."""
    first = case.around.tree.index.overlapping(case.passage.span)[0]
    if first == head:
        return None
    end = case.around.tree.tokens[head - 1].span.end
    near = [m for m in case.around.overlapping(case.passage.span) if m.span.end == end and m.form != "pronoun"]
    told = {m.entity for m in near if m.label in {"Organization", "Location"}} or _described(case, first, head)
    return told.pop() if len(told) == 1 else None


def _described(case: SpeakerCase, first: int, head: int) -> set[str | None]:
    """The bodies that the article calls by the words before ``head``: "central bank" in "the central bank chief"."""
    tokens = case.around.tree.tokens
    bare = [token.text.lower() for token in tokens[first:head] if token.upos != "DET"]
    return {m.entity for m in case.around.mentions if m.form == "nominal" and _plain(m) == bare}


def _plain(mention: Mention) -> list[str]:
    return [word for word in mention.text.lower().split() if word not in words("grammar.definite")]


def _leads(person: Entity, body: str | None) -> bool:
    if body is None:
        return False
    leading = words("nouns.people.leading")
    return any(
        item.organisation == body and not item.former and not leading.isdisjoint(item.role.text.lower().split())
        for item in person.held
    )


def _field(case: SpeakerCase, head: int) -> str:
    """The one common noun after "of": "education" in "the head of education"; empty where there is none."""
    tree = case.around.tree
    after = [word for word in tree.children(head, "nmod") if tree.tokens[word].upos == "NOUN"]
    if len(after) != 1:
        return ""
    alone = set(tree.below(after[0], ("case", "det"))) == {after[0]}
    return tree.tokens[after[0]].text.lower() if alone else ""


def _leads_field(person: Entity, field: str) -> bool:
    """Whether a person has a leading role in a field: "Minister of Education"."""
    roles = [item.role.text.lower().split() for item in person.held if not item.former]
    leading = words("nouns.people.leading")
    return any(field in role and not leading.isdisjoint(role) for role in roles)


def brought_in(case: SpeakerCase) -> Speaker | None:
    """Whoever is the first to be named, soon after a description that begins an article: "A baker has said".

    After "The fire chief has said", only who speaks there and of whom nothing else is told: "Tom Varga told sailors".
    """
    first = _first_named(case) if _begins(case) else None
    if first is None or not _is_told_soon(case, first) or not (case.is_new or _is_bare(case, first)):
        return None
    entity = case.around.entities.get(first.entity or "")
    return speaking(case, entity, "described") if entity is not None and not case.has_other_gender(entity) else None


def _begins(case: SpeakerCase) -> bool:
    """Whether a description of one person begins the article, of whom it may well tell the name later."""
    told = (case.is_new or case.is_definite) and is_human(case.noun)
    return told and _opens(case) and not _need_not_be_named(case)


def _need_not_be_named(case: SpeakerCase) -> bool:
    """Whether somebody is one of many, whom the article need not name: "one sailor", "“It sank,” a sailor said"."""
    return _is_one_of_many(case) or any(piece.start < case.passage.span.start for piece in case.content)


def _is_one_of_many(case: SpeakerCase) -> bool:
    """Whether "one" and a noun alone may be any of several: "one sailor", but not "one kind-hearted sailor"."""
    tree, head = case.around.tree, case.head
    return head is not None and bool(tree.children(head, "nummod")) and not tree.children(head, "amod")


def _speaks_of_others(case: SpeakerCase) -> bool:
    """Whether the noun is for somebody who tells, by office or by chance, what others did: "a police spokesman"."""
    return case.noun in words("nouns.people.outsider")


def _speaks(case: SpeakerCase, name: Mention) -> bool:
    """Whether whoever is named says something there: "Ada Brook told reporters"."""
    tree = case.around.tree
    top = tree.top(tree.index.overlapping(name.span))
    verb = tree.head(top) if top is not None else None
    return verb is not None and tree.lemma(verb) in words("speech.verbs.said", "speech.verbs.telling")


def _first_named(case: SpeakerCase) -> Mention | None:
    """The first name of a person in an article, where it comes after the source and that names nobody.

    Whoever is named before the noun may be a place of that name: "a Kelby woman", but not "an aide to Ada Brook".
    """
    span = case.passage.span
    head = case.around.tree.tokens[case.head].span if case.head is not None else span
    people = (mention for mention in case.around.mentions if names_person(mention))
    first = next((m for m in people if not m.span.overlaps(span) or m.span.start > head.start), None)
    return first if first is not None and first.span.start >= span.end else None


def _is_told_soon(case: SpeakerCase, name: Mention) -> bool:
    """Whether one of the sentences right after that of the source, in a new paragraph, is about the person of a name.

    In one paragraph with the source, it may as well be somebody else: "A nurse said it was full. Eva Holt left." Who
    tells of others is so only where the person says something there.
    """
    tree = case.around.tree
    if _speaks_of_others(case) and not _speaks(case, name):
        return False
    if "\n" not in case.around.document.text[case.passage.span.end : name.span.start]:
        return False
    apart = tree.index.sentence_at(name.span.start) - tree.index.sentence_at(case.passage.span.start)
    top = tree.top(tree.index.overlapping(name.span)) if 0 < apart <= _NEXT_SENTENCES else None
    return top is not None and tree.relation(top) in SUBJECTS and not tree.children(top, "conj")


def _is_bare(case: SpeakerCase, name: Mention) -> bool:
    """Whether a full name is the subject of a verb of saying, and nothing beside it tells who that is."""
    tree = case.around.tree
    inside = tree.index.overlapping(name.span)
    top = tree.top(inside)
    if top is None or len(inside) == 1 or not _speaks(case, name):
        return False
    told = {word for word in tree.below(top) if word not in inside}
    return not told


def _opens(case: SpeakerCase) -> bool:
    return case.around.tree.index.sentence_at(case.passage.span.start) < _OPENING_SENTENCES


def penned(case: SpeakerCase) -> Speaker | None:
    """Whoever is named as the owner of a text that one person writes: "Ada Brook's letter", "a letter from her"."""
    tree, head = case.around.tree, case.head
    if head is None or tree.lemma(head) not in words("speakers.penned"):
        return None
    owners = tree.children(head, "nmod:poss")
    owners += [word for word in tree.children(head, "nmod") if tree.case(word) in words("grammar.origins")]
    entity = _named_at(case, tree.tokens[owners[0]].span) if owners else None
    return speaking(case, entity, "described") if entity is not None and entity.label == "Person" else None


def _named_at(case: SpeakerCase, span: Span) -> Entity | None:
    """The first entity that is named or described at a place."""
    near = (mention for mention in case.around.overlapping(span) if mention.form != "pronoun")
    named = (mention.entity for mention in near if mention.entity)
    return case.around.entities.get(next(named, ""))
