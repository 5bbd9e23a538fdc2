"""The rules for what a word inside a quote attributes, in the order of their precedence."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import attrs

from newsparse.model import Span
from newsparse.rules import BySort, Rule, RuleSet
from newsparse_quotes.drafts.attributing import pledges
from newsparse_quotes.drafts.draft import Way
from newsparse_quotes.inner import finding
from newsparse_quotes.inner.case import InnerCase
from newsparse_quotes.inner.in_marks import in_marks
from newsparse_quotes.lexicon import LISTS, words


@attrs.frozen
class Told:
    """Words that are told inside a quote, and the way in which they are."""

    span: Span
    text: str
    way: Way = Way.PLAIN

    def __str__(self) -> str:
        """The words, for people."""
        return self.text


def _rule(
    name: str,
    find: Callable[[InnerCase], Span | None],
    summary: str,
    fires: str,
    quiet: str,
    applies: Callable[[InnerCase], bool] | None = None,
    way: Way = Way.PLAIN,
) -> Rule[InnerCase, Told]:
    def told(case: InnerCase) -> Told | None:
        span = find(case)
        return None if span is None else Told(span, case.tree.document.cut(span), way)

    return Rule(name=f"quotes.inner.{name}", find=told, summary=summary, fires=fires, quiet=quiet, applies=applies)


def _sort(case: InnerCase) -> Hashable:
    """All that the conditions of the rules depend on."""
    return case.lemma, case.is_noun, case.within


def _verb(*names: str) -> Callable[[InnerCase], bool]:
    """Whether a word is no noun, and its lemma in one of some lists."""
    return lambda case: not case.is_noun and case.lemma in words(*names)


def _is_noun(case: InnerCase) -> bool:
    return case.is_noun


def _is_other(case: InnerCase) -> bool:
    return not case.is_noun


def _is_pledge(case: InnerCase) -> bool:
    return case.is_noun and case.lemma in pledges()


def _has_matter(case: InnerCase) -> bool:
    if case.is_noun:
        return case.lemma in LISTS.groups("cues.noun-matters")
    return case.lemma in LISTS.groups("cues.matters") or case.takes_matter


def _accuses(case: InnerCase) -> bool:
    return case.lemma in LISTS.groups("cues.accusing")


BY_WORD = BySort(_sort)
"""Asks the rules for the word that attributes, as a verb or a noun."""


def _place(found: Told) -> Span:
    return found.span


INNER: RuleSet[InnerCase, Told] = RuleSet(
    name="quotes.inner",
    summary="What verbs and nouns attribute inside a quote, and verbs elsewhere.",
    key=_place,
    place=_place,
    rules=(
        _rule(
            "like",
            finding.like,
            'Words in marks that somebody was "like", as speakers tell what was said',
            "“She was like, ‘Never sell the quay,’ and left,” said Ada Brook.",
            "“It was like ‘The Old Quay,’ which we loved,” said Ada Brook.",
            _verb("cues.quotative"),
            Way.LIKE,
        ),
        _rule(
            "marks",
            in_marks,
            "Words in marks right beside the verb and whoever is told",
            "“My father told me, ‘Never sell the quay,’ and I never did,” said Ada Brook.",
            "“My father told me never to sell the quay,” said Ada Brook.",
            _verb("speech.verbs.inner", "speech.verbs.leading", "speech.verbs.reporting", "speech.verbs.thought"),
        ),
        _rule(
            "aloud",
            finding.aloud,
            "The rest of the sentence after a comma, as somebody tells what they said or thought",
            "“So then I thought, maybe a boat made of bone?” said Ada Brook.",
            "“I thought of a boat made of bone,” said Ada Brook.",
            _verb("cues.aloud"),
            Way.ALOUD,
        ),
        _rule(
            "state",
            finding.state,
            "Somebody or something with the state that is reported",
            "Ada Brook said the owners had reported the boat missing.",
            "Ada Brook said the owners had left the boat unlocked.",
            _verb("cues.declaring"),
        ),
        _rule(
            "clause",
            finding.clause,
            "The clause that depends on the verb",
            "“My father told me that the quay would sink,” said Ada Brook.",
            "Ada Brook told the sailors a story about the quay.",
            _is_other,
            Way.CLAUSE,
        ),
        _rule(
            "following",
            finding.following,
            "The clause right after the verb and whom it is told to, where the tree attaches it elsewhere",
            "“People tell me they never pay,” said Ada Brook. “Then I ask what they paid for coffee this morning.”",
            "“They told me a story about the quay,” said Ada Brook.",
            _verb("speech.verbs.inner"),
        ),
        _rule(
            "told-to",
            finding.told_to,
            "What somebody is told or called on to do",
            "“My father told the men to sell the quay,” said Ada Brook.",
            "“My father told the men a story about the quay,” said Ada Brook.",
        ),
        _rule(
            "wish",
            finding.wish,
            "What somebody agrees or promises to do",
            "Ada Brook said the owners had agreed to sell the quay.",
            "Ada Brook said the owners had to sell the quay.",
            _verb("cues.wanting", "cues.wishing", "speech.verbs.intending"),
        ),
        _rule(
            "gerund",
            finding.gerund,
            "What somebody denies, admits or considers doing",
            "Ada Brook said the owners had denied selling the quay.",
            "Ada Brook said the owners had enjoyed selling the quay.",
            _verb("cues.avowing", "cues.weighing", "speech.verbs.denied", "speech.verbs.proposed"),
        ),
        _rule(
            "that",
            finding.that,
            'The clause with "that" after a noun such as "claim"',
            "Ada Brook said the claim that the quay would sink was false.",
            "Ada Brook said the claim on the quay was false.",
            _is_noun,
        ),
        _rule(
            "pledge",
            finding.pledge,
            "What somebody says with a noun that they or others will do",
            "Ada Brook said the council had broken its promise to mend the quay.",
            "Ada Brook said the council had the money to mend the quay.",
            _is_pledge,
        ),
        _rule(
            "matter",
            finding.matter,
            "What somebody complains of, warns of, calls for or demands",
            "Ada Brook said the sailors had complained of a smell.",
            "Ada Brook said the sailors had spoken of a smell.",
            _has_matter,
        ),
        _rule(
            "count",
            finding.count,
            "How many of something somebody reports",
            "Ada Brook said the city had reported 12 deaths.",
            "Ada Brook said the city had reported to the minister.",
            _verb("cues.counting"),
        ),
        _rule(
            "plea",
            finding.plea,
            "What an accused pleads",
            "Tom Varga pleaded not guilty to the theft of a boat.",
            "Tom Varga pleaded his case before the court.",
            _verb("cues.pleading"),
        ),
        _rule(
            "accusation",
            finding.accusation,
            "Somebody with what they are accused of or blamed for",
            "Ada Brook said the sailors had accused the owner of theft.",
            "Ada Brook said the sailors had robbed the owner of a boat.",
            _accuses,
        ),
        _rule(
            "wanted",
            finding.wanted,
            "What somebody wants, outside quotes",
            "The union wants a new quay.",
            "The union wants it.",
            _verb("cues.wanting"),
        ),
        _rule(
            "according",
            finding.according,
            'What follows "according to" and whoever says it, in what somebody else says',
            "Ada Brook recounted that, according to Tom Varga, the boat had sunk before noon.",
            "According to Tom Varga, the boat had sunk before noon.",
        ),
        _rule(
            "estimate",
            finding.estimate,
            "Something with the amount that somebody puts it at",
            "Ada Brook said that sailors put the losses at 3 million dollars.",
            "Ada Brook said the owners put the ship at the quay.",
            _verb("cues.putting"),
        ),
        _rule(
            "put",
            finding.put,
            "What somebody puts in words of their own, beside the aside that says so",
            "Ada Brook said that, as the mayor put it, the quay was a ruin.",
            "Ada Brook said that, as the mayor put a lid on it, the noise stopped.",
            _verb("cues.wording"),
        ),
        _rule(
            "view",
            finding.view,
            "Somebody or something with what they are seen as",
            "Ada Brook said the sailors saw the quay as a ruin.",
            "Ada Brook said the sailors saw the quay at noon.",
            _verb("speech.verbs.viewing"),
        ),
    ),
)
