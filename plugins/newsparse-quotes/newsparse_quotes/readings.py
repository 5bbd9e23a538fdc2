"""How something is said: act, hedges, negations, addressee, and the reason for anonymity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsparse.model import Passage, Span
from newsparse.model.claims import Act
from newsparse.syntax import Index, Tree
from newsparse_quotes.drafts.draft import lemmas_at, words_at
from newsparse_quotes.lexicon import LISTS, Cues, words
from newsparse_quotes.sources.letters import is_learned

_RUN = re.compile(r"\w+")
_REACH_WORDS = 12
"""Words before a piece in which the phrase that it ends may begin."""
_OPENING_WORDS = 4
"""Words of a content among which a refusal is looked for."""


@cache
def _anonymous() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("phrases.anonymity"))))


def act(tree: Tree, cue: Span | None, source: Span | None, content: Sequence[Span], cues: Cues) -> Act:
    """What the speaker does; "declined" is a refusal to comment, the first cue word with an act decides otherwise."""
    if cue is None or is_learned(tree, cue, source):
        return "said"
    text = tree.document.text
    opening = [word.lower() for word in content[0].cut(text).split(None, _OPENING_WORDS)[:_OPENING_WORDS]]
    phrase = f"{cue.cut(text)} {' '.join(opening)}".lower()
    if any(map(phrase.__contains__, words("cues.refusals"))):
        return "declined"
    lemmas = lemmas_at(tree, cue)
    if not words("cues.pleading").isdisjoint(lemmas) and not words("cues.pleas").isdisjoint(opening):
        return "said"  # "pleaded guilty", not "pleaded for mercy"
    found: Act = next((kind for lemma in lemmas if (kind := cues.act(lemma))), "said")
    refused = found == "declined" and words("speech.verbs.refusable").isdisjoint([*lemmas, *opening])
    return "said" if refused else found


def is_answer(tree: Tree, cue: Span | None) -> bool:
    """Whether a cue says that somebody answers: "he replied"."""
    return not words("speech.verbs.replying").isdisjoint(lemmas_at(tree, cue))


def is_denial(tree: Tree, cue: Span | None, cues: Cues) -> bool:
    """Whether a cue denies something, or goes on after a verb that does: "he denied it, saying"."""
    inside = words_at(tree, cue)
    if any(tree.lemma(word) in words("cues.going-on") for word in inside):
        return False  # "went on to rebut" what others say is no answer to an accusation
    top = tree.top(inside)
    above = tree.head(top) if top is not None and tree.relation(top) == "advcl" else None
    verbs = (*inside, above) if above is not None else inside
    return any(cues.act(tree.lemma(i)) == "denied" or tree.lemma(i) in words("cues.rebutting") for i in verbs)


def accused(tree: Tree, cue: Span | None) -> Passage | None:
    """The head of whom a cue accuses: "Ada Brook blamed Tom Varga for it"."""
    verbs = LISTS.groups("cues.accusing")
    inside = words_at(tree, cue)
    for index in (index for index in inside if tree.lemma(index) in verbs and not tree.children(index, "aux:pass")):
        for child in tree.children(index, "obj"):
            return Passage(tree.tokens[child].span, tree.tokens[child].text)
    return None


def is_resuming(tree: Tree, cue: Span | None) -> bool:
    """Whether a cue says that somebody goes on: "he added", "she further said"."""
    return not words("cues.resuming").isdisjoint(lemmas_at(tree, cue))


def hedges_and_negations(text: str, spans: Sequence[Span]) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The words within ``spans`` that weaken what is said, and those that deny."""
    found: list[re.Match[str]] = []
    denials: list[re.Match[str]] = []
    for span in spans:
        near = _RUN.findall(text[span.start : span.end].lower())
        if not _hedge_words().isdisjoint(near):
            found += _hedges_in(text, span)
        if not _negating_words().isdisjoint(near):
            denials += _negations().finditer(text, span.start, span.end)
    return _passages(found), _passages([match for match in denials if not _is_name(text, match)])


def _hedges_in(text: str, span: Span) -> Iterator[re.Match[str]]:
    """The hedges within ``span``, looked for only where the first word of one is."""
    end, firsts = span.start, _first_hedge_words()
    for run in _RUN.finditer(text, span.start, span.end):
        if run[0].lower() not in firsts or run.start() < end or _is_name(text, run):
            continue
        match = _hedges().match(text, run.start(), span.end)
        if match is not None:
            yield match
            end = match.end()


def _is_name(text: str, run: re.Match[str]) -> bool:
    """Whether a word has a capital inside a sentence, as the month in "said in May", or the "No." before a number."""
    if run.group().lower() in words("grammar.pronouns.speaker"):
        return False
    at = run.start()
    while at > 0 and text[at - 1].isspace():
        at -= 1
    inside = text[at - 1 : at].isalnum() or text[at - 1 : at] == ","
    return inside and run.group().istitle()


def _passages(found: Sequence[re.Match[str]]) -> tuple[Passage, ...]:
    """The places and words of matches, each once, in the order of the text."""
    if not found:
        return ()
    places = {Span(*match.span()): match.group() for match in found}
    return tuple(Passage(span, places[span]) for span in sorted(places))


@cache
def _first_hedge_words() -> frozenset[str]:
    """The first word of each hedge."""
    return frozenset(
        _RUN.findall(phrase.lower())[0] for phrase in words("modality.hedges", "modality.approximations.before-figure")
    )


@cache
def _hedge_words() -> frozenset[str]:
    """A word of each hedge, by which most spans are known to have none."""
    return _distinctive(words("modality.hedges", "modality.approximations.before-figure"))


@cache
def _negating_words() -> frozenset[str]:
    """A word of each negation: "t" of "n't"."""
    return _distinctive(words("modality.negations.clause"))


def _distinctive(phrases: frozenset[str]) -> frozenset[str]:
    """The longest word of each phrase; not the first of several, which may be the end of a longer one: "n't"."""
    runs = [_RUN.findall(phrase.lower()) for phrase in phrases]
    return frozenset(max(found[1:] or found, key=len) for found in runs)


@cache
def _hedges() -> re.Pattern[str]:
    figures = "|".join(sorted(words("modality.figures", "numerals.small", "numerals.tens")))
    near = "|".join(sorted(words("modality.approximations.before-figure")))
    before_figure = rf"|\b(?:{near})(?=\s(?:[$\u00a3\u20ac\u00a5\u20b9]?\d|(?:{figures})\b))"
    return re.compile(_alternatives(words("modality.hedges")) + before_figure, re.IGNORECASE)


@cache
def _negations() -> re.Pattern[str]:
    return re.compile(_alternatives(words("modality.negations.clause")), re.IGNORECASE)


def _alternatives(listed: frozenset[str]) -> str:
    """A pattern for words and phrases, and for endings such as "n't" that are attached to the word before."""
    ordered = sorted(listed, key=len, reverse=True)
    free = "|".join(re.escape(word) for word in ordered if word.isalpha() or " " in word)
    ends = "|".join(re.escape(word) for word in ordered if not word.isalpha() and " " not in word)
    return rf"\b(?:{free})\b" + (rf"|(?:{ends})\b" if ends else "")


def addressee(tree: Tree, cue: Span | None, content: Sequence[Span]) -> Passage | None:
    """Whom the speaker tells: the object of "told", or what follows "to" after a verb of saying."""
    for index in words_at(tree, cue):
        if tree.tokens[index].upos != "VERB" or tree.lemma(index) in words("cues.pleading"):
            continue  # "pleaded guilty to charges"
        told = told_of(tree, index)
        spoken = [child for child in tree.children(index, "obl") if _is_to(tree, child)]
        for child in [*told, *spoken]:
            span = tree.phrase(child, ("case", "punct"))
            if not any(span.overlaps(piece) for piece in content):
                return Passage(span, span.cut(tree.document.text))
    return None


def told_of(tree: Tree, verb: int) -> list[int]:
    """The objects of a verb that are told something: people, where others may be promised ("promised a reform")."""
    lemma = tree.lemma(verb)
    told = tree.children(verb, "obj", "iobj") if lemma in words("speech.verbs.telling") else []
    given = lemma in words("cues.subject-control")
    return [word for word in told if not given or _is_somebody(tree, word)]


def _is_somebody(tree: Tree, word: int) -> bool:
    """Whether a word is a name, a pronoun, or a noun for people."""
    return tree.tokens[word].upos in {"PROPN", "PRON"} or tree.lemma(word) in words("nouns.people")


def _is_to(tree: Tree, index: int) -> bool:
    case = {tree.lemma(child) for child in tree.children(index, "case")}
    return bool(case & words("grammar.to")) and tree.tokens[index].upos in {"NOUN", "PROPN", "PRON"}


def is_anonymity(index: Index, piece: Span, cue: Span | None = None) -> bool:
    """Whether a piece of content is about not being named, before the ``cue``: "not to be identified because ..."."""
    start = max(index.text.rfind("\n", 0, piece.start) + 1, index.start_before(piece.start, _REACH_WORDS))
    for match in _anonymous().finditer(index.text, start, piece.end):
        span = _up_to(cue, Span(*match.span()))
        if span.start <= piece.start < span.end:
            return True
    return False


def anonymity(tree: Tree, source: Span | None, cue: Span | None = None) -> Passage | None:
    """The words in the sentence of the source, before the ``cue`` if that is after it, that say why it has no name."""
    inside = words_at(tree, source)
    if not inside:
        return None
    sentence = tree.index.sentence(inside[0])
    whole = tree.index.span(sentence)
    match = _anonymous().search(tree.document.text, whole.start, whole.end)
    if match is None:
        return None
    found = _up_to(cue, Span(*match.span()))
    return Passage(found, found.cut(tree.document.text))


def _up_to(cue: Span | None, found: Span) -> Span:
    """The part of some words before a cue among them: "asked not to be named (said that it rained)"."""
    return Span(found.start, cue.start - 1) if cue is not None and found.start + 1 < cue.start < found.end else found
