"""``newsparse models``: how the English model runs on this machine, and why."""

from __future__ import annotations

from collections.abc import Iterator

import click

from newsparse_english import hardware
from newsparse_english.packed import BYTES, complete, digest, folder
from newsparse_english.precisions import choose


@click.command()
def models() -> None:
    """Say which engine and number format the English model runs with on this machine, and why."""
    click.echo("\n".join(lines()))


def lines() -> Iterator[str]:
    """The facts, one per line."""
    where = folder()
    complete(where)
    choice = choose(has_bytes=(where / BYTES).is_file())
    yield f"english  {digest(where)}"
    yield f"  engine: {choice.engine} ({choice.why_engine})"
    yield f"  precision: {choice.precision} ({choice.why_precision})"
    yield f"  threads: {hardware.threads()}"
    yield f"  processor: {hardware.instructions()}"
