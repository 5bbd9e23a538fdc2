"""The words of texts as they are compared: texts enter; words, quotations and the fewest changes between them leave."""

from newsparse.wording.alignment import Step, matching, steps, trimmed
from newsparse.wording.quotations import Quotation, quotations
from newsparse.wording.words import Words, key_of, words_in

__all__ = ["Quotation", "Step", "Words", "key_of", "matching", "quotations", "steps", "trimmed", "words_in"]
