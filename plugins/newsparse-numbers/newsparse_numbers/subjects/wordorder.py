"""What a figure counts or measures by the order of the words, where the tree says nothing or something impossible."""

from __future__ import annotations

from newsparse.model import Passage
from newsparse_numbers.lexicon import table, words
from newsparse_numbers.subjects.clauses import aims
from newsparse_numbers.subjects.figure import Figure, Noun
from newsparse_numbers.subjects.page import Page

VERB_WORDS = 7
"""How many words may be between a figure and its verb."""
GOVERNING_STEPS = 4

_VERBS = frozenset(["VERB", "AUX"])
_PASSED = frozenset(["ADP", "ADV", "SYM", "DET"])
_BOUNDED = frozenset(["money", "measure", "percent"])
FOLLOWING_WORDS = 3
_DASHES = frozenset("-–—")
_HEADING = frozenset(["NOUN", "PROPN", "ADJ"])
_VERB_PHRASE = frozenset(["VERB", "AUX", "ADV", "PART"])


def put_on(figure: Figure) -> Noun | None:
    """For "add $4 to the bill", "paid $5m for the club": what the figure is added to, taken from or paid for."""
    page, after, before = figure.page, figure.outer_words[-1] + 1, _word_before(figure, figure.outer_words)
    end = page.sentence(after - 1).stop
    if before is None or after + 1 >= end:
        return None
    verb = page.lemma(before)
    paid = verb in words("frames.paid") and page.lower[after] in words("claims.for")
    if not paid and page.lower[after] not in table("frames.added").get(verb, ()):
        return None
    head = page.phrase_from(after + 1, end)
    if head is None or page.tokens[head].upos != "NOUN":
        return None
    return figure.noun(head)


def gapped(figure: Figure) -> Noun | None:
    """For "profit rose 12% and sales 8%": the noun before a figure whose verb is left out."""
    page, top = figure.page, figure.top
    head = page.head(top)
    by = page.case(top) in words("claims.moved_by") and head is not None and page.relation(head) == "conj"
    if (by or page.relation(top) == "orphan") and head is not None and page.noun(head):
        return figure.noun(head)  # "cut the weight by 45 percent and the price by 35 percent"
    index = _word_before(figure, figure.words)
    if index is None or page.is_time(index) or not page.noun(index):
        return None  # "averaged $184 in June and last month $253"
    return figure.noun(index) if _shares_verb(page, index, head) or _is_listed(page, index) else None


def _is_listed(page: Page, noun: int) -> bool:
    """Whether a noun is joined to a figure, or to others that are: "sales rose 12%, profit 8% and orders 3%"."""
    at: int | None = noun
    while at is not None and page.relation(at) == "conj":
        at = page.head(at)
        if at in page.taken:
            return True
    return False


def _shares_verb(page: Page, noun: int, verb: int | None) -> bool:
    """Whether a noun is joined to the verb that the figure hangs on: "cases rose by 6% and raids by 8%"."""
    joined = page.relation(noun) == "conj" and page.head(noun) == verb
    return joined and verb is not None and page.tokens[verb].upos == "VERB"


def noun_at(figure: Figure) -> Noun | None:
    """For "with oil at $80 a barrel", "food at 40 percent": the noun right before "at"."""
    page, index = figure.page, figure.words[0] - 1
    fillers, at = words("frames.fillers"), words("claims.put_at")
    while index > 1 and page.lower[index] in fillers and page.lower[index] not in at:
        index -= 1
    if index <= 1 or page.tokens[index].text not in at:
        return None
    noun = index - 1 - (page.tokens[index - 1].text in _DASHES)
    if noun < 1 or not page.noun(noun):
        return None
    named = page.named.at(page.tokens[noun].span)
    led = page.case(noun) not in ("", *words("claims.with")) or (named is not None and named.label == "Location")
    return None if led or page.lower[noun] in words("frames.periods") else figure.noun(noun)


def beside_it(figure: Figure) -> Noun | None:
    """For "crime fell, with thefts down 30 percent": the noun between "with" and the word of change."""
    page, moved = figure.page, figure.back_over(words("frames.fillers") - words("claims.up_or_down"))
    if moved < 1 or page.lower[moved] not in words("claims.up_or_down"):
        return None
    noun = moved - 1
    if not page.noun(noun):
        return None
    noun = governing(page, noun)
    first = page.noun_phrase_start(noun)
    led = first > 0 and page.lower[first - 1] in words("claims.with")
    return figure.noun(noun) if led else None


def fronted(figure: Figure) -> Noun | None:
    """For "at 7.4 percent, the rate is low": the subject of the clause that begins with the figure."""
    page, before, after = figure.page, figure.outer_words[0] - 1, figure.outer_words[-1] + 1
    opens = before == page.sentence(figure.words[0]).start and page.lower[before] in words("claims.put_at")
    head = page.head(figure.top)
    if not opens or after >= len(page.tokens) or page.tokens[after].text != "," or head is None:
        return None
    subject = page.subject(head)
    common = subject is not None and page.tokens[subject].upos == "NOUN" and not page.is_person(subject)
    return figure.noun(subject) if subject is not None and common else None


def times(figure: Figure) -> Noun | None:
    """For "a fee 20 times the first": the noun right before the multiple of another."""
    page, before, after = figure.page, figure.outer_words[0] - 1, figure.words[-1] + 1
    if figure.role != "level" or before < 1 or after >= len(page.tokens) or not page.noun(before):
        return None
    other = page.lower[after] in words("claims.place_articles", "claims.those", "claims.of_other")
    common = page.tokens[before].upos == "NOUN" and not page.is_person(before) and not page.is_time(before)
    return figure.noun(before) if other and common else None


def times_of(figure: Figure) -> Noun | None:
    """For "she has three times the support of Brook": the noun behind the article, where somebody has it."""
    page, first, verb = figure.page, figure.words[-1] + 1, figure.verb
    end = page.sentence(first - 1).stop
    if first + 1 >= end or verb is None or page.lemma(verb) not in words("claims.having"):
        return None
    head = page.phrase_from(first + 1, end) if page.lower[first] in words("claims.place_articles") else None
    return figure.noun(head) if head is not None and page.head(head) == verb else None


def paid_as(figure: Figure) -> Noun | None:
    """For "received $9,000 as compensation": what the sum is."""
    page, first = figure.page, figure.outer_words[-1] + 1
    end = page.sentence(first - 1).stop
    if first + 1 >= end or page.lower[first] not in words("claims.as"):
        return None
    head = page.phrase_from(first + 1, end)
    return figure.noun(head) if head is not None and page.lemma(head) in words("claims.sums") else None


def heading(figure: Figure) -> Noun | None:
    """For "Turnout: 61.4%, down 3 points": the noun that alone begins the sentence, before the figure."""
    page, before = figure.page, figure.outer_words[0] - 1
    first = page.sentence(figure.words[0]).start
    before -= before > first and page.tokens[before].text == ":"
    head = _opening(page, first, before)
    if head is None or page.tokens[head].upos != "NOUN" or page.is_time(head) or page.is_person(head):
        return None
    plain = all(
        page.tokens[word].upos in ("ADP", *_HEADING) and word not in page.taken for word in range(head, before + 1)
    )
    return figure.noun(head) if plain else None


def _opening(page: Page, first: int, last: int) -> int | None:
    """The last of nouns and adjectives from ``first`` to ``last``, or up to "of"; None where other words are there."""
    head: int | None = None
    for word in range(first, last + 1):
        if page.lower[word] in words("claims.of") and head is not None:
            break
        if word in page.taken or page.tokens[word].upos not in _HEADING:
            return None
        head = word
    return head


def noun_of(figure: Figure) -> Noun | None:
    """For "a gain of 2%": the noun before "of"."""
    page, index = figure.page, figure.outer_words[0] - 1
    index -= index > 0 and page.lower[index] in words("ranges.between")
    if index < 1 or page.lower[index] not in words("claims.of") or not page.noun(index - 1):
        return None
    amount = page.lower[index - 1] in words("frames.amounts", "frames.sums")
    return None if amount else figure.noun(index - 1)


def bounded(figure: Figure) -> Noun | None:
    """For "a subsidy for water use under 9,000 gallons": the noun right before the bound."""
    page, bound = figure.page, figure.outer_words[0]
    noun = bound - 1
    if figure.kind not in _BOUNDED or bound == figure.words[0] or noun < 0:
        return None
    if page.lower[bound] not in words("claims.bounding"):
        return None
    if page.tokens[noun].upos != "NOUN" or page.is_time(noun) or page.is_person(noun):
        return None
    if page.lower[noun] in words("claims.slight"):
        return None  # "a touch above the 31% in Kell"
    return None if page.case(noun) in words("claims.place_leads") else figure.noun(noun)


def before_verb(figure: Figure) -> Noun | None:
    """For "prices in the city rose 3%": the noun phrase before the verb that precedes the figure."""
    page, verb = figure.page, _verb_before(figure)
    if verb is None or page.lower[figure.outer_words[0] - 1] in words("claims.place_articles"):
        return None  # "among the projects is the $6 million bridge"
    if page.lower[verb] in words("claims.up_or_down") and verb > 0 and page.noun(verb - 1):
        return figure.noun(governing(page, verb - 1))  # "with Brent down 2.5 percent"
    last = _subject_end(page, verb)
    if last is None:
        return None
    at = governing(page, last) if page.noun(last) else last
    if at == last and page.case(at) in words("claims.moved_by", "claims.with"):
        return None  # "caring for a child with asthma can cost $900", "by that date had made 12 percent"
    return figure.numbered(at) or (figure.noun(at) if page.noun(at) else None)


def _verb_before(figure: Figure) -> int | None:
    """The verb before a figure, or the "up" or "down" right before it: the "was" of "the price was down 27%"."""
    page, lead = figure.page, figure.words[0] - 1
    if page.lower[lead] not in words("claims.up_or_down"):
        return _word_before(figure, figure.words)
    return lead - 1 if lead > 0 and page.tokens[lead - 1].upos == "AUX" else lead


def _subject_end(page: Page, verb: int) -> int | None:
    """The last word before the verb phrase that ends at ``verb``; None where that cannot end the verb's subject."""
    if not _is_predicate(page, verb):
        return None
    at = verb
    while at > 0 and page.tokens[at].upos in _VERB_PHRASE:
        at -= 1
    if at > 0 and page.lower[at] in words("claims.relative"):
        at -= 2 if page.tokens[at - 1].text == "," and at > 1 else 1
        unfit = page.is_time(at) or page.is_owner(at)
    else:
        unfit = page.lower[at] in words("frames.periods")
    return None if unfit or at not in page.sentence(verb) else at


def _is_predicate(page: Page, word: int) -> bool:
    """Whether a word is a verb that says something of a subject; not in "a plan to sink $30 million"."""
    return page.tokens[word].upos in _VERBS and not (page.relation(word) == "acl" and aims(page, word))


def governing(page: Page, at: int) -> int:
    """The noun that the phrase ending at ``at`` belongs to: "prices" in "prices in the city", "prices in New York"."""
    for _ in range(GOVERNING_STEPS):
        head = page.head(at)
        inside = page.case(at) or page.relation(at) in ("flat", "appos")
        if head is None or head > at or not page.noun(head) or not inside:
            break
        at = head
    return at


def _word_before(figure: Figure, inside: range) -> int | None:
    """The last word before the figure that is not a preposition, an adverb or a word of amount."""
    page = figure.page
    first = page.sentence(inside[0]).start
    for index in range(inside[0] - 1, max(first - 1, inside[0] - 1 - VERB_WORDS), -1):
        upos = page.tokens[index].upos
        if upos in _VERBS or not (upos in _PASSED or page.lower[index] in words("changes.loose")):
            return index
    return None


def following(figure: Figure) -> Noun | None:
    """Up to three words after the figure that are not function words: a substitute where there are no trees."""
    page, stops = figure.page, words("names.stops")
    first = last = figure.outer_words[-1] + 1
    while last < len(page.tokens) and last - first < FOLLOWING_WORDS:
        if page.lower[last] in stops or not page.tokens[last].text[0].isalpha():
            break
        last += 1
    if last == first:
        return None
    passage = Passage.at(page.text, page.tokens[first].span.start, page.tokens[last - 1].span.end)
    return Noun(passage, page.tokens[last - 1].span, last - 1)
