"""Words that may answer what somebody else said, what they do to it, and how it is referred to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Literal

import attrs

from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.status.reading import Reading
from newsparse.model import Span

Effect = Literal["disputed", "confirmed", "corrected"]
NEGATIONS = "modality.negations.clause"
_FILE = "across"
_REFUSALS = ("speech.verbs.declined", "speech.verbs.asked", "speech.verbs.demanded")
_OF_NOTHING = ("acl", "acl:relcl", "xcomp", "advcl")
_PRONOUNS = ("PRON", "DET")
_NEGATING = ("advmod", "det", "neg", "nsubj", "case", "cc", "cc:preconj")
RELATIVE = ("WDT", "WP")
"""The tags of relative pronouns in the Penn Treebank."""


@attrs.frozen(eq=False, slots=False)
class Trigger:
    """A word that may say something of what somebody else said."""

    reading: Reading
    word: int

    @property
    def listed(self) -> bool:
        """Whether the word is in any list of the file ``across``, as is each that answers something."""
        return not _every_word().isdisjoint(self._lemmas)

    def has(self, name: str) -> bool:
        """Whether the word is in a list of the file ``across``: by its lemma, with the particle or object of a verb."""
        return not self.reading.lexicon.words(name).isdisjoint(self._lemmas)

    @cached_property
    def _lemmas(self) -> set[str]:
        """The lemmas of the word, for which many lists are asked."""
        return self.reading.lemmas(self.word)

    @property
    def negated(self) -> bool:
        """Whether it is negated by a word of its own: "did not confirm", "nor denied", "no evidence"."""
        reading = self.reading
        beside = (*reading.tree.children(self.word, *_NEGATING), *self._determiners())
        return any(reading.index.words.lower[item] in reading.lexicon.words(NEGATIONS) for item in beside)

    @property
    def asked(self) -> bool:
        """Whether it is only asked or supposed: "wondered **whether** that was true", "**if** he denies it"."""
        marks = self.reading.tree.children(self.word, "mark")
        asking = self.reading.lexicon.words("across.asking")
        return any(self.reading.index.words.lower[item] in asking for item in marks)

    @property
    def vain(self) -> bool:
        """Whether there is nothing that does it: "nothing to support the claim", "no data that confirm it"."""
        tree, head = self.reading.tree, self.reading.tree.head(self.word)
        if head is None or tree.relation(self.word) not in _OF_NOTHING:
            return False
        nouns = [head] if tree.relation(self.word).startswith("acl") else tree.children(head, "obj")
        lower, none = self.reading.index.words.lower, self.reading.lexicon.words(NEGATIONS)
        return any(lower[noun] in none or Trigger(self.reading, noun).negated for noun in nouns)

    @property
    def refused(self) -> bool:
        """Whether the subject refuses, is asked to do it or does not want to: "declined to confirm the number"."""
        if self.reading.tree.relation(self.word) != "xcomp":
            return False
        asked = self._is_asked_for and not self.has("across.answers.alone")  # who begs to differ does
        return asked or self._is_negated_above

    @property
    def _is_negated_above(self) -> bool:
        """Whether the verb above is negated: "did not want to confirm it"."""
        head = self.reading.tree.head(self.word)
        return head is not None and Trigger(self.reading, head).negated

    @property
    def demanded(self) -> bool:
        """Whether somebody only asks that it be done: "demanded that she withdraw the claim"."""
        return self.reading.tree.relation(self.word) == "ccomp" and self._is_asked_for

    @property
    def _is_asked_for(self) -> bool:
        """Whether the verb above is one of asking, demanding or refusing."""
        head = self.reading.tree.head(self.word)
        lemma = "" if head is None else self.reading.tree.lemma(head)
        return any(lemma in self.reading.lexicon.words(name) for name in _REFUSALS)

    def _determiners(self) -> Iterator[int]:
        for child in self.reading.tree.children(self.word, "nsubj", "obj"):
            yield from self.reading.tree.children(child, "det", "cc:preconj")  # "neither Brook nor Varga denied it"
            yield from (item for item in self.reading.tree.children(child, "advmod") if item < child)


@cache
def _every_word() -> frozenset[str]:
    """The words of all lists of the file ``across``, and negations."""
    words = lexicon(SHARED)
    return words.words(NEGATIONS).union(*(words.words(name) for name in words if name.split(".")[0] == _FILE))


@attrs.frozen(kw_only=True)
class Reply:
    """What words do to a claim: ``about`` is the word that refers to it, ``clause`` the words that repeat it.

    ``by`` is the word that names who does it, None where that is whoever is quoted, or the article itself. ``figure``
    says that only a figure can be meant, ``contrary`` that the clause negates what the claim says,
    ``within`` that it is said of the very words that it is among: "said it leaked, which he denies".
    """

    effect: Effect
    about: int | None = None
    clause: Span | None = None
    by: int | None = None
    figure: bool = False
    contrary: bool = False
    within: bool = False


def refers(reading: Reading, word: int) -> bool:
    """Whether a word refers to a claim: "this claim", "her theory", "this"; a person's pronoun to what they said.

    So does any noun that a clause spells out: "his word that it rained".
    """
    lower = reading.index.words.lower[word]
    if is_noun_for_claim(reading, word) or (reading.tree.is_noun(word) and says_that(reading, word)):
        return True
    return reading.index.tokens[word].upos in _PRONOUNS and lower in reading.lexicon.words("across.pronouns")


def is_spoken_of(reading: Reading, word: int) -> bool:
    """Whether a noun may mean what somebody said where a relative clause says more of it: "something she denies"."""
    return reading.tree.lemma(word) in reading.lexicon.words("across.references")


def related(reading: Reading, verb: int) -> int | None:
    """The noun that a relative clause is about: "a **charge** that he denies", "a **claim** denied by him"."""
    tree, noun = reading.tree, reading.tree.head(verb)
    passive = tree.relation(verb) == "acl" and tree.children(verb, "obl:agent") and not tree.children(verb, "mark")
    if tree.relation(verb) != "acl:relcl" and not passive:
        noun = _before_subject(reading, verb)
    return noun if noun is not None and is_spoken_of(reading, noun) else None


def _before_subject(reading: Reading, verb: int) -> int | None:
    """The word right before the subject of a verb where it follows a comma: ", **something** the mayor denies"."""
    subject = reading.tree.subject(verb)
    if subject is None or subject > verb or reading.tree.children(verb, "mark"):
        return None
    noun = reading.index.overlapping(reading.tree.phrase(subject)).start - 1
    noun -= reading.index.tokens[noun].xpos in RELATIVE
    begin = reading.index.sentence(verb).start
    first = reading.index.overlapping(reading.tree.phrase(noun)).start if noun > begin else begin
    return noun if first > begin and reading.index.tokens[first - 1].upos == "PUNCT" else None


def is_beside_quote(reading: Reading, word: int, about: int) -> bool:
    """Whether a relative clause of the article's own is in or right behind what somebody says: ", which he denies"."""
    first = reading.index.overlapping(reading.tree.phrase(about)).start
    start = max(reading.index.sentence(word).start, first - 2)
    before = [item for item in range(start, first) if reading.index.tokens[item].upos != "PUNCT"]
    quotes = (reading.quote_at(item) for item in (word, *before[-1:]))
    return any(quote is not None and quote.form == "indirect" for quote in quotes)


def says_that(reading: Reading, word: int) -> bool:
    """Whether a clause with a subject of its own spells a noun out: "the fear that it rains"."""
    return any(True for _ in spelled_out(reading, word))


def spelled_out(reading: Reading, word: int) -> Iterator[int]:
    """The predicates of such clauses."""
    for clause in reading.tree.children(word, "acl", "acl:relcl", "ccomp"):
        if reading.tree.subject(clause) is not None and reading.tree.children(clause, "mark"):
            yield clause


def is_noun_for_claim(reading: Reading, word: int) -> bool:
    """Whether a noun means what somebody said, and a particular claim: "the accusation", not "all accusations"."""
    if reading.tree.lemma(word) not in reading.lexicon.words("across.references"):
        return False
    beside = {reading.index.words.lower[item] for item in reading.tree.children(word)}
    if beside & reading.lexicon.words("across.definite") or reading.tree.children(word, "nmod:poss"):
        return True
    if reading.tree.lemma(word) in reading.lexicon.words("across.references.particular"):
        return False
    return not beside & reading.lexicon.words("across.indefinite")


def is_person(reading: Reading, word: int) -> bool:
    """Whether a word is the name of somebody."""
    mention = reading.mentions.get(word)
    return mention is not None and mention.label in ("Person", "Organization") and reading.tree.is_noun(word)


def is_somebody(reading: Reading, word: int) -> bool:
    """Whether a word is the name of somebody, or a noun for one in particular: "the minister"."""
    if is_person(reading, word):
        return True
    beside = {reading.index.words.lower[item] for item in reading.tree.children(word)}
    particular = not beside.isdisjoint(reading.lexicon.words("across.definite"))
    return particular and reading.tree.is_noun(word) and reading.tree.lemma(word) in reading.people
