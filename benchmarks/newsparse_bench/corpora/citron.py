"""PolNeAR as Citron's training scripts read it: ``python -m newsparse_bench.corpora.citron FOLDER`` writes it there.

Citron (https://github.com/bbc/citron) learns from PARC, of which its reader takes the attributions with a source, a cue
and content. This takes the same ones, and a cue from its first word to its last. Edges stay as they are labelled, but
for blanks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from newsparse.model import Span, envelope
from newsparse_bench.corpora.brat import Event, events
from newsparse_bench.corpora.corpus import data_folder
from newsparse_bench.corpora.polnear import standoffs


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--part", default="train", show_default=True, help="The part of PolNeAR.")
@click.option("--data", type=click.Path(path_type=Path), help="Folder of the public corpora; default: NEWSPARSE_DATA.")
def main(folder: Path, part: str, data: Path | None) -> None:
    """Write a part of PolNeAR to FOLDER, one file for each article."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text, standoff in standoffs(data_folder(data), part):
        written = json.dumps(converted(text, events(standoff)), ensure_ascii=False)
        (folder / f"{name}.json").write_text(written + "\n", "utf-8")


def converted(text: str, attributions: Iterable[Event]) -> dict[str, Any]:
    """An article in Citron's format (its docs/data_format.md); the offsets are code points, as ours are."""
    whole = [event for event in attributions if event.source and event.cue and event.content]
    return {
        "text": text,
        "quotes": [
            {
                "cue": _place(text, envelope(event.cue)),
                "sources": [_place(text, span) for span in sorted(set(event.source))],
                "contents": [_place(text, span) for span in sorted(set(event.content))],
            }
            for event in whole
        ],
    }


def _place(text: str, span: Span) -> dict[str, Any]:
    """A span without the blanks at its edges."""
    words = span.cut(text)
    start = span.start + len(words) - len(words.lstrip())
    return {"start": start, "end": start + len(words.strip()), "text": words.strip()}


if __name__ == "__main__":
    main()
