"""When the source is nothing that speaks: a picture, a test, a sum, a law, a state, or the sort of an article."""

from __future__ import annotations

from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.grammar import RELATIVE
from newsparse_quotes.lexicon import attributing, words


def is_evidence(case: AttributionCase) -> bool:
    """Whether a test speaks for itself: "blood tests showed that"."""
    return source_is(case, "speakers.evidence")


def is_picture(case: AttributionCase) -> bool:
    """Whether pictures show what nobody says: "photos show", "footage of the fire shows"."""
    return source_is(case, "speakers.pictures")


def is_amount(case: AttributionCase) -> bool:
    """Whether the source is a sum or number in digits, and the verb does not attribute: "£88,000 had gone to"."""
    if case.draft.source is None or case.lemma in attributing():
        return False
    top = case.tree.top(case.tree.index.overlapping(case.draft.source))
    number = top is not None and case.tree.tokens[top].upos in {"NUM", "SYM"}
    return number and any(character.isdigit() for character in case.draft.source.cut(case.tree.document.text))


def is_genre(case: AttributionCase) -> bool:
    """Whether a label is the sort of an article: "Explainer: The quay will be closed", "Voter Guide: ..."."""
    source, cue, text = case.draft.source, case.cue, case.tree.document.text
    if source is None or cue.cut(text) != ":" or cue.start != source.end:
        return False
    *_, last = source.cut(text).lower().split()
    return last in words("speakers.genres")


def is_abstract(case: AttributionCase) -> bool:
    """Whether the source is a state, an event or a thing, which says nothing: "growth was expected to"."""
    source = case.draft.source
    planned = source is not None and source.cut(case.tree.document.text).lower() in words("speakers.standards")
    return planned or source_is(case, "nouns.silent")


def is_legal_effect(case: AttributionCase) -> bool:
    """Whether a law or rule obliges somebody to something: "the law requires that sailors have a licence"."""
    return source_is(case, "speakers.laws")


def source_is(case: AttributionCase, nouns: str) -> bool:
    """Whether the head of the source is one of the nouns of a list."""
    if case.draft.source is None:
        return False
    top = case.tree.top(case.tree.index.overlapping(case.draft.source))
    top = _antecedent(case, top) if top is not None else None
    if top is None or case.tree.tokens[top].upos != "NOUN" or case.tree.is_titled(top):
        return False
    return case.tree.lemma(top) in words(nouns)


def _antecedent(case: AttributionCase, word: int) -> int:
    """What a relative pronoun stands for, the noun that its clause is about; any other word itself."""
    verb = case.tree.head(word) if case.tree.tokens[word].xpos in RELATIVE else None
    noun = case.tree.head(verb) if verb is not None and case.tree.relation(verb) == "acl:relcl" else None
    return word if noun is None else noun
