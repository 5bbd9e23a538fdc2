"""What a figure in brackets or with a sign measures: "Brook Mills (£3.50)", "Dow +0.2%", "Iceland (99%)"."""

from __future__ import annotations

from newsparse_numbers.lexicon import endings, words
from newsparse_numbers.subjects.figure import Figure, Noun, Relation

BRACKET_WORDS = 16
"""How many words may be between a bracket and a figure in it."""

_APART = frozenset(["percent", "money"])
_SHARED = frozenset(["percent", "count"])
_SHARING = frozenset(["Location", "NORP", "Organization", "Person"])
_ENDS_BRACKET = frozenset(["VERB", "AUX", "ADP", "PRON", "SCONJ", "DET"])


def marked_off(figure: Figure) -> Noun | None:
    """For "Dow +0.2%", "Brook Mills (£3.50)": the name that a signed or bracketed figure measures."""
    found = None if figure.kind == "count" and has_share(figure) else named_before(figure)
    if found is not None and (figure.page.is_person(found.index) or figure.page.is_time(found.index)):
        return None  # "owed by the ferry (40 cents on the dollar)", "as of June (40 cents)"
    named = figure.page.named.at(found.head) if found is not None and figure.kind == "measure" else None
    return None if named is not None and named.label == "Location" else found  # "from Kell to Orla (13 km)"


def explained(figure: Figure) -> Noun | None:
    """For "13 (inmates) dead": the plural alone in a bracket right after the figure."""
    page, after = figure.page, figure.words[-1] + 1
    if after + 2 >= len(page.tokens) or page.tokens[after].text != "(" or page.tokens[after + 2].text != ")":
        return None
    plural = page.lower[after + 1].endswith(endings("names.plural_endings"))
    return figure.noun(after + 1, Relation.COUNTED) if plural else None


def named_before(figure: Figure) -> Noun | None:
    """The name that a signed or bracketed figure follows, also as that of its holder: "Brook Mills (40 staff)"."""
    index = figure.words[0] - 1
    if not figure.page.tokens[figure.words[0]].text.startswith(("+", "-", "−")):
        index = before_bracket(figure)
    found = figure.page.named_by(index) if index >= 0 else None
    shared = found is not None and figure.kind in _APART and _has_share(figure, found)
    return None if found is None or shared else figure.noun(found)


def _has_share(figure: Figure, word: int) -> bool:
    """Whether the number in a bracket is somebody's or that of a place: "Iceland (99%)"."""
    named = figure.page.named.at(figure.page.tokens[word].span)
    bracketed = figure.page.tokens[word + 1].text == "("
    if not bracketed or named is None:
        return False
    return (figure.kind in _SHARED and named.label in _SHARING) or (
        figure.kind == "money" and named.label == "Location"
    )


def has_share(figure: Figure) -> bool:
    """Whether a percentage is in brackets after the name of somebody or a place: "Iceland (99%)"."""
    index = figure.words[0] - 1
    if index < 1 or figure.page.tokens[index].text != "(":
        return False
    found = figure.page.named_by(index - 1)
    return found is not None and _has_share(figure, found)


def before_bracket(figure: Figure, *, ranked: bool = False) -> int:
    """The word before the bracket that opens with the figure or with other figures and nouns; else -1.

    With ``ranked``, a rank may be among them: "(No. 8, $3 million)".
    """
    page, last = figure.page, figure.words[0] - 1
    for index in range(last, max(0, last + 1 - BRACKET_WORDS), -1):
        token = page.tokens[index]
        if token.text == "(":
            return index - 1
        if token.upos in _ENDS_BRACKET and token.text not in words("claims.bracket_words"):
            return -1
        rank = ranked and token.text == "." and page.lower[index - 1] in words("claims.ranks")
        if token.text in (")", ".", ";", ":") and not rank:
            return -1
    return -1
