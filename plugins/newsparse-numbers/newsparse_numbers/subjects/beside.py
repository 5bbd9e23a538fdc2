"""What a figure counts or measures by the words that touch it: "2,800 workers", "40% of voters", "aged 94"."""

from __future__ import annotations

import attrs

from newsparse.model import Passage
from newsparse_numbers.lexicon import endings, months, words
from newsparse_numbers.subjects.figure import Figure, Noun, Relation
from newsparse_numbers.subjects.page import Page

SPENT_WORDS = 6
"""How many words before "on" a verb of spending may be."""
PAST_BRACKET_WORDS = 18
FOLLOWING_WORDS = 3

OF_BEFORE_WORDS = 8
"""How far "of" may be before the comma in front of a share: "Of the voters, 45 percent"."""

_SHARES = frozenset(["count", "percent", "fraction", "ratio", "rate"])
_MODIFIED = frozenset(["NOUN", "ADJ", "VERB", "PROPN"])
_BEGINS_PHRASE = frozenset(["NOUN", "PROPN", "ADJ", "VERB", "NUM", "ADV"])
_REDUCTIONS = frozenset(["money", "percent", "fraction"])
"""Kinds that are taken off something: "20% off the price"; not "nine miles off Orla"."""
_QUOTES = frozenset("‘“'\"")


def part_of(figure: Figure) -> Noun | None:
    """For "40% of voters", "hundreds of children", "$12 million in bribes": the words right after the figure."""
    first = figure.outer_words[-1] + 1
    page = figure.page
    beyond = page.past_figure(first + 1) if page.lower[min(first, len(page.lower) - 1)] in words("claims.of") else None
    led = _led_by_of(figure, first if beyond is None else beyond, figure.outer_words)
    return _whole_of_half(figure, first) or led or _of_before(figure)


def _of_before(figure: Figure) -> Noun | None:
    """The group at the beginning of the clause: "Of the voters, 45 percent said yes", "Among women, a third agreed"."""
    page, comma = figure.page, figure.outer_words[0] - 1
    if figure.kind not in _SHARES or comma < 0 or page.tokens[comma].text != ",":
        return None
    for lead in range(comma - 1, max(0, comma - OF_BEFORE_WORDS) - 1, -1):
        if page.tokens[lead].upos == "PUNCT":
            return None
        if page.lower[lead] in words("claims.of_group"):
            opens = lead == 0 or page.tokens[lead - 1].upos in ("PUNCT", "CCONJ")
            head = page.phrase_from(lead + 1, comma) if opens else None
            if opens and _those(page, lead + 1):
                head = lead + 1
            elif head is None:
                return None
            return Noun(page.noun_phrase(head, figure.outer_words), page.tokens[head].span, head, Relation.PART_OF)
    return None


def of_another(figure: Figure) -> bool:
    """Whether "of" leads to another figure or a pronoun: "25 percent of an estimated $8.4 million", "half of it"."""
    page, first = figure.page, figure.outer_words[-1] + 1
    end = page.sentence(first - 1).stop
    if first >= end or page.lower[first] not in words("claims.of"):
        return False
    ahead = range(first + 1, min(end, first + 1 + FOLLOWING_WORDS))
    pronoun = len(ahead) > 0 and page.tokens[ahead[0]].upos == "PRON" and page.relation(ahead[0]) != "nmod:poss"
    return pronoun or any(word in page.taken for word in ahead)


def _whole_of_half(figure: Figure, first: int) -> Noun | None:
    """The noun phrase right after a fraction: "half the pupils", "a third his size"."""
    page = figure.page
    end = page.sentence(first - 1).stop
    if figure.kind != "fraction" or first + 1 >= end or page.lower[first] not in words("claims.after_half"):
        return None
    head = page.phrase_from(first + 1, end)
    if head is None:
        return None
    return Noun(page.noun_phrase(head, figure.outer_words), page.tokens[head].span, head, Relation.PART_OF)


def _led_by_of(figure: Figure, first: int, apart: range) -> Noun | None:
    """The noun phrase that "of" or "in" at the word ``first`` leads to; the words ``apart`` are not part of it."""
    page = figure.page
    end = page.sentence(first - 1).stop
    first = _past_bracket(page, first, end)
    if first < end and page.lower[first] in words("claims.worth"):
        first += 1
    if first + 1 >= end:
        return None
    lead = page.lower[first]
    bulk = lead in words("claims.made_up_of")
    part = lead in words("claims.partitive") and not (lead in words("claims.apart") and figure.kind not in _REDUCTIONS)
    if not (bulk or part or _spent(page, first)):
        return None
    if bulk and (page.tokens[first + 1].upos not in ("NOUN", "ADJ") or _is_paid_in(figure, first + 1)):
        return None
    head = page.phrase_from(first + 1, end)
    if _those(page, first + 1) or _doing(figure, first + 1):
        head = first + 1
    if head is None:
        head = page.adjective_from(first + 1, end)
    if head is None or (bulk and not _is_bulk(figure, head)) or page.lower[head] in months():
        return None  # "the $7 million of May" are no part of May
    if figure.kind == "percentage-point" and page.is_owner(head):
        return None  # "within two points of Brook"
    return Noun(page.noun_phrase(head, apart), page.tokens[head].span, head, Relation.PART_OF)


def _those(page: Page, word: int) -> bool:
    """Whether a group is only pointed at: "a third of those who work there"."""
    if page.lower[word] not in words("claims.those") or word + 1 >= len(page.tokens):
        return False
    follows = page.lower[word + 1]
    return follows in words("names.stops") or follows.endswith(endings("names.past_endings"))


def _doing(figure: Figure, word: int) -> bool:
    """Whether time is spent doing something: "two hours of walking"."""
    return figure.kind == "duration" and figure.page.lower[word].endswith(endings("changes.participle_endings"))


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


def _past_bracket(page: Page, first: int, end: int) -> int:
    """Where the words go on after a bracket with a figure: "7.5m crowns ($1.1m) in deposits"."""
    if first >= end or page.tokens[first].text != "(":
        return first
    bracket = range(first, min(end, first + PAST_BRACKET_WORDS))
    close = next((word for word in bracket if page.tokens[word].text == ")"), first)
    return close + 1 if any(word in page.taken for word in range(first, close)) else first


def tells_when(figure: Figure) -> bool:
    """Whether a duration only tells when: "nine days later", "in the last three months"."""
    page, inside = figure.page, figure.outer_words
    after = page.lower[inside[-1] + 1] if inside[-1] + 1 < len(page.tokens) else ""
    before = page.lower[inside[0] - 1] if inside[0] else ""
    return (after in words("frames.time_apart") and before not in words("claims.for")) or before in words(
        "frames.recent"
    )


def hyphenated(figure: Figure) -> Noun | None:
    """For "a 60-boat fleet": the noun that a hyphen ties to the figure."""
    page, noun = figure.page, figure.words[-1] + 2
    if not _hyphen(figure):
        return None
    if page.lower[noun] in words("claims.strong"):
        head = page.phrase_from(noun + 1, page.sentence(noun).stop)
        return None if head is None else figure.noun(head, Relation.COUNTED)
    if not page.noun(noun):
        return None
    scaled = _scaled(figure, noun + 1) if page.lower[noun] in words("claims.index_heads") else None
    return scaled or figure.noun(noun, Relation.COUNTED)


def more_of(figure: Figure) -> Noun | None:
    """For "31% less electricity", "20 times more traffic", "twice as many ships": the noun that is compared."""
    page, first = figure.page, figure.words[-1] + 1
    end = page.sentence(first - 1).stop
    if first + 1 >= end:
        return None
    if page.lower[first] in words("claims.place_articles"):
        amount = first + 1 if page.lower[first + 1] in words("frames.amounts") else None
        of = None if amount is None else figure.of_child(amount)
        return None if of is None else figure.noun(of)  # "four times the amount of oil"
    pair = f"{page.lower[first]} {page.lower[first + 1]}"
    first += 2 if pair in words("claims.as_many") else page.lower[first] in words("claims.more_of")
    if first == figure.words[-1] + 1 or first >= end or page.tokens[first].upos not in _MODIFIED:
        return None
    head = page.phrase_from(first, end)
    return None if head is None else attrs.evolve(figure.noun(head), passage=_from(page, first, head))


def _from(page: Page, first: int, head: int) -> Passage:
    """The words from ``first`` to ``head``."""
    return Passage.at(page.text, page.tokens[first].span.start, page.tokens[head].span.end)


def _scaled(figure: Figure, first: int) -> Noun | None:
    """For "a magnitude 5.9 quake": the noun at the word ``first``, which has its level on a scale."""
    page = figure.page
    end = page.sentence(figure.words[-1]).stop
    head = page.phrase_from(first, end) if first < end and page.tokens[first].upos in ("NOUN", "ADJ") else None
    return None if head is None else figure.noun(head)


def _hyphen(figure: Figure) -> bool:
    page, after = figure.page, figure.words[-1] + 1
    end = page.sentence(after - 1).stop
    return after + 1 < end and page.tokens[after].text == "-"


def next_noun(figure: Figure) -> Noun | None:
    """For "2,800 workers", "one in five children": the noun phrase right after the figure."""
    page, first = figure.page, figure.words[-1] + 1
    end = page.sentence(first - 1).stop
    if first >= end or page.tokens[first].upos not in _BEGINS_PHRASE or _per_many(figure):
        return None
    if page.tokens[first].upos in ("VERB", "ADV") and page.relation(first) not in ("amod", "advmod"):
        return None
    head = page.past_short_form(page.phrase_from(first, end), end)
    if head is None and _is_people(page, first):
        head = first
    if head is None or page.lower[head] in words("claims.marks", "claims.fated") or _is_parted(page, first, head):
        return None
    if page.lower[head] in words("frames.containers"):
        apart = range(figure.outer_words[0], head + 1)
        of = _led_by_of(figure, head + 1, apart)
        if of is not None:
            return attrs.evolve(of, relation=Relation.COUNTED)
    return _with_second(figure, figure.noun(head, Relation.COUNTED), _second(page, head, end))


def _with_second(figure: Figure, found: Noun, second: int | None) -> Noun:
    """``found``, with the ``second`` of two nouns that are counted together."""
    page = figure.page
    if second is None:
        return found
    joined = Passage.at(page.text, found.passage.span.start, page.tokens[second].span.end)
    return attrs.evolve(found, passage=joined)


def _is_parted(page: Page, first: int, head: int) -> bool:
    """Whether another phrase begins on the way to a noun: "300,000 more so far this spring", "four next year"."""
    when = page.lower[first] in words("frames.recent") and page.lower[head] in words("frames.periods")
    return when or any(page.lower[word] in words("names.determiners") for word in range(first, head))


def _is_people(page: Page, word: int) -> bool:
    """Whether a word names a people and stands for its members: "20,000 Chinese live here"."""
    named = page.named.at(page.tokens[word].span)
    return named is not None and named.label == "NORP" and page.relation(word) != "amod"


def _per_many(figure: Figure) -> bool:
    """Whether what follows is what a rate is out of: "21 per 100,000 people"."""
    return figure.kind == "rate" and len(figure.words) > 1


def _second(page: Page, head: int, end: int) -> int | None:
    """The second of two nouns that are counted together, "nine cows and pigs", unless a figure measures it."""
    second = head + 2
    if second >= end or page.lower[head + 1] not in words("claims.joining"):
        return None
    plural = page.tokens[head].text.endswith("s") and page.tokens[second].text.endswith("s")
    if not plural or page.tokens[second].head != head:
        return None
    return second if page.taken.isdisjoint((second, *page.children(second))) else None


def modified(figure: Figure) -> Noun | None:
    """For "a three-year lease", "a £12,500 deposit", "the 51 kg category": the noun that the figure comes before."""
    page, first = figure.page, figure.words[-1] + 1
    end = page.sentence(first - 1).stop
    possessive = first < end and page.tokens[first].text in ("'", "’", "'s", "’s")
    if possessive or (first < end and page.tokens[first].text == "-"):
        first += 1
    quoted = first + 1 < end and page.tokens[first].text in _QUOTES
    first += quoted
    if first >= end or page.tokens[first].upos not in _MODIFIED:
        return None
    if not possessive and not _is_modifier(figure, first) and page.lower[first] not in words("claims.means"):
        return None
    first += first + 1 < end and page.lower[first] in words("claims.dimensions")
    head = page.phrase_from(first, end)
    if head is None or page.lower[head] in words("claims.marks"):
        return None
    hyphen = "-" in page.text[figure.span.start : figure.span.end]
    if page.lower[head] in words("frames.periods") and not (hyphen and figure.kind == "duration"):
        return None
    return figure.noun(head)


def _is_modifier(figure: Figure, first: int) -> bool:
    """Whether the figure is part of the noun phrase that continues with the word ``first``."""
    page, last = figure.page, figure.words[-1]
    if figure.kind == "duration":
        tied = (
            page.relation(last) == "compound"
            and page.head(last) == first
            and page.tokens[first].upos == "NOUN"
            and page.lower[first] not in words("shares.times")
        )
        return tied or "-" in page.text[figure.span.start : figure.span.end] or _is_singular(page, last)
    if "-" in page.text[figure.span.start : figure.span.end]:
        return True  # "a ₹40-crore lie"
    before = page.lower[figure.words[0] - 1] if figure.words[0] else ""
    head = page.head(figure.top)
    return before in words("ranges.articles") or (head is not None and head >= first and not page.case(figure.top))


def _is_singular(page: Page, unit: int) -> bool:
    return not page.lower[unit].endswith("s")


def worth(figure: Figure) -> Noun | None:
    """For "painkillers worth $18,000": the noun before a word of worth."""
    page, index = figure.page, figure.back_over(words("frames.fillers"))
    at = page.lower[index + 1] in words("claims.put_at")
    put = at and page.lower[index] in words("claims.estimated")
    if index < 1 or not (put or page.lower[index] in words("frames.worth")):
        return None
    loose = put or page.lower[index] in words("claims.worth_after_comma")
    apart = page.tokens[index - 1].text == "," and loose and index > 1
    return figure.noun(index - 1 - apart) if page.noun(index - 1 - apart) else None


def equals(figure: Figure) -> Noun | None:
    """For "the rate ≈ 5%": the noun before the sign."""
    page, index = figure.page, figure.back_over(words("frames.fillers"))
    if index < 1 or page.tokens[index].text not in ("≈", "="):
        return None
    return figure.noun(index - 1)


def index_name(figure: Figure) -> Noun | None:
    """For "magnitude 3.5", "a body mass index above 35": the name of the scale, or what the level belongs to."""
    page, index = figure.page, figure.back_over(words("frames.fillers"))
    if index < 1 or page.lower[index] not in words("claims.index_heads"):
        return None
    return _scaled(figure, figure.words[-1] + 1) or figure.noun(index)
