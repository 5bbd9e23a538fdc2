"""Which person a description means by an age, or by having spoken last: "the 34-year-old", "the singer said"."""

from __future__ import annotations

from itertools import chain

from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import listed
from newsparse_entities.phrases import Phrase
from newsparse_entities.references.memory import Described, only

_OBJECTS = ("obj", "iobj")
_SPOKE_SENTENCES = 3
"""How many sentences before its own "the singer said" looks back for whoever spoke."""


def of_age(case: Described) -> Group | None:
    """Whoever has that age in the article, else the only person whom the sentence before is about.

    Nobody for "a 34-year-old man", who is new.
    """
    memory, years = case.memory, case.phrase.years
    if case.phrase.opening == "indefinite" or (years is None and not _is_the_aged(case.phrase)):
        return None
    if years in memory.aged:
        last = memory.aged[years][-1][1]
        near = {group for group, sentence in memory.aged[years] if sentence == last}
        return only(near) or only(near - _acting(case))
    told = chain.from_iterable(memory.aged.values()) if years is not None else ()
    others = {group for group, _ in told}
    return _subject_before(case, others)


def _acting(case: Described) -> set[Group]:
    """The subjects of the verb whose object a description is: nobody thanks themselves by their age."""
    reading, token = case.memory.reading, case.phrase.token
    if reading.tree.relation(token) not in _OBJECTS:
        return set()
    row = case.memory.history.row(reading.sentence_of_word(token))
    return {seen.group for seen in row if seen.rank > 0 and seen.governor == reading.tree.head(token)}


def _subject_before(case: Described, others: set[Group]) -> Group | None:
    """The only person of the sentence before, ``others`` aside, else its only main subject."""
    sentence = case.memory.reading.sentence_at(case.phrase.span.start)
    before = (seen for seen in case.memory.history.row(sentence - 1) if seen.group not in others)
    row = [seen for seen in before if seen.group.label == "Person" and not seen.group.plural]
    return only(seen.group for seen in row) or only(seen.group for seen in row if seen.rank > 1)


def _is_the_aged(phrase: Phrase) -> bool:
    """Whether a description says how old somebody is without the years: "the teenager"."""
    return phrase.opening == "definite" and phrase.word in listed("nouns.people.age")


def last_speaker(case: Described) -> Group | None:
    """The only person in the last sentences, who spoke there, for a description that speaks and fits nobody else."""
    phrase, memory = case.phrase, case.memory
    if not _speaks_by_role(case):
        return None
    sentence = memory.reading.sentence_of_word(phrase.token)
    person = _only_person_near(case, sentence)
    if person is None or not phrase.allows(person):
        return None
    spoke = [at for at, group in memory.spoke if group is person]
    if not spoke or _answers(case, spoke[-1]):
        return None
    return None if memory.bearers.is_of_another(phrase.word, person) else person


def _speaks_by_role(case: Described) -> bool:
    """Whether a description that speaks says only what somebody is: "the singer said".

    Not where it names a body, of which somebody else may be the director.
    """
    phrase = case.phrase
    if phrase.token not in case.memory.speaking or phrase.complement or phrase.former or case.telling is not None:
        return False
    others = listed("nouns.people.proxy", "nouns.people.post")
    return phrase.word in listed("nouns.people.role") and phrase.word not in others


def _only_person_near(case: Described, sentence: int) -> Group | None:
    """The person of the sentences before one, if these mention only one, who has a name."""
    near = case.memory.history.back(sentence - 1, _SPOKE_SENTENCES - 1)
    person = only(seen.group for seen in near if seen.group.label == "Person")
    return person if person is not None and person.named and not person.plural else None


def _answers(case: Described, spoke: int) -> bool:
    """Whether a description may be of whoever answers: in the paragraph of the last words, or after a question."""
    text, start = case.memory.reading.text, case.memory.reading.tokens[spoke].span.start
    between = text[text.rfind("\n", 0, start) + 1 : case.phrase.span.start]
    return "\n" not in between or "?" in between
