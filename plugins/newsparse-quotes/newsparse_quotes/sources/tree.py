"""Who speaks, according to the dependency tree and the page: from a cue to the words of its source."""

from __future__ import annotations

from collections.abc import Collection

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Tie
from newsparse_quotes.grammar import ACTIVE, CLAUSES, NOMINAL, NOUNS, PASSIVE, RELATIVE
from newsparse_quotes.lexicon import words as listed
from newsparse_quotes.sources.letters import informant, received, writer_of
from newsparse_quotes.sources.passive import is_agent, is_asked
from newsparse_quotes.sources.speaking import bare_subjects, inverted, may_say

MAX_STEPS = 6
"""Steps from a cue to the verb whose subject it shares, or from a word up to its head, at most."""
_SHARED = frozenset({"xcomp", "advcl", "ccomp", "parataxis", "cop", "aux", "obj", "obl", "mark", "dep", "acl:relcl"})
"""Relations over which a cue without a subject shares that of its head."""
_BEFORE_FRAME = frozenset({",", "\u201d", '"'})
"""What ends the words before a frame that has its subject after its verb."""
_MAX_NAME_WORDS = 8
"""Words of a name after a dash or before a colon, at most."""
_DASHES = frozenset({"-", "--", "\u2013", "\u2014", "\u2015"})

Step = tuple[int, Tie]
"""The head word of a source, and how it is tied to the cue."""


@attrs.frozen
class Found:
    """The words of a source, what ties them to the cue, and their head where the tree found them."""

    span: Span
    tie: Tie
    head: int | None = None


def source(tree: Tree, cue: Span, barred: Collection[int] = ()) -> Found | None:
    """The source of the cue at ``cue``; ``barred`` are words that cannot be in it (the content's)."""
    words = tree.index.overlapping(cue)
    if not words:
        return None
    signed = _signed(tree, words)
    if signed is not None:
        return signed
    found = _step(tree, words, barred)
    if found is None or found[0] in barred or found[0] in words:
        return None
    head, tie = found
    return Found(tree.phrase(head, ("case", "punct", "cc"), {*barred, *words}), tie, head)


def _step(tree: Tree, words: range, barred: Collection[int]) -> Step | None:
    """The head word of a source: whom a text is from, else who the tree says speaks, else the noun beside the cue."""
    start = _start(tree, words)
    if start is None:
        return _beside(tree, words, barred)
    if is_asked(tree, start):
        return None
    told = informant(tree, start, barred)
    if told is not None:
        return told, Tie.AGENT
    text = received(tree, start, barred)
    if text is not None:
        return _from(tree, text)
    found = _related(tree, start, words) or _letter(tree, start) or _walk(tree, start, barred)
    return found or _beside(tree, words, barred)


def _related(tree: Tree, start: int, words: range) -> Step | None:
    """The noun that a clause is about whose subject is a relative pronoun in the cue: "a report (that warned)"."""
    if tree.relation(start) not in CLAUSES:
        return None
    own = [child for child in tree.children(start, *ACTIVE) if child in words and tree.tokens[child].xpos in RELATIVE]
    noun = tree.head(start) if own else None
    return (noun, Tie.SUBJECT) if noun is not None else None


def agent_of(tree: Tree, cue: Span) -> Span | None:
    """By whom something is said, as the cue's own words tell: "were told (by the owner) that"."""
    found = source(tree, cue)
    return found.span if found is not None and found.tie is Tie.AGENT else None


def _start(tree: Tree, words: range) -> int | None:
    """The word of a cue that governs the rest; a verb before other words."""
    top = tree.top(words)
    if ends_in_clause(tree, words[-1], words):
        return words[-1]
    if top is not None and tree.tokens[top].upos == "VERB":
        return top
    verbs = (w for w in words if tree.tokens[w].upos == "VERB" and tree.relation(w) not in {"amod", "case"})
    return next(verbs, top)


def ends_in_clause(tree: Tree, verb: int, words: range) -> bool:
    """Whether the last word of a cue is the verb of a clause about a noun in it: "issued a report that (cited)"."""
    named = tree.relation(verb) == "acl:relcl" and tree.head(verb) in words
    return named and any(tree.tokens[word].xpos in RELATIVE for word in tree.children(verb, *ACTIVE))


def _signed(tree: Tree, words: range) -> Found | None:
    """The name after a dash that ends a quote, or before a colon or dash that begins one."""
    mark = tree.tokens[words[0]].text
    if len(words) > 1 or (mark != ":" and mark not in _DASHES):
        return None
    line = tree.index.line(words[0], _MAX_NAME_WORDS + 1)
    before = range(max(line.start, words[0] - _MAX_NAME_WORDS), words[0])
    after = range(words[0] + 1, line.stop)
    begins = mark == ":" or any(tree.tokens[word].upos == "PUNCT" for word in after[:1])
    span = tree.index.unpunctuated(before if begins else after)
    return Found(span, Tie.MARK) if span else None


def _beside(tree: Tree, words: range, barred: Collection[int]) -> Step | None:
    """The noun right after a cue that follows its content ("...," said Ada Brook), else right before the cue."""
    line = tree.index.line(words[0], len(words) + 1)
    after, before = words[-1] + 1, words[0] - 1
    content = before - (before in line and tree.tokens[before].upos == "PUNCT")
    content -= content in line and tree.tokens[content].upos == "PUNCT"
    place = after if content in barred else before
    if place not in line or place in barred or tree.tokens[place].upos not in {*NOMINAL, "DET", "ADJ"}:
        return None
    place = described_by(tree, _governing_noun(tree, place, {*barred, *words}))
    return (place, Tie.BESIDE) if tree.tokens[place].upos in NOMINAL else None


def _governing_noun(tree: Tree, word: int, barred: Collection[int]) -> int:
    """The noun over a noun, and so on, up to the ``barred`` words; the word itself where no noun is over it."""
    for _ in range(MAX_STEPS):
        above = tree.head(word)
        if above is None or above in barred or tree.tokens[above].upos not in NOMINAL:
            break
        word = above
    return word


def described_by(tree: Tree, word: int) -> int:
    """The noun of the clause in which a word is the agent: "the firm, which is owned by the city"; else the word."""
    verb = tree.head(word)
    if verb is None or tree.relation(word) != "obl:agent" or tree.relation(verb) not in CLAUSES:
        return word
    noun = tree.head(verb)
    return noun if noun is not None else word


def _walk(tree: Tree, start: int, barred: Collection[int]) -> Step | None:
    """The head word of the source from a cue's word, by the first tie that fits on the way up."""
    current: int | None = start
    tie: Tie | None = None
    for _ in range(MAX_STEPS):
        if current is None:
            return None
        here = _here(tree, current, barred)
        if here is not None:
            return here[0], tie or here[1]
        passive = tree.children(current, *PASSIVE)
        if passive:
            return _of_passive(tree, start, passive[0], tie)
        above = _above(tree, current)
        if above is not None:
            return above
        relation = tree.relation(current)
        if not (_leads_up(tree, start) if current == start else relation == "conj" or relation in _SHARED):
            return None
        tie = Tie.CONJUNCT if relation == "conj" else Tie.SHARED_SUBJECT
        current = _joined(tree, current) if relation == "conj" else _outer(tree, start, tree.head(current))
    return None


def _joined(tree: Tree, verb: int) -> int | None:
    """The verb whose subject a joined one shares: the last before it that has one, in "she left, he sat and said"."""
    above = tree.head(verb)
    near = tree.children(above, "conj") if above is not None else []
    return max((word for word in near if word < verb and tree.children(word, *ACTIVE)), default=above)


def _of_passive(tree: Tree, cue: int, subject: int, tie: Tie | None) -> Step | None:
    """The subject of a passive that a cue shares; where that comes right after a noun, this noun."""
    if _follows_noun(tree, cue):
        return cue - 1, Tie.MODIFIED_NOUN
    return (subject, tie) if tie is Tie.SHARED_SUBJECT else None


def _leads_up(tree: Tree, cue: int) -> bool:
    """Whether a cue without a subject of its own can share that of the word above it."""
    relation = tree.relation(cue)
    if tree.tokens[cue].upos == "NOUN":
        return _is_carried(tree, cue)
    return relation == "conj" or relation in _SHARED or _is_gerund(tree, cue)


def _is_carried(tree: Tree, noun: int) -> bool:
    """Whether the subject of its clause says what a noun announces.

    So in "made a promise to", "left in the hope that", "ended the talks with a warning that".
    """
    above, relation = tree.head(noun), tree.relation(noun)
    if above is not None and relation == "obj":
        return tree.lemma(above) in listed("cues.carrying")
    if above is None or relation != "obl" or tree.children(above, *PASSIVE, "aux:pass"):
        return False
    ends = bool(tree.children(above, "obj")) and tree.case(noun) in listed("grammar.with")
    return ends or tree.case(noun) in listed("grammar.bringing")


def _outer(tree: Tree, cue: int, verb: int | None) -> int | None:
    """The verb of speech whose clause a participle such as ", adding" follows, where the tree hangs it on the clause.

    "The mayor said the quay was closed, adding ...": it is the mayor who adds.
    """
    adds = tree.tokens[cue].xpos == "VBG" and tree.lemma(cue) in listed("speech.verbs.adding")
    if verb is None or not adds or tree.tokens[cue - 1].text != "," or tree.relation(verb) != "ccomp":
        return verb
    above = tree.head(verb)
    if above is None or above > verb or tree.lemma(above) not in listed("speech.verbs.personal"):
        return verb
    return above


def _above(tree: Tree, word: int) -> Step | None:
    """The head of a word where that is the source, or the one who is told to do what the word says."""
    above, relation = tree.head(word), tree.relation(word)
    if above is None:
        return None
    if relation in {"case", "fixed"}:
        return above, Tie.PREPOSITION
    if relation == "acl" and not _is_gerund(tree, word):
        return (above, Tie.MODIFIED_NOUN) if may_say(tree, above) else _around(tree, above)
    told = _object(tree, word, above)
    return (told, Tie.OBJECT) if told is not None and tree.lemma(above) not in listed("cues.subject-control") else None


def _around(tree: Tree, noun: int) -> Step | None:
    """The subject of the clause that a noun for a thing is in: "(she) stood on the line of her land calling for"."""
    word: int | None = noun
    for _ in range(MAX_STEPS):
        own = tree.children(word, *ACTIVE) if word is not None else []
        if word is None or own:
            return (own[0], Tie.SHARED_SUBJECT) if own and own[0] < noun else None
        word = tree.head(word)
    return None


def _object(tree: Tree, word: int, above: int) -> int | None:
    """Whom the verb ``above`` tells to do what a word says, quotes "as saying" it, or punishes for it."""
    relation = tree.relation(word)
    as_said = relation == "advcl" and tree.lemma(above) in listed("cues.referring")
    told = tree.children(above, "obj", "iobj") if relation == "xcomp" or as_said else []
    return told[0] if told else punished(tree, word)


def _is_gerund(tree: Tree, verb: int) -> bool:
    """Whether a participle follows a preposition, so that nobody is described by it: "in addition to saying"."""
    return tree.tokens[verb].xpos == "VBG" and bool(tree.children(verb, "mark"))


def _follows_noun(tree: Tree, cue: int) -> bool:
    """Whether a cue is a participle right after a noun, which says it: "they were put on lists instructing guards"."""
    return tree.tokens[cue].xpos == "VBG" and tree.tokens[cue - 1].upos == "NOUN" and not _is_gerund(tree, cue)


def _letter(tree: Tree, cue: int) -> Step | None:
    """What somebody gets to read, before a participle that hangs on the verb: "got an email (on Monday) asking for"."""
    above = tree.head(cue) if tree.relation(cue) == "advcl" and tree.tokens[cue].xpos == "VBG" else None
    if above is None or tree.lemma(above) not in listed("cues.receiving"):
        return None
    written = listed("speakers.documents", "speakers.penned")
    texts = [noun for noun in tree.children(above, "obj") if tree.lemma(noun) in written]
    found = next((noun for noun in texts if _is_of_text(tree, cue, above, noun)), None)
    return (found, Tie.MODIFIED_NOUN) if found is not None else None


def _is_of_text(tree: Tree, cue: int, verb: int, text: int) -> bool:
    """Whether a participle is of the text that somebody gets or reads, not of whoever does."""
    if tree.lemma(verb) in listed("cues.getting") and tree.tokens[cue - 1].text != ",":
        return True
    return _follows_noun(tree, cue) and cue - 1 in tree.below(text)


def _from(tree: Tree, text: int) -> Step | None:
    """Whom a text is from, or by whom."""
    writer = writer_of(tree, text)
    return (writer, Tie.AGENT) if writer is not None else None


def punished(tree: Tree, gerund: int) -> int | None:
    """Whoever is punished or thanked for what a gerund says, or led into it: "fined the baker for claiming"."""
    above = tree.head(gerund)
    if above is None or tree.relation(gerund) != "advcl" or tree.tokens[gerund].xpos != "VBG":
        return None
    leading = listed("grammar.for", "grammar.into")
    if not any(tree.lemma(mark) in leading for mark in tree.children(gerund, "mark")):
        return None
    passive = [*ACTIVE, *PASSIVE] if tree.children(above, "aux:pass") else []
    concerned = tree.children(above, *passive) if passive else tree.children(above, "obj")
    return next((noun for noun in concerned if _is_person(tree, noun)), None)


def _is_person(tree: Tree, noun: int) -> bool:
    """Whether a word is a name, has one beside it, or is a noun for a person: "fined the baker for claiming"."""
    if any(tree.tokens[name].upos == "PROPN" for name in tree.children(noun, "appos", "flat")):
        return True
    return tree.tokens[noun].upos in {"PROPN", "PRON"} or tree.lemma(noun) in listed("nouns.people")


def _here(tree: Tree, word: int, barred: Collection[int]) -> Step | None:
    """The word's own subject, possessor, agent or modifier, where it can say what the word does."""
    subject = _own_subject(tree, word, barred)
    if subject is not None:
        return subject, Tie.SUBJECT
    noun = tree.tokens[word].upos in NOUNS
    owner = tree.children(word, "nmod:poss") if noun else []
    if owner:
        return owner[0], Tie.POSSESSOR
    near = tree.children(word, "obl:agent", "obl", "nmod") if tree.tokens[word].xpos != "VBD" else []
    agents = [c for c in near if is_agent(tree, c, of_noun=noun)]
    if agents:
        return agents[0], Tie.AGENT
    named = tree.children(word, "compound") if noun else []
    return (named[0], Tie.COMPOUND) if named else None


def _own_subject(tree: Tree, word: int, barred: Collection[int]) -> int | None:
    """The subject of a word; where it has several, the last before it, or the first after it in a frame."""
    subjects = [child for child in bare_subjects(tree, word) or inverted(tree, word) if child not in barred]
    before = [child for child in subjects if child < word]
    after = subjects[len(before) :]
    if tree.lemma(word) in listed("cues.informing"):
        return before[-1] if before else None  # "Mr. Brook, 41, told Judge Holt"
    if after and tree.tokens[word - 1].text in _BEFORE_FRAME:
        return after[0]  # "The girl was ill, said the mayor"
    return next(iter((*before[-1:], *after)), None)
