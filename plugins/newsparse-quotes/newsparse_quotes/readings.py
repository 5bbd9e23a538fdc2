"""How something is said: act, manner, hedges, negations, addressee, and the reason for anonymity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsparse.model import Passage, Span
from newsparse.model.claims import Act, Manner
from newsparse.syntax import Tree
from newsparse_quotes.lexicon import Cues, words

ANONYMOUS = re.compile(
    r"on (?:the )?condition of anonymity[^.,;\n\"\u201d]*"
    r"|(?:asked|declined|refused|requested|did not (?:want|wish)|would not agree) "
    r"(?:not )?to be (?:named|identified|quoted)[^.,;\n\"\u201d]*"
    r"|(?:spoke|speaking|talked) anonymously[^.,;\n\"\u201d]*"
    r"|because (?:he|she|they) (?:was|were) not authori[sz]ed to [^.,;\n\"\u201d]*"
    r"|who (?:gave|used) only (?:his|her|their) first names?"
)


def act(tree: Tree, cue: Span | None, content: Sequence[Span], cues: Cues) -> Act:
    """What the speaker does; "declined" is a refusal to comment, the first cue word with an act decides otherwise."""
    if cue is None:
        return "said"
    text = tree.document.text
    lemmas = [tree.lemma(index) for index in tree.index.overlapping(cue)]
    found: Act = next((kind for lemma in lemmas if (kind := cues.act(lemma))), "said")
    opening = text[content[0].start : content[0].end].lower().split()[:4]
    said = {*lemmas, *opening}
    phrase = f"{cue.cut(text)} {' '.join(opening)}".lower()
    if any(refused in phrase for refused in words("refused phrases")):
        return "declined"
    return "said" if found == "declined" and not said & words("refused") else found


def manner(tree: Tree, cue: Span | None) -> Manner:
    """Whether the words were spoken, written or thought, by the cue."""
    lemmas = {tree.lemma(index) for index in tree.index.overlapping(cue)} if cue else set()
    if lemmas & words("writing"):
        return "writing"
    return "thought" if lemmas & words("thought") else "speech"


def marked(text: str, spans: Sequence[Span], name: str) -> tuple[Passage, ...]:
    """The words of the list ``name`` ("hedges", "negations") within ``spans``."""
    found = {Span(*match.span()) for span in spans for match in _pattern(name).finditer(text, span.start, span.end)}
    return tuple(Passage(span, span.cut(text)) for span in sorted(found))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    ordered = sorted(words(name), key=len, reverse=True)
    free = "|".join(re.escape(word) for word in ordered if word.isalpha() or " " in word)
    ends = "|".join(re.escape(word) for word in ordered if not word.isalpha() and " " not in word)
    pattern = rf"\b(?:{free})\b" + (rf"|(?:{ends})\b" if ends else "")
    if name == "hedges":
        near, figures = ("|".join(sorted(words(other))) for other in ("hedges of figures", "figures"))
        pattern += rf"|\b(?:{near})(?=\s(?:[$\u00a3\u20ac\u00a5\u20b9]?\d|(?:{figures})\b))"
    return re.compile(pattern, re.IGNORECASE)


def addressee(tree: Tree, cue: Span | None, content: Sequence[Span]) -> Passage | None:
    """Whom the speaker tells: the object of "told", or what follows "to" after a verb of saying."""
    for index in tree.index.overlapping(cue) if cue else ():
        if tree.tokens[index].upos != "VERB":
            continue
        told = tree.children(index, "obj", "iobj") if tree.lemma(index) in words("addressed") else []
        spoken = [child for child in tree.children(index, "obl") if _is_to(tree, child)]
        for child in [*told, *spoken]:
            span = tree.phrase(child, ("case", "punct"))
            if not any(span.overlaps(piece) for piece in content):
                return Passage(span, span.cut(tree.document.text))
    return None


def _is_to(tree: Tree, index: int) -> bool:
    case = {tree.lemma(child) for child in tree.children(index, "case")}
    return "to" in case and tree.tokens[index].upos in {"NOUN", "PROPN", "PRON"}


def is_anonymity(text: str, piece: Span) -> bool:
    """Whether a piece of content is about not being named: "not to be identified because ..."."""
    start = max(text.rfind("\n", 0, piece.start) + 1, piece.start - 60)
    return any(m.start() <= piece.start and piece.start < m.end() for m in ANONYMOUS.finditer(text, start, piece.end))


def anonymity(tree: Tree, source: Span | None) -> Passage | None:
    """The words in the sentence of the source that say why it has no name."""
    inside = tree.index.overlapping(source) if source else range(0)
    if not inside:
        return None
    sentence = tree.index.sentence(inside[0])
    start, end = tree.tokens[sentence.start].span.start, tree.tokens[sentence.stop - 1].span.end
    found = ANONYMOUS.search(tree.document.text, start, end)
    return Passage(Span(*found.span()), found.group()) if found else None
