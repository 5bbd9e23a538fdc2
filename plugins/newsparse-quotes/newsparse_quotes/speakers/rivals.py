"""Whether a pronoun may mean another person than whoever spoke last: one whom the narrator tells of."""

from __future__ import annotations

from newsparse.model import Entity, Mention, Span
from newsparse.syntax import Tree
from newsparse_quotes.grammar import CLAUSES, RELATIVE_CLAUSES, SUBJECTS
from newsparse_quotes.lines import line_start
from newsparse_quotes.speakers.around import Around
from newsparse_quotes.speakers.case import SpeakerCase

_BESIDE = ("obj", "iobj", "obl", "obl:agent")
"""Relations of what a verb has beside its subject."""
_WHO_WORDS = 4
"""In how many words, from the last of a name on, "who" is looked for."""


def is_nearest(case: SpeakerCase, entity: Entity, gender: str) -> bool:
    """Whether a pronoun fits the gender of a person, and that of no subject of a clause before it in its sentence."""
    if not case.around.seems(entity, gender):
        return False
    tree, source = case.around.tree, case.passage.span
    inside = tree.index.overlapping(source)
    start = tree.index.span(tree.index.sentence(inside[0])).start if inside else source.start
    near = case.around.overlapping(Span(start, source.start)) if start < source.start else ()
    return not any(_is_rival(case, mention, entity, gender) for mention in near)


def taking_over(case: SpeakerCase, entity: Entity, gender: str) -> Entity | None:
    """The last person who fits and is the subject of a main clause, named after a person's last mention.

    In the paragraph of the pronoun or the one before: "Ada Holt left. Tom Varga lost. The city said so. (He) said".
    """
    tree, place, text = case.around.tree, case.passage.span.start, case.around.document.text
    told = (m.span.end for m in case.around.mentions_of(entity) if m.span.end <= place)
    line = line_start(text, place)
    start = max(line_start(text, len(text[:line].rstrip())), *told, 0)
    near = case.around.overlapping(Span(start, place)) if start < place else ()
    rivals = [m for m in near if _is_rival(case, m, entity, gender) and _is_main(tree, m.span)]
    return case.around.entities.get(rivals[-1].entity or "") if rivals else None


def told_of(around: Around, source: Span) -> frozenset[str]:
    """The people named after a source beside the verb of which it is the subject: "he said of Ada Brook"."""
    tree = around.tree
    inside = tree.index.overlapping(source)
    subject = tree.top(inside)
    verb = tree.head(subject) if subject is not None and tree.relation(subject) in SUBJECTS else None
    beside = tree.children(verb, *_BESIDE) if verb is not None else []
    after = [word for word in beside if word > inside[-1]]  # "as for Ada Brook, she said"
    people = (mention for word in after for mention in around.people_named(tree.tokens[word].span))
    return frozenset(mention.entity for mention in people if mention.entity)


def turned_since(case: SpeakerCase, entity: Entity, gender: str) -> Entity | None:
    """Whoever else fits and is the subject of the sentence before a pronoun's, where a person is mentioned in neither.

    The name may stand beside the subject: "Ada Brook's rival, Tom Varga, was late. (He) said".
    """
    tree, place = case.around.tree, case.passage.span.start
    inside = tree.index.overlapping(case.passage.span)
    first = tree.index.sentence(inside[0]).start if inside else 0
    if not first:
        return None
    sentence = tree.index.span(tree.index.sentence(first - 1))
    if any(sentence.start <= mention.span.start < place for mention in case.around.mentions_of(entity)):
        return None
    near = [mention for mention in case.around.people_named(sentence) if _is_other(case, mention, entity, gender)]
    leading = [mention for mention in near if mention.entity not in case.barred and _leads(tree, mention.span)]
    return case.around.entities.get(leading[-1].entity or "") if leading else None


def _leads(tree: Tree, name: Span) -> bool:
    """Whether a name, or the noun that it stands beside, is the subject of a main clause."""
    top = tree.top(tree.index.overlapping(name))
    places = (top, *tree.above(top)) if top is not None else ()
    noun = next((word for word in places if tree.relation(word) != "appos"), None)
    verb = tree.head(noun) if noun is not None and tree.relation(noun) in SUBJECTS else None
    return verb is not None and tree.relation(verb) == "root"


def _is_main(tree: Tree, name: Span) -> bool:
    """Whether a name is the subject of a main clause."""
    top = tree.top(tree.index.overlapping(name))
    verb = tree.head(top) if top is not None else None
    return verb is not None and tree.relation(verb) == "root"


def is_told_aside(case: SpeakerCase, entity: Entity, gender: str) -> bool:
    """Whether who spoke last did so in a clause about a name, paragraphs ago, in a sentence on somebody else who fits.

    As in "Tom Varga praised Martin Kell, who said it was safe.", and a new paragraph with "He said".
    """
    tree, told = case.around.tree, case.described.span if case.described is not None else None
    if told is None or "\n" not in case.around.document.text[told.end : case.passage.span.start]:
        return False
    sentence = tree.index.overlapping(told)
    verb = _relative_verb(tree, sentence[-1]) if sentence else None
    if verb is None:
        return False
    near = case.around.overlapping(tree.index.span(tree.index.sentence(verb)))
    return any(_is_rival(case, mention, entity, gender) for mention in near if mention.span.start < told.start)


def _relative_verb(tree: Tree, word: int) -> int | None:
    """The verb of a clause about a name of which a word, or one right after it, is the subject: "Kell, who said"."""
    for at in range(word, min(word + _WHO_WORDS, len(tree.tokens))):
        verb = tree.head(at) if tree.relation(at) in SUBJECTS else None
        if verb is not None and tree.relation(verb) in RELATIVE_CLAUSES:
            return verb
    return None


def _is_rival(case: SpeakerCase, mention: Mention, entity: Entity, gender: str) -> bool:
    """Whether the narrator names another person who seems of a gender, as the subject of a clause."""
    return _is_other(case, mention, entity, gender) and is_subject_of_clause(case.around.tree, mention.span)


def _is_other(case: SpeakerCase, mention: Mention, entity: Entity, gender: str) -> bool:
    """Whether the narrator names another person who seems of a gender."""
    other = case.around.entities.get(mention.entity or "")
    if mention.form != "named" or other is None or other.label != "Person" or other.id == entity.id:
        return False
    if not case.around.seems(other, gender):
        return False
    return case.is_narrated(mention) and not any(piece.covers(mention.span) for piece in case.content)


def is_subject_of_clause(tree: Tree, name: Span) -> bool:
    """Whether a name is the subject of a clause, not of one about a noun: "the quay that Tom Varga built"."""
    top = tree.top(tree.index.overlapping(name))
    verb = tree.head(top) if top is not None and tree.relation(top) in SUBJECTS else None
    return verb is not None and tree.relation(verb) not in CLAUSES
