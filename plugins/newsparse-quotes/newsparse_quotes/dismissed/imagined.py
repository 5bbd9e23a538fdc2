"""The rules by which something is only supposed, asked for or possible to be said."""

from __future__ import annotations

from newsparse.rules import Rule
from newsparse_quotes.dismissed import supposed
from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.fixed import Fixed


def _bare(case: AttributionCase) -> bool:
    return not case.is_marked


_rule = Fixed[AttributionCase, str]("quotes.dismissed").rule
POSSIBLE: tuple[Rule[AttributionCase, str], ...] = (
    _rule(
        "supposed",
        supposed.is_supposed,
        "possibility",
        "It is only supposed, or asked, whether somebody says it",
        "If Ada Brook said that the quay was safe, nobody would go there.",
        "Ada Brook said that if the quay was safe, people would go there.",
        _bare,
    ),
    _rule(
        "urged",
        supposed.is_urged,
        "possibility",
        "Somebody is urged or expected to say it, and need not have",
        "Tom Varga waited for Ada Brook to say that the quay was safe.",
        "Tom Varga heard Ada Brook say that the quay was safe.",
        _bare,
    ),
    _rule(
        "thinkable",
        supposed.is_thinkable,
        "possibility",
        "Somebody may say it, or would have said it, and has not",
        "Ada Brook might say that the quay is safe.",
        "Ada Brook will say that the quay is safe.",
        _bare,
    ),
)
"""In the order of their precedence."""
