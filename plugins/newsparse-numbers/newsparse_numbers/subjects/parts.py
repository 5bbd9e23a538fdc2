"""What a figure is a part of or made up of, by the words right after it: "40% of voters", "$12 million in bribes"."""

from __future__ import annotations

from functools import cache

from newsparse_numbers.lexicon import endings, months, words
from newsparse_numbers.subjects.figure import Figure, Noun, Relation
from newsparse_numbers.subjects.page import Page

SPENT_WORDS = 6
"""How many words before "on" a verb of spending may be."""
PAST_BRACKET_WORDS = 18
FOLLOWING_WORDS = 3
SUBJECT_WORDS = 4
"""How many words may be between the comma of "Of the votes counted," and a figure that is no subject."""
OPENING_WORDS = 24
"""How far behind "Of" at the beginning of a sentence the comma in front of a share may be."""
INSERTED_WORDS = 6
"""How many words may say a share in other words between it and "of"."""

OF_BEFORE_WORDS = 8
"""How far "of" may be before the comma in front of a share: "Of the voters, 45 percent"."""

_OPENING = "("
_SHARES = frozenset(["count", "percent", "fraction", "ratio", "rate"])
_REDUCTIONS = frozenset(["money", "percent", "fraction"])
"""Kinds that are taken off something: "20% off the price"; not "nine miles off Orla"."""


def part_of(figure: Figure) -> Noun | None:
    """For "40% of voters", "hundreds of children", "$12 million in bribes": the words right after the figure."""
    first = figure.outer_words[-1] + 1
    page = figure.page
    first = past_insertion(page, _past_out(page, _past_closing(figure, first)))
    beyond = page.past_figure(first + 1) if page.lower[min(first, len(page.lower) - 1)] in words("claims.of") else None
    led = led_by_of(figure, first if beyond is None else beyond, figure.outer_words)
    return _whole_of_half(figure, first) or led or _of_before(figure)


def _of_before(figure: Figure) -> Noun | None:
    """The group at the beginning of the clause: "Of the voters, 45 percent said yes", "Among women, a third agreed"."""
    comma = _comma_before(figure) if figure.kind in _SHARES else None
    if comma is None:
        return None
    return _opening_of(figure, comma) or _group_before(figure, comma)


def _group_before(figure: Figure, comma: int) -> Noun | None:
    """The group that "of" or "among" leads to at the beginning of the clause, up to a ``comma``."""
    page = figure.page
    for lead in range(comma - 1, max(0, comma - OF_BEFORE_WORDS) - 1, -1):
        if page.tokens[lead].upos == "PUNCT":
            return None
        if page.lower[lead] in words("claims.of_group"):
            out = lead - (lead > 0 and page.lower[lead - 1] in words("claims.out"))
            opens = out == 0 or page.tokens[out - 1].upos in ("PUNCT", "CCONJ")
            head = page.phrase_from(lead + 1, comma) if opens else None
            if opens and _those(page, lead + 1):
                head = lead + 1
            elif head is None:
                return None
            return Noun(page.noun_phrase(head, figure.outer_words), page.tokens[head].span, head, Relation.PART_OF)
    return None


def _opening_of(figure: Figure, comma: int) -> Noun | None:
    """The plural counted behind the "of" that opens a sentence: "Of the 700 lamps that she lent us, 80%"."""
    page = figure.page
    first = page.sentence(comma).start
    of = first + (page.tokens[first].upos == "PUNCT")
    if page.lower[of] not in words("claims.of") or comma - of > OPENING_WORDS:
        return None
    ahead = range(of + 1, min(comma, of + 1 + FOLLOWING_WORDS + 1))
    number = next((word for word in ahead if page.kinds.get(word) == "count"), None)
    behind = next((word for word in range(number, comma) if word not in page.taken), comma) if number else comma
    head = page.phrase_from(behind, comma) if behind < comma else None
    return None if head is None else figure.noun(head, Relation.PART_OF)


def _comma_before(figure: Figure) -> int | None:
    """The comma before a figure, or before the subject and verb that have it: "Of the votes counted, Brook had 42%"."""
    page, last = figure.page, figure.outer_words[0] - 1
    for word in range(last, max(-1, last - SUBJECT_WORDS - 1), -1):
        if page.tokens[word].text == ",":
            held = word == last or (figure.verb is not None and word < figure.verb < figure.words[0])
            return word if held else None
        if word in page.taken or page.tokens[word].upos in ("PUNCT", "SCONJ", "ADP"):
            return None
    return None


def of_another(figure: Figure) -> bool:
    """Whether "of" leads to another figure or a pronoun: "a third of some $6 million", "half of it"."""
    page, first = figure.page, figure.outer_words[-1] + 1
    end = page.sentence(first - 1).stop
    if first >= end or page.lower[first] not in words("claims.of"):
        return False
    ahead = range(first + 1, min(end, first + 1 + FOLLOWING_WORDS))
    pronoun = len(ahead) > 0 and page.tokens[ahead[0]].upos == "PRON" and page.relation(ahead[0]) != "nmod:poss"
    return pronoun or any(word in page.taken for word in ahead)


def _whole_of_half(figure: Figure, first: int) -> Noun | None:
    """The noun phrase right after a fraction: "half the pupils", "a third his size"."""
    if figure.kind != "fraction":
        return None
    page = figure.page
    end = page.sentence(first - 1).stop
    if first + 1 >= end or page.lower[first] not in words("claims.after_half"):
        return None
    head = page.phrase_from(first + 1, end)
    if head is None:
        return None
    return Noun(page.noun_phrase(head, figure.outer_words), page.tokens[head].span, head, Relation.PART_OF)


def led_by_of(figure: Figure, first: int, apart: range) -> Noun | None:
    """The noun phrase that "of" or "in" at the word ``first`` leads to; the words ``apart`` are not part of it."""
    page = figure.page
    end = page.sentence(first - 1).stop
    if first >= end or page.lower[first] not in _leads():
        return None
    first = past_bracket(page, first, end)
    if first < end and page.lower[first] in words("claims.worth"):
        first += 1
    if first + 1 >= end or not _leads_to_whole(figure, first):
        return None
    head, bulk = _whole(figure, first, end), page.lower[first] in words("claims.made_up_of")
    if head is None or (bulk and not _is_bulk(figure, head)) or _is_no_whole(figure, head):
        return None
    return Noun(page.noun_phrase(head, apart), page.tokens[head].span, head, Relation.PART_OF)


def _leads_to_whole(figure: Figure, lead: int) -> bool:
    """Whether a preposition leads to what a figure is of: "40% of voters", "$12 million in bribes", "$9 on food"."""
    page, word = figure.page, figure.page.lower[lead]
    if word in words("claims.made_up_of"):
        behind = lead + 1
        noun = behind < len(page.tokens) and page.tokens[behind].upos in ("NOUN", "ADJ")
        return noun and not _is_paid_in(figure, behind)
    taken_off = figure.kind in _REDUCTIONS or word not in words("claims.apart")
    return (taken_off and word in words("claims.partitive")) or _spent(page, lead)


def _whole(figure: Figure, lead: int, end: int) -> int | None:
    """The head of what the preposition ``lead`` leads to: a noun, "those who", "walking", "the hungry"."""
    page, first = figure.page, lead + 1
    head = page.past_short_form(page.phrase_from(first, end), end)
    if _those(page, first) or (head is None and _doing(figure, first)):
        return first
    if head is None and page.lower[lead] in words("claims.of"):
        return page.adjective_from(first, end)
    return head


@cache
def _leads() -> frozenset[str]:
    """The words and the sign one of which is right behind a figure with a part in ``led_by_of``."""
    return words("claims.worth", "claims.made_up_of", "claims.partitive", "claims.on") | {_OPENING}


def _is_no_whole(figure: Figure, head: int) -> bool:
    """Whether a noun only says when or of whom: "the $7 million of May", "9% of last year", "two points of Brook"."""
    page = figure.page
    past = page.is_time(head) and page.lower[head - 1] in words("frames.recent")
    return past or page.lower[head] in months() or (figure.kind == "percentage-point" and page.is_owner(head))


def _those(page: Page, word: int) -> bool:
    """Whether a group is only pointed at: "a third of those who work there"."""
    if page.lower[word] not in words("claims.those") or word + 1 >= page.sentence(word).stop:
        return False
    follows = page.lower[word + 1]
    return follows in words("names.stops") or follows.endswith(endings("names.past_endings"))


def _doing(figure: Figure, word: int) -> bool:
    """Whether time is spent doing something: "two hours of walking"."""
    participle = figure.page.lower[word].endswith(endings("changes.participle_endings"))
    return figure.kind == "duration" and participle and figure.page.lower[word] not in words("claims.having_done")


def _spent(page: Page, lead: int) -> bool:
    """Whether "on" leads to what money is spent on."""
    if page.lower[lead] not in words("claims.on"):
        return False
    return any(page.tokens[word].lemma in words("claims.spending") for word in range(max(0, lead - SPENT_WORDS), lead))


def _is_bulk(figure: Figure, head: int) -> bool:
    """Whether "in" can lead to what a sum consists of: "in bribes", "in restitution", not "in years"."""
    page = figure.page
    if figure.kind == "measure" or page.lower[head] in words("claims.not_made_of"):
        return False
    mass = figure.kind == "money" and page.lower[head] not in words("frames.periods")
    return (mass or page.tokens[head].text.endswith("s")) and page.lower[head] not in words("claims.measured_times")


def _is_paid_in(figure: Figure, word: int) -> bool:
    """Whether a word only says how a sum is paid: "a rent of $2,500 in cash"; not "he hid $2,500 in cash"."""
    page = figure.page
    return page.lower[word] in words("claims.means") and page.lower[figure.outer_words[0] - 1] in words("claims.of")


def _past_out(page: Page, first: int) -> int:
    """The "of" in "12 out of the 30 members"."""
    out = first + 1 < len(page.tokens) and page.lower[first] in words("claims.out")
    return first + 1 if out and page.lower[first + 1] in words("claims.of") else first


def _past_closing(figure: Figure, first: int) -> int:
    """The "of" behind a share in other words: "360, or 40 percent, of the cases"."""
    page, before = figure.page, figure.outer_words[0] - 1
    if before < 1 or first + 1 >= len(page.tokens) or page.tokens[first].text not in (",", ")"):
        return first
    inserted = page.tokens[before].text == "(" or page.lower[before] in words("ranges.or")
    return first + 1 if inserted and page.lower[first + 1] in words("claims.of") else first


def past_insertion(page: Page, first: int) -> int:
    """Where the words go on after the same in other words: "15, or half, of the bars", "15 (half) of the bars"."""
    end = page.sentence(max(0, first - 1)).stop
    if first + 1 >= end or page.tokens[first].text not in ("(", ","):
        return first
    opens = page.tokens[first].text == "(" or page.lower[first + 1] in words("ranges.or")
    ahead = range(first + 1, min(end - 1, first + 1 + INSERTED_WORDS)) if opens else range(0)
    close = next((word for word in ahead if page.tokens[word].text in (")", ",")), first)
    told = any(word in page.taken for word in range(first, close))
    return close + 1 if told and page.lower[close + 1] in words("claims.of") else first


def past_bracket(page: Page, first: int, end: int) -> int:
    """Where the words go on after a bracket with a figure: "7.5m crowns ($1.1m) in deposits"."""
    if first >= end or page.tokens[first].text != "(":
        return first
    bracket = range(first, min(end, first + PAST_BRACKET_WORDS))
    close = next((word for word in bracket if page.tokens[word].text == ")"), first)
    return close + 1 if any(word in page.taken for word in range(first, close)) else first
