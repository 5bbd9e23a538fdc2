"""Drafts in, quotes out: form, speaker, act, modality and evidence, each with the quotes inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsparse.model import Document, Evidence, Modality, Passage, Quote, QuoteForm, Span
from newsparse.model.claims import evidence
from newsparse.syntax import Tree
from newsparse_quotes.content.snapping import merged
from newsparse_quotes.content.transcripts import TURN
from newsparse_quotes.dismissed import without_dismissed
from newsparse_quotes.drafts.draft import Draft, Tie, Way, lemmas_at, words_at
from newsparse_quotes.drafts.relayed import quoter
from newsparse_quotes.inner.given import inside
from newsparse_quotes.inner.nested import nested
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer, Stretch
from newsparse_quotes.page import Page
from newsparse_quotes.readings import (
    accused,
    act,
    addressee,
    anonymity,
    hedges_and_negations,
    is_answer,
    is_denial,
    is_resuming,
)
from newsparse_quotes.sources.forged import FORGED
from newsparse_quotes.speakers import Said, Speakers
from newsparse_quotes.statements import judged
from newsparse_quotes.when import said_when


def quotes(page: Page, drafts: Sequence[Draft]) -> Iterator[Quote]:
    """The quotes of ``drafts``, each with those inside it."""
    speakers = Speakers(page.tree, page.outer)
    for draft in _joined(page.text, drafts, page.outer):
        draft, found = _once(page, draft, within(page, draft))
        told = addressee(page.tree, draft.cue, draft.content)
        said = _said(page, speakers, draft, told)
        quote = _quote(page, draft, said, page.outer, told)
        speakers.ask(told, asks=quote.act == "asked", named=said is not None, by=draft.tie is Tie.AGENT)
        if said is not None and (blamed := accused(page.tree, draft.cue)) is not None:
            speakers.accuse(blamed)
        quoting = quoter(page.tree, draft)
        if quoting is not None:
            speakers.quoted_by(quoting)
        yield quote
        parts = list(without_dismissed(_clipped(found, quote.fragments), page.tree, page.inner))
        for part in judged(parts, page.tree, page.inner, page.cues, page.judge):
            outer = said.speaker if said else None
            spoken = part.source is not None and _is_spoken(page, draft, part.source)
            inner = speakers.inside(part.source, outer, spoken=spoken, content=part.content) if part.source else None
            if _is_same(page, part, inner, said):
                continue
            told = addressee(page.tree, part.cue, part.content)
            yield attrs.evolve(_quote(page, part, inner, page.inner, told), within=quote.id)


def within(page: Page, draft: Draft) -> list[Draft]:
    """What others, or the speaker another time, say in the content of a draft; nothing in that of a forgery."""
    if draft.rule == FORGED:
        return []
    found = nested(page.tree, draft, page.outer, page.inner)
    return [*found, *inside(page.tree, draft, page.attributed, found, page.inner)]


def _clipped(found: Sequence[Draft], around: Sequence[Span]) -> list[Draft]:
    """Quotes inside another without what is beyond that one's words; those with nothing left are left out."""
    clipped = (_inside(part, around) for part in found)
    return [part for part in clipped if part.content]


def _inside(part: Draft, around: Sequence[Span]) -> Draft:
    """A quote inside another without what is beyond that one's words."""
    kept = [
        Span(max(piece.start, whole.start), min(piece.end, whole.end))
        for piece in part.content
        for whole in around
        if piece.overlaps(whole)
    ]
    return part.having(content=kept)


def _said(page: Page, speakers: Speakers, draft: Draft, told: Passage | None) -> Said | None:
    """Who says a quote to whoever is ``told``, if the words name anybody."""
    if draft.source is None:
        return None
    denies = is_denial(page.tree, draft.cue, page.cues)
    answers = denies or is_answer(page.tree, draft.cue)
    resumes = is_resuming(page.tree, draft.cue)
    return speakers.at(draft.source, draft.content, answers=answers, resumes=resumes, denies=denies, told=told)


def _once(page: Page, draft: Draft, inner: list[Draft]) -> tuple[Draft, list[Draft]]:
    """One quote and those inside it, where its sentence says twice who speaks: "Ada Brook said it sank, she added".

    The words and the speaker are then those of the clause inside, whose verb and speaker come before all else.
    """
    whole = draft.content[0]
    again = draft.source is not None and draft.source.start >= whole.end and not page.outer.touching([whole])
    if not again or len(draft.content) > 1 or not _is_pronoun(page, draft.source):
        return draft, inner
    part = next((part for part in inner if _is_all_of(page, part, whole, draft.source)), None)
    if part is None:
        return draft, inner
    first = draft.having(content=part.content, cue=part.cue, source=part.source)
    return first, [other for other in inner if other is not part]


def _is_all_of(page: Page, part: Draft, whole: Span, again: Span | None) -> bool:
    """Whether a clause inside a quote is all of it, said by a name or by the same words as ``again``."""
    source, cue = part.source, part.cue
    if source is None or cue is None or source.start != whole.start or part.way is not Way.CLAUSE:
        return False
    if part.content[-1].end != whole.end:
        return False
    if words("cues.saying").isdisjoint(lemmas_at(page.tree, cue)):
        return False
    top = page.tree.top(page.tree.index.overlapping(source))
    if top is not None and page.tree.tokens[top].upos == "PROPN":
        return True
    return again is None or source.cut(page.text).lower() == again.cut(page.text).lower()


def _is_pronoun(page: Page, source: Span | None) -> bool:
    """Whether a source is a pronoun for a person."""
    return source is not None and source.cut(page.text).lower() in words("grammar.pronouns.person")


def _is_spoken(page: Page, draft: Draft, source: Span) -> bool:
    """Whether words in a quote are the speaker's own: in marks, or in a line after a speaker's label."""
    return draft.origin == TURN or bool(page.outer.touching([source]))


def _is_same(page: Page, part: Draft, inner: Said | None, outer: Said | None) -> bool:
    """Whether a quote inside a quote is what the same speaker says or thinks now: "the council says that it hopes"."""
    if inner is None or outer is None or part.cue is None or page.inner.touching(part.content):
        return False
    if part.way is Way.ALOUD or _is_earlier(page.tree, part.cue):
        return False
    if inner.speaker.entity != outer.speaker.entity:
        return False
    now = any(page.tree.tokens[word].xpos == "VBZ" for word in page.tree.index.overlapping(part.cue))
    return (now and inner.speaker.entity is not None) or (
        part.manner == "thought" and inner.speaker.reason == "pronoun"
    )


def _is_earlier(tree: Tree, cue: Span) -> bool:
    """Whether a cue is in the past perfect, of another time than what is said around it: "she had considered"."""
    perfect = words("grammar.perfect")
    helpers = (child for word in words_at(tree, cue) for child in tree.children(word, "aux"))
    return any(tree.lemma(word) in perfect and tree.tokens[word].xpos == "VBD" for word in helpers)


def _joined(text: str, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """Drafts of the model whose parts were separated: same cue, same source, one quote.

    What is in marks in a paragraph of its own is one of its own, with that source, unless the marks before stay open.
    """
    result: list[Draft] = []
    known: dict[tuple[Span | None, Span | None], int] = {}
    for draft in drafts:
        at = known.get((draft.cue, draft.source)) if draft.cue is not None else _left_open(draft, result, quoted)
        if at is None:
            known[draft.cue, draft.source] = len(result)
            result.append(draft)
        elif _goes_on(text, result[at].content[-1], draft.content[0], quoted):
            result[at] = result[at].having(content=merged([*result[at].content, *draft.content]))
        elif not quoted.touching(draft.content[:1]):
            result[at] = result[at].having(
                cue=None, tie=Tie.CONTINUES
            )  # the cue is that of the reported words beside it
            known[draft.cue, draft.source] = len(result)
            result.append(draft)
        else:
            result.append(draft.having(cue=None, tie=Tie.CONTINUES))
    return result


def _left_open(draft: Draft, before: Sequence[Draft], quoted: Outer) -> int | None:
    """The place of the last draft, where this one without a cue goes on from its open marks."""
    touched = quoted.touching(draft.content[:1])
    goes_on = bool(before) and before[-1].source == draft.source and bool(touched) and touched[0].reopened
    return len(before) - 1 if goes_on else None


def _goes_on(text: str, before: Span, after: Span, quoted: Outer) -> bool:
    """Whether two pieces are of one quote: in one paragraph, both outside marks, or in marks that were not closed."""
    if "\n" not in text[before.end : after.start]:
        return True
    touched = quoted.touching([after])
    return touched[0].reopened if touched else not quoted.touching([before])


def _quote(page: Page, draft: Draft, found: Said | None, quoted: Outer, told: Passage | None) -> Quote:
    document, tree = page.document, page.tree
    form, marks = _form(document.text, draft.content, quoted)
    speaker = found.speaker if found is not None else None
    if speaker is not None:
        why = anonymity(tree, draft.source, draft.cue) if speaker.kind != "person" else None
        reason = "continues" if draft.tie.goes_on else speaker.reason
        if why is not None or reason != speaker.reason:
            speaker = attrs.evolve(speaker, anonymity=why, reason=reason)
    when = said_when(page, draft)
    hedges, negations = hedges_and_negations(document.text, [*([draft.cue] if draft.cue else []), *draft.content])
    return Quote.make(
        document.text,
        *draft.content,
        fragments=tuple(draft.content),
        form=form,
        marks=marks,
        speaker=speaker,
        unattributed="" if speaker else _why_open(draft),
        cue=Passage(draft.cue, document.cut(draft.cue)) if draft.cue else None,
        addressee=told,
        about=page.mentions.entities(draft.content, without=speaker.entity if speaker else None),
        modality=_modality(document, draft),
        act=act(tree, draft.cue, draft.source, draft.content, page.cues),
        manner=draft.manner,
        when=when,
        period=page.dates.period(when.span) if when else None,
        hedges=hedges,
        negations=negations,
        rule=draft.rule,
        confidence=draft.confidence,
        evidence=_evidence(draft, found),
    )


def _why_open(draft: Draft) -> str:
    """Why a quote has no speaker."""
    if draft.tie is Tie.DOUBTED:
        return "somebody else is named since the speaker before it"
    return "no source named" if draft.cue else "no cue and no speaker before it"


def _evidence(draft: Draft, found: Said | None) -> tuple[Evidence, ...]:
    """What decided the content, the source and the speaker."""
    return evidence(
        ("content", draft.origin),
        ("source", draft.rule if draft.source else ""),
        ("speaker", found.rule if found else ""),
    )


def _form(text: str, content: Sequence[Span], quoted: Outer) -> tuple[QuoteForm, tuple[Span, ...]]:
    """The form of a content and the marks around or inside it."""
    near = quoted.touching(content)
    if not near:
        return "indirect", ()
    marks = tuple(mark for stretch in near for mark in stretch.marks)
    if _is_in_marks(content, near):
        spoken = any(map(str.isalnum, "".join(piece.cut(text) for piece in content)))
        return ("direct", marks) if spoken else ("indirect", ())
    inside = sum(_letters_inside(text, piece, near) for piece in content)
    if not inside:
        return "indirect", ()
    return ("direct" if inside >= sum(_letters(piece.cut(text)) for piece in content) else "mixed"), marks


def _is_in_marks(content: Sequence[Span], near: Sequence[Stretch]) -> bool:
    """Whether every piece of a content is all in marks."""
    return all(any(stretch.content.covers(piece) for stretch in near) for piece in content)


def _letters_inside(text: str, piece: Span, marked: Sequence[Stretch]) -> int:
    """How many letters and digits of a piece are in marks."""
    shared = ((max(piece.start, s.content.start), min(piece.end, s.content.end)) for s in marked)
    return sum(_letters(text[start:end]) for start, end in shared if start < end)


def _letters(characters: str) -> int:
    return sum(map(str.isalnum, characters))


def _modality(document: Document, draft: Draft) -> Modality:
    if draft.cue is None:
        return "asserted"
    forms = document.cut(draft.cue).lower().split()
    lists: tuple[tuple[Modality, frozenset[str]], ...] = (
        ("negated", words("modality.negated")),
        ("asked", words("modality.asked")),
        ("forecast", words("modality.forecasts.cue")),
        ("hedged", words("modality.hedged")),
    )
    return next((kind for kind, listed in lists if not listed.isdisjoint(forms)), "asserted")
