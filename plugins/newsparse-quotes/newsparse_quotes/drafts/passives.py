"""What is said, thought or asked in the passive: its subject and what follows, "the quay is expected to sink"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property

import attrs

from newsparse.model import Span
from newsparse.rules import Rule, RuleSet
from newsparse.syntax import Tree
from newsparse_quotes.drafts.attributing import put_at, reporting, seen_as
from newsparse_quotes.drafts.draft import CONFIRMED, Draft
from newsparse_quotes.drafts.listed import having
from newsparse_quotes.drafts.planned import is_planned
from newsparse_quotes.grammar import SUBJECTS, that_before
from newsparse_quotes.lexicon import thoughts, words
from newsparse_quotes.sources.passive import is_agent, is_passive

_HELPERS = frozenset({"aux", "aux:pass", "advmod"})
"""Relations of what is between the first auxiliary of a passive and its verb."""
_CLAUSES = ("ccomp", "csubj:pass", "csubj", "advcl")
_INFINITIVES = ("xcomp", "ccomp", "advcl", "obl")


@attrs.frozen
class Pieces:
    """The pieces of what is said, and their words."""

    spans: tuple[Span, ...]
    text: str

    def __str__(self) -> str:
        """The words, for people."""
        return self.text


@attrs.frozen(slots=False, eq=False)
class PassiveCase:
    """A verb in the passive, of which is asked what is said by it."""

    tree: Tree
    verb: int

    @cached_property
    def lemma(self) -> str:
        """The lemma of the verb."""
        return self.tree.lemma(self.verb)

    @cached_property
    def subject(self) -> int | None:
        """The subject of the verb or of the one that it is joined to, or the noun that it modifies."""
        own = self.tree.children(self.verb, *SUBJECTS, "expl")
        above, relation = self.tree.head(self.verb), self.tree.relation(self.verb)
        if own or above is None:
            return own[0] if own else None
        if relation == "acl" and above < self.verb:
            return above
        return next(iter(self.tree.children(above, *SUBJECTS)), None) if relation == "conj" else None

    @cached_property
    def is_impersonal(self) -> bool:
        """Whether the subject is an "it" that stands for the clause that follows."""
        return self.subject is not None and self.tree.lemma(self.subject) in words("pronouns.thing")

    @cached_property
    def topic(self) -> Span | None:
        """The words of the subject, unless that is a pronoun."""
        subject = self.subject
        if subject is None or self.tree.tokens[subject].upos in {"PRON", "DET", "SCONJ"}:
            return None
        return self.tree.phrase(subject, ("cc", "punct"), barred=[self.verb])

    @cached_property
    def cue(self) -> Span:
        """The verb with its auxiliaries and the adverbs between them."""
        helpers = self.tree.children(self.verb, *_HELPERS)
        before = (word for word in helpers if word < self.verb and self.tree.tokens[word].upos == "AUX")
        first = next(before, self.verb)
        unbroken = all(word in helpers for word in range(first, self.verb))
        return self.tree.index.span(range(first if unbroken else self.verb, self.verb + 1))


def _pieces(case: PassiveCase, said: Span | None, topic: Span | None = None) -> Pieces | None:
    if said is None:
        return None
    spans = (said,) if topic is None or topic.overlaps(said) else tuple(sorted((topic, said)))
    return Pieces(spans, " … ".join(span.cut(case.tree.document.text) for span in spans))


def _infinitive(case: PassiveCase) -> Pieces | None:
    """The subject, and what it is expected or told to do."""
    if case.lemma not in words("speech.verbs.expecting") and case.lemma not in words("speech.verbs.directing"):
        return None
    return _pieces(case, _to_do(case.tree, case.verb), case.topic)


def _to_do(tree: Tree, verb: int) -> Span | None:
    """The infinitive with "to" right after a verb, adverbs and whoever says it aside."""
    for child in tree.children(verb, *_INFINITIVES):
        particle = next((m for m in tree.children(child, "mark") if tree.lemma(m) in words("grammar.to")), None)
        if particle is not None and child > verb and tree.tokens[child].upos in {"VERB", "AUX", "ADJ", "NOUN"}:
            agents = {word for noun in tree.children(verb, "obl:agent") for word in tree.below(noun, barred=[child])}
            if all(word in agents or tree.tokens[word].upos == "ADV" for word in range(verb + 1, particle)):
                end = tree.phrase(child, ("cc",)).end
                return Span(tree.tokens[particle].span.start, end)
    return None


def _clause(case: PassiveCase) -> Pieces | None:
    """What somebody is told, or what "it" is said, thought or feared."""
    told = case.lemma in words("speech.verbs.telling") and not case.is_impersonal
    said = case.is_impersonal and (case.lemma in reporting() or case.lemma in thoughts())
    if not told and not said:
        return None
    tree = case.tree
    for child in tree.children(case.verb, *_CLAUSES):
        marks = that_before(tree, child)
        if child > case.verb and (marks or tree.relation(child) == "ccomp") and tree.subject(child) is not None:
            return _pieces(case, tree.phrase(child, barred=marks))
    return None


def _state(case: PassiveCase) -> Pieces | None:
    """The subject, and the state that it is said or declared to be in."""
    tree = case.tree
    if case.lemma not in words("speech.verbs.expecting") and case.lemma not in words("speech.verbs.declaring"):
        return None
    for child in tree.children(case.verb, "xcomp"):
        if not tree.children(child, "mark") and tree.tokens[child].xpos != "VBG":
            agents = [
                noun for noun in tree.children(child, "obl:agent", "obl") if tree.case(noun) in words("grammar.agents")
            ]
            return _pieces(case, tree.phrase(child, barred=agents), case.topic)
    return None


def _estimate(case: PassiveCase) -> Pieces | None:
    """The subject, and the amount that it is put or estimated at."""
    if case.lemma not in words("speech.verbs.estimating") and case.lemma not in words("cues.putting"):
        return None
    return _with_subject(case, put_at(case.tree, case.verb))


def _view(case: PassiveCase) -> Pieces | None:
    """The subject, and what it is seen or described as."""
    if case.lemma not in words("speech.verbs.viewing"):
        return None
    return _with_subject(case, seen_as(case.tree, case.verb))


def _with_subject(case: PassiveCase, led: Iterable[tuple[int, int]]) -> Pieces | None:
    for particle, head in led:
        start, end = case.tree.tokens[particle].span.start, case.tree.phrase(head).end
        return _pieces(case, Span(start, end) if start < end else None, case.topic)
    return None


def _place(found: Pieces) -> Span:
    return found.spans[0]


def _rule(
    name: str, find: Callable[[PassiveCase], Pieces | None], summary: str, fires: str, quiet: str
) -> Rule[PassiveCase, Pieces]:
    return Rule(name=f"quotes.passive.{name}", find=find, summary=summary, fires=fires, quiet=quiet)


PASSIVE: RuleSet[PassiveCase, Pieces] = RuleSet(
    name="quotes.passive",
    summary="What is said, thought or asked with a verb in the passive.",
    place=_place,
    rules=(
        _rule(
            "infinitive",
            _infinitive,
            "The subject, and what it is expected, reported or told to do",
            "The old quay was sold and is widely expected to sink before the spring.",
            "The old quay was built to last before the spring.",
        ),
        _rule(
            "clause",
            _clause,
            'The clause that somebody is told, or for which "it" stands',
            "The sailors were told that the quay would sink.",
            "The sailors were shown that the quay had sunk.",
        ),
        _rule(
            "state",
            _state,
            "The subject, and the state that it is said or declared to be in",
            "Two sailors were reported missing.",
            "Two sailors were found dead.",
        ),
        _rule(
            "estimate",
            _estimate,
            "The subject, and the amount that it is put or estimated at",
            "The damage was estimated at 3 million dollars.",
            "The damage was repaired at a cost of 3 million dollars.",
        ),
        _rule(
            "view",
            _view,
            "The subject, and what it is seen or described as",
            "The old quay is widely seen as a ruin.",
            "The old quay was used as a market.",
        ),
    ),
)


def passives(tree: Tree) -> Iterator[Draft]:
    """A draft for each verb in the passive that attributes, in the order of the text."""
    for verb in having(tree, _verbs()):
        found = decided(tree, verb) if tree.tokens[verb].xpos == "VBN" else None
        if found is not None:
            yield Draft(list(found.spans), PassiveCase(tree, verb).cue, origin="passive")


def completed(tree: Tree, draft: Draft) -> Draft:
    """The draft with the pieces that its passive cue has besides: "the quay", where only "to sink" was found.

    Whoever says it leaves the cue, and what is said leaves the source. What model and tree agree on needs no certainty
    of the model any more.
    """
    verb = tree.top(tree.index.overlapping(draft.cue)) if draft.cue is not None and tree.known else None
    if verb is None or is_planned(tree, draft) or not is_passive(tree, verb):
        return draft
    draft = _without_agent(tree, draft, verb)
    found = decided(tree, verb)
    return _with_pieces(tree, _without_told(tree, draft, verb, found), found.spans) if found is not None else draft


def _without_told(tree: Tree, draft: Draft, verb: int, found: Pieces) -> Draft:
    """The draft without whoever is told what is said in a clause: "(parents) were informed that it would close"."""
    case = PassiveCase(tree, verb)
    told = case.topic if len(found.spans) == 1 and case.lemma in words("speech.verbs.telling") else None
    content = [piece for piece in draft.content if told is None or not told.covers(piece)]
    return draft.having(content=content) if content else draft


def _with_pieces(tree: Tree, draft: Draft, said: Sequence[Span]) -> Draft:
    """The draft with what is said that it has not yet, instead of a pronoun for it and out of its source."""
    source = None if draft.source is not None and _overlap(draft.source, said) else draft.source
    content = [piece for piece in draft.content if not _is_pronoun(tree, piece)]
    taken = [*content, draft.cue] if draft.cue is not None else content
    missing = [span for span in said if not _overlap(span, taken)]
    return draft.having(content=sorted([*content, *missing]), source=source, confidence=CONFIRMED)


def _overlap(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _is_pronoun(tree: Tree, piece: Span) -> bool:
    return all(tree.tokens[word].upos == "PRON" for word in tree.index.overlapping(piece))


def _without_agent(tree: Tree, draft: Draft, verb: int) -> Draft:
    """The draft with a cue that ends with its verb, where it goes on with whoever says it: "accused by the police"."""
    agents = [word for word in tree.children(verb, "obl:agent", "obl") if is_agent(tree, word, of_noun=False)]
    if draft.cue is None or not any(word in tree.index.overlapping(draft.cue) for word in agents):
        return draft
    return draft.having(cue=Span(draft.cue.start, tree.tokens[verb].span.end))


@cache
def _verbs() -> frozenset[str]:
    told = words("speech.verbs.telling", "speech.verbs.directing")
    said = reporting() | thoughts() | words("speech.verbs.expecting", "speech.verbs.declaring")
    return told | said | words("speech.verbs.viewing", "cues.putting")


def decided(tree: Tree, verb: int) -> Pieces | None:
    """What a verb says, where it is in the passive and not negated."""
    if tree.lemma(verb) not in _verbs() or not is_passive(tree, verb):
        return None
    helpers = tree.children(verb, "advmod", "aux", "aux:pass")
    if any(tree.tokens[word].text.lower() in words("modality.negations.clause") for word in helpers):
        return None
    decision = PASSIVE.decide(PassiveCase(tree, verb), at=tree.tokens[verb].span)
    return decision.found if decision is not None else None
