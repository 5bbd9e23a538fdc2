"""The corpora, systems and metrics of all installed plugins, ours first."""

from __future__ import annotations

from functools import cache

import newsparse
from newsparse.specs import CorpusSpec, MetricSpec, SystemSpec


@cache
def host() -> newsparse.Host:
    """The host with all installed plugins, discovered once."""
    return newsparse.Host.discover()


def corpora() -> dict[str, CorpusSpec]:
    """The corpora by name."""
    return {name: offer.spec for name, offer in host().corpora.items()}


def systems() -> dict[str, SystemSpec]:
    """The systems by name."""
    return {name: offer.spec for name, offer in host().systems.items()}


def metrics() -> dict[str, MetricSpec]:
    """The metrics by the name of the task."""
    return {name: offer.spec for name, offer in host().metrics.items()}


def unloaded() -> dict[str, str]:
    """Why plugins, or parts of them, did not load, by the plugin's name; runs go ahead without them."""
    reasons: dict[str, list[str]] = {}
    for problem in host().problems:
        reasons.setdefault(f"plugin {problem.plugin}", []).append(problem.message)
    return {name: f"did not load: {' '.join(found)}" for name, found in reasons.items()}
