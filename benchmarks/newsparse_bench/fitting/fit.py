"""A conditional logit model over the options of each case (McFadden 1974), with an L2 penalty, fitted by L-BFGS."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from newsparse_bench.fitting.cases import Case, articles

Array = NDArray[np.float64]
WRONG_COSTS = 2.0
"""What a wrong answer costs when the threshold is chosen; a right one gains 1, an open one nothing."""
THRESHOLDS = tuple(round(0.3 + 0.05 * step, 2) for step in range(13))
"""The thresholds that are tried: the lowest probability with which a question is answered, 0.30 to 0.90."""
DIGITS = 4


@attrs.frozen(kw_only=True)
class Fit:
    """Fitted weights by feature, and the score of leaving a question open."""

    weights: dict[str, float]
    open: float

    def chosen(self, case: Case) -> tuple[int, float]:
        """The most probable option and its probability."""
        scores = [sum(self.weights.get(name, 0.0) * value for name, value in option.items()) for option in case.options]
        highest = max([*scores, self.open])
        powers = np.exp(np.array([*scores, self.open]) - highest)
        best = int(np.argmax(powers[:-1]))
        return best, float(powers[best] / powers.sum())


@attrs.frozen
class Outcome:
    """How many questions were answered right, answered wrong, and left open, by the labels."""

    right: int
    wrong: int
    open: int
    rightly_open: int

    @property
    def accuracy(self) -> float:
        """The share of cases with the right answer, or rightly left open, 0 to 1."""
        return (self.right + self.rightly_open) / max(1, self.right + self.wrong + self.open)

    @property
    def precision(self) -> float:
        """The share of the answers given that are right, 0 to 1."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def gain(self) -> float:
        """The number of right answers minus the cost of wrong ones."""
        return self.right - WRONG_COSTS * self.wrong


def fitted(cases: Sequence[Case], *, penalty: float) -> Fit:
    """The weights that make the right options most probable; raises ``ValueError`` without cases."""
    from scipy.optimize import minimize  # half a second that every other command would wait for

    if not cases:
        raise ValueError("there is nothing to fit weights to.")
    names = sorted({name for case in cases for option in case.options for name in option})
    column = {name: place for place, name in enumerate(names)}
    rows, starts, right = _table(cases, column)
    scale = np.maximum(np.sqrt((rows**2).mean(axis=0)), 1e-6)
    scaled = rows / scale

    def loss(parameters: Array) -> tuple[float, Array]:
        return _loss(parameters, scaled, starts, right, penalty)

    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    weights = found.x[:-1] / scale
    kept = {name: round(float(weights[column[name]]), DIGITS) for name in names}
    return Fit(weights={name: w for name, w in kept.items() if w}, open=round(float(found.x[-1]), DIGITS))


def _table(cases: Sequence[Case], column: dict[str, int]) -> tuple[Array, NDArray[np.intp], NDArray[np.bool_]]:
    """A row for each option and one of zeros per case for leaving it open; where cases start; which rows are right."""
    starts: list[int] = []
    right: list[bool] = []
    options: list[dict[str, float]] = []
    for case in cases:
        starts.append(len(options))
        options += [*case.options, {}]
        right += [number in case.right for number in range(len(case.options))] + [not case.right]
    rows = np.zeros((len(options), len(column)))
    for place, option in enumerate(options):
        for name, value in option.items():
            rows[place, column[name]] = value
    return rows, np.array(starts), np.array(right)


def _loss(
    parameters: Array, rows: Array, starts: NDArray[np.intp], right: NDArray[np.bool_], penalty: float
) -> tuple[float, Array]:
    """The negative log likelihood of the right rows with the penalty, and its gradient."""
    ends = np.append(starts[1:], len(rows))
    opens = ends - 1
    scores = rows @ parameters[:-1]
    scores[opens] = parameters[-1]
    lengths = ends - starts
    powers = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), lengths))
    share = powers / np.repeat(np.add.reduceat(powers, starts), lengths)
    good = share * right
    sums = np.maximum(np.add.reduceat(good, starts), 1e-12)
    error = share - good / np.repeat(sums, lengths)
    gradient = np.append(rows.T @ error, error[opens].sum())
    gradient[:-1] += penalty * parameters[:-1]
    return float(-np.log(sums).sum() + penalty / 2 * (parameters[:-1] ** 2).sum()), gradient


def in_order(cases: Sequence[Case]) -> Outcome:
    """The outcome of the rules in their order: the first option, never open."""
    right = sum(case.first in case.right for case in cases)
    return Outcome(right, len(cases) - right, 0, 0)


def best(cases: Sequence[Case]) -> Outcome:
    """The outcome of a chooser that always knew: an option that is right, else an open question."""
    right = sum(bool(case.right) for case in cases)
    return Outcome(right, 0, len(cases) - right, len(cases) - right)


def outcome(cases: Sequence[Case], answers: Sequence[tuple[int, float]], threshold: float) -> Outcome:
    """The outcome of answers with their probabilities, those below ``threshold`` left open."""
    given = [(case, best) for case, (best, sure) in zip(cases, answers, strict=True) if sure >= threshold]
    right = sum(best in case.right for case, best in given)
    left = [case for case, (_, sure) in zip(cases, answers, strict=True) if sure < threshold]
    return Outcome(right, len(given) - right, len(left), sum(not case.right for case in left))


def out_of_fold(cases: Sequence[Case], *, folds: int, penalty: float) -> list[tuple[int, float]]:
    """The answer to each case by weights fitted on the articles of the other folds."""
    fold = {article: place % folds for place, article in enumerate(sorted(articles(cases)))}
    answers: dict[int, tuple[int, float]] = {}
    for number in range(folds):
        rest = [case for case in cases if fold[case.article] != number]
        if not rest:
            continue
        found = fitted(rest, penalty=penalty)
        answers |= {i: found.chosen(case) for i, case in enumerate(cases) if fold[case.article] == number}
    return [answers.get(place, (0, 0.0)) for place in range(len(cases))]


def threshold(cases: Sequence[Case], answers: Sequence[tuple[int, float]]) -> float:
    """The threshold with the highest gain on answers made out of fold; of several, the lowest."""
    return max(THRESHOLDS, key=lambda value: (outcome(cases, answers, value).gain, -value))


def as_weights(question: str, fit: Fit, threshold: float, about: dict[str, Any]) -> dict[str, Any]:
    """What a plugin reads as ``newsparse.rules.Weights``."""
    weights = dict(sorted(fit.weights.items()))
    return {"question": question, "threshold": threshold, "open": fit.open, "weights": weights, "fitted": about}
