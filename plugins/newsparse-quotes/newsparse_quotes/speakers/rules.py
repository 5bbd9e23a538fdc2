"""The rules that decide who the words of a source name or stand for, in the order of their precedence."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from newsparse.model import Entity, Passage, Span, Speaker, SpeakerKind
from newsparse.rules import Rule, RuleSet
from newsparse_quotes.lexicon import words
from newsparse_quotes.speakers.case import SpeakerCase

_BODIES = frozenset({"Organization", "Location", "NORP", "Facility"})


def kind_of_label(label: str) -> SpeakerKind:
    """The kind of a speaker with the label of an entity or mention."""
    if label == "Person":
        return "person"
    return "organisation" if label in _BODIES else "unnamed"


def _of(entity: Entity, passage: Passage, reason: str) -> Speaker:
    kind = kind_of_label(entity.label)
    return Speaker(name=entity.name, mention=passage, entity=entity.id, kind=kind, reason=reason)


def _self(case: SpeakerCase) -> Speaker | None:
    if not case.inner or case.outer is None or case.words not in words("pronouns.first"):
        return None
    return attrs.evolve(case.outer, mention=case.passage, reason="pronoun")


def _mention(case: SpeakerCase) -> Speaker | None:
    mention = case.mention if not (case.inner and case.words in words("pronouns.first")) else None
    if mention is None:
        return None
    entity = case.around.entities.get(mention.entity or "")
    if entity is not None:
        return _of(entity, case.passage, mention.form)
    if mention.form != "named":
        return None
    return Speaker(name=mention.text, mention=case.passage, kind=kind_of_label(mention.label), reason="named")


def _thing(case: SpeakerCase) -> Speaker | None:
    if case.thing is None or case.words not in words("pronouns.thing"):
        return None
    return attrs.evolve(case.thing, mention=case.passage, reason="pronoun")


def _last(case: SpeakerCase) -> Speaker | None:
    gender = case.around.gender_of_pronoun(case.words)
    if gender is None or case.last is None or not case.around.may_be(case.last, gender):
        return None
    return _of(case.last, case.passage, "pronoun")


def _before(case: SpeakerCase) -> Speaker | None:
    gender = case.around.gender_of_pronoun(case.words)
    entity = case.around.person_before(case.passage.span.start, gender) if gender is not None else None
    return _of(entity, case.passage, "pronoun") if entity is not None else None


def _author(case: SpeakerCase) -> Speaker | None:
    if case.inner or case.words not in words("pronouns.first") or case.around.quoted.touching([case.passage.span]):
        return None
    return Speaker(name=case.passage.text, mention=case.passage, kind="author", reason="first person")


def _open(case: SpeakerCase) -> Speaker | None:
    if case.words not in words("pronouns.all"):
        return None
    return Speaker(name=case.passage.text, mention=case.passage, reason="pronoun without antecedent")


def _described(case: SpeakerCase) -> Speaker | None:
    return Speaker(name=_short(case.passage.text), mention=case.passage, kind=_kind(case), reason="described")


def _kind(case: SpeakerCase) -> SpeakerKind:
    """Whether a speaker without a name is a record or document, by the head of its words, or unnamed people."""
    tree, head = case.around.tree, case.head
    last = case.words.split()[-2:]
    endings = {form for word in last for form in (word, word.strip(",.'\u2019s"))}
    heads = endings if head is None else {tree.lemma(head), tree.tokens[head].text.lower()}
    if heads & words("speakers.records"):
        return "record"
    return "document" if heads & words("speakers.documents") else "unnamed"


def _short(description: str) -> str:
    """A description without what a comma adds to it: "a survey of 40 ships, published last week"; lists stay whole."""
    first, _, rest = description.partition(", ")
    return description if any(f" {word} " in rest for word in words("grammar.and")) else first


def _rule(
    name: str, find: Callable[[SpeakerCase], Speaker | None], summary: str, fires: str, quiet: str
) -> Rule[SpeakerCase, Speaker]:
    return Rule(name=f"quotes.speaker.{name}", find=find, summary=summary, fires=fires, quiet=quiet)


def _key(speaker: Speaker) -> tuple[str | None, str]:
    return speaker.entity, "" if speaker.entity else speaker.name


def _place(speaker: Speaker) -> Span | None:
    return speaker.mention.span if speaker.mention else None


_SAID = "Ada Brook said the quay would sink."
SPEAKER: RuleSet[SpeakerCase, Speaker] = RuleSet(
    name="quotes.speaker",
    summary="Whom the words of a source name or stand for.",
    key=_key,
    place=_place,
    rules=(
        _rule(
            "self",
            _self,
            'The speaker of the quote around it, for "I" and "we" inside',
            "“I told my father that the quay would sink,” said Ada Brook.",
            "“My father told me that the quay would sink,” said Ada Brook.",
        ),
        _rule(
            "mention",
            _mention,
            "The entity of the mention at the head of the source, or of the name beside that; else that name",
            "The mayor, Ada Brook, said the quay would sink.",
            "An aide to Ada Brook said the quay would sink.",
        ),
        _rule(
            "thing",
            _thing,
            'The document or body that spoke before, for "it"',
            "The report says the quay is unsafe. It warns that the quay could sink.",
            "Ada Brook says the quay is unsafe. It could sink.",
        ),
        _rule(
            "last",
            _last,
            "Who spoke last, for a pronoun of the same gender",
            "Ada Brook says the quay is old. Tom Varga's boats are at the quay. “They will sink,” he says.",
            _SAID,
        ),
        _rule(
            "before",
            _before,
            "The person last named before, for a pronoun of the same gender",
            (
                "Dr. Ada Brook keeps the lamps of Lowmere and spoke to us by telephone.\n\nHow old is the "
                "quay?\n\n“It is older than all of us. My father mended it twice.”\n\nAnd what will you do "
                "now?\n\n“Sleep, I hope,” she says."
            ),
            _SAID,
        ),
        _rule(
            "author",
            _author,
            'The author of the article, for "I" outside of marks',
            "I think the quay will sink.",
            _SAID,
        ),
        _rule(
            "open",
            _open,
            "Nobody, for a pronoun whose antecedent is not found",
            "They said the quay would sink.",
            _SAID,
        ),
        _rule(
            "described",
            _described,
            "Whoever the words describe, without a name",
            "Two officials said the quay would sink.",
            _SAID,
        ),
    ),
)
