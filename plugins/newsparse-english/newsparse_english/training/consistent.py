"""Labels the names of texts that nobody labelled: those that a model finds, and the same names wherever it missed them.

The corpora with labelled names have little of what the others write about, so a model that learns only from its own
predictions there misses more names each time. One name is the same in all texts ("one sense per discourse", Gale,
Church and Yarowsky 1992; here for whole corpora, and only for names that the model finds often enough).
The numbers below were set before the one run that used them, and not tuned.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import attrs
import torch
from torch import Tensor

from newsparse_english.decode import runs
from newsparse_english.labels import Labels
from newsparse_english.network import Network
from newsparse_english.training.batches import windows
from newsparse_english.training.corpora import Example
from newsparse_english.training.running import sixteen_bits
from newsparse_english.training.tensors import Window, pad
from newsparse_english.windows import WordEncoder

SAME: frozenset[str] = frozenset({"Person", "Organization", "Location", "NORP"})
"""The classes whose names are the same everywhere."""

LEAST = 4
"""How often a model must find a name before it counts as known."""

SHARE_OF_ONE, SHARE_OF_MORE = 0.5, 0.25
"""The least share of the places of a known name, of one word and of more, at which the model finds it."""

AGREED = 0.8
"""The least share of the finds that have the commonest class."""

LONGEST_WORDS = 6
TOGETHER = 24
"""Windows that the model reads at once."""

Name = tuple[str, ...]


def with_names(examples: Sequence[Example], network: Network, labels: Labels, encoder: WordEncoder) -> list[Example]:
    """``examples``, those without labelled names with the names that ``network`` finds and that are known from there.

    ``labels`` are the classes of the network and ``encoder`` writes its subwords.
    """
    bare = [number for number, example in enumerate(examples) if example.entities is None]
    tags = _tagged([examples[number] for number in bare], network, labels, encoder)
    texts = [examples[number].words for number in bare]
    common = common_words(texts)
    known = known_names(texts, tags, common)
    result = list(examples)
    for number, own in zip(bare, tags, strict=True):
        words = examples[number].words
        result[number] = attrs.evolve(examples[number], entities=marked(words, own, known, common))
    return result


def _tagged(examples: Sequence[Example], network: Network, labels: Labels, encoder: WordEncoder) -> list[list[str]]:
    """The classes of the words of each example, as the network finds them."""
    pieces = [(number, window) for number, one in enumerate(examples) for window in windows([one], labels, encoder)]
    found: list[list[str]] = [[] for _ in pieces]
    order = sorted(range(len(pieces)), key=lambda at: len(pieces[at][1].encoded.ids))
    for begin in range(0, len(order), TOGETHER):
        group = order[begin : begin + TOGETHER]
        best = _best([pieces[at][1] for at in group], network)
        for at, row in zip(group, best.tolist(), strict=True):
            count = len(pieces[at][1].encoded.first)
            found[at] = [labels.names["entity"][number] for number in row[:count]]
    result: list[list[str]] = [[] for _ in examples]
    for (number, _), tags in zip(pieces, found, strict=True):
        result[number] += begun(tags)
    return result


def begun(tags: Sequence[str]) -> list[str]:
    """BIO tags in which every span begins with a B."""
    before = ["O", *tags]
    return [
        f"B-{tag[2:]}" if tag[0] == "I" and last[2:] != tag[2:] else tag
        for last, tag in zip(before, tags, strict=False)
    ]


@torch.inference_mode()
def _best(items: Sequence[Window], network: Network) -> Tensor:
    """The number of the best class of each word: windows x words."""
    read = pad(items).inputs
    with sixteen_bits(torch.device("cpu")):
        words = network.encode(read.ids, read.mask, read.first, read.features)
        best: Tensor = network.tags["entity"](words).float().argmax(-1)
    return best


def known_names(
    texts: Sequence[Sequence[str]], tags: Sequence[Sequence[str]], common: frozenset[str]
) -> dict[Name, str]:
    """The names that the model finds often enough, with their classes; one word is none if it is ``common`` as well."""
    found = _counted(texts, tags, common)
    often = {name: counts for name, counts in found.items() if counts.total() >= LEAST}
    places = Counter(name for words in texts for _, name in _places(words, often))
    known = {}
    for name, counts in often.items():
        label, most = counts.most_common(1)[0]
        least = SHARE_OF_MORE if name[1:] else SHARE_OF_ONE
        if most >= AGREED * counts.total() and counts.total() >= least * places[name]:
            known[name] = label
    return known


def _counted(
    texts: Sequence[Sequence[str]], tags: Sequence[Sequence[str]], common: frozenset[str]
) -> dict[Name, Counter[str]]:
    """How often each name is found with each class."""
    found: defaultdict[Name, Counter[str]] = defaultdict(Counter)
    for words, own in zip(texts, tags, strict=True):
        for run in runs(own, [1.0] * len(own)):
            name = tuple(words[run.first : run.last])
            if run.label in SAME and _is_name(name, common):
                found[name][run.label] += 1
    return found


def _is_name(words: Name, common: frozenset[str]) -> bool:
    """Whether words are written as a name, and one that is not a part of longer ones ("Wall", "South")."""
    small = words[1:] == () and words[0].lower() in common
    return words[0][0].isupper() and words[-1][0].isupper() and len(words) <= LONGEST_WORDS and not small


def _places(words: Sequence[str], names: Mapping[Name, object]) -> Iterator[tuple[int, Name]]:
    """Where the words of the names are, in order; of names that begin at one word, only the longest."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for name in names:
        lengths[name[0]].add(len(name))
    at = 0
    while at < len(words):
        fits = (tuple(words[at : at + size]) for size in sorted(lengths.get(words[at], ()), reverse=True))
        name = next((name for name in fits if name in names), ())
        if name:
            yield at, name
        at += len(name) or 1


def common_words(texts: Sequence[Sequence[str]]) -> frozenset[str]:
    """The words that are written small somewhere: capitalised, they begin a sentence or are a title."""
    return frozenset(word for words in texts for word in words if word.islower())


def marked(words: Sequence[str], tags: Sequence[str], known: Mapping[Name, str], common: frozenset[str]) -> list[str]:
    """``tags`` with the known names in ``words`` that they leave out, unless these may be parts of longer names."""
    result = list(tags)
    for at, name in _places(words, known):
        end = at + len(name)
        beside = [words[place] for place in (at - 1, end) if 0 <= place < len(words) and tags[place] == "O"]
        if any(tag != "O" for tag in tags[at:end]) or any(_may_belong(word, common) for word in beside):
            continue
        result[at:end] = [f"B-{known[name]}", *(f"I-{known[name]}" for _ in name[1:])]
    return result


def _may_belong(word: str, common: frozenset[str]) -> bool:
    """Whether a word next to a name may be a part of it: capitalised, not abbreviated, and never written small."""
    return word.istitle() and word.isalpha() and word.lower() not in common
