"""The rules by which the extractors on offer decide; those that cannot be read are left out and named."""

from __future__ import annotations

from typing import Any

from newsparse.errors import PluginLoadError
from newsparse.guard import Caught, attempt
from newsparse.host.host import Host
from newsparse.host.loading import located
from newsparse.host.records import Problem
from newsparse.rules import RuleSet
from newsparse.specs import ExtractorSpec

RuleSets = list[RuleSet[Any, Any]]


def rule_sets(host: Host) -> tuple[RuleSets, list[Problem]]:
    """The sets of all extractors, and the problems of those that do not give any."""
    found: RuleSets = []
    problems: list[Problem] = []
    for name, offer in host.extractors.items():
        given = attempt(_given, offer.spec)
        if isinstance(given, Caught):
            reason = located(given.error, offer.plugin)
            fault = PluginLoadError(f"{offer.plugin}: the rules of the extractor {name!r} cannot be read: {reason}.")
            problems.append(Problem.of(offer.plugin, "load", fault))
        else:
            found += given
    return found, problems


def _given(spec: ExtractorSpec) -> RuleSets:
    sets = list(spec.rules())
    odd = next((item for item in sets if not isinstance(item, RuleSet)), None)
    if odd is not None:
        raise TypeError(f"expected a RuleSet, got {type(odd).__name__}")
    return sets
