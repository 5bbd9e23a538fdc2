"""Whether a rule decides in a text: the check that every rule's own examples must pass."""

from __future__ import annotations

from newsparse.pipeline import Pipeline
from newsparse.rules import traced


def decides(pipeline: Pipeline, rule: str, text: str) -> bool:
    """Whether the rule named ``rule`` decides anything when ``pipeline`` reads ``text``."""
    with traced() as trace:
        pipeline(text)
    return any(entry.decided == rule for entry in trace)
