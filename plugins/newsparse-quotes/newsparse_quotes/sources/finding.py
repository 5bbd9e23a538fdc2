"""What each rule of sources finds: the draft with its source, or None where the rule has nothing to say."""

from __future__ import annotations

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, Tie, top_at, words_at
from newsparse_quotes.grammar import ACTIVE, FINITE, OBJECTS, SUBJECTS
from newsparse_quotes.lexicon import attributing, is_human, words
from newsparse_quotes.lines import line_start
from newsparse_quotes.sources import turns
from newsparse_quotes.sources.case import SourceCase, together
from newsparse_quotes.sources.lines import colon_before, led, signed
from newsparse_quotes.sources.passive import is_passive
from newsparse_quotes.sources.tree import punished as by_gerund

_OPENING = frozenset({"CCONJ", "ADV"})
"""Parts of speech of what may come before a verb that opens its sentence: "But said", "And then added"."""
_NEAR_LINES = 2
"""Lines with words between a quote and the verb that goes on with it: the end of one, and the beginning of the next."""
_NO_VIEWS = frozenset({"Date", "Money"})
"""Labels of what has no views."""


def signature(case: SourceCase) -> Draft | None:
    """The name after a dash that ends the line; whoever sent the text, where the line itself says who speaks."""
    found = signed(case.tree.index, case.given)
    return None if found is None or _says_who(case, found) else found


def _says_who(case: SourceCase, found: Draft) -> bool:
    """Whether a source and its cue, in words, are on the line of the quote, outside of it; "she" may be who signs."""
    cue, source, content = case.given.cue, case.given.source, case.given.content
    if cue is None or source is None or not cue.cut(case.text)[:1].isalpha():
        return False
    if source.cut(case.text).lower() in words("grammar.pronouns.person") and _signs(case, found):
        return False
    line = Span(line_start(case.text, content[0].start), content[-1].end)
    return all(line.covers(part) and not any(piece.overlaps(part) for piece in content) for part in (cue, source))


def _signs(case: SourceCase, found: Draft) -> bool:
    """Whether a signature is not the name of an organisation, such as an agency."""
    bodies = (m.span for m in case.tree.document.mentions if m.label == "Organization")
    return found.source is not None and not any(span.overlaps(found.source) for span in bodies)


def kept(tie: Tie, case: SourceCase) -> Draft | None:
    """The source that came with the draft by a tie that the tree does not overrule; nothing overrules a label."""
    if tie is Tie.LABEL and case.given.tie is tie:
        return case.given
    return case.draft if case.draft.tie is tie and case.keeps else None


def headline(case: SourceCase) -> Draft | None:
    """The source of a headline."""
    return case.given if case.given.tie is Tie.HEADLINE else None


def given(case: SourceCase) -> Draft | None:
    """The model's own link, unless the source is whom the cue is against, or an opponent and the tree finds another."""
    source = case.draft.source
    if source is None or case.agrees or _is_opponent(case, source):
        return None
    if _is_addressed(case, source) or case.acts_on(source) or _is_acted_on(case, source):
        return None
    return case.draft


def _is_addressed(case: SourceCase, source: Span) -> bool:
    """Whether a source is whoever the cue tells or asks something: "urging voters to come"."""
    tree, top = case.tree, case.tree.top(case.tree.index.overlapping(source))
    if top is None or case.top is None or is_passive(tree, case.top):
        return False
    return tree.head(top) == case.top and tree.relation(top) in OBJECTS and top > case.top


def _is_acted_on(case: SourceCase, source: Span) -> bool:
    """Whether the cue is a noun in a clause about what is done to a source: "trapped him in the hope that"."""
    tree, noun, top = case.tree, case.top, case.tree.top(case.tree.index.overlapping(source))
    if top is None or noun is None or case.walked is None or tree.tokens[noun].upos != "NOUN":
        return False
    return tree.relation(top) == "obj" and tree.relation(noun) == "obl" and tree.head(noun) == tree.head(top)


def _is_opponent(case: SourceCase, source: Span) -> bool:
    """Whether something is done against a source: the cue itself, or anything where the tree finds another source."""
    top = case.tree.top(case.tree.index.overlapping(source))
    if top is None or case.tree.case(top) not in words("grammar.against"):
        return False
    return case.walked is not None or case.tree.head(top) == case.top


def tied(tie: Tie, case: SourceCase) -> Draft | None:
    """The source that the tree finds by ``tie``; in the model's words where those are a part of it."""
    found = case.walked
    if found is None or found.tie is not tie:
        return None
    whole = case.agrees and not _is_cut(case, found.span)
    return case.draft if whole else attrs.evolve(case.draft, source=found.span, tie=tie)


def _is_cut(case: SourceCase, found: Span) -> bool:
    """Whether the model's source breaks off after a relative pronoun and the one found goes on: "two officials who"."""
    source = case.draft.source
    inside = case.tree.index.overlapping(source) if source is not None and found.covers(source) else range(0)
    return bool(inside[1:]) and case.tree.lemma(inside[-1]) in words("pronouns.relative")


def adding(case: SourceCase) -> Draft | None:
    """The source of the quote before, for a participle such as ", adding" that hangs on a word or the cue of that."""
    tree, top = case.tree, case.top
    if top is None or not case.before or tree.tokens[top].xpos != "VBG":
        return None
    if (
        tree.lemma(top) not in words("speech.verbs.adding")
        or tree.children(top, *ACTIVE)
        or not _follows_comma(case, top)
    ):
        return None
    last, above = case.before[-1], tree.head(top)
    if last.cue is None or last.source is None or above is None:
        return None
    if above not in last.inside(tree) and above not in tree.index.overlapping(last.cue):
        return None
    return attrs.evolve(case.draft, source=last.source, tie=Tie.SUBJECT)


def carried_on(case: SourceCase) -> Draft | None:
    """The source of the quote before, where a sentence goes on with "But said" and has no subject."""
    tree, top = case.tree, case.top
    if top is None or not case.before or tree.relation(top) != "root" or tree.tokens[top].xpos not in FINITE:
        return None
    if tree.lemma(top) not in words("speech.verbs.personal") or tree.children(top, *SUBJECTS):
        return None
    opening = range(tree.index.sentence(top).start, top)
    if not opening or any(tree.tokens[word].upos not in _OPENING for word in opening):
        return None
    last = case.before[-1]
    if not _is_near(case.text, last, tree.tokens[top].span.start):
        return None
    return attrs.evolve(case.draft, source=last.source, tie=Tie.CONTINUES)


def _is_near(text: str, last: Draft, start: int) -> bool:
    """Whether no line with words is between a quote and the character ``start`` but those in which they are."""
    between = text[last.end : start]
    return sum(bool(line.strip()) for line in between.split("\n")) <= _NEAR_LINES


def _follows_comma(case: SourceCase, word: int) -> bool:
    """Whether a word is right after a comma, or after a closing mark with a comma before it: “It sank,” adding."""
    before = case.text[: case.tree.tokens[word].span.start].rstrip()
    start = case.quoted.closes.get(len(before), len(before))
    return before[:start].rstrip().endswith(",")


def punished(case: SourceCase) -> Draft | None:
    """Whoever is punished or thanked for what the gerund of the cue says, which then is the cue."""
    tree, cue = case.tree, case.draft.cue
    for word in words_at(tree, cue):
        noun = by_gerund(tree, word)
        if noun is not None and cue is not None:
            source = tree.phrase(noun, ("case", "punct", "cc"), {word})
            said = Span(max(cue.start, tree.tokens[word].span.start), cue.end)
            return attrs.evolve(case.draft, cue=said, source=source, tie=Tie.OBJECT)
    return None


def nearer(case: SourceCase) -> Draft | None:
    """The source in the sentence of the cue, where the model's is in another."""
    draft, found = case.draft, case.walked
    if draft.source is None or draft.cue is None or found is None or case.agrees:
        return None
    apart = not together(case.tree, draft.source, draft.cue) and together(case.tree, found.span, draft.cue)
    return attrs.evolve(draft, source=found.span, tie=found.tie) if apart else None


def introduced(case: SourceCase) -> Draft | None:
    """The source of the line that leads with a colon to the content."""
    colon = colon_before(case.text, case.draft.content[0])
    return led(case.draft, case.tree, colon) if colon is not None else None


def interrupted(case: SourceCase) -> Draft | None:
    """The subject of the sentence between the content and the words in marks before it."""
    return turns.interrupted(case.text, case.draft, case.tree, case.quoted)


def framed(case: SourceCase) -> Draft | None:
    """The subject of the verb of speech right after the content; of a cue that comes later, it is the nearer one."""
    draft = case.draft
    if draft.cue is not None and draft.cue.start < draft.content[-1].end:
        return None
    found = turns.framed(case.text, draft, case.tree, case.quoted)
    later = found is None or draft.cue is None or (found.cue is not None and found.cue.end < draft.cue.start)
    return found if later else None


def unspoken(case: SourceCase) -> Draft | None:
    """The name right after the marks, where its sentence has no verb."""
    if case.draft.cue is not None:
        return None
    return turns.signed_beside(case.text, case.draft, case.tree, case.quoted)


def interposed(case: SourceCase) -> Draft | None:
    """Nobody, where another person comes between the quote and the last one."""
    return turns.interposed(case.text, case.draft, case.tree, case.before, case.quoted)


def continues(case: SourceCase) -> Draft | None:
    """The source of the quote before."""
    return turns.continued(case.text, case.draft, case.before, case.quoted)


def paragraph(case: SourceCase) -> Draft | None:
    """The source of the quote in the paragraph before."""
    found = turns.resumed(case.text, case.draft, case.before, case.quoted)
    return found if found is not None and not is_law(case.tree, found.source) else None


def is_law(tree: Tree, source: Span | None) -> bool:
    """Whether a source is a law or rule, which does not go on in words of its own."""
    top = top_at(tree, source)
    return top is not None and tree.tokens[top].upos == "NOUN" and tree.lemma(top) in words("speakers.laws")


def witness(case: SourceCase) -> Draft | None:
    """The one person named in the sentence before."""
    return turns.witnessed(case.text, case.draft, case.tree, case.quoted)


def governor(case: SourceCase) -> Draft | None:
    """The subject of the verb that governs the content."""
    return turns.governed(case.tree, case.draft)


def for_whom(case: SourceCase) -> Draft | None:
    """Whoever "for" names at the beginning of the sentence, where nothing else in it says whose view it is."""
    tree, inside = case.tree, case.draft.inside(case.tree)
    if not inside or not tree.known:
        return None
    first = tree.index.sentence(inside[0]).start
    noun = tree.head(first)
    if tree.lemma(first) not in words("grammar.for") or noun is None:
        return None
    phrase = tree.phrase(noun, ("case",))
    comma = tree.index.overlapping(phrase)[-1] + 1
    if comma >= inside[0] or tree.tokens[comma].text != "," or not _has_views(tree, noun):
        return None
    return attrs.evolve(case.draft, source=phrase, tie=Tie.PHRASE)


def _has_views(tree: Tree, noun: int) -> bool:
    """Whether a word is a name, a pronoun, or a noun for people or bodies: not "day" or "half" in "for two days"."""
    if any(m.label in _NO_VIEWS for m in tree.document.mentions if m.span.overlaps(tree.tokens[noun].span)):
        return False
    named = tree.tokens[noun].upos in {"PROPN", "PRON"}
    return named or is_human(tree.lemma(noun)) or tree.lemma(noun) in words("nouns.bodies")


def is_bare(case: SourceCase) -> bool:
    """Whether the draft has neither cue nor source."""
    return case.is_bare


def attributes(tree: Tree, cue: Span) -> bool:
    """Whether a cue has a word by which people say or think something."""
    return any(tree.lemma(word) in attributing() for word in tree.index.overlapping(cue))
