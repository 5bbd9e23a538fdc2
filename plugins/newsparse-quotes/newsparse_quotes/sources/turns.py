"""Whose turn it is: sources that a quote shares with another one, or has from the sentence between two of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from newsparse.model import Mention, Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.grammar import NOUNS, SUBJECTS
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.lines import line_end, line_start
from newsparse_quotes.marks.stretches import Outer, Stretch
from newsparse_quotes.sources.distance import MAX_GAP_WORDS
from newsparse_quotes.sources.exchange import takes_turns
from newsparse_quotes.sources.tree import source

_ENDS = ".,!?;:\u2026"
"""Marks that end a sentence or a part of one, which a heading does not have."""
_HEADING_WORDS = 12
"""Words of a heading, at most."""
_NEAR_LINES = 2
"""Lines with words between a quote and the paragraph in marks that continues it: the mark itself, and a rest."""
_LEAST_BETWEEN = 2
"""Stretches in marks between a piece and a cue from which the cue is another's: the last one is its own content."""
_FRAME_WORDS = 16
"""Words after a content among which the verb of speech is, at most."""
_LEADING_ON = frozenset(",?!")
"""Marks at the end of words in quotation marks after which their sentence may go on."""
_TITLING = NOUNS | {"ADJ", "ADP", "DET", "PUNCT"}
"""Parts of speech of the words of a title."""
_STOPS = frozenset(".:;")
_NAMES = frozenset({"appos", "flat", "flat:name", "compound"})
"""Relations of a name to the noun that it names."""
_LONGEST_NAME = 120
"""Characters of a mention, at most."""
_GOVERNORS = 2
"""Steps up from a content to the verb that governs it, at most."""


def interrupted(text: str, draft: Draft, tree: Tree, quoted: Outer) -> Draft | None:
    """The draft with the cue and subject of the sentence between it and the words in marks before, or None."""
    own = quoted.around(draft.content[0])
    if own is None or takes_turns(text, own.content, quoted):
        return None
    between = _since_marks(text, own, quoted)
    if between is None or not between.cut(text).rstrip().endswith("."):
        return None
    for word in tree.index.overlapping(between):
        if tree.tokens[word].upos == "VERB" and tree.lemma(word) in words("speech.verbs.inner"):
            found = source(tree, tree.tokens[word].span, set(tree.index.overlapping(own.content)))
            if found is not None and between.covers(found.span):
                return attrs.evolve(draft, cue=tree.tokens[word].span, source=found.span, tie=Tie.INTERRUPTED)
    return None


def _since_marks(text: str, own: Stretch, quoted: Outer) -> Span | None:
    """What is between words in marks and others before them in the same paragraph."""
    closed = quoted.before(own)
    if closed is None or closed.close is None or closed.content.end < line_start(text, own.open.start):
        return None
    return Span(closed.close.end, own.open.start) if closed.close.end < own.open.start else None


def framed(text: str, draft: Draft, tree: Tree, quoted: Outer) -> Draft | None:
    """The draft with the verb of speech and its subject after the marks that close it, in the same paragraph, or None.

    “It sinks,” the mayor of Lowmere told the paper: the content ends in a comma, and nothing else is in between.
    """
    own = _marks_at_end(draft, quoted)
    if own is None or own.close is None or text[own.content.end - 1] not in _LEADING_ON:
        return None
    for word in _after(text, tree, own.close):
        if quoted.touching([tree.tokens[word].span]) or tree.tokens[word].text in _STOPS:
            return None
        if tree.tokens[word].upos == "VERB" and tree.lemma(word) in words("speech.verbs.personal"):
            found = source(tree, tree.tokens[word].span, set(draft.inside(tree)))
            if found is None or found.span.start < own.close.end or _says_more(text, tree, word, own):
                return None
            return attrs.evolve(draft, cue=tree.tokens[word].span, source=found.span, tie=Tie.FRAME)
    return None


def _marks_at_end(draft: Draft, quoted: Outer) -> Stretch | None:
    """The first words in marks in the last piece of a content."""
    return next(iter(quoted.touching(draft.content[-1:])), None)


def _after(text: str, tree: Tree, close: Span) -> range:
    """The words after a closing mark in its paragraph, as many as a frame has."""
    end = min(tree.index.end_after(close.end, _FRAME_WORDS), line_end(text, close.end))
    return tree.index.overlapping(Span(close.end, end)) if close.end < end else range(0)


def _says_more(text: str, tree: Tree, verb: int, own: Stretch) -> bool:
    """Whether a verb says something else than words in marks that end their sentence: “Why?” The mayor said it sank."""
    return text[own.content.end - 1] != "," and any(child > verb for child in tree.children(verb, "ccomp"))


def in_turn(text: str, draft: Draft, tree: Tree, quoted: Outer) -> list[Draft]:
    """The draft, and apart from it what has a verb of speech and a subject of its own after it.

    “It sinks,” said Tom Varga. “Does it?” asked the mayor.: what follows a later verb is said by its subject too.
    """
    cue = draft.cue
    if cue is None or len(draft.content) == 1:
        return [draft]
    kept, turns = list[Span](), list[Draft]()
    for piece in sorted(draft.content):
        made = Draft([piece], origin=draft.origin, confidence=draft.confidence)
        own = framed(text, made, tree, quoted) if piece.start > cue.end else None
        if own is not None:
            turns.append(own)
        else:
            (turns[-1].content if turns else kept).append(piece)
    return [attrs.evolve(draft, content=kept), *turns] if kept and turns else [draft]


def signed_beside(text: str, draft: Draft, tree: Tree, quoted: Outer) -> Draft | None:
    """The draft with the name right after its marks, where the rest of the sentence has no verb, or None.

    “It sinks,” Ada Brook, a nurse in Lowmere; “It sinks,” Harbour Minister, Ada Brook.
    """
    own = _marks_at_end(draft, quoted)
    if own is None or own.close is None or text[own.content.end - 1] not in _LEADING_ON:
        return None
    after = _after(text, tree, own.close)
    if not after or tree.tokens[after[0]].upos not in _TITLING:
        return None
    rest = range(after[0], tree.index.sentence(after[0]).stop)
    if any(tree.tokens[word].upos in {"VERB", "AUX"} for word in rest):
        return None
    whole = tree.index.span(rest)
    name = next(_people_in(tree, whole), None)
    if name is None or not _is_title(tree, range(rest[0], tree.index.overlapping(name.span).start)):
        return None
    return attrs.evolve(draft, source=Span(whole.start, name.span.end), tie=Tie.FRAME)


def _people_in(tree: Tree, span: Span) -> Iterator[Mention]:
    """The names of people that begin in a stretch of text."""
    mentions = tree.document.mentions
    first, stop = (bisect_left(mentions, place, key=_start) for place in (span.start, span.end))
    for mention in mentions[first:stop]:
        if mention.label == "Person" and mention.form == "named":
            yield mention


def _is_title(tree: Tree, before: range) -> bool:
    """Whether the words before a name are none, or say who that is: "Secretary of Energy, (Ada Brook)"."""
    if not before:
        return True
    noun = before[-2:] if tree.tokens[before[-1]].text == "," else before[-1:]
    titled = tree.tokens[noun[0]].upos in NOUNS and any(is_human(tree.lemma(word)) for word in before)
    return titled and all(tree.tokens[word].upos in _TITLING for word in before)


def _start(mention: Mention) -> int:
    return mention.span.start


def continued(text: str, draft: Draft, before: Sequence[Draft], quoted: Outer) -> Draft | None:
    """The draft with the source of the quote before it, which it continues, or None."""
    if not before or before[-1].source is None or not is_marked(draft, quoted):
        return None
    end = before[-1].end
    if end > draft.content[0].start or takes_turns(text, draft.content[0], quoted):
        return None
    between = text[end : draft.content[0].start]
    reopened = any(stretch.reopened for stretch in quoted.near(draft.content[0]))
    if len(between.split()) > MAX_GAP_WORDS or ("\n" in between and not reopened):
        return None
    return attrs.evolve(draft, source=before[-1].source, tie=Tie.CONTINUES)


def resumed(text: str, draft: Draft, before: Sequence[Draft], quoted: Outer) -> Draft | None:
    """The draft, a paragraph in marks, with the source of the quote in the paragraph before; or None.

    A cue in a paragraph that follows belongs to what follows it, and one before the last quote to what is before that.
    """
    cue, source = draft.far[0], _spoke(text, before)
    if source is None or not _fills_paragraph(text, draft, quoted) or _is_no_sentence(text, draft):
        return None
    if cue is not None and before[-1].content[0].start < cue.start < draft.content[0].start:
        return None
    end = before[-1].end
    between = text[end : draft.content[0].start]
    near = end < draft.content[0].start and sum(bool(line.strip()) for line in between.split("\n")) <= _NEAR_LINES
    return attrs.evolve(draft, source=source, tie=Tie.CONTINUES) if near else None


def is_heading(text: str, draft: Draft, quoted: Outer) -> bool:
    """Whether words in marks are a heading between paragraphs, whose words come later."""
    return _fills_paragraph(text, draft, quoted) and _is_no_sentence(text, draft)


def _is_no_sentence(text: str, draft: Draft) -> bool:
    """Whether a content is a few words without a mark at their end, as headings are."""
    said = draft.content[-1].cut(text).rstrip()
    after = text[draft.content[-1].end : draft.content[-1].end + 2]
    ends = not said[-1:].isalnum() or any(char in _ENDS for char in after)
    return not ends and len(draft.content) == 1 and len(said.split()) <= _HEADING_WORDS


def _spoke(text: str, before: Sequence[Draft]) -> Span | None:
    """The source of the last quote, or of the one before it in its paragraph where it is only what they are asked.

    So in “We stay,” Ada Brook said when asked who would stay.
    """
    if not before:
        return None
    last = before[-1]
    if last.tie is not Tie.NOBODY or last.cue is None or len(before) == 1:
        return last.source
    end = before[-2].end
    return before[-2].source if end <= last.cue.start and "\n" not in text[end : last.cue.start] else None


def interposed(text: str, draft: Draft, tree: Tree, before: Sequence[Draft], quoted: Outer) -> Draft | None:
    """The draft without a source, where a sentence since the last quote is about another person; or None.

    “It sinks,” Ada Brook said. Tom Varga came an hour late.¶“Nobody asked us.”
    """
    if not before or before[-1].source is None:
        return None
    own, start, end = quoted.around(draft.content[0]), draft.content[0].start, before[-1].end
    if own is None or own.reopened or end >= start or not _begins_line(text, own):
        return None
    known = _entities_at(tree, before[-1].source)
    between = Span(end, start)
    if not known or not (_is_told_of(tree, between, quoted, known) or _is_contradicted(tree, own, quoted, known)):
        return None
    return attrs.evolve(draft, source=None, tie=Tie.DOUBTED)


def _is_told_of(tree: Tree, between: Span, quoted: Outer, known: set[str]) -> bool:
    """Whether a sentence in a stretch is about another person than those who are known."""
    return any(_is_acting(tree, m.span, quoted) for m in _people_in(tree, between) if m.entity not in known)


def _is_contradicted(tree: Tree, own: Stretch, quoted: Outer, known: set[str]) -> bool:
    """Whether the sentence before words in marks says that others think otherwise: "The council disagrees"."""
    before = tree.index.overlapping(Span(0, own.open.start))[-1:]
    last = tree.index.sentence(before[0]) if before else range(0)
    verb = next((word for word in last if tree.lemma(word) in words("cues.disagreeing", "speech.verbs.denied")), None)
    if verb is None or tree.relation(verb) != "root" or quoted.touching([tree.index.span(last)]):
        return False
    subjects = [word for word in tree.children(verb, "nsubj") if tree.tokens[word].upos in NOUNS]
    return any(known.isdisjoint(_entities_at(tree, tree.tokens[word].span)) for word in subjects)


def _is_acting(tree: Tree, name: Span, quoted: Outer) -> bool:
    """Whether a sentence outside marks is about somebody: "Tom Varga came an hour late"."""
    return _is_subject(tree, name) and not quoted.touching([name])


def _begins_line(text: str, own: Stretch) -> bool:
    """Whether nothing but blanks is before words in marks in their line."""
    return not text[line_start(text, own.open.start) : own.open.start].strip()


def _entities_at(tree: Tree, source: Span) -> set[str]:
    """The entities of the mentions in a source; none where that of one of them is not known."""
    mentions = tree.document.mentions
    first, last = (bisect_left(mentions, place, key=_start) for place in (source.start - _LONGEST_NAME, source.end))
    near = [mention for mention in mentions[first:last] if mention.span.overlaps(source)]
    known = {mention.entity for mention in near if mention.entity is not None}
    return known if all(mention.entity is not None for mention in near) else set()


def is_parted(piece: Span, cue: Span, quoted: Outer) -> bool:
    """Whether other words in marks are between a piece and those beside the cue that follows it."""
    if cue.start < piece.end:
        return False
    return sum(piece.end < s.open.start < cue.start for s in quoted.near(Span(piece.end, cue.start))) >= _LEAST_BETWEEN


def witnessed(text: str, draft: Draft, tree: Tree, quoted: Outer) -> Draft | None:
    """The draft, words in marks that say "I", with the one person named in the sentence before as source; or None."""
    own = quoted.around(draft.content[0])
    before = _before_in_line(text, tree, own.open.start) if own is not None else range(0)
    if own is None or not before or takes_turns(text, own.content, quoted) or not _says_i(tree, draft):
        return None
    sentence = tree.index.span(tree.index.sentence(before[-1]))
    if sentence.end > own.open.start or quoted.touching([sentence]):
        return None
    person = _only_person(tree, sentence)
    return draft.having(source=person, tie=Tie.CONTINUES) if person is not None else None


def _before_in_line(text: str, tree: Tree, start: int) -> range:
    """The words before the character ``start`` in its line."""
    begin = line_start(text, start)
    return tree.index.overlapping(Span(begin, start)) if begin < start else range(0)


def _only_person(tree: Tree, sentence: Span) -> Span | None:
    """The name that is the subject of a sentence, where no other person is mentioned in that."""
    people = [found for found in tree.document.mentions if found.label == "Person" and sentence.covers(found.span)]
    if len(people) != 1 or people[0].form != "named":
        return None
    return people[0].span if _is_subject(tree, people[0].span) else None


def _says_i(tree: Tree, draft: Draft) -> bool:
    return any(tree.tokens[word].text.lower() in words("grammar.pronouns.speaker") for word in draft.inside(tree))


def _is_subject(tree: Tree, span: Span) -> bool:
    """Whether a name is the subject of its sentence."""
    top = tree.top(tree.index.overlapping(span))
    relations = map(tree.relation, (top, *tree.above(top))) if top is not None else ()
    return next((relation for relation in relations if relation not in _NAMES), "") in SUBJECTS


def _fills_paragraph(text: str, draft: Draft, quoted: Outer) -> bool:
    """Whether the content is in marks, and a paragraph with nothing else."""
    own = quoted.touching(draft.content)
    if not own:
        return False
    start, end = own[0].open.start, own[-1].close.end if own[-1].close is not None else own[-1].content.end
    alone = text[line_start(text, start) : start] + text[end : line_end(text, end)]
    return not any(character.isalnum() for character in alone)


def governed(tree: Tree, draft: Draft) -> Draft | None:
    """The draft with the verb that governs its content as cue, and the source of that; or None."""
    inside = tree.index.overlapping(draft.content[0])
    top = tree.top(inside)
    above = tree.head(top) if top is not None else None
    for _ in range(_GOVERNORS):
        if above is None or above in inside:
            return None
        if tree.tokens[above].upos == "VERB":
            break
        above = tree.head(above)
    if above is None or tree.tokens[above].upos != "VERB":
        return None
    found = source(tree, tree.tokens[above].span, set(inside))
    if found is None or found.span.overlaps(draft.content[0]):
        return None
    return attrs.evolve(draft, cue=tree.tokens[above].span, source=found.span, tie=Tie.GOVERNOR)


def is_marked(draft: Draft, quoted: Outer) -> bool:
    """Whether the first piece of a draft is in marks."""
    return quoted.around(draft.content[0]) is not None
