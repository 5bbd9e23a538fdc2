"""Polls in news articles: who asked, how many said so, of whom, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

import attrs

from newsparse.lexicon import lexicon
from newsparse.model import Annotation, Document, Mention, Passage, Sentence, Span
from newsparse.syntax import Mentions

WORDS = lexicon("newsparse_polls")


def _any(name: str) -> str:
    """A pattern for any word of a list, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(WORDS.words(name), key=len, reverse=True))


SHARE = re.compile(rf"\b(\d{{1,2}}(?:\.\d+)?|100) ?(?:%|(?:{_any('polls.percent')})\b)")
SAMPLE = re.compile(rf"(?<!\d,)\b(\d[\d,]{{0,14}}) (?:[\w-]+ ){{0,2}}?(?:{_any('polls.asked')})\b")
MARGIN = re.compile(rf"(?:{_any('polls.margin')}) (?:[a-z]+ )*(?:±|\+/-)? ?(\d+(?:\.\d+)?)")


@attrs.frozen(kw_only=True)
class Poll(Annotation):
    """One result of a poll; its span is that of the share.

    ``share`` and ``margin`` are in percent and percentage points, ``sample`` is a number of people.
    ``pollster`` and ``choice`` (what or whom the share is for) are None where the sentence does not name them.
    """

    KIND = "poll"

    share: Decimal
    pollster: Passage | None = None
    choice: Passage | None = None
    sample: int | None = None
    margin: Decimal | None = None


@attrs.frozen(kw_only=True)
class PollConfig:
    """Settings: ``words`` are those that show that a sentence is about a poll."""

    words: tuple[str, ...] = attrs.field(
        default=tuple(sorted(WORDS.words("polls.about"))),
        validator=attrs.validators.min_len(1),
    )


class PollExtractor:
    """Finds percentages, and parts of those asked, in sentences about a poll."""

    def __init__(self, config: PollConfig) -> None:
        """Prepare the pattern for the words of ``config``."""
        words = "|".join(re.escape(word) for word in config.words)
        self._about = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)

    def extract(self, document: Document) -> Iterable[Poll]:
        """One poll for each share; sample and margin may be anywhere in its paragraph."""
        text = document.text
        if self._about.search(text) is None:
            return
        mentions, subjects, parts = Mentions(document), _subjects(document), _parts(document)
        for _, group in groupby(document.sentences, key=_paragraph):
            paragraph = list(group)
            start, end = paragraph[0].span.start, paragraph[-1].span.end
            if self._about.search(text, start, end) is None:
                continue
            sample, margin = SAMPLE.search(text, start, end), MARGIN.search(text, start, end)
            for sentence in paragraph:
                about = self._about.search(text, sentence.span.start, sentence.span.end)
                if about is None:
                    continue
                pollster = _pollster(mentions, sentence, about)
                shares = _shares(text, sentence, parts)
                ends = [*(span.start for span, _ in shares), sentence.span.end]
                for (span, share), until in zip(shares, ends[1:], strict=True):
                    yield Poll.make(
                        text,
                        span,
                        share=share,
                        pollster=pollster,
                        choice=_choice(mentions, subjects, span, until),
                        sample=int(sample[1].replace(",", "")) if sample else None,
                        margin=Decimal(margin[1]) if margin else None,
                    )


def _paragraph(sentence: Sentence) -> int:
    return sentence.paragraph


def _shares(text: str, sentence: Sentence, parts: dict[Span, Decimal]) -> list[tuple[Span, Decimal]]:
    """The shares of a sentence in percent, in the order of the text; not the margin of error."""
    start, end = sentence.span.start, sentence.span.end
    margins = {match.start(1) for match in MARGIN.finditer(text, start, end)}
    found = {span: share for span, share in parts.items() if start <= span.start < end}
    for match in SHARE.finditer(text, start, end):
        if match.start() not in margins:
            found[Span(*match.span())] = Decimal(match[1])
    return sorted(found.items())


def _parts(document: Document) -> dict[Span, Decimal]:
    """Parts of those asked, in percent, by the layer ``numbers``: "a third of voters", "one in five"."""
    found = {}
    for claim in document.numbers:
        value, per = claim.quantity.value, claim.quantity.per or "1"
        whole = Decimal(per) if per.isdecimal() else Decimal(0)
        if claim.quantity.kind not in ("fraction", "ratio") or value is None or not _are_asked(claim.subject):
            continue
        if 0 <= value <= whole and whole:
            found[claim.span] = round(100 * value / whole, 2)
    return found


def _are_asked(subject: Passage | None) -> bool:
    """Whether what a figure counts are people who are asked: "57 percent of **residents**"."""
    return subject is not None and subject.text.split()[-1].lower() in WORDS.words("polls.asked")


def _subjects(document: Document) -> dict[int, Passage]:
    """What is counted by the number at a place of the text, by the layer ``numbers``; not people who are asked."""
    counted = [(claim.span, claim.subject) for claim in document.numbers]
    known = [(span, subject) for span, subject in counted if subject is not None and not _are_asked(subject)]
    return {place: subject for span, subject in known for place in range(span.start, span.end)}


def _pollster(mentions: Mentions, sentence: Sentence, about: re.Match[str]) -> Passage | None:
    """The organisation named nearest to the word for the poll."""
    named = [m for m in _named(mentions, sentence.span) if m.label == "Organization"]
    nearest = min(named, key=lambda m: abs(m.span.start - about.start()), default=None)
    return Passage(nearest.span, nearest.text) if nearest else None


def _choice(mentions: Mentions, subjects: dict[int, Passage], share: Span, until: int) -> Passage | None:
    """What the share counts, by the layer ``numbers``, else the first entity named between it and the next share."""
    for place in range(share.start, share.end):
        if place in subjects:
            return subjects[place]
    first = next(_named(mentions, Span(share.start, until)), None)
    return Passage(first.span, first.text) if first else None


def _named(mentions: Mentions, span: Span) -> Iterator[Mention]:
    """The mentions of entities by name inside ``span``, in the order of the text."""
    return (m for m in mentions.inside(span) if m.form == "named")
