"""What a figure counts or measures by its governor in the tree: "winds of 80 mph", "the bridge cost $3 million"."""

from __future__ import annotations

from newsparse.model import QuantityKind
from newsparse_numbers.lexicon import table, words
from newsparse_numbers.subjects.nouns import Noun, noun, numbered, of_child
from newsparse_numbers.subjects.trees import Trees

COUNTING = frozenset(["nummod", "compound", "amod", "advmod", "det", "nmod", "obl", "dep", "nummod:gov"])
LEADING = frozenset(["of", "at", "between", "from", "above", "below", "to", "for", "under", "over", "", "around"])
BEHIND = ("nmod", "appos", "dep", "nummod", "parataxis", "obl")


class Governed:
    """Rules over governors and clauses; each gives a noun phrase or None."""

    def __init__(self, trees: Trees) -> None:
        """Over ``trees``."""
        self.trees = trees

    def counted(self, top: int, inside: range, kind: QuantityKind) -> Noun | None:
        """For "nine ships", "a $2 million scoreboard": the noun that the figure stands before."""
        trees = self.trees
        head = trees.head(top)
        relation = trees.relation(top).partition(":")[0]
        if head is None or head in inside or not trees.noun(head) or head < top:
            return None
        if relation not in COUNTING or trees.case(top) or self._compared(head):
            return None
        of = of_child(trees, head, inside)
        if of is not None and trees.tokens[head].text.lower() in words("frames.containers"):
            return noun(trees, of, inside, "counted")
        return noun(trees, head, inside, "counted")

    def _compared(self, head: int) -> bool:
        """Whether the noun only tells the times that are compared: "9% year over year"."""
        after = self.trees.tokens[head + 1].text if head + 1 < len(self.trees.tokens) else ""
        return self.trees.tokens[head].text.lower() in words("frames.periods") and after in ("over", "on", "-")

    def of_what(self, top: int, inside: range) -> Noun | None:
        """For "a raise of 9 percent", "winds of 80 mph", "a margin of error of two points"."""
        trees = self.trees
        head = trees.head(top)
        if head is None or head in inside or not trees.noun(head) or head > top:
            return None
        if trees.case(top) not in LEADING or not trees.relation(top).startswith(BEHIND):
            return None
        word, above = trees.tokens[head].text.lower(), trees.head(head)
        if word in words("frames.periods") and trees.case(top) != "of":
            return None
        put = trees.case(top) == "at" and trees.case(head) == "of"  # "the odds of approval at three in four"
        if (put or word in words("frames.amounts")) and above is not None and trees.noun(above):
            head = above
        changed = trees.tokens[head].text.lower() in words("changes.nouns")
        if not changed or trees.relation(head) in ("obj", "nsubj"):
            return noun(trees, head, inside, "of-figure")
        for child in trees.children(head):
            if trees.case(child) in ("in", "of") and trees.noun(child):
                return noun(trees, child, inside, "of-figure")
        return self.said_of(head, inside) or noun(trees, head, inside, "of-figure")

    def moved(self, top: int, inside: range) -> Noun | None:
        """For "cut rates to 5%", "pulled shares 2% lower": the object of the verb that the figure belongs to."""
        trees = self.trees
        verb = trees.head(top)
        after = trees.tokens[inside[-1] + 1].text.lower() if inside[-1] + 1 < len(trees.tokens) else ""
        second = trees.relation(top) == "obj" and (trees.case(top) or after in table("changes.comparatives"))
        if verb is None or not (second or trees.relation(top).startswith(("obl", "xcomp", "advmod", "nmod"))):
            return None
        for child in trees.children(verb):
            if trees.relation(child) == "obj" and child not in inside and child < top and trees.noun(child):
                return noun(trees, child, inside, "object")
        return None

    def said_of(self, top: int, inside: range) -> Noun | None:
        """The subject of the clause: "volumes fell 12%", "the bridge cost $3 million"."""
        trees = self.trees
        at: int | None = top
        if trees.relation(top) in ("nsubj", "nsubj:pass"):
            return None
        for _ in range(4):
            if at is None:
                return None
            subject = trees.subject(at)
            if subject is not None and subject not in inside:
                return self._subject_noun(subject, inside)
            head, relation = trees.head(at), trees.relation(at)
            describes = relation.startswith("acl") or (relation == "amod" and at not in inside)
            if head is not None and describes and trees.noun(head):
                return noun(trees, head, inside, "described")
            caused = self._caused(head, at) if head is not None and relation == "xcomp" else None
            if caused is not None:
                return noun(trees, caused, inside, "subject")
            at = head
        return None

    def _caused(self, verb: int, complement: int) -> int | None:
        """For "the melt caused seas to rise 3%", "pulled shares 2% lower": the object that moves."""
        trees = self.trees
        if trees.tokens[verb].lemma in words("frames.telling"):
            return None
        for child in trees.children(verb):
            if trees.relation(child) == "obj" and verb < child < complement and trees.noun(child):
                return child
        return None

    def _subject_noun(self, subject: int, inside: range) -> Noun | None:
        trees = self.trees
        word = trees.tokens[subject].text.lower()
        if word == "worth" and subject and trees.noun(subject - 1):
            return noun(trees, subject - 1, inside, "subject")
        if word in ("which", "that", "who"):
            above = self.antecedent(subject)
            return noun(trees, above, inside, "described") if above is not None else None
        of = of_child(trees, subject, inside) if word in words("frames.amounts") | words("frames.shares") else None
        if of is not None:
            return noun(trees, of, inside, "subject")
        return (
            noun(trees, subject, inside, "subject")
            if trees.noun(subject)
            else numbered(trees, subject, inside, "subject")
        )

    def antecedent(self, pronoun: int) -> int | None:
        """The noun that a relative pronoun stands for."""
        verb = self.trees.head(pronoun)
        above = self.trees.head(verb) if verb is not None else None
        if verb is None or above is None or not self.trees.relation(verb).startswith("acl"):
            return None
        return above if self.trees.noun(above) else None

    def lasting(self, top: int, inside: range) -> Noun | None:
        """For "the strike lasted 11 days": only verbs of lasting and "be" make a duration a measure of something."""
        tokens = self.trees.tokens
        index = inside[0] - 1
        while index > 0 and (tokens[index].text.lower() in words("frames.fillers") or tokens[index].upos == "SYM"):
            index -= 1
        if index < 0 or tokens[index].text.lower() not in words("frames.lasting"):
            return None
        verb = tokens[index].upos in ("VERB", "AUX") or (index > 0 and tokens[index - 1].text.lower() == "to")
        return self.said_of(top, inside) if verb else None
