"""One use of a name in an article, and what the words in and around it say about the class of what it names."""

from __future__ import annotations

import re
from collections.abc import Collection

from newsparse.model import Mention
from newsparse_entities.lexicon import POSSESSIVES, Described, described, given_gender, listed, listed_folded, listed_in
from newsparse_entities.mentions.normalise import has_courtesy, is_titled_person
from newsparse_entities.mentions.reshape import NUMBERED
from newsparse_entities.mentions.together import REACH_WORDS, Names
from newsparse_entities.names.parse import PersonName, fold, initials, organisation_words, person_name

_DATELINE = re.compile(r"\)[ \xa0]?[-–—]")
_AGE = re.compile(r", ?\d{1,3}\b(?!\s*%)(?:\s*(?P<after>\w+))?")
_PRONOUN_REACH_WORDS = 18
"""How many words after a subject "its" or "she" may be."""
_ROLE_REACH_WORDS = 4
"""How many words before "head of purchasing at" the noun for the role may be."""
_OFFICE_REACH_WORDS = 8
"""How many words before a comma the noun for an office may be: "the minister of water and roads, NAME"."""
_FULL_NAME_WORDS = 2
_LONGEST_FULL_NAME_WORDS = 4
_OBJECTS = ("obj", "iobj")
_FEWEST_INITIALS = 3
"""Letters of the shortest acronym that says which body it is short for."""


class Use:
    """A named mention with the words beside it; the methods are the signs."""

    __slots__ = ("after", "before", "first", "item", "last", "names", "rank", "reading", "second", "top")

    def __init__(self, names: Names, item: Mention) -> None:
        """``item`` among ``names``."""
        self.names, self.item = names, item
        self.reading = reading = names.reading
        inside = reading.starting_in(item.span)
        self.first, self.last = inside.start, inside.stop
        self.before = "" if reading.begins_paragraph(self.first) else reading.word(self.first - 1)
        self.after, self.second = reading.word(self.last), reading.word(self.last + 1)
        self.top = reading.top_index(inside)
        self.rank = reading.subject_rank(self.top) if inside else 0

    @property
    def empty(self) -> bool:
        """Whether no word starts inside the mention."""
        return self.first >= self.last

    def _tail(self) -> str:
        """The last word of a name of two words or more."""
        words = organisation_words(self.item.text)
        return words[-1] if len(words) > 1 else ""

    def ends_like(self, kind: str) -> bool:
        """Whether the last word names a "body" or a "place"."""
        return self._tail() in listed_in("evidence.last_words", kind)

    def begins_like_a_body(self) -> bool:
        """Whether the first word says in another language that this is a body: "Fundación"."""
        return self.item.text.casefold().split()[0] in listed_folded("evidence.first_words")

    def is_full_name(self) -> bool:
        """Whether this is a given name before what a person is called alone: "Hillary Frost", where "Frost" is one."""
        words = fold(self.item.text).split() if self.names.alone else []
        if not _FULL_NAME_WORDS <= len(words) <= _LONGEST_FULL_NAME_WORDS or given_gender(words[0]) is None:
            return False
        return words[-1] in self.names.alone and words[-1] not in self.names.families

    def begins_with_given_name(self) -> bool:
        """Whether this can be a person's full name: a given name and a word that no body or place ends with."""
        words = self.item.text.split()
        if len(words) < _FULL_NAME_WORDS:
            return False
        first, *initials, last = words
        if given_gender(fold(first)) is None or any(not part.endswith(".") for part in initials):
            return False
        return last[0].isupper() and fold(last) not in listed("evidence.last_words")

    def has_short_form(self) -> bool:
        """Whether the article calls a body by the initials, or by the first or last word, of this name."""
        words = organisation_words(self.item.text)
        forms = {words[0], words[-1], *initials(self.item.text)} if len(words) > 1 else set()
        return not forms.isdisjoint(self.names.short_bodies)

    def is_club(self) -> bool:
        """Whether a place's name is here the name of a team that plays: "Thornley Town came back to beat"."""
        return self.names.is_club(self.item)

    def begins_a_longer_name(self) -> bool:
        """Whether a body's longer name begins with this one."""
        return organisation_words(self.item.text) in self.names.beginnings

    def begins_a_firm(self) -> bool:
        """Whether a name with a legal suffix begins with this one."""
        return organisation_words(self.item.text) in self.names.firms

    def has_initials_of_a_body(self) -> bool:
        """Whether the name consists of the initials of a body's longer name, in capitals."""
        text = self.item.text
        return text.isupper() and len(text) >= _FEWEST_INITIALS and fold(text) in self.names.acronyms

    def is_part_of_a_person(self) -> bool:
        """Whether a full name of somebody in the article has this one as its first or last part."""
        name = person_name(self.item.text)
        return name.short and not self.names.people.isdisjoint(name.units)

    def is_in_place(self) -> bool:
        """Whether something happens in, near or across what is named; not a stake in it."""
        if self.before not in listed("evidence.locatives") or self.after in POSSESSIVES:
            return False
        return self.reading.word(self.first - 2) not in listed("evidence.possessors") and not self._is_modifier()

    def _is_modifier(self) -> bool:
        return self.reading.tag(self.last) in ("NOUN", "PROPN") and not self.reading.breaks_before(self.last)

    def acts_by_given_name(self) -> bool:
        """Whether a person's name by its parts does or meets with what only people do, or has a role.

        Its first part is a given name, or its last part alone is a person elsewhere in the article.
        """
        words = self.item.text.split()
        if len(words) < _FULL_NAME_WORDS:
            return False
        if not given_gender(fold(words[0])) and fold(words[-1]) not in self.names.alone:
            return False
        if self.has_titled_family_name():
            return True
        if (self.before == "," and self._follows_office()) or self._speaks_next():
            return True
        verb = self.reading.tree.head(self.top)
        word = self.reading.tree.lemma(verb) if verb is not None else ""
        if self.rank:
            return word in listed("speech.verbs.personal") or word in listed("evidence.person_verbs")
        return self.reading.tree.relation(self.top) in _OBJECTS and word in listed("evidence.person_objects")

    def _speaks_next(self) -> bool:
        """Whether the next word is a verb of speech."""
        spoken = self.reading.tag(self.last) == "VERB" and not self.reading.breaks_before(self.last)
        return spoken and self.reading.tree.lemma(self.last) in listed("speech.verbs.personal")

    def _follows_office(self) -> bool:
        """Whether a role is right before the comma, or a role with what it is of: "the mayor of Tarn, NAME"."""
        for at in range(self.first - 2, self.first - 2 - _OFFICE_REACH_WORDS, -1):
            if self.reading.word(at) in listed("nouns.people.role"):
                return at == self.first - 2 or self.reading.word(at + 1) in listed("roles.prepositions")
            if self.reading.tag(at) in ("VERB", "AUX", "PUNCT"):
                return False
        return False

    def has_titled_family_name(self) -> bool:
        """Whether the last of several words is a name after a courtesy title elsewhere: "Ms. Street"."""
        words = self.item.text.split() if self.names.titled else []
        return len(words) >= _FULL_NAME_WORDS and fold(words[-1]) in self.names.titled

    def is_titled(self) -> bool:
        """Whether a title is before the name, which does not end like a body's: "Dr. Ada Brook Foundation"."""
        return self.item.title is not None and (is_titled_person(self.item) or not has_courtesy(self.item.title))

    def is_somebody_by_family_name(self) -> bool:
        """Whether the last part of somebody's full name speaks, or is before "government" or the like."""
        return self.heads_government() or self.speaks_by_family_name()

    def heads_government(self) -> bool:
        """Whether the last part of somebody's full name is before "government" or the like."""
        name = person_name(self.item.text)
        return name.short and self._is_family(name) and self.after in listed("evidence.governments")

    def speaks_by_family_name(self) -> bool:
        """Whether the last part of somebody's full name is the subject of a verb of speech."""
        name = person_name(self.item.text)
        if not name.short or not self._is_family(name):
            return False
        verb = self.reading.tree.head(self.top)
        speaks = verb is not None and self.reading.tree.lemma(verb) in listed("speech.verbs.personal")
        return speaks and self.rank > 0

    def _is_family(self, name: PersonName) -> bool:
        """Whether a part of a name is the last one of somebody's full name."""
        return not self.names.families.isdisjoint(name.units)

    def owns(self, kind: str) -> bool:
        """Whether what follows belongs to things of a kind: "'s board", "'s wife"."""
        return self.after in POSSESSIVES and self.second in listed_in("evidence.possessed", kind)

    def follows_relative(self) -> bool:
        """Whether "who" follows, after a comma or not."""
        own = listed_in("evidence.relatives", "person")
        return self.after in own or (self.after == "," and self.second in own)

    def is_aged(self) -> bool:
        """Whether an age follows: ", 44"; not a share."""
        match = _AGE.match(self.reading.text, self.item.span.end) if self.item.label == "Person" else None
        return match is not None and match["after"] not in listed("evidence.shares")

    def follows_role(self) -> bool:
        """Whether the noun before it is for people: "economist NAME", "resident NAME"; not one for bodies too."""
        if self.before in listed("nouns.people.bystander"):
            return True
        return self.before in listed("nouns.people.role") and self.before not in self._appositions()

    def has_apposition(self, nouns: Collection[str]) -> bool:
        """Whether a phrase with an article and one of ``nouns`` follows a comma, before any mark or other name."""
        index = self.last + 1
        if self.after != "," or self.second not in listed("grammar.articles"):
            return False
        for at in range(index + 1, index + REACH_WORDS):
            word = self.reading.word(at)
            if word in nouns:
                after = self.reading.word(at + 1)
                return after not in listed("grammar.of") and after not in POSSESSIVES
            if at in self.names.at or (not word.replace("-", "").isalpha() and word != "-"):
                return False
        return False

    def is_body_in_apposition(self) -> bool:
        """Whether a noun for bodies describes the name in an apposition after it."""
        return self.has_apposition(self._appositions())

    def is_person_in_apposition(self) -> bool:
        """Whether a role describes the name in an apposition after it."""
        return self.has_apposition(listed("nouns.people.role"))

    def _appositions(self) -> frozenset[str]:
        return listed("nouns.bodies.apposed")

    def comes_before(self, which: str) -> bool:
        """Whether a pronoun of a group follows a subject in its sentence before any other name."""
        if self.rank == 0:
            return False
        wanted = listed_in("evidence.pronouns", which)
        near = self.reading.lower[self.last : self.last + _PRONOUN_REACH_WORDS]
        pronoun = next((self.last + at for at, word in enumerate(near) if word in wanted), None)
        if pronoun is None:
            return False
        if any(at in self.names.at or self.reading.tokens[at].text in '"“”' for at in range(self.last, pronoun + 1)):
            return False
        return self.reading.sentence_of_word(pronoun) == self.reading.sentence_at(self.item.span.start)

    def is_possessor(self) -> bool:
        """Whether the name has something that only bodies have: "shares of", "a unit of"."""
        own = listed("evidence.possessors")
        return self.reading.word(self.first - 2) in own and self.before in listed("evidence.possessor_prepositions")

    def employs(self) -> bool:
        """Whether a role is held there: "head of purchasing at NAME"."""
        start = self.first - 1
        if self.before not in listed("evidence.employer_prepositions"):
            return False
        near = range(start - _ROLE_REACH_WORDS, start)
        return any(self.reading.word(at) in listed("nouns.people.role") for at in near)

    def follows(self, kind: Described) -> bool:
        """Whether the noun right before describes things of a kind."""
        return self.before in described(kind)

    def follows_apart(self, kind: Described) -> bool:
        """Whether the noun before a comma describes things of a kind."""
        return self.before == "," and self.reading.word(self.first - 2) in described(kind)

    def is_compounded(self) -> bool:
        """Whether a noun for what bodies have follows, or a word such as "founded", "owned" or "based"."""
        beside = listed("evidence.participles", "evidence.relatives.body")
        return self.after in listed("evidence.compounds") or (self.after == "," and self.second in beside)

    def is_owner_in_clause(self) -> bool:
        """Whether ", whose board" follows."""
        word = self.reading.word(self.last + 2)
        whose = self.after == "," and self.second in listed("grammar.whose")
        return whose and word in listed_in("evidence.possessed", "body")

    def acts(self) -> bool:
        """Whether the name is the subject of what only bodies do."""
        verb = self.reading.tree.head(self.top)
        if verb is None or self.rank == 0:
            return False
        return self.reading.tree.lemma(verb) in listed("evidence.verbs")

    def in_contest(self) -> bool:
        """Whether a contest is won or lost next to the name."""
        return self.names.in_contest(self.item)

    def in_dateline(self) -> bool:
        """Whether this is the agency of "BELMARA (Reuben Wire) —"."""
        return self.before == "(" and _DATELINE.match(self.reading.text, self.item.span.end) is not None

    def is_numbered(self) -> bool:
        """Whether the name is a model number, not a class, a flight or a resolution."""
        numbered = self.item.label in ("Misc", "Product") and NUMBERED.fullmatch(self.item.text) is not None
        return numbered and listed("numbered.words.no-product").isdisjoint(self.item.text.lower().split())

    def is_product_in_apposition(self) -> bool:
        """Whether a noun for products describes the name in an apposition after it."""
        return self.has_apposition(listed("evidence.products"))

    def follows_place(self) -> bool:
        """Whether a street or the like and a comma are before the name: "Weir Lane, Ashdon"."""
        if self.before != "," or self.reading.word(self.first + 1) not in (",", "(", "."):
            return False
        other = self.names.at.get(self.first - 2)
        words = organisation_words(other.text) if other else ()
        return len(words) > 1 and words[-1] in listed_in("evidence.last_words", "place")
