"""What the rules that decided say, in words: the summaries of the rules of the installed plugins."""

from __future__ import annotations

import logging
from functools import cache

_LOG = logging.getLogger(__name__)


@cache
def summaries() -> dict[str, str]:
    """The summary of each rule by its name; plugins whose rules cannot be read are left out."""
    from newsparse.host import Host, rule_sets  # plugins are looked for only where a page is made

    found, problems = rule_sets(Host.discover(everything=False))
    for problem in problems:
        _LOG.warning("%s", problem.message)
    return {rule.name: rule.summary for item in found for rule in item.rules}
