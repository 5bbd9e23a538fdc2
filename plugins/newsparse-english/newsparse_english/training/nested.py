"""Turns sentences into the words of another source, so that attributions inside attributions can be learned.

PolNeAR gives a word to one attribution at most. A sentence in which a source says something becomes the content of a
frame ("the mayor said that ..."); what was labelled in the sentence is then what is inside, and the frame is outside.
"""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from newsparse_english.tokens import BLANK, GLUED, NEW_LINE, tokenize
from newsparse_english.training.augment import STYLES
from newsparse_english.training.corpora import Example
from newsparse_english.windows import is_start

LONGEST, SHORTEST = 70, 4
"""Words in a sentence that is framed, at most and at least."""

MARKED = 0.25
"""The share of contents in quotation marks among those that need none."""

PLAIN_SHARE = 0.3
"""The share of framed sentences in which nobody says anything, so that not every content has an attribution inside."""


Sentence = tuple[Example, int, int]
"""An example, and the first word of a sentence in it and the one after its last."""


@cache
def frames() -> dict[str, list[str]]:
    """The words of the frames: sources, cues, leads ("According to") and what joins a cue to a content."""
    found: dict[str, list[str]] = json.loads(
        resources.files(__package__).joinpath("data/frames.json").read_text("utf-8")
    )
    return found


def nested(examples: Sequence[Example], rng: random.Random, count: int) -> list[Example]:
    """``count`` framed sentences out of ``examples`` that have roles; fewer if these do not hold as many."""
    known = [example for example in examples if example.roles is not None and example.corpus == "polnear"]
    speaking: list[Sentence] = []
    plain: list[Sentence] = []
    for example in rng.sample(known, min(len(known), count)):
        for begin, end in sentences(example):
            (speaking if _whole(example, begin, end) else plain).append((example, begin, end))
    plain = [place for place in plain if _is_silent(*place)]
    some = min(len(plain), round(PLAIN_SHARE * count))
    chosen = rng.sample(plain, some) + rng.sample(speaking, min(len(speaking), count - some))
    return [_framed(example, begin, end, rng) for example, begin, end in chosen]


def sentences(example: Example) -> Iterator[tuple[int, int]]:
    """The likely sentences of an example as half-open ranges of words, of those lengths that are framed."""
    edges = [at for at in range(len(example.words)) if is_start(example.words, example.gaps, at)]
    for begin, end in itertools.pairwise([*edges, len(example.words)]):
        if SHORTEST <= end - begin <= LONGEST:
            yield begin, end


def _whole(example: Example, begin: int, end: int) -> bool:
    """Whether a sentence holds a whole attribution, with source, cue and content, and cuts none at its edges."""
    assert example.roles is not None
    assert example.links is not None
    roles = {role[2:] for role in example.roles[begin:end]}
    cut = example.roles[begin][0] == "I" or (end < len(example.roles) and example.roles[end][0] == "I")
    inside = all(begin <= link < end for link in example.links[begin:end] if link >= 0)
    return {"Source", "Cue", "Content"} <= roles and inside and not cut


def _is_silent(example: Example, begin: int, end: int) -> bool:
    assert example.roles is not None
    return all(role == "O" for role in example.roles[begin:end])


def _framed(example: Example, begin: int, end: int, rng: random.Random) -> Example:
    """The sentence as the content of a frame, in a text that holds nothing else."""
    assert example.roles is not None
    words, inner = list(example.words[begin:end]), list(example.roles[begin:end])
    way = rng.choice(("before", "before", "colon", "after", "lead"))
    source, cue = (_words(rng.choice(frames()[kind])) for kind in ("sources", "cues"))
    marked = way in ("colon", "after") or rng.random() < MARKED
    stop = [words.pop()] if way != "after" and words[-1] == "." else []
    if way == "after" and words[-1] == ".":
        words[-1] = ","
    if not marked and words[0].lower() in example.words:
        words[0] = words[0].lower()
    gaps, inner = [BLANK, *example.gaps[begin + 1 : begin + len(words)]], inner[: len(words)]
    if marked:
        opening, closing = STYLES[rng.choice(("straight", "curly"))]
        words, inner = [opening, *words, closing], ["O", *inner, "O"]
        gaps = [BLANK, GLUED, *gaps[1:], GLUED]
    return _joined(example.name, _order(way, source, cue, words, rng), (inner, gaps), stop)


Part = tuple[str, list[str]]
"""A role, or "" for none, and its words."""


def _order(way: str, source: list[str], cue: list[str], content: list[str], rng: random.Random) -> list[Part]:
    if way == "lead":
        lead = _words(rng.choice(frames()["leads"]))
        return [("Cue", lead), ("Source", source), ("", [","]), ("Content", content)]
    if way == "after":
        pair: list[Part] = [("Source", source), ("Cue", cue)]
        return [("Content", content), *(rng.choice((pair, pair[::-1]))), ("", ["."])]
    join = _words(rng.choice(frames()["joins"])) if way == "before" else [":"]
    head: list[Part] = [("Source", source), ("Cue", cue)]
    return [*head, ("", join), ("Content", content)] if way == "colon" else [*head, ("Content", [*join, *content])]


def _words(text: str) -> list[str]:
    return [word.text for word in tokenize(text)]


def _joined(name: str, parts: Sequence[Part], content: tuple[list[str], list[int]], stop: list[str]) -> Example:
    """The words of ``parts`` with their roles and links; the content has its own inner roles and gaps."""
    words: list[str] = []
    roles: list[str] = []
    inner: list[str] = []
    gaps: list[int] = []
    for role, own in parts:
        roles += [f"{'I' if at else 'B'}-{role}" if role else "O" for at in range(len(own))]
        words += own
        extra = len(own) - len(content[0]) if role == "Content" else len(own)
        inner += ["O"] * extra + (content[0] if role == "Content" else [])
        gaps += [GLUED if word in (",", ".", ":") else BLANK for word in own[:extra]]
        gaps += content[1] if role == "Content" else []
    words, roles = words + stop, roles + ["O"] * len(stop)
    inner, gaps = inner + ["O"] * len(stop), gaps + [GLUED] * len(stop)
    words[0] = words[0][:1].upper() + words[0][1:]
    gaps[0] = NEW_LINE
    cue = roles.index("B-Cue")
    links = [cue if role != "O" else -1 for role in roles]
    return Example(corpus="framed", name=name, words=words, gaps=gaps, roles=roles, links=links, inner=inner)
