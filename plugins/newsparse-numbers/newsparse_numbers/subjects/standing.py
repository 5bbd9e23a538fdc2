"""What a figure counts where another word stands for it: "raised the figure to 68", "left 36 dead", "— over 900 —"."""

from __future__ import annotations

from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects.elided import COUNTS, is_counted, is_plural, nouns_before
from newsparse_numbers.subjects.figure import Figure, Noun, Relation
from newsparse_numbers.subjects.page import POSSESSIVES, Page
from newsparse_numbers.subjects.wordorder import governing

STANDING_WORDS = 4
"""How many words before a figure "the figure" or "the number" may be that it gives anew."""
JOINED_WORDS = 6
"""How many words behind the first of two figures the second may begin: "the death of 6 and injury of 19 sailors"."""

OWNER_STEPS = 3
"""How many heads above a figure the verb may be whose subject is an owner."""

_DASHES = frozenset(["—", "–", "-", "--"])


def same_number(figure: Figure) -> Noun | None:
    """For "killed 40 miners, but raised the figure to 60": what the number before counts."""
    page, word = figure.page, _standing(figure)
    if word is None:
        return None
    for at in range(word - 1, page.sentence(word).start, -1):
        if _is_fate(page, at):
            return _alone(page, at)
        if is_counted(page, at, COUNTS) and is_plural(page, at):
            return figure.noun(at, Relation.COUNTED)
    return None


def as_done(figure: Figure) -> Noun | None:
    """For "the fire is 40% contained": the subject of what is done to that share."""
    page, done = figure.page, figure.words[-1] + 1
    if done >= len(page.tokens) or page.lower[done] not in words("claims.done_in_part"):
        return None
    above = page.head(done) if page.relation(done) == "conj" else None
    subject = page.subject(done) if above is None else page.subject(done) or page.subject(above)
    noun = subject is not None and subject < done and page.tokens[subject].upos == "NOUN"
    return figure.noun(subject) if subject is not None and noun else None


def _standing(figure: Figure) -> int | None:
    """The "figure" or "number" before a figure that only stands for one given before."""
    page, last = figure.page, figure.outer_words[0] - 1
    if figure.kind != "count":
        return None
    for word in range(last, max(0, last - STANDING_WORDS), -1):
        if page.tokens[word].upos == "PUNCT" or word in page.taken:
            return None
        if page.lower[word] in words("claims.restating"):
            bare = page.lower[word - 1] in words("claims.place_articles", "claims.pointing")
            return word if bare and figure.of_child(word) is None else None
    return None


def _is_fate(page: Page, word: int) -> bool:
    """Whether a word says what happened to the people that a number right before it counts: "36 dead"."""
    return page.lower[word] in words("claims.fated") and page.kinds.get(word - 1) in COUNTS


def _alone(page: Page, word: int) -> Noun:
    return Noun(page.words_at(word, word), page.tokens[word].span, word, Relation.COUNTED)


def fated(figure: Figure) -> Noun | None:
    """For "the flood left at least 36 dead": the dead."""
    page, after = figure.page, figure.words[-1] + 1
    if after >= len(page.tokens) or not _is_fate(page, after) or _goes_on(figure):
        return None
    return _alone(page, after)


def _goes_on(figure: Figure) -> bool:
    """Whether a number is joined to one with a noun, which both count: "six (sailors) drowned and two missing"."""
    page, joint = figure.page, figure.outer_words[0] - 1
    if joint <= 1 or page.lower[joint] not in words("claims.joining"):
        return False
    fate = page.lower[joint - 1] in words("claims.fated")
    return fate and (page.tokens[joint - 2].text == ")" or page.noun(joint - 2))


def owned_too(figure: Figure) -> Noun | None:
    """For "its shares fell 5 percent, while Corvane's rose 29 percent": the subject of the clause before."""
    page = figure.page
    above = (page.subject(at) for at in figure.climb(figure.own_top, OWNER_STEPS))
    owner = next((subject for subject in above if subject is not None), None)
    if owner is None or owner + 2 >= len(page.tokens) or page.tokens[owner + 1].text not in POSSESSIVES:
        return None
    if page.tokens[owner + 2].upos not in ("VERB", "AUX", "ADV"):
        return None
    for noun in range(owner - 1, page.sentence(owner).start - 1, -1):
        if page.tokens[noun].upos == "NOUN" and page.relation(noun).startswith("nsubj") and not page.is_person(noun):
            return Noun(page.words_at(noun, noun), page.tokens[noun].span, noun)
    return None


def done_to(figure: Figure) -> Noun | None:
    """For "the death of 6 and injury of 19 sailors": the people that the next number counts."""
    page, first = figure.page, figure.words[-1] + 1
    end = page.sentence(first - 1).stop
    if first >= end or page.lower[first] not in words("claims.joining"):
        return None
    ahead = (word for word in range(first + 1, min(end, first + JOINED_WORDS)) if page.kinds.get(word) in COUNTS)
    number = next(ahead, None)
    behind = next((word for word in range(number, end) if word not in page.taken), end) if number else end
    head = page.phrase_from(behind, end) if behind < end else None
    return figure.noun(head, Relation.COUNTED) if head is not None and is_plural(page, head) else None


def compared_too(figure: Figure) -> Noun | None:
    """For "five times less water than cows and three times less than goats": what the multiple before compares."""
    page, first = figure.page, figure.words[-1] + 1
    end = page.sentence(first - 1).stop
    than = _past_comparison(page, first, end)
    if than is None or page.lower[than] not in words("claims.than_or_as"):
        return None
    for word in range(figure.words[0] - 1, page.sentence(first - 1).start, -1):
        behind = _past_comparison(page, word, end) if word - 1 in page.taken else None
        head = page.phrase_from(behind, end) if behind is not None else None
        if head is not None and page.tokens[head].upos == "NOUN":
            return Noun(page.words_at(behind if behind is not None else head, head), page.tokens[head].span, head)
    return None


def _past_comparison(page: Page, first: int, end: int) -> int | None:
    """The word behind "less", "more" or "as much" at the word ``first``."""
    if first + 2 >= end:
        return None
    if page.lower[first] in words("claims.more_of"):
        return first + 1
    return first + 2 if f"{page.lower[first]} {page.lower[first + 1]}" in words("claims.as_many") else None


def in_dashes(figure: Figure) -> Noun | None:
    """For "a record number of visas last year — over 900 — were sold": the plural before the dashes."""
    page, mark, after = figure.page, figure.outer_words[0] - 1, figure.outer_words[-1] + 1
    marked = mark > 0 and after < len(page.tokens) and {page.tokens[mark].text, page.tokens[after].text} <= _DASHES
    if figure.kind != "count" or not marked:
        return None
    noun = next((word for word in nouns_before(figure)), None)
    if noun is None or any(not _says_when(page, word) for word in range(noun + 1, mark)):
        return None
    noun = governing(page, noun) if page.case(noun) not in words("claims.of") else noun
    fits = is_plural(page, noun) and not page.is_owner(noun)
    return figure.noun(noun, Relation.COUNTED) if fits else None


def _says_when(page: Page, word: int) -> bool:
    """Whether a word can be one of those that tell a time: "in 2021", "last year"."""
    return page.tokens[word].upos in ("ADP", "NUM", "DET", "ADJ") or page.is_time(word)
