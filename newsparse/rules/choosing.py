"""Choosers: the first rule in order, or the answer that learned weights find most probable."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

import attrs

from newsparse.errors import LexiconError
from newsparse.rules.options import Decision, Option

if TYPE_CHECKING:
    from newsparse.rules.rule import RuleSet

Case = TypeVar("Case")
Found = TypeVar("Found")


class Chooser(Protocol):
    """Picks one of the answers that a set of rules has for a case."""

    def choose(self, rules: RuleSet[Any, Found], case: Any) -> Decision[Found] | None:
        """The answer, or None to leave the question open."""


@attrs.frozen
class InOrder:
    """The answer of the first rule that has one; the rules after it are not asked."""

    def choose(self, rules: RuleSet[Any, Found], case: Any) -> Decision[Found] | None:
        """The first answer in the order of the rules."""
        return rules.first(case)


IN_ORDER = InOrder()


MOST_SORTS = 4096
"""Sorts of cases of which a chooser remembers the rules, at most."""


class BySort(Generic[Case]):
    """The answer of the first rule that has one, as with ``IN_ORDER``; only rules for cases of that sort are asked.

    For large sets of rules, few of which apply to a case. ``sort`` gives all that the conditions of the rules
    (``applies``) depend on: they are tried once for each sort. A chooser is for one set of rules.
    """

    def __init__(self, sort: Callable[[Case], Hashable]) -> None:
        self._sort = sort
        self._asked: dict[Hashable, list[tuple[Callable[[Any], Any], str]]] = {}

    def choose(self, rules: RuleSet[Case, Found], case: Case) -> Decision[Found] | None:
        """The first answer in the order of the rules."""
        sort = self._sort(case)
        asked = self._asked.get(sort)
        if asked is None:
            if len(self._asked) == MOST_SORTS:
                self._asked.clear()
            apply = (rule for rule in rules.rules if rule.applies is None or rule.applies(case))
            asked = self._asked[sort] = [(rule.find, rule.name) for rule in apply]
        for find, name in asked:
            found = find(case)
            if found is not None:
                return Decision(found=found, rule=name)
        return None


@attrs.frozen(kw_only=True)
class Weights:
    """A conditional logit model over the options of one case (McFadden 1974).

    ``weights`` maps a rule's name, or the name of a feature, to its weight; ``open`` is the score of leaving the
    question open, and ``threshold`` the least probability of an answer that is given. ``fitted`` says on what.
    """

    question: str
    weights: Mapping[str, float]
    open: float = 0.0
    threshold: float = 0.5
    fitted: Mapping[str, Any] = attrs.field(factory=dict)

    @classmethod
    def read(cls, file: Traversable) -> Weights:
        """The weights in a JSON file; raises ``LexiconError`` for a file that does not hold any."""
        try:
            return cls(**json.loads(file.read_text("utf-8")))
        except (TypeError, ValueError) as error:
            raise LexiconError(
                f"{file} does not hold weights: {error}.", hint="Fit them: newsparse bench fit."
            ) from error

    def score(self, option: Option[Any]) -> float:
        """The score of an option: the weights of its rules, and of its features times their values."""
        fired = sum(self.weights.get(rule, 0.0) for rule in option.rules)
        return fired + sum(self.weights.get(name, 0.0) * value for name, value in option.features.items())

    def probabilities(self, options: Sequence[Option[Any]]) -> list[float]:
        """The probability of each option; what they lack to 1 is that of leaving the question open."""
        scores = [self.score(option) for option in options]
        highest = max([*scores, self.open])
        powers = [math.exp(score - highest) for score in scores]
        whole = sum(powers) + math.exp(self.open - highest)
        return [power / whole for power in powers]


@attrs.frozen
class Weighted:
    """The most probable answer by learned weights, unless even that is less probable than their threshold."""

    weights: Weights

    def choose(self, rules: RuleSet[Any, Found], case: Any) -> Decision[Found] | None:
        """The most probable answer; the earlier one of two that are equally probable."""
        options = rules.options(case)
        if not options:
            return None
        probabilities = self.weights.probabilities(options)
        best = max(range(len(options)), key=lambda place: (probabilities[place], -place))
        if probabilities[best] < self.weights.threshold:
            return None
        confidence = round(probabilities[best], 4)
        return Decision(found=options[best].found, rule=options[best].rules[0], confidence=confidence)


def chooser(
    question: str, package: str, language: str = "en", *, folder: Path | None = None, threshold: float | None = None
) -> Chooser:
    """The weights that are fitted for a question, or the rules in order where there are none.

    Weights are the file ``QUESTION.json`` in ``folder``, else in ``PACKAGE/weights/LANGUAGE``. ``threshold`` replaces
    theirs: the least probability, 0 to 1, of an answer that is given.
    """
    places = [folder] if folder else []
    for place in (*places, resources.files(package).joinpath("weights", language)):
        file = place.joinpath(f"{question}.json")
        if file.is_file():
            weights = Weights.read(file)
            return Weighted(weights if threshold is None else attrs.evolve(weights, threshold=threshold))
    return IN_ORDER
