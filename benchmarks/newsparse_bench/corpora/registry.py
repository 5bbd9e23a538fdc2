"""The corpora by name, and how a corpus is named on the command line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newsparse.errors import UnknownNameError
from newsparse.model import Document
from newsparse.specs import CorpusSpec
from newsparse_bench import offers
from newsparse_bench.corpora import (
    discourse,
    gum,
    newsquant,
    peersuites,
    polnear,
    real_news,
    recognizers,
    shipped,
    treebanks,
    users,
    worldwide,
)
from newsparse_bench.metrics import MEASURES

BOTH = ("train", "dev")
SUITES = ("dev", peersuites.UNFILTERED)
NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
CLAIMS = ("quotes", "numbers", "entities", "groups", "roles")


def _corpus(
    name: str, summary: str, tasks: tuple[str, ...], parts: tuple[str, ...], load: Callable[..., Iterator[Document]]
) -> CorpusSpec:
    return CorpusSpec(name=name, summary=summary, tasks=tasks, parts=parts, load=load)


CORPORA = (
    _corpus("shipped", "the articles labelled for this suite", CLAIMS, ("dev", "test"), shipped.load),
    _corpus("polnear", "US politics, attributions (Newell et al. 2018)", ("quotes", "sources"), BOTH, polnear.load),
    _corpus("newsquant", "quantities in news (Almasian et al. 2023)", ("newsquant",), ("dev",), newsquant.load),
    _corpus("recognizers", "number phrases (Recognizers-Text)", ("phrases",), ("dev",), recognizers.load),
    _corpus("peer-suites", "test suites of Duckling and quantulum3", ("figures",), SUITES, peersuites.load),
    _corpus("worldwide", "newswire of 50 countries (Shan et al. 2023)", ("entities",), BOTH, worldwide.load),
    _corpus("gum", "coreference in news and interviews (Zeldes 2017)", ("groups", "roles"), BOTH, gum.load),
    _corpus("gum-news", "its news alone", ("groups", "roles"), (*BOTH, gum.BOTH), gum.news),
    _corpus("gum-quotes", "its news, discourse and coreference", ("quotes",), (*BOTH, gum.BOTH), discourse.load),
    _corpus("real-news", "news of 50 countries, labelled for this suite", CLAIMS, real_news.PARTS, real_news.load),
    _corpus("ud-ewt", "web English, trees (Silveira et al. 2014)", ("analysis",), BOTH, treebanks.ewt),
    _corpus("ud-gum", "fourteen genres, trees (Zeldes 2017)", ("analysis",), BOTH, treebanks.gum),
)
"""The corpora that come with the suite, or that it has loaders for."""


def chosen(names: Iterable[str]) -> Iterator[tuple[CorpusSpec, str]]:
    """The corpora and parts of ``names``, each once; ``all:PART`` means every corpus with that part.

    Raises ``UnknownNameError``.
    """
    found: dict[tuple[str, str], tuple[CorpusSpec, str]] = {}
    for name in names:
        key, _, part = name.partition(":")
        for corpus, chosen_part in _all(part or "dev") if key == "all" else [find(name)]:
            found.setdefault((corpus.name, chosen_part), (corpus, chosen_part))
    return iter(found.values())


def _all(part: str) -> list[tuple[CorpusSpec, str]]:
    return [(corpus, part) for corpus in offers.corpora().values() if part in corpus.parts]


def find(name: str) -> tuple[CorpusSpec, str]:
    """The corpus and the part of ``NAME:PART``, or the labelled file or folder at the path ``name``.

    Without a part it is ``dev``. Raises ``UnknownNameError``.
    """
    key, _, part = name.partition(":")
    known = offers.corpora()
    if key in known:
        corpus, wanted = known[key], part or "dev"
        if wanted not in corpus.parts:
            raise UnknownNameError(f"{key} has no part {wanted!r} (it has: {', '.join(corpus.parts)}).")
        return corpus, wanted
    path = Path(name)
    if not path.exists():
        raise UnknownNameError(
            f"no corpus or file is called {name!r} (corpora: {', '.join(known)}).",
            hint="`newsparse bench corpora` lists them.",
        )

    def load(_data: Path | None, _part: str) -> Iterator[Document]:
        return users.load(path)

    others = [name for name in offers.metrics() if name not in MEASURES]
    return _corpus(_named(path), f"labels in {path.name}", (*CLAIMS, *others), ("all",), load), "all"


def _named(path: Path) -> str:
    """The name of a path as that of a corpus: small letters, digits and hyphens."""
    words = NOT_IN_NAMES.sub("-", path.resolve().stem.lower()).strip("-")
    return words if words[:1].isalpha() else f"corpus-{words}".rstrip("-")
