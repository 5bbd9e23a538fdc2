"""The rules that decide the source of a draft, in the order of their precedence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import attrs

from newsparse.model import Span
from newsparse.rules import Rule, RuleSet
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.case import SourceCase, is_said_of, together
from newsparse_quotes.sources.lines import colon_before, headed, introduced, signed
from newsparse_quotes.sources.tree import is_asked
from newsparse_quotes.sources.turns import continued, governed, interrupted

_Find = Callable[[SourceCase], Draft | None]

_TRUSTED = 0.8
"""Confidence from which the model's content is believed where nothing reliable gives it a source."""


def attributed(drafts: Sequence[Draft], tree: Tree, quoted: Outer) -> list[Draft]:
    """The drafts, which are sorted, each with its source; without those that are doubtful then."""
    result: list[Draft] = []
    for draft in drafts:
        found = sourced(SourceCase(draft, tree, quoted, result))
        if not is_doubtful(found, quoted):
            result.append(found)
    return result


def sourced(case: SourceCase) -> Draft:
    """The draft of ``case`` with the source that the rules decide on."""
    decision = SOURCE.decide(case, at=case.given.content[0])
    return case.draft if decision is None else attrs.evolve(decision.found, rule=decision.rule)


def is_doubtful(draft: Draft, quoted: Outer) -> bool:
    """Whether an attribution without marks has no source, or only one that is wrong more often than right."""
    if draft.confidence is None or quoted.touching(draft.content):
        return False
    if draft.source is None or draft.tie is Tie.SHARED_SUBJECT:
        return draft.confidence < _TRUSTED
    return draft.tie.weak


def _signature(case: SourceCase) -> Draft | None:
    return signed(case.text, case.given)


def _asked(case: SourceCase) -> Draft | None:
    if case.top is None or not is_asked(case.tree, case.top):
        return None
    return attrs.evolve(case.draft, source=None, tie=Tie.NOBODY)


def _passive(case: SourceCase) -> Draft | None:
    """Nobody where the source given is outside of the sentence of a passive: "sheep were reported lost"."""
    given, verb, tree = case.draft.source, case.top, case.tree
    if verb is None or given is None or not tree.children(verb, "aux:pass"):
        return None
    inside = tree.index.overlapping(given)
    elsewhere = bool(inside) and inside[0] not in tree.index.sentence(verb)
    return attrs.evolve(case.draft, source=None, tie=Tie.NOBODY) if elsewhere else None


def _kept(tie: Tie, case: SourceCase) -> Draft | None:
    return case.draft if case.draft.tie is tie and case.keeps else None


def _agreed(case: SourceCase) -> Draft | None:
    given, found = case.draft.source, case.walked
    return case.draft if given is not None and found is not None and is_said_of(case.tree, given, found) else None


def _given(case: SourceCase) -> Draft | None:
    return case.draft if case.draft.source is not None else None


def _tied(tie: Tie, case: SourceCase) -> Draft | None:
    found = case.walked
    return attrs.evolve(case.draft, source=found.span, tie=tie) if found is not None and found.tie is tie else None


def _nearer(case: SourceCase) -> Draft | None:
    draft, found = case.draft, case.walked
    if draft.source is None or draft.cue is None or found is None:
        return None
    apart = not together(case.tree, draft.source, draft.cue) and together(case.tree, found.span, draft.cue)
    return attrs.evolve(draft, source=found.span, tie=found.tie) if apart else None


def _introduced(case: SourceCase) -> Draft | None:
    colon = colon_before(case.text, case.draft.content[0])
    return introduced(case.draft, case.tree, colon) if colon is not None else None


def _heading(case: SourceCase) -> Draft | None:
    colon = colon_before(case.text, case.draft.content[0])
    return headed(case.draft, case.tree, colon) if colon is not None else None


def _interrupted(case: SourceCase) -> Draft | None:
    return interrupted(case.text, case.draft, case.tree, case.quoted)


def _continues(case: SourceCase) -> Draft | None:
    return continued(case.text, case.draft, case.before, case.quoted)


def _governor(case: SourceCase) -> Draft | None:
    return governed(case.tree, case.draft)


def _afar(case: SourceCase) -> Draft | None:
    cue, source = case.draft.far
    if cue is None:
        return None
    linked = attrs.evolve(case, given=attrs.evolve(case.draft, cue=cue, source=source))
    decision = SOURCE.first(linked)
    return decision.found if decision is not None else linked.draft


def _is_bare(case: SourceCase) -> bool:
    return case.is_bare


def _rule(
    name: str, find: _Find, summary: str, fires: str, quiet: str, applies: Callable[[SourceCase], bool] | None = None
) -> Rule[SourceCase, Draft]:
    return Rule(name=f"quotes.source.{name}", find=find, summary=summary, fires=fires, quiet=quiet, applies=applies)


def _place(draft: Draft) -> Span | None:
    return draft.source


def _key(draft: Draft) -> tuple[Span | None, Span | None]:
    return draft.cue, draft.source


SOURCE: RuleSet[SourceCase, Draft] = RuleSet(
    name="quotes.source",
    summary="Which words of the text name the source of a quote.",
    place=_place,
    key=_key,
    shown=str,
    rules=(
        _rule(
            "signature",
            _signature,
            "The name after a dash that ends the line of a quote",
            "“The quay will sink before the spring.” – Ada Brook",
            "“The quay will sink before the spring,” said Ada Brook – a baker.",
        ),
        _rule(
            "asked",
            _asked,
            "Nobody, where the cue says that somebody is asked or told",
            "Asked whether the quay would sink, Ada Brook laughed.",
            "Ada Brook asked whether the quay would sink.",
        ),
        _rule(
            "passive",
            _passive,
            "Nobody, where the cue is a passive and the model links it to another sentence",
            "Ada Brook said the storm was strong. Four ships were reported lost.",
            "Four ships were reported lost, Ada Brook said.",
        ),
        _rule(
            "label",
            partial(_kept, Tie.LABEL),
            'The name before a colon that begins a line, as in a transcript: "BROOK: ..."',
            "BROOK: The quay will sink before the spring.\nVARGA: It will not sink at all.",
            "Ada Brook wrote: The quay will sink before the spring.",
        ),
        _rule(
            "phrase",
            partial(_kept, Tie.PHRASE),
            'The name in "in Ada Brook\'s words"',
            "The quay is, in Ada Brook's words, “a bill for all of us”.",
            "The quay is “a bill for all of us”, Ada Brook said.",
        ),
        _rule(
            "block",
            partial(_kept, Tie.BLOCK),
            "The subject of a line that leads with a colon to a list or paragraph without marks",
            "The sailors demanded:\n- a new quay\n- higher wages",
            "The sailors demanded a new quay and higher wages.",
        ),
        _rule(
            "own-subject",
            partial(_kept, Tie.OWN_SUBJECT),
            "The subject of the cue, where the model takes it for content",
            "The writ, filed on Monday, says that the quay is unsafe.",
            "Ada Brook says that the quay is unsafe.",
        ),
        _rule(
            "agreed",
            _agreed,
            "The model's source, where it is a part of what the tree finds",
            "Ada Brook said the quay would sink.",
            "“The quay will sink before the spring.” – Ada Brook",
        ),
        _rule(
            "subject",
            partial(_tied, Tie.SUBJECT),
            "The subject of the cue",
            "The quay will sink, said Ada Brook.",
            "BROOK: The quay will sink before the spring.",
        ),
        _rule(
            "possessor",
            partial(_tied, Tie.POSSESSOR),
            "The possessor of a cue that is a noun",
            "The company rejected Ada Brook's claim that the quay would sink.",
            "Ada Brook claimed that the quay would sink.",
        ),
        _rule(
            "agent",
            partial(_tied, Tie.AGENT),
            'Who does what a passive says, or from whom a noun is: after "by" or "from"',
            "The quay was described as unsafe by Ada Brook.",
            "Ada Brook described the quay as unsafe.",
        ),
        _rule(
            "preposition",
            partial(_tied, Tie.PREPOSITION),
            'The noun after a cue that is a preposition: "according to"',
            "The quay will sink, according to Ada Brook.",
            "The quay will sink, Ada Brook said.",
        ),
        _rule(
            "colon",
            partial(_tied, Tie.COLON),
            "The words before a colon that is the cue",
            "Ada Brook: “The quay will sink before the spring.”",
            "Ada Brook said: “The quay will sink before the spring.”",
        ),
        _rule(
            "dash",
            partial(_tied, Tie.DASH),
            "The words after a dash that is the cue",
            "“The quay will sink before the spring” — Ada Brook, baker.",
            "“The quay will sink before the spring,” said Ada Brook.",
        ),
        _rule(
            "nearer",
            _nearer,
            "What the tree finds in the sentence of the cue, where the model's source is in another sentence",
            "Ada Brook smiled and hoped for rain. She slept.",
            "Ada Brook said the quay would sink.",
        ),
        _rule(
            "given",
            _given,
            "The source that came with the content: the model's link",
            "Ada Brook's spokesman, a tall man, was quick to say that the quay would sink.",
            "“The quay will sink before the spring.” – Ada Brook",
        ),
        _rule(
            "conjunct",
            partial(_tied, Tie.CONJUNCT),
            "The subject of the verb that the cue is joined to",
            "Ada Brook shook her head and said the quay would sink.",
            "Ada Brook said the quay would sink.",
        ),
        _rule(
            "shared-subject",
            partial(_tied, Tie.SHARED_SUBJECT),
            "The subject of the verb that the cue depends on",
            "Ada Brook resigned, saying the quay would sink.",
            "Ada Brook said the quay would sink.",
        ),
        _rule(
            "object",
            partial(_tied, Tie.OBJECT),
            "Who is made to say something",
            "The court ordered Ada Brook to explain why the quay sank.",
            "Ada Brook promised the court to explain why the quay sank.",
        ),
        _rule(
            "modified-noun",
            partial(_tied, Tie.MODIFIED_NOUN),
            "The noun that the cue modifies",
            "A letter warning that the quay would sink was lost.",
            "A letter warned that the quay would sink.",
        ),
        _rule(
            "compound",
            partial(_tied, Tie.COMPOUND),
            "The noun right before a cue that is a noun",
            "A police statement that the quay was unsafe was ignored.",
            "Police said that the quay was unsafe.",
        ),
        _rule(
            "beside",
            partial(_tied, Tie.BESIDE),
            "The noun right beside the cue, where the tree says nothing",
            "“The quay will sink,” the words of Ada Brook.",
            "Ada Brook said the quay would sink.",
        ),
        _rule(
            "introduced",
            _introduced,
            "The subject of the clause that ends in a colon right before the content",
            "Ada Brook had only one thing to add on Monday:\n\n“The quay will sink before the spring.”",
            "Ada Brook said the quay would sink.",
            _is_bare,
        ),
        _rule(
            "heading",
            _heading,
            "The person named right before the colon of a line without a verb",
            "A word from Ada Brook:\n“The quay will sink before the spring.”",
            "Ada Brook said the quay would sink.",
            _is_bare,
        ),
        _rule(
            "interrupted",
            _interrupted,
            "The subject of the sentence between the content and the words in marks before it",
            "“The quay is old.” Ada Brook told us. “It will sink before the spring.”",
            "“The quay is old,” Ada Brook told us.",
            _is_bare,
        ),
        _rule(
            "continues",
            _continues,
            "The source of the quote before, which this one goes on with",
            "“The quay is old,” said Ada Brook. “It will sink before the spring.”",
            "“The quay is old,” said Ada Brook.",
            _is_bare,
        ),
        _rule(
            "governor",
            _governor,
            "The subject of the verb that governs the content",
            "Ada Brook's “boat of last resort”, as she calls it, has sunk four times since the spring.",
            "Ada Brook said the quay would sink.",
            _is_bare,
        ),
        _rule(
            "afar",
            _afar,
            "The source of a cue that the model links from another sentence or paragraph",
            "“The quay is old,” said Ada Brook.\n\n“It will sink before the spring.”",
            "Ada Brook said the quay would sink.",
            _is_bare,
        ),
    ),
)
