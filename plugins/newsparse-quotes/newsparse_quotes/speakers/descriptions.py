"""Whom a description means: "the minister", "the 34-year-old", "the ministry" are people and bodies named earlier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property

from newsparse.model import Entity, Mention
from newsparse.syntax import Tree
from newsparse_quotes.grammar import OBJECTS, PASSIVE, SUBJECTS
from newsparse_quotes.lexicon import LISTS, words
from newsparse_quotes.speakers.around import Around

_NEXT_SENTENCES = 3
"""How many sentences after a description the name comes at the latest."""
_WORD_BREAK = re.compile(r"[\s-]+")
_BEFORE_WORDS = 9
"""Words before a name that may say who somebody is, at most."""
_AFTER_WORDS = 12
"""Words after a name and a comma or bracket that may say who somebody is, at most."""
_TITLING = re.compile(r"(?P<title>[A-Z]\w+(?: (?:[a-z]{1,3} )?[A-Z]\w+)+)(?: \([^()]*\))?,? $")
"""Two words with capitals or more before a name, with short ones between: "Superintendent of Police (Rural), "."""
_OPENING, _CLOSING = frozenset(",("), frozenset(",)")
_HYPHEN = "-"
_CLOSED = frozenset({"VERB", "AUX"})
_SKIPPED = frozenset({"DET", "ADP", "PUNCT", "PART", "CCONJ", "PRON"})


@cache
def _people() -> frozenset[str]:
    """Nouns for what one person is, and not another beside it."""
    return words("nouns.people.role", "nouns.people.kin", "nouns.people.neutral")


class Descriptions:
    """What the text says beside the names of people, and which bodies have a word in their name."""

    def __init__(self, around: Around) -> None:
        self.around = around
        self._meant: dict[str, set[str]] = {}
        self._open: dict[str, int] = {}

    @cached_property
    def _people(self) -> list[tuple[Mention, frozenset[str]]]:
        """Named mentions of people with the words beside them, in the order of the text."""
        entities = self.around.entities
        named = [
            (mention, entity, frozenset([*self._beside(mention), *_title(mention)]))
            for mention in self.around.mentions
            if mention.form == "named" and (entity := entities.get(mention.entity or "")) and entity.label == "Person"
        ]
        over = words("speakers.former")
        now = {(entity.id, title) for mention, entity, beside in named if over.isdisjoint(beside) for title in beside}
        return [
            (mention, beside | _held(entity) | {title for title in _titled(entity) if (entity.id, title) in now})
            for mention, entity, beside in named
        ]

    def _beside(self, mention: Mention) -> Iterator[str]:
        tree = self.around.tree
        inside = tree.index.overlapping(mention.span)
        if not inside:
            return
        sentence, top = tree.index.sentence(inside[0]), tree.top(inside)
        for word in (*self._before(inside, sentence), *self._after(inside, sentence), *self._predicates(inside)):
            if tree.head(word) in inside or not self._is_of_another(word, top):
                yield from self._forms(word)

    def _is_of_another(self, word: int, top: int | None) -> bool:
        """Whether a noun beside a name is for somebody else: "an adviser to the (minister)", "the (mayor)'s wife"."""
        tree = self.around.tree
        titles = top is not None and top in tree.below(word)  # "by (mayor) Ada Brook"
        return tree.lemma(word) in _people() and bool(tree.children(word, "case")) and not titles

    def _before(self, inside: range, sentence: range) -> Iterator[int]:
        """The words before a name that may say who somebody is, the nearest first."""
        tree, led = self.around.tree, self._led(inside)
        for word in range(inside[0] - 1, max(sentence.start, inside[0] - _BEFORE_WORDS) - 1, -1):
            if tree.tokens[word].upos in _CLOSED or tree.index.breaks_before(word + 1) or word == led:
                return
            yield word

    def _after(self, inside: range, sentence: range) -> list[int]:
        """The words after a name and a comma or bracket that may say who somebody is."""
        tree, first = self.around.tree, inside[-1] + 2
        if first > sentence.stop or tree.tokens[first - 1].text not in _OPENING:
            return []
        told: list[int] = []
        for word in range(first, min(sentence.stop, first - 1 + _AFTER_WORDS)):
            if tree.tokens[word].upos in _CLOSED or tree.tokens[word].text in _CLOSING:
                if any(subject in told for subject in tree.children(word, *SUBJECTS)):
                    return []  # "... Judge Ada Brook, her lawyer said"
                break
            told.append(word)
        return told

    def _predicates(self, inside: range) -> Iterator[int]:
        """The nouns that a clause says its subject is: "Ada Brook is the mayor", "was elected mayor"."""
        tree, top = self.around.tree, self.around.tree.top(inside)
        said = tree.head(top) if top is not None and tree.relation(top) in SUBJECTS else None
        if top is None or said is None:
            return
        if tree.children(said, "cop"):
            yield from () if tree.children(said, "advmod") else (said,)
        elif tree.relation(top) in PASSIVE or not tree.children(said, *OBJECTS):
            yield from (word for word in tree.children(said, "xcomp") if tree.is_noun(word))

    def _led(self, inside: range) -> int | None:
        """The preposition before a name that hangs on what is before it: "a diplomat close (to) Ada Brook"."""
        tree = self.around.tree
        top = tree.top(inside)
        return next(iter(tree.children(top, "case")), None) if top is not None else None

    def _forms(self, word: int) -> Iterator[str]:
        token = self.around.tree.tokens[word]
        if token.upos not in _SKIPPED:
            yield self.around.tree.lemma(word)
            yield token.text.lower()

    def calls(self, entity: Entity, noun: str) -> bool:
        """Whether the text calls a person by a noun beside the name."""
        return any(mention.entity == entity.id and noun in beside for mention, beside in self._people)

    def told(self, entity: Entity) -> set[str]:
        """All words beside the names of a person."""
        return {word for mention, beside in self._people if mention.entity == entity.id for word in beside}

    def called(self, *nouns: str) -> set[str | None]:
        """The people whom the text calls by one of some words beside their names."""
        return {mention.entity for mention, beside in self._people if not beside.isdisjoint(nouns)}

    def person(self, phrase: range, head: int) -> Entity | None:
        """The one person whom the text calls by the noun ``head`` and whom the other words of ``phrase`` fit best."""
        place = self.around.tree.tokens[phrase[0]].span.start
        noun, others = self._told(phrase, head)
        called: dict[str, int] = {}
        for mention, beside in self._people:
            held = _fit(noun, others, beside) if mention.span.start < place else None
            if held is not None and mention.entity is not None:
                called[mention.entity] = max(called.get(mention.entity, 0), held)
        best = [name for name, held in called.items() if held == max(called.values())]
        entity = self.around.entities.get(best[0]) if len(best) == 1 else None
        return entity if entity is not None and not self._is_outranked(noun, others, entity) else None

    def _told(self, phrase: range, head: int) -> tuple[str, set[str]]:
        """The noun of a description, and what its other words say, except of an owner who is known already."""
        tree, noun = self.around.tree, self.around.tree.lemma(head)
        apart = self._of_known(head) | tenure(tree, head)
        told = (word for word in phrase if word not in apart and tree.tokens[word].upos not in _SKIPPED)
        others = {tree.lemma(word) for word in told} - {noun}
        before, _, office = noun.partition("-")
        if before in words("speakers.former"):  # "the ex-president"
            return office, others | {before}
        return noun, others

    def _of_known(self, head: int) -> frozenset[int]:
        """The words before ``head`` for an owner that is known already: "the suspect" of "the suspect's lawyer"."""
        tree = self.around.tree
        owned = (word for word in tree.children(head, "nmod:poss") if tree.tokens[word].upos == "NOUN")
        return frozenset(part for word in owned if self._is_known(word) for part in tree.below(word))

    def _is_known(self, noun: int) -> bool:
        """Whether a noun has a definite article and nothing else."""
        tree = self.around.tree
        below = [word for word in tree.below(noun) if word != noun]
        marks = [tree.tokens[word].text.lower() for word in below if tree.tokens[word].upos not in {"PART", "PUNCT"}]
        return bool(marks) and words("grammar.definite").issuperset(marks)

    def learn(self, noun: str, entity: Entity) -> None:
        """Note that a description with a noun meant a person."""
        self._meant.setdefault(noun, set()).add(entity.id)

    def leave(self, noun: str, place: int) -> None:
        """Note that a description with a noun at a place meant nobody who has a name."""
        self._open.setdefault(noun, place)

    def _is_outranked(self, noun: str, others: set[str], entity: Entity) -> bool:
        """Whether "the judge" had spoken without a name before "Chief Judge Ada Brook" was named."""
        if self._open.get(noun, entity.span.start) >= entity.span.start:
            return False
        above = words("speakers.ranks") - others
        return not any(m.entity == entity.id and noun in beside and not above & beside for m, beside in self._people)

    def described_before(self, noun: str) -> Entity | None:
        """The one person whom the descriptions with a noun have meant so far."""
        meant = self._meant.get(noun, set())
        return self.around.entities.get(next(iter(meant))) if len(meant) == 1 else None

    def introduced(self, phrase: range, head: int) -> Entity | None:
        """The one person whom the text calls by the noun ``head``, if the first to be named after ``phrase``."""
        tree, end = self.around.tree, self.around.tree.tokens[phrase[-1]].span.end
        noun = tree.lemma(head)
        called = {mention.entity: mention.span.start for mention, beside in reversed(self._people) if noun in beside}
        first = next((mention.entity for mention, _ in self._people if mention.span.start >= end), None)
        if len(called) != 1 or min(called.values()) < end or first not in called:
            return None
        return self.around.entities.get(first or "")

    def named_next(self, phrase: range, head: int) -> Entity | None:
        """Whoever is named soon after "the government spokesman" with that noun, whom nobody was called by before."""
        tree, end = self.around.tree, self.around.tree.tokens[phrase[-1]].span.end
        noun = tree.lemma(head)
        own = [set(self._forms(word)) for word in tree.children(head, "amod", "compound")]
        mention, beside = self._first_called(noun, own)
        if mention is None or mention.span.start < end:
            return None
        apart = tree.index.sentence_at(mention.span.start) - tree.index.sentence_at(end - 1)
        said = set[str]().union(*own, [noun])
        fits = beside <= said or (_has_each(beside, own) and words("speakers.ranks").isdisjoint(beside - said))
        return self.around.entities.get(mention.entity or "") if fits and 0 < apart <= _NEXT_SENTENCES else None

    def _first_called(self, noun: str, own: Sequence[set[str]]) -> tuple[Mention | None, frozenset[str]]:
        """The first name with a noun and its ``own`` words beside it, else with the noun: "the trade minister"."""
        called = [(mention, beside) for mention, beside in self._people if noun in beside]
        told = [(mention, beside) for mention, beside in called if _has_each(beside, own)]
        return next(iter(told or called), (None, frozenset()))

    def office(self, letters: str) -> Entity | None:
        """The one person whose role or title has these initials: "the MCE" is the Municipal Chief Executive."""
        found = self._offices.get(letters, [])
        return found[0] if len(found) == 1 else None

    @cached_property
    def _offices(self) -> dict[str, list[Entity]]:
        """People by the initials of their roles, and by titles that are initials."""
        result: dict[str, list[Entity]] = {}
        for entity in self.around.entities.values():
            if entity.label == "Person":
                called = [*(item.role.text for item in entity.held), *entity.titles, *self._titling(entity)]
                for letters in {_initials(role) for role in called} | set(entity.titles):
                    result.setdefault(letters, []).append(entity)
        return result

    def _titling(self, entity: Entity) -> Iterator[str]:
        """The words in capitals right before the name of a person, without what is in brackets or after a comma."""
        tree = self.around.tree
        for mention in self.around.mentions_of(entity):
            inside = tree.index.overlapping(mention.span)
            if mention.form != "named" or not inside:
                continue
            start = tree.index.span(tree.index.sentence(inside[0])).start
            before = self.around.document.text[start : mention.span.start]
            found = _TITLING.search(before)
            if found is not None:
                yield found["title"]

    def lettered(self, letters: str) -> Entity | None:
        """The one body that the text calls by letters such as "WHO"."""
        called = [item for item in self.around.entities.values() if letters in {item.name, *item.aliases}]
        return called[0] if len(called) == 1 else None

    def initialled(self, letters: str) -> Entity | None:
        """The one person, else the one body, with these initials: "AB" is Ada Brook."""
        for label in ("Person", "Organization"):
            named = [item for item in self.around.entities.values() if item.label == label and " " in item.name]
            found = [item for item in named if _initials(item.name) == letters]
            if len(found) == 1:
                return found[0]
        return None

    def body(self, head: int) -> Entity | None:
        """The one body or place whose name has the noun ``head`` and that is named before."""
        tree = self.around.tree
        noun, place = tree.lemma(head), tree.tokens[head].span.start
        found = {
            entity.id: entity
            for entity in self.around.entities.values()
            if entity.label in {"Organization", "Location", "Facility"}
            and entity.span.start < place
            and noun in entity.name.lower().split()
        }
        return next(iter(found.values())) if len(found) == 1 and noun not in words("speakers.documents") else None


def tenure(tree: Tree, head: int) -> frozenset[int]:
    """The words before ``head`` for how often or how long somebody has been that: "three-term" governor."""
    before = (word for word in tree.children(head, "amod", "compound") if word > 1)
    counted = (word for word in before if tree.tokens[word - 1].text == _HYPHEN)
    return frozenset(
        part for word in counted if tree.lemma(word) in words("speakers.tenures") for part in range(word - 2, word + 1)
    )


def _fit(noun: str, others: set[str], beside: frozenset[str]) -> int | None:
    """How many of the other words of a description with a noun are beside a name; None where it is not for that."""
    over = words("speakers.former")
    if not over.isdisjoint(beside) and over.isdisjoint(others):
        return None  # nobody is "the mayor" who is "a former mayor"
    held = len((others - over) & beside) + (not beside.isdisjoint(over))
    known = noun in beside or (held > 0 and not beside.isdisjoint(words("speakers.peers")))
    return held if known and (held or not others) else None


def _has_each(beside: frozenset[str], own: Sequence[set[str]]) -> bool:
    """Whether one form of each word is beside a name."""
    return all(forms & beside for forms in own)


def _held(entity: Entity) -> frozenset[str]:
    """The words of the roles of a person, however far they are from the name."""
    roles = (_WORD_BREAK.split(item.role.text.lower()) for item in entity.held)
    return frozenset(word for role in roles for word in _own(role))


def _own(role: Sequence[str]) -> Iterator[str]:
    """The words of a role without nouns for somebody else in it: "adviser to the finance (minister)"."""
    others = False
    for word in role:
        others = word in words("speakers.serving") or (others and word not in words("grammar.and"))
        if not others or word not in _people():
            yield word


def _titled(entity: Entity) -> frozenset[str]:
    """The titles of a person in full, where the text abbreviates them: "Gov."."""
    return _in_full(entity.titles)


def _title(mention: Mention) -> frozenset[str]:
    """The title before a name in full, where the text abbreviates it."""
    return _in_full([mention.title.text] if mention.title is not None else ())


def _in_full(titles: Iterable[str]) -> frozenset[str]:
    """The words for which abbreviations among some titles stand."""
    full = LISTS.map("titles.abbreviations")
    return frozenset(full[title] for title in (title.strip(".").lower() for title in titles) if title in full)


def _initials(role: str) -> str:
    """The first letters of a role or name, of the words with capitals where there are two: MCE."""
    parts = [part for part in _WORD_BREAK.split(role) if part]
    capitals = [part for part in parts if part[0].isupper()]
    return "".join(part[0].upper() for part in (capitals if len(capitals) > 1 else parts))
