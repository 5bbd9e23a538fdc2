"""What an article says that somebody said, as it is compared with other articles: words, their weights, the speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import datetime
from functools import cached_property
from itertools import groupby, pairwise

import attrs

from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.articles import Article
from newsparse.linking.names import parts
from newsparse.linking.quotations.retold import Retelling, retold
from newsparse.linking.status.reading import Reading
from newsparse.linking.synonyms import same_words
from newsparse.linking.voices import Voice, voice
from newsparse.model import Document, Entity, Passage, Quote, Span, Speaker, Token, envelope
from newsparse.wording import Quotation, Words, key_of, quotations, words_in

CONTENT = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"])
"""Parts of speech of words that tell one utterance from others."""
LONG = 4
"""Letters of a word that counts as such a word where no parts of speech are known."""
LEAST = 1
"""How many such words an utterance needs to be compared."""
TERMS = 2
"""The terms that indirect speech needs, and needs in common."""
_END = re.compile(r"[.!?]")
_WORD = re.compile(r"\w")


@attrs.frozen
class Wording:
    """Words in a row as they are compared: ``keys``, ``content`` and ``cuts`` are those of a saying."""

    keys: tuple[str, ...]
    content: tuple[bool, ...]
    cuts: frozenset[int]


@attrs.frozen(kw_only=True, eq=False)
class Saying:
    """One utterance in one article.

    ``segments`` are the stretches of ``passages`` between signs of omission; ``keys`` are their words in a row as they
    are compared, and ``content`` says of each whether it tells utterances apart. ``terms`` are the lemmas of those that
    do. ``cuts`` are the numbers of words before which an omission is shown, ``starts`` of those that begin a sentence.
    ``bodies`` are organisations that the speaker belongs to.
    """

    article: Article
    quote: str | None
    direct: bool
    passages: tuple[Passage, ...]
    segments: tuple[Span, ...]
    keys: tuple[str, ...]
    content: tuple[bool, ...]
    terms: frozenset[str]
    cuts: frozenset[int]
    starts: frozenset[int]
    voice: Voice | None
    speaker: str | None
    entity: str | None
    mention: Passage | None
    bodies: tuple[str, ...]

    @property
    def place(self) -> tuple[str, str, int, int]:
        """By what sayings are ordered: when they were published, their article and their place there."""
        return (*self.article.place, self.passages[0].span.start, self.passages[-1].span.end)

    @property
    def retold(self) -> bool:
        """Whether a reply repeats it, of which the article has no quote."""
        return self.quote is None and not self.direct

    @property
    def day(self) -> int:
        """The day of publication as a number, 0 where it is not known."""
        return 0 if self.article.seconds is None else datetime.fromisoformat(self.article.moment).toordinal()

    @cached_property
    def meanings(self) -> frozenset[str]:
        """The terms, with one name for those that mean the same."""
        known = same_words()
        return frozenset(known.get(term, term) for term in self.terms)

    def meaning(self, meanings: frozenset[str]) -> list[str]:
        """The terms that mean one of ``meanings``."""
        known = same_words()
        return sorted(term for term in self.terms if known.get(term, term) in meanings)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where each word is in the text of the article."""
        found: list[Span] = []
        for segment in self.segments:
            passage = next(item for item in self.passages if item.span.covers(segment))
            moved = passage.span.start
            inside = Span(segment.start - moved, segment.end - moved)
            found += [Span(word.start + moved, word.end + moved) for word in words_in(passage.text, [inside]).spans]
        return tuple(found)

    @property
    def pieces(self) -> tuple[Words, ...]:
        """The words between signs of omission."""
        ends = [0, *sorted(self.cuts), len(self.keys)]
        spans = self.spans
        return tuple(Words(self.keys[start:end], spans[start:end]) for start, end in pairwise(ends))


def sayings(document: Document, article: Article, reading: Reading) -> Iterator[Saying]:
    """The utterances in ``document``, which ``reading`` reads, that have enough words to be compared, in its order.

    Passages of one quote are one utterance unless a sentence begins between them with other words. Of indirect and
    mixed quotes without enough words in quotation marks, the whole content is compared. What a quote repeats of
    somebody else, so as to answer it, is an utterance of that person; the quote is one if it says something besides.
    """
    marked = quotations(document)
    found = [saying for saying in _in_marks(document, article, marked) if sum(saying.content) >= LEAST]
    again = list(_outside(retold(reading), marked))
    told = _without_marks(document, article, [item.quote for item in again])
    answered = [saying for saying, item in zip(told, again, strict=True) if item.answered]
    reports = _without_marks(document, article, _reports(document, frozenset(saying.quote for saying in found)))
    found += [saying for saying in reports if len(_own_terms(saying, answered)) >= TERMS]
    own = [_of_quote(saying, known=item.quote in document.quotes) for saying, item in zip(told, again, strict=True)]
    found += [saying for saying in own if len(saying.terms) >= TERMS]
    return iter(sorted(found, key=lambda item: item.place))


def _of_quote(saying: Saying, *, known: bool) -> Saying:
    """A saying; of a quote that the article does not have, one of none."""
    return saying if known else attrs.evolve(saying, quote=None)


def _in_marks(document: Document, article: Article, marked: Sequence[Quotation]) -> Iterator[Saying]:
    """What is said in quotation marks."""
    tokens = _by_start(document)
    for items in _together(document, marked):
        yield _saying(document, article, items[0].claim, [item.span for item in items], items, tokens)


def _without_marks(document: Document, article: Article, quotes: Iterable[Quote]) -> list[Saying]:
    """What some quotes say, whole."""
    tokens = _by_start(document)
    return [_saying(document, article, quote, quote.fragments, None, tokens) for quote in quotes]


def _by_start(document: Document) -> Mapping[int, Token]:
    return {token.span.start: token for token in document.tokens}


def _outside(again: Iterable[Retelling], marked: Sequence[Quotation]) -> Iterator[Retelling]:
    """What has no words in quotation marks."""
    return (item for item in again if not any(item.quote.span.overlaps(other.span) for other in marked))


def _reports(document: Document, quoted: Set[str | None]) -> Iterator[Quote]:
    """The indirect and mixed quotes that are in no other one, without those of which enough is in quotation marks."""
    for quote in document.quotes:
        if quote.form != "direct" and not quote.within and quote.id not in quoted:
            yield quote


def _own_terms(saying: Saying, told: Iterable[Saying]) -> frozenset[str]:
    """The terms of a report without those that it repeats of others, whom it names beside a noun for a claim."""
    inside = [item for item in told if any(item.passages[0].span.overlaps(own.span) for own in saying.passages)]
    if not inside:
        return saying.terms
    names = (name for item in inside if item.voice for name in item.voice.names)
    named = (part for name in names for part in parts(name))
    nouns = lexicon(SHARED).words("across.references")
    return saying.terms.difference(nouns, named, *(item.terms for item in inside))


def _together(document: Document, found: Iterable[Quotation]) -> Iterator[list[Quotation]]:
    for _, items in groupby(found, key=lambda item: item.claim.id if item.claim else f"{item.span.start}"):
        run: list[Quotation] = []
        for item in items:
            if run and _sentence_between(document, run[-1].span.end, item.span.start):
                yield run
                run = []
            run.append(item)
        yield run


def _sentence_between(document: Document, start: int, end: int) -> bool:
    """Whether a sentence lies between two passages, or begins there with words of its own before the second."""
    between = document.text[start:end]
    for sentence in document.sentences:
        if start <= sentence.span.start and sentence.span.end <= end:
            return True
        if start < sentence.span.start < end and _WORD.search(between, sentence.span.start - start):
            return True
    return False


def _saying(
    document: Document,
    article: Article,
    quote: Quote | None,
    passages: Sequence[Span],
    quoted: Sequence[Quotation] | None,
    tokens: Mapping[int, Token],
) -> Saying:
    text = document.text
    pieces = _pieces(text, passages, quoted)
    row = _in_a_row(pieces)
    read = [_read(key, tokens.get(span.start)) for key, span in zip(row.keys, row.spans, strict=True)]
    speaker = quote.speaker if quote else None
    entity = speaker.entity if speaker else None
    return Saying(
        article=article,
        quote=quote.id if quote else None,
        direct=quoted is not None,
        passages=tuple(Passage(span, span.cut(text)) for span in passages),
        segments=tuple(envelope(words.spans) for words in pieces),
        keys=row.keys,
        content=tuple(lemma is not None for lemma in read),
        terms=frozenset(filter(None, read)),
        cuts=frozenset(_cuts(pieces)),
        starts=frozenset(_starts(text, row.spans, passages)),
        voice=_kept(voice(document, quote, passages), document) if quote else None,
        speaker=speaker.name if speaker else None,
        entity=entity,
        mention=speaker.mention if speaker else None,
        bodies=tuple(_bodies(document, speaker)),
    )


def _pieces(text: str, passages: Sequence[Span], quoted: Sequence[Quotation] | None) -> list[Words]:
    """The words of an utterance between signs of omission; where it has no quotation marks, those of each passage."""
    if quoted is not None:
        return [words for item in quoted for words in item.segments]
    return [words for words in (words_in(text, [span]) for span in passages) if len(words)]


def _in_a_row(pieces: Sequence[Words]) -> Words:
    """The words of all pieces, one after the other."""
    keys = (key for words in pieces for key in words.keys)
    return Words(tuple(keys), tuple(span for words in pieces for span in words.spans))


def _read(key: str, token: Token | None) -> str | None:
    """The lemma of a word that tells utterances apart, else None."""
    if token is None or token.upos is None:
        return key if len(key) >= LONG or key[0].isdigit() else None
    return key_of(token.lemma or token.text) if token.upos in CONTENT else None


def _cuts(pieces: Iterable[Words]) -> Iterator[int]:
    at = 0
    for words in pieces:
        if at:
            yield at
        at += len(words)


def _starts(text: str, spans: Sequence[Span], passages: Sequence[Span]) -> Iterator[int]:
    begins = {passage.start for passage in passages}
    for number, span in enumerate(spans):
        before = spans[number - 1].end if number else span.start
        if number == 0 or _END.search(text, before, span.start) or span.start in begins:
            yield number


def _kept(found: Voice | None, document: Document) -> Voice | None:
    """The voice, of whose surroundings only the parts of names are kept."""
    if found is None:
        return None
    last = {word for entity in document.entities for word in parts(entity.name)}
    return attrs.evolve(found, near=frozenset(word for word in found.near if word in last))


def _bodies(document: Document, speaker: Speaker | None) -> Iterator[str]:
    """The organisations that a speaker belongs to; of somebody without a name, those in the words for them."""
    known = document.find(speaker.entity, Entity) if speaker and speaker.entity else None
    for held in known.held if known else ():
        body = document.find(held.organisation, Entity) if held.organisation else None
        if body is not None:
            yield body.name
    if known is None and speaker and speaker.mention:
        yield from _named(document, speaker.mention.span)


def _named(document: Document, span: Span) -> Iterator[str]:
    """The organisations that are named within ``span``."""
    for mention in document.mentions:
        body = document.find(mention.entity, Entity) if mention.entity and span.covers(mention.span) else None
        if body is not None and body.label == "Organization":
            yield body.name
