"""Hypothesis strategies: texts of news and of everything that goes wrong in them, and spans of texts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

from newsparse.model import Span

ODD = (
    "",
    " ",
    "\n\n",
    "\r\n",
    "\u00a0",
    "\u2009",
    "e\u0301",
    "\U0001f600",
    "\ud800",
    "\udfff",
    "\u200b",
    "\ufeff",
    "“",
    "”",
    "‘",
    "’",
    '"',
    "''",
    "'",
    "—",
    "...",
    "ﬁ",
    "北京",
    "١٢٣",
    "½",
)
WORDS = (
    "Ada Brook",
    "the minister",
    "said",
    "told reporters",
    "according to",
    "that",
    "nobody",
    "counted",
    "$3.5 million",
    "1,200.50",
    "40%",
    "Mr. Varga",
    "she",
    "denied",
    "in 2021",
    "ships",
    "“we lost,”",
    '"No."',
    "Port Selwyn",
    ".",
)


def texts(*, max_size: int = 40) -> st.SearchStrategy[str]:
    """Texts of up to ``max_size`` pieces: words of news, odd characters, marks that do not pair, any code points."""
    return st.lists(_PAIRS, max_size=max_size).map(_together).filter(_joined)


_PIECES = st.one_of(st.sampled_from(WORDS), st.sampled_from(ODD), st.text(st.characters(), max_size=5))
_PAIRS = st.tuples(_PIECES, st.sampled_from((" ", " ", " ", "", "\n", ". ")))


def _together(pairs: list[tuple[str, str]]) -> str:
    return "".join(words + gap for words, gap in pairs)


def _joined(text: str) -> bool:
    """JSON cannot tell a surrogate pair from the character that it represents."""
    return not any("\ud800" <= a <= "\udbff" and "\udc00" <= b <= "\udfff" for a, b in pairwise(text))


_LENGTHS = st.integers(1, 60)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """A span of ``text``, which must not be empty."""
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, min(start + draw(_LENGTHS), len(text)))
