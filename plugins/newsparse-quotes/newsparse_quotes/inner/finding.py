"""What each rule for quotes inside others finds, named like the rule: the words that a verb or noun attributes."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.attributing import authority, charged, pledged, put_at, seen_as, speaker_like
from newsparse_quotes.grammar import ACTIVE, FINITE, has_finite, is_infinitive, that_before
from newsparse_quotes.inner import complements
from newsparse_quotes.inner.case import InnerCase
from newsparse_quotes.inner.in_marks import in_marks
from newsparse_quotes.lexicon import LISTS, words

_THINGS = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
"""Parts of speech of the head of what is wanted."""
_STOPS = frozenset({".", "!", "?", ";", ":"})
"""Marks that end a clause."""
_DEPENDENT = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "csubj"})
"""Relations of clauses that tell nothing by themselves."""


def clause(case: InnerCase) -> Span | None:
    """The clause that depends on a word which attributes clauses."""
    return complements.clause_of(case) if case.is_reporting else None


def following(case: InnerCase) -> Span | None:
    """The clause right after a verb in marks and whom it is told to."""
    return complements.following(case) if case.spoken else None


def wish(case: InnerCase) -> Span | None:
    """What somebody agrees, promises or refuses to do, or claims to be; in quotes, what somebody wants to do."""
    tree = case.tree
    wished = tree.children(case.verb, "xcomp")
    wants = case.within and case.lemma in words("cues.wanting") and _is_told(tree, case.verb)
    wishing = wants or case.is_intending or case.lemma in words("cues.wishing")
    if not wished or not tree.children(wished[0], "mark") or not wishing:
        return None
    return tree.phrase(wished[0])


def that(case: InnerCase) -> Span | None:
    """The clause with "that" after a noun: "the claim that"."""
    tree = case.tree
    for clause in tree.children(case.verb, "acl", "ccomp"):
        marks = that_before(tree, clause)
        if marks:
            return tree.phrase(clause, barred=marks)
    return None


def like(case: InnerCase) -> Span | None:
    """The words in marks that somebody was like: "she was like, ‘No way’"."""
    return in_marks(case) if speaker_like(case.tree, case.verb) is not None else None


def pledge(case: InnerCase) -> Span | None:
    """What somebody says with a noun that they or others will do: "her pledge to", "the council's call to"."""
    tree = case.tree
    clause = pledged(tree, case.verb)
    if clause is not None:
        return tree.phrase(clause)
    return _instruction(tree, case.verb) if case.lemma in words("cues.instructing") else None


def _instruction(tree: Tree, noun: int) -> Span | None:
    """The infinitive right after an instruction and whom it is from, where the tree attaches that to a verb."""
    last = tree.index.overlapping(tree.phrase(noun))[-1]
    for clause in (child for above in tree.above(noun) for child in tree.children(above, "advcl", "xcomp")):
        phrase = tree.phrase(clause)
        if is_infinitive(tree, clause) and tree.index.overlapping(phrase)[0] == last + 1:
            return phrase
    return None


def matter(case: InnerCase) -> Span | None:
    """What somebody complains of, warns of or calls for, without the preposition; what somebody demands."""
    tree, lemma = case.tree, case.lemma
    if case.is_passive:
        return None
    joints = LISTS.groups("cues.noun-matters" if case.is_noun else "cues.matters").get(lemma, frozenset())
    for child in tree.children(case.verb, "nmod" if case.is_noun else "obl") if joints else ():
        if joints.isdisjoint(map(tree.lemma, tree.children(child, "case"))):
            continue
        if _is_owner(tree, child):
            return None
        if child > case.verb:
            return tree.phrase(child, ("case",))
    if case.is_noun or not case.takes_matter:
        return None
    asked = tree.children(case.verb, "obj")
    return tree.phrase(asked[0]) if asked else None


def _is_owner(tree: Tree, noun: int) -> bool:
    """Whether "of" leads to who makes a claim and not to what is claimed: "the claims of Lund Lines"."""
    return tree.tokens[noun].upos == "PROPN" and tree.case(noun) in words("cues.owning")


def accusation(case: InnerCase) -> Span | None:
    """Somebody with what they are accused of, blamed or criticised for."""
    tree = case.tree
    joints = LISTS.groups("cues.accusing")[case.lemma]
    accused = tree.children(case.verb, "obj")
    for child in (
        *tree.children(case.verb, "obl", "advcl"),
        *(n for who in accused for n in tree.children(who, "nmod")),
    ):
        marks = tree.children(child, "case", "mark")
        if accused and any(tree.lemma(word) in joints for word in marks):
            return Span(tree.phrase(accused[0]).start, max(tree.phrase(accused[0]).end, tree.phrase(child).end))
    return None


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


def put(case: InnerCase) -> Span | None:
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


def state(case: InnerCase) -> Span | None:
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


def count(case: InnerCase) -> Span | None:
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


def _is_told(tree: Tree, verb: int) -> bool:
    """Whether it is told of somebody that they want something: not "those who want to", "you want to"."""
    tag = tree.tokens[verb].xpos
    if tree.relation(verb) in _DEPENDENT or not (tag in FINITE or (tag == "VBN" and _is_finite(tree, verb))):
        return False
    subjects = tree.children(verb, *ACTIVE)
    if not subjects or tree.tokens[subjects[0]].upos != "PRON":
        return bool(subjects)
    return tag != "VBP" and tree.lemma(subjects[0]) in words("grammar.pronouns.person", "pronouns.group")
