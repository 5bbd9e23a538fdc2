"""Ages that name no unit: "Ada Brook, 34, said", "aged 34", "women over 50"."""

from __future__ import annotations

from newsparse_numbers.attachments.record import Attached, Site
from newsparse_numbers.lexicon import endings, months, people, values, words
from newsparse_numbers.numerals.lexing import Numeral
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream, Word

OLDEST = 120
_HOURS = 12
"""Numbers up to this may be an hour of the day: "At 8, she left"."""
_PLAIN_FORMS = frozenset(["digits", "words"])
_APART = frozenset(',.;)?!”"')
_AFTER_NAME = frozenset(",.;")
_CLOSING = frozenset('”"’)')
_NUMBERED_WORDS, _SCORE_WORDS = 9, 8
_AT_AGE_WORDS, _REACHING_WORDS = 7, 4
_NOUN_WORDS = 3


def age(site: Site, attached: Attached) -> Attached:
    """Ages without a unit: "Ada Brook, 34, said", "aged 34", "turns 60", "under-18s"."""
    stream, behind = site.stream, site.behind
    if attached.kind == "duration" and _lived(stream, site.begin(attached)):
        return attached._replace(kind="age")
    if not _may_be_age(site.numeral, attached):
        return attached
    at = site.begin(attached)
    older = phrases("ages.or_older").starting(stream, behind) is not None
    if (
        older
        or _in_age_group(stream, behind)
        or _of_somebody(site, at)
        or _aged(stream, at, behind)
        or _grouped(stream, at, behind)
        or _of_age(stream, at, behind)
    ):
        return attached._replace(kind="age", unit="year")
    return attached


def _in_age_group(stream: Stream, behind: int) -> bool:
    """Whether a group of an age follows: "the 18-24 age group", "the 65-plus age bracket"."""
    plus = phrases("bounds.plus").starting(stream, behind)
    at = plus[1] if plus else behind + (stream[behind].text in HYPHENS)
    return phrases("ages.brackets").starting(stream, at) is not None


def _may_be_age(numeral: Numeral, attached: Attached) -> bool:
    """Whether a figure is a number of years that somebody can have lived: 34, "six"; not "$34", "a third", 340."""
    return (
        attached.kind == "count"
        and numeral.form in _PLAIN_FORMS
        and not numeral.scaled
        and not attached.negative
        and 0 < numeral.low < OLDEST
    )


def _of_somebody(site: Site, at: int) -> bool:
    """Whether the words beside the figure say whose age it is: "Ada Brook, 34, said", "At 34, she left"."""
    numeral, stream, behind = site.numeral, site.stream, site.behind
    if numeral.bare and (_after_name(stream, at, behind) or _bracketed(stream, at, behind)):
        return True
    if _spelled(stream, at, behind):
        return True
    return numeral.low > _HOURS and numeral.low % 1 == 0 and _at_first(stream, at, behind)


def _lived(stream: Stream, at: int) -> bool:
    """Whether somebody has lived that long: "aged 41 years", "women over 50 years"."""
    named, first = stream[at - 2].lower, stream[at - 1].lower
    group = first in words("frames.over_age") and named in words("ages.groups") - words("names.plural_verbs")
    person = stream[at - 1].lower in words("claims.of") and stream[at - 2].lower in words("nouns.people.of-age")
    turned = stream[at - 1].lower in words("ages.turns") and stream[at - 2].lower in words("ages.people")
    led = any(phrases(name).ending(stream, at - 1) is not None for name in ("ages.led", "ages.than"))
    return group or person or turned or led or _is_age_of(stream, at)


def _is_age_of(stream: Stream, at: int) -> bool:
    """Whether a figure is said to be an age: "ships whose age has exceeded 30 years"; not "the average age is 30"."""
    noun = stream.back(at, words("ages.reaching"), _REACHING_WORDS) - 1
    owned = words("ages.owners").intersection(stream.lowers(noun - 2, noun))
    return stream[noun].lower in words("ages.noun") and bool(owned)


def _after_name(stream: Stream, at: int, behind: int) -> bool:
    """Between commas after a name: "Ada Brook, 34, said"; not "section 3, 4"."""
    begin = stream.back(at, words("ages.adverbs"))
    comma = stream[begin - 1]
    if comma.text != "," or not comma.glued:
        return False
    joined = begin < at and stream[behind].lower in words("bounds.joints")  # "Ada Brook, then 29 and unknown"
    if not (joined or _is_closed(stream, begin, behind)) or (stream[behind + 1].glued and _digits(stream, behind + 1)):
        return False
    return _named(stream, begin - 2) and not _listed(stream, begin)


def _is_closed(stream: Stream, at: int, behind: int) -> bool:
    """Whether a mark is behind the age, or the line ends there after a name: "Ada Brook, 34"."""
    following = stream[behind]
    if following.gap >= Gap.LINE and stream[at - 3].capital:
        return True
    return following.glued and following.text in _AFTER_NAME


def _spelled(stream: Stream, at: int, behind: int) -> bool:
    """In words after the name of somebody: "Mila, six, and Ana"; not "in Kell, two, maybe three, men"."""
    if stream[behind].text != "," or not _after_name(stream, at, behind):
        return False
    first, stops = at - 2, words("names.stops")
    while stream[first - 1].capital and stream[first - 1].lower not in stops:
        first -= 1
    before, last = stream[first - 1].lower, stream[at - 2].lower
    placed = before in stops and before not in words("bounds.joints", "claims.with")
    timed = last in words("dates.weekdays") or last in months()
    return not (placed or timed) and stream[behind + 1].lower not in words("claims.bracket_words")


def _listed(stream: Stream, at: int) -> bool:
    """Whether a word of lists comes before: "section 3, 4"; not "No," that answers."""
    for index in range(max(0, at - _NUMBERED_WORDS), at):
        answers = stream[index].lower in words("names.no") and stream[index + 1].text != "."
        if stream[index].lower in words("numbered.words.listing") and not answers:
            return True
    return False


def _bracketed(stream: Stream, at: int, behind: int) -> bool:
    """In brackets after a name of two words or more: "Ada Brook (34)"; not near words of scores."""
    if not _in_brackets(stream, at, behind) or not stream[at].text.isdecimal():  # "In October (3.6)"
        return False
    if _is_of_game(stream, at - _SCORE_WORDS, behind + _SCORE_WORDS):
        return False
    name = stream[at - 2]
    if name.lower in words("nouns.bodies.owner"):
        return False  # "Brook College (16)"
    if name.lower in words("nouns.people.aged"):
        return True
    if not name.capital or len(name.text) == 1 or name.lower in months() | words("dates.weekdays"):
        return False
    return _goes_before_name(stream, at - 3) or _tells_of_somebody(stream, behind + 1)


def _is_of_game(stream: Stream, first: int, last: int) -> bool:
    """Whether words of scores are between two indexes, other than those of a loss in life: "lost his home"."""
    at = first
    while at < last:
        lost = phrases("ages.losing_life").starting(stream, at)
        if lost is None and stream[at].lower in words("names.score_words"):
            return True
        at = lost[1] if lost else at + 1
    return False


def _tells_of_somebody(stream: Stream, at: int) -> bool:
    """Whether what follows a bracket tells of a person: "Jamshed (23), a sailor, left", "Jamshed (23) was arrested"."""
    be = stream[at].lower in words("ages.be")
    if be or stream[at].lower in words("ages.befalling"):
        return not be or stream[at + 1].lower in words("ages.befalling")
    if stream[at].text != ",":
        return False
    if stream[at + 1].lower in words("ages.of_person"):
        return True
    described = stream[at + 1].lower in words("bounds.articles")
    return described and not people().isdisjoint(stream.lowers(at + 2, at + 2 + _NOUN_WORDS))


def _in_brackets(stream: Stream, at: int, behind: int) -> bool:
    """Whether a figure is alone in brackets that are apart from the word before: "Ada Brook (34)"."""
    opening, closing = stream[at - 1], stream[behind]
    bracketed = opening.text == "(" and closing.text == ")"
    return bracketed and stream[at].glued and closing.glued and not opening.glued


def _goes_before_name(stream: Stream, index: int) -> bool:
    """Whether a word shows that the name behind it is a person's: "Ada Brook", "her son Ben", "Eva (12) and Ben"."""
    before = stream[index]
    if before.capital or before.lower in words("nouns.people.kin"):
        return True
    return before.lower in words("ages.named") or _after_bracket(stream, index)


def _after_bracket(stream: Stream, joint: int) -> bool:
    """Whether a name before "and" or a comma has its age in brackets: "Eva (12) and"."""
    joined = stream[joint].lower in words("claims.joining") or stream[joint].text == ","
    return joined and stream[joint - 1].text == ")" and _digits(stream, joint - 2)


def _digits(stream: Stream, index: int) -> bool:
    return stream[index].kind == "number"


def _named(stream: Stream, index: int) -> bool:
    """Whether the word at ``index`` ends a name or a passage in quotation marks or brackets."""
    if stream[index].text in _CLOSING:
        return True
    while stream[index].kind:
        word = stream[index]
        if (word.capital and len(word.text) > 1) or word.lower in words("nouns.people.aged"):
            return True
        if not word.glued:
            return False
        index -= 1
    return False


def _grouped(stream: Stream, at: int, behind: int) -> bool:
    """Whether a group is named by its ages: "under-18s", "over 65s"."""
    lead = at - 1 - (stream[at - 1].text in HYPHENS)
    plural = stream[behind].glued and stream[behind].lower in words("names.plural_endings")
    return plural and stream[lead].lower in words("frames.over_age")


def _aged(stream: Stream, at: int, behind: int) -> bool:
    """Whether the words before a bare figure make it an age: "aged 34", "turns 60", "she was twelve"."""
    if stream[at].glued:
        return False
    following, before = stream[behind], at - 1
    if stream[before].lower in words("ages.turns"):
        return _is_apart(following) or following.lower in words("ages.after_turns")
    be = stream.back(at, words("ages.adverbs"))
    if phrases("ages.led").ending(stream, be - 1) or _of_people(stream, before, behind):
        return True
    if not _is_apart(following) and following.gap <= Gap.BLANK and following.lower not in words("ages.after"):
        return False
    return _is_said_of_somebody(stream, be) or _at_age(stream, at)


def _is_apart(following: Word) -> bool:
    """Whether the word behind a figure parts it from the rest: "turns 60, having", "is 60 and"."""
    return following.text in _APART or following.lower in words("bounds.joints")


def _is_said_of_somebody(stream: Stream, figure: int) -> bool:
    """Whether somebody is said to be that old: "Ada Brook is 61", "the president, Ada Brook, is 61", "he was 61"."""
    if phrases("ages.being").ending(stream, figure - 1):
        return True
    if stream[figure - 1].lower not in words("ages.be"):
        return False
    name = stream[figure - 2]
    person = name.capital and name.gap < Gap.LINE and name.lower not in words("ages.not_people")
    return person or _is_apposed(stream, figure - 2)


def _is_apposed(stream: Stream, comma: int) -> bool:
    """Whether the comma closes a name in apposition to a noun for a person: "the president, Ada Brook, is 61"."""
    first = comma
    while stream[first - 1].capital:
        first -= 1
    marks = stream[comma].text == stream[first - 1].text == ","
    return marks and stream[first - 2].lower in words("nouns.people.role", "nouns.people.kin")


def _at_first(stream: Stream, at: int, behind: int) -> bool:
    """Whether a sentence begins with what is somebody's age unless it is an hour: "At 34, she left"."""
    begins = stream[at - 1].lower in words("claims.put_at") and stream[at - 1].capital
    if not begins:
        return False
    if stream[behind].text != ",":
        return stream[behind].lower in words("ages.people") and stream[behind].gap == Gap.BLANK  # "At 34 she left"
    following = stream[behind + 1]
    return following.lower in words("ages.people") or (
        following.capital and following.lower not in words("ages.not_people")
    )


def _of_people(stream: Stream, before: int, behind: int) -> bool:
    """Whether a word of people or of death is before: "women over 50", "children under five", "dies at 88"."""
    put = stream[before].lower in words("claims.put_at")
    group = stream[before].lower in words("frames.over_age") and stream[before - 1].lower in words("ages.groups")
    dies = put and stream[before - 1].lower in words("ages.dies")
    than = phrases("ages.than").ending(stream, before) is not None  # "children younger than five"
    if (group or dies or than) and _is_without_noun(stream, behind):
        return True
    return put and (_is_relative(stream, before, behind) or _is_inserted(stream, before, behind))


def _is_without_noun(stream: Stream, behind: int) -> bool:
    """Whether no noun follows a figure: "women over 50 and", "children under 5 received it"; not "over 50 ships"."""
    follows = stream[behind]
    if follows.kind != "word" or follows.gap > Gap.BLANK:
        return True
    past = follows.lower.endswith(endings("names.past_endings"))
    return past or follows.lower in words("names.stops", "claims.share_verbs", "ages.modals")


def _is_relative(stream: Stream, put: int, behind: int) -> bool:
    """Whether "at" and its figure are between a relative pronoun and its verb: "who at 33 has lost his place"."""
    return stream[put - 1].lower in words("claims.relative") and stream[behind].lower in words("names.stops")


def _is_inserted(stream: Stream, put: int, behind: int) -> bool:
    """Whether "at" and its figure are between commas behind a word for a person: "who, at 12, is the youngest"."""
    return stream[put - 1].text == stream[behind].text == "," and stream[put - 2].lower in words("ages.people")


def _of_age(stream: Stream, at: int, behind: int) -> bool:
    """Whether a person is of that age: "a boy of seven"; not "a boy of seven brothers"."""
    alone = stream[behind].glued or not stream[behind].lower.endswith(endings("names.plural_endings"))
    person = stream[at - 2].lower in words("nouns.people.of-age") and stream[at - 3].lower in words("bounds.articles")
    return alone and person and stream[at - 1].lower in words("claims.of")


def _at_age(stream: Stream, at: int) -> bool:
    """Whether somebody did something at an age: "she left school at 16"."""
    if stream[at - 1].lower not in words("claims.put_at"):
        return False
    hour = stream[at].lower in values("numerals.small") or len(stream[at].text) == 1
    for index in range(at - 2, at - 2 - _AT_AGE_WORDS, -1):
        if hour and stream[index].lower in words("ages.hours") and index == at - 2:
            return False  # "she left at four"
        if stream[index].lower in words("ages.people"):
            return True
        if not stream[index].plain:
            return False
    return False
