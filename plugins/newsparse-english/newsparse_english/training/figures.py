"""Quick figures on the dev parts during training, on gold words, by the best class of each word."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from newsparse_english.labels import TAGS, Labels
from newsparse_english.network import Network, agreed
from newsparse_english.training.distil import FAR, near
from newsparse_english.training.running import sixteen_bits
from newsparse_english.training.tensors import IGNORE, Batch


@torch.inference_mode()
def score(network: Network, dev: dict[str, list[Batch]], names: Labels) -> dict[str, float]:
    """Figures per corpus and head: accuracy of tags and arcs, LAS, F1 of starts and of words in entities and roles."""
    network.eval()
    place = network.word.weight.device
    together = torch.tensor(names.together, device=place)
    result: dict[str, float] = {}
    for corpus, batches in dev.items():
        hits: dict[str, list[int]] = {}
        for given in batches:
            batch = given.to(place)
            with sixteen_bits(place):
                _tally(hits, batch, _guessed(network, batch, together), names)
        result |= {f"{corpus}.{name}": round(100 * _figure(counts), 2) for name, counts in sorted(hits.items())}
    network.train()
    return result


def _guessed(network: Network, batch: Batch, together: Tensor) -> dict[str, Tensor]:
    """The best class of each word by head."""
    read = batch.inputs
    words = network.encode(read.ids, read.mask, read.first, read.features)
    scores = {name: head(words) for name, head in network.tags.items()}
    guesses = {name: score.argmax(-1) for name, score in scores.items()}
    chosen = together[agreed([scores[name] for name in TAGS], together)]
    guesses |= {name: chosen[..., number] for number, name in enumerate(TAGS)}
    if "arc" in batch.rows:
        inside = near(batch.sentence, batch.present)
        guesses["arc"] = network.arc.pairs(words).float().masked_fill(~inside, FAR).argmax(-1)
        guesses["deprel"] = network.relation.chosen(words, guesses["arc"]).argmax(-1)
    if "link" in batch.rows:
        links = network.link.pairs(words).float().masked_fill(~batch.present.unsqueeze(1), FAR)
        guesses["link"] = links.argmax(-1)
    return guesses


def _figure(counts: list[int]) -> float:
    right, guessed, gold = counts
    return 2 * right / max(1, guessed + gold)


def _tally(hits: dict[str, list[int]], batch: Batch, guesses: dict[str, Tensor], names: Labels) -> None:
    """Adds right, guessed and gold counts; for accuracies the last two counts are equal."""
    for name in batch.rows:
        gold = batch.labels[name]
        known, guess = gold != IGNORE, guesses[name]
        if name == "entity":
            outside = names.names["entity"].index("O")
            _add(
                hits,
                name,
                (guess == gold) & (gold != outside) & known,
                (guess != outside) & batch.present,
                (gold != outside) & known,
            )
        elif name in ("role", "nested"):
            for role in ("Source", "Cue", "Content"):
                classes = torch.tensor([i for i, n in enumerate(names.names[name]) if n.endswith(role)])
                a, b = (torch.isin(tags, classes.to(tags.device)) & known for tags in (guess, gold))
                _add(hits, role.lower() if name == "role" else f"nested {role.lower()}", a & b, a, b)
        elif name == "start":
            _add(hits, name, (guess == 1) & (gold == 1), (guess == 1) & known, gold == 1)
        elif name == "deprel":
            arc, coarse = batch.labels["arc"], _coarse(names.names["deprel"]).to(gold.device)
            there = (guesses["arc"] == arc) & known
            _add(hits, "las", there & (coarse[guess] == coarse[gold.clamp(min=0)]), arc != IGNORE, arc != IGNORE)
            _add(hits, "las_with_subtypes", there & (guess == gold), arc != IGNORE, arc != IGNORE)
        else:
            _add(hits, name, (guess == gold) & known, known, known)


def _coarse(names: Sequence[str]) -> Tensor:
    """For each relation the number of its universal part ("nsubj" of "nsubj:pass"), as CoNLL 2018 scores it."""
    parts = [name.partition(":")[0] for name in names]
    return torch.tensor([parts.index(part) for part in parts])


def _add(hits: dict[str, list[int]], name: str, *masks: Tensor) -> None:
    counts = hits.setdefault(name, [0, 0, 0])
    for place, mask in enumerate(masks):
        counts[place] += int(mask.sum())
