"""Rules and sets of rules: each rule proposes an answer to one question, and a chooser picks among the answers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

from newsparse.model import Span
from newsparse.rules.choosing import IN_ORDER, Chooser
from newsparse.rules.options import Decision, Option
from newsparse.rules.tracing import Traced, Tried, current

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Decision", "Option", "Rule", "RuleSet", "where"]

Case = TypeVar("Case")
Found = TypeVar("Found")


def _no_features(_case: object, _found: object) -> Mapping[str, float]:
    return {}


def _nowhere(_found: object) -> Span | None:
    return None


def _itself(found: Hashable) -> Hashable:
    return found


@attrs.frozen(kw_only=True)
class Rule(Generic[Case, Found]):
    """One way to answer a question about a case.

    ``name`` is stable and documented: ``package.question.answer``. ``find`` gives the answer, or None where the rule
    has nothing to say. ``fires`` is a short text in which the rule decides, ``quiet`` one in which it must not: a test
    runs both, as articles with this ``title`` for rules that read it, and ``without`` the extractor of that name for
    rules that only decide where it has not run. ``applies`` says for which cases ``find`` is
    asked at all; without it, for every case.
    """

    name: str = attrs.field(validator=attrs.validators.matches_re(r"[a-z][a-z-]*(\.[a-z0-9][a-z0-9-]*)+"))
    summary: str
    find: Callable[[Case], Found | None]
    fires: str
    quiet: str
    applies: Callable[[Case], bool] | None = None
    title: str | None = None
    without: str | None = None

    def ask(self, case: Case) -> Found | None:
        """The rule's answer; None where it does not apply or has none."""
        if self.applies is not None and not self.applies(case):
            return None
        return self.find(case)


def where(test: Callable[[Case], bool], answer: Found) -> Callable[[Case], Found | None]:
    """The ``find`` of a rule that always has the same answer: ``answer`` for the cases that pass ``test``."""

    def find(case: Case) -> Found | None:
        return answer if test(case) else None

    return find


@attrs.frozen(kw_only=True)
class RuleSet(Generic[Case, Found]):
    """The rules that answer one question, in the order of their precedence.

    ``name`` is ``package.question``; the names of its rules begin with it. ``key`` says which answers are the same, so
    that one option knows all rules that propose it; ``features`` measures an answer for choosers that weigh; ``place``
    says where in the text it is (for an entity: one of its names), which is compared with labels when weights are
    fitted. ``shown`` puts an answer into words for people. Raises ``ValueError`` for rules that share a
    name or belong elsewhere.
    """

    name: str
    summary: str
    rules: tuple[Rule[Case, Found], ...]
    key: Callable[[Found], Hashable] = _itself
    features: Callable[[Case, Found], Mapping[str, float]] = _no_features
    place: Callable[[Found], Span | None] = _nowhere
    shown: Callable[[Found], str] = str
    _asked: tuple[tuple[Callable[[Case], bool] | None, tuple[Rule[Case, Found], ...]], ...] = attrs.field(
        init=False, eq=False, repr=False
    )

    @_asked.default
    def _by_condition(self) -> tuple[tuple[Callable[[Case], bool] | None, tuple[Rule[Case, Found], ...]], ...]:
        """The rules in their order; neighbours that apply to the same cases are together."""
        return tuple((applies, tuple(rules)) for applies, rules in groupby(self.rules, attrgetter("applies")))

    def __attrs_post_init__(self) -> None:
        """Refuse rules that could not be distinguished."""
        names = [rule.name for rule in self.rules]
        if len(set(names)) < len(names):
            raise ValueError(f"two rules of {self.name} share a name.")
        if strays := [name for name in names if not name.startswith(f"{self.name}.")]:
            raise ValueError(f"rules of {self.name} have names that begin with it, not {strays}.")

    def first(self, case: Case) -> Decision[Found] | None:
        """The answer of the first rule that has one."""
        for applies, rules in self._asked:  # as Rule.ask, with one call for neighbours that apply to the same cases
            if applies is None or applies(case):
                for rule in rules:
                    found = rule.find(case)
                    if found is not None:
                        return Decision(found=found, rule=rule.name)
        return None

    def answers(self, case: Case) -> Iterator[tuple[str, Found]]:
        """Every rule that has an answer, with its answer, in order."""
        for rule in self.rules:
            found = rule.ask(case)
            if found is not None:
                yield rule.name, found

    def options(self, case: Case) -> tuple[Option[Found], ...]:
        """The different answers, each with the rules that propose it and its features, in the order of the rules."""
        merged: dict[Hashable, tuple[Found, list[str]]] = {}
        for name, found in self.answers(case):
            merged.setdefault(self.key(found), (found, []))[1].append(name)
        return tuple(
            Option(found=found, rules=tuple(names), place=self.place(found), features=self.features(case, found))
            for found, names in merged.values()
        )

    def decide(self, case: Case, at: Span, chooser: Chooser = IN_ORDER) -> Decision[Found] | None:
        """What ``chooser`` picks; ``at`` is the place in the text that the question is about, for the trace."""
        decision = chooser.choose(self, case)
        trace = current()
        if trace is not None:
            trace.append(self._traced(case, at, decision))
        return decision

    def _traced(self, case: Case, at: Span, decision: Decision[Found] | None) -> Traced:
        answers = dict(self.answers(case))
        tried = tuple(
            Tried(rule=rule.name, answer=self.shown(answers[rule.name]) if rule.name in answers else None)
            for rule in self.rules
        )
        return Traced(
            question=self.name,
            at=at,
            tried=tried,
            decided=decision.rule if decision else None,
            answer=self.shown(decision.found) if decision else None,
            confidence=decision.confidence if decision else None,
            options=self.options(case),
        )
