"""What a figure counts or measures, whose it is, of which whole, when and where: from trees, else from words."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsparse.model import Document, Passage, QuantityKind, Span
from newsparse_numbers.lexicon import words
from newsparse_numbers.quantities.scan import Found
from newsparse_numbers.subjects.circumstances import Circumstances
from newsparse_numbers.subjects.governed import Governed
from newsparse_numbers.subjects.nearby import Nearby
from newsparse_numbers.subjects.nouns import Noun
from newsparse_numbers.subjects.trees import SUBJECTS, Chains, Named, Trees
from newsparse_numbers.subjects.wordorder import WordOrder

HOLDERS = frozenset(["Organization", "Person", "Location", "NORP", "Facility", "Product", "Misc"])
RELATIVE = frozenset(["which", "that", "who"])
UNMEASURED: frozenset[QuantityKind] = frozenset(["age", "duration"])


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


class Measures:
    """Answers for the figures of one document."""

    def __init__(self, document: Document) -> None:
        """Read the layers of ``document``."""
        self.trees = Trees(document)
        self.named, self.chains = Named(document.mentions), Chains(document.mentions)
        self.near, self.governed, self.order = Nearby(self.trees), Governed(self.trees), WordOrder(self.trees)
        self.around = Circumstances(document.text, self.named)

    def of(self, span: Span, outer: Span, kind: QuantityKind) -> Measured:
        """What the figure at ``span`` is about; ``outer`` also covers its bound and its denominator."""
        inside = self.trees.inside(span)
        when, where = self.around.when(outer), self.around.where(outer)
        if not inside:
            return Measured(when=when, where=where)
        if not self.trees.parsed(inside[0]):
            noun = None if kind in UNMEASURED else self.near.following(self.trees.inside(outer)[-1] + 1)
            subject = (noun.passage, noun.head, noun.rule) if noun else (None, None, "")
            return Measured(subject=subject[0], head=subject[1], rule=subject[2], when=when, where=where)
        noun = self._subject(inside, outer, kind)
        whole = self._whole(inside, noun)
        holder = None if kind == "duration" and self.near.told_from(outer) else self._holder(inside, outer, noun)
        return Measured(
            subject=noun.passage if noun else None,
            head=noun.head if noun else None,
            holder=holder,
            whole=whole,
            when=when,
            where=where,
            rule=noun.rule if noun else "",
        )

    def take(self, figures: Iterable[Found]) -> None:
        """The figures of the document: their own words count and measure nothing."""
        for figure in figures:
            inside = self.trees.inside(figure.span)
            self.trees.taken.update(inside)
            if figure.quantity.kind == "age":
                self.trees.ages.update(dict.fromkeys(inside, figure.span))

    def _subject(self, inside: range, outer: Span, kind: QuantityKind) -> Noun | None:
        top = self._top(inside)
        if kind == "age":
            return self.near.aged(inside)
        if kind == "duration":
            return self.near.of_words(outer) or self.governed.lasting(top, inside)
        if kind in ("count", "ratio", "rate", "ordinal", "rank"):
            noun = self.near.next_words(inside, outer, kind)
            if noun is not None:
                return noun
        by = self.trees.case(top) == "by"
        return (
            self.near.of_words(outer)
            or (self.near.beside(inside) if kind not in ("rank", "ordinal", "multiplier") else None)
            or self.near.before_words(inside, kind)
            or self.order.put_on(outer)
            or (self.governed.moved(top, inside) if by else None)
            or (None if kind == "multiplier" else self.governed.counted(top, inside, kind))
            or self.order.gapped(top, inside)
            or self.governed.of_what(top, inside)
            or self.order.beside_with(inside)
            or self.governed.moved(top, inside)
            or self._said_of(top, inside)
        )

    def _said_of(self, top: int, inside: range) -> Noun | None:
        """The subject of the clause; by the order of the words where the tree has none before the figure."""
        found = self.governed.said_of(top, inside)
        if found is not None and found.index < inside[0]:
            return found
        if self.trees.relation(top) in SUBJECTS:
            return found
        return self.order.of_noun(inside) or self.order.before_verb(inside) or found

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

    def _whole(self, inside: range, noun: Noun | None) -> Passage | None:
        """What the figure is a part of: "three of the last four disputes", "9% of the grain"."""
        if noun is not None and noun.rule == "part-of":
            return noun.passage
        return None

    def _holder(self, inside: range, outer: Span, noun: Noun | None) -> Passage | None:
        """Whose the figure is: the owner of what is measured, else the subject of the clause, where it is a noun."""
        top = self.trees.top(inside) if noun is None else noun.index
        named = self._named_behind(outer)
        if named is not None:
            return named
        owner, place = self._owner(noun, inside)
        holder = owner or self._held_by(top, inside)
        if holder is None and noun is not None and noun.rule == "counted":
            found = self.near.beside(inside)
            holder = found.passage if found else None
        return holder or self._clause(inside, noun) or place

    def _named_behind(self, outer: Span) -> Passage | None:
        """For "$52,000 for Orla Bank": the name that "for" leads to right behind the figure."""
        trees, first = self.trees, self.trees.inside(outer)[-1] + 1
        if first + 1 >= trees.sentence(first - 1).stop or trees.tokens[first].text != "for":
            return None
        word = trees.tokens[first + 1]
        if word.upos != "PROPN" or word.text.lower().rstrip(".") in words("names.months") | words("names.weekdays"):
            return None
        head = trees.run(first + 1, trees.sentence(first).stop)
        return None if head is None else self._full(head, range(outer.start, outer.start))

    def _owner(self, noun: Noun | None, inside: range) -> tuple[Passage | None, Passage | None]:
        """The noun that owns what is measured ("Orla's", "of Orla"), and one that only says where ("in Orla")."""
        trees = self.trees
        place = None
        for child in trees.children(noun.index) if noun is not None else ():
            if child in inside or not trees.noun(child):
                continue
            relation, case = trees.relation(child), trees.case(child)
            if relation == "nmod:poss" or (relation == "nmod" and case in ("of", "for", "by")):
                return self._full(child, inside), place
            if relation == "nmod" and case in ("in", "at"):
                place = place or self._full(child, inside)
        return None, place

    def _held_by(self, top: int, inside: range) -> Passage | None:
        """For "a survey of 6,000 employers", "customers with $5 million": the noun that the figure hangs on."""
        trees = self.trees
        head = trees.head(top)
        if head is None or head > top or not trees.noun(head) or trees.relation(top) != "nmod":
            return None
        word = trees.tokens[head].text.lower()
        plain = word in words("frames.amounts") | words("frames.containers") | words("frames.events")
        return None if plain or trees.case(top) not in ("of", "with") else self._full(head, inside)

    def _clause(self, inside: range, noun: Noun | None) -> Passage | None:
        """The subject of the clause; a pronoun stands for the name before it."""
        trees = self.trees
        at: int | None = trees.top(inside)
        for _ in range(5):
            if at is None:
                return None
            subject = trees.subject(at)
            if subject is not None and subject not in inside:
                above = self.governed.antecedent(subject) if trees.tokens[subject].text.lower() in RELATIVE else None
                subject = subject if above is None else above
                if noun is not None and noun.index == subject:
                    return None
                if subject in trees.ages and inside[0] not in trees.ages:
                    return Passage.at(trees.text, trees.ages[subject].start, trees.ages[subject].end)
                return self._full(subject, inside) if trees.noun(subject) else self._meant(subject)
            at = trees.head(at)
        return None

    def _meant(self, pronoun: int) -> Passage | None:
        named = self.chains.name(self.trees.tokens[pronoun].span)
        return Passage(named.span, named.text) if named is not None else None

    def _full(self, index: int, inside: range) -> Passage:
        named = self.named.at(self.trees.tokens[index].span)
        if named is not None and named.label in HOLDERS:
            return Passage(named.span, named.text)
        return self.trees.phrase(index, inside)[0]
