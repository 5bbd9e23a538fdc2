"""Which body a role is held in: named beside it, meant by "its" or "the union's", or the only one there is."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from newsparse.rules import Rule, RuleSet
from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import POSSESSIVES, listed, openings
from newsparse_entities.roles.holders import Holders
from newsparse_entities.roles.names import Placed
from newsparse_entities.roles.nouns import is_role
from newsparse_entities.roles.phrases import RolePhrase

_ENDS = frozenset(",:.;)—–-")
"""What can follow "NAME, ROLE, BODY"."""
_BRACKETED_WORDS = 3
"""Words of an acronym in brackets: "(", "KLP", ")"."""
_LONGEST_ASIDE_WORDS = 6
"""Words of the longest brackets between a role and its body: "consultant (internal medicine), KLP"."""


@attrs.frozen
class Held:
    """A role phrase, among the bodies of its article."""

    phrase: RolePhrase
    holders: Holders

    def word(self, index: int) -> str:
        """A word of the article in lower case."""
        return self.holders.reading.word(index)

    @property
    def is_in_a_body(self) -> bool:
        """Whether the role is one that is always held in a body."""
        reading, phrase = self.holders.reading, self.phrase
        if phrase.last > phrase.head and not self._has_field:
            return False
        for start in range(phrase.first, phrase.head):
            if " ".join(reading.lower[start : phrase.head]) in listed("nouns.people.staff"):
                kind = reading.word(start - 1) if start > phrase.first else ""
                return kind not in listed("nouns.bodies.body", "roles.no_staff")
            if reading.tag(start) != "ADJ" and reading.tokens[start].text[0].isupper():
                return False
        return False

    @property
    def _has_field(self) -> bool:
        """Whether only nouns in small letters for what somebody does follow the role's noun: "for public affairs"."""
        tokens = self.holders.reading.tokens[self.phrase.head : self.phrase.last]
        field = all(token.text.islower() and token.text not in openings() for token in tokens)
        return field and tokens[0].text in listed("roles.fields")

    @property
    def is_bare_title(self) -> bool:
        """Whether the role is a title in capitals right before a name: "Chairman Cho", "Vice President Cho"."""
        reading, phrase = self.holders.reading, self.phrase
        at_start = reading.starts_sentence(reading.tokens[phrase.first].span.start)
        telling = phrase.first + 1 if at_start else phrase.first
        capital = telling < phrase.last and reading.tokens[telling].text[0].isupper()
        return capital and phrase.after is not None and reading.word(phrase.last) != ","

    @property
    def governs(self) -> bool:
        """Whether this is an office of a state, a city or the like."""
        words = self.holders.reading.lower[self.phrase.first : self.phrase.last]
        return not listed("nouns.people.state").isdisjoint(word.strip(".") for word in words)


def _body(held: Held, own: Placed | None) -> Group | None:
    """What a name beside a role names, if a role can be held there: a body, or a place that it governs."""
    if own is None:
        return None
    if own.mention.label == "Organization":
        return held.holders.group(own)
    if own.mention.label == "Location" and held.governs:
        return held.holders.group(own)
    if own.mention.label == "NORP" and held.governs:
        return held.holders.country_of(own.mention.text)
    return None


def _after_preposition(held: Held, index: int) -> Group | None:
    own = held.holders.starting(index)
    if own is not None and own.mention.label in ("Location", "NORP"):
        other = held.holders.at.get(_past_place(held, own.last))
        if other is not None and other.mention.label == "Organization":
            return held.holders.group(other)
    found = _body(held, own) if own is None or own.mention.label != "NORP" else None
    return None if own is None or _goes_on(held, own.last) else found


def _past_place(held: Held, index: int) -> int:
    """The word after what follows the place of a body: "Tarn's Chess Club", "Tarn-based Chess Club"."""
    if held.word(index) in POSSESSIVES:
        return index + 1
    return index + 2 if held.word(index) == "-" else index


def _goes_on(held: Held, index: int) -> bool:
    """Whether a noun follows a name, which then only describes it: "winner of the Netflix award"."""
    reading = held.holders.reading
    goes_on = reading.tag(index) == "NOUN"
    return goes_on and reading.word(index) not in listed("nouns.bodies.body")


def _named_after(held: Held) -> Group | None:
    if held.word(held.phrase.follow) not in listed("roles.prepositions"):
        return None
    own = held.holders.starting(held.phrase.follow + 1)
    if own is not None and own.mention.label == "Facility":
        return held.holders.group(own)
    if own is not None and own.mention.label == "Location" and _is_placed(held):
        return None
    return _after_preposition(held, _past_nouns(held, held.phrase.follow + 1))


def _is_placed(held: Held) -> bool:
    """Whether a place after "in" only says where: whose the role is stands before it, or it is a role abroad."""
    beside = held.phrase.beside
    return held.word(held.phrase.follow) in listed("grammar.in") and (
        held.word(beside) in POSSESSIVES or beside in held.holders.at
    )


def _past_nouns(held: Held, index: int) -> int:
    """The word after the nouns before a body's name: "of the chess club Tarn Rovers"; else ``index``."""
    reading, at = held.holders.reading, index
    while reading.tag(at) in ("DET", "ADJ", "NOUN") and at not in held.holders.at:
        at += 1
    own = held.holders.at.get(at)
    return at if own is not None and own.mention.label == "Organization" else index


def _right_after(held: Held) -> Group | None:
    if held.phrase.after is not None:
        return None
    follow = _past_aside(held, held.phrase.follow)
    comma = held.word(follow) == ","
    own = held.holders.starting(follow + comma)
    if (
        own is None
        or own.mention.label not in ("Organization", "Facility")
        or (comma and held.word(own.last) not in _ENDS)
    ):
        return None
    return held.holders.group(own)


def _past_aside(held: Held, index: int) -> int:
    """The word after the brackets that open at ``index``; else ``index``."""
    if held.word(index) != "(":
        return index
    ends = (at for at in range(index + 1, index + _LONGEST_ASIDE_WORDS) if held.word(at) == ")")
    return next(ends, index - 1) + 1


def _possessor(held: Held) -> Group | None:
    if held.word(held.phrase.beside) not in POSSESSIVES:
        return None
    own = held.holders.at.get(held.phrase.beside - 1)
    if own is not None and own.mention.label == "Location":
        return held.holders.group(own)
    return _body(held, own)


def _right_before(held: Held) -> Group | None:
    beside = held.phrase.beside
    if held.word(beside - 2) == "(":
        beside -= _BRACKETED_WORDS
    own = held.holders.at.get(beside)
    if own is not None and own.mention.label == "Location" and held.word(own.first - 1) in POSSESSIVES:
        owner = held.holders.at.get(own.first - 2)  # "the union's Velia director"
        if owner is not None and owner.mention.label == "Organization":
            return held.holders.group(owner)
    return _body(held, own) if own is not None else None


def _after_name(held: Held) -> Group | None:
    if held.phrase.after is None or held.word(held.phrase.after) not in listed("roles.after_names"):
        return None
    return _after_preposition(held, held.phrase.after + 1)


def _described_after(held: Held) -> Group | None:
    prepositions, the = listed("roles.prepositions"), listed("grammar.the")
    for at in dict.fromkeys((held.phrase.head, held.phrase.follow)):
        if held.word(at) in prepositions and held.word(at + 1) in the:
            return held.holders.described(at + 2)
    return None


def _its(held: Held) -> Group | None:
    beside = held.phrase.beside
    if held.word(beside) not in listed("grammar.body_owners"):
        return None
    meant = held.holders.meant_at(beside)
    if meant is not None or _is_described_before(held):
        return meant
    return held.holders.main(beside) if held.is_in_a_body or held.governs else None


def _is_described_before(held: Held) -> bool:
    """Whether the sentence before has a body as its subject whose name is not known: "The ferry company waited"."""
    reading, sentence = held.holders.reading, held.holders.reading.sentence_of_word(held.phrase.first) - 1
    words = range(reading.sentences[sentence].first, reading.sentences[sentence].last) if sentence >= 0 else ()
    nouns = listed("nouns.bodies.body", "nouns.bodies.company", "nouns.bodies.trade")
    return any(reading.subject_rank(at) and reading.word(at) in nouns for at in words)


def _described_possessor(held: Held) -> Group | None:
    beside = held.phrase.beside
    if held.word(beside) not in POSSESSIVES or beside - 1 in held.holders.at:
        return None
    return held.holders.described(beside - 1)


def _owned(held: Held) -> bool:
    """Whether somebody or something else owns the role: "the mayor's driver", "his spokesman"."""
    return held.word(held.phrase.beside) in listed("grammar.owners").union(POSSESSIVES)


def _main_body(held: Held) -> Group | None:
    """The body that an article is about for a role that is always in one, unless another name is beside it."""
    phrase = held.phrase
    if _owned(held) or held.is_bare_title or not held.is_in_a_body or _joins_a_trade(held):
        return None
    named_beside = phrase.beside in held.holders.at or held.word(phrase.follow) in listed("roles.prepositions")
    return None if named_beside else held.holders.dominant(phrase.first)


def _joins_a_trade(held: Held) -> bool:
    """Whether "and" joins the role to one that need not be in a body: "the actor and director"."""
    before = held.phrase.first - 1
    if held.word(before) not in listed("grammar.and"):
        return False
    return held.word(before - 1) not in listed("nouns.people.staff") and is_role(held.holders.reading, before - 1)


def _main_country(held: Held) -> Group | None:
    """The country or state that an article is about, for a minister without any other name beside the title."""
    words = held.holders.reading.lower[held.phrase.first : held.phrase.last]
    if _owned(held) or held.phrase.beside in held.holders.at or listed("roles.ministers").isdisjoint(words):
        return None
    return (
        None if not listed("roles.heads_of_government").isdisjoint(words) else held.holders.country(held.phrase.first)
    )


def _rule(
    name: str, summary: str, find: Callable[[Held], Group | None], *, fires: str, quiet: str
) -> Rule[Held, Group]:
    return Rule(name=f"entities.employer.{name}", summary=summary, find=find, fires=fires, quiet=quiet)


EMPLOYER: RuleSet[Held, Group] = RuleSet(
    name="entities.employer",
    summary="which body a role is held in",
    place=lambda group: group.members[0].span if group.members else None,
    shown=lambda group: group.shown,
    rules=(
        _rule(
            "named-after",
            'The body after "of", "at" or "for"; for offices of state the place',
            _named_after,
            fires="Nadia Holt, an engineer at KLP, left early.",
            quiet="Nadia Holt, an engineer at home in Oslo, left early.",
        ),
        _rule(
            "right-after",
            "The body right after a role that follows the name",
            _right_after,
            fires="Nadia Holt, secretary Tarn Chess Club, left early.",
            quiet="Nadia Holt, secretary, left early with the Tarn Chess Club.",
        ),
        _rule(
            "possessor",
            "The body or place whose role it is",
            _possessor,
            fires="Nadia Holt, Norway's ambassador to Peru, left early.",
            quiet="Nadia Holt, an ambassador, left Norway early.",
        ),
        _rule(
            "right-before",
            "The body right before the role; for offices of state the place or its people",
            _right_before,
            fires="KLP chairman Nadia Holt left early.",
            quiet="The chairman Nadia Holt left KLP early.",
        ),
        _rule(
            "after-the-name",
            'The body after "of" that follows the name',
            _after_name,
            fires="Inspector Nadia Holt of the BBC left early.",
            quiet="Inspector Nadia Holt left the BBC early.",
        ),
        _rule(
            "its",
            'What "its" or "their" refers to, otherwise the body that the article has been about so far',
            _its,
            fires="KLP closed early. Its chairman, Nadia Holt, left.",
            quiet="KLP closed early. A chairman, Nadia Holt, left.",
        ),
        _rule(
            "described-after",
            "What a description after the preposition refers to",
            _described_after,
            fires="The Harrow Bank closed early. The owner of the bank, Nadia Holt, left.",
            quiet="The Harrow Bank closed early. The owner of the dog, Nadia Holt, left.",
        ),
        _rule(
            "described-possessor",
            "What a possessive description refers to",
            _described_possessor,
            fires="The Harrow Bank closed early. The bank's owner, Nadia Holt, left.",
            quiet="The Harrow Bank closed early. The dog's owner, Nadia Holt, left.",
        ),
        _rule(
            "main-body",
            "The body named most often so far, for roles that are always held in one and have no name beside them",
            _main_body,
            fires="KLP closed early. Nadia Holt, the managing director, left.",
            quiet="KLP and BBC closed early. Nadia Holt, the managing director, left.",
        ),
        _rule(
            "main-country",
            "For ministers, the country named twice as often as any other so far; else one named more than once later",
            _main_country,
            fires="Norway voted on Monday. In Norway, the finance minister, Nadia Holt, left early.",
            quiet="Norway met Peru on Monday. The finance minister, Nadia Holt, left early.",
        ),
    ),
)
