"""Fits the weights by which figures of several articles are taken to be about one thing, on labelled stories."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from newsparse.linking.figures.joining import is_possible
from newsparse.linking.figures.likeness import evidence
from newsparse.linking.figures.profiles import Article, Figure, article
from newsparse.linking.status.statuses import Statements
from newsparse.linking.stored.collected import collected
from newsparse.model import Document
from newsparse.pipeline import Pipeline
from newsparse_bench.fitting.cases import Case
from newsparse_bench.fitting.fit import as_weights, fitted, out_of_fold, outcome
from newsparse_bench.stories.claims import Told, told
from newsparse_bench.stories.figures import key_of, labelled
from newsparse_bench.stories.whole import whole

QUESTION = "across.likeness"
FOLDS, PENALTY, LEAST = 10, 1.0, 0.3
"""Folds are drawn by story. The least probability is below a half, as a group needs several pairs that fit."""


def fit_lines(part: str, pipeline: Pipeline) -> Iterator[str]:
    """How the pairs of figures of a part are judged out of fold, and the fitted weights as JSON."""
    cases: list[Case] = []
    for stories in (told(part), whole(part).told):
        cases += pairs(stories, list(pipeline.pipe([telling.document for telling in stories.tellings])))
    apart = out_of_fold(cases, folds=FOLDS, penalty=PENALTY)
    found = outcome(cases, apart, LEAST)
    of_one = sum(bool(case.right) for case in cases)
    share = found.right / max(1, of_one)
    yield f"{len(cases)} pairs, {of_one} of one thing; out of fold precision {found.precision:.1%}, recall {share:.1%}"
    about = {"stories": f"{part}", "pairs": len(cases)}
    yield json.dumps(as_weights(QUESTION, fitted(cases, penalty=PENALTY), LEAST, about), indent=2)


def pairs(stories: Told, documents: Sequence[Document]) -> Iterator[Case]:
    """The pairs of figures that nothing forbids to be about one thing, right where the labels say that they are.

    Pairs of figures without labels are left out: nobody said whether they are.
    """
    articles = [article(document) for document in documents]
    groups = labelled(stories.tellings, articles)
    names = {telling.document.id: telling.story for telling in stories.tellings}
    for one, other, alike in _possible(articles):
        own, its = groups.get(key_of(one)), groups.get(key_of(other))
        if own is None and its is None:
            continue
        right = frozenset({0} if own == its else ())
        yield Case(article=names[one.place.document], options=(evidence(one, other, alike),), right=right)


def _possible(articles: Sequence[Article]) -> Iterator[tuple[Figure, Figure, float]]:
    """All such pairs, of one article and of articles that may tell one story, with the likeness of their articles."""
    kept = collected(Statements(article=item, claims=(), answers=()) for item in articles)
    alike = kept.claims.alike()
    for here, there in combinations(articles, 2):
        share = alike.get((min(here.document, there.document), max(here.document, there.document)), 0.0)
        yield from ((*pair, share) for pair in product(here.figures, there.figures) if is_possible(*pair, share))
    for item in articles:
        yield from ((*pair, 1.0) for pair in combinations(item.figures, 2) if is_possible(*pair, 1.0))
