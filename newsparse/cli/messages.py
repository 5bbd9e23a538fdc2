"""What the command line says besides its results: one line each, on standard error."""

from __future__ import annotations

import click

from newsparse.writers import one_line


def complain(message: str) -> None:
    """One line on standard error, which nothing in ``message`` can break up or control."""
    click.echo(f"newsparse: {one_line(message)}", err=True)
