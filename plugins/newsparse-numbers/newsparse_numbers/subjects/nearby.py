"""What a figure counts or measures by the words that touch it: "2,800 workers", "40% of voters", "aged 94"."""

from __future__ import annotations

import attrs

from newsparse.model import Passage, QuantityKind, Span
from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects.nouns import Noun, noun
from newsparse_numbers.subjects.trees import Trees

_SPANS = frozenset(["years", "months", "days", "weeks", "hours", "minutes", "polls"])
_OLD = frozenset(["amod", "compound", "nmod:desc", "nmod", "nummod"])


class Nearby:
    """Rules over the words beside a figure; each gives a noun phrase or None."""

    def __init__(self, trees: Trees) -> None:
        """Over ``trees``."""
        self.trees = trees

    def of_words(self, outer: Span) -> Noun | None:
        """For "40% of voters", "hundreds of children", "$12 million in bribes": the words right behind the figure."""
        trees = self.trees
        first = trees.inside(outer)[-1] + 1
        end = trees.sentence(first - 1).stop
        first = self._past_bracket(first, end)
        if first + 1 >= end:
            return None
        word = trees.tokens[first].text.lower()
        if word == "on" and any(token.lemma == "spend" for token in trees.tokens[max(0, first - 6) : first]):
            word = "of"
        if word not in ("of", "in", "off") or (word == "in" and trees.tokens[first + 1].upos != "NOUN"):
            return None
        head = trees.run(first + 1, end)
        if head is None or (word == "in" and not trees.tokens[head].text.endswith("s")):
            return None
        if word == "in" and trees.tokens[head].text.lower() in _SPANS:
            return None
        return noun(trees, head, trees.inside(outer), "part-of")

    def _past_bracket(self, first: int, end: int) -> int:
        """Where the words go on behind a bracket with a figure: "7.5m crowns ($1.1m) in deposits"."""
        tokens = self.trees.tokens
        if first >= end or tokens[first].text != "(":
            return first
        close = next((index for index in range(first, min(end, first + 10)) if tokens[index].text == ")"), first)
        return close + 1 if any(index in self.trees.taken for index in range(first, close)) else first

    def told_from(self, outer: Span) -> bool:
        """Whether a duration only tells when: "nine days later", "in the last three months"."""
        trees = self.trees
        inside = trees.inside(outer)
        after = trees.tokens[inside[-1] + 1].text.lower() if inside[-1] + 1 < len(trees.tokens) else ""
        before = trees.tokens[inside[0] - 1].text.lower() if inside[0] else ""
        return (after in words("frames.apart") and before != "for") or before in words("frames.recent")

    def next_words(self, inside: range, outer: Span, kind: QuantityKind) -> Noun | None:
        """For "2,800 workers", "one in five children": the noun phrase right behind the figure."""
        trees = self.trees
        first = inside[-1] + 1
        end = trees.sentence(inside[-1]).stop
        if first + 1 < end and trees.tokens[first].text == "-" and first not in trees.taken:
            return noun(trees, first + 1, inside, "counted") if trees.noun(first + 1) else None
        if first >= end or trees.tokens[first].upos not in ("NOUN", "PROPN", "ADJ", "VERB", "NUM", "ADV"):
            return None
        if trees.tokens[first].upos in ("VERB", "ADV") and trees.relation(first) not in ("amod", "advmod"):
            return None
        head = trees.run(first, end)
        if head is None:
            return None
        of = self.of_words(Span(outer.start, trees.tokens[head].span.end))
        if of is not None and trees.tokens[head].text.lower() in words("frames.containers"):
            return attrs.evolve(of, rule="counted")
        found = noun(trees, head, inside, "counted")
        pair = trees.tokens[head + 1 : head + 3] if head + 2 < end else ()
        plural = len(pair) == 2 and pair[1].text.endswith("s") and trees.tokens[head].text.endswith("s")
        if plural and pair[0].text == "and" and pair[1].upos == "NOUN" and pair[1].head == head:
            joined = Passage.at(trees.text, found.passage.span.start, pair[1].span.end)
            measured = not trees.taken.isdisjoint((head + 2, *trees.children(head + 2)))  # "sales of $27 billion"
            return found if measured else attrs.evolve(found, passage=joined)
        return found

    def before_words(self, inside: range, kind: QuantityKind) -> Noun | None:
        """For "painkillers worth $18,000", "magnitude 3.5", "a body mass index above 35"."""
        trees = self.trees
        index = inside[0] - 1
        while index > 0 and trees.tokens[index].text.lower() in words("frames.fillers"):
            index -= 1
        if index < 1:
            return None
        word = trees.tokens[index].text.lower()
        apart = trees.tokens[index - 1].text == "," and word == "ranging" and index > 1
        if word in words("frames.worth") and trees.noun(index - 1 - apart):
            return noun(trees, index - 1 - apart, inside, "worth")
        if word in ("≈", "=") and trees.noun(index - 1):
            return noun(trees, index - 1, inside, "beside")
        if kind == "index" and trees.noun(index) and trees.tokens[index].text.lower() in ("index", "magnitude", "bmi"):
            return noun(trees, index, inside, "index")
        return None

    def aged(self, inside: range) -> Noun | None:
        """For "a resident aged 94", "15-year-old students": who is that old, where a noun stands beside."""
        trees = self.trees
        index = inside[0] - 1
        if index >= 1 and trees.tokens[index].text.lower() == "aged" and trees.noun(index - 1):
            return noun(trees, index - 1, inside, "aged")
        if index >= 3 and trees.tokens[index - 1].text.lower() in ("young", "old") and trees.noun(index - 3):
            return noun(trees, index - 3, inside, "aged")
        start = index
        while index > 1 and trees.tokens[index].text.lower() in ("the", "age", "ages", "of"):
            index -= 1
        if index < start and trees.tokens[index].text.lower() in words("frames.over_age") and trees.noun(index - 1):
            return noun(trees, index - 1, inside, "aged")
        top = trees.top(inside)
        head = trees.head(top)
        if head is not None and top < head <= inside[-1] + 4 and trees.noun(head) and trees.relation(top) in _OLD:
            return noun(trees, head, inside, "aged")
        return None

    def beside(self, inside: range) -> Noun | None:
        """For "Dow +0.2%", "Brook Mills (£3.50)": the name that a signed or bracketed figure stands behind."""
        trees = self.trees
        index = inside[0] - 1
        if not trees.tokens[inside[0]].text.startswith(("+", "-", "−")):
            index = self._bracket(inside)
        found = trees.named_by(index) if index >= 0 else None
        return noun(trees, found, inside, "beside") if found is not None else None

    def _bracket(self, inside: range) -> int:
        """The word before the bracket that opens with the figure or with other figures and nouns; else -1."""
        tokens = self.trees.tokens
        for index in range(inside[0] - 1, max(0, inside[0] - 16), -1):
            if tokens[index].text == "(":
                return index - 1
            if tokens[index].upos in ("VERB", "AUX", "ADP", "PRON", "SCONJ", "DET") and tokens[index].text != "up":
                return -1
            if tokens[index].text in (")", ".", ";", ":"):
                return -1
        return -1

    def following(self, first: int) -> Noun | None:
        """Up to three words after the figure that are no function words, where there are no trees."""
        trees, stops, last = self.trees, words("names.stops"), first
        while last < len(trees.tokens) and last - first < 3:
            word = trees.tokens[last].text
            if word.lower() in stops or not word[0].isalpha():
                break
            last += 1
        if last == first:
            return None
        passage = Passage.at(trees.text, trees.tokens[first].span.start, trees.tokens[last - 1].span.end)
        return Noun(passage, trees.tokens[last - 1].span, last - 1, "following")
