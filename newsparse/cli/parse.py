"""``newsparse parse``: files in, claims out; what cannot be read or done is reported, and the rest continues."""

from __future__ import annotations

from typing import Any

import click

from newsparse.cli.request import Request, request_options
from newsparse.cli.running import execute


@click.command()
@request_options
def parse(**given: Any) -> None:
    """Parse articles and print who said what, who is in them, and their figures.

    A folder stands for all files in it, a quoted pattern ("pages/**/*.html") for those that match, and - for standard
    input, which is also read when nothing is given. `newsparse plugins` lists the readers, writers, extractors and
    backends that can be named.

    The exit status is 0 when all went well; 1 when a file could not be read, something failed on an article, or a
    plugin did not load; 2 for incorrect usage; 130 after Ctrl-C and 143 after SIGTERM: what is done is then kept beside
    OUT, and --resume goes on from there.
    """
    status = execute(Request(**given))
    if status:
        raise click.exceptions.Exit(status)
