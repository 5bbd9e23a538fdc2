"""Attributions that are not quotes: what nobody said, titles of works, and deeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from newsparse.rules import RuleSet
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.fixed import Fixed
from newsparse_quotes.grammar import FINITE, SUBJECTS
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer, Stretch
from newsparse_quotes.sources.tree import has_agent, is_passive
from newsparse_quotes.unquoted import is_title

_STOPS = ".,; "
"""What a title may end with inside its marks, depending on the outlet's style."""


@attrs.frozen(slots=False, eq=False)
class AttributionCase:
    """A draft with a cue, which may not be a quote at all."""

    draft: Draft
    tree: Tree
    quoted: Outer

    @cached_property
    def verb(self) -> int | None:
        """The word that governs the cue."""
        cue = self.draft.cue
        return self.tree.top(self.tree.index.overlapping(cue)) if cue is not None else None

    @cached_property
    def lemma(self) -> str:
        """The lemma of that word; empty where there is none."""
        return self.tree.lemma(self.verb) if self.verb is not None else ""

    @cached_property
    def inside(self) -> list[int]:
        """The words of the content."""
        return self.draft.inside(self.tree)

    @cached_property
    def marked(self) -> list[Stretch]:
        """The stretches in quotation marks in the content."""
        return list(self.quoted.touching(self.draft.content))

    @property
    def is_marked(self) -> bool:
        """Whether any of the content is in quotation marks."""
        return bool(self.marked)

    def has(self, word: int, listed: str, *relations: str) -> bool:
        """Whether a dependent of ``word`` is in a list."""
        return any(
            self.tree.tokens[child].text.lower() in words(listed) for child in self.tree.children(word, *relations)
        )


def without_dismissed(drafts: Sequence[Draft], tree: Tree, quoted: Outer) -> Iterator[Draft]:
    """``drafts`` without those that are not quotes."""
    for draft in drafts:
        case = AttributionCase(draft, tree, quoted)
        if case.verb is None or DISMISSED.decide(case, at=draft.content[0]) is None:
            yield draft


def _is_unsaid(case: AttributionCase) -> bool:
    """Whether a clause, not a question, is denied to have been said."""
    verb, tree = case.verb, case.tree
    if verb is None or case.is_marked or case.lemma not in words("speech.verbs.unsaid") or not case.inside:
        return False
    if tree.lemma(case.inside[0]) in words("grammar.interrogatives"):
        return False
    if not any(tree.tokens[word].xpos in FINITE for word in case.inside):
        return False
    if case.has(verb, "grammar.only", "advmod"):
        return False
    if case.has(verb, "modality.negations.clause", "advmod"):
        return True
    return any(_is_none(case, subject) for subject in tree.children(verb, *SUBJECTS))


def _is_none(case: AttributionCase, noun: int) -> bool:
    """Whether a noun phrase names nobody: "nobody", "no minister", "neither of them"."""
    denied = case.tree.tokens[noun].text.lower() in words("modality.negations.clause")
    return denied or case.has(noun, "modality.negations.clause", "det", "cc:preconj")


def _is_work(case: AttributionCase) -> bool:
    """Whether everything in marks is spelled like a title, and the cue is what is done with works."""
    if case.lemma not in words("unquoted.handling"):
        return False
    text = case.tree.document.text
    inside = case.quoted.touching(case.draft.content)
    if not inside or not all(is_title(stretch.content.cut(text).rstrip(_STOPS)) for stretch in inside):
        return False
    outside = (w for w in case.inside if not any(s.content.covers(case.tree.tokens[w].span) for s in inside))
    return not any(case.tree.tokens[word].xpos in FINITE for word in outside)


def _is_deed(case: AttributionCase) -> bool:
    """Whether the content is a person or thing to which something is done."""
    if case.is_marked or case.lemma not in words("cues.deeds"):
        return False
    top = case.tree.top(case.inside)
    return top is not None and case.tree.tokens[top].upos not in {"VERB", "AUX"}


def _is_aim(case: AttributionCase) -> bool:
    """Whether somebody tries to do something: "seeks to", "strives to", "a law aimed at"."""
    if case.is_marked or case.lemma not in words("cues.aims") or not case.inside:
        return False
    return not any(case.tree.tokens[word].xpos in FINITE for word in case.inside[:2])


def _is_attitude(case: AttributionCase) -> bool:
    """Whether somebody is for or against a person or thing, and nothing is said of it: no verb, no "for" or "as"."""
    if case.is_marked or case.lemma not in words("speech.verbs.attitude"):
        return False
    tags = {case.tree.tokens[word].upos for word in case.inside}
    return "VERB" not in tags and not any(case.tree.lemma(word) in words("cues.judging") for word in case.inside)


def _is_seeming(case: AttributionCase) -> bool:
    """Whether it only appears so, or a fact shows it: "it appeared that", "this shows that"."""
    if case.is_marked or case.verb is None:
        return False
    if case.lemma in words("cues.seeming"):
        return True
    subjects = case.tree.children(case.verb, *SUBJECTS)
    shown = case.lemma in words("cues.showing") or case.lemma in words("cues.signing")
    return shown and any(case.tree.lemma(subject) in words("grammar.facts") for subject in subjects)


def _is_wanted(case: AttributionCase) -> bool:
    """Whether somebody ought to say it, and has not: "citizens should tell the council that"."""
    tree, cue = case.tree, case.draft.cue
    if case.is_marked or case.verb is None or cue is None:
        return False
    verbs = [word for word in tree.index.overlapping(cue) if tree.lemma(word) in words("speech.verbs.reporting")]
    above = [tree.head(verb) for verb in verbs if tree.relation(verb) == "xcomp"]
    needed = any(tree.lemma(head) in words("cues.needing") for head in above if head is not None)
    return needed or any(case.has(verb, "grammar.obliging", "aux") for verb in verbs)


def _is_called(case: AttributionCase) -> bool:
    """Whether the content is what somebody or something is called or known for."""
    if case.verb is None or not case.inside or case.draft.cue is None:
        return False
    if case.lemma in words("cues.known"):
        return True
    verb = case.verb
    modifies = case.tree.relation(verb) == "acl" and case.tree.tokens[verb].xpos == "VBN"
    if (
        not (modifies or is_passive(case.tree, verb))
        or has_agent(case.tree, verb)
        or case.lemma not in words("cues.naming")
    ):
        return False
    return not any(case.tree.tokens[word].text.lower() in words("grammar.indefinite") for word in case.inside)


def _is_ruling(case: AttributionCase) -> bool:
    """Whether a court or body decides on what is put to it: "dismissed a petition", "rejected the appeal"."""
    if case.is_marked or case.lemma not in words("cues.deciding"):
        return False
    top = case.tree.top(case.inside)
    return top is not None and case.tree.lemma(top) in words("speakers.pleas")


def _is_reference(case: AttributionCase) -> bool:
    """Whether the content is somebody, or a document, that the subject refers to: "citing two people"."""
    if case.is_marked or case.lemma not in words("cues.referring"):
        return False
    top = case.tree.top(case.inside)
    if top is None or case.tree.tokens[top].upos not in {"NOUN", "PROPN"}:
        return False
    noun = case.tree.lemma(top)
    return noun in words("nouns.people") or noun in words("speakers.documents")


def _is_no_comment(case: AttributionCase) -> bool:
    """Whether nobody answers a request: "did not respond to a request for comment"."""
    if case.is_marked or case.verb is None or case.lemma not in words("speech.verbs.replying"):
        return False
    top = case.tree.top(case.inside)
    asked = top is not None and case.tree.lemma(top) in words("speakers.requests")
    return asked and case.has(case.verb, "modality.negations.clause", "advmod")


def _is_picture(case: AttributionCase) -> bool:
    """Whether pictures show what nobody says: "photos show", "footage of the fire shows"."""
    if case.is_marked or case.lemma not in words("cues.showing") or case.draft.source is None:
        return False
    source = case.tree.index.overlapping(case.draft.source)
    top = case.tree.top(source)
    return top is not None and case.tree.lemma(top) in words("speakers.pictures")


_rule = Fixed[AttributionCase, str]("quotes.dismissed").rule
DISMISSED: RuleSet[AttributionCase, str] = RuleSet(
    name="quotes.dismissed",
    summary="Why what the model attributes is not a quote.",
    rules=(
        _rule(
            "unsaid",
            _is_unsaid,
            "unsaid",
            "Nobody says it: a clause after a negated cue, or one whose subject is nobody",
            "Nobody said that the quay was safe.",
            "The mayor would not say where the money went.",
        ),
        _rule(
            "work",
            _is_work,
            "title",
            "The words in marks are titles, and the cue is something done with works",
            "Ada Brook remembers “The Old Harbour” and “Night Boat” from her childhood.",
            "Ada Brook remembers: “The quay was full of people.”",
        ),
        _rule(
            "deed",
            _is_deed,
            "deed",
            "The content is somebody or something that the subject acts on, without words",
            "Most fans applauded the goalkeeper.",
            "Most fans demanded a new goalkeeper.",
        ),
        _rule(
            "aim",
            _is_aim,
            "aim",
            "The content is what somebody tries to do, and need not have said",
            "The council seeks to win back the trust of the sailors.",
            "The council plans to sell the quay.",
        ),
        _rule(
            "attitude",
            _is_attitude,
            "attitude",
            "The content is somebody or something that the subject is for or against, and no reason is given",
            "The sailors oppose the new quay.",
            "The sailors oppose selling the quay.",
        ),
        _rule(
            "seeming",
            _is_seeming,
            "appearance",
            "It only appears so, or a fact shows it, and nobody says it",
            "This shows that the quay is old.",
            "The report shows that the quay is old.",
        ),
        _rule(
            "wanted",
            _is_wanted,
            "wish",
            "Somebody ought to say it, and has not",
            "Ada Brook should admit that the quay is old.",
            "Ada Brook would admit that the quay was old.",
        ),
        _rule(
            "called",
            _is_called,
            "name",
            "The content is what somebody or something is called or known for",
            "Ada Brook is known for painting the quay at night.",
            "Ada Brook calls the quay “a ruin that nobody wants”.",
        ),
        _rule(
            "ruling",
            _is_ruling,
            "deed",
            "A court or body decides on what is put to it",
            "The judge dismissed the petition against the quay.",
            "The judge dismissed the claims about the quay.",
        ),
        _rule(
            "reference",
            _is_reference,
            "reference",
            "The content is the source that the subject refers to, and nothing that it says",
            "The Harbour Gazette reported the delay, citing two people who know the plans.",
            "The Harbour Gazette reported the delay, citing a lack of money.",
        ),
        _rule(
            "no-comment",
            _is_no_comment,
            "refusal",
            "Nobody answers: a request, call or message that gets no reply",
            "Lund Lines did not immediately respond to requests for comment.",
            "Ada Brook responded to questions by saying the quay was safe.",
        ),
        _rule(
            "picture",
            _is_picture,
            "picture",
            "Pictures show what nobody says",
            "Photos showed that the quay was under water.",
            "A survey showed that the quay was unsafe.",
        ),
    ),
)
