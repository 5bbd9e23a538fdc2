"""Speakers of whom no name is known: people, records and documents, as the words of the source describe them."""

from __future__ import annotations

from newsparse.model import Speaker, SpeakerKind
from newsparse_quotes.lexicon import words
from newsparse_quotes.speakers.case import SpeakerCase


def pronoun(case: SpeakerCase) -> Speaker | None:
    """Nobody, for a pronoun whose antecedent is not found."""
    if case.words not in words("grammar.pronouns.nameless"):
        return None
    return Speaker(name=case.passage.text, mention=case.passage, reason="pronoun without antecedent")


def author(case: SpeakerCase) -> Speaker | None:
    """Whoever writes the article, for "I" and "we" outside of marks and quotes."""
    by_author = not case.inner and case.words in words("grammar.pronouns.speaker")
    if not by_author or case.around.quoted.touching([case.passage.span]):
        return None
    return Speaker(name=case.passage.text, mention=case.passage, kind="author", reason="first person")


def described(case: SpeakerCase) -> Speaker | None:
    """Whoever the words of the source describe."""
    return Speaker(name=short(case.passage.text), mention=case.passage, kind=_kind(case), reason="described")


def _kind(case: SpeakerCase) -> SpeakerKind:
    """Whether a speaker without a name is a record or document, by the head of its words, or unnamed people."""
    tree, head = case.around.tree, case.head
    last = case.words.split()[-2:]
    endings = {form for word in last for form in (word, word.strip(",.'\u2019s"))}
    heads = endings if head is None else {tree.lemma(head), tree.tokens[head].text.lower()}
    if heads & words("speakers.records"):
        return "record"
    return "document" if heads & words("speakers.documents") else "unnamed"


def short(description: str) -> str:
    """A description without what a comma adds to it: "a survey of 40 ships, published last week"; lists stay whole."""
    first, _, rest = description.partition(", ")
    return description if any(f" {word} " in rest for word in words("grammar.and")) else first
