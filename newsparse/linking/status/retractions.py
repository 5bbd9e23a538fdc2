"""Words by which somebody takes back what they said themselves, or an article corrects a figure."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.linking.status.predicates import judged
from newsparse.linking.status.triggers import NEGATIONS, Reply, Trigger, refers
from newsparse.model import Quote, Span


def by_ceasing(case: Trigger) -> Reply | None:
    """Somebody says or thinks so no longer: "no longer holds that it leaked"."""
    tree, lists = case.reading.tree, case.reading.lexicon
    ceasing = [item for item in tree.children(case.word, "advmod") if _is_ceasing(case, item)]
    if not ceasing or tree.lemma(case.word) not in lists.words("across.standing"):
        return None
    clause = next((item for item in tree.children(case.word, "ccomp") if tree.subject(item) is not None), None)
    if clause is None:
        about = next((item for item in tree.children(case.word, "obj", "obl") if refers(case.reading, item)), None)
        return None if about is None else Reply(effect="corrected", about=about, by=case.reading.subject(case.word))
    return Reply(effect="corrected", clause=tree.phrase(clause), by=case.reading.subject(case.word))


def _is_ceasing(case: Trigger, word: int) -> bool:
    """Whether an adverb says that it is over: "no **longer**"."""
    lower, lists = case.reading.index.words.lower, case.reading.lexicon
    ceasing = lower[word] in lists.words("across.ceasing")
    return ceasing and word > 0 and lower[word - 1] in lists.words(NEGATIONS)


def by_admission(case: Trigger) -> Reply | None:
    """Somebody says that they were wrong themselves: "admitted that she had been wrong", "I was mistaken"."""
    tree, reading = case.reading.tree, case.reading
    wrong = _is_wrong(case) or (case.has("across.misspeaking") and not case.negated)
    quote, subject = reading.quote_at(case.word), tree.subject(case.word)
    if not wrong or quote is None or subject is None or tree.relation(case.word) == "xcomp":
        return None
    return Reply(effect="corrected", about=subject) if _is_self(case, subject, quote) else None


def _is_self(case: Trigger, subject: int, quote: Quote) -> bool:
    """Whether whoever is wrong says so: "I was mistaken", "she admitted that **she** had been wrong"."""
    lower, lists = case.reading.index.words.lower[subject], case.reading.lexicon
    if quote.form != "indirect" and lower in lists.words("grammar.pronouns.speaker"):
        return True
    known = quote.form == "indirect" and _is_speaker(case, subject, quote)
    if _is_of_another(case, subject, quote):
        return False
    admitted = known or _is_admitted(case) or case.has("across.misspeaking")
    return admitted and lower in lists.words("across.speakers")


def _is_wrong(case: Trigger) -> bool:
    """Whether somebody is said to be wrong."""
    said = bool(case.reading.tree.children(case.word, "cop", "aux:pass"))
    return said and case.has("across.judgements.erring") and judged(case) == "disputed"


def _is_speaker(case: Trigger, word: int, quote: Quote) -> bool:
    """Whether a pronoun is known to mean whoever is quoted: "Brook said **she** had been mistaken"."""
    mention = case.reading.mentions.get(word)
    entity = quote.speaker.entity if quote.speaker is not None else None
    return mention is not None and entity is not None and mention.entity == entity


def _is_of_another(case: Trigger, word: int, quote: Quote) -> bool:
    """Whether a pronoun means somebody else than whoever is quoted: "she admitted that **he** had been wrong"."""
    reading, speaker = case.reading, quote.speaker
    if speaker is None:
        return False
    mention = reading.mentions.get(word)
    if mention is not None and mention.entity is not None and speaker.entity is not None:
        return mention.entity != speaker.entity
    own = speaker.mention.text.casefold() if speaker.mention else ""
    meant = reading.index.words.lower[word]
    return own != meant and reading.lexicon.words("across.speakers") >= {own, meant}


def _is_admitted(case: Trigger) -> bool:
    head = case.reading.tree.head(case.word)
    return head is not None and case.reading.tree.lemma(head) in case.reading.lexicon.words("across.admitting")


def by_revision(case: Trigger) -> Reply | None:
    """An article or somebody puts a figure in the place of another: "corrected it to 6.9 from 6.8", "90, not 91"."""
    if not case.has("across.revising") or case.negated or case.refused or case.demanded:
        return None
    clause = next(_former(case), None)
    by = case.reading.tree.subject(case.word)
    return Reply(effect="corrected", clause=clause, by=by) if clause is not None else None


def _former(case: Trigger) -> Iterator[Span]:
    """The figures of the sentence that no longer hold: those behind "from", and those that are negated."""
    reading, tree = case.reading, case.reading.tree
    for claim in reading.document.numbers:
        words = reading.index.overlapping(claim.span)
        if not words or reading.index.sentence(words[0]) != reading.index.sentence(case.word):
            continue
        top = tree.top(words)
        before = reading.index.words.lower[words[0] - 1] if words[0] else ""
        place = top is not None and tree.case(top) in reading.lexicon.words("across.leaving")
        if (place and case.word in tree.above(top or 0)) or before in reading.lexicon.words(NEGATIONS):
            yield claim.span


def by_version(case: Trigger) -> Reply | None:
    """What an earlier version of the article gave: the figures of the sentence are taken back."""
    lower = case.reading.index.words.lower
    beside = {lower[item] for item in case.reading.tree.children(case.word)}
    if not case.has("across.versions") or not beside & case.reading.lexicon.words("across.former"):
        return None
    return Reply(effect="corrected", clause=case.reading.index.span(case.reading.index.sentence(case.word)))
