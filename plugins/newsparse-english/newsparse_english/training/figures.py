"""Quick figures on the dev parts during training, on gold words, by the best class of each word."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from newsparse_english.labels import TAGS, Labels
from newsparse_english.network import Network, agreed
from newsparse_english.tensors import IGNORE, Batch, Window, pad
from newsparse_english.training.batches import batched
from newsparse_english.training.distil import FAR, near


@torch.inference_mode()
def score(network: Network, dev: dict[str, list[Window]], names: Labels) -> dict[str, float]:
    """Figures per corpus and head: accuracy of tags and arcs, LAS, F1 of starts and of words in entities and roles."""
    network.eval()
    together = torch.tensor(names.together)
    result: dict[str, float] = {}
    for corpus, items in dev.items():
        hits: dict[str, list[int]] = {}
        for group in batched(items, subwords=6000, rng=None):
            batch = pad(group)
            with torch.autocast("cpu", torch.bfloat16):
                words = network.encode(batch.ids, batch.mask, batch.first, batch.features)
                scores = {name: head(words) for name, head in network.tags.items()}
                guesses = {name: score.argmax(-1) for name, score in scores.items()}
                chosen = together[agreed([scores[name] for name in TAGS], together)]
                guesses |= {name: chosen[..., place] for place, name in enumerate(TAGS)}
                if "arc" in batch.labels:
                    inside = near(batch.sentence, batch.present)
                    guesses["arc"] = network.arc.pairs(words).float().masked_fill(~inside, FAR).argmax(-1)
                    guesses["deprel"] = network.relation.chosen(words, guesses["arc"]).argmax(-1)
                if "link" in batch.labels:
                    links = network.link.pairs(words).float().masked_fill(~batch.present.unsqueeze(1), FAR)
                    guesses["link"] = links.argmax(-1)
            _tally(hits, batch, guesses, names)
        result |= {f"{corpus}.{name}": round(100 * _figure(counts), 2) for name, counts in sorted(hits.items())}
    network.train()
    return result


def _figure(counts: list[int]) -> float:
    right, guessed, gold = counts
    return 2 * right / max(1, guessed + gold)


def _tally(hits: dict[str, list[int]], batch: Batch, guesses: dict[str, Tensor], names: Labels) -> None:
    """Adds right, guessed and gold counts; for accuracies the last two counts are equal."""
    for name, gold in batch.labels.items():
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
        elif name == "role":
            for role in ("Source", "Cue", "Content"):
                classes = torch.tensor([i for i, n in enumerate(names.names["role"]) if n.endswith(role)])
                a, b = torch.isin(guess, classes) & batch.present, torch.isin(gold, classes)
                _add(hits, role.lower(), a & b, a, b)
        elif name == "start":
            _add(hits, name, (guess == 1) & (gold == 1), (guess == 1) & known, gold == 1)
        elif name == "deprel":
            arc, coarse = batch.labels["arc"], _coarse(names.names["deprel"])
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
