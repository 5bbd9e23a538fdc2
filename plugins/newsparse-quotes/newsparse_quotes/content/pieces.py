"""Whole pieces of content: broken ones are joined, cut-off phrases completed, doubtful scraps dropped."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.grammar import ACTIVE, FINITE, NOUNS, has_finite
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.readings import is_anonymity

_OPEN = frozenset({"ADP", "DET", "PART", "CCONJ", "SCONJ"})
"""Parts of speech that cannot end a content: more has to follow."""
_MODIFYING = frozenset({"amod", "compound", "nmod:poss"})
"""Relations of words to the noun after them, without which they are cut off: "New" of "New Harbour"."""
_JOINING = frozenset({"WDT", "WP", "WP$", "WRB"})
"""Tags of the words that open a relative clause or one of time, which cannot end a content either."""
_EMPTY = _OPEN | {"AUX", "PRON", "PUNCT", "SYM"}
"""Parts of speech that alone say nothing."""
_MAX_GAP_WORDS = 2
"""Words between two pieces of one content that count as a mistaken break by the model, at most."""
_LEAST_WORDS = 3
"""Words of a stretch in marks from which the words next to it are separated from it."""
_DASHES = ("-", "\u2013")
_ASIDE = (*_DASHES, "--", "\u2014")
_STOPS = (",", ".", "?", "!")
_SURE = 0.9
"""Confidence from which a piece of one word is kept."""


def mended(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    """The draft with its pieces whole; without any if only scraps were found. Needs parts of speech and heads."""
    if not tree.known:
        return draft
    others = [*draft.content, *([draft.cue] if draft.cue else [])]
    source = _finished(tree, draft.source, others) if draft.source is not None else None
    barred = [span for span in (draft.cue, source) if span is not None]
    whole = [_to_comma(tree, _with_clause(tree, piece, barred), barred) for piece in sorted(draft.content)]
    content = _bridged(tree, [_finished(tree, piece, barred) for piece in whole], barred)
    kept = [
        piece
        for piece in content
        if quoted.touching([piece]) or not (_is_scrap(tree, piece, draft) or is_anonymity(tree.index, piece, draft.cue))
    ]
    return draft.having(content=kept, source=source)


def parted(text: str, piece: Span, quoted: Outer) -> Span:
    """A piece without the words before a colon and a mark, and without those after a comma and a closing mark.

    What is in marks there is a direct quote, and the words beside it belong to the sentence around it.
    """
    for stretch in quoted.near(piece):
        content = stretch.content
        if stretch.close is None or not content.overlaps(piece) or len(content.cut(text).split()) < _LEAST_WORDS:
            continue
        reaches = content.end + len(stretch.close) >= piece.end - 1
        if reaches and text[piece.start : stretch.open.start].rstrip().endswith(":"):
            piece = Span(content.start, piece.end)
        if stretch.open.start <= piece.start and stretch.close.end < piece.end and text[content.end - 1] in _STOPS:
            piece = Span(piece.start, content.end)
    return piece


def _finished(tree: Tree, piece: Span, barred: Sequence[Span]) -> Span:
    """A piece that ends in "of" or "the" with the rest of that phrase, one that ends in "$" with the amount."""
    words = tree.index.overlapping(piece)
    if not words or tree.tokens[words[-1]].span.end != piece.end:
        return piece
    last = words[-1] - (tree.tokens[words[-1]].text == "," and tree.tokens[words[-1] - 1].xpos in _JOINING)
    end = _goes_on(tree, last)
    if end <= piece.end:
        return piece
    longer = Span(piece.start, end)
    if not any(longer.overlaps(span) for span in barred):
        return longer
    return _without_case(tree, piece, last, barred)


def _without_case(tree: Tree, piece: Span, last: int, barred: Sequence[Span]) -> Span:
    """A piece without the preposition at its end that leads to the cue or source: "claims of theft (by) the crew"."""
    head = tree.head(last)
    if head is None or tree.relation(last) != "case" or not any(tree.tokens[head].span.overlaps(s) for s in barred):
        return piece
    before = tree.tokens[last - 1].span.end
    return Span(piece.start, before) if before > piece.start else piece


def _goes_on(tree: Tree, last: int) -> int:
    """Where the phrase ends that a last word leaves unfinished; the end of the word if nothing is unfinished."""
    token, head = tree.tokens[last], tree.head(last)
    if tree.lemma(last).lower() in words("dates.months") and _is_day(tree, last + 1):
        return tree.tokens[last + 1].span.end
    if unicodedata.category(token.text[-1]) == "Sc":
        return _amount(tree, last)
    owned = _owned(tree, last) if token.xpos == "POS" else None
    if owned is not None:
        return tree.phrase(owned).end
    if head is None or head <= last or not _is_cut_off(tree, last) or head not in tree.index.sentence(last):
        return token.span.end
    return tree.phrase(head).end


def _is_cut_off(tree: Tree, word: int) -> bool:
    """Whether nothing can end with a word: "of", "which", or "New" of "New Harbour"."""
    token = tree.tokens[word]
    return token.upos in _OPEN or token.xpos in _JOINING or tree.relation(word) in _MODIFYING


def _is_day(tree: Tree, word: int) -> bool:
    """Whether a word, if there is one at this place, is the day or year after a month."""
    return word < len(tree.tokens) and tree.tokens[word].upos == "NUM" and word in tree.index.sentence(word - 1)


def _owned(tree: Tree, mark: int) -> int | None:
    """The noun later in the same sentence that a mark of a possessive leads to: "the sailors' (long strike)"."""
    owner = tree.head(mark)
    noun = tree.head(owner) if owner is not None else None
    if noun is None or noun <= mark or tree.tokens[noun].upos not in NOUNS:
        return None
    return noun if noun in tree.index.sentence(mark) else None


def _amount(tree: Tree, sign: int) -> int:
    """Where the figures after a sign of a currency end: "5.8-6.1 billion"."""
    index = sign
    for after in range(sign + 1, tree.index.sentence(sign).stop):
        if tree.tokens[after].upos == "NUM":
            index = after
        elif tree.tokens[after].text not in _DASHES:
            break
    return tree.tokens[index].span.end


def _with_clause(tree: Tree, piece: Span, barred: Sequence[Span]) -> Span:
    """A piece with the clause after the comma that it ends before ("it opens a review, which takes 180 days").

    What is added to a thing or to what somebody plans is the author's: "plans to close, which leaves the town without".
    """
    words = tree.index.overlapping(piece)
    if not _comma_follows(tree, words[-1]):
        return piece
    if not has_finite(tree, words):
        return piece
    comma = words[-1] + 1
    below = (c for word in words for c in tree.children(word, "acl:relcl", "acl") if c > comma)
    verb = next(below, None)
    if verb is None:
        return piece
    clause = tree.phrase(verb)
    longer = Span(piece.start, max(piece.end, clause.end))
    return longer if not any(longer.overlaps(span) for span in barred) else piece


def _comma_follows(tree: Tree, word: int) -> bool:
    """Whether a comma follows a word in its sentence, and the document goes on after it."""
    comma = word + 1
    if comma + 1 >= len(tree.tokens) or tree.tokens[comma].text != ",":
        return False
    return comma in tree.index.sentence(word)


def _to_comma(tree: Tree, piece: Span, barred: Sequence[Span]) -> Span:
    """A piece at the beginning of a sentence up to the comma before cue and source: "It sank (at noon), she said"."""
    words = tree.index.overlapping(piece)
    after = [span.start for span in barred if span.start > piece.end]
    if not after or words[0] != tree.index.sentence(words[0]).start:
        return piece
    gap = tree.index.overlapping(Span(piece.end, min(after)))
    if len(gap) <= 1 or tree.tokens[gap[-1]].text != "," or gap[-1] not in tree.index.sentence(words[0]):
        return piece
    rest = gap[:-1]
    return Span(piece.start, tree.tokens[rest[-1]].span.end) if _completes(tree, rest, words) else piece


def _completes(tree: Tree, rest: range, words: range) -> bool:
    """Whether words without punctuation all depend on one another or on words before them."""
    if not all(tree.head(word) in words or tree.head(word) in rest for word in rest):
        return False
    return all(tree.tokens[word].upos != "PUNCT" for word in rest)


def _bridged(tree: Tree, pieces: Sequence[Span], barred: Sequence[Span]) -> list[Span]:
    """Neighbouring pieces as one if only a word or two of the same sentence, not of cue or source, separate them."""
    result: list[Span] = []
    for piece in pieces:
        if result and _is_break(tree, result[-1], piece, barred):
            result[-1] = Span(result[-1].start, max(result[-1].end, piece.end))
        else:
            result.append(piece)
    return result


def _is_break(tree: Tree, before: Span, after: Span, barred: Sequence[Span]) -> bool:
    if after.start <= before.end:
        return True
    gap = Span(before.end, after.start)
    between = tree.document.cut(gap)
    words = [word for word in between.split() if any(c.isalnum() for c in word)]
    odd = any(c in '\n"\u201c\u201d\u00ab\u00bb' or c in ".:;?!" for c in between) or "''" in between
    if odd or any(gap.overlaps(span) for span in barred):
        return False
    return len(words) <= _MAX_GAP_WORDS or _holds(tree, before, gap, after)


def _holds(tree: Tree, before: Span, gap: Span, after: Span) -> bool:
    """Whether all words between two pieces of one sentence depend on words of the pieces, so that these are one.

    An aside in dashes may be the author's, and so may what the next verb says.
    """
    inside = {*tree.index.overlapping(before), *tree.index.overlapping(after)}
    between = tree.index.overlapping(gap)
    if max(inside) not in tree.index.sentence(min(inside)) or tree.document.cut(gap).strip()[:1] in _ASIDE:
        return False
    if any(tree.tokens[word].xpos in FINITE and tree.relation(word) == "conj" for word in between):
        return False
    heads = (tree.head(word) for word in between if tree.head(word) not in between)
    return all(head in inside for head in heads)


def is_plea(tree: Tree, piece: Span) -> bool:
    """Whether a piece is what an accused pleads, in a word: "guilty"."""
    return piece.cut(tree.document.text).lower() in words("cues.pleas")


def _is_scrap(tree: Tree, piece: Span, draft: Draft) -> bool:
    """Whether a piece of one word, not in marks, is a function word or has little confidence."""
    inside = [w for w in tree.index.overlapping(piece) if tree.tokens[w].upos != "PUNCT"]
    if len(inside) > 1 or draft.confidence is None or is_plea(tree, piece):
        return False
    subject = any(tree.relation(word) in ACTIVE and tree.tokens[word].xpos not in _JOINING for word in inside)
    if subject and piece.start < draft.content[-1].start:
        return False  # "That, she said, would help"
    empty = all(tree.tokens[w].upos in _EMPTY for w in inside)
    return empty or draft.confidence < _SURE
