"""Drafts: a few quotations and sentences of one article, one of them altered, with the place of the alteration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random

import attrs

from newsparse.model import Document, Span
from newsparse_bench.verifying.material import LEAST_WORDS, Said, Sentence, flat, people, said, sentences, words
from newsparse_bench.verifying.planting import (
    CONTENT_LETTERS,
    FIGURE_CHANGES,
    KINDS,
    SMALL_WORD,
    Change,
    altered_words,
)

QUOTES, FIGURES, DISTRACTING = 2, 3, 4
"""How many untouched quotations and sentences with figures a draft has, and how many other articles its sources."""
TRIES = 400


@attrs.frozen(kw_only=True)
class Planted:
    """One alteration: its kind, its place in the draft and the whole altered sentence's, and what was there before."""

    kind: str
    span: Span
    sentence: Span
    before: str


@attrs.frozen(kw_only=True)
class Draft:
    """A text with one planted alteration, and the ids of the articles that it is to be verified against."""

    id: str
    text: str
    sources: tuple[str, ...]
    planted: Planted


@attrs.frozen
class _Item:
    order: int
    text: str
    change: Change | None = None
    kind: str = ""


@attrs.define
class _Article:
    document: Document
    quotes: list[Said]
    figures: list[Sentence]
    people: list[str]


def drafts(documents: Iterable[Document], *, count: int, seed: str) -> list[Draft]:
    """``count`` drafts, as many of each kind as of the others; the same for the same articles and seed."""
    random = Random(seed)
    articles = [_Article(d, said(d), sentences(d), people(d)) for d in documents]
    articles = [item for item in articles if item.quotes and item.figures]
    result: list[Draft] = []
    seen: set[str] = set()
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        result.append(_drafted(articles, kind, f"{kind}-{number}", random, seen))
    return result


def _drafted(articles: Sequence[_Article], kind: str, name: str, random: Random, seen: set[str]) -> Draft:
    for _ in range(TRIES):
        article = random.choice(articles)
        other = random.choice([item for item in articles if item is not article])
        planted = _planted(article, other, kind, random)
        if planted is None or planted.text in seen:
            continue
        seen.add(planted.text)
        distracting = random.sample([i for i in articles if i is not article and i is not other], DISTRACTING)
        ids = (article.document.id, *(item.document.id for item in distracting))
        return _joined(name, [planted, *_untouched(article, planted, random)], ids)
    raise ValueError(f"the articles have too little for {kind!r}.")


def _planted(article: _Article, other: _Article, kind: str, random: Random) -> _Item | None:
    if kind in FIGURE_CHANGES or kind == "absent-figure":
        return _planted_figure(article, other, kind, random)
    return _planted_quote(article, other, kind, random)


def _planted_figure(article: _Article, other: _Article, kind: str, random: Random) -> _Item | None:
    """A sentence with a figure that is altered, or one of another article."""
    if kind in FIGURE_CHANGES:
        sentence = random.choice(article.figures)
        change = FIGURE_CHANGES[kind](sentence, article.document.text, random)
        return _Item(sentence.start, change.text, change, kind) if change else None
    foreign = random.choice(other.figures)
    place = random.choice(foreign.figures)[0]
    return _Item(random.choice(article.figures).start, foreign.text, Change(foreign.text, place, ""), kind)


def _planted_quote(article: _Article, other: _Article, kind: str, random: Random) -> _Item | None:
    """A quotation with altered words, with words of another article, or of another speaker."""
    quote = random.choice(article.quotes)
    if kind == "absent-quote":
        quote = attrs.evolve(quote, words=random.choice(other.quotes).words)
        return _placed(quote, Change(quote.words, Span(0, len(quote.words)), ""), kind, random)
    if kind == "altered":
        long = [w for w in SMALL_WORD.findall(other.document.text) if len(w) >= CONTENT_LETTERS]
        found = altered_words(quote, long, random)
        return _placed(attrs.evolve(quote, words=found.text), found, kind, random) if found else None
    free = [name for name in article.people if not set(name.split()) & set(quote.name.split())]
    if not free or not quote.person:
        return None
    given = attrs.evolve(quote, name=random.choice(free))
    return _placed(given, Change(quote.words, Span(0, len(quote.words)), quote.name), kind, random)


def _placed(quote: Said, change: Change, kind: str, random: Random) -> _Item:
    """The quotation in a sentence, with the place of the change moved to where the words now are."""
    text = _quoting(quote, random)
    at = text.index(quote.words)
    span = Span(at + change.span.start, at + change.span.end)
    return _Item(quote.start, text, Change(text, span, change.before), kind)


def _quoting(quote: Said, random: Random) -> str:
    forms = words()["quotes"]
    if quote.words[-1] in "?!":
        forms = [form for form in forms if not form.startswith("{name}") and not form.endswith("}.”")]
        form = random.choice(forms).replace("{words},", "{words}").replace("{words}.", "{words}")
    else:
        form = random.choice(forms)
    return str(form).format(words=quote.words, name=quote.name)


def _untouched(article: _Article, planted: _Item, random: Random) -> Iterator[_Item]:
    """Quotations, whole or shortened, and sentences, some with numerals written in another way."""
    quotes = [item for item in article.quotes if item.start != planted.order]
    for quote in random.sample(quotes, min(QUOTES, len(quotes))):
        yield _Item(quote.start, _quoting(attrs.evolve(quote, words=_shortened(quote.words, random)), random))
    figures = [item for item in article.figures if item.start != planted.order]
    for sentence in random.sample(figures, min(FIGURES, len(figures))):
        yield _Item(sentence.start, _respelled(sentence, random))


def _shortened(text: str, random: Random) -> str:
    """The words whole, or without their end or beginning at a comma, or with some in the middle left out by a sign."""
    way = random.choice(words()["shortenings"])
    parts = text.split(", ")
    if way == "end" and len(parts) > 1 and len(parts[0].split()) >= LEAST_WORDS:
        return parts[0]
    if way == "beginning" and len(parts) > 1 and len(parts[-1].split()) >= LEAST_WORDS:
        return parts[-1]
    tokens = text.split()
    if way == "middle" and len(tokens) >= 3 * LEAST_WORDS:
        return " ".join([*tokens[:LEAST_WORDS], "...", *tokens[-LEAST_WORDS:]])
    return text


def _respelled(sentence: Sentence, random: Random) -> str:
    """The sentence as it is, or with the first numeral word that is a whole figure in digits."""
    spelled = words()["spelled"]
    for span, _ in sentence.figures:
        text = span.cut(sentence.text)
        if text in spelled and random.random() < 1 / 2:
            return f"{sentence.text[: span.start]}{spelled[text]}{sentence.text[span.end :]}"
    return sentence.text


def _joined(name: str, items: Iterable[_Item], sources: tuple[str, ...]) -> Draft:
    pieces: list[str] = []
    at, planted = 0, None
    for item in sorted(items, key=lambda item: (item.order, item.text)):
        text = flat(item.text) if item.change is None else item.text
        if item.change is not None:
            span = Span(at + item.change.span.start, at + item.change.span.end)
            whole = Span(at, at + len(text))
            planted = Planted(kind=item.kind, span=span, sentence=whole, before=item.change.before)
        pieces.append(text)
        at += len(text) + 2
    assert planted is not None
    return Draft(id=name, text="\n\n".join(pieces), sources=sources, planted=planted)
