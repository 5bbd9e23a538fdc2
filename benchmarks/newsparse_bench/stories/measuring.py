"""What ``newsparse bench across`` prints: how well people, bodies, quotations, figures and claims are joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsparse.model import Document
from newsparse.pipeline import Pipeline
from newsparse_bench.stories.claims import Told, told
from newsparse_bench.stories.figures import FigureScores, figure_scores, with_gold
from newsparse_bench.stories.reading import Story, stories
from newsparse_bench.stories.same_quotes import QuoteScore, score
from newsparse_bench.stories.scoring import BCubed, b_cubed, joined, people
from newsparse_bench.stories.status import status_scores
from newsparse_bench.stories.whole import whole


def part_lines(part: str, pipeline: Pipeline, *, errors: bool) -> Iterator[str]:
    """All measures of a part: on stories labelled for some of them, then on those that are labelled for all."""
    articles = list(stories(part))
    documents = list(pipeline.pipe([story.document for story in articles]))
    yield from story_lines(articles, documents, errors=errors)
    claims = told(part)
    documents = list(pipeline.pipe([telling.document for telling in claims.tellings]))
    yield from claim_lines(claims, documents, errors=errors)
    bed = whole(part)
    documents = list(pipeline.pipe([story.document for story in bed.stories]))
    yield f"{len({telling.story for telling in bed.told.tellings})} stories with all labels, {len(documents)} articles:"
    yield from story_lines(bed.stories, documents, errors=errors)
    yield from claim_lines(bed.told, documents, errors=errors)


def story_lines(articles: Sequence[Story], documents: Sequence[Document], *, errors: bool) -> Iterator[str]:
    """B³ for people and for all entities, and how well tellings of one utterance are linked.

    ``documents`` are what a pipeline made from ``articles``.
    """
    items, groups = joined(zip(articles, documents, strict=True))
    for name, chosen in (("people", people(items, _bodies(articles))), ("all", items)):
        entities = b_cubed(chosen, groups)
        yield f"{name:7} {_line(entities)}  ({entities.items} items, {entities.missed} not found)"
    quotes = score(articles, groups.quotes)
    yield f"quotes  {_line(quotes)}  ({quotes.gold} links)"
    yield f"  relations {quotes.relations} of {quotes.tellings}, altered words {quotes.exact} of {quotes.altered}"
    yield f"  somebody else {quotes.named} of {quotes.others}, and {quotes.blamed} more"
    yield from (f"  {wrong}" for wrong in quotes.wrong if errors)


def _bodies(articles: Iterable[Story]) -> frozenset[str]:
    return frozenset(key for story in articles for key in story.organisations)


def _line(found: BCubed | QuoteScore) -> str:
    return f"precision {found.precision:.1%}  recall {found.recall:.1%}  F1 {found.f1:.1%}"


def claim_lines(articles: Told, found: Sequence[Document], *, errors: bool) -> Iterator[str]:
    """The groups of figures and the verdicts on them, with figures as extracted and as labelled.

    ``found`` are what a pipeline made from the articles.
    """
    labelled = [with_gold(*pair) for pair in zip(articles.tellings, found, strict=True)]
    for name, documents in (("figures", found), ("figures as labelled", labelled)):
        scores = figure_scores(articles, documents)
        yield f"{name}: {figure_line(scores)}"
        yield from (f"  {wrong}" for wrong in scores.wrong if errors)
        statuses = status_scores(articles, documents)
        yield from (f"{name}: {line}" for line in statuses.lines())
        yield from (f"  {wrong}" for wrong in statuses.wrong if errors)


def figure_line(scores: FigureScores) -> str:
    """The scores in one line."""
    given, right = scores.given / scores.verdicts, scores.right / scores.verdicts
    return (
        f"pairs F1 {scores.pair_f1:.1%}  verdicts {right:.1%}, with groups as labelled {given:.1%}"
        f"  ({scores.verdicts} groups, {scores.missed} not found)"
    )
