"""The sets of rules by which claims of several articles are compared."""

from __future__ import annotations

from typing import Any

from newsparse.linking.figures import VERDICT
from newsparse.linking.quotations.retold import RETOLD
from newsparse.linking.status import BASE, REPLY, TARGET
from newsparse.rules import RuleSet


def across_articles() -> tuple[RuleSet[Any, Any], ...]:
    """All of them. In their examples ``|`` is between articles of different days, ``&`` between two of one day."""
    return (VERDICT, REPLY, BASE, TARGET, RETOLD)
