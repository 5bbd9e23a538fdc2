"""Verbs by which somebody disputes, confirms or takes back a claim: what they do, and to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsparse.linking.status.triggers import (
    NEGATIONS,
    RELATIVE,
    Effect,
    Reply,
    Trigger,
    is_beside_quote,
    is_noun_for_claim,
    is_somebody,
    refers,
    related,
    spelled_out,
)
from newsparse.model import Span

_OBJECTS = ("obj", "iobj", "obl", "xcomp")
_VERBS = ("VERB", "AUX", None)
_CLAUSES = ("ccomp", "acl")
_EFFECTS: Mapping[str, Effect] = {
    "across.answers.disputes": "disputed",
    "across.answers.confirms": "confirmed",
    "across.answers.retracts": "corrected",
}


def effect_of(case: Trigger) -> Effect | None:
    """What a verb does to its object; none where it is negated or asked, but not to believe something disputes it."""
    if case.reading.index.tokens[case.word].upos not in _VERBS or case.demanded or case.asked:
        return None
    if case.has("across.answers.trusts") or case.has("across.answers.shares"):
        return "disputed" if _is_turned(case) else None
    found = _listed(case)
    if found and case.vain:
        return "disputed" if found == "confirmed" else None
    return None if found and _is_turned(case) else found


def _listed(case: Trigger) -> Effect | None:
    return next((effect for name, effect in _EFFECTS.items() if case.has(name)), None)


def _is_turned(case: Trigger) -> bool:
    """Whether somebody does not do it, or refuses to."""
    return case.negated or case.refused


def by_verb(case: Trigger) -> Reply | None:
    """The object, or the subject of a passive, is a word for a claim."""
    effect = effect_of(case)
    about = next(_objects(case), None) if effect else None
    if effect == "corrected" and about is None and any(_is_portion(case, item) for item in _direct(case)):
        return Reply(effect=effect, about=case.word, by=_subject(case))
    if effect is None or about is None or not _fits(case, effect, about):
        return None
    if effect == "disputed" and _is_subjects_own(case, about):
        effect = "corrected"
    clause, by = _spelling_out(case, about), _subject(case)
    return Reply(
        effect=effect, about=about, clause=clause, by=None if by == about else by, within=_is_within(case, about)
    )


def _is_subjects_own(case: Trigger, about: int) -> bool:
    """Whether somebody disputes what they said themselves: "disowned **her own** claim"."""
    tree, lists = case.reading.tree, case.reading.lexicon
    pronouns = [case.reading.index.tokens[item].upos == "PRON" for item in tree.children(about, "nmod:poss")]
    return any(pronouns) and any(tree.lemma(item) in lists.words("across.ownership") for item in tree.children(about))


def _spelling_out(case: Trigger, about: int) -> Span | None:
    """The clause that tells what a noun for a claim means: "denied the claim **that it leaked**"."""
    clauses = [*case.reading.tree.children(about, *_CLAUSES), *spelled_out(case.reading, about)]
    telling = next((item for item in clauses if not case.reading.is_giving(item)), None)
    return None if telling is None or about in _before(case) else case.reading.tree.phrase(telling)


def _direct(case: Trigger) -> list[int]:
    return case.reading.tree.children(case.word, *_OBJECTS)


def _is_portion(case: Trigger, word: int) -> bool:
    """Whether a noun means a part of what was said: "apologised for the second part"."""
    tree, reading = case.reading.tree, case.reading
    beside = {reading.index.words.lower[item] for item in tree.children(word)}
    definite = beside & reading.lexicon.words("across.definite")
    whole = not tree.children(word, "nmod")
    return whole and bool(definite) and tree.lemma(word) in reading.lexicon.words("across.portions")


def _is_within(case: Trigger, about: int) -> bool:
    """Whether a relative clause of the article's own is in or right behind what somebody says: ", which he denies"."""
    return about in _before(case) and is_beside_quote(case.reading, case.word, about)


def _subject(case: Trigger) -> int | None:
    """Who does it, or finds nothing that does; none for "nobody", which is what whoever is quoted says."""
    finding = case.reading.tree.head(case.word) if case.vain else None
    subject = case.reading.subject(case.word if finding is None else finding)
    nobody = subject is not None and case.reading.index.words.lower[subject] in case.reading.lexicon.words(NEGATIONS)
    return None if nobody else subject


def _objects(case: Trigger) -> Iterator[int]:
    """What may be meant: the object, the subject of a passive, or what a preposition leads to."""
    tree = case.reading.tree
    if any(not tree.is_noun(clause) for clause in tree.children(case.word, "ccomp")):
        yield from _who_says(case)
        return
    yield from _before(case)
    yield from (item for item in _cued(case) if _may_be_meant(case, item))
    yield from _who_says(case)
    direct = tree.children(case.word, *(("obj", "nsubj:pass") if _has_other_object(case) else _OBJECTS), "ccomp")
    behind = [child for item in direct for child in tree.children(item, "nmod", "obl")]
    places = [*tree.children(case.word, "nsubj:pass"), *(item for item in [*direct, *behind] if item > case.word)]
    yield from (item for item in places if _may_be_meant(case, item))


def _has_other_object(case: Trigger) -> bool:
    """Whether a verb that is no phrase has an object, so that a preposition is not before what it is about."""
    tree, reading = case.reading.tree, case.reading
    objects = tree.children(case.word, "obj", "nsubj:pass")
    phrase = any(" " in item and item in reading.lexicon.words("across.answers") for item in reading.lemmas(case.word))
    return bool(objects) and not phrase


def _who_says(case: Trigger) -> Iterator[int]:
    """Who says what is disputed or confirmed: "takes issue with what **the mayor** says"."""
    tree, reading = case.reading.tree, case.reading
    behind = tree.children(case.word, *_OBJECTS, "ccomp", "advcl", "nmod")
    behind += [item for place in behind for item in tree.children(place, "nmod", "acl", "acl:relcl")]
    for item in behind:
        said = tree.lemma(item) in reading.lexicon.words("speech.verbs.said")
        subject = tree.subject(item) if said else None
        words = {reading.index.words.lower[place] for place in (*tree.children(item), *tree.above(item))}
        first = None if subject is None else reading.index.overlapping(tree.phrase(subject)).start
        words |= {reading.index.words.lower[first - 1]} if first else set()
        if subject is None or _has_a_word_for_it(case, item, subject):
            continue
        if words & reading.lexicon.words("across.whatever"):
            yield subject


def _has_a_word_for_it(case: Trigger, verb: int, subject: int) -> bool:
    """Whether whoever answers has a word of their own for something: "denied what **he** called a plot"."""
    calling = case.reading.tree.lemma(verb) in case.reading.lexicon.words("across.calling")
    return calling and case.reading.index.words.lower[subject] in case.reading.lexicon.words("across.speakers")


def _cued(case: Trigger) -> Iterator[int]:
    """The noun of a quote whose cue the verb is: "dismissed as gossip **the story** that it leaked"."""
    quote = case.reading.cued_by(case.word)
    words = [word for span in quote.fragments for word in case.reading.index.overlapping(span)] if quote else []
    top = case.reading.tree.top(words)
    if top is not None and case.reading.tree.is_noun(top) and not case.reading.tree.case(top):
        yield top


def _before(case: Trigger) -> Iterator[int]:
    """The noun that a relative clause with the verb is about: "a charge that he denies"."""
    tree, noun = case.reading.tree, related(case.reading, case.word)
    if tree.relation(case.word) != "acl:relcl" or case.has("across.answers.denies"):
        yield from (item for item in tree.children(case.word, "obj") if _is_relative(case, item))
    objects = [case.reading.index.tokens[item].xpos for item in tree.children(case.word, "obj") if item != noun]
    acted = tree.subject(case.word) is not None or tree.children(case.word, "obl:agent")
    if noun is not None and acted and all(tag in RELATIVE for tag in objects):
        yield noun


def _is_relative(case: Trigger, word: int) -> bool:
    """Whether a pronoun before the verb stands for all that was said before it: ", which he denies"."""
    return word < case.word and case.reading.index.tokens[word].xpos in RELATIVE and _after_comma(case, word)


def _after_comma(case: Trigger, word: int) -> bool:
    return word > 0 and case.reading.index.tokens[word - 1].upos == "PUNCT"


def _may_be_meant(case: Trigger, word: int) -> bool:
    """Whether a word refers to a claim that goes with the verb, or to whoever made it."""
    reading = case.reading
    if case.has("across.answers.clausal"):
        return _is_agreed_with(case, word)
    if case.has("across.answers.nouns") and not reading.tree.is_noun(word):
        return False
    if case.has("across.answers.shares"):
        return reading.tree.lemma(word) in reading.lexicon.words("across.references.thoughts")
    return refers(reading, word) or (case.has("across.answers.persons") and is_somebody(reading, word))


def _is_agreed_with(case: Trigger, word: int) -> bool:
    """Whether it is somebody with whom another one agrees, and not on what to do: "agreed with the farmer"."""
    tree = case.reading.tree
    alone = tree.children(case.word, *_OBJECTS, "ccomp") == [word] and tree.relation(word) == "obl"
    pronoun = case.reading.index.words.lower[word] in case.reading.lexicon.words("across.pronouns.person")
    return case.has("across.answers.agrees") and alone and (pronoun or is_somebody(case.reading, word))


def _fits(case: Trigger, effect: Effect, about: int) -> bool:
    """Whether a word can mean a claim here: of pronouns, not what is corrected, and a person only for some verbs.

    Some verbs need somebody's own: "changed **her** story", not "changed the story of the film".
    """
    if _is_demand(case, about):
        return False
    if case.has("across.answers.owned") and not case.reading.tree.children(about, "nmod:poss"):
        return False
    if is_noun_for_claim(case.reading, about) or about in _before(case) or about in _who_says(case):
        return True
    person = case.reading.index.words.lower[about] in case.reading.lexicon.words("across.pronouns.person")
    may_be = case.has("across.answers.persons") or case.has("across.answers.agrees")
    return may_be if person else effect != "corrected" or case.has("across.answers.own")


def _is_demand(case: Trigger, noun: int) -> bool:
    """Whether something is asked for, and nothing said: "dropped her claim **for asylum**"."""
    tree = case.reading.tree
    before = case.reading.lexicon.groups("across.demands").get(tree.lemma(noun), frozenset())
    behind = [*tree.children(noun, "nmod"), *tree.children(case.word, "obl")]
    return any(tree.case(item) in before for item in behind if noun + 1 in tree.children(item, "case"))


def by_clause(case: Trigger) -> Reply | None:
    """The object is a clause that repeats a claim: "denied that it rained", "apologised for saying that it rained"."""
    renewed = case.has("across.answers.renews") or case.has("across.answers.retorts")
    effect = None if renewed else effect_of(case)
    if effect is None or _is_on_a_claim(case):
        return None
    repeated = _repeating(case, effect)
    if repeated is None:
        return None
    nouns = (item for item in case.reading.tree.children(case.word, "obj") if is_noun_for_claim(case.reading, item))
    return Reply(effect=effect, about=next(nouns, None), clause=repeated, by=case.reading.subject(case.word))


def _repeating(case: Trigger, effect: Effect) -> Span | None:
    """The words of the clause: a quote whose cue the verb is, or the object of the verb or of one below it."""
    quote, tree = case.reading.cued_by(case.word), case.reading.tree
    if quote is not None and quote.form == "indirect" and case.reading.is_clause(quote):
        return quote.span
    said = tree.children(case.word, "advcl", "xcomp") if effect == "corrected" else []
    said = [item for item in said if tree.relation(item) == "xcomp" or tree.children(item, "mark")]
    clause = next((item for verb in (case.word, *said) for item in tree.children(verb, "ccomp")), None)
    return None if clause is None else tree.phrase(clause)


def _is_on_a_claim(case: Trigger) -> bool:
    """Whether the clause itself says that somebody is right or wrong: "admitted that the mayor had been right"."""
    tree = case.reading.tree
    clauses = tree.children(case.word, "ccomp")
    words = [word for clause in clauses for word in (clause, *tree.children(clause, "xcomp"))]
    return any(Trigger(case.reading, word).has("across.judgements.erring") for word in words)


def by_itself(case: Trigger) -> Reply | None:
    """The verb needs no object: "disagreed", "begged to differ", "said otherwise"."""
    tree = case.reading.tree
    if case.negated:
        return _not_agreed(case) if case.has("across.answers.agrees") else None
    saying = _verb_of_otherwise(case)
    alone = _is_alone(case)
    withdrawn = saying is None and case.has("across.answers.retracts")
    if (saying is None and not alone) or (withdrawn and tree.relation(case.word) == "xcomp"):
        return None
    beside = tree.children(saying, "obl") if saying is not None else []
    others = [item for item in beside if tree.case(item) in case.reading.lexicon.words("across.owning")]
    effect: Effect = "corrected" if withdrawn else "disputed"
    return Reply(effect=effect, about=next(iter(others), case.word), by=case.reading.subject(case.word))


def _is_alone(case: Trigger) -> bool:
    """Whether a verb that says so without an object has none, or only its own: "had **doubts**"."""
    tree, lists = case.reading.tree, case.reading.lexicon
    verbal = case.reading.index.tokens[case.word].upos in _VERBS and tree.relation(case.word) != "amod"
    if not verbal or not case.has("across.answers.alone") or tree.children(case.word, "nsubj:pass", "aux:pass"):
        return False
    phrases = {item.rpartition(" ")[2] for item in lists.words("across.answers.alone") if " " in item}
    behind = tree.children(case.word, *_OBJECTS, "ccomp", "advcl")
    own = [item for item in behind if tree.relation(item) == "obj" and tree.lemma(item) in phrases]
    return own == behind and not any(tree.children(item, "nmod", "acl", "acl:relcl") for item in own)


def _verb_of_otherwise(case: Trigger) -> int | None:
    """The verb of saying or thinking before "otherwise" that has no clause: "**said** otherwise"."""
    tree, lists = case.reading.tree, case.reading.lexicon
    head = tree.head(case.word) if case.has("across.otherwise") else None
    if head is None or head > case.word or tree.children(head, "ccomp"):
        return None
    return head if tree.lemma(head) in lists.words("speech.verbs.said") | lists.words("across.viewing") else None


def _not_agreed(case: Trigger) -> Reply | None:
    """Somebody does not agree: with a claim, with whoever made it, or with the last one."""
    reading, tree = case.reading, case.reading.tree
    behind = tree.children(case.word, *_OBJECTS, "ccomp", "advcl")
    about = next((item for item in behind if refers(reading, item) or is_somebody(reading, item)), None)
    if behind and about is None:
        return None
    return Reply(effect="disputed", about=case.word if about is None else about, by=reading.subject(case.word))


def by_retort(case: Trigger) -> Reply | None:
    """The cue of words that are against those of somebody else: "They were open," he countered."""
    quote = case.reading.cued_by(case.word) if case.has("across.answers.retorts") else None
    if quote is None or case.negated or not case.reading.is_clause(quote):
        return None
    return Reply(effect="disputed", about=case.word, by=case.reading.subject(case.word))


def by_event(case: Trigger) -> Reply | None:
    """What was said is said not to have happened, or not to hold: "That never happened", "the sums do not add up"."""
    if not case.has("across.answers.holds"):
        return None
    verb = _failing(case) if not case.negated else case.word
    about = case.reading.tree.subject(verb) if verb is not None else None
    tag = None if about is None else case.reading.index.tokens[about].xpos
    if tag in RELATIVE or case.reading.tree.relation(case.word) == "acl:relcl":
        return None
    by = next(iter(_swayed(case)), None)
    return Reply(effect="disputed", about=about, by=by) if about is not None and refers(case.reading, about) else None


def _failing(case: Trigger) -> int | None:
    """The verb by which something does not do it: "**failed** to convince"."""
    tree, verb = case.reading.tree, case.reading.tree.head(case.word)
    xcomp = verb is not None and tree.relation(case.word) == "xcomp"
    failing = case.reading.lexicon.words("across.failing")
    return verb if xcomp and verb is not None and tree.lemma(verb) in failing else None


def _swayed(case: Trigger) -> list[int]:
    """With whom a claim does not hold: "did not convince **the mayor**", "cut no ice with **the mayor**"."""
    tree, lists = case.reading.tree, case.reading.lexicon
    if case.has("across.attitudes.trusts"):
        return tree.children(case.word, "obj", "iobj")
    beside = [item for item in tree.children(case.word, "obl") if tree.case(item) in lists.words("across.swaying")]
    return [item for item in beside if is_somebody(case.reading, item)]
