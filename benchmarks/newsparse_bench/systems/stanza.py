"""Stanza (Qi et al., ACL 2020) with models of the user's choice: the analysis to compare newsparse's backend with.

Its models are not on PyPI: ``NEWSPARSE_STANZA_MODELS`` names a folder of models, either one that
``stanza.download`` filled, or one with a folder for each processor (``tokenize/*.pt``, ``pos/*.pt``, ...).
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from newsparse.backends.stanza import StanzaBackend
from newsparse.model import Annotation, Document, Mention
from newsparse.specs import Annotate, SystemSpec
from newsparse_bench.systems.spacy import LABELS
from newsparse_bench.systems.system import SystemMissingError, needed

VARIABLE = "NEWSPARSE_STANZA_MODELS"
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")


def make() -> Annotate:
    """A pipeline of all processors for which there are models; raises ``SystemMissingError`` without a folder."""
    stanza = needed("stanza")
    folder = models()
    with tempfile.TemporaryDirectory() as empty:
        pipeline = stanza.Pipeline("en", download_method=None, verbose=False, use_gpu=False, **_places(folder, empty))
    given = set(pipeline.processors)
    layers = {"sentences", "tokens"} | ({"tags", "trees"} if "depparse" in given else {"tags"})
    backend = StanzaBackend(pipeline, layers | ({"mentions"} if "ner" in given else set()))

    def run(documents: Sequence[Document]) -> Iterator[Document]:
        found = backend.analyse([document.text for document in documents])
        for document, layers in zip(documents, found, strict=True):
            result = Document(text=document.text, id=document.id)
            for layer in layers:
                result = result.with_layer(layer.name, [item for item in map(_mapped, layer.annotations) if item])
            yield result

    return run


def models() -> Path:
    """The folder of the models; raises ``SystemMissingError`` if none is named or it does not exist."""
    named = os.environ.get(VARIABLE)
    if not named or not Path(named).is_dir():
        raise SystemMissingError(
            f"{VARIABLE} does not name a folder of Stanza's models.", hint="stanza.download() fills one."
        )
    return Path(named)


def _places(folder: Path, empty: str) -> dict[str, Any]:
    """Where Stanza finds the models: its own folder, or a file for each processor and an empty list of resources."""
    if (folder / "resources.json").exists():
        return {"dir": str(folder)}
    files = {name: found[0] for name in PROCESSORS if (found := sorted((folder / name).glob("*.pt")))}
    if not files:
        raise SystemMissingError(f"no Stanza models in {folder}.", hint="tokenize/*.pt, pos/*.pt, ...")
    (Path(empty) / "resources.json").write_text(json.dumps({}), "utf-8")
    paths = {f"{name}_model_path": str(file) for name, file in files.items()}
    chosen = dict.fromkeys(files, "default")
    return {"dir": empty, "package": None, "processors": chosen, "allow_unknown_language": True} | paths


def _mapped(item: Annotation) -> Annotation | None:
    """A name of OntoNotes' classes in those of en-worldwide-newswire, None for what these leave out."""
    if not isinstance(item, Mention) or item.label in LABELS.values():
        return item
    label = LABELS.get(item.label)
    return attrs.evolve(item, label=label) if label else None


def facts() -> dict[str, str]:
    """The names and sizes of the models' files."""
    folder = models()
    return {str(file.relative_to(folder)): str(file.stat().st_size) for file in sorted(folder.rglob("*.pt"))}


STANZA = SystemSpec(
    name="stanza",
    summary=f"Stanza's pipeline with the models in {VARIABLE}",
    tasks=("analysis", "entities"),
    distributions=("stanza", "torch"),
    make=make,
    facts=facts,
    hint="`pip install 'newsparse[stanza]'`.",
)
