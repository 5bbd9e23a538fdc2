"""One article as the rules for status see it: words, tree, quotes and figures, and who is meant where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.figures.surroundings import telling
from newsparse.linking.names import parts
from newsparse.model import Document, Entity, Mention, Quote, Span, Speaker
from newsparse.syntax import Index, Tree

_OWNERS = ("nmod:poss",)
_ASIDE = ("acl", "acl:relcl", "appos", "case", "det", "nmod:poss", "punct")
_BESIDE = ("appos", "flat", "dep")


def folded(names: Iterable[str]) -> frozenset[str]:
    """Names as they are compared: without case, diacritics and titles."""
    return frozenset(" ".join(parts(name)) or name.casefold() for name in names)


class Reading:
    """A document with its words and tree."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.index = Index(document)
        self.tree = Tree(document, self.index)
        self.lexicon = lexicon(SHARED)
        self.people = self.lexicon.words("nouns.people") | self.lexicon.words("nouns.bodies")
        self.entities = {item.id: item for item in document.entities}

    @cached_property
    def mentions(self) -> dict[int, Mention]:
        """The mention that each word belongs to, the longest where there are several."""
        found: dict[int, Mention] = {}
        for item in sorted(self.document.mentions, key=lambda mention: len(mention.span)):
            found.update((word, item) for word in self.index.overlapping(item.span))
        return found

    @cached_property
    def counted(self) -> frozenset[int]:
        """The words of the figures, with their bounds, without those that only say which or how often: "second"."""
        numbers, bounds = self.document.numbers, [item.bound for item in self.document.numbers if item.bound]
        words = {word for item in numbers for word in self.index.overlapping(item.span)}
        kept = {word for word in words if self.index.tokens[word].upos not in ("ADJ", "ADV")}
        return frozenset(kept.union(word for item in bounds for word in self.index.overlapping(item.span)))

    def lemmas(self, word: int) -> set[str]:
        """The lemma of a word, with the adverb of a verb or what else completes it: "rule out", "call into question".

        A verb with a particle is not the verb alone: who backs away from a claim does not back it. A passive without an
        agent may be an adjective, and has its own form too: "is not convinced".
        """
        lemma, tree = self.tree.lemma(word), self.tree
        passive = tree.children(word, "aux:pass", "cop") and not tree.children(word, "obl:agent")
        own = {lemma, self.index.words.lower[word]} if passive else {lemma}
        after = [item for item in tree.children(word, "compound:prt", "advmod") if item > word]
        adverbs = [self.index.words.lower[item] for item in after]
        particles = self.lexicon.words("across.particles").intersection(adverbs)
        with_object = {f"{lemma} {tree.lemma(item)}" for item in tree.children(word, "obj", "xcomp")}
        behind = ((lemma, *tree.case(item).split(), tree.lemma(item)) for item in tree.children(word, "obl"))
        with_object |= set(map(" ".join, behind))
        return ({f"{lemma} {adverb}" for adverb in particles} or own) | with_object

    def telling(self, spans: Iterable[Span]) -> frozenset[str]:
        """The lemmas at ``spans`` that tell something."""
        return frozenset(telling(self.index, [word for span in spans for word in self.index.overlapping(span)]))

    def quote_at(self, word: int) -> Quote | None:
        """The shortest quote that has a word among its own."""
        span = self.index.tokens[word].span
        inside = [item for item in self.document.quotes if any(piece.covers(span) for piece in item.fragments)]
        return min(inside, key=lambda item: sum(map(len, item.fragments)), default=None)

    def cued_by(self, word: int) -> Quote | None:
        """The quote whose cue has this word."""
        span = self.index.tokens[word].span
        cued = (item for item in self.document.quotes if item.cue and item.cue.span.overlaps(span))
        return next(cued, None)

    def is_clause(self, quote: Quote) -> bool:
        """Whether what is quoted is a clause, and not only a noun: "denied that it rained", "rejected the offer"."""
        words = [word for span in quote.fragments for word in self.index.overlapping(span)]
        top = self.tree.top(words)
        return top is not None and (self.tree.subject(top) is not None or bool(self.tree.children(top, "cop")))

    def subject(self, word: int) -> int | None:
        """The subject of a predicate, or of the one that it depends on: "said, confirming it"."""
        for place in (word, *self.tree.above(word)):
            agent = self.tree.children(place, "obl:agent")
            if agent:
                return agent[0]
            found = self.tree.subject(place)
            if found is not None:
                return found
        return None

    def own_subject(self, word: int) -> int | None:
        """The subject of a predicate, or the one that it shares: "the claim is old and has no basis"."""
        found, tree = self.tree.subject(word), self.tree
        head = tree.head(word) if tree.relation(word) == "conj" else None
        return self.own_subject(head) if found is None and head is not None else found

    def named(self, word: int) -> Iterator[str]:
        """The names by which the phrase of a noun names somebody: its entities', else its own words."""
        near = [word, *self.tree.children(word, *_BESIDE)]
        for item in [*near[1:], *near[:1]]:
            mention = self.mentions.get(item)
            entity = self.entities.get(mention.entity or "") if mention else None
            if entity is not None:
                yield entity.name
        yield self.index.document.cut(self.tree.phrase(word, without=_ASIDE))

    def people_at(self, span: Span) -> list[Span]:
        """The names of people among the words at a place."""
        named = (item for item in self.document.mentions if item.label == "Person" and item.form == "named")
        return [item.span for item in named if span.covers(item.span)]

    def negated(self, word: int) -> int | None:
        """The predicate that a word of negation negates: "it did **not** leak", "**no** dam leaked"."""
        head = self.tree.head(word)
        if head is None or self.index.words.lower[word] not in self.lexicon.words("modality.negations.clause"):
            return None
        return self.tree.head(head) if self.tree.relation(word) == "det" else head

    def denied(self, spans: Iterable[Span]) -> frozenset[str]:
        """The lemmas of the words at ``spans`` that a negation goes with: "no dam had leaked"."""
        words = [word for span in spans for word in self.index.overlapping(span)]
        pairs = [(self.negated(word), self.tree.head(word)) for word in words]
        found = {item for pair in pairs if pair[0] is not None for item in pair if item is not None}
        return self.telling([self.index.tokens[item].span for item in sorted(found)])

    def owner(self, word: int) -> int | None:
        """Whose a claim is: "the organisers' figure", "the statement of the manager", "the police version"."""
        owning = self.lexicon.words("across.owning")
        behind = [item for item in self.tree.children(word, "nmod") if self.tree.case(item) in owning]
        behind += [*self._beside(word), *self.tree.children(word, "compound")]
        named = [item for item in behind if item in self.mentions or self.tree.lemma(item) in self.people]
        return next(iter([*self.tree.children(word, *_OWNERS), *named, *self._giving(word)]), None)

    def _giving(self, word: int) -> Iterator[int]:
        """Who gives what a noun means: "the sum named by **the court**", "the number that **the union** gave"."""
        for verb in self.tree.children(word, "acl", "acl:relcl"):
            if self.is_giving(verb):
                givers = self.tree.children(verb, "obl:agent", "nsubj")
                yield from (item for item in givers if self.index.tokens[item].upos != "PRON")

    def is_giving(self, verb: int) -> bool:
        """Whether a verb behind a noun for a claim only says who made it."""
        lists, marks = self.lexicon, self.tree.children(verb, "mark")
        names = ("across.giving", "across.speaking", "speech.verbs.said")
        return not marks and any(self.tree.lemma(verb) in lists.words(name) for name in names)

    def employers(self, speaker: Speaker) -> list[str]:
        """The bodies that a pronoun beside somebody means: "The guild closed. **Its** master, Ada Brook, ..."."""
        own = [item.span for item in self.document.mentions if item.entity and item.entity == speaker.entity]
        spans = own or ([speaker.mention.span] if speaker.mention else [])
        owner = next((owner for span in spans for owner in self._employing(span)), None)
        return [] if owner is None else self._subject_before(owner)

    def _employing(self, span: Span) -> Iterator[int]:
        """The pronouns for a body beside the words for somebody."""
        top = self.tree.top(self.index.overlapping(span))
        if top is None:
            return
        head = self.tree.head(top)
        near = [top, *self.tree.children(top, *_BESIDE)]
        near += [head] if head is not None and self.tree.relation(top) in _BESIDE else []
        pronouns = self.lexicon.words("grammar.pronouns.neuter") | self.lexicon.words("grammar.pronouns.plural")
        for word in near:
            owners = self.tree.children(word, *_OWNERS)
            yield from (item for item in owners if self.index.words.lower[item] in pronouns)

    def _subject_before(self, word: int) -> list[str]:
        """The names of the last body before a word that is a subject, better one outside of what is quoted."""
        start = self.index.sentence(word).start
        first = self.index.sentence(start - 1).start if start else 0
        subjects = [place for place in range(word - 1, first - 1, -1) if self._is_acting_body(place)]
        outside = [place for place in subjects if self.quote_at(place) is None]
        return list(self.named((outside or subjects)[0])) if subjects else []

    def _is_acting_body(self, word: int) -> bool:
        body = self.tree.lemma(word) in self.people or word in self.mentions
        return body and self.tree.is_noun(word) and self.tree.relation(word).startswith("nsubj")

    def _beside(self, word: int) -> list[int]:
        """Those from whom somebody tells another story: "told a different story from Brook's"."""
        verb, lists = self.tree.head(word), self.lexicon
        contrary = {self.tree.lemma(item) for item in self.tree.children(word, "amod", "det")}
        if verb is None or self.tree.relation(word) != "obj" or not contrary & lists.words("across.contrary"):
            return []
        return [
            item for item in self.tree.children(verb, "obl") if self.tree.case(item) in lists.words("across.owning")
        ]

    def names_of(self, speaker: Speaker | None) -> frozenset[str]:
        """All names of a speaker in small letters: those of the entity, the words at the quote, the role."""
        if speaker is None:
            return frozenset()
        entity: Entity | None = self.entities.get(speaker.entity or "")
        found = [speaker.name, *((entity.name, *entity.aliases) if entity else ())]
        found += [passage.text for passage in (speaker.mention, speaker.role) if passage]
        found += [item.role.text for item in entity.held] if entity else []
        return folded(found)
