"""Trains the model: ``python -m newsparse_english.train --data DIR --out RUN``; resumes from ``RUN/last.pt``."""

from __future__ import annotations

import argparse
import json
import logging
import os
import random
import time
from pathlib import Path
from typing import cast

import attrs
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from newsparse_english.base import base_folder, sizes_of, start_network
from newsparse_english.batches import IGNORE, Batch, Window, batched, pad, windows
from newsparse_english.corpora import training
from newsparse_english.distil import FAR, Judged, judge, near, soft_losses
from newsparse_english.labels import Labels, count
from newsparse_english.network import Network, Sizes
from newsparse_english.windows import WordEncoder

log = logging.getLogger("newsparse_english.train")
MASK, SPECIAL = 103, 999
BODY = ("word", "position", "distance", "norm", "blocks")
WEIGHTS = {
    "start": 1.0,
    "upos": 0.5,
    "xpos": 0.5,
    "feats": 0.3,
    "entity": 1.5,
    "role": 1.5,
    "arc": 1.0,
    "deprel": 0.7,
    "link": 0.5,
}


@attrs.frozen(kw_only=True)
class Recipe:
    """What a run is made of; rates and sizes are those that the model card gives."""

    epochs: int = 8
    subwords: int = 4000
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm: float = 0.06
    hidden_words: float = 0.06
    averaged: float = 0.998
    seed: int = 13
    save_seconds: int = 240


def loss_of(network: Network, words: Tensor, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head on the encoded ``words`` of ``batch``, means over the words that have a label."""
    losses, labels = {}, batch.labels
    for name, head in network.tags.items():
        if name in labels and bool((labels[name] != IGNORE).any()):
            losses[name] = functional.cross_entropy(
                head(words).float().flatten(0, 1), labels[name].flatten(), ignore_index=IGNORE
            )
    if "arc" in labels:
        known = labels["arc"] != IGNORE
        rows = known.any(1)
        inside = near(batch.sentence[rows], batch.present[rows])
        scores = network.arc.pairs(words[rows]).float().masked_fill(~inside, FAR)
        losses["arc"] = functional.cross_entropy(
            scores.flatten(0, 1), labels["arc"][rows].flatten(), ignore_index=IGNORE
        )
        to = labels["arc"][rows].clamp(min=0)
        kinds = network.relation.chosen(words[rows], to).float()
        losses["deprel"] = functional.cross_entropy(
            kinds.flatten(0, 1), labels["deprel"][rows].flatten(), ignore_index=IGNORE
        )
    if "link" in labels and bool((labels["link"] != IGNORE).any()):
        rows = (labels["link"] != IGNORE).any(1)
        scores = network.link.pairs(words[rows]).float().masked_fill(~batch.present[rows].unsqueeze(1), FAR)
        losses["link"] = functional.cross_entropy(
            scores.flatten(0, 1), labels["link"][rows].flatten(), ignore_index=IGNORE
        )
    return losses


@torch.inference_mode()
def score(network: Network, dev: dict[str, list[Window]], names: Labels) -> dict[str, float]:
    """Quick figures per corpus and head: accuracy of tags and arcs, LAS, and F1 of the words in entities and roles."""
    network.eval()
    result: dict[str, float] = {}
    for corpus, items in dev.items():
        hits: dict[str, list[int]] = {}
        for group in batched(items, subwords=6000, rng=None):
            batch = pad(group)
            with torch.autocast("cpu", torch.bfloat16):
                words = network.encode(batch.ids, batch.mask, batch.first, batch.features)
                guesses = {name: head(words).argmax(-1) for name, head in network.tags.items()}
                if "arc" in batch.labels:
                    inside = near(batch.sentence, batch.present)
                    guesses["arc"] = network.arc.pairs(words).float().masked_fill(~inside, FAR).argmax(-1)
                    guesses["deprel"] = network.relation.chosen(words, guesses["arc"]).argmax(-1)
                if "link" in batch.labels:
                    scores = network.link.pairs(words).float().masked_fill(~batch.present.unsqueeze(1), FAR)
                    guesses["link"] = scores.argmax(-1)
            _tally(hits, batch, guesses, names)
        result |= {f"{corpus}.{name}": round(100 * _figure(counts), 2) for name, counts in sorted(hits.items())}
    network.train()
    return result


def _figure(counts: list[int]) -> float:
    right, guessed, gold = counts
    return 2 * right / max(1, guessed + gold)


def _tally(hits: dict[str, list[int]], batch: Batch, guesses: dict[str, Tensor], names: Labels) -> None:
    """Adds right, guessed and gold counts; for accuracies the last two are equal."""
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
            right = (guess == gold) & (guesses["arc"] == batch.labels["arc"])
            _add(hits, "las", right, batch.labels["arc"] != IGNORE, batch.labels["arc"] != IGNORE)
        else:
            _add(hits, name, (guess == gold) & known, known, known)


def _add(hits: dict[str, list[int]], name: str, *masks: Tensor) -> None:
    counts = hits.setdefault(name, [0, 0, 0])
    for place, mask in enumerate(masks):
        counts[place] += int(mask.sum())


def run(
    data: Path,
    out: Path,
    recipe: Recipe,
    *,
    base: Path | None = None,
    start: Path | None = None,
    teacher: Path | None = None,
) -> None:
    """Trains by ``recipe`` and leaves ``best.pt``, ``last.pt`` and ``log.jsonl`` in ``out``.

    ``base`` is the folder of the encoder to begin with; ``start`` a checkpoint to go on from instead; ``teacher`` the
    checkpoint of a larger model to learn from as well.
    """
    out.mkdir(parents=True, exist_ok=True)
    random.seed(recipe.seed)
    torch.manual_seed(recipe.seed)
    train, dev = training(data, "train"), training(data, "dev")
    names = count(e for examples in train.values() for e in examples)
    base = base or base_folder()
    sizes = sizes_of(base, {head: len(classes) for head, classes in names.names.items()})
    encoder = WordEncoder(Tokenizer.from_file(str(base_folder() / "tokenizer.json")))
    items = [w for examples in train.values() for w in windows(examples, names, encoder)]
    held = {corpus: windows(examples, names, encoder) for corpus, examples in dev.items()}
    log.info("%d windows, classes %s", len(items), {k: len(v) for k, v in names.names.items()})
    network = restored(start) if start else start_network(sizes, base)
    judged = judge(restored(teacher), items) if teacher else None
    Trainer(network, names, recipe, out).fit(items, held, judged)


def restored(checkpoint: Path) -> Network:
    """The network of a checkpoint."""
    state = torch.load(checkpoint, weights_only=True)
    network = Network(Sizes(**state["sizes"]))
    network.load_state_dict(state["network"])
    return network


class Trainer:
    """The loop over batches, with its checkpoint; what is scored and saved is a moving average of the weights."""

    def __init__(self, network: Network, names: Labels, recipe: Recipe, out: Path) -> None:
        self.network, self.names, self.recipe, self.out = network, names, recipe, out
        body = [p for n, p in network.named_parameters() if n.startswith(BODY)]
        heads = [p for n, p in network.named_parameters() if not n.startswith(BODY)]
        groups = [{"params": body, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self.average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(recipe.averaged))  # type: ignore[no-untyped-call]
        self.judged: dict[int, Judged] = {}
        self.step, self.best, self.saved = 0, 0.0, time.time()

    def fit(self, items: list[Window], held: dict[str, list[Window]], judged: list[Judged] | None = None) -> None:
        """All epochs, from the checkpoint where there is one; ``judged`` are the items as a larger model sees them."""
        if judged is not None:
            items = [item.window for item in judged]
            self.judged = {id(item.window): item for item in judged}
        per_epoch = len(batched(items, subwords=self.recipe.subwords, rng=random.Random(0)))
        total = per_epoch * self.recipe.epochs
        scheduler = torch.optim.lr_scheduler.LambdaLR(self.optimizer, lambda step: self._rate(step, total))
        if (self.out / "last.pt").exists():
            self._resume(scheduler)
        self.network.train()
        while self.step < total:
            epoch = self.step // per_epoch
            groups = batched(items, subwords=self.recipe.subwords, rng=random.Random(self.recipe.seed + epoch))
            for group in groups[self.step - epoch * per_epoch :]:
                losses = self._one(group)
                scheduler.step()
                self.step += 1
                if self.step % 50 == 0:
                    log.info("step %d/%d %s", self.step, total, {k: round(v, 3) for k, v in losses.items()})
                if time.time() - self.saved > self.recipe.save_seconds:
                    self._save("last.pt", scheduler)
            if self.step // per_epoch == epoch:
                self.step = (epoch + 1) * per_epoch
            self._table(epoch, held, scheduler)

    def _rate(self, step: int, total: int) -> float:
        warm = max(1, int(total * self.recipe.warm))
        return min((step + 1) / warm, max(0.02, (total - step) / max(1, total - warm)))

    def _one(self, group: list[Window]) -> dict[str, float]:
        batch = pad(group)
        hide = (torch.rand(batch.ids.shape) < self.recipe.hidden_words) & (batch.ids > SPECIAL)
        ids = batch.ids.masked_fill(hide, MASK)
        with torch.autocast("cpu", torch.bfloat16):
            words = self.network.encode(ids, batch.mask, batch.first, batch.features)
            losses = loss_of(self.network, words, batch)
            loss = torch.stack([WEIGHTS[name] * value for name, value in losses.items()]).sum()
            if self.judged:
                soft = soft_losses(self.network, words, batch, [self.judged[id(item)] for item in group])
                loss = (loss + torch.stack([WEIGHTS[name] * value for name, value in soft.items()]).sum()) / 2
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.average.update_parameters(self.network)
        return {name: float(value.detach()) for name, value in losses.items()}

    def _table(self, epoch: int, held: dict[str, list[Window]], scheduler: torch.optim.lr_scheduler.LambdaLR) -> None:
        figures = score(cast("Network", self.average.module), held, self.names)
        log.info("epoch %d %s", epoch + 1, json.dumps(figures))
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as stream:
            stream.write(json.dumps({"epoch": epoch + 1, "step": self.step, **figures}) + "\n")
        mean = sum(figures.values()) / len(figures)
        if mean > self.best:
            self.best = mean
            self._save("best.pt", scheduler)
        self._save("last.pt", scheduler)

    def _save(self, name: str, scheduler: torch.optim.lr_scheduler.LambdaLR) -> None:
        state = {
            "network": self.average.module.state_dict(),
            "names": self.names.names,
            "sizes": attrs.asdict(self.network.sizes),
            "step": self.step,
            "best": self.best,
        }
        if name == "last.pt":
            state |= {"trained": self.network.state_dict(), "averaged": self.average.n_averaged}
            state |= {"optimizer": self.optimizer.state_dict(), "scheduler": scheduler.state_dict()}
        torch.save(state, self.out / f"{name}.part")
        os.replace(self.out / f"{name}.part", self.out / name)
        self.saved = time.time()

    def _resume(self, scheduler: torch.optim.lr_scheduler.LambdaLR) -> None:
        state = torch.load(self.out / "last.pt", weights_only=True)
        self.network.load_state_dict(state["trained"])
        self.average.module.load_state_dict(state["network"])
        self.average.n_averaged.copy_(state["averaged"])
        self.optimizer.load_state_dict(state["optimizer"])
        scheduler.load_state_dict(state["scheduler"])
        self.step, self.best = state["step"], state["best"]
        log.info("resumed at step %d", self.step)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("NEWSPARSE_DATA"), help="folder with the corpora")
    parser.add_argument("--out", type=Path, default=Path("runs/english"), help="folder of the run")
    parser.add_argument("--base", type=Path, help="folder of a BERT or MPNet encoder to begin with")
    parser.add_argument("--start", type=Path, help="checkpoint to go on from")
    parser.add_argument("--teacher", type=Path, help="checkpoint of a larger model to learn from as well")
    for field in ("epochs", "seed"):
        parser.add_argument(f"--{field}", type=int, default=getattr(Recipe(), field))
    for field in ("encoder_rate", "head_rate", "hidden_words", "averaged"):
        parser.add_argument(f"--{field.replace('_', '-')}", type=float, default=getattr(Recipe(), field))
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if options.data is None:
        parser.error("give the folder with the corpora by --data or NEWSPARSE_DATA")
    given = {field.name: getattr(options, field.name) for field in attrs.fields(Recipe) if hasattr(options, field.name)}
    places = {name: getattr(options, name) for name in ("base", "start", "teacher")}
    run(Path(options.data), options.out, Recipe(**given), **places)


if __name__ == "__main__":
    main()
