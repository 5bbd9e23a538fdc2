"""Names repeated in brackets, in another script or as an acronym: the same person, body, place or work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set

from newsparse.model import Mention, Span
from newsparse_entities.grouping.groups import Group
from newsparse_entities.mentions.normalise import VALUES, headed, with_label
from newsparse_entities.names.parse import is_acronym
from newsparse_entities.reading import Reading

_OTHER = r"[^\W\d_\u0000-\u036f\u1e00-\u1eff]"
_REPEATED = re.compile(rf"[ \xa0]?[(（]({_OTHER}(?:[ \xa0·‧.・-]?{_OTHER}){{1,20}})(?=[)）:：,，;])")
"""A name in brackets, of letters that are not Latin."""
_SHORT = re.compile(r"[ \xa0]?\([\"“]?([^\W_][^\s()\"“”]{1,9})[\"”]?\)")
_BRACKETS = frozenset("(（")
_ABBREVIATED = ("Misc", "Location", "Facility", "Product")
"""Classes of names whose acronyms are looked for here; those of bodies have their own rules."""


def repeated(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """New mentions for names in another script that the model left unmarked, each of the class of the name before."""
    taken = {item.span.start for item in mentions}
    return [
        headed(reading, Mention.make(reading.text, span, label=item.label))
        for item, span in _pairs(reading, mentions)
        if span.start not in taken
    ]


def _pairs(reading: Reading, mentions: Iterable[Mention]) -> list[tuple[Mention, Span]]:
    """The mentions that a name in another script or an acronym follows in brackets, with what is in the brackets."""
    found: list[tuple[Mention, Span]] = []
    for item in mentions:
        if _BRACKETS.isdisjoint(reading.text[item.span.end : item.span.end + 2]):
            continue
        match = None if item.label in VALUES else _REPEATED.match(reading.text, item.span.end)
        if match is None and item.label in _ABBREVIATED:
            match = _SHORT.match(reading.text, item.span.end)
            match = match if match and is_acronym(match.group(1), item.text) else None
        if match is not None:
            found.append((item, Span(*match.span(1))))
    return found


def in_one_script(reading: Reading, mentions: Sequence[Mention], groups: list[Group]) -> list[Group]:
    """``groups``, with those that name one thing in two scripts merged."""
    pairs = _pairs(reading, mentions)
    if not pairs:
        return groups
    meant = {item.span: group for group in groups for item in group.members}
    merged: dict[Group, Group] = {}
    for item, span in pairs:
        one, other = (_last(merged, meant.get(place)) for place in (item.span, span))
        if one is None or other is None or one is other:
            continue
        merged[other] = one
        for member in other.members:
            one.add(member)
    return [group for group in groups if group not in merged]


def _last(merged: dict[Group, Group], group: Group | None) -> Group | None:
    while group in merged:
        group = merged[group]
    return group


def in_one_class(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """``mentions``; those in another script or of letters in brackets have the class of the name before them.

    What stands for an event, a work or the like does so in all uses.
    """
    pairs = _pairs(reading, mentions)
    labels = {span: item.label for item, span in pairs}
    short = {span.cut(reading.text) for item, span in pairs if item.label == "Misc"}
    return [_in_class(item, labels, short) for item in mentions] if labels else [*mentions]


def _in_class(item: Mention, labels: Mapping[Span, str], short: Set[str]) -> Mention:
    again = item.text in short and item.label == "Organization"
    return with_label(item, "Misc" if again else labels.get(item.span, item.label))
