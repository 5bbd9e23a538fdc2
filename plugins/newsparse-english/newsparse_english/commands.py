"""``newsparse models``: how the English model runs on this machine, and why."""

from __future__ import annotations

from collections.abc import Iterator

import click

from newsparse_english import hardware
from newsparse_english.packed import BYTES, DEFAULT, SIZES, complete, digest, folder, installed
from newsparse_english.precisions import choose


@click.command()
def models() -> None:
    """Say which sizes of the English model are installed, which engine and number format each runs with, and why."""
    click.echo("\n".join(lines()))


def lines() -> Iterator[str]:
    """The facts, one per line."""
    for size in installed():
        where = folder(size)
        complete(where)
        choice = choose(has_bytes=(where / BYTES).is_file())
        yield f"english, size {size}{' (the default)' if size == DEFAULT else ''}: {SIZES[size]}"
        yield f"  digest: {digest(where)}"
        yield f"  engine: {choice.engine} ({choice.why_engine})"
        yield f"  precision: {choice.precision} ({choice.why_precision})"
    yield f"threads: {hardware.threads()} ({hardware.why_threads()})"
    yield f"processor: {hardware.instructions()}"
