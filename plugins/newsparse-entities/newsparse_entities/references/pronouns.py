"""Which of the things already mentioned a pronoun refers to: the one that fits and stands out, or none where two do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property

import attrs

from newsparse.rules import Rule, RuleSet
from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import Gender, Pronoun, listed
from newsparse_entities.reading import Reading
from newsparse_entities.references.commanded import judged
from newsparse_entities.references.history import History, Seen
from newsparse_entities.references.spotting import Reference
from newsparse_entities.roles.nouns import is_role

WINDOW_SENTENCES: Mapping[str, int] = {"masculine": 3, "feminine": 3, "plural": 2, "neuter": 2}
"""How many sentences before its own a pronoun looks back."""

DISTANCE, SUBJECT, MAIN, STATED, USED, AGAIN, JOINED, CROSSING, NEAR = 1.0, 0.5, 0.4, 0.8, 0.04, 0.4, 0.6, 0.5, 0.3
"""Weights of what makes an antecedent likely, chosen on GUM's news and interviews (train): sentences between, being a
subject, of the main clause too, a gender that the text states, each earlier mention up to eight, having been a pronoun
of that class, being joined by "and", being on the other side of quotation marks, nearness within the sentence."""
PLURAL = 1.0
"""Weight of a group that is several, for a plural pronoun; chosen with the others."""
GIVEN = 0.5
"""Weight of a gender that only the given name suggests; chosen on GUM's news and interviews (train)."""
SPOKE, TOLD = 0.6, 0.6
"""Weight of a source for a pronoun that is one too: who spoke goes on; and against what only stands in what somebody
else said, for a pronoun outside it. Read on the changes that they made in newswire and political news (train)."""
KIN = 0.6
"""Weight against somebody named as a relative, "his brother Tom", for a pronoun that is a source."""
QUOTED = 0.3
"""Weight against what only quoted words mention, for a pronoun of the article itself; chosen on GUM's news (train)."""
MOST_USED = 8
"""Mentions beyond this number do not count."""
SENTENCE_WORDS = 30
"""The distance within a sentence beyond which nearness does not count."""
MARGIN = 0.15
"""By how much the best antecedent must lead, for the link not to be left open; chosen with the weights."""

_OBJECTS = ("obj", "iobj", "obl")
_RIVALS = ("Product", "Location", "Facility", "Misc", "Person")
"""Classes of names that "it" could mean as well as an organisation; then only a subject is sure."""


@attrs.frozen
class Asked:
    """A pronoun, with what has been read before it; ``speakers`` maps the number of a quote to its speaker.

    ``named_in_content`` are those named in the words that the pronoun says, if it says any: people do not call
    themselves by their names; ``speaks`` is whether it is the source of an attribution. ``sentence`` is the number of
    the pronoun's sentence, ``quote`` that of the quotation marks around it.
    """

    reference: Reference
    reading: Reading
    history: History
    speakers: Mapping[int, Group]
    named_in_content: Collection[Group] = ()
    speaks: bool = False
    sentence: int = attrs.field(init=False)
    quote: int | None = attrs.field(init=False)

    @sentence.default
    def _sentence(self) -> int:
        return self.reading.sentence_at(self.reference.span.start)

    @quote.default
    def _quote(self) -> int | None:
        return self.reading.quote_at(self.reference.span.start)

    def reachable(self, seen: Seen) -> bool:
        """Whether ``seen`` comes before; "she" in quoted words is not their speaker, a subject not its own object."""
        reference, quote = self.reference, self.quote
        if quote is not None and self.speakers.get(quote) is seen.group and reference.kind != "plural":
            return False
        return seen.group not in self._barred

    @cached_property
    def _barred(self) -> Collection[Group]:
        """Those whom the pronoun cannot mean by what its sentence says of them so far."""
        barred = self._compared().union(self.named_in_content)
        return barred if _is_reflexive(self) else barred | self._acting()

    def _acting(self) -> set[Group]:
        """The subjects of the verb whose object the pronoun is: "Ada Brook thanked her"."""
        tree, token = self.reading.tree, self.reference.token
        if tree.relation(token).split(":")[0] not in _OBJECTS:
            return set()
        row = self.history.row(self.sentence)
        return {seen.group for seen in row if seen.rank > 0 and seen.governor == tree.head(token)}

    def _compared(self) -> set[Group]:
        """Those with whom the pronoun is compared in its sentence: "Like Ada Brook, she wants a quay"."""
        reading, words = self.reading, listed("grammar.comparing")
        before = self.history.row(self.sentence)
        return {seen.group for seen in before if reading.word(reading.starting_in(seen.span).start - 1) in words}

    def is_told(self, seen: Seen) -> bool:
        """Whether ``seen`` is in the content of an attribution and the pronoun is not."""
        return not self.reading.told(seen.token) <= self.reading.told(self.reference.token)


def _kind(*kinds: Pronoun) -> Callable[[Asked], bool]:
    return lambda asked: asked.reference.kind in kinds


def _before_who(asked: Asked) -> Group | None:
    """The person whose name or description ends right before "who"."""
    return _ending_before(asked, ("", ","), lambda group: group.label == "Person")


def _emphasised(asked: Asked) -> Group | None:
    """Whose name or description ends right before "himself" or the like: "Ms. Holt said that Reyes himself left"."""
    kind = asked.reference.kind
    if kind in ("masculine", "feminine"):
        return _ending_before(asked, ("",), lambda group: _one_person(group, kind))
    fits = _several if kind == "plural" else lambda group: group.label != "Person"
    return _ending_before(asked, ("",), fits)


def _ending_before(asked: Asked, between: Collection[str], fits: Callable[[Group], bool]) -> Group | None:
    """The group that fits and was mentioned last in the sentence, if no other words are between."""
    start = asked.reference.span.start
    row = [seen for seen in asked.history.row(asked.sentence) if fits(seen.group)]
    if not row:
        return None
    last = max(row, key=lambda seen: seen.span.end)
    return last.group if asked.reading.text[last.span.end : start].strip() in between else None


def _judged(asked: Asked) -> Group | None:
    """Whom or what a verb of praise or blame is about, for who owns what that is for: "praised Ada for her"."""
    kind, judge = asked.reference.kind, judged(asked.reading.tree, asked.reference.token)
    row = (seen.group for seen in asked.history.row(asked.sentence) if seen.token == judge)
    group = next(row, None)
    if group is None or group in asked.named_in_content:
        return None
    if kind in ("masculine", "feminine"):
        return group if _one_person(group, kind) else None
    return group if (_several(group) if kind == "plural" else group.label == "Organization") else None


def _is_reflexive(asked: Asked) -> bool:
    return asked.reference.word in listed("grammar.pronouns.reflexive")


def _salient_person(asked: Asked) -> Group | None:
    gender: Gender = "masculine" if asked.reference.kind == "masculine" else "feminine"
    return _salient(asked, lambda group: _one_person(group, gender), gender)


def _salient_several(asked: Asked) -> Group | None:
    return _salient(asked, _several)


def _salient(asked: Asked, fits: Callable[[Group], bool], gender: Gender | None = None) -> Group | None:
    """The group of the best antecedent; None where there is none or another group's is nearly as good."""
    rows: dict[Group, list[Seen]] = {}
    for seen in asked.history.back(asked.sentence, WINDOW_SENTENCES[asked.reference.kind]):
        rows.setdefault(seen.group, []).append(seen)
    scores = {
        group: [_score(seen, asked, gender) for seen in row if asked.reachable(seen)]
        for group, row in rows.items()
        if fits(group)
    }
    best = [(group, max(found)) for group, found in scores.items() if found]
    ranked = sorted(best, key=lambda entry: entry[1], reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
        return None
    return ranked[0][0]


def _score(seen: Seen, asked: Asked, gender: Gender | None) -> float:
    group = seen.group
    score = -DISTANCE * (asked.sentence - seen.sentence)
    score += SUBJECT * (seen.rank > 0) + MAIN * (seen.rank > 1)
    score += STATED * (gender in group.genders)
    score += GIVEN * (gender is not None and not group.genders and group.tells(gender))
    score += USED * min(len(group.members), MOST_USED)
    score += AGAIN * seen.pronoun - JOINED * seen.joined
    score -= CROSSING * (seen.quote != asked.quote) + QUOTED * (asked.quote is None and seen.quote is not None)
    if asked.sentence == seen.sentence:
        score -= NEAR * min(1.0, abs(asked.reference.token - seen.token) / SENTENCE_WORDS)
    score += SPOKE * (asked.speaks and seen.speaks) - TOLD * asked.is_told(seen)
    score -= KIN * (asked.speaks and group in asked.history.kin)
    if asked.reference.kind == "plural":
        score += PLURAL * group.plural
    return score


def _one_person(group: Group, gender: Gender) -> bool:
    return group.label == "Person" and not group.plural and group.seems(gender)


def _several(group: Group) -> bool:
    """People in the plural, or a body; one person only where the text calls them nothing else."""
    if group.label in ("Person", "NORP"):
        return group.plural or not (group.genders or group.named)
    return group.label == "Organization"


def _nearest_row(asked: Asked) -> list[Seen]:
    """What "it" could refer to in its own sentence, or if there is nothing, in the one before."""
    for sentence in (asked.sentence, asked.sentence - 1):
        row = [seen for seen in asked.history.row(sentence) if asked.reachable(seen)]
        if any(seen.group.label in _RIVALS or _is_body(seen) for seen in row):
            return row
    return []


def _is_body(seen: Seen) -> bool:
    return seen.group.label == "Organization" and not seen.joined


def _subject_body(asked: Asked) -> Group | None:
    """The only subject; where the backend marks the pronoun, which must then mean something, what stands out."""
    if asked.reference.given is not None:
        return _salient(asked, lambda group: group.label in ("Organization", "Location"))
    return _only(seen for seen in _nearest_row(asked) if _is_body(seen) and seen.rank > 0)


def _only_body(asked: Asked) -> Group | None:
    row = _nearest_row(asked)
    if asked.reference.given is not None or any(seen.group.label in _RIVALS for seen in row):
        return None
    cited = {seen.group for seen in asked.history.row(asked.sentence) if _is_cited(asked.reading, seen)}
    return _only(seen for seen in row if _is_body(seen) and seen.group not in cited)


def _is_cited(reading: Reading, seen: Seen) -> bool:
    """Whether "according to" is before a body: what it says in that sentence is seldom about itself."""
    at = reading.starting_in(seen.span).start - 1
    at -= reading.word(at) in listed("grammar.the")
    return reading.word(at - 1) in listed("grammar.according")


def _meaning_something(asked: Asked) -> bool:
    """Whether this is "it" and not the "it" of "it rained" or of "it is a disease", which is no body."""
    relation = asked.reading.tree.relation(asked.reference.token)
    return asked.reference.kind == "neuter" and not relation.startswith("expl") and _may_be_a_body(asked)


def _may_be_a_body(asked: Asked) -> bool:
    """Whether what is said of "it" as its subject can be said of a body: not a noun for no body, nor a clause."""
    tree, it = asked.reading.tree, asked.reference.token
    verb = tree.head(it)
    if verb is None or not tree.relation(it).startswith("nsubj"):
        return True
    if tree.relation(it) == "nsubj:pass":
        return not tree.children(verb, "ccomp")
    said = [verb] if tree.children(verb, "cop") else [] if tree.children(verb, "obj") else tree.children(verb, "xcomp")
    bodies = listed("nouns.bodies.body", "nouns.bodies.company", "nouns.bodies.trade", "nouns.bodies.apposed")
    return all(asked.reading.tag(at) != "NOUN" or tree.lemma(at) in bodies or is_role(asked.reading, at) for at in said)


def _speaker(asked: Asked) -> Group | None:
    """The speaker of the marks around "I", and of those around "we" where it is a body or several people."""
    speaker = asked.speakers.get(asked.quote) if asked.quote is not None else None
    if speaker is None:
        return None
    if asked.reference.kind == "first":
        return speaker if speaker.label == "Person" and not speaker.plural else None
    return speaker if speaker.plural or speaker.label == "Organization" else None


def _only(seen: Iterable[Seen]) -> Group | None:
    groups = {item.group for item in seen}
    return groups.pop() if len(groups) == 1 else None


ANTECEDENT: RuleSet[Asked, Group] = RuleSet(
    name="entities.antecedent",
    summary="what a pronoun refers to",
    place=lambda group: group.members[0].span if group.members else None,
    shown=lambda group: group.shown,
    rules=(
        Rule(
            name="entities.antecedent.before-who",
            summary='The person right before "who"',
            applies=_kind("relative"),
            find=_before_who,
            fires="Nadia Holt, who won, left early.",
            quiet="Larkmoor left early. Who won is not known.",
        ),
        Rule(
            name="entities.antecedent.emphasised",
            summary='Whoever or whatever is named right before "himself", "themselves" or "itself"',
            applies=_is_reflexive,
            find=_emphasised,
            fires="Martin Reyes left early. Tom Holt said that Reyes himself was tired.",
            quiet="Martin Reyes was proud of himself.",
        ),
        Rule(
            name="entities.antecedent.judged",
            summary="Whom or what is praised or blamed, for the owner of what that is for",
            applies=_kind("masculine", "feminine", "neuter", "plural"),
            find=_judged,
            fires="Martin Reyes left early. Tom Holt praised Reyes for his work.",
            quiet="Martin Reyes left early. Tom Holt praised Nadia Reyes for his work.",
        ),
        Rule(
            name="entities.antecedent.salient-person",
            summary="The person of that gender, by title or given name, who stands out in the last sentences",
            applies=_kind("masculine", "feminine"),
            find=_salient_person,
            fires="Nadia Holt met Martin Reyes in Oslo. He was tired.",
            quiet="Ms. Holt left early. He was tired.",
        ),
        Rule(
            name="entities.antecedent.salient-several",
            summary="The people or the body that stand out in the last sentences",
            applies=_kind("plural"),
            find=_salient_several,
            fires="Two nurses left early. They were tired.",
            quiet="Nadia Holt left early. They were tired.",
        ),
        Rule(
            name="entities.antecedent.subject-body",
            summary="The only body that is a subject in the sentence, otherwise in the previous one",
            applies=_meaning_something,
            find=_subject_body,
            fires="The KLP board met in Oslo. It chose a new head.",
            quiet="It rained when the KLP board met in Oslo.",
        ),
        Rule(
            name="entities.antecedent.only-body",
            summary='The only body in the sentence, otherwise in the previous one, if "it" can mean nothing else',
            applies=_meaning_something,
            find=_only_body,
            fires="Rain fell on the BBC. It had no roof.",
            quiet="Rain fell on the BBC in Oslo. It had no roof.",
        ),
        Rule(
            name="entities.antecedent.speaker",
            summary='Whoever speaks the quoted words: a person for "I", a body or several people for "we"',
            applies=_kind("first", "group"),
            find=_speaker,
            fires="“I am tired,” said Nadia Holt.",
            quiet="I am tired, as Nadia Holt knows.",
        ),
    ),
)
