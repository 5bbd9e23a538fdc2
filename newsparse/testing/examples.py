"""Whether a rule decides in a text: the check that every rule's own examples must pass."""

from __future__ import annotations

from newsparse.model import Document, Meta
from newsparse.pipeline import Pipeline
from newsparse.rules import traced


def decides(pipeline: Pipeline, rule: str, text: str, *, title: str | None = None) -> bool:
    """Whether the rule named ``rule`` decides anything when ``pipeline`` reads ``text``, an article with ``title``."""
    with traced() as trace:
        pipeline(Document(text=text, meta=Meta(title=title)))
    return any(entry.decided == rule for entry in trace)
