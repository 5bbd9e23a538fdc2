"""What stands between two figures, or after the second, where one shares the subject of the other."""

from __future__ import annotations

import re
from functools import cache

from newsparse_numbers.lexicon import one_of, words


@cache
def compared() -> re.Pattern[str]:
    """What is between a figure and one that it is compared with: ", up from just"."""
    leads, about = one_of(words("claims.compared")), one_of(words("claims.about_compared"))
    return re.compile(rf"[^.;!?]{{0,60}}\b{leads}(?:\s+{about})?\s+")


@cache
def than() -> re.Pattern[str]:
    """What is between a figure and that of something else: "than the"."""
    leads, articles = one_of(words("claims.compared_to_that")), one_of(words("claims.compared_articles"))
    return re.compile(rf"[^.;!?]{{0,60}}\b{leads}\s+{articles}\s+")


@cache
def joined() -> re.Pattern[str]:
    """What joins two figures: ", and about"."""
    joining, about = one_of(words("claims.joining")), one_of(words("claims.about_compared"))
    when = rf"{one_of(words('frames.recent'))}\s+{one_of(words('frames.periods'))}"
    return re.compile(rf"[^.;!?,]{{0,40}}(?:,\s+{joining}|,|\s+{joining})(?:\s+{when})?(?:\s+{about})?\s+")


@cache
def moved() -> re.Pattern[str]:
    """What is between a level and the change that led to it: ", up about", ", which is"."""
    way, about = one_of(words("claims.up_or_down")), one_of(words("claims.about_moved"))
    relative = one_of(words("claims.relative"))
    return re.compile(rf"[^.;]{{0,40}}(?:,?\s+{way}|,\s+{relative}\s+\w+)\s+(?:{about}\s+)?")


@cache
def anaphoric() -> re.Pattern[str]:
    """What takes up a group after a number: "of them"."""
    phrases = one_of(words("claims.anaphoric"))
    return re.compile(rf"\s{phrases}\b")


@cache
def answering() -> re.Pattern[str]:
    """What a share of people does: "40 percent were for it", "a third said"."""
    phrases = one_of([*words("claims.anaphoric"), *words("shares.answers"), *words("claims.share_verbs")])
    adverbs = one_of(words("claims.share_adverbs"))
    verbs = one_of([*words("names.past_endings"), *words("changes.participle_endings")])
    manner = one_of(words("changes.adverb_endings"))
    return re.compile(rf"\s+(?:{adverbs}\s+|\w+{manner}\s+)?(?:{phrases}|\w+{verbs})\b")


@cache
def tells_when() -> re.Pattern[str]:
    """What makes a duration behind it tell when: "later"."""
    return re.compile(rf"\s+{one_of(words('frames.time_apart'))}\b")


@cache
def apposed() -> re.Pattern[str]:
    """What is between a level and the change that led to it, as a noun: ", an increase of", ", which means a"."""
    relative, about = one_of(words("claims.relative")), one_of(words("claims.about_compared"))
    article, noun = one_of(words("bounds.articles")), one_of(words("changes.nouns"))
    telling = one_of(words("changes.telling"))
    led = rf"(?:{relative}\s+(?:\w+\s+){{1,2}}|{telling}\s+)?{article}\s+(?:[\w-]+\s+)?"
    of = rf"(?P<noun>{noun}\s+{one_of(words('claims.of'))}\s+)?"
    return re.compile(rf"[^.;!?]{{0,80}}(?:,|\s[–—-])\s+{led}{of}(?:{about}\s+)?")
