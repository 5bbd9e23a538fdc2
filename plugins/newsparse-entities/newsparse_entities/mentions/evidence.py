"""The class of what a name names, by what the whole article says about it: "Larkmoor's board", "the drug Zorabin"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

import attrs

from newsparse.model import Label, Mention
from newsparse.rules import Decision, RuleSet
from newsparse_entities.mentions.case import Case, Vote
from newsparse_entities.mentions.cues import possible
from newsparse_entities.mentions.normalise import VALUES, name_key
from newsparse_entities.mentions.signs import SIGNS
from newsparse_entities.mentions.together import Names
from newsparse_entities.mentions.uses import Use
from newsparse_entities.reading import Reading

Found = TypeVar("Found")
_EVERY: frozenset[Label] = frozenset(("Person", "Organization", "Location", "Product"))
_ASKED: dict[str, frozenset[Label]] = {
    "Misc": frozenset(("Product", "Person", "Organization")),
    "Organization": frozenset(("Product", "Organization", "Person")),
    "Location": _EVERY - {"Product"},
    "Facility": _EVERY - {"Product"},
}
"""For each label, the classes whose votes can replace it."""
_RIVALS: tuple[Label, ...] = ("Location", "Organization", "Product")


@attrs.frozen
class Tally:
    """Counts the votes of all signs; what it takes to change a label depends on the label that the model gave.

    A name that the model calls a person gets the class with the most signs if these outnumber the signs of a person; a
    name of several words, which is seldom called a person wrongly, needs one more. Other names change only where a
    sign leaves no doubt.
    """

    def choose(self, rules: RuleSet[Any, Found], case: Any) -> Decision[Found] | None:
        """The class with the most votes, or None where nothing supports a change or the label itself."""
        counts = dict.fromkeys(_EVERY, 0)
        first: dict[Label, tuple[Found, str]] = {}
        body_by_name = False
        asked = possible(case.uses, _ASKED.get(case.label, _EVERY))
        for rule in rules.rules:
            if rule.name not in asked or (found := rule.find(case)) is None:
                continue
            vote = cast("Vote", found)
            counts[vote.label] += vote.weight
            body_by_name |= vote.by_name
            first.setdefault(vote.label, (found, rule.name))
        deciding = first.get(_elected(case, counts, body_by_name=body_by_name))
        return Decision(found=deciding[0], rule=deciding[1]) if deciding is not None else None


def _elected(case: Case, counts: Mapping[Label, int], *, body_by_name: bool) -> Label:
    """The class that the counts favour, for labels that the model confuses."""
    label = cast("Label", case.label)
    if label == "Person":
        best = max(_RIVALS, key=counts.__getitem__)
        return best if counts[best] > counts[label] + case.doubt else label
    if label == "Misc":
        return _elected_of_rest(case, counts, body_by_name=body_by_name)
    if label == "Organization":
        return _elected_of_body(case, counts)
    return _elected_of_place(case, counts, body_by_name=body_by_name) if label in ("Location", "Facility") else label


def _elected_of_rest(case: Case, counts: Mapping[Label, int], *, body_by_name: bool) -> Label:
    """The class of what the model could not class: a body only if it has a short form or ends like a newspaper's."""
    if _is_of_person(case, counts):
        return "Person"
    if body_by_name and any(use.has_short_form() or use.ends_like("paper") for use in case.uses):
        return "Organization"
    return "Product" if counts["Product"] else "Misc"


def _elected_of_body(case: Case, counts: Mapping[Label, int]) -> Label:
    """The class of what the model took for a body."""
    if _is_of_person(case, counts):
        return "Person"
    return "Product" if counts["Product"] > counts["Organization"] else "Organization"


def _is_of_person(case: Case, counts: Mapping[Label, int]) -> bool:
    """Whether a name is somebody's full name, or a part of one that the model doubts to be a body's."""
    if any(use.is_full_name() for use in case.uses):
        return True
    if not case.is_unsure_body or counts["Organization"]:
        return False
    by_use = counts["Person"] > 0 and any(use.begins_with_given_name() for use in case.uses)
    return by_use or any(use.is_part_of_a_person() for use in case.uses)


def _elected_of_place(case: Case, counts: Mapping[Label, int], *, body_by_name: bool) -> Label:
    """The class of what the model took for a place: a body or a person only if nothing happens there."""
    does = any(_is_as_of_person(use) for use in case.uses)
    if does and counts["Person"] > counts["Location"] + counts["Organization"]:
        return "Person"
    if case.is_sure_place:
        return cast("Label", case.label)
    shortened = any(use.begins_a_longer_name() for use in case.uses)
    firm = not counts["Location"] and any(_is_firm_or_agency(use) for use in case.uses)
    if body_by_name or firm or (shortened and counts["Organization"] > counts["Location"] + 1):
        return "Organization"
    return cast("Label", case.label)


def _is_as_of_person(use: Use) -> bool:
    """Whether a name is used as only people's names are: with a title, or as who speaks."""
    return use.acts_by_given_name() or use.is_titled() or use.is_somebody_by_family_name()


def _is_firm_or_agency(use: Use) -> bool:
    """Whether a name is the beginning of a firm's whole name, or the agency of a dateline."""
    return use.begins_a_firm() or use.in_dateline()


TALLY = Tally()
CLASS: RuleSet[Case, Vote] = RuleSet(
    name="entities.class",
    summary="which class a name belongs to, where the article says more than the model knows",
    rules=SIGNS,
    key=lambda vote: vote.label,
    shown=lambda vote: vote.label,
)


def settled(reading: Reading, mentions: Sequence[Mention], in_title: Sequence[Mention] = ()) -> list[Mention]:
    """``mentions`` with the labels that the article and its title support: all uses of a name have the same label.

    Who turns out to be a person tells more of the other names, which are then looked at again.
    """
    result = _settled(reading, mentions, in_title)
    found = any(new.label == "Person" != old.label for old, new in zip(mentions, result, strict=True))
    return _settled(reading, result, in_title) if found else result


def _settled(reading: Reading, mentions: Sequence[Mention], in_title: Sequence[Mention]) -> list[Mention]:
    names = Names(reading, mentions, in_title)
    uses: dict[str, list[Use]] = {}
    for item in mentions:
        if item.label not in VALUES and not (use := Use(names, item)).empty:
            uses.setdefault(name_key(item.text), []).append(use)
    decided: dict[tuple[str, str, int], str] = {}
    result = []
    for item in mentions:
        key = name_key(item.text)
        if item.label in VALUES or item.label == "NORP" or key not in uses:
            result.append(item)
            continue
        doubt = min(len(item.text.split()) - 1, 1)
        question = (key, item.label, doubt)
        if question not in decided:
            case = Case(uses[key], item.label, doubt)
            decision = CLASS.decide(case, item.span, TALLY)
            decided[question] = decision.found.label if decision else item.label
        wanted = decided[question]
        result.append(item if wanted == item.label else attrs.evolve(item, label=wanted))
    return result
