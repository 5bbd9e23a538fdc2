"""Ages that name no unit, and the values of indexes: "Ada Brook, 34, said", "1,463.78 points"."""

from __future__ import annotations

from newsparse_numbers.attachments.record import Attached, Site
from newsparse_numbers.lexicon import endings, months, values, words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream

OLDEST = 120
_HOURS = 12
"""Numbers up to this may be an hour of the day: "At 8, she left"."""
_APART = frozenset(',.;)?!”"')
_AFTER_NAME = frozenset(",.;")
_CLOSING = frozenset('”"’)')
_NUMBERED_WORDS = 9
_SCORE_WORDS = 8
_AT_AGE_WORDS = 7
_INDEX_WORDS = 18
_POLL_WORDS = 14
_QUAKE_WORDS, _SCALE_WORDS = 5, 4
_STRONGEST = 10
"""No earthquake is that strong."""


def age(site: Site, attached: Attached) -> Attached:
    """Ages without a unit: "Ada Brook, 34, said", "aged 34", "turns 60", "under-18s"."""
    numeral, stream = site.numeral, site.stream
    if attached.kind == "duration" and _lived(stream, site.begin(attached)):
        return attached._replace(kind="age")
    unclear = attached.kind != "count" or numeral.form not in ("digits", "words") or numeral.scaled
    if unclear or attached.negative or not 0 < numeral.low < OLDEST:
        return attached
    at, behind = site.begin(attached), site.behind
    named = numeral.bare and (_after_name(stream, at, behind) or _bracketed(stream, at, behind))
    named = named or (numeral.form == "words" and _spelled(stream, at, behind))
    named = named or (numeral.low > _HOURS and numeral.low % 1 == 0 and _at_first(stream, at, behind))
    older = phrases("ages.or_older").starting(stream, behind) is not None
    if named or older or _aged(stream, at, behind) or _grouped(stream, at, behind) or _of_age(stream, at, behind):
        return attached._replace(kind="age", unit="year")
    return attached


def _lived(stream: Stream, at: int) -> bool:
    """Whether somebody has lived that long: "aged 41 years", "women over 50 years"."""
    people, first = stream[at - 2].lower, stream[at - 1].lower
    group = first in words("frames.over_age") and people in words("ages.groups") - words("names.plural_verbs")
    person = stream[at - 1].lower in words("claims.of") and stream[at - 2].lower in words("nouns.people.of-age")
    turned = stream[at - 1].lower in words("ages.turns") and stream[at - 2].lower in words("ages.people")
    return group or person or turned or phrases("ages.led").ending(stream, at - 1) is not None


def _after_name(stream: Stream, at: int, behind: int) -> bool:
    """Between commas after a name: "Ada Brook, 34, said"; not "section 3, 4"."""
    begin = stream.back(at, words("ages.adverbs"))
    joined = begin < at and stream[behind].lower in words("bounds.joints")  # "Ada Brook, then 29 and unknown"
    at, comma, following = begin, stream[begin - 1], stream[behind]
    if comma.text != "," or not comma.glued or stream[at].glued:
        return False
    ended = following.gap >= Gap.LINE and stream[at - 3].capital
    closed = ended or (following.glued and following.text in _AFTER_NAME)
    if not (closed or joined) or (stream[behind + 1].glued and _digits(stream, behind + 1)):
        return False
    if not _named(stream, at - 2):
        return False
    return not _listed(stream, at)


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
    opening, closing = stream[at - 1], stream[behind]
    if opening.text != "(" or closing.text != ")" or not stream[at].glued or not closing.glued or opening.glued:
        return False
    near = stream.lowers(at - _SCORE_WORDS, behind + _SCORE_WORDS)
    if any(word in words("names.score_words") for word in near):
        return False
    name, before = stream[at - 2], stream[at - 3]
    if name.lower in words("nouns.bodies.owner"):
        return False  # "Brook College (16)"
    if name.lower in words("nouns.people.aged"):
        return True
    of_several = before.lower in words("ages.named") or _after_bracket(stream, at - 3)
    known = before.capital or before.lower in words("nouns.people.kin") or of_several
    return name.capital and len(name.text) > 1 and known


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
    """Whether a group is named by its ages: "under-18s", "over-65s"."""
    return (
        stream[behind].glued
        and stream[behind].lower == "s"
        and stream[at - 1].text in HYPHENS
        and stream[at - 2].lower in words("frames.over_age")
    )


def _aged(stream: Stream, at: int, behind: int) -> bool:
    """Whether the words before a bare figure make it an age: "aged 34", "turns 60", "she was twelve"."""
    following, before = stream[behind], at - 1
    if stream[at].glued:
        return False
    apart = following.glued and following.text in _APART
    apart = apart or following.lower in words("bounds.joints")
    if stream[before].lower in words("ages.turns"):
        return apart or following.lower in words("ages.after_turns")
    be = stream.back(at, words("ages.adverbs"))
    led = phrases("ages.led")
    if led.ending(stream, be - 1) or _of_people(stream, before, behind):
        return True
    ends = apart or following.gap > 1 or following.lower in words("ages.after")
    if not ends:
        return False
    named = stream[be - 1].lower in words("ages.be") and stream[be - 2].capital and stream[be - 2].gap < Gap.LINE
    person = named and stream[be - 2].lower not in words("ages.not_people")
    apposed = stream[be - 1].lower in words("ages.be") and _is_apposed(stream, be - 2)
    being = phrases("ages.being").ending(stream, be - 1) is not None
    return person or apposed or being or _at_age(stream, at)


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
    group = stream[before].lower in words("frames.over_age") and stream[before - 1].lower in words("ages.groups")
    follows = stream[behind]
    ends = (
        follows.kind != "word" or follows.lower in words("names.stops", "claims.share_verbs") or follows.gap > Gap.BLANK
    )
    ends = ends or follows.lower.endswith(endings("names.past_endings"))  # "children under 5 received it"
    dies = stream[before].lower in words("claims.put_at") and stream[before - 1].lower in words("ages.dies")
    who = stream[before].lower in words("claims.put_at") and stream[before - 1].lower in words("claims.relative")
    verb = who and stream[behind].lower in words("names.stops")  # "who at 33 has lost his place"
    inserted = stream[before - 1].text == stream[behind].text == "," and stream[before - 2].lower in words(
        "ages.people"
    )
    inserted = inserted and stream[before].lower in words("claims.put_at")  # "who, at 12, is the youngest"
    return ((group or dies) and ends) or verb or inserted


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


def points(site: Site, attached: Attached) -> Attached:
    """Points between percentages: "at 36%, down two points", "lost 9 points to 27 percent"."""
    if attached.kind != "count":
        return attached
    stream, behind = site.stream, site.behind
    hyphen = stream[behind].text in HYPHENS and stream[behind].glued
    point = stream[behind + hyphen]
    joined = stream[behind + 2].lower not in words("measures.point_nouns") if hyphen else point.glued
    if joined or point.lower not in words("measures.poll_points"):
        return attached
    near = set(stream.lowers(site.begin(attached) - _POLL_WORDS, behind + _POLL_WORDS))
    games = words("measures.point_games", "numbered.words.points")
    if not near & words("measures.poll_words") or near & games:
        return attached
    return attached._replace(kind="percentage-point", end=point.end)


def index(site: Site, attached: Attached) -> Attached:
    """Points of an index of prices, magnitudes, body mass indices."""
    if attached.kind != "count":
        return attached
    stream, at, behind = site.stream, site.begin(attached), site.behind
    if stream[behind].text in HYPHENS:
        behind += 1
    point, following = stream[behind], stream[behind + 1]
    if point.lower in words("measures.index_points") and not (following.glued and following.text in HYPHENS):
        found = (phrases("numbered.words.market").starting(stream, place) for place in range(at - _INDEX_WORDS, at))
        if any(found):
            return attached._replace(kind="index", end=point.end)
    if behind > site.behind and point.lower in words("measures.scales"):
        return attached._replace(kind="index", end=point.end)  # "a 6.3-magnitude shock"
    joined = stream[at - 1].text in HYPHENS and stream[at - 2].lower in words("measures.scales")
    if joined:
        return attached._replace(kind="index")  # "a magnitude-6.1 quake"
    led = stream.back(at, words("measures.index_between"), 3)
    if phrases("measures.indexes").ending(stream, led - 1) or _shakes(site, at):
        return attached._replace(kind="index")
    return attached


def _shakes(site: Site, at: int) -> bool:
    """Whether a number with one decimal is the strength of an earthquake: "a quake of more than 5.5"."""
    numeral, stream = site.numeral, site.stream
    strength = numeral.bare and numeral.low < _STRONGEST and numeral.low.as_tuple().exponent == -1
    if not strength:
        return False
    near = words("measures.quakes")
    behind = site.behind
    scale = any(word in words("measures.quake_scales") for word in stream.lowers(behind, behind + _SCALE_WORDS))
    return scale or any(word in near for word in stream.lowers(at - _QUAKE_WORDS, at))
