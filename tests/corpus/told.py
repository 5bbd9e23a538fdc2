"""A few short articles about one fire, parsed by the English model: figures that differ, words that are altered."""

from __future__ import annotations

from functools import cache

import newsparse
from newsparse.model import Document, Meta

WIRE = (
    "A fire at the Holm mill killed 12 people on Monday, police said. "
    "“Nobody leaves this valley before the gates of the mill are open,” said Ada Brook, head of the Holm Dock Union. "
    "Brook said the gates had been locked."
)
TEXTS = (
    ("Mill fire kills 12", "North Wire", "2026-03-02", WIRE),
    ("Mill fire kills 12", "Tarn Post", "2026-03-02T18:00:00Z", WIRE),
    (
        "Fire toll at mill in Holm rises",
        "Kell Times",
        "2026-03-03",
        "The fire at the Holm mill killed 14 people. “Nobody leaves this valley before the doors of the mill are "
        "open,” Ada Brook of the Holm Dock Union said. The owner, Tomas Varga, rejected Ada Brook's claim.",
    ),
    (
        "Inquiry into mill fire in Holm",
        "Radio Tarn",
        "2026-03-03",
        "The fire at the Holm mill killed 16 people, the Holm Dock Union said. The mill in Holm is 240 metres long. "
        "“Nobody leaves this valley before the gates of the mill are open,” said Greta Lindholm.",
    ),
    (
        "Holm mill reopens",
        "North Wire",
        "2026-03-09",
        "The mill in Holm is 260 metres long and opens today. Tomas Varga denied that the gates had been locked.",
    ),
)
"""Title, outlet, time and text of each."""


@cache
def told() -> tuple[Document, ...]:
    """The articles, parsed."""
    metas = [(text, Meta(title=title, outlet=outlet, published=time)) for title, outlet, time, text in TEXTS]
    return tuple(newsparse.load("en").pipe(Document(text=text, meta=meta) for text, meta in metas))
