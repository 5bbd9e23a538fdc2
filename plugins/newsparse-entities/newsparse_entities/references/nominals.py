"""Which of the things mentioned a description refers to: by its noun, a name or title with that noun, or its kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsparse.rules import Rule, RuleSet
from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import kinds, listed, listed_folded
from newsparse_entities.references.companies import (
    REACH_SENTENCES,
    main_company,
    near,
    only_company,
    words_of,
)
from newsparse_entities.references.distinct import fields, is_another_field, set_apart
from newsparse_entities.references.history import Seen
from newsparse_entities.references.memory import Described, only
from newsparse_entities.references.persons import last_speaker, of_age
from newsparse_entities.references.same_noun import same_noun, told_before


def _partner(case: Described) -> Group | None:
    """What grammar links the description to, if nothing in the text contradicts it."""
    phrase, memory = case.phrase, case.memory
    token = memory.partners.get(phrase.token)
    if token is None:
        return None
    group = memory.of_name.get(token) or memory.meanings.get(token)
    return group if group is not None and group.allows(phrase.gender) and group.plural == phrase.plural else None


def _anaphoric(case: Described) -> bool:
    return case.phrase.opening != "indefinite"


def _definite(label: str) -> Callable[[Described], bool]:
    def applies(case: Described) -> bool:
        phrase = case.phrase
        return phrase.opening == "definite" and not phrase.plural and (phrase.label == "Person") == (label == "Person")

    return applies


def _beside(case: Described) -> Group | None:
    return case.memory.bearers.beside(case.phrase) if case.phrase.label == "Person" else None


def _role(case: Described) -> Group | None:
    phrase = case.phrase
    if phrase.label != "Person" or phrase.plural or phrase.opening == "indefinite":
        return None
    if phrase.opening == "possessive" and case.owner is None:
        return None
    return case.memory.bearers.of(phrase, case.owner)


def _kind_of_role(case: Described) -> Group | None:
    person = case.memory.bearers.by_kind(case.phrase, case.owner)
    return person if person is None or not _is_of_other_body(case, person) else None


def _is_of_other_body(case: Described, person: Group) -> bool:
    """Whether a description names a body of which nothing is said beside a person; many may be of a party, too."""
    if case.telling is None or case.telling in case.memory.told_of(person):
        return False
    words = {word for body in case.memory.named[case.telling] for word in words_of(body)}
    return words.isdisjoint(listed("organisations.optional"))


def _titled(case: Described) -> Group | None:
    if case.phrase.former or case.phrase.names or case.phrase.complement:
        return None
    reading, bearers, titled = case.memory.reading, case.memory.bearers, case.memory.titled_as(case.phrase)
    said = set_apart(reading, case.phrase) | fields(reading, case.phrase)
    fitting = {group for group in titled if not bearers.has_other_rank(case.phrase, group)}
    fitting = {group for group in fitting if not is_another_field(said, case.memory.told_of(group))}
    return bearers.latest(case.phrase, {group for group in fitting if not bearers.has_left(case.phrase, group)})


def _adjective_of_name(case: Described) -> Group | None:
    if case.telling is None:
        return None
    firms, noun = listed("nouns.bodies.company"), case.phrase.word
    named = (group for group in case.memory.named[case.telling] if noun in firms or noun in words_of(group))
    bearers = [group for group in named if not _is_another_body(case, group)]
    return bearers[-1] if bearers else None


def _word_of_name(case: Described) -> Group | None:
    named = case.memory.named.get(case.phrase.word, []) if case.telling is None else []
    bearers = [group for group in named if not _is_another_body(case, group)]
    if not bearers:
        return None
    return _mentioned_last(case, bearers) if len(bearers) > 1 else bearers[0]


def _is_another_body(case: Described, group: Group) -> bool:
    """Whether a description says of a body what its name does not: "the news agency", "the rival union"."""
    reading, told = case.memory.reading, words_of(group)
    own = fields(reading, case.phrase) - listed("roles.specialties") if case.phrase.owner is None else frozenset[str]()
    places = listed("nouns.bodies.generic", "nouns.bodies.corporation")  # "the city council" of Lowmere
    where = set(case.phrase.names) - listed_folded("countries.demonyms")
    elsewhere = where - places if case.phrase.word in listed("nouns.bodies.public") else set[str]()
    own = (own - places) | set_apart(reading, case.phrase) | elsewhere
    return is_another_field(own, told) or _names_another(case, group)


def _names_another(case: Described, group: Group) -> bool:
    """Whether a name before the noun is that of somebody else: "the Brook campaign" is no Campaign Fund."""
    first = case.memory.reading.starting_in(case.phrase.span).start
    named = [case.memory.of_name.get(at) for at in range(first, case.phrase.token)]
    return any(other not in (None, group) and other.label in ("Person", "Organization") for other in named if other)


def _mentioned_last(case: Described, bearers: Sequence[Group]) -> Group | None:
    """The one of several bodies that is mentioned last; of what the last speaker says, that speaker itself."""
    memory, phrase = case.memory, case.phrase
    reading = memory.reading
    own = reading.sentence_at(phrase.span.start)
    for seen in memory.history.back(own, REACH_SENTENCES):
        if seen.group in bearers:
            spoke = memory.spoke[-1][1] if memory.spoke and phrase.token in memory.speaking else None
            if spoke is not None and spoke in bearers and reading.told(seen.token):
                return spoke
            return seen.group if seen.sentence == own else _leading(memory.history.row(seen.sentence), bearers)
    return bearers[-1]


def _leading(row: Sequence[Seen], bearers: Sequence[Group]) -> Group | None:
    """The one of some bodies that a sentence mentions; of several the last subject, or None: "a deal of A with B"."""
    near = [seen for seen in row if seen.group in bearers]
    led = {seen.governor for seen in near}
    acting = [seen.group for seen in near if seen.rank and not seen.joined and seen.token not in led]
    return only(seen.group for seen in near) or (acting[-1] if acting else None)


def _kind_of_body(case: Described) -> Group | None:
    """The one body whose name has a word of that kind: "the union" after "United Dock Workers"."""
    if case.telling is not None:
        return None
    named = case.memory.named
    found = only(group for word in kinds().get(case.phrase.word, ()) for group in named.get(word, ()))
    another = found is not None and case.phrase.word in words_of(found) and _is_another_body(case, found)
    return found if found is not None and not another else None


def _only_body(case: Described) -> Group | None:
    """The only body in reach whose name does not say what it is, for "the charity" or "the club"."""
    if case.phrase.word not in listed("nouns.bodies.unnamed") or case.phrase.modifiers:
        return None
    found = only(near(case))
    return found if found is not None and not _says_another_kind(found, case.phrase.word) else None


def _says_another_kind(group: Group, noun: str) -> bool:
    """Whether a name says that it is another kind of body: Lund Lines is no union, and the Lowmere Times no club."""
    words = words_of(group)
    if not listed("nouns.bodies.body").isdisjoint(words) or not listed(
        "organisations.agencies", "organisations.suffixes"
    ).isdisjoint(words):
        return True
    firms = listed("nouns.bodies.firm") - {noun}
    return any(not kinds()[kind].isdisjoint(words) for kind in firms)


def _own_body(case: Described) -> Group | None:
    """For "her institute": the organisation in which the text gives the possessor a role."""
    phrase, owner = case.phrase, case.owner
    if owner is None or owner.label != "Person" or owner.plural or phrase.label != "Organization" or phrase.plural:
        return None
    return case.memory.bodies.of(owner, phrase.word)


_BODY = _definite("Organization")
_PERSON = _definite("Person")
DESCRIPTION: RuleSet[Described, Group] = RuleSet(
    name="entities.description",
    summary="what a description refers to",
    place=lambda group: group.members[0].span if group.members else None,
    shown=lambda group: group.shown,
    rules=(
        Rule(
            name="entities.description.apposition",
            summary="The name or pronoun that grammar links it to: in apposition, or as a predicate",
            find=_partner,
            fires="Nadia Holt, a lawyer, left early.",
            quiet="Nadia Holt left early with a lawyer.",
        ),
        Rule(
            name="entities.description.role-beside-a-name",
            summary="The person whose name has the description beside it as a role",
            find=_beside,
            fires="Nadia Holt, a lawyer and the president of the Harrow Bank, left early.",
            quiet="The president of the Harrow Bank left early with Nadia Holt.",
        ),
        Rule(
            name="entities.description.same-noun",
            summary="What the same noun described before, a body only by name, unless something distinguishes the two",
            applies=_anaphoric,
            find=same_noun,
            fires="Nadia Holt, a lawyer, left early. The lawyer was tired.",
            quiet="Nadia Holt, a lawyer, left early. A lawyer was tired.",
        ),
        Rule(
            name="entities.description.role",
            summary="The person whom the article introduced with that role; of several, the one mentioned last",
            find=_role,
            fires="Nadia Holt, the foreign minister of Norway, left early. The minister was tired.",
            quiet="Nadia Holt, the former foreign minister of Norway, left early. The minister was tired.",
        ),
        Rule(
            name="entities.description.age",
            summary="The person of that age, otherwise the only person whom the previous sentence is about",
            find=of_age,
            fires="Nadia Holt left early. The 34-year-old was tired.",
            quiet="Nadia Holt met Petra Brandt and Max Reyes in Oslo. Rain fell. The 34-year-old was tired.",
        ),
        Rule(
            name="entities.description.kind-of-role",
            summary="The only person in the last sentences who holds a role of that kind",
            applies=_PERSON,
            find=_kind_of_role,
            fires="Justice Minister Nadia Holt left early. The official was tired.",
            quiet="Singer Nadia Holt left early. The official was tired.",
        ),
        Rule(
            name="entities.description.speaker",
            summary="The only person in the last sentences, where both speak, in different paragraphs",
            applies=_PERSON,
            find=last_speaker,
            fires="Nadia Holt said she left.\n\nThe singer said she was tired.",
            quiet="Nadia Holt said she left. The singer said she was tired.",
        ),
        Rule(
            name="entities.description.title",
            summary="The latest person whose title contains the noun, unless one sentence names two of them",
            applies=_PERSON,
            find=_titled,
            fires="Lady Holt left early. The lady was tired.",
            quiet="Lady Holt met Lady Reyes on Monday. The lady was tired.",
        ),
        Rule(
            name="entities.description.adjective-of-a-name",
            summary="The body whose name contains a word that comes before the noun",
            applies=_BODY,
            find=_adjective_of_name,
            fires="Larkmoor Robotics Inc. met on Monday. The Larkmoor company was sold.",
            quiet="Larkmoor Robotics Inc. met on Monday. The Danish company was sold.",
        ),
        Rule(
            name="entities.description.word-of-a-name",
            summary="The latest body whose name contains the noun",
            applies=_BODY,
            find=_word_of_name,
            fires="The Harrow Bank met on Monday. The bank was sold.",
            quiet="The Harrow Bank met on Monday. The hospital was sold.",
        ),
        Rule(
            name="entities.description.kind-of-body",
            summary="The one body whose name contains a word for members of such bodies",
            applies=_BODY,
            find=_kind_of_body,
            fires="The Tarn Teachers Guild met on Monday. The union was tired.",
            quiet="The Harrow Bank met on Monday. The union was tired.",
        ),
        Rule(
            name="entities.description.only-company",
            summary="The only company in the last sentences, for a noun for companies",
            applies=_BODY,
            find=only_company,
            fires="Larkmoor Robotics Inc. met on Monday. The company was sold.",
            quiet="Larkmoor Robotics Inc. met Harrow Motors plc on Monday. The company was sold.",
        ),
        Rule(
            name="entities.description.main-company",
            summary="The company named first and most often in the article so far, for a noun for companies",
            applies=_BODY,
            find=main_company,
            fires="Larkmoor Inc. grew. Larkmoor Inc. met Harrow Motors plc on Monday. The company was sold.",
            quiet="Larkmoor Inc. grew. Harrow Motors plc fell on Monday. The company was sold.",
        ),
        Rule(
            name="entities.description.only-body",
            summary="The only body in the last sentences, for a noun for bodies whose names seldom say what they are",
            applies=_BODY,
            find=_only_body,
            fires="Nadia Holt of Wellkeepers International left early. The charity was closed.",
            quiet="The Harrow Bank closed early. The charity was closed.",
        ),
        Rule(
            name="entities.description.own-body",
            summary="The body in which the text gives the possessor a role",
            find=_own_body,
            fires="Nadia Holt, a professor at Harrow University, left early. Her institute was closed.",
            quiet="Nadia Holt left Harrow University early. Her institute was closed.",
        ),
        Rule(
            name="entities.description.same-body",
            summary="The body without a name that the same noun described before",
            applies=_anaphoric,
            find=told_before,
            fires="A charity left early. The charity was closed.",
            quiet="A charity left early. A second charity was closed.",
        ),
    ),
)
