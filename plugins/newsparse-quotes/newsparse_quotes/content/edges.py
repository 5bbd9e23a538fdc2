"""Where content begins and ends beside its cue: what belongs to the cue, what continues after it, what another says."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.attributing import charged
from newsparse_quotes.drafts.draft import Draft, words_at
from newsparse_quotes.grammar import FINITE, SUBJECTS, has_finite
from newsparse_quotes.lexicon import LISTS, telling, words
from newsparse_quotes.marks.stretches import Outer, Stretch
from newsparse_quotes.readings import told_of
from newsparse_quotes.sources.passive import is_passive

_HELPERS = ("aux", "aux:pass", "cop")
_OF_VERB = frozenset({*_HELPERS, "advmod"})
"""Relations of what may stand right before a verb."""
_INSERTED = frozenset({"acl:relcl", "acl", "advcl", "advcl:relcl"})
"""Relations of clauses that may come before the verb on which they depend."""
_REACH_WORDS = 8
"""Words before the cue "charges" in which "pleaded" is the actual cue."""


def edged(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    """The draft with its content cut and lengthened where the tree or the marks say where it ends."""
    if draft.cue is None or not words_at(tree, draft.cue) or not tree.known or not draft.content:
        return draft
    cue, pieces = _overheard(tree, *_declined(tree, draft.cue, sorted(draft.content)))
    if _is_led_by_marks(pieces, cue, quoted):
        cue, pieces = _without_comment(tree, pieces, cue, quoted)
    verb = tree.top(tree.index.overlapping(cue))
    if verb is not None:
        pieces = [_of_cue(tree, piece, verb) if piece.start >= cue.end else piece for piece in pieces]
    content = _without_manner(tree, pieces, quoted)
    resumed = _resumed(tree, content[-1], cue, draft.source, quoted)
    return draft.having(cue=cue, content=[*content, resumed] if resumed else content)


def pleaded(tree: Tree, draft: Draft) -> Draft:
    """The draft with what an accused pleads, where its cue says so: "pleaded (not guilty)" and not the charge."""
    if draft.cue is None or not words_at(tree, draft.cue) or not tree.known or not draft.content:
        return draft
    cue, pieces = _pleaded(tree, draft.cue, sorted(draft.content))
    return draft.having(cue=cue, content=pieces)


def _of_cue(tree: Tree, piece: Span, verb: int) -> Span:
    """A piece after the cue whose top is ``verb``, without what does not belong to what is said."""
    piece = _without_addressee(tree, _without_told(tree, _without_outlet(tree, piece, verb), verb), verb)
    return _without_next(tree, _without_main(tree, piece, verb), verb)


def without_setting(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    """The draft without where it was said or written, at its end: "it sank, in a paper published on Monday"."""
    last = draft.content[-1]
    if draft.cue is None or last.start < draft.cue.end or quoted.touching([last]):
        return draft
    return draft.having(content=[*draft.content[:-1], _to_setting(tree, last)])


def _to_setting(tree: Tree, piece: Span) -> Span:
    """A piece up to the comma before such words at its end."""
    inside = tree.index.overlapping(piece)
    for word in inside[1:-2]:
        if tree.tokens[word].text != "," or tree.lemma(word + 1) not in words("grammar.bringing"):
            continue
        noun = tree.head(word + 1)
        if noun is None or tree.relation(word + 1) != "case":
            continue
        told = tree.lemma(noun) in words("speakers.settings")
        article = any(tree.lemma(child) in words("grammar.indefinite") for child in tree.children(noun, "det"))
        if told and article and tree.phrase(noun).end >= piece.end:
            return Span(piece.start, tree.tokens[word - 1].span.end)
    return piece


def without_that(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    """The draft without the "that" that joins its content to the cue; "that plan is old" keeps it, and so do marks."""
    content = [piece if piece.start in quoted.closes else _joined(tree, piece) for piece in draft.content]
    return draft.having(content=content)


def _joined(tree: Tree, piece: Span) -> Span:
    """The piece from the word after the conjunction with which it begins."""
    inside = tree.index.overlapping(piece)
    if len(inside) <= 1:
        return piece
    first = tree.tokens[inside[0]]
    joins = tree.relation(inside[0]) == "mark" or first.upos == "SCONJ"
    if first.text.lower() not in words("grammar.that") or not joins:
        return piece
    rest = [word for word in inside[1:] if tree.tokens[word].text != ","]
    return Span(tree.tokens[rest[0]].span.start, piece.end) if rest else piece


def _declined(tree: Tree, cue: Span, pieces: list[Span]) -> tuple[Span, list[Span]]:
    """The cue "declined" and "to comment on the payment" as "declined to comment on" and "the payment"."""
    top = tree.top(tree.index.overlapping(cue)) if cue.end + 1 == pieces[0].start else None
    if top is None or tree.lemma(top) not in words("speech.verbs.declined"):
        return cue, pieces
    inside = tree.index.overlapping(pieces[0])
    if not _is_refusal(tree, inside):
        return cue, pieces
    last = inside[1]
    last += tree.tokens[last + 1].upos == "ADP"
    end = tree.tokens[last].span.end
    rest = [Span(max(piece.start, end + 1), piece.end) for piece in pieces if piece.end > end + 1]
    return (Span(cue.start, end), rest) if rest else (cue, pieces)


def _overheard(tree: Tree, cue: Span, pieces: list[Span]) -> tuple[Span, list[Span]]:
    """The cue "was overheard" and "telling aides it sank" as "was overheard telling aides" and "it sank"."""
    first, top = tree.top(tree.index.overlapping(pieces[0])), tree.top(tree.index.overlapping(cue))
    if cue.end + 1 != pieces[0].start or first is None or top is None or not is_passive(tree, top):
        return cue, pieces
    says = tree.tokens[first].xpos == "VBG" and tree.lemma(first) in telling()
    if not says or tree.tokens[first].span.start != pieces[0].start:
        return cue, pieces
    start = min((tree.phrase(clause).start for clause in tree.children(first, "ccomp")), default=cue.end)
    if not pieces[0].start < start < pieces[0].end:
        return cue, pieces
    end = tree.tokens[tree.index.overlapping(Span(pieces[0].start, start))[-1]].span.end
    return Span(cue.start, end), [Span(start, pieces[0].end), *pieces[1:]]


def _is_refusal(tree: Tree, inside: range) -> bool:
    """Whether words begin with "to comment" and continue."""
    if len(inside) <= 1 or inside[1] + 1 == len(tree.tokens):
        return False
    return tree.lemma(inside[0]) in words("grammar.to") and tree.lemma(inside[1]) in words("speech.verbs.refusable")


def _pleaded(tree: Tree, cue: Span, pieces: list[Span]) -> tuple[Span, list[Span]]:
    """The cue "pleaded not guilty to charges" and what those are as "pleaded" and "not guilty"."""
    own = tree.index.overlapping(cue)
    first, sentence = own[0], tree.index.sentence(own[0])
    reach = (
        range(max(sentence.start, first - _REACH_WORDS), first) if tree.lemma(first) in words("cues.charging") else ()
    )
    plead = next((word for word in (*own, *reach) if tree.lemma(word) in words("cues.pleading")), None)
    if plead is None:
        return cue, pieces
    after = [word for word in sentence if plead < word <= plead + 2]
    pleas = [word for word in after if tree.lemma(word) in words("cues.pleas")]
    if not pleas:
        return cue, pieces
    end = charged(tree, plead, pleas[0]) if plead in own else tree.tokens[pleas[0]].span.end
    return tree.tokens[plead].span, [Span(tree.tokens[after[0]].span.start, end)]


def _without_told(tree: Tree, piece: Span, verb: int) -> Span:
    """A piece without whoever is told or asked before its clause: "asked Ada if it sank"."""
    for told in told_of(tree, verb):
        person = tree.phrase(told)
        after = tree.index.overlapping(person).stop
        clause = after < len(tree.tokens) and tree.lemma(after) in words("grammar.interrogatives")
        if clause and person.start == piece.start and tree.tokens[after].span.start < piece.end:
            return Span(tree.tokens[after].span.start, piece.end)
    return piece


def _without_outlet(tree: Tree, piece: Span, verb: int) -> Span:
    """A piece without the body that is told it, which the tree joins to its first noun: "told IPS (ships are old)"."""
    inside = tree.index.overlapping(piece)
    if tree.lemma(verb) not in words("cues.informing") or tree.children(verb, "obj", "iobj", "mark"):
        return piece
    first = inside[0]
    joined = first + 1 in inside and tree.relation(first) == "compound"
    told = (m for m in tree.document.mentions if m.span == tree.tokens[first].span and m.label == "Organization")
    if not joined or next(told, None) is None:
        return piece
    return Span(tree.tokens[first + 1].span.start, piece.end)


def _without_addressee(tree: Tree, piece: Span, verb: int) -> Span:
    """A piece without whom a verb is directed to before its matter: "apologised to sailors (for the delay)"."""
    joints = LISTS.groups("cues.matters").get(tree.lemma(verb), frozenset())
    for told in tree.children(verb, "obl"):
        if tree.case(told) not in words("grammar.to"):
            continue
        person = tree.phrase(told, ("case", "nmod", "acl", "acl:relcl"))
        if person.start != piece.start:
            continue
        marks = [word for word in tree.below(verb) if tree.lemma(word) in joints]
        if marks and tree.tokens[marks[0]].span.end < piece.end:
            return Span(tree.tokens[min(marks)].span.start, piece.end)
    return piece


def _without_next(tree: Tree, piece: Span, verb: int) -> Span:
    """A piece without what the source does next: "estimates the odds at three in four and has cut his rating"."""
    inside = tree.index.overlapping(piece)
    for word in tree.children(verb, "conj"):
        joint = [c for c in tree.children(word, "cc") if c in inside]
        if not joint or joint[0] == inside[0] or tree.children(word, *SUBJECTS):
            continue
        if _is_finite(tree, word) and not any(_is_finite(tree, other) for other in range(inside[0], joint[0])):
            return Span(piece.start, tree.tokens[joint[0] - 1].span.end)
    return piece


def _is_finite(tree: Tree, word: int) -> bool:
    return tree.tokens[word].xpos in FINITE or has_finite(tree, tree.children(word, *_HELPERS))


def _without_main(tree: Tree, piece: Span, verb: int) -> Span:
    """A piece after the cue of a clause inside another without that one: "who insists it is safe, swims".

    So too "the council, citing its budget, closed the quay".
    """
    if tree.relation(verb) not in _INSERTED:
        return piece
    inside = tree.index.overlapping(piece)
    around = {*tree.above(verb)}
    first = next((word for word in inside if word in around), None)
    if first is None:
        return piece
    commas = [word for word in range(inside[0] + 1, first + 1) if tree.tokens[word].text == ","]
    cut = commas[-1] if commas else _main_predicate(tree, verb, inside, first)
    return Span(piece.start, tree.tokens[cut - 1].span.end) if cut > inside[0] else piece


def _main_predicate(tree: Tree, verb: int, inside: range, main: int) -> int:
    """Where a main clause goes on, without a comma, after one of thinking: "whoever thinks it is safe (has not swum)".

    ``verb`` is that of thinking, ``main`` the word above it; the first word ``inside`` if the main clause does not.
    """
    if tree.lemma(verb) not in words("speech.verbs.viewing") or not _is_finite(tree, main):
        return inside[0]
    first = main
    while first - 1 in inside and tree.relation(first - 1) in _OF_VERB:
        first -= 1
    return first if {*range(inside[0], first)} <= {*tree.below(verb)} else inside[0]


def _is_led_by_marks(pieces: list[Span], cue: Span, quoted: Outer) -> bool:
    """Whether words in marks come before the cue."""
    before = [piece for piece in pieces if piece.end <= cue.start]
    return any(s.content.covers(piece) for piece in before for s in quoted.near(piece))


def _without_comment(tree: Tree, pieces: list[Span], cue: Span, quoted: Outer) -> tuple[Span, list[Span]]:
    """Cue and pieces without what the author adds: "'You never know,' she says, and she is not acting".

    So too "he said, without naming the owners"; what the words in marks are about belongs to the cue: "she said about
    the flood".
    """
    plain = _to_comma(tree, cue)
    kept: list[Span] = []
    for piece in pieces:
        free = piece.start >= cue.end and not quoted.touching([piece])
        if free and plain == cue and _is_topic(tree, piece, cue):
            plain = cue = Span(cue.start, piece.end)
        elif not free or (plain == cue and not _is_joined(tree, piece)):
            kept.append(piece)
    return plain, kept


def _to_comma(tree: Tree, cue: Span) -> Span:
    """A cue up to a comma after its verb: "said, with a smile that told"."""
    inside = tree.index.overlapping(cue)
    top = tree.top(inside)
    comma = next((word for word in inside[1:] if tree.tokens[word].text == ","), None)
    if comma is None or top is None or top > comma:
        return cue
    return Span(cue.start, tree.tokens[comma - 1].span.end)


def _is_joined(tree: Tree, piece: Span) -> bool:
    """Whether a conjunction joins a piece to what comes before it."""
    first = tree.index.overlapping(piece)[0]
    return "CCONJ" in (tree.tokens[first].upos, tree.tokens[first - 1].upos)


def _is_topic(tree: Tree, piece: Span, cue: Span) -> bool:
    """Whether a preposition that ends a cue of speech leads to a piece: "said about (the flood)"."""
    inside = tree.index.overlapping(cue)
    top = tree.top(tree.index.overlapping(piece))
    said = any(tree.lemma(word) in words("cues.saying", "speech.verbs.telling") for word in inside)
    return said and top is not None and any(word in inside for word in tree.children(top, "case"))


def _without_manner(tree: Tree, pieces: Sequence[Span], quoted: Outer) -> list[Span]:
    """Pieces that end with marks, without what a comma separates from them: "in the way of engineers,", "Ada asking,".

    A clause stays, and so does an adverbial ("in the end, 'a ruin'") unless other pieces are all in marks.
    """
    near = [quoted.near(piece) for piece in pieces]
    if not any(near):
        return list(pieces)
    broken = any(s.content.covers(piece) for piece, beside in zip(pieces, near, strict=True) for s in beside)
    return [_without_lead(tree, piece, beside, broken=broken) for piece, beside in zip(pieces, near, strict=True)]


def _without_lead(tree: Tree, piece: Span, beside: Sequence[Stretch], *, broken: bool) -> Span:
    """A piece without what comes before its marks and a comma; ``broken`` says that other pieces are all in marks."""
    inner = _marks_at_end(piece, beside)
    before = tree.index.overlapping(Span(piece.start, inner.open.start)) if inner is not None else range(0)
    if inner is None or not before or tree.tokens[before[-1]].text not in (",", ":"):
        return piece
    if has_finite(tree, before) or _opens_clause(tree, piece):
        return piece
    if not broken and any(tree.tokens[word].upos == "ADP" for word in before):
        return piece
    return piece if _begins_with_verb(tree, inner.content) else inner.content


def _marks_at_end(piece: Span, beside: Sequence[Stretch]) -> Stretch | None:
    """The words in marks with which a piece ends that begins before them."""
    return next((s for s in beside if piece.start < s.open.start and s.content.end >= piece.end - 2), None)


def _begins_with_verb(tree: Tree, marked: Span) -> bool:
    """Whether words in marks are a predicate, with their subject before them: 'the owner, Tom Varga, "sank it"'."""
    return any(tree.tokens[word].xpos in FINITE for word in tree.index.overlapping(marked)[:1])


def _opens_clause(tree: Tree, piece: Span) -> bool:
    return tree.lemma(tree.index.overlapping(piece)[0]) in words("grammar.that")


def _resumed(tree: Tree, last: Span, cue: Span, source: Span | None, quoted: Outer) -> Span | None:
    """The clause with "because" that continues the content after a cue and source between commas."""
    if source is None or last.end > min(cue.start, source.start) or quoted.touching([last]):
        return None
    end = max(cue.end, source.end)
    after = tree.index.overlapping(Span(end, end + 1))
    if not after or tree.tokens[after[-1]].text != "," or after[-1] + 1 not in tree.index.sentence(after[-1]):
        return None
    mark = after[-1] + 1
    head = tree.head(mark)
    if tree.lemma(mark) not in words("grammar.resuming") or head is None:
        return None
    clause = tree.phrase(head)
    return clause if clause.start == tree.tokens[mark].span.start else None
