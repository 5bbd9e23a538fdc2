"""When words in marks, or beside a verb of calling, are a title, a name or a part of a clause that says nothing."""

from __future__ import annotations

from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.dismissed.mute import source_is
from newsparse_quotes.drafts.draft import Tie
from newsparse_quotes.grammar import has_finite
from newsparse_quotes.lexicon import attributing, words
from newsparse_quotes.sources.passive import has_agent, is_passive
from newsparse_quotes.unquoted import is_title

_STOPS = ".,; "
"""What a title may end with inside its marks, depending on the outlet's style."""
_PAUSES = " \u00a0,:"
"""What may be between "titled" and a title."""
_LEADING = frozenset(":,")
"""What leads to words in marks that are set apart from their clause."""
_MOST_ASIDE = 8
"""Words in marks that are only a part of a clause, at most."""


def is_work(case: AttributionCase) -> bool:
    """Whether everything in marks is spelled like a title, and the cue is what is done with works."""
    text = case.tree.document.text
    inside = case.quoted.touching(case.draft.content)
    if not inside or not all(is_title(stretch.content.cut(text).rstrip(_STOPS)) for stretch in inside):
        return False
    outside = (w for w in case.inside if not any(s.content.covers(case.tree.tokens[w].span) for s in inside))
    return not has_finite(case.tree, outside)


def is_headed(case: AttributionCase) -> bool:
    """Whether all is one stretch in marks right after what has a title or theme: 'a talk titled "Our Harbours"'."""
    if len(case.marked) != 1 or case.marked[0].open.start > case.draft.content[0].start:
        return False
    stretch, text = case.marked[0], case.tree.document.text
    content = stretch.content.cut(text).rstrip(_STOPS)
    before = text[: stretch.open.start].rstrip(_PAUSES).rsplit(None, 1)[-1:]
    if (
        not before
        or not content[:1].isupper()
        or any(piece.end > stretch.content.end + 1 for piece in case.draft.content)
    ):
        return False
    noun = before[0].lower()
    return noun in words("unquoted.themes") or (noun in words("unquoted.headed") and is_title(content))


def is_called(case: AttributionCase) -> bool:
    """Whether the content is what somebody or something is called or known for."""
    if case.lemma in words("cues.known"):
        return True
    verb = case.verb
    modifies = case.tree.relation(verb) == "acl" and case.tree.tokens[verb].xpos == "VBN"
    if not (modifies or is_passive(case.tree, verb)) or has_agent(case.tree, verb):
        return False
    told = case.inside[:1] if case.is_marked else case.inside
    return not any(case.tree.tokens[word].text.lower() in words("grammar.indefinite") for word in told)


def is_aside(case: AttributionCase) -> bool:
    """Whether a few words in marks are a part of a clause whose verb says nothing: "the “old lady” ferry sailed"."""
    text = case.tree.document.text
    if case.draft.tie is not Tie.GOVERNOR or case.lemma in attributing() or len(case.marked) != 1:
        return False
    words_inside = case.marked[0].content.cut(text)
    led = text[: case.marked[0].open.start].rstrip()[-1:] in _LEADING
    short = len(words_inside.split()) <= _MOST_ASIDE or source_is(case, "nouns.silent")
    return not led and words_inside[-1:] not in _STOPS and short
