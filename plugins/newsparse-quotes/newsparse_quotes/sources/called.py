"""Words in marks that another calls something: "Ada Brook left what Tom Varga called “a ruin”"."""

from __future__ import annotations

import attrs

from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.grammar import ACTIVE, RELATIVE
from newsparse_quotes.lexicon import attributing, words
from newsparse_quotes.sources.case import SourceCase


def called(case: SourceCase) -> Draft | None:
    """The draft of words in marks that another calls something: "Ada Brook left what (Tom Varga called “a ruin”)"."""
    tree, verb = case.tree, _naming(case)
    marked = case.quoted.touching(case.draft.content)
    if verb is None or len(marked) != 1:
        return None
    subjects = [word for word in tree.children(verb, *ACTIVE) if word > case.draft.inside(tree)[0]]
    said = marked[0].content
    if not subjects or tree.tokens[subjects[0]].upos == "PRON":
        return None
    if said.start < tree.tokens[verb].span.end or said.end < case.draft.content[0].end - 1:
        return None
    source, cue = tree.phrase(subjects[0], barred=[verb]), tree.tokens[verb].span
    return attrs.evolve(case.draft, content=[said], cue=cue, source=source, tie=Tie.SUBJECT)


def _naming(case: SourceCase) -> int | None:
    """The verb of naming after the "what" that begins the content, where the cue is no verb of speech or thought."""
    tree, top, inside = case.tree, case.top, case.draft.inside(case.tree)
    if top is None or tree.lemma(top) in attributing() or len(case.draft.content) != 1:
        return None
    if tree.tokens[inside[0]].xpos not in RELATIVE:
        return None
    naming = words("cues.naming", "speech.verbs.viewing")
    return next((word for word in tree.children(inside[0], "acl:relcl") if tree.lemma(word) in naming), None)
