"""What articles of a corpus have in common and where they differ: a question enters, findings with all places leave."""

from newsparse.corpus.findings.asking import PAGE, Kind, Wanted, every, places, table, total, wanted_rows
from newsparse.corpus.findings.claims import CLAIMS
from newsparse.corpus.findings.figures import FIGURES
from newsparse.corpus.findings.quotes import QUOTES, copies, differences

KINDS: dict[str, Kind] = {kind.name: kind for kind in (QUOTES, FIGURES, CLAIMS)}
"""The kinds of findings by name."""

__all__ = [
    "CLAIMS",
    "FIGURES",
    "KINDS",
    "PAGE",
    "QUOTES",
    "Kind",
    "Wanted",
    "copies",
    "differences",
    "every",
    "places",
    "table",
    "total",
    "wanted_rows",
]
