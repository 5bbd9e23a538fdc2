"""Numerals that are no quantities: dates, years, times, phone numbers, scores, names, laws, addresses, idioms."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from newsparse_numbers.lexicon import BLANK, one_of, table, words
from newsparse_numbers.lexing import Numeral
from newsparse_numbers.surroundings import Surroundings

DASHES = "-–—/"
YEAR = re.compile(r"(?:1[4-9]|20|21)\d\d")
_BEFORE = re.compile(r"([A-Za-z.&'’]+)[\s\u00a0]*$")
_AFTER = re.compile(r"[\s\u00a0]*([A-Za-z’']+)")
_PHONE = re.compile(
    r"(?<![\w.])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,5}\)[\s.-]?)?\d{2,5}(?:[\s.-]\d{3,4}){1,3}(?!\w)"
    r"|(?<!\w)\d{5}[ ]\d{6}(?!\w)"
)
_CALL = re.compile(r"(?i)\b(?:call|phone|tel|telephone|dial|text|hotline|fax|number|ring)\b[^.\d]{0,30}$")
_TIME = re.compile(
    r"(?<![\d.,])(?:\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.m\b\.?|[ap]m\b|o['’]clock|noon\b|GMT|[BEPC][SD]?T\b)|\d{4}\s?(?:GMT|hours\b))"
    r"|(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])"
    r"|(?<![\d.,$£€])\d{1,2}(?=\s?[-–]\s?\d{1,2}\s?[ap]\.?m\b)"
    r"|(?<![\d.,])\d{1,2} in the (?:morning|afternoon|evening)\b"
    r"|(?<!\d)\d{1,2}(?:st|nd|rd|th)\s(?:minute|over)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?<![\w.,$£€%-])\d{1,3}(?:\s?[-–]\s?\d{1,3}){1,2}(?![\w.,%-]*[\d%]|\w)")
_NAMES = re.compile(
    r"(?i)(?<!\w)(?:s\s?&?\s?p|asx|tsx|stoxx|nasdaq|russell|ftse|nikkei|csi"
    r"|fortune|forbes|cac|dax|iphones?|ipads?|galaxy [a-z]+|boeing|airbus"
    r"|iso|ps|windows|big|covid|apollo|catch|b-|f-|mi-|su-|mig-"
    r"|us route|route|formula|channel|studio)[\s/-]?\d+(?:-\d+)?(?!\s?%|[.,]\d)"
    r"|(?<![\d.,$])7[2-8]7(?:\s(?:max|jets?|dreamliner)|-\d+)"
    r"|(?<!\w)(?:last|round of)[\s-](?:16|32|64|128)(?!\w|\s[a-z]+s\b)"
    r"|(?<!\w)fourth of july\b|(?<!\w)m\d{1,2}(?!\w)"
)
_ADDRESS = re.compile(
    r"(?<!\d)\d{5}(?=\s(?:zip|ZIP)\b)|\b[A-Z]{2}\s\d{5}(?:-\d{4})?(?!\d)"
    r"|(?<!\d)\d{2,5}(?=\s(?:block|hundred block) of\b)"
)
_YEAR_PAIR_COUNTED = re.compile(r"\s(?!world\b|and\b|in\b|the\b)[a-z]+s\b")
_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+|[@#]\w+")
_MANY = re.compile(
    r"(?<![\w.,])\d+(?:[-./]\d+){2,}(?!\w)|(?<!\d)(?:9/11|24/7|20/20|50[/-]50|7/7|101)(?![\d,.%/-]\d|\d|%)|(?<![\d,$£€])911(?![\d,]|\s[a-z]+s\b)"
)
_NUMBERED = re.compile(r"(?m)^[ \t]*\(?\d{1,3}[.)](?=\s)")


@cache
def _dates() -> re.Pattern[str]:
    month = one_of(words("names.months")) + r"(?![a-z])\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    many = rf"{day}(?:\s?[-–,]\s?{day}|,?{BLANK}(?:and|or|to|through){BLANK}{day})?"
    return re.compile(
        rf"(?<![a-z]){month}{BLANK}+{many}(?![\d%])(?!\s?(?:percent|per cent)\b)(?:,?{BLANK}+(?:1[4-9]|20)\d\d(?!\d))?"
        rf"|(?<![\d.,$£€]){many}{BLANK}+(?:of{BLANK}+)?{month}(?:,?{BLANK}+(?:1[4-9]|20)\d\d(?!\d))?(?!\w)"
        rf"|(?<![a-z]){month}(?:,|{BLANK}+of)?{BLANK}+(?:1[4-9]|20)\d\d\b",
        re.IGNORECASE,
    )


_YEARS = re.compile(
    r"(?<![\w’',.$£€])(?:1[4-9]|20)\d0['’]?s\b|(?<!\w)['’]\d\ds?\b"
    r"|(?<![\d.,$£€])(?:1[4-9]|20)\d\d\s?[-–/]\s?(?:(?:1[5-9]|20)\d\d|\d\d)(?![\d,%])(?!\s?(?:people|percent|per cent))"
    r"|\b[Bb]etween\s(?P<first>(?:1[4-9]|20)\d\d)\sand\s(?:1[4-9]|20)\d\d(?![\d,])"
    r"|\bQ[1-4]\b|\b[1-4]Q\d{0,2}\b|\bFY\d{2,4}\b|\b[1-4][QH]\b",
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
    found = []
    for reason, pattern in patterns.items():
        for match in pattern.finditer(text):
            if reason == "date" and not _is_date(text, match):
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


def _is_date(text: str, match: re.Match[str]) -> bool:
    """For "may 5" and "march 20" are dates only with a capital; "10 may" is a verb in lower case."""
    surface = match.group()
    for name in ("may", "march", "mar", "sun", "dec", "jan"):
        if re.search(rf"\b{name}\b", surface) and name in ("may", "march", "mar"):
            return False
    return True


def _is_phone(text: str, match: re.Match[str]) -> bool:
    """Digits in groups are a phone number when there are enough of them and they are no grouped thousands."""
    surface = match.group()
    groups = re.findall(r"\d+", surface)
    count = len("".join(groups))
    if surface[0] in "+(":
        return count >= 7
    if 7 <= count <= 13 and _CALL.search(text[max(0, match.start() - 50) : match.start()]):
        return True
    thousands = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]) and " " in surface
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
            if start < numeral.end and numeral.start < end:
                if around.plain or (reason in ("date", "link", "time", "year") and around.kind != "money"):
                    return reason
                if around.kind == "count" and numeral.bare and reason in ("phone", "idiom"):
                    return reason
            if numeral.start - start > 60:
                return ""
        return ""


def why_not(text: str, numeral: Numeral, around: Surroundings) -> str:
    """The reason why a numeral is no quantity, or nothing."""
    if numeral.form == "name":
        return "name"
    if numeral.form in ("multiplier", "decade"):
        return _decade(text, numeral) if numeral.form == "decade" else ""
    if around.money is None and _glued(text, around.start):
        return "name"
    if text[around.end : around.end + 1].isalpha() or text[around.end : around.end + 1] == "_":
        return "name"
    before, after = _word_before(text, around.start), _word_after(text, around.end)
    surface = text[numeral.start : numeral.end].lower()
    if surface in ("one", "zero"):
        return _not_one(text, numeral, around, before, after)
    if numeral.form == "words" and (reason := _worded(text, numeral, around, before, after)):
        return reason
    if numeral.form == "ordinal" or numeral.form == "ratio" or numeral.scaled or not around.plain:
        return _strong_name(text, numeral, around, before, after)
    if numeral.form not in ("digits", "words"):
        return ""
    return _bare(text, numeral, around, before, after)


def _decade(text: str, numeral: Numeral) -> str:
    before = text[max(0, numeral.start - 18) : numeral.start].lower()
    return (
        ""
        if re.search(
            r"\b(?:his|her|their|my|your|our|in|early|mid|late)[\s-]+(?:(?:early|mid|late)[\s-]+(?:to late )?)?$",
            before,
        )
        and "the" not in before.split()[-2:]
        else "year"
    )


def _glued(text: str, start: int) -> bool:
    """Whether letters, or letters and a hyphen, stand right before: "A100", "GPT-4", "Covid-19"."""
    chunk = re.search(r"[^\s(\[“\"'‘—–/~≈<>=≤≥]*\Z", text[max(0, start - 30) : start])
    before = chunk.group() if chunk else ""
    return bool(re.search(r"[^\W\d_]", before)) and not re.fullmatch(
        r"(?:[A-Z]{0,3}\$|\d*[A-Za-z]*-to-|\d*-\s?(?:or|and)\s|mid-|sub-|then-|now-|under-|over-|pre-|non-|minus-|[a-z]+-)",
        before,
    )


def _not_one(text: str, numeral: Numeral, around: Surroundings, before: str, after: str) -> str:
    """Whether "one" only points at something: "one of the", "no one", "one another", "the one that"."""
    if not around.plain and around.kind != "count":
        return (
            "idiom"
            if before.lower() == "no"
            or (
                re.match(
                    r"\s(?:day|night)\b(?!\s(?:after|later|before|earlier|of|in|per|at|a))", text[numeral.end :][:20]
                )
                and before.lower() not in ("only", "least", "than", "just", "about")
            )
            else ""
        )
    gap = text[numeral.end : numeral.end + 1]
    if gap == "-" and re.match(r"-(?:[a-z]+)\s[a-z]", text[numeral.end :][:30]) and around.kind == "count":
        return "idiom"
    if gap in ("-", "’", "'", ",", ".", ";", ":", "?", "!", ")", "”", '"', "", "—", "…", "\n") or not after:
        return "idiom"
    if before.lower() in words("names.before_one") or after.lower() in words("names.not_one"):
        return "idiom"
    if around.bound or around.exactness != "exact":
        return ""
    return "" if after.islower() and not _indirect(text, numeral, before, after) else "idiom"


def _indirect(text: str, numeral: Numeral, before: str, after: str) -> bool:
    """Whether "one" only stands for "a": "one man held up a sign", "in one passage"; "one man died" counts."""
    verb = re.compile(r"\s[a-z]+\s([a-z]+)").match(text, numeral.end)
    if verb and verb.group(1) in words("names.one_counts"):
        return False
    return after in words("names.indirect_one") and before.lower() not in (
        "only",
        "just",
        "least",
        "killed",
        "injured",
        "and",
        "than",
    )


_FIGURES = re.compile(
    r"-(?:figure|star|wheel|way|sided|party|letter|time|off|piece|on|size|child|man|woman|person|room|speed|cornered|faced|pronged|fold)\b"
)


def _worded(text: str, numeral: Numeral, around: Surroundings, before: str, after: str) -> str:
    """Idioms with number words: "nine to five", "all fours", "on cloud nine", "two-faced"."""
    surface = text[numeral.start : numeral.end].lower()
    near = " ".join(text[max(0, numeral.start - 16) : numeral.end + 16].lower().split())
    if (surface == "eleven" and before.lower() == "nine") or (surface == "nine" and after.lower() == "eleven"):
        return "idiom"
    if any(idiom in near for idiom in table("names.idioms") if surface in idiom):
        return "idiom"
    if surface in ("ten", "a million", "a thousand") and re.search(
        r"\b(?:top|perfect|thanks|times)\s$", text[max(0, numeral.start - 9) : numeral.start].lower()
    ):
        return "idiom"
    if around.kind == "count" and _FIGURES.match(text, numeral.end) and numeral.low <= 10:
        return (
            "idiom"
            if re.match(r"-(?:figure|star|way|sided|party|letter|faced|fold|off|on|wheel)\b", text[numeral.end :][:9])
            else ""
        )
    return ""


def _strong_name(text: str, numeral: Numeral, around: Surroundings, before: str, after: str) -> str:
    """A name even with a bound or a scale: "the Fortune 500", "Chapter 11" behind "over"; ordinals in dates."""
    if numeral.form == "ordinal":
        return ""
    digits = numeral.bare and numeral.form == "digits"
    if digits and around.kind == "count" and around.bound == "" and before.lower().rstrip(".") in words("names.named"):
        return "name" if before[:1].isupper() else ""
    if (
        digits
        and around.kind == "count"
        and YEAR.fullmatch(text[numeral.start : numeral.end])
        and not _counted(text, numeral.end)
    ):
        return "" if around.bound and before.lower() in ("than",) else "year"
    return ""


def _counted(text: str, end: int) -> bool:
    """Whether a lower-case noun follows, as far as the word alone can tell."""
    after = _word_after(text, end)
    return (
        bool(after)
        and after.islower()
        and after not in words("names.stops")
        and text[end : end + 1] in " \u00a0\u2009\u202f"
    )


def _bare(text: str, numeral: Numeral, around: Surroundings, before: str, after: str) -> str:
    surface = text[numeral.start : numeral.end]
    counted = _counted(text, numeral.end) or _counted_name(text, numeral.end)
    low = before.lower().rstrip(".")
    gap = text[around.start - 1 : around.start]
    if YEAR.fullmatch(surface) and (reason := _year(text, numeral, low, counted=counted)):
        return reason
    if (gap in (" ", "\u00a0", ".", "-") and numeral.form == "digits") or before[:1].isupper():
        for reason, name in (("law", "laws"), ("list", "lists"), ("address", "addresses"), ("name", "named")):
            if low in words(f"names.{name}") and (before[:1].isupper() or name != "named" or not counted):
                if low in ("class",) and not counted:
                    return reason
                if (
                    not (
                        counted
                        and (
                            low
                            in (
                                "act",
                                "order",
                                "no",
                                "unit",
                                "part",
                                "case",
                                "bill",
                                "code",
                                "floor",
                                "flat",
                                "row",
                                "number",
                                "rule",
                            )
                        )
                    )
                    and gap != "-"
                ):
                    if low in ("number", "numbers") and counted:
                        continue
                    return reason
    if numeral.form == "digits" and _street(text, numeral.end):
        return "address"
    if (
        numeral.form == "digits"
        and _named_after(text, around.start, before)
        and not (counted and _plural(text, numeral.end))
    ):
        return "name"
    if surface.startswith("0") and numeral.bare and len(surface) > 1 and surface[1] not in ".,":
        return "name"
    if gap == "#":
        return "name"
    return ""


def _year(text: str, numeral: Numeral, before: str, *, counted: bool) -> str:
    if before == "of" and _AMOUNT.search(text[max(0, numeral.start - 30) : numeral.start]):
        return ""
    if not counted:
        return "year"
    if before in words("names.before_year"):
        return (
            "year"
            if before
            not in (
                "of",
                "to",
                "from",
                "by",
                "and",
                "for",
                "with",
                "was",
                "than",
                "a",
                "the",
                "between",
                "their",
                "its",
                "his",
                "her",
            )
            or _seasonal(text, numeral.end)
            else ""
        )
    return "year" if _seasonal(text, numeral.end) else ""


_AMOUNT = re.compile(
    r"\b(?:average|total|maximum|minimum|record|sum|mean|median|cost|price|value|population|fine|reward|fee|limit)\sof\s$"
)


def _seasonal(text: str, end: int) -> bool:
    """Whether what follows a year goes with years: "2019 season", "2024 election", "1988 horror film"."""
    after = re.compile(
        r"\s(?:[a-z]+\s)?(?:season|election|elections|census|film|movie|novel|campaign|budget|report|study|law|race|deal|crash|war|crisis|attack|attacks|survey|interview|referendum|game|games|vote|conflict|earthquake|recession|recording|album|agreement|accord|ruling|case|book|tournament|final|finals|championship|draft|model|models|edition|version|invasion|coup|summit|pandemic|fiscal|presidential|midterm|midterms|closing|levels?|documentary|drama|comedy|tour|speech|uprising|revolution|protests|decision|convention|trial|raid|poll|polls|when|horror)\b"
    ).match(text, end)
    return after is not None


def _counted_name(text: str, end: int) -> bool:
    """Whether a plural name is counted: "900 Americans", "96 Liverpool fans"."""
    match = re.compile(r"\s(?:[A-Z][a-z]+s|(?:[A-Z][\w.’-]+\s){1,2}[a-z]+s)\b").match(text, end)
    return match is not None


@cache
def _streets() -> re.Pattern[str]:
    named = one_of([word.capitalize() for word in words("names.streets")])
    return re.compile(
        rf"[A-Za-z]?(?:-\d+)?\s+(?:(?:North|South|East|West|N|S|E|W)\.?\s)?(?:[A-Z\d][\w’'.]*\s+){{1,3}}?{named}\b"
    )


_PLURAL = re.compile(
    r"\s(?:[A-Za-z-]+\s){0,3}?(?:[a-z]+s|people|children|men|women|staff|police)\b|\s(?:[a-z]+ed|were|was|are|is|have|had)\b"
)


def _plural(text: str, end: int) -> bool:
    """Whether what follows can be counted by more than one."""
    return _PLURAL.match(text, end) is not None


def _street(text: str, end: int) -> bool:
    return _streets().match(text, end) is not None


def _named_after(text: str, start: int, before: str) -> bool:
    """Whether a capitalised word that opens no sentence stands right before."""
    if not before[:1].isupper() or not re.search(r"[A-Za-z’'.][\s\u00a0]$", text[max(0, start - 2) : start]):
        return False
    rest = text[: start - 1 - len(before)].rstrip()[-1:]
    return bool(rest) and rest not in '.!?:\n“"(' and before.lower() not in words("names.stops")


def is_score(text: str, start: int, end: int) -> bool:
    """Whether a pair of small numbers such as "3-1" stands near a word of matches or votes."""
    near = re.findall(r"[a-z]+(?:-[a-z]+)?", text[max(0, start - 60) : end + 45].lower())
    return any(word in words("names.score_words") for word in near)


def _word_before(text: str, start: int) -> str:
    match = _BEFORE.search(text[max(0, start - 40) : start])
    return match.group(1) if match else ""


def _word_after(text: str, end: int) -> str:
    match = _AFTER.match(text, end)
    return match.group(1) if match else ""
