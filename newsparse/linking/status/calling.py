"""Words by which somebody calls a claim false, or is shown to be right: "called her theory nonsense"."""

from __future__ import annotations

from newsparse.linking.status.amounts import is_figure, too_much
from newsparse.linking.status.predicates import judged, told_after
from newsparse.linking.status.reading import Reading
from newsparse.linking.status.triggers import (
    RELATIVE,
    Reply,
    Trigger,
    is_beside_quote,
    is_noun_for_claim,
    is_somebody,
    is_spoken_of,
    refers,
    related,
)


def by_calling(case: Trigger) -> Reply | None:
    """A verb of calling, what is called, and what it is called: "called her theory nonsense"."""
    tree, verb = case.reading.tree, _verb_above(case)
    if verb is not None and judged(case) == "confirmed":
        return _proved(case, verb)
    if verb is None or not (judged(case) == "disputed" or too_much(case)):
        return None
    if tree.is_noun(case.word) and tree.case(case.word) in case.reading.lexicon.words("across.owning"):
        return _spoken_of(case, verb)
    calling = _calling(case, verb)
    about = _called(case, calling) if calling else None
    if calling is None or about is None:
        return None
    within = about == _called_before(case, calling) and is_beside_quote(case.reading, calling.word, about)
    return Reply(effect="disputed", about=about, by=_by_whom(case, calling.word), within=within)


def _by_whom(case: Trigger, verb: int) -> int | None:
    """Who calls something so; nobody who is called so, in the passive: "Varga was proved wrong"."""
    by = case.reading.subject(verb)
    return None if by in case.reading.tree.children(verb, "nsubj:pass") else by


def _proved(case: Trigger, verb: int) -> Reply | None:
    """Somebody is shown to be right: "the log proves him right"."""
    tree, shown = case.reading.tree, Trigger(case.reading, verb)
    shows = shown.has("across.showing") and not shown.negated
    whom = (tree.children(verb, "obj", "nsubj:pass") or tree.children(case.word, "nsubj")) if shows else []
    whom = tree.children(case.word, "nmod:poss") if whom == [case.word] else whom
    about = next((item for item in whom if refers(case.reading, item) or is_somebody(case.reading, item)), None)
    if about is None or not case.has("across.judgements.erring"):
        return None
    passive = tree.relation(about) == "nsubj:pass"
    by = None if passive else case.reading.subject(verb)
    return Reply(effect="confirmed", about=about, clause=told_after(case), by=by)


def _verb_above(case: Trigger) -> int | None:
    """The word that a judgement, or the first of several, belongs to."""
    tree, verb = case.reading.tree, case.reading.tree.head(case.word)
    if verb is None or not (tree.relation(case.word) == "conj" or _is_read_below(case, verb)):
        return verb
    return tree.head(verb)


def _is_read_below(case: Trigger, noun: int) -> bool:
    """Whether what something is called is read as a part of that: "called her **claim** a **smear**"."""
    tree = case.reading.tree
    both = tree.relation(case.word) in ("obj", "appos", "dep") and tree.relation(noun) == "obj"
    return both and noun < case.word and is_noun_for_claim(case.reading, noun)


def _calling(case: Trigger, verb: int) -> Trigger | None:
    """A verb by which something is called, placed too high, or proved false; not one that is negated or disputes it."""
    tree = case.reading.tree
    word = tree.head(verb) if tree.relation(case.word) == "amod" else verb
    above = Trigger(case.reading, word) if word is not None else None
    if above is None or above.negated or above.has("across.answers.disputes"):
        return None
    placed = too_much(case) and above.has("across.placing")
    return above if placed or above.has("across.calling") or above.has("across.showing") else None


def _called(case: Trigger, calling: Trigger) -> int | None:
    """What is called so: a word for a claim, of people only who are called liars or proved wrong."""
    proved = calling.has("across.showing") or case.reading.tree.is_noun(case.word)
    persons = case.has("across.judgements.erring") and proved
    means = _means_claim_or_person if persons else refers
    about = _called_before(case, calling)
    if about is None:
        about = next((item for item in _objects(case, calling) if means(case.reading, item)), None)
    return about if about is None or judged(case) or is_figure(case, about) else None


def _called_before(case: Trigger, calling: Trigger) -> int | None:
    """The noun that a relative clause calls so: "**a suggestion** that he called absurd"."""
    tree, index = case.reading.tree, case.reading.index
    objects = [item for item in tree.children(calling.word, "obj") if item != case.word]
    if any(index.tokens[item].xpos not in RELATIVE for item in objects):
        return None
    noun = tree.head(calling.word) if tree.relation(calling.word) == "acl" else None
    spoken = noun is not None and tree.subject(calling.word) is not None and is_spoken_of(case.reading, noun)
    return noun if spoken else related(case.reading, calling.word)


def _means_claim_or_person(reading: Reading, word: int) -> bool:
    return refers(reading, word) or is_somebody(reading, word)


def _objects(case: Trigger, calling: Trigger) -> list[int]:
    """What something is called by the word of a judgement: its objects, and what is read as a part of the judgement."""
    tree = case.reading.tree
    objects = [item for item in tree.children(calling.word, "obj", "nsubj:pass", "xcomp") if item != case.word]
    relations = ("compound",) if tree.children(case.word, "cop") else ("compound", "nsubj")
    return [*objects, *_determined(case), *tree.children(case.word, *relations)]


def _determined(case: Trigger) -> list[int]:
    """The pronoun that is read as the article of what something is called: "called **this** slander"."""
    tree, pronouns = case.reading.tree, case.reading.lexicon.words("across.pronouns.claim")
    if tree.relation(case.word) not in ("obj", "xcomp") or not tree.is_noun(case.word):
        return []
    return [
        item for item in tree.children(case.word, "det", "mark") if case.reading.index.words.lower[item] in pronouns
    ]


def _spoken_of(case: Trigger, verb: int) -> Reply | None:
    """Somebody speaks of a lie, or accuses somebody of exaggeration."""
    tree, lists = case.reading.tree, case.reading.lexicon
    if tree.children(case.word, "nmod", "acl", "acl:relcl") or Trigger(case.reading, verb).negated:
        return None
    accused = [item for item in tree.children(verb, "obj", "iobj") if item != case.word]
    if tree.lemma(verb) in lists.words("across.accusing") and accused:
        return Reply(effect="disputed", about=accused[0], by=case.reading.subject(verb))
    if tree.lemma(verb) in lists.words("across.speaking") and not accused:
        return Reply(effect="disputed", about=case.word, by=case.reading.subject(verb))
    return None
