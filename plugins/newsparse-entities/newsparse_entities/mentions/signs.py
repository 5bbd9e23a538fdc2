"""The signs by which an article shows the class of what a name names, as rules that each have a vote."""

from __future__ import annotations

from collections.abc import Callable

from newsparse.model import Label
from newsparse.rules import Rule
from newsparse_entities.mentions.case import Case, Vote
from newsparse_entities.mentions.uses import Use

_SURE = 2
"""The vote of a sign that leaves no doubt; others count 1 for each use of the name."""
_GIVEN = 3
"""The vote of a full name that does what people do: more than a last word that names places."""
_CERTAIN = 8
"""The vote for being part of somebody's full name: more than everything else said about a name in one article."""


Sign = Callable[[Use], bool]
CLASSES: dict[str, Label] = {}
"""The class that each rule speaks for, by its name."""


def _sign(
    name: str,
    label: Label,
    sign: Sign,
    summary: str,
    *,
    fires: str,
    quiet: str,
    weight: int = 1,
    most: int | None = None,
    by_name: bool = False,
) -> Rule[Case, Vote]:
    """A rule that votes ``weight`` for each use that shows ``sign``, ``most`` of them at most."""

    def find(case: Case) -> Vote | None:
        count = sum(map(sign, case.uses))
        return Vote(label, weight * (count if most is None else min(count, most)), by_name) if count else None

    CLASSES[f"entities.class.{name}"] = label
    return Rule(name=f"entities.class.{name}", summary=summary, find=find, fires=fires, quiet=quiet)


SIGNS: tuple[Rule[Case, Vote], ...] = (
    _sign(
        "part-of-a-full-name",
        "Person",
        Use.is_part_of_a_person,
        "The name is the first or last part of somebody's full name in the article",
        fires="Nadia Holt spoke on Monday. Holt left early.",
        quiet="Nadia Holt spoke on Monday. Larkmoor's board met.",
        weight=_CERTAIN,
    ),
    _sign(
        "aged",
        "Person",
        Use.is_aged,
        "An age follows",
        fires="Nadia Holt, 44, left early.",
        quiet="Nadia Holt, 44 percent of whose shares were sold, left early.",
        weight=_SURE,
    ),
    _sign(
        "titled",
        "Person",
        Use.is_titled,
        "A title comes before the name",
        fires="Mr. Holt left early.",
        quiet="Nadia Holt left early.",
        weight=_SURE,
    ),
    _sign(
        "titled-family-name",
        "Person",
        Use.has_titled_family_name,
        "Its last word comes after a courtesy title elsewhere",
        fires="Jim Wood beat Ida Street in the final. Ms. Street left early.",
        quiet="Jim Wood lives in Ida Street. Ms. Holt left early.",
        weight=_SURE,
        most=1,
    ),
    _sign(
        "role-before",
        "Person",
        Use.follows_role,
        "The noun before it is for people: a role, or what bystanders are called",
        fires="The economist Nadia Holt left early.",
        quiet="The carmaker Larkmoor closed its plant.",
    ),
    _sign(
        "role-in-apposition",
        "Person",
        Use.is_person_in_apposition,
        "A role describes the name in an apposition",
        fires="Nadia Holt, a lawyer, left early.",
        quiet="Larkmoor, a carmaker, closed early.",
    ),
    _sign(
        "relatives-of-a-person",
        "Person",
        lambda use: use.owns("person"),
        "It has a wife, a lawyer or a life",
        fires="Nadia Holt's husband left early.",
        quiet="Larkmoor's board left early.",
    ),
    _sign(
        "who",
        "Person",
        Use.follows_relative,
        '"who" follows',
        fires="Nadia Holt, who left early, was tired.",
        quiet="Larkmoor, which left early, was sold.",
    ),
    _sign(
        "she-or-he",
        "Person",
        lambda use: use.comes_before("person"),
        'It is a subject, and "he" or "her" follows in its sentence',
        fires="Nadia Holt said that she left early.",
        quiet="Larkmoor said that its staff left early.",
    ),
    _sign(
        "given-name",
        "Person",
        Use.acts_by_given_name,
        "It begins with a given name and says, wins or is elected, or a role and a comma come before it",
        fires="Rob Lane said on Monday that it was over.",
        quiet="Rob Lane was closed on Monday.",
        weight=_GIVEN,
    ),
    _sign(
        "full-name",
        "Person",
        Use.is_full_name,
        "It is a given name before the name by which alone the article calls a person",
        fires="Frost said so. The anti-Ada Frost camp met.",
        quiet="Larkmoor's board met. The anti-Ada Frost camp met.",
        weight=_CERTAIN,
    ),
    _sign(
        "last-word-of-a-body",
        "Organization",
        lambda use: use.ends_like("body"),
        "The last word of the name says that it is a body",
        fires="The Tarnholm Academy closed early.",
        quiet="Tarnholm closed its harbour early.",
        weight=_SURE,
        by_name=True,
    ),
    _sign(
        "first-word-of-a-body",
        "Organization",
        Use.begins_like_a_body,
        "The first word of the name says in another language that it is a body",
        fires="The Fundación Nadia Holt closed early.",
        quiet="Nadia Holt closed early.",
        weight=_SURE,
        by_name=True,
    ),
    _sign(
        "last-word-of-a-paper",
        "Organization",
        lambda use: use.ends_like("paper"),
        "The last word of the name says how often it is published",
        fires="The Tarn Fishing Weekly said so.",
        quiet="The Tarn Fishing Cup was lost.",
        by_name=True,
    ),
    _sign(
        "club",
        "Organization",
        Use.is_club,
        "A town's team wins or loses next to the name",
        fires="Thornley Town beat Ashdon City on Saturday.",
        quiet="Thornley is a town in the north.",
        weight=0,
        by_name=True,
    ),
    _sign(
        "beginning-of-a-body",
        "Organization",
        Use.begins_a_longer_name,
        "A longer name of a body in the article begins with it, or consists of it and a legal suffix",
        fires="Tarnwick Dynamics Inc. fell on Monday. Analysts at KLP had warned Tarnwick.",
        quiet="Larkmoor fell on Monday.",
        most=1,
    ),
    _sign(
        "initials-of-a-body",
        "Organization",
        Use.has_initials_of_a_body,
        "It is made of the initials, in capitals, of a longer name of a body in the article",
        fires="The Guild of Marsh Ringers said it would close. GMR left early.",
        quiet="The Guild of Marsh Ringers said it would close. KLP left early.",
        weight=_SURE,
        most=1,
    ),
    _sign(
        "board-of-a-body",
        "Organization",
        lambda use: use.owns("body"),
        "It has a board, shares or customers",
        fires="KLP's board met on Monday.",
        quiet="Nadia Holt's wife met them on Monday.",
    ),
    _sign(
        "shares-of",
        "Organization",
        Use.is_possessor,
        '"shares of", "a unit of" come before',
        fires="Shares of KLP fell on Monday.",
        quiet="Children of Larkmoor fell ill on Monday.",
    ),
    _sign(
        "employer",
        "Organization",
        Use.employs,
        "A role is held there",
        fires="The head of sales at KLP left.",
        quiet="The summer at Larkmoor was warm.",
    ),
    _sign(
        "kind-before",
        "Organization",
        lambda use: use.follows("body") or use.follows_apart("body"),
        "The noun before it describes bodies",
        fires="The carmaker KLP fell on Monday.",
        quiet="The economist Nadia Holt fell on Monday.",
    ),
    _sign(
        "kind-in-apposition",
        "Organization",
        Use.is_body_in_apposition,
        "A noun for bodies describes the name in an apposition",
        fires="KLP, a carmaker, fell on Monday.",
        quiet="Nadia Holt, a lawyer, fell on Monday.",
    ),
    _sign(
        "noun-of-a-body",
        "Organization",
        Use.is_compounded,
        '"shares", "customers" or "founded" follow',
        fires="KLP shares fell on Monday.",
        quiet="Larkmoor people fell ill on Monday.",
    ),
    _sign(
        "whose-board",
        "Organization",
        Use.is_owner_in_clause,
        '"whose board" follows',
        fires="KLP, whose board met on Monday, fell.",
        quiet="Nadia Holt, whose wife met them on Monday, fell.",
    ),
    _sign(
        "what-bodies-do",
        "Organization",
        Use.acts,
        "It employs, acquires or merges",
        fires="KLP acquired a rival on Monday.",
        quiet="Larkmoor fell on Monday.",
    ),
    _sign(
        "its",
        "Organization",
        lambda use: use.comes_before("body"),
        'It is a subject, and "its" follows in its sentence',
        fires="KLP closed its doors on Monday.",
        quiet="Larkmoor closed on Monday.",
    ),
    _sign(
        "contest",
        "Organization",
        Use.in_contest,
        "A contest is won or lost next to the name",
        fires="Larkmoor Rangers beat Ashdon on Saturday.",
        quiet="Larkmoor Rangers met on Saturday.",
    ),
    _sign(
        "dateline",
        "Organization",
        Use.in_dateline,
        "It is the agency of a dateline",
        fires="LONDON (AFP) - The harbour was closed on Monday.",
        quiet="London (AFP) was closed on Monday.",
        weight=_SURE,
    ),
    _sign(
        "product-before",
        "Product",
        lambda use: use.follows("product"),
        "The noun before it describes products",
        fires="They gave patients the drug Zorabin in May.",
        quiet="They gave patients of Zorabin a bed in May.",
        weight=_SURE,
    ),
    _sign(
        "product-before-comma",
        "Product",
        lambda use: use.follows_apart("product"),
        "A noun for products and a comma come before it",
        fires="Its new scooter, Corsa, was shown in May.",
        quiet="Its new mayor, Nadia Holt, was shown in May.",
    ),
    _sign(
        "product-in-apposition",
        "Product",
        Use.is_product_in_apposition,
        "A noun for products describes the name in an apposition",
        fires="Zorabin, a drug, was approved in May.",
        quiet="Larkmoor, a carmaker, was sold in May.",
    ),
    _sign(
        "model-number",
        "Product",
        Use.is_numbered,
        "The name is a model number",
        fires="They moved to Windows 95 in May.",
        quiet="Resolution 400 was passed in May.",
    ),
    _sign(
        "last-word-of-a-place",
        "Location",
        lambda use: use.ends_like("place"),
        "The last word of the name says that it is a place",
        fires="Holt Lane was closed in May.",
        quiet="Holt was closed in May.",
        weight=_SURE,
    ),
    _sign(
        "address",
        "Location",
        Use.follows_place,
        "A street and a comma come before it",
        fires="Nadia Holt, of Weir Lane, Ashdon, was fined £200 on Monday.",
        quiet="Nadia Holt, of Ashdon, was fined £200 on Monday.",
        weight=_SURE,
    ),
    _sign(
        "in-a-place",
        "Location",
        Use.is_in_place,
        "Something happens in it, near it or across it",
        fires="They met in Larkmoor on Monday.",
        quiet="They met Larkmoor on Monday.",
    ),
)
"""Their votes are added up; of those that support the result, the first is named as deciding."""
