"""The records of utterances: the original, how each saying tells it, who says it, and what speaks for the link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsparse.linking.articles import Article
from newsparse.linking.groups import WEIGHTS, Reason, scored
from newsparse.linking.quotations.alike import alike
from newsparse.linking.quotations.linking import speakers
from newsparse.linking.quotations.records import Relation, SameQuote, Telling
from newsparse.linking.quotations.sayings import Saying
from newsparse.linking.quotations.utterances import Utterance
from newsparse.linking.quotations.wording import Original, located
from newsparse.model import Difference

MOST_WORDINGS = 32
"""How many wordings of one utterance, those of most articles, are looked at for the original."""
MOST_SPEAKERS = 32
"""How many speakers, by their names, are looked at for the one of most outlets."""
MOST_COMPANY = 3
"""How many names that articles have in common count as reasons."""
Firsts = Mapping[str, Article]
"""For the id of each article that has near copies the first of them."""


def same_quote(utterance: Utterance, copies: Firsts) -> SameQuote:
    """The record of an utterance."""
    original = _original(utterance, copies)
    main = _main(utterance, original, copies)
    wording = Original.of(original)
    first = utterance.sayings[0]
    return SameQuote(
        id=f"{first.article.document}#{first.passages[0].span.start}",
        text=" ".join(passage.text for passage in original.passages),
        speaker=main.speaker,
        original=original.article.document,
        tellings=tuple(_telling(saying, utterance, wording, main, copies) for saying in utterance.sayings),
    )


def _home(saying: Saying, copies: Firsts) -> str:
    """Who tells it: the outlet of the first of the copies of its article, else of the article."""
    first = copies.get(saying.article.document, saying.article)
    return first.outlet or first.document


def _original(utterance: Utterance, copies: Firsts) -> Saying:
    own = [saying for saying in utterance.sayings if saying.direct and saying not in utterance.merged]
    if not own:
        return utterance.sayings[0]
    wordings: dict[tuple[str, ...], list[Saying]] = {}
    for saying in own:
        wordings.setdefault(saying.keys, []).append(saying)
    shelves = sorted(wordings.values(), key=lambda shelf: -len(shelf))[:MOST_WORDINGS]

    def rank(shelf: Sequence[Saying]) -> tuple[int, str, int, tuple[str, str, int, int]]:
        wording = Original.of(shelf[0])
        homes = {_home(item, copies) for other in shelves if wording.has(other[0]) for item in other}
        return -len(homes), shelf[0].article.moment, -len(shelf[0].keys), shelf[0].place

    return min(shelves, key=rank)[0]


def _main(utterance: Utterance, original: Saying, copies: Firsts) -> Saying:
    """The saying with the speaker of most outlets, of equals the earliest; the original's where all may be one."""
    named = [saying for saying in utterance.sayings if saying.voice is not None]
    if not any(speakers(original, saying) == "different" for saying in named):
        return original
    shelves: dict[tuple[str, ...], list[Saying]] = {}
    for saying in named:
        shelves.setdefault(saying.voice.names if saying.voice else (), []).append(saying)
    most = sorted(shelves.values(), key=lambda shelf: -len(shelf))[:MOST_SPEAKERS]

    def rank(shelf: Sequence[Saying]) -> tuple[int, tuple[str, str, int, int]]:
        same = [other for other in most if speakers(shelf[0], other[0]) == "same"]
        return -len({_home(item, copies) for other in same for item in other}), shelf[0].place

    return min(most, key=rank)[0]


def _telling(saying: Saying, utterance: Utterance, wording: Original, main: Saying, copies: Firsts) -> Telling:
    relation, differences = _relation(saying, utterance, wording)
    other = tuple(_other_speaker(saying, main))
    reasons = tuple(_reasons(saying, wording.saying, main, copies))
    article = saying.article
    first = copies.get(article.document, article)
    among = any(item.article.document == first.document for item in utterance.sayings)
    return Telling(
        document=article.document,
        outlet=article.outlet,
        published=article.published,
        passages=tuple(located(saying, passage) for passage in saying.passages),
        quote=saying.quote,
        relation=relation,
        speaker=saying.speaker,
        entity=saying.entity,
        copy_of=first.document if first.document != article.document and among else None,
        differences=(*differences, *other),
        score=scored(reasons),
        reasons=reasons,
    )


def _relation(saying: Saying, utterance: Utterance, wording: Original) -> tuple[Relation, tuple[Difference, ...]]:
    if not saying.direct:
        return "indirect", ()
    if saying in utterance.merged:
        return "merged", ()
    return wording.compared(saying)


def _other_speaker(saying: Saying, main: Saying) -> Iterator[Difference]:
    if speakers(saying, main) == "different":
        there = located(main, main.mention) if main.mention else None
        yield Difference(part="speaker", here=saying.mention, there=there)


def _reasons(saying: Saying, original: Saying, main: Saying, copies: Firsts) -> Iterator[Reason]:
    if saying is not original:
        yield from _words(saying, original)
    if saying.speaker and (saying is main or speakers(saying, main) == "same"):
        yield Reason("speaker", saying.speaker, WEIGHTS["speaker"])
    if saying.article.document in copies:
        yield Reason("copy", copies[saying.article.document].document, WEIGHTS["copy"])
    shared = sorted(saying.article.names & original.article.names) if saying is not original else []
    for name in shared[:MOST_COMPANY]:
        yield Reason("company", name, WEIGHTS["company"])


def _words(saying: Saying, original: Saying) -> Iterator[Reason]:
    if saying.direct and original.direct:
        found = alike(saying, original)
        if found is not None:
            weight = round(WEIGHTS["words"] * found.covers, 3)
            yield Reason("words", " ".join(saying.keys[slice(*found.here)]), weight)
    else:
        both = saying.meanings & original.meanings
        weight = round(WEIGHTS["words"] * len(both) / (len(saying.meanings) or 1), 3)
        yield Reason("words", " ".join(saying.meaning(both)), weight)
