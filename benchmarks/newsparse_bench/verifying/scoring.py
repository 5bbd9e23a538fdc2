"""How many planted alterations were found, and how many findings on untouched words are false alarms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from newsparse.model import Document, Finding, Span
from newsparse_bench.verifying.converting import WAYS
from newsparse_bench.verifying.drafts import Draft
from newsparse_bench.verifying.planting import KINDS

VERDICTS = {
    "altered": "altered",
    "speaker": "speaker",
    "absent-quote": "absent",
    "value": "value",
    "unit": "unit",
    "bound": "bound",
    "date": "date",
    "absent-figure": "absent",
    **dict.fromkeys(WAYS, "value"),
}
"""The verdict that each kind of alteration calls for."""
PER = 1000
_WIDE = ("date", "absent-figure")
"""Alterations that show in any finding of their sentence."""


@attrs.frozen(kw_only=True)
class Tally:
    """The counts for one kind of alteration: how many there are, were found, and were found under the right verdict."""

    planted: int = 0
    found: int = 0
    named: int = 0


@attrs.frozen(kw_only=True)
class Score:
    """The counts of a run; ``untouched`` are the findings outside altered sentences, ``alarms`` those against them."""

    kinds: Mapping[str, Tally]
    untouched: int
    alarms: int

    @property
    def recall(self) -> float:
        """The share of planted alterations that were found."""
        planted = sum(tally.planted for tally in self.kinds.values())
        return sum(tally.found for tally in self.kinds.values()) / planted if planted else 0.0

    @property
    def rate(self) -> float:
        """False alarms per 1,000 untouched quotations and figures."""
        return PER * self.alarms / self.untouched if self.untouched else 0.0


def against(draft: Draft, checked: Document) -> list[Finding]:
    """The findings that a reader would be warned of at the planted alteration."""
    place = draft.planted.sentence if draft.planted.kind in _WIDE else draft.planted.span
    return [item for item in checked.findings if not item.supported and _at(item, place)]


def false_alarms(draft: Draft, checked: Document) -> list[Finding]:
    """The findings against words outside the altered sentence."""
    return [item for item in _outside(draft, checked) if not item.supported]


def _outside(draft: Draft, checked: Document) -> list[Finding]:
    return [item for item in checked.findings if not _at(item, draft.planted.sentence)]


def _at(finding: Finding, place: Span) -> bool:
    parts = (part.here.span for part in finding.differences if part.here)
    return finding.span.overlaps(place) or any(span.overlaps(place) for span in parts)


def score(results: Iterable[tuple[Draft, Document]]) -> Score:
    """The counts over drafts, each with what ``newsparse.verify`` gave for it."""
    kinds = dict.fromkeys([*KINDS, *WAYS], Tally())
    untouched = alarms = 0
    for draft, checked in results:
        kind = draft.planted.kind
        found = against(draft, checked)
        kinds[kind] = Tally(
            planted=kinds[kind].planted + 1,
            found=kinds[kind].found + bool(found),
            named=kinds[kind].named + any(item.verdict == VERDICTS[kind] for item in found),
        )
        untouched += len(_outside(draft, checked))
        alarms += len(false_alarms(draft, checked))
    kinds = {kind: tally for kind, tally in kinds.items() if tally.planted}
    return Score(kinds=kinds, untouched=untouched, alarms=alarms)


def table(score: Score) -> str:
    """The counts as lines of text."""
    lines = [f"{'kind':15}{'planted':>8}{'found':>8}{'named':>8}"]
    lines += [f"{kind:15}{item.planted:8}{item.found:8}{item.named:8}" for kind, item in score.kinds.items()]
    lines.append(f"recall {score.recall:.1%}")
    lines.append(f"{score.alarms} false alarms on {score.untouched:,} untouched: {score.rate:.1f} per {PER:,}")
    return "\n".join(lines)
