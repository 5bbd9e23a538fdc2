"""Places of a text that hold digits but no quantity: dates, times, phone numbers, scores, names, links."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from newsparse_numbers.attachments.record import Surroundings
from newsparse_numbers.attachments.wording import PLURALS
from newsparse_numbers.lexicon import BLANK, one_of, words
from newsparse_numbers.numerals.lexing import SPACES, Numeral

# Each pattern begins with a look at its first character, which rules most places of a text out at once.
YEAR = re.compile(r"(?:1[4-9]|20|21)\d\d")
_PHONE = re.compile(
    r"(?=[\d+(])(?:"
    r"(?<![\w.])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,5}\)[\s.-]?)?\d{2,5}(?:[\s.-]\d{3,4}){1,3}(?!\w)"
    r"|(?<!\w)\d{5}[ ]\d{6}(?!\w))"
)
_CALL = re.compile(r"(?i)\b(?:call|phone|tel|telephone|dial|text|hotline|fax|number(?! range)|ring)\b[^.\d]{0,30}$")
_TIME = re.compile(
    r"(?=\d)(?:"
    r"(?<![\d.,])(?:\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.m\b\.?|[ap]m\b|o['’]clock|noon\b|GMT|[BEPC][SD]?T\b)|\d{4}\s?(?:GMT|hours\b))"
    r"|(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])"
    r"|(?<![\d.,$£€])\d{1,2}(?=\s?[-–]\s?\d{1,2}\s?[ap]\.?m\b)"
    r"|(?<![\d.,])\d{1,2} in the (?:morning|afternoon|evening)\b"
    r"|(?<!\d)\d{1,2}(?:st|nd|rd|th)\s(?:minute|over)\b)",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?=\d)(?<![\w.,$£€%-])\d{1,3}(?:\s?[-–]\s?\d{1,3}){1,2}(?![\w.,%-]*[\d%]|\w)")
_NAMES = re.compile(
    r"(?i)(?:(?<!\w)(?=[abcdfgilmnprstuw])|(?=7))(?:"
    r"(?<!\w)(?:s\s?&?\s?p|asx|tsx|stoxx|nasdaq|russell|ftse|nikkei|csi"
    r"|fortune|forbes|cac|dax|iphones?|ipads?|galaxy [a-z]+|boeing|airbus"
    r"|iso|ps|windows|big|covid|apollo|catch|b-|f-|mi-|su-|mig-"
    r"|us route|route|formula|channel|studio)[\s/-]?\d+(?:-\d+)?(?!\s?%|[.,]\d)"
    r"|(?<![\d.,$])7[2-8]7(?:\s(?:max|jets?|dreamliner)|-\d+)"
    r"|(?<!\w)(?:last|round of)[\s-](?:16|32|64|128)(?!\w|\s[a-z]+s\b)"
    r"|(?<!\w)fourth of july\b|(?<!\w)m\d{1,2}(?!\w))"
)
_ADDRESS = re.compile(
    r"(?=[A-Z\d])(?:"
    r"(?<!\d)\d{5}(?=\s(?:zip|ZIP)\b)|\b[A-Z]{2}\s\d{5}(?:-\d{4})?(?!\d)"
    r"|(?<!\d)\d{2,5}(?=\s(?:block|hundred block) of\b))"
)
_YEAR_PAIR_COUNTED = re.compile(r"\s(?!world\b|and\b|in\b|the\b)[a-z]+s\b")
_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+|[@#]\w+")
_LINK_SIGNS = ("://", "www.", "@", "#")
_MANY = re.compile(
    r"(?=\d)(?:"
    r"(?<![\w.,])\d+(?:[-./]\d+){2,}(?!\w)|(?<!\d)(?:9/11|24/7|20/20|50[/-]50|7/7)(?![\d,.%/-]\d|\d|%)"
    rf"|(?<![\d,.$£€])101(?![\d,.%/-]\d|\d|%|\s{PLURALS})|(?<![\d,$£€])911(?![\d,]|\s{PLURALS}))"
)
_NUMBERED = re.compile(r"(?m)^[ \t]*\(?\d{1,3}[.)](?=\s)")


@cache
def _dates() -> re.Pattern[str]:
    month = one_of(words("names.months")) + r"(?![a-z])\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    many = rf"{day}(?:\s?[-–,]\s?{day}|,?{BLANK}(?:and|or|to|through){BLANK}{day})?"
    return re.compile(
        rf"(?=[\djfmasond])(?:"
        rf"(?<![a-z]){month}{BLANK}+{many}(?![\d%])(?!\s?(?:percent|per cent)\b)(?:,?{BLANK}+(?:1[4-9]|20)\d\d(?!\d))?"
        rf"|(?<![\d.,$£€]){many}{BLANK}+(?:of{BLANK}+)?{month}(?:,?{BLANK}+(?:1[4-9]|20)\d\d(?!\d))?(?!\w)"
        rf"|(?<![a-z]){month}(?:,|{BLANK}+of)?{BLANK}+(?:1[4-9]|20)\d\d\b)",
        re.IGNORECASE,
    )


_YEARS = re.compile(
    r"(?=['’12Bb34FQ])(?:"
    r"(?<![\w’',.$£€])(?:1[4-9]|20)\d0['’]?s\b|(?<!\w)['’]\d\ds?\b"
    r"|(?<![\d.,$£€])(?:1[4-9]|20)\d\d\s?[-–/]\s?(?:(?:1[5-9]|20)\d\d|\d\d)(?![\d,%])(?!\s?(?:people|percent|per cent))"
    r"|\b[Bb]etween\s(?P<first>(?:1[4-9]|20)\d\d)\sand\s(?:1[4-9]|20)\d\d(?![\d,])"
    r"|\bQ[1-4]\b|\b[1-4]Q\d{0,2}\b|\bFY\d{2,4}\b|\b[1-4][QH]\b)",
)


def no_quantities(text: str) -> list[tuple[int, int, str]]:
    """Places that hold digits but no quantity, with the reason, sorted; they may overlap."""
    patterns = {
        "date": _dates(),
        "year": _YEARS,
        "time": _TIME,
        "link": _LINK,
        "phone": _PHONE,
        "idiom": _MANY,
        "list": _NUMBERED,
        "score": _PAIR,
        "name": _NAMES,
        "address": _ADDRESS,
    }
    if not any(sign in text for sign in _LINK_SIGNS):
        del patterns["link"]
    found = []
    for reason, pattern in patterns.items():
        for match in pattern.finditer(text):
            if reason == "date" and not _is_date(match):
                continue
            if reason == "score" and not is_score(text, *match.span()):
                continue
            if reason == "year" and match.group("first") and _YEAR_PAIR_COUNTED.match(text, match.end()):
                continue
            if reason == "idiom" and match.group().count("/") + match.group().count("-") + match.group().count(".") > 1:
                reason_here = "name" if "/" not in match.group() or len(match.group()) > 10 else "date"
                found.append((match.start(), match.end(), reason_here))
            elif reason != "phone" or _is_phone(text, match):
                found.append((match.start(), match.end(), reason))
    return sorted(found)


_VERBS = re.compile(r"\b(?:may|march|mar)\b")


def _is_date(match: re.Match[str]) -> bool:
    """For "may 5" and "march 20" are dates only with a capital; "10 may" is a verb in lower case."""
    return _VERBS.search(match.group()) is None


def _is_phone(text: str, match: re.Match[str]) -> bool:
    """Digits in groups are a phone number when there are enough of them and they are no grouped thousands."""
    surface = match.group()
    groups = re.findall(r"\d+", surface)
    count = len("".join(groups))
    if surface[0] in "+(":
        return count >= 7
    if 7 <= count <= 13 and _CALL.search(text[max(0, match.start() - 50) : match.start()]):
        return True
    thousands = (
        len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]) and any(c in SPACES for c in surface)
    )
    years = len(groups) == 2 and all(YEAR.fullmatch(group) for group in groups)
    return (
        7 <= count <= 13
        and not thousands
        and not years
        and (len(groups) > 2 or ("-" in surface and len(groups[0]) == 3) or len(groups[0]) == 5)
    )


class Places:
    """The places of a text that hold no quantities."""

    def __init__(self, text: str) -> None:
        """Find them."""
        self._found = no_quantities(text)
        self._starts = [start for start, _, _ in self._found]

    def reason(self, numeral: Numeral, around: Surroundings) -> str:
        """Why ``numeral`` lies in one; a currency, unit or percent sign beats all but dates, times and links."""
        for index in range(bisect_right(self._starts, numeral.end - 1) - 1, -1, -1):
            start, end, reason = self._found[index]
            inside = start <= numeral.start and numeral.end <= end
            if start < numeral.end and numeral.start < end and (inside or reason != "idiom"):
                if around.plain or (reason in ("date", "link", "time", "year") and around.kind != "money"):
                    return reason
                if around.kind == "count" and numeral.bare and reason in ("phone", "idiom"):
                    return reason
            if numeral.start - start > 60:
                return ""
        return ""


def is_score(text: str, start: int, end: int) -> bool:
    """Whether a pair of small numbers such as "3-1" stands near a word of matches or votes."""
    near = re.findall(r"[a-z]+(?:-[a-z]+)?", text[max(0, start - 60) : end + 45].lower())
    return any(word in words("names.score_words") for word in near)
