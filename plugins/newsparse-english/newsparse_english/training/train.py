"""Trains the model: ``python -m newsparse_english.training.train --data DIR --out RUN``.

A run that was stopped continues from ``RUN/last.pt``.
"""

from __future__ import annotations

import argparse
import logging
import os
import pickle
import random
from collections.abc import Sequence
from pathlib import Path

import attrs
import torch
from tokenizers import Tokenizer

from newsparse.errors import ModelDamagedError, ModelMissingError, NewsparseError
from newsparse_english.labels import Labels
from newsparse_english.model import Model
from newsparse_english.network import ORDERED, Network, Sizes
from newsparse_english.packed import SUBWORDS, place
from newsparse_english.training.base import base_folder, sizes_of, start_network, tokenizer_of
from newsparse_english.training.batches import batched, windows
from newsparse_english.training.consistent import with_names
from newsparse_english.training.corpora import Example, training
from newsparse_english.training.counting import ALIKE, count
from newsparse_english.training.distil import smaller
from newsparse_english.training.labelled import labelled
from newsparse_english.training.made import made
from newsparse_english.training.names import with_other_names
from newsparse_english.training.narrow import narrower
from newsparse_english.training.nested import nested
from newsparse_english.training.recipe import Recipe, weights_of
from newsparse_english.training.running import packed_network
from newsparse_english.training.tensors import Batch
from newsparse_english.training.trainer import Trainer
from newsparse_english.windows import WordEncoder

log = logging.getLogger("newsparse_english.training.train")
EMBEDDINGS = ("word", "position", "features")
SCORED_SUBWORDS = 6000
"""Subwords in a batch on which an epoch is scored, at most."""

WEIGHED = 400
"""Texts on which the inner columns to keep are chosen, at most."""

OPTIONS = ("blocks", "inner", "device", "workers")
"""The options of the command line that ``run`` takes under their own names."""


@attrs.frozen(kw_only=True)
class Places:
    """Where a run finds what it needs: the ``data`` folder, and ``out``, which it writes.

    ``base`` is the folder of the encoder to begin with; ``start`` is a checkpoint or a folder of packed weights to
    continue from instead, with its classes; ``teachers`` are other checkpoints or folders to learn from;
    ``articles`` are files of labelled articles, whose other layers the installed model fills in.
    """

    data: Path
    out: Path
    base: Path | None = None
    start: Path | None = None
    teachers: Sequence[Path] = ()
    articles: Sequence[Path] = ()


def run(
    places: Places,
    recipe: Recipe,
    *,
    blocks: Sequence[int] = (),
    inner: int | None = None,
    device: str = "cpu",
    workers: int = 0,
) -> None:
    """Trains by ``recipe`` and leaves ``best.pt``, ``epoch-N.pt``, ``last.pt`` and ``log.jsonl`` in the output folder.

    With ``blocks``, only those transformer layers of the network to start from are kept, and its embeddings stay as
    they are; with ``inner``, only so many inner columns of each layer. ``workers`` processes prepare the batches of
    coming epochs. Raises ``ValueError`` if names are to be known from a teacher and there is none.
    """
    if recipe.known_names and not places.teachers:
        raise ValueError("known names are those that a teacher finds: give one with --teacher.")
    places.out.mkdir(parents=True, exist_ok=True)
    random.seed(recipe.seed)
    torch.manual_seed(recipe.seed)
    train, dev = training(places.data, "train"), training(places.data, "dev")
    known = [example for examples in train.values() for example in examples]
    own = labelled(places.articles, Model.load()) if places.articles else []
    network, names, tokenizer = begun(places, known)
    tokenizer.save(str(places.out / SUBWORDS))
    encoder = WordEncoder(tokenizer)
    teachers, larger = _larger(places.teachers, names, tokenizer)
    if recipe.known_names:
        known = with_names(known, teachers[0], names, larger[0] if larger else encoder)
    if inner:
        some = windows(random.sample(known, min(WEIGHED, len(known))), names, encoder)
        network = narrower(network, inner, batched(some, subwords=SCORED_SUBWORDS))
    if blocks:
        network = with_blocks(network, blocks)
    held = {corpus: batched(windows(texts, names, encoder), subwords=SCORED_SUBWORDS) for corpus, texts in dev.items()}
    log.info("%d texts, classes %s", len(known), {k: len(v) for k, v in names.names.items()})

    def batches(epoch: int) -> list[Batch]:
        rng = random.Random(recipe.seed + epoch)
        found = windows(drawn(known, own, recipe, rng), names, encoder, rng=rng, larger=larger)
        return batched(found, subwords=recipe.subwords, rng=rng)

    Trainer(network, names, recipe, places.out, device=device, teachers=teachers).fit(batches, held, workers=workers)


def with_blocks(network: Network, blocks: Sequence[int]) -> Network:
    """A network with some of the layers of ``network``, whose embeddings stay as they are in training."""
    result = smaller(network, blocks)
    for name, weight in result.named_parameters():
        weight.requires_grad_(not name.startswith(EMBEDDINGS))
    return result


def begun(places: Places, known: Sequence[Example]) -> tuple[Network, Labels, Tokenizer]:
    """The network to start from, its classes and its tokenizer."""
    if places.start:
        return *with_all_heads(*restored(places.start)), beside(places.start)
    base, names = places.base or base_folder(), count(known)
    sizes = sizes_of(base, {head: len(classes) for head, classes in names.names.items()})
    return start_network(sizes, base), names, tokenizer_of(base)


def with_all_heads(network: Network, names: Labels) -> tuple[Network, Labels]:
    """The network with new heads, which know nothing yet, for those that it was trained without."""
    lacking = {head: names.names[other] for head, other in ALIKE.items() if head not in names.names}
    if not lacking:
        return network, names
    sizes = attrs.evolve(network.sizes, **{head: len(classes) for head, classes in lacking.items()})
    larger = Network(sizes)
    larger.load_state_dict({**larger.state_dict(), **network.state_dict()})
    return larger, attrs.evolve(names, names={**names.names, **lacking})


def beside(start: Path) -> Tokenizer:
    """The tokenizer of the run that a checkpoint is from, or of a folder of packed weights."""
    found = place(start, SUBWORDS) if start.is_dir() else start.parent / SUBWORDS
    if not found.is_file():
        raise ModelMissingError(f"there is no {found}.", hint="A checkpoint needs the tokenizer of its run beside it.")
    return Tokenizer.from_file(str(found))


def drawn(known: Sequence[Example], own: Sequence[Example], recipe: Recipe, rng: random.Random) -> list[Example]:
    """The texts of an epoch: a share of ``known``, ``own`` as often as the recipe says, and those that it invents."""
    some = known if recipe.share >= 1 else rng.sample(known, round(recipe.share * len(known)))
    read = [*some, *(example for _ in range(recipe.repeat) for example in own)]
    named = [with_other_names(example, rng, share=recipe.substituted) for example in read]
    share = min(1, recipe.share)
    return [*named, *nested(known, rng, round(recipe.framed * share)), *made(rng, round(recipe.made * share))]


def _larger(places: Sequence[Path], names: Labels, tokenizer: Tokenizer) -> tuple[list[Network], list[WordEncoder]]:
    """The networks in ``places``, whose heads must have the classes of ``names``, and an encoder for each of them.

    There are no encoders if all of them read the subwords of ``tokenizer``.
    """
    networks = []
    for where in places:
        network, other = restored(where)
        if any(classes != names.names.get(head) for head, classes in other.names.items()):
            raise ModelDamagedError(f"{where} has other classes.", hint="Train both models on the same corpora.")
        networks.append(network)
    own = [beside(where) for where in places]
    same = all(one.to_str() == tokenizer.to_str() for one in own)
    return networks, [] if same else [WordEncoder(one) for one in own]


def restored(where: Path) -> tuple[Network, Labels]:
    """The network and the classes of a checkpoint or of a folder of packed weights.

    Raises ``ModelMissingError`` if there is none, ``ModelDamagedError`` if it is not one of this version.
    """
    if where.is_dir():
        return packed_network(where)
    if not where.exists():
        raise ModelMissingError(
            f"no such checkpoint: {where}.", hint="Give a checkpoint or a folder of packed weights."
        )
    try:
        state = torch.load(where, weights_only=True, map_location="cpu")
        network = Network(Sizes(**state["sizes"]))
        network.load_state_dict(state["network"])
        follows = {head: tuple(map(tuple, network.follows[head].tolist())) for head in ORDERED}
        return network, Labels(state["names"], state["together"], follows)
    except (KeyError, TypeError, RuntimeError, pickle.UnpicklingError) as error:
        message = f"{where} is not a checkpoint of this version: {type(error).__name__}: {error}."
        raise ModelDamagedError(message, hint="Train it again, or start from packed weights.") from error


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("NEWSPARSE_DATA"), help="folder with the corpora")
    parser.add_argument("--out", type=Path, default=Path("runs/english"), help="folder of the run")
    parser.add_argument("--base", type=Path, help="folder of a BERT or MPNet encoder to start from")
    parser.add_argument("--start", type=Path, help="checkpoint or folder of packed weights to continue from")
    parser.add_argument(
        "--teacher", type=Path, nargs="+", default=(), help="checkpoints or folders of packed weights to learn from too"
    )
    for field in ("epochs", "seed", "repeat", "subwords", "framed", "made"):
        parser.add_argument(f"--{field}", type=int, default=getattr(Recipe(), field))
    for field in (
        "encoder_rate",
        "head_rate",
        "hidden_words",
        "encoder_noise",
        "head_noise",
        "averaged",
        "share",
        "substituted",
    ):
        parser.add_argument(f"--{field.replace('_', '-')}", type=float, default=getattr(Recipe(), field))
    parser.add_argument(
        "--weight", action="append", default=[], metavar="HEAD=NUMBER", help="weight of the loss of a head"
    )
    parser.add_argument(
        "--blocks", type=int, nargs="+", default=(), help="transformer layers of --start that a small model keeps"
    )
    parser.add_argument("--inner", type=int, help="inner columns that each layer of --start keeps")
    parser.add_argument("--labelled", type=Path, nargs="+", default=(), help="labelled articles, as JSON lines")
    parser.add_argument(
        "--known-names", action="store_true", help="label the names of other texts as the first teacher finds them"
    )
    parser.add_argument("--device", default="cpu", help="where to train: cpu, cuda, mps")
    parser.add_argument("--workers", type=int, default=0, help="processes that prepare the coming epochs")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if options.data is None:
        parser.error("give the folder with the corpora by --data or NEWSPARSE_DATA")
    if (options.blocks or options.inner) and not options.start:
        parser.error("--blocks and --inner need --start: they are parts of the network to start from")
    given = {field.name: getattr(options, field.name) for field in attrs.fields(Recipe) if hasattr(options, field.name)}
    places = Places(
        data=Path(options.data), articles=options.labelled, teachers=options.teacher,
        **{name: getattr(options, name) for name in ("out", "base", "start")},
    )  # fmt: skip
    try:
        given["weights"] = weights_of(options.weight)
        run(places, Recipe(**given), **{name: getattr(options, name) for name in OPTIONS})
    except (NewsparseError, ValueError) as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
