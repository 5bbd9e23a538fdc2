"""The grammar of role phrases: where a role ends and begins in a text, whoever holds it."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse_entities.lexicon import (
    POSSESSIVES,
    before_roles,
    listed,
    not_roles,
    noun_genders,
    openings,
)
from newsparse_entities.roles.names import Placed
from newsparse_entities.roles.nouns import is_plural, is_role, title_start
from newsparse_entities.roles.words import Words

LONGEST_WORDS = 12
"""How many words of a role phrase are read."""
_APPOSED_WORDS = 14
"""How many words before "ROLE of BODY, NAME" are looked at for the role."""
_HYPHENATED = 2
"""How many words after a role's noun a second one is that a hyphen joins: "secretary-general"."""
STOPS = frozenset(',.;:()!?—–"“”«»')
MODIFIERS = ("NOUN", "ADJ", "PROPN", "NUM", None)
_VERBS = ("VERB", "AUX")


class RoleGrammar(Words):
    """Reads role phrases in one text; ``at`` maps words to the names that they belong to."""

    def role_ending(self, end: int) -> tuple[int, int] | None:
        """The words of a role whose noun is the last before ``end``."""
        head = self._noun_before(end)
        if head is None:
            return None
        start = title_start(self.reading, head) if self.is_capital(head) else None
        first = head if start is None else start
        while self.modifies(first - 1, head):
            first -= 1
        first = self._past_fields(first, head)
        if self.follows_dateline(first - 1) and self.opens(first - 1):
            first -= 1
        return self.past_age_words(first, head), end

    def _noun_before(self, end: int) -> int | None:
        """The noun for a role that is the last word before ``end``, but for a full stop and "-elect"."""
        head = end - 2 if self.word(end - 1) == "." else end - 1
        if self.word(head) in listed("roles.elect"):
            head -= 2 if self.word(head - 1) == "-" else 1
        if head < 0 or head in self.at or self.breaks(end):
            return None
        return head if is_role(self.reading, head) else None

    def _past_fields(self, first: int, head: int) -> int:
        """The first word of an office for two fields: "Deputy Youth and Sports Minister"; else ``first``."""
        field = first - 2
        joint = first < head and self.word(first - 1) in listed("grammar.and") and self.is_capital(head)
        if not joint or not self.modifies(field, head) or is_role(self.reading, field):
            return first
        while self.modifies(field - 1, head):
            field -= 1
        return first if self.word(field - 1) in listed("roles.complements") else field

    def _ends_age(self, index: int) -> bool:
        """Whether a word is the last of "34-year-old", in one word or several."""
        before, _, last = self.word(index).rpartition("-")
        return last in listed("people.aged") and (bool(before) or self.word(index - 1) == "-")

    def _tells_origin(self, index: int) -> bool:
        """Whether a word says after a hyphen where somebody is from or is: the "born" of "Velian-born"."""
        before, _, last = self.word(index).rpartition("-")
        return last in listed("roles.origins") and (bool(before) or self.word(index - 1) == "-")

    def past_age_words(self, first: int, head: int) -> int:
        """The first word of a role without "former", "34-year-old" and "Velian-born" before it."""
        age = next((at for at in reversed(range(first, head)) if self._ends_age(at) or self._tells_origin(at)), None)
        first = first if age is None else age + 1
        while first < head and self.is_passed(first):
            first += 1
        return first

    def modifies(self, index: int, head: int) -> bool:
        """Whether a word before a role's noun belongs to it: in lower case, or in capitals as the noun is."""
        word, text = self.word(index), self.reading.tokens[index].text
        if index in self.at or self.breaks(index + 1) or word in openings() or word in listed("roles.addresses"):
            return False
        if not text[0].isalpha():
            return text == "-" and not self.is_apart(index)
        if word in listed("nouns.people.role", "roles.former", "roles.participles"):
            return True
        if self.is_apart_from_office(index):
            return False
        if word in listed("roles.adverbs"):
            return self.word(index + 1) in listed("roles.participles")
        return self._describes(index, head)

    def _describes(self, index: int, head: int) -> bool:
        """Whether a noun or an adjective before a role's noun goes with it by its case; before a rank, few do."""
        word, text = self.word(index), self.reading.tokens[index].text
        if self.is_capital(head) and text[0].isupper():
            return self.tag(index) in ("NOUN", "ADJ", "PROPN") and not self.starts(index)
        if self.word(head).strip(".") in listed("nouns.people.rank") and self.is_capital(index + 1):
            return word in listed("roles.prefixes", "evidence.place_kinds")
        return text.islower() and self.tag(index) in ("NOUN", "ADJ")

    def role_with_complement(self, end: int) -> tuple[int, int] | None:
        """A role with what it is for between it and the name: "Minister of Education X", "Governor of Kano X"."""
        for at in range(end - 2, max(end - LONGEST_WORDS, 0), -1):
            word = self.word(at)
            if self._has_place(at, end):
                return self.role_ending(at)
            if word in listed("roles.complements") and is_role(self.reading, at - 1):
                return self._with_complement(at, end)
            if word in STOPS or self.tag(at) in _VERBS or self.breaks(at + 1):
                return None
        return None

    def _with_complement(self, index: int, end: int) -> tuple[int, int] | None:
        """The role before the preposition at ``index``, with the field from there to ``end``; a body there is left out.

        None where there is neither: "leader of the Velians X".
        """
        if self._names_person(index + 1, end):
            return None
        own = self.at.get(index + 1) or self.at.get(index + 2)
        body = own if own is not None and end in (own.last, self._past_in_place(own.last)) else None
        if body is not None and body.mention.label == "NORP":
            return None
        if body is None and not self.all_capital(index + 1, end) and not self._is_field(index + 1, end):
            return None
        role = self.role_ending(index)
        return None if role is None else (role[0], end if body is None else index)

    def _names_person(self, first: int, last: int) -> bool:
        """Whether a person is named among these words."""
        return any(at in self.at and self.at[at].mention.label == "Person" for at in range(first, last))

    def _past_in_place(self, index: int) -> int:
        """The word after "in" and a place that begin at ``index``; else ``index``."""
        own = self.at.get(index + 1) if self.word(index) in listed("grammar.in") else None
        return own.last if own is not None and own.mention.label == "Location" else index

    def _has_place(self, index: int, end: int) -> bool:
        """Whether a role before ``index`` is held in a place that is named right before a name: "mayor in Tarn X"."""
        own = self.at.get(index + 1)
        if own is None or own.first != index + 1 or own.mention.label != "Location" or self.breaks(index + 1):
            return False
        kind = own.last == end - 1 and self.word(own.last) in listed("evidence.place_kinds")
        known = self.word(index) in (listed("roles.prepositions") if kind else listed("grammar.in"))
        return known and (kind or own.last == end) and is_role(self.reading, index - 1)

    def _is_field(self, first: int, last: int) -> bool:
        """Whether these are nouns in small letters for what somebody works on: "head of sales", no person's."""
        words = range(first, last)
        people = not_roles() | noun_genders().keys()
        inner = range(first + 1, last - 1)
        plain = all(
            (self.tag(at) in ("NOUN", "ADJ", None) and self.word(at).isalpha() and at not in self.at)
            or (at in inner and self.word(at) in listed("grammar.and"))
            for at in words
        )
        small = all(self.reading.tokens[at].text.islower() for at in words)
        return plain and small and not any(self.lemma(at) in people for at in words)

    def leading_role(self, end: int) -> tuple[int, int] | None:
        """The first role before a comma that is followed by a preposition: "the head of sales at Y"."""
        found = None
        for at in range(end - 2, max(end - _APPOSED_WORDS, 0), -1):
            if self.word(at + 1) in STOPS or self.tag(at + 1) in _VERBS or self.breaks(at + 1):
                break
            if self.word(at) in listed("roles.prepositions") and is_role(self.reading, at - 1):
                found = self.role_ending(at)
        if found is None:
            return None
        return found[0], self.complement(found[1], end)

    def rank_start(self, last: int) -> int | None:
        """Where the rank before ``last`` begins, after an office: "Police Chief Lt. Col."; not "Attorney General"."""
        start = last
        while self.word(start - 1).strip(".") in listed("nouns.people.rank"):
            start -= 1
        whole = title_start(self.reading, last - 1)
        if whole is not None and whole < start:
            return None
        office = is_role(self.reading, start - 1) or title_start(self.reading, start - 1) is not None
        return start if start < last and office else None

    def several(self, first: int, last: int) -> bool:
        """Whether the role is one of several people."""
        head = next((at for at in range(first, last) if is_role(self.reading, at)), last - 1)
        small = listed("roles.complements", "roles.places")
        until = next((at for at in range(head, last) if self.word(at) in small), last)
        return is_plural(self.reading, until - 1)

    def head(self, start: int) -> int | None:
        """The noun of the role that begins at ``start``."""
        head = None
        for at in self._within_reach(start):
            hyphen = "-" in (self.word(at - 1), self.word(at), self.word(at + 1))
            second = head is not None and hyphen and at == head + _HYPHENATED and self.is_modifier(at)
            if is_role(self.reading, at) or second:
                head = at
            elif not hyphen and (not self.is_modifier(at) or (head is not None and not self._goes_on(at))):
                break
        return head

    def _within_reach(self, start: int) -> Iterator[int]:
        """The words from ``start`` up to a name, a mark or another sentence."""
        for at in range(start, min(start + LONGEST_WORDS, len(self.reading.tokens))):
            if at in self.at or self.word(at) in STOPS or (at > start and self.breaks(at)):
                return
            yield at

    def describes_a_noun(self, index: int) -> bool:
        """Whether a noun for a role is only a part of a longer word after it: the "delegate" of "delegate count"."""
        tree = self.reading.tree
        return tree.relation(index) == "compound" and tree.head(index) == index + 1

    def _goes_on(self, index: int) -> bool:
        """Whether a role's noun follows an adjective after another one: the "general" of "deputy general manager"."""
        return self.tag(index) == "ADJ" and index + 1 not in self.at and is_role(self.reading, index + 1)

    def is_modifier(self, index: int) -> bool:
        """Whether a word can be before a role's noun."""
        return self.tag(index) in MODIFIERS or self.word(index) in listed("roles.participles")

    def complement(self, end: int, limit: int) -> int:
        """The end of a role with the "of" or "for" phrases after its noun that do not lead to a body."""
        while self.word(end) in listed("roles.complements", "roles.places"):
            target = end + 2 if self.word(end + 1) in listed("grammar.articles") else end + 1
            own = self.at.get(target)
            to_place = self.word(end) in listed("roles.places")
            if own is None and to_place:
                break
            if own is not None and not (own.mention.label == "Location" and (to_place or self._owns_a_noun(own))):
                break
            last = self.noun_phrase(end + 1, limit)
            if last == end + 1 or self._begins_body(last):
                break
            end = last
        return end

    def past_body(self, index: int) -> int:
        """The word after a preposition and the body or place that begin at ``index``; else ``index``."""
        if self.word(index) not in listed("roles.prepositions"):
            return index
        at = index + 2 if self.word(index + 1) in listed("grammar.articles") else index + 1
        own = self.at.get(at)
        if own is None or own.mention.label not in ("Organization", "Location", "Facility"):
            return index
        further = self.at.get(own.last + 1) if self.word(own.last) in POSSESSIVES else None
        return own.last if further is None else further.last

    def _owns_a_noun(self, place: Placed) -> bool:
        """Whether a place has something without a name of its own: "Velia's armed forces"."""
        at = place.last + 1
        return self.word(place.last) in POSSESSIVES and at not in self.at and self.tag(at) in MODIFIERS

    def _begins_body(self, index: int) -> bool:
        """Whether a body's name begins here, right after the nouns before it: "the chess club Tarn Rovers"."""
        own = self.at.get(index)
        return own is not None and own.mention.label == "Organization"

    def noun_phrase(self, start: int, limit: int) -> int:
        """The end of the noun phrase that begins at ``start``."""
        at = start
        while at < limit and not self.breaks(at):
            own = self.at.get(at)
            if own is None and self._is_in_noun_phrase(at, begins=at == start):
                at += 1
            elif own is not None and own.mention.label == "Location":
                at = own.last
            else:
                break
        return at - 1 if self.word(at - 1) == "-" else at

    def _is_in_noun_phrase(self, index: int, *, begins: bool) -> bool:
        """Whether a word can be in a noun phrase; a gerund only where the phrase ``begins``: "for running shops"."""
        word = self.word(index)
        if word in STOPS or word in listed("roles.prepositions"):
            return False
        if self.tag(index) in (*MODIFIERS, "DET", "PART") or word == "-":
            return True
        if begins and self.reading.tokens[index].xpos == "VBG":
            return True
        return word in listed("grammar.and") and self._is_noun_phrase(index + 1)

    def _is_noun_phrase(self, index: int) -> bool:
        """Whether a noun is here, or one after an adjective that says nothing about roles."""
        if self.tag(index) == "ADJ":
            return self.tag(index + 1) == "NOUN" and not is_role(self.reading, index + 1)
        return self.tag(index) in ("NOUN", "PROPN", None) and not is_role(self.reading, index)

    def after_noun(self, first: int, last: int) -> int:
        """The word after a role's noun: the first preposition inside the role, or its end."""
        small = listed("roles.prepositions", "roles.places")
        return next((at for at in range(first + 1, last) if self.word(at) in small), last)

    def past_modal(self, first: int) -> int:
        """The first of the words before a role that say whether it is over, and of the role."""
        while self.is_passed(first - 1):
            first -= 1
        return first

    def is_passed(self, index: int) -> bool:
        """Whether a word before a role is no part: "former", the "first" of "first chair"; not of "First Lady"."""
        if self.word(index) in before_roles():
            dash = self.word(index) == "-" and self.is_apart(index)
            return not dash or self.word(index - 1) in before_roles()
        if self.word(index) in listed("roles.describing"):
            return self._describes_role(index + 1)
        return self.word(index) in listed("roles.counted") and self.word(index + 1) not in listed("roles.counting")

    def _describes_role(self, index: int) -> bool:
        """Whether a role itself begins here, or what is before one: "managing director"; not "media director"."""
        part = self.word(index) in listed("roles.participles", "roles.compounds") and is_role(self.reading, index + 1)
        return is_role(self.reading, index) or part or self.is_passed(index)

    def opens(self, index: int) -> bool:
        """Whether a sentence's first word is the first of a role: "Council member"."""
        plain = index not in self.at and self.word(index) not in openings()
        return plain and not self.is_apart_from_office(index) and self.tag(index) in ("NOUN", "ADJ", "PROPN")

    def all_capital(self, first: int, last: int) -> bool:
        """Whether these words are capitalised, small words of names aside."""
        small = listed("names.small_words")
        words = [(at, self.word(at)) for at in range(first, last)]
        small_ones = [word in small for _, word in words]
        return not all(small_ones) and all(
            known or self.is_capital(at) for (at, _), known in zip(words, small_ones, strict=True)
        )
