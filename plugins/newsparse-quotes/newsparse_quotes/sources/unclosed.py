"""Paragraphs in marks that stay open: whoever says the last of them says them all."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.marks.stretches import Outer, Stretch

_RULE = "quotes.source.unclosed"


def unclosed(text: str, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """The drafts with the source of the paragraph that closes their marks, where they are one without a cue.

    “We sail at dawn. (no mark) “We sail alone,” the captain said.
    """
    result = list(drafts)
    for index in range(len(result) - 2, -1, -1):
        draft, after = result[index], result[index + 1]
        if draft.cue is not None or after.source is None or not (after.cue is not None or after.rule == _RULE):
            continue
        own, other = _last(draft, quoted), _first(after, quoted)
        if own is None or other is None or own.close is not None or not other.reopened:
            continue
        line = text.rfind("\n", 0, own.open.start) + 1
        if not text[line : own.open.start].strip() and text[:line].rstrip()[-1:] != ":":
            result[index] = attrs.evolve(draft, source=after.source, tie=Tie.CONTINUES, rule=_RULE)
    return result


def _last(draft: Draft, quoted: Outer) -> Stretch | None:
    return next(iter(reversed(quoted.touching(draft.content[-1:]))), None)


def _first(draft: Draft, quoted: Outer) -> Stretch | None:
    return next(iter(quoted.touching(draft.content[:1])), None)
