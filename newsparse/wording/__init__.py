"""The words of texts as they are compared: texts enter; words, quotations and the fewest changes between them leave."""

from newsparse.wording.alignment import Step, matching, steps, trimmed
from newsparse.wording.quotations import Quotation, quotations
from newsparse.wording.searching import Change, Match, exact, nearest, search
from newsparse.wording.streams import Stream
from newsparse.wording.words import Words, key_of, words_in

__all__ = [
    "Change",
    "Match",
    "Quotation",
    "Step",
    "Stream",
    "Words",
    "exact",
    "key_of",
    "matching",
    "nearest",
    "quotations",
    "search",
    "steps",
    "trimmed",
    "words_in",
]
