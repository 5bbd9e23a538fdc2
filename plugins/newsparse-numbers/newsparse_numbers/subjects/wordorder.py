"""What a figure counts or measures by the order of the words, where the tree says nothing or what cannot be."""

from __future__ import annotations

from newsparse.model import Span
from newsparse_numbers.lexicon import table, words
from newsparse_numbers.subjects.nouns import Noun, noun, numbered
from newsparse_numbers.subjects.trees import Trees

RELATIVE = frozenset(["that", "which", "who"])
REACH = 7
"""How many words may stand between a figure and its verb."""


class WordOrder:
    """Rules over the words before and behind a figure; each gives a noun phrase or None."""

    def __init__(self, trees: Trees) -> None:
        """Over ``trees``."""
        self.trees = trees

    def put_on(self, outer: Span) -> Noun | None:
        """For "add $4 to the bill", "paid $5m for the club": what the figure is added to, taken from or paid for."""
        trees = self.trees
        inside = trees.inside(outer)
        after, before = inside[-1] + 1, self._before(inside)
        end = trees.sentence(inside[-1]).stop
        if before is None or after + 1 >= end:
            return None
        token = trees.tokens[before]
        verb = (token.lemma or token.text).lower()
        leads = ["for"] if verb in words("frames.paid") else table("frames.added").get(verb, ())
        head = trees.run(after + 1, end) if trees.tokens[after].text.lower() in leads else None
        if head is None or trees.tokens[head].upos != "NOUN" or trees.tokens[head].text in words("frames.periods"):
            return None
        return noun(trees, head, inside, "put-on")

    def gapped(self, top: int, inside: range) -> Noun | None:
        """For "profit rose 12% and sales 8%": the noun before a figure whose verb is left out."""
        trees = self.trees
        head = trees.head(top)
        if trees.relation(top) == "orphan" and head is not None and head < top and trees.noun(head):
            return noun(trees, head, inside, "gapped")
        index = self._before(inside)
        at = index
        while index is not None and at is not None and trees.noun(index) and trees.relation(at) == "conj":
            at = trees.head(at)
            if at in trees.taken:
                return noun(trees, index, inside, "gapped")
        return None

    def beside_with(self, inside: range) -> Noun | None:
        """For "with oil at $80 a barrel": the noun between "with" and "at"."""
        trees = self.trees
        index = inside[0] - 1
        while index > 1 and trees.tokens[index].text.lower() in words("frames.fillers") - {"at"}:
            index -= 1
        if index < 2 or trees.tokens[index].text != "at" or not trees.noun(index - 1):
            return None
        found = noun(trees, index - 1, inside, "with")
        first = trees.inside(found.passage.span)[0]
        while first > 0 and trees.tokens[first - 1].upos in ("DET", "ADJ"):
            first -= 1
        return found if first > 0 and trees.tokens[first - 1].text.lower() == "with" else None

    def of_noun(self, inside: range) -> Noun | None:
        """For "a gain of 2%": the noun before "of"."""
        trees, index = self.trees, inside[0] - 1
        found = index >= 1 and trees.tokens[index].text.lower() == "of" and trees.noun(index - 1)
        return noun(trees, index - 1, inside, "of-figure") if found else None

    def before_verb(self, inside: range) -> Noun | None:
        """For "prices in the city rose 3%": the noun phrase before the verb that stands before the figure."""
        trees = self.trees
        verb = self._before(inside)
        if verb is None or trees.tokens[verb].upos not in ("VERB", "AUX"):
            return None
        at = verb
        while at > 0 and trees.tokens[at].upos in ("VERB", "AUX", "ADV", "PART") and at not in trees.taken:
            at -= 1
        if trees.tokens[at].text.lower() in RELATIVE and at > 0:
            at -= 2 if trees.tokens[at - 1].text == "," and at > 1 else 1
        if at not in trees.sentence(verb):
            return None
        found = numbered(trees, at, inside, "before-verb")
        if found is not None or not trees.noun(at):
            return found
        return noun(trees, self._governing(at), inside, "before-verb")

    def _governing(self, at: int) -> int:
        """The noun that the phrase which ends at ``at`` belongs to: "prices" in "prices in the city"."""
        trees = self.trees
        for _ in range(4):
            head = trees.head(at)
            if head is None or head > at or not trees.noun(head) or not trees.case(at):
                break
            at = head
        return at

    def _before(self, inside: range) -> int | None:
        """The last word before the figure that is no preposition, adverb or word of amount."""
        trees = self.trees
        fillers = words("frames.fillers") | words("changes.loose")
        first = trees.sentence(inside[0]).start
        for index in range(inside[0] - 1, max(first - 1, inside[0] - 1 - REACH), -1):
            token = trees.tokens[index]
            verb = token.upos in ("VERB", "AUX")
            if verb or (token.upos not in ("ADP", "ADV", "SYM", "DET") and token.text.lower() not in fillers):
                return index
        return None
