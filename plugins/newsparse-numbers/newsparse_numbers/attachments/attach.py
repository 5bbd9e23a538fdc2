"""What stands at a numeral: sign, currency, unit and denominator; bounds and approximation around it."""

from __future__ import annotations

import re

from newsparse_numbers.attachments.affixes import currency_before, sign, unit_after
from newsparse_numbers.attachments.ages import age, index
from newsparse_numbers.attachments.bounds import bounds_after, bounds_before
from newsparse_numbers.attachments.currency import Context
from newsparse_numbers.attachments.denominators import denominator
from newsparse_numbers.attachments.record import Surroundings
from newsparse_numbers.numerals.lexing import Numeral


def surroundings(text: str, numeral: Numeral, context: Context, floor: int = 0) -> Surroundings:
    """What belongs to ``numeral``; its sign and currency begin no earlier than ``floor``."""
    around = Surroundings(start=numeral.start, end=numeral.end, outer=numeral.start, beyond=numeral.end, floor=floor)
    if numeral.form == "multiplier":
        around.kind = "multiplier" if is_multiple(text, numeral) else "count"
        denominator(text, around)
    elif numeral.form == "decade":
        around.kind = "age"
    else:
        currency_before(text, around)
        sign(text, around)
        unit_after(text, numeral, around, context)
        if around.kind == "count":
            age(text, numeral, around)
            index(text, numeral, around)
        denominator(text, around)
    if not (numeral.form == "ordinal" and _ARTICLE.search(text[max(0, numeral.start - 4) : numeral.start])):
        bounds_before(text, around)
    bounds_after(text, around)
    return around


_ARTICLE = re.compile(r"(?<!\w)an?\s\Z", re.IGNORECASE)  # "about a third term" is of the third, not near it
_MULTIPLE = re.compile(r"\s(?:the|as|that|what|its|their|his|her|more|what)\b")


def is_multiple(text: str, numeral: Numeral) -> bool:
    """Whether "doubled" or "twice" multiplies; "scored twice" counts."""
    word = text[numeral.start : numeral.end].lower()
    return word not in ("once", "twice", "thrice") or _MULTIPLE.match(text, numeral.end) is not None
