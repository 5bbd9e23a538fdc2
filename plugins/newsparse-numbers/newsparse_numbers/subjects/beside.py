"""What a figure counts or measures by the words that touch it: "2,800 workers", "a 60-boat fleet", "worth $9"."""

from __future__ import annotations

import attrs

from newsparse.model import Passage, QuantityKind
from newsparse_numbers.lexicon import endings, words
from newsparse_numbers.subjects import parts
from newsparse_numbers.subjects.elided import is_plural
from newsparse_numbers.subjects.figure import Figure, Noun, Relation
from newsparse_numbers.subjects.page import Page

QUOTED_WORDS = 8
"""How many words of a quoted noun phrase may be before its closing mark."""
MODIFYING: frozenset[QuantityKind] = frozenset(["duration", "measure", "money"])
"""The kinds of figures that modify a noun."""

_MODIFIED = frozenset(["NOUN", "ADJ", "VERB", "PROPN"])
_BEGINS_PHRASE, _MAY_BEGIN_PHRASE = frozenset(["NOUN", "PROPN", "ADJ", "NUM"]), frozenset(["VERB", "ADV"])
_POSSESSIVE, _HYPHEN, _CLOSING_BRACKET = frozenset(["'", "’", "'s", "’s"]), frozenset("-"), frozenset(")")
_COMMA = frozenset(",")
_QUOTES = frozenset("‘“'\"")
POSSESSORS = frozenset(["'", "’"])
"""The marks of owners that are several."""
_CLOSING = frozenset("’”'\"")


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
    if page.lower[noun] in words("measures.index_points") and (changing := _change_behind(figure, noun)) is not None:
        return changing
    return figure.noun(noun, Relation.COUNTED)


def _change_behind(figure: Figure, point: int) -> Noun | None:
    """What changes by so many points: the duty of "a five-point cut in the duty", else the cut."""
    page, head = figure.page, figure.page.phrase_from(point + 1, figure.page.sentence(point).stop)
    if head is None or page.lower[head] not in words("changes.nouns"):
        return None
    inside = (child for child in page.children(head) if page.case(child) in words("claims.of_or_in"))
    changing = next((child for child in inside if page.noun(child) and not page.is_time(child)), head)
    return figure.noun(changing)


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
    if after + 1 >= end or page.tokens[after].text != "-":
        return False
    one, two = page.tokens[after - 1].span, page.tokens[after + 1].span
    return two.start - one.end == 1  # not "the last two - Kell and Orla"


def next_noun(figure: Figure) -> Noun | None:
    """For "2,800 workers", "one in five children": the noun phrase right after the figure."""
    page, first = figure.page, _past_vague(figure)
    end = page.sentence(first - 1).stop
    if first >= end or not _begins_phrase(page, first) or _per_many(figure):
        return None
    head = _head_behind(figure, first, end)
    if head is None or page.lower[head] in words("claims.marks", "claims.fated") or _is_parted(page, first, head):
        return None
    if page.lower[head] in words("frames.containers"):
        apart = range(figure.outer_words[0], head + 1)
        of = parts.led_by_of(figure, head + 1, apart)
        if of is not None:
            return attrs.evolve(of, relation=Relation.COUNTED)
    return _with_second(figure, figure.noun(head, Relation.COUNTED), _second(page, head, end))


def _head_behind(figure: Figure, first: int, end: int) -> int | None:
    """The head of the noun phrase that begins at ``first``, right behind a figure."""
    page = figure.page
    head = _possessor(figure, first) or page.past_short_form(page.phrase_from(first, end), end)
    if head is None:
        return first if _is_people(page, first) or _are_ranked(page, first, end) else None
    doing = head > first and page.lower[head].endswith(endings("changes.participle_endings"))
    many = doing and page.noun(head - 1) and is_plural(page, head - 1)
    return head - 1 if many else head  # "in five towns voting that day"


def _are_ranked(page: Page, word: int, end: int) -> bool:
    """Whether a superlative stands for those that are ranked: "the ten richest in Kell"."""
    highest = page.tokens[word].upos == "ADJ" and page.lower[word].endswith(endings("claims.superlative_endings"))
    behind = page.tokens[word + 1] if word + 1 < end else None
    return highest and behind is not None and (behind.upos in ("ADP", "AUX") or behind.text in (",", "."))


def _begins_phrase(page: Page, word: int) -> bool:
    """Whether a noun phrase can begin with a word: a verb or an adverb must modify, as in "nine newly built homes"."""
    upos = page.tokens[word].upos
    if upos in _BEGINS_PHRASE:
        return True
    modifies = upos in _MAY_BEGIN_PHRASE and page.relation(word) in ("amod", "advmod")
    return modifies and page.lower[word] not in words("claims.where")  # "a port of 45,000 where gulls"


def _possessor(figure: Figure, first: int) -> int | None:
    """The plural that owns what follows, where it is what is counted: "the two countries' leaders"."""
    page = figure.page
    head = page.head(figure.own_top)
    if head is None or head < first or head + 1 >= len(page.tokens) or not is_plural(page, head):
        return None
    return head if page.tokens[head + 1].text in POSSESSORS else None


def _past_vague(figure: Figure) -> int:
    """The word behind a figure and "-odd" or "plus": "300-odd guests"."""
    page, first = figure.page, figure.words[-1] + 1
    at = first + 1 if first < len(page.tokens) and page.tokens[first].text == "-" else first
    vague = at + 1 < len(page.tokens) and page.lower[at] in words("claims.or_more")
    return at + 1 if vague else first


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
    plural = is_plural(page, head) and is_plural(page, second)
    if not plural or page.tokens[second].upos != "NOUN" or page.tokens[second].head != head:
        return None
    return second if page.taken.isdisjoint((second, *page.children(second))) else None


def modified(figure: Figure) -> Noun | None:
    """For "a three-year lease", "a £12,500 deposit", "the 51 kg category": the noun that the figure comes before."""
    page = figure.page
    end = page.sentence(figure.words[-1]).stop
    first = _past_brackets(figure, end)
    possessive = _is_one_of(page, first, end, _POSSESSIVE)
    first += possessive or _is_one_of(page, first, end, _HYPHEN)
    quoted = _is_one_of(page, first, end - 1, _QUOTES)
    first = _past_next_figure(figure, first + quoted, end)
    if first >= end or page.tokens[first].upos not in _MODIFIED:
        return None
    if not possessive and not _is_modifier(figure, first) and page.lower[first] not in words("claims.means"):
        return None
    first += figure.kind == "measure" and first + 1 < end and page.lower[first] in words("claims.dimensions")
    head = _in_quotes(page, first, end) if quoted else page.phrase_from(first, end)
    return figure.noun(head) if head is not None and _may_have_size(figure, head) else None


def _past_brackets(figure: Figure, end: int) -> int:
    """The word behind the figure, behind a figure in brackets after it, and behind brackets around both."""
    page = figure.page
    first = parts.past_bracket(page, figure.words[-1] + 1, end)
    closed = _is_one_of(page, first, end, _CLOSING_BRACKET) and page.tokens[figure.words[0] - 1].text == "("
    return first + closed


def _past_next_figure(figure: Figure, first: int, end: int) -> int:
    """The word behind another figure that modifies the same noun: "a one-year, $2,000 bond"."""
    page = figure.page
    if "-" not in page.text[figure.span.start : figure.span.end]:
        return first
    at = first + _is_one_of(page, first, end, _COMMA)
    if page.kinds.get(at) not in MODIFYING:
        return first
    return next((word for word in range(at, end) if word not in page.taken), end)


def _in_quotes(page: Page, first: int, end: int) -> int | None:
    """The head of a noun phrase that begins with a quotation mark."""
    return _quoted(page, first, end) or _past_title(page, page.phrase_from(first, end), end)


def _quoted(page: Page, first: int, end: int) -> int | None:
    """The noun right before a closing mark, without a preposition on the way: "a two-day “work and goodwill tour”"."""
    for word in range(first, min(end, first + QUOTED_WORDS)):
        if page.tokens[word].text in _CLOSING:
            behind = word + 1 < end and page.noun(word + 1)
            return word - 1 if page.noun(word - 1) and not behind else None
        if page.tokens[word].upos in ("ADP", "AUX"):
            return None
    return None


def _is_one_of(page: Page, word: int, end: int, marks: frozenset[str]) -> bool:
    """Whether a word before ``end`` is one of the ``marks``."""
    return word < end and page.tokens[word].text in marks


def _past_title(page: Page, head: int | None, end: int) -> int | None:
    """The noun behind a title in quotation marks that ends with ``head``: "the three-year “Green Kell” programme"."""
    if head is None or not _is_one_of(page, head + 1, end, _CLOSING):
        return head
    return page.phrase_from(head + 2, end) or head


def _may_have_size(figure: Figure, head: int) -> bool:
    """Whether the noun behind a figure can be that large or long: no owner, no time, no name but that of an event."""
    page = figure.page
    if page.is_owner(head) or page.lower[head] in words("claims.marks"):
        return False
    hyphen = "-" in page.text[figure.span.start : figure.span.end]
    if page.lower[head] in words("frames.periods") and not (hyphen and figure.kind == "duration"):
        return False
    return page.tokens[head].upos != "PROPN" or (hyphen and page.is_event(head))


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
    page, index = figure.page, figure.back_over(words("frames.fillers", "claims.worth_fillers"))
    at = page.lower[index + 1] in words("claims.put_at")
    put = at and page.lower[index] in words("claims.estimated")
    if index < 1 or not (put or page.lower[index] in words("frames.worth")):
        return None
    loose = put or page.lower[index] in words("claims.worth_after_comma")
    if page.relation(index - 1) == "cop" and page.lower[index - 2] in words("claims.to"):
        index -= 2  # "showed his houses to be worth $9 million"
    apart = page.tokens[index - 1].text == "," and loose
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
    led = index > 1 and page.lower[index - 1] in words("claims.of") and page.noun(index - 2)
    return _scaled(figure, figure.words[-1] + 1) or figure.noun(index - 2 if led else index)
