"""The loop over batches, with its checkpoint; what is scored and saved is a moving average of the weights."""

from __future__ import annotations

import json
import logging
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import attrs
import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from newsparse_english.labels import Labels
from newsparse_english.network import ORDERED, Network
from newsparse_english.training.distil import corrected, judge, soft_losses
from newsparse_english.training.feeding import Maker, epochs
from newsparse_english.training.figures import score
from newsparse_english.training.losses import loss_of, weighted
from newsparse_english.training.paths import barred
from newsparse_english.training.recipe import WEIGHTS, Recipe
from newsparse_english.training.running import sixteen_bits
from newsparse_english.training.tensors import Batch
from newsparse_english.windows import FIRST_PIECE, MASK

log = logging.getLogger("newsparse_english.training.train")
BODY = ("word", "position", "distance", "norm", "blocks")
NAMES = "entity"
"""The head that names are labelled by."""
STEPS_BETWEEN_LINES = 50
"""Steps after which the log shows the losses."""


class Trainer:
    """Trains a network for all epochs of a recipe."""

    def __init__(
        self,
        network: Network,
        names: Labels,
        recipe: Recipe,
        out: Path,
        *,
        device: str = "cpu",
        teachers: Sequence[Network] = (),
    ) -> None:
        """Train ``network`` on ``device``; from ``teachers`` it learns as well, as much as from the labels."""
        self.device = torch.device(device)
        self.network, self.names, self.recipe, self.out = network.to(self.device), names, recipe, out
        self.teachers = [teacher.to(self.device).eval() for teacher in teachers]
        network.set_noise(encoder=recipe.encoder_noise, heads=recipe.head_noise)
        learning = [(n, p) for n, p in network.named_parameters() if p.requires_grad]
        body = [p for n, p in learning if n.startswith(BODY)]
        heads = [p for n, p in learning if not n.startswith(BODY)]
        groups = [{"params": body, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}]
        self.rates = (recipe.encoder_rate, recipe.head_rate)
        self.weights = {**WEIGHTS, **recipe.weights}
        self.order = {
            head: (barred(names.names[head]).to(self.device), names.names[head].index("O")) for head in ORDERED
        }
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(recipe.averaged))  # type: ignore[no-untyped-call]
        self.epoch, self.step, self.best, self.saved = 0, 0, 0.0, time.time()

    def fit(self, batches: Maker, held: dict[str, list[Batch]], *, workers: int = 0) -> None:
        """Train for all epochs, starting at the checkpoint if there is one.

        ``batches`` returns those of an epoch, and ``workers`` processes call it ahead of time; ``held`` are the batches
        by corpus on which each epoch is scored.
        """
        if (self.out / "last.pt").exists():
            self._resume()
        self.network.train()
        for groups in epochs(batches, self.epoch, self.recipe.epochs, workers=workers):
            while self.step < len(groups):
                self._set_rates((self.epoch + self.step / len(groups)) / self.recipe.epochs)
                self.step += 1
                line = f"epoch {self.epoch + 1} step {self.step}/{len(groups)}"
                self._one(groups[self.step - 1], line if self.step % STEPS_BETWEEN_LINES == 0 else "")
                if time.time() - self.saved > self.recipe.save_seconds:
                    self._save("last.pt")
            self.epoch, self.step = self.epoch + 1, 0
            self._table(held)

    def _set_rates(self, done: float) -> None:
        """The learning rates after ``done`` (0 to 1) of the run: up to the full rate, then down to a fiftieth."""
        warm = self.recipe.warm
        share = min((done + 1e-3) / warm, max(0.02, (1 - done) / (1 - warm)))
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share

    def _one(self, given: Batch, line: str) -> None:
        batch = given.to(self.device)
        read = batch.inputs
        hide = (torch.rand(read.ids.shape, device=self.device) < self.recipe.hidden_words) & (read.ids >= FIRST_PIECE)
        with sixteen_bits(self.device):
            words = self.network.encode(read.ids.masked_fill(hide, MASK), read.mask, read.first, read.features)
            losses = loss_of(self.network, words, batch, self.order)
            loss = weighted(losses, self.weights)
            if self.teachers:
                judged = judge(self.teachers, batch)
                corrected(judged, batch, {NAMES: self.order[NAMES][1]})
                soft = soft_losses(self.network, words, batch, judged)
                loss = (loss + weighted(soft, self.weights)) / 2
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.average.update_parameters(self.network)
        if line:
            log.info("%s %s", line, {k: round(float(v.detach()), 3) for k, v in losses.items()})

    def _table(self, held: dict[str, list[Batch]]) -> None:
        figures = score(cast("Network", self.average.module), held, self.names)
        log.info("epoch %d %s", self.epoch, json.dumps(figures))
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as stream:
            stream.write(json.dumps({"epoch": self.epoch, **figures}) + "\n")
        mean = sum(figures.values()) / len(figures)
        if mean > self.best:
            self.best = mean
            self._save("best.pt")
        self._save(f"epoch-{self.epoch}.pt")
        self._save("last.pt")

    def _save(self, name: str) -> None:
        network = cast("Network", self.average.module)
        state = {
            "network": network.state_dict(),
            "names": self.names.names,
            "together": self.names.together,
            "sizes": attrs.asdict(self.network.sizes),
            "epoch": self.epoch,
            "step": self.step,
            "best": self.best,
        }
        if name == "last.pt":
            state |= {"trained": self.network.state_dict(), "averaged": self.average.n_averaged}
            state |= {"optimizer": self.optimizer.state_dict()}
        torch.save(state, self.out / f"{name}.part")
        os.replace(self.out / f"{name}.part", self.out / name)
        self.saved = time.time()

    def _resume(self) -> None:
        state = torch.load(self.out / "last.pt", weights_only=True, map_location=self.device)
        self.network.load_state_dict(state["trained"])
        self.average.module.load_state_dict(state["network"])
        self.average.n_averaged.copy_(state["averaged"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.epoch, self.step, self.best = state["epoch"], state["step"], state["best"]
        log.info("resumed at epoch %d, step %d", self.epoch + 1, self.step)
