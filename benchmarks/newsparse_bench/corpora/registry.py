"""The corpora by name, and how a corpus is named on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsparse.errors import UnknownNameError
from newsparse.model import Document
from newsparse_bench.corpora import gum, newsquant, polnear, recognizers, shipped, treebanks, users, worldwide
from newsparse_bench.corpora.corpus import Corpus

BOTH = ("train", "dev")
CORPORA = {
    corpus.name: corpus
    for corpus in (
        Corpus(
            "shipped",
            "the articles labelled for this suite",
            ("quotes", "numbers", "entities", "groups", "roles"),
            ("dev", "test"),
            shipped.load,
        ),
        Corpus("polnear", "US politics, attributions (Newell et al. 2018)", ("quotes",), BOTH, polnear.load),
        Corpus(
            "newsquant", "quantities in news sentences (Almasian et al. 2023)", ("newsquant",), ("dev",), newsquant.load
        ),
        Corpus("recognizers", "number phrases (Recognizers-Text)", ("numbers",), ("dev",), recognizers.load),
        Corpus("worldwide", "newswire of 50 countries (Shan et al. 2023)", ("entities",), BOTH, worldwide.load),
        Corpus("gum", "coreference in news and interviews (Zeldes 2017)", ("groups", "roles"), BOTH, gum.load),
        Corpus("gum-news", "its news alone", ("groups", "roles"), (*BOTH, gum.BOTH), gum.news),
        Corpus("ud-ewt", "web English, trees (Silveira et al. 2014)", ("analysis",), BOTH, treebanks.ewt),
        Corpus("ud-gum", "fourteen genres, trees (Zeldes 2017)", ("analysis",), BOTH, treebanks.gum),
    )
}


def find(name: str) -> tuple[Corpus, str]:
    """The corpus and the part of ``NAME:PART``, or the labelled file or folder at the path ``name``.

    Without a part it is ``dev``. Raises ``UnknownNameError``.
    """
    key, _, part = name.partition(":")
    if key in CORPORA:
        corpus = CORPORA[key]
        chosen = part or "dev"
        if chosen not in corpus.parts:
            raise UnknownNameError(f"{key} has no part {chosen!r} (it has: {', '.join(corpus.parts)}).")
        return corpus, chosen
    path = Path(name)
    if not path.exists():
        raise UnknownNameError(
            f"there is no corpus and no file {name!r} (corpora: {', '.join(CORPORA)}).",
            hint="`newsparse bench corpora` lists them.",
        )

    def load(_data: Path | None, _part: str) -> Iterator[Document]:
        return users.load(path)

    return Corpus(
        path.stem, f"labels in {path.name}", ("quotes", "numbers", "entities", "groups", "roles"), ("all",), load
    ), "all"
