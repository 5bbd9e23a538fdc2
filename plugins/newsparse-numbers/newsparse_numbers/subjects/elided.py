"""What a figure without a noun of its own counts: what another figure of its sentence does."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.model import QuantityKind
from newsparse.syntax import SUBJECTS
from newsparse_numbers.lexicon import endings, words
from newsparse_numbers.subjects.about import PASSIVE
from newsparse_numbers.subjects.clauses import CLAUSE_STEPS, antecedent
from newsparse_numbers.subjects.figure import Figure, Noun, Relation
from newsparse_numbers.subjects.page import POSSESSIVES, Page

REACH_WORDS = 32
"""How many words before a figure what it counts may be."""
VERB_STEPS = 5
"""How many verbs above that of a figure may have its subject."""

COUNTS: frozenset[QuantityKind] = frozenset(["count"])
"""The kinds of figures that count."""
_COUNTS_AND_PLACES: frozenset[QuantityKind] = frozenset(["count", "ordinal", "rank"])
ALIKE_WORDS = 24
"""How many words before a verb one of the same lemma may be whose object a number without a noun counts too."""

_JOINED = ("conj", "advcl", "parataxis")
_MARKS = frozenset(",()–—-:/")
_CLAUSES = ("advcl", "conj", "xcomp", "ccomp", "acl", "parataxis")
_RANKED = frozenset(["conj", "appos", "amod"])
_MET = ("obj", "nsubj:pass", "root", "conj", "appos")


def counted_before(figure: Figure) -> Noun | None:
    """For "built for 400 inmates, it holds 900", "killing nine and injuring 14": what the nearest counted noun is."""
    page = figure.page
    if figure.kind != "count" or figure.role != "level" or not _stands_alone(figure):
        return None
    found = _nearest_counted(figure)
    if found is None or page.case(found) in words("claims.around_counted") or page.lower[found] in words("claims.hits"):
        return None
    if _is_led_apart(figure, found) or not _fits(figure, found):
        return None
    return figure.noun(found, Relation.COUNTED)


def gained(figure: Figure) -> Noun | None:
    """For "won 12 seats, a gain of seven": what the nearest counted noun is, behind a comma and a noun of change."""
    page, of = figure.page, figure.outer_words[0] - 1
    first = of - 2
    if figure.kind != "count" or first < 1 or page.lower[of] not in words("claims.of"):
        return None
    change = page.lower[of - 1] in words("changes.nouns") and page.lower[first] in words("bounds.articles")
    found = _nearest_counted(figure) if change and page.tokens[first - 1].text in _MARKS else None
    return figure.noun(found, Relation.COUNTED) if found is not None else None


def _nearest_counted(figure: Figure) -> int | None:
    """The nearest plural before that a figure counts; behind "another", else the nearest noun that is put in order."""
    page = figure.page
    another = page.lower[figure.outer_words[0] - 1] in words("ellipsis.another")
    counted = (noun for noun in nouns_before(figure) if is_counted(page, noun, COUNTS) and is_plural(page, noun))
    placed = (noun for noun in nouns_before(figure) if another and is_counted(page, noun, _COUNTS_AND_PLACES))
    return next(counted, None) or next(placed, None)


def _is_led_apart(figure: Figure, noun: int) -> bool:
    """Whether a preposition before the figure, or before a count on the way to it, parts it from what is counted.

    Not where the noun has the same one: "Britain with 47,401 tourists, Kenya with 33,601".
    """
    page, first = figure.page, figure.outer_words[0]
    lead = page.tokens[first - 1]
    if lead.upos == "ADP" and (lead.text != page.case(noun) or page.tokens[first - 2].upos != "PROPN"):
        return True
    leads = (page.tokens[word - 1] for word in range(noun + 1, first) if page.kinds.get(word) in COUNTS)
    return any(word.upos == "ADP" and word.text != lead.text for word in leads)


def also_of(figure: Figure) -> Noun | None:
    """For "two counts of theft and one of fraud": the counted noun before "of" in both."""
    page, before, after = figure.page, figure.outer_words[0] - 1, figure.words[-1] + 1
    if figure.kind != "count" or before < 0 or after + 1 >= len(page.tokens):
        return None
    joined = page.lower[before] in words("claims.joining") or page.tokens[before].text == ","
    if not joined or page.lower[after] not in words("claims.of") or page.lower[after + 1] in words("names.determiners"):
        return None
    for noun in nouns_before(figure):
        if is_counted(page, noun, COUNTS) and page.lower[noun + 1] in words("claims.of"):
            return figure.noun(noun, Relation.COUNTED)
    return None


def out_of(figure: Figure) -> Noun | None:
    """For "67 seats out of 70": the counted noun before "out of"."""
    page, of = figure.page, figure.outer_words[0] - 1
    noun = of - 2
    if figure.kind != "count" or noun < 1 or page.lower[of] not in words("claims.of"):
        return None
    counted = page.lower[of - 1] in words("claims.out") and is_counted(page, noun, COUNTS)
    return figure.noun(noun, Relation.COUNTED) if counted else None


def placed(figure: Figure) -> Noun | None:
    """For "her second on grass", "a fifth to come", "the company's 35th": what is put in an order."""
    page, before = figure.page, figure.outer_words[0] - 1
    if figure.kind not in ("ordinal", "rank") or before < 0 or not _has_article(page, before):
        return None
    joined = _joined_to(figure)
    if joined is not None:
        return figure.noun(joined, Relation.COUNTED)
    if page.children(figure.own_top, "cop"):
        return _said_of(figure)
    if figure.kind == "rank" and (ranked := _ranked(figure)) is not None:
        return figure.noun(ranked, Relation.COUNTED)
    return None if _goes_on(figure) else _placed_before(figure, before)


def _ranked(figure: Figure) -> int | None:
    """The noun that a superlative without one of its own goes with: "the lake, the second largest in the country"."""
    page, last = figure.page, figure.words[-1]
    top = last + 1 if last + 1 < len(page.tokens) and page.relation(last + 1) in _RANKED else figure.own_top
    head = page.head(top) if page.relation(top) in _RANKED else None
    common = head is not None and head < figure.words[0] and page.noun(head) and not page.is_owner(head)
    return head if common and not page.is_person(head if head is not None else top) else None


def _placed_before(figure: Figure, before: int) -> Noun | None:
    """The nearest noun with a figure, or after a possessive the nearest object; ``before`` is the word before."""
    page = figure.page
    for noun in nouns_before(figure):
        met = _is_possessive(page, before) and _is_met(page, noun)
        if met or is_counted(page, noun, _COUNTS_AND_PLACES) or _is_extreme(figure, noun):
            return figure.noun(noun, Relation.COUNTED)
    return None


def _is_extreme(figure: Figure, noun: int) -> bool:
    """Whether a place is joined to a superlative: "the worst flood in years and the second since May"."""
    page = figure.page
    joined = page.relation(figure.own_top) == "conj" and page.head(figure.own_top) == noun
    adjectives = page.children(noun, "amod") if joined else []
    return any(page.lower[word].endswith(endings("claims.superlative_endings")) for word in adjectives)


def _goes_on(figure: Figure) -> bool:
    """Whether a place only says when, is followed by its whole, or makes a superlative: "the second largest"."""
    page, after = figure.page, figure.words[-1] + 1
    if after >= len(page.tokens) or page.case(figure.own_top) or page.lower[after] in words("claims.of"):
        return True
    return page.tokens[after].upos == "ADJ" and page.lower[after] not in words("claims.in_a_row")


def nouns_before(figure: Figure) -> Iterator[int]:
    """The nouns before a figure in its sentence, the nearest first."""
    page, last = figure.page, figure.outer_words[0] - 1
    first = max(page.sentence(figure.words[0]).start, last - REACH_WORDS)
    return (word for word in range(last, first - 1, -1) if page.noun(word) and not page.is_time(word))


def is_counted(page: Page, noun: int, kinds: frozenset[QuantityKind]) -> bool:
    """Whether a figure of one of the ``kinds`` counts a noun: "nine ships", "hundreds of ships", "the fifth ship"."""
    if any(page.kinds.get(child) in kinds for child in page.children(noun, "nummod", "amod") if child < noun):
        return True
    head = page.head(noun)
    return page.case(noun) in words("claims.of") and head is not None and page.kinds.get(head) in kinds


def is_plural(page: Page, noun: int) -> bool:
    """Whether a noun is a plural by its form."""
    return page.lower[noun] in words("names.plurals") or page.lower[noun].endswith(endings("names.plural_endings"))


def _stands_alone(figure: Figure) -> bool:
    """Whether a figure is no name or whole of its own, and no marks part it from what is before and behind it."""
    page, before, after = figure.page, figure.outer_words[0] - 1, figure.outer_words[-1] + 1
    if before < 0 or page.tokens[before].text in "(/–—:":
        return False
    if page.tokens[figure.own_top].upos == "ADV" or page.children(figure.own_top, "nmod:poss"):
        return False  # "once", "the chart's top 10"
    behind = page.tokens[after].text if after < len(page.tokens) else "."
    return not (page.tokens[before].text in _MARKS and behind in _MARKS)


def _fits(figure: Figure, noun: int) -> bool:
    """Whether a figure can count what another does: nothing that its clause says the size of, nor who acts in it."""
    page, top, verb = figure.page, figure.own_top, figure.verb
    if _are_harmed(figure) and not are_people(page, noun):
        return False
    if any(page.tokens[child].upos != "PRON" for child in page.children(top, *SUBJECTS)):
        return False  # "the number was 31"
    if verb is None:
        return True
    if _has_level(page, verb):
        return False
    return page.relation(top) != "obj" or noun not in _actors(page, verb)


def _are_harmed(figure: Figure) -> bool:
    """Whether that many are hurt or killed: "left 14 injured", "killing nine"."""
    page, verb, after = figure.page, figure.verb, figure.outer_words[-1] + 1
    if after < len(page.tokens) and page.lower[after] in words("claims.fated"):
        return True
    return verb is not None and page.lemma(verb) in words("claims.harming", "claims.killing")


def _has_level(page: Page, verb: int) -> bool:
    """Whether a verb says what number a noun that is its subject reaches: "the toll reached 31"; not "it holds 900"."""
    lemma = page.lemma(verb)
    if lemma not in words("claims.reaching") or lemma in words("claims.holding_many"):
        return False
    subject = page.subject(verb)
    return subject is not None and page.noun(subject)


def are_people(page: Page, noun: int) -> bool:
    """Whether a noun is one for people, known as such or as those whom accidents harm, or names a people."""
    named = page.named.at(page.tokens[noun].span)
    people = named is not None and named.label == "NORP"
    return people or page.is_person(noun) or page.lemma(noun) in words("claims.harmed")


def _actors(page: Page, verb: int) -> Iterator[int]:
    """The subjects of a verb and of those that it depends on, none of passives."""
    at: int | None = verb
    for _ in range(VERB_STEPS):
        if at is None:
            return
        yield from (child for child in page.children(at, *SUBJECTS) if page.relation(child) not in PASSIVE)
        at = page.head(at) if page.relation(at).startswith(_CLAUSES) else None


def _has_article(page: Page, word: int) -> bool:
    opens = page.tokens[word].text == "(" or page.lower[word] in words("names.determiners")
    return opens or _is_possessive(page, word)


def _is_possessive(page: Page, word: int) -> bool:
    return page.tokens[word].text in POSSESSIVES or page.relation(word) == "nmod:poss"


def _joined_to(figure: Figure) -> int | None:
    """The noun of the next figure in "the second and the third son"."""
    page, after = figure.page, figure.words[-1] + 1
    if after >= len(page.tokens) or page.lower[after] not in words("claims.joining"):
        return None
    after += 1
    while after < len(page.tokens) and page.lower[after] in words("names.determiners"):
        after += 1
    head = page.head(after) if page.kinds.get(after) in ("ordinal", "rank") else None
    return head if head is not None else None


def _said_of(figure: Figure) -> Noun | None:
    """The subject of "the title was her fifth"; the noun before "which" in "the plant, which is its 35th"."""
    page = figure.page
    for subject in page.children(figure.own_top, "nsubj"):
        noun = antecedent(figure, subject) if page.lower[subject] in words("claims.relative") else subject
        if noun is not None and page.tokens[noun].upos == "NOUN" and not page.is_person(noun):
            return figure.noun(noun, Relation.COUNTED)
    return None


def _is_met(page: Page, noun: int) -> bool:
    """Whether a noun is what somebody gets or does: the object of a clause, not a place in it."""
    return page.tokens[noun].upos == "NOUN" and page.relation(noun).startswith(_MET)


def parallel(figure: Figure) -> Noun | None:
    """For "killed 49 people and wounded 53", "Kell has 9 seats. Orla has 12": what the same kind of object counts."""
    page, top = figure.page, figure.own_top
    verb = page.head(top) if page.relation(top) == "obj" else None
    if verb is None:
        return None
    following = _ahead(page, verb, top)
    if following is not None:
        return figure.noun(following, Relation.COUNTED)
    for at in (*_joined(page, verb), *_alike(page, verb)):
        for child in page.children(at, "obj"):
            if page.noun(child) and not page.taken.isdisjoint(page.children(child, "nummod")):
                return figure.noun(child, Relation.COUNTED)
    return None


def _ahead(page: Page, verb: int, top: int) -> int | None:
    """The plural that the next verb's number counts: "killing 14 and injuring 40 people"."""
    conjuncts = [word for word in page.children(verb, "conj") if page.tokens[word].upos == "VERB"]
    for child in (word for at in (*conjuncts[:1], verb) for word in page.children(at, "obj")):
        other = any(page.tokens[word].upos == "VERB" for word in range(top + 1, child))
        if other and is_plural(page, child) and is_counted(page, child, COUNTS):
            return child
    return None


def _joined(page: Page, verb: int) -> Iterator[int]:
    """The verbs that a verb is joined to, the nearest first."""
    at: int | None = verb
    for _ in range(CLAUSE_STEPS):
        if at is None or not page.relation(at).startswith(_JOINED):
            return
        at = page.head(at)
        if at is not None:
            yield at


def _alike(page: Page, verb: int) -> Iterator[int]:
    """The last verb before of the same lemma, not far away."""
    for at in range(verb - 1, max(-1, verb - 1 - ALIKE_WORDS), -1):
        if page.tokens[at].upos == "VERB" and page.lemma(at) == page.lemma(verb):
            yield at
            return
