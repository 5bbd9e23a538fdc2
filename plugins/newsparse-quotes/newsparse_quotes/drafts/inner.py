"""The rules for what a word inside a quote attributes: clauses, infinitives, words in marks, what is asked for."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from newsparse.model import Passage, Span
from newsparse.rules import BySort, Rule, RuleSet
from newsparse.syntax import Tree
from newsparse_quotes.drafts import attributing
from newsparse_quotes.drafts.attributing import InnerCase
from newsparse_quotes.drafts.complements import clause_of, following
from newsparse_quotes.drafts.in_marks import in_marks
from newsparse_quotes.grammar import is_infinitive, that_before
from newsparse_quotes.lexicon import LISTS, words


def _clause(case: InnerCase) -> Span | None:
    """The clause that depends on a word which attributes clauses."""
    return clause_of(case) if case.is_reporting else None


def _following(case: InnerCase) -> Span | None:
    """The clause right after a verb in marks and whom it is told to."""
    return following(case) if case.spoken else None


def _wish(case: InnerCase) -> Span | None:
    """What somebody agrees, promises or refuses to do, or claims to be; in quotes, what somebody wants to do."""
    tree = case.tree
    wish = tree.children(case.verb, "xcomp")
    wants = case.within and case.lemma in words("cues.wanting") and attributing.is_told(tree, case.verb)
    wishing = wants or case.is_intending or case.lemma in words("cues.wishing")
    if not wish or not tree.children(wish[0], "mark") or not wishing:
        return None
    return tree.phrase(wish[0])


def _that(case: InnerCase) -> Span | None:
    """The clause with "that" after a noun: "the claim that"."""
    tree = case.tree
    for clause in tree.children(case.verb, "acl", "ccomp"):
        marks = that_before(tree, clause)
        if marks:
            return tree.phrase(clause, barred=marks)
    return None


def _like(case: InnerCase) -> Span | None:
    """The words in marks that somebody was like: "she was like, ‘No way’"."""
    return in_marks(case) if attributing.speaker_like(case.tree, case.verb) is not None else None


def _pledge(case: InnerCase) -> Span | None:
    """What somebody says with a noun that they or others will do: "her pledge to", "the council's call to"."""
    tree = case.tree
    clause = attributing.pledged(tree, case.verb)
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


def _matter(case: InnerCase) -> Span | None:
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
    if case.is_noun or not _takes_matter(case):
        return None
    asked = tree.children(case.verb, "obj")
    return tree.phrase(asked[0]) if asked else None


def _is_owner(tree: Tree, noun: int) -> bool:
    """Whether "of" leads to who makes a claim and not to what is claimed: "the claims of Lund Lines"."""
    return tree.tokens[noun].upos == "PROPN" and tree.case(noun) in words("cues.owning")


def _accusation(case: InnerCase) -> Span | None:
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


def _rule(
    name: str,
    find: Callable[[InnerCase], Span | None],
    summary: str,
    fires: str,
    quiet: str,
    applies: Callable[[InnerCase], bool] | None = None,
) -> Rule[InnerCase, Passage]:
    def passage(case: InnerCase) -> Passage | None:
        span = find(case)
        return None if span is None else Passage(span, case.tree.document.cut(span))

    return Rule(name=f"quotes.inner.{name}", find=passage, summary=summary, fires=fires, quiet=quiet, applies=applies)


def _sort(case: InnerCase) -> Hashable:
    """All that the conditions of the rules depend on."""
    return case.lemma, case.is_noun, case.within


def _verb(*names: str) -> Callable[[InnerCase], bool]:
    """Whether a word is no noun, and its lemma in one of some lists."""
    return lambda case: not case.is_noun and case.lemma in words(*names)


def _is_noun(case: InnerCase) -> bool:
    return case.is_noun


def _is_other(case: InnerCase) -> bool:
    return not case.is_noun


def _is_pledge(case: InnerCase) -> bool:
    return case.is_noun and case.lemma in attributing.pledges()


def _has_matter(case: InnerCase) -> bool:
    if case.is_noun:
        return case.lemma in LISTS.groups("cues.noun-matters")
    return case.lemma in LISTS.groups("cues.matters") or _takes_matter(case)


def _takes_matter(case: InnerCase) -> bool:
    """Whether the object of a verb is what is said."""
    return case.lemma in words("speech.verbs.matter") or (
        case.within and case.lemma in words("speech.verbs.inner-matter")
    )


def _accuses(case: InnerCase) -> bool:
    return case.lemma in LISTS.groups("cues.accusing")


BY_WORD = BySort(_sort)
"""Asks the rules for the word that attributes, as a verb or a noun."""


def _place(passage: Passage) -> Span:
    return passage.span


INNER: RuleSet[InnerCase, Passage] = RuleSet(
    name="quotes.inner",
    summary="What verbs and nouns attribute inside a quote, and verbs elsewhere.",
    place=_place,
    rules=(
        _rule(
            "like",
            _like,
            'Words in marks that somebody was "like", as speakers tell what was said',
            "“She was like, ‘Never sell the quay,’ and left,” said Ada Brook.",
            "“It was like ‘The Old Quay,’ which we loved,” said Ada Brook.",
            _verb("cues.quotative"),
        ),
        _rule(
            "marks",
            in_marks,
            "Words in marks right beside the verb and whoever is told",
            "“My father told me, ‘Never sell the quay,’ and I never did,” said Ada Brook.",
            "“My father told me never to sell the quay,” said Ada Brook.",
            _verb("speech.verbs.inner", "speech.verbs.leading", "speech.verbs.reporting", "speech.verbs.thought"),
        ),
        _rule(
            "aloud",
            attributing.aloud,
            "The rest of the sentence after a comma, as somebody tells what they said or thought",
            "“So then I thought, maybe a boat made of bone?” said Ada Brook.",
            "“I thought of a boat made of bone,” said Ada Brook.",
            _verb("cues.aloud"),
        ),
        _rule(
            "state",
            attributing.found_so,
            "Somebody or something with the state that is reported",
            "Ada Brook said the owners had reported the boat missing.",
            "Ada Brook said the owners had left the boat unlocked.",
            _verb("cues.declaring"),
        ),
        _rule(
            "clause",
            _clause,
            "The clause that depends on the verb",
            "“My father told me that the quay would sink,” said Ada Brook.",
            "Ada Brook told the sailors a story about the quay.",
            _is_other,
        ),
        _rule(
            "following",
            _following,
            "The clause right after the verb and whom it is told to, where the tree attaches it elsewhere",
            "“People tell me they never pay,” said Ada Brook. “Then I ask what they paid for coffee this morning.”",
            "“They told me a story about the quay,” said Ada Brook.",
            _verb("speech.verbs.inner"),
        ),
        _rule(
            "told-to",
            attributing.told_to,
            "What somebody is told or called on to do",
            "“My father told the men to sell the quay,” said Ada Brook.",
            "“My father told the men a story about the quay,” said Ada Brook.",
        ),
        _rule(
            "wish",
            _wish,
            "What somebody agrees or promises to do",
            "Ada Brook said the owners had agreed to sell the quay.",
            "Ada Brook said the owners had to sell the quay.",
            _verb("cues.wanting", "cues.wishing", "speech.verbs.intending"),
        ),
        _rule(
            "gerund",
            attributing.gerund,
            "What somebody denies, admits or considers doing",
            "Ada Brook said the owners had denied selling the quay.",
            "Ada Brook said the owners had enjoyed selling the quay.",
            _verb("cues.avowing", "cues.weighing", "speech.verbs.denied", "speech.verbs.proposed"),
        ),
        _rule(
            "that",
            _that,
            'The clause with "that" after a noun such as "claim"',
            "Ada Brook said the claim that the quay would sink was false.",
            "Ada Brook said the claim on the quay was false.",
            _is_noun,
        ),
        _rule(
            "pledge",
            _pledge,
            "What somebody says with a noun that they or others will do",
            "Ada Brook said the council had broken its promise to mend the quay.",
            "Ada Brook said the council had the money to mend the quay.",
            _is_pledge,
        ),
        _rule(
            "matter",
            _matter,
            "What somebody complains of, warns of, calls for or demands",
            "Ada Brook said the sailors had complained of a smell.",
            "Ada Brook said the sailors had spoken of a smell.",
            _has_matter,
        ),
        _rule(
            "count",
            attributing.counted,
            "How many of something somebody reports",
            "Ada Brook said the city had reported 12 deaths.",
            "Ada Brook said the city had reported to the minister.",
            _verb("cues.counting"),
        ),
        _rule(
            "plea",
            attributing.plea,
            "What an accused pleads",
            "Tom Varga pleaded not guilty to the theft of a boat.",
            "Tom Varga pleaded his case before the court.",
            _verb("cues.pleading"),
        ),
        _rule(
            "accusation",
            _accusation,
            "Somebody with what they are accused of or blamed for",
            "Ada Brook said the sailors had accused the owner of theft.",
            "Ada Brook said the sailors had robbed the owner of a boat.",
            _accuses,
        ),
        _rule(
            "wanted",
            attributing.wanted,
            "What somebody wants, outside quotes",
            "The union wants a new quay.",
            "The union wants it.",
            _verb("cues.wanting"),
        ),
        _rule(
            "according",
            attributing.according,
            'What follows "according to" and whoever says it, in what somebody else says',
            "Ada Brook recounted that, according to Tom Varga, the boat had sunk before noon.",
            "According to Tom Varga, the boat had sunk before noon.",
        ),
        _rule(
            "estimate",
            attributing.estimate,
            "Something with the amount that somebody puts it at",
            "Ada Brook said that sailors put the losses at 3 million dollars.",
            "Ada Brook said the owners put the ship at the quay.",
            _verb("cues.putting"),
        ),
        _rule(
            "put",
            attributing.put_so,
            "What somebody puts in words of their own, beside the aside that says so",
            "Ada Brook said that, as the mayor put it, the quay was a ruin.",
            "Ada Brook said that, as the mayor put a lid on it, the noise stopped.",
            _verb("cues.wording"),
        ),
        _rule(
            "view",
            attributing.view,
            "Somebody or something with what they are seen as",
            "Ada Brook said the sailors saw the quay as a ruin.",
            "Ada Brook said the sailors saw the quay at noon.",
            _verb("speech.verbs.viewing"),
        ),
    ),
)
