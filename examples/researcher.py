"""For researchers: a table of who said what in many articles, with people joined across them.

``python examples/researcher.py`` reads ``articles.csv``, writes ``quotes.csv`` into the current folder, and prints::

    Ada Brook, 3 quotes in f1, f2
    Tomas Varga, 2 quotes in f2, f3
    Kell Ferries, 1 quote in f3
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import newsparse
import newsparse.tables

ARTICLES = Path(__file__).with_name("articles.csv")


def main() -> None:
    """Parse the articles, write the table, and count the quotes of each speaker."""
    nlp = newsparse.load("en")
    documents = list(nlp.pipe(newsparse.read(ARTICLES, text="body")))
    newsparse.tables.write(documents, "quotes.csv")
    people = newsparse.across(documents)
    said = defaultdict(list)
    for document in documents:
        for quote in document.quotes:
            if quote.speaker and quote.speaker.entity:
                said[people.group_of(document.id, quote.speaker.entity).name].append(document.id)
    for name, articles in sorted(said.items(), key=lambda item: -len(item[1])):
        noun = "quote" if len(articles) == 1 else "quotes"
        print(f"{name}, {len(articles)} {noun} in {', '.join(dict.fromkeys(articles))}")


if __name__ == "__main__":
    main()
