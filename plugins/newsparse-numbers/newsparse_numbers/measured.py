"""What a figure counts or measures, whose it is, of which whole, when and where: from trees, else from words."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from newsparse.model import Document, Passage, QuantityKind, Span
from newsparse_numbers.lexicon import words
from newsparse_numbers.trees import Named, Trees

COUNTING = frozenset(["nummod", "compound", "amod", "advmod", "det", "nmod", "obl", "dep", "nummod:gov"])
HOLDERS = frozenset(["Organization", "Person", "Location", "NORP", "Facility", "Product", "Misc"])
UNMEASURED: frozenset[QuantityKind] = frozenset(["age", "duration"])
_WHEN = re.compile(
    r"\b(?:(?:in|since|by|during|until|from|of)\s(?:(?:early|late|mid)-?\s?)?(?:[A-Z][a-z]+\s)?(?:19|20)\d\d\b"
    r"|(?:last|this|next|the previous|the past)\s(?:year|month|week|quarter|decade|century)\b"
    r"|(?:last|this|next)\s(?:spring|summer|autumn|fall|winter)\b"
    r"|(?:yesterday|today|tomorrow|tonight)\b|(?:on|last|next)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|a year (?:earlier|ago)\b)"
)


@attrs.frozen(kw_only=True)
class Measured:
    """What a figure is about; ``rule`` names what found the subject."""

    subject: Passage | None = None
    head: Span | None = None
    holder: Passage | None = None
    whole: Passage | None = None
    when: Passage | None = None
    where: Passage | None = None
    rule: str = ""


@attrs.frozen
class Noun:
    """A noun phrase that a rule found."""

    passage: Passage
    head: Span
    index: int
    rule: str


class Measures:
    """Answers for the figures of one document."""

    def __init__(self, document: Document) -> None:
        """Read the layers of ``document``."""
        self.trees = Trees(document)
        self.named = Named(document.mentions)

    def of(self, span: Span, outer: Span, kind: QuantityKind) -> Measured:
        """What the figure at ``span`` is about; ``outer`` also covers its bound and its denominator."""
        inside = self.trees.inside(span)
        when, where = self.when(outer), self.where(outer)
        if not inside:
            return Measured(when=when, where=where)
        if not self.trees.parsed(inside[0]):
            noun = None if kind in UNMEASURED else self._following(self.trees.inside(outer)[-1] + 1)
            subject = (noun.passage, noun.head, noun.rule) if noun else (None, None, "")
            return Measured(subject=subject[0], head=subject[1], rule=subject[2], when=when, where=where)
        noun = self._subject(inside, outer, kind)
        whole = self._whole(inside, noun)
        holder = self._holder(inside, noun)
        return Measured(
            subject=noun.passage if noun else None,
            head=noun.head if noun else None,
            holder=holder,
            whole=whole,
            when=when,
            where=where,
            rule=noun.rule if noun else "",
        )

    def _noun(self, index: int, inside: range, rule: str) -> Noun:
        passage, head = self.trees.phrase(index, inside)
        return Noun(passage, head, index, rule)

    def take(self, spans: Iterable[Span]) -> None:
        """The figures of the document: their own words count and measure nothing."""
        for span in spans:
            self.trees.taken.update(self.trees.inside(span))

    def _subject(self, inside: range, outer: Span, kind: QuantityKind) -> Noun | None:
        top = self._top(inside)
        if kind == "age":
            return self._aged(inside)
        if kind == "duration":
            return self._of_words(outer) or self._lasting(top, inside)
        if kind in ("count", "ratio", "rate", "ordinal", "rank"):
            noun = self._next_words(inside, outer, kind)
            if noun is not None:
                return noun
        by = self.trees.case(top) == "by"
        return (
            self._of_words(outer)
            or self._before_words(inside, kind)
            or (self._moved(top, inside) if by else None)
            or (None if kind == "multiplier" else self._counted(top, inside, kind))
            or self._of_what(top, inside)
            or self._moved(top, inside)
            or self._said_of(top, inside)
        )

    def _top(self, inside: range) -> int:
        """The token that stands for the figure in the tree; that of a figure that governs it where there is one."""
        trees = self.trees
        top = trees.top(inside)
        for _ in range(2):
            head = trees.head(top)
            if head is None or head not in trees.taken or head in inside:
                break
            top = head
        return top

    def _of_words(self, outer: Span) -> Noun | None:
        """For "40% of voters", "hundreds of children", "$12 million in bribes": the words right behind the figure."""
        trees = self.trees
        first = trees.inside(outer)[-1] + 1
        end = trees.sentence(first - 1).stop
        if first + 1 >= end:
            return None
        word = trees.tokens[first].text.lower()
        if word == "on" and any(token.lemma == "spend" for token in trees.tokens[max(0, first - 6) : first]):
            word = "of"
        if word not in ("of", "in") or (word == "in" and trees.tokens[first + 1].upos != "NOUN"):
            return None
        head = trees.run(first + 1, end)
        if head is None or (word == "in" and not trees.tokens[head].text.endswith("s")):
            return None
        if word == "in" and trees.tokens[head].text.lower() in (
            "years",
            "months",
            "days",
            "weeks",
            "hours",
            "minutes",
            "polls",
        ):
            return None
        return self._noun(head, trees.inside(outer), "part-of")

    def _next_words(self, inside: range, outer: Span, kind: QuantityKind) -> Noun | None:
        """For "2,800 workers", "one in five children": the noun phrase right behind the figure."""
        trees = self.trees
        first = inside[-1] + 1
        end = trees.sentence(inside[-1]).stop
        if first + 1 < end and trees.tokens[first].text == "-" and first not in trees.taken:
            return self._noun(first + 1, inside, "counted") if trees.noun(first + 1) else None
        if first >= end or trees.tokens[first].upos not in ("NOUN", "PROPN", "ADJ", "VERB", "NUM", "ADV"):
            return None
        if trees.tokens[first].upos in ("VERB", "ADV") and trees.relation(first) not in ("amod", "advmod"):
            return None
        head = trees.run(first, end)
        if head is None:
            return None
        of = self._of_words(Span(outer.start, trees.tokens[head].span.end))
        if of is not None and trees.tokens[head].text.lower() in words("frames.containers"):
            return attrs.evolve(of, rule="counted")
        noun = self._noun(head, inside, "counted")
        pair = trees.tokens[head + 1 : head + 3] if head + 2 < end else ()
        plural = len(pair) == 2 and pair[1].text.endswith("s") and trees.tokens[head].text.endswith("s")
        if plural and pair[0].text == "and" and pair[1].upos == "NOUN" and pair[1].head == head:
            joined = Passage.at(trees.text, noun.passage.span.start, pair[1].span.end)
            return noun if head + 2 in trees.taken else attrs.evolve(noun, passage=joined)
        return noun

    def _before_words(self, inside: range, kind: QuantityKind) -> Noun | None:
        """For "painkillers worth $18,000", "magnitude 3.5", "a body mass index above 35"."""
        trees = self.trees
        index = inside[0] - 1
        while index > 0 and trees.tokens[index].text.lower() in words("frames.fillers"):
            index -= 1
        if index < 1:
            return None
        if trees.tokens[index].text.lower() == "worth" and trees.noun(index - 1):
            return self._noun(index - 1, inside, "worth")
        if kind == "index" and trees.noun(index) and trees.tokens[index].text.lower() in ("index", "magnitude", "bmi"):
            return self._noun(index, inside, "index")
        return None

    def _aged(self, inside: range) -> Noun | None:
        """For "a resident aged 94": who is that old, where a noun stands right before."""
        trees = self.trees
        index = inside[0] - 1
        if index >= 1 and trees.tokens[index].text.lower() == "aged" and trees.noun(index - 1):
            return self._noun(index - 1, inside, "aged")
        if index >= 3 and trees.tokens[index - 1].text.lower() in ("young", "old") and trees.noun(index - 3):
            return self._noun(index - 3, inside, "aged")
        return None

    def _counted(self, top: int, inside: range, kind: QuantityKind) -> Noun | None:
        """For "nine ships", "a $2 million scoreboard": the noun that the figure stands before."""
        trees = self.trees
        head = trees.head(top)
        relation = trees.relation(top).partition(":")[0]
        if head is None or head in inside or not trees.noun(head) or head < top:
            return None
        if relation not in COUNTING or trees.case(top):
            return None
        of = self._of_child(head, inside)
        if of is not None and trees.tokens[head].text.lower() in words("frames.containers"):
            return self._noun(of, inside, "counted")
        return self._noun(head, inside, "counted")

    def _of_child(self, index: int, inside: range) -> int | None:
        trees = self.trees
        for child in trees.children(index):
            behind = child not in inside and child > index and trees.noun(child)
            if behind and trees.case(child) == "of" and trees.relation(child).startswith(("nmod", "obl")):
                return child
        return None

    def _of_what(self, top: int, inside: range) -> Noun | None:
        """For "a raise of 9 percent", "winds of 80 mph", "a margin of error of two points"."""
        trees = self.trees
        head = trees.head(top)
        if head is None or head in inside or not trees.noun(head) or head > top:
            return None
        if trees.case(top) in (
            "of",
            "at",
            "between",
            "from",
            "above",
            "below",
            "to",
            "for",
            "under",
            "over",
            "",
            "around",
        ) and trees.relation(top).startswith(("nmod", "appos", "dep", "nummod", "parataxis", "obl")):
            above = trees.head(head)
            if trees.tokens[head].text.lower() in words("frames.amounts") and above is not None and trees.noun(above):
                head = above
            if trees.tokens[head].text.lower() in words("changes.nouns") and trees.relation(head) not in (
                "obj",
                "nsubj",
            ):
                inner = next(
                    (
                        child
                        for child in trees.children(head)
                        if trees.case(child) in ("in", "of") and trees.noun(child)
                    ),
                    None,
                )
                said = None if inner is not None else self._said_of(head, inside)
                return (
                    self._noun(inner, inside, "of-figure")
                    if inner is not None
                    else said or self._noun(head, inside, "of-figure")
                )
            return self._noun(head, inside, "of-figure")
        return None

    def _moved(self, top: int, inside: range) -> Noun | None:
        """For "cut rates to 5%", "put the bill at $90m": the object of the verb that the figure belongs to."""
        trees = self.trees
        verb = trees.head(top)
        if verb is None or not trees.relation(top).startswith(("obl", "xcomp", "advmod", "nmod")):
            return None
        for child in trees.children(verb):
            if trees.relation(child) == "obj" and child not in inside and child < top and trees.noun(child):
                return self._noun(child, inside, "object")
        return None

    def _said_of(self, top: int, inside: range) -> Noun | None:
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
            head = trees.head(at)
            if head is not None and trees.relation(at).startswith("acl") and trees.noun(head):
                return self._noun(head, inside, "described")
            at = head
        return None

    def _subject_noun(self, subject: int, inside: range) -> Noun | None:
        trees = self.trees
        if trees.tokens[subject].text.lower() in ("which", "that", "who"):
            above = self._antecedent(subject)
            return self._noun(above, inside, "described") if above is not None else None
        if not trees.noun(subject):
            return None
        of = self._of_child(subject, inside)
        if of is not None and trees.tokens[subject].text.lower() in words("frames.amounts"):
            return self._noun(of, inside, "subject")
        return self._noun(subject, inside, "subject")

    def _antecedent(self, pronoun: int) -> int | None:
        """The noun that a relative pronoun stands for."""
        verb = self.trees.head(pronoun)
        above = self.trees.head(verb) if verb is not None else None
        if verb is None or above is None or not self.trees.relation(verb).startswith("acl"):
            return None
        return above if self.trees.noun(above) else None

    def _lasting(self, top: int, inside: range) -> Noun | None:
        """For "the strike lasted 11 days": only verbs of lasting make a duration a measure of something."""
        index = inside[0] - 1
        while index > 0 and self.trees.tokens[index].text.lower() in words("frames.fillers"):
            index -= 1
        if index < 0 or self.trees.tokens[index].text.lower() not in words("frames.lasting"):
            return None
        return self._said_of(top, inside)

    def _whole(self, inside: range, noun: Noun | None) -> Passage | None:
        """What the figure is a part of: "three of the last four disputes", "9% of the grain"."""
        if noun is not None and noun.rule == "part-of":
            return noun.passage
        return None

    def _holder(self, inside: range, noun: Noun | None) -> Passage | None:
        """Whose the figure is: the owner of what is measured, else the subject of the clause, where it is a noun."""
        trees = self.trees
        if noun is not None:
            for child in trees.children(noun.index):
                if child in inside or not trees.noun(child):
                    continue
                led = trees.relation(child) == "nmod" and trees.case(child) in ("of", "in", "for", "at", "by")
                if led or trees.relation(child) == "nmod:poss":
                    return self._full(child, inside)
        at: int | None = trees.top(inside)
        for _ in range(5):
            if at is None:
                return None
            subject = trees.subject(at)
            if subject is not None and subject not in inside:
                if trees.tokens[subject].text.lower() in ("which", "that", "who"):
                    subject = self._antecedent(subject) or subject
                own = noun is not None and noun.index == subject
                return None if own or not trees.noun(subject) else self._full(subject, inside)
            at = trees.head(at)
        return None

    def _full(self, index: int, inside: range) -> Passage:
        named = self.named.at(self.trees.tokens[index].span)
        if named is not None and named.label in HOLDERS:
            return Passage(named.span, named.text)
        return self.trees.phrase(index, inside)[0]

    def when(self, span: Span) -> Passage | None:
        """The nearest date of the same sentence within eighty characters."""
        text = self.trees.text
        dates = [
            Passage(item.span, item.text)
            for item in self.named.near(span, 80)
            if item.label == "Date" and not item.span.overlaps(span)
        ]
        first = max(0, span.start - 80)
        for match in _WHEN.finditer(text, first, min(len(text), span.end + 80)):
            place = Span(match.start(), match.end())
            if not place.overlaps(span) and not any(item.span.overlaps(place) for item in dates):
                dates.append(Passage.at(text, *match.span()))
        return self._nearest(span, dates)

    def where(self, span: Span) -> Passage | None:
        """The nearest place by name in the same sentence that "in", "at" and the like lead to."""
        text = self.trees.text
        places = [
            Passage(item.span, item.text)
            for item in self.named.near(span, 80)
            if item.label in ("Location", "Facility")
            and not item.span.overlaps(span)
            and re.search(
                r"\b(?:in|at|across|near|throughout|around|outside|inside)\s(?:the\s)?$", text[: item.span.start][-16:]
            )
        ]
        return self._nearest(span, places)

    def _nearest(self, span: Span, found: list[Passage]) -> Passage | None:
        text = self.trees.text
        near = [item for item in found if not _parted(text, item.span, span)]
        return min(near, key=lambda item: _distance(item.span, span), default=None)

    def _following(self, first: int) -> Noun | None:
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


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _parted(text: str, one: Span, other: Span) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return any(mark in between for mark in (". ", "\n", "; "))
