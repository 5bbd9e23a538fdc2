"""Trains the model: ``python -m newsparse_english.training.train --data DIR --out RUN``.

A run that was stopped continues from ``RUN/last.pt``.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import pickle
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

import attrs
import torch
from tokenizers import Tokenizer
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from newsparse.errors import ModelDamagedError, ModelMissingError, NewsparseError
from newsparse_english.labels import Labels
from newsparse_english.network import Network, Sizes
from newsparse_english.tensors import Window, pad
from newsparse_english.training.base import base_folder, sizes_of, start_network, tokenizer_of, vocabulary
from newsparse_english.training.batches import batched, windows
from newsparse_english.training.corpora import Example, training
from newsparse_english.training.counting import count
from newsparse_english.training.distil import Judged, judge, smaller, soft_losses
from newsparse_english.training.figures import score
from newsparse_english.training.labelled import labelled
from newsparse_english.training.losses import loss_of
from newsparse_english.training.recipe import WEIGHTS, Recipe, weights_of
from newsparse_english.training.running import packed_network, reader
from newsparse_english.windows import FIRST_PIECE, MASK, WordEncoder

log = logging.getLogger("newsparse_english.training.train")
BODY = ("word", "position", "distance", "norm", "blocks")
EMBEDDINGS = ("word", "position", "features")


def run(
    data: Path,
    out: Path,
    recipe: Recipe,
    *,
    base: Path | None = None,
    start: Path | None = None,
    teacher: Path | None = None,
    articles: Sequence[Path] = (),
    blocks: Sequence[int] = (),
) -> None:
    """Trains by ``recipe`` and leaves ``best.pt``, ``epoch-N.pt``, ``last.pt`` and ``log.jsonl`` in ``out``.

    ``base`` is the folder of the encoder to begin with; ``start`` is a checkpoint or a folder of packed weights to
    continue from instead, with its classes; ``teacher`` is the checkpoint of a larger model to learn from as well;
    ``articles`` are files of labelled articles, which need ``start``. With ``blocks``, only those transformer layers of
    ``start`` are kept, and its embeddings stay as they are.
    """
    out.mkdir(parents=True, exist_ok=True)
    random.seed(recipe.seed)
    torch.manual_seed(recipe.seed)
    train, dev = training(data, "train"), training(data, "dev")
    known = [example for examples in train.values() for example in examples]
    network, names = restored(start) if start else _new(count(known), base or base_folder())
    tokenizer = _tokenizer(out, start, base or base_folder())
    if blocks:
        network = smaller(network, blocks)
        for name, weight in network.named_parameters():
            weight.requires_grad_(not name.startswith(EMBEDDINGS))
    encoder = WordEncoder(tokenizer)
    own = labelled(articles, reader(network, names, tokenizer)) if articles else []
    held = {corpus: windows(examples, names, encoder) for corpus, examples in dev.items()}
    log.info("%d texts, classes %s", len(known), {k: len(v) for k, v in names.names.items()})
    judged = None
    if teacher:
        some = drawn(known, (), recipe, random.Random(recipe.seed))
        judged = judge(_larger(teacher, names), windows(some, names, encoder))

    def items(epoch: int) -> list[Window]:
        rng = random.Random(recipe.seed + epoch)
        return windows(drawn(known, own, recipe, rng), names, encoder, rng=rng)

    Trainer(network, names, recipe, out).fit(items, held, judged)


def _tokenizer(out: Path, start: Path | None, base: Path) -> Tokenizer:
    """The tokenizer of the network to start from, which is also written to ``out``, beside the checkpoints."""
    beside = (start if start.is_dir() else start.parent) / "tokenizer.json" if start else tokenizer_of(base)
    tokenizer = Tokenizer.from_file(str(beside if beside.exists() else vocabulary()))
    tokenizer.save(str(out / "tokenizer.json"))
    return tokenizer


def drawn(known: Sequence[Example], own: Sequence[Example], recipe: Recipe, rng: random.Random) -> list[Example]:
    """The texts of an epoch: a share of ``known``, and ``own`` as often as the recipe says."""
    some = known if recipe.share >= 1 else rng.sample(known, round(recipe.share * len(known)))
    return [*some, *(example for _ in range(recipe.repeat) for example in own)]


def _new(names: Labels, base: Path) -> tuple[Network, Labels]:
    sizes = sizes_of(base, {head: len(classes) for head, classes in names.names.items()})
    return start_network(sizes, base), names


def _larger(teacher: Path, names: Labels) -> Network:
    """The network of ``teacher``, whose classes must be those of ``names``."""
    network, other = restored(teacher)
    if other.names != names.names:
        raise ModelDamagedError(f"{teacher} has other classes.", hint="Train both models on the same corpora.")
    return network


def restored(place: Path) -> tuple[Network, Labels]:
    """The network and the classes of a checkpoint or of a folder of packed weights.

    Raises ``ModelMissingError`` if there is none, ``ModelDamagedError`` if it is not one of this version.
    """
    if place.is_dir():
        return packed_network(place)
    if not place.exists():
        raise ModelMissingError(
            f"no such checkpoint: {place}.", hint="Give a checkpoint or a folder of packed weights."
        )
    try:
        state = torch.load(place, weights_only=True)
        network = Network(Sizes(**state["sizes"]))
        network.load_state_dict(state["network"])
        return network, Labels(state["names"], state["together"], state["follows"])
    except (KeyError, TypeError, RuntimeError, pickle.UnpicklingError) as error:
        message = f"{place} is not a checkpoint of this version: {type(error).__name__}: {error}."
        raise ModelDamagedError(message, hint="Train it again, or start from packed weights.") from error


class Trainer:
    """The loop over batches, with its checkpoint; what is scored and saved is a moving average of the weights."""

    def __init__(self, network: Network, names: Labels, recipe: Recipe, out: Path) -> None:
        self.network, self.names, self.recipe, self.out = network, names, recipe, out
        network.set_noise(encoder=recipe.encoder_noise, heads=recipe.head_noise)
        learning = [(n, p) for n, p in network.named_parameters() if p.requires_grad]
        body = [p for n, p in learning if n.startswith(BODY)]
        heads = [p for n, p in learning if not n.startswith(BODY)]
        groups = [{"params": body, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}]
        self.rates = (recipe.encoder_rate, recipe.head_rate)
        self.weights = {**WEIGHTS, **recipe.weights}
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(recipe.averaged))  # type: ignore[no-untyped-call]
        self.judged: dict[int, Judged] = {}
        self.epoch, self.step, self.best, self.saved = 0, 0, 0.0, time.time()

    def fit(
        self, items: Callable[[int], list[Window]], held: dict[str, list[Window]], judged: list[Judged] | None = None
    ) -> None:
        """Train for all epochs, starting at the checkpoint if there is one.

        ``items`` returns the windows of an epoch; ``judged``, if given, replaces them by windows with the predictions
        of a larger model.
        """
        if judged is not None:
            self.judged = {id(item.window): item for item in judged}
        if (self.out / "last.pt").exists():
            self._resume()
        self.network.train()
        while self.epoch < self.recipe.epochs:
            own = [item.window for item in judged] if judged is not None else items(self.epoch)
            rng = random.Random(self.recipe.seed + self.epoch)
            groups = batched(own, subwords=self.recipe.subwords, rng=rng)
            while self.step < len(groups):
                self._set_rates((self.epoch + self.step / len(groups)) / self.recipe.epochs)
                losses = self._one(groups[self.step])
                self.step += 1
                if self.step % 50 == 0:
                    done = f"epoch {self.epoch + 1} step {self.step}/{len(groups)}"
                    log.info("%s %s", done, {k: round(v, 3) for k, v in losses.items()})
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

    def _one(self, group: list[Window]) -> dict[str, float]:
        batch = pad(group)
        hide = (torch.rand(batch.ids.shape) < self.recipe.hidden_words) & (batch.ids >= FIRST_PIECE)
        ids = batch.ids.masked_fill(hide, MASK)
        with torch.autocast("cpu", torch.bfloat16):
            words = self.network.encode(ids, batch.mask, batch.first, batch.features)
            losses = loss_of(self.network, words, batch)
            loss = torch.stack([self.weights[name] * value for name, value in losses.items()]).sum()
            if self.judged:
                soft = soft_losses(self.network, words, batch, [self.judged[id(item)] for item in group])
                loss = (loss + torch.stack([self.weights[name] * value for name, value in soft.items()]).sum()) / 2
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.average.update_parameters(self.network)
        return {name: float(value.detach()) for name, value in losses.items()}

    def _table(self, held: dict[str, list[Window]]) -> None:
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
        state = {
            "network": self.average.module.state_dict(),
            "names": self.names.names,
            "together": self.names.together,
            "follows": self.names.follows,
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
        state = torch.load(self.out / "last.pt", weights_only=True)
        self.network.load_state_dict(state["trained"])
        self.average.module.load_state_dict(state["network"])
        self.average.n_averaged.copy_(state["averaged"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.epoch, self.step, self.best = state["epoch"], state["step"], state["best"]
        log.info("resumed at epoch %d, step %d", self.epoch + 1, self.step)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("NEWSPARSE_DATA"), help="folder with the corpora")
    parser.add_argument("--out", type=Path, default=Path("runs/english"), help="folder of the run")
    parser.add_argument("--base", type=Path, help="folder of a BERT or MPNet encoder to start from")
    parser.add_argument("--start", type=Path, help="checkpoint or folder of packed weights to continue from")
    parser.add_argument("--teacher", type=Path, help="checkpoint of a larger model to learn from as well")
    for field in ("epochs", "seed", "repeat", "subwords"):
        parser.add_argument(f"--{field}", type=int, default=getattr(Recipe(), field))
    for field in ("encoder_rate", "head_rate", "hidden_words", "encoder_noise", "head_noise", "averaged", "share"):
        parser.add_argument(f"--{field.replace('_', '-')}", type=float, default=getattr(Recipe(), field))
    parser.add_argument(
        "--weight", action="append", default=[], metavar="HEAD=NUMBER", help="weight of the loss of a head"
    )
    parser.add_argument(
        "--blocks", type=int, nargs="+", default=(), help="transformer layers of --start that a small model keeps"
    )
    parser.add_argument("--labelled", type=Path, nargs="+", default=(), help="labelled articles, as JSON lines")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if options.data is None:
        parser.error("give the folder with the corpora by --data or NEWSPARSE_DATA")
    if options.labelled and not options.start:
        parser.error("--labelled needs --start: labelled articles do not have every layer")
    if options.blocks and not options.start:
        parser.error("--blocks needs --start: they are layers of the network to start from")
    given = {field.name: getattr(options, field.name) for field in attrs.fields(Recipe) if hasattr(options, field.name)}
    try:
        given["weights"] = weights_of(options.weight)
    except ValueError as error:
        parser.error(str(error))
    places = {name: getattr(options, name) for name in ("base", "start", "teacher")}
    try:
        run(
            Path(options.data), options.out, Recipe(**given), **places, articles=options.labelled, blocks=options.blocks
        )
    except NewsparseError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
