"""Quotes inside quotes: what a speaker says that somebody else, or they themselves another time, said or asked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts import passives
from newsparse_quotes.drafts.attributing import (
    authority,
    is_shown,
    pledged,
    pledges,
    reporting,
    speaker_like,
)
from newsparse_quotes.drafts.draft import CONFIRMED, Draft, Tie, Way, trimmed
from newsparse_quotes.drafts.listed import having, opening
from newsparse_quotes.inner.case import InnerCase
from newsparse_quotes.inner.in_marks import in_marks
from newsparse_quotes.inner.rules import BY_WORD, INNER
from newsparse_quotes.inner.tellers import author, subject_of, teller
from newsparse_quotes.lexicon import LISTS, thoughts, words
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.tree import agent_of

_CERTAIN = 0.95
"""Confidence of the model from which the tree need not confirm what it finds."""
_PAST = frozenset({"VBD", "VBN"})


@cache
def _verbs() -> frozenset[str]:
    asked = frozenset[str]().union(*map(LISTS.groups, ("cues.matters", "cues.accusing", "cues.appealing")))
    asked |= words(
        "cues.wording",
        "cues.declaring",
        "cues.avowing",
        "cues.weighing",
        "cues.pleading",
        "cues.counting",
        "speech.verbs.denied",
        "speech.verbs.proposed",
    )
    asked |= words(
        "speech.verbs.matter", "speech.verbs.inner-matter", "speech.verbs.viewing", "cues.wishing", "cues.putting"
    )
    return asked | reporting()


@cache
def _with_wishes() -> frozenset[str]:
    return _verbs() | words("cues.wanting")


@cache
def _outside() -> frozenset[str]:
    return _with_wishes() | words("cues.claims") | pledges()


@cache
def _nouns() -> frozenset[str]:
    return words("cues.claims") | pledges() | frozenset(LISTS.groups("cues.noun-matters"))


@cache
def _lemmas() -> frozenset[str]:
    return _verbs() | _nouns() | words("speech.verbs.thought", "cues.perceiving", "cues.adjectives")


def _listed(tree: Tree) -> list[int]:
    """The words of a text that attribute, in its order, found once."""
    near = {*having(tree, _lemmas()), *opening(tree)}
    return [word for word in sorted(near) if _is_listed(tree, word)]


def _is_listed(tree: Tree, word: int) -> bool:
    """Whether a word is one that attributes."""
    upos, lemma = tree.tokens[word].upos, tree.lemma(word)
    if authority(tree, word) is not None or speaker_like(tree, word) is not None:
        return True
    if upos == "VERB":
        return lemma in _verbs() or lemma in words("speech.verbs.thought") or is_shown(tree, word)
    if upos == "NOUN":
        return lemma in _nouns()
    return upos == "ADJ" and lemma in words("cues.adjectives")


def nested(tree: Tree, draft: Draft, quoted: Outer, inner: Outer) -> list[Draft]:
    """The drafts inside the content of ``draft``; ``inner`` are the stretches in marks inside others."""
    result: list[Draft] = []
    taken: list[Span] = []
    for piece, spoken, verbs in _parts(tree, draft, quoted):
        if any(span.covers(piece) for span in taken):
            continue
        for verb in verbs:
            found = _draft(InnerCase(tree, verb, inner if spoken else quoted, spoken), piece)
            if found is not None and all(is_apart(found, other) for other in taken):
                result.append(found)
                taken += found.content
    return result


def outside(tree: Tree, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts from verbs of the lists and from "want", with whoever their subject is.

    Verbs in a content of ``drafts`` are left to ``nested``, and those of a draft that is certain need nothing more.
    """
    none = Outer([])
    sure = [draft.cue for draft in drafts if draft.cue is not None and (draft.confidence or 0) >= _CERTAIN]
    inside = set[int]().union(*(draft.inside(tree) for draft in drafts), *map(tree.index.overlapping, sure))
    for word in having(tree, _outside()):
        if word not in inside and _attributes_outside(tree, word):
            case = InnerCase(tree, word, none, spoken=False, within=False)
            found = _draft(case, tree.index.span(tree.index.sentence(word)))
            if found is not None and found.source is not None:
                yield Draft(found.content, found.cue, found.source, "complement")


def _attributes_outside(tree: Tree, word: int) -> bool:
    """Whether a word is a verb, or a noun with who claims or plans: "the claim by Ada Brook that", "her plan to"."""
    upos = tree.tokens[word].upos
    return upos == "VERB" or (upos == "NOUN" and (author(tree, word) is not None or _is_owned_pledge(tree, word)))


def _is_owned_pledge(tree: Tree, noun: int) -> bool:
    """Whether a noun is whose plan or demand it is to do something: "the council's plan to close the quay"."""
    owned = tree.lemma(noun) in pledges() and tree.children(noun, "nmod:poss")
    return bool(owned) and pledged(tree, noun) is not None


def confirmed(draft: Draft, complements: Sequence[Draft]) -> Draft:
    """The draft, which needs no certainty of the model any more where the tree finds the same by the same verb."""
    for other in complements:
        cue = draft.cue is not None and other.cue is not None and draft.cue.overlaps(other.cue)
        if cue and any(piece.overlaps(own) for piece in draft.content for own in other.content):
            return draft.having(confidence=CONFIRMED)
    return draft


def is_apart(draft: Draft, taken: Span) -> bool:
    """Whether a draft shares no words with a content, or is in it with its cue."""
    inside = all(taken.covers(span) and span != taken for span in draft.spans())
    return inside or not any(piece.overlaps(taken) for piece in draft.content)


def _parts(tree: Tree, draft: Draft, quoted: Outer) -> Iterator[tuple[Span, bool, Sequence[int]]]:
    """The pieces of a content and the parts in marks, with whether they are in marks and the words that attribute."""
    listed = tree.words.shared(_listed, lambda: _listed(tree))
    marked: dict[Span, range] = {}
    for stretch in quoted.touching(draft.content):
        for content in draft.content:
            low, high = max(content.start, stretch.content.start), min(content.end, stretch.content.end)
            if low < high:
                marked[Span(low, high)] = tree.index.overlapping(Span(low, high))
    if draft.cue is not None:
        for content in draft.content:
            own = _among(listed, tree.index.overlapping(content))
            yield content, False, [word for word in own if not any(word in inside for inside in marked.values())]
    for part, inside in marked.items():
        yield part, True, _among(listed, inside)


def _among(listed: Sequence[int], inside: range) -> Sequence[int]:
    """Those of the listed words that are among some words."""
    return listed[bisect_left(listed, inside.start) : bisect_left(listed, inside.stop)]


def _draft(case: InnerCase, piece: Span) -> Draft | None:
    """What the word of ``case`` attributes in ``piece``, with who says it where that is in ``piece`` too."""
    return _told(case, piece) or (_of_word(case, piece) if _attributes(case) else None)


def _of_word(case: InnerCase, piece: Span) -> Draft | None:
    """What a word attributes by the rules for words inside quotes."""
    cue, source = _cue(case), teller(case)
    if not (piece.covers(source) if source is not None else _may_be_nameless(case)):
        return None
    decision = INNER.decide(case, cue, BY_WORD)
    if decision is None or not decision.found.span.overlaps(piece):
        return None
    whole = decision.found.span
    content = Span(max(whole.start, piece.start), min(whole.end, piece.end))
    beside = [cue] if source is None else [cue, source]
    if any(content.overlaps(span) for span in beside) or _is_settled(case, content):
        return None
    pieces = trimmed(case.tree.document.text, [content], case.inner)
    if not _has_substance(case, pieces):
        return None
    return Draft(pieces, cue, source, "nested", tie=Tie.INNER, rule=decision.rule, way=decision.found.way)


def _told(case: InnerCase, piece: Span) -> Draft | None:
    """What somebody is told in the passive, or is thought, and by whom: "(the quay) was ordered (to close)"."""
    tree, verb = case.tree, case.verb
    orders = tree.lemma(verb) in words("speech.verbs.directing", "speech.verbs.telling")
    holds = orders or tree.lemma(verb) in words("speech.verbs.estimating", "speech.verbs.believed")
    found = passives.decided(tree, verb) if holds and tree.tokens[verb].xpos == "VBN" else None
    whole = found is not None and all(piece.covers(span) for span in found.spans)
    if found is None or not whole or in_marks(case) is not None:
        return None
    by = agent_of(tree, _cue(case))
    rule = "quotes.inner.told-to" if orders else "quotes.inner.clause"
    way = Way.PLAIN if orders else Way.CLAUSE
    pieces = trimmed(tree.document.text, list(found.spans), case.inner)
    return Draft(pieces, _cue(case), by, "nested", tie=Tie.INNER, rule=rule, way=way)


def _cue(case: InnerCase) -> Span:
    """The word that attributes; both words of "according to"."""
    tree, word = case.tree, case.verb
    if authority(tree, word) is not None:
        return tree.index.span(range(word, word + 2))
    return tree.tokens[word].span


def _may_be_nameless(case: InnerCase) -> bool:
    """Whether a word attributes even where nobody says it: a passive, or a noun such as "claim", but not "fear"."""
    return case.is_passive or (case.is_noun and case.tree.lemma(case.verb) not in words("cues.owned"))


def _has_substance(case: InnerCase, pieces: list[Span]) -> bool:
    """Whether anything is said, more than a word or in marks."""
    if not pieces:
        return False
    said = pieces[0].cut(case.tree.document.text)
    return len(said.split()) > 1 or said.lower() in words("cues.pleas") or bool(case.inner.touching(pieces))


def _is_settled(case: InnerCase, content: Span) -> bool:
    """Whether somebody finds out or decides what it is: "to determine whether the quay is safe"."""
    if case.tree.lemma(case.verb) not in words("cues.settling"):
        return False
    first = case.tree.index.overlapping(content)[:1]
    return any(case.tree.lemma(word) in words("grammar.interrogatives") for word in first)


def _attributes(case: InnerCase) -> bool:
    """Whether a word attributes what is said: of the lists, not negated, no wish, not "I say"."""
    tree, word = case.tree, case.verb
    if case.is_noun:
        return True
    adverbs = {tree.lemma(child) for child in tree.children(word, "advmod")}
    if adverbs & words("modality.negations.clause") and not adverbs & words("grammar.only"):
        return False
    helpers, marks = tree.children(word, "aux", "aux:pass"), tree.children(word, "mark", "case")
    if not words("grammar.irreal").isdisjoint(map(tree.lemma, helpers)):
        return False
    if not words("grammar.than").isdisjoint(map(tree.lemma, marks)):
        return False
    subject = subject_of(tree, word)
    if subject is None:
        return True
    return not (_is_nobody(tree, subject) or _repeats(tree, word, subject) or _is_felt(case, subject))


def _is_felt(case: InnerCase, subject: int) -> bool:
    """Whether a speaker tells how something feels, and nobody is meant by "it": "it did feel that nobody cared"."""
    felt = case.spoken and case.lemma in words("cues.feeling")
    return felt and case.tree.lemma(subject) in words("pronouns.thing")


def _is_nobody(tree: Tree, subject: int) -> bool:
    """Whether a subject says that there is none: "nobody", "no one", "none of them"."""
    told = {tree.lemma(word) for word in (subject, *tree.children(subject, "det"))}
    return not told.isdisjoint(words("modality.negations.clause"))


def _repeats(tree: Tree, verb: int, subject: int) -> bool:
    """Whether a speaker is speaking, not telling what was said another time: "I say", "we think", "I want to say"."""
    if tree.lemma(subject) not in words("grammar.pronouns.speaker"):
        return False
    thinking = tree.lemma(verb) in thoughts() and tree.tokens[verb].xpos not in _PAST
    return thinking or (_is_present(tree, verb) and _is_plain_saying(tree, verb)) or _is_wanted(tree, verb)


def _is_present(tree: Tree, verb: int) -> bool:
    """Whether a verb says what "I" or "they" do now: "say", "are saying"."""
    tag = tree.tokens[verb].xpos
    return tag == "VBP" or (tag == "VBG" and any(tree.tokens[c].xpos == "VBP" for c in tree.children(verb, "aux")))


def _is_plain_saying(tree: Tree, verb: int) -> bool:
    """Whether a verb is one of saying, demanding or refusing, tells "you", or attributes and has no object."""
    if tree.lemma(verb) in words("cues.saying", "speech.verbs.demanded", "speech.verbs.declined"):
        return True
    if any(tree.lemma(told) in words("pronouns.second") for told in tree.children(verb, "iobj")):
        return True  # "I'm telling you, it will sink"
    return tree.lemma(verb) in words("speech.verbs.reporting") and not tree.children(verb, "obj", "iobj")


def _is_wanted(tree: Tree, verb: int) -> bool:
    """Whether a verb depends on another in the present: "I want to say", "let me say"."""
    if tree.tokens[verb].xpos != "VB" or tree.relation(verb) not in {"xcomp", "ccomp"} or tree.children(verb, "aux"):
        return False
    above = tree.head(verb)
    return above is not None and tree.tokens[above].xpos in {"VBP", "VB"}


def may_attribute(tree: Tree, cue: Span, inner: Outer) -> bool:
    """Whether a cue inside a quote attributes what is said: not negated, no wish, not "I say"."""
    top = tree.top(tree.index.overlapping(cue))
    return top is not None and _attributes(InnerCase(tree, top, inner))
