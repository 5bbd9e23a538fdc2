"""A clause that its frame interrupts after the subject: "The quay, pointed out the minister, will sink".

The frame may have its own subject first: "These lamps, she emphasised, show the way to the harbour".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.drafts.listed import having
from newsparse_quotes.grammar import FINITE, NOUNS, OBJECTS, RELATIVE, has_finite
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer

INTERRUPTED = "interrupted"
"""What found a clause that its frame interrupts."""
_MOST_WORDS = 12
"""Words of a speaker between the verb of a frame and its comma, at most."""
_PREDICATES = FINITE | {"VB"}
"""Tags of the verb after a frame that begins with its subject; a plural subject may make it look like an infinitive."""
_SPEAKING = frozenset({"Person", "Organization"})
"""Labels of those whose name may end a frame."""
_STATING = frozenset({"VBD", "VBZ"})


def interrupted(tree: Tree, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """``drafts`` where the speaker of such a frame is the noun after its verb, the content the rest of the clause."""
    result = list(drafts)
    for found in _framed(tree):
        if not quoted.touching(found.spans()) and not _is_known(found, drafts):
            whole = found.spans()
            result = [draft for draft in result if not any(a.overlaps(b) for a in draft.spans() for b in whole)]
            result.append(found)
    return result


def _is_known(found: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the words before and after the frame have been given to its speaker already."""
    return any(all(any(own.overlaps(p) for own in draft.content) for p in found.content) for draft in drafts)


def _framed(tree: Tree) -> Iterator[Draft]:
    informing = words("cues.informing")
    for verb in having(tree, words("speech.verbs.personal", "speech.verbs.adding") | informing):
        if tree.tokens[verb].xpos in _STATING and verb:
            inverted = tree.tokens[verb - 1].text == ","
            if inverted and tree.lemma(verb) in informing:
                continue  # whoever follows is told: ", told reporters,"
            draft = _draft(tree, verb) if inverted else _aside(tree, verb)
            if draft is not None:
                yield draft


def _aside(tree: Tree, verb: int) -> Draft | None:
    """The clause around a frame between commas that begins with its subject and ends with its verb."""
    sentence, comma = tree.index.sentence(verb), _frame_end(tree, verb)
    speaker = _speaker_before(tree, verb) if comma is not None else None
    if comma is None or speaker is None or comma + 1 >= sentence.stop:
        return None
    before, after = range(sentence.start, speaker.start - 1), range(comma + 1, sentence.stop)
    if not _is_subject(tree, before) or tree.tokens[after[0]].xpos not in _PREDICATES:
        return None
    spans = [span for span in (tree.index.unpunctuated(before), tree.index.unpunctuated(after)) if span is not None]
    return Draft(spans, tree.tokens[verb].span, tree.index.span(speaker), INTERRUPTED)


def _frame_end(tree: Tree, verb: int) -> int | None:
    """The comma right after a verb, or after whoever is told: "she emphasised (,)", "she told the court (,)"."""
    told = {word for child in tree.children(verb, *OBJECTS) for word in tree.below(child)} - {verb}
    word = verb + 1
    while word in told and tree.tokens[word].upos not in {"PUNCT", "VERB"}:
        word += 1
    return word if word < len(tree.tokens) and tree.tokens[word].text == "," else None


def _speaker_before(tree: Tree, verb: int) -> range | None:
    """The words between a comma and a verb, if they name or describe somebody: ", (the mayor) said"."""
    first = max(tree.index.sentence(verb).start, verb - _MOST_WORDS)
    comma = next((word for word in range(verb - 1, first, -1) if tree.tokens[word].upos == "PUNCT"), None)
    if comma is None or tree.tokens[comma].text != ",":
        return None
    inside = range(comma + 1, verb)
    return inside if _is_subject(tree, inside) else None


def _is_subject(tree: Tree, inside: range) -> bool:
    """Whether words are the subject of a clause: a noun phrase without a preposition before it, or one pronoun."""
    if len(inside) == 1 and tree.tokens[inside[0]].upos in {"PRON", "DET"}:
        return tree.tokens[inside[0]].xpos not in RELATIVE
    return _is_noun_phrase(tree, inside) and tree.tokens[inside[0]].upos not in {"ADP", "SCONJ", "ADV", "CCONJ", "VERB"}


def _draft(tree: Tree, verb: int) -> Draft | None:
    sentence = tree.index.sentence(verb)
    first = verb + 1 + (tree.tokens[verb + 1].xpos == "RP") if verb + 1 in sentence else sentence.stop
    near = range(first, min(first + _MOST_WORDS, sentence.stop))
    comma = next((word for word in near if tree.tokens[word].text == ","), None)
    if comma is None or comma + 1 >= sentence.stop or not _is_speaker(tree, range(first, comma)):
        return None
    before, after = range(sentence.start, verb - 1), range(_past_clause(tree, comma, sentence.stop) + 1, sentence.stop)
    if not _is_noun_phrase(tree, before) or not after or tree.tokens[after[0]].xpos not in FINITE:
        return None
    spans = [span for span in (tree.index.unpunctuated(before), tree.index.unpunctuated(after)) if span is not None]
    cue, source = tree.index.span(range(verb, first)), tree.index.span(range(first, comma))
    return Draft(spans, cue, source, INTERRUPTED)


def _past_clause(tree: Tree, comma: int, stop: int) -> int:
    """The comma after the clause with "who" that begins at one: "said Ada Brook(,) who was at sea(,) will sink"."""
    if tree.tokens[comma + 1].xpos not in RELATIVE:
        return comma
    return next((word for word in range(comma + 1, stop) if tree.tokens[word].text == ","), comma)


def _is_noun_phrase(tree: Tree, inside: range) -> bool:
    """Whether words have a noun and no finite verb, as before the frame of a clause: "The quay"."""
    return not has_finite(tree, inside) and any(tree.tokens[word].upos in NOUNS for word in inside)


def _is_speaker(tree: Tree, inside: range) -> bool:
    """Whether words name or describe a person, a body or a text, and nothing else happens in them."""
    if not inside or any(tree.tokens[word].upos in {"VERB", "AUX", "PUNCT"} for word in inside):
        return False
    span = tree.index.span(inside)
    if any(m.label in _SPEAKING for m in tree.document.mentions if m.span.overlaps(span)):
        return True
    speaking = words("nouns.people", "nouns.bodies", "speakers.documents", "speakers.records")
    return any(tree.lemma(word) in speaking for word in inside)
