"""The rules that decide the source of a draft, in the order of their precedence."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import attrs

from newsparse.model import Span
from newsparse.rules import Rule, RuleSet
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.grammar import ACTIVE
from newsparse_quotes.lexicon import words
from newsparse_quotes.sources.case import SourceCase, together
from newsparse_quotes.sources.lines import colon_before, led, signed
from newsparse_quotes.sources.tree import is_asked
from newsparse_quotes.sources.turns import continued, governed, interrupted, resumed

_Find = Callable[[SourceCase], Draft | None]


@attrs.frozen(eq=False)
class Sourced:
    """A draft with its source, and the words of that."""

    draft: Draft
    words: str

    def __str__(self) -> str:
        """The words, for people."""
        return self.words


def _signature(case: SourceCase) -> Draft | None:
    return signed(case.text, case.given)


def _nobody(case: SourceCase) -> Draft | None:
    if case.top is None or not (
        is_asked(case.tree, case.top)
        or _is_elsewhere(case.tree, case.top, case.draft.source)
        or _is_court(case.tree, case.top)
    ):
        return None
    return attrs.evolve(case.draft, source=None, tie=Tie.NOBODY)


def _is_court(tree: Tree, verb: int) -> bool:
    """Whether a court hears what is said, and so does not say it."""
    if tree.lemma(verb) not in words("cues.hearing"):
        return False
    return any(tree.lemma(subject) in words("speakers.courts") for subject in tree.children(verb, *ACTIVE))


def _is_elsewhere(tree: Tree, verb: int, given: Span | None) -> bool:
    """Whether a source is outside the sentence of a passive, which has none then: "sheep were reported lost"."""
    if given is None or not tree.children(verb, "aux:pass"):
        return False
    inside = tree.index.overlapping(given)
    return bool(inside) and inside[0] not in tree.index.sentence(verb)


def _kept(tie: Tie, case: SourceCase) -> Draft | None:
    return case.draft if case.draft.tie is tie and case.keeps else None


def _given(case: SourceCase) -> Draft | None:
    return case.draft if case.draft.source is not None and not case.agrees else None


def _tied(tie: Tie, case: SourceCase) -> Draft | None:
    """The source that the tree finds by ``tie``; in the model's words where those are a part of it."""
    found = case.walked
    if found is None or found.tie is not tie:
        return None
    return case.draft if case.agrees else attrs.evolve(case.draft, source=found.span, tie=tie)


def _nearer(case: SourceCase) -> Draft | None:
    draft, found = case.draft, case.walked
    if draft.source is None or draft.cue is None or found is None or case.agrees:
        return None
    apart = not together(case.tree, draft.source, draft.cue) and together(case.tree, found.span, draft.cue)
    return attrs.evolve(draft, source=found.span, tie=found.tie) if apart else None


def _introduced(case: SourceCase) -> Draft | None:
    colon = colon_before(case.text, case.draft.content[0])
    return led(case.draft, case.tree, colon) if colon is not None else None


def _interrupted(case: SourceCase) -> Draft | None:
    return interrupted(case.text, case.draft, case.tree, case.quoted)


def _continues(case: SourceCase) -> Draft | None:
    return continued(case.text, case.draft, case.before, case.quoted)


def _paragraph(case: SourceCase) -> Draft | None:
    return resumed(case.text, case.draft, case.before, case.quoted)


def _governor(case: SourceCase) -> Draft | None:
    return governed(case.tree, case.draft)


def _afar(case: SourceCase) -> Draft | None:
    cue, source = case.draft.far
    if cue is None:
        return None
    linked = attrs.evolve(case, given=attrs.evolve(case.draft, cue=cue, source=source))
    decision = SOURCE.first(linked)
    return decision.found.draft if decision is not None else linked.draft


def _is_bare(case: SourceCase) -> bool:
    return case.is_bare


def _rule(
    name: str, find: _Find, summary: str, fires: str, quiet: str, applies: Callable[[SourceCase], bool] | None = None
) -> Rule[SourceCase, Sourced]:
    def sourced(case: SourceCase) -> Sourced | None:
        draft = find(case)
        if draft is None:
            return None
        return Sourced(draft, draft.source.cut(case.text) if draft.source is not None else "nobody")

    return Rule(name=f"quotes.source.{name}", find=sourced, summary=summary, fires=fires, quiet=quiet, applies=applies)


def _place(found: Sourced) -> Span | None:
    return found.draft.source


def _key(found: Sourced) -> tuple[Span | None, Span | None]:
    return found.draft.cue, found.draft.source


SOURCE: RuleSet[SourceCase, Sourced] = RuleSet(
    name="quotes.source",
    summary="Which words of the text name the source of a quote.",
    place=_place,
    key=_key,
    rules=(
        _rule(
            "signature",
            _signature,
            "The name after a dash that ends the line of a quote",
            "“The quay will sink before the spring.” – Ada Brook",
            "“The quay will sink before the spring,” said Ada Brook – a baker.",
        ),
        _rule(
            "nobody",
            _nobody,
            "Nobody, where the cue says that somebody is asked or told, or is a passive whose agent is not named",
            "Asked whether the quay would sink, Ada Brook laughed.",
            "Ada Brook asked whether the quay would sink.",
        ),
        _rule(
            "label",
            partial(_kept, Tie.LABEL),
            'The name before a colon that begins a line, as in a transcript: "BROOK: ..."',
            (
                'Partial transcript:\n\n"VARGA: Let us start with the quay. Who counted the ships?\n\n"BROOK: '
                'Nobody did, and nobody will.\n\n"VARGA: If I may, I want to ask you who did.\n\n"BROOK: '
                'Well, look, nobody did."'
            ),
            "Ada Brook wrote: The quay will sink before the spring.",
        ),
        _rule(
            "phrase",
            partial(_kept, Tie.PHRASE),
            'The name in "in Ada Brook\'s words"',
            "In Ada Brook's words, the plan was “a bill for all of us”.",
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
            "Still, the lack of money for the quay seems to be a real problem for the harbour.",
            "Ada Brook says that the quay is unsafe.",
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
            "Ada Brook's view is that the quay will sink.",
            "Ada Brook claimed that the quay would sink.",
        ),
        _rule(
            "agent",
            partial(_tied, Tie.AGENT),
            'The agent of a passive, or the origin of a noun: after "by" or "from"',
            "The quay was described by Ada Brook as a ruin.",
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
            "mark",
            partial(_tied, Tie.MARK),
            "The name before a colon, or after a dash, that is the cue",
            "Ada Brook: “The quay will sink before the spring.”",
            "Ada Brook said: “The quay will sink before the spring.”",
        ),
        _rule(
            "nearer",
            _nearer,
            "What the tree finds in the sentence of the cue, where the model's source is in another sentence",
            (
                "Two teams came to row, one national and one made up of sailors. Kell and all sailors are "
                "covered by the ban. The Kell sailor team listed their home as “Sea” on the backs of their "
                "shirts and named their boat “Duck.” Teams from Lowmere had difficulties getting their boats "
                "across the border."
            ),
            "Ada Brook said the quay would sink.",
        ),
        _rule(
            "given",
            _given,
            "The source that came with the content: the model's link",
            "Ada Brook's claim that the quay would sink was rejected.",
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
            "Whoever is made to say something",
            "The book prompted the sailors to call for a new quay.",
            "Ada Brook promised the court to explain why the quay sank.",
        ),
        _rule(
            "modified-noun",
            partial(_tied, Tie.MODIFIED_NOUN),
            "The noun that the cue modifies",
            "A man claiming that the quay would sink was arrested.",
            "A letter warned that the quay would sink.",
        ),
        _rule(
            "compound",
            partial(_tied, Tie.COMPOUND),
            "The noun right before a cue that is a noun",
            "The government plan to close the quay was a mistake.",
            "Police said that the quay was unsafe.",
        ),
        _rule(
            "beside",
            partial(_tied, Tie.BESIDE),
            "The noun right beside the cue, if the tree has no answer",
            "Tom Varga wrote to the paper. The harbour was subsequently ordered to look for a new quay.",
            "Ada Brook said the quay would sink.",
        ),
        _rule(
            "introduced",
            _introduced,
            "The subject of the clause, or the name, right before the colon that leads to the content",
            "Ada Brook had only one thing to add on Monday:\n\n“The quay will sink before the spring.”",
            "Ada Brook said the quay would sink.",
            _is_bare,
        ),
        _rule(
            "interrupted",
            _interrupted,
            "The subject of the sentence between the content and the words in marks before it",
            (
                "“The quay is old,” Ada Brook, the mayor of Lowmere, said at the gates. “It will not be "
                "treated like a spare part.”"
            ),
            "“The quay is old,” Ada Brook told us.",
            _is_bare,
        ),
        _rule(
            "continues",
            _continues,
            "The source of the previous quote, which this one continues",
            "“It will sink,” Ada Brook said.\n\n“The ships will go with it.\n\n“Nobody will be here to see it.”",
            "“The quay is old,” said Ada Brook.",
            _is_bare,
        ),
        _rule(
            "paragraph",
            _paragraph,
            "The source of the quote in the paragraph before, for a paragraph in marks",
            "The new quay was due by June, Ada Brook said, but its crane broke down. "
            "Its crew has left for Larkmoor.\n\n"
            "“It is maddening, and we can only wait.”\n\n"
            "Tom Varga, the mayor of Orla, said people would work on the quay once it was built.",
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
