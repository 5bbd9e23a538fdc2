"""For journalists and fact-checkers: is every quotation and figure of a draft in the article that it is based on?

``python examples/fact_checker.py`` compares a draft with ``harbour.txt``, writes the page ``findings.html`` into the
current folder, and prints::

    value     At least 41 (source: at least 38)
    verbatim  112
    altered   Nobody lied, and nobody counted either, (source: Nobody lied, but nobody counted either)
    speaker   We will open ours first, (source: we will open ours first)
    verbatim  1,204
"""

from __future__ import annotations

from pathlib import Path

import newsparse
from newsparse.verification import page

SOURCE = Path(__file__).with_name("harbour.txt")
DRAFT = (
    "At least 41 of the 112 contracts had been signed without a second bid. “Nobody lied, and nobody counted either,” "
    "said Margaret Oyelaran, the auditor. “We will open ours first,” said Aiko Ferreira. "
    "A pollster asked 1,204 residents."
)


def main() -> None:
    """Compare, print what the source does not support, and write a page of both texts."""
    nlp = newsparse.load("en")
    sources = list(nlp.pipe(newsparse.read(SOURCE)))
    checked = newsparse.verify(nlp(DRAFT), sources)
    for finding in checked.findings:
        there = f" (source: {finding.there.text})" if finding.there and not finding.supported else ""
        print(f"{finding.verdict:9} {finding.text}{there}")
    Path("findings.html").write_text(page(checked), "utf-8")


if __name__ == "__main__":
    main()
