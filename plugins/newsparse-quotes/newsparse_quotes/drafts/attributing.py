"""Words that attribute: verbs and nouns of saying, and the case of one of them inside a quote or outside."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.listed import first_words
from newsparse_quotes.grammar import ACTIVE, FINITE, NOMINAL, PASSIVE, RELATIVE, has_finite, is_infinitive
from newsparse_quotes.lexicon import LISTS, words
from newsparse_quotes.marks.stretches import Outer

_THINGS = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
"""Parts of speech of the head of what is wanted."""


_STOPS = frozenset({".", "!", "?", ";", ":"})
"""Marks that end a clause."""


_OPENING = frozenset({"PUNCT", "SCONJ", "CCONJ"})
"""Parts of speech of words after which a clause begins."""


_GERUND = "VBG"


_DEPENDENT = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "csubj"})
"""Relations of clauses that tell nothing by themselves."""


@cache
def reporting() -> frozenset[str]:
    """Lemmas of verbs that attribute a clause or an infinitive inside a quote."""
    saying = words("speech.verbs.inner", "speech.verbs.reporting", "speech.verbs.said")
    saying |= words("speech.verbs.denied", "speech.verbs.promised", "speech.verbs.proposed")
    asking = words("speech.verbs.demanded", "speech.verbs.directing")
    return (saying | asking | words("speech.verbs.intending")) - words("cues.perceiving", "cues.training")


@cache
def pledges() -> frozenset[str]:
    """Nouns that attribute an infinitive: "the pledge to", "a call to", "the plan to"."""
    asking = words("cues.nouns.demanded", "cues.nouns.declined")
    return asking | words("cues.nouns.promised", "cues.nouns.proposed", "cues.pledges")


def pledged(tree: Tree, noun: int) -> int | None:
    """The head of the infinitive after a noun for what somebody will do; no gerund: "her commitment to mending it"."""
    clauses = (clause for clause in tree.children(noun, "acl", "xcomp") if is_infinitive(tree, clause))
    return next((clause for clause in clauses if tree.tokens[clause].xpos != _GERUND), None)


def is_shown(tree: Tree, verb: int) -> bool:
    """Whether a study, a poll or another text shows or finds something, as texts speak."""
    subject = tree.subject(verb) if tree.lemma(verb) in words("cues.perceiving") else None
    if subject is not None and tree.tokens[subject].xpos in RELATIVE and tree.relation(verb) == "acl:relcl":
        subject = tree.head(verb)  # "a study that found"
    return subject is not None and tree.lemma(subject) in words("speakers.documents", "speakers.records")


@attrs.frozen(slots=False, eq=False)
class InnerCase:
    """A word of saying or thinking inside a quote; ``inner`` are the stretches in marks inside others.

    ``spoken`` says that the quote is in marks; of what is only reported, whole clauses alone count. A word that is not
    ``within`` a quote may attribute what the model has found as well.
    """

    tree: Tree
    verb: int
    inner: Outer
    spoken: bool = True
    within: bool = True

    @cached_property
    def lemma(self) -> str:
        """The lemma of the word."""
        return self.tree.lemma(self.verb)

    @cached_property
    def is_noun(self) -> bool:
        """Whether the word is a noun: "the claim that"."""
        return self.tree.tokens[self.verb].upos == "NOUN"

    @cached_property
    def is_reporting(self) -> bool:
        """Whether the word attributes a clause, and not just what is asked for or how something is seen."""
        return self.tree.tokens[self.verb].upos != "VERB" or self.lemma in reporting() or is_shown(self.tree, self.verb)

    @cached_property
    def is_intending(self) -> bool:
        """Whether the word says what somebody will do."""
        return self.lemma in words("speech.verbs.intending")

    @cached_property
    def is_passive(self) -> bool:
        """Whether somebody is told or asked what follows, and nothing says by whom."""
        tree = self.tree
        if not self.is_intending and self.lemma not in words("speech.verbs.telling"):
            return False
        return bool(tree.children(self.verb, *PASSIVE, "aux:pass")) and not tree.children(self.verb, "obl:agent")


def seen_as(tree: Tree, verb: int) -> Iterator[tuple[int, int]]:
    """The "as" after a verb, with the head of what somebody or something is seen as: "as a ruin"."""
    yield from _led(tree, verb, ("obl", "xcomp", "advcl"), "grammar.as")


def put_at(tree: Tree, verb: int) -> Iterator[tuple[int, int]]:
    """The "at" after a verb, with the head of the amount: "at $3 million"."""
    for particle, head in _led(tree, verb, ("obl",), "grammar.at"):
        if any(tree.tokens[word].upos in {"NUM", "SYM"} for word in tree.below(head)):
            yield particle, head


def _led(tree: Tree, verb: int, relations: tuple[str, ...], particles: str) -> Iterator[tuple[int, int]]:
    for child in tree.children(verb, *relations):
        leading = (mark for mark in tree.children(child, "case", "mark") if tree.lemma(mark) in words(particles))
        particle = next(leading, None)
        if particle is not None and child > verb:
            yield particle, child


def told_to(case: InnerCase) -> Span | None:
    """What somebody is told to do, with who that is: "told (the men to go)", "called on (the men to go)"."""
    tree, verb = case.tree, case.verb
    if not tree.children(verb, "xcomp", "advcl"):
        return None
    asked = _appealed_to(tree, verb)
    told = tree.children(verb, "obj", "iobj") or asked
    if not told and not case.is_passive:
        return None
    relations = ("xcomp", "advcl") if asked else ("xcomp",)
    infinitives = (child for child in tree.children(verb, *relations) if is_infinitive(tree, child))
    wish = next(infinitives, None)
    if wish is None:
        return None
    last = tree.phrase(wish)
    first = tree.phrase(told[0], ("case",)) if told else last
    return Span(first.start, last.end) if first.start < last.end else None


def _appealed_to(tree: Tree, verb: int) -> list[int]:
    """Whom a verb with a preposition is directed to: "called on (the men) to go"."""
    joints = LISTS.groups("cues.appealing").get(tree.lemma(verb))
    if joints is None:
        return []
    return [word for word in tree.children(verb, "obl") if _is_led_by(tree, word, joints)]


def _is_led_by(tree: Tree, noun: int, prepositions: Collection[str]) -> bool:
    return any(tree.lemma(case) in prepositions for case in tree.children(noun, "case"))


def wanted(case: InnerCase) -> Span | None:
    """What somebody wants, with what is to happen to it: "the union wants (the quay mended by May)"."""
    tree, verb = case.tree, case.verb
    things = [child for child in tree.children(verb, "obj") if tree.tokens[child].upos in _THINGS]
    if not things:
        return None
    ends = [tree.phrase(child).end for child in tree.children(verb, "xcomp", "ccomp")]
    whole = tree.phrase(things[0])
    return Span(whole.start, max([whole.end, *ends]))


def estimate(case: InnerCase) -> Span | None:
    """What somebody puts at an amount, with the amount: "put the cost at $3 million"."""
    return _with_object(case, put_at(case.tree, case.verb))


def put_so(case: InnerCase) -> Span | None:
    """What somebody puts in words of their own, without the aside that says so: "as the mayor put it, (it sank)"."""
    tree, verb = case.tree, case.verb
    if tree.relation(verb) != "advcl":
        return None
    marks, objects = tree.children(verb, "mark"), tree.children(verb, "obj")
    as_it = any(tree.lemma(mark) in words("grammar.as") for mark in marks)
    if not as_it or not any(tree.lemma(word) in words("pronouns.thing") for word in objects):
        return None
    clause = tree.head(verb)
    if clause is None:
        return None
    whole = tree.phrase(clause, ("punct", "mark"), barred=list(tree.below(verb)))
    return whole if all(whole.covers(tree.tokens[word].span) for word in tree.children(clause, *ACTIVE)) else None


def found_so(case: InnerCase) -> Span | None:
    """Somebody or something with the state in which it is said to be: "reported (her missing)"."""
    tree, verb = case.tree, case.verb
    things = [child for child in tree.children(verb, "obj") if child > verb]
    states = [child for child in tree.children(verb, "xcomp", "ccomp") if _is_state(tree, child)]
    if not states or states[0] < verb:
        return None
    whole = tree.phrase(states[0])
    return Span(min([whole.start, *(tree.phrase(thing).start for thing in things)]), whole.end)


def gerund(case: InnerCase) -> Span | None:
    """What somebody denies, admits, recommends or considers doing: "denied (carrying out a strike)"."""
    tree, verb = case.tree, case.verb
    if case.lemma in words("cues.weighing") and not _is_finite(tree, verb):
        return None
    doing = (child for child in tree.children(verb, "xcomp", "ccomp") if tree.tokens[child].xpos == "VBG")
    found = next((child for child in doing if not tree.children(child, "mark", *ACTIVE)), None)
    return None if found is None else tree.phrase(found)


def _is_finite(tree: Tree, verb: int) -> bool:
    """Whether a verb or an auxiliary of it is finite: "considered", "had considered", not "to consider"."""
    return has_finite(tree, (verb, *tree.children(verb, "aux")))


def plea(case: InnerCase) -> Span | None:
    """What an accused pleads, with the charge right after it: "pleaded (not guilty to theft)"."""
    tree, verb = case.tree, case.verb
    after = range(verb + 1, min(verb + 3, tree.index.sentence(verb).stop))
    last = next((word for word in after if tree.lemma(word) in words("cues.pleas")), None)
    if last is None:
        return None
    return Span(tree.tokens[verb + 1].span.start, charged(tree, verb, last))


def charged(tree: Tree, verb: int, plea: int) -> int:
    """Where a plea ends with what follows at once: "guilty (to theft)"; the charges that others bring stay outside."""
    for above in (plea, verb):
        for charge in tree.children(above):
            phrase = tree.phrase(charge)
            first = tree.index.overlapping(phrase)[0]
            told = tree.lemma(charge) in words("cues.nouns.said")
            if first == plea + 1 and tree.lemma(first) in words("grammar.to") and not told:
                return phrase.end
    return tree.tokens[plea].span.end


def counted(case: InnerCase) -> Span | None:
    """How many of something somebody reports, with what follows: "reported (12 deaths on Monday)"."""
    tree, verb = case.tree, case.verb
    things = (child for child in tree.children(verb, "obj") if tree.children(child, "nummod"))
    thing = next(things, None)
    return None if thing is None else tree.phrase(thing)


def _is_state(tree: Tree, word: int) -> bool:
    """Whether a complement is a state and neither a whole clause nor an infinitive: "missing", "dead"."""
    return tree.tokens[word].xpos not in FINITE and not tree.children(word, "mark", "aux", "cop", *ACTIVE)


def view(case: InnerCase) -> Span | None:
    """Somebody or something with what it is seen as: "sees the quay as a ruin"."""
    return _with_object(case, seen_as(case.tree, case.verb))


def _with_object(case: InnerCase, led: Iterable[tuple[int, int]]) -> Span | None:
    """The object of the verb and the first phrase beside it, whichever is first: "sees as unsafe all of the quays"."""
    tree, objects = case.tree, case.tree.children(case.verb, "obj")
    found = next((head for _, head in led if objects), None)
    if found is None:
        return None
    phrases = tree.phrase(objects[0]), tree.phrase(found)
    return Span(min(phrase.start for phrase in phrases), max(phrase.end for phrase in phrases))


def aloud(case: InnerCase) -> Span | None:
    """What follows a comma, as speakers tell what they said or thought: "so I thought, maybe a boat?"."""
    tree, verb = case.tree, case.verb
    if not case.spoken or tree.tokens[verb].xpos != "VBD":
        return None
    subjects = [child for child in tree.children(verb, *ACTIVE) if child < verb]
    if not subjects or tree.lemma(subjects[0]) not in words("grammar.pronouns.speaker"):
        return None
    sentence = tree.index.sentence(verb)
    if verb + 2 >= sentence.stop or tree.tokens[verb + 1].text != ",":
        return None
    return tree.index.span(range(verb + 2, sentence.stop))


def according(case: InnerCase) -> Span | None:
    """What follows "according to" and whoever says it, up to the end of its clause."""
    tree, noun = case.tree, authority(case.tree, case.verb)
    if noun is None:
        return None
    last = tree.index.overlapping(tree.phrase(noun))[-1]
    first = last + 1 + (tree.tokens[min(last + 1, len(tree.tokens) - 1)].text == ",")
    stop = tree.index.sentence(case.verb).stop
    if first >= stop or tree.tokens[last + 1].text in _STOPS:
        return None
    clause = tree.head(noun)
    ends = [word for word in tree.below(clause) if word >= first] if clause is not None else []
    if not has_finite(tree, ends):
        return None
    return tree.index.span(range(first, max(ends) + 1))


def _opens(tree: Tree, word: int) -> bool:
    """Whether a word is the first of its sentence or clause: after "that" or "which", with or without a comma."""
    before = word - 1 - (word > 0 and tree.tokens[word - 1].text == ",")
    if before < tree.index.sentence(word).start or tree.tokens[before].upos in _OPENING:
        return True
    return tree.tokens[before].xpos in RELATIVE


def authority(tree: Tree, word: int) -> int | None:
    """The noun after "according to" that begins with a word; None where no such phrase begins."""
    if tree.words.lower[word] not in first_words():
        return None
    after = word + 2
    if after >= tree.index.sentence(word).stop:
        return None
    if f"{tree.tokens[word].text} {tree.tokens[word + 1].text}".lower() not in words("cues.according"):
        return None
    if not _opens(tree, word):
        return None
    heads = () if tree.tokens[after].xpos == "PRP" else tree.above(after)  # "according to her", not "to her lawyer"
    for above in heads:
        if above <= word or tree.tokens[above].upos not in NOMINAL:
            break
        after = above
    return after


def speaker_like(tree: Tree, word: int) -> int | None:
    """Who is "like" the words that follow a comma: "(she) was like, ‘No way,’ and left"; None where nobody is."""
    if tree.words.lower[word] not in words("cues.quotative") or tree.relation(word) != "compound:prt":
        return None
    if word + 1 >= tree.index.sentence(word).stop or tree.tokens[word + 1].text != ",":
        return None
    verb = tree.head(word)
    subjects = tree.children(verb, *ACTIVE) if verb is not None and verb < word else []
    told = [child for child in subjects if child < word and tree.lemma(child) not in words("pronouns.thing")]
    return told[-1] if told else None


def is_told(tree: Tree, verb: int) -> bool:
    """Whether it is told of somebody that they want something: not "those who want to", "you want to"."""
    tag = tree.tokens[verb].xpos
    if tree.relation(verb) in _DEPENDENT or not (tag in FINITE or (tag == "VBN" and _is_finite(tree, verb))):
        return False
    subjects = tree.children(verb, *ACTIVE)
    if not subjects or tree.tokens[subjects[0]].upos != "PRON":
        return bool(subjects)
    return tag != "VBP" and tree.lemma(subjects[0]) in words("grammar.pronouns.person", "pronouns.group")
