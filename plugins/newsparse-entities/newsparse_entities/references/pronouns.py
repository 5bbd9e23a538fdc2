"""Which of the things already spoken of a pronoun means: the one that fits and stands out, or none where two do."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import Gender, listed
from newsparse_entities.reading import Reading
from newsparse_entities.references.history import History, Seen
from newsparse_entities.references.spotting import Reference

WINDOW = {"masculine": 3, "feminine": 3, "plural": 2, "neuter": 2}
"""How many sentences before its own a pronoun looks back."""

DISTANCE, SUBJECT, MAIN, STATED, USED, AGAIN, JOINED, CROSSING, NEAR = 1.0, 0.5, 0.4, 0.8, 0.06, 0.4, 0.6, 0.5, 0.3
"""Weights of what makes an antecedent likely, chosen on GUM's news and interviews (train): sentences between, being a
subject, of the main clause too, a gender that the text states, each earlier mention up to eight, having been a pronoun
of that class, being joined by "and", standing on the other side of quotation marks, nearness within the sentence."""

MARGIN = 0.15
"""By how much the best antecedent must lead, for the link not to be left open."""

_OBJECTS = ("obj", "iobj", "obl")
_RIVALS = ("Product", "Location", "Facility", "Misc", "Person")
"""Classes of names that "it" could mean as well as an organisation; then only a subject is sure."""


class Chooser:
    """Chooses antecedents from a history; ``speakers`` maps the number of a quote to its speaker's group."""

    def __init__(self, reading: Reading, history: History, speakers: dict[int, Group]) -> None:
        """Both are filled while the text is read."""
        self._reading = reading
        self._history = history
        self._speakers = speakers

    def choose(self, reference: Reference) -> Group | None:
        """The group that a pronoun of the third person means, or None."""
        if reference.kind in ("masculine", "feminine"):
            gender: Gender = "masculine" if reference.kind == "masculine" else "feminine"
            return self._best(reference, lambda seen: _one_person(seen.group, gender), gender)
        if reference.kind == "relative":
            return self._before_who(reference)
        if reference.kind == "plural":
            return self._best(reference, lambda seen: _several(seen.group))
        return self._body(reference)

    def _before_who(self, reference: Reference) -> Group | None:
        row = self._history.row(self._reading.sentence_at(reference.span.start))
        people = [seen for seen in row if seen.group.label == "Person" and seen.span.end <= reference.span.start]
        if not people:
            return None
        last = max(people, key=lambda seen: seen.span.end)
        gap = self._reading.text[last.span.end : reference.span.start]
        return last.group if gap.strip() in ("", ",") else None

    def _body(self, reference: Reference) -> Group | None:
        """The organisation that "it" means: a subject, or the only thing in reach that "it" could mean."""
        token = self._reading.tokens[reference.token]
        if (token.deprel or "").startswith("expl"):
            return None
        if reference.given is not None:
            return self._best(reference, lambda seen: seen.group.label in ("Organization", "Location"))
        number = self._reading.sentence_at(reference.span.start)
        for sentence in (number, number - 1):
            row = [seen for seen in self._history.row(sentence) if self._reachable(seen, reference)]
            bodies = [seen for seen in row if seen.group.label == "Organization" and not seen.joined]
            subjects = [seen for seen in bodies if seen.rank > 0]
            rivals = any(seen.group.label in _RIVALS for seen in row)
            if subjects or bodies or rivals:
                return _only(subjects) or (None if rivals else _only(bodies))
        return None

    def _best(self, reference: Reference, fits: Callable[[Seen], bool], gender: Gender | None = None) -> Group | None:
        """The group of the best antecedent; None where there is none or another group's is nearly as good."""
        number = self._reading.sentence_at(reference.span.start)
        best: dict[int, tuple[float, Group]] = {}
        for seen in self._history.back(number, WINDOW[reference.kind]):
            if fits(seen) and self._reachable(seen, reference):
                score = self._score(seen, reference, number, gender)
                if score > best.get(id(seen.group), (float("-inf"), None))[0]:
                    best[id(seen.group)] = (score, seen.group)
        ranked = sorted(best.values(), key=_by_score, reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
            return None
        return ranked[0][1]

    def _score(self, seen: Seen, reference: Reference, number: int, gender: Gender | None) -> float:
        group = seen.group
        score = -DISTANCE * (number - seen.sentence)
        score += SUBJECT * (seen.rank > 0) + MAIN * (seen.rank > 1)
        score += STATED * (gender is not None and gender in group.genders)
        score += USED * min(len(group.members), 8)
        score += AGAIN * seen.pronoun - JOINED * seen.joined
        score -= CROSSING * (seen.quote != self._reading.quote_at(reference.span.start))
        if number == seen.sentence:
            score -= NEAR * min(1.0, abs(reference.token - seen.token) / 30)
        if reference.kind == "plural":
            score += 1.0 * group.plural
        return score

    def _reachable(self, seen: Seen, reference: Reference) -> bool:
        """Quoted words do not mean their speaker by "she"; a subject is not its own object; a mention stands before."""
        quote = self._reading.quote_at(reference.span.start)
        if quote is not None and self._speakers.get(quote) is seen.group and reference.kind != "plural":
            return False
        if seen.span.start <= reference.span.start < seen.span.end and seen.token > reference.token:
            return False
        token = self._reading.tokens[reference.token]
        object_of = token.head if (token.deprel or "").split(":")[0] in _OBJECTS else None
        own = object_of is not None and seen.rank > 0 and seen.governor == object_of
        return not own or reference.word in listed("pronouns.reflexive")


def _one_person(group: Group, gender: Gender) -> bool:
    return group.label == "Person" and not group.plural and group.allows(gender)


def _several(group: Group) -> bool:
    """People in the plural, or a body; one person only where the text calls them nothing else."""
    if group.label in ("Person", "NORP"):
        return group.plural or (group.label == "Person" and not group.genders and not group.named)
    return group.label == "Organization"


def _only(seen: Iterable[Seen]) -> Group | None:
    groups = {id(item.group): item.group for item in seen}
    return next(iter(groups.values())) if len(groups) == 1 else None


def _by_score(entry: tuple[float, Group]) -> float:
    return entry[0]
