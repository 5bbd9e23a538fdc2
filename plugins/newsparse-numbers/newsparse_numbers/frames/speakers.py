"""Who says a figure: the quote or attribution that it is in, or who estimates or promises it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

import attrs

from newsparse.model import Attribution, Document, Entity, Passage, Quote, Span, Speaker, envelope
from newsparse.model.claims import Modality, SpeakerKind
from newsparse.rules import Decision, Rule, RuleSet
from newsparse_numbers.frames.clauses import can_say, is_cue, is_undergone, sayer
from newsparse_numbers.lexicon import table, words
from newsparse_numbers.subjects.page import Page

A = TypeVar("A", Quote, Attribution)


@attrs.frozen(kw_only=True)
class Said:
    """Who says a figure; ``reason`` says why nobody is named."""

    speaker: Speaker | None = None
    cue: Passage | None = None
    quote: str | None = None
    modality: Modality = "asserted"
    reason: str = ""

    def __str__(self) -> str:
        """The speaker's name, else why there is none."""
        return str(self.speaker) if self.speaker else self.reason


NARRATED = Said(reason="not in a quote")


_MAX_STEPS = 5
"""Steps from a figure up to the verb that says who estimates or promises it, at most."""
_KINDS: Mapping[str, SpeakerKind] = {"Person": "person", "Organization": "organisation", "Location": "organisation"}


@attrs.frozen(kw_only=True)
class Around:
    """What a figure is in: quotes and attributions with a piece around it, the innermost first.

    There are ``attributions`` only where no extractor has made quotes of them.
    """

    tree: Page
    span: Span
    quotes: Sequence[Quote]
    attributions: Sequence[Attribution]

    def named(self, subject: int, reason: str) -> Speaker:
        """Whom the subject of a verb names; a pronoun by the name before it."""
        tree = self.tree
        words = tree.phrase(subject, ("case", "punct", "cc"))
        before = tree.chains.name(tree.tokens[subject].span) if tree.tokens[subject].upos == "PRON" else None
        found = self.speaker(before.span if before is not None else words, reason)
        mention = tree.tokens[subject].span if before is not None else words
        return attrs.evolve(found, mention=Passage(mention, tree.document.cut(mention)))

    def speaker(self, words: Span, reason: str) -> Speaker:
        """Whom ``words`` name: the entity of the mention at their head, or nobody known."""
        mention, found = Passage(words, self.tree.document.cut(words)), self._entity(words)
        if found is None:
            return Speaker(name=mention.text, mention=mention, reason=reason)
        kind = _KINDS.get(found.label, "unresolved")
        return Speaker(name=found.name, mention=mention, entity=found.id, kind=kind, reason=reason)

    def _entity(self, words: Span) -> Entity | None:
        """The entity of the mention at the head of ``words``; without a tree, of the first mention in them."""
        document, head = self.tree.document, self._head(words)
        near = (item for item in document.mentions if item.entity and item.span.overlaps(words))
        ids = (item.entity for item in near if head is None or item.span.covers(head))
        known: Mapping[str | None, Entity] = {entity.id: entity for entity in document.entities}
        return next((known[name] for name in ids if name in known), None)

    def _head(self, words: Span) -> Span | None:
        """The word of ``words`` that governs the others."""
        top = self.tree.top(self.tree.index.overlapping(words)) if self.tree.known else None
        return self.tree.tokens[top].span if top is not None else None

    def passage(self, span: Span | None) -> Passage | None:
        """A span with its words."""
        return Passage(span, self.tree.document.cut(span)) if span is not None else None


def _by_quote(around: Around) -> Said | None:
    """The innermost quote, where it has a speaker."""
    quote = around.quotes[0] if around.quotes else None
    if quote is None or quote.speaker is None:
        return None
    return Said(speaker=quote.speaker, cue=quote.cue, quote=quote.id, modality=quote.modality)


def _open_quote(around: Around) -> Said | None:
    """The innermost quote, with the reason why it has no speaker."""
    if not around.quotes:
        return None
    quote = around.quotes[0]
    reason = quote.unattributed or "nobody named"
    return Said(quote=quote.id, cue=quote.cue, modality=quote.modality, reason=reason)


def _by_attribution(around: Around) -> Said | None:
    """The innermost attribution that has a source."""
    item = next((item for item in around.attributions if item.source), None)
    if item is None or not _says(around.tree, item):
        return None
    cue = envelope(item.cue) if item.cue else None
    return Said(speaker=around.speaker(envelope(item.source), "attribution"), cue=around.passage(cue))


def _says(page: Page, item: Attribution) -> bool:
    """Whether an attribution is of words or wishes: not of what somebody did, nor with a source that runs on.

    Nor is it one where the source is a state or a thing: "according to the size of the boat".
    """
    cue = [word for piece in item.cue for word in page.index.overlapping(piece)]
    known = words("frames.sourcing", "speech.past_forms")
    stated = any(is_cue(page.lemma(word)) or page.lower[word] in known for word in cue)
    source = envelope(item.source)
    if not stated or "\n\n" in page.document.cut(source) or any(is_undergone(page, word) for word in cue):
        return False
    top = page.top(page.index.overlapping(source))
    if top is None or page.tokens[top].upos != "NOUN" or page.is_titled(top):
        return True
    return page.lemma(top) not in words("nouns.silent")


def _by_estimate(around: Around) -> Said | None:
    """The subject of a verb that gives an estimate, a chance or a promise with the figure."""
    tree = around.tree
    word = tree.top(tree.index.overlapping(around.span))
    for _ in range(_MAX_STEPS):
        if word is None:
            return None
        if tree.tokens[word].upos == "VERB":
            return _estimated(around, word)
        word = tree.head(word)
    return None


def _estimated(around: Around, verb: int) -> Said | None:
    tree = around.tree
    lemma, subjects = tree.lemma(verb), tree.children(verb, "nsubj")
    if not subjects:
        return None
    estimates = lemma in words("speech.verbs.estimating") and can_say(tree, subjects[0])
    if not estimates and not _puts_at(around, verb):
        return None
    if is_undergone(tree, verb) or around.span.overlaps(tree.phrase(subjects[0])):
        return None
    return Said(speaker=around.named(subjects[0], "estimate"), cue=around.passage(tree.tokens[verb].span))


def _puts_at(around: Around, verb: int) -> bool:
    """Whether a verb puts something at the figure: "put the bill at $9m"; not "put out the fire at the quay"."""
    tree = around.tree
    leads = table("frames.put_at").get(tree.lemma(verb), ())
    placed = (child for child in tree.children(verb, "obl") if tree.phrase(child).overlaps(around.span))
    at = any(tree.lemma(case) in leads for child in placed for case in tree.children(child, "case"))
    return at and not tree.children(verb, "compound:prt")


def _by_clause(around: Around) -> Said | None:
    """The subject of the verb of saying that the figure depends on."""
    page, inside = around.tree, around.tree.index.overlapping(around.span)
    top = page.top(inside)
    found = sayer(page, top) if top is not None and page.has_head(top) else None
    if found is None:
        return None
    return Said(speaker=around.named(found[0], "clause"), cue=around.passage(page.tokens[found[1]].span))


SPEAKER: RuleSet[Around, Said] = RuleSet(
    name="numbers.speaker",
    summary="Who says a figure.",
    rules=(
        Rule(
            name="numbers.speaker.quote",
            summary="The speaker of the innermost quote that the figure is in",
            find=_by_quote,
            fires="Ada Brook said nine ships sank.",
            quiet="Nine ships sank off Orla.",
        ),
        Rule(
            name="numbers.speaker.open-quote",
            summary="Nobody: the innermost quote that the figure is in has no speaker",
            find=_open_quote,
            fires="“Nine ships sank off Orla on Monday.”",
            quiet="Ada Brook said nine ships sank.",
        ),
        Rule(
            name="numbers.speaker.attribution",
            summary="The source of the attribution that the figure is in, where nobody has looked for quotes",
            find=_by_attribution,
            fires="The union backed a plan to cut 300 jobs.",
            quiet="Nine ships sank off Orla.",
            without="quotes",
        ),
        Rule(
            name="numbers.speaker.estimate",
            summary="The subject of a verb that estimates or promises the figure, where it is not in a quote",
            find=_by_estimate,
            fires="The city pledged 80 trees.",
            quiet="Ada Brook put the cups on nine tables.",
        ),
        Rule(
            name="numbers.speaker.clause",
            summary="The subject of the verb of saying or wanting that the figure depends on, outside of quotes",
            find=_by_clause,
            fires="Sailors asked $9 a ticket.",
            quiet="Sailors paid $9 a ticket.",
        ),
    ),
    place=lambda said: said.speaker.mention.span if said.speaker and said.speaker.mention else None,
)


class Sources:
    """The quotes of a document by place; its attributions, where nobody has looked for quotes."""

    def __init__(self, document: Document, tree: Page) -> None:
        """Sort them."""
        self._tree = tree
        text = document.text
        self._quotes = ByPlace([(piece, quote) for quote in document.quotes for piece in _unbroken(text, quote)])
        found = () if document.has("quotes") else document.get("attributions")
        given = [item for item in found if isinstance(item, Attribution)]
        self._attributions = ByPlace([(piece, item) for item in given for piece in item.content])

    def of(self, span: Span) -> Decision[Said] | None:
        """Who says the figure at ``span``; None where nobody does."""
        quotes, attributions = self._quotes.of(span), self._attributions.of(span)
        return SPEAKER.decide(Around(tree=self._tree, span=span, quotes=quotes, attributions=attributions), span)


def _unbroken(text: str, quote: Quote) -> list[Span]:
    """The pieces of a quote, those that only blanks part as one: a figure may go on in the next line, "60 to / 70"."""
    result: list[Span] = []
    for piece in sorted(quote.fragments, key=lambda span: span.start):
        if result and not text[result[-1].end : piece.start].strip():
            result[-1] = Span(result[-1].start, max(result[-1].end, piece.end))
        else:
            result.append(piece)
    return result


class ByPlace(Generic[A]):
    """Annotations in pieces, by place."""

    def __init__(self, pieces: Sequence[tuple[Span, A]]) -> None:
        """Each of ``pieces`` is a span with what it belongs to."""
        self._pairs: list[tuple[Span, A]] = sorted(pieces, key=lambda pair: (pair[0].start, -pair[0].end))
        self._starts: list[int] = [span.start for span, _ in self._pairs]
        self._longest_chars = max((len(span) for span, _ in self._pairs), default=0)

    def of(self, span: Span) -> list[A]:
        """Those with a piece that covers ``span``, the innermost first."""
        found = []
        for index in range(bisect_right(self._starts, span.start) - 1, -1, -1):
            piece, item = self._pairs[index]
            if piece.covers(span):
                found.append(item)
            if span.start - piece.start > self._longest_chars:
                break
        return found
