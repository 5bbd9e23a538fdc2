"""A reply as the rules for its target see it: what it repeats, whose claim it names, and the claims before it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.linking.status.claims import Stated
from newsparse.linking.status.meaning import Meaning, meaning
from newsparse.linking.status.reading import Reading, folded
from newsparse.linking.status.triggers import Reply
from newsparse.model import Quote, Span

_BESIDE = ("amod", "det", "det:predet")
BACK = 4
"""How many claims back "this" or "the claim" may refer."""


@attrs.frozen(eq=False)
class Asked:
    """A reply and the claims of its article: those before it, the nearest first, and all."""

    reading: Reading
    word: int
    reply: Reply
    names: frozenset[str]
    own: Quote | None
    before: Sequence[Stated]
    every: Sequence[Stated]

    @property
    def words(self) -> frozenset[str]:
        """What the reply repeats of the claim, without the names of people where there is more."""
        if not self.reply.clause:
            return frozenset()
        found = self.reading.telling([self.reply.clause])
        return found - self.reading.telling(self.reading.people_at(self.reply.clause)) or found

    @property
    def meaning(self) -> Meaning:
        """What it repeats of the claim says."""
        return meaning(self.reading, [self.reply.clause]) if self.reply.clause else ()

    @property
    def denied(self) -> frozenset[str]:
        """The words of what it repeats that a negation goes with."""
        return self.reading.denied([self.reply.clause]) if self.reply.clause else frozenset()

    @property
    def core(self) -> frozenset[str]:
        """What the clause that repeats it says of somebody: its predicate, or all words where that says nothing."""
        clause, reading = self.reply.clause, self.reading
        top = reading.tree.top(reading.index.overlapping(clause)) if clause else None
        found = reading.telling([reading.index.tokens[top].span]) if top is not None else frozenset[str]()
        return found or self.words

    @property
    def owners(self) -> frozenset[str]:
        """Whose claim it is, by the words before the noun, or by the subject of "the auditors were right"."""
        about = self.reply.about
        if about is None:
            return frozenset()
        owner = self.reading.owner(about)
        if owner is None or self.reading.index.tokens[owner].upos == "PRON":
            own = self.names if self.reply.effect == "corrected" else frozenset[str]()
            if own:
                return own - self.reading.lexicon.words("across.speakers")
        if owner is None and about != self.word and not self._is_reference(about):
            owner = about
        if owner is None or self.reading.index.tokens[owner].upos in ("PRON", "VERB"):
            return frozenset()
        if owner == self.reply.by:
            return frozenset()  # who says something of it: "a number that the mayor called absurd"
        return folded(self.reading.named(owner))

    @property
    def topic(self) -> frozenset[str]:
        """What the noun says that the claim is about: "her fear of floods", "the number of ships"."""
        about, lists = self.reply.about, self.reading.lexicon
        if about is None or about == self.word or self.reply.clause:
            return frozenset()
        cases = lists.words("across.topics") | lists.words("across.owning")
        tree, owner = self.reading.tree, self.reading.owner(about)
        places = [item for item in tree.children(about, "nmod") if tree.case(item) in cases and item != owner]
        return self.reading.telling(map(tree.phrase, places))

    @property
    def thing(self) -> frozenset[str]:
        """What is denied, where a noun says so that is not one for a claim: "any such **deal**", "any **link**"."""
        tree, about = self.reading.tree, self.reply.about
        if about is None:
            return frozenset()
        near = tree.children(about, "obj") if about == self.word else []
        near += [above for above in [tree.head(about)] if above is not None and tree.relation(about) in _BESIDE]
        nouns = [word for word in near if tree.is_noun(word) and not self._is_reference(word)]
        return self.reading.telling(self.reading.index.tokens[word].span for word in nouns)

    @property
    def cognates(self) -> frozenset[str]:
        """The verbs that say the same as the noun for the claim: "complained", for "the complaint"."""
        about = self.reply.about
        if about is None or not self.reading.tree.is_noun(about):
            return frozenset()
        return self.reading.lexicon.groups("across.cognates").get(self.reading.tree.lemma(about), frozenset())

    @property
    def measure(self) -> frozenset[str]:
        """What a figure has to be about where the noun for it says so: "the turnout"."""
        about = self.reply.about
        if about is None or self.reading.tree.lemma(about) not in self.reading.lexicon.words(
            "across.references.measure"
        ):
            return frozenset()
        return self.reading.telling([self.reading.index.tokens[about].span])

    @property
    def of_a_body(self) -> bool:
        """Whether it is the claim of a body that is not named: "the company's count"."""
        owner = None if self.reply.about is None else self.reading.owner(self.reply.about)
        return owner is not None and self.reading.tree.lemma(owner) in self.reading.lexicon.words("nouns.bodies")

    @property
    def denies(self) -> bool:
        """Whether a verb of denying repeats the claim."""
        denying = self.reading.lexicon.words("across.answers.denies")
        return self.reading.tree.lemma(self.word) in denying

    @property
    def about(self) -> Sequence[Stated]:
        """The claims before it, the nearest first, that have a word of its topic, where it has one."""
        topic = self.topic
        return [item for item in self.before[:BACK] if not topic or item.words & topic]

    @property
    def counts(self) -> bool:
        """Whether a figure is among the words that repeat the claim."""
        clause = self.reply.clause
        return clause is not None and any(item.kind == "figure" and inside(item, clause) for item in self.every)

    @property
    def person(self) -> bool:
        """Whether it refers to the claim by whoever made it: "contradicted her", "his claim"."""
        about = self.reply.about
        if about is None:
            return False
        owner = self.reading.owner(about)
        lower = self.reading.index.words.lower[about]
        lists = self.reading.lexicon
        named = lower in lists.words("across.pronouns.person") or lower in lists.words("across.speakers")
        return owner is not None or named

    @property
    def figure(self) -> bool:
        """Whether it refers to a figure."""
        about = self.reply.about
        lexicon = self.reading.lexicon
        if self.reply.figure:
            return True
        return about is not None and self.reading.tree.lemma(about) in lexicon.words("across.references.figure")

    def _is_reference(self, word: int) -> bool:
        lexicon = self.reading.lexicon
        return self.reading.tree.lemma(word) in lexicon.words("across.references") or self.reading.index.words.lower[
            word
        ] in lexicon.words("across.pronouns")


def inside(claim: Stated, span: Span) -> bool:
    """Whether a claim is among the words of a reply."""
    return span.start <= claim.place.start and claim.place.end <= span.end
