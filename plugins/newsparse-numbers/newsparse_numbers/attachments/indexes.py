"""The values of indexes and points of polls: "1,463.78 points", "a 6.3 magnitude quake", "up two points"."""

from __future__ import annotations

from newsparse_numbers.attachments.record import Attached, Site
from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.shares import is_point_of_rate
from newsparse_numbers.numerals.words import HYPHENS, Stream

_INDEX_WORDS, _POLL_WORDS = 18, 14
_QUAKE_WORDS, _SCALE_WORDS = 5, 4
_STRONGEST = 10
"""No earthquake is that strong."""


def points(site: Site, attached: Attached) -> Attached:
    """Points between percentages: "at 36%, down two points", "lost 9 points to 27 percent"."""
    if attached.kind != "count":
        return attached
    if (rate := _part_of_rate(site)) is not None:
        return attached._replace(kind="percentage-point", end=rate)
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


def _part_of_rate(site: Site) -> int | None:
    """Where the point of a rate ends that a part is of: "a quarter point", "half a point"; None where there is none."""
    stream, at = site.stream, site.behind
    if site.numeral.form != "fraction":
        return None
    of_a = phrases("numerals.of_a").starting(stream, at)
    at = of_a[1] if of_a else at + (stream[at].text in HYPHENS)
    return stream[at].end if is_point_of_rate(stream, at) else None


def index(site: Site, attached: Attached) -> Attached:
    """Points of an index of prices, magnitudes, body mass indices."""
    if attached.kind != "count":
        return attached
    stream, at = site.stream, site.begin(attached)
    hyphen = stream[site.behind].text in HYPHENS
    noun = site.behind + hyphen
    scaled = stream[noun].lower in words("measures.scales")
    if scaled or _are_of_market(stream, at, noun):
        end = attached.end if scaled and not hyphen else stream[noun].end  # "a 6.3 magnitude shock"
        return attached._replace(kind="index", end=end)
    return attached._replace(kind="index") if _is_on_scale(stream, at) or _shakes(site, at) else attached


def _are_of_market(stream: Stream, at: int, noun: int) -> bool:
    """Whether the noun behind a figure means points of a market that is named before: "the index fell 12 points"."""
    following = stream[noun + 1]
    if stream[noun].lower not in words("measures.index_points") or (following.glued and following.text in HYPHENS):
        return False
    market = phrases("numbered.words.market")
    return any(market.starting(stream, place) for place in range(at - _INDEX_WORDS, at))


def _is_on_scale(stream: Stream, at: int) -> bool:
    """Whether the words before name what the figure is a value of: "a magnitude-6.1 quake", "a magnitude of 6.1"."""
    if stream[at - 1].text in HYPHENS and stream[at - 2].lower in words("measures.scales"):
        return True
    led = stream.back(at, words("measures.index_between"), 3)
    return phrases("measures.indexes").ending(stream, led - 1) is not None


def _shakes(site: Site, at: int) -> bool:
    """Whether a number with one decimal is the strength of an earthquake: "a quake of more than 5.5", "a 6.3 quake"."""
    numeral, stream = site.numeral, site.stream
    strength = numeral.bare and numeral.low < _STRONGEST and numeral.low.as_tuple().exponent == -1
    if not strength:
        return False
    after = stream.lowers(site.behind, site.behind + _SCALE_WORDS)
    near = (*after[:1], *stream.lowers(at - _QUAKE_WORDS, at))
    return not (words("measures.quake_scales").isdisjoint(after) and words("measures.quakes").isdisjoint(near))
