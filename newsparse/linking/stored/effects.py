"""What is said of the claims of all articles, brought up to date as articles are added to a database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from newsparse.linking.figures.comparing import unlike
from newsparse.linking.names import parts
from newsparse.linking.status.claims import Stated
from newsparse.linking.status.likeness import agree, alike, opposed, owned, share_name, wholes
from newsparse.linking.status.matters import TAKING_PART
from newsparse.linking.status.statuses import Effected, Status
from newsparse.linking.status.targets import Answer
from newsparse.linking.stored.sameness import NUMBERED, Sameness, figures_at, told_otherwise
from newsparse.linking.stored.shelf import Shelf
from newsparse.linking.stored.stories import Change, Stories
from newsparse.linking.synonyms import same_words

BEST = 0.75
"""The share of the best likeness that another claim has to have so that a clause repeats it too."""

VERBATIM = 0.75
"""The share of the words of the shorter one of two direct quotes that are in the other if one repeats the other."""


Item = tuple[int, Stated]
"""A claim with its number."""


class Effects:
    """The answers of the articles in a database, and the claims that they reach."""

    def __init__(self, database: sqlite3.Connection, shelf: Shelf, stories: Stories) -> None:
        self.database, self.shelf, self.stories = database, shelf, stories
        self.sameness = Sameness(database, shelf)
        self.changed: set[int] = set()
        self._unaimed: set[int] = set()

    def add(self, number: int, changes: Iterable[Change]) -> None:
        """Add an article, with what that changes of stories."""
        self._unaimed.add(number)
        self.changed.update(claim for claim, _ in self.sameness.claims(number))
        for change in changes:
            self._unaimed.update(change.pair)
            same = self.sameness.drop_quotes if change.alike is None else self.sameness.add_quotes
            self.changed |= same(*change.pair)

    def affected(self) -> list[int]:
        """The claims of which something else may be said since this was asked last, by article and place."""
        answers = {answer for number in sorted(self._unaimed) for answer in self._aim(number)}
        near = {other for claim in self.changed for other in self.sameness.same(claim)}
        near |= {other for claim in near for other in self.sameness.same(claim)}
        answers |= {answer for claim in self.changed for answer in self._aimed_at(claim)}
        reached = {claim for answer in answers for claim in self._reached(answer)}
        found = sorted(self.changed | near | reached)
        self.changed, self._unaimed = set(), set()
        return found

    def status(self, number: int) -> Status:
        """The status of a claim."""
        claim = self.sameness.claim(number)
        return Status(
            place=claim.place,
            claim=claim.claim,
            kind=claim.kind,
            base=claim.base,
            evidence=claim.evidence,
            rule=claim.rule,
            effects=tuple(sorted(set(self._effects(number, claim)), key=_order)),
        )

    def _aim(self, number: int) -> Iterator[int]:
        """Find out again which claims the answers of an article are about; the answers for which these are others."""
        for at, answer in enumerate(self.shelf.statements(number).answers, number * NUMBERED):
            before = self._aims(at)
            now = self.sameness.named(number, answer.targets) or set(self._elsewhere(number, answer))
            if before != now:
                self.changed |= before ^ now
                self.database.execute("DELETE FROM aims WHERE answer = ?", [at])
                self.database.executemany("INSERT INTO aims VALUES (?, ?)", [(at, claim) for claim in now])
                yield at

    def _aims(self, answer: int) -> set[int]:
        """The claims that an answer is about, as far as that was found out."""
        return {row[0] for row in self.database.execute("SELECT claim FROM aims WHERE answer = ?", [answer])}

    def _elsewhere(self, number: int, answer: Answer) -> Iterable[int]:
        """Claims of related articles that an answer repeats, or that are of those whom it names."""
        every = self._told_elsewhere(number, answer)
        if answer.core:
            return self._denied_before(number, answer, every)
        every = [item for item in every if self._may_be_meant(number, answer, item)]
        found = _repeated(answer, every) or self._one(self._of_owners(number, answer, every))
        found = found or _of_one(answer, every) or _about_whoever_answers(answer, every)
        return [claim for claim, _ in found]

    def _told_elsewhere(self, number: int, answer: Answer) -> list[Item]:
        """The claims of related articles; those of whoever answers only where words are taken back."""
        every = [item for other in self.stories.near(number) for item in self.sameness.claims(other)]
        if answer.effect == "corrected":
            return [item for item in every if _may_be_own(answer, item[1])]
        return [item for item in every if not item[1].names & answer.names]

    def _of_owners(self, number: int, answer: Answer, every: Sequence[Item]) -> list[Item]:
        """The claims of those whom an answer names that it may be about, those with words beside it first."""
        own = owned(answer.owners, [claim for _, claim in every]) if answer.owners else []
        sharing = [claim for claim in own if not answer.words or claim.words & answer.words]
        found = self._here(number, answer, own) or _among(every, sharing)
        found = [item for item in _answered(answer, found) if item[1].base != "denied"]
        return [item for item in found if alike(answer.beside, item[1])] or found

    def _one(self, found: list[Item]) -> list[Item]:
        """Of the claims of those whom an answer names the one that it means: the only one, or the one without figures.

        That is a claim of one article, or of several that say the same; none where there are more.
        """
        quotes = [item for item in found if item[1].kind == "quote"] or found
        plain = [item for item in quotes if not self.sameness.figures(item[0])]
        kept = next((some for some in (quotes, plain) if some and self._are_one(some)), [])
        return [item for item in found if any(_holds(claim, item[1]) for _, claim in kept)]

    def _are_one(self, found: Sequence[Item]) -> bool:
        """Whether claims say the same, each as the first one or as another that does."""
        first = found[0][0]
        near = {first, *self.sameness.same(first)}
        near |= {number for other in near for number in self.sameness.same(other)}
        return all(number in near or self.sameness.loosely_same(first, number) for number, _ in found)

    def _may_be_meant(self, number: int, answer: Answer, item: Item) -> bool:
        """Whether an answer may be about a claim of another article: nothing in it says something else.

        It is about no figure of which that article itself is the source, nor about any if it repeats one.
        """
        claim = item[1]
        if claim.kind != "quote" and (answer.counts or claim.base == "asserted"):
            return False
        return agree(answer.words, answer.denied, claim) and not self._about_another(number, answer, item[0])

    def _about_another(self, number: int, answer: Answer, claim: int) -> bool:
        """Whether what an answer repeats has most words of a claim, and says something else."""
        taking_part = 0 if answer.owners else TAKING_PART  # who names whose claim it is may tell it in other words
        return told_otherwise(answer.meaning, self.sameness.claim(claim).meaning, taking_part=taking_part) or unlike(
            figures_at(self.shelf.statements(number).article.figures, answer.place), self.sameness.figures(claim)
        )

    def _here(self, number: int, answer: Answer, own: Iterable[Stated]) -> list[Item]:
        """The last claim before an answer by whom it names only by what other articles say of them: "the mayor"."""
        names = frozenset(name for claim in own for name in claim.names)
        before = [item for item in self.sameness.claims(number) if item[1].place.end <= answer.place.start]
        said = [item for item in before if share_name(names, item[1].names) and not item[1].names & answer.names]
        return [item for item in said if item[1].kind == "quote" or answer.figure][-1:]

    def _denied_before(self, number: int, answer: Answer, every: Iterable[Item]) -> Iterator[int]:
        """The claims of earlier articles whose predicate an answer negates."""
        day = self.shelf.statements(number).article.published
        for claim, item in every:
            earlier = self.shelf.statements(claim // NUMBERED).article.published < day
            if earlier and not answer.counts and opposed(answer.words, answer.core, item):
                yield claim

    def _aimed_at(self, claim: int) -> set[int]:
        """The answers that are about a claim, and those of its article that have it among their own words."""
        found = {row[0] for row in self.database.execute("SELECT answer FROM aims WHERE claim = ?", [claim])}
        article, own = claim // NUMBERED, self.sameness.claim(claim).claim
        answers = enumerate(self.shelf.statements(article).answers, article * NUMBERED)
        return found | {at for at, answer in answers if own in answer.repeated or self._agrees(answer, claim)}

    def _agrees(self, answer: Answer, claim: int) -> bool:
        """Whether a claim is of whoever confirms another one, behind that: "agreed with the farmer: it is sick"."""
        own = self.sameness.claim(claim)
        if answer.effect != "confirmed" or own.kind != "quote":
            return False
        around = own.place.start <= answer.place.start
        return (around or bool(own.names & answer.names)) and answer.place.end <= own.place.end <= answer.sentence

    def _agreeing(self, number: int, targets: Iterable[int]) -> set[int]:
        """The claims of whoever confirms some that say so in other words."""
        answer = self._answer(number)
        own = (item for item, _ in self.sameness.claims(number // NUMBERED) if self._agrees(answer, item))
        return {item for item in own if any(self.sameness.loosely_same(item, target) for target in targets)}

    def _answer(self, number: int) -> Answer:
        return self.shelf.statements(number // NUMBERED).answers[number % NUMBERED]

    def _reached(self, number: int) -> set[int]:
        """The claims that an answer is about, with those of other articles that say the same."""
        answer = self._answer(number)
        repeated = self.sameness.named(number // NUMBERED, answer.repeated)
        figures = {item for item in repeated if self.sameness.claim(item).kind == "figure" and not answer.core}
        targets = self._aims(number)
        reached = targets | {claim for target in targets | figures for claim in self.sameness.same(target)}
        others = {claim for claim in reached if not self.sameness.claim(claim).names & answer.names}
        if answer.effect == "disputed":
            return others | (repeated if answer.about_noun else set())
        if answer.effect == "confirmed" and not others:
            return set()
        return reached | repeated | self._agreeing(number, targets)

    def _effects(self, number: int, claim: Stated) -> Iterator[Effected]:
        same = self.sameness.same(number)
        for at in {answer for item in (number, *same) for answer in self._aimed_at(item)}:
            if number in self._reached(at):
                answer = self._answer(at)
                rules = tuple(rule for rule in (answer.rule, answer.target_rule) if rule)
                yield Effected(effect=answer.effect, place=answer.place, by=answer.by or None, rules=rules)
        yield from self._second_sources(number, claim, same)
        for by in self.sameness.takes_back(number):
            place = self.sameness.claim(by).place
            yield Effected(effect="corrected", place=place, rules=("across.figures.taken-back",))

    def _second_sources(self, number: int, claim: Stated, same: set[int]) -> Iterator[Effected]:
        """Two named sources of a claim, which do not belong to each other, and of whom none disputes it."""
        pairs = combinations(self._named_sources(number, claim, same) if same and claim.base != "denied" else [], 2)
        apart = ((one, other) for one, other in pairs if _independent(one[1], other[1]))
        pair = next((pair for pair in apart if not self.sameness.differ(pair[0][0], pair[1][0])), ())
        for _, source in pair:
            if not source.names & claim.names:
                rules = ("across.second-source",)
                yield Effected(effect="confirmed", place=source.place, by=source.speaker, rules=rules)

    def _named_sources(self, number: int, claim: Stated, same: set[int]) -> list[Item]:
        """What named people say who say the same as a claim, or make it, without those who dispute it, in order."""
        more = {item for other in same for item in self.sameness.same(other)} - {number, *same}
        everyone = {number, *same, *(item for item in more if not self.sameness.differ(number, item))}
        found = [(item, self.sameness.claim(item)) for item in everyone if not self._disputes(claim, item)]
        against = self._disputers(number) if len(found) > 1 else set[str]()
        named = [item for item in found if _is_source(item[1], against)]
        return sorted(named, key=lambda item: (item[1].place.document, item[1].claim))

    def _disputes(self, claim: Stated, other: int) -> bool:
        """Whether the speaker of a claim disputes another one."""
        return bool(claim.names) and not claim.names.isdisjoint(self._disputers(other))

    def _disputers(self, number: int) -> set[str]:
        """The names of those who dispute a claim."""
        answers = {at: self._answer(at) for at in self._aimed_at(number)}
        disputing = {at: item for at, item in answers.items() if item.effect == "disputed" and item.names}
        return {name for at, item in disputing.items() if number in self._reached(at) for name in item.names}


def _is_source(claim: Stated, against: set[str]) -> bool:
    """Whether somebody with a name makes a claim, who does not deny it and is none of those ``against`` it."""
    return claim.named and claim.base != "denied" and not claim.names & against


def _may_be_own(answer: Answer, claim: Stated) -> bool:
    """Whether whoever takes something back may have made a claim: nobody does so for somebody else with a name."""
    if not (claim.named and answer.names):
        return True
    return share_name(answer.names, {claim.speaker.casefold()}) or share_name(answer.names, claim.bodies)


def _repeated(answer: Answer, every: Iterable[Item]) -> list[Item]:
    """The claims that are most like what an answer says again."""
    told = len(answer.words) > 1 or answer.about_noun or answer.figure
    shares = [(alike(answer.words, item[1]), item) for item in every if item[1].base != "denied"] if told else []
    most = max((share for share, _ in shares), default=0.0)
    found = [item for share, item in shares if share and share >= BEST * most]
    return _among(found, wholes([claim for _, claim in found], figures=answer.counts))


def _among(every: Iterable[Item], claims: Sequence[Stated]) -> list[Item]:
    """Those of ``every`` that are one of some claims."""
    return [item for item in every if any(item[1] is claim for claim in claims)]


def _answered(answer: Answer, found: list[Item]) -> list[Item]:
    """The claims of the kind that an answer is about: figures only, or, where it disputes something, quotes first."""
    if answer.figure:
        return [item for item in found if item[1].kind == "figure"]
    quotes = [item for item in found if item[1].kind == "quote"] if answer.effect == "disputed" else []
    return quotes or found


def _of_one(answer: Answer, every: Iterable[Item]) -> list[Item]:
    """The claims that have a word of what an answer spells out behind a noun, if only one person makes such claims."""
    if not answer.about_noun:
        return []
    return _of_one_person(item for item in _affirmed(every) if item[1].words & answer.words)


def _about_whoever_answers(answer: Answer, every: Iterable[Item]) -> list[Item]:
    """The claims of one person that name or describe who disputes what is told nowhere else: "called it nonsense"."""
    says_what = answer.words or answer.owners or answer.targets or answer.figure
    if answer.effect != "disputed" or says_what:
        return []
    names = {word for name in answer.names for word in parts(name)}
    words = {same_words().get(word, word) for word in names}
    return _of_one_person(item for item in _affirmed(every) if item[1].words & words)


def _affirmed(every: Iterable[Item]) -> Iterator[Item]:
    """The quotes that say something to be so."""
    return (item for item in every if item[1].kind == "quote" and item[1].base != "denied")


def _of_one_person(found: Iterable[Item]) -> list[Item]:
    """Some claims if one person makes all of them, else none."""
    claims = list(found)
    return claims if all(share_name(claims[0][1].names, item[1].names) for item in claims) else []


def _order(item: Effected) -> tuple[str, str, int, str, tuple[str, ...]]:
    return item.effect, item.place.document, item.place.start, item.by or "", item.rules


def _independent(one: Stated, other: Stated) -> bool:
    """Whether two named sources are different ones, and neither speaks for the other."""
    if one.names & other.names or share_name(one.names, other.names) or _same_words(one, other):
        return False
    return not (one.bodies & other.names or other.bodies & one.names or one.bodies & other.bodies)


def _same_words(one: Stated, other: Stated) -> bool:
    """Whether two quote the very same words, so that one of them only repeats the other."""
    both, least = len(one.words & other.words), min(len(one.words), len(other.words))
    return one.direct and other.direct and both >= VERBATIM * least


def _holds(claim: Stated, item: Stated) -> bool:
    """Whether a claim is another one, or has it among its words."""
    one, other = claim.place, item.place
    return one.document == other.document and one.start <= other.start and other.end <= one.end
