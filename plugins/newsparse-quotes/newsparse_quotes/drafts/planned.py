"""Words in marks that somebody is expected to say: "he is expected to say" has a speaker, and says how sure it is."""

from __future__ import annotations

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import CONFIRMED, Draft, trimmed, words_at
from newsparse_quotes.grammar import SUBJECTS, is_infinitive
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer


def planned(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    """The draft with the verb of speech in its cue and whoever is expected to say it as its source."""
    inside = tree.index.overlapping(draft.cue) if draft.cue is not None and tree.known else range(0)
    frame = _frame(tree, inside)
    if frame is None:
        return draft
    cue, source = frame
    marked = trimmed(tree.document.text, [stretch.content for stretch in quoted.touching(draft.content)], quoted)
    if not marked or any(span.overlaps(piece) for span in frame for piece in marked):
        return draft
    return draft.having(content=marked, cue=cue, source=source, confidence=CONFIRMED)


def _frame(tree: Tree, inside: range) -> tuple[Span, Span] | None:
    """Cue and source around the words of a cue: "(he) (is expected to say)"."""
    verb = tree.top(inside) if inside else None
    if verb is None or tree.lemma(verb) not in words("speech.verbs.expecting"):
        return None
    subject = next(iter(tree.children(verb, *SUBJECTS)), None)
    speech = next((child for child in tree.children(verb, "xcomp") if is_to_say(tree, child)), None)
    if subject is None or speech is None:
        return None
    cue = tree.index.span(range(inside[0], max(speech, inside[-1]) + 1))
    return cue, tree.phrase(subject, ("cc", "punct"), barred=[verb])


def is_planned(tree: Tree, draft: Draft) -> bool:
    """Whether a cue ends in the infinitive of a verb of speech: "is expected to say"."""
    inside = words_at(tree, draft.cue)
    return len(inside) > 1 and is_to_say(tree, inside[-1])


def is_to_say(tree: Tree, verb: int) -> bool:
    """Whether a word is the infinitive of a verb of speech."""
    return tree.lemma(verb) in words("speech.verbs.personal", "speech.verbs.telling") and is_infinitive(tree, verb)
