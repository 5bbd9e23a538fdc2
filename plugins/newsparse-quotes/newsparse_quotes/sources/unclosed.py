"""Paragraphs in marks that stay open: with the one that closes them they are one quote."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.lines import line_start
from newsparse_quotes.marks.stretches import Outer, Stretch


def unclosed(text: str, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """The drafts with those without a cue joined to the one that closes their marks, if that has a cue and a source.

    “We sail at dawn. (no mark) “We sail alone,” the captain said.
    """
    result = list(drafts)
    for index in range(len(result) - 2, -1, -1):
        draft, after = result[index], result[index + 1]
        if draft.cue is not None or after.source is None or after.cue is None:
            continue
        own, other = _last(draft, quoted), _first(after, quoted)
        if own is None or other is None or own.close is not None or not other.reopened:
            continue
        if own.open.cut(text) != other.open.cut(text):
            continue
        line = line_start(text, own.open.start)
        if not text[line : own.open.start].strip() and text[:line].rstrip()[-1:] != ":":
            result[index : index + 2] = [after.having(content=[*draft.content, *after.content])]
    return result


def _last(draft: Draft, quoted: Outer) -> Stretch | None:
    return next(iter(reversed(quoted.touching(draft.content[-1:]))), None)


def _first(draft: Draft, quoted: Outer) -> Stretch | None:
    return next(iter(quoted.touching(draft.content[:1])), None)
