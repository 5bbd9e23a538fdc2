"""Names repeated in another script in brackets: the same person, body or place, whatever the script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from newsparse.model import Mention, Span
from newsparse_entities.grouping.groups import Group
from newsparse_entities.mentions.normalise import VALUES, headed
from newsparse_entities.reading import Reading

_OTHER = r"[^\W\d_\u0000-\u036f\u1e00-\u1eff]"
_REPEATED = re.compile(rf"[ \xa0]?[(（]({_OTHER}(?:[ \xa0·‧.・-]?{_OTHER}){{1,20}})(?=[)）:：,，;])")
"""A name in brackets, of letters that are not Latin."""


def repeated(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """New mentions for names in another script that the model left unmarked, each of the class of the name before."""
    taken = {item.span.start for item in mentions}
    return [
        headed(reading, Mention.make(reading.text, span, label=item.label))
        for item, span in _pairs(reading, mentions)
        if span.start not in taken
    ]


def _pairs(reading: Reading, mentions: Iterable[Mention]) -> list[tuple[Mention, Span]]:
    """The mentions that brackets with another script follow, with what is in these."""
    named = (item for item in mentions if item.label not in VALUES)
    found = ((item, _REPEATED.match(reading.text, item.span.end)) for item in named)
    return [(item, Span(*match.span(1))) for item, match in found if match is not None]


def in_one_script(reading: Reading, mentions: Sequence[Mention], groups: list[Group]) -> list[Group]:
    """``groups`` with those merged that name one thing in two scripts."""
    pairs = _pairs(reading, mentions)
    if not pairs:
        return groups
    meant = {item.span: group for group in groups for item in group.members}
    merged: dict[Group, Group] = {}
    for item, span in pairs:
        one, other = (_last(merged, meant.get(place)) for place in (item.span, span))
        if one is None or other is None or one is other or one.label != other.label:
            continue
        merged[other] = one
        for member in other.members:
            one.add(member)
    return [group for group in groups if group not in merged]


def _last(merged: dict[Group, Group], group: Group | None) -> Group | None:
    while group is not None and group in merged:
        group = merged[group]
    return group


def in_one_class(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """``mentions``, those in another script with the class of the name before them."""
    labels = {span: item.label for item, span in _pairs(reading, mentions)}
    return [attrs.evolve(item, label=labels.get(item.span, item.label)) for item in mentions] if labels else [*mentions]
