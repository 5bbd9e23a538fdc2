"""What the rules that decided say, in words: the summaries of the rules of the installed plugins."""

from __future__ import annotations

import logging
from functools import cache

_LOG = logging.getLogger(__name__)


@cache
def summaries() -> dict[str, str]:
    """The summary of each rule by its name; plugins whose rules cannot be read are left out."""
    from newsparse.host import Host  # plugins are looked for only where a page is made

    found: dict[str, str] = {}
    for offer in Host.discover().extractors.values():
        try:
            sets = tuple(offer.spec.rules())
        except Exception as error:  # a plugin may raise anything, and the page is worth more than the reason
            _LOG.warning("the rules of %s cannot be read", offer.spec.name, exc_info=error)
            continue
        found |= {rule.name: rule.summary for item in sets for rule in item.rules}
    return found
