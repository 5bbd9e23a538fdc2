"""What stands at a numeral: sign, currency, unit and denominator; bounds and approximation around it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import attrs

from newsparse.model import Exactness, QuantityKind, Span
from newsparse.model.quantity import Side
from newsparse_numbers.lexicon import BLANK, one_of, table, unit_surfaces, units, words
from newsparse_numbers.lexing import Numeral
from newsparse_numbers.money import Context, Money, after_pattern, before_pattern, minor_pattern, money


@attrs.define(kw_only=True)
class Surroundings:
    """What belongs to a numeral; ``start``-``end`` covers it with unit and currency, ``outer`` begins at its bound.

    ``beyond`` ends at its denominator; ``scale`` turns cents into the currency; ``implied`` says that the unit was read
    from a neighbour.
    """

    start: int
    end: int
    outer: int
    beyond: int = 0
    kind: QuantityKind = "count"
    unit: str | None = None
    money: Money | None = None
    scale: Decimal = Decimal(1)
    per: str | None = None
    bound: str = ""
    inclusive: bool = True
    exactness: Exactness = "exact"
    near: Side | None = None
    negative: bool = False
    signed: bool = False
    bound_at: Span | None = None
    hedged_at: list[Span] = attrs.Factory(list)

    @property
    def plain(self) -> bool:
        """Whether there is nothing that makes the numeral a quantity for certain."""
        return self.kind == "count" and not self.bound and self.exactness == "exact" and not self.per


def surroundings(text: str, numeral: Numeral, context: Context) -> Surroundings:
    """What belongs to ``numeral``; looks at a fixed number of characters on both sides."""
    around = Surroundings(start=numeral.start, end=numeral.end, outer=numeral.start, beyond=numeral.end)
    if numeral.form == "multiplier":
        around.kind = "multiplier" if is_multiple(text, numeral) else "count"
        _per(text, around)
    elif numeral.form == "decade":
        around.kind = "age"
    else:
        _currency_before(text, around)
        _sign(text, around)
        _after(text, numeral, around, context)
        if around.kind == "count":
            _age(text, numeral, around)
            _index(text, numeral, around)
        _per(text, around)
    _bounds_before(text, around)
    _bounds_after(text, around)
    return around


_MULTIPLE = re.compile(r"\s(?:the|as|that|what|its|their|his|her|more|what)\b")


def is_multiple(text: str, numeral: Numeral) -> bool:
    """Whether "doubled" or "twice" multiplies; "scored twice" counts."""
    word = text[numeral.start : numeral.end].lower()
    return word not in ("once", "twice", "thrice") or _MULTIPLE.match(text, numeral.end) is not None


def _currency_before(text: str, around: Surroundings) -> None:
    window = text[max(0, around.start - 6) : around.start]
    if not window or not (window[-1] in " \u00a0$" or not window[-1].isspace()):
        return
    match = before_pattern().search(window)
    if match is None or (match.group(1) in ("P", "Sh", "Ft") and match.group()[-1:] in " \u00a0"):
        return
    around.start -= len(match.group())
    around.kind, around.money = "money", money(match.group(1))


_SIGN = re.compile(r"(?:^|[\s(:])([-−–+])\s?$")
_MINUS = re.compile(r"(?i)\bminus[\s-]$")


def _sign(text: str, around: Surroundings) -> None:
    window = text[max(0, around.start - 6) : around.start]
    sign = _SIGN.search(window)
    if sign and not (sign.group().endswith(" ") or (sign.group(1) == "–" and not window.endswith("–"))):
        around.negative = sign.group(1) != "+"
        around.signed = True
        around.start -= 1
    elif _MINUS.search(window):
        around.negative = True
        around.start -= 6
    around.outer = around.start


@cache
def _units() -> re.Pattern[str]:
    by_word, by_symbol = unit_surfaces()
    points, basis, percent = (one_of(table(f"measures.{name}")) for name in ("points", "basis_points", "percent"))
    age = one_of(table("measures.age"))
    months = one_of(table("measures.age_months"))
    letters = one_of([symbol for symbol in by_symbol if symbol[0].isalpha()])
    signs = one_of([symbol for symbol in by_symbol if not symbol[0].isalpha()])
    times = one_of(["times", "fold", "x"])
    return re.compile(
        rf"(?P<gap>(?:{BLANK}|[-‐‑])*)(?:(?P<points>(?i:{points})(?!\w))|(?P<basis>(?i:{basis})(?!\w))"
        rf"|(?P<percent>(?i:{percent})(?!\w))|(?P<age>(?i:{age})(?!\w))|(?P<months>(?i:{months})(?!\w))"
        rf"|(?P<word>(?i:{one_of(by_word)})(?!\w))|(?P<symbol>{letters}(?![\w'’]))|(?P<sign>{signs}(?!\w))"
        rf"|(?P<times>(?i:{times})(?!\w)))"
    )


_SIMPLE: dict[str, QuantityKind] = {"points": "percentage-point", "basis": "basis-point", "percent": "percent"}
_TIMES_OF = re.compile(
    r"\s+(?:the|as|more|higher|larger|bigger|what|its|that|their|his|her|those|faster|greater|better|likelier|earnings"
    r"|sales|revenue|income|stronger|cheaper|smaller|less|longer|annual|normal|usual|average)\b",
    re.IGNORECASE,
)


def _after(text: str, numeral: Numeral, around: Surroundings, context: Context) -> None:
    if around.money is None and _minor(text, numeral, around):
        return
    match = _units().match(text, numeral.end)
    kind = match.lastgroup if match else None
    currency = None if kind in _SIMPLE else after_pattern().match(text, numeral.end)
    if currency and _is_money(text, currency, context):
        around.kind, around.end = "money", currency.end()
        around.money = around.money or money(currency.group("word") or currency.group("sign"))
        if currency.group("sign") is None and currency.group().startswith("-"):
            around.end = currency.end()
    elif match is None or around.money is not None:
        return
    elif kind in _SIMPLE:
        around.kind, around.end = _SIMPLE[kind], match.end()
    elif kind in ("age", "months"):
        unit = match.group(kind).lower().lstrip("-")[:4]
        name = {"year": "year", "mont": "month", "week": "week", "day-": "day", "days": "day"}.get(unit, "day")
        around.kind, around.unit = "age", name
        around.end = match.end() if "-" in match.group() or "old" not in match.group() else _before_old(match)
    elif kind == "times":
        _times(text, match, around)
    else:
        _unit(text, numeral, match, around, context)


def _before_old(match: re.Match[str]) -> int:
    """For "100 years old": the unit belongs to the figure, "old" does not."""
    return match.start() + match.group().lower().rindex("old") - (1 if " " in match.group() else 0)


def _is_money(text: str, match: re.Match[str], context: Context) -> bool:
    word = (match.group("word") or "").lower()
    if word in ("pound", "pounds"):
        follows = text[match.end() : match.end() + 4]
        if match.group().startswith("-") and not context.sterling():
            return False
        return context.sterling() or (not follows.startswith((" of ", "-for")) and context.sterling())
    if word in words("money.not_words"):
        if match.group("word") in ("P",):
            return False
        return word in ("won", "rand", "lei", "dong") and _counted_in(text, match, word)
    return True


def _counted_in(text: str, match: re.Match[str], word: str) -> bool:
    """Whether "won" and the like stand for money: a scaled figure before, no object behind."""
    if word in ("rand", "lei", "dong"):
        return True
    before = text[max(0, match.start() - 10) : match.start()].lower()
    return bool(re.search(r"(?:illion|thousand|,000)$", before))


def _minor(text: str, numeral: Numeral, around: Surroundings) -> bool:
    match = minor_pattern().match(text, numeral.end)
    if match is None or numeral.scaled:
        return False
    surface = (match.group("long") or match.group("short")).lower()
    if surface == "c":
        return False
    if surface == "p" and text[match.end() : match.end() + 1] == "." and text[match.end() + 1 : match.end() + 2] == "m":
        return False
    family, scale = table("money.minor")[surface]
    around.kind, around.scale, around.end = "money", Decimal(scale), match.end()
    around.money = Money(None, family) if family == "¢" else Money(family)
    return True


def _times(text: str, match: re.Match[str], around: Surroundings) -> None:
    word = match.group("times").lower()
    if word == "x" and match.group("gap"):
        return
    if word != "times" or _TIMES_OF.match(text, match.end()):
        around.kind, around.end = "multiplier", match.end()
    elif re.compile(r"\s+(?:over|out|to)\b").match(text, match.end()):
        around.end = numeral_end = match.end()
        around.end = numeral_end - len(match.group())


def _unit(text: str, numeral: Numeral, match: re.Match[str], around: Surroundings, context: Context) -> None:
    by_word, by_symbol = unit_surfaces()
    surface = match.group("word") or match.group("symbol") or match.group("sign")
    if numeral.form == "ordinal":
        return
    name = by_word.get(surface.lower()) if match.group("word") else by_symbol.get(surface)
    if name is None or not _fits(text, numeral, match, surface, around):
        return
    unit = units()[name]
    around.kind, around.unit, around.end = unit.kind, name, match.end()
    if surface.endswith(".") and text[match.end() - 1] == "." and not text[match.end() : match.end() + 2].strip():
        around.end -= 1
    if unit.name == "degree":
        _degrees(text, around)
    around.unit, _, per = around.unit.partition(" per ") if unit.per else (around.unit, "", "")
    around.per = per or None


def _fits(text: str, numeral: Numeral, match: re.Match[str], surface: str, around: Surroundings) -> bool:
    """Whether a short symbol can be a unit here: a letter must touch its figure, "second" must count."""
    if len(surface) == 1 and surface.isalpha():
        if match.group("gap") and surface not in ("W", "V"):
            return False
        return not (surface in ("W", "V") and match.group("gap") and text[match.end() : match.end() + 1] == ".")
    if surface in ("MP", "bar", "st", "hand", "mb", "ms", "Pa", "ha", "MB") and match.group("gap"):
        return surface not in ("MP", "bar", "st", "hand", "Pa", "ms")
    if surface.lower() in ("day", "night", "week", "month", "year", "hour", "minute") and numeral.low != 1:
        return match.group("gap") != " " or around.money is None
    if surface in ("″", "′"):
        return not match.group("gap")
    return numeral.form not in ("ordinal", "ratio", "vague") or match.group("gap") != "-"


def _degrees(text: str, around: Surroundings) -> None:
    after = re.compile(r"\s?(C|F|Celsius|Fahrenheit|celsius|fahrenheit|centigrade)\b").match(text, around.end)
    if after:
        around.unit = "degree Celsius" if after.group(1)[0] in "Cc" else "degree Fahrenheit"
        around.end = after.end()


_AGED = re.compile(r"\b(?:aged?(?: between| of| from)?|at the age of|ages|as young as|as old as)\s$", re.IGNORECASE)
_NAMED = re.compile(r"(?:[A-Z][\w’'.-]+|[”\"’)]),\s$")


def _age(text: str, numeral: Numeral, around: Surroundings) -> None:
    """Ages without a unit: "Ada Brook, 34, said", "aged 34", "turns 60"."""
    if numeral.form not in ("digits", "words") or numeral.scaled or not 0 < numeral.low < 120:
        return
    before, after = text[max(0, around.start - 40) : around.start], text[numeral.end : numeral.end + 12]
    apart = after[:1] in (",", ".", ";", ")", "”", '"') or after.startswith((" and ", " or "))
    named = numeral.bare and _NAMED.search(before) and after[:1] in (",", ".", ";") and not after[1:2].isdigit()
    if (
        (named and not re.search(r"(?i)\b(?:sections?|articles?|nos?|chapters?|rooms?)\b|\d, $", before))
        or _aged(before, after, apart=apart)
        or (re.search(r"\bunder-$|\bover-$", before) and re.match(r"s\b", after))
    ):
        around.kind, around.unit = "age", "year"


_TURNS = re.compile(r"\bturn(?:s|ed|ing)?\s$", re.IGNORECASE)
_AT_AGE = re.compile(r"\b(?:she|he|who|I)\s(?:[a-z]+\s){1,6}at\s$", re.IGNORECASE)
_IS_AGE = re.compile(
    r"(?:\b(?:she|he|I|who)(?:\s(?:is|was)|['’](?:s|m))(?:\s(?:only|just|now|about|almost|nearly|already))?\s|\bwhen\s(?:she|he|I)\s(?:is|was|turned)\s)$",
    re.I,
)


def _aged(before: str, after: str, *, apart: bool) -> bool:
    """Whether the words before a bare figure make it an age: "aged 34", "turns 60", "she was twelve"."""
    if _TURNS.search(before):
        return apart or re.match(r" (?:that|this|next|on|in|last)\b", after) is not None
    if _AGED.search(before):
        return True
    ends = apart or not after.strip() or re.match(r" (?:with|when|after|and|in|on|at)\b", after) is not None
    if _IS_AGE.search(before):
        return ends
    return _AT_AGE.search(before) is not None and ends


_POINTS = re.compile(r"[\s-]points?(?![\w-])")
_INDEX = re.compile(
    r"(?:body mass index|\bbmi|\bmagnitude|richter scale)(?: (?:of|above|over|below|under|at))*\s$", re.I
)


@cache
def _market() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(table('measures.index_words'))}(?!\w)", re.IGNORECASE)


def _index(text: str, numeral: Numeral, around: Surroundings) -> None:
    """Points of an index of prices, magnitudes, body mass indices."""
    before = text[max(0, around.start - 90) : around.start]
    points = _POINTS.match(text, numeral.end)
    if points and _market().search(before):
        around.kind, around.end = "index", points.end()
    elif _INDEX.search(before):
        around.kind = "index"


@cache
def _befores() -> dict[str, tuple[str, bool] | None]:
    known: dict[str, tuple[str, bool] | None] = dict.fromkeys(table("bounds.approximate"))
    return known | {word: (side, included) for word, (side, included) in table("bounds.before").items()}


_WORDS_BEFORE = re.compile(r"(?:[A-Za-z’'.]+|[~≈<>≤≥]=?)")
_FILL = re.compile(r"(?i)(?:\s|^)(?:an?|the|only|just|another|additional|total|record)\s+$")


def _bounds_before(text: str, around: Surroundings) -> None:
    """Reads up to three phrases backwards: "an estimated", "at least", "nearly"."""
    at = around.outer
    for _ in range(4):
        window = text[max(0, at - 40) : at]
        stripped = window.rstrip()
        phrase = None if "\n" in window[len(stripped) :] else _phrase_before(stripped)
        if phrase is None:
            fill = _FILL.search(window) if at == around.outer else None
            if fill is None:
                return
            at -= len(fill.group().lstrip())
            continue
        place = Span(at - len(window) + len(stripped) - len(phrase), at - len(window) + len(stripped))
        if not _apply(stripped, phrase, place, around):
            return
        at = around.outer = place.start


def _phrase_before(stripped: str) -> str | None:
    """The longest phrase of the lexicon that ends ``stripped``, as written."""
    found = list(_WORDS_BEFORE.finditer(stripped))[-4:]
    hyphen = stripped[-4:].lower()
    if hyphen == "sub-":
        return stripped[-4:]
    for match in found:
        surface = stripped[match.start() :]
        if " ".join(surface.lower().split()) in _befores():
            return surface
    return None


def _apply(stripped: str, phrase: str, at: Span, around: Surroundings) -> bool:
    """Takes a phrase over; False when it does not belong to the figure."""
    words_ = " ".join(phrase.lower().split())
    value = _befores()[words_]
    weak = words_ in words("bounds.weak")
    if weak and (around.bound or _moves(stripped[: len(stripped) - len(phrase)], words_, around)):
        return False
    if words_ in table("bounds.near"):
        side = table("bounds.near")[words_]
        around.near = around.near or (side if side in ("below", "above") else None)
    if value is None or words_ in table("bounds.approximate"):
        if words_ == "some" and around.kind in ("percent",) and around.exactness == "about":
            return False
        around.exactness = "about"
        around.hedged_at.insert(0, at)
    elif not around.bound:
        around.bound, around.inclusive = value
        around.bound_at = at
    return True


def _moves(before: str, word: str, around: Surroundings) -> bool:
    """Whether "over" and its like belong to what stands before: "over two years", "took over 10", "3% above 5"."""
    last = before.rstrip().rsplit(" ", 1)[-1].lower().strip(",.;:(“\"'")
    if word == "over" and around.kind == "duration":
        return last not in ("for", "in", "after", "took", "takes", "lasted", "spent", "of", "is", "was", "than")
    if last in (
        "percent",
        "cent",
        "points",
        "votes",
        "win",
        "victory",
        "lead",
        "degrees",
        "%",
        "metres",
        "meters",
        "feet",
        "took",
        "take",
        "takes",
        "taken",
        "handed",
        "turned",
    ):
        return True
    return last.endswith("%") or (
        word in ("passed", "top", "topped", "above", "under", "below", "beyond")
        and last in ("a", "the", "his", "her", "its")
    )


@cache
def _tails() -> re.Pattern[str]:
    about = one_of(table("bounds.about_after"))
    return re.compile(rf"\s?(?P<tail>{one_of(table('bounds.after'))})(?![\w-])|[\s,]*(?P<about>{about})\b")


def _bounds_after(text: str, around: Surroundings) -> None:
    ish = re.compile(r"-(?:ish|odd)\b").match(text, around.end)
    if ish:
        around.exactness = "about"
        around.end = ish.end() if ish.group() == "-ish" else around.end
        return
    match = _tails().match(text, around.end)
    if match is None:
        match = _beyond_noun(text, around)
    if match is None:
        return
    at = Span(match.start() + len(match.group()) - len(match.group().lstrip(" ,")), match.end())
    if match.group("about"):
        around.exactness = "about"
        around.hedged_at.append(at)
    elif not around.bound and not (match.group("tail") == "plus" and text[match.end() : match.end() + 2] != " "):
        around.bound, around.inclusive = table("bounds.after")[match.group("tail")]
        around.bound_at = at


def _beyond_noun(text: str, around: Surroundings) -> re.Match[str] | None:
    """A bound behind the noun that is counted: "9 people or more"."""
    noun = re.compile(r"\s[a-z]+(?=\s(?:or|and)\s(?:more|fewer|less|older|over|under|younger|so)\b)").match(
        text, around.end
    )
    return _tails().match(text, noun.end()) if noun else None


@cache
def _pers() -> re.Pattern[str]:
    leads = rf"{BLANK}+(?:per|for{BLANK}every|in{BLANK}every|out{BLANK}of{BLANK}every){BLANK}+"
    many = rf"{leads}(?P<many>\d[\d,]*|hundred|thousand|million)"
    what = one_of(table("measures.per"))
    adverbs = one_of(table("measures.per_words"))
    return re.compile(
        rf"(?:{BLANK}+(?:US{BLANK})?(?:an?|per|each|every){BLANK}+(?:\d+-[a-z]+\s)?|/|-a-)(?P<what>{what})\b(?!{BLANK}(?:ago|earlier|later|before|after))"
        rf"|{many}(?P<of>{BLANK}+(?!(?:in|on|to|and|or|at|of|for|from|was|were|are|is|fell|rose|among|last|this)\b)[a-z]+)?"
        rf"|{BLANK}+(?P<adverb>{adverbs})\b",
        re.IGNORECASE,
    )


def _per(text: str, around: Surroundings) -> None:
    match = _pers().match(text, around.end)
    if match is None and around.kind == "count":
        match = _counted_per().match(text, around.end)
        if match:
            around.per, around.beyond = match.group("what").lower(), around.end
    if match is None or ("what" in match.groupdict() and around.per):
        return
    if match.group("what"):
        around.per = _denominator(match.group("what").lower())
        if around.kind == "measure" and around.unit in words("measures.speeds"):
            around.end = match.end()
    elif match.group("adverb"):
        around.per = table("measures.per_words")[match.group("adverb").lower()]
    else:
        around.per = _thousands(match.group("many")) + (match.group("of") or "").rstrip()
        if around.kind == "count":
            around.kind, around.end = "rate", match.end("many")
    around.beyond = match.end()


@cache
def _counted_per() -> re.Pattern[str]:
    """A denominator of time behind what is counted: "480,000 people a day"."""
    times = "hour|day|week|month|quarter|year|night|minute|second|season|shift"
    return re.compile(
        rf"\s(?!to|in|on|of|at|and)[a-z-]+(?:\s(?!to|in|on|of|at|and|for|by|from|after)[a-z-]+)?\s(?:an?|per|each|every)\s(?P<what>{times})\b(?!\s(?:ago|earlier|later|before|after|or))"
    )


def _denominator(word: str) -> str:
    return {"liter": "litre", "meter": "metre", "kilo": "kilogram", "head": "head", "capita": "person"}.get(word, word)


def _thousands(words_: str) -> str:
    named = {"hundred": "100", "thousand": "1000", "million": "1000000"}
    return named.get(words_.lower(), words_.replace(",", ""))
